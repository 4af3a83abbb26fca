//! Tables, CSV and JSON of one answer.

use serde_json::Value;

use crate::support::{eqs, eqs_on, marked, output, records};

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&output(eqs(&[arguments, &["--format", "json"]].concat()))).unwrap()
}

#[test]
fn everything_as_json() {
    let all = json(&[]);
    assert_eq!(all["bulletins"].as_array().unwrap().len(), 2);
    assert_eq!(all["plans"][1]["targets"].as_array().unwrap().len(), 16);
    let ozone = all["bulletins"][1]["figures"].as_array().unwrap().iter().find(|figure| {
        figure["observation"]["indicator"] == "O3" && figure["observation"]["place"] == "beijing"
    });
    assert_eq!(ozone.unwrap()["judged"]["air"]["outcome"]["determined"], "exceeded");

    assert_eq!(json(&["bulletin", "2021"])["year"], 2021);
    assert_eq!(json(&["plan", "list"])["plans"].as_array().unwrap().len(), 8);
    assert_eq!(json(&["plan", "show", "beijing-13fyp"])["targets"][0]["no"], 1);
    let plan = json(&["plan", "evaluate", "beijing-14fyp", "--about", "7"]);
    assert_eq!(plan["on"], "2024-12-31");
    assert_eq!(plan["policy"]["about_tolerance"]["value"], "7");
    assert_eq!(json(&["limits", "--standard", "GB 3095-2012"])[0]["edition"], "2012");
    assert_eq!(json(&["limits", "--standard", "HJ 633-2026"]).as_array().unwrap().len(), 75);
    assert_eq!(
        json(&["limits", "--standard", "GB 3838-2002", "--symbol", "TP"]).as_array().unwrap().len(),
        10
    );
    assert_eq!(json(&["limits", "--standard", "HJ 663-2026"])["digits"][0]["indicator"], "SO2");
}

#[test]
fn rows_as_json() {
    let input = b"x,date,pm25\n1,2020-01-01,55\n2,2020-01-01,?\n";
    let arguments = ["aqi", "-", "--report", "daily", "--on-error", "mark", "--format", "json"];
    let rows: Value = serde_json::from_str(&marked(eqs_on(input, &arguments), "1 of 2 rows")).unwrap();
    assert_eq!(rows[0]["pm25"], "55");
    assert_eq!(rows[0]["eqs_aqi"], 75);
    assert_eq!(rows[0]["eqs_primary"], "PM2.5");
    assert_eq!(rows[0]["eqs_verdict"]["outcome"]["determined"]["value"], 75);
    assert_eq!(rows[0]["eqs_verdict"]["findings"][0]["judgement"]["index"]["exact"], "75");
    assert_eq!(rows[1]["eqs_aqi"], Value::Null);
    assert_eq!(rows[1]["eqs_verdict"], Value::Null);
    assert!(rows[1]["eqs_reason"].as_str().unwrap().contains("not a decimal number"));
}

#[test]
fn rows_as_a_table() {
    let arguments = ["water", "-", "--body", "river", "--edition", "2002", "--format", "table"];
    insta::assert_snapshot!(output(eqs_on("断面,codmn\n甲,3\n乙,13.2\n".as_bytes(), &arguments)));
}

#[test]
fn records_have_one_header() {
    let all = output(eqs(&["--format", "csv"]));
    let bulletin = output(eqs(&["bulletin", "2024", "--format", "csv"]));
    let plan = output(eqs(&["plan", "evaluate", "beijing-13fyp", "--format", "csv"]));
    let header = |csv: &str| csv.lines().next().unwrap().to_owned();
    assert_eq!(header(&all), header(&bulletin));
    assert_eq!(header(&all), header(&plan));
    assert_eq!(records(&all).len(), 206 + 172 + 16 + 16);
    let exceeded = records(&bulletin).into_iter().filter(|row| row["outcome"] == "exceeded");
    let exceeded: Vec<_> = exceeded.map(|row| (row["place"].clone(), row["indicator"].clone())).collect();
    let expected = [
        ("beijing", "O3"),
        ("southern_boundary_sites", "PM2.5"),
        ("traffic_sites", "NO2"),
        ("tianjin", "PM2.5"),
        ("hebei", "PM2.5"),
    ];
    assert_eq!(exceeded, expected.map(|(place, indicator)| (place.to_owned(), indicator.to_owned())));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_eqs"))
        .args(["bulletin", "2024", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
