//! [`Interval`]: what a printed figure leaves open, as a set of values.

use eqs_core::{Bound, Fraction, Relation};

/// The values between two ends; a missing end is unbounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Interval {
    low: Option<End>,
    high: Option<End>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    value: Fraction,
    included: bool,
}

impl Interval {
    /// Every value.
    pub(crate) const ALL: Self = Self { low: None, high: None };

    /// One value.
    pub(crate) const fn exactly(value: Fraction) -> Self {
        Self::between(value, value)
    }

    /// Both ends included.
    pub(crate) const fn between(low: Fraction, high: Fraction) -> Self {
        Self { low: Some(End::included(low)), high: Some(End::included(high)) }
    }

    /// What the figure `low` (to `high`) with its bound says for certain; 约 says nothing for certain.
    pub(crate) const fn certain(low: Fraction, high: Fraction, bound: Bound) -> Self {
        match bound {
            Bound::Exact => Self::between(low, high),
            Bound::About => Self::ALL,
            Bound::Nearly => Self { low: None, high: Some(End::excluded(high)) },
            Bound::Above => Self { low: Some(End::excluded(low)), high: None },
            Bound::AtLeast => Self { low: Some(End::included(low)), high: None },
        }
    }

    /// The values in both.
    pub(crate) fn intersection(self, other: Self) -> Self {
        Self {
            low: tighter(self.low, other.low, |one, two| one > two),
            high: tighter(self.high, other.high, |one, two| one < two),
        }
    }

    /// Whether there is no value.
    pub(crate) fn is_empty(self) -> bool {
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
    pub(crate) fn relates(self, relation: Relation, limit: Self) -> Option<bool> {
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

    /// The values that have the relation to each value here; `None` if none can, because an end is missing.
    fn related(self, relation: Relation) -> Option<Self> {
        Some(match relation {
            Relation::AtLeast => Self { low: Some(End::included(self.high?.value)), high: None },
            Relation::Above => Self { low: Some(self.high?.flipped()), high: None },
            Relation::AtMost => Self { low: None, high: Some(End::included(self.low?.value)) },
            Relation::Below => Self { low: None, high: Some(self.low?.flipped()) },
        })
    }

    fn is_within(self, other: Self) -> bool {
        self.intersection(other) == self
    }
}

impl End {
    const fn included(value: Fraction) -> Self {
        Self { value, included: true }
    }

    const fn excluded(value: Fraction) -> Self {
        Self { value, included: false }
    }

    const fn flipped(self) -> Self {
        Self { included: !self.included, ..self }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
