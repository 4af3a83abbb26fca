//! GB 3838-2002 table 1: vectors of single items, sections and multiples, and every edge of every item.

use std::collections::BTreeMap;

use eqs_assess::surface_water::{
    HeavyMetals, SurfaceWaterError, WaterOptions, exceedance_multiple, item_grade, surface_water,
};
use eqs_core::{Decimal, Indicator, Note, Quantity, Reason, Relation, Rounding, Unit, WaterBody, WaterGrade};
use eqs_standards::gb3838::{Gb3838, WaterItem, WaterLimits};
use serde_json::Value;

use crate::vectors::{self, Vector};

fn standard() -> Gb3838 {
    Gb3838::named("2002").unwrap()
}

fn json(vector: &Vector, column: &str) -> Value {
    serde_json::from_str(vector.column(column)).unwrap()
}

fn body(input: &Value) -> WaterBody {
    input["body"].as_str().unwrap().parse().unwrap()
}

fn key(indicator: Indicator) -> &'static str {
    standard().items().iter().find(|item| item.indicator == indicator).unwrap().key
}

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/gb3838-vectors.csv"));
    for vector in &vectors {
        match vector.kind.as_str() {
            "item_class" => single(vector),
            "exceed_multiple" => multiple(vector),
            "section" => section(vector),
            other => panic!("{}: no runner for {other}", vector.id),
        }
    }
    let counts: Vec<_> = vectors::counts(&vectors).into_iter().collect();
    assert_eq!(counts, [("exceed_multiple", 8), ("item_class", 69), ("section", 13)]);
}

fn single(vector: &Vector) {
    let input = json(vector, "input_json");
    let value: Decimal = input["value"].as_str().unwrap().parse().unwrap();
    let item = standard().item_by_key(input["item"].as_str().unwrap(), body(&input));
    let grade = item.and_then(|item| item_grade(item, value));
    let expected = json(vector, "expected_json");
    assert_eq!(grade.map(WaterGrade::code), expected["class"].as_str(), "{}", vector.id);
}

fn multiple(vector: &Vector) {
    let input = json(vector, "input_json");
    let value: Decimal = input["value"].as_str().unwrap().parse().unwrap();
    let item = standard().item_by_key(input["item"].as_str().unwrap(), body(&input)).unwrap();
    let expected = json(vector, "expected_json");
    let expected: Option<Decimal> = expected["multiple"].as_str().map(|multiple| multiple.parse().unwrap());
    assert_eq!(exceedance_multiple(item, value), expected.map(Decimal::to_fraction), "{}", vector.id);
}

fn section(vector: &Vector) {
    let input = json(vector, "input_json");
    let body = body(&input);
    let sample: Vec<_> = input["values"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(key, value)| {
            let item = standard().item_by_key(key, body).unwrap();
            (item.indicator, Quantity::parse(value.as_str().unwrap(), item.unit).unwrap())
        })
        .collect();
    let verdict = surface_water(standard(), body, &sample, WaterOptions::default()).unwrap();
    let found = verdict.outcome.determined().unwrap();
    let expected = json(vector, "expected_json");
    assert_eq!(found.grade.code(), expected["class"], "{}", vector.id);
    assert_eq!(found.grade.status().zh(), expected["status"], "{}", vector.id);
    assert_eq!(found.grade.status().colour().zh(), expected["colour"], "{}", vector.id);
    let mut deciding: Vec<_> = found.deciding.iter().map(|indicator| key(*indicator)).collect();
    deciding.sort_unstable();
    assert_eq!(Value::from(deciding), expected["deciding"], "{}", vector.id);

    // Items listed as ties may stand in any order, and any of them may fill the last place.
    let ties: Vec<&str> = expected["ties"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|group| group.as_array().unwrap().iter().filter_map(Value::as_str))
        .collect();
    let wanted = expected["main_pollutants"].as_array().unwrap();
    assert_eq!(found.main.len(), wanted.len(), "{}", vector.id);
    for (main, wanted) in found.main.iter().zip(wanted) {
        let name = key(main.indicator);
        let accepted =
            wanted[0] == name || (ties.contains(&name) && ties.contains(&wanted[0].as_str().unwrap()));
        assert!(accepted, "{}: {name} instead of {}", vector.id, wanted[0]);
        let printed: Option<Decimal> = wanted[1].as_str().map(|multiple| multiple.parse().unwrap());
        let computed = main.multiple.map(|multiple| {
            let places = printed.map_or(0, |printed| printed.places().cast_signed());
            multiple.round(places, Rounding::HalfEven).unwrap()
        });
        assert_eq!(computed, printed, "{}: {name}", vector.id);
    }
}

