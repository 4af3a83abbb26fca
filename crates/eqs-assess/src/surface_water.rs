//! Class of surface water (地表水水质类别): single factor by GB 3838-2002, section by 环办〔2011〕22号.

use alloc::vec::Vec;
use core::cmp::Reverse;
use core::fmt;

use eqs_core::{
    Comparison, Decimal, Finding, Fraction, Indicator, Judgement, Lang, Note, Outcome, Phrase, Quantity,
    QuantityError, Reason, Verdict, WaterBody, WaterClass, WaterGrade, printed_multiple,
};
use eqs_standards::gb3838::{Gb3838, Priority, Role, WaterItem, WaterLimits};

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

/// A main pollution indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MainPollutant {
    /// The item.
    pub indicator: Indicator,
    /// Its grade.
    pub grade: WaterGrade,
    /// Its exceedance multiple over class III; none for dissolved oxygen and pH.
    pub multiple: Option<Fraction>,
}

/// Which items count as heavy metals and come first among the main pollution indicators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeavyMetals {
    /// Those that the method names: cyanide, lead, chromium.
    #[default]
    Named,
    /// These and a proposed reading of "other heavy metals": mercury, cadmium, arsenic, copper, zinc. Grade C.
    Proposed,
}

/// A value that cannot be classed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SurfaceWaterError {
    /// The value is below 0.
    #[error("{indicator}: {given} is negative, expected 0 or more")]
    Negative {
        /// The item.
        indicator: Indicator,
        /// The value.
        given: Quantity,
    },
    /// The unit does not convert to that of the limits, or not exactly.
    #[error("{indicator}: {error}")]
    Unit {
        /// The item.
        indicator: Indicator,
        /// What is wrong with the unit.
        error: QuantityError,
    },
    /// The indicator is no item of table 1.
    #[error("{0} is not an item of GB 3838-2002 table 1")]
    NotInTable(Indicator),
    /// The item was given twice.
    #[error("{0} is given twice")]
    Twice(Indicator),
}

/// The best class whose limit a value of `item` meets; a value equal to a limit meets it.
///
/// `value` stands in the unit of the item. `None` for water temperature, where only a man-made change is
/// limited, and for oxygen saturation below 90 %, because only class I has a limit for it.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::item_grade;
/// use eqs_core::{Indicator, WaterBody, WaterGrade};
/// use eqs_standards::gb3838::Gb3838;
///
/// let cod = Gb3838::named("2002")?.item(Indicator::of("COD"), WaterBody::River).unwrap();
/// assert_eq!(item_grade(cod, "15".parse()?), Some(WaterGrade::I));
/// assert_eq!(item_grade(cod, "15.5".parse()?), Some(WaterGrade::III)); // classes I and II share 15
/// assert_eq!(item_grade(cod, "41".parse()?), Some(WaterGrade::WorseThanV));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn item_grade(item: &WaterItem, value: Decimal) -> Option<WaterGrade> {
    match item.limits {
        WaterLimits::Each { relation, limits } => {
            let met = |limit: &Option<Decimal>| limit.is_some_and(|limit| relation.holds(value.cmp(&limit)));
            let class = WaterClass::ALL.iter().zip(&limits).find(|(_, limit)| met(limit));
            match (class, limits.last()) {
                (Some((class, _)), _) => Some(WaterGrade::from(*class)),
                // Oxygen saturation has a limit for class I only: below it nothing is said.
                (None, Some(None)) => None,
                (None, _) => Some(WaterGrade::WorseThanV),
            }
        }
        WaterLimits::Range { low, high } => {
            Some(if low <= value && value <= high { WaterGrade::I } else { WaterGrade::WorseThanV })
        }
        WaterLimits::Change { .. } => None,
    }
}

/// How far a value exceeds the limit of class III: (C − S) / S (环办〔2011〕22号; GB 3838 clause 5.1).
///
/// `None` where the table defines no multiple (water temperature, pH, dissolved oxygen) and below the limit.
#[must_use]
pub fn exceedance_multiple(item: &WaterItem, value: Decimal) -> Option<Fraction> {
    let limit = item.limit(WaterClass::III).filter(|_| item.has_multiple)?.value.to_fraction();
    value.to_fraction().checked_sub(limit)?.checked_div(limit).filter(|multiple| !multiple.is_negative())
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

/// Checks what does not depend on the water body.
fn check(standard: Gb3838, sample: &[(Indicator, Quantity)]) -> Result<(), SurfaceWaterError> {
    for (at, (indicator, given)) in sample.iter().enumerate() {
        if !standard.items().iter().any(|item| item.indicator == *indicator) {
            return Err(SurfaceWaterError::NotInTable(*indicator));
        }
        if sample.iter().take(at).any(|(earlier, _)| earlier == indicator) {
            return Err(SurfaceWaterError::Twice(*indicator));
        }
        if given.value.is_negative() && given.unit != eqs_core::Unit::CELSIUS {
            return Err(SurfaceWaterError::Negative { indicator: *indicator, given: *given });
        }
    }
    Ok(())
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

fn priority(item: &WaterItem, heavy_metals: HeavyMetals) -> bool {
    match item.priority {
        Priority::Named => true,
        Priority::Group => heavy_metals == HeavyMetals::Proposed,
        Priority::None => false,
    }
}

fn outcome(
    findings: &[Finding],
    mut over: Vec<(bool, MainPollutant)>,
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
    let is_open = |(first, one): &(bool, MainPollutant)| {
        one.multiple.is_none()
            && over.iter().any(|(other_first, other)| {
                other_first == first && other.grade == one.grade && other.multiple.is_some()
            })
    };
    if over.iter().any(is_open) {
        notes.push(Note::Reading {
            word: "主要污染指标的次序",
            word_en: "order of the main pollution indicators",
            zh: "无超标倍数的溶解氧、pH排在同类别其他指标之后",
            en: "dissolved oxygen and pH, which have no multiple, stand behind the others of their grade",
        });
    }
    if heavy_metals == HeavyMetals::Proposed && !over.is_empty() {
        notes.push(Note::Reading {
            word: "其他重金属",
            word_en: "other heavy metals",
            zh: "汞、镉、砷、铜、锌（确认等级C）",
            en: "mercury, cadmium, arsenic, copper, zinc (confirmation grade C)",
        });
    }
    over.sort_by_key(|(first, pollutant)| Reverse((*first, pollutant.grade, pollutant.multiple)));
    let main = over.into_iter().take(3).map(|(_, pollutant)| pollutant).collect();
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

impl Phrase for MainPollutant {
    /// The name with the multiple in brackets, as reports print it.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.indicator.say(lang))?;
        match self.multiple.and_then(printed_multiple) {
            Some(multiple) => write!(f, "({multiple})"),
            None => Ok(()),
        }
    }
}
