//! Hours and days that the caller excludes (剔除): dust, exceptional events.

use alloc::vec::Vec;

use eqs_core::{Confirmation, Fraction, Indicator, Pollutants, Unit};

use super::daily::{DailySeries, DayState};
use super::hourly::{HOURS, HourlySeries, MISSING, Slot, sum};
use super::span::DaySpan;
use super::statistic::convert;

/// The number of the last hour of a day.
const LAST_HOUR: u8 = 23;

eqs_core::vocabulary! {
    /// Why readings are excluded.
    pub enum ExclusionCause {
        /// Sand and dust (沙尘): particulates, by 环办监测〔2016〕120号 (grade B). The national centre decides period and area.
        Dust = "dust", "沙尘", "sand and dust";
        /// An exceptional event (例外事件): HJ 663-2026 knows them; which they are, and of which pollutants, was not read.
        ExceptionalEvent = "exceptional_event", "例外事件", "exceptional event";
    }
}

impl ExclusionCause {
    /// Whether readings of a pollutant may be excluded for it: of dust those of PM10, PM2.5 and TSP, of an exceptional event
    /// any.
    #[must_use]
    pub fn concerns(self, indicator: Indicator) -> bool {
        match self {
            Self::Dust => [Indicator::PM10, Indicator::PM2_5, Indicator::of("TSP")].contains(&indicator),
            Self::ExceptionalEvent => true,
        }
    }
}

/// Hours in a row that are excluded, and of which pollutants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Exclusion {
    cause: ExclusionCause,
    first: Slot,
    last: Slot,
    /// `None`: all that the cause concerns.
    pollutants: Option<Pollutants>,
}

/// An exclusion that cannot be, or that a series cannot take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExclusionError {
    /// The hour is none of a day.
    #[error("hour {} of {}, expected 0 to 23", .0.hour, .0.day)]
    NoSuchHour(Slot),
    /// The last hour lies before the first.
    #[error("{} hour {} is later than {} hour {}, expected the first hour before the last", .0.day, .0.hour, .1.day, .1.hour)]
    Reversed(Slot, Slot),
    /// No pollutant is left.
    #[error("no pollutants, expected at least one")]
    NoPollutants,
    /// The cause does not concern a pollutant.
    #[error("{cause} does not concern {indicator}", cause = .0.code(), indicator = .1)]
    NotConcerned(ExclusionCause, Indicator),
    /// A series of days has no hours to exclude.
    #[error("{} hour {} to {} hour {} are no whole days", .0.day, .0.hour, .1.day, .1.hour)]
    NotWholeDays(Slot, Slot),
}

impl Exclusion {
    /// The hours from the first to the last, both included, of all pollutants that the cause concerns.
    ///
    /// # Errors
    /// [`ExclusionError::NoSuchHour`], [`ExclusionError::Reversed`].
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{Exclusion, ExclusionCause, Slot};
    /// use eqs_core::{Indicator, NaiveDate};
    ///
    /// let slot = |hour| Slot { day: NaiveDate::from_ymd_opt(2024, 3, 28).unwrap(), hour };
    /// let dust = Exclusion::new(ExclusionCause::Dust, slot(5), slot(5))?;
    /// assert!(dust.concerns(Indicator::PM10) && !dust.concerns(Indicator::O3));
    /// assert!(Exclusion::new(ExclusionCause::Dust, slot(5), slot(4)).is_err());
    /// assert!(Exclusion::new(ExclusionCause::Dust, slot(5), slot(24)).is_err());
    /// # Ok::<(), eqs_assess::air::ExclusionError>(())
    /// ```
    pub fn new(cause: ExclusionCause, first: Slot, last: Slot) -> Result<Self, ExclusionError> {
        if let Some(slot) = [first, last].into_iter().find(|slot| slot.hour > LAST_HOUR) {
            return Err(ExclusionError::NoSuchHour(slot));
        }
        if last < first {
            return Err(ExclusionError::Reversed(first, last));
        }
        Ok(Self { cause, first, last, pollutants: None })
    }

    /// Whole days.
    ///
    /// # Errors
    /// [`ExclusionError::Reversed`].
    pub fn days(cause: ExclusionCause, span: DaySpan) -> Result<Self, ExclusionError> {
        let (first, last) = (Slot { day: span.first, hour: 0 }, Slot { day: span.last, hour: LAST_HOUR });
        Self::new(cause, first, last)
    }

