//! Rules `share` and `countable_share`: one figure in per cent of another.

use eqs_core::{Fraction, Interval, Rounding, Unit};

use crate::claim::Claim;
use crate::register::Register;
use crate::result::{Computed, Different, Missing, Part, Remark, Truth};
use crate::rules::combine;

pub(super) fn share(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let (Some(amount), Some(base)) = (claim.amount, claim.base) else {
        return part.lacking(Missing::Criterion);
    };
    let subject = part.look_up(register, claim.subject, claim);
    let whole = part.look_up(register, base, claim);
    let (Some(subject), Some(whole)) = (subject, whole) else { return part };
    if !subject.unit.converts_to(whole.unit) {
        let because = Different::Unit;
        return part.lacking(Missing::NotComparable { one: claim.subject, other: base, because });
    }
    let hundred = Fraction::from(100);
    let made = (subject.in_unit(whole.unit)).zip(whole.in_unit(whole.unit)).and_then(|(subject, whole)| {
        let (exact, ratio) = combine(&subject, &whole, Fraction::checked_div, Interval::checked_div)?;
        Some((exact.and_then(|ratio| ratio.checked_mul(hundred)), ratio.checked_scale(hundred)?))
    });
    let printed = register.policy.interval(amount.quantity, amount.high, amount.bound);
    let (Some((exact, interval)), Some(printed)) = (made, printed) else {
        return part.lacking(Missing::Negative(claim.subject));
    };
    part.held(Computed { exact, interval, unit: Unit::PERCENT }, Some(printed));
    part.decided(Truth::of_meeting(interval, printed))
}

pub(super) fn countable(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let (Some(amount), Some(base)) = (claim.amount, claim.base) else {
        return part.lacking(Missing::Criterion);
    };
    let Some(printed) = register.policy.interval(amount.quantity, amount.high, amount.bound) else {
        return part.lacking(Missing::TooLong);
    };
    let Some(whole) = part.look_up(register, base, claim) else {
        part.remarks.extend(smallest_total(printed));
        return part;
    };
    // A count stands for itself; one that is only bounded could be any.
    let (hundred, count) = (Fraction::from(100), whole.exact);
    let share_of = |value: Fraction, rounding| {
        let number = value.checked_div(hundred)?.checked_mul(count?)?.round(0, rounding).ok()?.to_fraction();
        number.checked_mul(hundred)?.checked_div(count?)
    };
    let value = amount.quantity.value.to_fraction();
    // The nearest one, but of several that fit any: 近61% is below 61 %.
    let all =
        [Rounding::HalfEven, Rounding::Truncate, Rounding::Up].map(|rounding| share_of(value, rounding));
    let fitting = all.into_iter().flatten().find(|share| printed.contains(*share));
    let Some(nearest) = fitting.or(all[0]) else { return part.lacking(Missing::Figure(base)) };
    part.held(
        Computed { exact: Some(nearest), interval: Interval::exactly(nearest), unit: Unit::PERCENT },
        Some(printed),
    );
    if whole.single.is_none() {
        return part.lacking(Missing::Figure(base));
    }
    let truth = Truth::of_meeting(Interval::exactly(nearest), printed);
    if truth == Truth::Impossible {
        part.remarks.extend(smallest_total(printed));
    }
    part.decided(truth)
}

/// The smallest total of up to a thousand things of which a whole number is the share.
fn smallest_total(printed: Interval) -> Option<Remark> {
    (1..=1000_u32).find_map(|of| {
        let part = |number: u32| Fraction::new(i128::from(number).checked_mul(100)?, i128::from(of));
        let number = (0..=of).find(|number| part(*number).is_some_and(|share| printed.contains(share)))?;
        Some(Remark::Fits { number, of })
    })
}
