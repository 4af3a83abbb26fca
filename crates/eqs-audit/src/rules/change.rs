//! Rule `change`: the subject against a base.

use alloc::boxed::Box;

use eqs_core::{Fraction, Interval, Unit};

use crate::claim::Claim;
use crate::comparable::difference;
use crate::evidence::{Evidence, Input, together};
use crate::implied::{Across, Scale, across, of};
use crate::register::Register;
use crate::result::{Computed, Different, Missing, Part, Remark, Truth};
use crate::rules::combine;
use crate::term::{Stated, Strength};

pub(super) fn change(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let Some(base) = claim.base else { return part.lacking(Missing::Criterion) };
    if let Some(because) = difference(claim.subject, base) {
        return part.lacking(Missing::NotComparable { one: claim.subject, other: base, because });
    }
    let subject = part.look_up(register, claim.subject, claim);
    let before = match register.printed_evidence(base) {
        Ok(Some(printed)) => Some(printed),
        Err(missing) => return part.lacking(missing),
        Ok(None) => None,
    };
    match (subject, before) {
        (Some(subject), Some(before)) => {
            part.uses(&before);
            against(register, claim, &subject, &before, part)
        }
        (Some(subject), None) => against_implied(register, claim, &subject, part),
        (None, Some(before)) => {
            part.uses(&before);
            match across(claim, &before, claim.subject, &register.policy) {
                Across::Nothing => part,
                Across::Impossible => {
                    part.remarks.push(Remark::NoBase(claim.subject));
                    part.decided(Truth::Impossible)
                }
                Across::Evidence(implied) => {
                    part.remarks.extend(implied.inputs.into_iter().map(implies));
                    part
                }
            }
        }
        (None, None) => part.lacking(Missing::Figure(base)),
    }
}

/// Both values are known.
fn against(
    register: &Register<'_>,
    claim: &Claim,
    subject: &Evidence,
    before: &Evidence,
    mut part: Part,
) -> Part {
    if !subject.unit.converts_to(before.unit) {
        let because = Different::Unit;
        let other = claim.base.unwrap_or(claim.subject);
        return part.lacking(Missing::NotComparable { one: claim.subject, other, because });
    }
    let unit = subject.unit;
    let (Some(value), Some(base)) = (subject.in_unit(unit), before.in_unit(unit)) else {
        return part.lacking(Missing::TooLong);
    };
    let difference = combine(&value, &base, Fraction::checked_sub, Interval::checked_sub);
    let amount = match (claim.stated, claim.amount) {
        (Stated::Unchanged, _) => {
            // How a value prints is not known of one that is not printed.
            let Some(none) = subject.unchanged() else {
                return part.lacking(Missing::Figure(claim.subject));
            };
            let Some((exact, interval)) = difference else { return part.lacking(Missing::TooLong) };
            part.held(Computed { exact, interval, unit }, Some(none));
            return part.decided(Truth::of_meeting(interval, none));
        }
        (Stated::Stable, _) => {
            let tolerance = register.policy.stable.to_fraction();
            let (Some((exact, interval)), Some(least)) =
                (relative(&value, &base, Fraction::from(100)), Fraction::ZERO.checked_sub(tolerance))
            else {
                return part.lacking(Missing::Negative(claim.subject));
            };
            let stable = Interval::between(least, tolerance);
            part.held(Computed { exact, interval, unit: Unit::PERCENT }, Some(stable));
            return part.decided(Truth::of_meeting(interval, stable));
        }
        (_, Some(amount)) => amount,
        (stated, None) => {
            let Some(relation) = stated.relation() else { return part.lacking(Missing::Criterion) };
            part.computed = difference.map(|(exact, interval)| Computed { exact, interval, unit });
            return part.decided(Truth::of(value.1.relates(relation, base.1)));
        }
    };
    let Some((_, printed)) = claim.signed(amount, &register.policy) else {
        return part.lacking(Missing::TooLong);
    };
    let readings: &[Scale] = match Scale::of(amount.quantity, unit) {
        Some(scale) => &[scale],
        // Per cent of a share: of it, or of the whole.
        None if amount.quantity.unit == Unit::PERCENT => {
            part.remarks.push(Remark::PercentOrPoints);
            &[Scale::Ratio(Fraction::from(100)), Scale::Difference(Unit::PERCENT)]
        }
        None => {
            let because = Different::Unit;
            let other = claim.base.unwrap_or(claim.subject);
            return part.lacking(Missing::NotComparable { one: claim.subject, other, because });
        }
    };
    let mut best = None;
    for scale in readings {
        let (made, unit) = match scale {
            Scale::Ratio(whole) => (relative(&value, &base, *whole), amount.quantity.unit),
            Scale::Difference(unit) => {
                let (Some(value), Some(base)) = (subject.in_unit(*unit), before.in_unit(*unit)) else {
                    return part.lacking(Missing::TooLong);
                };
                (combine(&value, &base, Fraction::checked_sub, Interval::checked_sub), amount.quantity.unit)
            }
        };
        let Some((exact, interval)) = made else {
            return part.lacking(Missing::Negative(claim.subject));
        };
        let truth = Truth::of_meeting(interval, printed);
        // Of two readings that fit, the one that fits the figures at their word.
        let is_literal = exact.is_some_and(|exact| printed.contains(exact));
        if best.is_none_or(|(_, earlier)| earlier == Truth::Impossible || is_literal) {
            best = Some((Computed { exact, interval, unit }, truth));
        }
    }
    let Some((computed, truth)) = best else { return part.lacking(Missing::Criterion) };
    part.held(computed, Some(printed));
    part.decided(truth)
}

