//! [`DailySeries`]: daily means and daily maxima of sliding means.

use alloc::vec::Vec;

use eqs_core::{Averaging, Fraction, Indicator, NaiveDate, Statistic, Unit};
use eqs_standards::gb3095::{Gb3095, ValidityRule};

use super::hourly::{HOURS, HourlySeries, MISSING};
use super::period::DaySpan;
use super::shortfall::Shortfall;

/// The least common multiple of 1 to 24: a mean of so many hours is a whole number of these parts of their last digit.
const PARTS: i128 = 5_354_228_880;

/// The hours of a sliding mean of ozone.
const WINDOW: usize = 8;

/// A value for each day, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DailySeries {
    pub(super) indicator: Indicator,
    pub(super) statistic: Statistic,
    pub(super) unit: Unit,
    pub(super) first: NaiveDate,
    /// A value in the unit is so many of the parts below.
    pub(super) scale: i128,
    pub(super) days: Vec<Day>,
}

/// The value of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// In parts of the scale; meant only where something was counted.
    pub(super) parts: i128,
    /// The hours, windows or points behind it.
    pub(super) count: u16,
    pub(super) shortfall: Option<Shortfall>,
}

/// The value of a day, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DayValue {
    /// The value of the hours that there are; `None` where there is none.
    pub value: Option<Fraction>,
    /// The hours, means of eight hours, or points behind it.
    pub count: u16,
    /// What it lacks; a value that lacks something takes part in no statistic.
    pub shortfall: Option<Shortfall>,
}

impl Day {
    const NONE: Self = Self { parts: 0, count: 0, shortfall: None };

    pub(super) const fn is_valid(&self) -> bool {
        self.count > 0 && self.shortfall.is_none()
    }
}

impl DailySeries {
    /// The means of natural days; valid with the hours that table 4 of the edition asks for.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, HourlySeries};
    /// use eqs_core::{Indicator, Lang, NaiveDate, Phrase, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    /// let readings = (0..24).map(|hour| (hour < 19).then_some(hour)).collect();
    /// let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, day, readings)?;
    /// let days = DailySeries::means(&hours, Gb3095::named("2026 transition")?);
    /// let value = days.of(day).unwrap();
    /// assert_eq!(value.value.unwrap().to_string(), "9");
    /// assert_eq!(value.shortfall.unwrap().say(Lang::En).to_string(), "19 of 20 hours");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn means(hours: &HourlySeries, standard: Gb3095) -> Self {
        let rule = standard.validity(hours.indicator, Averaging::Day);
        let day = |readings: &[i32]| {
            let (sum, count) = sum(readings);
            Day {
                parts: share(sum, count),
                count,
                shortfall: rule.and_then(|rule| too_few_hours(count, &rule)),
            }
        };
        Self::of_hours(hours, Statistic::DailyMean, day)
    }

    /// The largest means of eight hours of natural days, by HJ 663 clause 6.1.2: the windows end at 08 to 24 o'clock, so
    /// that none reaches into the day before, each with the hours that table 4 asks for (6); with fewer windows than
    /// HJ 663 asks for (14) the value is valid only if it exceeds the daily limit of grade 2 (grade B).
    #[must_use]
    pub fn max_of_eight_hours(hours: &HourlySeries, standard: Gb3095) -> Self {
        let window = standard.validity(hours.indicator, Averaging::EightHours);
        let least = window.map_or(1, |rule| rule.least);
        let hj663 = standard.evaluated_by();
        let windows = hj663.and_then(|hj663| hj663.validity(hours.indicator, Statistic::DailyMax8h));
        let limit = standard.limit(hours.indicator, Averaging::DailyMax8h, eqs_core::AirGrade::Two);
        let limit = limit.and_then(|limit| limit.quantity.convert_to(hours.unit).ok());
        let digits = 10_i128.saturating_pow(hours.places.into());
        let exceeds = |parts: i128| {
            let value = Fraction::new(parts, PARTS.saturating_mul(digits));
            value.zip(limit).is_some_and(|(value, limit)| value > limit.value.to_fraction())
        };
        let day = |readings: &[i32]| {
            let windows_of_day = readings.windows(WINDOW).map(sum).filter(|(_, count)| *count >= least);
            let mut day = Day::NONE;
            for (sum, count) in windows_of_day {
                day.count = day.count.saturating_add(1);
                day.parts = day.parts.max(share(sum, count));
            }
            let rule = windows.filter(|rule| day.count < rule.least && !exceeds(day.parts));
            day.shortfall = rule.map(|rule| Shortfall::Windows {
                given: day.count,
                least: rule.least,
                rule: rule.citation,
            });
            day
        };
        Self::of_hours(hours, Statistic::DailyMax8h, day)
    }

    fn of_hours(hours: &HourlySeries, statistic: Statistic, day: impl Fn(&[i32]) -> Day) -> Self {
        Self {
            indicator: hours.indicator,
            statistic,
            unit: hours.unit,
            first: hours.first,
            scale: PARTS.saturating_mul(10_i128.saturating_pow(hours.places.into())),
            days: hours.readings.chunks_exact(HOURS).map(day).collect(),
        }
    }

    /// The value of a day; `None` outside of the series.
    #[must_use]
    pub fn of(&self, day: NaiveDate) -> Option<DayValue> {
        let at = usize::try_from(day.signed_duration_since(self.first).num_days()).ok()?;
        let day = self.days.get(at)?;
        let value = Fraction::new(day.parts, self.scale).filter(|_| day.count > 0);
        Some(DayValue { value, count: day.count, shortfall: day.shortfall })
    }

    /// The same days of a span only.
    #[must_use]
    pub fn within(&self, span: DaySpan) -> Self {
        let mut series = self.clone();
        series.days.clear();
        series.first = self.first.max(span.first);
        series.days.extend(self.in_span(span).map(|(_, day)| *day));
        series
    }

    /// The days of a span that the series has.
    pub(super) fn in_span(&self, span: DaySpan) -> impl Iterator<Item = (NaiveDate, &Day)> {
        let before = span.first.signed_duration_since(self.first).num_days();
        let skipped = usize::try_from(before.max(0)).unwrap_or(usize::MAX);
        let first = self.first.max(span.first);
        first.iter_days().zip(self.days.iter().skip(skipped)).take_while(move |(day, _)| *day <= span.last)
    }
}

/// The sum of the readings that there are, and how many.
fn sum(readings: &[i32]) -> (i64, u16) {
    let (mut sum, mut count) = (0_i64, 0_u16);
    for reading in readings {
        let is_there = *reading != MISSING;
        sum = sum.saturating_add(if is_there { i64::from(*reading) } else { 0 });
        count = count.saturating_add(u16::from(is_there));
    }
    (sum, count)
}

/// The mean in parts, exactly, because every count up to 24 divides the whole; 0 of none.
fn share(sum: i64, count: u16) -> i128 {
    let of_one = PARTS.checked_div(count.into()).unwrap_or_default();
    i128::from(sum).saturating_mul(of_one)
}

/// What a day lacks in hours.
fn too_few_hours(count: u16, rule: &ValidityRule) -> Option<Shortfall> {
    (count < rule.least).then_some(Shortfall::Hours { given: count, least: rule.least, rule: rule.citation })
}
