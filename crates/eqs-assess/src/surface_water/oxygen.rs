//! Saturation of dissolved oxygen (溶解氧饱和率).

use eqs_core::{Decimal, Fraction, Indicator, Measured};
use eqs_standards::gb3838::Gb3838;

use super::number::in_unit;
use super::sample::SurfaceWaterError;
use super::value::WaterValue;

/// The saturated concentration of oxygen in mg/L at a water temperature in ℃, at sea level: `DO_f` = 468 / (31.6 + T)
/// (HJ/T 2.3-93, grade A). `None` at −31.6 ℃ and below.
#[must_use]
pub fn saturated_oxygen(celsius: impl Into<Fraction>) -> Option<Fraction> {
    let sum = celsius.into().checked_add(Decimal::new(316, 1).to_fraction())?;
    Fraction::from(468).checked_div(sum).filter(|saturated| !saturated.is_negative())
}

/// The saturation in per cent of so much oxygen in mg/L at a water temperature in ℃, at sea level; see
/// [`saturated_oxygen`].
///
/// # Example
/// ```
/// use eqs_assess::surface_water::oxygen_saturation;
/// use eqs_core::Decimal;
///
/// let percent = oxygen_saturation("7.45".parse::<Decimal>()?, 25).unwrap();
/// assert_eq!(percent.shown(2).to_string(), "90.10"); // class I by saturation, class II by mg/L
/// assert_eq!(oxygen_saturation("7.45".parse::<Decimal>()?, -32), None);
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
#[must_use]
pub fn oxygen_saturation(oxygen: impl Into<Fraction>, celsius: impl Into<Fraction>) -> Option<Fraction> {
    oxygen.into().checked_div(saturated_oxygen(celsius)?)?.checked_mul(Fraction::from(100))
}

/// The saturation of a sample in per cent: the measured one, else that by its temperature.
pub(super) fn of_sample<V: Into<WaterValue> + Copy>(
    standard: Gb3838,
    sample: &[(Indicator, V)],
) -> Result<Option<Fraction>, SurfaceWaterError> {
    let number = |indicator| {
        let item = standard.items().iter().find(|item| item.indicator == indicator);
        let value = sample.iter().find(|(other, _)| *other == indicator).map(|(_, value)| (*value).into());
        let is_number = |value: &WaterValue| {
            matches!(value, WaterValue::Mean { .. } | WaterValue::Measured(Measured::Value(_)))
        };
        item.zip(value.filter(is_number)).map(|(item, value)| in_unit(item, value)).transpose()
    };
    if let Some(percent) = number(Indicator::of("DO_sat"))? {
        return Ok(Some(percent));
    }
    let (Some(oxygen), Some(celsius)) = (number(Indicator::DO)?, number(Indicator::of("T"))?) else {
        return Ok(None);
    };
    oxygen_saturation(oxygen, celsius).map(Some).ok_or(SurfaceWaterError::TooLong(Indicator::DO))
}
