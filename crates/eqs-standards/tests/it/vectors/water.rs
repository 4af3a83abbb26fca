//! Water: 120 of 216 rows. Left out, since they need methods: classes of sections, rivers and lakes (`section` 13,
//! `river_lt5`, `lake_mean`, `groundwater_overall` 2), basins (`basin` 10, `basin_pct` 6, `basin_main_pollutants` 2),
//! exceedance multiples (`exceed_multiple` 8, `groundwater_exceed_multiple` 2), trophic indices (`tli` 11,
//! `tli_weights`), trends (`trend_gd` 8, `trend_grade` 4, `spearman` 6), shares and their changes (`share` 3,
//! `pp_difference` 6, `pct_decline` 2, `volume_attainment`), points and waters of many readings
//! (`black_odorous_point` 2, `black_odorous_water_body` 2), `non_detect` 2 and `do_saturation` 3.

use std::collections::BTreeMap;

use eqs_core::{Decimal, Indicator, WaterBody, WaterClass};
use eqs_standards::Requirement;
use eqs_standards::black_odorous::BlackOdorousWater;
use eqs_standards::gb3838::Gb3838;
use eqs_standards::gbt14848::Gbt14848;
use eqs_standards::trophic_state::TrophicStates;
use serde_json::Value;

use super::{counts, run};

#[test]
fn every_row_holds() {
    let seen = run(include_str!("../../data/vectors/water.csv"), "kind", |kind, row| match kind {
        "item_class" => item_class(row),
        "groundwater_item" => ground_water(row),
        "tli_grade" => trophic_state(row),
        "black_odorous_single_reading" => black_odorous(row),
        "drinking_source" => drinking_source(row),
        other => panic!("{other}"),
    });
    let expected = [
        ("black_odorous_single_reading", 8),
        ("drinking_source", 3),
        ("groundwater_item", 34),
        ("item_class", 69),
        ("tli_grade", 6),
    ];
    assert_eq!(seen, counts(&expected));
}

fn json(row: &BTreeMap<String, String>) -> (Value, Value) {
    (serde_json::from_str(&row["input_json"]).unwrap(), serde_json::from_str(&row["expected_json"]).unwrap())
}

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

fn is_met(requirement: Requirement, value: Decimal) -> bool {
    match requirement {
        Requirement::Band(band) => band.contains(value),
        Requirement::Either(one, other) => one.contains(value) || other.contains(value),
        // A number is a detection.
        Requirement::NotDetected => false,
        other => panic!("{other:?}"),
    }
}

/// The best class that a value meets: `inferior_V` where it meets none, no text where the item has no limits here.
fn surface_class(key: &str, body: WaterBody, value: Decimal) -> Option<&'static str> {
    let item = Gb3838::named("2002").unwrap().item_by_key(key, body)?;
    let class = WaterClass::ALL.iter().find(|class| is_met(item.requirement(**class).unwrap(), value));
    Some(class.map_or("inferior_V", |class| class.code()))
}

fn item_class(row: &BTreeMap<String, String>) {
    let (input, expected) = json(row);
    let body = WaterBody::from_code(input["body"].as_str().unwrap()).unwrap();
    let class = surface_class(input["item"].as_str().unwrap(), body, decimal(&input["value"]));
    assert_eq!(class, expected["class"].as_str(), "{row:?}");
}

fn ground_water(row: &BTreeMap<String, String>) {
    let (input, expected) = json(row);
    let item = Gbt14848::named("2017").unwrap().item_by_key(input["item"].as_str().unwrap()).unwrap();
    let is_met = |requirement| match input["value"].as_str().unwrap() {
        "有" => requirement == Requirement::Present,
        "无" => requirement == Requirement::Absent,
        "ND" => requirement == Requirement::NotDetected,
        number => is_met(requirement, number.parse().unwrap()),
    };
    let class = WaterClass::ALL.iter().find(|class| is_met(item.requirement(**class))).unwrap();
    assert_eq!(Some(class.code()), expected["class"].as_str(), "{row:?}");
}

fn trophic_state(row: &BTreeMap<String, String>) {
    let (input, expected) = json(row);
    let state = TrophicStates::named("2001").unwrap().state(decimal(&input["tli"])).unwrap();
    assert_eq!(Some(state.grade.zh()), expected["grade"].as_str(), "{row:?}");
}

/// The water is deeper than the 25 cm of the footnote in every row.
fn black_odorous(row: &BTreeMap<String, String>) {
    let (input, expected) = json(row);
    assert!(decimal(&input["depth_cm"]) >= Decimal::new(25, 0));
    let guideline = BlackOdorousWater::named("2015").unwrap();
    let names = [("SD", "sd_cm"), ("DO", "do"), ("ORP", "orp"), ("NH3-N", "nh3n")];
    let degrees = names
        .map(|(symbol, name)| guideline.item(Indicator::of(symbol)).unwrap().degree(decimal(&input[name])));
    // Light comes before heavy, and none before both.
    let worst = degrees.into_iter().max().unwrap().map_or("none", |degree| degree.code());
    assert_eq!(Some(worst), expected["worst_level"].as_str(), "{row:?}");
}

/// The class of table 1 is the worst of the items; tables 2 and 3 are met by each value or not. The exceedance
/// multiple of one row is a method.
fn drinking_source(row: &BTreeMap<String, String>) {
    let (input, expected) = json(row);
    let body = WaterBody::from_code(input["body"].as_str().unwrap()).unwrap();
    let order = ["I", "II", "III", "IV", "V", "inferior_V"];
    let rank = |class: &str| order.iter().position(|own| *own == class).unwrap();
    let classes: Vec<_> = input["table1"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(key, value)| (key.as_str(), surface_class(key, body, decimal(value)).unwrap()))
        .collect();
    let worst = classes.iter().map(|(_, class)| *class).max_by_key(|class| rank(class)).unwrap();
    assert_eq!(expected["table1_class"], worst, "{row:?}");
    let is_class_iii = rank(worst) <= rank("III");
    assert_eq!(expected["meets_class_III"], is_class_iii, "{row:?}");
    let standard = Gb3838::named("2002").unwrap();
    let [supplementary, specific] = [("table2", 2), ("table3", 3)].map(|(name, table)| {
        input[name].as_object().unwrap().iter().all(|(key, value)| {
            let item = standard.source_items().find(|item| item.table == table && item.key == key).unwrap();
            decimal(value) <= item.quantity().value
        })
    });
    assert_eq!(expected["meets"], is_class_iii && supplementary && specific, "{row:?}");
    for (name, found) in [("supplementary_ok", supplementary), ("specific_ok", specific)] {
        assert!(expected.get(name).is_none_or(|expected| *expected == found), "{row:?}");
    }
    let failing: Vec<_> =
        classes.iter().filter(|(_, class)| rank(class) > rank("III")).map(|(key, _)| *key).collect();
    let expected = expected.get("failing").map_or(vec![], |failing| {
        failing.as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect()
    });
    assert_eq!(failing, expected, "{row:?}");
}
