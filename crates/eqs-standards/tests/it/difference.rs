//! What changes from one edition to another, and on which days.

use std::cmp::Ordering;

use eqs_core::NaiveDate;
use eqs_standards::gb3095::Gb3095;
use eqs_standards::hj633::Hj633;
use eqs_standards::{
    Difference, DifferenceKind, Limit, STANDARDS, Standard, Standing, changes_between, difference,
};

fn air(before: &str, after: &str) -> Vec<Difference> {
    let [before, after] = [before, after].map(|name| Gb3095::named(name).unwrap().edition());
    difference(before, after)
}

/// Symbol, scope and both values.
fn shown(changes: &[Difference]) -> Vec<String> {
    let line = |change: &Difference| {
        let limit = change.after.or(change.before).unwrap();
        let value =
            |limit: Option<Limit>| limit.map_or("-".to_owned(), |limit| limit.value().unwrap().to_string());
        let (before, after) = (value(change.before), value(change.after));
        format!("{} {} {}: {before} → {after}", change.kind, limit.indicator, limit.scope)
    };
    changes.iter().map(line).collect()
}

#[test]
fn an_edition_does_not_differ_from_itself() {
    for edition in STANDARDS.iter().flat_map(Standard::editions) {
        assert_eq!(difference(edition, edition), [], "{edition}");
    }
    assert_eq!(air("2012", "2012 amended 2018"), []);
}

#[test]
fn from_2012_to_the_transition_four_limits_tighten() {
    assert_eq!(
        shown(&air("2012 amended 2018", "2026 transition")),
        [
            "tightened PM10 averaging=annual;grade=2: 70 µg/m³ → 60 µg/m³",
            "tightened PM10 averaging=24h;grade=2: 150 µg/m³ → 120 µg/m³",
            "tightened PM2.5 averaging=annual;grade=2: 35 µg/m³ → 30 µg/m³",
            "tightened PM2.5 averaging=24h;grade=2: 75 µg/m³ → 60 µg/m³",
        ]
    );
}

#[test]
fn from_2012_to_2031_eighteen_limits_tighten() {
    assert_eq!(
        shown(&air("2012", "2026 final")),
        [
            "tightened SO2 averaging=annual;grade=2: 60 µg/m³ → 20 µg/m³",
            "tightened SO2 averaging=24h;grade=2: 150 µg/m³ → 50 µg/m³",
            "tightened SO2 averaging=1h;grade=2: 500 µg/m³ → 150 µg/m³",
            "tightened NO2 averaging=annual;grade=1: 40 µg/m³ → 30 µg/m³",
            "tightened NO2 averaging=annual;grade=2: 40 µg/m³ → 30 µg/m³",
            "tightened NO2 averaging=24h;grade=1: 80 µg/m³ → 50 µg/m³",
            "tightened NO2 averaging=24h;grade=2: 80 µg/m³ → 50 µg/m³",
            "tightened PM10 averaging=annual;grade=1: 40 µg/m³ → 20 µg/m³",
            "tightened PM10 averaging=annual;grade=2: 70 µg/m³ → 50 µg/m³",
            "tightened PM10 averaging=24h;grade=2: 150 µg/m³ → 100 µg/m³",
            "tightened PM2.5 averaging=annual;grade=1: 15 µg/m³ → 10 µg/m³",
            "tightened PM2.5 averaging=annual;grade=2: 35 µg/m³ → 25 µg/m³",
            "tightened PM2.5 averaging=24h;grade=1: 35 µg/m³ → 25 µg/m³",
            "tightened PM2.5 averaging=24h;grade=2: 75 µg/m³ → 50 µg/m³",
            "tightened NOx averaging=annual;grade=1: 50 µg/m³ → 40 µg/m³",
            "tightened NOx averaging=annual;grade=2: 50 µg/m³ → 40 µg/m³",
            "tightened NOx averaging=24h;grade=1: 100 µg/m³ → 70 µg/m³",
            "tightened NOx averaging=24h;grade=2: 100 µg/m³ → 70 µg/m³",
        ]
    );
}

#[test]
fn the_amendment_of_2000_relaxes_five_and_removes_nine() {
    let changes = shown(&air("1996", "1996 amended 2000"));
    let count = |kind: &str| changes.iter().filter(|change| change.starts_with(kind)).count();
    assert_eq!((changes.len(), count("relaxed"), count("removed NOx")), (14, 5, 9), "{changes:#?}");
}

