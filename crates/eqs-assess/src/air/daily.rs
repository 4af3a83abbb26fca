//! [`DailySeries`]: daily means and daily maxima of sliding means.

use alloc::vec::Vec;

use eqs_core::{AirGrade, Averaging, Citation, Fraction, Indicator, NaiveDate, Rounding, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;

use super::hourly::{HourlySeries, Hours, MISSING, sum};
use super::shortfall::Shortfall;
use super::span::DaySpan;
use super::statistic::convert;

/// The least common multiple of 1 to 24: a mean of so many hours is a whole number of these parts of their last digit.
const PARTS_OF_DAY: i128 = 5_354_228_880;

/// The hours of a sliding mean of ozone.
const WINDOW: usize = 8;

/// The least common multiple of 1 to 8.
const PARTS_OF_WINDOW: i64 = 840;

/// A value for each day, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DailySeries {
    pub(super) indicator: Indicator,
    pub(super) statistic: Statistic,
    pub(super) unit: Unit,
    pub(super) first: NaiveDate,
    /// A value in the unit is so many of the parts below.
    pub(super) scale: i128,
    pub(super) least: Option<Least>,
    pub(super) days: Vec<Day>,
}

/// The least data behind the value of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Least {
    Hours(u16, Citation),
    Windows(u16, Citation),
    /// Of a city.
    OnePoint,
}

/// The value of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    /// In parts of the scale; meant only where something was counted.
    pub(super) parts: i128,
    /// The hours, windows or points behind it.
    pub(super) count: u16,
    pub(super) state: DayState,
    /// The hours that are excluded, of all points.
    pub(super) excluded: u32,
}

eqs_core::vocabulary! {
    /// Whether the value of a day takes part in statistics.
    pub enum DayState {
        /// It does (有效).
        Valid = "valid", "有效", "valid";
        /// It does although it rests on too little data, because it exceeds the limit: ozone, HJ 663 clause 6.1.2
        /// (grade B). Of a city: a point does.
        ValidByExceedance = "valid_by_exceedance", "因超标而有效", "valid by exceedance";
        /// There is no value, or it rests on too little data (无效).
        Invalid = "invalid", "无效", "invalid";
        /// It would, and the caller excludes it, or so many of its hours that too few are left (剔除).
        Excluded = "excluded", "剔除", "excluded";
    }
}

impl DayState {
    /// Whether the value takes part in statistics.
    #[must_use]
    pub const fn is_valid(self) -> bool {
        matches!(self, Self::Valid | Self::ValidByExceedance)
    }
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
    /// Whether it takes part in statistics.
    pub state: DayState,
    /// The hours that the caller excludes of the day, of all points ([`HourlySeries::excluding`]).
    pub excluded_hours: u32,
    /// What it lacks to be valid.
    pub shortfall: Option<Shortfall>,
}

impl Day {
    pub(super) const fn new(parts: i128, count: u16, is_enough: bool) -> Self {
        let state = if count > 0 && is_enough { DayState::Valid } else { DayState::Invalid };
        Self { parts, count, state, excluded: 0 }
    }

    pub(super) const fn is_valid(&self) -> bool {
        self.state.is_valid()
    }
}

impl Least {
    /// What a day lacks with so many.
    fn shortfall(self, given: u16) -> Option<Shortfall> {
        match self {
            Self::Hours(least, rule) if given < least => Some(Shortfall::Hours { given, least, rule }),
            Self::Windows(least, rule) if given < least => Some(Shortfall::Windows { given, least, rule }),
            Self::OnePoint if given == 0 => Some(Shortfall::NoPoint),
            _ => None,
        }
    }
}

