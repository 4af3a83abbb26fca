//! Trophic level index of lakes and reservoirs (综合营养状态指数), 总站生字〔2001〕090号.

mod index;
mod logarithm;

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use eqs_core::{
    Comparison, Confirmation, Decimal, Finding, Fraction, Indicator, Judgement, Lang, Note, Outcome, Phrase,
    Quantity, Reason, TrophicState, Unit, UnitMismatch, Verdict,
};
use eqs_standards::trophic_state::{TrophicParameter, TrophicStates};
use eqs_standards::{Band, Edge, Grade};

pub use self::index::TrophicIndex;
use crate::air::statistic::convert;
use crate::exceedance::write_list;
use crate::surface_water::WaterValue;

/// The trophic state of a lake or reservoir, with the index that it follows from.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TrophicLevel {
    /// The band of the exact index.
    pub state: TrophicState,
    /// TLI(Σ), the sum of the indices of the parameters by their weights.
    pub index: TrophicIndex,
    /// The parameters that it was made of, in the order of the table.
    pub parts: Vec<TrophicPart>,
}

/// The index of one parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TrophicPart {
    /// The parameter.
    pub indicator: Indicator,
    /// What was reported.
    pub given: WaterValue,
    /// TLI(j); may be negative.
    pub index: TrophicIndex,
    /// W(j) = r² / Σ r² over the parameters that are there.
    pub weight: Fraction,
}

/// Values that have no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TrophicLevelError {
    /// The value is 0 or below, and has no logarithm.
    #[error("{indicator}: {} has no logarithm, expected more than 0", .given.say(Lang::En))]
    NotPositive {
        /// The parameter.
        indicator: Indicator,
        /// The value.
        given: WaterValue,
    },
    /// The unit does not convert to that of the formula.
    #[error("{indicator}: {error}")]
    Unit {
        /// The parameter.
        indicator: Indicator,
        /// What is wrong with the unit.
        error: UnitMismatch,
    },
    /// The indicator is no parameter of the index.
    #[error("{0} is not a parameter of the trophic level index")]
    NotAParameter(Indicator),
    /// The parameter was given twice.
    #[error("{0} is given twice")]
    Twice(Indicator),
    /// A number does not fit 128 bits.
    #[error("the values have too many digits")]
    TooLong,
}

/// The trophic state of a lake or reservoir from chlorophyll a, total phosphorus, total nitrogen, transparency and
/// permanganate index: a [`Quantity`], a [`Measured`](eqs_core::Measured) or a [`WaterValue`] of each.
///
/// TLI(j) = 10 (a + b ln x) of each parameter, TLI(Σ) = Σ W(j) · TLI(j), W(j) = r² / Σ r² with the exact squares (Σ r² =
/// 3.7558 of all five). The exact index is held against the bands; it is rounded for printing only. `lake` holds means
/// over points and rounds, because the index of the means is taken, and not the mean of indices (grade C). Chlorophyll a
/// is given in µg/L, which are the mg/m³ of the print; transparency in any unit of length. SL 395 has another index with
/// the same names of states.
///
/// Where parameters are missing, the weights are those of the others (the m of the formula), and chlorophyll a, the base
/// parameter, should be there: both of grade B, noted. What was not detected counts half its detection limit
/// (环办监测函〔2020〕82号, grade B); without one it is missing. Without any parameter the state is undetermined.
///
/// # Errors
/// [`TrophicLevelError`] for values that are not above 0, other units and indicators, and parameters given twice.
///
/// # Example
/// ```
/// use eqs_assess::trophic_level::trophic_level;
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit};
/// use eqs_standards::trophic_state::TrophicStates;
///
/// let lake = [
///     (Indicator::of("chla"), "12.5", Unit::UG_PER_L),
///     (Indicator::TP, "0.04", Unit::MG_PER_L),
///     (Indicator::TN, "1.5", Unit::MG_PER_L),
///     (Indicator::of("SD"), "90", Unit::of("cm")),
///     (Indicator::CODMN, "4.8", Unit::MG_PER_L),
/// ];
/// let lake = lake.map(|(parameter, value, unit)| (parameter, Quantity::parse(value, unit).unwrap()));
/// let verdict = trophic_level(TrophicStates::named("2001")?, &lake)?;
/// let level = verdict.outcome.determined().unwrap();
/// assert_eq!((level.state.zh(), level.index.round(4)?.to_string().as_str()), ("轻度富营养", "50.4770"));
/// assert_eq!(level.parts[0].weight.shown(6).to_string(), "0.266255");
/// assert_eq!(
///     verdict.say(Lang::Zh).to_string(),
///     "轻度富营养（叶绿素a 52.4、总磷(以P计) 42.1、总氮(以N计) 61.4、透明度 53.2、高锰酸盐指数 42.8）：\
///      综合营养状态指数为50.4770，属轻度富营养（总站生字〔2001〕090号 全文）。"
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn trophic_level<V: Into<WaterValue> + Copy>(
    method: TrophicStates,
    lake: &[(Indicator, V)],
) -> Result<Verdict<TrophicLevel>, TrophicLevelError> {
    for (at, (indicator, _)) in lake.iter().enumerate() {
        if method.parameter(*indicator).is_none() {
            return Err(TrophicLevelError::NotAParameter(*indicator));
        }
        if lake.iter().take(at).any(|(earlier, _)| earlier == indicator) {
            return Err(TrophicLevelError::Twice(*indicator));
        }
    }
    let (mut values, mut notes) = (Vec::with_capacity(lake.len()), Vec::new());
    for parameter in method.parameters() {
        let Some((indicator, given)) = lake.iter().find(|(given, _)| *given == parameter.indicator) else {
            continue;
        };
        let given: WaterValue = (*given).into();
        let Some(value) = value(parameter, given)? else {
            notes.push(Note::NoDetectionLimit(*indicator));
            continue;
        };
        if given.has_halves() {
            notes.push(Note::HalfDetectionLimit(*indicator));
        }
        values.push((parameter, given, value));
    }
    if values.is_empty() {
        let outcome = Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]);
        return Ok(Verdict { outcome, findings: Vec::new(), notes });
    }
    let parts = parts(&values).ok_or(TrophicLevelError::TooLong)?;
    let index = TrophicIndex::weighted(parts.iter().map(|part| (part.weight, &part.index)));
    let index = index.ok_or(TrophicLevelError::TooLong)?;
    let shown = index.round(4).map_err(|_| TrophicLevelError::TooLong)?;
    let Some(band) = method.states().iter().find(|state| holds(state.values, &index)) else {
        return Err(TrophicLevelError::TooLong); // the bands cover the whole scale
    };
    notes.extend(missing(method, &parts));
    let rule = if notes.is_empty() { Confirmation::A } else { Confirmation::B };
    let used = values.iter().map(|(parameter, ..)| parameter.confirmation).max();
    let finding = finding(band, shown, used.map_or(rule, |used| used.max(rule)));
    let outcome = Outcome::Determined(TrophicLevel { state: band.grade, index, parts });
    Ok(Verdict { outcome, findings: alloc::vec![finding], notes })
}

