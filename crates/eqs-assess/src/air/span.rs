//! [`DaySpan`]: years, quarters, months, and the part of a year so far.

use core::fmt;

use chrono::Datelike as _;
use eqs_core::{Lang, NaiveDate, Phrase};

use super::season::Season;

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DaySpan {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl DaySpan {
    /// A calendar year.
    #[must_use]
    pub fn year(year: u16) -> Self {
        Self::of(year, 1, 12)
    }

    /// A month, 1 to 12.
    #[must_use]
    pub fn month(year: u16, month: u8) -> Self {
        Self::of(year, month.into(), month.into())
    }

    /// A calendar quarter, 1 to 4.
    #[must_use]
    pub fn quarter(year: u16, quarter: u8) -> Self {
        let last = u32::from(quarter.clamp(1, 4)).saturating_mul(3);
        Self::of(year, last.saturating_sub(2), last)
    }

    /// The year of a day up to that day (年初至今).
    #[must_use]
    pub fn to_date(day: NaiveDate) -> Self {
        Self { first: NaiveDate::from_ymd_opt(day.year(), 1, 1).unwrap_or(day), last: day }
    }

    /// The same span of the year in which it is to begin. A last day that closes its month closes that month there
    /// too, so that 29 February and 28 February answer to each other; every other day keeps its number.
    ///
    /// No source says how bulletins treat 29 February; this is our reading.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::DaySpan;
    /// use eqs_core::NaiveDate;
    ///
    /// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    /// let so_far = DaySpan::to_date(day(2024, 2, 29));
    /// assert_eq!(so_far.in_year(2023), DaySpan::to_date(day(2023, 2, 28)));
    /// assert_eq!(so_far.in_year(2023).in_year(2024), so_far);
    /// assert_eq!(DaySpan::to_date(day(2024, 2, 28)).in_year(2023).last, day(2023, 2, 28));
    /// ```
    #[must_use]
    pub fn in_year(self, year: u16) -> Self {
        let moved = i32::from(year).saturating_sub(self.first.year());
        let first = moved_by(self.first, moved);
        let closes = self.last.succ_opt().is_none_or(|next| next.month() != self.last.month());
        let last = moved_by(self.last, moved);
        let last = if closes { Self::of_month(last.year(), last.month()).last } else { last };
        Self { first, last }
    }

    /// The number of its days.
    #[must_use]
    pub fn days(self) -> i64 {
        self.last.signed_duration_since(self.first).num_days().saturating_add(1)
    }

    /// Its months, with the parts of them that it holds.
    pub(super) fn months(self) -> impl Iterator<Item = (u8, Self)> {
        let month_of = |day: NaiveDate| Self::of_month(day.year(), day.month());
        let mut next = Some(self.first);
        core::iter::from_fn(move || {
            let first = next.filter(|day| *day <= self.last)?;
            let last = month_of(first).last.min(self.last);
            next = last.succ_opt();
            Some((u8::try_from(first.month()).unwrap_or_default(), Self { first, last }))
        })
    }

    /// The year that it is, if it is one.
    pub(super) fn as_year(self) -> Option<u16> {
        let year = u16::try_from(self.first.year()).ok()?;
        (self == Self::year(year)).then_some(year)
    }

    /// Whether it has a name: a year, quarter, season or month.
    pub(super) fn is_named(self) -> bool {
        self.as_year().is_some() || self.is_quarter() || self.as_season().is_some() || self.is_month()
    }

    /// Whether it is a calendar quarter.
    pub(super) fn is_quarter(self) -> bool {
        let year = u16::try_from(self.first.year()).unwrap_or_default();
        (1..=4).any(|quarter| self == Self::quarter(year, quarter))
    }

    /// Whether it is a calendar month.
    pub(super) fn is_month(self) -> bool {
        self == Self::of_month(self.first.year(), self.first.month())
    }

    fn of(year: u16, first: u32, last: u32) -> Self {
        let (year, first, last) = (i32::from(year), first.clamp(1, 12), last.clamp(1, 12));
        Self { first: Self::of_month(year, first).first, last: Self::of_month(year, last).last }
    }

    fn of_month(year: i32, month: u32) -> Self {
        let first = |year, month| NaiveDate::from_ymd_opt(year, month, 1);
        let next =
            if month == 12 { first(year.saturating_add(1), 1) } else { first(year, month.saturating_add(1)) };
        Self {
            first: first(year, month).unwrap_or(NaiveDate::MAX),
            last: next.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX),
        }
    }
}

impl Phrase for DaySpan {
    /// A year, a quarter, a season, a month, or its first and last day.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = *self;
        let (year, month) = (first.year(), first.month());
        if let Some((own, season)) = self.as_season() {
            // Of winter both years: 2023/2024.
            if season == Season::Winter {
                write!(f, "{year}/")?;
            }
            let season = season.say(lang);
            return match lang {
                Lang::Zh => write!(f, "{own}年{season}"),
                Lang::En => write!(f, "{own} {season}"),
            };
        }
        match lang {
            Lang::Zh if self.as_year().is_some() => write!(f, "{year}年"),
            Lang::En if self.as_year().is_some() => write!(f, "{year}"),
            Lang::Zh if self.is_month() => write!(f, "{year}年{month}月"),
            Lang::En if self.is_month() => write!(f, "{year}-{month:02}"),
            Lang::Zh if self.is_quarter() => write!(f, "{year}年第{}季度", first.quarter()),
            Lang::En if self.is_quarter() => write!(f, "{year} quarter {}", first.quarter()),
            Lang::Zh => write!(f, "{first}至{last}"),
            Lang::En => write!(f, "{first} to {last}"),
        }
    }
}

/// The day of the same number so many years later; 28 February for a 29th that there is not.
fn moved_by(day: NaiveDate, years: i32) -> NaiveDate {
    let year = day.year().saturating_add(years);
    let on = |number| NaiveDate::from_ymd_opt(year, day.month(), number);
    on(day.day()).or_else(|| on(28)).unwrap_or(day)
}