impl DailySeries {
    /// The means of natural days; valid with the hours that table 4 of the edition asks for, or with any where it has
    /// no rule.
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
        let least = rule.map(|rule| Least::Hours(rule.least, rule.citation));
        let enough = rule.map_or(1, |rule| rule.least);
        let day = |readings: &Hours| {
            let (sum, count) = sum(readings);
            Day::new(share(sum, count), count, count >= enough)
        };
        Self::of_hours(hours, Statistic::DailyMean, PARTS_OF_DAY, least, day)
    }

    /// The largest means of eight hours of natural days, by HJ 663 clause 6.1.2: the windows end at 08 to 24 o'clock, so
    /// that none reaches into the day before, each with the hours that table 4 asks for (6); with fewer windows than
    /// HJ 663 asks for (14) the value is valid only if it exceeds the daily limit of grade 2 (grade B), rounded as it
    /// would be judged (our reading), and says so ([`DayState::ValidByExceedance`]).
    #[must_use]
    pub fn max_of_eight_hours(hours: &HourlySeries, standard: Gb3095) -> Self {
        let least_hours =
            standard.validity(hours.indicator, Averaging::EightHours).map_or(1, |rule| rule.least.max(1));
        let windows =
            standard.evaluated_by().and_then(|hj663| hj663.validity(hours.indicator, Statistic::DailyMax8h));
        let least = windows.map(|rule| Least::Windows(rule.least, rule.citation));
        let enough = windows.map_or(1, |rule| rule.least);
        let limit = standard.limit(hours.indicator, Averaging::DailyMax8h, AirGrade::Two);
        let digits = standard.evaluated_by().and_then(|hj663| hj663.digits(hours.indicator));
        let scale = scale(PARTS_OF_WINDOW.into(), hours);
        // As it would be judged: rounded first.
        let exceeds = |parts: i128| {
            let limit = limit.map(|limit| limit.quantity)?;
            let value = convert(Fraction::new(parts, scale)?, hours.unit, limit.unit)?;
            let rounded = match digits {
                Some(digits) => {
                    value.round(digits.places.cast_signed(), Rounding::HalfEven).ok()?.to_fraction()
                }
                None => value,
            };
            Some(rounded > limit.value.to_fraction())
        };
        let shares = shares_of_window(least_hours);
        let day = |readings: &Hours| {
            let (parts, count) = largest_of_windows(readings, &shares);
            let parts = i128::from(parts);
            let day = Day::new(parts, count, count >= enough);
            let is_exceedance = !day.is_valid() && count > 0 && exceeds(parts) == Some(true);
            if is_exceedance { Day { state: DayState::ValidByExceedance, ..day } } else { day }
        };
        Self::of_hours(hours, Statistic::DailyMax8h, PARTS_OF_WINDOW.into(), least, day)
    }

    /// The largest 1 h means of natural days, which the daily report of HJ 633-2012 takes for ozone; valid with any hour,
    /// because no rule on the least data was found.
    #[must_use]
    pub fn max_of_hours(hours: &HourlySeries) -> Self {
        let day = |readings: &Hours| {
            let largest = readings.iter().copied().max().unwrap_or_default();
            Day::new(largest.max(0).into(), sum(readings).1, true)
        };
        Self::of_hours(hours, Statistic::DailyMax1h, 1, None, day)
    }

    fn of_hours(
        hours: &HourlySeries,
        statistic: Statistic,
        parts: i128,
        least: Option<Least>,
        day: impl Fn(&Hours) -> Day,
    ) -> Self {
        let mut days: Vec<Day> = hours.by_day().iter().map(&day).collect();
        for (at, excluded) in &hours.excluded {
            let (Some(own), Some(rest)) = (days.get_mut(*at), hours.by_day().get(*at)) else { continue };
            own.excluded = sum(excluded).1.into();
            let whole = core::array::from_fn(|hour| {
                let of = |hours: &Hours| hours.get(hour).copied().unwrap_or(MISSING);
                of(rest).max(of(excluded))
            });
            if !own.is_valid() && day(&whole).is_valid() {
                own.state = DayState::Excluded;
            }
        }
        Self {
            indicator: hours.indicator,
            statistic,
            unit: hours.unit,
            first: hours.first,
            scale: scale(parts, hours),
            least,
            days,
        }
    }

    /// The pollutant.
    #[must_use]
    pub const fn indicator(&self) -> Indicator {
        self.indicator
    }

    /// What the values are: daily means or daily maxima.
    #[must_use]
    pub const fn statistic(&self) -> Statistic {
        self.statistic
    }

    /// The days from the first to the last; `None` without days.
    #[must_use]
    pub fn span(&self) -> Option<DaySpan> {
        let after = u64::try_from(self.days.len().checked_sub(1)?).ok()?;
        Some(DaySpan { first: self.first, last: self.first.checked_add_days(chrono::Days::new(after))? })
    }

    /// The value of a day; `None` outside of the series.
    #[must_use]
    pub fn of(&self, day: NaiveDate) -> Option<DayValue> {
        self.days.get(self.position(day)?).map(|day| self.value(day))
    }

    /// The days of the series with their values.
    pub fn iter(&self) -> impl Iterator<Item = (NaiveDate, DayValue)> {
        self.first.iter_days().zip(self.days.iter().map(|day| self.value(day)))
    }

    /// The same days of a span only.
    #[must_use]
    pub fn within(&self, span: DaySpan) -> Self {
        Self { first: self.first.max(span.first), days: self.in_span(span).to_vec(), ..self.without_days() }
    }

    /// The days of a span that the series has.
    pub(super) fn in_span(&self, span: DaySpan) -> &[Day] {
        let end = span.last.succ_opt().map_or(self.days.len(), |end| self.distance(end));
        let days = self.days.get(..end.min(self.days.len())).unwrap_or_default();
        days.get(self.distance(span.first)..).unwrap_or_default()
    }

    pub(super) fn without_days(&self) -> Self {
        Self { days: Vec::new(), ..*self }
    }

    pub(super) fn position(&self, day: NaiveDate) -> Option<usize> {
        usize::try_from(day.signed_duration_since(self.first).num_days()).ok()
    }

    /// The days from the first to `day`; 0 before the first.
    fn distance(&self, day: NaiveDate) -> usize {
        self.position(day).unwrap_or_default()
    }

    pub(super) fn value(&self, day: &Day) -> DayValue {
        let least = self.least.filter(|_| day.state == DayState::Invalid);
        DayValue {
            value: Fraction::new(day.parts, self.scale).filter(|_| day.count > 0),
            count: day.count,
            state: day.state,
            excluded_hours: day.excluded,
            shortfall: least.and_then(|least| least.shortfall(day.count)),
        }
    }
}