    /// The same of these pollutants alone.
    ///
    /// # Errors
    /// [`ExclusionError::NoPollutants`], and [`ExclusionError::NotConcerned`] of the first that is not: dust has nothing to
    /// do with gases.
    pub fn of(self, pollutants: Pollutants) -> Result<Self, ExclusionError> {
        if pollutants.is_empty() {
            return Err(ExclusionError::NoPollutants);
        }
        match pollutants.iter().find(|indicator| !self.cause.concerns(*indicator)) {
            Some(indicator) => Err(ExclusionError::NotConcerned(self.cause, indicator)),
            None => Ok(Self { pollutants: Some(pollutants), ..self }),
        }
    }

    /// Why.
    #[must_use]
    pub const fn cause(&self) -> ExclusionCause {
        self.cause
    }

    /// The first hour.
    #[must_use]
    pub const fn first(&self) -> Slot {
        self.first
    }

    /// The last hour, included.
    #[must_use]
    pub const fn last(&self) -> Slot {
        self.last
    }

    /// Whether readings of a pollutant are excluded.
    #[must_use]
    pub fn concerns(&self, indicator: Indicator) -> bool {
        self.cause.concerns(indicator) && self.pollutants.is_none_or(|own| own.contains(indicator))
    }
}

impl HourlySeries {
    /// The series without the readings of the hours that are excluded, which are counted
    /// ([`HourlySeries::excluded`], [`DayValue::excluded_hours`](super::DayValue::excluded_hours),
    /// [`AirStatistic::excluded_hours`](super::AirStatistic::excluded_hours)). A day that would be valid with them and has
    /// too few left is excluded, too ([`DayState::Excluded`]); its value is that of the hours left.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, Exclusion, ExclusionCause, HourlySeries, Slot};
    /// use eqs_core::{Indicator, NaiveDate, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 3, 28).unwrap();
    /// let readings = (0..24).map(|hour| Some(if hour < 4 { 900 } else { 60 })).collect();
    /// let hours = HourlySeries::from_slots(Indicator::PM10, Unit::UG_PER_M3, 0, day, readings)?;
    /// let dust = Exclusion::new(ExclusionCause::Dust, Slot { day, hour: 0 }, Slot { day, hour: 3 })?;
    /// let without = hours.excluding(&[dust]);
    /// assert_eq!(without.excluded(), 4);
    /// let mean = |hours: &HourlySeries| {
    ///     DailySeries::means(hours, Gb3095::named("2012").unwrap()).of(day).unwrap().value.unwrap().to_string()
    /// };
    /// assert_eq!((mean(&hours), mean(&without)), ("200".into(), "60".into()));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn excluding(&self, exclusions: &[Exclusion]) -> Self {
        let mut series = self.clone();
        for exclusion in exclusions.iter().filter(|own| own.concerns(self.indicator)) {
            // What lies before the series begins at its first hour.
            let start =
                if exclusion.first.day < self.first { Some(0) } else { self.position(exclusion.first) };
            let after = self.position(exclusion.last).map(|last| last.saturating_add(1));
            let (Some(start), Some(after)) = (start, after) else { continue };
            for (at, reading) in series.readings.iter_mut().enumerate().take(after).skip(start) {
                if *reading >= 0 {
                    let day = series.excluded.entry(at / HOURS).or_insert([MISSING; HOURS]);
                    day.iter_mut().skip(at % HOURS).take(1).for_each(|own| *own = *reading);
                    *reading = MISSING;
                }
            }
        }
        series
    }
}

