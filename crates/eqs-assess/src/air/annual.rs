//! Every statistic of a pollutant that HJ 663 evaluates.

use alloc::vec::Vec;

use eqs_core::Statistic;
use eqs_standards::gb3095::Gb3095;

use super::daily::DailySeries;
use super::percentile::percentile;
use super::period::mean;
use super::span::DaySpan;
use super::statistic::AirStatistic;

/// The statistics of a year that the edition evaluates: of PM2.5, PM10, SO2 and NO2 the annual mean and a percentile of
/// the daily means, of CO and ozone a percentile. Empty if it evaluates none of the daily values of the series.
///
/// # Example
/// ```
/// use eqs_assess::air::{DailySeries, HourlySeries, annual};
/// use eqs_core::{Indicator, NaiveDate, Statistic, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
/// let readings = (0..366 * 24).map(|hour| Some(hour / 24)).collect();
/// let hours = HourlySeries::from_slots(Indicator::NO2, Unit::UG_PER_M3, 0, first, readings)?;
/// let standard = Gb3095::named("2012 amended 2018")?;
/// let year = annual(&DailySeries::means(&hours, standard), 2024, standard);
/// assert_eq!(year[0].statistic, Statistic::AnnualMean);
/// assert_eq!(year[1].statistic, Statistic::P98OfDailyMeans);
/// assert_eq!(year[1].value.unwrap().to_string(), "3577/10");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn annual(series: &DailySeries, year: u16, standard: Gb3095) -> Vec<AirStatistic> {
    evaluated(series, DaySpan::year(year), standard)
}

/// The same statistics over any span: what rankings take for a month or a quarter. A mean that is not one of a year is
/// a [`Statistic::Mean`].
#[must_use]
pub fn evaluated(series: &DailySeries, span: DaySpan, standard: Gb3095) -> Vec<AirStatistic> {
    let Some(hj663) = standard.evaluated_by() else {
        return Vec::new();
    };
    let statistics = Statistic::ALL.iter().copied();
    let statistics = statistics.filter(|statistic| hj663.limit_for(series.indicator, *statistic).is_some());
    let of = |statistic| match statistic {
        Statistic::AnnualMean if series.statistic == Statistic::DailyMean => {
            let statistic = if span.as_year().is_some() { statistic } else { Statistic::Mean };
            Some(mean(series, span, statistic, standard))
        }
        _ => percentile(series, span, statistic, standard),
    };
    statistics.filter_map(of).collect()
}
