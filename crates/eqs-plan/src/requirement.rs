//! What a target with a number, or a word that stands for one, requires of a figure.

#![expect(clippy::result_large_err, reason = "a reason is made once and moved into the verdict")]

use alloc::vec;
use alloc::vec::Vec;

use eqs_core::{Better, Decimal, NaiveDate, Quantity, Reason, Relation, Statistic, Unit};

use crate::comparator::Comparator;
use crate::policy::Policy;
use crate::target::Target;

/// A relation and a limit that a figure must keep.
pub(crate) type Limit = (Relation, Quantity);

/// The limits that a figure must keep, all of them, in the unit of the target.
///
/// A target without the number that its comparator takes, or with one so long that a limit would need more than
/// 18 digits, requires nothing that could be assessed: [`Reason::NothingAssessed`].
pub(crate) fn limits(target: &Target, policy: &Policy) -> Result<Vec<Limit>, Reason> {
    match target.comparator {
        // The best class has the smallest number.
        Comparator::AtMost | Comparator::AtLeastClass => number(target, Relation::AtMost),
        // A year before the one that is printed.
        Comparator::Below | Comparator::PeakBefore => number(target, Relation::Below),
        Comparator::AtLeast | Comparator::CompleteCount => number(target, Relation::AtLeast),
        // A rank counted from the last.
        Comparator::Above | Comparator::NotInBottom => number(target, Relation::Above),
        Comparator::About => about(target, policy),
        Comparator::Range => range(target),
        Comparator::ReduceByAtLeast => reduction(target, target.value.ok_or(Reason::NothingAssessed)?),
        Comparator::ReduceByAbout => reduction(target, about_the_number(target, policy)?),
        Comparator::IncreaseByAbout => increase(target, about_the_number(target, policy)?),
        Comparator::Complete => complete(target),
        Comparator::BasicallyComplete => word(target, Relation::AtLeast, policy.basically_completed),
        // No share or concentration lies below 0, so that "exactly 0" and "at most 0" are the same.
        Comparator::Eliminate => Ok(limit(target, Relation::AtMost, Decimal::ZERO)),
        Comparator::BasicallyEliminate => {
            word(target, Relation::AtMost, in_days(target, policy.basically_eliminated)?)
        }
        Comparator::MeetGrade if target.statistic == Statistic::Class => number(target, Relation::AtMost),
        Comparator::MeetStandard | Comparator::MeetGrade | Comparator::BetterThanGrade => {
            Err(not_evaluated(target))
        }
        Comparator::MeetHigherLevelRequirement => Err(not_given(target)),
        Comparator::RankFirst => Ok(limit(target, Relation::AtMost, Decimal::from(1))),
        Comparator::Threshold => Err(Reason::ConditionOnly),
        Comparator::Qualitative => Err(Reason::NothingMeasurable),
        Comparator::ImproveSteadily
        | Comparator::DeclineSteadily
        | Comparator::DeclineContinuously
        | Comparator::NoIncrease
        | Comparator::NoDecrease
        | Comparator::RemainStable => Err(Reason::NothingAssessed),
    }
}

fn limit(target: &Target, relation: Relation, value: Decimal) -> Vec<Limit> {
    vec![(relation, Quantity::new(value, target.unit))]
}

/// The relation to the number of the target.
fn number(target: &Target, relation: Relation) -> Result<Vec<Limit>, Reason> {
    Ok(limit(target, relation, target.value.ok_or(Reason::NothingAssessed)?))
}

/// Not worse than the number by more than the tolerance; on both sides where neither direction is better.
fn about(target: &Target, policy: &Policy) -> Result<Vec<Limit>, Reason> {
    let value = target.value.ok_or(Reason::NothingAssessed)?;
    let margin = margin(value, policy.about_tolerance)?;
    within(target, || difference(value, margin), || sum(value, margin))
}

/// Not worse than the worse end; within both where neither direction is better.
fn range(target: &Target) -> Result<Vec<Limit>, Reason> {
    let end = |value: Option<Decimal>| value.ok_or(Reason::NothingAssessed);
    within(target, || end(target.value), || end(target.high))
}

/// Not beyond the end on the worse side.
fn within(
    target: &Target,
    low: impl Fn() -> Result<Decimal, Reason>,
    high: impl Fn() -> Result<Decimal, Reason>,
) -> Result<Vec<Limit>, Reason> {
    let at_least = || low().map(|value| limit(target, Relation::AtLeast, value));
    let at_most = || high().map(|value| limit(target, Relation::AtMost, value));
    Ok(match target.indicator.better() {
        Better::Lower => at_most()?,
        Better::Higher => at_least()?,
        Better::Neither => [at_least()?, at_most()?].concat(),
    })
}

/// All of a share; or finished before the year that is printed.
fn complete(target: &Target) -> Result<Vec<Limit>, Reason> {
    match target.value {
        Some(year) if target.unit == Unit::of("calendar_year") => Ok(limit(target, Relation::Below, year)),
        _ if target.unit == Unit::PERCENT => Ok(limit(target, Relation::AtLeast, Decimal::from(100))),
        _ => Err(Reason::NothingMeasurable),
    }
}

/// A word that stands for a number of the policy.
fn word(target: &Target, relation: Relation, given: Quantity) -> Result<Vec<Limit>, Reason> {
    let needed = target.unit;
    let threshold = given.convert_to(needed).map_err(|_| Reason::WrongUnit { given, needed })?;
    Ok(vec![(relation, threshold)])
}

