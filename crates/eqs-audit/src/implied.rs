//! Values that statements of change imply for figures that are not printed.
//!
//! PM2.5 of 2013 stands in no bulletin, but "33 µg/m³, 63.1 % less than in 2013" leaves only few values for it. Such
//! values are kept apart from printed ones ([`Basis::Implied`]), and a claim never supports itself.

use alloc::vec::Vec;

use eqs_core::{Fraction, Interval, Quantity, Unit};

use crate::claim::{Amount, Claim};
use crate::evidence::{Evidence, Input, together};
use crate::key::Key;
use crate::policy::Policy;
use crate::register::Register;
use crate::result::Missing;
use crate::term::{Basis, Rule, Stated};

/// How many statements may stand between a printed figure and an implied one.
const STEPS: usize = 3;

/// What statements other than `asking` imply for the key: those with the fewest steps from printed figures.
///
/// # Errors
/// What is in conflict behind one of them: nothing can be told then, whatever the others imply.
pub(crate) fn of(register: &Register<'_>, key: Key, asking: &Claim) -> Result<Vec<Evidence>, Missing> {
    for steps in 1..=STEPS {
        let found = within(register, key, asking, &mut Vec::new(), steps)?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

fn within(
    register: &Register<'_>,
    key: Key,
    asking: &Claim,
    passed: &mut Vec<Key>,
    steps: usize,
) -> Result<Vec<Evidence>, Missing> {
    let Some(left) = steps.checked_sub(1) else { return Ok(Vec::new()) };
    passed.push(key);
    let mut found = Vec::new();
    for claim in &register.claims {
        let (Some(base), Rule::Change) = (claim.base, claim.rule) else { continue };
        let other = if claim.subject == key { base } else { claim.subject };
        let speaks_of_key = claim.subject == key || base == key;
        let is_own = claim.is_about(asking) || claim.repeats(asking);
        if !speaks_of_key || passed.contains(&other) || is_own {
            continue;
        }
        let evidence = match register.printed_evidence(other)? {
            Some(printed) => Some(printed),
            None => together(within(register, other, asking, passed, left)?, other)?,
        };
        let across = evidence.map(|evidence| across(claim, &evidence, key, &register.policy));
        if let Some(Across::Evidence(implied)) = across {
            found.push(implied);
        }
    }
    passed.pop();
    Ok(found)
}

/// What a claim and one of its sides imply for the other.
#[expect(clippy::large_enum_variant, reason = "matched as soon as it is made, and never kept")]
pub(crate) enum Across {
    /// Nothing: the claim has no amount, or one that does not relate the two.
    Nothing,
    /// That there is none: it would be negative, or a share above 100 %.
    Impossible,
    /// These values.
    Evidence(Evidence),
}

/// What `claim` and the evidence of its one side imply for `key`, the other side.
pub(crate) fn across(claim: &Claim, evidence: &Evidence, key: Key, policy: &Policy) -> Across {
    let Some((exact, interval, unit)) = open(claim, evidence, key, policy) else { return Across::Nothing };
    let interval = if interval.low().is_none_or(|low| low.value.is_negative()) {
        interval.intersection(Interval::NOT_NEGATIVE)
    } else {
        interval
    };
    let interval = if unit == Unit::PERCENT {
        interval.intersection(Interval::between(Fraction::ZERO, Fraction::from(100)))
    } else {
        interval
    };
    if interval.is_empty() {
        return Across::Impossible;
    }
    let mut sources = alloc::vec![claim.source];
    for source in evidence.inputs.iter().flat_map(|input| &input.sources) {
        if !sources.contains(source) {
            sources.push(*source);
        }
    }
    let input = Input { key, basis: Basis::Implied, printed: None, exact, interval, unit, sources };
    Evidence::of_input(input, None).map_or(Across::Nothing, Across::Evidence)
}

/// The values that the other side would have, whether there can be any or not, and their unit.
fn open(
    claim: &Claim,
    evidence: &Evidence,
    key: Key,
    policy: &Policy,
) -> Option<(Option<Fraction>, Interval, Unit)> {
    let forward = claim.subject == key;
    let unit = evidence.unit;
    let (exact, interval) = if claim.stated == Stated::Unchanged {
        let (exact, open) = evidence.in_unit(unit)?;
        (exact, open.checked_add(evidence.unchanged()?)?)
    } else {
        let amount = claim.amount?;
        let (exact, change) = claim.signed(amount, policy)?;
        match Scale::of(amount.quantity, unit)? {
            Scale::Ratio(whole) => {
                let (known, open) = evidence.in_unit(unit)?;
                let ratio = |change: Fraction| {
                    Fraction::from(1)
                        .checked_add(change.checked_div(whole)?)
                        .filter(|ratio| *ratio > Fraction::ZERO)
                };
                let open_ratio = Interval::exactly(Fraction::from(1))
                    .checked_add(change.checked_scale(Fraction::from(1).checked_div(whole)?)?)?
                    .intersection(Interval::NOT_NEGATIVE);
                if open_ratio.is_empty() {
                    // Less than nothing is left.
                    return Some((None, open_ratio, unit));
                }
                let exact = exact.and_then(ratio).zip(known);
                if forward {
                    (exact.and_then(|(ratio, known)| known.checked_mul(ratio)), open.checked_mul(open_ratio)?)
                } else {
                    (exact.and_then(|(ratio, known)| known.checked_div(ratio)), open.checked_div(open_ratio)?)
                }
            }
            Scale::Difference(unit) => {
                let (known, open) = evidence.in_unit(unit)?;
                let exact = exact.zip(known);
                if forward {
                    (exact.and_then(|(change, known)| known.checked_add(change)), open.checked_add(change)?)
                } else {
                    (exact.and_then(|(change, known)| known.checked_sub(change)), open.checked_sub(change)?)
                }
            }
        }
    };
    let unit = match claim.amount {
        Some(Amount { quantity, .. })
            if quantity.unit.converts_to(unit) && claim.stated != Stated::Unchanged =>
        {
            quantity.unit
        }
        _ => unit,
    };
    Some((exact, interval, unit))
}

/// How a printed change relates two values.
pub(crate) enum Scale {
    /// Their ratio less 1, times this.
    Ratio(Fraction),
    /// Their difference, in this unit.
    Difference(Unit),
}

impl Scale {
    /// How an amount in its unit relates two values in `unit`; `None` if it cannot, or if % of a share may be read
    /// both ways.
    pub(crate) fn of(amount: Quantity, unit: Unit) -> Option<Self> {
        let is_share = unit == Unit::PERCENT;
        match amount.unit.symbol() {
            "%" if is_share => None,
            "%" => Some(Self::Ratio(Fraction::from(100))),
            "times" if unit.symbol() != "times" => Some(Self::Ratio(Fraction::from(1))),
            "percentage_point" if is_share => Some(Self::Difference(unit)),
            _ if amount.unit.converts_to(unit) => Some(Self::Difference(amount.unit)),
            _ => None,
        }
    }
}

impl Claim {
    /// The printed amount with its sign: its value if taken at its word, and the values for which it stands.
    pub(crate) fn signed(&self, amount: Amount, policy: &Policy) -> Option<(Option<Fraction>, Interval)> {
        let interval = policy.interval(amount.quantity, amount.high, amount.bound)?;
        let exact = amount.exact();
        match self.stated {
            Stated::Decrease | Stated::Below => {
                let exact = exact.and_then(|exact| Fraction::ZERO.checked_sub(exact));
                Some((exact, interval.checked_neg()?))
            }
            _ => Some((exact, interval)),
        }
    }

    /// Whether both say the same of the same two things in one line of one document.
    pub(crate) fn is_the_statement_of(&self, other: &Self) -> bool {
        let line = |claim: &Self| (claim.source.document, claim.source.line);
        line(self) == line(other) && (self.subject, self.base) == (other.subject, other.base)
    }

    /// Whether both speak of the same two things in one document: a summary is no second witness for its chapter.
    pub(crate) fn is_about(&self, other: &Self) -> bool {
        self.source.document == other.source.document
            && (self.subject, self.base) == (other.subject, other.base)
    }

    /// Whether both say the same change of the same two things, wherever that is: a document that repeats a statement of
    /// another is no second witness.
    pub(crate) fn repeats(&self, other: &Self) -> bool {
        let statement = |claim: &Self| (claim.rule, claim.subject, claim.stated, claim.amount, claim.base);
        statement(self) == statement(other)
    }
}
