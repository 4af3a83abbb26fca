//! Hours and days that the caller excludes (剔除): dust, exceptional events.

use alloc::vec::Vec;

use eqs_core::{Confirmation, Fraction, Indicator, Unit};

use super::daily::{DailySeries, DayState};
use super::hourly::{HourlySeries, MISSING, Slot, sum};
use super::span::DaySpan;
use super::statistic::convert;

eqs_core::vocabulary! {
    /// Why readings are excluded.
    pub enum ExclusionCause {
        /// Sand and dust (沙尘): particulates, by 环办监测〔2016〕120号 (grade B). The national centre decides period and area.
        Dust = "dust", "沙尘", "sand and dust";
        /// An exceptional event (例外事件): HJ 663-2026 knows them; which they are, and of which pollutants, was not read.
        ExceptionalEvent = "exceptional_event", "例外事件", "exceptional event";
    }
}

/// Hours in a row that are excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Exclusion {
    /// Why.
    pub cause: ExclusionCause,
    /// The first hour.
    pub first: Slot,
    /// The last hour, included.
    pub last: Slot,
}

impl Exclusion {
    /// Whole days.
    #[must_use]
    pub const fn days(cause: ExclusionCause, span: DaySpan) -> Self {
        Self { cause, first: Slot { day: span.first, hour: 0 }, last: Slot { day: span.last, hour: 23 } }
    }

    /// The days of which every hour is excluded.
    fn whole_days(&self) -> Option<DaySpan> {
        let first = if self.first.hour == 0 { Some(self.first.day) } else { self.first.day.succ_opt() };
        let last = if self.last.hour >= 23 { Some(self.last.day) } else { self.last.day.pred_opt() };
        Some(DaySpan { first: first?, last: last? })
    }
}

impl HourlySeries {
    /// The series without the readings of the hours that are excluded, and how many those are. Whether a day has enough
    /// hours left is for the daily value to say.
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
    /// let dust = Exclusion {
    ///     cause: ExclusionCause::Dust,
    ///     first: Slot { day, hour: 0 },
    ///     last: Slot { day, hour: 3 },
    /// };
    /// let (without, excluded) = hours.excluding(&[dust]);
    /// assert_eq!(excluded, 4);
    /// let mean = |hours: &HourlySeries| {
    ///     DailySeries::means(hours, Gb3095::named("2012").unwrap()).of(day).unwrap().value.unwrap().to_string()
    /// };
    /// assert_eq!((mean(&hours), mean(&without)), ("200".into(), "60".into()));
    /// # Ok::<(), eqs_assess::air::SeriesError>(())
    /// ```
    #[must_use]
    pub fn excluding(&self, exclusions: &[Exclusion]) -> (Self, usize) {
        let mut series = self.clone();
        let mut excluded = 0_usize;
        for exclusion in exclusions {
            let last = Slot { hour: exclusion.last.hour.min(23), ..exclusion.last };
            // What lies before the series begins at its first hour.
            let start =
                if exclusion.first.day < self.first { Some(0) } else { self.position(exclusion.first) };
            let end = self.position(last).map(|end| end.saturating_add(1).min(self.readings.len()));
            let hours = start.zip(end).and_then(|(start, end)| series.readings.get_mut(start..end));
            for reading in hours.unwrap_or_default() {
                excluded = excluded.saturating_add(usize::from(*reading >= 0));
                *reading = MISSING;
            }
        }
        (series, excluded)
    }
}

impl DailySeries {
    /// The series with the days left out of statistics of which every hour is excluded; they keep their values, and
    /// [`AirStatistic::excluded`](super::AirStatistic::excluded) counts them. They no longer count as valid days: whether
    /// they do for the least number of days is not known.
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
    /// let dust = Exclusion::days(ExclusionCause::Dust, DaySpan { first, last: first });
    /// let march = |days: &DailySeries| mean(days, DaySpan::month(2024, 3), Statistic::Mean, standard);
    /// assert_eq!(march(&days).say(Lang::En).to_string(), "2024-03: PM10, mean 60 µg/m³, 31 valid days of 31");
    /// assert_eq!(
    ///     march(&days.excluding(&[dust])).say(Lang::En).to_string(),
    ///     "2024-03: PM10, mean 30 µg/m³, 30 valid days of 31, 1 excluded"
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn excluding(&self, exclusions: &[Exclusion]) -> Self {
        let mut series = self.clone();
        for span in exclusions.iter().filter_map(Exclusion::whole_days) {
            let days = self.first.iter_days().zip(&mut series.days);
            let days = days.filter(|(day, value)| (span.first..=span.last).contains(day) && value.is_valid());
            days.for_each(|(_, value)| value.state = DayState::Excluded);
        }
        series
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
        let above = series.unit.converts_to(Unit::UG_PER_M3).then_some(Fraction::from(150));
        let above = above.and_then(|value| convert(value, Unit::UG_PER_M3, series.unit));
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
