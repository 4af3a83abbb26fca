//! Rule `sum`: parts that add up to the whole.

use eqs_core::{Fraction, Interval};

use crate::claim::{Claim, Parts};
use crate::register::Register;
use crate::result::{Computed, Different, Missing, Part, Truth};

pub(super) fn sum(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let Parts::Indicators(indicators) = &claim.parts else { return part.lacking(Missing::Criterion) };
    let whole = match claim.amount {
        Some(amount) => {
            // A whole such as 100 % is no rounded figure.
            let printed = match amount.exact() {
                Some(whole) => Some(Interval::exactly(whole)),
                None => register.policy.interval(amount.quantity, amount.high, amount.bound),
            };
            printed.map(|printed| (printed, amount.quantity.unit))
        }
        None => match part.look_up(register, claim.subject, claim) {
            Some(whole) => whole.in_unit(whole.unit).map(|(_, open)| (open, whole.unit)),
            None => return part,
        },
    };
    let Some((whole, unit)) = whole else { return part.lacking(Missing::TooLong) };
    let (mut exact, mut interval) = (Some(Fraction::ZERO), Interval::exactly(Fraction::ZERO));
    for indicator in indicators.iter().flatten() {
        let key = claim.subject.of_indicator(*indicator);
        let Some(evidence) = part.look_up(register, key, claim) else {
            // An unknown part is not negative: what is known must not exceed the whole.
            continue;
        };
        if !evidence.unit.converts_to(unit) {
            let because = Different::Unit;
            return part.lacking(Missing::NotComparable { one: key, other: claim.subject, because });
        }
        let added =
            evidence.in_unit(unit).and_then(|(value, open)| Some((value, interval.checked_add(open)?)));
        let Some((value, open)) = added else { return part.lacking(Missing::TooLong) };
        exact = exact.zip(value).and_then(|(sum, value)| sum.checked_add(value));
        interval = open;
    }
    part.held(Computed { exact, interval, unit }, Some(whole));
    let truth = if part.missing.is_empty() {
        Truth::of_meeting(interval, whole)
    } else {
        Truth::of(interval.relates(eqs_core::Relation::AtMost, whole))
    };
    part.decided(truth)
}
