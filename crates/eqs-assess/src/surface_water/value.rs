//! [`WaterValue`]: what stands in a sample for one item.

use core::fmt;

use eqs_core::{Fraction, Lang, Measured, Phrase, Quantity, Unit};

use super::number::Number;

/// The value of one item of a sample: what a laboratory reports, or an exact mean.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::WaterValue;
/// use eqs_core::{Measured, Quantity, Unit};
///
/// let value: WaterValue = Quantity::parse("0.34", Unit::MG_PER_L)?.into();
/// assert_eq!(value, Measured::parse("0.34", Unit::MG_PER_L)?.unwrap().into());
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum WaterValue {
    /// What a laboratory reports.
    Measured(Measured),
    /// An exact mean of several values, which may have no finite decimal.
    Mean {
        /// The mean.
        value: Fraction,
        /// Its unit.
        unit: Unit,
        /// Whether half a detection limit stands in it for a value that was not detected.
        with_halves: bool,
    },
}

impl WaterValue {
    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Measured(measured) => measured.unit(),
            Self::Mean { unit, .. } => unit,
        }
    }

    /// The number that enters means; see [`Measured::for_statistics`].
    #[must_use]
    pub fn for_statistics(self) -> Option<Fraction> {
        match self {
            Self::Measured(measured) => measured.for_statistics(),
            Self::Mean { value, .. } => Some(value),
        }
    }

    /// The value or the detection limit; `None` where neither is given.
    pub(super) const fn number(self) -> Option<Number> {
        match self {
            Self::Measured(measured) => match measured.number() {
                Some(number) => Some(Number::Decimal(number)),
                None => None,
            },
            Self::Mean { value, .. } => Some(Number::Fraction(value)),
        }
    }

    /// Whether half a detection limit stands for it, or in it, in a mean.
    pub(crate) const fn has_halves(self) -> bool {
        matches!(self, Self::Measured(Measured::Below(_)) | Self::Mean { with_halves: true, .. })
    }
}

impl From<Measured> for WaterValue {
    fn from(measured: Measured) -> Self {
        Self::Measured(measured)
    }
}

impl From<Quantity> for WaterValue {
    fn from(value: Quantity) -> Self {
        Self::Measured(value.into())
    }
}

impl Phrase for WaterValue {
    /// A mean with at most six decimals.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Measured(measured) => measured.write(lang, f),
            Self::Mean { value, unit, .. } => match unit.symbol() {
                "-" => write!(f, "{}", value.shown(6)),
                symbol => write!(f, "{} {symbol}", value.shown(6)),
            },
        }
    }
}
