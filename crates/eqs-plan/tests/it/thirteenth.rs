//! The 13th plan by its own review.

use eqs_core::{Judgement, Note, Reason};
use eqs_plan::{BEIJING_13FYP, Policy, TargetStatus, evaluate};

use crate::given::{day, missing, of_13fyp, outcome};

/// The relation that each row has to satisfy, read off the printed table by hand.
const EXPECTED: [&str; 16] = [
    "38 ≤ 56",
    "75.4 ≥ 65.7",
    "68 ≥ 24",
    "0 ≤ 28",
    "53.6 < 55",
    "69 < 70",
    "97 ≥ 35",
    "43 ≥ 25",
    "52.5 ≥ 25",
    "46.6 ≥ 14.4",
    "52.5 ≥ 16.1",
    "90 > 90",
    "90 > 90",
    "26.1 ≥ 26.1",
    "44.4 ≥ 44",
    "26 ≥ 20.5",
];

#[test]
fn every_target_was_met() {
    for (target, expected) in BEIJING_13FYP.targets().iter().zip(EXPECTED) {
        let verdict = evaluate(target, BEIJING_13FYP.observations(), day("2020-12-31"), &Policy::default());
        assert_eq!(outcome(&verdict), Ok(TargetStatus::Met), "{}", target.id);
        let [finding] = verdict.findings[..] else { panic!("{}", target.id) };
        let Judgement::Limit { limit, relation, met: true, multiple: None } = finding.judgement else {
            panic!("{}", target.id)
        };
        assert_eq!(format!("{} {} {}", finding.given.value, relation.zh(), limit.value), expected);
        assert!(matches!(verdict.notes[..], [Note::Used { .. }]), "{}", target.id);
    }
}

#[test]
fn later_days_change_nothing() {
    for target in BEIJING_13FYP.targets() {
        let on = |text| evaluate(target, BEIJING_13FYP.observations(), day(text), &Policy::default());
        assert_eq!(on("2031-05-06"), on("2020-12-31"), "{}", target.id);
    }
}

#[test]
fn nothing_is_known_a_day_before() {
    for target in BEIJING_13FYP.targets() {
        for text in ["2020-12-30", "2016-01-01"] {
            let verdict = evaluate(target, BEIJING_13FYP.observations(), day(text), &Policy::default());
            assert_eq!(outcome(&verdict), Err(missing(target, None)), "{} {text}", target.id);
        }
    }
}

#[test]
fn the_baseline_does_not_decide() {
    let target = of_13fyp(2); // at least 65.7 %, with 51 % in 2015
    let baseline = BEIJING_13FYP.observations().filter(|figure| figure.period.end_year() == Some(2015));
    let verdict = evaluate(&target, baseline, day("2019-06-01"), &Policy::default());
    assert!(matches!(outcome(&verdict), Err(Reason::NoObservation { year: None, .. })));
}
