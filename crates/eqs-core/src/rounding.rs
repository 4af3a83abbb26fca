//! Rounding (修约) by GB/T 8170-2008, and the other rules that standards name.

use core::cmp::Ordering;

use crate::decimal::{Decimal, DecimalOverflow};
use crate::fraction::Fraction;

/// How a value between two printable ones is rounded. The sign is put back after rounding the magnitude.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Rounding {
    /// GB/T 8170-2008 clause 3.2 (四舍六入五成双): to the nearest, an exact half to the even digit.
    HalfEven,
    /// To the nearest, an exact half away from zero (四舍五入).
    HalfUp,
    /// Away from zero, an exact value stays (进位取整; HJ 633 for every index).
    Up,
    /// Towards zero (舍去).
    Truncate,
}

/// What a reporter wrote behind a figure that somebody else will round again (GB/T 8170-2008, 3.3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum ReportedMark {
    /// `(+)`: the magnitude was larger than printed, so an exact half goes up.
    Larger,
    /// `(-)`: the magnitude was smaller than printed, so an exact half is dropped.
    Smaller,
    /// No mark: the figure is exact.
    Exact,
}

impl Rounding {
    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::HalfEven => "修约（GB/T 8170）",
            Self::HalfUp => "四舍五入",
            Self::Up => "进位取整",
            Self::Truncate => "舍去",
        }
    }

    /// The English name.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::HalfEven => "rounded half to even (GB/T 8170)",
            Self::HalfUp => "rounded half up",
            Self::Up => "rounded up",
            Self::Truncate => "truncated",
        }
    }
}

impl Decimal {
    /// Rounds to `digits` significant digits (有效数字), at least one, in one step.
    ///
    /// Zero has no significant digit and is returned as printed.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if the result needs more than 18 digits.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Decimal, Rounding};
    /// let value: Decimal = "8.53459".parse()?;
    /// assert_eq!(value.round_significant(3, Rounding::HalfEven)?.to_string(), "8.53");
    /// let carried: Decimal = "9.996".parse()?;
    /// assert_eq!(carried.round_significant(3, Rounding::HalfEven)?.to_string(), "10.0");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn round_significant(self, digits: u8, rounding: Rounding) -> Result<Self, DecimalOverflow> {
        let Some(places) = self.places_of_significant(digits) else {
            return Ok(self);
        };
        let rounded = self.round(places, rounding)?;
        // A carry to the next power of ten (9.996 to 10.00) has made one digit too many.
        match rounded.places_of_significant(digits) {
            Some(fewer) if fewer < places => rounded.round(fewer, rounding),
            _ => Ok(rounded),
        }
    }

    /// The places that show `digits` significant digits, negative above the point; `None` for zero.
    fn places_of_significant(self, digits: u8) -> Option<i8> {
        let leading = i8::try_from(self.abs().mantissa().checked_ilog10()?).ok()?;
        let behind_the_first = i8::try_from(digits.saturating_sub(1)).unwrap_or(i8::MAX);
        Some(behind_the_first.saturating_sub(leading).saturating_add_unsigned(self.places()))
    }

    /// Rounds half to even to the nearest multiple of 10^-`places` / `parts`
    /// (GB/T 8170-2008, 3.4: the 0.5 unit has 2 parts, the 0.2 unit has 5), printed with one more place.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if an intermediate value needs more than 18 digits, or if one more place cannot show
    /// the multiple exactly: `parts` is not 1, 2, 5 or 10.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Decimal;
    /// let value: Decimal = "60.38".parse()?;
    /// assert_eq!(value.round_to_part(0, 2)?.to_string(), "60.5");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn round_to_part(self, places: i8, parts: u8) -> Result<Self, DecimalOverflow> {
        if !matches!(parts, 1 | 2 | 5 | 10) {
            return Err(DecimalOverflow);
        }
        let parts = Fraction::from(i64::from(parts));
        let times = self.to_fraction().checked_mul(parts).ok_or(DecimalOverflow)?;
        let rounded = times.round(places, Rounding::HalfEven)?;
        let part = rounded.to_fraction().checked_div(parts).ok_or(DecimalOverflow)?;
        part.round(places.checked_add(1).ok_or(DecimalOverflow)?, Rounding::Truncate)
    }

    /// Rounds a figure that was reported with a mark (GB/T 8170-2008, 3.3.2, grade B): only an exact half
    /// depends on the mark.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if the result needs more than 18 digits.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Decimal, ReportedMark};
    /// let value: Decimal = "16.50".parse()?;
    /// assert_eq!(value.round_reported(0, ReportedMark::Larger)?.to_string(), "17");
    /// assert_eq!(value.round_reported(0, ReportedMark::Exact)?.to_string(), "16");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn round_reported(self, places: i8, mark: ReportedMark) -> Result<Self, DecimalOverflow> {
        let down = self.round(places, Rounding::Truncate)?;
        let up = self.round(places, Rounding::Up)?;
        let twice = self.to_fraction().checked_mul(Fraction::from(2));
        let ends = down.to_fraction().checked_add(up.to_fraction());
        let is_half = down != up && twice.is_some() && twice == ends;
        match (is_half, mark) {
            (true, ReportedMark::Larger) => Ok(up),
            (true, ReportedMark::Smaller) => Ok(down),
            _ => self.round(places, Rounding::HalfEven),
        }
    }
}

/// 10^`exponent`; `exponent` is at most 18.
#[expect(clippy::indexing_slicing, reason = "no number here has more than 18 places")]
pub(crate) const fn power_of_ten(exponent: u8) -> i128 {
    POWERS_OF_TEN[exponent as usize]
}

#[expect(clippy::indexing_slicing, reason = "evaluated while compiling")]
static POWERS_OF_TEN: [i128; 19] = {
    let mut powers = [1; 19];
    let mut exponent = 1;
    while exponent < powers.len() {
        powers[exponent] = powers[exponent - 1] * 10;
        exponent += 1;
    }
    powers
};

/// The order of two numbers; `Ord` is not `const`.
pub(crate) const fn order(left: i128, right: i128) -> Ordering {
    if left < right {
        Ordering::Less
    } else if left > right {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}
