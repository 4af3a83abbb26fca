//! Centralised drinking-water sources with surface water (集中式生活饮用水地表水源地), GB 3838 clause 5.3.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use eqs_core::{
    Comparison, Confirmation, Decimal, Finding, Fraction, Indicator, Judgement, Lang, Measured, Note,
    Outcome, Phrase, Quantity, Reason, Relation, Rounding, Verdict, WaterBody, WaterClass, WaterGrade,
};
use eqs_standards::gb3838::{Gb3838, Role, SourceItem};

use crate::air::statistic::convert;
use crate::exceedance::{Exceedance, write_list_under};
use crate::function_attainment::function_attainment;
use crate::surface_water::{SurfaceWaterError, WaterOptions, WaterValue};

/// The judgement of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DrinkingSource {
    /// The class by the basic items of table 1; `None` where what was not detected leaves it open.
    pub grade: Option<WaterGrade>,
    /// The items that exceed class III or their value of table 2 or 3, with their multiples.
    pub failing: Vec<Exceedance>,
    /// The assessed items of table 1 and the items of table 2 that have no value. Clause 5.3 asks for all of them, practice
    /// for those of the monitoring plan; which items of table 3 belong to it, the authority decides.
    pub not_measured: Vec<Indicator>,
    /// The items of tables 2 and 3 that were not detected and may exceed their value, since the detection limit does.
    pub open: Vec<Indicator>,
}

impl DrinkingSource {
    /// Whether the source meets the requirements (达标).
    #[must_use]
    pub const fn is_met(&self) -> bool {
        self.failing.is_empty()
    }
}

/// Whether a source attains (水源地达标): the basic items of table 1 are of class III or better, total nitrogen, water
/// temperature and faecal coliforms apart, and each item of tables 2 and 3 does not exceed its value (grade B, practice).
///
/// `sample` holds items of all three tables. What was not detected attains where its detection limit does; without a limit
/// an item of tables 2 and 3 counts as not measured, and is noted. A source without any basic item is undetermined,
/// unless another item exceeds. Sources with ground water go by GB/T 14848.
///
/// # Errors
/// Those of [`surface_water`](crate::surface_water::surface_water); an indicator of none of the tables is
/// [`SurfaceWaterError::NotInTable`].
///
/// # Example
/// ```
/// use eqs_assess::drinking_source::drinking_source;
/// use eqs_assess::surface_water::WaterOptions;
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit, WaterBody};
/// use eqs_standards::gb3838::Gb3838;
///
/// let sample = [(Indicator::CODMN, "2.6"), (Indicator::TP, "0.02"), ("硝酸盐(以N计)".parse()?, "1.0"), ("锰".parse()?, "0.12")];
/// let sample = sample.map(|(item, value)| (item, Quantity::parse(value, Unit::MG_PER_L).unwrap()));
/// let source = drinking_source(Gb3838::named("2002")?, WaterBody::Lake, &sample, WaterOptions::default())?;
/// assert_eq!(
///     source.outcome.say(Lang::Zh).to_string(),
///     "不符合饮用水源水质标准（基本项目II类），超标指标：锰(0.20)；未监测22项"
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn drinking_source<V: Into<WaterValue> + Copy>(
    standard: Gb3838,
    body: WaterBody,
    sample: &[(Indicator, V)],
    options: WaterOptions,
) -> Result<Verdict<DrinkingSource>, SurfaceWaterError> {
    let sample: Vec<(Indicator, WaterValue)> =
        sample.iter().map(|(indicator, value)| (*indicator, (*value).into())).collect();
    let (special, basic): (Vec<_>, Vec<_>) =
        sample.iter().copied().partition(|(indicator, _)| standard.source_item(*indicator).is_some());
    check(&special)?;
    let basic = function_attainment(standard, body, WaterClass::III, &basic, options)?;
    let Verdict { outcome, mut findings, mut notes } = basic;
    for finding in &mut findings {
        finding.confirmation = finding.confirmation.max(Confirmation::B);
    }
    let (grade, mut failing, mut reasons) = match outcome {
        Outcome::Determined(section) => (section.grade, section.failing, Vec::new()),
        Outcome::Undetermined(reasons) => (None, Vec::new(), reasons),
    };
    let mut open = Vec::new();
    for item in standard.source_items() {
        let Some((_, given)) = special.iter().find(|(indicator, _)| *indicator == item.indicator) else {
            continue;
        };
        let Some(held) = Held::of(item, *given)? else {
            notes.push(Note::NoDetectionLimit(item.indicator));
            continue;
        };
        match held.met {
            Some(true) => (),
            Some(false) => {
                failing.push(Exceedance { indicator: item.indicator, multiple: held.multiple });
            }
            None => {
                let (given, limit) = (held.given, item.quantity());
                reasons.push(Reason::BoundDoesNotDecide { given, limit });
                open.push(item.indicator);
                continue;
            }
        }
        findings.push(held.finding(item));
    }
    let outcome = if failing.is_empty() && !reasons.is_empty() {
        Outcome::Undetermined(reasons)
    } else {
        let not_measured = not_measured(standard, body, &sample);
        Outcome::Determined(DrinkingSource { grade, failing, not_measured, open })
    };
    Ok(Verdict { outcome, findings, notes })
}