/// Values just better than, on and just worse than every limit of every item.
#[test]
fn every_edge_of_every_item() {
    let step = Decimal::new(1, 9);
    let mut edges = 0;
    for item in standard().items() {
        match item.limits {
            WaterLimits::Each { relation, limits } => {
                for limit in limits.into_iter().flatten() {
                    let on = item_grade(item, limit).unwrap();
                    let above = item_grade(item, limit.checked_add(step).unwrap());
                    let below = item_grade(item, limit.checked_sub(step).unwrap());
                    let (better, worse) =
                        if relation == Relation::AtLeast { (above, below) } else { (below, above) };
                    assert_eq!(better, Some(on), "{} at {limit}", item.key);
                    assert!(worse.is_none_or(|worse| worse > on), "{} at {limit}", item.key);
                    assert_eq!(worse.is_none(), item.key == "do_saturation");
                    assert_eq!(on, best_class_with(item, limit), "{} at {limit}", item.key);
                    edges += 1;
                }
            }
            WaterLimits::Range { low, high } => {
                for (value, grade) in [
                    (low, WaterGrade::I),
                    (high, WaterGrade::I),
                    (low.checked_sub(step).unwrap(), WaterGrade::WorseThanV),
                    (high.checked_add(step).unwrap(), WaterGrade::WorseThanV),
                ] {
                    assert_eq!(item_grade(item, value), Some(grade), "{} {value}", item.key);
                    edges += 1;
                }
            }
            WaterLimits::Change { .. } => assert_eq!(item_grade(item, Decimal::new(20, 0)), None),
        }
    }
    assert_eq!(edges, 23 * 5 + 1 + 4);
}

/// The first class in whose printed column this limit stands.
fn best_class_with(item: &WaterItem, limit: Decimal) -> WaterGrade {
    let WaterLimits::Each { limits, .. } = item.limits else { panic!() };
    WaterGrade::ALL[limits.iter().position(|other| *other == Some(limit)).unwrap()]
}

#[test]
fn what_is_not_assessed_is_said() {
    let sample = [
        (Indicator::TN, Quantity::parse("3.0", Unit::MG_PER_L).unwrap()),
        (Indicator::of("T"), Quantity::parse("-0.5", Unit::CELSIUS).unwrap()),
    ];
    let river = surface_water(standard(), WaterBody::River, &sample, WaterOptions::default()).unwrap();
    assert_eq!(river.outcome.reasons(), [Reason::NothingAssessed]);
    assert_eq!(river.notes, [Note::NotAssessed(Indicator::of("T")), Note::NotAssessed(Indicator::TN)]);
    let lake = surface_water(standard(), WaterBody::Lake, &sample[..1], WaterOptions::default()).unwrap();
    assert_eq!(lake.outcome.reasons(), [Reason::NothingAssessed]);
    assert_eq!(lake.findings.len(), 1);
}

#[test]
fn heavy_metals_beyond_the_named_ones_are_an_option() {
    let sample = [
        (Indicator::of("Hg"), Quantity::parse("0.0002", Unit::MG_PER_L).unwrap()),
        (Indicator::of("COD"), Quantity::parse("45", Unit::MG_PER_L).unwrap()),
    ];
    let first = |heavy_metals| {
        let options = WaterOptions { heavy_metals, ..WaterOptions::default() };
        let verdict = surface_water(standard(), WaterBody::River, &sample, options).unwrap();
        verdict.outcome.determined().unwrap().main[0].indicator
    };
    assert_eq!(first(HeavyMetals::Named), Indicator::of("COD"));
    assert_eq!(first(HeavyMetals::Proposed), Indicator::of("Hg"));
}

#[test]
fn bad_samples_are_refused() {
    let value = |text| Quantity::parse(text, Unit::MG_PER_L).unwrap();
    let judge = |sample: &[_]| {
        surface_water(standard(), WaterBody::River, sample, WaterOptions::default()).unwrap_err()
    };
    let tp = Indicator::TP;
    assert_eq!(
        judge(&[(tp, value("-0.1"))]),
        SurfaceWaterError::Negative { indicator: tp, given: value("-0.1").into() }
    );
    assert_eq!(judge(&[(tp, value("0.1")), (tp, value("0.1"))]), SurfaceWaterError::Twice(tp));
    assert_eq!(judge(&[(Indicator::PM2_5, value("1"))]), SurfaceWaterError::NotInTable(Indicator::PM2_5));
    let air = Quantity::parse("0.1", Unit::MG_PER_M3).unwrap();
    assert!(matches!(judge(&[(tp, air)]), SurfaceWaterError::Unit { .. }));
}

#[test]
fn micrograms_per_litre_convert() {
    let sample = [(Indicator::TP, Quantity::parse("200", Unit::UG_PER_L).unwrap())];
    let verdict = surface_water(standard(), WaterBody::River, &sample, WaterOptions::default()).unwrap();
    assert_eq!(verdict.outcome.determined().unwrap().grade, WaterGrade::III);
}

#[test]
fn table_1_has_24_items_of_which_21_are_assessed() {
    let mut roles: BTreeMap<&str, std::collections::BTreeSet<Indicator>> = BTreeMap::new();
    for item in standard().items() {
        roles.entry(item.role.code()).or_default().insert(item.indicator);
    }
    assert_eq!(roles["assessed"].len(), 21);
    assert_eq!(roles["reference"].len(), 3);
    assert_eq!(roles["alternative"].len(), 1);
}
