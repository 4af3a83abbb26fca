//! [`Share`]: a share in per cent that knows of which whole.

use core::fmt;

use eqs_core::{Decimal, DecimalOverflow, Fraction, Lang, Phrase, Rounding, Statistic};

/// A share in per cent (比例) of one whole: river length, lake area, storage, sections, reservoirs, ...
///
/// Shares of different wholes are different measures: in 2020 none of the national sections of Beijing was worse than class
/// V, and 2.4 % of the river length. They are never compared with one another.
///
/// # Example
/// ```
/// use eqs_assess::share::Share;
/// use eqs_core::{Decimal, Lang, Phrase, Statistic};
///
/// let share = |statistic, percent| Share::new(statistic, Decimal::parse(percent).unwrap());
/// let then = share(Statistic::ShareOfRiverLength, "71.3")?;
/// let now = share(Statistic::ShareOfRiverLength, "87.2")?;
/// assert_eq!(now.points_since(then)?.shown(1).to_string(), "15.9"); // percentage points (百分点)
/// assert_eq!(now.say(Lang::Zh).to_string(), "河长比例87.2%");
/// assert!(now.points_since(share(Statistic::ShareOfSections, "71.3")?).is_err());
/// # Ok::<(), eqs_assess::share::ShareError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Share {
    statistic: Statistic,
    percent: Fraction,
}

/// A number that is no share, or shares that do not compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ShareError {
    /// The statistic is no share of anything.
    #[error("{0} is not a share")]
    NoShare(Statistic),
    /// The number lies outside 0 to 100.
    #[error("{}%, expected 0% to 100%", .0.shown(4))]
    Impossible(Fraction),
    /// The two are shares of different wholes.
    #[error("{0} and {1} are different measures and do not compare")]
    Unlike(Statistic, Statistic),
    /// A number does not fit 128 bits.
    #[error("the values have too many digits")]
    TooLong,
}

impl Share {
    /// A share of the whole that `statistic` names, printed or exact.
    ///
    /// # Errors
    /// [`ShareError::NoShare`] and [`ShareError::Impossible`].
    pub fn new(statistic: Statistic, percent: impl Into<Fraction>) -> Result<Self, ShareError> {
        let percent = percent.into();
        if !statistic.is_share() {
            return Err(ShareError::NoShare(statistic));
        }
        if percent.is_negative() || percent > Fraction::from(100) {
            return Err(ShareError::Impossible(percent));
        }
        Ok(Self { statistic, percent })
    }

    /// A share that is known to be one.
    pub(crate) const fn of(statistic: Statistic, percent: Fraction) -> Self {
        Self { statistic, percent }
    }

    /// Of which whole.
    #[must_use]
    pub const fn statistic(self) -> Statistic {
        self.statistic
    }

    /// The share in per cent, exact.
    #[must_use]
    pub const fn percent(self) -> Fraction {
        self.percent
    }

    /// The share as bulletins print it: with one decimal, half to even.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if the fraction has terms too long to be rounded.
    pub const fn printed(self) -> Result<Decimal, DecimalOverflow> {
        self.percent.round(1, Rounding::HalfEven)
    }

    /// How many percentage points (百分点) it lies above an earlier share, exact; negative below.
    ///
    /// # Errors
    /// [`ShareError::Unlike`] for a share of another whole, [`ShareError::TooLong`].
    pub fn points_since(self, earlier: Self) -> Result<Fraction, ShareError> {
        if self.statistic != earlier.statistic {
            return Err(ShareError::Unlike(self.statistic, earlier.statistic));
        }
        self.percent.checked_sub(earlier.percent).ok_or(ShareError::TooLong)
    }
}

impl Phrase for Share {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (statistic, percent) = (self.statistic.say(lang), self.percent.shown(1));
        write!(f, "{statistic}{}{percent}%", lang.pick("", " "))
    }
}
