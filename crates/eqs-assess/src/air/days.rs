//! Days by the air quality index (按空气质量指数统计的天数): daily report of HJ 633, counts, shares, spells.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::fmt;

use eqs_core::{
    AqiLevel, Averaging, Fraction, Indicator, Lang, NaiveDate, Note, Phrase, Pollutants, Rounding, Statistic,
    Verdict,
};
use eqs_standards::hj633::{EntryRule, Hj633};

use super::composite::TERMS;
use super::daily::{DailySeries, Day, DayState};
use super::span::DaySpan;
use super::statistic::{convert, days_en, rounded};
use crate::aqi::{Aqi, AqiError, Reading, ReadingProblem, Readings, Report, aqi};

/// The index of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DayIndex {
    /// The day.
    pub day: NaiveDate,
    /// The index, or why there is none.
    pub verdict: Verdict<Aqi>,
    /// The pollutants of which the caller excludes the day.
    pub excluded: Pollutants,
}

/// Days or series that have no index or count.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DaysError {
    /// The values of a day have no index.
    #[error(transparent)]
    Index(#[from] AqiError),
    /// Two series are of one pollutant and statistic.
    #[error("two series of {1} of {0}, expected one")]
    SeriesTwice(Indicator, Statistic),
    /// A day stands twice.
    #[error("{0} stands twice, expected once")]
    DayTwice(NaiveDate),
}

/// The days of a span by the level of their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DayCounts {
    /// The span, with all of its calendar days.
    pub span: DaySpan,
    /// The days of each level.
    pub levels: [(AqiLevel, u16); 6],
    /// The days that have an index of the others, while a pollutant is missing (HJ 633-2012 has no rule on that).
    pub with_missing: u16,
    /// The days that the caller excludes of some pollutant, with or without an index of the others.
    pub excluded: u16,
    /// The days on which each pollutant is primary (首要污染物), alone or with others.
    pub primary: [(Indicator, u16); 6],
}

/// The index of each day of a span, from the daily values of one point or city, rounded once to the places of the
/// report. Series that the report does not use are ignored; a value that is not valid or excluded is missing.
///
/// The daily report of 2012 takes the largest 1 h mean of ozone beside that of eight hours
/// ([`DailySeries::max_of_hours`]); without it the other entry of ozone decides.
///
/// # Errors
/// [`DaysError::SeriesTwice`], and [`DaysError::Index`] with those of [`aqi()`](aqi()).
///
/// # Example
/// ```
/// use eqs_assess::air::{DailySeries, DayCounts, DaySpan, HourlySeries, daily_indices};
/// use eqs_core::{AqiLevel, Indicator, NaiveDate, Rounding, Unit};
/// use eqs_standards::{gb3095::Gb3095, hj633::Hj633};
///
/// // 290 days of 75 µg/m³, then 76 days of 76.
/// let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
/// let readings = (0..366 * 24).map(|hour| Some(if hour < 290 * 24 { 75 } else { 76 })).collect();
/// let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, readings)?;
/// let days = DailySeries::means(&hours, Gb3095::named("2012 amended 2018")?);
/// let days = daily_indices(&[days], DaySpan::year(2024), Hj633::named("2012")?)?;
/// let counts = DayCounts::of(DaySpan::year(2024), &days)?;
/// assert_eq!((counts.good(), counts.days_of(AqiLevel::Three)), (290, 76));
/// assert_eq!(counts.share(counts.good()).unwrap().round(1, Rounding::HalfEven)?.to_string(), "79.2");
/// assert_eq!(counts.with_missing, 366); // five pollutants
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn daily_indices(
    series: &[DailySeries],
    span: DaySpan,
    standard: Hj633,
) -> Result<Vec<DayIndex>, DaysError> {
    let entry = |rule| Ok((rule, series_of(rule, series)?));
    let entries: Vec<_> = standard.entries(Report::Daily).map(entry).collect::<Result<_, DaysError>>()?;
    let days = span.first.iter_days().take_while(|day| *day <= span.last);
    let index = |day| {
        let (mut readings, mut excluded) = (Readings::new(Report::Daily), Pollutants::default());
        for (rule, series) in &entries {
            let Some(series) = *series else { continue };
            let Some(value) = series.position(day).and_then(|at| series.days.get(at)) else { continue };
            if value.state == DayState::Excluded {
                excluded = excluded.with(series.indicator);
            }
            if let Some(reading) = reading(rule, series, standard, value)? {
                readings = readings.reading(rule.entry, reading);
            }
        }
        Ok(DayIndex { day, verdict: aqi(&standard, &readings)?, excluded })
    };
    days.map(index).collect()
}

