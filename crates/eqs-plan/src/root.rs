//! Roots of fractions, to as many digits as any rule compares.

use eqs_core::{End, Fraction, Interval};
use num_bigint::BigUint;

/// The decimal places to which a root is found.
const PLACES: u32 = 15;

/// The values between which the `degree`-th root of `base` to the power of `power` lies: one value where it has no more
/// than 15 decimal places. `None` if `base` is negative, `degree` 0, or the root does not fit.
#[expect(clippy::arithmetic_side_effects, reason = "these integers grow as needed; the denominator is not 0")]
pub(crate) fn root_of_power(base: Fraction, power: u16, degree: u16) -> Option<Interval> {
    let (power, degree) = (u32::from(power), u32::from(degree));
    let numerator = BigUint::from(u128::try_from(base.numerator()).ok()?).pow(power);
    let denominator = BigUint::from(base.denominator().unsigned_abs()).pow(power);
    let scaled = numerator * BigUint::from(10_u32).pow(PLACES.checked_mul(degree).filter(|_| degree > 0)?);
    let root = (&scaled / &denominator).nth_root(degree);
    let is_exact = root.pow(degree) * denominator == scaled;
    let root = i128::try_from(root).ok()?;
    let end = |digits: i128| Fraction::new(digits, 10_i128.checked_pow(PLACES)?);
    let low = end(root)?;
    if is_exact {
        return Some(Interval::exactly(low));
    }
    let high = end(root.checked_add(1)?)?;
    Some(Interval::new(Some(End::excluded(low)), Some(End::excluded(high))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root(numerator: i128, denominator: i128, power: u16, degree: u16) -> Option<Interval> {
        root_of_power(Fraction::new(numerator, denominator).unwrap(), power, degree)
    }

    #[test]
    fn roots_that_end_are_exact() {
        let exactly =
            |numerator, denominator| Some(Interval::exactly(Fraction::new(numerator, denominator).unwrap()));
        assert_eq!(root(8, 27, 0, 3), exactly(1, 1));
        assert_eq!(root(64, 125, 1, 3), exactly(4, 5));
        assert_eq!(root(64, 125, 2, 3), exactly(16, 25));
        assert_eq!(root(0, 1, 1, 5), exactly(0, 1));
    }

    #[test]
    fn others_lie_between_two_neighbours() {
        let two = root(2, 1, 1, 2).unwrap();
        assert!(two.contains(Fraction::new(141_421_356_237_309_505, 10_i128.pow(17)).unwrap()));
        assert!(!two.contains(Fraction::new(1_414_213_562_373_095, 10_i128.pow(15)).unwrap()));
        let eight = root(8, 27, 1, 3).unwrap(); // 2/3, which has no last digit
        assert!(eight.contains(Fraction::new(2, 3).unwrap()));
    }

    #[test]
    fn what_does_not_fit_is_none() {
        assert_eq!(root(-1, 2, 1, 3), None);
        assert_eq!(root(1, 2, 1, 0), None);
        assert_eq!(root(i128::MAX, 1, 2, 1), None);
    }
}
