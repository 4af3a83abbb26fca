//! Natural logarithms between certified bounds, on integers of any length.

use eqs_core::Fraction;
use num_bigint::BigInt;

/// A real number, known to lie within `error` of `value`; both in units of 2^−`bits`.
#[derive(Clone, Debug)]
pub(super) struct Near {
    value: BigInt,
    error: BigInt,
}

#[expect(clippy::arithmetic_side_effects, reason = "these integers grow as needed; no denominator is 0")]
impl Near {
    /// A fraction, cut off.
    pub(super) fn fraction(number: Fraction, bits: u64) -> Self {
        let value = (BigInt::from(number.numerator()) << bits) / number.denominator();
        Self { value, error: BigInt::from(1) }
    }

    /// The natural logarithm of `x` > 0.
    ///
    /// `x` = 2^k · m with 1/2 < m < 2, and ln m = 2 artanh((m − 1) / (m + 1)), ln 2 = 2 artanh(1/3).
    pub(super) fn ln(x: Fraction, bits: u64) -> Self {
        let (mut above, mut below) = (BigInt::from(x.numerator()), BigInt::from(x.denominator()));
        let (longer, shorter) = (above.bits(), below.bits());
        let power = i128::from(longer) - i128::from(shorter);
        above <<= shorter.saturating_sub(longer);
        below <<= longer.saturating_sub(shorter);
        let rest = Self::artanh(&above - &below, &above + &below, bits);
        let two = Self::artanh(BigInt::from(1), BigInt::from(3), bits);
        let error = (rest.error + two.error * power.unsigned_abs()) * 2;
        Self { value: (rest.value + two.value * power) * 2, error }
    }

    /// artanh(z) = z + z³/3 + z⁵/5 + ... of z = `above` / `below`, at most 1/3 in size.
    ///
    /// Everything is cut off towards zero. A power of z then lacks less than 1 + 1/9 + 1/81 + ... = 9/8, a term less than
    /// 1 + 9/8, and what follows the last power that is not 0 is less than 9/8 · 9/8: together less than 3 for each term and
    /// once more, which is at most twice the first odd number that is not used.
    fn artanh(above: BigInt, below: BigInt, bits: u64) -> Self {
        let (above_squared, below_squared) = (&above * &above, &below * &below);
        let mut power = (above << bits) / below;
        let (mut value, mut odd) = (BigInt::ZERO, BigInt::from(1));
        while power != BigInt::ZERO {
            value += &power / &odd;
            power = power * &above_squared / &below_squared;
            odd += 2;
        }
        Self { value, error: odd * 2 }
    }

    /// The product with a fraction, cut off.
    pub(super) fn times(self, factor: Fraction) -> Self {
        let (above, below) = (factor.numerator(), factor.denominator());
        Self { value: self.value * above / below, error: self.error * above.abs() / below + 2 }
    }

    /// The bounds.
    pub(super) fn ends(&self) -> (BigInt, BigInt) {
        (&self.value - &self.error, &self.value + &self.error)
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { value: self.value + other.value, error: self.error + other.error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ln 2, ln 10 and ln (1/7) to 40 places (OEIS A002162, A002392, A016630).
    #[test]
    fn logarithms_lie_within_their_bounds() {
        for (x, digits) in [
            ((2, 1), "6931471805599453094172321214581765680755"),
            ((10, 1), "23025850929940456840179914546843642076011"),
            ((1, 7), "-19459101490553133051053527434431797296371"),
        ] {
            let digits: BigInt = digits.parse().unwrap();
            let scale = BigInt::from(10).pow(40);
            for bits in [8, 16, 64, 128] {
                let near = Near::ln(Fraction::new(x.0, x.1).unwrap(), bits);
                let (low, high) = near.ends();
                // The digits are themselves cut off.
                assert!(low * &scale <= (&digits + 1) << bits, "{x:?} {bits}");
                assert!(high * &scale >= (&digits - 1) << bits, "{x:?} {bits}");
                assert!(near.error < BigInt::from(32 * bits), "{x:?} {bits}");
            }
        }
    }

    #[test]
    fn finer_bounds_lie_within_coarser_ones() {
        for x in
            ["0.000000000000000001", "0.3", "0.999999999999999999", "1", "1.5", "7", "999999999999999999"]
        {
            let x: eqs_core::Decimal = x.parse().unwrap();
            let fine = Near::ln(x.to_fraction(), 256);
            for bits in [16_u64, 64, 128] {
                let coarse = Near::ln(x.to_fraction(), bits);
                let shift = 256 - bits;
                let away = (coarse.value << shift) - &fine.value;
                assert!(away.magnitude() <= (coarse.error << shift).magnitude(), "{x} {bits}");
            }
        }
    }
}
