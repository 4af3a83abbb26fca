//! [`Interval`]: what a printed figure leaves open, as a set of values.

use core::fmt;

use crate::decimal::Decimal;
use crate::finding::Relation;
use crate::fraction::Fraction;
use crate::lang::{Lang, Phrase};
use crate::observation::Bound;

/// The values between two ends, each of which may belong to it or not; a missing end is unbounded.
///
/// # Example
/// ```
/// use eqs_core::{Decimal, Fraction, Interval};
///
/// // A printed 33 stands for every value that rounds to it, half to even.
/// let printed = Interval::printed(Decimal::new(33, 0));
/// assert_eq!(printed.to_string(), "(32.5, 33.5)");
/// assert_eq!(Interval::printed(Decimal::new(32, 0)).to_string(), "[31.5, 32.5]");
///
/// // 33 after 38: the rate of change was worked out on values before rounding.
/// let before = Interval::printed(Decimal::new(38, 0));
/// let ratio = printed.checked_div(before).unwrap();
/// assert!(ratio.contains(Fraction::new(868, 1000).unwrap())); // -13.2 %
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Interval {
    low: Option<End>,
    high: Option<End>,
}

/// An end of an [`Interval`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct End {
    /// The value at the end.
    pub value: Fraction,
    /// Whether the value itself belongs to the interval.
    pub included: bool,
}

impl Interval {
    /// Every value.
    pub const ALL: Self = Self { low: None, high: None };

    /// The values from 0.
    pub const NOT_NEGATIVE: Self = Self { low: Some(End::included(Fraction::ZERO)), high: None };

    /// One value.
    #[must_use]
    pub const fn exactly(value: Fraction) -> Self {
        Self::between(value, value)
    }

    /// Both ends included.
    #[must_use]
    pub const fn between(low: Fraction, high: Fraction) -> Self {
        Self { low: Some(End::included(low)), high: Some(End::included(high)) }
    }

    /// The interval between two ends.
    #[must_use]
    pub const fn new(low: Option<End>, high: Option<End>) -> Self {
        Self { low, high }
    }

    /// The values that are printed as `figure`: half a unit of its last place to both sides. Halves go to the even
    /// digit, so that an even last digit owns both edges and an odd one none.
    #[must_use]
    pub fn printed(figure: Decimal) -> Self {
        let half = Fraction::from_scaled(5, figure.places().saturating_add(1));
        let included = figure.mantissa() % 2 == 0;
        // 19 digits and the divisor 2 × 10^18 stay far below 128 bits.
        let end = |value: Option<Fraction>| value.map(|value| End { value, included });
        let value = figure.to_fraction();
        Self { low: end(value.checked_sub(half)), high: end(value.checked_add(half)) }
    }

    /// What the figure `low` (to `high`) with its bound says for certain; 约 says nothing for certain.
    #[must_use]
    pub const fn certain(low: Fraction, high: Fraction, bound: Bound) -> Self {
        match bound {
            Bound::Exact | Bound::Nil => Self::between(low, high),
            Bound::About => Self::ALL,
            Bound::Nearly => Self { low: None, high: Some(End::excluded(high)) },
            Bound::Above => Self { low: Some(End::excluded(low)), high: None },
            Bound::AtLeast => Self { low: Some(End::included(low)), high: None },
        }
    }

    /// The lower end; `None` if there is none.
    #[must_use]
    pub const fn low(self) -> Option<End> {
        self.low
    }

    /// The upper end; `None` if there is none.
    #[must_use]
    pub const fn high(self) -> Option<End> {
        self.high
    }

