//! [`Evidence`]: what all figures of one key say together.

use alloc::vec::Vec;

use eqs_core::{
    Bound, Decimal, Fraction, Interval, NaiveDate, Observation, Quantity, Source, Statistic, Unit,
};

use crate::claim::{Amount, Claim};
use crate::key::Key;
use crate::policy::Policy;
use crate::result::Missing;
use crate::term::{Basis, Rule};

/// What is known of a key. Values are in the base unit of their kind, so that no unit matters.
#[derive(Clone, Debug)]
pub(crate) struct Evidence {
    /// The value if each figure is taken at its word; `None` where one is a range, a bound or an approximation.
    pub(crate) exact: Option<Fraction>,
    /// The values that the figures leave open.
    pub(crate) interval: Interval,
    /// The unit of the first figure.
    pub(crate) unit: Unit,
    /// The one figure, where there is exactly one exact printed figure.
    pub(crate) single: Option<Quantity>,
    /// The figures.
    pub(crate) inputs: Vec<Input>,
}

/// A figure that was used, printed or implied.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Input {
    /// Of what.
    pub key: Key,
    /// Where it comes from.
    pub basis: Basis,
    /// The figure as printed; `None` if it is not printed.
    pub printed: Option<Amount>,
    /// The value if every figure behind it is taken at its word.
    pub exact: Option<Fraction>,
    /// The values that it leaves open.
    pub interval: Interval,
    /// The unit of both.
    pub unit: Unit,
    /// Where the figure, or what it was worked out from, is printed.
    pub sources: Vec<Source<'static>>,
}

impl Evidence {
    /// One printed figure.
    ///
    /// `None` if a term does not fit 128 bits.
    pub(crate) fn of_figure(observation: &Observation<'static>, policy: &Policy) -> Option<Self> {
        let Observation { quantity, high, bound, source, .. } = *observation;
        let amount = Amount { quantity, high, bound };
        let interval = clip(policy.interval(quantity, high, bound)?, observation);
        let exact = amount.exact();
        let input = Input {
            key: Key::of(observation),
            basis: Basis::Printed,
            printed: Some(amount),
            exact,
            interval,
            unit: quantity.unit,
            sources: alloc::vec![source],
        };
        let single = exact.map(|_| quantity);
        Self::of_input(input, single)
    }

    /// One input, brought to the base unit.
    pub(crate) fn of_input(input: Input, single: Option<Quantity>) -> Option<Self> {
        let factor = input.unit.factor();
        let exact = match input.exact {
            Some(exact) => Some(exact.checked_mul(factor)?),
            None => None,
        };
        Some(Self {
            exact,
            interval: input.interval.checked_scale(factor)?,
            unit: input.unit,
            single,
            inputs: alloc::vec![input],
        })
    }

