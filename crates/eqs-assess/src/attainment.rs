//! Attainment (达标评价) of a statistic against a limit of GB 3095, rounded by HJ 663.

use alloc::vec::Vec;
use core::cmp::Ordering;

use eqs_core::{
    AirGrade, Averaging, Comparison, Confirmation, Decimal, Finding, Fraction, Indicator, Judgement, Outcome,
    Quantity, QuantityError, Reason, Relation, Rounding, Statistic, Unit, Verdict,
};
use eqs_standards::gb3095::{AirLimit, Gb3095};
use eqs_standards::hj663::{Digits, ResultKind};

use crate::air::statistic::convert;

eqs_core::vocabulary! {
    /// Whether a limit is attained.
    pub enum Attainment {
        /// The value does not exceed the limit (达标).
        Met = "met", "达标", "met";
        /// The value exceeds the limit (超标).
        Exceeded = "exceeded", "超标", "exceeded";
    }
}

/// A statistic as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// The unrounded value, or one to be taken as such.
    Exact(Quantity),
    /// The unrounded value where it may have no finite decimal, as a mean of 366 days. It is rounded once, by the rule;
    /// the finding shows as many of its digits as lead to the same result.
    Fraction(Fraction, Unit),
    /// A published figure: already rounded, half to even, to its printed places. It stands for every value that
    /// rounds to it, and where these fall on both sides of the limit nothing can be decided.
    Printed(Quantity),
}

/// A figure that cannot be held against a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttainmentError {
    /// The figure is below 0.
    #[error("{0} is negative, expected a concentration of 0 or more")]
    Negative(Quantity),
    /// The figure's unit does not convert to that of the limit, or not exactly.
    #[error(transparent)]
    Unit(QuantityError),
    /// The figure has too many digits to be rounded.
    #[error("{0} has too many digits")]
    TooManyDigits(Quantity),
    /// The unrounded value is below 0.
    #[error("{0} is negative, expected a concentration of 0 or more")]
    Below0(Fraction),
    /// The unrounded value has too many digits to be rounded.
    #[error("{0} has too many digits")]
    TooLong(Fraction),
}

impl Figure {
    /// The figure as given; `None` of a fraction.
    #[must_use]
    pub const fn quantity(self) -> Option<Quantity> {
        match self {
            Self::Exact(quantity) | Self::Printed(quantity) => Some(quantity),
            Self::Fraction(..) => None,
        }
    }

    /// The value and its unit.
    fn value(self) -> (Fraction, Unit) {
        match self {
            Self::Exact(quantity) | Self::Printed(quantity) => (quantity.value.to_fraction(), quantity.unit),
            Self::Fraction(value, unit) => (value, unit),
        }
    }

    fn too_long(self) -> AttainmentError {
        match self {
            Self::Exact(quantity) | Self::Printed(quantity) => AttainmentError::TooManyDigits(quantity),
            Self::Fraction(value, _) => AttainmentError::TooLong(value),
        }
    }
}

/// A result of the evaluation as it is stated: to the places that HJ 663 gives for it (2026: table 3, grade B: two for the
/// exceedance multiple, one for the attainment rate in percent), half to even, once. `None` where no confirmed source gives
/// any (HJ 663-2013), or if it has too many digits.
///
/// # Example
/// ```
/// use eqs_assess::attainment::rounded_result;
/// use eqs_core::Fraction;
/// use eqs_standards::{gb3095::Gb3095, hj663::ResultKind};
///
/// let multiple = Fraction::new(11, 160).unwrap(); // (171 - 160) / 160 = 0.06875
/// let stated = |edition| {
///     rounded_result(multiple, ResultKind::ExceedanceMultiple, Gb3095::named(edition).unwrap())
/// };
/// assert_eq!(stated("2026 transition").unwrap().to_string(), "0.07");
/// assert_eq!(stated("2012"), None);
/// ```
#[must_use]
pub fn rounded_result(exact: Fraction, result: ResultKind, standard: Gb3095) -> Option<Quantity> {
    let digits = standard.evaluated_by()?.result_digits().find(|digits| digits.result == result)?;
    let rounded = exact.round(digits.places.cast_signed(), Rounding::HalfEven).ok()?;
    Some(Quantity::new(rounded, digits.unit))
}

