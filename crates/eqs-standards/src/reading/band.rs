//! [`Band`]: the values between two edges, as tables of classes and grades print them.

use core::fmt;

use eqs_core::table::Reader;
use eqs_core::{Decimal, Relation};

use crate::reading::cell;

/// The values between two edges; a missing edge is open. Which band owns a shared end point is part of the edge.
///
/// # Example
/// ```
/// use eqs_core::{Decimal, Relation};
/// use eqs_standards::Band;
///
/// let grade_two = Band::between(Decimal::parse("50.0")?, false, Decimal::parse("55.0")?, true);
/// assert!(!grade_two.contains(Decimal::parse("50")?) && grade_two.contains(Decimal::parse("55")?));
/// assert_eq!(grade_two.to_string(), "> 50.0, ≤ 55.0");
/// assert_eq!(Band::of(Relation::AtMost, Decimal::parse("35")?).to_string(), "≤ 35");
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Band {
    /// The lower edge.
    pub low: Option<Edge>,
    /// The upper edge.
    pub high: Option<Edge>,
}

/// An end of a [`Band`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Edge {
    /// The value as printed.
    pub value: Decimal,
    /// Whether the value itself belongs to the band.
    pub included: bool,
}

impl Band {
    /// The values that stand in `relation` to `value`.
    #[must_use]
    pub const fn of(relation: Relation, value: Decimal) -> Self {
        match relation {
            Relation::AtMost => Self { low: None, high: Some(Edge { value, included: true }) },
            Relation::Below => Self { low: None, high: Some(Edge { value, included: false }) },
            Relation::AtLeast => Self { low: Some(Edge { value, included: true }), high: None },
            Relation::Above => Self { low: Some(Edge { value, included: false }), high: None },
        }
    }

    /// The values between two edges.
    #[must_use]
    pub const fn between(low: Decimal, low_included: bool, high: Decimal, high_included: bool) -> Self {
        Self {
            low: Some(Edge { value: low, included: low_included }),
            high: Some(Edge { value: high, included: high_included }),
        }
    }

    /// Whether `value`, in the unit of the band, belongs to it.
    #[must_use]
    pub const fn contains(self, value: Decimal) -> bool {
        let above = match self.low {
            Some(Edge { value: low, included: true }) => value.compare(low).is_ge(),
            Some(Edge { value: low, included: false }) => value.compare(low).is_gt(),
            None => true,
        };
        let below = match self.high {
            Some(Edge { value: high, included: true }) => value.compare(high).is_le(),
            Some(Edge { value: high, included: false }) => value.compare(high).is_lt(),
            None => true,
        };
        above && below
    }

    /// Whether the band begins where `lower` ends, so that the shared end point has exactly one owner.
    #[must_use]
    pub const fn follows(self, lower: Self) -> bool {
        match (lower.high, self.low) {
            (Some(end), Some(start)) => {
                end.value.compare(start.value).is_eq() && end.included != start.included
            }
            _ => false,
        }
    }

    /// The single edge of a band that is open on one side, with the relation that a value must have to it.
    #[must_use]
    pub const fn edge(self) -> Option<(Relation, Decimal)> {
        match (self.low, self.high) {
            (None, Some(Edge { value, included: true })) => Some((Relation::AtMost, value)),
            (None, Some(Edge { value, included: false })) => Some((Relation::Below, value)),
            (Some(Edge { value, included: true }), None) => Some((Relation::AtLeast, value)),
            (Some(Edge { value, included: false }), None) => Some((Relation::Above, value)),
            _ => None,
        }
    }

    /// How far `value` lies inside the nearer edge, below 0 outside; `None` without an edge, or beyond 18 digits.
    pub(crate) fn room(self, value: Decimal) -> Option<Decimal> {
        let below = self.high.map(|high| high.value.checked_sub(value));
        let above = self.low.map(|low| value.checked_sub(low.value));
        match (below, above) {
            (Some(below), Some(above)) => Some(below?.min(above?)),
            (room, None) | (None, room) => room?,
        }
    }

    /// The next cell of a table, in the notation of [`Band::parse`].
    pub(crate) const fn read(reader: &mut Reader) -> Self {
        match Self::parse(reader.text()) {
            Some(band) => band,
            None => reader.refuse("a band such as x<=50.0, 50.0<x<=55.0, x>65.0 or 6~9"),
        }
    }

