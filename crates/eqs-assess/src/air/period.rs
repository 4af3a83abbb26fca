//! [`AirStatistic`]: means over the days of a year, quarter or month.

use alloc::vec::Vec;

use chrono::Datelike as _;
use eqs_core::{
    Averaging, Decimal, DecimalOverflow, Fraction, Indicator, NaiveDate, Quantity, Rounding, Statistic, Unit,
};
use eqs_standards::gb3095::Gb3095;

use super::daily::DailySeries;
use super::shortfall::Shortfall;

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

    fn of(year: u16, first: u32, last: u32) -> Self {
        let (year, first, last) = (i32::from(year), first.clamp(1, 12), last.clamp(1, 12));
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX);
        let next = if last == 12 {
            day(12, 31)
        } else {
            day(last.saturating_add(1), 1).pred_opt().unwrap_or(NaiveDate::MAX)
        };
        Self { first: day(first, 1), last: next }
    }

    /// The number of its days.
    #[must_use]
    pub fn days(self) -> i64 {
        self.last.signed_duration_since(self.first).num_days().saturating_add(1)
    }
}

/// A statistic over the days of a span.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AirStatistic {
    /// The pollutant.
    pub indicator: Indicator,
    /// Which statistic.
    pub statistic: Statistic,
    /// The days.
    pub span: DaySpan,
    /// The exact value over the valid days; `None` where there is none.
    pub value: Option<Fraction>,
    /// The unit of the value.
    pub unit: Unit,
    /// The number of valid days.
    pub days: u16,
    /// What it lacks to be valid; empty if it is.
    pub shortfalls: Vec<Shortfall>,
}

impl AirStatistic {
    /// The value, rounded half to even, once.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if it has too many digits, or no value.
    pub fn rounded(&self, places: u8) -> Result<Quantity, DecimalOverflow> {
        let value = self.value.ok_or(DecimalOverflow)?;
        let rounded: Decimal = value.round(places.cast_signed(), Rounding::HalfEven)?;
        Ok(Quantity::new(rounded, self.unit))
    }
}

/// The mean of the valid daily values of a span; valid with the days that table 4 asks for: in the year, and in each
/// of its months.
///
/// For percentiles HJ 663-2013 treats the year likewise (grade B); the rule of the pollutant's annual mean is taken, and
/// for pollutants without one that of HJ 663.
#[must_use]
pub fn mean(series: &DailySeries, span: DaySpan, statistic: Statistic, standard: Gb3095) -> AirStatistic {
    let (mut sum, mut count) = (0_i128, 0_u16);
    for (_, day) in series.in_span(span).filter(|(_, day)| day.is_valid()) {
        sum = sum.saturating_add(day.parts);
        count = count.saturating_add(1);
    }
    let value = series.scale.checked_mul(count.into()).and_then(|scale| Fraction::new(sum, scale));
    AirStatistic {
        indicator: series.indicator,
        statistic,
        span,
        value,
        unit: series.unit,
        days: count,
        shortfalls: shortfalls(series, span, statistic, standard),
    }
}

/// What the days of a span lack.
pub(super) fn shortfalls(
    series: &DailySeries,
    span: DaySpan,
    statistic: Statistic,
    standard: Gb3095,
) -> Vec<Shortfall> {
    let mut months = [0_u16; 12];
    for (day, _) in series.in_span(span).filter(|(_, day)| day.is_valid()) {
        if let Some(count) = months.get_mut(usize::try_from(day.month0()).unwrap_or_default()) {
            *count = count.saturating_add(1);
        }
    }
    let given = months.iter().fold(0, |sum: u16, count| sum.saturating_add(*count));
    let averaging = match span {
        span if span == DaySpan::year(year(span)) => Averaging::Annual,
        span if (1..=4).any(|quarter| span == DaySpan::quarter(year(span), quarter)) => Averaging::Seasonal,
        span if (1..=12).any(|month| span == DaySpan::month(year(span), month)) => Averaging::Monthly,
        _ => return Vec::new(),
    };
    let mut shortfalls = Vec::new();
    if let Some(rule) = standard.validity(series.indicator, averaging) {
        let february = rule.february.filter(|_| averaging == Averaging::Monthly && span.first.month() == 2);
        let least = february.unwrap_or(rule.least);
        if given < least {
            shortfalls.push(Shortfall::Days { given, least, rule: rule.citation });
        }
        for (month, given) in (1_u8..).zip(months) {
            let asked = if month == 2 { rule.february.or(rule.each_month) } else { rule.each_month };
            let is_in_span = (span.first.month()..=span.last.month()).contains(&month.into());
            if let Some(least) =
                asked.filter(|least| rule.each_month.is_some() && is_in_span && given < *least)
            {
                shortfalls.push(Shortfall::DaysOfMonth { month, given, least, rule: rule.citation });
            }
        }
    } else if let Some(rule) =
        standard.evaluated_by().and_then(|hj663| hj663.validity(series.indicator, statistic))
        && averaging == Averaging::Annual
        && given < rule.least
    {
        shortfalls.push(Shortfall::Days { given, least: rule.least, rule: rule.citation });
    }
    shortfalls
}

fn year(span: DaySpan) -> u16 {
    u16::try_from(span.first.year()).unwrap_or_default()
}
