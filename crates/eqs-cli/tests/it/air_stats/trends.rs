//! `eqs air-stats`: trends over years, in JSON alone.

use core::fmt::Write as _;

use serde_json::Value;

use crate::support::{eqs_on, output};

/// Whole years of PM2.5 from 2019 on, none where the value is 0.
fn trends(values: &[u32]) -> Value {
    let mut text = "station,year,month,day,hour,pm25\n".to_owned();
    for (year, value) in (2019..).zip(values).filter(|(_, value)| **value > 0) {
        for (month, days) in (1..).zip([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            for day in 1..=days {
                for hour in 0..24 {
                    writeln!(text, "a,{year},{month},{day},{hour},{value}").unwrap();
                }
            }
        }
    }
    let arguments = ["air-stats", "-", "--labels", "start", "--format", "json"];
    let mut json: Value = serde_json::from_str(&output(eqs_on(text.as_bytes(), &arguments))).unwrap();
    json["trends"].take()
}

#[test]
fn five_years() {
    let trends = trends(&[50, 45, 44, 40, 30]);
    let mean = &trends[0];
    assert_eq!((&mean["indicator"], &mean["statistic"]), (&"PM2.5".into(), &"annual_mean".into()));
    assert_eq!((&mean["trend"], &mean["spearman"]["coefficient"]), (&"falling".into(), &"-1".into()));
    // The slopes in their order: -10, -7, -5, -5, -5, -4, -10/3, -3, -5/2, -1.
    assert_eq!(mean["theil_sen"], "-9/2");
    assert_eq!(mean["years"], serde_json::json!([2019, 2020, 2021, 2022, 2023]));
}

#[test]
fn four_years_are_too_few() {
    assert_eq!(trends(&[50, 45, 44, 40]), Value::Null);
}

#[test]
fn a_year_without_rows_is_named() {
    let mean = trends(&[50, 45, 0, 44, 40, 30])[0].clone();
    assert_eq!(
        (&mean["years"], &mean["missing"]),
        (&serde_json::json!([2019, 2020, 2022, 2023, 2024]), &serde_json::json!([2021]))
    );
    assert_eq!(
        mean["sentence_en"],
        "PM2.5, annual mean: falling significantly, -3.875 µg/m³ a year; years 2019, 2020, 2022, 2023, 2024; missing 2021"
    );
}
