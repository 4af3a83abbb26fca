//! [`TrophicIndex`]: an index of which every digit is known.

use alloc::vec::Vec;
use core::cmp::Ordering;

use eqs_core::{Decimal, DecimalOverflow, Fraction, Rounding};
use num_bigint::BigInt;

use super::logarithm::Near;

/// A trophic level index, of one parameter or of all: a fraction plus fractions of natural logarithms.
///
/// Nothing is rounded inside, and there are no floats: digits are found by bounds that are drawn closer until they
/// decide, so that they are the same everywhere.
///
/// # Example
/// ```
/// use eqs_assess::trophic_level::trophic_level;
/// use eqs_core::{Indicator, Quantity, Unit};
/// use eqs_standards::trophic_state::TrophicStates;
///
/// let algae = Quantity::parse("10", Unit::UG_PER_L)?; // 10 mg/m³
/// let verdict = trophic_level(TrophicStates::named("2001")?, &[(Indicator::of("chla"), algae)])?;
/// let index = &verdict.outcome.determined().unwrap().index; // 10 (2.5 + 1.086 ln 10)
/// assert_eq!(index.round(1)?.to_string(), "50.0");
/// assert_eq!(index.round(12)?.to_string(), "50.006074109915");
/// assert!(index.compare("50".parse()?).is_gt());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrophicIndex {
    constant: Fraction,
    /// Factors and the numbers whose logarithms they multiply; never the number 1.
    logarithms: Vec<(Fraction, Fraction)>,
}

impl TrophicIndex {
    /// `constant` + `factor` · ln `value` of a `value` above 0.
    pub(super) fn new(constant: Fraction, factor: Fraction, value: Fraction) -> Self {
        let logarithms = if value == Fraction::from(1) { Vec::new() } else { alloc::vec![(factor, value)] };
        Self { constant, logarithms }
    }

    /// The sum of indices by their weights; `None` if a number does not fit.
    pub(super) fn weighted<'a>(parts: impl IntoIterator<Item = (Fraction, &'a Self)>) -> Option<Self> {
        let mut sum = Self { constant: Fraction::ZERO, logarithms: Vec::new() };
        for (weight, part) in parts {
            sum.constant = sum.constant.checked_add(part.constant.checked_mul(weight)?)?;
            for (factor, value) in &part.logarithms {
                sum.logarithms.push((factor.checked_mul(weight)?, *value));
            }
        }
        Some(sum)
    }

    /// Rounds to `places` decimals in one step, half to even (GB/T 8170); it is not capped to 0 to 100.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if the result needs more than 18 digits or places.
    pub fn round(&self, places: u8) -> Result<Decimal, DecimalOverflow> {
        if self.logarithms.is_empty() {
            return self
                .constant
                .round(i8::try_from(places).map_err(|_| DecimalOverflow)?, Rounding::HalfEven);
        }
        Decimal::try_new(0, places)?;
        let mantissa = self.decide(|near, bits| {
            let round = |end: BigInt| nearest(end, places, bits);
            let (low, high) = near.ends();
            Some(round(low)).filter(|low| *low == round(high))
        });
        Decimal::try_new(i64::try_from(mantissa).map_err(|_| DecimalOverflow)?, places)
    }

    /// Compares the exact value with a decimal.
    #[must_use]
    pub fn compare(&self, value: Decimal) -> Ordering {
        if self.logarithms.is_empty() {
            return self.constant.cmp(&value.to_fraction());
        }
        let value = value.to_fraction();
        self.decide(|near, bits| {
            let edge = Near::fraction(value, bits);
            let ((low, high), (edge_low, edge_high)) = (near.ends(), edge.ends());
            match (low > edge_high, high < edge_low) {
                (true, _) => Some(Ordering::Greater),
                (_, true) => Some(Ordering::Less),
                _ => None,
            }
        })
    }

    /// What bounds decide that are drawn closer until they do.
    ///
    /// They come to decide: a sum of logarithms of fractions with fractions as factors is 0 or transcendental
    /// (Lindemann), so it hits no half and no decimal but by its constant, where the logarithms cancel. The sets of
    /// parameters whose constant is a finite decimal are single ones, whose logarithm is not 0, and transparency with
    /// permanganate index, whose logarithms cancel only from 2^1940 on.
    fn decide<T>(&self, decided: impl Fn(Near, u64) -> Option<T>) -> T {
        let mut bits = 64_u64;
        loop {
            let constant = Near::fraction(self.constant, bits);
            let logarithms =
                self.logarithms.iter().map(|(factor, value)| Near::ln(*value, bits).times(*factor));
            if let Some(decision) = decided(logarithms.fold(constant, Near::plus), bits) {
                return decision;
            }
            bits = bits.saturating_mul(2);
        }
    }
}

/// The nearest number of 10^−`places` to an end of bounds in units of 2^−`bits`.
#[expect(clippy::arithmetic_side_effects, reason = "these integers grow as needed")]
fn nearest(end: BigInt, places: u8, bits: u64) -> BigInt {
    let halves = (end * BigInt::from(10).pow(u32::from(places))) << 1_u8;
    (halves + (BigInt::from(1) << bits)) >> bits.saturating_add(1)
}

#[cfg(feature = "serde")]
impl serde::Serialize for TrophicIndex {
    /// As text with four decimals.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.round(4).map_err(serde::ser::Error::custom)?)
    }
}
