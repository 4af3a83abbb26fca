//! Reductions and increases by levels of single years.

use eqs_core::{Indicator, Observation, Reason, Statistic, Unit};
use eqs_plan::TargetStatus::{Met, MetSoFar, Missed, NotYetDue};
use eqs_plan::{Base, Comparator, Pace, Policy, ProgressMethod, Target, gap, progress};

use crate::given::{day, in_unit, missing, of_13fyp, outcome, verdict};

/// PM2.5 in 2020 against 2015, by a number of this unit.
fn by(comparator: Comparator, value: &str, unit: Unit) -> Target {
    Target {
        comparator,
        value: Some(value.parse().unwrap()),
        unit,
        base: Some(Base::Year { year: 2015, value: None }),
        ..of_13fyp(1)
    }
}

fn levels(target: &Target, years: &[(u16, &str)], unit: Unit) -> Vec<Observation<'static>> {
    years.iter().map(|(year, value)| in_unit(target, *year, value, unit)).collect()
}

#[track_caller]
fn check(target: &Target, unit: Unit, base: &str, cases: &[(&str, bool)]) {
    for (value, satisfies) in cases {
        let on = |year: u16| {
            let evidence = levels(target, &[(2015, base), (year, value)], unit);
            outcome(&verdict(target, &evidence, &format!("{year}-12-31")))
        };
        let expected = if *satisfies { [MetSoFar, Met] } else { [NotYetDue, Missed] };
        assert_eq!([on(2019), on(2020)], expected.map(Ok), "{value}");
    }
}

#[test]
fn by_per_cent_of_a_level() {
    let target = by(Comparator::ReduceByAtLeast, "15", Unit::PERCENT);
    check(&target, Unit::UG_PER_M3, "40", &[("33.9", true), ("34", true), ("34.1", false), ("41", false)]);
    // 15 % less 5 % of them
    let about = by(Comparator::ReduceByAbout, "15", Unit::PERCENT);
    check(&about, Unit::UG_PER_M3, "40", &[("34.3", true), ("34.4", false)]);
    let more = by(Comparator::IncreaseByAbout, "20", Unit::PERCENT);
    check(&more, Unit::UG_PER_M3, "40", &[("47.59", false), ("47.6", true), ("60", true)]);
}

#[test]
fn by_an_amount() {
    let target = by(Comparator::ReduceByAtLeast, "5", Unit::UG_PER_M3);
    check(&target, Unit::UG_PER_M3, "40", &[("34.9", true), ("35", true), ("35.1", false)]);
    check(&target, Unit::MG_PER_M3, "0.040", &[("0.035", true), ("0.0351", false)]);
}

#[test]
fn by_percentage_points_of_a_share() {
    let target = Target {
        indicator: Indicator::of("good_air_days"),
        statistic: Statistic::ShareOfDays,
        ..by(Comparator::IncreaseByAbout, "4", Unit::of("percentage_point"))
    };
    check(&target, Unit::PERCENT, "75.4", &[("79.19", false), ("79.2", true), ("80", true)]);
}

#[test]
fn a_base_that_is_bounded_or_missing() {
    let target = by(Comparator::ReduceByAtLeast, "15", Unit::PERCENT);
    let on = |base: &str, value: &str| {
        let evidence = levels(&target, &[(2015, base), (2020, value)], Unit::UG_PER_M3);
        outcome(&verdict(&target, &evidence, "2020-12-31"))
    };
    assert_eq!((on("≥40", "34"), on("近40", "34")), (Ok(Met), Ok(Missed)));
    assert!(matches!(on("≥40", "36"), Err(Reason::BoundDoesNotDecide { .. })));
    let evidence = levels(&target, &[(2020, "34")], Unit::UG_PER_M3);
    assert_eq!(outcome(&verdict(&target, &evidence, "2020-12-31")), Err(missing(&target, Some(2015))));
}

#[test]
fn the_way_to_go() {
    let target = by(Comparator::ReduceByAtLeast, "15", Unit::PERCENT);
    let evidence = levels(&target, &[(2015, "40"), (2017, "38")], Unit::UG_PER_M3);
    let policy = Policy::default();
    let gap = gap(&target, &evidence, day("2017-12-31"), &policy).unwrap();
    assert_eq!((gap.goal.to_string(), gap.margin.to_string()), ("34".into(), "-4".into()));
    assert_eq!(gap.unit, Unit::UG_PER_M3);
    // 37.6 on the path
    let pace = progress(&target, &evidence, day("2017-12-31"), &policy, ProgressMethod::LinearPath);
    assert_eq!(pace.outcome.determined(), Some(&Pace::AccelerationNeeded));
}