/// Holds a statistic against the limit of its pollutant, grade and edition.
///
/// Annual means are held against annual limits and percentiles of daily values against daily limits (HJ 663);
/// means of an hour or a day against the limit of that averaging time. The value is rounded half to even to the
/// places of HJ 663 (the edition that goes with that of GB 3095; grade B) and then compared; where HJ 663 gives
/// no places the full value is compared (the default of GB/T 8170, grade C). Exceedance multiple: (C − S) / S of the rounded value.
///
/// A statistic for which the edition sets no limit is undetermined with that reason, in whatever unit it stands.
///
/// # Errors
/// [`AttainmentError`] if the figure is negative, has a unit that does not convert, or too many digits.
///
/// # Example
/// ```
/// use eqs_assess::attainment::{Attainment, Figure, attainment};
/// use eqs_core::{AirGrade, Indicator, Lang, Outcome, Phrase, Quantity, Statistic, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// let printed = Figure::Printed(Quantity::parse("30.5", Unit::UG_PER_M3)?);
/// let judge = |edition| {
///     let standard = Gb3095::named(edition).unwrap();
///     attainment(standard, AirGrade::Two, Indicator::PM2_5, Statistic::AnnualMean, printed)
/// };
/// assert_eq!(judge("2012")?.outcome, Outcome::Determined(Attainment::Met));
/// // The unrounded mean may be 30.46 or 30.54: 30 attains the limit of 30, 31 does not.
/// assert_eq!(judge("2026 transition")?.outcome.determined(), None);
/// assert_eq!(judge("2026 final")?.outcome, Outcome::Determined(Attainment::Exceeded));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn attainment(
    standard: Gb3095,
    grade: AirGrade,
    indicator: Indicator,
    statistic: Statistic,
    figure: Figure,
) -> Result<Verdict<Attainment>, AttainmentError> {
    let (value, unit) = figure.value();
    if value.is_negative() {
        return Err(figure.quantity().map_or(AttainmentError::Below0(value), AttainmentError::Negative));
    }
    let limit = averaging(standard, indicator, statistic)
        .and_then(|averaging| standard.limit(indicator, averaging, grade));
    let Some(limit) = limit else {
        let edition = standard.edition();
        let (standard, edition) = (edition.standard, edition.name);
        return Ok(Verdict::undetermined(Reason::NoLimit { indicator, statistic, standard, edition }));
    };
    let digits = standard.evaluated_by().and_then(|hj663| hj663.digits(indicator));
    let places = digits.map(|digits| digits.places);
    let known = Known::of(figure, unit, limit.quantity.unit, places)?;
    if let Figure::Printed(given) = figure
        && straddles(given, places, limit.quantity).ok_or_else(|| figure.too_long())?
    {
        return Ok(Verdict::undetermined(Reason::RoundingEdge {
            printed: given,
            limit: limit.quantity,
            places: places.unwrap_or(known.compared.value.places()),
            citation: limit.citation,
        }));
    }
    let finding = finding(&limit, statistic, digits, &known);
    let met = matches!(finding.judgement, Judgement::Limit { met: true, .. });
    let outcome = if met { Attainment::Met } else { Attainment::Exceeded };
    Ok(Verdict { outcome: Outcome::Determined(outcome), findings: alloc::vec![finding], notes: Vec::new() })
}

/// A figure beside a limit.
struct Known {
    /// As given; a fraction to as many places as round like the whole.
    given: Quantity,
    /// In the unit of the limit, rounded where the rule says so.
    compared: Quantity,
    /// What is held against the limit: the rounded value, or the full one.
    value: Fraction,
}

impl Known {
    fn of(figure: Figure, from: Unit, unit: Unit, places: Option<u8>) -> Result<Self, AttainmentError> {
        let too_long = || figure.too_long();
        let round = |value: Fraction, places: u8| {
            value.round(places.cast_signed(), Rounding::HalfEven).map_err(|_| too_long())
        };
        if let Some(given) = figure.quantity() {
            let value = given.convert_to(unit).map_err(AttainmentError::Unit)?.value;
            let compared = places.map_or(Ok(value), |places| round(value.to_fraction(), places))?;
            return Ok(Self {
                given,
                compared: Quantity::new(compared, unit),
                value: compared.to_fraction(),
            });
        }
        if !from.converts_to(unit) {
            let mismatch = Quantity::new(Decimal::ZERO, from).check_unit(unit).err();
            return Err(mismatch.map_or_else(too_long, |mismatch| AttainmentError::Unit(mismatch.into())));
        }
        let exact = figure.value().0;
        let value = convert(exact, from, unit).ok_or_else(too_long)?;
        let compared = round(value, places.unwrap_or(SHOWN))?;
        let rounds_alike = |shown: &Decimal| {
            let shown = convert(shown.to_fraction(), from, unit);
            // What is rounded is not shown as if it were whole.
            let differs = shown != Some(compared.to_fraction()) || value == compared.to_fraction();
            shown.and_then(|shown| round(shown, places.unwrap_or(SHOWN)).ok()) == Some(compared) && differs
        };
        let fewest = places.unwrap_or(SHOWN).saturating_add(1);
        let short = exact.to_decimal().filter(|decimal| decimal.places() <= fewest);
        let longer = (fewest..=18).filter_map(|places| round(exact, places).ok());
        let given = short.into_iter().chain(longer).find(rounds_alike).ok_or_else(too_long)?;
        Ok(Self {
            given: Quantity::new(given, from),
            compared: Quantity::new(compared, unit),
            value: if places.is_some() { compared.to_fraction() } else { value },
        })
    }
}

