//! The room to a limit: its sign says whether the value keeps the limit.

use std::sync::OnceLock;

use eqs_core::{Decimal, Fraction, Quantity, Relation, Unit};
use eqs_standards::{Band, Limit, Requirement};
use proptest::prelude::*;

use crate::reading::compiled;

fn bands(requirement: Requirement) -> Vec<Band> {
    match requirement {
        Requirement::Band(band) => vec![band],
        Requirement::Either(one, other) => vec![one, other],
        _ => vec![],
    }
}

fn limits() -> &'static [Limit] {
    static LIMITS: OnceLock<Vec<Limit>> = OnceLock::new();
    LIMITS.get_or_init(|| compiled::limits().filter(|limit| !bands(limit.requirement).is_empty()).collect())
}

/// Positive inside, negative outside, 0 on an edge, whichever side owns it; the distance to the nearer edge; and as a
/// share of the limit where there is one edge.
fn check(limit: &Limit, value: Decimal) {
    let bands = bands(limit.requirement);
    let is_kept = bands.iter().any(|band| band.contains(value));
    let edges: Vec<_> = bands.iter().flat_map(|band| [band.low, band.high]).flatten().collect();
    let headroom = limit.headroom(Quantity::new(value, limit.unit)).unwrap().unwrap();
    assert_eq!(headroom.room.unit, limit.unit);
    let room = headroom.room.value;
    if edges.iter().any(|edge| edge.value == value) {
        assert!(room.is_zero(), "{limit:?} {value}");
    } else {
        assert_eq!(is_kept, room > Decimal::ZERO, "{limit:?} {value}");
        let distances = edges.iter().map(|edge| edge.value.checked_sub(value).unwrap().abs());
        assert_eq!(room.abs(), distances.min().unwrap(), "{limit:?} {value}");
    }
    match limit.edge() {
        Some((relation, edge)) => {
            assert_eq!(is_kept, relation.holds(value.compare(edge.value)), "{limit:?} {value}");
            let is_included = matches!(relation, Relation::AtMost | Relation::AtLeast);
            assert!(!room.is_zero() || is_kept == is_included);
            let is_ratio =
                !["sound level", "temperature", "electric potential", "number"].contains(&limit.unit.kind());
            let share = (is_ratio && !edge.value.is_zero())
                .then(|| room.to_fraction().checked_div(edge.value.to_fraction()).unwrap());
            assert_eq!(headroom.share, share);
        }
        None => assert_eq!(headroom.share, None),
    }
}

/// Below, on and above every edge of every limit, in steps that no print has.
#[test]
fn the_sign_agrees_with_the_band_around_every_edge() {
    let mut checked = 0;
    for limit in limits() {
        for edge in bands(limit.requirement).iter().flat_map(|band| [band.low, band.high]).flatten() {
            for step in -2..=2 {
                let step = Decimal::new(step, edge.value.places() + 2);
                check(limit, edge.value.checked_add(step).unwrap());
                checked += 1;
            }
        }
    }
    assert_eq!((limits().len(), checked), (1668, 8545));
}

proptest! {
    #[test]
    fn the_sign_agrees_with_the_band_anywhere(at in any::<prop::sample::Index>(), value in -100_000_i64..10_000_000, places in 0_u8..6) {
        check(at.get(limits()), Decimal::new(value, places));
    }
}

#[test]
fn values_in_other_units_are_converted_and_foreign_ones_refused() {
    let of = |standard: &str, symbol: &str| {
        *limits()
            .iter()
            .find(|limit| limit.edition.standard == standard && limit.indicator.symbol() == symbol)
            .unwrap()
    };
    let sulphur = of("GB 3095", "SO2");
    assert_eq!(sulphur.value().unwrap().to_string(), "0.02 mg/m³");
    let headroom = sulphur.headroom(Quantity::parse("25", Unit::UG_PER_M3).unwrap()).unwrap().unwrap();
    assert_eq!(headroom.room.to_string(), "-0.005 mg/m³");
    assert_eq!(headroom.share, Fraction::new(-1, 4));
    let error = sulphur.headroom(Quantity::parse("25", Unit::UG_PER_L).unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "µg/L (mass in water) does not convert to mg/m³ (mass in air)");
    // A node of 0 has no share.
    let zero = of("HJ 633", "SO2");
    assert!(zero.value().unwrap().value.is_zero());
    let headroom = zero.headroom(Quantity::parse("1", Unit::UG_PER_M3).unwrap()).unwrap().unwrap();
    assert_eq!((headroom.room.to_string(), headroom.share), ("-1 µg/m³".to_owned(), None));
}

/// Words and formulas of the frequency have no room.
#[test]
fn what_is_no_number_has_no_room() {
    let mut without = 0;
    for limit in compiled::limits().filter(|limit| bands(limit.requirement).is_empty()) {
        assert_eq!(limit.headroom(Quantity::new(Decimal::ZERO, limit.unit)), Ok(None), "{limit:?}");
        assert_eq!((limit.value(), limit.edge()), (None, None));
        without += 1;
    }
    // Two indicators in words and one cell of a third, 38 formulas, the water temperature of five classes.
    assert_eq!(without, 10 + 1 + 38 + 5);
}
