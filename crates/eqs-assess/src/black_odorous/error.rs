//! Readings that have no degree.

use core::fmt;

use eqs_core::{Indicator, Lang, Phrase, Quantity, QuantityError};

/// A reading that has no degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BlackOdorousError {
    /// The value is below 0; only the oxidation-reduction potential may be.
    #[error("{indicator}: {given} is negative, expected 0 or more")]
    Negative {
        /// The indicator.
        indicator: Indicator,
        /// The value.
        given: Quantity,
    },
    /// The depth is not above 0 cm, has a unit of another kind, or more than 17 digits.
    #[error("the depth {0} is impossible, expected one above 0 cm, of at most 17 digits")]
    Depth(Quantity),
    /// The unit does not convert to that of the guideline, or not exactly.
    #[error("{indicator}: {error}")]
    Unit {
        /// The indicator.
        indicator: Indicator,
        /// What is wrong with the unit.
        error: QuantityError,
    },
    /// The indicator is none of the four.
    #[error("{0} is not an indicator of black and odorous water, expected SD, DO, ORP or NH3-N")]
    NotInTable(Indicator),
    /// The indicator was given twice.
    #[error("{0} is given twice")]
    Twice(Indicator),
}

impl Phrase for BlackOdorousError {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if lang == Lang::En {
            return write!(f, "{self}");
        }
        match self {
            Self::Negative { indicator, given } => {
                write!(f, "{}：{given}为负值，应不小于0", indicator.zh())
            }
            Self::Depth(depth) => write!(f, "水深{depth}不可能，应大于0 cm，不超过17位数字"),
            Self::Unit { indicator, error } => write!(f, "{}：{}", indicator.zh(), error.say(lang)),
            Self::NotInTable(indicator) => {
                write!(f, "{}不是黑臭水体的指标，应为透明度、溶解氧、氧化还原电位或氨氮", indicator.zh())
            }
            Self::Twice(indicator) => write!(f, "{}给出了两次", indicator.zh()),
        }
    }
}
