//! The rank of a district, worked out from the figures of all of them.

use alloc::vec::Vec;
use core::borrow::Borrow;

use eqs_core::{
    Better, Bound, Decimal, Fraction, Interval, Observation, Place, PlaceKind, Quantity, Relation, Unit,
};

use crate::comparator::Comparator;
use crate::target::Target;

const RANK: Unit = Unit::of("rank");

/// Whether the target asks for a place in a ranking (最优) that figures of all places give.
pub(crate) fn is_ranked(target: &Target) -> bool {
    target.comparator == Comparator::RankFirst && target.unit == RANK
}

/// The ranks of the target's place: those that are given, and for each period with a figure of its own the one among all
/// places of its kind beside it, by the better direction of the indicator. Equal figures share a rank.
///
/// A place without a figure may be better or not, so the rank is then a range, and so it is where a figure is only a
/// bound. A place of which two figures are given counts by what they leave open together.
pub(crate) fn ranks<'a, O: Borrow<Observation<'a>>>(
    target: &Target,
    observations: impl IntoIterator<Item = O>,
) -> Vec<Observation<'a>> {
    let observations = observations.into_iter().map(|observation| *observation.borrow());
    let is_meant =
        |other: &Observation<'_>| (other.indicator, other.statistic) == (target.indicator, target.statistic);
    let figures: Vec<Observation<'a>> = observations.filter(is_meant).collect();
    let own = figures.iter().filter(|figure| figure.place == target.observed_at);
    let of_own = |own: &Observation<'a>| match own.quantity.unit {
        RANK => *own,
        _ => ranked(target, own, &figures).unwrap_or(*own),
    };
    own.map(of_own).collect()
}

/// The own figure as a rank; `None` if there is no better direction, or a figure in a unit that does not convert.
fn ranked<'a>(
    target: &Target,
    own: &Observation<'a>,
    figures: &[Observation<'a>],
) -> Option<Observation<'a>> {
    let better = match target.indicator.better() {
        Better::Lower => Relation::Below,
        Better::Higher => Relation::Above,
        Better::Neither => return None,
    };
    let open = interval(own)?;
    let (mut first, mut last) = (1_i64, 1_i64);
    for place in beside(own.place) {
        let others = figures.iter().filter(|other| {
            other.place == place && other.period == own.period && other.quantity.unit != RANK
        });
        let mut known = Interval::ALL;
        for other in others {
            other.quantity.check_unit(own.quantity.unit).ok()?;
            known = known.intersection(interval(other)?);
        }
        let is_better = if known.is_empty() { None } else { known.relates(better, open) };
        match is_better {
            Some(false) => {}
            Some(true) => (first, last) = (first.checked_add(1)?, last.checked_add(1)?),
            None => last = last.checked_add(1)?,
        }
    }
    let high = (first < last).then(|| Decimal::new(last, 0));
    Some(Observation {
        quantity: Quantity::new(Decimal::new(first, 0), RANK),
        high,
        bound: Bound::Exact,
        ..*own
    })
}

/// The places of the kind of this one that lie in the same municipality, city or region, without itself.
fn beside(place: Place) -> impl Iterator<Item = Place> {
    let is_whole = |parent: &Place| {
        matches!(parent.kind(), PlaceKind::Municipality | PlaceKind::City | PlaceKind::Region)
    };
    let whole = place.parents().find(is_whole);
    Place::all().filter(move |other| {
        let lies_there = whole.is_some_and(|whole| other.is_directly_within(whole));
        lies_there && *other != place && other.kind() == place.kind()
    })
}

/// What the figure says for certain, in the base unit of its kind.
fn interval(figure: &Observation<'_>) -> Option<Interval> {
    let Quantity { value, unit } = figure.quantity;
    let scaled = |value: Decimal| -> Option<Fraction> { value.to_fraction().checked_mul(unit.factor()) };
    Some(Interval::certain(scaled(value)?, scaled(figure.high.unwrap_or(value))?, figure.bound))
}
