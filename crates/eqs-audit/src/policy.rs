//! [`Policy`]: how words without an official meaning are read.

use eqs_core::{Bound, Decimal, Fraction, Interval, Quantity};

/// How words without an official meaning are read. None of these values is official; every result that depends on
/// one says so.
///
/// # Example
/// ```
/// use eqs_audit::Policy;
/// let strict = Policy { about: "1".parse()?, ..Policy::DEFAULT };
/// assert_eq!(strict.nearly.to_string(), "10");
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Policy {
    /// 约, 左右: how far the value may lie on either side of the printed one, in per cent of it; 5 by default.
    pub about: Decimal,
    /// 近: how far the value may lie below the printed one, in per cent of it; 10 by default.
    pub nearly: Decimal,
    /// 基本持平, 保持稳定: the largest change either way, in per cent of the base; 5 by default.
    pub stable: Decimal,
}

impl Policy {
    /// The default readings; those that plans need, too, are theirs.
    pub const DEFAULT: Self = Self {
        about: eqs_plan::Policy::DEFAULT.about_tolerance.value,
        nearly: Decimal::new(10, 0),
        stable: eqs_plan::Policy::DEFAULT.stable_tolerance.value,
    };

    /// The values for which a printed figure stands, in its unit; `None` if a term does not fit.
    pub(crate) fn interval(&self, low: Quantity, high: Option<Decimal>, bound: Bound) -> Option<Interval> {
        let printed = |value: Decimal| {
            if low.unit.counts() && value.places() == 0 {
                Interval::exactly(value.to_fraction())
            } else {
                Interval::printed(value)
            }
        };
        let (first, last) = (low.value, high.unwrap_or(low.value));
        let figure = printed(first).hull(printed(last));
        let around = |value: Decimal, below: Decimal, above: Decimal| {
            let factor = |part: Fraction| part.checked_mul(value.to_fraction());
            let hundred = Fraction::from(100);
            let low = factor(hundred.checked_sub(below.to_fraction())?.checked_div(hundred)?)?;
            let high = factor(hundred.checked_add(above.to_fraction())?.checked_div(hundred)?)?;
            Some((low.min(high), low.max(high)))
        };
        Some(match bound {
            Bound::Exact => figure,
            Bound::Nil => Interval::exactly(first.to_fraction()),
            Bound::About => {
                let (low, high) = around(first, self.about, self.about)?;
                figure.hull(Interval::between(low, high))
            }
            Bound::Nearly => {
                let (low, high) = around(last, self.nearly, Decimal::ZERO)?;
                Interval::between(low, high).intersection(Interval::certain(low, high, Bound::Nearly))
            }
            Bound::Above | Bound::AtLeast => {
                Interval::certain(first.to_fraction(), last.to_fraction(), bound)
            }
        })
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::DEFAULT
    }
}
