//! [`Fraction`]: exact rational numbers between a printed figure and the one rounding at the end.

use core::cmp::Ordering;
use core::fmt;

use crate::decimal::{Decimal, DecimalOverflow, MAX_DIGITS};
use crate::rounding::{Rounding, power_of_ten};

/// An exact rational number in lowest terms with a positive denominator.
///
/// Indices, means and multiples are kept as fractions and rounded once. Every operation is checked: `None`
/// means that the result does not fit 128-bit terms, never a rounded value.
///
/// # Example
/// ```
/// use eqs_core::{Fraction, Rounding};
///
/// let index = Fraction::new(170, 7).unwrap();
/// assert_eq!(index.to_string(), "170/7");
/// assert_eq!(index.round(0, Rounding::Up)?.to_string(), "25");
/// assert_eq!(index.round(2, Rounding::HalfEven)?.to_string(), "24.29");
/// # Ok::<(), eqs_core::DecimalOverflow>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: i128,
    denominator: i128,
}

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// `numerator` / `denominator` in lowest terms; `None` if the denominator is zero or a term does not fit.
    #[must_use]
    #[expect(clippy::arithmetic_side_effects, reason = "i128::MIN, which has no opposite, is left out")]
    pub const fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        let (above, below) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = greatest_common_divisor(above, below);
        let (above, below) = (divide(above, divisor).0.cast_signed(), divide(below, divisor).0.cast_signed());
        let is_negative = (numerator < 0) != (denominator < 0);
        Some(Self { numerator: if is_negative { -above } else { above }, denominator: below })
    }

    /// `mantissa` / 10^`places`; at most 18 places.
    pub(crate) const fn from_scaled(mantissa: i64, places: u8) -> Self {
        let (numerator, denominator) = (mantissa as i128, power_of_ten(places));
        let divisor = common_divisor(numerator, denominator);
        Self { numerator: quotient(numerator, divisor), denominator: quotient(denominator, divisor) }
    }

    /// `mantissa` / 10^`places`, not in lowest terms: only to be rounded.
    pub(crate) const fn to_be_rounded(mantissa: i64, places: u8) -> Self {
        Self { numerator: mantissa as i128, denominator: power_of_ten(places) }
    }

    /// The numerator in lowest terms; it carries the sign.
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator in lowest terms; always positive.
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether the value is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// The sum; `None` if a term does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        // Common divisors are taken out before multiplying, so that only what does not fit overflows.
        let common = common_divisor(self.denominator, other.denominator);
        let (own, others) = (quotient(self.denominator, common), quotient(other.denominator, common));
        let numerator = self.numerator.checked_mul(others)?.checked_add(other.numerator.checked_mul(own)?)?;
        let shared = common_divisor(numerator, common);
        Self::lowest(quotient(numerator, shared), own.checked_mul(quotient(other.denominator, shared))?)
    }

    /// The difference; `None` if a term does not fit.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self { numerator: other.numerator.checked_neg()?, denominator: other.denominator })
    }

    /// The product; `None` if a term does not fit.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        let left = common_divisor(self.numerator, other.denominator);
        let right = common_divisor(other.numerator, self.denominator);
        Self::lowest(
            quotient(self.numerator, left).checked_mul(quotient(other.numerator, right))?,
            quotient(self.denominator, right).checked_mul(quotient(other.denominator, left))?,
        )
    }

    /// The quotient; `None` if `other` is zero or a term does not fit.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        let numerator = match other.numerator.signum() {
            0 => return None,
            sign => other.denominator.checked_mul(sign)?,
        };
        self.checked_mul(Self { numerator, denominator: other.numerator.checked_abs()? })
    }

    /// The fewest decimal places that print the value exactly; `None` if no number of places does.
    #[expect(clippy::arithmetic_side_effects, reason = "128 bits hold fewer than 128 factors")]
    pub(crate) const fn exact_places(self) -> Option<i8> {
        let (mut rest, mut twos, mut fives) = (self.denominator, 0, 0);
        while rest % 2 == 0 {
            rest /= 2;
            twos += 1;
        }
        while rest % 5 == 0 {
            rest /= 5;
            fives += 1;
        }
        match rest {
            1 => Some(if twos > fives { twos } else { fives }),
            _ => None,
        }
    }

    /// The same number as a decimal; `None` if it has no finite one of at most 18 digits.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Fraction;
    /// assert_eq!(Fraction::new(3, 8).unwrap().to_decimal().unwrap().to_string(), "0.375");
    /// assert_eq!(Fraction::new(1, 3).unwrap().to_decimal(), None);
    /// ```
    #[must_use]
    pub const fn to_decimal(self) -> Option<Decimal> {
        match self.exact_places() {
            Some(places) => match self.round(places, Rounding::Truncate) {
                Ok(decimal) => Some(decimal),
                Err(_) => None,
            },
            None => None,
        }
    }

    /// The value with at most `places` decimals, as a sentence shows it: rounded half to even where it has more, which
    /// decides nothing.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Fraction;
    /// assert_eq!(Fraction::new(-250, 19).unwrap().shown(2).to_string(), "-13.16");
    /// assert_eq!(Fraction::new(65, 2).unwrap().shown(4).to_string(), "32.5");
    /// ```
    #[must_use]
    pub const fn shown(self, places: i8) -> impl fmt::Display {
        Shown { value: self, places }
    }

    /// The fraction of terms that are in lowest terms already; the denominator is positive.
    fn lowest(numerator: i128, denominator: i128) -> Option<Self> {
        // i128::MIN is left out everywhere, because it has no magnitude.
        (numerator != i128::MIN).then_some(Self { numerator, denominator })
    }

    /// Rounds to `places` decimals (negative: tens, hundreds ...) in one step, by `rounding`.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if the result needs more than 18 digits or places, or if the denominator is so long
    /// (beyond 10^19) that its product with 10^−`places` or its remainders times ten do not fit 128 bits.
    #[expect(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        reason = "remainders stay below the denominator; every product that could grow is checked"
    )]
    pub const fn round(self, places: i8, rounding: Rounding) -> Result<Decimal, DecimalOverflow> {
        if places.unsigned_abs() > MAX_DIGITS {
            return Err(DecimalOverflow);
        }
        let magnitude = self.numerator.unsigned_abs();
        let coarse = if places < 0 { power_of_ten(places.unsigned_abs()).unsigned_abs() } else { 1 };
        let Some(divisor) = self.denominator.unsigned_abs().checked_mul(coarse) else {
            return Err(DecimalOverflow);
        };
        let (mut quotient, mut remainder) = divide(magnitude, divisor);
        let mut place = 0;
        while place < places {
            let (Some(scaled), Some(longer)) = (remainder.checked_mul(10), quotient.checked_mul(10)) else {
                return Err(DecimalOverflow);
            };
            let (digit, rest) = divide(scaled, divisor);
            quotient = match longer.checked_add(digit) {
                Some(quotient) => quotient,
                None => return Err(DecimalOverflow),
            };
            remainder = rest;
            place += 1;
        }
        let rest = divisor - remainder;
        let up = match rounding {
            Rounding::Truncate => false,
            Rounding::Up => remainder != 0,
            Rounding::HalfUp => remainder >= rest,
            Rounding::HalfEven => remainder > rest || (remainder == rest && quotient % 2 == 1),
        };
        let rounded = match (quotient + up as u128).checked_mul(coarse) {
            Some(rounded) if rounded < 1_000_000_000_000_000_000 => rounded as i64,
            _ => return Err(DecimalOverflow),
        };
        let signed = if self.numerator < 0 { -rounded } else { rounded };
        Decimal::try_new(signed, if places > 0 { places.unsigned_abs() } else { 0 })
    }
}

