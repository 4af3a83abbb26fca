//! Every refusal: exit code 1, its message, and nothing on standard output.

use crate::support::{eqs, eqs_on, file};

#[track_caller]
fn refused(input: &[u8], arguments: &[&str], message: &str) {
    let run = eqs_on(input, arguments);
    assert_eq!(run.err, format!("eqs: {message}\n"));
    assert_eq!((run.code, run.out.as_str()), (1, ""));
}

/// On a file of hourly values, judged by the edition of 2012.
#[track_caller]
fn hourly(input: &str, message: &str) {
    refused(input.as_bytes(), &["aqi", "-", "--report", "hourly", "--edition", "2012"], message);
}

/// On a file of hourly values, judged by their days.
#[track_caller]
fn dated(input: &str, message: &str) {
    refused(input.as_bytes(), &["aqi", "-", "--report", "hourly"], message);
}

#[test]
fn negative_values() {
    hourly(
        "pm25,co\n35,0.4\n12,-0.1\n",
        "<stdin>, line 3, column `co`, value `-0.1`: negative, expected 0 or more",
    );
}

#[test]
fn text_and_not_a_number() {
    let message = |value: &str| {
        format!(
            "<stdin>, line 2, column `pm25`, value `{value}`: not a decimal number (expected digits with at most \
             one point, for example 35 or 0.02); missing is empty or NA, not monitored is /"
        )
    };
    for value in ["NaN", "inf", "-", "null", "1e2", "35 µg", "1 000", "３５", "0x10", "35.1.2", "na", "#N/A"]
    {
        hourly(&format!("pm25\n{value}\n"), &message(value));
    }
    hourly("pm25\n\"3,5\"\n", &message("3,5"));
    hourly(
        "pm25\n12345678901234567890\n",
        "<stdin>, line 2, column `pm25`, value `12345678901234567890`: more than 18 digits; missing is empty or NA, \
         not monitored is /",
    );
}

#[test]
fn more_digits_than_the_edition_keeps() {
    hourly(
        "pm25\n35.5\n",
        "<stdin>, line 2, column `pm25`, value `35.5`: more than 0 decimal places in µg/m³; --digits round rounds \
         half to even first",
    );
    hourly(
        "co\n0.45\n",
        "<stdin>, line 2, column `co`, value `0.45`: more than 1 decimal places in mg/m³; --digits round rounds half \
         to even first",
    );
}

#[test]
fn files_without_rows() {
    hourly("", "<stdin>: the file is empty, expected a header row");
    hourly("\n\r\n", "<stdin>: the file is empty, expected a header row");
    hourly("pm25,pm10\n", "<stdin>: the file has a header and no rows");
    hourly("pm25,pm10\n\n\n", "<stdin>: the file has a header and no rows");
}

#[test]
fn missing_columns() {
    hourly(
        "a,b\n1,2\n",
        "<stdin>, line 1: no column to judge, expected at least one of so2, no2, co, o3_1h, pm10, pm25",
    );
    hourly(
        "pm25;pm10\n1;2\n",
        "<stdin>, line 1: no column to judge, expected at least one of so2, no2, co, o3_1h, pm10, pm25; the header \
         seems to be separated by ';', expected commas",
    );
    // The 8 h mean has no part in an hourly report.
    hourly(
        "\no3_8h\n1\n",
        "<stdin>, line 2: no column to judge, expected at least one of so2, no2, co, o3_1h, pm10, pm25",
    );
    dated(
        "pm25\n1\n",
        "<stdin>, line 1: nothing says which edition the rows are judged by: expected a column `date` / `time`, or \
         --edition NAME",
    );
    dated(
        "date,time,pm25\n2020-01-01,2020-01-01T01,1\n",
        "<stdin>, line 1: both `date` and `time` are there and could disagree; keep one of them, or give --edition",
    );
}

#[test]
fn columns_that_stand_twice_or_are_reserved() {
    hourly(
        "pm25,x,pm25\n1,2,3\n",
        "<stdin>, line 1, column `pm25`: two columns have this name (columns 1 and 3)",
    );
    hourly("pm25,,\n1,2,3\n", "<stdin>, line 1, column ``: two columns have this name (columns 2 and 3)");
    hourly(
        "pm25, pm25\n1,2\n",
        "<stdin>, line 1, column ` pm25`: two columns have this name (columns 1 and 2)",
    );
    hourly(
        "pm25,eqs_aqi\n1,2\n",
        "<stdin>, line 1, column `eqs_aqi`: names that begin with eqs_ are those of the output; rename or remove the \
         column",
    );
}

#[test]
fn rows_of_another_length() {
    hourly("pm25,x\n1,2\n3\n", "<stdin>, line 3: the row has 1 cell, the header 2");
    hourly(
        "pm25,x\n1,2\n3,4,5,6\n",
        "<stdin>, line 3: the row has 4 cells, the header 2; beyond it: `5`, `6`",
    );
    hourly(
        "pm25,x\n1,2\n3,\"4\n5,6\n",
        "<stdin>, line 3: a quote opened in this row is never closed, so the rest of the file is one cell",
    );
}

