//! Hours that are excluded: every result with and without them, and lists that are refused.

use serde_json::Value;

use super::{TWO, hours, rows};
use crate::support::{Run, eqs, eqs_on, file, output, records};

/// A list of hours to exclude, under a name of its own.
fn list(name: &str, text: &str) -> String {
    file(name, text.as_bytes()).to_str().unwrap().to_owned()
}

/// Three days of PM10 at two stations.
fn three_days() -> String {
    let mut text = "station,time,pm10\n".to_owned();
    for station in ["a", "b"] {
        for (day, value) in [("2024-03-01", 30), ("2024-03-02", 900), ("2024-03-03", 60)] {
            let label = |hour: u32| (hour, value);
            text += &hours(station, day, (1..=24).map(label));
        }
    }
    text
}

fn run(excluded: &str, more: &[&str]) -> Run {
    eqs_on(three_days().as_bytes(), &[&["air-stats", "-", "--exclude-hours", excluded], more].concat())
}

#[track_caller]
fn refused(name: &str, text: &str, message: &str) {
    let path = list(name, text);
    let run = run(&path, &["--on-error", "mark"]);
    assert_eq!((run.code, run.out.as_str(), run.err), (1, "", format!("eqs: {path}, {message}\n")));
}

/// The cells of these columns, row by row.
fn cells(csv: &str, columns: &[&str]) -> Vec<String> {
    let row = |row: &std::collections::HashMap<String, String>| {
        columns.iter().map(|column| row[*column].as_str()).collect::<Vec<_>>().join(" ")
    };
    records(csv).iter().map(row).collect()
}

#[test]
fn every_table_with_and_without() {
    let path = list(
        "dust.csv",
        "station,from,to,cause\na,2024-03-02,2024-03-02,dust\nb,2024-03-01T01,2024-03-01T04,dust\n",
    );
    let table = |table: &str, more: &[&str]| {
        output(run(&path, &[&["--table", table, "--format", "csv"], more].concat()))
    };
    let columns = ["station", "readings", "date", "pm10", "shortfall", "excluded"];
    assert_eq!(
        cells(&table("daily", &[]), &columns),
        [
            "a all 2024-03-01 30  ",
            "a all 2024-03-02 900  ",
            "a all 2024-03-03 60  ",
            "a rest 2024-03-01 30  ",
            "a rest 2024-03-02  PM10: excluded PM10: 24 hours",
            "a rest 2024-03-03 60  ",
            "b all 2024-03-01 30  ",
            "b all 2024-03-02 900  ",
            "b all 2024-03-03 60  ",
            "b rest 2024-03-01 30  PM10: 4 hours",
            "b rest 2024-03-02 900  ",
            "b rest 2024-03-03 60  ",
        ]
    );
    let columns = ["readings", "value", "days", "excluded_days", "excluded_hours"];
    for name in ["monthly", "quarterly", "annual"] {
        let means = table(name, &["--city"]);
        let means = cells(&means, &[&["statistic"], &columns[..]].concat());
        let means: Vec<_> = means.iter().filter(|row| row.contains("mean ")).collect();
        assert!(means[0].ends_with("mean all 330.0 3 0 0"), "{means:?}");
        assert!(means.iter().any(|row| row.ends_with("mean rest 330.0 3 0 28")), "{means:?}");
    }
    let days = cells(&table("days", &[]), &["station", "readings", "indexed", "heavy", "excluded_days"]);
    assert_eq!(days, ["a all 3 1 0", "a rest 2 0 1", "b all 3 1 0", "b rest 3 1 0"]);
}

#[test]
fn places_are_ranked_among_the_same_readings() {
    let more = [
        "--exclude-hours",
        "tests/data/prsa-2016/events.csv",
        "--table",
        "composite",
        "--from",
        "2016-02-01",
    ];
    let found: Vec<_> = rows(TWO, &more)
        .iter()
        .filter(|row| row["last"] == "2016-02-29")
        .map(|row| {
            ["station", "readings", "composite", "rank", "ranked", "excluded"]
                .map(|key| row[key].clone())
                .join(" ")
        })
        .collect();
    assert_eq!(
        found,
        [
            "Aotizhongxin all 4.52 2 2 ",
            "Aotizhongxin rest 4.24 2 2 PM10: 2 days, 11 hours; PM2.5: 2 days, 12 hours",
            "Dongsi all 4.33 1 2 ",
            "Dongsi rest 4.03 1 2 PM10: 1 day, 23 hours; PM2.5: 1 day, 24 hours",
        ]
    );
}