impl From<i64> for Fraction {
    fn from(value: i64) -> Self {
        Self { numerator: i128::from(value), denominator: 1 }
    }
}

impl From<Decimal> for Fraction {
    fn from(value: Decimal) -> Self {
        value.to_fraction()
    }
}

impl Ord for Fraction {
    /// Compares the cross products; where one does not fit, whole parts, then the reciprocals of the rests (the
    /// continued fraction), which always do.
    fn cmp(&self, other: &Self) -> Ordering {
        let products =
            (self.numerator.checked_mul(other.denominator), other.numerator.checked_mul(self.denominator));
        if let (Some(left), Some(right)) = products {
            return left.cmp(&right);
        }
        let (mut left, mut right) =
            ((self.numerator, self.denominator), (other.numerator, other.denominator));
        let mut reversed = false;
        loop {
            let whole = left.0.div_euclid(left.1).cmp(&right.0.div_euclid(right.1));
            let rests = (left.0.rem_euclid(left.1), right.0.rem_euclid(right.1));
            let ordering = match (whole, rests) {
                (Ordering::Equal, (0, 0)) => Ordering::Equal,
                (Ordering::Equal, (0, _)) => Ordering::Less,
                (Ordering::Equal, (_, 0)) => Ordering::Greater,
                (Ordering::Equal, (a, b)) => {
                    (left, right) = ((left.1, a), (right.1, b));
                    reversed = !reversed;
                    continue;
                }
                (decided, _) => decided,
            };
            return if reversed { ordering.reverse() } else { ordering };
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A fraction as a decimal of a few places; see [`Fraction::shown`].
struct Shown {
    value: Fraction,
    places: i8,
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { value, places } = *self;
        let exact = value.to_decimal().filter(|decimal| i16::from(decimal.places()) <= i16::from(places));
        let rounded = |places| value.round(places, Rounding::HalfEven).ok();
        match exact.or_else(|| rounded(places)).or_else(|| rounded(0)) {
            Some(decimal) => write!(f, "{decimal}"),
            None => write!(f, "{value}"),
        }
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator == 1 {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Fraction {
    /// As text: `170/7`, or `55` for a whole number.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The greatest common divisor of two terms, at least one of which is not zero.
const fn common_divisor(a: i128, b: i128) -> i128 {
    greatest_common_divisor(a.unsigned_abs(), b.unsigned_abs()).cast_signed()
}

const fn greatest_common_divisor(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, divide(a, b).1);
    }
    a
}

/// `value` over a divisor of it that is above zero.
const fn quotient(value: i128, divisor: i128) -> i128 {
    let magnitude = divide(value.unsigned_abs(), divisor.unsigned_abs()).0.cast_signed();
    if value < 0 { magnitude.wrapping_neg() } else { magnitude } // i128::MIN over 1 stays what it is
}

/// Quotient and remainder; division of 64 bits is several times faster, and nearly all terms fit.
#[expect(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "callers check the divisor for zero; the range is checked here"
)]
const fn divide(a: u128, b: u128) -> (u128, u128) {
    if (a | b) >> 64 == 0 {
        let (a, b) = (a as u64, b as u64);
        ((a / b) as u128, (a % b) as u128)
    } else {
        (a / b, a % b)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn terms_that_do_not_fit_are_none() {
        assert_eq!(Fraction::new(1, 0), None);
        assert_eq!(Fraction::new(i128::MIN, 3), None);
        let large = Fraction::new(i128::MAX, 1).unwrap();
        assert_eq!(large.checked_add(Fraction::from(1)), None);
        assert_eq!(large.checked_mul(Fraction::from(2)), None);
        assert_eq!(Fraction::from(1).checked_div(Fraction::ZERO), None);
        assert_eq!(Fraction::new(i128::MAX, 1).unwrap().checked_sub(Fraction::from(-1)), None);
    }

    #[test]
    fn a_quotient_that_does_not_fit_is_refused() {
        let large = Fraction::new(102_084_710_076_281_539_039_012_382_229_530_463_437, 3).unwrap();
        assert_eq!(large.round(1, Rounding::Truncate), Err(DecimalOverflow));
        assert_eq!(large.round(2, Rounding::HalfEven), Err(DecimalOverflow));
    }

    #[test]
    fn a_result_that_fits_is_found_although_its_steps_do_not_fit() {
        let small = Fraction::new(1, 10_i128.pow(30)).unwrap();
        assert_eq!(small.checked_add(small), Fraction::new(2, 10_i128.pow(30)));
        assert_eq!(small.checked_sub(small), Some(Fraction::ZERO));
        assert_eq!(small.checked_div(small), Some(Fraction::from(1)));
        assert_eq!(small.checked_mul(Fraction::new(10_i128.pow(30), 7).unwrap()), Fraction::new(1, 7));
        assert_eq!(small.checked_mul(small), None);
        let (half, tiny) = (Fraction::new(-(1 << 64), 1).unwrap(), Fraction::new(1 << 63, 1).unwrap());
        assert_eq!(half.checked_mul(tiny), None, "i128::MIN has no magnitude");
    }

    #[test]
    fn places_that_print_a_value_exactly() {
        let places = |numerator, denominator| Fraction::new(numerator, denominator).unwrap().exact_places();
        assert_eq!(places(7, 1), Some(0));
        assert_eq!(places(1, 8), Some(3));
        assert_eq!(places(3, 2_500), Some(4));
        assert_eq!(places(20, 3), None);
    }

    #[test]
    fn order_needs_no_common_denominator() {
        let (a, b) = (Fraction::new(i128::MAX, 3).unwrap(), Fraction::new(i128::MAX - 1, 3).unwrap());
        assert!(a > b);
        assert!(Fraction::new(-7, 2).unwrap() < Fraction::new(-10, 3).unwrap());
        assert!(Fraction::new(355, 113).unwrap() > Fraction::new(333, 106).unwrap());
    }

    #[test]
    fn the_sign_stands_in_the_numerator() {
        assert_eq!(Fraction::new(3, -6).unwrap().to_string(), "-1/2");
        assert_eq!(Fraction::new(-3, -6).unwrap().to_string(), "1/2");
        assert_eq!(Fraction::new(-1, 2).unwrap().round(0, Rounding::HalfEven).unwrap().to_string(), "0");
        assert_eq!(Fraction::new(-3, 2).unwrap().round(0, Rounding::Up).unwrap().to_string(), "-2");
    }
}