/// 0.02 mg/m³ in 1996 and 20 µg/m³ in 2012 are one limit; limits for every grade became limits of two grades.
#[test]
fn equal_values_in_other_units_are_no_difference() {
    let all = air("1996 amended 2000", "2012");
    let of_kind = |kind| all.iter().filter(|change| change.kind == kind).copied().collect::<Vec<_>>();
    assert_eq!(
        shown(&of_kind(DifferenceKind::Tightened)),
        [
            "tightened PM10 averaging=annual;grade=2: 0.10 mg/m³ → 70 µg/m³",
            "tightened NO2 averaging=annual;grade=2: 0.08 mg/m³ → 40 µg/m³",
            "tightened NO2 averaging=24h;grade=2: 0.12 mg/m³ → 80 µg/m³",
            "tightened NO2 averaging=1h;grade=2: 0.24 mg/m³ → 200 µg/m³",
            "tightened Pb averaging=seasonal;grade=1: 1.50 µg/m³ → 1 µg/m³",
            "tightened Pb averaging=seasonal;grade=2: 1.50 µg/m³ → 1 µg/m³",
            "tightened Pb averaging=annual;grade=1: 1.00 µg/m³ → 0.5 µg/m³",
            "tightened Pb averaging=annual;grade=2: 1.00 µg/m³ → 0.5 µg/m³",
            "tightened BaP averaging=24h;grade=1: 0.01 µg/m³ → 0.0025 µg/m³",
            "tightened BaP averaging=24h;grade=2: 0.01 µg/m³ → 0.0025 µg/m³",
        ]
    );
    assert_eq!(
        shown(&of_kind(DifferenceKind::Relaxed)),
        ["relaxed NO2 averaging=1h;grade=1: 0.12 mg/m³ → 200 µg/m³"]
    );
    // Fluoride went to the informative annex with its values.
    let changed = of_kind(DifferenceKind::Changed);
    assert_eq!(changed.len(), 6);
    for change in changed {
        let (before, after) = (change.before.unwrap(), change.after.unwrap());
        assert_eq!((before.indicator.symbol(), after.standing), ("F", Standing::Informative));
        assert_eq!(after.compare_strictness(&before), Some(Ordering::Equal));
    }
    // Grade 3 ended, all 13 limits of it.
    let removed = of_kind(DifferenceKind::Removed);
    assert!(removed.len() == 13 && shown(&removed).iter().all(|change| change.contains("grade=3")));
    assert_eq!(of_kind(DifferenceKind::Added).len(), 18);
    // The rest of the 26 limits of grades 1 and 2 has equal values, all but those of CO in another unit.
    let standard: &Standard = "GB 3095".parse().unwrap();
    let [old, new] = ["1996 amended 2000", "2012"].map(|name| standard.named(name).unwrap());
    let new: Vec<_> = standard.limits(new).collect();
    let pairs = standard.limits(old).filter_map(|old| {
        let new = new.iter().find(|new| new.indicator == old.indicator && new.scope == old.scope)?;
        (new.standing == old.standing).then_some((old, *new))
    });
    let pairs: Vec<_> = pairs.collect();
    let is_equal = |(old, new): &&(Limit, Limit)| new.compare_strictness(old) == Some(Ordering::Equal);
    let equal: Vec<_> = pairs.iter().filter(is_equal).collect();
    let in_other_units = equal.iter().filter(|(old, new)| old.unit != new.unit).count();
    assert_eq!((pairs.len(), equal.len(), in_other_units), (26, 26 - 5, 26 - 5 - 4));
    for (old, _) in equal {
        assert!(all.iter().all(|change| change.before != Some(*old)), "{old:?}");
    }
}

/// Forwards and backwards: what is added one way is removed the other way, and what is tightened is relaxed.
#[test]
fn the_way_back_is_the_opposite() {
    let opposite = |kind| match kind {
        DifferenceKind::Added => DifferenceKind::Removed,
        DifferenceKind::Removed => DifferenceKind::Added,
        DifferenceKind::Tightened => DifferenceKind::Relaxed,
        DifferenceKind::Relaxed => DifferenceKind::Tightened,
        DifferenceKind::Changed => DifferenceKind::Changed,
    };
    let mut compared = 0;
    for standard in STANDARDS {
        for (one, other) in standard
            .editions()
            .iter()
            .flat_map(|one| standard.editions().iter().map(move |other| (one, other)))
        {
            let (there, mut back) = (difference(one, other), difference(other, one));
            for Difference { before, after, kind } in there {
                let twin = Difference { before: after, after: before, kind: opposite(kind) };
                let at = back.iter().position(|own| *own == twin).unwrap();
                back.remove(at);
                compared += 1;
            }
            assert_eq!(back, []);
        }
    }
    assert!(compared > 200, "{compared}");
}

/// Two nodes of the index changed in 2026.
#[test]
fn nodes_of_the_index_that_changed() {
    let [before, after] = ["2012", "2026"].map(|name| Hj633::named(name).unwrap().edition());
    assert_eq!(
        shown(&difference(before, after)),
        [
            "tightened PM10 averaging=24h;index=100: 150 µg/m³ → 120 µg/m³",
            "tightened PM2.5 averaging=24h;index=100: 75 µg/m³ → 60 µg/m³",
        ]
    );
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_transition_ends_on_the_last_day_of_2030() {
    let changes = |first, last| {
        let changes = changes_between(day(first), day(last)).into_iter();
        changes
            .map(|change| format!("{} {} {}", change.day, change.event, change.edition))
            .collect::<Vec<_>>()
    };
    let ends = "2030-12-31 ends GB 3095-2026 transition";
    let begins = "2031-01-01 begins GB 3095-2026 final";
    assert_eq!(changes("2026-03-02", "2199-12-31"), [ends, begins]);
    assert_eq!(changes("2030-12-31", "2030-12-31"), [ends]);
    assert_eq!(changes("2031-01-01", "2031-01-01"), [begins]);
    assert_eq!(changes("2031-01-02", "2199-12-31"), Vec::<String>::new());
    assert_eq!(changes("2031-01-01", "2030-12-31"), Vec::<String>::new());
    assert_eq!(
        changes("2026-02-28", "2026-03-01"),
        [
            "2026-02-28 ends GB 3095-2012 amended 2018",
            "2026-02-28 ends HJ 633-2012",
            "2026-02-28 ends HJ 663-2013",
            "2026-03-01 begins GB 3095-2026 transition",
            "2026-03-01 begins HJ 633-2026",
            "2026-03-01 begins HJ 663-2026",
        ]
    );
}

/// Over all days: each edition begins once, and ends once if another follows.
#[test]
fn every_edition_begins_once() {
    let changes = changes_between(day("1900-01-01"), day("2199-12-31"));
    let editions: Vec<_> = STANDARDS.iter().flat_map(Standard::editions).collect();
    assert_eq!(changes.len(), editions.len() + (editions.len() - STANDARDS.len()));
    assert!(changes.windows(2).all(|pair| pair[0].day <= pair[1].day));
}
