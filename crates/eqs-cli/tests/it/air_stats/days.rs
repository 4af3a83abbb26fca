//! `eqs air-stats --table days`.

use core::fmt::Write as _;

use super::{TWO, rows, run};
use crate::support::{eqs_on, output, records};

/// Days of PM2.5 from 1 January on, each hour alike; the other pollutants are not measured.
fn year(year: u16, days: &[u32]) -> String {
    let mut text = "station,year,month,day,hour,pm25\n".to_owned();
    for (day, value) in (1..).zip(days) {
        for hour in 0..24 {
            writeln!(text, "a,{year},1,{day},{hour},{value}").unwrap();
        }
    }
    text
}

#[test]
fn days_of_each_level() {
    // Indices of 2012: 50, 100, 101, 150, 200, 201, 300, 301.
    let input = year(2016, &[35, 75, 76, 115, 150, 151, 250, 251, 35]);
    let arguments = ["air-stats", "-", "--labels", "start", "--table", "days", "--format", "csv"];
    let rows = records(&output(eqs_on(input.as_bytes(), &arguments)));
    let row = &rows[0];
    let levels =
        ["level_1", "level_2", "level_3", "level_4", "level_5", "level_6"].map(|key| row[key].as_str());
    assert_eq!(levels, ["2", "1", "2", "1", "2", "1"]);
    let more = ["indexed", "with_missing", "good", "good_percent", "heavy", "heavy_percent", "days_of_span"];
    assert_eq!(more.map(|key| row[key].as_str()), ["9", "9", "3", "0.8", "3", "0.8", "366"]);
    assert_eq!((row["primary_pm25"].as_str(), row["mostly"].as_str()), ("7", "PM2.5"));
    let spells = ["good_spell_first", "good_spell_days", "heavy_spell_first", "heavy_spell_days"];
    assert_eq!(spells.map(|key| row[key].as_str()), ["2016-01-01", "2", "2016-01-06", "3"]);
}

/// The table of days, judged by `eqs aqi`, says the same as far as its entries go.
#[test]
fn days_agree_with_the_daily_index() {
    let days = run(TWO, &["--table", "daily", "--format", "csv", "--exclude", "Dongsi"]);
    let judged =
        records(&output(eqs_on(days.as_bytes(), &["aqi", "-", "--report", "daily", "--edition", "2026"])));
    let row = &rows(TWO, &["--table", "days", "--exclude", "Dongsi", "--index-edition", "2026"])[0];
    let count = |from: u16, to: u16| {
        let index = |row: &std::collections::HashMap<String, String>| row["eqs_aqi"].parse::<u16>().ok();
        judged.iter().filter_map(index).filter(|index| (from..=to).contains(index)).count().to_string()
    };
    assert_eq!((row["good"].clone(), row["heavy"].clone()), (count(0, 100), count(201, 500)));
    assert_eq!(row["index_edition"], "2026");
}

#[test]
fn each_day_by_the_edition_in_force() {
    // 65 of PM2.5 is level two in February and three from March on.
    let mut text = "station,year,month,day,hour,pm25,pm10,so2,no2,co,o3\n".to_owned();
    for (month, day) in [(2, 28), (3, 1)] {
        for hour in 0..24 {
            writeln!(text, "a,2026,{month},{day},{hour},65,1,1,1,1,1").unwrap();
        }
    }
    let arguments = ["air-stats", "-", "--labels", "start", "--table", "days", "--format", "csv"];
    let row = records(&output(eqs_on(text.as_bytes(), &arguments))).remove(0);
    assert_eq!((row["level_2"].as_str(), row["level_3"].as_str()), ("1", "1"));
    assert_eq!(row["index_edition"], "2012; 2026");
}

#[test]
fn a_year_without_an_edition_has_no_counts() {
    let input = year(2015, &[35]);
    let arguments = ["air-stats", "-", "--labels", "start", "--table", "days", "--format", "csv"];
    let row = |more: &[&str]| {
        // Nothing was in force by which the days would be valid, which is warned of.
        records(&eqs_on(input.as_bytes(), &[&arguments[..], more].concat()).out).remove(0)
    };
    let none = row(&[]);
    assert!(none["good"].is_empty() && none["reason"].contains("HJ 633"), "{none:?}");
    assert_eq!(row(&["--index-edition", "2012"])["good"], "1");
}

#[test]
fn tables_for_reading() {
    insta::assert_snapshot!("days_en", run(TWO, &["--city", "--table", "days"]));
    insta::assert_snapshot!("days_zh", run(TWO, &["--city", "--table", "days", "--lang", "zh"]));
}

/// PM2.5 of the days up to the end of February and, in 2023, of 1 March, which is not compared: 40 good days of 59, then 30
/// of 60.
fn two_years() -> String {
    let mut text = "station,year,month,day,hour,pm25\n".to_owned();
    for (year, february, good, march) in [(2023, 28, 40, 1), (2024, 29, 30, 0)] {
        let months = [(1, 31), (2, february), (3, march)];
        let days = months.into_iter().flat_map(|(month, days)| (1..=days).map(move |day| (month, day)));
        for (at, (month, day)) in days.enumerate() {
            let value = if at < good { 75 } else { 151 };
            for hour in 0..24 {
                writeln!(text, "a,{year},{month},{day},{hour},{value}").unwrap();
            }
        }
    }
    text
}

#[test]
fn days_against_the_same_days_of_the_year_before() {
    let text = two_years();
    let arguments = ["air-stats", "-", "--labels", "start", "--table", "days"];
    let run = |more: &[&str]| output(eqs_on(text.as_bytes(), &[&arguments[..], more].concat()));
    let rows = records(&run(&["--format", "csv"]));
    let found = |row: usize| {
        [
            "good_change",
            "good_points",
            "heavy_change",
            "heavy_points",
            "base_first",
            "base_last",
            "base_indexed",
            "base_index_edition",
        ]
        .map(|key| rows[row][key].as_str())
    };
    assert_eq!(found(0), [""; 8]);
    // 30/60 - 40/59 and 30/60 - 19/59.
    assert_eq!(found(1), ["-10", "-17.8", "11", "17.8", "2023-01-01", "2023-02-28", "59", "2012"]);
    let json: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    assert_eq!(json["places"][1]["index_days"]["compared"]["good"]["points"], "-1050/59");
    insta::assert_snapshot!("days_compared_en", run(&[]));
    insta::assert_snapshot!("days_compared_zh", run(&["--lang", "zh"]));
}

#[test]
fn days_against_those_of_another_edition_name_it() {
    // 65 of PM2.5 is a good day by the edition of 2012, and none by that of 2026.
    let mut text = "station,year,month,day,hour,pm25,pm10,so2,no2,co,o3\n".to_owned();
    for year in [2026, 2027] {
        for hour in 0..24 {
            writeln!(text, "a,{year},1,1,{hour},65,1,1,1,1,1").unwrap();
        }
    }
    let arguments = ["air-stats", "-", "--labels", "start", "--table", "days", "--format", "csv"];
    let row = records(&output(eqs_on(text.as_bytes(), &arguments))).remove(1);
    assert_eq!((row["good_change"].as_str(), row["base_index_edition"].as_str()), ("-1", "2012"));
}
