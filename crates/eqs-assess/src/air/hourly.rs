//! [`HourlySeries`]: the readings of one pollutant at one point, hour by hour.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use eqs_core::{Decimal, Indicator, NaiveDate, Quantity, Rounding, Unit};

/// The hours of a day.
pub(super) const HOURS: usize = 24;

/// The readings of a day.
pub(super) type Hours = [i32; HOURS];

/// No reading. No concentration is negative, so every reading that is there is 0 or more.
pub(super) const MISSING: i32 = i32::MIN;

/// Which hour a label names. Local standard time; there is no summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HourLabel {
    /// The hour that ends then, as China publishes: 01 is the first hour of the day, 00 (or 24) closes the day before
    /// (or the same day).
    End,
    /// The hour that begins then: 00 is the first hour of the day, 23 the last.
    Start,
}

/// An hour of a natural day: 0 is the one that begins at midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Slot {
    /// The day.
    pub day: NaiveDate,
    /// The hour, 0 to 23.
    pub hour: u8,
}

impl HourLabel {
    /// The hour that `hour` of `day` names; `None` if there is none: above 23 for a beginning, above 24 for an end.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::HourLabel;
    /// use eqs_core::NaiveDate;
    ///
    /// let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    /// let slot = HourLabel::End.slot(day(1), 0).unwrap();
    /// assert_eq!((slot.day, slot.hour), (day(1).pred_opt().unwrap(), 23));
    /// assert_eq!(HourLabel::End.slot(day(1), 1), HourLabel::Start.slot(day(1), 0));
    /// assert_eq!(HourLabel::End.slot(day(1), 24), HourLabel::End.slot(day(2), 0));
    /// assert_eq!(HourLabel::Start.slot(day(1), 24), None);
    /// ```
    #[must_use]
    pub fn slot(self, day: NaiveDate, hour: u8) -> Option<Slot> {
        match (self, hour) {
            (Self::Start, 0..=23) => Some(Slot { day, hour }),
            (Self::End, 1..=24) => Some(Slot { day, hour: hour.saturating_sub(1) }),
            (Self::End, 0) => Some(Slot { day: day.pred_opt()?, hour: 23 }),
            _ => None,
        }
    }
}

/// The readings of one pollutant at one point, hour by hour, as integers of their last digit; missing is missing.
///
/// No reading is too high for a series: up to where readings are plausible is for whoever knows the instrument to say, and
/// no standard says it. The program `eqs air-stats` refuses what is above its `--highest`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HourlySeries {
    pub(super) indicator: Indicator,
    pub(super) unit: Unit,
    /// The decimal places of the readings.
    pub(super) places: u8,
    pub(super) first: NaiveDate,
    /// 24 a day.
    pub(super) readings: Vec<i32>,
    /// The readings that are excluded, by the number of their day.
    pub(super) excluded: BTreeMap<usize, Hours>,
}

/// A reading that a series does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SeriesError {
    /// Readings are not whole days.
    #[error("{0} hours, expected whole days of 24")]
    NotWholeDays(usize),
    /// So many places that an integer would hold no reading.
    #[error("{0} decimal places, expected at most 6")]
    TooManyPlaces(u8),
    /// The unit is none of mass in a volume of air.
    #[error("{0} is no concentration in air, expected a unit such as µg/m³")]
    Unit(Unit),
    /// More days than are counted.
    #[error("{0} days, expected at most 65535")]
    TooManyDays(usize),
    /// The reading is negative.
    #[error("{} of {} hour {} is negative, expected 0 or more", .value, .slot.day, .slot.hour)]
    Negative {
        /// The reading in units of the last digit.
        value: i64,
        /// Its hour.
        slot: Slot,
    },
    /// The reading is of another unit, or has more places than the series, or too many digits.
    #[error("{given} of {} hour {} is no whole number of the last of {places} places in {unit}", .slot.day, .slot.hour)]
    Digits {
        /// The reading.
        given: Quantity,
        /// Its hour.
        slot: Slot,
        /// The places of the series.
        places: u8,
        /// The unit of the series.
        unit: Unit,
    },
    /// The hour lies outside of the series.
    #[error("{} hour {} lies outside of the series", .0.day, .0.hour)]
    Outside(Slot),
    /// The hour has a reading already, which may be excluded.
    #[error("{} hour {} stands twice", .0.day, .0.hour)]
    Twice(Slot),
}

