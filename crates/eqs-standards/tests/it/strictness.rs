//! Which of two limits is the stricter one.

use std::cmp::Ordering;

use eqs_core::{Decimal, Indicator, Relation, Unit};
use eqs_standards::gb3838::Gb3838;
use eqs_standards::{Band, Limit, Requirement};

use crate::reading::compiled;

fn limit(relation: Relation, value: &str, unit: Unit) -> Limit {
    let example =
        Gb3838::named("2002").unwrap().limits().find(|limit| limit.indicator == Indicator::TP).unwrap();
    let requirement = Requirement::Band(Band::of(relation, Decimal::parse(value).unwrap()));
    Limit { requirement, unit, ..example }
}

#[test]
fn the_lower_upper_limit_and_the_higher_lower_limit_are_stricter() {
    use Relation::{Above, AtLeast, AtMost, Below};
    let mg = |relation, value| limit(relation, value, Unit::MG_PER_L);
    for (one, other, order) in [
        (mg(AtMost, "1"), mg(AtMost, "2"), Some(Ordering::Less)),
        (mg(AtMost, "1.0"), mg(AtMost, "1"), Some(Ordering::Equal)),
        (mg(Below, "1"), mg(AtMost, "1"), Some(Ordering::Less)),
        (mg(AtMost, "1"), mg(Below, "1"), Some(Ordering::Greater)),
        (mg(AtLeast, "6"), mg(AtLeast, "5"), Some(Ordering::Less)),
        (mg(Above, "5"), mg(AtLeast, "5"), Some(Ordering::Less)),
        (mg(AtLeast, "1"), mg(AtMost, "1"), None),
        (mg(AtMost, "1"), limit(AtMost, "999", Unit::UG_PER_L), Some(Ordering::Greater)),
        (mg(AtMost, "1"), limit(AtMost, "1000", Unit::UG_PER_L), Some(Ordering::Equal)),
        (mg(AtMost, "1"), limit(AtMost, "1", Unit::UG_PER_M3), None),
    ] {
        assert_eq!(one.compare_strictness(&other), order, "{one:?} {other:?}");
        assert_eq!(other.compare_strictness(&one), order.map(Ordering::reverse));
    }
}

/// Among all limits of one edition: each equals itself, and swapping two of them reverses the answer.
#[test]
fn strictness_is_an_order() {
    let limits: Vec<_> = compiled::limits().collect();
    let mut compared = 0;
    for (at, one) in limits.iter().enumerate() {
        let own = one.compare_strictness(one);
        assert_eq!(own, one.value().map(|_| Ordering::Equal), "{one:?}");
        for other in limits[at + 1..].iter().filter(|other| other.edition == one.edition) {
            let order = one.compare_strictness(other);
            assert_eq!(other.compare_strictness(one), order.map(Ordering::reverse));
            compared += usize::from(order.is_some());
        }
    }
    assert!(compared > 100_000, "{compared}");
}
