//! [`YearlyTrend`]: the trend of a statistic over calendar years, with the years that it lacks.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Fraction, Indicator, Lang, Measure, Phrase, Statistic, Unit};

use super::span::DaySpan;
use super::state::States;
use super::statistic::{AirStatistic, convert};
use crate::trend::{Significance, Spearman, TrendError, spearman, theil_sen};

/// The trend of a statistic over its valid years.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct YearlyTrend {
    /// The pollutant.
    pub indicator: Indicator,
    /// Which statistic.
    pub statistic: Statistic,
    /// The unit of the values.
    pub unit: Unit,
    /// The years that count, in their order: those with a valid value.
    pub years: Vec<u16>,
    /// The years from the first to the last given of which there is no statistic.
    pub missing: Vec<u16>,
    /// The years whose statistic is not valid ([`AirStatistic::is_valid`]).
    pub invalid: Vec<u16>,
    /// The rank correlation of the values with their order; a year that is left out leaves no gap in it.
    pub spearman: Spearman,
    /// The median slope in units a year, over the true distances of years; `None` if a number does not fit 128 bits.
    pub theil_sen: Option<Fraction>,
    /// The states that the values are given at, from the first day of the years that count to the last. Nothing is converted.
    pub states: Option<States>,
}

/// Statistics that make no trend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum YearlyError {
    /// They are of different pollutants, statistics or kinds of unit.
    #[error("the statistics are not of one pollutant, kind and unit")]
    Unlike,
    /// One is of other days than a calendar year.
    #[error("{} to {} is no calendar year", .0.first, .0.last)]
    NoYear(DaySpan),
    /// A year has two.
    #[error("{0} has more than one statistic, expected one")]
    Twice(u16),
    /// The valid ones are too few, or have too many digits.
    #[error(transparent)]
    Trend(#[from] TrendError),
}

impl YearlyTrend {
    /// The trend of statistics of calendar years, in any order. Years without one and years whose statistic is not valid
    /// are left out, and named.
    ///
    /// # Errors
    /// [`YearlyError`].
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, DaySpan, HourlySeries, YearlyTrend, mean};
    /// use eqs_core::{Indicator, Lang, Phrase, Statistic, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let standard = Gb3095::named("2012 amended 2018")?;
    /// let year = |year, value, days: usize| {
    ///     let span = DaySpan::year(year);
    ///     let readings = vec![Some(value); days * 24];
    ///     let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, span.first, readings).unwrap();
    ///     mean(&DailySeries::means(&hours, standard), span, Statistic::AnnualMean, standard)
    /// };
    /// // No 2020; 2022 has 300 days.
    /// let years = [year(2019, 42, 365), year(2021, 33, 365), year(2022, 30, 300), year(2023, 32, 365)];
    /// let trend = YearlyTrend::of(&years)?;
    /// assert_eq!(
    ///     trend.say(Lang::En).to_string(),
    ///     "PM2.5, annual mean: not judged, without a critical value, -2.5 µg/m³ a year; years 2019, 2021, 2023; \
    ///      missing 2020; not valid 2022"
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn of(statistics: &[AirStatistic]) -> Result<Self, YearlyError> {
        let first = statistics.first().ok_or(TrendError::TooFew(0))?;
        let AirStatistic { indicator, statistic, unit, .. } = *first;
        let mut given: Vec<(u16, &AirStatistic)> = Vec::with_capacity(statistics.len());
        for one in statistics {
            if (one.indicator, one.statistic) != (indicator, statistic) || !one.unit.converts_to(unit) {
                return Err(YearlyError::Unlike);
            }
            given.push((one.span.as_year().ok_or(YearlyError::NoYear(one.span))?, one));
        }
        given.sort_unstable_by_key(|(year, _)| *year);
        let (mut years, mut values, mut invalid, mut missing) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut before: Option<u16> = None;
        for (year, one) in given {
            if before == Some(year) {
                return Err(YearlyError::Twice(year));
            }
            missing.extend(before.map_or(year, |before| before.saturating_add(1))..year);
            before = Some(year);
            match one.value.filter(|_| one.is_valid()) {
                Some(value) => {
                    years.push(year);
                    values.push(convert(value, one.unit, unit).ok_or(TrendError::TooLong)?);
                }
                None => invalid.push(year),
            }
        }
        let spearman = spearman(&values)?;
        let pairs: Vec<(i32, Fraction)> = years.iter().map(|year| i32::from(*year)).zip(values).collect();
        let span = years.first().zip(years.last()).map(|(first, last)| DaySpan {
            first: DaySpan::year(*first).first,
            last: DaySpan::year(*last).last,
        });
        Ok(Self {
            indicator,
            statistic,
            unit,
            spearman,
            theil_sen: theil_sen(&pairs),
            states: span.and_then(|span| States::of(indicator, span)),
            years,
            missing,
            invalid,
        })
    }
}

impl Phrase for YearlyTrend {
    /// What the rank correlation says, the slope, and the years behind it and beside it.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Measure(self.indicator, self.statistic).write(lang, f)?;
        f.write_str(lang.pick("：", ": "))?;
        match self.spearman.trend(Significance::FivePercent) {
            Some(trend) => trend.write(lang, f)?,
            None => f.write_str(lang.pick("无临界值，不作判断", "not judged, without a critical value"))?,
        }
        if let Some(slope) = self.theil_sen {
            let (slope, unit) = (slope.shown(4), self.unit);
            match lang {
                Lang::Zh => write!(f, "，每年变化{slope} {unit}")?,
                Lang::En => write!(f, ", {slope} {unit} a year")?,
            }
        }
        let parts = [
            (&self.years, "年份", "years"),
            (&self.missing, "缺少", "missing"),
            (&self.invalid, "数据不足", "not valid"),
        ];
        for (years, zh, en) in parts.into_iter().filter(|(years, ..)| !years.is_empty()) {
            write!(f, "{}{}", lang.pick("；", "; "), lang.pick(zh, en))?;
            for (at, year) in years.iter().enumerate() {
                let before = if at > 0 { lang.pick("、", ", ") } else { lang.pick("：", " ") };
                write!(f, "{before}{year}")?;
            }
        }
        let Some(states @ States::Mixed { .. }) = self.states else { return Ok(()) };
        let states = states.say(lang);
        match lang {
            Lang::Zh => write!(f, "；状态不一：{states}，未作换算"),
            Lang::En => write!(f, "; given at {states}; nothing was converted"),
        }
    }
}
