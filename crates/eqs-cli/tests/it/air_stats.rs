//! `eqs air-stats`: layouts, labels, units, cities, tables; the refusals are in `air_stats/bad_input.rs`.

mod bad_input;
mod change;
mod composite;
mod days;
mod exclusions;
mod trends;

use core::fmt::Write as _;
use std::collections::HashMap;
use std::fs;

use serde_json::Value;

use crate::support::{eqs, eqs_on, file, output, records};

/// Two stations, January and February of 2016.
const TWO: &[&str] = &[
    "air-stats",
    "tests/data/prsa-2016/hours.csv",
    "--labels",
    "start",
    "--year",
    "2016",
    "--unit",
    "co=ug/m3",
];

fn run(arguments: &[&str], more: &[&str]) -> String {
    output(eqs(&[arguments, more].concat()))
}

fn rows(arguments: &[&str], more: &[&str]) -> Vec<HashMap<String, String>> {
    records(&run(arguments, &[more, &["--format", "csv"]].concat()))
}

/// One hour of PM2.5 a row, as `station,time,pm25`.
fn hours(station: &str, day: &str, values: impl IntoIterator<Item = (u32, u32)>) -> String {
    values.into_iter().fold(String::new(), |mut text, (hour, value)| {
        writeln!(text, "{station},{day}T{hour:02},{value}").unwrap();
        text
    })
}

fn daily(input: &str, more: &[&str]) -> Vec<HashMap<String, String>> {
    let base = ["air-stats", "-", "--table", "daily", "--format", "csv"];
    records(&output(eqs_on(input.as_bytes(), &[&base, more].concat())))
}

/// `months.csv` was worked out from `hours.csv` by a Python script in `fractions.Fraction` alone, written from the text
/// of the rules and not from this code: means of days with 20 hours, largest of the 17 means of eight hours with 6 hours
/// each (of 14 windows, or above 160), city days as means over the stations, percentiles by k = 1 + (n − 1)p / 100.
#[test]
fn months_agree_with_fractions_worked_out_apart() {
    let expected = records(include_str!("../data/prsa-2016/months.csv"));
    let json = |more: &[&str]| -> Value {
        serde_json::from_str(&run(TWO, &[&["--table", "monthly", "--format", "json"], more].concat()))
            .unwrap()
    };
    let (stations, city) = (json(&[]), json(&["--city"]));
    let places = stations["places"].as_array().unwrap().iter().chain(city["places"].as_array().unwrap());
    let mut found = 0;
    for place in places {
        for own in place["statistics"].as_array().unwrap() {
            let month = own["span"]["first"].as_str().unwrap()[5..7].parse::<u8>().unwrap().to_string();
            let row = expected
                .iter()
                .find(|row| {
                    row["station"] == place["station"].as_str().unwrap_or_default()
                        && row["month"] == month
                        && row["indicator"] == own["indicator"]
                        && row["statistic"] == own["statistic"]
                })
                .unwrap();
            assert_eq!(
                (&own["value"], own["days"].to_string()),
                (&Value::from(row["value"].as_str()), row["days"].clone())
            );
            found += 1;
        }
    }
    assert_eq!(found, expected.len());
}

