//! GB 8702: limits by frequency, against integer arithmetic over the printed formulas.

use std::cmp::Ordering;

use eqs_core::{Decimal, Fraction, Quantity, Rounding, Unit};
use eqs_standards::gb8702::{Field, FrequencyError, Gb8702};
use proptest::prelude::*;

const PRINTED: &str = include_str!("../../data/gb8702/2014-table1.csv");

fn standard() -> Gb8702 {
    Gb8702::named("2014").unwrap()
}

fn frequency(text: &str, unit: &str) -> Quantity {
    Quantity::parse(text, Unit::of(unit)).unwrap()
}

/// A printed number as a fraction: `0.22`, `1/7500`.
fn fraction(text: &str) -> (i128, i128) {
    if let Some((above, below)) = text.split_once('/') {
        return (above.parse().unwrap(), below.parse().unwrap());
    }
    let places = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    (text.replace('.', "").parse().unwrap(), 10_i128.pow(places.try_into().unwrap()))
}

/// The square of a printed formula at a frequency given in its own unit.
fn square(coefficient: &str, power: &str, frequency: &str) -> (i128, i128) {
    let ((above, below), (one, other)) = (fraction(coefficient), fraction(frequency));
    let (above, below) = (above * above, below * below);
    let times = |above: i128, below: i128, count: u32| (above.pow(count), below.pow(count));
    let (up, down) = match power {
        "0" => (1, 1),
        "0.5" => times(one, other, 1),
        "1" => times(one, other, 2),
        "-0.5" => times(other, one, 1),
        "-1" => times(other, one, 2),
        "-2" => times(other, one, 4),
        power => panic!("{power}"),
    };
    (above * up, below * down)
}

/// Rows of the print: number, ends, unit of the frequency, and coefficient and power of each field.
fn rows() -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(PRINTED.as_bytes()).into_records().map(Result::unwrap).collect()
}

/// Frequencies inside a row, not on its ends.
fn inside(row: &csv::StringRecord) -> &'static [&'static str] {
    match &row[0] {
        "1" => &["1.5", "2", "5", "7.99"],
        "2" => &["8.01", "10", "16", "24"],
        "3" => &["0.05", "0.06", "0.4", "1.1"],
        "4" => &["1.21", "2", "2.8"],
        "5" => &["3", "10", "56.9"],
        "6" => &["58", "75", "99"],
        "7" => &["0.11", "1", "2.9"],
        "8" => &["3.1", "5", "10", "13.56", "27.12"],
        "9" => &["31", "900", "1800", "2450"],
        "10" => &["3001", "3500", "4900", "14999"],
        "11" => &["15.1", "26", "60", "299"],
        row => panic!("{row}"),
    }
}

const PLACES: u8 = 5;

/// For each row, field and frequency: the root rounded half to even lies within half a unit of its last digit, and
/// `compare` changes its answer between the two neighbours of the root. All in integers.
#[test]
fn every_formula_is_exact() {
    let (mut exact, mut checked) = (0, 0);
    for row in rows() {
        for text in inside(&row) {
            for (at, field) in Field::ALL.iter().enumerate() {
                let limit = standard().limit(*field, frequency(text, &row[3])).unwrap();
                let (coefficient, power) = (&row[4 + 2 * at], &row[5 + 2 * at]);
                assert_eq!(limit.is_none(), coefficient.is_empty());
                let Some(limit) = limit else { continue };
                let (above, below) = square(coefficient, power, text);
                assert_eq!(
                    limit.square(),
                    Fraction::new(above, below).unwrap(),
                    "{field} at {text} {}",
                    &row[3]
                );
                assert!(!limit.at_shared_end);
                let scale = 10_i128.pow(2 * u32::from(PLACES));
                let rounded = limit.round(PLACES, Rounding::HalfEven).unwrap();
                let digits = rounded.value.mantissa_at(PLACES).unwrap();
                let (twice, four) = (2 * digits, 4 * scale * above);
                assert!(
                    (twice - 1).pow(2) * below <= four && four <= (twice + 1).pow(2) * below,
                    "{rounded}"
                );
                let floor = (scale * above / below).isqrt();
                let at_grid = |digits: i128| {
                    let value = Decimal::new(digits.try_into().unwrap(), PLACES);
                    limit.compare(Quantity::new(value, field.unit())).unwrap()
                };
                let is_exact = floor * floor * below == scale * above;
                assert_eq!(at_grid(floor), if is_exact { Ordering::Equal } else { Ordering::Greater });
                assert_eq!(at_grid(floor + 1), Ordering::Less);
                assert_eq!(
                    limit.round(PLACES, Rounding::Truncate).unwrap().value.mantissa_at(PLACES),
                    Some(floor)
                );
                let up = limit.round(PLACES, Rounding::Up).unwrap().value.mantissa_at(PLACES);
                assert_eq!(up, Some(if is_exact { floor } else { floor + 1 }));
                exact += usize::from(is_exact);
                checked += 1;
            }
        }
    }
    assert_eq!((checked, exact), (143, 85));
}

