//! Rules over years: `trend`, `record` and `first`.

use alloc::vec::Vec;

use eqs_core::Period;

use crate::claim::{Claim, Parts};
use crate::key::Key;
use crate::register::{Register, annual_statistic};
use crate::result::{Missing, Part, Truth};
use crate::rules::attains::truth_of;

pub(super) fn trend(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let (Some((first, last)), Some(relation)) = (claim.subject.years(), claim.stated.relation()) else {
        return part.lacking(Missing::Criterion);
    };
    let mut truth = Truth::Certain;
    let mut before = part.look_up(register, claim.subject.in_year(first.saturating_sub(1)), claim);
    for year in first..=last {
        let now = part.look_up(register, claim.subject.in_year(year), claim);
        if let (Some(before), Some(now)) = (&before, &now) {
            let stands = Truth::of(now.interval.relates(relation, before.interval));
            if stands == Truth::Impossible {
                part.against.push(claim.subject.in_year(year));
            }
            truth = truth.and(stands);
        }
        before = now;
    }
    part.decided(truth)
}

pub(super) fn record(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let (Some(base), Some(relation)) = (claim.base, claim.stated.relation()) else {
        return part.lacking(Missing::Criterion);
    };
    let own = part.look_up(register, claim.subject, claim);
    let mut truth = Truth::Certain;
    for key in years_of(base) {
        if let (Some(own), Some(before)) = (&own, part.look_up(register, key, claim)) {
            let stands = Truth::of(own.interval.relates(relation, before.interval));
            if stands == Truth::Impossible {
                part.against.push(key);
            }
            truth = truth.and(stands);
        }
    }
    if let Period::UpTo(_) = base.period {
        part.missing.push(Missing::Figure(base));
    }
    part.decided(truth)
}

pub(super) fn first(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let Some(base) = claim.base else { return part.lacking(Missing::Criterion) };
    let mut truth = all_attain(register, claim, claim.subject, &mut part);
    for key in years_of(base) {
        // One pollutant over its limit is enough for a year before.
        let mut year = Part::new(claim);
        let attained = all_attain(register, claim, key, &mut year);
        part.inputs.extend(year.inputs);
        if attained == Truth::Impossible {
            continue;
        }
        if year.missing.is_empty() {
            truth = truth.and(attained.not());
        } else {
            part.missing.extend(year.missing);
        }
    }
    if let Period::UpTo(_) = base.period {
        part.missing.push(Missing::Figure(base));
    }
    part.decided(truth)
}

/// Whether all indicators of the claim attain the standard in the year of the key, as far as they are known.
fn all_attain(register: &Register<'_>, claim: &Claim, key: Key, part: &mut Part) -> Truth {
    let keys = match &claim.parts {
        Parts::Indicators(indicators) => indicators
            .iter()
            .flatten()
            .map(|indicator| Key { statistic: annual_statistic(*indicator), ..key.of_indicator(*indicator) })
            .collect(),
        _ => alloc::vec![key],
    };
    keys.into_iter().fold(Truth::Certain, |truth, key| match truth_of(register, claim, key, part) {
        Some(attained) => truth.and(attained),
        None => truth,
    })
}

/// The years of a base; of one without a first year (至2003) the last, because nobody can name the others.
fn years_of(base: Key) -> Vec<Key> {
    let (first, last) = match base.period {
        Period::UpTo(last) => (last, last),
        _ => match base.years() {
            Some(years) => years,
            None => return alloc::vec![base],
        },
    };
    (first..=last).map(|year| base.in_year(year)).collect()
}