/// The places to which a fraction is shown where it is compared in full.
const SHOWN: u8 = 6;

/// The averaging time of the limit that a statistic is held against.
fn averaging(standard: Gb3095, indicator: Indicator, statistic: Statistic) -> Option<Averaging> {
    match statistic {
        Statistic::HourlyMean => Some(Averaging::Hour),
        Statistic::DailyMean => Some(Averaging::Day),
        Statistic::DailyMax8h => Some(Averaging::DailyMax8h),
        Statistic::AnnualMean => Some(Averaging::Annual),
        _ => standard.evaluated_by()?.limit_for(indicator, statistic),
    }
}

/// Whether the values that a figure printed as `given` stands for, rounded to `places`, lie on both sides of
/// `limit`; `None` if they have too many digits.
///
/// Rounding is monotone, so the two ends of these values decide. An end belongs to them if the last printed digit
/// is even; otherwise the values next to it count.
fn straddles(given: Quantity, places: Option<u8>, limit: Quantity) -> Option<bool> {
    let factor = given.unit.factor().checked_div(limit.unit.factor())?;
    let value = given.value.to_fraction().checked_mul(factor)?;
    let step = Decimal::try_new(1, given.value.places()).ok()?.to_fraction().checked_mul(factor)?;
    let half = step.checked_div(Fraction::from(2))?;
    let (low, high) = (value.checked_sub(half)?, value.checked_add(half)?);
    let limit = limit.value.to_fraction();
    let owns_ends = given.value.mantissa() % 2 == 0;
    let Some(places) = places else {
        let some_met = low < limit || (low == limit && owns_ends);
        return Some(some_met && high > limit);
    };
    let rounded =
        |end: Fraction, rounding| end.round(places.cast_signed(), rounding).ok().map(Decimal::to_fraction);
    let (lowest, highest) = if owns_ends {
        (rounded(low, Rounding::HalfEven)?, rounded(high, Rounding::HalfEven)?)
    } else {
        let half_place = Decimal::try_new(5, places.checked_add(1)?).ok()?.to_fraction();
        let down = rounded(high, Rounding::Truncate)?;
        let is_tie = high.checked_sub(down) == Some(half_place);
        (rounded(low, Rounding::HalfUp)?, if is_tie { down } else { rounded(high, Rounding::HalfEven)? })
    };
    Some(lowest <= limit && highest > limit)
}

fn finding(limit: &AirLimit, statistic: Statistic, digits: Option<Digits>, known: &Known) -> Finding {
    let (value, bound) = (known.value, limit.quantity.value.to_fraction());
    let ordering = value.cmp(&bound);
    let met = Relation::AtMost.holds(ordering);
    let multiple = (ordering == Ordering::Greater)
        .then(|| value.checked_sub(bound).and_then(|excess| excess.checked_div(bound)))
        .flatten();
    Finding {
        indicator: limit.indicator,
        statistic: Some(statistic),
        given: known.given,
        compared: known.compared,
        comparison: digits.map_or(Comparison::FullValue, |digits| Comparison::Rounded {
            places: digits.places,
            rounding: Rounding::HalfEven,
            rule: digits.citation,
        }),
        judgement: Judgement::Limit { limit: limit.quantity, relation: Relation::AtMost, met, multiple },
        citation: limit.citation,
        // That the full value is compared where nothing else is said (GB/T 8170 clause 4) is not confirmed.
        confirmation: digits.map_or(Confirmation::C, |digits| digits.confirmation).max(limit.confirmation),
    }
}
