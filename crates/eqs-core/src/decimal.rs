//! [`Decimal`]: an exact decimal number that remembers how many places were printed.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use crate::fraction::Fraction;
use crate::rounding::{self, Rounding};

/// The most decimal places, and the most significant digits, that a [`Decimal`] holds.
pub const MAX_DIGITS: u8 = 18;

/// An exact decimal number: an integer of at most 18 digits over a power of ten.
///
/// The number of printed places is information in this field (`27.0` is not reported like `27`):
/// [`fmt::Display`] keeps it, equality and order ignore it. No operation rounds silently: what does not fit
/// is an error, and whatever would have to be rounded is a [`Fraction`] until the rule's one rounding.
///
/// # Example
/// ```
/// use eqs_core::{Decimal, Rounding};
///
/// let printed: Decimal = "30.50".parse()?;
/// assert_eq!(printed, Decimal::new(305, 1));
/// assert_eq!(printed.to_string(), "30.50");
/// assert_eq!(printed.round(0, Rounding::HalfEven)?.to_string(), "30");
/// assert!("NaN".parse::<Decimal>().is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    mantissa: i64,
    places: u8,
}

/// A text that is not a decimal number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecimalError {
    /// The text is empty.
    #[error("empty, expected a decimal number")]
    Empty,
    /// The text holds something else than an optional sign, digits and one point.
    #[error("not a decimal number (expected digits with at most one point, for example 35 or 0.02)")]
    NotANumber,
    /// More than 18 significant digits or decimal places.
    #[error("more than 18 digits")]
    TooManyDigits,
}

/// A result that needs more than 18 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the result needs more than 18 digits")]
pub struct DecimalOverflow;

impl Decimal {
    /// Zero, printed without places.
    pub const ZERO: Self = Self::new(0, 0);

    /// `mantissa` / 10^`places`.
    ///
    /// # Panics
    /// If `places` or the digits of `mantissa` exceed 18. Meant for literals in `const` code.
    #[must_use]
    #[track_caller]
    #[expect(clippy::panic, reason = "documented: a literal that cannot be held must not compile")]
    pub const fn new(mantissa: i64, places: u8) -> Self {
        match Self::try_new(mantissa, places) {
            Ok(decimal) => decimal,
            Err(_) => panic!("a decimal has at most 18 digits and 18 places"),
        }
    }

    /// `mantissa` / 10^`places`.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if `places` or the digits of `mantissa` exceed 18.
    pub const fn try_new(mantissa: i64, places: u8) -> Result<Self, DecimalOverflow> {
        if places > MAX_DIGITS || mantissa.unsigned_abs() >= 1_000_000_000_000_000_000 {
            return Err(DecimalOverflow);
        }
        Ok(Self { mantissa, places })
    }

    /// Reads a printed figure: an optional sign, digits, at most one point.
    ///
    /// This is the `const` twin of [`FromStr`], for tables that are read while compiling.
    ///
    /// # Errors
    /// - [`DecimalError::Empty`] for an empty text;
    /// - [`DecimalError::NotANumber`] for anything that is not a plain decimal (`NaN`, `1e3`, `1,000`, `35 `);
    /// - [`DecimalError::TooManyDigits`] beyond 18 significant digits or places.
    #[expect(clippy::arithmetic_side_effects, reason = "the guard keeps the digits below 10^18")]
    pub const fn parse(text: &str) -> Result<Self, DecimalError> {
        let bytes = text.as_bytes();
        if bytes.is_empty() {
            return Err(DecimalError::Empty);
        }
        let (negative, mut rest) = match bytes {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            _ => (false, bytes),
        };
        let mut mantissa: i64 = 0;
        let mut places: u8 = 0;
        let mut digits = 0_u32;
        let mut point = false;
        while let [byte, tail @ ..] = rest {
            rest = tail;
            match *byte {
                b'.' if !point => point = true,
                digit @ b'0'..=b'9' => {
                    if mantissa >= 100_000_000_000_000_000 || places == MAX_DIGITS {
                        return Err(DecimalError::TooManyDigits);
                    }
                    mantissa = mantissa * 10 + (digit - b'0') as i64;
                    places += point as u8;
                    digits += 1;
                }
                _ => return Err(DecimalError::NotANumber),
            }
        }
        if digits == 0 {
            return Err(DecimalError::NotANumber);
        }
        Ok(Self { mantissa: if negative { -mantissa } else { mantissa }, places })
    }

