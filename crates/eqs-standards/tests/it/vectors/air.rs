//! Air: 18 of 393 rows. Left out, since they need methods: the sub-index and the index (`iaqi` 207, `float_trap` 23,
//! `iaqi_rounded` 20, `iaqi_over_top` 19, `aqi` 18, `category` 14, `publish` 5, `iaqi_unrounded` 2), rounding (22),
//! statistics (`percentile` 11, `mda8` 6, `three_year_mean` 3, `city_mean` 3), `attainment` 11, `ratio` 7 and
//! `composite` 4.

use std::collections::BTreeMap;

use eqs_core::{AirGrade, Averaging, Fraction, Indicator, NaiveDate, ReferenceState, Rounding};
use eqs_standards::gb3095::{Gb3095, Validity, ValidityRule};
use eqs_standards::hj633::Hj633;

use super::{counts, pairs, run};

#[test]
fn every_row_holds() {
    let seen = run(include_str!("../../data/vectors/air.csv"), "kind", |kind, row| match kind {
        "edition" => edition(row),
        "reference_state" => reference_state(row),
        "validity" => validity(row),
        other => panic!("{other}"),
    });
    assert_eq!(seen, counts(&[("edition", 10), ("reference_state", 2), ("validity", 6)]));
}

fn edition(row: &BTreeMap<String, String>) {
    let id = &row["id"];
    let date: NaiveDate = row["input"].strip_prefix("date=").unwrap().parse().unwrap();
    let (kind, value) = row["expected"].split_once('=').unwrap();
    match (row["standard"].as_str(), kind) {
        ("GB 3095", "edition") => {
            let edition = Gb3095::on(date).unwrap().edition().to_string();
            // Amendments are editions here.
            assert!(edition == value || edition.starts_with(&format!("{value} amended")), "{id}: {edition}");
        }
        ("HJ 633", "edition") => assert_eq!(Hj633::on(date).unwrap().edition().to_string(), value, "{id}"),
        ("GB 3095", "limit") => {
            assert_eq!(row["mode"], "PM2.5 24h grade 2", "{id}");
            let limit = Gb3095::on(date).unwrap().limit(Indicator::PM2_5, Averaging::Day, AirGrade::Two);
            assert_eq!(limit.unwrap().quantity.value.to_string(), value, "{id}");
        }
        other => panic!("{id}: {other:?}"),
    }
}

/// The concentration of a gas before the amendment of 2018, at the state after it: by the temperatures of the two
/// states, at one pressure.
fn reference_state(row: &BTreeMap<String, String>) {
    let id = &row["id"];
    let state = |name: &str| {
        Gb3095::named(name).unwrap().reference_state(Indicator::O3).map(|rule| rule.state).unwrap()
    };
    let states = [state("2012"), state("2012 amended 2018")];
    assert_eq!(states, [ReferenceState::Standard, ReferenceState::Reference], "{id}");
    let [before, after] = states.map(|state| state.kelvin().unwrap().to_fraction());
    let given: i64 = row["input"].strip_prefix("concentration_at_273K_101.325kPa=").unwrap().parse().unwrap();
    let converted = Fraction::from(given).checked_mul(before).unwrap().checked_div(after).unwrap();
    assert_eq!(converted.to_string(), row["exact"], "{id}");
    let rounded = row["expected"].strip_prefix("at_298.15K_1013.25hPa=~").unwrap();
    assert_eq!(converted.round(6, Rounding::HalfEven).unwrap().to_string(), rounded, "{id}");
}

/// The thresholds of table 4 for the six pollutants of table 1 that have a rule of this averaging time.
fn validity(row: &BTreeMap<String, String>) {
    let id = &row["id"];
    let averaging = Averaging::from_code(&row["mode"]).unwrap();
    let input = pairs(&row["input"]);
    let number = |name: &str| input.get(name).map(|number| number.parse::<u16>().unwrap());
    let is_valid = |rule: ValidityRule| match rule.requirement {
        Validity::DailyValues => {
            number("days").unwrap() >= rule.least
                && number("min_month").unwrap() >= rule.each_month.unwrap()
                && number("feb").unwrap() >= rule.february.unwrap()
        }
        Validity::Hours => number("hours").or(number("hours_in_window")).unwrap() >= rule.least,
        other => panic!("{id}: {other}"),
    };
    assert_eq!(row["edition"], "2012/2026", "{id}");
    let mut rules = 0;
    for standard in Gb3095::all().skip(2) {
        for symbol in ["SO2", "NO2", "CO", "O3", "PM10", "PM2.5"] {
            if let Some(rule) = standard.validity(Indicator::of(symbol), averaging) {
                assert_eq!(is_valid(rule), row["expected"] == "valid=yes", "{id}: {symbol}");
                rules += 1;
            }
        }
    }
    let pollutants = match averaging {
        Averaging::Day => 5,
        Averaging::Annual => 4,
        Averaging::EightHours => 1,
        other => panic!("{id}: {other}"),
    };
    assert_eq!(rules, 4 * pollutants, "{id}");
}