/// The whole year of 11 stations from the data of `eqs-assess`, laid out as UCI does: the official figures of the city
/// are 73, 10, 48, 3.2 and 199 (PM10: 92).
#[test]
fn beijing_in_2016() {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../eqs-assess/tests/data/prsa-2016/hours.csv");
    let names = ["PM2.5", "PM10", "SO2", "NO2", "CO", "O3"];
    let mut columns: HashMap<(usize, usize), Vec<String>> = HashMap::new();
    for row in csv::Reader::from_path(source).unwrap().records() {
        let row = row.unwrap();
        let at = names.iter().position(|name| *name == &row[1]).unwrap();
        columns
            .entry((row[0].parse().unwrap(), at))
            .or_default()
            .extend(row.iter().skip(2).map(str::to_owned));
    }
    let mut text = "station,month,day,hour,pm25,pm10,so2,no2,co,o3\n".to_owned();
    for station in 1..=11 {
        let mut slot = 0;
        for month in 1..=12 {
            for day in 1..=[31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] {
                for hour in 0..24 {
                    let cells: Vec<_> = (0..6).map(|at| columns[&(station, at)][slot].as_str()).collect();
                    writeln!(text, "S{station},{month},{day},{hour},{}", cells.join(",")).unwrap();
                    slot += 1;
                }
            }
        }
        assert_eq!(slot, 366 * 24);
    }
    // Tenths of mg/m³ there, hundreds of µg/m³ here.
    let text: String = text
        .lines()
        .enumerate()
        .map(|(at, line)| {
            let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            if at > 0 && !cells[8].is_empty() {
                cells[8].push_str("00");
            }
            cells.join(",") + "\n"
        })
        .collect();
    let path = file("beijing-2016.csv", text.as_bytes());
    let rows = rows(
        &[
            "air-stats",
            path.to_str().unwrap(),
            "--labels",
            "start",
            "--year",
            "2016",
            "--unit",
            "co=ug/m3",
            "--city",
        ],
        &[],
    );
    let found: Vec<_> = rows
        .iter()
        .map(|row| {
            ["indicator", "statistic", "value", "rounded", "days", "outcome"].map(|key| row[key].as_str())
        })
        .collect();
    assert_eq!(
        found,
        [
            ["SO2", "annual_mean", "10.0", "10", "364", "met"],
            ["SO2", "P98_of_24h_mean", "44.7", "45", "364", "met"],
            ["NO2", "annual_mean", "48.3", "48", "364", "exceeded"],
            ["NO2", "P98_of_24h_mean", "115.1", "115", "364", "exceeded"],
            ["CO", "P95_of_24h_mean", "3.22", "3.2", "364", "met"],
            ["O3", "P90_of_daily_max_8h_moving_mean", "198.8", "199", "364", "exceeded"],
            ["PM10", "annual_mean", "96.1", "96", "364", "exceeded"],
            ["PM10", "P95_of_24h_mean", "234.6", "235", "364", "exceeded"],
            ["PM2.5", "annual_mean", "73.0", "73", "364", "exceeded"],
            ["PM2.5", "P95_of_24h_mean", "197.9", "198", "364", "exceeded"],
        ]
    );
}

#[test]
fn tables_for_reading() {
    insta::assert_snapshot!("annual_en", run(TWO, &["--city"]));
    insta::assert_snapshot!("monthly_zh", run(TWO, &["--table", "monthly", "--city", "--lang", "zh"]));
    let days = ["--table", "daily", "--from", "2016-01-01", "--to", "2016-01-01", "--exclude", "Dongsi"];
    insta::assert_snapshot!("daily_en", run(TWO, &days));
}

#[test]
fn derivations() {
    let source = include_str!("../data/prsa-2016/hours.csv");
    let lines: Vec<_> = source.lines().filter(|line| !line.starts_with("Dongsi")).collect();
    let arguments =
        ["air-stats", "-", "--labels", "start", "--year", "2016", "--unit", "co=ug/m3", "--format", "json"];
    let json: Value = serde_json::from_str(&output(eqs_on(lines.join("\n").as_bytes(), &arguments))).unwrap();
    let statistics = json["places"][0]["statistics"].as_array().unwrap();
    let of = |indicator: &str| statistics.iter().find(|own| own["indicator"] == indicator).unwrap();
    insta::assert_snapshot!("derivations", serde_json::to_string_pretty(of("CO")).unwrap());
}

#[test]
fn hours_of_both_conventions() {
    // By its end, hour 00 closes the day before.
    let ends = "station,time,pm25\n".to_owned()
        + &hours("a", "2024-03-01", (1..24).map(|hour| (hour, 10)))
        + &hours("a", "2024-03-02", [(0, 34)]);
    assert_eq!(daily(&ends, &[])[0]["pm25"], "11");
    let starts = "station,time,pm25\n".to_owned()
        + &hours("a", "2024-03-01", (0..23).map(|hour| (hour, 10)).chain([(23, 34)]));
    let started = daily(&starts, &["--labels", "start"]);
    assert_eq!(
        (started.len(), started[0]["date"].as_str(), started[0]["pm25"].as_str()),
        (1, "2024-03-01", "11")
    );
    // The same cells, read by their ends, are another day.
    let read_otherwise = daily(&starts, &[]);
    assert_eq!(read_otherwise[0]["date"], "2024-02-29");
}

