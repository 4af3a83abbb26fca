//! One function a rule: from a claim and what is known to a decided part.

use alloc::vec::Vec;

use eqs_core::{Bound, Fraction, Interval, NaiveDate, Period, Relation};

use crate::claim::{Amount, Claim};
use crate::evidence::Evidence;
use crate::key::Key;
use crate::register::Register;
use crate::result::{Computed, Missing, Part, Remark};
use crate::term::{Rule, Stated};

mod attains;
mod change;
mod grade;
mod group;
mod share;
mod sum;
mod target;
mod value;
mod years;

/// Decides one part of a claim.
pub(crate) fn decide(register: &Register<'_>, claim: &Claim) -> Part {
    let mut part = Part::new(claim);
    part.reads(register, claim.stated == Stated::Stable, claim.amount);
    let decide = match claim.rule {
        Rule::Change => change::change,
        Rule::Value => value::value,
        Rule::Trend => years::trend,
        Rule::Record => years::record,
        Rule::First => years::first,
        Rule::Attains => attains::attains,
        Rule::CountAttaining => attains::count,
        Rule::Range => group::range,
        Rule::Rank => group::rank,
        Rule::Between => group::between,
        Rule::Sum => sum::sum,
        Rule::Share => share::share,
        Rule::CountableShare => share::countable,
        Rule::Grade => grade::grade,
        Rule::Target => target::target,
        Rule::Restated | Rule::Qualitative => {
            |_: &Register<'_>, _: &Claim, part: Part| part.lacking(Missing::Criterion)
        }
    };
    let mut part = decide(register, claim, part);
    let printed: Vec<_> = part.inputs.iter().map(|input| input.printed).collect();
    for amount in printed {
        part.reads(register, false, amount);
    }
    part
}

impl Part {
    /// Notes the inputs of the evidence.
    fn uses(&mut self, evidence: &Evidence) {
        for input in &evidence.inputs {
            if !self.inputs.contains(input) {
                self.inputs.push(input.clone());
            }
        }
    }

    /// The evidence of a key, with its inputs noted; `None` with what is missing noted.
    fn look_up(&mut self, register: &Register<'_>, key: Key, claim: &Claim) -> Option<Evidence> {
        match register.evidence(key, claim) {
            Ok(evidence) => {
                self.uses(&evidence);
                Some(evidence)
            }
            Err(missing) => {
                self.missing.push(missing);
                None
            }
        }
    }

    /// Notes what was computed, and the printed values that it is held against.
    fn held(&mut self, computed: Computed, printed: Option<Interval>) {
        self.computed = Some(computed);
        self.printed = printed;
    }

    /// Notes that vague words, of the claim or of a figure, were read by the policy.
    fn reads(&mut self, register: &Register<'_>, is_stable: bool, amount: Option<Amount>) {
        let policy = &register.policy;
        let read = |words, words_en, percent| Remark::Read { words, words_en, percent };
        let remark = match amount.map(|amount| amount.bound) {
            _ if is_stable => read("基本持平、保持稳定", "stable", policy.stable),
            Some(Bound::About) => read("左右、约", "about", policy.about),
            Some(Bound::Nearly) => read("近", "nearly", policy.nearly),
            _ => return,
        };
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }
}

impl Stated {
    /// The relation of a value to another that the word states.
    const fn relation(self) -> Option<Relation> {
        match self {
            Self::Increase | Self::Above | Self::Highest => Some(Relation::Above),
            Self::Decrease | Self::Below | Self::Lowest => Some(Relation::Below),
            Self::AtLeast => Some(Relation::AtLeast),
            Self::AtMost => Some(Relation::AtMost),
            Self::Equal | Self::Unchanged | Self::Stable | Self::Meets | Self::Exceeds => None,
        }
    }
}

/// The day whose editions judge a year.
fn last_day(year: u16) -> NaiveDate {
    NaiveDate::from_ymd_opt(i32::from(year), 12, 31).unwrap_or(NaiveDate::MAX)
}

/// A key for each year of its period; the key itself where that is no span.
fn each_year(key: Key) -> Vec<Key> {
    match key.period {
        Period::Years(first, last) => (first..=last).map(|year| key.in_year(year)).collect(),
        _ => alloc::vec![key],
    }
}

/// Computed values from the exact ones and the open ones of two figures.
fn combine(
    one: &(Option<Fraction>, Interval),
    other: &(Option<Fraction>, Interval),
    exactly: fn(Fraction, Fraction) -> Option<Fraction>,
    openly: fn(Interval, Interval) -> Option<Interval>,
) -> Option<(Option<Fraction>, Interval)> {
    let exact = one.0.zip(other.0).and_then(|(one, other)| exactly(one, other));
    Some((exact, openly(one.1, other.1)?))
}
