//! [`Quantity`]: a decimal with its unit.

use core::cmp::Ordering;
use core::fmt;

use crate::decimal::{Decimal, DecimalError};
use crate::fraction::Fraction;
use crate::lang::{Lang, Phrase};
use crate::rounding::Rounding;
use crate::unit::Unit;

/// A decimal with its unit and its printed number of places.
///
/// Equality is that of number and unit; [`Quantity::compare`] compares across the units of one kind.
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

    /// The same quantity in `unit`, exactly, with the places that carry the printed precision over: 0.0300 mg/m³
    /// is 30.0 µg/m³. Where the units are no decimal parts of one another, with the places that the value needs.
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
    /// let value = Quantity::parse("30.0", Unit::UG_PER_M3)?;
    /// assert_eq!(value.convert_to(Unit::MG_PER_M3)?.to_string(), "0.0300 mg/m³");
    /// let area = Quantity::parse("1", Unit::of("10^4mu"))?;
    /// assert!(area.convert_to(Unit::of("hm²")).is_err()); // 666.66... hectares
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn convert_to(self, unit: Unit) -> Result<Self, QuantityError> {
        if self.unit == unit {
            return Ok(self);
        }
        self.check_unit(unit)?;
        let convert = |value: Fraction| value.checked_mul(self.unit.factor())?.checked_div(unit.factor());
        let exact = convert(self.value.to_fraction());
        // The places that carry over one unit of the last printed place, else those that the value needs.
        let last_place = convert(Fraction::from_scaled(1, self.value.places()));
        [last_place, exact]
            .into_iter()
            .find_map(|step| exact?.round(step?.exact_places()?, Rounding::Truncate).ok())
            .map(|value| Self { value, unit })
            .ok_or(QuantityError::Inexact { quantity: self, unit })
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
        // 18 digits times a factor of at most 10 digits stay far below 128 bits.
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

impl Phrase for QuantityError {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, self) {
            (Lang::En, error) => write!(f, "{error}"),
            (Lang::Zh, Self::Unit(error)) => write!(f, "{}不能换算为{}", error.given, error.expected),
            (Lang::Zh, Self::Inexact { quantity, unit }) => write!(f, "{quantity}不能精确换算为{unit}"),
        }
    }
}

impl Phrase for Quantity {
    /// As a sentence says it: with the symbol of the unit where readers know it as one (`µg/m³`), and with its
    /// name where it is a word or a code (290天, 12.5万个).
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (value, unit, symbol) = (self.value, self.unit, self.unit.symbol());
        let is_code = symbol.contains(['^', '_']) || symbol.starts_with(|first: char| first.is_ascii_digit());
        let is_foreign = match lang {
            Lang::Zh => matches!(
                symbol,
                "a" | "d"
                    | "count"
                    | "count/a"
                    | "grade"
                    | "rank"
                    | "star"
                    | "times"
                    | "CNY/t"
                    | "m²/person"
                    | "PCU"
                    | "t/(km²·month)"
            ),
            Lang::En => symbol == "个/L",
        };
        match (lang, symbol) {
            (Lang::Zh, "calendar_year") => write!(f, "{value}年"),
            (Lang::En, "calendar_year" | "count") => write!(f, "{value}"),
            (Lang::Zh, "percentage_point") => write!(f, "{value}个百分点"),
            (Lang::En, "percentage_point") => write!(f, "{value} percentage points"),
            (Lang::Zh, _) if is_code || is_foreign => write!(f, "{value}{}", unit.zh()),
            (Lang::En, _) if is_code || is_foreign => write!(f, "{value} {}", unit.en()),
            _ => write!(f, "{self}"),
        }
    }
}

impl fmt::Display for Quantity {
    /// The number and the symbol of the unit, as in data files.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit.symbol() {
            "-" => write!(f, "{}", self.value),
            "%" => write!(f, "{}%", self.value),
            symbol => write!(f, "{} {symbol}", self.value),
        }
    }
}
