//! What cannot be decided, and why.

use eqs_core::{Bound, Decimal, Observation, Period, Quantity, Reason, Unit};
use eqs_plan::{BEIJING_13FYP, BEIJING_14FYP, Comparator, Plan, Policy, Target, TargetStatus, evaluate};

use crate::given::{day, figure, in_unit, missing, of_13fyp, of_14fyp, of_table, outcome, verdict};

fn micrograms(value: &str) -> Quantity {
    Quantity::parse(value, Unit::UG_PER_M3).unwrap()
}

#[test]
fn a_day_before_the_plan() {
    for plan in Plan::all() {
        for target in plan.targets() {
            let period = Period::Years(plan.first_year, target.due_year().unwrap_or(plan.last_year));
            for on in [format!("{}-12-31", plan.first_year - 1), "-0001-01-01".into(), "0000-01-01".into()] {
                let verdict = evaluate(target, BEIJING_13FYP.observations(), day(&on), &Policy::default());
                assert_eq!(outcome(&verdict), Err(Reason::BeforePeriod(period)), "{} {on}", target.id);
                assert!(verdict.notes.is_empty());
            }
        }
    }
}

#[test]
fn a_day_far_after_the_plan() {
    let on = eqs_core::NaiveDate::MAX;
    let target = of_13fyp(1);
    let verdict = evaluate(&target, BEIJING_13FYP.observations(), on, &Policy::default());
    assert_eq!(outcome(&verdict), Ok(TargetStatus::Met));
}

#[test]
fn another_unit_of_the_same_kind_is_converted() {
    let target = of_14fyp(4);
    for (value, expected) in [("0.03675", TargetStatus::Met), ("0.0368", TargetStatus::Missed)] {
        let evidence = [in_unit(&target, 2025, value, Unit::MG_PER_M3)];
        let verdict = verdict(&target, &evidence, "2025-12-31");
        assert_eq!(outcome(&verdict), Ok(expected), "{value}");
        assert_eq!(verdict.findings[0].given, evidence[0].quantity);
        assert_eq!(verdict.findings[0].compared.unit, target.unit);
    }
}

#[test]
fn a_unit_of_another_kind_is_refused() {
    let target = of_14fyp(4);
    let wrong = in_unit(&target, 2025, "0.03", Unit::MG_PER_L);
    let reason = Reason::WrongUnit { given: wrong.quantity, needed: Unit::UG_PER_M3 };
    assert_eq!(outcome(&verdict(&target, &[wrong], "2025-12-31")), Err(reason));
    let right = figure(&target, 2025, "30");
    assert_eq!(outcome(&verdict(&target, &[wrong, right], "2025-12-31")), Err(reason));
    // An earlier year that does not decide does no harm.
    let earlier = in_unit(&target, 2024, "0.03", Unit::MG_PER_L);
    assert_eq!(outcome(&verdict(&target, &[earlier, right], "2025-12-31")), Ok(TargetStatus::Met));
}

#[test]
fn one_year_of_emissions_tells_no_peak() {
    let target = of_14fyp(1);
    let mass = in_unit(&target, 2025, "12000", Unit::of("10kt"));
    let reason = Reason::PeakNotKnown { highest: mass.quantity };
    assert_eq!(outcome(&verdict(&target, &[mass], "2025-12-31")), Err(reason));
}

#[test]
fn figures_that_disagree() {
    let target = of_14fyp(4);
    for (one, other) in [("30", "31"), ("30", "30.1"), ("30", ">30"), ("约30", "31"), ("28~29", "30")] {
        let (one, other) = (figure(&target, 2025, one), figure(&target, 2025, other));
        for evidence in [[one, other], [other, one]] {
            let reason = outcome(&verdict(&target, &evidence, "2025-12-31")).unwrap_err();
            let Reason::Conflict { one: first, other: second } = reason else { panic!("{reason:?}") };
            assert!([one.quantity, other.quantity].contains(&first));
            assert!(
                [one.quantity, other.quantity].contains(&second) && first != second
                    || one.bound != other.bound
            );
        }
    }
}

#[test]
fn a_range_the_wrong_way_round_disagrees_with_itself() {
    let target = of_14fyp(4);
    let reason = outcome(&verdict(&target, &[figure(&target, 2025, "36~29")], "2025-12-31"));
    assert_eq!(reason, Err(Reason::Conflict { one: micrograms("36"), other: micrograms("29") }));
}