    /// The digits without the point: 305 for `30.5`.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.mantissa
    }

    /// The digits of the value written with `places` decimals: 3050 for `30.5` at two places. `None` with fewer
    /// places than are printed, and beyond 18 more.
    #[must_use]
    pub fn mantissa_at(self, places: u8) -> Option<i128> {
        let appended = places.checked_sub(self.places).filter(|appended| *appended <= MAX_DIGITS)?;
        i128::from(self.mantissa).checked_mul(rounding::power_of_ten(appended))
    }

    /// The number of printed decimal places.
    #[must_use]
    pub const fn places(self) -> u8 {
        self.places
    }

    /// The number of decimal places that the value needs: 1 for `30.50`.
    #[must_use]
    pub const fn significant_places(self) -> u8 {
        self.normalized().places
    }

    /// Whether the value is below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether the value is zero.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The same value as an exact fraction.
    #[must_use]
    pub const fn to_fraction(self) -> Fraction {
        Fraction::from_scaled(self.mantissa, self.places)
    }

    /// The order of two values; the `const` twin of [`Ord`].
    #[must_use]
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "18 digits scaled by 10^18 stay below 10^36 < i128::MAX"
    )]
    pub const fn compare(self, other: Self) -> Ordering {
        if self.places == other.places {
            return rounding::order(self.mantissa as i128, other.mantissa as i128);
        }
        let left = self.mantissa as i128 * rounding::power_of_ten(other.places);
        let right = other.mantissa as i128 * rounding::power_of_ten(self.places);
        rounding::order(left, right)
    }

    /// Rounds to `places` decimals (negative: tens, hundreds ...) in one step, by `rounding`.
    ///
    /// Rounding to more places than there are appends zeros, as a printed table would.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if the result needs more than 18 digits.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Decimal, Rounding};
    /// let value: Decimal = "12.1498".parse()?;
    /// assert_eq!(value.round(1, Rounding::HalfEven)?.to_string(), "12.1");
    /// assert_eq!(value.round(1, Rounding::Up)?.to_string(), "12.2");
    /// assert_eq!(Decimal::new(1268, 0).round(-2, Rounding::HalfEven)?.to_string(), "1300");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub const fn round(self, places: i8, rounding: Rounding) -> Result<Self, DecimalOverflow> {
        Fraction::to_be_rounded(self.mantissa, self.places).round(places, rounding)
    }

    /// Whether the value has digits beyond `places` that are not zero.
    #[must_use]
    pub const fn exceeds_places(self, places: u8) -> bool {
        self.places > places && self.significant_places() > places
    }

    /// The sum, printed with the places of the longer one; `None` beyond 18 digits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        let sum = self.mantissa_at(places)?.checked_add(other.mantissa_at(places)?)?;
        Self::try_new(i64::try_from(sum).ok()?, places).ok()
    }

    /// The difference, printed with the places of the longer one; `None` beyond 18 digits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(Self { mantissa: other.mantissa.checked_neg()?, places: other.places })
    }

    /// The value without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self { mantissa: self.mantissa.saturating_abs(), places: self.places }
    }

    /// Without trailing zeros behind the point, so that equal values are equal bit by bit.
    #[expect(clippy::arithmetic_side_effects, reason = "`places` is above zero inside the loop")]
    const fn normalized(self) -> Self {
        let mut decimal = self;
        while decimal.places > 0 && decimal.mantissa % 10 == 0 {
            decimal.mantissa /= 10;
            decimal.places -= 1;
        }
        decimal
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        Self::parse(text)
    }
}

impl From<u32> for Decimal {
    fn from(value: u32) -> Self {
        Self { mantissa: i64::from(value), places: 0 }
    }
}

impl fmt::Display for Decimal {
    /// Prints all places; a width is honoured, a precision is not, because it would round silently.
    #[expect(clippy::arithmetic_side_effects, reason = "a digit is below 10")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // At most 18 digits behind the point, the point and a zero before it.
        let mut text = [b'0'; 20];
        let mut free = text.iter_mut().rev();
        let mut rest = self.mantissa.unsigned_abs();
        for byte in free.by_ref().take(usize::from(self.places)) {
            *byte += (rest % 10) as u8;
            rest /= 10;
        }
        if self.places > 0
            && let Some(byte) = free.next()
        {
            *byte = b'.';
        }
        for byte in free.by_ref() {
            *byte += (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        let unused = free.len();
        let text = text.get(unused..).and_then(|text| str::from_utf8(text).ok()).unwrap_or_default();
        f.pad_integral(self.mantissa >= 0, "", text)
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.compare(*other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.compare(*other)
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let decimal = self.normalized();
        decimal.mantissa.hash(state);
        decimal.places.hash(state);
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Decimal {
    /// As text, so that the printed places survive.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = alloc::string::String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[track_caller]
    fn check_error(text: &str, expected: DecimalError) {
        assert_eq!(text.parse::<Decimal>(), Err(expected), "{text:?}");
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        check_error("", DecimalError::Empty);
        for text in ["NaN", "inf", "1e3", "1,000", " 3", "3 ", "-", ".", "+.", "1.2.3", "０.5", "--1", "0x1"]
        {
            check_error(text, DecimalError::NotANumber);
        }
        check_error("1234567890123456789", DecimalError::TooManyDigits);
        check_error("0.0000000000000000001", DecimalError::TooManyDigits);
    }

    #[test]
    fn printed_places_survive_and_do_not_matter_for_equality() {
        for text in ["0", "-0.5", "27.0", "3.40", "0.000025", "999999999999999999", "12."] {
            let decimal: Decimal = text.parse().unwrap();
            assert_eq!(decimal.to_string(), text.trim_end_matches('.'));
        }
        let (short, long): (Decimal, Decimal) = ("27".parse().unwrap(), "27.0".parse().unwrap());
        assert_eq!(short, long);
        assert_ne!(short.places(), long.places());
        assert!(!long.exceeds_places(0));
    }

    #[test]
    fn sums_that_do_not_fit_are_none() {
        let large = Decimal::new(999_999_999_999_999_999, 0);
        assert_eq!(large.checked_add(Decimal::new(1, 0)), None);
        assert_eq!(large.checked_add(Decimal::new(1, 1)), None);
        assert_eq!(large.checked_sub(large), Some(Decimal::ZERO));
        assert_eq!(large.round(2, Rounding::HalfEven), Err(DecimalOverflow));
    }
}
