//! The worked examples of GB/T 8170-2008, and the examples of rounding to the digits of HJ 663.
//!
//! `tests/data/rounding-vectors.csv` and `rounding-vectors-air.csv` are quoted CSV; the columns `note`,
//! `confidence` and `source_ids` say why a row is there and how well it is confirmed.

use std::collections::BTreeMap;

use eqs_core::{Decimal, Relation, ReportedMark, Rounding};

/// One row, by the names of its columns.
type Row = BTreeMap<String, String>;

/// A kind of rows, how many of them there are, and how one is checked.
type Kind = (&'static str, usize, fn(&Row));

#[test]
fn gb_t_8170() {
    let kinds: [Kind; 6] = [
        ("compare", 21, compare),
        ("interval", 30, interval),
        ("reported_mark", 6, reported_mark),
        ("sigfig", 1, significant_digits),
        ("unit_0.2", 6, |row| part(row, 5)),
        ("unit_0.5", 4, |row| part(row, 2)),
    ];
    run(include_str!("../data/rounding-vectors.csv"), &kinds);
}

#[test]
fn decimals_of_air_figures() {
    run(include_str!("../data/rounding-vectors-air.csv"), &[("rounding", 22, decimals)]);
}

#[test]
fn significant_digits_across_a_power_of_ten() {
    for (value, digits, expected) in [
        ("9.996", 3, "10.0"),
        ("99.96", 3, "100"),
        ("0.09996", 3, "0.100"),
        ("999.6", 3, "1000"),
        ("0.00", 3, "0.00"),
        ("10", 3, "10.0"),
    ] {
        let rounded = number(value).round_significant(digits, Rounding::HalfEven).unwrap();
        assert_eq!(rounded.to_string(), expected, "{value}");
    }
}

/// Runs each row by its kind, and sees that every kind has the rows that it should have.
#[track_caller]
fn run(text: &str, kinds: &[Kind]) {
    let rows: Vec<Row> =
        csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect();
    let mut seen = BTreeMap::<&str, usize>::new();
    for row in &rows {
        let kind = row["kind"].as_str();
        let (_, _, check) = kinds.iter().find(|(known, ..)| *known == kind).expect(kind);
        check(row);
        *seen.entry(kind).or_default() += 1;
    }
    assert_eq!(seen, kinds.iter().map(|&(kind, rows, _)| (kind, rows)).collect());
}

/// The result has the expected value, and prints as the expected text: `1.0` is not reported as `1`.
#[track_caller]
fn check(row: &Row, result: Decimal, expected: &str) {
    assert_eq!(result, number(expected), "{row:?}");
    assert_eq!(result.to_string(), expected, "{row:?}");
}

fn interval(row: &Row) {
    let rounded = number(&row["input"]).round(places(&row["param"]), Rounding::HalfEven).unwrap();
    check(row, rounded, &row["expected"]);
}

fn significant_digits(row: &Row) {
    let digits = row["param"].parse().unwrap();
    let rounded = number(&row["input"]).round_significant(digits, Rounding::HalfEven).unwrap();
    check(row, rounded, &row["expected"]);
}

fn part(row: &Row, parts: u8) {
    let rounded = number(&row["input"]).round_to_part(places(&row["param"]), parts).unwrap();
    check(row, rounded, &row["expected"]);
}

fn reported_mark(row: &Row) {
    let mark = match row["mark"].as_str() {
        "+" => ReportedMark::Larger,
        "-" => ReportedMark::Smaller,
        "" => ReportedMark::Exact,
        other => panic!("{other}"),
    };
    let rounded = number(&row["input"]).round_reported(places(&row["param"]), mark).unwrap();
    check(row, rounded, &row["expected"]);
}

/// Both methods of comparing with a limit (clause 4): the full value, and the value rounded first.
fn compare(row: &Row) {
    let (limit, interval) = row["param"].split_once("; rounding interval ").unwrap();
    let meets =
        |value: Decimal| limits(limit).into_iter().all(|(relation, limit)| relation.holds(value.cmp(&limit)));
    let [full, rounded_value, rounded] = fields(&row["expected"], ["full", "rounded_value", "rounded"]);
    let value = number(&row["input"]);
    let after = value.round(places(interval), Rounding::HalfEven).unwrap();

    check(row, after, rounded_value);
    assert_eq!(meets(value), verdict(full), "{row:?}");
    assert_eq!(meets(after), verdict(rounded), "{row:?}");
}

fn decimals(row: &Row) {
    let [value, places] = fields(&row["input"], ["value", "decimals"]);
    let [expected] = fields(&row["expected"], ["rounded"]);
    let rounded = number(value).round(places.parse().unwrap(), Rounding::HalfEven).unwrap();
    check(row, rounded, expected);
}

/// `limit >= 1400`, `limit <= 0.5` or `limit range 1.2..1.6`, both ends included.
fn limits(text: &str) -> Vec<(Relation, Decimal)> {
    match text.split(' ').collect::<Vec<_>>()[..] {
        ["limit", ">=", limit] => vec![(Relation::AtLeast, number(limit))],
        ["limit", "<=", limit] => vec![(Relation::AtMost, number(limit))],
        ["limit", "range", range] => {
            let (low, high) = range.split_once("..").unwrap();
            vec![(Relation::AtLeast, number(low)), (Relation::AtMost, number(high))]
        }
        _ => panic!("{text}"),
    }
}

/// The values of `name=value` pairs, which must stand in this order and be all there are.
#[track_caller]
fn fields<'a, const N: usize>(text: &'a str, names: [&str; N]) -> [&'a str; N] {
    let pairs: Vec<(&str, &str)> = text.split(';').map(|pair| pair.split_once('=').unwrap()).collect();
    assert!(pairs.iter().map(|pair| pair.0).eq(names), "{text}");
    std::array::from_fn(|index| pairs[index].1)
}

fn verdict(text: &str) -> bool {
    match text {
        "pass" => true,
        "fail" => false,
        _ => panic!("{text}"),
    }
}

/// The places of a rounding interval: 1 for `0.1`, −2 for `100`.
fn places(interval: &str) -> i8 {
    assert_eq!(interval.replace(['0', '.'], ""), "1", "{interval}");
    match interval.split_once('.') {
        Some((_, places)) => i8::try_from(places.len()).unwrap(),
        None => 1 - i8::try_from(interval.len()).unwrap(),
    }
}

fn number(text: &str) -> Decimal {
    text.parse().expect(text)
}
