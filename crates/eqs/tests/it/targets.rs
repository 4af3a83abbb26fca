//! All targets of all plans over everything that is shipped, with nothing else.

use std::collections::BTreeMap;

use eqs::bulletin::Document;
use eqs::plan::{Comparator, Plan, Policy, Target, TargetStatus, evaluate};
use eqs::{NaiveDate, Observation, Outcome, Reason, Verdict};

fn observations() -> Vec<Observation<'static>> {
    let tables = Plan::all().iter().flat_map(|plan| plan.observations());
    Document::all().iter().flat_map(Document::observations).chain(tables).copied().collect()
}

/// The 13th plan at its end, the action plans at the end of their year, the others at the end of 2024.
fn day(plan: &Plan) -> NaiveDate {
    NaiveDate::from_ymd_opt(plan.last_year.min(2024).into(), 12, 31).unwrap()
}

fn verdicts(plan: &Plan) -> Vec<(&'static Target, Verdict<TargetStatus>)> {
    let observations = observations();
    let verdict = |target| evaluate(target, &observations, day(plan), &Policy::DEFAULT);
    plan.targets().iter().map(|target| (target, verdict(target))).collect()
}

/// Each status, or the first reason why there is none.
fn count(plan: &Plan) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for (target, verdict) in verdicts(plan) {
        let key = match &verdict.outcome {
            Outcome::Determined(status) => {
                assert!(!verdict.findings.is_empty(), "{}", target.id);
                status.code()
            }
            Outcome::Undetermined(reasons) => code(reasons[0]),
        };
        *counts.entry(key).or_default() += 1;
    }
    counts
}

fn code(reason: Reason) -> &'static str {
    match reason {
        Reason::NoObservation { .. } => "no observation",
        Reason::NoDueDay => "no due day",
        Reason::StandardNotEvaluated { .. } => "standard",
        Reason::RequirementNotGiven { .. } => "requirement",
        Reason::ConditionOnly => "condition",
        Reason::NothingMeasurable => "nothing measurable",
        Reason::NothingAssessed => "no peak",
        Reason::WrongUnit { .. } => "unit",
        Reason::BoundDoesNotDecide { .. } => "bound",
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_target_has_a_status_or_reasons() {
    let check = |code, expected: &[(&'static str, usize)]| {
        let plan = Plan::of(code).unwrap();
        assert_eq!(count(plan), expected.iter().copied().collect(), "{code}");
        assert_eq!(expected.iter().map(|(_, number)| number).sum::<usize>(), plan.targets().len());
    };
    check("beijing-13fyp", &[("met", 16)]);
    check(
        "beijing-14fyp",
        &[
            ("met_so_far", 10),
            ("not_yet_due", 1),
            ("no observation", 109),
            ("no due day", 33),
            ("standard", 9),
            ("nothing measurable", 6),
            ("condition", 2),
            ("requirement", 1),
            ("bound", 1),
            ("no peak", 1),
        ],
    );
    check(
        "miyun-14fyp",
        &[
            ("met_so_far", 2),
            ("behind", 1),
            ("no observation", 53),
            ("no due day", 19),
            ("requirement", 12),
            ("standard", 2),
            ("nothing measurable", 1),
            ("no peak", 1),
        ],
    );
    check("air-2021", &[("met", 3), ("no observation", 28), ("requirement", 3)]);
    check(
        "water-2021",
        &[
            ("met", 5),
            ("no observation", 11),
            ("no due day", 5),
            ("condition", 2),
            ("requirement", 1),
            ("standard", 1),
        ],
    );
    check("soil-2021", &[("no observation", 6), ("nothing measurable", 1)]);
    check("carbon", &[("no observation", 2)]);
    check("beautiful-beijing", &[("nothing measurable", 3)]);
}

#[test]
fn a_target_without_a_due_day_is_never_decided() {
    for (target, verdict) in Plan::all().iter().flat_map(|plan| verdicts(plan)) {
        if target.due.is_none() {
            let reason = match target.comparator {
                Comparator::Threshold => Reason::ConditionOnly,
                Comparator::Qualitative => Reason::NothingMeasurable,
                _ => Reason::NoDueDay,
            };
            assert_eq!(verdict.outcome.reasons()[0], reason, "{}", target.id);
        }
    }
}

#[test]
fn which_targets_are_decided() {
    let decided = |code| -> Vec<String> {
        let verdicts = verdicts(Plan::of(code).unwrap());
        let decided = verdicts.iter().filter_map(|(target, verdict)| {
            let status = verdict.outcome.determined()?;
            Some(format!("{} {}", target.id, status.code()))
        });
        decided.collect()
    };
    // 38 to 33 µg/m³ of PM2.5, 93 of 50 enterprises, 507,000 of 500,000 vehicles.
    assert_eq!(decided("air-2021"), ["TGT-0281 met", "TGT-0285 met", "TGT-0303 met"]);
    // 568 of 350 km, more than 12 of 12, 322 of 300, more than 1000 of 300, 63 of 17.
    let water = ["TGT-0327 met", "TGT-0329 met", "TGT-0330 met", "TGT-0335 met", "TGT-0338 met"];
    assert_eq!(decided("water-2021"), water);
    // 29, 30 and 25.6 µg/m³ are no steady improvement, the least of all districts, and below 27.
    let miyun = ["TGT-0191 behind", "TGT-0194 met_so_far", "TGT-0205 met_so_far"];
    assert_eq!(decided("miyun-14fyp"), miyun);
}

#[test]
fn one_year_is_not_held_against_the_whole_plan() {
    // 322 villages of 2021 say nothing certain about 900 by 2025.
    let verdicts = verdicts(Plan::of("beijing-14fyp").unwrap());
    let (_, verdict) = verdicts.iter().find(|(target, _)| target.id == "TGT-0118").unwrap();
    let years: Vec<_> = verdict
        .outcome
        .reasons()
        .iter()
        .map(|reason| match reason {
            Reason::NoObservation { year, .. } => *year,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(years, [Some(2022), Some(2023), Some(2024)]);
}