#[test]
fn layouts() {
    let expected =
        daily(&("station,time,pm25\n".to_owned() + &hours("a", "2024-03-01", (1..24).map(|h| (h, h)))), &[]);
    let of = |header: &str, row: &dyn Fn(u32) -> String| {
        (1..24).fold(format!("{header}\n"), |text, hour| text + &row(hour) + "\n")
    };
    let date = of("station,date,hour,pm25", &|hour| format!("a,20240301,{hour},{hour}"));
    assert_eq!(daily(&date, &[]), expected);
    let numbers = of("pm25,hour,day,month,year,station", &|hour| format!("{hour},{hour},1,3,2024,a"));
    assert_eq!(daily(&numbers, &["--labels", "end"]), expected);
    let without_year = of("pm25,hour,day,month,station", &|hour| format!("{hour},{hour},1,3,a"));
    assert_eq!(daily(&without_year, &["--labels", "end", "--year", "2024"]), expected);
}

#[test]
fn the_order_of_rows_and_files_does_not_matter() {
    let source =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/prsa-2016/hours.csv")).unwrap();
    let (header, body) = source.split_once('\n').unwrap();
    let mut lines: Vec<&str> = body.lines().collect();
    lines.reverse();
    let (one, two) = lines.split_at(1000);
    let part = |name, lines: &[&str]| file(name, format!("{header}\n{}\n", lines.join("\n")).as_bytes());
    let (one, two) = (part("one.csv", one), part("two.csv", two));
    let files = ["air-stats", one.to_str().unwrap(), two.to_str().unwrap()];
    let options = ["--table", "daily", "--city", "--format", "csv"];
    assert_eq!(output(eqs(&[&files, &TWO[2..], &options].concat())), output(eqs(&[TWO, &options].concat())));
}

#[test]
fn days_go_on_to_the_daily_index() {
    let days = run(TWO, &["--table", "daily", "--format", "csv"]);
    let judged = records(&output(eqs_on(days.as_bytes(), &["aqi", "-", "--report", "daily"])));
    assert_eq!(judged.len(), 2 * 60);
    assert_eq!((judged[0]["pm25"].as_str(), judged[0]["eqs_aqi"].as_str()), ("165", "215"));
}

#[test]
fn every_table_in_a_directory() {
    let directory = concat!(env!("CARGO_TARGET_TMPDIR"), "/air-stats");
    assert_eq!(run(TWO, &["--out", directory]), "");
    let read = |name: &str| fs::read_to_string(format!("{directory}/{name}")).unwrap();
    for table in ["daily", "monthly", "quarterly", "annual", "days", "composite"] {
        assert_eq!(
            read(&format!("{table}.csv")),
            run(TWO, &["--table", table, "--format", "csv"]),
            "{table}"
        );
    }
    assert_eq!(read("annual.json"), run(TWO, &["--format", "json"]));
}

#[test]
fn a_file_that_was_read_is_not_written_over() {
    let directory = concat!(env!("CARGO_TARGET_TMPDIR"), "/air-stats-same");
    fs::create_dir_all(directory).unwrap();
    let path = file(
        "air-stats-same/daily.csv",
        ("station,time,pm25\n".to_owned() + &hours("a", "2024-03-01", [(1, 5)])).as_bytes(),
    );
    let run = eqs(&["air-stats", path.to_str().unwrap(), "--out", directory]);
    assert!(run.code == 2 && run.err.contains("the same file"), "{}", run.err);
}

#[test]
fn cities_by_their_column() {
    let input = "area,station,time,pm25\n".to_owned()
        + &(1..25).fold(String::new(), |text, hour| {
            text + &format!(
                "X,a,2024-03-01 {hour}:00,10\nX,b,2024-03-01 {hour}:00,20\nY,a,2024-03-01 {hour}:00,40\n"
            )
        });
    let found = daily(&input, &["--city"]);
    let found: Vec<_> =
        found.iter().map(|row| ["city", "stations", "pm25"].map(|key| row[key].as_str())).collect();
    assert_eq!(found, [["X", "2", "15"], ["Y", "1", "40"]]);
    assert_eq!(daily(&input, &[]).len(), 3);
}

