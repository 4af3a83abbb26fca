//! The vectors of statistics of ambient air.

use eqs_assess::air::{
    AirStatistic, ChangeError, CompositeRule, Concentration, DailySeries, DayCounts, DaySpan, city,
    composite, daily_indices, mean, percentile_value, three_year_mean,
};
use eqs_core::{Indicator, Quantity, Rounding, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::hj633::Hj633;

use super::validity::year_of;
use super::{days, first, fraction, hours, mean_of, standard, tenths};
use crate::vectors::{self, Vector};

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../../data/air-statistics-vectors.csv"));
    let counts = [
        ("city_mean", 3),
        ("composite", 4),
        ("mda8", 6),
        ("percentile", 11),
        ("ratio", 7),
        ("three_year_mean", 3),
        ("validity", 6),
    ];
    assert_eq!(vectors::counts(&vectors), counts.into());
    for vector in &vectors {
        match vector.kind.as_str() {
            "percentile" => percentile_vector(vector),
            "mda8" => mda8_vector(vector),
            "city_mean" => city_vector(vector),
            "composite" => composite_vector(vector),
            "ratio" => ratio_vector(vector),
            "three_year_mean" => three_year_vector(vector),
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
    let value = percentile_value(&series, DaySpan::year(2024), percent);
    assert_eq!(value, Some(fraction(vector.parts("exact")["m"])), "{}", vector.id);
    if let Some(rounded) = vector.parts("expected").get("rounded") {
        assert_eq!(value.unwrap().round(1, Rounding::HalfEven).unwrap().to_string(), *rounded);
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

fn composite_vector(vector: &Vector) {
    let concentration = |(symbol, value): (&str, &str)| {
        let unit = if symbol == "CO" { Unit::MG_PER_M3 } else { Unit::UG_PER_M3 };
        Concentration::printed(symbol.parse().unwrap(), Quantity::parse(value, unit).unwrap())
    };
    let concentrations: Vec<_> = vector.parts("input").into_iter().map(concentration).collect();
    let is_new = vector.column("edition").starts_with("transition");
    let edition = if is_new { "2026 transition" } else { "2012 amended 2018" };
    let standard = Gb3095::named(edition).unwrap();
    let index = composite(&concentrations, standard, CompositeRule::SumOfSix).unwrap();
    let (exact, expected) = (vector.parts("exact"), vector.parts("expected"));
    assert_eq!(index.value.to_string(), expected["sum"], "{}", vector.id);
    assert_eq!(
        index.value.round(2, Rounding::HalfEven).unwrap().to_string(),
        expected["rounded"],
        "{}",
        vector.id
    );
    assert_eq!(index.largest.to_string(), expected["largest"].replace('+', ";"), "{}", vector.id);
    for (indicator, term) in &index.terms {
        assert_eq!(term.to_string(), exact[format!("I_{indicator}").as_str()], "{}", vector.id);
    }
    // Rounded sub-indices give another index: which digits count is not known.
    let rounded = index.terms.iter().map(|(_, term)| term.round(2, Rounding::HalfEven).unwrap());
    let sum = rounded.reduce(|sum, term| sum.checked_add(term).unwrap()).unwrap();
    assert_eq!(sum.to_string(), exact["sum_of_rounded_sub_indices"], "{}", vector.id);
}

/// So many days of 75 µg/m³ of PM2.5 (index 100) or of 300 (heavy pollution), and the rest in between.
fn ratio_vector(vector: &Vector) {
    let input = vector.parts("input");
    let days_of: usize = input["days"].parse().unwrap();
    let (number, value) = match input.get("good_days") {
        Some(number) => (number, 75),
        None => (&input["heavy_days"], 300),
    };
    let number: usize = number.parse().unwrap();
    let values: Vec<Option<i32>> =
        (0..days_of).map(|day| Some(if day < number { value * 10 } else { 1000 })).collect();
    let begin = first(if days_of == 366 { 2024 } else { 2021 });
    let span = DaySpan { first: begin, last: begin + chrono::Days::new(days_of as u64 - 1) };
    let series = days(Indicator::PM2_5, begin, &values);
    let indices = daily_indices(&[series], span, Hj633::named("2012").unwrap()).unwrap();
    let counts = DayCounts::of(span, &indices).unwrap();
    let counted = if value == 75 { counts.good() } else { counts.heavy() };
    assert_eq!(usize::from(counted), number, "{}", vector.id);
    let share = counts.share(counted).unwrap();
    assert_eq!(share.to_string(), vector.column("exact"), "{}", vector.id);
    let printed = share.round(1, Rounding::HalfEven).unwrap().to_string();
    assert_eq!(printed, vector.parts("expected")["percent"], "{}", vector.id);
}

fn three_year_vector(vector: &Vector) {
    let means: Vec<i32> =
        vector.parts("input")["annual_means"].split(',').map(|mean| mean.parse().unwrap()).collect();
    let year = |(year, mean): (u16, &i32)| {
        let series = days(Indicator::PM2_5, first(year.into()), &[Some(mean * 10); 365]);
        mean_of(&series, DaySpan::year(year))
    };
    let years: Vec<AirStatistic> = (2021..).zip(&means).map(year).collect();
    let mean = three_year_mean([&years[0], &years[1], &years[2]]).unwrap();
    assert!(mean.is_valid);
    assert_eq!(mean.value.to_string(), vector.column("exact"), "{}", vector.id);
    for (key, places) in [("one_decimal", 1), ("whole", 0)] {
        let rounded = mean.value.round(places, Rounding::HalfEven).unwrap();
        assert_eq!(rounded.to_string(), vector.parts("expected")[key], "{}", vector.id);
    }
    let gap = three_year_mean([&years[0], &years[2], &years[1]]);
    assert_eq!(gap, Err(ChangeError::Spans(DaySpan::year(2021), DaySpan::year(2023))));
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
