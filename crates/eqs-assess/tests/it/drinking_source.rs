//! Functions of sections and drinking-water sources: vectors, limits, what was not detected.

use eqs_assess::drinking_source::{DrinkingSource, drinking_source};
use eqs_assess::function_attainment::{FunctionAttainment, function_attainment};
use eqs_assess::surface_water::{
    OxygenReading, SurfaceWaterError, WaterOptions, WaterValue, item_grade, surface_water,
};
use eqs_core::{
    Citation, Clause, Confirmation, Decimal, Fraction, Indicator, Judgement, Measured, Note, Quantity,
    Reason, Relation, Unit, Verdict, WaterBody, WaterClass, WaterGrade,
};
use eqs_standards::gb3838::{Gb3838, Role, WaterLimits};
use serde_json::Value;

fn standard() -> Gb3838 {
    Gb3838::named("2002").unwrap()
}

fn source(body: WaterBody, sample: &[(Indicator, Measured)]) -> Verdict<DrinkingSource> {
    drinking_source(standard(), body, sample, WaterOptions::default()).unwrap()
}

fn river(target: WaterClass, sample: &[(Indicator, WaterValue)]) -> Verdict<FunctionAttainment> {
    function_attainment(standard(), WaterBody::River, target, sample, WaterOptions::default()).unwrap()
}

fn measured(symbol: &str, cell: &str, unit: Unit) -> (Indicator, Measured) {
    (symbol.parse().unwrap(), Measured::parse(cell, unit).unwrap().unwrap())
}

fn in_water(symbol: &str, cell: &str) -> (Indicator, Measured) {
    measured(symbol, cell, Unit::MG_PER_L)
}

pub(crate) fn vector(id: &str, input: &Value, expected: &Value) {
    let body: WaterBody = input["body"].as_str().unwrap().parse().unwrap();
    let mut sample = Vec::new();
    for (key, value) in input["table1"].as_object().unwrap() {
        let item = standard().item_by_key(key, body).unwrap();
        let given = Quantity::parse(value.as_str().unwrap(), item.unit).unwrap();
        sample.push((item.indicator, Measured::Value(given)));
    }
    for table in ["table2", "table3"] {
        for (key, value) in input[table].as_object().unwrap() {
            let item = standard().source_items().find(|item| item.key == key).unwrap();
            let given = Quantity::parse(value.as_str().unwrap(), item.quantity().unit).unwrap();
            sample.push((item.indicator, Measured::Value(given)));
        }
    }
    let verdict = source(body, &sample);
    assert_eq!(verdict.confirmation(), Confirmation::B, "{id}");
    let found = verdict.outcome.determined().unwrap();
    let grade = found.grade.unwrap();
    assert_eq!(grade.code(), expected["table1_class"], "{id}");
    assert_eq!(grade <= WaterGrade::III, expected["meets_class_III"], "{id}");
    assert_eq!(found.is_met(), expected["meets"], "{id}");
    let table_is_met = |wanted: &str| {
        verdict.findings.iter().all(|finding| match (finding.citation, finding.judgement) {
            (
                Citation::Standard { clause: Clause::Table { table, .. }, .. },
                Judgement::Limit { met, .. },
            ) => table != wanted || met,
            _ => true,
        })
    };
    for (key, table) in [("supplementary_ok", "2"), ("specific_ok", "3")] {
        if let Some(met) = expected.get(key) {
            assert_eq!(table_is_met(table), *met, "{id} {key}");
        }
    }
    let failing: Vec<_> = found.failing.iter().map(|item| item.indicator.symbol().to_lowercase()).collect();
    assert_eq!(
        Value::from(failing),
        expected.get("failing").cloned().unwrap_or(Value::Array(Vec::new())),
        "{id}"
    );
    for item in &found.failing {
        let printed: Decimal = expected["exceed_multiple"][item.indicator.symbol().to_lowercase()]
            .as_str()
            .unwrap()
            .parse()
            .unwrap();
        assert_eq!(item.multiple, Some(printed.to_fraction()), "{id}");
    }
}

/// Every assessed item on the limit of every class, and just worse: the one attains, the other does not.
#[test]
fn a_value_on_the_limit_of_the_target_attains() {
    let step = Decimal::new(1, 9);
    let mut edges = 0;
    for item in
        standard().items().iter().filter(|item| item.role == Role::Assessed && item.is_for(WaterBody::River))
    {
        let WaterLimits::Each { relation, .. } = item.limits else { continue };
        for target in WaterClass::ALL {
            let limit = item.limit(*target).unwrap().value;
            let worse = match relation {
                Relation::AtLeast => limit.checked_sub(step),
                _ => limit.checked_add(step),
            };
            for (value, met) in [(limit, true), (worse.unwrap(), false)] {
                let value = Quantity::new(value, item.unit);
                let verdict = river(*target, &[(item.indicator, value.into())]);
                let found = verdict.outcome.determined().unwrap();
                assert_eq!(found.is_met(), met, "{} {target} {value}", item.key);
                assert_eq!(found.grade, item_grade(item, value.value));
                let Judgement::Limit { limit, met: held, multiple, .. } = verdict.findings[0].judgement
                else {
                    panic!("{:?}", verdict.findings[0]);
                };
                assert_eq!((held, limit), (met, item.limit(*target).unwrap()));
                assert_eq!(multiple.is_some(), !met && item.has_multiple);
                edges += 1;
            }
        }
    }
    assert_eq!(edges, 20 * 5 * 2); // 21 assessed items but pH
}