/// The series that an entry takes.
fn series_of<'a>(rule: &EntryRule, series: &'a [DailySeries]) -> Result<Option<&'a DailySeries>, DaysError> {
    let statistic = match rule.column {
        Averaging::Day => Statistic::DailyMean,
        Averaging::EightHours | Averaging::DailyMax8h => Statistic::DailyMax8h,
        _ => Statistic::DailyMax1h,
    };
    let indicator = rule.entry.indicator();
    let mut found =
        series.iter().filter(|series| series.indicator == indicator && series.statistic == statistic);
    match (found.next(), found.next()) {
        (_, Some(_)) => Err(DaysError::SeriesTwice(indicator, statistic)),
        (one, None) => Ok(one),
    }
}

/// The value of a day with the digits of the report; `None` if there is no valid one.
fn reading(
    rule: &EntryRule,
    series: &DailySeries,
    standard: Hj633,
    day: &Day,
) -> Result<Option<Reading>, AqiError> {
    let Some(column) = standard.column(series.indicator, rule.column).filter(|_| day.is_valid()) else {
        return Ok(None);
    };
    let problem = |problem| AqiError { entry: rule.entry, problem };
    let exact = Fraction::new(day.parts, series.scale);
    exact
        .and_then(|value| convert(value, series.unit, column.unit))
        .and_then(|value| rounded(value, column.unit, rule.places).ok())
        .map(|value| Some(Reading::Value(value)))
        .ok_or_else(|| problem(ReadingProblem::TooLong(exact.unwrap_or(Fraction::ZERO))))
}

impl DayCounts {
    /// Counts days; those outside of the span are left out.
    ///
    /// # Errors
    /// [`DaysError::DayTwice`] if a day stands twice.
    pub fn of(span: DaySpan, days: &[DayIndex]) -> Result<Self, DaysError> {
        let levels =
            [AqiLevel::One, AqiLevel::Two, AqiLevel::Three, AqiLevel::Four, AqiLevel::Five, AqiLevel::Six];
        let mut counts = Self {
            span,
            levels: levels.map(|level| (level, 0)),
            with_missing: 0,
            excluded: 0,
            primary: TERMS.map(|(indicator, _)| (indicator, 0)),
        };
        let mut counted = BTreeSet::new();
        for day in days.iter().filter(|day| (span.first..=span.last).contains(&day.day)) {
            if !counted.insert(day.day) {
                return Err(DaysError::DayTwice(day.day));
            }
            count(&mut counts.excluded, !day.excluded.is_empty());
            let Some(index) = day.verdict.outcome.determined() else { continue };
            let has_missing = |note: &Note| matches!(note, Note::Missing(_));
            count(&mut counts.with_missing, day.verdict.notes.iter().any(has_missing));
            for (level, number) in &mut counts.levels {
                count(number, *level == index.level);
            }
            for (indicator, number) in &mut counts.primary {
                count(number, index.primary.contains(*indicator));
            }
        }
        Ok(counts)
    }

    /// The days of a level.
    #[must_use]
    pub fn days_of(&self, level: AqiLevel) -> u16 {
        self.sum(|other| other == level)
    }

    /// The days that have an index.
    #[must_use]
    pub fn determined(&self) -> u16 {
        self.sum(|_| true)
    }

    /// The good days (优良天): an index up to 100.
    #[must_use]
    pub fn good(&self) -> u16 {
        self.sum(AqiLevel::is_good)
    }

