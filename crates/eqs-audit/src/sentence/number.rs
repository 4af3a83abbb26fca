//! Numbers of a sentence: fractions and intervals with as many places as tell something, units behind them.

use core::fmt;

use eqs_core::{End, Fraction, Interval, Rounding, Unit};

/// A fraction with at most so many places, rounded half to even.
pub(super) struct Shown(pub(super) Fraction, pub(super) i8);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact = self.0.to_decimal().filter(|value| i16::from(value.places()) <= i16::from(self.1));
        let rounded = || self.0.round(self.1, Rounding::HalfEven).ok();
        match exact.or_else(rounded) {
            Some(value) => write!(f, "{value}"),
            None => write!(f, "{}", self.0),
        }
    }
}

/// An interval with at most so many places.
pub(super) struct Open(pub(super) Interval, pub(super) i8);

impl fmt::Display for Open {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(interval, places) = *self;
        match (interval.low(), interval.high()) {
            (Some(low), Some(high)) if low == high => write!(f, "{}", Shown(low.value, places)),
            (low, high) => {
                match low {
                    Some(End { value, included }) => {
                        write!(f, "{}{}", if included { "[" } else { "(" }, Shown(value, places))
                    }
                    None => f.write_str("(-∞"),
                }?;
                match high {
                    Some(End { value, included }) => {
                        write!(f, ", {}{}", Shown(value, places), if included { "]" } else { ")" })
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
