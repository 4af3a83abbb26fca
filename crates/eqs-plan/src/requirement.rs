//! What a target with a number, or a word that stands for one, requires of a figure.

#![expect(clippy::result_large_err, reason = "a reason is made once and moved into the verdict")]

use alloc::vec;
use alloc::vec::Vec;

use eqs_core::{Better, Decimal, Quantity, Reason, Relation, Statistic, Unit};

use crate::policy::Policy;
use crate::target::{Comparator, Target};

/// The limits that a figure must keep, all of them, in the unit of the target.
///
/// A target without the number that its comparator takes, or with one so long that a limit would need more than
/// 18 digits, requires nothing that could be assessed: [`Reason::NothingAssessed`].
pub(crate) fn limits(target: &Target, policy: &Policy) -> Result<Vec<(Relation, Quantity)>, Reason> {
    let limit = |relation, value| vec![(relation, Quantity::new(value, target.unit))];
    let number = || target.value.ok_or(Reason::NothingAssessed);
    Ok(match target.comparator {
        Comparator::AtMost => limit(Relation::AtMost, number()?),
        Comparator::Below => limit(Relation::Below, number()?),
        Comparator::AtLeast => limit(Relation::AtLeast, number()?),
        Comparator::Above => limit(Relation::Above, number()?),
        Comparator::About => {
            let value = number()?;
            let margin = margin(value, policy.about_tolerance)?;
            let at_most = || sum(value, margin).map(|value| limit(Relation::AtMost, value));
            let at_least = || difference(value, margin).map(|value| limit(Relation::AtLeast, value));
            match target.indicator.better() {
                Better::Lower => at_most()?,
                Better::Higher => at_least()?,
                Better::Neither => [at_least()?, at_most()?].concat(),
            }
        }
        Comparator::ReduceByAtLeast => vec![reduction(target, number()?)?],
        Comparator::ReduceByAbout => {
            let value = number()?;
            vec![reduction(target, difference(value, margin(value, policy.about_tolerance)?)?)?]
        }
        // No share or concentration lies below 0, so that "exactly 0" and "at most 0" are the same.
        Comparator::Eliminate => limit(Relation::AtMost, Decimal::ZERO),
        Comparator::BasicallyEliminate => {
            let given = policy.basically_eliminated;
            let needed = target.unit;
            let threshold = given.convert_to(needed).map_err(|_| Reason::WrongUnit { given, needed })?;
            vec![(Relation::AtMost, threshold)]
        }
        Comparator::ImproveSteadily => return Err(Reason::NothingAssessed),
    })
}

/// What a reduction by `value` per cent or more requires: of a printed change, that it is at least as large; of
/// a level in per cent of the base, that it is at most what is left.
fn reduction(target: &Target, value: Decimal) -> Result<(Relation, Quantity), Reason> {
    if target.statistic == Statistic::CumulativeChange {
        return Ok((Relation::AtLeast, Quantity::new(value, target.unit)));
    }
    in_percent(Quantity::new(value, target.unit))?;
    let left = difference(Decimal::from(100), value)?;
    Ok((Relation::AtMost, Quantity::new(left, Unit::PERCENT)))
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
