//! Rule `value`: figures that stand in a relation to a printed value.

use alloc::vec::Vec;

use eqs_bulletin::Figure;
use eqs_core::{Bound, Interval, Observation};

use crate::claim::Claim;
use crate::evidence::{Evidence, together};
use crate::key::Key;
use crate::register::Register;
use crate::result::{Computed, Different, Missing, Part, Truth};
use crate::rules::each_year;
use crate::term::Stated;

pub(super) fn value(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let Some(amount) = claim.amount else { return part.lacking(Missing::Criterion) };
    let unit = amount.quantity.unit;
    let printed = match claim.stated.relation() {
        None => register.policy.interval(amount.quantity, amount.high, amount.bound),
        Some(_) => Some(Interval::exactly(amount.quantity.value.to_fraction())),
    };
    let Some(printed) = printed else { return part.lacking(Missing::TooLong) };
    part.printed = Some(printed);
    let mut truth = Truth::Certain;
    // A figure of the whole span stands for it; else each year has to.
    let spans = !matches!(register.printed_evidence(claim.subject), Ok(None));
    let keys = if spans { alloc::vec![claim.subject] } else { each_year(claim.subject) };
    for key in keys {
        let found = match elsewhere(register, key, claim) {
            Ok(evidence) => evidence,
            Err(missing) => {
                part.missing.push(missing);
                continue;
            }
        };
        part.uses(&found);
        if !found.unit.converts_to(unit) {
            return part.lacking(Missing::NotComparable {
                one: key,
                other: claim.subject,
                because: Different::Unit,
            });
        }
        let Some((exact, interval)) = found.in_unit(unit) else { return part.lacking(Missing::TooLong) };
        let earlier = part.computed.take();
        part.computed = Some(match earlier {
            None => Computed { exact, interval, unit },
            Some(earlier) => Computed { exact: None, interval: earlier.interval.hull(interval), unit },
        });
        let stands = match claim.stated.relation() {
            None => Truth::of_meeting(interval, printed),
            Some(relation) => Truth::of(interval.relates(relation, printed)),
        };
        if stands == Truth::Impossible {
            part.against.push(key);
        }
        truth = truth.and(stands);
    }
    part.decided(truth)
}

/// What is known of the key without the figure that the claim itself prints: a value that is stated as such, and a
/// bound in the same words (超过六成).
fn elsewhere(register: &Register<'_>, key: Key, claim: &Claim) -> Result<Evidence, Missing> {
    let is_own = |figure: &Figure| {
        let Observation { quantity, bound, source, .. } = figure.observation;
        let same_line = (source.document, source.line) == (claim.source.document, claim.source.line);
        let same_bound =
            bound != Bound::Exact && claim.amount.is_some_and(|amount| amount.quantity == quantity);
        same_line && (claim.stated == Stated::Equal || same_bound)
    };
    if !register.printed(key).any(&is_own) {
        return register.evidence(key, claim);
    }
    let others = register.printed(key).filter(|figure| !is_own(figure));
    let all = others.map(|figure| Evidence::of_figure(&figure.observation, &register.policy));
    let all = all.collect::<Option<Vec<_>>>().ok_or(Missing::TooLong)?;
    together(all, key)?.ok_or(Missing::Elsewhere(key))
}