/// The number whose logarithm is taken, in the unit of the formula; `None` of what was not detected without a limit.
fn value(parameter: &TrophicParameter, given: WaterValue) -> Result<Option<Fraction>, TrophicLevelError> {
    let indicator = parameter.indicator;
    let check = Quantity::new(Decimal::ZERO, given.unit()).check_unit(parameter.unit);
    check.map_err(|error| TrophicLevelError::Unit { indicator, error })?;
    let Some(number) = given.for_statistics() else {
        return Ok(None);
    };
    if number <= Fraction::ZERO {
        return Err(TrophicLevelError::NotPositive { indicator, given });
    }
    convert(number, given.unit(), parameter.unit).map(Some).ok_or(TrophicLevelError::TooLong)
}

fn parts(values: &[(&TrophicParameter, WaterValue, Fraction)]) -> Option<Vec<TrophicPart>> {
    let squares = values.iter().map(|(parameter, ..)| parameter.r_squared.to_fraction());
    let sum = squares.into_iter().try_fold(Fraction::ZERO, Fraction::checked_add)?;
    let part = |(parameter, given, value): &(&TrophicParameter, WaterValue, Fraction)| {
        let tenfold = |number: Decimal| number.to_fraction().checked_mul(Fraction::from(10));
        let index = TrophicIndex::new(tenfold(parameter.constant)?, tenfold(parameter.factor)?, *value);
        let weight = parameter.r_squared.to_fraction().checked_div(sum)?;
        Some(TrophicPart { indicator: parameter.indicator, given: *given, index, weight })
    };
    values.iter().map(part).collect()
}

/// Whether the exact index belongs to the band.
fn holds(band: Band, index: &TrophicIndex) -> bool {
    let within = |edge: Edge, outside: Ordering| match index.compare(edge.value) {
        Ordering::Equal => edge.included,
        order => order != outside,
    };
    band.low.is_none_or(|edge| within(edge, Ordering::Less))
        && band.high.is_none_or(|edge| within(edge, Ordering::Greater))
}

/// What is to be said where parameters are missing.
fn missing(method: TrophicStates, parts: &[TrophicPart]) -> impl Iterator<Item = Note> {
    let weights = Note::Reading {
        word: "参数不全",
        word_en: "missing parameters",
        zh: "权重按其余参数的r²归一化（确认等级B）",
        en: "the weights are those of the others by their r² (confirmation grade B)",
    };
    let base = Note::Reading {
        word: "基准参数",
        word_en: "base parameter",
        zh: "没有叶绿素a时仍计算指数（确认等级B）",
        en: "there is an index without chlorophyll a, too (confirmation grade B)",
    };
    let has_all = parts.len() == method.parameters().len();
    let has_base = parts.iter().any(|part| part.indicator == BASE);
    (!has_all).then_some(weights).into_iter().chain((!has_base).then_some(base))
}

/// The base parameter.
const BASE: Indicator = Indicator::of("chla");

fn finding(band: &Grade<TrophicState>, shown: Decimal, confirmation: Confirmation) -> Finding {
    let index = Quantity::new(shown, Unit::NONE);
    Finding {
        indicator: Indicator::of("trophic_level_index"),
        statistic: None,
        given: index,
        compared: index,
        comparison: Comparison::FullValue,
        judgement: Judgement::TrophicState(band.grade),
        citation: band.citation,
        confirmation: confirmation.max(band.confirmation),
    }
}

impl Phrase for TrophicLevel {
    /// The state, and the indices of the parameters with one decimal.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.state.say(lang), lang.pick("（", " ("))?;
        write_list(&self.parts, lang, f)?;
        f.write_str(lang.pick("）", ")"))
    }
}

impl Phrase for TrophicPart {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No index has as many as 18 digits.
        write!(f, "{} {}", self.indicator.say(lang), self.index.round(1).unwrap_or(Decimal::ZERO))
    }
}
