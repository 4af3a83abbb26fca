//! Which units convert, and into what.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use eqs_core::{Quantity, QuantityError, Unit};

/// The same quantity in every unit of its kind.
const EQUAL: [&[(&str, &str)]; 16] = [
    &[("30.5", "µg/m³"), ("0.0305", "mg/m³")],
    &[("82", "ppb"), ("0.082", "ppm")],
    &[("1.5", "µg/L"), ("0.0015", "mg/L")],
    &[("20000", "MPN/L"), ("2000", "MPN/100mL")],
    &[("1", "CFU/mL"), ("100", "CFU/100mL")],
    &[("250000000", "ng/kg"), ("250000", "µg/kg"), ("250", "mg/kg"), ("0.25", "g/kg")],
    &[("2500000000", "Hz"), ("2500000", "kHz"), ("2500", "MHz"), ("2.5", "GHz")],
    &[("4000", "V/m"), ("4", "kV/m")],
    &[("100", "µT"), ("0.1", "mT")],
    &[("80", "A/m")],
    &[("0.4", "W/m²")],
    &[("0.5", "Bq/L")],
    &[("3", "NTU")],
    &[("15", "PCU")],
    &[("200", "mV")],
    &[("55", "dB(A)")],
];

fn quantity((value, symbol): (&str, &str)) -> Quantity {
    Quantity::parse(value, Unit::of(symbol)).unwrap()
}

#[test]
fn units_of_one_kind_convert_exactly() {
    for row in EQUAL {
        for one in row.iter().copied().map(quantity) {
            for other in row.iter().copied().map(quantity) {
                assert_eq!(one.convert_to(other.unit), Ok(other), "{one}");
                assert_eq!(one.compare(other), Ok(Ordering::Equal), "{one} {other}");
            }
        }
    }
}

#[test]
fn a_kind_has_the_units_listed_here_and_no_others() {
    for row in EQUAL {
        let listed: BTreeSet<_> = row.iter().map(|(_, symbol)| *symbol).collect();
        let kind = Unit::of(row[0].1).kind();
        let units = Unit::all().filter(|unit| unit.kind() == kind).map(Unit::symbol);
        assert_eq!(units.collect::<BTreeSet<_>>(), listed, "{kind}");
    }
}

#[test]
fn what_looks_alike_but_is_of_another_kind_is_refused() {
    for (one, other) in [
        ("mg/L", "mg/m³"),
        ("mg/L", "mg/kg"),
        ("MPN/100mL", "CFU/100mL"),
        ("个/L", "MPN/L"),
        ("ppb", "µg/m³"),
        ("ppm", "mg/kg"),
        ("dB(A)", "%"),
        ("mV", "V/m"),
        ("µT", "A/m"),
        ("V/m", "W/m²"),
        ("NTU", "PCU"),
        ("Bq/L", "个/L"),
    ] {
        let (one, other) = (quantity(("1", one)), quantity(("1", other)));
        for (given, expected) in [(one, other), (other, one)] {
            let mismatch = given.compare(expected).unwrap_err();
            assert_eq!((mismatch.given, mismatch.expected), (given.unit, expected.unit));
            assert_eq!(given.convert_to(expected.unit), Err(QuantityError::Unit(mismatch)));
        }
    }
}

#[test]
fn spellings_without_special_letters_are_read() {
    for (text, symbol) in [
        ("umol/mol", "ppm"),
        ("nmol/mol", "ppb"),
        ("uT", "µT"),
        ("μT", "µT"), // the Greek letter, not the micro sign
        ("W/m2", "W/m²"),
        ("dB", "dB(A)"),
    ] {
        assert_eq!(text.parse(), Ok(Unit::of(symbol)), "{text}");
    }
}

/// Reports print the litre as a small letter, too.
#[test]
fn litres_in_small_letters_are_read() {
    for (text, symbol) in [
        ("mg/l", "mg/L"),
        ("µg/l", "µg/L"),
        ("ug/l", "µg/L"),
        ("MPN/l", "MPN/L"),
        ("MPN/100ml", "MPN/100mL"),
        ("CFU/ml", "CFU/mL"),
        ("CFU/100ml", "CFU/100mL"),
    ] {
        assert_eq!(text.parse(), Ok(Unit::of(symbol)), "{text}");
    }
}
