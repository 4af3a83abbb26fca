//! Drinking-water sources with ground water (地下水饮用水水源): class III for all that was measured.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Confirmation, Indicator, Lang, Outcome, Phrase, Reason, Verdict, WaterClass};
use eqs_standards::gbt14848::Gbt14848;

use super::error::GroundWaterError;
use super::finding::GroundWaterFinding;
use super::sample::{Judged, exceeding, judge, open};
use super::value::GroundWaterValue;
use crate::attainment::Attainment;
use crate::exceedance::{Exceedance, write_list_under};

/// Whether a drinking-water source attains.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SourceWater {
    /// Whether every indicator meets class III.
    pub attainment: Attainment,
    /// The indicators that certainly do not, in the order of the tables.
    pub failing: Vec<Exceedance>,
    /// How well it is confirmed that class III of all measured indicators is asked for.
    pub confirmation: Confirmation,
}

/// Whether the ground water of a drinking-water source attains: class III of GB/T 14848 for all measured indicators (grade
/// B: practice of monthly reports).
///
/// One indicator above class III is enough to exceed, whatever else is open. What is not detected under a detection limit
/// above class III leaves the rest undetermined, as does a sample without any indicator.
///
/// # Errors
/// Those of [`groundwater`](super::groundwater()).
///
/// # Example
/// ```
/// use eqs_assess::groundwater::meets_class_iii;
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit};
/// use eqs_standards::gbt14848::Gbt14848;
///
/// let sample = [(Indicator::of("Na"), Quantity::parse("356", Unit::MG_PER_L)?.into())];
/// let verdict = meets_class_iii(Gbt14848::named("2017")?, &sample)?;
/// let source = verdict.outcome.determined().unwrap();
/// assert_eq!(source.say(Lang::Zh).to_string(), "超标：钠(0.78)（按III类评价；确认等级B）");
/// assert!(meets_class_iii(Gbt14848::named("2017")?, &[])?.outcome.determined().is_none());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn meets_class_iii(
    standard: Gbt14848,
    sample: &[(Indicator, GroundWaterValue)],
) -> Result<Verdict<SourceWater, GroundWaterFinding>, GroundWaterError> {
    let Judged { findings, notes } = judge(standard, sample)?;
    let failing = exceeding(&findings);
    let reasons = match findings.as_slice() {
        [] => alloc::vec![Reason::NothingAssessed],
        _ if failing.is_empty() => open(&findings, WaterClass::III),
        _ => Vec::new(),
    };
    let outcome = if reasons.is_empty() {
        let attainment = if failing.is_empty() { Attainment::Met } else { Attainment::Exceeded };
        Outcome::Determined(SourceWater { attainment, failing, confirmation: Confirmation::B })
    } else {
        Outcome::Undetermined(reasons)
    };
    Ok(Verdict { outcome, findings, notes })
}

impl Phrase for SourceWater {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.attainment.write(lang, f)?;
        write_list_under(lang.pick("：", ": "), &self.failing, lang, f)?;
        let grade = self.confirmation;
        match lang {
            Lang::Zh => write!(f, "（按III类评价；确认等级{grade}）"),
            Lang::En => write!(f, " (by class III; confirmation grade {grade})"),
        }
    }
}
