//! A value in the unit of its item, as it is compared.

use core::cmp::Ordering;

use eqs_core::{
    Comparison, Confirmation, Decimal, Fraction, Measured, Quantity, Rounding, WaterClass, WaterGrade,
};
use eqs_standards::gb3838::{Gb3838, WaterItem};

use super::item::grade_from;
use super::options::WaterDigits;
use super::sample::SurfaceWaterError;
use super::value::WaterValue;
use crate::air::statistic::convert;

/// A number; decimals stay decimals, because they compare several times faster.
#[derive(Clone, Copy)]
pub(super) enum Number {
    Decimal(Decimal),
    Fraction(Fraction),
}

impl Number {
    pub(super) fn order(self, limit: Decimal) -> Ordering {
        match self {
            Self::Decimal(value) => value.cmp(&limit),
            Self::Fraction(value) => value.cmp(&limit.to_fraction()),
        }
    }

    pub(super) const fn is_negative(self) -> bool {
        match self {
            Self::Decimal(value) => value.is_negative(),
            Self::Fraction(value) => value.is_negative(),
        }
    }

    pub(super) fn to_fraction(self) -> Fraction {
        match self {
            Self::Decimal(value) => value.to_fraction(),
            Self::Fraction(value) => value,
        }
    }

    /// The grade of the first class from `first` on whose limit it meets.
    pub(super) fn grade(self, item: &WaterItem, first: WaterClass) -> Option<WaterGrade> {
        grade_from(item, first, |limit| self.order(limit))
    }
}

/// A value in the unit of its item, with what a finding says of it.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) number: Number,
    /// As given; a mean with as many digits as lead to the same class.
    pub(super) given: Quantity,
    /// In the unit of the item, rounded where an option says so; a mean as shown.
    pub(super) compared: Quantity,
    pub(super) comparison: Comparison,
    /// How well the way of comparing is confirmed.
    pub(super) confirmation: Confirmation,
}

/// The places to which a mean is shown, unless its class needs more.
const SHOWN: i8 = 6;

impl Known {
    /// `None` of what was not detected without a detection limit.
    pub(super) fn of(
        standard: Gb3838,
        item: &WaterItem,
        value: WaterValue,
        digits: WaterDigits,
    ) -> Result<Option<Self>, SurfaceWaterError> {
        let indicator = item.indicator;
        let unit = |error| SurfaceWaterError::Unit { indicator, error };
        let known = match value {
            WaterValue::Measured(Measured::NotDetected(given)) => {
                let check = Quantity::new(Decimal::ZERO, given).check_unit(item.unit);
                return check.map(|()| None).map_err(|error| unit(error.into()));
            }
            WaterValue::Measured(Measured::Below(given)) => {
                let limit = given.convert_to(item.unit).map_err(unit)?;
                return Ok(Some(Self::exactly(
                    given,
                    limit,
                    Comparison::BelowDetectionLimit,
                    Confirmation::B,
                )));
            }
            WaterValue::Measured(Measured::Value(given)) => {
                let compared = given.convert_to(item.unit).map_err(unit)?;
                Self::exactly(given, compared, Comparison::FullValue, Confirmation::A)
            }
            WaterValue::Mean { with_halves, .. } => {
                let mean = in_unit(item, value)?;
                let confirmation = if with_halves { Confirmation::B } else { Confirmation::A };
                Self::mean(item, mean, confirmation).ok_or(SurfaceWaterError::TooLong(indicator))?
            }
        };
        match digits {
            WaterDigits::Full => Ok(Some(known)),
            WaterDigits::OfDetectionLimit => {
                known.rounded(standard, item).map(Some).ok_or(SurfaceWaterError::TooLong(indicator))
            }
        }
    }

    fn exactly(
        given: Quantity,
        compared: Quantity,
        comparison: Comparison,
        confirmation: Confirmation,
    ) -> Self {
        Self { number: Number::Decimal(compared.value), given, compared, comparison, confirmation }
    }

    fn mean(item: &WaterItem, mean: Fraction, confirmation: Confirmation) -> Option<Self> {
        let number = Number::Fraction(mean);
        let grade = |number: Number| number.grade(item, WaterClass::I);
        let short = mean.to_decimal().filter(|decimal| decimal.places() <= SHOWN.unsigned_abs());
        let mut longer = (SHOWN..=18).filter_map(|places| mean.round(places, Rounding::HalfEven).ok());
        let alike = |shown: &Decimal| grade(Number::Decimal(*shown)) == grade(number);
        let shown = Quantity::new(short.or_else(|| longer.find(alike))?, item.unit);
        Some(Self { number, given: shown, compared: shown, comparison: Comparison::FullValue, confirmation })
    }

    /// Rounded to the places of the longest detection limit of table 4, where there is one.
    fn rounded(self, standard: Gb3838, item: &WaterItem) -> Option<Self> {
        let Some(row) = standard.detection_limits(item.indicator) else { return Some(self) };
        let places = row.limits().map(Decimal::places).max()?;
        if !self.compared.value.exceeds_places(places) {
            return Some(self);
        }
        let rounded = self.number.to_fraction().round(places.cast_signed(), Rounding::HalfEven).ok()?;
        Some(Self {
            number: Number::Decimal(rounded),
            compared: Quantity::new(rounded, item.unit),
            comparison: Comparison::Rounded { places, rounding: Rounding::HalfEven, rule: row.citation },
            confirmation: Confirmation::C,
            ..self
        })
    }
}

/// The number that enters means, in the unit of the item.
///
/// # Errors
/// If the unit does not convert, or a number does not fit.
pub(super) fn in_unit(item: &WaterItem, value: WaterValue) -> Result<Fraction, SurfaceWaterError> {
    let (indicator, given) = (item.indicator, value.unit());
    Quantity::new(Decimal::ZERO, given)
        .check_unit(item.unit)
        .map_err(|error| SurfaceWaterError::Unit { indicator, error: error.into() })?;
    value
        .for_statistics()
        .and_then(|number| convert(number, given, item.unit))
        .ok_or(SurfaceWaterError::TooLong(indicator))
}
