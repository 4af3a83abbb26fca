//! Nothing that is wrong is averaged in silently: refused with its place, or marked, counted and taken as missing.

use core::fmt::Write as _;
use std::collections::HashMap;

use crate::support::{Run, eqs, eqs_on, records};

const HEADER: &str = "station,time,pm25,co\n";

/// 24 hours of station `a`, of which a line is another one.
fn day(replaced: usize, line: &str) -> String {
    let lines = (1..=24).map(|hour| format!("a,2024-03-01T{hour:02},10,0.5"));
    let lines = lines.enumerate().map(|(at, own)| if at == replaced { line.to_owned() } else { own });
    lines.fold(HEADER.to_owned(), |text, line| text + &line + "\n")
}

fn run(input: &str, more: &[&str]) -> Run {
    eqs_on(input.as_bytes(), &[&["air-stats", "-", "--table", "daily", "--format", "csv"], more].concat())
}

#[track_caller]
fn refused(input: &str, message: &str) {
    let run = run(input, &[]);
    assert_eq!(run.err, format!("eqs: <stdin>, {message}\n"));
    assert_eq!((run.code, run.out.as_str()), (1, ""));
}

/// What `--on-error mark` leaves, which says each message on stderr.
#[track_caller]
fn marked(input: &str, messages: &[&str]) -> Vec<HashMap<String, String>> {
    let run = run(input, &["--on-error", "mark"]);
    let mut expected = messages.iter().fold(String::new(), |mut text, message| {
        writeln!(text, "eqs: warning: <stdin>, {message}").unwrap();
        text
    });
    let rows = input.lines().skip(1).count();
    writeln!(
        expected,
        "eqs: warning: {} refusals in {rows} rows; what was refused counts as missing",
        messages.len()
    )
    .unwrap();
    assert_eq!((run.code, run.err.as_str()), (0, expected.as_str()));
    records(&run.out)
}

#[test]
fn negative_readings() {
    let input = day(4, "a,2024-03-01T05,-999,0.5");
    let message = "line 6, column `pm25`, value `-999`: negative, expected 0 or more";
    refused(&input, message);
    assert_eq!(marked(&input, &[message])[0]["pm25"], "10");
}

#[test]
fn flags_in_cells() {
    let input = day(4, "a,2024-03-01T05,35H,0.5(D)");
    let rest = "not a decimal number (expected digits with at most one point, for example 35 or 0.02); missing is \
                empty or NA, not monitored is /";
    // In the order of the pollutants.
    let messages = [
        format!("line 6, column `co`, value `0.5(D)`: {rest}"),
        format!("line 6, column `pm25`, value `35H`: {rest}"),
    ];
    refused(&input, &messages[0]);
    marked(&input, &[&messages[0], &messages[1]]);
}

#[test]
fn what_no_instrument_reads() {
    let ask = "which is no reading; is the column in another unit (--unit)?";
    let input = day(4, "a,2024-03-01T05,10,500");
    let message = format!("line 6, column `co`, value `500`: above 200 mg/m³, {ask} Or raise --highest");
    refused(&input, &message);
    assert_eq!(marked(&input, &[&message])[0]["co"], "0.5");
    let higher = run(&input, &["--highest", "co=600"]);
    assert_eq!((higher.code, records(&higher.out)[0]["co"].as_str()), (0, "21.3"));
    refused(
        &day(4, "a,2024-03-01T05,10000.001,0.5"),
        &format!("line 6, column `pm25`, value `10000.001`: above 10000 µg/m³, {ask} Or raise --highest"),
    );
    refused(
        &day(4, "a,2024-03-01T05,0.0001,0.5"),
        "line 6, column `pm25`, value `0.0001`: more than 3 decimal places",
    );
}

#[test]
fn mixed_units() {
    // Hours in mg/m³ in a column said to be in µg/m³, and the other way round.
    let input = day(4, "a,2024-03-01T05,10,500").replace(",0.5", ",600");
    let mixed = input.replace(",500\n", ",0.5\n");
    let run = run(&mixed, &["--unit", "co=ug/m3"]);
    assert_eq!(
        run.err,
        "eqs: <stdin>, line 6, column `co`, value `0.5`: below 10 µg/m³ and not 0, which is no reading; is the column \
         in another unit (--unit)?\n"
    );
    refused(
        &input,
        "line 2, column `co`, value `600`: above 200 mg/m³, which is no reading; is the column in another unit \
         (--unit)? Or raise --highest",
    );
}

#[test]
fn hours_that_stand_twice() {
    let message = "line 6, column `time`, value `2024-03-01T04`: station `a` has this hour twice";
    // The rows agree on CO and not on PM2.5.
    let input = day(4, "a,2024-03-01T04,90,0.5");
    refused(&input, message);
    let rows = marked(&input, &[message]);
    assert_eq!((rows[0]["pm25"].as_str(), rows[0]["co"].as_str()), ("10", "0.5"));
    // Up to 21 o'clock: 20 hours, of which one is in doubt.
    let mut lines: Vec<String> = input.lines().map(str::to_owned).collect();
    lines.truncate(22);
    let short = lines.join("\n") + "\n";
    assert_eq!(marked(&short, &[message])[0]["shortfall"], "PM2.5: 19 of 20 hours");
}

