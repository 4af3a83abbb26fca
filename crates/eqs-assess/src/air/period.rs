//! Means over the days of a year, quarter, month or any other span, and when they are valid.

use alloc::vec::Vec;

use chrono::Datelike as _;
use eqs_core::{Averaging, Citation, Fraction, Statistic};
use eqs_standards::gb3095::{Gb3095, ValidityRule};
use eqs_standards::hj663::{Hj663, StatisticValidity};

use super::daily::{DailySeries, Day, DayState};
use super::shortfall::Shortfall;
use super::span::DaySpan;
use super::statistic::AirStatistic;

/// The mean of the valid daily values of a span; valid with the days that table 4 asks for: in the year, and in each
/// of its months.
///
/// For percentiles HJ 663-2013 treats the year likewise (grade B); the rule of the pollutant's annual mean is taken, and
/// for pollutants without one that of HJ 663. For a span that is neither year, quarter nor month, and for quarters of most
/// pollutants, no rule is known: [`AirStatistic::rule`] is `None`.
#[must_use]
pub fn mean(series: &DailySeries, span: DaySpan, statistic: Statistic, standard: Gb3095) -> AirStatistic {
    let value = sum(series.in_span(span))
        .and_then(|(sum, count)| Fraction::new(sum, series.scale.checked_mul(count.into())?));
    of(series, span, statistic, standard, value)
}

/// The sum of the valid days, and how many; `None` if it does not fit.
pub(super) fn sum(days: &[Day]) -> Option<(i128, u16)> {
    let valid = days.iter().filter(|day| day.is_valid());
    valid.clone().try_fold(0_i128, |sum, day| sum.checked_add(day.parts)).map(|sum| (sum, count(days)))
}

fn count(days: &[Day]) -> u16 {
    number(days, DayState::is_valid)
}

fn number(days: &[Day], counts: impl Fn(DayState) -> bool) -> u16 {
    u16::try_from(days.iter().filter(|day| counts(day.state)).count()).unwrap_or(u16::MAX)
}

/// A statistic with its count and what it lacks.
pub(super) fn of(
    series: &DailySeries,
    span: DaySpan,
    statistic: Statistic,
    standard: Gb3095,
    value: Option<Fraction>,
) -> AirStatistic {
    let days = series.in_span(span);
    let (rule, shortfalls) = validity(series, span, statistic, standard);
    AirStatistic {
        indicator: series.indicator,
        statistic,
        span,
        value,
        unit: series.unit,
        days: count(days),
        by_exceedance: number(days, |state| state == DayState::ValidByExceedance),
        excluded: number(days, |state| state == DayState::Excluded),
        excluded_hours: days.iter().fold(0, |hours, day| hours.saturating_add(day.excluded)),
        rule,
        shortfalls,
    }
}

/// The rule on the least data, and what the days of a span lack.
fn validity(
    series: &DailySeries,
    span: DaySpan,
    statistic: Statistic,
    standard: Gb3095,
) -> (Option<Citation>, Vec<Shortfall>) {
    let averaging = match span {
        span if span.as_year().is_some() => Averaging::Annual,
        span if span.is_quarter() => Averaging::Seasonal,
        span if span.is_month() => Averaging::Monthly,
        _ => return (None, Vec::new()),
    };
    if let Some(rule) = standard.validity(series.indicator, averaging) {
        return (Some(rule.citation), by_table_4(series, span, &rule));
    }
    let hj663 = standard.evaluated_by().filter(|_| averaging == Averaging::Annual);
    let rule = hj663.and_then(|hj663| hj663.validity(series.indicator, statistic));
    by_hj663(rule, count(series.in_span(span)))
}

/// What so many days of a year lack by a rule of HJ 663.
fn by_hj663(rule: Option<&StatisticValidity>, given: u16) -> (Option<Citation>, Vec<Shortfall>) {
    let lacking = rule.filter(|rule| given < rule.least);
    let shortfall = lacking.map(|rule| Shortfall::Days { given, least: rule.least, rule: rule.citation });
    (rule.map(|rule| rule.citation), shortfall.into_iter().collect())
}

impl AirStatistic {
    /// The same, with the least days of a year that HJ 663-2013 asks of the percentiles of CO and ozone, if no rule on the
    /// least data is known: HJ 663-2026 may ask for as many or not (grade C). [`AirStatistic::attains`] says so with a note.
    /// Any other statistic stays as it is.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, HourlySeries, annual};
    /// use eqs_core::{Indicator, Lang, NaiveDate, Phrase, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let first = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    /// let hours = HourlySeries::from_slots(Indicator::CO, Unit::MG_PER_M3, 1, first, vec![Some(9); 323 * 24])?;
    /// let standard = Gb3095::named("2026 transition")?;
    /// let year = annual(&DailySeries::means(&hours, standard), 2027, standard).remove(0);
    /// assert!(year.is_valid() && year.rule.is_none());
    /// let year = year.with_days_of_2013();
    /// assert_eq!(year.shortfalls[0].say(Lang::En).to_string(), "323 of 324 days");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_days_of_2013(self) -> Self {
        let is_open = self.rule.is_none() && self.span.as_year().is_some();
        let hj663 = Hj663::named("2013").ok().filter(|_| is_open);
        let Some(rule) = hj663.and_then(|hj663| hj663.validity(self.indicator, self.statistic)) else {
            return self;
        };
        let (rule, shortfalls) = by_hj663(Some(rule), self.days);
        Self { rule, shortfalls, ..self }
    }

    /// Whether it is valid by HJ 663-2013 in a year in which that is no longer in force, or not yet.
    pub(super) fn has_days_of_2013(&self) -> bool {
        let is_of = |rule| matches!(rule, Citation::Standard { standard: "HJ 663", edition: "2013", .. });
        let own = Gb3095::on(self.span.last).ok().and_then(Gb3095::evaluated_by);
        self.rule.is_some_and(is_of) && own.is_none_or(|own| own.edition().name != "2013")
    }
}

/// What the days lack by a row of table 4: in the whole span, and in each of its months.
fn by_table_4(series: &DailySeries, span: DaySpan, rule: &ValidityRule) -> Vec<Shortfall> {
    let given = count(series.in_span(span));
    let february = rule.february.filter(|_| rule.averaging == Averaging::Monthly && span.first.month() == 2);
    let least = february.unwrap_or(rule.least);
    let whole = (given < least).then_some(Shortfall::Days { given, least, rule: rule.citation });
    let months = span.months().filter_map(|(month, days)| {
        let each = rule.each_month?;
        let least = rule.february.filter(|_| month == 2).unwrap_or(each);
        let given = count(series.in_span(days));
        (given < least).then_some(Shortfall::DaysOfMonth { month, given, least, rule: rule.citation })
    });
    whole.into_iter().chain(months).collect()
}