/// A share in per cent as that of the days of the due year, where the target counts days.
fn in_days(target: &Target, share: Quantity) -> Result<Quantity, Reason> {
    if !counts_days(target) || share.unit != Unit::PERCENT {
        return Ok(share);
    }
    let first = NaiveDate::from_ymd_opt(target.due_year().unwrap_or(target.last_year).into(), 1, 1);
    let days = if first.is_some_and(|first| first.leap_year()) { 366 } else { 365 };
    margin(Decimal::from(days), share).map(|days| Quantity::new(without_zeros(days), Unit::DAY))
}

/// Whether the target asks for days that are next to none.
pub(crate) fn counts_days(target: &Target) -> bool {
    target.comparator == Comparator::BasicallyEliminate && target.unit == Unit::DAY
}

/// The number less the tolerance of 左右.
fn about_the_number(target: &Target, policy: &Policy) -> Result<Decimal, Reason> {
    let value = target.value.ok_or(Reason::NothingAssessed)?;
    difference(value, margin(value, policy.about_tolerance)?)
}

/// What a reduction by `value` per cent or more requires: of a printed change, that it is at least as large; of
/// a level in per cent of the base, that it is at most what is left.
fn reduction(target: &Target, value: Decimal) -> Result<Vec<Limit>, Reason> {
    if target.statistic == Statistic::CumulativeChange {
        return Ok(limit(target, Relation::AtLeast, value));
    }
    in_percent(Quantity::new(value, target.unit))?;
    let left = difference(Decimal::from(100), value)?;
    Ok(vec![(Relation::AtMost, Quantity::new(left, Unit::PERCENT))])
}

/// What an increase by `value` per cent or more requires.
fn increase(target: &Target, value: Decimal) -> Result<Vec<Limit>, Reason> {
    if target.statistic == Statistic::CumulativeChange {
        return Ok(limit(target, Relation::AtLeast, value));
    }
    in_percent(Quantity::new(value, target.unit))?;
    let reached = sum(Decimal::from(100), value)?;
    Ok(vec![(Relation::AtLeast, Quantity::new(reached, Unit::PERCENT))])
}

/// What a figure must keep that is to change as the target asks from `base`, the level of a year: by a number of per cent
/// of it, of percentage points, or by an amount.
pub(crate) fn changed(target: &Target, base: Quantity, policy: &Policy) -> Result<Limit, Reason> {
    let number = if target.comparator.is_about() {
        about_the_number(target, policy)?
    } else {
        target.value.ok_or(Reason::NothingAssessed)?
    };
    let by = match target.unit {
        Unit::PERCENT => margin(base.value, Quantity::new(number, Unit::PERCENT))?,
        unit if unit == Unit::of("percentage_point") => number,
        unit => {
            let (given, needed) = (Quantity::new(number, unit), base.unit);
            given.convert_to(needed).map_err(|_| Reason::WrongUnit { given, needed })?.value
        }
    };
    let (relation, value) = if target.comparator == Comparator::IncreaseByAbout {
        (Relation::AtLeast, sum(base.value, by)?)
    } else {
        (Relation::AtMost, difference(base.value, by)?)
    };
    Ok((relation, Quantity::new(value, base.unit)))
}

/// What a figure must keep to remain as stable as `policy` says: not worse than `base` by more than the tolerance.
pub(crate) fn stable(target: &Target, base: Quantity, policy: &Policy) -> Result<Vec<Limit>, Reason> {
    let margin = margin(base.value, policy.stable_tolerance)?;
    let limits = within(target, || difference(base.value, margin), || sum(base.value, margin))?;
    Ok(limits
        .into_iter()
        .map(|(relation, limit)| (relation, Quantity::new(limit.value, base.unit)))
        .collect())
}

fn not_evaluated(target: &Target) -> Reason {
    let (standard, standard_en) = target.standard.map_or(("", ""), |norm| (norm.zh(), norm.en()));
    Reason::StandardNotEvaluated { standard, standard_en, grade: target.grade }
}

fn not_given(target: &Target) -> Reason {
    let (level, level_en) =
        target.higher.map_or(("上级", "the higher level"), |level| (level.zh(), level.en()));
    Reason::RequirementNotGiven { level, level_en }
}

/// `tolerance` per cent of `value`, without sign.
fn margin(value: Decimal, tolerance: Quantity) -> Result<Decimal, Reason> {
    let tolerance = in_percent(tolerance)?;
    let places = value.places().checked_add(tolerance.places()).and_then(|places| places.checked_add(2));
    let mantissa = value.abs().mantissa().checked_mul(tolerance.mantissa());
    mantissa
        .zip(places)
        .and_then(|(mantissa, places)| Decimal::try_new(mantissa, places).ok())
        .ok_or(Reason::NothingAssessed)
}

fn in_percent(given: Quantity) -> Result<Decimal, Reason> {
    if given.unit == Unit::PERCENT {
        Ok(given.value)
    } else {
        Err(Reason::WrongUnit { given, needed: Unit::PERCENT })
    }
}

fn sum(one: Decimal, other: Decimal) -> Result<Decimal, Reason> {
    one.checked_add(other).map(without_zeros).ok_or(Reason::NothingAssessed)
}

fn difference(one: Decimal, other: Decimal) -> Result<Decimal, Reason> {
    one.checked_sub(other).map(without_zeros).ok_or(Reason::NothingAssessed)
}

/// The value without trailing zeros: a computed limit has no printed places.
fn without_zeros(value: Decimal) -> Decimal {
    let places = i8::try_from(value.significant_places()).unwrap_or(i8::MAX);
    value.round(places, eqs_core::Rounding::Truncate).unwrap_or(value)
}
