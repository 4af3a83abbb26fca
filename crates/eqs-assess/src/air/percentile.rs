//! Percentiles (百分位数) of daily values, HJ 663 appendix A.

use alloc::vec::Vec;

use eqs_core::{Fraction, Statistic};
use eqs_standards::gb3095::Gb3095;

use super::daily::DailySeries;
use super::period;
use super::span::DaySpan;
use super::statistic::AirStatistic;

/// A percentile of the valid daily values of a span, as the `statistic` names it: the 98th or 95th of daily means, the
/// 90th of daily maxima of eight hours; `None` for another statistic, and of other daily values.
///
/// # Example
/// ```
/// use eqs_assess::air::{DailySeries, DaySpan, HourlySeries, percentile};
/// use eqs_core::{Indicator, NaiveDate, Statistic, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// // Days of 1, 2 ... 366 µg/m³.
/// let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
/// let readings = (0..366 * 24).map(|hour| Some(hour / 24 + 1)).collect();
/// let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, readings)?;
/// let standard = Gb3095::named("2012 amended 2018")?;
/// let days = DailySeries::means(&hours, standard);
/// let p95 = percentile(&days, DaySpan::year(2024), Statistic::P95OfDailyMeans, standard).unwrap();
/// assert_eq!(p95.value.unwrap().to_string(), "1391/4"); // 347.75
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn percentile(
    series: &DailySeries,
    span: DaySpan,
    statistic: Statistic,
    standard: Gb3095,
) -> Option<AirStatistic> {
    let percent = match (statistic, series.statistic) {
        (Statistic::P98OfDailyMeans, Statistic::DailyMean) => 98,
        (Statistic::P95OfDailyMeans, Statistic::DailyMean) => 95,
        (Statistic::P90OfDailyMax8h, Statistic::DailyMax8h) => 90,
        _ => return None,
    };
    let value = percentile_value(series, span, percent);
    Some(period::of(series, span, statistic, standard, value))
}

/// Any percentile of the valid daily values of a span: with k = 1 + (n − 1) × percent / 100 the value between the
/// neighbours of place k in ascending order, linearly. `None` without values, or if a number does not fit 128 bits.
///
/// # Example
/// ```
/// use eqs_assess::air::{DailySeries, DaySpan, HourlySeries, percentile_value};
/// use eqs_core::{Indicator, NaiveDate, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
/// let readings = (0..5 * 24).map(|hour| Some((hour / 24 + 1) * 10)).collect(); // 10 to 50
/// let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, readings)?;
/// let days = DailySeries::means(&hours, Gb3095::named("2012 amended 2018")?);
/// assert_eq!(percentile_value(&days, DaySpan::year(2024), 90).unwrap().to_string(), "46");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn percentile_value(series: &DailySeries, span: DaySpan, percent: u8) -> Option<Fraction> {
    let valid = series.in_span(span).iter().filter(|day| day.is_valid());
    let mut values: Vec<i128> = valid.map(|day| day.parts).collect();
    Fraction::new(of(&mut values, percent)?, series.scale.checked_mul(100)?)
}

/// A hundred times the percentile; `None` of no values.
fn of(values: &mut [i128], percent: u8) -> Option<i128> {
    let steps = values.len().checked_sub(1)?.checked_mul(percent.min(100).into())?;
    let (place, rest) = (steps / 100, i128::try_from(steps % 100).ok()?);
    let (_, low, above) = values.select_nth_unstable(place);
    let low = *low;
    let high = above.iter().copied().min().unwrap_or(low);
    let up = high.checked_sub(low)?.checked_mul(rest)?;
    low.checked_mul(100)?.checked_add(up)
}