/// Ten frequencies end one row and begin the next: the smaller value holds, and says that it was chosen.
#[test]
fn a_shared_end_takes_the_smaller_value() {
    let rows = rows();
    let mut ends = 0;
    for pair in rows.windows(2) {
        let (lower, upper) = (&pair[0], &pair[1]);
        let shared = frequency(&lower[2], &lower[3]);
        assert!(shared.compare(frequency(&upper[1], &upper[3])).unwrap().is_eq(), "{lower:?}");
        for (at, field) in Field::ALL.iter().enumerate() {
            let printed = [(lower, &lower[2]), (upper, &upper[1])].map(|(row, frequency)| {
                let (coefficient, power) = (&row[4 + 2 * at], &row[5 + 2 * at]);
                let square = (!coefficient.is_empty()).then(|| square(coefficient, power, frequency))?;
                Fraction::new(square.0, square.1)
            });
            let smaller = printed.into_iter().flatten().min();
            let limit = standard().limit(*field, shared).unwrap();
            assert_eq!(limit.map(|limit| limit.square()), smaller, "{field} at {shared}");
            assert_eq!(limit.map(|limit| limit.at_shared_end), smaller.map(|_| true));
        }
        ends += 1;
    }
    assert_eq!(ends, 10);
}

#[test]
fn the_table_ends_at_1_hz_and_300_ghz() {
    for (text, unit) in [("1", "Hz"), ("0.001", "kHz"), ("300", "GHz"), ("300000", "MHz")] {
        assert!(standard().limit(Field::Electric, frequency(text, unit)).unwrap().is_some(), "{text} {unit}");
    }
    for (text, unit) in
        [("0.999999", "Hz"), ("0", "Hz"), ("-50", "Hz"), ("300.000001", "GHz"), ("300001", "MHz")]
    {
        let error = standard().limit(Field::Electric, frequency(text, unit)).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("{text} {unit} lies outside the table of GB 8702, expected 1 Hz to 300 GHz")
        );
    }
    let error = standard().limit(Field::Electric, frequency("50", "V/m")).unwrap_err();
    assert_eq!(error.to_string(), "V/m (electric field strength) does not convert to Hz (frequency)");
}

#[test]
fn values_of_another_unit_are_converted_or_refused() {
    let mains = standard().limit(Field::Electric, frequency("50", "Hz")).unwrap().unwrap();
    let compare = |text, unit| mains.compare(frequency(text, unit)).unwrap();
    assert_eq!(compare("4000", "V/m"), Ordering::Equal);
    assert_eq!(compare("4", "kV/m"), Ordering::Equal);
    assert_eq!(compare("4.000000001", "kV/m"), Ordering::Less);
    // A negative reading of a field has no direction to exceed.
    assert_eq!(compare("-5", "kV/m"), Ordering::Greater);
    let error = mains.compare(frequency("1", "µT")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "µT (magnetic flux density) does not convert to V/m (electric field strength)"
    );
}

#[test]
fn too_many_digits_are_said_and_not_rounded() {
    let long = frequency("1.23456789012345678", "Hz");
    let error = standard().limit(Field::Magnetic, long).unwrap_err();
    assert_eq!(error, FrequencyError::TooManyDigits(long));
    assert_eq!(error.to_string(), "1.23456789012345678 Hz has too many digits");
    // The electric field of the row does not depend on the frequency.
    assert!(standard().limit(Field::Electric, long).unwrap().is_some());
}

#[test]
fn overhead_lines_over_farmland_have_a_limit_of_their_own() {
    let limits: Vec<_> = standard().overhead_lines().collect();
    assert_eq!(limits.len(), 1);
    assert_eq!(limits[0].value().unwrap().to_string(), "10 kV/m");
    assert!(standard().limits().any(|limit| limit == limits[0]));
}

proptest! {
    /// Whatever the digits: an answer or a named refusal.
    #[test]
    fn no_frequency_panics(
        mantissa in -10_i64..1_000_000_000_000_000_000,
        places in 0_u8..=18,
        unit in prop::sample::select(vec!["Hz", "kHz", "MHz", "GHz", "V/m"]),
        to in 0_u8..=18,
        value in 0_i64..1_000_000_000_000_000_000,
    ) {
        let asked = Quantity::new(Decimal::new(mantissa, places), Unit::of(unit));
        for field in Field::ALL {
            match standard().limit(*field, asked) {
                Ok(Some(limit)) => {
                    let rounded = limit.round(to, Rounding::HalfEven);
                    if let (Some(down), Some(up)) = (limit.round(to, Rounding::Truncate), limit.round(to, Rounding::Up)) {
                        prop_assert!(down.value <= up.value);
                        prop_assert!(rounded.is_some_and(|nearest| nearest == down || nearest == up));
                    }
                    let read = Quantity::new(Decimal::new(value, to), field.unit());
                    match limit.compare(read) {
                        Ok(_) | Err(FrequencyError::TooManyDigits(_)) => {}
                        Err(error) => prop_assert!(false, "{error}"),
                    }
                }
                Ok(None) => prop_assert_eq!(*field, Field::PowerDensity),
                Err(FrequencyError::OutOfTable { frequency, .. }) => prop_assert_eq!(frequency, asked),
                Err(FrequencyError::TooManyDigits(frequency)) => prop_assert_eq!(frequency, asked),
                Err(FrequencyError::Unit(_)) => prop_assert_eq!(unit, "V/m"),
                Err(error) => prop_assert!(false, "{error}"),
            }
        }
    }
}