    /// The values in both.
    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self {
            low: tighter(self.low, other.low, |one, two| one > two),
            high: tighter(self.high, other.high, |one, two| one < two),
        }
    }

    /// The smallest interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self {
            low: wider(self.low, other.low, |one, two| one < two),
            high: wider(self.high, other.high, |one, two| one > two),
        }
    }

    /// The values that the smaller of a value here and one there can have.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self { low: self.hull(other).low, high: self.intersection(other).high }
    }

    /// The values that the larger of a value here and one there can have.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self { low: self.intersection(other).low, high: self.hull(other).high }
    }

    /// Whether the two have a value in common.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        !self.intersection(other).is_empty()
    }

    /// Whether the value belongs to it.
    #[must_use]
    pub fn contains(self, value: Fraction) -> bool {
        Self::exactly(value).is_within(self)
    }

    /// The sums of a value here and one there; `None` if a term does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let end = |one: Option<End>, two: Option<End>| both(one, two, Fraction::checked_add);
        Some(Self { low: end(self.low, other.low).ok()?, high: end(self.high, other.high).ok()? })
    }

    /// The differences of a value here and one there; `None` if a term does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        let end = |one: Option<End>, two: Option<End>| both(one, two, Fraction::checked_sub);
        Some(Self { low: end(self.low, other.high).ok()?, high: end(self.high, other.low).ok()? })
    }

    /// The products of a value here and one there; `None` if either may be negative or a term does not fit.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let (own, others) = (self.not_negative()?, other.not_negative()?);
        let low = both(Some(own), Some(others), Fraction::checked_mul).ok()?;
        Some(Self { low, high: both(self.high, other.high, Fraction::checked_mul).ok()? })
    }

    /// The quotients of a value here and one there other than 0; `None` if either may be negative or a term does not
    /// fit. Without an upper end if the divisor comes as near to 0 as one likes.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        let (own, others) = (self.not_negative()?, other.not_negative()?);
        let low = match other.high {
            Some(high) if high.value == Fraction::ZERO => return None,
            Some(high) => both(Some(own), Some(high), Fraction::checked_div).ok()?,
            None => {
                Some(End { value: Fraction::ZERO, included: own.included && own.value == Fraction::ZERO })
            }
        };
        let high = if others.value == Fraction::ZERO {
            None
        } else {
            both(self.high, Some(others), Fraction::checked_div).ok()?
        };
        Some(Self { low, high })
    }

    /// Each value times `factor`, which must be positive; `None` if it is not or a term does not fit.
    #[must_use]
    pub fn checked_scale(self, factor: Fraction) -> Option<Self> {
        if factor <= Fraction::ZERO {
            return None;
        }
        let end = |end: Option<End>| both(end, Some(End::included(factor)), Fraction::checked_mul);
        Some(Self { low: end(self.low).ok()?, high: end(self.high).ok()? })
    }

    /// The opposite of each value; `None` if a term does not fit.
    #[must_use]
    pub fn checked_neg(self) -> Option<Self> {
        Self::exactly(Fraction::ZERO).checked_sub(self)
    }

    /// Whether there is no value.
    #[must_use]
    pub fn is_empty(self) -> bool {
        match (self.low, self.high) {
            (Some(low), Some(high)) => {
                low.value > high.value || (low.value == high.value && !(low.included && high.included))
            }
            _ => false,
        }
    }

    /// Whether each value here has the relation to each value of `limit`; `None` if only some have.
    ///
    /// Neither may be empty.
    #[must_use]
    pub fn relates(self, relation: Relation, limit: Self) -> Option<bool> {
        let opposite = match relation {
            Relation::AtMost => Relation::Above,
            Relation::Below => Relation::AtLeast,
            Relation::AtLeast => Relation::Below,
            Relation::Above => Relation::AtMost,
        };
        if limit.related(relation).is_some_and(|values| self.is_within(values)) {
            Some(true)
        } else if limit.related(opposite).is_some_and(|values| self.is_within(values)) {
            Some(false)
        } else {
            None
        }
    }

    /// Whether every value here belongs to `other`.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.intersection(other) == self
    }

    /// The values that have the relation to each value here; `None` if none can, because an end is missing.
    fn related(self, relation: Relation) -> Option<Self> {
        Some(match relation {
            Relation::AtLeast => Self { low: Some(End::included(self.high?.value)), high: None },
            Relation::Above => Self { low: Some(self.high?.flipped()), high: None },
            Relation::AtMost => Self { low: None, high: Some(End::included(self.low?.value)) },
            Relation::Below => Self { low: None, high: Some(self.low?.flipped()) },
        })
    }

    /// The lower end, if no value is negative.
    fn not_negative(self) -> Option<End> {
        self.low.filter(|low| !low.value.is_negative())
    }
}

impl End {
    /// An end that belongs to the interval.
    #[must_use]
    pub const fn included(value: Fraction) -> Self {
        Self { value, included: true }
    }

