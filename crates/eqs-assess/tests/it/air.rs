//! Statistics of hourly readings: vectors, edges of validity, calendars.

use eqs_assess::air::{
    AirStatistic, DailySeries, DaySpan, HourLabel, HourlySeries, Shortfall, city, mean, percentile,
};
use eqs_core::{Decimal, Fraction, Indicator, NaiveDate, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;

use crate::vectors::{self, Vector};

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

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/air-statistics-vectors.csv"));
    let counts = [("city_mean", 3), ("mda8", 6), ("percentile", 11), ("validity", 6)];
    assert_eq!(vectors::counts(&vectors), counts.into());
    for vector in &vectors {
        match vector.kind.as_str() {
            "percentile" => percentile_vector(vector),
            "mda8" => mda8_vector(vector),
            "city_mean" => city_vector(vector),
            _ => validity_vector(vector),
        }
    }
}

fn percentile_vector(vector: &Vector) {
    let values = vector.column("input").strip_prefix("values=").unwrap();
    let values: Vec<Option<i32>> = match values.split_once("..") {
        Some((from, to)) => {
            (from.parse().unwrap()..=to.parse().unwrap()).map(|value: i32| Some(value * 10)).collect()
        }
        None => values.split(',').map(|value| Some(tenths(value))).collect(),
    };
    let series = days(Indicator::PM2_5, first(2024), &values);
    let percent = vector.column("mode").strip_prefix('p').unwrap().parse().unwrap();
    let statistic = percentile(&series, DaySpan::year(2024), percent, Statistic::P95OfDailyMeans, standard());
    assert_eq!(statistic.value, Some(fraction(vector.parts("exact")["m"])), "{}", vector.id);
    assert_eq!(usize::from(statistic.days), values.len());
    if let Some(rounded) = vector.parts("expected").get("rounded") {
        assert_eq!(statistic.rounded(1).unwrap().value.to_string(), *rounded);
    }
}

fn mda8_vector(vector: &Vector) {
    let readings = vector.column("input").strip_prefix("hours=").unwrap();
    let readings: Vec<_> = readings.split(',').map(|value| (value != "NA").then(|| tenths(value))).collect();
    let expected = vector.parts("expected");
    for edition in ["2012 amended 2018", "2026 transition"] {
        let series = hours(Indicator::O3, first(2024), readings.clone());
        let day = DailySeries::max_of_eight_hours(&series, Gb3095::named(edition).unwrap())
            .of(first(2024))
            .unwrap();
        let exact = vector.parts("exact");
        assert_eq!(day.count.to_string(), exact["valid_windows"], "{}", vector.id);
        assert_eq!(day.value, Some(fraction(exact["max"])), "{}", vector.id);
        assert_eq!(day.shortfall.is_none(), expected["valid"] == "yes", "{}", vector.id);
    }
}

fn city_vector(vector: &Vector) {
    let (name, values) = vector
        .column("input")
        .split_once("_stations=")
        .or(vector.column("input").split_once("_mda8_stations="))
        .unwrap();
    let name = name.strip_suffix("_mda8").unwrap_or(name);
    let points: Vec<DailySeries> = values
        .split(',')
        .map(|value| days(name.parse().unwrap(), first(2024), &[Some(tenths(value))]))
        .collect();
    let city = city(&points).unwrap();
    let span = DaySpan { first: first(2024), last: first(2024) };
    let value = mean(&city, span, Statistic::DailyMean, standard());
    assert_eq!(value.value, Some(fraction(vector.column("exact"))), "{}", vector.id);
    assert_eq!(
        value.rounded(0).unwrap().value.to_string(),
        vector.parts("expected")["city"],
        "{}",
        vector.id
    );
}

fn validity_vector(vector: &Vector) {
    let valid = vector.parts("expected")["valid"] == "yes";
    let input = vector.parts("input");
    let got = match vector.column("mode") {
        "24h" => {
            let given: usize = input["hours"].parse().unwrap();
            let readings = (0..24).map(|hour| (hour < given).then_some(1)).collect();
            let day = DailySeries::means(&hours(Indicator::PM2_5, first(2024), readings), standard());
            day.of(first(2024)).unwrap().shortfall.is_none()
        }
        "8h" => {
            let given: usize = input["hours_in_window"].parse().unwrap();
            let readings = (0..24).map(|hour| (hour < given).then_some(1)).collect();
            let series = hours(Indicator::O3, first(2024), readings);
            DailySeries::max_of_eight_hours(&series, standard()).of(first(2024)).unwrap().count > 0
        }
        _ => {
            let [total, least, february] =
                ["days", "min_month", "feb"].map(|key| input[key].parse().unwrap());
            year_of(total, least, february).shortfalls.is_empty()
        }
    };
    assert_eq!(got, valid, "{}", vector.id);
}

/// The mean of a year that is not a leap year with so many days in all, at least `least` in each month, one of which has
/// no more, and so many in February.
fn year_of(total: usize, least: usize, february: usize) -> AirStatistic {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut given = lengths;
    given[1] = february;
    given[3] = least;
    let mut rest = given.iter().sum::<usize>() - total;
    for month in [0, 2, 4, 5, 6, 7, 8, 9, 10, 11] {
        let less = rest.min(given[month] - 27);
        given[month] -= less;
        rest -= less;
    }
    assert_eq!(rest, 0);
    let values: Vec<Option<i32>> = lengths
        .iter()
        .zip(given)
        .flat_map(|(length, given)| (0..*length).map(move |day| (day < given).then_some(100)))
        .collect();
    mean(
        &days(Indicator::PM2_5, first(2023), &values),
        DaySpan::year(2023),
        Statistic::AnnualMean,
        standard(),
    )
}

#[test]
fn every_month_that_lacks_days_is_named() {
    let year = year_of(340, 26, 24);
    let months: Vec<_> = year
        .shortfalls
        .iter()
        .map(|shortfall| match shortfall {
            Shortfall::DaysOfMonth { month, given, least, .. } => (*month, *given, *least),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(months, [(2, 24, 25), (4, 26, 27)]);
    let months = year_of(323, 27, 25).shortfalls;
    assert!(matches!(months[..], [Shortfall::Days { given: 323, least: 324, .. }]), "{months:?}");
}

#[test]
fn months_by_themselves() {
    let values: Vec<Option<i32>> = (0..366).map(|day| (day != 31).then_some(100)).collect();
    let series = days(Indicator::PM2_5, first(2024), &values);
    let month = |month| mean(&series, DaySpan::month(2024, month), Statistic::Mean, standard());
    assert_eq!((month(2).days, month(2).shortfalls.len()), (28, 0)); // February of a leap year
    assert_eq!((month(1).days, DaySpan::month(2024, 2).days()), (31, 29));
    assert_eq!(DaySpan::quarter(2024, 4).days(), 92);
    assert_eq!(DaySpan::year(2023).days() + DaySpan::year(2024).days(), 731);
}

#[test]
fn hours_that_close_the_day_before() {
    let day = first(2024);
    let mut series =
        HourlySeries::new(Indicator::PM2_5, Unit::UG_PER_M3, 0, day.pred_opt().unwrap(), 2).unwrap();
    let reading = eqs_core::Quantity::parse("75", Unit::UG_PER_M3).unwrap();
    series.set(HourLabel::End.slot(day, 0).unwrap(), reading).unwrap();
    let days = DailySeries::means(&series, standard());
    assert_eq!(days.of(day.pred_opt().unwrap()).unwrap().count, 1);
    assert_eq!(days.of(day).unwrap().count, 0);
}