#[test]
fn a_25th_hour() {
    refused(
        &day(4, "a,2024-03-01T25,10,0.5"),
        "line 6, column `time`, value `2024-03-01T25`: not the label of an hour, expected 2026-03-01T05 or 2026-03-01 \
         05:00 (local time, no zone)",
    );
    let message =
        "line 25, column `time`, value `2024-03-01T24`: no such hour: labels of beginnings are 0 to 23";
    let run = run(&day(30, ""), &["--labels", "start"]);
    assert_eq!((run.code, run.err), (1, format!("eqs: <stdin>, {message}\n")));
    // 24 of a day and 00 of the next are one hour.
    refused(
        &(day(30, "") + "a,2024-03-02T00,10,0.5\n"),
        "line 26, column `time`, value `2024-03-02T00`: station `a` has this hour twice",
    );
}

#[test]
fn a_station_renamed_in_mid_year() {
    let days = |name: &str, month: u8| {
        (1..=24)
            .fold(String::new(), |text, hour| text + &format!("{name},2024-{month:02}-01T{hour:02},10,0.5\n"))
    };
    let run = run(&(HEADER.to_owned() + &days("old", 6) + &days("new", 7)), &[]);
    // Two stations, none of which has the whole year.
    let rows = records(&run.out);
    let found: Vec<_> = rows.iter().map(|row| (row["station"].as_str(), row["date"].as_str())).collect();
    assert_eq!(found, [("old", "2024-06-01"), ("new", "2024-07-01")]);
}

#[test]
fn rows_that_are_none() {
    refused(&day(4, " ,2024-03-01T05,10,0.5"), "line 6, column `station`, value ` `: no station");
    let message = "line 6: the row has 3 cells, the header 4";
    let rows = marked(&day(4, "a,2024-03-01T05,10"), &[message]);
    assert_eq!(rows[0]["pm25"], "10");
}

#[test]
fn headers() {
    refused(
        "station,time,a\nx,2024-03-01T01,1\n",
        "line 1: no column to judge, expected at least one of so2, no2, co, \
        o3_1h, o3, pm10, pm25",
    );
    refused("time,pm25\n2024-03-01T01,1\n", "line 1: no column `station`");
    refused("station,date,pm25\na,2024-03-01,1\n", "line 1: no column `hour`");
    refused(
        "station,pm25\na,1\n",
        "line 1: nothing tells the hour: expected columns `time`, or `date` and `hour`, or \
        `year`, `month`, `day` and `hour`",
    );
    refused(
        "station,time,o3,o3_1h\na,2024-03-01T01,1,1\n",
        "line 1: `o3` and `o3_1h` hold the same pollutant; keep one"
            .replace("`o3` and `o3_1h`", "`o3_1h` and `o3`")
            .as_str(),
    );
    refused(
        "station,time,date,pm25\na,2024-03-01T01,2024-03-01,1\n",
        "line 1: more than one of `time`, `date`, and \
        `month` with `day` are there and could disagree; keep one",
    );
}

#[test]
fn requests() {
    let numbers = "station,month,day,hour,pm25\na,3,1,1,10\n";
    for (arguments, message) in [
        (
            &["--year", "2024"][..],
            "columns of month, day and hour do not tell whether hours are beginnings or ends: give \
          --labels start|end",
        ),
        (&["--labels", "start"][..], "there is no column `year`: give --year"),
    ] {
        let run = run(numbers, arguments);
        assert_eq!((run.code, run.err), (2, format!("eqs: {message}\n")));
    }
    let run = run(&day(30, ""), &["--exclude", "b"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (2, "eqs: option --exclude, value `b`: no such station in the files\n")
    );
    let run = self::run(&day(30, ""), &["--year", "2023"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (1, "eqs: no row is of the days and stations that are asked for\n")
    );
    for unit in ["co=ppb", "co", "no=ug/m3", "co=mg/L"] {
        assert_eq!(self::run(&day(30, ""), &["--unit", unit]).code, 2, "{unit}");
    }
}

/// Two stations of Nanyang have one name in the national publication.
#[test]
fn stations_of_one_name() {
    let arguments =
        ["air-stats", "tests/data/station_hourly_2020_sample.csv", "--table", "daily", "--format", "csv"];
    let run = eqs(&arguments);
    assert_eq!(
        run.err,
        "eqs: tests/data/station_hourly_2020_sample.csv, line 19, column `hour`, value `18`: station `环保局` has this \
         hour twice\n"
    );
    let run = eqs(&[&arguments[..], &["--on-error", "mark", "--lang", "zh"]].concat());
    assert!(
        run.code == 0 && run.err.ends_with("eqs: 警告：4875行中有157处被拒，均按缺测处理\n"),
        "{}",
        run.err
    );
}