impl HourlySeries {
    /// What stands for no reading in a column.
    pub const MISSING: i32 = MISSING;

    /// A series without readings.
    ///
    /// # Errors
    /// [`SeriesError::Unit`] of a unit that does not convert to µg/m³, [`SeriesError::TooManyPlaces`] above 6 places,
    /// [`SeriesError::TooManyDays`] above 65,535 days.
    pub fn new(
        indicator: Indicator,
        unit: Unit,
        places: u8,
        first: NaiveDate,
        days: usize,
    ) -> Result<Self, SeriesError> {
        if !unit.converts_to(Unit::UG_PER_M3) {
            return Err(SeriesError::Unit(unit));
        }
        if places > 6 {
            return Err(SeriesError::TooManyPlaces(places));
        }
        if u16::try_from(days).is_err() {
            return Err(SeriesError::TooManyDays(days));
        }
        let readings = alloc::vec![MISSING; days.saturating_mul(HOURS)];
        Ok(Self { indicator, unit, places, first, readings, excluded: BTreeMap::new() })
    }

    /// A series of readings from the first hour of a day on, in units of the last of `places`.
    ///
    /// # Errors
    /// [`SeriesError::NotWholeDays`], [`SeriesError::Negative`], and those of [`HourlySeries::new`].
    pub fn from_slots(
        indicator: Indicator,
        unit: Unit,
        places: u8,
        first: NaiveDate,
        readings: Vec<Option<i32>>,
    ) -> Result<Self, SeriesError> {
        let there = readings.iter().position(|reading| *reading == Some(MISSING));
        let series = Self::new(indicator, unit, places, first, 0)?;
        if let Some(at) = there {
            return Err(SeriesError::Negative { value: MISSING.into(), slot: series.slot(at) });
        }
        let column = readings.into_iter().map(|reading| reading.unwrap_or(MISSING)).collect();
        Self::from_column(indicator, unit, places, first, column)
    }

    /// The same of a column in which [`HourlySeries::MISSING`] stands for no reading. Nothing is copied.
    ///
    /// # Errors
    /// [`SeriesError::NotWholeDays`], [`SeriesError::Negative`], and those of [`HourlySeries::new`].
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::HourlySeries;
    /// use eqs_core::{Indicator, NaiveDate, Unit};
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    /// let column = |first| {
    ///     let mut column = vec![30; 24];
    ///     column[0] = first;
    ///     HourlySeries::from_column(Indicator::PM2_5, Unit::UG_PER_M3, 0, day, column)
    /// };
    /// assert_eq!(column(HourlySeries::MISSING)?.readings().flatten().count(), 23);
    /// assert!(column(-1).is_err());
    /// # Ok::<(), eqs_assess::air::SeriesError>(())
    /// ```
    pub fn from_column(
        indicator: Indicator,
        unit: Unit,
        places: u8,
        first: NaiveDate,
        column: Vec<i32>,
    ) -> Result<Self, SeriesError> {
        let series = Self::new(indicator, unit, places, first, 0)?;
        if !column.len().is_multiple_of(HOURS) {
            return Err(SeriesError::NotWholeDays(column.len()));
        }
        if u16::try_from(column.len() / HOURS).is_err() {
            return Err(SeriesError::TooManyDays(column.len() / HOURS));
        }
        let is_wrong = |reading: i32| reading < 0 && reading != MISSING;
        if column.iter().any(|reading| is_wrong(*reading))
            && let Some((at, value)) = column.iter().enumerate().find(|(_, reading)| is_wrong(**reading))
        {
            return Err(SeriesError::Negative { value: (*value).into(), slot: series.slot(at) });
        }
        Ok(Self { readings: column, ..series })
    }