/// How far the subject is from the base, as a part of the base, times `whole`.
fn relative(
    value: &(Option<Fraction>, Interval),
    base: &(Option<Fraction>, Interval),
    whole: Fraction,
) -> Option<(Option<Fraction>, Interval)> {
    let (exact, ratio) = combine(value, base, Fraction::checked_div, Interval::checked_div)?;
    let one = Fraction::from(1);
    let exact = exact.and_then(|ratio| ratio.checked_sub(one)?.checked_mul(whole));
    Some((exact, ratio.checked_sub(Interval::exactly(one))?.checked_scale(whole)?))
}

/// The base is not printed. The claim implies a value for it, and so may other claims: they must agree.
fn against_implied(register: &Register<'_>, claim: &Claim, subject: &Evidence, mut part: Part) -> Part {
    let Some(base) = claim.base else { return part.lacking(Missing::Criterion) };
    let own = match across(claim, subject, base, &register.policy) {
        // A claim without an amount implies nothing.
        Across::Nothing => None,
        Across::Impossible => {
            part.remarks.push(Remark::NoBase(base));
            return part.decided(Truth::Impossible);
        }
        Across::Evidence(own) => Some(own),
    };
    if let Some(own) = &own {
        part.remarks.extend(own.inputs.iter().cloned().map(implies));
        // The same document may say something else of the same two things: that confirms nothing, but it contests.
        let twins = register.claims.iter().filter(|other| other.is_about(claim) && !other.repeats(claim));
        for twin in twins {
            if let Across::Evidence(other) = across(twin, subject, base, &register.policy)
                && !(own.unit.converts_to(other.unit) && own.interval.meets(other.interval))
            {
                part.uses(&other);
                return contested(part);
            }
        }
    }
    let others = match of(register, base, claim) {
        Ok(others) => others,
        Err(missing) => return part.lacking(missing),
    };
    for other in &others {
        part.uses(other);
        if let Some(own) = &own
            && !(own.unit.converts_to(other.unit) && own.interval.meets(other.interval))
        {
            return contested(part);
        }
    }
    match together(others, base) {
        Ok(Some(other)) => against(register, claim, subject, &other, part),
        Ok(None) => part.lacking(Missing::Figure(base)),
        Err(missing) => part.lacking(missing),
    }
}

/// Either of two statements may be the wrong one.
fn contested(part: Part) -> Part {
    Part { strength: Some(Strength::Possible), ..part.decided(Truth::Impossible) }
}

fn implies(input: Input) -> Remark {
    Remark::Implies(Box::new(input))
}
