//! GB 3838-2002 table 1: counts, columns, monotony.

use std::collections::BTreeSet;

use eqs_core::{Confirmation, WaterBody, WaterClass};
use eqs_standards::gb3838::{Gb3838, WaterLimits};

#[test]
fn twenty_four_items_in_twenty_six_rows() {
    let items = Gb3838::named("2002").unwrap().items();
    assert_eq!(items.len(), 26);
    let numbers: BTreeSet<_> = items.iter().map(|item| format!("{:?}", item.citation)).collect();
    assert_eq!(numbers.len(), 24);
    for item in items {
        assert!(item.confirmation == Confirmation::A && !item.sources.is_empty());
        assert!(
            item.key
                .bytes()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'_')
        );
    }
}

#[test]
fn every_key_means_one_item_per_water_body() {
    let standard = Gb3838::named("2002").unwrap();
    for body in [WaterBody::River, WaterBody::Lake] {
        for item in standard.items().iter().filter(|item| item.is_for(body)) {
            assert_eq!(standard.item_by_key(item.key, body), Some(item));
            assert_eq!(standard.item(item.indicator, body), Some(item));
        }
    }
    assert!(standard.item_by_key("tn", WaterBody::River).is_none());
    assert!(standard.item_by_key("pm25", WaterBody::River).is_none());
}

/// The compiler has refused limits that do not run with the classes; here it is shown that none is missing.
#[test]
fn every_class_has_a_limit_but_for_oxygen_saturation() {
    for item in Gb3838::named("2002").unwrap().items() {
        let WaterLimits::Each { .. } = item.limits else { continue };
        let printed = WaterClass::ALL.iter().filter(|class| item.limit(**class).is_some()).count();
        assert_eq!(printed, if item.key == "do_saturation" { 1 } else { 5 }, "{}", item.key);
    }
}

/// Each of the 21 items can be measured down to class I by at least one method.
#[test]
fn detection_limits_reach_class_i() {
    let standard = Gb3838::named("2002").unwrap();
    let mut rows = 0;
    for item in standard.items() {
        let Some(row) = standard.detection_limits(item.indicator) else {
            assert!(
                ["water_temp", "ph", "do_saturation", "fecal_coliform"].contains(&item.key),
                "{}",
                item.key
            );
            continue;
        };
        assert!(row.limits().min() <= item.limit(WaterClass::I).map(|limit| limit.value), "{}", item.key);
        assert_eq!(row.unit, item.unit, "{}", item.key);
        rows += 1;
    }
    assert_eq!(rows, 21 + 1); // total phosphorus has two rows in table 1
}
