//! The comparators of the text at, just below and just above their edges.

use eqs_core::{Indicator, Note, Quantity, Reason, Statistic, Unit};
use eqs_plan::{Base, Policy, Steadily, Target, TargetStatus, evaluate};

use crate::comparators::check;
use crate::given::{day, figure, missing, of_14fyp, of_id, outcome, verdict};

fn with(id: &str, change: impl FnOnce(&mut Target)) -> Target {
    let mut target = of_id(id);
    change(&mut target);
    target
}

#[test]
fn range_with_an_open_side() {
    // 3 to 5, and more is better
    check(&of_id("TGT-0170"), &[("2", false), ("3", true), ("5", true), ("6", true)]);
    let lower = with("TGT-0170", |target| target.indicator = Indicator::PM2_5);
    check(&lower, &[("2", true), ("5", true), ("5.0", true), ("5.1", false), ("6", false)]);
    let neither = with("TGT-0170", |target| target.indicator = Indicator::of("pm25_source_dust"));
    check(&neither, &[("2.9", false), ("3", true), ("5", true), ("5.1", false)]);
}

#[test]
fn increase_by_about() {
    // 4 % and 5 % of it
    check(&of_id("TGT-0250"), &[("3.79", false), ("3.8", true), ("4", true), ("9", true), ("-1", false)]);
    // A level in per cent of the base.
    let level = with("TGT-0250", |target| {
        target.statistic = Statistic::AnnualTotal;
        target.base = None;
    });
    check(&level, &[("103.79", false), ("103.8", true), ("104", true)]);
}

#[test]
fn complete() {
    check(&of_id("TGT-0066"), &[("99", false), ("99.9", false), ("100", true), ("100.0", true)]);
    // 碳中和: before 2060
    let target = of_id("TGT-0348");
    check(&target, &[("2059", true), ("2060", false), ("2061", false)]);
    let nothing = with("TGT-0066", |target| target.unit = Unit::of("km"));
    let reason = outcome(&verdict(&nothing, &[figure(&nothing, 2025, "1")], "2025-12-31"));
    assert_eq!(reason, Err(Reason::NothingMeasurable));
}

#[test]
fn basically_complete() {
    let target = of_id("TGT-0115");
    check(&target, &[("94.9", false), ("95", true), ("95.0", true), ("100", true)]);
    let policy = Policy::default().basically_completed(Quantity::parse("98", Unit::PERCENT).unwrap());
    let verdict = evaluate(&target, [figure(&target, 2025, "97.9")], day("2025-12-31"), &policy);
    assert_eq!(outcome(&verdict), Ok(TargetStatus::Missed));
    let Some(Note::Threshold { threshold, .. }) = verdict.notes.last() else { panic!() };
    assert_eq!(*threshold, policy.basically_completed);
}

#[test]
fn eliminate_with_a_printed_zero() {
    check(&of_id("TGT-0164"), &[("0", true), ("0.01", false)]);
}

#[test]
fn at_least_class() {
    // Class IV or better
    check(&of_id("TGT-0038"), &[("3", true), ("4", true), ("5", false)]);
}

#[test]
fn meet_grade() {
    check(&of_id("TGT-0094"), &[("1", true), ("2", false)]);
}

#[test]
fn ranks() {
    check(&of_id("TGT-0194"), &[("1", true), ("2", false)]);
    check(
        &with("TGT-0312", |target| target.first_year = 2020),
        &[("29", false), ("30", false), ("31", true)],
    );
}

#[test]
fn peak_before() {
    check(&of_id("TGT-0347"), &[("2029", true), ("2030", false), ("2031", false)]);
}

/// The status at the end of 2025 by the figures of 2020 and the following years, by both readings.
#[track_caller]
fn trend(target: &Target, values: &[&str], each: bool, latest: bool) {
    let years = (2020..).zip(values).filter(|(_, value)| **value != "-");
    let evidence: Vec<_> = years.map(|(year, value)| figure(target, year, value)).collect();
    for (steadily, satisfies) in [(Steadily::EachObservation, each), (Steadily::LatestAgainstBase, latest)] {
        let policy = Policy::default().steadily(steadily);
        let verdict = evaluate(target, &evidence, day("2025-12-31"), &policy);
        let expected = if satisfies { TargetStatus::Met } else { TargetStatus::Missed };
        assert_eq!(outcome(&verdict), Ok(expected), "{} {values:?} {steadily}", target.id);
        let word = target.comparator.zh();
        assert!(
            verdict
                .notes
                .iter()
                .any(|note| matches!(note, Note::Reading { word: said, .. } if *said == word))
        );
    }
}

#[test]
fn decline_steadily() {
    let target = of_id("TGT-0059");
    trend(&target, &["50", "49", "49", "48", "47", "47"], true, true);
    trend(&target, &["50", "-", "-", "-", "-", "49.9"], true, true);
    trend(&target, &["50", "-", "-", "-", "-", "50"], false, false);
    trend(&target, &["50", "51", "49", "48", "47", "46"], false, true);
}

#[test]
fn decline_continuously() {
    let target = of_id("TGT-0128");
    trend(&target, &["50", "49", "48", "47", "46", "45"], true, true);
    trend(&target, &["50", "49", "49", "48", "47", "46"], false, true); // unchanged is no decline
    trend(&target, &["50", "-", "-", "-", "-", "49"], true, true);
    trend(&target, &["50", "-", "-", "-", "-", "50"], false, false);
}