/// The parts of one in the unit of the readings; at most 10^10 times 10^6.
fn scale(parts: i128, hours: &HourlySeries) -> i128 {
    parts.saturating_mul(10_i128.saturating_pow(hours.places.into()))
}

/// The mean in parts, exactly, because every count up to 24 divides the whole; 0 of none.
fn share(sum: i64, count: u16) -> i128 {
    // 24 readings of 31 bits times 33 bits.
    let of_one = PARTS_OF_DAY.checked_div(count.into()).unwrap_or_default();
    i128::from(sum).saturating_mul(of_one)
}

/// What the sum of so many hours is multiplied with to be their mean in parts; 0 where they are fewer than `least`.
fn shares_of_window(least: u16) -> [i64; WINDOW + 1] {
    core::array::from_fn(|hours| {
        let hours = i64::try_from(hours).unwrap_or_default();
        let share = PARTS_OF_WINDOW.checked_div(hours).unwrap_or_default();
        if hours >= i64::from(least) { share } else { 0 }
    })
}

/// The largest mean of eight hours in parts, and the number of windows with enough hours.
fn largest_of_windows(readings: &Hours, shares: &[i64; WINDOW + 1]) -> (i64, u16) {
    let (before, _) = readings.split_at(WINDOW);
    let (mut sum, hours) = sum(before);
    let mut hours = usize::from(hours);
    let (mut largest, mut windows) = (0, 0_u16);
    // Eight readings of 31 bits times 10 bits; without a branch, because hours that are missing are not foreseen.
    let mut close = |sum: i64, hours: usize| {
        let share = shares.get(hours).copied().unwrap_or_default();
        largest = sum.wrapping_mul(share).max(largest);
        windows = windows.saturating_add(u16::from(share > 0));
    };
    close(sum, hours);
    for (left, entered) in readings.iter().zip(readings.iter().skip(WINDOW)) {
        sum = sum.wrapping_add(i64::from(*entered.max(&0))).wrapping_sub(i64::from(*left.max(&0)));
        hours = hours.wrapping_add(usize::from(*entered >= 0)).wrapping_sub(usize::from(*left >= 0));
        close(sum, hours);
    }
    (largest, windows)
}
