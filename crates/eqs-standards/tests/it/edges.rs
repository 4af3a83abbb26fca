//! Who owns an end point: every value on an edge belongs to exactly one grade.

use std::collections::BTreeMap;

use eqs_core::{BlackOdorous, Decimal, FarmlandUse, Indicator, PhBand, SoilValue, WaterClass};
use eqs_standards::black_odorous::BlackOdorousWater;
use eqs_standards::gb15618::{FarmlandError, Gb15618};
use eqs_standards::gbt14848::Gbt14848;
use eqs_standards::{Band, Requirement, Scope};

use crate::reading::compiled;

/// The edges of bands, each with the values just below it, on it and just above it.
fn around(bands: &[Band]) -> Vec<[Decimal; 3]> {
    let edges = bands.iter().flat_map(|band| [band.low, band.high]).flatten();
    let edges: std::collections::BTreeSet<Decimal> = edges.map(|edge| edge.value).collect();
    let neighbours = edges.into_iter().map(|edge| {
        let step = Decimal::new(1, edge.places() + 1);
        [edge.checked_sub(step).unwrap(), edge, edge.checked_add(step).unwrap()]
    });
    neighbours.collect()
}

/// Tables that sort a whole scale: HJ 640, HJ 192, EQI, trophic states.
#[test]
fn every_value_around_an_edge_belongs_to_exactly_one_grade() {
    let mut tables: BTreeMap<String, Vec<Band>> = BTreeMap::new();
    for limit in compiled::limits() {
        let part = match limit.scope {
            Scope::NoiseGrade { period, .. } => period.code(),
            Scope::Ei { .. }
            | Scope::Eqi { .. }
            | Scope::Trophic { .. }
            | Scope::Change { .. }
            | Scope::EqiChange { .. } => "",
            _ => continue,
        };
        let Requirement::Band(band) = limit.requirement else { panic!("{limit:?}") };
        tables.entry(format!("{} {} {part}", limit.edition, limit.indicator)).or_default().push(band);
    }
    let mut edges = Vec::new();
    for (table, bands) in &tables {
        for value in around(bands).iter().flatten() {
            let owners = bands.iter().filter(|band| band.contains(*value)).count();
            assert_eq!(owners, 1, "{table}: {value}");
        }
        edges.push(around(bands).len());
    }
    assert_eq!(edges, [4, 3, 4, 4, 4, 4, 4, 3, 4]);
}

/// The range of black and odorous water has an end towards good water, which belongs to it or not (grade B or C).
#[test]
fn ends_of_black_and_odorous_water() {
    let guideline = BlackOdorousWater::named("2015").unwrap();
    let (light, heavy) = (Some(BlackOdorous::Light), Some(BlackOdorous::Heavy));
    let mut edges = 0;
    for (symbol, edge, below, on, above) in [
        ("SD", "10", heavy, light, light),
        ("SD", "25", light, None, None),
        ("DO", "0.2", heavy, light, light),
        ("DO", "2.0", light, None, None),
        ("ORP", "-200", heavy, light, light),
        ("ORP", "50", light, None, None),
        ("NH3-N", "15", light, light, heavy),
        ("NH3-N", "8.0", None, None, light),
    ] {
        let item = guideline.item(Indicator::of(symbol)).unwrap();
        let values = around(&[item.light, item.heavy]);
        assert_eq!(values.len(), 2);
        let edge = Decimal::parse(edge).unwrap();
        let values = values.iter().find(|values| values[1] == edge).unwrap();
        assert_eq!(values.map(|value| item.degree(value)), [below, on, above], "{symbol} {edge}");
        assert!(values.iter().all(|value| !(item.light.contains(*value) && item.heavy.contains(*value))));
        edges += 1;
    }
    assert_eq!(edges, 2 * guideline.items().len());
}

fn contains(requirement: Requirement, value: Decimal) -> bool {
    match requirement {
        Requirement::Band(band) => band.contains(value),
        Requirement::Either(one, other) => one.contains(value) || other.contains(value),
        _ => false,
    }
}

fn bands(requirement: Requirement) -> Vec<Band> {
    match requirement {
        Requirement::Band(band) => vec![band],
        Requirement::Either(one, other) => vec![one, other],
        _ => vec![],
    }
}

/// Ground water: a better class implies the worse ones up to IV, and V is what remains. Exceptions of the print: pH,
/// whose classes do not overlap, and radioactivity, whose classes IV and V are printed alike.
#[test]
fn classes_of_ground_water_leave_no_gap_and_no_overlap() {
    let standard = Gbt14848::named("2017").unwrap();
    let (mut values, mut words, mut alike) = (0, 0, 0);
    for item in standard.items() {
        let requirements = WaterClass::ALL.iter().map(|class| item.requirement(*class));
        let bands: Vec<_> = requirements.flat_map(bands).collect();
        if bands.is_empty() {
            words += 1;
            continue;
        }
        for value in around(&bands).into_iter().flatten() {
            let [first, second, third, fourth, fifth] =
                [0, 1, 2, 3, 4].map(|at: usize| contains(item.requirement(WaterClass::ALL[at]), value));
            if item.indicator == Indicator::PH {
                assert_eq!((first, second), (third, third), "{value}");
                assert_eq!([first, fourth, fifth].iter().filter(|one| **one).count(), 1, "{value}");
            } else if item.group == "radioactive" {
                assert!(fourth == fifth && third != fourth, "{} {value}", item.zh);
                assert!((second || !first) && (third || !second), "{} {value}", item.zh);
                alike += 1;
            } else {
                assert_ne!(fourth, fifth, "{} {value}", item.zh);
                let nested = [first, second, third, fourth];
                assert!(nested.windows(2).all(|pair| pair[1] || !pair[0]), "{} {value}", item.zh);
            }
            values += 1;
        }
    }
    assert_eq!((words, alike), (2, 2 * 2 * 3));
    assert_eq!(values, 987);
}

/// pH 5.5, 6.5 and 7.5 belong to the lower range; the scale ends at 0 and 14, both included.
#[test]
fn ranges_of_ph() {
    use PhBand::{First, Fourth, Second, Third};
    let standard = Gb15618::named("2018").unwrap();
    let range = |text: &str| standard.ph_range(Decimal::parse(text).unwrap()).map(|range| range.band);
    for (ph, expected) in [
        ("-0.1", None),
        ("0", Some(First)),
        ("5.49", Some(First)),
        ("5.5", Some(First)),
        ("5.51", Some(Second)),
        ("6.5", Some(Second)),
        ("6.51", Some(Third)),
        ("7.5", Some(Third)),
        ("7.51", Some(Fourth)),
        ("14", Some(Fourth)),
        ("14.01", None),
    ] {
        assert_eq!(range(ph), expected, "{ph}");
    }
    let cadmium = |ph: &str| {
        let ph = Decimal::parse(ph).unwrap();
        standard.limit(Indicator::of("Cd"), FarmlandUse::Paddy, Some(ph), SoilValue::Screening)
    };
    for ph in ["-0.1", "14.01"] {
        assert_eq!(cadmium(ph), Err(FarmlandError::PhOutOfScale(Decimal::parse(ph).unwrap())));
    }
}
