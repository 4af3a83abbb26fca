//! 稳步提升: improve steadily.

use eqs_core::{Indicator, Judgement, Note, Reason, Relation};
use eqs_plan::{Base, Policy, Steadily, Target, TargetStatus, evaluate};

use crate::given::{day, figure, missing, of_14fyp, outcome, verdict};

/// The status at the end of 2025 by the figures of 2020 and the following years; `-` is a year without one.
#[track_caller]
fn check(values: &[&str], each: TargetStatus, latest: TargetStatus) {
    let target = of_14fyp(5);
    let years = (2020..).zip(values).filter(|(_, value)| **value != "-");
    let evidence: Vec<_> = years.map(|(year, value)| figure(&target, year, value)).collect();
    for (steadily, expected) in [(Steadily::EachObservation, each), (Steadily::LatestAgainstBase, latest)] {
        let policy = Policy::default().steadily(steadily);
        let verdict = evaluate(&target, &evidence, day("2025-12-31"), &policy);
        assert_eq!(outcome(&verdict), Ok(expected), "{values:?} {steadily}");
        let shown = Note::Reading {
            word: "稳步提升",
            word_en: "improve steadily",
            zh: steadily.zh(),
            en: steadily.en(),
        };
        assert_eq!(verdict.notes.last(), Some(&shown));
    }
}

#[test]
fn both_readings() {
    use TargetStatus::{Met, Missed};
    check(&["75", "76", "77", "78", "79", "80"], Met, Met);
    check(&["75", "76", "76", "76", "76.0", "77"], Met, Met); // unchanged is not worse
    check(&["75", "-", "77", "-", "-", "80"], Met, Met);
    check(&["75", "-", "-", "-", "-", "75.1"], Met, Met);
    check(&["75", "78", "77", "78", "79", "80"], Missed, Met); // a fall in between
    check(&["75", "74", "77", "78", "79", "80"], Missed, Met); // a fall in the first year
    check(&["75", "76", "77", "78", "79", "78.9"], Missed, Met); // a fall in the last
    check(&["75", "75", "75", "75", "75", "75"], Missed, Missed); // never better
    check(&["75", "76", "77", "78", "79", "74"], Missed, Missed);
}

#[test]
fn where_lower_is_better() {
    let target = Target { indicator: Indicator::of("heavy_pollution_days"), ..of_14fyp(5) };
    for (latest, expected) in [("2.1", TargetStatus::MetSoFar), ("2.3", TargetStatus::Behind)] {
        let evidence = [figure(&target, 2020, "2.2"), figure(&target, 2021, latest)];
        assert_eq!(outcome(&verdict(&target, &evidence, "2022-06-01")), Ok(expected));
    }
}

#[test]
fn findings_follow_the_years_and_end_with_the_base() {
    let target = of_14fyp(5);
    let evidence: Vec<_> =
        (2020..).zip(["75", "76", "79"]).map(|(year, value)| figure(&target, year, value)).collect();
    let verdict = verdict(&target, &evidence, "2022-12-31");
    let compared: Vec<_> = verdict
        .findings
        .iter()
        .map(|finding| match finding.judgement {
            Judgement::Limit { limit, relation, .. } => {
                (finding.given.to_string(), relation, limit.to_string())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [
        ("76%", Relation::AtLeast, "75%"),
        ("79%", Relation::AtLeast, "76%"),
        ("79%", Relation::Above, "75%"),
    ];
    assert_eq!(compared, expected.map(|(given, relation, limit)| (given.into(), relation, limit.into())));
    let used = verdict.notes.iter().filter(|note| matches!(note, Note::Used { .. }));
    assert_eq!(used.count(), 3);
}

#[test]
fn the_base_must_be_observed() {
    let target = of_14fyp(5);
    let evidence = [figure(&target, 2021, "78.9")];
    assert_eq!(outcome(&verdict(&target, &evidence, "2021-12-31")), Err(missing(&target, Some(2020))));
    let evidence = [figure(&target, 2020, "75.4")];
    assert_eq!(outcome(&verdict(&target, &evidence, "2021-12-31")), Err(missing(&target, None)));
    assert_eq!(outcome(&verdict(&target, &evidence, "2025-12-31")), Err(missing(&target, Some(2025))));
    let reasons = [missing(&target, Some(2020)), missing(&target, None)];
    assert_eq!(verdict(&target, &[], "2021-12-31").outcome.reasons(), reasons);
}

#[test]
fn a_direction_and_a_base_are_needed() {
    let evidence = |target: &Target| [figure(target, 2020, "1"), figure(target, 2021, "2")];
    let indicator = Indicator::of("water_iv_to_v");
    let target = Target { indicator, ..of_14fyp(5) };
    let reason = outcome(&verdict(&target, &evidence(&target), "2021-12-31"));
    assert_eq!(reason, Err(Reason::NoDirection(indicator)));
    let target = Target { base: Some(Base::Peak), ..of_14fyp(5) };
    let reason = outcome(&verdict(&target, &evidence(&target), "2021-12-31"));
    assert_eq!(reason, Err(Reason::NothingAssessed));
    // Where no base is printed, it is the year before the plan, and a note says so.
    let target = Target { base: None, ..of_14fyp(5) };
    let verdict = verdict(&target, &evidence(&target), "2021-12-31");
    assert_eq!(outcome(&verdict), Ok(TargetStatus::MetSoFar));
    assert!(matches!(verdict.notes.last(), Some(Note::Reading { word_en: "base year", .. })));
}
