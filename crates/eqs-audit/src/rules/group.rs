//! Rules over the members of a group: `range`, `rank` and `between`.

use alloc::vec::Vec;

use eqs_core::{Interval, Place, Relation};

use crate::claim::{Claim, Parts};
use crate::evidence::Evidence;
use crate::key::Key;
use crate::register::Register;
use crate::result::{Computed, Missing, Part, Truth};
use crate::term::Strength;

pub(super) fn range(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let Some(amount) = claim.amount else { return part.lacking(Missing::Criterion) };
    let members = match register.places_of(claim.subject) {
        Ok(members) => members,
        Err(missing) => return part.lacking(missing),
    };
    let found = of_places(register, claim, claim.subject, members.into_iter(), &mut part);
    let unit = amount.quantity.unit;
    let printed = |value| register.policy.interval(eqs_core::Quantity::new(value, unit), None, amount.bound);
    let (least, most) = (amount.quantity.value, amount.high.unwrap_or(amount.quantity.value));
    let (Some(least), Some(most)) = (printed(least), printed(most)) else {
        return part.lacking(Missing::TooLong);
    };
    let open: Option<Vec<Interval>> =
        found.iter().map(|evidence| evidence.in_unit(unit).map(|(_, open)| open)).collect();
    let Some(open) = open else { return part.lacking(Missing::TooLong) };
    let (Some(lowest), Some(highest)) = (extreme(&open, false), extreme(&open, true)) else {
        return part.lacking(Missing::Figure(claim.subject));
    };
    part.held(Computed { exact: None, interval: lowest.hull(highest), unit }, Some(least.hull(most)));
    // Members that lie outside for certain.
    for evidence in &found {
        let outside = evidence.in_unit(unit).is_some_and(|(_, open)| {
            open.relates(Relation::AtLeast, least) == Some(false)
                || open.relates(Relation::AtMost, most) == Some(false)
        });
        if outside {
            part.against.extend(evidence.inputs.first().map(|input| input.key));
        }
    }
    let truth = if part.missing.is_empty() {
        Truth::of_meeting(lowest, least).and(Truth::of_meeting(highest, most))
    } else {
        // A missing member may be the smallest or the largest, but none that is there may lie outside.
        let above = Truth::of(lowest.relates(Relation::AtLeast, least));
        above.and(Truth::of(highest.relates(Relation::AtMost, most)))
    };
    part.decided(truth)
}

/// The values that the smallest, or the largest, of all can have.
fn extreme(all: &[Interval], largest: bool) -> Option<Interval> {
    let mut rest = all.iter().copied();
    let first = rest.next()?;
    Some(rest.fold(first, |one, other| if largest { one.max(other) } else { one.min(other) }))
}

pub(super) fn rank(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let (Some(base), Some(relation)) = (claim.base, claim.stated.relation()) else {
        return part.lacking(Missing::Criterion);
    };
    let own = part.look_up(register, claim.subject, claim);
    let members = register.members(base.place);
    if members.is_empty() {
        return part.lacking(Missing::Members(base));
    }
    let rivals = members.into_iter().filter(|place| *place != claim.subject.place);
    let found = of_places(register, claim, claim.subject, rivals, &mut part);
    let Some(own) = own else { return part.decided(Truth::Possible) };
    // Among the first n: at most n - 1 may be ahead.
    let allowed = claim.amount.map_or(0, |amount| amount.quantity.value.mantissa().saturating_sub(1).max(0));
    let (mut surely, mut perhaps) = (0_i64, 0_i64);
    let mut ahead = Vec::new();
    for rival in &found {
        match rival.interval.relates(relation, own.interval) {
            Some(true) => {
                surely = surely.saturating_add(1);
                ahead.extend(rival.inputs.first().map(|input| input.key));
            }
            None => perhaps = perhaps.saturating_add(1),
            Some(false) => {}
        }
    }
    let truth = if surely > allowed {
        part.against = ahead;
        Truth::Impossible
    } else if surely.saturating_add(perhaps) <= allowed {
        Truth::Certain
    } else {
        Truth::Possible
    };
    part.decided(truth)
}

pub(super) fn between(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let Parts::Places(places) = &claim.parts else { return part.lacking(Missing::Criterion) };
    let whole = part.look_up(register, claim.subject, claim);
    let found = of_places(register, claim, claim.subject, places.iter().flatten().copied(), &mut part);
    let (Some(whole), false) = (whole, found.is_empty()) else { return part.decided(Truth::Possible) };
    let unit = whole.unit;
    let Some((exact, own)) = whole.in_unit(unit) else { return part.lacking(Missing::TooLong) };
    let parts: Option<Vec<Interval>> =
        found.iter().map(|evidence| evidence.in_unit(unit).map(|(_, open)| open)).collect();
    let Some(all) = parts.as_deref().and_then(|parts| {
        let first = parts.first().copied()?;
        Some(parts.iter().copied().fold(first, Interval::hull))
    }) else {
        return part.lacking(Missing::TooLong);
    };
    part.held(Computed { exact, interval: own, unit }, Some(all));
    if !part.missing.is_empty() {
        // The missing part may pull the mean anywhere.
        return part.decided(Truth::Possible);
    }
    // A mean lies for certain between the parts if it does so for all their values.
    let above = relates_to_one(own, Relation::AtLeast, parts.as_deref().unwrap_or_default());
    let below = relates_to_one(own, Relation::AtMost, parts.as_deref().unwrap_or_default());
    let truth = if !own.meets(all) {
        Truth::Impossible
    } else if above && below {
        Truth::Certain
    } else {
        Truth::Possible
    };
    let part = part.decided(truth);
    // That the parts make up the whole is a reading.
    let strength = part.strength.map(|_| Strength::Possible);
    Part { strength, ..part }
}

/// Whether the value has the relation to at least one of the parts, whatever their values.
fn relates_to_one(own: Interval, relation: Relation, parts: &[Interval]) -> bool {
    parts.iter().any(|part| own.relates(relation, *part) == Some(true))
}

/// The evidence of each place that has some; what is missing is noted.
fn of_places(
    register: &Register<'_>,
    claim: &Claim,
    key: Key,
    places: impl Iterator<Item = Place>,
    part: &mut Part,
) -> Vec<Evidence> {
    places.filter_map(|place| part.look_up(register, key.at(place), claim)).collect()
}
