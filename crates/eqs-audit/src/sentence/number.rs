//! Intervals of a sentence with as many places as tell something, and units behind numbers.

use core::fmt;

use eqs_core::{End, Interval, Unit};

/// An interval with at most so many places.
pub(super) struct Open(pub(super) Interval, pub(super) i8);

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(interval, places) = *self;
        match (interval.low(), interval.high()) {
            (Some(low), Some(high)) if low == high => write!(f, "{}", low.value.shown(places)),
            (low, high) => {
                match low {
                    Some(End { value, included }) => {
                        write!(f, "{}{}", if included { "[" } else { "(" }, value.shown(places))
                    }
                    None => f.write_str("(-∞"),
                }?;
                match high {
                    Some(End { value, included }) => {
                        write!(f, ", {}{}", value.shown(places), if included { "]" } else { ")" })
                    }
                    None => f.write_str(", ∞)"),
                }
            }
        }
    }
}

/// A unit behind a number.
pub(super) struct Suffix(pub(super) Unit);

impl fmt::Display for Suffix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.symbol() {
            "-" | "count" => Ok(()),
            "%" => f.write_str("%"),
            _ => write!(f, " {}", self.0.symbol()),
        }
    }
}
