//! Values that cannot be classed.

use core::fmt;

use eqs_core::{Indicator, Lang, Phrase, Quantity, QuantityError};

use super::value::GroundWaterValue;

/// A value that cannot be classed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GroundWaterError {
    /// The value is below 0.
    #[error("{indicator}: {given} is negative, expected 0 or more")]
    Negative {
        /// The indicator.
        indicator: Indicator,
        /// The value.
        given: Quantity,
    },
    /// A pH above 14.
    #[error("pH {given} is impossible, expected 0 to 14")]
    NoPh {
        /// The value.
        given: Quantity,
    },
    /// The detection limit is 0 or below.
    #[error("{indicator}: a detection limit of {given} is impossible, expected one above 0")]
    DetectionLimit {
        /// The indicator.
        indicator: Indicator,
        /// The detection limit.
        given: Quantity,
    },
    /// The limits of the indicator are words and the value is none.
    #[error("{indicator}: `{}` is no value of it, expected 无 (absent) or 有 (present)", .given.say(Lang::En))]
    NotAWord {
        /// The indicator.
        indicator: Indicator,
        /// The value.
        given: GroundWaterValue,
    },
    /// The indicator needs a number: a word was given, or a pH was not detected.
    #[error("{indicator}: `{}` is no value of it, expected a number", .given.say(Lang::En))]
    NotANumber {
        /// The indicator.
        indicator: Indicator,
        /// The value.
        given: GroundWaterValue,
    },
    /// The unit does not convert to that of the limits, or not exactly.
    #[error("{indicator}: {error}")]
    Unit {
        /// The indicator.
        indicator: Indicator,
        /// What is wrong with the unit.
        error: QuantityError,
    },
    /// The indicator is in neither table.
    #[error("{0} is not an indicator of GB/T 14848-2017")]
    NotInTable(Indicator),
    /// The indicator was given twice.
    #[error("{0} is given twice")]
    Twice(Indicator),
}

impl GroundWaterError {
    /// The indicator that is refused.
    #[must_use]
    pub const fn indicator(&self) -> Indicator {
        match *self {
            Self::Negative { indicator, .. }
            | Self::DetectionLimit { indicator, .. }
            | Self::NotAWord { indicator, .. }
            | Self::NotANumber { indicator, .. }
            | Self::Unit { indicator, .. }
            | Self::NotInTable(indicator)
            | Self::Twice(indicator) => indicator,
            Self::NoPh { .. } => Indicator::PH,
        }
    }
}

impl Phrase for GroundWaterError {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if lang == Lang::En {
            return write!(f, "{self}");
        }
        let indicator = self.indicator().zh();
        match self {
            Self::Negative { given, .. } => write!(f, "{indicator}：{given}为负值，应不小于0"),
            Self::NoPh { given } => write!(f, "pH值{given}不可能，应为0至14"),
            Self::DetectionLimit { given, .. } => {
                write!(f, "{indicator}：检出限{given}不可能，应大于0")
            }
            Self::NotAWord { given, .. } => {
                write!(f, "{indicator}：“{}”不是其结果，应为“无”或“有”", given.say(lang))
            }
            Self::NotANumber { given, .. } => {
                write!(f, "{indicator}：“{}”不是其结果，应为数值", given.say(lang))
            }
            Self::Unit { error, .. } => write!(f, "{indicator}：{}", error.say(lang)),
            Self::NotInTable(_) => write!(f, "{indicator}不是GB/T 14848-2017的指标"),
            Self::Twice(_) => write!(f, "{indicator}给出了两次"),
        }
    }
}
