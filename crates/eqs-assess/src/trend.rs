//! Trends over several years (变化趋势): rank correlation of Spearman, slope of Theil and Sen.
//!
//! ```
//! use eqs_assess::trend::{Significance, Trend, spearman, theil_sen};
//! use eqs_core::Fraction;
//!
//! let means = [38, 36, 34, 34, 30, 31].map(Fraction::from);
//! let found = spearman(&means)?;
//! assert_eq!(found.trend(Significance::FivePercent), None); // two years are alike
//! let found = spearman(&[38, 36, 35, 34, 30, 31].map(Fraction::from))?;
//! assert_eq!(found.coefficient.to_string(), "-33/35");
//! assert_eq!(found.trend(Significance::FivePercent), Some(Trend::Falling));
//! let years: Vec<_> = (2019..).zip(means).collect();
//! assert_eq!(theil_sen(&years).unwrap().to_string(), "-3/2"); // µg/m³ a year
//! # Ok::<(), eqs_assess::trend::TrendError>(())
//! ```

use eqs_core::table::Reader;
pub use eqs_core::theil_sen;
use eqs_core::{Better, Fraction};

/// The rank correlation of values with their order in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Spearman {
    /// The number of periods.
    pub periods: usize,
    /// The sum of the squared differences of ranks, Σd².
    pub squares: Fraction,
    /// The coefficient, 1 − 6 Σd² / (N³ − N).
    pub coefficient: Fraction,
    /// Whether values are equal: they share the mean of their ranks, and no critical value holds.
    pub has_ties: bool,
    /// The critical values for so many periods; `None` for fewer than 5, more than 20, and with equal values.
    pub critical: Option<Critical>,
}

/// The least coefficients, one-sided, that are significant; exact, by counting all orders of so many values.
///
/// They are counted up to 20 periods. Figures of Chinese tables for 12 and more, known from memory only, differ from them
/// (0.506 for 12 at 0.05, where 0.5035 is exact) and are not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Critical {
    /// At the level of 0.05.
    pub at_5_percent: Fraction,
    /// At the level of 0.01.
    pub at_1_percent: Fraction,
}

eqs_core::vocabulary! {
    /// The level at which a rank correlation is significant, one-sided.
    pub enum Significance {
        /// 0.05.
        FivePercent = "0.05", "0.05", "0.05";
        /// 0.01.
        OnePercent = "0.01", "0.01", "0.01";
    }
}

eqs_core::vocabulary! {
    /// What a rank correlation says at a level of significance.
    pub enum Trend {
        /// The values rise significantly (显著上升).
        Rising = "rising", "显著上升", "rising significantly";
        /// They fall significantly (显著下降).
        Falling = "falling", "显著下降", "falling significantly";
        /// Neither (无显著变化).
        NotSignificant = "none", "无显著变化", "no significant trend";
    }
}

impl Trend {
    /// Whether it is one to the better (好转): concentrations that fall, dissolved oxygen or shares of classes I to III
    /// that rise. `None` if it is not significant or neither direction is the better one.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::trend::Trend;
    /// use eqs_core::Indicator;
    /// assert_eq!(Trend::Rising.is_better(Indicator::TP.better()), Some(false));
    /// assert_eq!(Trend::Rising.is_better(Indicator::DO.better()), Some(true));
    /// assert_eq!(Trend::NotSignificant.is_better(Indicator::DO.better()), None);
    /// ```
    #[must_use]
    pub const fn is_better(self, better: Better) -> Option<bool> {
        match (self, better) {
            (Self::Rising, Better::Higher) | (Self::Falling, Better::Lower) => Some(true),
            (Self::Rising, Better::Lower) | (Self::Falling, Better::Higher) => Some(false),
            _ => None,
        }
    }
}

/// Values that have no trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TrendError {
    /// Fewer than two values.
    #[error("{0} values, expected 2 or more")]
    TooFew(usize),
    /// A number does not fit 128 bits.
    #[error("the values have too many digits")]
    TooLong,
}

#[derive(Clone, Copy)]
struct Row {
    periods: u16,
    /// The largest Σd² that is significant, of rising values.
    squares: [u16; 2],
}

eqs_core::table! {
    static SPEARMAN: [Row] =
        "../data/spearman.csv", "n,squares_5_percent,squares_1_percent,confirmation,sources", row;
}

const fn row(reader: &mut Reader) -> Row {
    let row = Row { periods: reader.number(), squares: [reader.number(), reader.number()] };
    reader.required();
    reader.required();
    row
}

impl Spearman {
    /// Whether the values rise or fall significantly; `None` without critical values. A coefficient equal to the
    /// critical one counts (grade C: no source says).
    #[must_use]
    pub fn trend(&self, level: Significance) -> Option<Trend> {
        let critical = self.critical?;
        let critical = match level {
            Significance::FivePercent => critical.at_5_percent,
            Significance::OnePercent => critical.at_1_percent,
        };
        let opposite = self.coefficient.checked_mul(Fraction::from(-1))?;
        Some(match self.coefficient {
            coefficient if coefficient >= critical => Trend::Rising,
            _ if opposite >= critical => Trend::Falling,
            _ => Trend::NotSignificant,
        })
    }
}

/// The rank correlation of Spearman between values and their order in time.
///
/// # Errors
/// [`TrendError`].
pub fn spearman(values: &[Fraction]) -> Result<Spearman, TrendError> {
    let periods = values.len();
    if periods < 2 {
        return Err(TrendError::TooFew(periods));
    }
    let squares = squares(values).ok_or(TrendError::TooLong)?;
    let has_ties = {
        let mut sorted = values.to_vec();
        sorted.sort_unstable();
        sorted.windows(2).any(|pair| matches!(pair, [one, other] if one == other))
    };
    let row = SPEARMAN.iter().find(|row| usize::from(row.periods) == periods && !has_ties);
    let critical = row.and_then(|row| {
        let [five, one] = row.squares.map(|squares| coefficient(periods, Fraction::from(i64::from(squares))));
        Some(Critical { at_5_percent: five?, at_1_percent: one? })
    });
    let coefficient = coefficient(periods, squares).ok_or(TrendError::TooLong)?;
    Ok(Spearman { periods, squares, coefficient, has_ties, critical })
}

fn coefficient(periods: usize, squares: Fraction) -> Option<Fraction> {
    let periods = i128::try_from(periods).ok()?;
    let whole = Fraction::new(periods.checked_pow(3)?.checked_sub(periods)?, 1)?;
    Fraction::from(1).checked_sub(squares.checked_mul(Fraction::from(6))?.checked_div(whole)?)
}

/// Σd²; equal values share the mean of their ranks.
fn squares(values: &[Fraction]) -> Option<Fraction> {
    let mut sum = 0_i128;
    for (at, value) in values.iter().enumerate() {
        let below = values.iter().filter(|other| *other < value).count();
        let alike = values.iter().filter(|other| *other == value).count();
        // Twice the rank: of the `alike` ranks after `below` the mean is below + (alike + 1) / 2.
        let rank = i128::try_from(below.checked_mul(2)?.checked_add(alike)?.checked_add(1)?).ok()?;
        let time = i128::try_from(at.checked_add(1)?.checked_mul(2)?).ok()?;
        sum = sum.checked_add(rank.checked_sub(time)?.checked_pow(2)?)?;
    }
    Fraction::new(sum, 4)
}
