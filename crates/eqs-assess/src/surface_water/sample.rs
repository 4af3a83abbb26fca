//! What a sample may hold.

use eqs_core::{Decimal, Indicator, Lang, Phrase, QuantityError, Unit};
use eqs_standards::gb3838::{Gb3838, WaterItem};

use super::number::Number;
use super::value::WaterValue;
use crate::air::statistic::convert;

/// A sample that cannot be classed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SurfaceWaterError {
    /// The value is below 0.
    #[error("{indicator}: {} is negative, expected 0 or more", .given.say(Lang::En))]
    Negative {
        /// The item.
        indicator: Indicator,
        /// The value.
        given: WaterValue,
    },
    /// No water has such a value. The bounds are ours: pH 0 to 14, dissolved oxygen 0 to 40 mg/L (the most that cold
    /// water holds is 15), its saturation 0 to 300 %, water temperature −5 to 60 ℃.
    #[error("{indicator}: {} cannot be, expected {low} to {high}", .given.say(Lang::En))]
    Impossible {
        /// The item.
        indicator: Indicator,
        /// The value.
        given: WaterValue,
        /// The least that can be, in the unit of the item.
        low: Decimal,
        /// The most.
        high: Decimal,
    },
    /// The unit does not convert to that of the limits, or not exactly.
    #[error("{indicator}: {error}")]
    Unit {
        /// The item.
        indicator: Indicator,
        /// What is wrong with the unit.
        error: QuantityError,
    },
    /// A mean or a multiple has too many digits.
    #[error("{0}: the values have too many digits")]
    TooLong(Indicator),
    /// The indicator is no item of table 1.
    #[error("{0} is not an item of GB 3838-2002 table 1")]
    NotInTable(Indicator),
    /// The item was given twice.
    #[error("{0} is given twice")]
    Twice(Indicator),
}

/// Checks what does not depend on the water body.
pub(super) fn check<V: Into<WaterValue> + Copy>(
    standard: Gb3838,
    sample: &[(Indicator, V)],
) -> Result<(), SurfaceWaterError> {
    for (at, (indicator, given)) in sample.iter().enumerate() {
        let (indicator, given) = (*indicator, (*given).into());
        let Some(item) = standard.items().iter().find(|item| item.indicator == indicator) else {
            return Err(SurfaceWaterError::NotInTable(indicator));
        };
        if sample.iter().take(at).any(|(earlier, _)| *earlier == indicator) {
            return Err(SurfaceWaterError::Twice(indicator));
        }
        let Some(number) = given.number() else { continue };
        if number.is_negative() && given.unit() != Unit::CELSIUS {
            return Err(SurfaceWaterError::Negative { indicator, given });
        }
        let Some((low, high)) = possible(item) else { continue };
        let in_unit = if given.unit() == item.unit {
            Some(number)
        } else {
            convert(number.to_fraction(), given.unit(), item.unit).map(Number::Fraction)
        };
        if in_unit.is_some_and(|number| number.order(low).is_lt() || number.order(high).is_gt()) {
            return Err(SurfaceWaterError::Impossible { indicator, given, low, high });
        }
    }
    Ok(())
}

/// The least and the most that can be, in the unit of the item: our own bounds, wider than any water.
pub(super) fn possible(item: &WaterItem) -> Option<(Decimal, Decimal)> {
    let (low, high) = match item.indicator.symbol() {
        "pH" => (0, 14),
        "DO" => (0, 40),
        "DO_sat" => (0, 300),
        "T" => (-5, 60),
        _ => return None,
    };
    Some((Decimal::new(low, 0), Decimal::new(high, 0)))
}
