//! Statistics of hourly readings: series and statistics that their tests share.

mod change;
mod composite;
mod days;
mod evaluation;
mod hours;
mod season;
mod validity;
mod vectors;
mod yearly;

use eqs_assess::air::{AirStatistic, DailySeries, DaySpan, HourlySeries, mean};
use eqs_core::{Decimal, Fraction, Indicator, NaiveDate, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;

fn first(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap()
}

fn standard() -> Gb3095 {
    Gb3095::named("2012 amended 2018").unwrap()
}

/// Hours of readings in tenths.
fn hours(indicator: Indicator, first: NaiveDate, readings: Vec<Option<i32>>) -> HourlySeries {
    HourlySeries::from_slots(indicator, Unit::UG_PER_M3, 1, first, readings).unwrap()
}

/// A year whose days have these means, all of their hours alike; a day of `None` has 19 hours.
fn days(indicator: Indicator, first: NaiveDate, values: &[Option<i32>]) -> DailySeries {
    let day = |value: &Option<i32>| {
        (0..24).map(|hour| Some(value.unwrap_or(1)).filter(|_| value.is_some() || hour < 19)).collect()
    };
    let readings: Vec<Vec<Option<i32>>> = values.iter().map(day).collect();
    DailySeries::means(&hours(indicator, first, readings.concat()), standard())
}

fn tenths(text: &str) -> i32 {
    i32::try_from(text.parse::<Decimal>().unwrap().mantissa_at(1).unwrap()).unwrap()
}

fn fraction(text: &str) -> Fraction {
    match text.split_once('/') {
        Some((numerator, denominator)) => {
            Fraction::new(numerator.parse().unwrap(), denominator.parse().unwrap()).unwrap()
        }
        None => text.parse::<Decimal>().unwrap().to_fraction(),
    }
}

fn mean_of(series: &DailySeries, span: DaySpan) -> AirStatistic {
    mean(series, span, Statistic::AnnualMean, standard())
}