#[test]
fn no_observation_at_all() {
    for plan in [&BEIJING_13FYP, &BEIJING_14FYP] {
        for target in of_table(plan).filter(|target| target.comparator != Comparator::ImproveSteadily) {
            let on = plan.first_year.to_string() + "-12-31";
            assert_eq!(outcome(&verdict(target, &[], &on)), Err(missing(target, None)));
            let on = target.due.unwrap().to_string();
            assert_eq!(outcome(&verdict(target, &[], &on)), Err(missing(target, Some(plan.last_year))));
        }
    }
}

#[test]
fn a_tolerance_that_is_no_percentage() {
    let target = of_14fyp(4);
    let policy = Policy::default().about_tolerance(micrograms("2"));
    let verdict = evaluate(&target, [figure(&target, 2025, "30")], day("2025-12-31"), &policy);
    let reason = Reason::WrongUnit { given: micrograms("2"), needed: Unit::PERCENT };
    assert_eq!(outcome(&verdict), Err(reason));
}

#[test]
fn a_threshold_in_another_unit() {
    let target = of_14fyp(6);
    let days = Quantity::parse("3", Unit::DAY).unwrap();
    let policy = Policy::default().basically_eliminated(days);
    let verdict = evaluate(&target, [figure(&target, 2025, "0.5")], day("2025-12-31"), &policy);
    assert_eq!(outcome(&verdict), Err(Reason::WrongUnit { given: days, needed: Unit::PERCENT }));
}

#[test]
fn a_reduction_by_an_amount_of_another_kind_than_the_figures() {
    let target = Target { unit: Unit::UG_PER_M3, ..of_14fyp(1) };
    let days = Quantity::parse("30", Unit::DAY).unwrap();
    let figure = Observation { quantity: days, ..figure(&target, 2025, "30") };
    let reason = outcome(&verdict(&target, &[figure], "2025-12-31"));
    assert_eq!(reason, Err(Reason::WrongUnit { given: days, needed: Unit::UG_PER_M3 }));
}

#[test]
fn a_target_without_its_number_or_with_one_too_long() {
    let evidence = |target: &Target| [figure(target, 2025, "30")];
    let target = Target { value: None, ..of_14fyp(4) };
    assert_eq!(outcome(&verdict(&target, &evidence(&target), "2025-12-31")), Err(Reason::NothingAssessed));
    let target = Target { value: Some(Decimal::new(999_999_999_999_999_999, 0)), ..of_14fyp(4) };
    assert_eq!(outcome(&verdict(&target, &evidence(&target), "2025-12-31")), Err(Reason::NothingAssessed));
}

#[test]
fn a_bound_that_leaves_it_open() {
    let target = of_13fyp(14);
    let target = Target { comparator: Comparator::Above, ..target };
    let given = figure(&target, 2020, "≥26.1");
    assert_eq!(given.bound, Bound::AtLeast);
    let reason = Reason::BoundDoesNotDecide { given: given.quantity, limit: target.quantity().unwrap() };
    assert_eq!(outcome(&verdict(&target, &[given], "2020-12-31")), Err(reason));
}

#[test]
fn owned_and_borrowed_evidence() {
    let target = of_14fyp(4);
    let words = String::from("own");
    let mut own: Observation<'_> = figure(&target, 2025, "30");
    own.source.document = &words;
    let evidence = [own];
    let borrowed = evaluate(&target, evidence.iter(), day("2025-12-31"), &Policy::default());
    assert_eq!(evaluate(&target, evidence, day("2025-12-31"), &Policy::default()), borrowed);
    let chained = BEIJING_13FYP.observations().chain(&evidence);
    assert_eq!(evaluate(&target, chained, day("2025-12-31"), &Policy::default()), borrowed);
}

#[test]
fn impossible_figures_decide_nothing() {
    for (target, value) in [(of_14fyp(4), "-5"), (of_14fyp(3), "140"), (of_14fyp(7), "-1")] {
        let evidence = [figure(&target, 2025, value)];
        let given = evidence[0].quantity;
        assert_eq!(
            outcome(&verdict(&target, &evidence, "2025-12-31")),
            Err(Reason::Impossible(given)),
            "{value}"
        );
    }
}