#[test]
fn ph_has_one_range_for_every_target() {
    for (value, met) in [("6", true), ("9", true), ("5.99", false), ("9.01", false)] {
        let ph = (Indicator::PH, Quantity::parse(value, Unit::NONE).unwrap().into());
        let verdict = river(WaterClass::V, &[ph]);
        let found = verdict.outcome.determined().unwrap();
        assert_eq!(found.is_met(), met, "{value}");
        assert!(found.failing.iter().all(|item| item.multiple.is_none()));
        assert!(matches!(verdict.findings[0].judgement, Judgement::WaterGrade { .. }));
    }
}

#[test]
fn the_multiple_of_a_mean_is_exact() {
    let value = Fraction::new(20, 3).unwrap();
    let mean = WaterValue::Mean { value, unit: Unit::MG_PER_L, with_halves: false };
    let verdict = river(WaterClass::III, &[(Indicator::CODMN, mean)]);
    let found = verdict.outcome.determined().unwrap();
    assert_eq!(found.failing[0].multiple, Fraction::new(1, 9)); // (20/3 − 6) / 6
}

/// 0.0001 mg/L of mercury: class III; below 0.0002 mg/L it may be class IV.
#[test]
fn what_was_not_detected_is_held_against_the_target() {
    let mercury = |cell: &str| {
        let (indicator, given) = in_water("Hg", cell);
        (indicator, WaterValue::from(given))
    };
    let met =
        |target, cell| river(target, &[mercury(cell)]).outcome.determined().map(FunctionAttainment::is_met);
    assert_eq!(met(WaterClass::III, "0.0001L"), Some(true));
    assert_eq!(met(WaterClass::III, "0.0002L"), None);
    assert_eq!(met(WaterClass::IV, "0.0002L"), Some(true));
    assert_eq!(met(WaterClass::V, "ND"), None);
    // The class is open, and the target is attained all the same.
    let open = river(WaterClass::IV, &[mercury("0.0002L")]);
    assert_eq!(open.outcome.determined().unwrap().grade, None);
    // What exceeds decides alone.
    let tp = (Indicator::TP, Quantity::parse("0.3", Unit::MG_PER_L).unwrap().into());
    let verdict = river(WaterClass::III, &[mercury("0.0002L"), tp]);
    assert_eq!(verdict.outcome.determined().unwrap().failing.len(), 1);
    let undetermined = river(WaterClass::III, &[mercury("0.0002L"), (Indicator::CODMN, tp.1)]);
    assert!(matches!(undetermined.outcome.reasons(), [Reason::NotDetected { .. }]));
    assert_eq!(river(WaterClass::III, &[]).outcome.reasons(), [Reason::NothingAssessed]);
}

/// Class I by a saturation of 90 % with less than 7.5 mg/L: the limit in mg/L is not what decided.
#[test]
fn oxygen_by_its_saturation() {
    let options = WaterOptions { oxygen: OxygenReading::Saturation, ..WaterOptions::default() };
    let oxygen = |given: &str, temperature: Option<&str>| {
        let temperature = temperature.map(|cell| measured("T", cell, Unit::CELSIUS));
        let sample: Vec<_> = [in_water("DO", given)].into_iter().chain(temperature).collect();
        function_attainment(standard(), WaterBody::River, WaterClass::I, &sample, options).unwrap()
    };
    let warm = oxygen("7.2", Some("28")); // 468 / 59.6 = 7.85, of which 7.2 is 91.7 %
    assert!(warm.outcome.determined().unwrap().is_met());
    assert!(warm.findings.iter().any(|finding| {
        finding.indicator == Indicator::DO && matches!(finding.judgement, Judgement::WaterGrade { .. })
    }));
    assert_eq!(oxygen("7.2", None).outcome.reasons(), [Reason::NoSaturation]);
}