#[test]
fn encodings() {
    let arguments = ["aqi", "-", "--report", "hourly", "--edition", "2012"];
    let advice = "not UTF-8 (perhaps GBK?); save the file as UTF-8";
    let beijing = b"\xB1\xB1\xBE\xA9";
    refused(
        &[b"city,pm25\nx,1\n", &beijing[..], b",2\n"].concat(),
        &arguments,
        &format!("<stdin>, line 3: {advice}"),
    );
    refused(
        &[b"pm25,", &beijing[..], b"\n1,2\n"].concat(),
        &arguments,
        &format!("<stdin>, line 1: {advice}"),
    );
    refused(
        b"\xFF\xFEp\0m\0",
        &arguments,
        "<stdin>, line 1: not UTF-8 (it begins with the mark of UTF-16); save the file as UTF-8",
    );
    refused(
        b"pm25,x\r1,2\r",
        &arguments,
        "<stdin>, line 1: lines end with a carriage return alone; save the file with LF or CRLF",
    );
}

#[test]
fn days_hours_and_labels() {
    dated(
        "date,pm25\n2026-02-30,1\n",
        "<stdin>, line 2, column `date`, value `2026-02-30`: not a day, expected YYYY-MM-DD or YYYYMMDD",
    );
    dated(
        "date,pm25\n,1\n",
        "<stdin>, line 2, column `date`, value ``: not a day, expected YYYY-MM-DD or YYYYMMDD",
    );
    dated(
        "date,hour,pm25\n2026-03-01,25,1\n",
        "<stdin>, line 2, column `hour`, value `25`: not an hour from 0 to 24",
    );
    for time in ["2026-03-01", "2026-03-01T00:30", "2026-03-01T00Z", "1.3.2026 01:00"] {
        dated(
            &format!("time,pm25\n{time},1\n"),
            &format!(
                "<stdin>, line 2, column `time`, value `{time}`: not the label of an hour, expected 2026-03-01T05 \
                 or 2026-03-01 05:00 (local time, no zone)"
            ),
        );
    }
}

#[test]
fn days_before_the_first_edition() {
    dated(
        "date,pm25\n2012-12-31,1\n",
        "<stdin>, line 2, column `date`, value `2012-12-31`: no edition of HJ 633 known here is in force on \
         2012-12-31 (the first begins on 2016-01-01)",
    );
    // The first hour of a year closes the last day of the one before.
    dated(
        "time,pm25\n2016-01-01T00,1\n",
        "<stdin>, line 2, column `time`, value `2016-01-01T00`: no edition of HJ 633 known here is in force on \
         2015-12-31 (the first begins on 2016-01-01)",
    );
    refused(
        b"",
        &["limits", "--standard", "GB 3838", "--on", "2002-05-31"],
        "no edition of GB 3838 known here is in force on 2002-05-31 (the first begins on 2002-06-01)",
    );
}

#[test]
fn lines_are_those_of_the_file() {
    let input = "\u{FEFF}note,pm25\r\n\"two\r\nlines\",1\r\n\r\nx,1\r\n\"three\r\n\r\nlines\",-1\r\n";
    hourly(input, "<stdin>, line 8, column `pm25`, value `-1`: negative, expected 0 or more");
}

#[test]
fn long_and_odd_values_stay_on_one_line() {
    let value = format!("\"a\n\u{1B}{}\"", "x".repeat(200));
    let run = eqs_on(
        format!("pm25\n{value}\n").as_bytes(),
        &["aqi", "-", "--report", "hourly", "--edition", "2012"],
    );
    assert_eq!(run.err.lines().count(), 1);
    assert!(run.err.contains("value `a\\n\\u{1b}xxx") && run.err.contains("x…`"), "{}", run.err);
}

#[test]
fn files_that_cannot_be_read() {
    let run = eqs(&["aqi", "no-such-file.csv", "--report", "hourly"]);
    assert_eq!(run.code, 1);
    assert!(run.err.starts_with("eqs: no-such-file.csv: No such file or directory"), "{run:?}");
    let run = eqs(&["aqi", "tests", "--report", "hourly"]);
    assert_eq!(run.code, 1);
    assert!(run.err.starts_with("eqs: tests: "), "{run:?}");
    let input = file("unwritable.csv", b"pm25\n1\n");
    let arguments = ["--report", "hourly", "--edition", "2012", "-o", "no-such-directory/out.csv"];
    let run = eqs(&[&["aqi", input.to_str().unwrap()], &arguments[..]].concat());
    assert_eq!(run.code, 1);
    assert!(run.err.starts_with("eqs: no-such-directory/out.csv: "), "{run:?}");
}