    /// The days of heavy pollution (重度及以上污染天): an index above 200.
    #[must_use]
    pub fn heavy(&self) -> u16 {
        self.sum(AqiLevel::is_heavy)
    }

    /// The share of the calendar days of the span, in percent, as bulletins give it; not of the days that have an index.
    #[must_use]
    pub fn share(&self, days: u16) -> Option<Fraction> {
        Fraction::new(i128::from(days).checked_mul(100)?, self.span.days().into())
    }

    /// The pollutants that are primary on most days; none if no day has one.
    #[must_use]
    pub fn mostly(&self) -> Pollutants {
        let most = self.primary.iter().map(|(_, days)| *days).max().unwrap_or_default();
        self.primary
            .iter()
            .filter(|(_, days)| *days == most && most > 0)
            .map(|(indicator, _)| *indicator)
            .collect()
    }

    fn sum(&self, counts: impl Fn(AqiLevel) -> bool) -> u16 {
        let counted = self.levels.iter().filter(|(level, _)| counts(*level));
        counted.fold(0, |sum: u16, (_, days)| sum.saturating_add(*days))
    }
}

fn count(number: &mut u16, counts: bool) {
    *number = number.saturating_add(u16::from(counts));
}

/// The longest spell of days in a row whose index is as asked, the first of several; a day without an index ends it.
/// `None` if there is no such day. The days are in their order, as [`daily_indices`] gives them.
#[must_use]
pub fn longest_spell(days: &[DayIndex], is_asked: impl Fn(&Aqi) -> bool) -> Option<DaySpan> {
    let mut longest: Option<DaySpan> = None;
    let mut current: Option<DaySpan> = None;
    for DayIndex { day, verdict, .. } in days {
        current = verdict.outcome.determined().filter(|index| is_asked(index)).map(|_| match current {
            Some(spell) if spell.last.succ_opt() == Some(*day) => DaySpan { last: *day, ..spell },
            _ => DaySpan { first: *day, last: *day },
        });
        if let Some(spell) = current
            && longest.is_none_or(|longest| spell.days() > longest.days())
        {
            longest = Some(spell);
        }
    }
    longest
}

impl Phrase for DayCounts {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.span.write(lang, f)?;
        f.write_str(lang.pick("：", ": "))?;
        for (at, (level, days)) in self.levels.iter().enumerate() {
            let level = level.say(lang);
            match lang {
                Lang::Zh => write!(f, "{}{level}{days}天", if at == 0 { "" } else { "，" })?,
                Lang::En => {
                    write!(f, "{}{days} {} {level}", if at == 0 { "" } else { ", " }, days_en(*days))?;
                }
            }
        }
        let share = |days| self.share(days).and_then(|share| share.round(1, Rounding::HalfEven).ok());
        for (days, zh, en) in [(self.good(), "优良", "good"), (self.heavy(), "重度及以上污染", "heavy")]
        {
            match lang {
                Lang::Zh => write!(f, "；{zh}{days}天")?,
                Lang::En => write!(f, "; {en} days {days}")?,
            }
            if let Some(share) = share(days) {
                match lang {
                    Lang::Zh => write!(f, "（{share}%）")?,
                    Lang::En => write!(f, " ({share}%)")?,
                }
            }
        }
        let (days, of) = (self.determined(), self.span.days());
        match lang {
            Lang::Zh => write!(f, "；{of}天中{days}天有指数")?,
            Lang::En => {
                let have = if days == 1 { "has" } else { "have" };
                write!(f, "; {days} {} of {of} {have} an index", days_en(days))?;
            }
        }
        match (lang, self.with_missing) {
            (_, 0) => {}
            (Lang::Zh, days) => write!(f, "，{days}天缺少部分污染物数据")?,
            (Lang::En, days) => write!(f, ", {days} with a pollutant missing")?,
        }
        match (lang, self.excluded) {
            (_, 0) => Ok(()),
            (Lang::Zh, days) => write!(f, "，{days}天剔除部分污染物数据"),
            (Lang::En, days) => write!(f, ", {days} with a pollutant excluded"),
        }
    }
}
