//! The plan over the shipped bulletins.

use std::collections::BTreeMap;

use eqs::bulletin::Bulletin;
use eqs::plan::{BEIJING_13FYP, BEIJING_14FYP, Policy, TargetStatus, evaluate};
use eqs::{NaiveDate, Observation};

#[test]
fn the_plans_by_what_the_documents_print() {
    let observations: Vec<Observation<'_>> = Bulletin::all()
        .iter()
        .flat_map(Bulletin::observations)
        .chain(BEIJING_14FYP.observations())
        .copied()
        .collect();
    let count = |plan: &eqs::plan::Plan, year| {
        let day = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        let mut counts: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        for target in plan.targets().iter().filter(|target| target.no.is_some()) {
            let verdict = evaluate(target, &observations, day, &Policy::DEFAULT);
            *counts
                .entry(verdict.outcome.determined().map(|status: &TargetStatus| status.code()))
                .or_default() += 1;
        }
        counts
    };
    assert_eq!(count(&BEIJING_13FYP, 2020), BTreeMap::from([(Some("met"), 16)]));
    assert_eq!(count(&BEIJING_14FYP, 2024), BTreeMap::from([(Some("met_so_far"), 4), (None, 12)]));
}
