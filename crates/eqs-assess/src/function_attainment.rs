//! Whether a section attains the class of its function (水功能区达标), GB 3838 clause 5.1.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{
    Comparison, Finding, Fraction, Indicator, Judgement, Lang, Outcome, Phrase, Reason, Verdict, WaterBody,
    WaterClass, WaterGrade,
};
use eqs_standards::gb3838::{Gb3838, WaterItem, WaterLimits};

use crate::air::statistic::convert;
use crate::exceedance::{Exceedance, write_list_under};
use crate::surface_water::{SurfaceWaterError, WaterOptions, WaterValue, surface_water};

/// A section held against its target class (目标类别).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FunctionAttainment {
    /// The target class.
    pub target: WaterClass,
    /// The class of the section; `None` where what was not detected leaves it open.
    pub grade: Option<WaterGrade>,
    /// The items that exceed the target class (超标指标), in the order of the table.
    pub failing: Vec<Exceedance>,
}

impl FunctionAttainment {
    /// Whether the section attains its target class (达标).
    #[must_use]
    pub const fn is_met(&self) -> bool {
        self.failing.is_empty()
    }
}

/// Whether a section attains its target class: whether each assessed item does. The items that do not are named with their
/// multiples over the limit of that class.
///
/// The sample is what [`surface_water`] takes. An item that was not detected attains the target where its detection limit
/// does, and leaves the section open otherwise, unless another item exceeds. How many sections attain is
/// [`attainment_rate`](crate::attainment_rate::attainment_rate).
///
/// # Errors
/// Those of [`surface_water`].
///
/// # Example
/// ```
/// use eqs_assess::function_attainment::function_attainment;
/// use eqs_assess::surface_water::WaterOptions;
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit, WaterBody, WaterClass};
/// use eqs_standards::gb3838::Gb3838;
///
/// let standard = Gb3838::named("2002")?;
/// let sample = [
///     (Indicator::CODMN, Quantity::parse("5.2", Unit::MG_PER_L)?),
///     (Indicator::NH3_N, Quantity::parse("0.4", Unit::MG_PER_L)?),
/// ];
/// let against = |target| function_attainment(standard, WaterBody::River, target, &sample, WaterOptions::default());
/// assert_eq!(against(WaterClass::III)?.outcome.say(Lang::Zh).to_string(), "达标（目标III类，现状III类）");
/// let verdict = against(WaterClass::II)?;
/// assert_eq!(verdict.outcome.say(Lang::Zh).to_string(), "不达标（目标II类，现状III类），超标指标：高锰酸盐指数(0.30)");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn function_attainment<V: Into<WaterValue> + Copy>(
    standard: Gb3838,
    body: WaterBody,
    target: WaterClass,
    sample: &[(Indicator, V)],
    options: WaterOptions,
) -> Result<Verdict<FunctionAttainment>, SurfaceWaterError> {
    let Verdict { outcome, mut findings, notes } = surface_water(standard, body, sample, options)?;
    let worst_allowed = WaterGrade::from(target);
    let mut failing = Vec::new();
    for finding in &mut findings {
        let (best, worst) = match finding.judgement {
            Judgement::WaterGrade { grade, reference_only: false, .. } => (grade, grade),
            Judgement::WaterGrades { best, worst, reference_only: false } => (best, worst),
            _ => continue,
        };
        let Some(item) = standard.item(finding.indicator, body) else { continue };
        let is_over = best > worst_allowed;
        let given = sample.iter().find(|(indicator, _)| *indicator == finding.indicator);
        let value = given.and_then(|(_, value)| exact(item, finding, (*value).into()));
        let multiple = if is_over { value.and_then(|value| multiple(item, target, value)) } else { None };
        if is_over {
            failing.push(Exceedance { indicator: finding.indicator, multiple });
        }
        if is_over || worst <= worst_allowed {
            held_against(item, target, !is_over, multiple, finding);
        }
    }
    let grade = outcome.determined().map(|section| section.grade);
    let is_open = |reason: &Reason| match reason {
        Reason::NotDetected { worst, .. } => *worst > worst_allowed,
        Reason::NoSaturation => findings.iter().any(|finding| is_open(finding, worst_allowed)),
        _ => true,
    };
    let open: Vec<_> = outcome.reasons().iter().copied().filter(is_open).collect();
    let outcome = if failing.is_empty() && !open.is_empty() {
        Outcome::Undetermined(open)
    } else {
        Outcome::Determined(FunctionAttainment { target, grade, failing })
    };
    Ok(Verdict { outcome, findings, notes })
}

fn is_open(finding: &Finding, worst_allowed: WaterGrade) -> bool {
    matches!(finding.judgement, Judgement::WaterGrades { worst, reference_only: false, .. } if worst > worst_allowed)
}

/// The value as compared, exact where a mean is shown with fewer digits.
fn exact(item: &WaterItem, finding: &Finding, given: WaterValue) -> Option<Fraction> {
    match finding.comparison {
        Comparison::Rounded { .. } => Some(finding.compared.value.to_fraction()),
        _ => convert(given.for_statistics()?, given.unit(), item.unit),
    }
}

fn multiple(item: &WaterItem, target: WaterClass, value: Fraction) -> Option<Fraction> {
    let limit = item.limit(target).filter(|_| item.has_multiple)?.value.to_fraction();
    value.checked_sub(limit)?.checked_div(limit)
}

/// Says of a finding what it is against the limit of the target class, where there is one that decides: not for pH, nor for
/// oxygen that is judged by its saturation.
fn held_against(
    item: &WaterItem,
    target: WaterClass,
    met: bool,
    multiple: Option<Fraction>,
    finding: &mut Finding,
) {
    let (Some(limit), WaterLimits::Each { relation, .. }) = (item.limit(target), item.limits) else {
        return;
    };
    if relation.holds(finding.compared.value.cmp(&limit.value)) == met {
        finding.judgement = Judgement::Limit { limit, relation, met, multiple };
    }
}

impl Phrase for FunctionAttainment {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (lang, self.is_met()) {
            (Lang::Zh, true) => "达标",
            (Lang::Zh, false) => "不达标",
            (Lang::En, true) => "attained",
            (Lang::En, false) => "not attained",
        })?;
        let target = self.target.say(lang);
        match lang {
            Lang::Zh => write!(f, "（目标{target}"),
            Lang::En => write!(f, " (target {target}"),
        }?;
        if let Some(grade) = self.grade {
            write!(f, "{}{}", lang.pick("，现状", ", found "), grade.say(lang))?;
        }
        f.write_str(lang.pick("）", ")"))?;
        let heading = lang.pick("，超标指标：", ", failing: ");
        write_list_under(heading, &self.failing, lang, f)
    }
}