    /// Sets the reading of an hour.
    ///
    /// # Errors
    /// [`SeriesError::Outside`], [`SeriesError::Twice`], [`SeriesError::Negative`] and [`SeriesError::Digits`]; the
    /// series stays as it was.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{HourLabel, HourlySeries};
    /// use eqs_core::{Indicator, NaiveDate, Quantity, Unit};
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    /// let mut series = HourlySeries::new(Indicator::CO, Unit::MG_PER_M3, 1, day, 1)?;
    /// let slot = HourLabel::End.slot(day, 1).unwrap();
    /// series.set(slot, Quantity::parse("900", Unit::UG_PER_M3)?)?; // 0.9 mg/m³
    /// let error = series.set(slot, Quantity::parse("0.9", Unit::MG_PER_M3)?).unwrap_err();
    /// assert_eq!(error.to_string(), "2024-01-01 hour 0 stands twice");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn set(&mut self, slot: Slot, reading: Quantity) -> Result<(), SeriesError> {
        let Self { places, unit, .. } = *self;
        let digits = SeriesError::Digits { given: reading, slot, places, unit };
        let value: Decimal = reading.convert_to(unit).map_err(|_| digits)?.value;
        if value.exceeds_places(places) {
            return Err(digits);
        }
        let value = value.round(places.cast_signed(), Rounding::Truncate).map_err(|_| digits)?;
        let value = value.mantissa_at(places).ok_or(digits)?;
        if value < 0 {
            return Err(SeriesError::Negative { value: i64::try_from(value).unwrap_or(i64::MIN), slot });
        }
        let value = i32::try_from(value).map_err(|_| digits)?;
        let at = self.position(slot).ok_or(SeriesError::Outside(slot))?;
        let place = self.readings.get_mut(at).ok_or(SeriesError::Outside(slot))?;
        let excluded = self.excluded.get(&(at / HOURS)).and_then(|hours| hours.get(at % HOURS));
        if *place != MISSING || excluded.is_some_and(|reading| *reading != MISSING) {
            return Err(SeriesError::Twice(slot));
        }
        *place = value;
        Ok(())
    }

    /// The pollutant.
    #[must_use]
    pub const fn indicator(&self) -> Indicator {
        self.indicator
    }

    /// The first day.
    #[must_use]
    pub const fn first(&self) -> NaiveDate {
        self.first
    }

    /// The readings from the first hour on, in units of the last digit.
    pub fn readings(&self) -> impl Iterator<Item = Option<i32>> {
        self.readings.iter().map(|reading| (*reading >= 0).then_some(*reading))
    }

    /// How many readings are excluded ([`HourlySeries::excluding`]).
    #[must_use]
    pub fn excluded(&self) -> u32 {
        self.excluded.values().fold(0, |hours, day| hours.saturating_add(sum(day).1.into()))
    }

    /// How many days there are.
    #[must_use]
    pub const fn days(&self) -> usize {
        self.readings.len() / HOURS
    }

    /// The readings, day by day.
    pub(super) fn by_day(&self) -> &[Hours] {
        self.readings.as_chunks().0
    }

    pub(super) fn position(&self, slot: Slot) -> Option<usize> {
        if usize::from(slot.hour) >= HOURS {
            return None;
        }
        let days = usize::try_from(slot.day.signed_duration_since(self.first).num_days()).ok()?;
        days.checked_mul(HOURS)?.checked_add(usize::from(slot.hour))
    }

    pub(super) fn slot(&self, at: usize) -> Slot {
        let days = u64::try_from(at / HOURS).unwrap_or(u64::MAX);
        let day = self.first.checked_add_days(chrono::Days::new(days)).unwrap_or(self.first);
        Slot { day, hour: u8::try_from(at % HOURS).unwrap_or_default() }
    }
}

/// The sum of the readings that there are, and how many; of at most a day.
pub(super) fn sum(readings: &[i32]) -> (i64, u16) {
    // Up to 24 readings of 31 bits: nothing can wrap, and wrapping addition is what the compiler puts into lanes.
    let sum = readings.iter().fold(0_i64, |sum, reading| sum.wrapping_add(i64::from(*reading.max(&0))));
    let count = readings.iter().fold(0_i32, |count, reading| count.wrapping_add(i32::from(*reading >= 0)));
    (sum, u16::try_from(count).unwrap_or_default())
}
