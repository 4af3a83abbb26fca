//! The comprehensive class of a sample (综合评价), GB/T 14848-2017 clause 6.3.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{
    Citation, Clause, Confirmation, Fraction, Indicator, Lang, Measured, Note, Outcome, Phrase, Quantity,
    Reason, Verdict, WaterClass, WaterGrade,
};
use eqs_standards::Requirement;
use eqs_standards::gbt14848::{Gbt14848, GroundWaterItem};

use super::error::GroundWaterError;
use super::finding::GroundWaterFinding;
use super::item::{class_iii, classes, exceedance_multiple};
use super::value::GroundWaterValue;
use crate::exceedance::{Exceedance, write_list, write_list_under};

/// How many times the limit of class III a concentration reaches that may stand in the wrong one of mg/L and µg/L.
const DOUBTFUL: i64 = 1000;

/// The comprehensive class of a sample.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GroundWater {
    /// The worst class of the indicators.
    pub class: WaterClass,
    /// The indicators that certainly have this class, in the order of the tables.
    pub deciding: Vec<Indicator>,
    /// The indicators that certainly exceed class III with their multiples over it, in the order of the tables.
    pub exceeding: Vec<Exceedance>,
    /// The clause by which the worst class decides.
    pub citation: Citation,
    /// How well the clause is confirmed.
    pub confirmation: Confirmation,
}

/// The comprehensive class of a sample: the worst class of its indicators, which it names (clause 6.3, grade B).
///
/// Full values are compared, in the units of the tables; µg/L and mg/L convert, other kinds are refused. A sample without
/// any indicator is undetermined. One in which something not detected may be worse than all that is known is undetermined
/// too, and the reasons name those indicators ([`item_classes`](super::item_classes)).
///
/// Notes say that nuclides are to be analysed where radioactivity exceeds its guide value (table 1 note d), and that a
/// concentration reaches 1,000 times the limit of class III. The latter is our reading (grade C): who exceeds class III and
/// mistakes mg/L for µg/L writes such a number. Smaller mistakes look like pollution, or like clean water.
///
/// # Errors
/// Those of [`item_classes`](super::item_classes); an indicator that the tables do not have, or that is given twice.
///
/// # Example
/// ```
/// use eqs_assess::groundwater::groundwater;
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit};
/// use eqs_standards::gbt14848::Gbt14848;
///
/// let standard = Gbt14848::named("2017")?;
/// let sample = [
///     (Indicator::of("F"), Quantity::parse("1.19", Unit::MG_PER_L)?.into()),
///     (Indicator::of("Na"), Quantity::parse("180", Unit::MG_PER_L)?.into()),
/// ];
/// let verdict = groundwater(standard, &sample)?;
/// assert_eq!(
///     verdict.outcome.determined().unwrap().say(Lang::Zh).to_string(),
///     "IV类（GB/T 14848-2017 第6.3条；确认等级B），定类指标：氟化物，超III类：氟化物(0.19)"
/// );
/// assert!(groundwater(standard, &[])?.outcome.determined().is_none());
/// let air = Quantity::parse("1.19", Unit::MG_PER_M3)?;
/// assert!(groundwater(standard, &[(Indicator::of("F"), air.into())]).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn groundwater(
    standard: Gbt14848,
    sample: &[(Indicator, GroundWaterValue)],
) -> Result<Verdict<GroundWater, GroundWaterFinding>, GroundWaterError> {
    let Judged { findings, notes } = judge(standard, sample)?;
    let best = findings.iter().map(|finding| finding.classes.best).max();
    let outcome = match best {
        None => Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]),
        Some(class) => match open(&findings, class) {
            reasons if !reasons.is_empty() => Outcome::Undetermined(reasons),
            _ => Outcome::Determined(GroundWater {
                class,
                deciding: findings
                    .iter()
                    .filter(|finding| finding.classes.known() == Some(class))
                    .map(|finding| finding.indicator)
                    .collect(),
                exceeding: exceeding(&findings),
                citation: standard.edition().cite(Clause::Section("6.3")),
                confirmation: Confirmation::B,
            }),
        },
    };
    Ok(Verdict { outcome, findings, notes })
}

/// The indicators of a sample, each held against its row.
pub(super) struct Judged {
    pub(super) findings: Vec<GroundWaterFinding>,
    pub(super) notes: Vec<Note>,
}

