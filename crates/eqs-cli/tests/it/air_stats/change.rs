//! `eqs air-stats`: changes to the year before.

use core::fmt::Write as _;
use std::collections::HashMap;

use crate::support::{eqs_on, output, records};

/// PM2.5 of the days up to the end of February and, in 2023, of 1 to 10 March.
fn two_years() -> String {
    let mut text = "station,year,month,day,hour,pm25\n".to_owned();
    let months =
        [(2023, 1, 31, 38), (2023, 2, 28, 38), (2023, 3, 10, 90), (2024, 1, 31, 30), (2024, 2, 29, 36)];
    for (year, month, days, value) in months {
        for day in 1..=days {
            for hour in 0..24 {
                writeln!(text, "a,{year},{month},{day},{hour},{value}").unwrap();
            }
        }
    }
    text
}

fn changes(table: &str, more: &[&str]) -> Vec<HashMap<String, String>> {
    let arguments = ["air-stats", "-", "--labels", "start", "--format", "csv", "--table", table];
    let rows = records(&output(eqs_on(two_years().as_bytes(), &[&arguments, more].concat())));
    rows.into_iter()
        .filter(|row| row["statistic"].ends_with("mean") && !row["statistic"].starts_with('P'))
        .collect()
}

const KEYS: [&str; 5] = ["change", "change_percent", "base_first", "base_last", "base_days"];

#[test]
fn a_month_against_the_same_month() {
    let rows = changes("monthly", &[]);
    let found: Vec<_> = rows.iter().map(|row| KEYS.map(|key| row[key].as_str())).collect();
    assert_eq!(found[..3], [[""; 5]; 3]);
    assert_eq!(
        found[3..],
        [
            ["-8.0", "-21.1", "2023-01-01", "2023-01-31", "31"],
            ["-2.0", "-5.3", "2023-02-01", "2023-02-28", "28"]
        ]
    );
}

/// To 29 February against to 28 February, not against the days of March that only 2023 has.
#[test]
fn a_part_of_a_year_against_the_same_part() {
    let rows = changes("annual", &[]);
    // (31 · 30 + 29 · 36) / 60 = 32.9
    assert_eq!(KEYS.map(|key| rows[1][key].as_str()), ["-5.1", "-13.4", "2023-01-01", "2023-02-28", "59"]);
    let rows = changes("annual", &["--from", "2023-02-01"]);
    assert_eq!(KEYS.map(|key| rows[1][key].as_str()), [""; 5], "January of 2023 was not read");
}

/// CO of 1 to 31 January 2023 and of the first ten days a year later, as many tenths as the day has: nothing has changed.
/// No rule says how many days a month of CO needs, nor a quarter, nor a part that is asked for.
#[test]
fn what_is_not_over_is_compared_with_the_same_days_without_a_rule_on_days() {
    let mut text = "station,year,month,day,hour,co\n".to_owned();
    for (year, days) in [(2023, 31), (2024, 10)] {
        for day in 1..=days {
            for hour in 0..24 {
                writeln!(text, "a,{year},1,{day},{hour},{}.{}", day / 10, day % 10).unwrap();
            }
        }
    }
    let january = |table, more: &[&str]| {
        let arguments = ["air-stats", "-", "--labels", "start", "--format", "csv", "--table", table];
        let rows = records(&output(eqs_on(text.as_bytes(), &[&arguments, more].concat())));
        let row = rows.iter().find(|row| row["first"] == "2024-01-01").unwrap();
        KEYS.map(|key| row[key].clone())
    };
    let same = ["0.00", "0.0", "2023-01-01", "2023-01-10", "10"];
    assert_eq!(january("monthly", &[]), same);
    assert_eq!(january("quarterly", &[]), same);
    assert_eq!(january("annual", &["--to", "2024-03-15"]), same);
}

#[test]
fn shown_for_reading() {
    let arguments = ["air-stats", "-", "--labels", "start"];
    let zh = [&arguments[..], &["--lang", "zh"]].concat();
    insta::assert_snapshot!("change_en", output(eqs_on(two_years().as_bytes(), &arguments)));
    insta::assert_snapshot!("change_zh", output(eqs_on(two_years().as_bytes(), &zh)));
}

#[test]
fn against_a_base_year() {
    let mut text = two_years();
    for (year, value) in [(2020, 50), (2022, 40)] {
        for day in 1..=31 {
            for hour in 0..24 {
                writeln!(text, "a,{year},1,{day},{hour},{value}").unwrap();
            }
        }
    }
    let january = |more: &[&str]| -> Vec<[String; 2]> {
        let arguments = ["air-stats", "-", "--labels", "start", "--format", "csv", "--table", "monthly"];
        let rows = records(&output(eqs_on(text.as_bytes(), &[&arguments, more].concat())));
        rows.iter()
            .filter(|row| row["statistic"] == "mean" && row["first"].ends_with("-01-01"))
            .map(|row| ["change", "base_first"].map(|key| row[key].clone()))
            .collect()
    };
    let pair = |change: &str, base: &str| [change.to_owned(), base.to_owned()];
    let none = || pair("", "");
    assert_eq!(january(&[]), [none(), none(), pair("-2.0", "2022-01-01"), pair("-8.0", "2023-01-01")]);
    assert_eq!(
        january(&["--base-year", "2020"]),
        [none(), pair("-10.0", "2020-01-01"), pair("-12.0", "2020-01-01"), pair("-20.0", "2020-01-01")]
    );
    // 2021 was not read.
    assert_eq!(january(&["--base-year", "2021"]), [none(), none(), none(), none()]);
}