#[test]
fn hours_that_are_none_change_nothing() {
    let path = list("outside.csv", "station,from,to,cause\na,2023-01-01,2023-12-31,dust\n");
    let all = records(&output(run(&path, &["--format", "csv"])));
    let without = eqs_on(three_days().as_bytes(), &["air-stats", "-", "--format", "csv"]);
    let of = |readings: &str| -> Vec<_> {
        let mut rows: Vec<_> = all.iter().filter(|row| row["readings"] == readings).cloned().collect();
        for row in &mut rows {
            row.insert("readings".into(), "all".into());
        }
        rows
    };
    assert_eq!((of("all"), of("rest")), (records(&without.out), records(&without.out)));
}

#[test]
fn gases_stay_unless_an_event_is_theirs() {
    let text = (1..=24).fold("station,time,pm10,o3\n".to_owned(), |text, hour| {
        text + &format!("a,2024-03-01T{hour:02},900,90\n")
    });
    let of = |name: &str, row: &str| {
        let path = list(name, &format!("station,from,to,cause,pollutants\n{row}\n"));
        let arguments = ["air-stats", "-", "--table", "daily", "--format", "csv", "--exclude-hours", &path];
        let rows = cells(&output(eqs_on(text.as_bytes(), &arguments)), &["readings", "o3_8h", "pm10"]);
        rows[1].clone()
    };
    assert_eq!(of("dust-alone.csv", "a,2024-03-01,2024-03-01,dust,"), "rest 90 ");
    assert_eq!(of("ozone.csv", "a,2024-03-01,2024-03-01,exceptional_event,o3"), "rest  900");
    assert_eq!(of("both.csv", "a,2024-03-01,2024-03-01,exceptional_event,pm10; o3"), "rest  ");
}

#[test]
fn the_year_before_is_compared_among_the_same_readings() {
    let month = |year: u32, value: u32| -> String {
        (1..=31)
            .map(|day| hours("a", &format!("{year}-03-{day:02}"), (1..=24).map(|hour| (hour, value))))
            .collect()
    };
    let text = format!("station,time,pm10\n{}{}", month(2023, 100), month(2024, 100));
    let text = text.replace("2024-03-05T", "2024-03-05 ").replace("2024-03-05 24,100", "2024-03-05 24,1000");
    let path = list("change.csv", "station,from,to,cause\na,2024-03-05T24,2024-03-06T00,dust\n");
    let arguments = ["air-stats", "-", "--table", "monthly", "--format", "csv", "--exclude-hours", &path];
    let changes =
        cells(&output(eqs_on(text.as_bytes(), &arguments)), &["statistic", "readings", "first", "change"]);
    let changes: Vec<_> =
        changes.iter().filter(|row| row.starts_with("mean") && row.contains("2024")).collect();
    assert_eq!(changes, ["mean all 2024-03-01 1.2", "mean rest 2024-03-01 0.0"]);
}

#[test]
fn json_lists_what_is_excluded() {
    let path = list("json.csv", "station,from,to,cause,note\na,2024-03-02T01,2024-03-02T02,dust,why\n");
    let json: Value = serde_json::from_str(&output(run(&path, &["--format", "json"]))).unwrap();
    assert_eq!(
        json["exclusions"],
        serde_json::json!([{
            "station": "a",
            "cause": "dust",
            "first": { "day": "2024-03-02", "hour": 0 },
            "last": { "day": "2024-03-02", "hour": 1 },
            "pollutants": null,
        }])
    );
    let readings: Vec<_> =
        json["places"].as_array().unwrap().iter().map(|place| &place["readings"]).collect();
    assert_eq!(readings, ["all", "rest", "all", "rest"]);
    assert_eq!(json["places"][1]["statistics"][0]["excluded_hours"], 2);
}

#[test]
fn screens() {
    let path = list("screen.csv", "station,from,to,cause\na,2024-03-01T24,2024-03-02T05,dust\n");
    for lang in ["zh", "en"] {
        let mut screen = output(run(&path, &["--table", "daily", "--exclude", "b", "--lang", lang]));
        screen += &output(run(&path, &["--table", "monthly", "--exclude", "b", "--lang", lang]));
        screen +=
            &output(run(&path, &["--table", "days", "--exclude", "b", "--lang", lang, "--to", "2024-03-02"]));
        insta::assert_snapshot!(format!("excluded_{lang}"), screen);
    }
}

