//! `--on-error mark`: nothing is lost, and each bad row says why.

use crate::support::{eqs_on, marked, output, records};

const MARK: &[&str] = &["aqi", "-", "--report", "hourly", "--on-error", "mark"];

#[test]
fn bad_rows_are_kept_with_their_reason() {
    let input = b"date,pm25,note\n\
        2020-01-01,55,fine\n\
        2020-01-02,-5,negative\n\
        2020-01-03,NaN,text\n\
        2020-01-04,5.5,digits\n\
        2020-13-01,5,day\n\
        1999-01-01,5,before\n\
        2020-01-05\n\
        2020-01-06,7,long,more,cells\n\
        2020-01-07,8,\xB1\xB1\n\
        2020-01-08,55,fine\n";
    let rows = records(&marked(eqs_on(input, MARK), "8 of 10 rows"));
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row["pm25"].as_str(), row["eqs_aqi"].as_str(), row["eqs_reason"].as_str()))
        .collect();
    let begins = [
        ("55", "75", ""),
        ("-5", "", "<stdin>, line 3, column `pm25`, value `-5`: negative"),
        ("NaN", "", "<stdin>, line 4, column `pm25`, value `NaN`: not a decimal number"),
        ("5.5", "", "<stdin>, line 5, column `pm25`, value `5.5`: more than 0 decimal places"),
        ("5", "", "<stdin>, line 6, column `date`, value `2020-13-01`: not a day"),
        ("5", "", "<stdin>, line 7, column `date`, value `1999-01-01`: no edition of HJ 633"),
        ("", "", "<stdin>, line 8: the row has 1 cell, the header 3"),
        ("7", "", "<stdin>, line 9: the row has 5 cells, the header 3; beyond it: `more`, `cells`"),
        ("8", "", "<stdin>, line 10: not UTF-8 (perhaps GBK?)"),
        ("55", "75", ""),
    ];
    assert_eq!(found.len(), begins.len());
    for ((pm25, aqi, reason), (expected_pm25, expected_aqi, begin)) in found.into_iter().zip(begins) {
        assert_eq!((pm25, aqi), (expected_pm25, expected_aqi), "{reason}");
        assert!(reason.starts_with(begin), "{reason}");
    }
    assert_eq!(rows[7]["note"], "long");
    assert_eq!(rows[8]["note"], "\\xB1\\xB1");
}

#[test]
fn an_open_quote_keeps_what_it_swallows() {
    let rows = records(&marked(eqs_on(b"date,pm25\n2020-01-01,\"55\n2020-01-02,7\n", MARK), "1 of 1 rows"));
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["pm25"], "55\n2020-01-02,7\n");
    assert!(rows[0]["eqs_reason"].contains("never closed"), "{rows:?}");
}

#[test]
fn a_bad_header_is_refused_all_the_same() {
    for input in ["", "date,pm25\n", "pm25\n1\n", "date,pm25,pm25\n2020-01-01,1,2\n"] {
        let run = eqs_on(input.as_bytes(), MARK);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{input:?}");
    }
}

#[test]
fn rows_without_a_verdict_are_no_bad_rows() {
    let input = b"time,pm25\n2026-03-01T01,\n2026-03-01T02,43\n";
    let fail = output(eqs_on(input, &["aqi", "-", "--report", "hourly"]));
    assert_eq!(fail, output(eqs_on(input, MARK)));
    let rows = records(&fail);
    assert!(rows.iter().all(|row| row["eqs_aqi"].is_empty() && !row["eqs_reason"].is_empty()), "{rows:?}");
}