#[test]
fn tables_2_and_3_have_one_limit_each() {
    let basic = in_water("CODMn", "2");
    let step = Decimal::new(1, 12);
    let mut items = 0;
    for item in standard().source_items() {
        let limit = item.quantity();
        let over = Quantity::new(limit.value.checked_add(step).unwrap(), limit.unit);
        for (value, met) in [(limit, true), (over, false)] {
            let verdict = source(WaterBody::Lake, &[basic, (item.indicator, Measured::Value(value))]);
            let found = verdict.outcome.determined().unwrap();
            assert_eq!(found.is_met(), met, "{}", item.zh);
            assert_eq!(verdict.findings[1].citation, item.citation());
        }
        items += 1;
    }
    assert_eq!(items, 85);
}

/// No item of tables 2 and 3 stands in table 1, so that each value has one place.
#[test]
fn the_tables_share_no_item() {
    for item in standard().items() {
        assert!(standard().source_item(item.indicator).is_none(), "{}", item.key);
    }
}

#[test]
fn reference_items_do_not_decide_about_a_source() {
    let sample = [in_water("CODMn", "2"), in_water("TN", "9"), measured("T", "30", Unit::CELSIUS)];
    let verdict = source(WaterBody::Lake, &sample);
    assert!(verdict.outcome.determined().unwrap().is_met());
    assert_eq!(verdict.notes, [Note::NotAssessed(Indicator::of("T"))]);
}

#[test]
fn sources_that_are_open() {
    let basic = in_water("CODMn", "2");
    let reasons = |sample: &[_]| source(WaterBody::River, sample).outcome.reasons().to_vec();
    // Manganese: at most 0.1 mg/L.
    let below = |cell| in_water("锰", cell);
    assert_eq!(reasons(&[basic, below("0.1L")]), []);
    let limit = Quantity::parse("0.1", Unit::MG_PER_L).unwrap();
    let given = Quantity::parse("0.2", Unit::MG_PER_L).unwrap();
    assert_eq!(reasons(&[basic, below("0.2L")]), [Reason::BoundDoesNotDecide { given, limit }]);
    assert_eq!(reasons(&[below("0.05")]), [Reason::NothingAssessed]);
    // What exceeds decides alone, and what is open is named.
    let failing = source(WaterBody::River, &[below("0.2L"), in_water("铁", "0.4")]);
    let found = failing.outcome.determined().unwrap();
    assert_eq!((found.is_met(), found.open.len(), found.grade), (false, 1, None));
    assert_eq!(found.failing[0].multiple, Fraction::new(1, 3));
    // Without a detection limit an item counts as not measured.
    let noted = source(WaterBody::River, &[basic, below("ND")]);
    let manganese = "锰".parse().unwrap();
    assert_eq!(noted.notes, [Note::NoDetectionLimit(manganese)]);
    assert!(noted.outcome.determined().unwrap().not_measured.contains(&manganese));
}

#[test]
fn bad_samples_are_refused() {
    let judge = |sample: &[(Indicator, Measured)]| {
        drinking_source(standard(), WaterBody::River, sample, WaterOptions::default()).unwrap_err()
    };
    let iron = in_water("铁", "0.1");
    assert_eq!(judge(&[iron, iron]), SurfaceWaterError::Twice(iron.0));
    let negative = in_water("铁", "-0.1");
    let given = negative.1.into();
    assert_eq!(judge(&[negative]), SurfaceWaterError::Negative { indicator: iron.0, given });
    for unit in [Unit::MG_PER_M3, Unit::NONE] {
        for cell in ["0.1", "ND"] {
            assert!(matches!(judge(&[measured("铁", cell, unit)]), SurfaceWaterError::Unit { .. }), "{cell}");
        }
    }
    assert_eq!(judge(&[in_water("SD", "1")]), SurfaceWaterError::NotInTable(Indicator::of("SD")));
    // µg/L convert.
    let converted =
        source(WaterBody::River, &[in_water("CODMn", "2"), measured("铁", "300", Unit::UG_PER_L)]);
    assert!(converted.outcome.determined().unwrap().is_met());
}

/// A target never asks for more than the class: the section attains exactly the targets that its class is not worse than.
#[test]
fn the_class_of_a_section_attains_itself_and_all_worse_ones() {
    for cells in [["1.5", "0.1", "0.02"], ["3", "0.6", "0.02"], ["11", "0.1", "0.35"], ["16", "2.5", "0.5"]] {
        let symbols = ["CODMn", "NH3-N", "TP"];
        let sample: Vec<_> = symbols.iter().zip(cells).map(|(symbol, cell)| in_water(symbol, cell)).collect();
        let class = surface_water(standard(), WaterBody::River, &sample, WaterOptions::default()).unwrap();
        let grade = class.outcome.determined().unwrap().grade;
        for target in WaterClass::ALL {
            let verdict =
                function_attainment(standard(), WaterBody::River, *target, &sample, WaterOptions::default());
            let verdict = verdict.unwrap();
            assert_eq!(verdict.outcome.determined().unwrap().is_met(), grade <= WaterGrade::from(*target));
        }
    }
}
