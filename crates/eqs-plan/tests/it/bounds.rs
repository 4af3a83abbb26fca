//! Figures that are bounds, ranges or approximations.

use eqs_core::{Bound, Comparison, Quantity, Reason, Unit};
use eqs_plan::{Target, TargetStatus};

use crate::given::{figure, of_13fyp, of_14fyp, outcome, verdict};

/// The status on the due day by figures of the due year; `None` where the bound does not decide.
#[track_caller]
fn check(target: &Target, values: &[&str], expected: Option<TargetStatus>) {
    let year = target.first_year + 4;
    let evidence: Vec<_> = values.iter().map(|value| figure(target, year, value)).collect();
    let verdict = verdict(target, &evidence, &format!("{year}-12-31"));
    if let Some(status) = expected {
        assert_eq!(outcome(&verdict), Ok(status), "{values:?}");
    } else {
        let reason = outcome(&verdict).unwrap_err();
        assert!(matches!(reason, Reason::BoundDoesNotDecide { .. }), "{values:?}: {reason:?}");
        assert!(verdict.findings.is_empty());
    }
}

const MET: Option<TargetStatus> = Some(TargetStatus::Met);
const MISSED: Option<TargetStatus> = Some(TargetStatus::Missed);

#[test]
fn above() {
    check(&of_13fyp(12), &[">90"], MET); // > 90
    check(&of_13fyp(12), &[">89"], None);
    check(&of_13fyp(16), &[">26"], MET); // >= 20.5
    check(&of_13fyp(16), &[">20"], None);
    check(&of_13fyp(1), &[">56"], MISSED); // <= 56
    check(&of_13fyp(1), &[">55"], None);
}

#[test]
fn at_least() {
    check(&of_13fyp(14), &["≥26.1"], MET); // >= 26.1
    check(&of_13fyp(14), &["≥26"], None);
    let more = Target { comparator: eqs_plan::Comparator::Above, ..of_13fyp(14) };
    check(&more, &["≥26.1"], None);
    check(&more, &["≥26.2"], MET);
    check(&of_13fyp(5), &["≥55"], MISSED); // < 55
}

#[test]
fn nearly() {
    check(&of_13fyp(5), &["近55"], MET); // < 55
    check(&of_13fyp(5), &["近56"], None);
    check(&of_13fyp(2), &["近65.7"], MISSED); // >= 65.7
}

#[test]
fn approximations_never_decide_alone() {
    for value in ["约1", "约56", "约1000"] {
        check(&of_13fyp(1), &[value], None);
    }
    check(&of_13fyp(1), &["约38", "38"], MET);
    check(&of_14fyp(7), &["约0"], None);
}

#[test]
fn ranges() {
    check(&of_13fyp(1), &["40~56"], MET); // <= 56
    check(&of_13fyp(1), &["40~57"], None);
    check(&of_13fyp(1), &["57~60"], MISSED);
    check(&of_14fyp(7), &["0~0"], MET);
    check(&of_14fyp(7), &["0~0.1"], None);
}

#[test]
fn two_bounds_together() {
    check(&of_13fyp(2), &["60~70", "≥65.7"], MET); // 65.7 to 70
    check(&of_13fyp(2), &[">60", "近65"], MISSED); // between 60 and 65
    check(&of_13fyp(2), &[">60", "71"], MET);
}

#[test]
fn a_bound_as_base() {
    let target = of_14fyp(5);
    for (base, latest, expected) in [
        (">75", "80", Err(Reason::BoundDoesNotDecide { given: percent("80"), limit: percent("75") })),
        ("近75", "75", Ok(TargetStatus::MetSoFar)),
        (">75", "75", Ok(TargetStatus::Behind)),
        (">75", ">75", Err(Reason::BoundDoesNotDecide { given: percent("75"), limit: percent("75") })),
    ] {
        let evidence = [figure(&target, 2020, base), figure(&target, 2021, latest)];
        assert_eq!(outcome(&verdict(&target, &evidence, "2021-12-31")), expected, "{base} {latest}");
    }
}

#[test]
fn the_finding_says_that_it_is_a_bound() {
    let target = of_13fyp(12);
    let verdict = verdict(&target, &[figure(&target, 2020, ">90")], "2020-12-31");
    let expected = Comparison::Bounded { bound: Bound::Above, high: None };
    assert_eq!(verdict.findings[0].comparison, expected);
}

fn percent(value: &str) -> Quantity {
    Quantity::parse(value, Unit::PERCENT).unwrap()
}