    /// Reads `x<=50.0`, `50.0<x<=55.0`, `x>65.0`, `6~9` (closed) or, without a name, `<5.5` and `>25`. The name is
    /// any run of letters.
    #[must_use]
    pub const fn parse(text: &str) -> Option<Self> {
        if let (low, Some(high)) = cell::split(text, "~") {
            return match (Decimal::parse(low), Decimal::parse(high)) {
                (Ok(low), Ok(high)) if low.compare(high).is_le() => {
                    Some(Self::between(low, true, high, true))
                }
                _ => None,
            };
        }
        let (left, right) = around_name(text);
        let right = match relation(right) {
            Some((relation, number)) => match Decimal::parse(number) {
                Ok(value) => Self::of(relation, value),
                Err(_) => return None,
            },
            None => return None,
        };
        if left.is_empty() {
            return Some(right);
        }
        match (left_edge(left), right.low, right.high) {
            (Some(low), None, Some(high)) if low.value.compare(high.value).is_lt() => {
                Some(Self { low: Some(low), high: Some(high) })
            }
            _ => None,
        }
    }
}

/// `50.0<` or `50.0<=` as a lower edge.
const fn left_edge(text: &str) -> Option<Edge> {
    let (number, rest) = cell::split(text, "<");
    let included = match rest {
        Some(rest) => match rest.as_bytes() {
            [] => false,
            [b'='] => true,
            _ => return None,
        },
        None => return None,
    };
    match Decimal::parse(number) {
        Ok(value) => Some(Edge { value, included }),
        Err(_) => None,
    }
}

/// The relation at the start of a text, and what follows it.
const fn relation(text: &str) -> Option<(Relation, &str)> {
    let (relation, length) = match text.as_bytes() {
        [b'<', b'=', ..] => (Relation::AtMost, 2),
        [b'<', ..] => (Relation::Below, 1),
        [b'>', b'=', ..] => (Relation::AtLeast, 2),
        [b'>', ..] => (Relation::Above, 1),
        _ => return None,
    };
    Some((relation, text.split_at(length).1))
}

/// What stands before and behind the name of the variable.
#[expect(clippy::arithmetic_side_effects, reason = "indices stay below the length of a cell")]
const fn around_name(text: &str) -> (&str, &str) {
    let mut start = 0;
    while start < text.len() {
        match text.split_at_checked(start) {
            Some((left, rest)) if starts_with_letter(rest) => {
                let mut rest = rest;
                while starts_with_letter(rest) {
                    rest = rest.split_at(1).1;
                }
                return (left, rest);
            }
            _ => start += 1,
        }
    }
    ("", text)
}

const fn starts_with_letter(text: &str) -> bool {
    matches!(text.as_bytes(), [first, ..] if first.is_ascii_alphabetic())
}

impl fmt::Display for Band {
    /// `≤ 35`, `≥ 7.5`, `6–9` for a closed interval, `> 50.0, ≤ 55.0` for one that is open at an end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = (self.low, self.high);
        if let (Some(Edge { value: low, included: true }), Some(Edge { value: high, included: true })) =
            (low, high)
        {
            return write!(f, "{low}–{high}");
        }
        if let Some(Edge { value, included }) = low {
            write!(f, "{} {value}", if included { "≥" } else { ">" })?;
        }
        if low.is_some() && high.is_some() {
            f.write_str(", ")?;
        }
        match high {
            Some(Edge { value, included }) => write!(f, "{} {value}", if included { "≤" } else { "<" }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn notations() {
        for (text, shown) in [
            ("x<=50.0", "≤ 50.0"),
            ("50.0<x<=55.0", "> 50.0, ≤ 55.0"),
            ("x>65.0", "> 65.0"),
            ("6.5~8.5", "6.5–8.5"),
            ("5.5<=pH<6.5", "≥ 5.5, < 6.5"),
            (">25", "> 25"),
            ("<5.5", "< 5.5"),
            ("-200<=x<50", "≥ -200, < 50"),
            ("x<-200", "< -200"),
        ] {
            assert_eq!(Band::parse(text).map(|band| band.to_string()).as_deref(), Some(shown), "{text}");
        }
        for text in ["", "x", "35", "9~6", "6~", "~", "5<x", "5<x>7", "7<x<5", "5=x<7", "<x<5", "x<=", "限<5"]
        {
            assert_eq!(Band::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_shared_end_point_has_one_owner() {
        let bands =
            ["x<30", "30<=x<=50", "50<x<=60"].map(|text| Band::parse(text).unwrap_or_else(|| panic!()));
        assert!(bands[1].follows(bands[0]) && bands[2].follows(bands[1]));
        assert!(!bands[2].follows(bands[0]) && !bands[0].follows(bands[1]));
        let doubly_owned = Band::parse("50<=x<=60");
        assert!(doubly_owned.is_some_and(|band| !band.follows(bands[1])));
    }
}
