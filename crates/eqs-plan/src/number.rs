//! Computed numbers as sentences show them.

use core::fmt;

use eqs_core::{Decimal, Fraction, Lang, Phrase, Quantity, Rounding, Unit};

/// A number with at most two decimals, four below 1, and its unit.
pub(crate) struct Number(pub(crate) Fraction, pub(crate) Unit);

impl Phrase for Number {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match shown(self.0) {
            Some(value) => Quantity::new(value, self.1).write(lang, f),
            None => write!(f, "{}", self.0),
        }
    }
}

/// A difference: of shares in percentage points.
pub(crate) struct Difference(pub(crate) Fraction, pub(crate) Unit);

impl Phrase for Difference {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = if self.1 == Unit::PERCENT { Unit::of("percentage_point") } else { self.1 };
        Number(self.0, unit).write(lang, f)
    }
}

fn shown(value: Fraction) -> Option<Decimal> {
    let one = Fraction::from(1);
    let is_small = value < one && Fraction::ZERO.checked_sub(value)? < one;
    let places: i8 = if is_small { 4 } else { 2 };
    let exact = value.to_decimal().filter(|exact| exact.places() <= places.unsigned_abs());
    exact.or_else(|| value.round(places, Rounding::HalfEven).ok())
}