impl DailySeries {
    /// The series with the days left out of statistics that are excluded; they keep their values, and
    /// [`AirStatistic::excluded`](super::AirStatistic::excluded) counts them. They no longer count as valid days: whether
    /// they do for the least number of days is not known.
    ///
    /// # Errors
    /// [`ExclusionError::NotWholeDays`] if an exclusion that concerns the pollutant begins or ends within a day:
    /// [`HourlySeries::excluding`] takes such hours out.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, DaySpan, Exclusion, ExclusionCause, HourlySeries, mean};
    /// use eqs_core::{Indicator, Lang, NaiveDate, Phrase, Statistic, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let first = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
    /// let readings = (0..31 * 24).map(|hour| Some(if hour < 24 { 960 } else { 30 })).collect();
    /// let hours = HourlySeries::from_slots(Indicator::PM10, Unit::UG_PER_M3, 0, first, readings)?;
    /// let standard = Gb3095::named("2012 amended 2018")?;
    /// let days = DailySeries::means(&hours, standard);
    /// let dust = Exclusion::days(ExclusionCause::Dust, DaySpan { first, last: first })?;
    /// let march = |days: &DailySeries| mean(days, DaySpan::month(2024, 3), Statistic::Mean, standard);
    /// assert_eq!(march(&days).say(Lang::En).to_string(), "2024-03: PM10, mean 60 µg/m³, 31 valid days of 31");
    /// assert_eq!(
    ///     march(&days.excluding(&[dust])?).say(Lang::En).to_string(),
    ///     "2024-03: PM10, mean 30 µg/m³, 30 valid days of 31, 1 excluded"
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn excluding(&self, exclusions: &[Exclusion]) -> Result<Self, ExclusionError> {
        let mut series = self.clone();
        for Exclusion { first, last, .. } in exclusions.iter().filter(|own| own.concerns(self.indicator)) {
            if (first.hour, last.hour) != (0, LAST_HOUR) {
                return Err(ExclusionError::NotWholeDays(*first, *last));
            }
            let days = self.first.iter_days().zip(&mut series.days);
            let days = days.filter(|(day, value)| (first.day..=last.day).contains(day) && value.is_valid());
            days.for_each(|(_, value)| value.state = DayState::Excluded);
        }
        Ok(series)
    }
}

eqs_core::vocabulary! {
    /// A rule that proposes hours of dust. None is official: each only shows where to look.
    pub enum DustRule {
        /// PM10 of the hour is above 150 µg/m³ and at least twice the mean of the six hours before, all of which there
        /// are (grade C).
        TwiceSixHours = "twice_six_hours", "不低于前6小时均值的2倍", "at least twice the mean of six hours";
    }
}

impl DustRule {
    /// How well the rule is confirmed.
    #[must_use]
    pub const fn confirmation(self) -> Confirmation {
        match self {
            Self::TwiceSixHours => Confirmation::C,
        }
    }

    /// The hours of a series of PM10 that the rule proposes; none of another pollutant. Nothing is excluded by it.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DustRule, HourlySeries};
    /// use eqs_core::{Indicator, NaiveDate, Unit};
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 3, 28).unwrap();
    /// let readings = (0..24).map(|hour| Some(if hour < 12 { 100 } else { 200 })).collect();
    /// let pm10 = HourlySeries::from_slots(Indicator::PM10, Unit::UG_PER_M3, 0, day, readings)?;
    /// let proposed: Vec<u8> = DustRule::TwiceSixHours.proposes(&pm10).iter().map(|slot| slot.hour).collect();
    /// assert_eq!(proposed, [12]);
    /// # Ok::<(), eqs_assess::air::SeriesError>(())
    /// ```
    #[must_use]
    pub fn proposes(self, series: &HourlySeries) -> Vec<Slot> {
        const BEFORE: usize = 6;
        let places = 10_i128.saturating_pow(series.places.into());
        let above = convert(Fraction::from(150), Unit::UG_PER_M3, series.unit);
        let above =
            above.and_then(|value| value.numerator().checked_mul(places)?.checked_div(value.denominator()));
        let Some(above) = above.filter(|_| series.indicator == Indicator::PM10) else {
            return Vec::new();
        };
        let is_proposed = |readings: &[i32]| {
            let Some((last, before)) = readings.split_last() else { return false };
            let (total, hours) = sum(before);
            let is_whole = usize::from(hours) == BEFORE;
            // last ≥ 2 × total / 6
            is_whole && i128::from(*last) > above && i64::from(*last).saturating_mul(3) >= total
        };
        let windows = series.readings.windows(BEFORE.saturating_add(1)).zip(BEFORE..);
        windows.filter(|(readings, _)| is_proposed(readings)).map(|(_, at)| series.slot(at)).collect()
    }
}