    /// An end that does not.
    #[must_use]
    pub const fn excluded(value: Fraction) -> Self {
        Self { value, included: false }
    }

    const fn flipped(self) -> Self {
        Self { included: !self.included, ..self }
    }
}

/// A term that does not fit 128 bits.
struct TooLong;

/// The end made of two; none if one of them is missing.
fn both(
    one: Option<End>,
    two: Option<End>,
    make: fn(Fraction, Fraction) -> Option<Fraction>,
) -> Result<Option<End>, TooLong> {
    let (Some(one), Some(two)) = (one, two) else { return Ok(None) };
    let value = make(one.value, two.value).ok_or(TooLong)?;
    Ok(Some(End { value, included: one.included && two.included }))
}

/// The end that lets fewer values through.
fn tighter(one: Option<End>, two: Option<End>, is_tighter: fn(Fraction, Fraction) -> bool) -> Option<End> {
    match (one, two) {
        (Some(one), Some(two)) if one.value == two.value => {
            Some(End { included: one.included && two.included, ..one })
        }
        (Some(one), Some(two)) => Some(if is_tighter(one.value, two.value) { one } else { two }),
        (one, two) => one.or(two),
    }
}

/// The end that lets more values through.
fn wider(one: Option<End>, two: Option<End>, is_wider: fn(Fraction, Fraction) -> bool) -> Option<End> {
    let (one, two) = (one?, two?);
    Some(if one.value == two.value {
        End { included: one.included || two.included, ..one }
    } else if is_wider(one.value, two.value) {
        one
    } else {
        two
    })
}

impl fmt::Display for Interval {
    /// `[32.5, 33.5)`: square where the end belongs to it, round where it does not.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.low {
            None => f.write_str("(-∞, ")?,
            Some(End { value, included }) => {
                write!(f, "{}{}, ", if included { "[" } else { "(" }, value.shown(4))?;
            }
        }
        match self.high {
            None => f.write_str("∞)"),
            Some(End { value, included }) => {
                write!(f, "{}{}", value.shown(4), if included { "]" } else { ")" })
            }
        }
    }
}

