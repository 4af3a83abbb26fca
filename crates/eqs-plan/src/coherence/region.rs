//! What a target allows, as a set of values, and how two such sets lie.

use eqs_core::{End, Fraction, Interval, Reason, Relation};

use super::agreement::Obstacle;
use crate::policy::Policy;
use crate::requirement;
use crate::target::Target;

/// How what one target allows lies to what another allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// The same values.
    Equal,
    /// A part of them.
    Inside,
    /// All of them and more.
    Outside,
    /// None of them.
    Apart,
    /// Some of them, and others.
    Across,
}

/// Why a target allows no set of values.
pub(super) enum NoRegion {
    /// It has no number, and no word that stands for one.
    Words,
    /// It is about a standard.
    Standard,
    /// Another obstacle.
    Other(Obstacle),
}

/// The values that keep every limit of the target, in the base unit of its kind.
pub(super) fn region(target: &Target, policy: &Policy) -> Result<Interval, NoRegion> {
    let limits = requirement::limits(target, policy).map_err(|reason| match reason {
        Reason::StandardNotEvaluated { .. } => NoRegion::Standard,
        Reason::WrongUnit { given, .. } if Some(given) != target.quantity() => {
            NoRegion::Other(Obstacle::PolicyUnit)
        }
        _ => NoRegion::Words,
    })?;
    limits.into_iter().try_fold(Interval::ALL, |region, (relation, limit)| {
        let value = limit.value.to_fraction().checked_mul(limit.unit.factor());
        value
            .map(|value| region.intersection(side(relation, value)))
            .ok_or(NoRegion::Other(Obstacle::TooLong))
    })
}

/// The number of the target and the upper one of a range, in the base unit of its kind.
pub(super) fn numbers(target: &Target) -> Option<(Fraction, Option<Fraction>)> {
    let scaled = |value: eqs_core::Decimal| value.to_fraction().checked_mul(target.unit.factor());
    let high = match target.high {
        Some(high) => Some(scaled(high)?),
        None => None,
    };
    Some((scaled(target.value?)?, high))
}

/// The values that have the relation to `value`.
const fn side(relation: Relation, value: Fraction) -> Interval {
    match relation {
        Relation::AtMost => Interval::new(None, Some(End::included(value))),
        Relation::Below => Interval::new(None, Some(End::excluded(value))),
        Relation::AtLeast => Interval::new(Some(End::included(value)), None),
        Relation::Above => Interval::new(Some(End::excluded(value)), None),
    }
}

/// Whether both ask for less, or both for more.
pub(super) fn same_direction(one: Interval, other: Interval) -> bool {
    let both = |end: fn(Interval) -> Option<End>| end(one).is_some() && end(other).is_some();
    both(Interval::low) || both(Interval::high)
}

/// How `lower` lies to `upper`.
pub(super) fn order(lower: Interval, upper: Interval) -> Order {
    if lower == upper {
        Order::Equal
    } else if lower.is_within(upper) {
        Order::Inside
    } else if upper.is_within(lower) {
        Order::Outside
    } else if lower.meets(upper) {
        Order::Across
    } else {
        Order::Apart
    }
}

/// Whether the target allows what is worse than `base`, for every value that it leaves open.
pub(super) fn allows_worse(allowed: Interval, base: Interval) -> bool {
    let beyond = |end: Option<End>, relation| {
        end.is_some_and(|end| base.relates(relation, Interval::exactly(end.value)) == Some(true))
    };
    beyond(allowed.high(), Relation::Below) || beyond(allowed.low(), Relation::Above)
}