    /// What both say.
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.interval = self.interval.intersection(other.interval);
        // The first figure that the others allow.
        self.exact = self.exact.filter(|exact| other.interval.contains(*exact)).or(other.exact);
        if self.single != other.single {
            self.single = None;
        }
        self.inputs.extend(other.inputs);
        self
    }

    /// The key of a figure that the calendar knows.
    pub(crate) fn of_calendar(key: Key) -> Option<Self> {
        if key.indicator.symbol() != "calendar_days" || key.statistic != Statistic::Days {
            return None;
        }
        let (first, last) = key.years()?;
        let days = (first..=last).map(days_of).sum::<u32>();
        let quantity = Quantity::new(Decimal::from(days), Unit::DAY);
        let value = quantity.value.to_fraction();
        let input = Input {
            key,
            basis: Basis::Calendar,
            printed: None,
            exact: Some(value),
            interval: Interval::exactly(value),
            unit: Unit::DAY,
            sources: Vec::new(),
        };
        Self::of_input(input, Some(quantity))
    }

    /// The figure that a statement of change in per cent prints: the rate against the year before, or the unsigned
    /// change over the years behind its base.
    pub(crate) fn of_rate(claim: &Claim, key: Key, policy: &Policy) -> Option<Self> {
        let (Some(amount), Some(base), Rule::Change) = (claim.amount, claim.base, claim.rule) else {
            return None;
        };
        let (first, last) = key.years()?;
        let is_same = claim.subject == Key { statistic: claim.subject.statistic, ..key.in_year(last) }
            && base == claim.subject.in_year(first.checked_sub(1)?)
            && amount.quantity.unit == Unit::PERCENT;
        let (exact, interval) = match key.statistic {
            Statistic::AnnualRate if is_same && first == last => claim.signed(amount, policy)?,
            Statistic::CumulativeChange if is_same => {
                (amount.exact(), policy.interval(amount.quantity, amount.high, amount.bound)?)
            }
            _ => return None,
        };
        let input = Input {
            key,
            basis: Basis::Printed,
            printed: Some(amount),
            exact,
            interval,
            unit: amount.quantity.unit,
            sources: alloc::vec![claim.source],
        };
        Self::of_input(input, None)
    }

    /// The changes that print as none: those that round to 0 at the places of the figure (持平, 无变化).
    pub(crate) fn unchanged(&self) -> Option<Interval> {
        let none = |input: &Input| {
            let Quantity { value, unit } = input.printed?.quantity;
            let is_count = unit.counts();
            let none =
                if is_count { Interval::exactly(Fraction::ZERO) } else { Interval::printed(zero(value)) };
            none.checked_scale(unit.factor().checked_div(self.unit.factor())?)
        };
        self.inputs.iter().filter_map(none).reduce(Interval::hull)
    }

    /// The evidence in `unit`.
    pub(crate) fn in_unit(&self, unit: Unit) -> Option<(Option<Fraction>, Interval)> {
        let factor = Fraction::from(1).checked_div(unit.factor())?;
        let exact = match self.exact {
            Some(exact) => Some(exact.checked_mul(factor)?),
            None => None,
        };
        Some((exact, self.interval.checked_scale(factor)?))
    }
}

impl Amount {
    /// The value if the printed figure is taken at its word.
    pub(crate) fn exact(&self) -> Option<Fraction> {
        let is_figure = matches!(self.bound, Bound::Exact | Bound::Nil) && self.high.is_none();
        is_figure.then(|| self.quantity.value.to_fraction())
    }
}

/// Figures that disagree: nothing can be told from them.
pub(crate) fn together(mut all: Vec<Evidence>, key: Key) -> Result<Option<Evidence>, Missing> {
    all.reverse();
    let Some(mut evidence) = all.pop() else { return Ok(None) };
    while let Some(next) = all.pop() {
        let one = evidence.inputs.iter().find_map(|input| input.sources.first());
        let other = next.inputs.iter().find_map(|input| input.sources.first());
        if !evidence.unit.converts_to(next.unit) || !evidence.interval.meets(next.interval) {
            return Err(Missing::Conflict { key, one: one.copied(), other: other.copied() });
        }
        evidence = evidence.and(next);
    }
    Ok(Some(evidence))
}

/// 0 with the places of the value.
const fn zero(value: Decimal) -> Decimal {
    Decimal::new(0, value.places())
}

/// Amounts are not negative, and shares not above 100 %.
fn clip(interval: Interval, observation: &Observation<'_>) -> Interval {
    let is_change = matches!(observation.statistic, Statistic::CumulativeChange | Statistic::AnnualRate);
    if is_change || observation.quantity.value.is_negative() {
        interval
    } else if observation.quantity.unit == Unit::PERCENT {
        interval.intersection(Interval::between(Fraction::ZERO, Fraction::from(100)))
    } else if let (Statistic::Days, Some((first, last))) =
        (observation.statistic, Key::of(observation).years())
    {
        let days = (first..=last).map(days_of).sum::<u32>();
        interval.intersection(Interval::between(Fraction::ZERO, Fraction::from(i64::from(days))))
    } else {
        interval.intersection(Interval::NOT_NEGATIVE)
    }
}

fn days_of(year: u16) -> u32 {
    let has_day_366 = NaiveDate::from_yo_opt(i32::from(year), 366).is_some();
    if has_day_366 { 366 } else { 365 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_years() {
        assert_eq!([1900, 2000, 2021, 2024].map(days_of), [365, 366, 365, 366]);
    }
}
