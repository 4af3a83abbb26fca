//! `eqs air-stats --table composite`.

use core::fmt::Write as _;
use std::collections::HashMap;

use super::{TWO, rows, run};
use crate::support::{eqs_on, output, records};

/// January of four stations at the figures of a month whose index is 279/160.
fn stations() -> Vec<HashMap<String, String>> {
    let mut text = "station,year,month,day,hour,so2,no2,pm10,pm25,o3,co\n".to_owned();
    for (station, pm25) in [("a", 13), ("b", 12), ("c", 13), ("d", 26)] {
        for day in 1..=31 {
            for hour in 0..24 {
                writeln!(text, "{station},2024,1,{day},{hour},3,13,16,{pm25},87,0.9").unwrap();
            }
        }
    }
    let arguments = ["air-stats", "-", "--labels", "start", "--table", "composite", "--format", "csv"];
    records(&output(eqs_on(text.as_bytes(), &arguments)))
}

#[test]
fn ranks_of_a_month_are_shared() {
    let rows = stations();
    let of_month: Vec<_> = rows.iter().filter(|row| row["last"] == "2024-01-31").collect();
    let found: Vec<_> = of_month
        .iter()
        .map(|row| ["composite", "rank", "ranked", "largest"].map(|key| row[key].as_str()))
        .collect();
    assert_eq!(
        found,
        [
            ["1.74", "2", "4", "O3"],
            ["1.72", "1", "4", "O3"],
            ["1.74", "2", "4", "O3"],
            ["2.12", "4", "4", "PM2.5"],
        ]
    );
    assert_eq!(of_month[0]["term_o3"], "0.54");
}

#[test]
fn what_is_not_valid_has_no_rank() {
    let rows = stations();
    let year = rows.iter().find(|row| row["last"] == "2024-12-31").unwrap();
    assert!(
        year["composite"] == "1.74" && year["rank"].is_empty() && year["reason"].contains("31 of 324 days")
    );
}

#[test]
fn a_part_of_a_month_is_one_period() {
    let days = ["--table", "composite", "--from", "2016-01-05", "--to", "2016-01-20"];
    let found: Vec<_> =
        rows(TWO, &days).iter().map(|row| [row["rank"].clone(), row["ranked"].clone()]).collect();
    assert_eq!(found, [["2", "2"], ["1", "2"]]);
}

#[test]
fn a_pollutant_is_missing() {
    let input = "station,time,pm25\na,2024-01-01T05,10\n";
    let arguments = ["air-stats", "-", "--table", "composite", "--format", "csv"];
    let rows = records(&output(eqs_on(input.as_bytes(), &arguments)));
    assert!(rows[0]["composite"].is_empty() && rows[0]["reason"].contains("SO2"), "{rows:?}");
}

#[test]
fn table_for_reading() {
    insta::assert_snapshot!("composite_en", run(TWO, &["--table", "composite"]));
    insta::assert_snapshot!("composite_zh", run(TWO, &["--table", "composite", "--lang", "zh"]));
    assert_eq!(rows(TWO, &["--table", "composite"]).len(), 2 * 3);
}

/// January of two years, the second by other limits: 160 µg/m³ of ozone, and 4 of all others in both.
fn two_years(days: u32) -> String {
    let mut text = "station,year,month,day,hour,so2,no2,pm10,pm25,o3,co\n".to_owned();
    for (year, last, pm25) in [(2025, 31, 28), (2026, days, 14)] {
        for day in 1..=last {
            for hour in 0..24 {
                writeln!(text, "a,{year},1,{day},{hour},3,4,7,{pm25},160,0.4").unwrap();
            }
        }
    }
    text
}

#[test]
fn an_index_against_the_year_before_by_the_same_limits() {
    let changes = |days, more: &[&str]| -> Vec<[String; 4]> {
        let arguments = ["air-stats", "-", "--labels", "start", "--table", "composite", "--format", "csv"];
        let rows = records(&output(eqs_on(two_years(days).as_bytes(), &[&arguments, more].concat())));
        let of = |row: &HashMap<String, String>| {
            ["change", "change_percent", "base_first", "base_last"].map(|key| row[key].clone())
        };
        rows.iter().filter(|row| row["last"].ends_with("-01-31")).map(of).collect()
    };
    // 0.05 + 0.1 + 0.1 + 1 + 7/70 + 28/35 = 2.15 by the limits of 2012.
    let old = changes(31, &["--judge-by", "2012 amended 2018"]);
    assert_eq!(old[0], [""; 4]);
    assert_eq!(old[1], ["-0.40", "-18.6", "2025-01-01", "2025-01-31"]);
    // By default 2026 is held against its own limits, and so is what it is compared with: 1.25 + 7/60 + 28/30.
    let new = changes(31, &[]);
    assert_eq!(new[1][..2], ["-0.47", "-20.3"]);
    // Ten days are compared with ten.
    assert_eq!(changes(10, &[])[1][2..], ["2025-01-01", "2025-01-10"]);
}

/// Ten days are compared with ten in a part that is asked for, too, where no rule asks for days.
#[test]
fn a_part_that_lacks_rows_is_compared_with_the_same_days() {
    let arguments = ["air-stats", "-", "--labels", "start", "--table", "composite", "--format", "csv"];
    let part = [&arguments[..], &["--to", "2026-01-20"]].concat();
    let rows = records(&output(eqs_on(two_years(10).as_bytes(), &part)));
    let row = rows.iter().find(|row| row["last"] == "2026-01-20").unwrap();
    assert_eq!([row["base_first"].as_str(), row["base_last"].as_str()], ["2025-01-01", "2025-01-10"]);
}

#[test]
fn changes_for_reading() {
    let arguments = ["air-stats", "-", "--labels", "start", "--table", "composite"];
    let run = |more: &[&str]| output(eqs_on(two_years(10).as_bytes(), &[&arguments[..], more].concat()));
    insta::assert_snapshot!("composite_change_en", run(&[]));
    insta::assert_snapshot!("composite_change_zh", run(&["--lang", "zh"]));
}
