//! What must hold whatever the values are.

use eqs_assess::groundwater::{GroundWaterValue, groundwater, item_classes};
use eqs_core::{Decimal, Indicator, Measured, Quantity, WaterClass};
use eqs_standards::gbt14848::GroundWaterItem;
use proptest::prelude::*;

use super::standard;

type Sample = Vec<(Indicator, GroundWaterValue)>;

/// The indicators with one direction: neither words nor pH.
fn items() -> Vec<&'static GroundWaterItem> {
    let has_direction = |item: &&GroundWaterItem| !["odor_taste", "visible_matter", "ph"].contains(&item.key);
    standard().items().filter(has_direction).collect()
}

/// A value of any size, detected or below a detection limit.
fn value() -> impl Strategy<Value = (i64, u8, bool)> {
    (1_i64..10_000, 0_u8..6, prop::bool::weighted(0.2))
}

fn sample() -> impl Strategy<Value = Sample> {
    let items = items();
    let values = prop::collection::vec((0..items.len(), value()), 1..12);
    values.prop_map(move |values| {
        let mut sample = Sample::new();
        for (at, (mantissa, places, is_below)) in values {
            let item = items[at];
            let quantity = Quantity::new(Decimal::new(mantissa, places), item.unit);
            let measured = if is_below { Measured::Below(quantity) } else { Measured::Value(quantity) };
            if !sample.iter().any(|(indicator, _)| *indicator == item.indicator) {
                sample.push((item.indicator, measured.into()));
            }
        }
        sample
    })
}

/// The best and the worst class that a sample leaves possible, from its indicators.
fn possible(sample: &Sample) -> (WaterClass, WaterClass) {
    let classes = sample
        .iter()
        .map(|(indicator, value)| item_classes(standard().item(*indicator).unwrap(), *value).unwrap());
    (classes.clone().map(|one| one.best).max().unwrap(), classes.map(|one| one.worst).max().unwrap())
}

proptest! {
    #[test]
    fn more_of_an_indicator_never_improves_it((mantissa, places, _) in value(), more in 1_i64..1_000) {
        for item in items() {
            let class = |mantissa| {
                let value = Quantity::new(Decimal::new(mantissa, places), item.unit);
                item_classes(item, value.into()).unwrap().known().unwrap()
            };
            prop_assert!(class(mantissa) <= class(mantissa + more));
        }
    }

    #[test]
    fn every_value_below_a_detection_limit_has_a_class_that_it_leaves_possible(
        (mantissa, places, _) in value(), part in 0_i64..1_000
    ) {
        for item in items() {
            let quantity = |mantissa, places| Quantity::new(Decimal::new(mantissa, places), item.unit);
            let limit = Measured::Below(quantity(mantissa, places));
            let possible = item_classes(item, limit.into()).unwrap();
            let value = quantity(mantissa * part, places + 3);
            let class = item_classes(item, value.into()).unwrap().known().unwrap();
            // A number is a detection, which surfactants of class I do not have.
            prop_assert!(class <= possible.worst || item.key == "las");
        }
    }

    #[test]
    fn one_more_indicator_never_improves_a_sample_and_order_does_not_matter(sample in sample()) {
        let outcome = |sample: &Sample| groundwater(standard(), sample).unwrap().outcome;
        let whole = outcome(&sample);
        let mut reversed = sample.clone();
        reversed.reverse();
        prop_assert_eq!(&outcome(&reversed), &whole);
        let (best, worst) = possible(&sample);
        prop_assert_eq!(whole.determined().map(|water| water.class), (best == worst).then_some(best));
        for at in 0..sample.len() {
            let mut fewer = sample.clone();
            fewer.remove(at);
            if !fewer.is_empty() {
                let (fewer_best, fewer_worst) = possible(&fewer);
                prop_assert!(fewer_best <= best && fewer_worst <= worst);
            }
        }
        // Each of the worst indicators alone gives the class of the sample.
        if let Some(water) = whole.determined() {
            prop_assert!(!water.deciding.is_empty());
            for (indicator, value) in &sample {
                let alone = outcome(&vec![(*indicator, *value)]);
                let class = alone.determined().map(|water| water.class);
                prop_assert_eq!(class == Some(water.class), water.deciding.contains(indicator));
            }
        }
    }
}
