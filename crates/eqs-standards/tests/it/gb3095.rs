//! GB 3095: order, monotony, and what the editions changed.

use std::cmp::Ordering;

use eqs_core::{AirGrade, AirTier, Averaging, Indicator, ReferenceState};
use eqs_standards::gb3095::Gb3095;

fn edition(name: &str) -> Gb3095 {
    Gb3095::named(name).unwrap()
}

/// What became of the limits of `before`: symbol, averaging time, tier and the two values of those that changed in
/// `direction`.
fn changed(before: &str, after: &str, direction: Ordering) -> Vec<String> {
    let after = edition(after);
    let changes = edition(before).limits().filter_map(|old| {
        let new = after.limit(old.indicator, old.averaging, old.tier)?;
        (new.quantity.compare(old.quantity).unwrap() == direction).then(|| {
            format!("{} {} {} {} → {}", old.indicator, old.averaging, old.tier, old.quantity, new.quantity)
        })
    });
    changes.collect()
}

/// 环发〔2000〕1号.
#[test]
fn the_amendment_of_2000_relaxed_no2_and_o3_and_dropped_nox() {
    let (before, after) = ("1996", "1996 amended 2000");
    assert_eq!(
        changed(before, after, Ordering::Greater),
        [
            "NO2 annual 2 0.04 mg/m³ → 0.08 mg/m³",
            "NO2 24h 2 0.08 mg/m³ → 0.12 mg/m³",
            "NO2 1h 2 0.12 mg/m³ → 0.24 mg/m³",
            "O3 1h 1 0.12 mg/m³ → 0.16 mg/m³",
            "O3 1h 2 0.16 mg/m³ → 0.20 mg/m³",
        ]
    );
    assert_eq!(changed(before, after, Ordering::Less), Vec::<String>::new());
    let gone = edition(before)
        .limits()
        .filter(|old| edition(after).limit(old.indicator, old.averaging, old.tier).is_none());
    let gone: Vec<_> = gone.map(|limit| limit.indicator.symbol()).collect();
    assert_eq!(gone, ["NOx"; 9]);
    assert_eq!((edition(before).limits().count(), edition(after).limits().count()), (57, 48));
}

#[test]
fn no_edition_or_stage_from_2012_on_relaxes_a_limit() {
    let names: Vec<_> = Gb3095::all().map(|standard| standard.edition().name).skip(2).collect();
    assert_eq!(names.len(), 4);
    for pair in names.windows(2) {
        assert_eq!(changed(pair[0], pair[1], Ordering::Greater), Vec::<String>::new(), "{pair:?}");
    }
}

/// The hourly limit of NO2 in class 1 zones became laxer: one value for both grades.
#[test]
fn the_2012_edition_relaxed_one_limit_and_tightened_four() {
    assert_eq!(changed("1996 amended 2000", "2012", Ordering::Greater), ["NO2 1h 1 0.12 mg/m³ → 200 µg/m³"]);
    assert_eq!(
        changed("1996 amended 2000", "2012", Ordering::Less),
        [
            "PM10 annual 2 0.10 mg/m³ → 70 µg/m³",
            "NO2 annual 2 0.08 mg/m³ → 40 µg/m³",
            "NO2 24h 2 0.12 mg/m³ → 80 µg/m³",
            "NO2 1h 2 0.24 mg/m³ → 200 µg/m³",
        ]
    );
}

#[test]
fn the_amendment_of_2018_changed_the_state_and_no_limit() {
    let (before, after) = (edition("2012"), edition("2012 amended 2018"));
    let (old, new) =
        (before.limits().chain(before.reference_limits()), after.limits().chain(after.reference_limits()));
    assert!(old.map(|limit| limit.quantity).eq(new.map(|limit| limit.quantity)));
    let state =
        |standard: Gb3095, symbol| standard.reference_state(Indicator::of(symbol)).map(|rule| rule.state);
    for symbol in ["SO2", "NO2", "CO", "O3", "NOx"] {
        assert_eq!(state(before, symbol), Some(ReferenceState::Standard), "{symbol}");
        assert_eq!(state(after, symbol), Some(ReferenceState::Reference), "{symbol}");
    }
    for symbol in ["PM10", "PM2.5", "TSP", "Pb", "BaP"] {
        assert_eq!(state(before, symbol), Some(ReferenceState::Standard), "{symbol}");
        assert_eq!(state(after, symbol), Some(ReferenceState::Ambient), "{symbol}");
    }
    assert_eq!(state(after, "DO"), None);
}

/// Every pollutant of every edition has a state with its clause.
#[test]
fn every_limit_has_a_reference_state() {
    for standard in Gb3095::all() {
        for limit in standard.limits() {
            let rule = standard.reference_state(limit.indicator).unwrap();
            assert!(!rule.sources.is_empty(), "{limit:?}");
            assert!(format!("{:?}", rule.citation).contains(standard.edition().name), "{rule:?}");
        }
    }
}

/// A limit for every grade is the limit of each grade, and of no area.
#[test]
fn a_limit_for_every_grade_is_that_of_each() {
    let standard = edition("1996");
    for grade in AirGrade::ALL {
        let limit = standard.limit(Indicator::of("Pb"), Averaging::Annual, *grade).unwrap();
        assert_eq!((limit.tier, limit.quantity.to_string()), (AirTier::Every, "1.00 µg/m³".to_owned()));
    }
    let fluoride = |tier| standard.limit(Indicator::of("F"), Averaging::Monthly, tier);
    assert_eq!(fluoride(AirTier::Pastoral).unwrap().quantity.to_string(), "1.8 µg/(dm²·d)");
    assert_eq!((fluoride(AirTier::Urban), fluoride(AirTier::Two)), (None, None));
    // The third grade ended with the edition of 1996.
    assert!(edition("2012").limit(Indicator::SO2, Averaging::Annual, AirGrade::Three).is_none());
}

/// The grade 2 daily limits of 2012 and of the transition, and the grade 1 limits, are nodes of HJ 633: a second
/// reading of these cells, from another standard.
#[test]
fn the_nodes_of_hj_633_repeat_the_daily_and_hourly_limits() {
    use eqs_standards::hj633::Hj633;
    let mut checked = 0;
    for (limits, index) in [("2012", "2012"), ("2026 transition", "2026")] {
        let (limits, index) = (edition(limits), Hj633::named(index).unwrap());
        for column in index.columns() {
            let averaging = match column.averaging {
                Averaging::EightHours => Averaging::DailyMax8h,
                averaging => averaging,
            };
            for (grade, node) in [(AirGrade::One, 50), (AirGrade::Two, 100)] {
                let limit = limits.limit(column.indicator, averaging, grade).unwrap().quantity.value;
                let node = column.nodes().find(|other| other.index == node).unwrap().concentration;
                // The 50 nodes of NO2 and CO are halves of the limit, which is the same in both grades.
                let is_halved = matches!(column.indicator.symbol(), "NO2" | "CO") && grade == AirGrade::One;
                let expected = if is_halved { node.checked_add(node).unwrap() } else { node };
                assert_eq!(limit, expected, "{} {:?} {grade}", column.indicator, column.averaging);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 40);
}