fn check(special: &[(Indicator, WaterValue)]) -> Result<(), SurfaceWaterError> {
    for (at, (indicator, given)) in special.iter().enumerate() {
        let (indicator, given) = (*indicator, *given);
        if special.iter().take(at).any(|(earlier, _)| *earlier == indicator) {
            return Err(SurfaceWaterError::Twice(indicator));
        }
        if number(given).is_some_and(Fraction::is_negative) {
            return Err(SurfaceWaterError::Negative { indicator, given });
        }
    }
    Ok(())
}

/// The value or the detection limit; `None` where neither is given.
fn number(given: WaterValue) -> Option<Fraction> {
    match given {
        WaterValue::Measured(measured) => measured.number().map(Fraction::from),
        WaterValue::Mean { value, .. } => Some(value),
    }
}

/// A value of tables 2 and 3 beside its limit.
struct Held {
    given: Quantity,
    compared: Quantity,
    comparison: Comparison,
    /// `None` where a detection limit lies above the limit.
    met: Option<bool>,
    multiple: Option<Fraction>,
}

impl Held {
    /// `None` of what was not detected without a detection limit.
    fn of(item: &SourceItem, given: WaterValue) -> Result<Option<Self>, SurfaceWaterError> {
        let (indicator, limit) = (item.indicator, item.quantity());
        let unit = |error| SurfaceWaterError::Unit { indicator, error };
        let mismatch = Quantity::new(Decimal::ZERO, given.unit()).check_unit(limit.unit);
        mismatch.map_err(|error| unit(error.into()))?;
        let Some(value) = number(given) else { return Ok(None) };
        let too_long = SurfaceWaterError::TooLong(indicator);
        let value = convert(value, given.unit(), limit.unit).ok_or(too_long)?;
        let bound = limit.value.to_fraction();
        let met = Relation::AtMost.holds(value.cmp(&bound));
        let (shown, comparison) = match given {
            WaterValue::Measured(Measured::Below(limit)) => (limit, Comparison::BelowDetectionLimit),
            WaterValue::Measured(Measured::Value(value)) => (value, Comparison::FullValue),
            _ => (shown(value, limit).ok_or(too_long)?, Comparison::FullValue),
        };
        let is_open = comparison == Comparison::BelowDetectionLimit && !met;
        let multiple = value.checked_sub(bound).and_then(|excess| excess.checked_div(bound));
        Ok(Some(Self {
            given: shown,
            compared: shown.convert_to(limit.unit).map_err(unit)?,
            comparison,
            met: (!is_open).then_some(met),
            multiple: multiple.filter(|_| !met),
        }))
    }

    fn finding(self, item: &SourceItem) -> Finding {
        Finding {
            indicator: item.indicator,
            statistic: None,
            given: self.given,
            compared: self.compared,
            comparison: self.comparison,
            judgement: Judgement::Limit {
                limit: item.quantity(),
                relation: Relation::AtMost,
                met: self.met == Some(true),
                multiple: self.multiple,
            },
            citation: item.citation(),
            confirmation: item.confirmation().max(Confirmation::B),
        }
    }
}

/// A mean with six decimals, or as many as leave it on its side of the limit.
fn shown(mean: Fraction, limit: Quantity) -> Option<Quantity> {
    let side = |value: Fraction| value.cmp(&limit.value.to_fraction()) == Ordering::Greater;
    let rounded = (6..=18).filter_map(|places| mean.round(places, Rounding::HalfEven).ok());
    let mut alike = rounded.filter(|shown| side(shown.to_fraction()) == side(mean));
    Some(Quantity::new(alike.next()?, limit.unit))
}

fn not_measured(standard: Gb3838, body: WaterBody, sample: &[(Indicator, WaterValue)]) -> Vec<Indicator> {
    let basic = standard.items().iter().filter(|item| item.is_for(body) && item.role == Role::Assessed);
    let basic = basic.map(|item| item.indicator);
    let supplementary = standard.source_items().filter(|item| item.table == 2).map(|item| item.indicator);
    let has = |indicator: &Indicator| {
        sample.iter().any(|(own, given)| own == indicator && number(*given).is_some())
    };
    basic.chain(supplementary).filter(|indicator| !has(indicator)).collect()
}

impl Phrase for DrinkingSource {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (lang, self.is_met()) {
            (Lang::Zh, true) => "符合饮用水源水质标准",
            (Lang::Zh, false) => "不符合饮用水源水质标准",
            (Lang::En, true) => "meets the standard of drinking-water sources",
            (Lang::En, false) => "does not meet the standard of drinking-water sources",
        })?;
        if let Some(grade) = self.grade {
            let grade = grade.say(lang);
            match lang {
                Lang::Zh => write!(f, "（基本项目{grade}）"),
                Lang::En => write!(f, " (basic items {grade})"),
            }?;
        }
        write_list_under(lang.pick("，超标指标：", ", failing: "), &self.failing, lang, f)?;
        match (lang, self.not_measured.len()) {
            (_, 0) => Ok(()),
            (Lang::Zh, items) => write!(f, "；未监测{items}项"),
            (Lang::En, items) => write!(f, "; {items} items not measured"),
        }?;
        match (lang, self.open.len()) {
            (_, 0) => Ok(()),
            (Lang::Zh, items) => write!(f, "；{items}项的检出限高于标准限值"),
            (Lang::En, items) => write!(f, "; detection limits above the limits of {items} items"),
        }
    }
}