#[test]
fn no_increase_and_no_decrease() {
    let due = |target: &mut Target| target.due = Some(day("2025-12-31"));
    let less = with("TGT-0141", due);
    trend(&less, &["50", "50", "50", "49", "49", "49"], true, true);
    trend(&less, &["50", "50", "51", "49", "49", "49"], false, true);
    trend(&less, &["50", "-", "-", "-", "-", "50.1"], false, false);
    let more = with("TGT-0140", due);
    trend(&more, &["50", "50", "50", "51", "51", "52"], true, true);
    trend(&more, &["50", "52", "51", "51", "51", "51"], false, true);
    trend(&more, &["50", "-", "-", "-", "-", "49.9"], false, false);
}

#[test]
fn remain_stable() {
    let stable = |target: &Target, cases: &[(&str, bool)]| {
        for (value, satisfies) in cases {
            let evidence = [figure(target, 2020, "40"), figure(target, 2025, value)];
            let expected = if *satisfies { TargetStatus::Met } else { TargetStatus::Missed };
            let verdict = verdict(target, &evidence, "2025-12-31");
            assert_eq!(outcome(&verdict), Ok(expected), "{value}");
            assert!(matches!(verdict.notes.last(), Some(Note::Reading { word_en: "base year", .. })));
        }
    };
    // 40 less 5 % of it
    let target = of_id("TGT-0220");
    stable(&target, &[("37.9", false), ("38", true), ("40", true), ("60", true)]);
    let lower = with("TGT-0220", |target| target.indicator = Indicator::of("heavy_pollution_days"));
    stable(&lower, &[("20", true), ("42", true), ("42.1", false)]);
    let neither = with("TGT-0220", |target| target.indicator = Indicator::of("pm25_source_dust"));
    stable(&neither, &[("37.9", false), ("38", true), ("42", true), ("42.1", false)]);
    let evidence = [figure(&target, 2025, "40")];
    assert_eq!(outcome(&verdict(&target, &evidence, "2025-12-31")), Err(missing(&target, Some(2020))));
    let peak = Target { base: Some(Base::Peak), ..target };
    assert_eq!(outcome(&verdict(&peak, &evidence, "2025-12-31")), Err(Reason::NothingAssessed));
}

#[test]
fn what_is_not_evaluated_here() {
    let only = |id: &str| {
        let target = of_id(id);
        let evidence = [figure(&target, 2024, "1"), figure(&target, 2025, "1")];
        verdict(&target, &evidence, "2025-12-31").outcome.reasons().to_vec()
    };
    let air = |grade| Reason::StandardNotEvaluated { standard: "GB 3095", standard_en: "GB 3095", grade };
    assert_eq!(only("TGT-0031"), [air("2")]);
    assert_eq!(only("TGT-0097"), [air("1")]);
    assert_eq!(only("TGT-0253"), [Reason::NoDueDay, air("2")]);
    let beijing = Reason::RequirementNotGiven { level: "北京市", level_en: "Beijing" };
    assert_eq!(only("TGT-0199"), [beijing]);
    assert_eq!(only("TGT-0251"), [Reason::NoDueDay, beijing]);
    assert_eq!(only("TGT-0159"), [Reason::ConditionOnly]);
    assert_eq!(only("TGT-0136"), [Reason::NothingMeasurable]);
}

#[test]
fn without_a_due_day_nothing_is_decided_and_the_figures_are_shown() {
    let target = with("TGT-0046", |target| target.due = None);
    for (value, on) in [("30", "2024-12-31"), ("60", "2024-12-31"), ("60", "2050-01-01")] {
        let verdict = verdict(&target, &[figure(&target, 2024, value)], on);
        assert_eq!(outcome(&verdict), Err(Reason::NoDueDay));
        assert_eq!(verdict.findings.len(), 1);
    }
    let verdict = verdict(&target, &[], "2024-12-31");
    assert_eq!(verdict.outcome.reasons(), [Reason::NoDueDay, missing(&target, None)]);
}

#[test]
fn a_change_begins_behind_its_base_year() {
    // 比2019年下降20%以上, in a plan that begins with 2021
    let target = of_id("TGT-0064");
    let begun = |first| {
        let mut figure = figure(&target, 2025, "25");
        figure.period = eqs_core::Period::Years(first, 2025);
        outcome(&verdict(&target, &[figure], "2025-12-31"))
    };
    assert_eq!(begun(2020), Ok(TargetStatus::Met));
    assert_eq!(begun(2021), Err(missing(&target, Some(2025))));
}

#[test]
fn a_requirement_that_is_given() {
    let miyun = of_id("TGT-0199");
    let target = miyun.requiring(&of_id(miyun.higher_id)).unwrap();
    let status = |value| {
        let verdict = verdict(&target, &[figure(&target, 2025, value)], "2025-12-31");
        outcome(&verdict)
    };
    assert_eq!((status("13.3"), status("13.29")), (Ok(TargetStatus::Met), Ok(TargetStatus::Missed)));
    // Nothing is required of a target that refers to nothing, and nothing by another indicator or reference.
    assert_eq!(target.requiring(&of_id(miyun.higher_id)), None);
    assert_eq!(miyun.requiring(&of_14fyp(4)), None);
    assert_eq!(miyun.requiring(&of_id("TGT-0233")), None);
}