#[test]
fn lists_that_are_refused() {
    let of = |name: &str, row: &str, message: &str| {
        refused(name, &format!("station,from,to,cause,pollutants\n{row}\n"), &format!("line 2, {message}"));
    };
    of("no-station.csv", ",2024-03-01,2024-03-01,dust,", "column `station`, value ``: no station");
    of(
        "unknown.csv",
        "c,2024-03-01,2024-03-01,dust,",
        "column `station`, value `c`: no such station in the files",
    );
    of(
        "cause.csv",
        "a,2024-03-01,2024-03-01,smoke,",
        "column `cause`, value `smoke`: unknown code, expected one of dust, exceptional_event",
    );
    of(
        "reversed.csv",
        "a,2024-03-02,2024-03-01,dust,",
        "column `to`, value `2024-03-01`: earlier than `from`",
    );
    of(
        "reversed-hour.csv",
        "a,2024-03-02T05,2024-03-02T04,dust,",
        "column `to`, value `2024-03-02T04`: earlier than `from`",
    );
    let time = "neither a day nor the label of an hour, expected 2026-03-01 or 2026-03-01T05";
    of(
        "time.csv",
        "a,2024-03-01T25,2024-03-02,dust,",
        &format!("column `from`, value `2024-03-01T25`: {time}"),
    );
    of("no-time.csv", "a,2024-03-01,,dust,", &format!("column `to`, value ``: {time}"));
    of(
        "pollutant.csv",
        "a,2024-03-01,2024-03-01,dust,pm1",
        "column `pollutants`, value `pm1`: unknown code, expected one of so2, no2, co, o3_1h, o3, pm10, pm25",
    );
    of(
        "gas.csv",
        "a,2024-03-01,2024-03-01,dust,pm10;o3",
        "column `pollutants`, value `pm10;o3`: dust does not concern O3",
    );
    refused(
        "short.csv",
        "station,from,to,cause\na,2024-03-01\n",
        "line 2: the row has 2 cells, the header 4",
    );
    refused(
        "twice.csv",
        "station,from,to,cause\na,2024-03-01,2024-03-01,dust\na,20240301,2024-03-01T24,dust\n",
        "line 3: the same stands on line 2",
    );
    refused("missing.csv", "station,from,cause\na,2024-03-01,dust\n", "line 1: no column `to`");
    refused(
        "other.csv",
        "station,from,to,cause,pollutant\na,2024-03-01,2024-03-01,dust,pm10\n",
        "line 1, column `pollutant`: unknown column, expected one of station, from, to, cause, city, pollutants, note",
    );
    let path = list("zh.csv", "station,from,to,cause,pollutants\na,2024-03-01,2024-03-01,dust,o3\n");
    let said = run(&path, &["--lang", "zh"]).err;
    assert_eq!(said, format!("eqs: {path}，第2行，列 `pollutants`，值 `o3`：沙尘与臭氧无关\n"));
}

#[test]
fn labels_of_beginnings_have_no_hour_24() {
    let path = list("labels.csv", "station,from,to,cause\na,2024-03-01T00,2024-03-01T24,dust\n");
    let text = three_days().replace("T24,", "T00,");
    let run = eqs_on(text.as_bytes(), &["air-stats", "-", "--labels", "start", "--exclude-hours", &path]);
    let message =
        "line 2, column `to`, value `2024-03-01T24`: no such hour: labels of beginnings are 0 to 23";
    assert_eq!((run.code, run.err), (1, format!("eqs: {path}, {message}\n")));
}

#[test]
fn stations_of_one_name() {
    let text = three_days().lines().fold(String::new(), |text, line| {
        let line = line
            .replace("station,", "city,station,")
            .replace("a,2024", "x,one,2024")
            .replace("b,2024", "y,one,2024");
        text + &line + "\n"
    });
    let of = |name: &str, rows: &str| {
        let path = list(name, rows);
        let arguments = ["air-stats", "-", "--table", "days", "--format", "csv", "--exclude-hours", &path];
        (eqs_on(text.as_bytes(), &arguments), path)
    };
    let (run, path) = of("one.csv", "station,from,to,cause,city\none,2024-03-02,2024-03-02,dust,\n");
    let message = "more than one city has such a station; add a column `city`";
    assert_eq!(
        (run.code, run.err),
        (1, format!("eqs: {path}, line 2, column `station`, value `one`: {message}\n"))
    );
    let (run, _) = of("city.csv", "station,from,to,cause,city\none,2024-03-02,2024-03-02,dust,y\n");
    let days = cells(&output(run), &["city", "readings", "excluded_days"]);
    assert_eq!(days, ["x all 0", "x rest 0", "y all 0", "y rest 1"]);
}

#[test]
fn stations_that_are_passed_over_are_known() {
    let path = list("passed.csv", "station,from,to,cause\nb,2024-03-01,2024-03-01,dust\n");
    for more in [["--exclude", "b"], ["--from", "2024-03-02"]] {
        assert_eq!(run(&path, &more).code, 0);
    }
    // All of them passed over leave nothing.
    let run = run(&path, &["--year", "2023"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (1, "eqs: no row is of the days and stations that are asked for\n")
    );
}

#[test]
fn the_list_is_not_written_over() {
    let directory = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("listed");
    std::fs::create_dir_all(&directory).unwrap();
    let path = directory.join("daily.csv");
    std::fs::write(&path, "station,from,to,cause\nDongsi,2016-01-01,2016-01-01,dust\n").unwrap();
    let more = ["--exclude-hours", path.to_str().unwrap(), "--out", directory.to_str().unwrap()];
    assert_eq!(eqs(&[TWO, &more].concat()).code, 2);
}