/// Holds each indicator against its row, in the order of the tables.
pub(super) fn judge(
    standard: Gbt14848,
    sample: &[(Indicator, GroundWaterValue)],
) -> Result<Judged, GroundWaterError> {
    for (at, (indicator, _)) in sample.iter().enumerate() {
        if standard.item(*indicator).is_none() {
            return Err(GroundWaterError::NotInTable(*indicator));
        }
        if sample.iter().take(at).any(|(earlier, _)| earlier == indicator) {
            return Err(GroundWaterError::Twice(*indicator));
        }
    }
    let mut judged = Judged { findings: Vec::with_capacity(sample.len()), notes: Vec::new() };
    for item in standard.items() {
        let value = sample.iter().find(|(indicator, _)| *indicator == item.indicator);
        if let Some((_, given)) = value {
            let finding = finding(standard, item, *given)?;
            judged.notes.extend(nuclide_analysis(standard, item, &finding));
            judged.notes.extend(unit_doubtful(&finding));
            judged.findings.push(finding);
        }
    }
    Ok(judged)
}

fn finding(
    standard: Gbt14848,
    item: &GroundWaterItem,
    given: GroundWaterValue,
) -> Result<GroundWaterFinding, GroundWaterError> {
    let compared = given.compared(item)?;
    let classes = classes(item, compared);
    let (number, is_detected) = match compared {
        GroundWaterValue::Measured(Measured::Value(value)) => (Some(value.value), true),
        GroundWaterValue::Measured(_) => (None, false),
        _ => (None, true),
    };
    let cell = standard.at(item, classes.worst);
    let by_better_class = classes.worst == WaterClass::IV && is_alike(item);
    let rule = if is_detected && !by_better_class { Confirmation::A } else { Confirmation::B };
    Ok(GroundWaterFinding {
        indicator: item.indicator,
        given,
        compared,
        classes,
        class_iii: class_iii(item).map(|limit| Quantity::new(limit, item.unit)),
        multiple: number.and_then(|value| exceedance_multiple(item, value)),
        citation: cell.citation,
        confirmation: cell.confirmation.max(rule),
    })
}

/// Whether classes IV and V are printed alike.
fn is_alike(item: &GroundWaterItem) -> bool {
    let is_band = matches!(item.requirement(WaterClass::IV), Requirement::Band(_));
    is_band && item.requirement(WaterClass::IV) == item.requirement(WaterClass::V)
}

fn nuclide_analysis(
    standard: Gbt14848,
    item: &GroundWaterItem,
    finding: &GroundWaterFinding,
) -> Option<Note> {
    let is_above = is_alike(item) && finding.classes.best > WaterClass::III;
    let guide_value = finding.class_iii.filter(|_| is_above)?;
    let rule = standard.edition().cite(Clause::TableNote { table: item.table, note: "d" });
    Some(Note::NuclideAnalysis { indicator: item.indicator, guide_value, rule })
}

/// The note that a concentration may stand in the wrong unit.
fn unit_doubtful(finding: &GroundWaterFinding) -> Option<Note> {
    let (GroundWaterValue::Measured(Measured::Value(given)), GroundWaterValue::Measured(compared)) =
        (finding.given, finding.compared)
    else {
        return None;
    };
    let limit = finding.class_iii.filter(|limit| limit.unit.kind() == "mass in water")?;
    let doubtful = Fraction::from(DOUBTFUL).checked_mul(limit.value.to_fraction())?;
    let is_doubtful = compared.number()?.to_fraction() >= doubtful;
    is_doubtful.then_some(Note::UnitDoubtful { indicator: finding.indicator, given })
}

/// The indicators that may be worse than `class` because they were not detected; no other is worse.
pub(super) fn open(findings: &[GroundWaterFinding], class: WaterClass) -> Vec<Reason> {
    let may_be_worse = findings.iter().filter(|finding| finding.classes.worst > class);
    may_be_worse
        .filter_map(|finding| match finding.given {
            GroundWaterValue::Measured(given) => {
                let [best, worst] = [finding.classes.best, finding.classes.worst].map(WaterGrade::from);
                let limit = given.number().map(|limit| Quantity::new(limit, given.unit()));
                Some(Reason::NotDetected { indicator: finding.indicator, limit, best, worst })
            }
            _ => None,
        })
        .collect()
}

/// The indicators that certainly exceed class III.
pub(super) fn exceeding(findings: &[GroundWaterFinding]) -> Vec<Exceedance> {
    let exceeding = findings.iter().filter(|finding| finding.classes.known() > Some(WaterClass::III));
    let item = |&GroundWaterFinding { indicator, multiple, .. }: &_| Exceedance { indicator, multiple };
    exceeding.map(item).collect()
}

impl Phrase for GroundWater {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.class.say(lang), lang.pick("（", " ("), self.citation.say(lang))?;
        let grade = self.confirmation;
        write!(f, "{}{grade}{}", lang.pick("；确认等级", "; confirmation grade "), lang.pick("）", ")"))?;
        f.write_str(lang.pick("，定类指标：", ", decided by "))?;
        write_list(&self.deciding, lang, f)?;
        write_list_under(lang.pick("，超III类：", ", above class III: "), &self.exceeding, lang, f)
    }
}
