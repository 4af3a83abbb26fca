//! What a sample may hold.

use eqs_core::{Indicator, Quantity, QuantityError};
use eqs_standards::gb3838::Gb3838;

/// A value that cannot be classed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SurfaceWaterError {
    /// The value is below 0.
    #[error("{indicator}: {given} is negative, expected 0 or more")]
    Negative {
        /// The item.
        indicator: Indicator,
        /// The value.
        given: Quantity,
    },
    /// The unit does not convert to that of the limits, or not exactly.
    #[error("{indicator}: {error}")]
    Unit {
        /// The item.
        indicator: Indicator,
        /// What is wrong with the unit.
        error: QuantityError,
    },
    /// The indicator is no item of table 1.
    #[error("{0} is not an item of GB 3838-2002 table 1")]
    NotInTable(Indicator),
    /// The item was given twice.
    #[error("{0} is given twice")]
    Twice(Indicator),
}

/// Checks what does not depend on the water body.
pub(super) fn check(standard: Gb3838, sample: &[(Indicator, Quantity)]) -> Result<(), SurfaceWaterError> {
    for (at, (indicator, given)) in sample.iter().enumerate() {
        if !standard.items().iter().any(|item| item.indicator == *indicator) {
            return Err(SurfaceWaterError::NotInTable(*indicator));
        }
        if sample.iter().take(at).any(|(earlier, _)| earlier == indicator) {
            return Err(SurfaceWaterError::Twice(*indicator));
        }
        if given.value.is_negative() && given.unit != eqs_core::Unit::CELSIUS {
            return Err(SurfaceWaterError::Negative { indicator: *indicator, given: *given });
        }
    }
    Ok(())
}