#[test]
fn parts_of_a_year_are_not_judged() {
    let rows = rows(TWO, &["--city", "--to", "2016-02-10"]);
    assert!(rows.iter().all(|row| row["last"] == "2016-02-10" && row["outcome"].is_empty()), "{rows:?}");
    assert_eq!((rows[0]["statistic"].as_str(), rows[0]["days_of_span"].as_str()), ("mean", "41"));
}

#[test]
fn editions() {
    let rows = rows(TWO, &["--city", "--edition", "2026-transition"]);
    assert_eq!(rows[0]["edition"], "2026 transition");
    for name in ["2026", "2027"] {
        assert_eq!(eqs(&[TWO, &["--judge-by", name]].concat()).code, 2);
    }
    let run = eqs(&[TWO, &["--table", "days", "--index-edition", "2013"]].concat());
    assert!(run.code == 2 && run.err.contains("HJ 633"), "{}", run.err);
}

/// HJ 663 knows no edition of 1996: the year says so, and is evaluated by another edition on request.
#[test]
fn a_year_that_is_not_evaluated_says_so() {
    let text = format!("station,time,pm25\n{}", hours("a", "2015-06-01", (1..=24).map(|hour| (hour, 30))));
    let arguments = ["air-stats", "-", "--format", "csv"];
    let run = |more: &[&str]| eqs_on(text.as_bytes(), &[&arguments, more].concat());
    let [en, zh, other] = [&["--lang", "en"][..], &["--lang", "zh"], &["--edition", "2012"]].map(run);
    assert!(records(&en.out).is_empty() && en.code == 0);
    assert_eq!(
        en.err,
        "eqs: warning: 2015: HJ 663 does not evaluate by GB 3095-1996 amended 2000: there are no statistics, and any \
         hour makes a day valid; choose another edition with --edition\n"
    );
    assert_eq!(
        zh.err,
        "eqs: 警告：2015年：HJ 663不按GB 3095-1996（含2000年修改单）评价：没有统计量，一日有任一小时即有效；\
         可用--edition另选版本\n"
    );
    assert_eq!((records(&other.out).len(), other.err.as_str()), (2, ""));
}

/// The hour labelled 00 of 1 January 1996 is one of 1995.
#[test]
fn nothing_is_written_of_years_before_the_first_edition() {
    let text = "station,time,pm25\na,1996-06-01T05,30\na,1996-01-01T00,30\n";
    let run = eqs_on(text.as_bytes(), &["air-stats", "-", "--format", "csv"]);
    assert!(run.code == 1 && run.out.is_empty() && run.err.contains("in force on 1995-12-31"), "{}", run.err);
}

#[test]
fn percentiles_with_the_days_of_2013() {
    let mut text = "station,year,month,day,hour,co\n".to_owned();
    for day in 1..=31 {
        for hour in 0..24 {
            writeln!(text, "a,2027,1,{day},{hour},0.9").unwrap();
        }
    }
    let outcome = |more: &[&str]| {
        let arguments = ["air-stats", "-", "--labels", "start", "--format", "csv"];
        let rows = records(&output(eqs_on(text.as_bytes(), &[&arguments, more].concat())));
        ["outcome", "shortfall"].map(|key| rows[0][key].clone())
    };
    assert_eq!(outcome(&[]), ["met", ""]);
    assert_eq!(outcome(&["--days-of-2013"]), ["undetermined", "31 of 324 days"]);
}

#[test]
fn what_belongs_to_a_verdict_stands_below_the_table() {
    let mut text = "station,year,month,day,hour,so2,no2,pm25\n".to_owned();
    for (month, days) in (1..).zip([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
        for day in 1..=days {
            for hour in 0..24 {
                writeln!(text, "a,2018,{month},{day},{hour},5,30,40").unwrap();
            }
        }
    }
    let run =
        |lang| output(eqs_on(text.as_bytes(), &["air-stats", "-", "--labels", "start", "--lang", lang]));
    insta::assert_snapshot!("remarks_en", run("en"));
    insta::assert_snapshot!("remarks_zh", run("zh"));
}
