//! Medians of exact numbers, and the slope of Theil and Sen, which is one.

use alloc::vec::Vec;

use crate::fraction::Fraction;

/// The middle value, or the mean of the two in the middle; `None` of no values, or if a number does not fit 128 bits.
///
/// # Example
/// ```
/// use eqs_core::{Fraction, median};
/// assert_eq!(median([3, 1, 2].map(Fraction::from).into()), Some(Fraction::from(2)));
/// assert_eq!(median([4, 1].map(Fraction::from).into()), Fraction::new(5, 2));
/// ```
#[must_use]
pub fn median(mut values: Vec<Fraction>) -> Option<Fraction> {
    values.sort_unstable();
    let last = values.len().checked_sub(1)?;
    let (low, high) = (values.get(last / 2)?, values.get(last.div_ceil(2))?);
    low.checked_add(*high)?.checked_div(Fraction::from(2))
}

/// The slope of Theil and Sen: the median of the slopes between all pairs of years, in units a year. `None` for fewer
/// than two values, two of one year, or if a number does not fit 128 bits.
///
/// # Example
/// ```
/// use eqs_core::{Fraction, theil_sen};
/// // 2017 is far off and does not matter.
/// let years: Vec<_> = (2015..).zip([10, 9, 20, 7].map(Fraction::from)).collect();
/// assert_eq!(theil_sen(&years), Some(Fraction::from(-1)));
/// ```
#[must_use]
pub fn theil_sen(years: &[(i32, Fraction)]) -> Option<Fraction> {
    let mut slopes = Vec::new();
    for (at, (year, value)) in years.iter().enumerate() {
        for (other, later) in years.iter().skip(at.saturating_add(1)) {
            let apart = Fraction::from(i64::from(*other).checked_sub(i64::from(*year))?);
            slopes.push(later.checked_sub(*value)?.checked_div(apart)?);
        }
    }
    median(slopes)
}
