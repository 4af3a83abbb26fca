//! [`GroundWaterValue`]: what is reported of one indicator of a sample.

use core::fmt;

use eqs_core::{DecimalError, Lang, Measured, Phrase, Quantity, QuantityError, Unit, WaterClass};
use eqs_standards::Requirement;
use eqs_standards::gbt14848::GroundWaterItem;

use super::error::GroundWaterError;

/// What is reported of one indicator of a sample of ground water.
///
/// # Example
/// ```
/// use eqs_assess::groundwater::GroundWaterValue;
/// use eqs_standards::gbt14848::Gbt14848;
///
/// let standard = Gbt14848::named("2017")?;
/// let read = |key, cell| GroundWaterValue::parse(cell, standard.item_by_key(key).unwrap());
/// assert!(matches!(read("nh3n", "0.02L")?, Some(GroundWaterValue::Measured(_))));
/// assert_eq!(read("odor_taste", "无")?, Some(GroundWaterValue::Absent));
/// assert_eq!(read("odor_taste", "")?, None);
/// assert!(read("odor_taste", "2").is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum GroundWaterValue {
    /// A value, or that the indicator was not detected.
    Measured(Measured),
    /// Not to be perceived (无): odour and taste, visible matter.
    Absent,
    /// To be perceived (有).
    Present,
}

/// A cell that holds no value of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum GroundWaterCellError {
    /// No number.
    #[error(transparent)]
    Number(DecimalError),
    /// Neither of the two words.
    #[error("expected 无 (absent) or 有 (present)")]
    Word,
}

impl GroundWaterValue {
    /// Reads a cell in the unit of the indicator; `None` if it was not measured.
    ///
    /// Cells of numbers are those of [`Measured::parse`]. Odour and taste and visible matter have `无` (`absent`) or `有`
    /// (`present`), with the same cells for what was not measured.
    ///
    /// # Errors
    /// [`GroundWaterCellError`] for anything else.
    pub fn parse(cell: &str, item: &GroundWaterItem) -> Result<Option<Self>, GroundWaterCellError> {
        if !is_word(item) {
            let measured = Measured::parse(cell, item.unit).map_err(GroundWaterCellError::Number)?;
            return Ok(measured.map(Self::Measured));
        }
        match (cell, Measured::parse(cell, item.unit)) {
            ("无" | "absent", _) => Ok(Some(Self::Absent)),
            ("有" | "present", _) => Ok(Some(Self::Present)),
            (_, Ok(None)) => Ok(None),
            _ => Err(GroundWaterCellError::Word),
        }
    }

    /// The value in the unit of the limits, once it is known to be possible.
    pub(super) fn compared(self, item: &GroundWaterItem) -> Result<Self, GroundWaterError> {
        let indicator = item.indicator;
        let measured = match (self, is_word(item)) {
            (Self::Measured(measured), false) => measured,
            (Self::Absent | Self::Present, true) => return Ok(self),
            (_, true) => return Err(GroundWaterError::NotAWord { indicator, given: self }),
            (_, false) => return Err(GroundWaterError::NotANumber { indicator, given: self }),
        };
        let convert =
            |given| convert(given, item.unit).map_err(|error| GroundWaterError::Unit { indicator, error });
        let is_ph = item.indicator == eqs_core::Indicator::PH;
        let compared = match measured {
            _ if is_ph && !matches!(measured, Measured::Value(_)) => {
                return Err(GroundWaterError::NotANumber { indicator, given: self });
            }
            Measured::Value(given) if given.value.is_negative() => {
                return Err(GroundWaterError::Negative { indicator, given });
            }
            Measured::Value(given) if is_ph && given.value > eqs_core::Decimal::new(14, 0) => {
                return Err(GroundWaterError::NoPh { given });
            }
            Measured::Below(given) if given.value.is_negative() || given.value.is_zero() => {
                return Err(GroundWaterError::DetectionLimit { indicator, given });
            }
            Measured::Value(given) => Measured::Value(convert(given)?),
            Measured::Below(given) => Measured::Below(convert(given)?),
            Measured::NotDetected(unit) => {
                Measured::NotDetected(convert(Quantity::new(eqs_core::Decimal::ZERO, unit))?.unit)
            }
        };
        Ok(Self::Measured(compared))
    }
}

/// Whether the limits of an indicator are words.
fn is_word(item: &GroundWaterItem) -> bool {
    item.requirement(WaterClass::I) == Requirement::Absent
}

/// The quantity in `unit`. Table 1 gives total coliforms in MPN/100mL or in CFU/100mL, with the same limits.
fn convert(given: Quantity, unit: Unit) -> Result<Quantity, QuantityError> {
    let (mpn, cfu) = (Unit::of("MPN/100mL"), Unit::of("CFU/100mL"));
    if unit == mpn && given.unit.converts_to(cfu) {
        return Ok(Quantity::new(given.convert_to(cfu)?.value, mpn));
    }
    given.convert_to(unit)
}

impl From<Measured> for GroundWaterValue {
    fn from(measured: Measured) -> Self {
        Self::Measured(measured)
    }
}

impl From<Quantity> for GroundWaterValue {
    fn from(value: Quantity) -> Self {
        Self::Measured(Measured::Value(value))
    }
}

impl Phrase for GroundWaterValue {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Measured(measured) => measured.write(lang, f),
            Self::Absent => Requirement::Absent.write(lang, f),
            Self::Present => Requirement::Present.write(lang, f),
        }
    }
}
