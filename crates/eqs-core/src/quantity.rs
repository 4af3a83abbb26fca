//! [`Quantity`]: a decimal with its unit.

use core::cmp::Ordering;
use core::fmt;

use crate::decimal::{Decimal, DecimalError, MAX_DIGITS};
use crate::rounding::Rounding;
use crate::unit::Unit;

/// A decimal with its unit and its printed number of places.
///
/// # Example
/// ```
/// use eqs_core::{Quantity, Unit};
///
/// let mean = Quantity::parse("27.0", Unit::UG_PER_M3)?;
/// assert_eq!(mean.to_string(), "27.0 µg/m³");
/// let limit = Quantity::parse("0.035", Unit::MG_PER_M3)?;
/// assert!(mean.compare(limit)?.is_lt());
/// assert!(mean.compare(Quantity::parse("1", Unit::MG_PER_L)?).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quantity {
    /// The number.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
}

/// Two units that do not convert into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{given} ({}) does not convert to {expected} ({})", .given.kind(), .expected.kind())]
#[non_exhaustive]
pub struct UnitMismatch {
    /// The unit of the value.
    pub given: Unit,
    /// The unit that was needed.
    pub expected: Unit,
}

/// A conversion that cannot be done exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuantityError {
    /// The units are of different kinds.
    #[error(transparent)]
    Unit(#[from] UnitMismatch),
    /// The value has no finite decimal of at most 18 places in the other unit.
    #[error("{quantity} has no exact decimal in {unit}")]
    Inexact {
        /// The value that was to be converted.
        quantity: Quantity,
        /// The unit that was asked for.
        unit: Unit,
    },
}

impl Quantity {
    /// A value in a unit.
    #[must_use]
    pub const fn new(value: Decimal, unit: Unit) -> Self {
        Self { value, unit }
    }

    /// Reads a printed figure in a unit.
    ///
    /// # Errors
    /// Those of [`Decimal::parse`].
    pub const fn parse(text: &str, unit: Unit) -> Result<Self, DecimalError> {
        match Decimal::parse(text) {
            Ok(value) => Ok(Self { value, unit }),
            Err(error) => Err(error),
        }
    }

    /// The same quantity in `unit`, exactly; it keeps as many places as it needs and at least those that carry
    /// the printed precision over.
    ///
    /// # Errors
    /// - [`QuantityError::Unit`] if the kinds differ;
    /// - [`QuantityError::Inexact`] if the result has no finite decimal of at most 18 digits.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Quantity, Unit};
    /// let value = Quantity::parse("1.50", Unit::MG_PER_M3)?;
    /// assert_eq!(value.convert_to(Unit::UG_PER_M3)?.to_string(), "1500 µg/m³");
    /// let area = Quantity::parse("1", Unit::of("10^4mu"))?;
    /// assert!(area.convert_to(Unit::of("hm²")).is_err()); // 666.66... hectares
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn convert_to(self, unit: Unit) -> Result<Self, QuantityError> {
        if self.unit == unit {
            return Ok(self);
        }
        self.check_unit(unit)?;
        let inexact = QuantityError::Inexact { quantity: self, unit };
        let exact = self
            .value
            .to_fraction()
            .checked_mul(self.unit.factor())
            .and_then(|base| base.checked_div(unit.factor()))
            .ok_or(inexact)?;
        (0_i8..)
            .take(usize::from(MAX_DIGITS).saturating_add(1))
            .filter_map(|places| exact.round(places, Rounding::Truncate).ok())
            .find(|value| value.to_fraction() == exact)
            .map(|value| Self { value, unit })
            .ok_or(inexact)
    }

    /// Compares the full values of two quantities of one kind.
    ///
    /// # Errors
    /// [`UnitMismatch`] if the kinds differ.
    pub fn compare(self, other: Self) -> Result<Ordering, UnitMismatch> {
        if self.unit == other.unit {
            return Ok(self.value.cmp(&other.value));
        }
        self.check_unit(other.unit)?;
        let base = |quantity: Self| quantity.value.to_fraction().checked_mul(quantity.unit.factor());
        // 18 digits times a factor of at most 9 digits stay far below 128 bits.
        Ok(base(self).cmp(&base(other)))
    }

    /// Checks that the quantity can be given in `unit`.
    ///
    /// # Errors
    /// [`UnitMismatch`] if the kinds differ.
    pub fn check_unit(self, unit: Unit) -> Result<(), UnitMismatch> {
        if self.unit.converts_to(unit) {
            Ok(())
        } else {
            Err(UnitMismatch { given: self.unit, expected: unit })
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit.symbol() {
            "-" => write!(f, "{}", self.value),
            "%" => write!(f, "{}%", self.value),
            symbol => write!(f, "{} {symbol}", self.value),
        }
    }
}
