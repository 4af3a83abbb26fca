//! One section or point (断面、点位): the worst of its items.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{
    Comparison, Finding, Fraction, Indicator, Judgement, Lang, Note, Outcome, Phrase, Quantity, Reason,
    Verdict, WaterBody, WaterClass, WaterGrade,
};
use eqs_standards::gb3838::{Gb3838, Role, WaterItem};

use super::item::{exceedance_multiple, item_grade};
use super::main_pollutant::{HeavyMetals, MainPollutant, first_three, priority};
use super::sample::{SurfaceWaterError, check};

/// The judgement of one section or point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SurfaceWater {
    /// The worst grade of the assessed items.
    pub grade: WaterGrade,
    /// The items that have this grade, in the order of the table.
    pub deciding: Vec<Indicator>,
    /// The main pollution indicators (主要污染指标), at most three; none for class III and better.
    pub main: Vec<MainPollutant>,
}

/// The class of a sample of one section or point, by the worst of its assessed items.
///
/// The 21 assessed items of table 1 set the class; total nitrogen (lakes), faecal coliforms and the second
/// reading of dissolved oxygen (saturation) are reported beside it, water temperature and the total nitrogen of
/// rivers are not assessed and noted. Full values are compared. Items that exceed class III are listed as main
/// pollution indicators where the section is worse than class III: cyanide and heavy metals first, then by
/// grade, then by multiple, at most three; items without a multiple (dissolved oxygen, pH) stand behind those
/// of the same grade that have one (our reading, noted), equal ones in the order of the table (our reading).
///
/// A sample without any assessed item is undetermined.
///
/// # Errors
/// [`SurfaceWaterError`] for a negative value, a unit that does not convert, an indicator that table 1 does not
/// have, and an item given twice.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::{HeavyMetals, surface_water};
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit, WaterBody};
/// use eqs_standards::gb3838::Gb3838;
///
/// let sample = [
///     (Indicator::CODMN, Quantity::parse("13.2", Unit::MG_PER_L)?),
///     (Indicator::NH3_N, Quantity::parse("0.34", Unit::MG_PER_L)?),
/// ];
/// let verdict = surface_water(Gb3838::named("2002")?, WaterBody::River, &sample, HeavyMetals::Named)?;
/// let section = verdict.outcome.determined().unwrap();
/// assert_eq!(section.say(Lang::Zh).to_string(), "V类（中度污染），主要污染指标：高锰酸盐指数(1.20)");
/// assert!(surface_water(Gb3838::named("2002")?, WaterBody::River, &[], HeavyMetals::Named)?
///     .outcome
///     .determined()
///     .is_none());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn surface_water(
    standard: Gb3838,
    body: WaterBody,
    sample: &[(Indicator, Quantity)],
    heavy_metals: HeavyMetals,
) -> Result<Verdict<SurfaceWater>, SurfaceWaterError> {
    check(standard, sample)?;
    let mut findings = Vec::with_capacity(sample.len());
    let mut notes = Vec::new();
    let mut over = Vec::new();
    for item in standard.items() {
        let Some((indicator, given)) = sample.iter().find(|(indicator, _)| *indicator == item.indicator)
        else {
            continue;
        };
        if !item.is_for(body) {
            if standard.item(*indicator, body).is_none() {
                notes.push(Note::NotAssessed(*indicator));
            }
            continue;
        }
        let indicator = *indicator;
        let error = |error| SurfaceWaterError::Unit { indicator, error };
        let compared = given.convert_to(item.unit).map_err(error)?;
        let Some(grade) = item_grade(item, compared.value) else {
            notes.push(Note::NotAssessed(indicator));
            continue;
        };
        let multiple = if grade > WaterGrade::III { exceedance_multiple(item, compared.value) } else { None };
        findings.push(finding(item, *given, compared, grade, multiple));
        if item.role == Role::Assessed && grade > WaterGrade::III {
            over.push((priority(item, heavy_metals), MainPollutant { indicator, grade, multiple }));
        }
    }
    let outcome = outcome(&findings, over, heavy_metals, &mut notes);
    Ok(Verdict { outcome, findings, notes })
}

fn finding(
    item: &WaterItem,
    given: Quantity,
    compared: Quantity,
    grade: WaterGrade,
    multiple: Option<Fraction>,
) -> Finding {
    Finding {
        indicator: item.indicator,
        statistic: None,
        given,
        compared,
        comparison: Comparison::FullValue,
        judgement: Judgement::WaterGrade {
            grade,
            class_iii: item.limit(WaterClass::III),
            multiple,
            reference_only: item.role != Role::Assessed,
        },
        citation: item.citation,
        confirmation: item.confirmation,
    }
}

fn outcome(
    findings: &[Finding],
    over: Vec<(bool, MainPollutant)>,
    heavy_metals: HeavyMetals,
    notes: &mut Vec<Note>,
) -> Outcome<SurfaceWater> {
    let assessed = || {
        findings.iter().filter_map(|finding| match finding.judgement {
            Judgement::WaterGrade { grade, reference_only: false, .. } => Some((finding.indicator, grade)),
            _ => None,
        })
    };
    let Some(worst) = assessed().map(|(_, grade)| grade).max() else {
        return Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]);
    };
    let deciding = assessed().filter(|(_, grade)| *grade == worst).map(|(indicator, _)| indicator).collect();
    let main = first_three(over, heavy_metals, notes);
    Outcome::Determined(SurfaceWater { grade: worst, deciding, main })
}

impl Phrase for SurfaceWater {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (grade, status) = (self.grade.say(lang), self.grade.status());
        let status = status.say(lang);
        write!(f, "{grade}{}{status}{}", lang.pick("（", " ("), lang.pick("）", ")"))?;
        for (at, pollutant) in self.main.iter().enumerate() {
            f.write_str(match (lang, at) {
                (Lang::Zh, 0) => "，主要污染指标：",
                (Lang::En, 0) => ", main pollution indicators: ",
                (Lang::Zh, _) => "、",
                (Lang::En, _) => ", ",
            })?;
            write!(f, "{}", pollutant.say(lang))?;
        }
        Ok(())
    }
}
