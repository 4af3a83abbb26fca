//! Each comparator at, just below and just above its edge, before and on the due day.

use eqs_core::{Indicator, Judgement, Note, Quantity, Relation, Unit};
use eqs_plan::{Policy, Target, TargetStatus, evaluate};

use crate::given::{day, figure, of_13fyp, of_14fyp, outcome, verdict};

/// Each figure, and whether it satisfies the target.
#[track_caller]
pub(crate) fn check(target: &Target, cases: &[(&str, bool)]) {
    let due = target.due_year().unwrap();
    for &(value, satisfies) in cases {
        let before = verdict(target, &[figure(target, due - 1, value)], &format!("{}-12-31", due - 1));
        let on = verdict(target, &[figure(target, due, value)], &format!("{due}-12-31"));
        let expected = if satisfies {
            [TargetStatus::MetSoFar, TargetStatus::Met]
        } else {
            [TargetStatus::NotYetDue, TargetStatus::Missed]
        };
        assert_eq!([outcome(&before), outcome(&on)], expected.map(Ok), "{} {value}", target.id);
        assert_eq!(outcome(&on).unwrap().is_satisfied(), satisfies);
    }
}

#[test]
fn at_most() {
    check(&of_13fyp(1), &[("55.9", true), ("56", true), ("56.0", true), ("56.1", false)]);
}

#[test]
fn below() {
    check(&of_13fyp(5), &[("54.9", true), ("54.99", true), ("55", false), ("55.1", false)]);
}

#[test]
fn at_least() {
    check(&of_13fyp(2), &[("65.6", false), ("65.7", true), ("65.70", true), ("65.8", true)]);
}

#[test]
fn above() {
    check(&of_14fyp(9), &[("94.9", false), ("95", false), ("95.0", false), ("95.1", true)]);
    check(&of_14fyp(13), &[("1.37", false), ("1.38", false), ("1.381", true)]);
}

#[test]
fn about_where_lower_is_better() {
    // 35 µg/m³ and 5 % of it
    check(&of_14fyp(4), &[("3", true), ("35", true), ("36.74", true), ("36.75", true), ("36.76", false)]);
}

#[test]
fn about_where_higher_is_better() {
    // 14 % and 5 % of it
    check(&of_14fyp(3), &[("13.29", false), ("13.3", true), ("14", true), ("60", true)]);
}

#[test]
fn about_where_neither_is_better() {
    let neither = Target { indicator: Indicator::of("pm25_source_dust"), ..of_14fyp(3) };
    check(&neither, &[("13.29", false), ("13.3", true), ("14", true), ("14.7", true), ("14.71", false)]);
}

#[test]
fn reduce_by_at_least() {
    check(&of_13fyp(10), &[("14.3", false), ("14.4", true), ("14.5", true), ("-5", false)]);
}

#[test]
fn reduce_by_about() {
    // 18 % and 5 % of it
    check(&of_14fyp(2), &[("17.09", false), ("17.1", true), ("18", true), ("25", true)]);
}

#[test]
fn reduce_against_the_peak() {
    // In per cent of the peak: 100 − 10 at most.
    check(&of_14fyp(1), &[("89.9", true), ("90", true), ("90.1", false), ("100", false)]);
}

#[test]
fn eliminate() {
    check(&of_14fyp(7), &[("0", true), ("0.0", true), ("0.00", true), ("0.01", false), ("1", false)]);
}

#[test]
fn basically_eliminate() {
    check(&of_14fyp(6), &[("0", true), ("0.99", true), ("1", true), ("1.0", true), ("1.01", false)]);
}

#[test]
fn improve_steadily_by_one_year() {
    for (value, expected) in [
        ("75.3", TargetStatus::Behind),
        ("75.4", TargetStatus::Behind), // not worse, but no better either
        ("75.5", TargetStatus::MetSoFar),
    ] {
        let target = of_14fyp(5);
        let evidence = [figure(&target, 2020, "75.4"), figure(&target, 2022, value)];
        assert_eq!(outcome(&verdict(&target, &evidence, "2022-12-31")), Ok(expected), "{value}");
    }
}

#[test]
fn the_tolerance_moves_the_edge_and_is_shown() {
    let target = of_14fyp(4);
    let evidence = [figure(&target, 2025, "36")];
    for (tolerance, limit, expected) in [
        ("0", "35 µg/m³", TargetStatus::Missed),
        ("2.8", "35.98 µg/m³", TargetStatus::Missed),
        ("2.9", "36.015 µg/m³", TargetStatus::Met),
    ] {
        let tolerance = Quantity::parse(tolerance, Unit::PERCENT).unwrap();
        let policy = Policy::default().about_tolerance(tolerance);
        let verdict = evaluate(&target, evidence, day("2025-12-31"), &policy);
        assert_eq!(outcome(&verdict), Ok(expected), "{tolerance}");
        let Judgement::Limit { limit: used, .. } = verdict.findings[0].judgement else { panic!() };
        assert_eq!(used.to_string(), limit);
        let shown = Note::Tolerance { word: "左右", word_en: "about", tolerance };
        assert!(verdict.notes.contains(&shown));
    }
}

#[test]
fn the_threshold_moves_the_edge_and_is_shown() {
    let target = of_14fyp(6);
    let evidence = [figure(&target, 2025, "0.5")];
    for (threshold, expected) in [("0.4", TargetStatus::Missed), ("0.5", TargetStatus::Met)] {
        let threshold = Quantity::parse(threshold, Unit::PERCENT).unwrap();
        let policy = Policy::default().basically_eliminated(threshold);
        let verdict = evaluate(&target, evidence, day("2025-12-31"), &policy);
        assert_eq!(outcome(&verdict), Ok(expected), "{threshold}");
        let shown = Note::Threshold {
            word: "基本消除",
            word_en: "basically eliminate",
            relation: Relation::AtMost,
            threshold,
        };
        assert!(verdict.notes.contains(&shown));
    }
}