impl Phrase for Interval {
    fn write(&self, _: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    fn figure(bound: Bound, low: i64, high: i64) -> Interval {
        Interval::certain(Fraction::from(low), Fraction::from(high), bound)
    }

    #[track_caller]
    fn check(figure: Interval, relation: Relation, limit: i64, expected: Option<bool>) {
        assert_eq!(figure.relates(relation, Interval::exactly(Fraction::from(limit))), expected);
    }

    #[test]
    fn a_figure_itself_always_decides() {
        use Relation::{Above, AtLeast, AtMost, Below};
        for (value, expected) in [
            (34, [true, true, false, false]),
            (35, [true, false, true, false]),
            (36, [false, false, true, true]),
        ] {
            for (relation, expected) in [AtMost, Below, AtLeast, Above].into_iter().zip(expected) {
                check(figure(Bound::Exact, value, value), relation, 35, Some(expected));
            }
        }
    }

    #[test]
    fn a_bound_decides_on_its_side_only() {
        check(figure(Bound::Above, 90, 90), Relation::Above, 90, Some(true));
        check(figure(Bound::AtLeast, 90, 90), Relation::AtLeast, 90, Some(true));
        check(figure(Bound::AtLeast, 90, 90), Relation::Above, 90, None);
        check(figure(Bound::Above, 90, 90), Relation::AtMost, 90, Some(false));
        check(figure(Bound::AtLeast, 90, 90), Relation::Below, 90, Some(false));
        check(figure(Bound::AtLeast, 90, 90), Relation::AtMost, 90, None);
        check(figure(Bound::Above, 89, 89), Relation::Above, 90, None);
        check(figure(Bound::Nearly, 90, 90), Relation::Below, 90, Some(true));
        check(figure(Bound::Nearly, 90, 90), Relation::AtLeast, 90, Some(false));
        check(figure(Bound::Nearly, 90, 90), Relation::AtLeast, 80, None);
        for limit in [1, 90, 200] {
            check(figure(Bound::About, 90, 90), Relation::AtMost, limit, None);
        }
    }

    #[test]
    fn a_range_decides_when_both_ends_do() {
        check(figure(Bound::Exact, 29, 35), Relation::AtMost, 35, Some(true));
        check(figure(Bound::Exact, 29, 35), Relation::Below, 35, None);
        check(figure(Bound::Exact, 29, 36), Relation::AtMost, 35, None);
        check(figure(Bound::Exact, 36, 40), Relation::AtMost, 35, Some(false));
    }

    #[test]
    fn two_bounds_against_each_other() {
        let (below, above) = (figure(Bound::Nearly, 10, 10), figure(Bound::Above, 10, 10));
        assert_eq!(above.relates(Relation::Above, below), Some(true));
        assert_eq!(above.relates(Relation::AtMost, below), Some(false));
        assert_eq!(above.relates(Relation::AtLeast, above), None);
        let at_least = figure(Bound::AtLeast, 10, 10);
        assert_eq!(at_least.relates(Relation::Above, below), Some(true));
        assert_eq!(at_least.relates(Relation::Above, figure(Bound::Exact, 10, 10)), None);
    }

    #[test]
    fn what_disagrees_has_no_common_value() {
        let exact = |value| figure(Bound::Exact, value, value);
        assert!(exact(1).intersection(exact(2)).is_empty());
        assert!(!exact(1).intersection(exact(1)).is_empty());
        assert!(exact(90).intersection(figure(Bound::Above, 90, 90)).is_empty());
        assert!(!exact(90).intersection(figure(Bound::AtLeast, 90, 90)).is_empty());
        assert!(!exact(3).intersection(figure(Bound::Nearly, 90, 90)).is_empty());
        assert!(figure(Bound::Exact, 36, 29).is_empty());
    }

    fn printed(figure: &str) -> Interval {
        Interval::printed(figure.parse().unwrap())
    }

    #[test]
    fn halves_belong_to_the_even_digit() {
        for (figure, expected) in [
            ("33", "(32.5, 33.5)"),
            ("34", "[33.5, 34.5]"),
            ("30.50", "[30.495, 30.505]"),
            ("0.17", "(0.165, 0.175)"),
            ("-13.2", "[-13.25, -13.15]"),
            ("0", "[-0.5, 0.5]"),
        ] {
            assert_eq!(printed(figure).to_string(), expected);
        }
        assert!(!printed("33").meets(Interval::exactly(Fraction::new(65, 2).unwrap())));
        assert!(printed("32").meets(Interval::exactly(Fraction::new(65, 2).unwrap())));
    }

    #[test]
    fn arithmetic_keeps_track_of_the_ends() {
        let (odd, even) = (printed("3"), printed("4"));
        assert_eq!(odd.checked_add(even).unwrap().to_string(), "(6, 8)");
        assert_eq!(even.checked_sub(odd).unwrap().to_string(), "(0, 2)");
        assert_eq!(even.checked_mul(even).unwrap().to_string(), "[12.25, 20.25]");
        assert_eq!(even.checked_div(even).unwrap().to_string(), "[0.7778, 1.2857]");
        assert_eq!(even.checked_neg().unwrap().to_string(), "[-4.5, -3.5]");
        assert_eq!(odd.hull(even).to_string(), "(2.5, 4.5]");
        assert_eq!(odd.hull(Interval::ALL), Interval::ALL);
        assert_eq!(odd.min(even), odd);
        assert_eq!(odd.max(even), even);
        assert_eq!(odd.min(Interval::NOT_NEGATIVE).to_string(), "[0, 3.5)");
        assert_eq!(even.checked_scale(Fraction::from(2)).unwrap().to_string(), "[7, 9]");
        assert_eq!(even.checked_scale(Fraction::from(-2)), None);
    }

    #[test]
    fn a_divisor_near_zero_leaves_the_quotient_open() {
        let (one, near_zero) = (printed("1"), printed("0").intersection(Interval::NOT_NEGATIVE));
        assert_eq!(one.checked_div(near_zero).unwrap().to_string(), "(1, ∞)");
        assert_eq!(one.checked_div(Interval::exactly(Fraction::ZERO)), None);
        assert_eq!(one.checked_div(printed("0")), None, "a divisor may be negative");
        assert_eq!(one.checked_div(Interval::NOT_NEGATIVE).unwrap().to_string(), "(0, ∞)");
    }
}
