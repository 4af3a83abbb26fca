//! Targets that are due in the middle of a year, count days, or are held against a peak.

use eqs_core::{Judgement, Quantity, Reason, Unit};
use eqs_plan::{Policy, Target, TargetStatus, evaluate};

use crate::given::{day, figure, in_unit, of_id, outcome, verdict};

/// Between 15 November and the end of the year nothing can be known of the year.
#[test]
fn from_the_due_day_to_the_end_of_the_year_the_figure_is_awaited() {
    let target = of_id("TGT-0314");
    let figures = [figure(&target, 2021, "100")];
    let awaited = Err(Reason::YearNotOver { year: 2021 });
    for (on, expected) in [
        ("2021-11-15", awaited),
        ("2021-12-30", awaited),
        ("2021-12-31", Ok(TargetStatus::Met)),
        ("2022-06-30", Ok(TargetStatus::Met)),
    ] {
        assert_eq!(outcome(&verdict(&target, &figures, on)), expected, "{on}");
    }
    assert!(matches!(outcome(&verdict(&target, &figures, "2021-11-14")), Err(Reason::NoObservation { .. })));
    assert_eq!(outcome(&verdict(&target, &[], "2021-12-01")), awaited);
}

#[test]
fn a_sum_that_falls_short_is_not_missed_before_its_last_year_is_over() {
    let target = Target { due: Some(day("2025-06-30")), ..of_id("TGT-0118") }; // 900 villages
    let years = [(2021, "300"), (2022, "200"), (2023, "200"), (2024, "100")];
    let mut figures: Vec<_> = years.iter().map(|(year, value)| figure(&target, *year, value)).collect();
    assert_eq!(outcome(&verdict(&target, &figures, "2025-06-30")), Err(Reason::YearNotOver { year: 2025 }));
    figures.push(figure(&target, 2025, "99"));
    assert_eq!(outcome(&verdict(&target, &figures, "2025-12-30")), Err(Reason::YearNotOver { year: 2025 }));
    assert_eq!(outcome(&verdict(&target, &figures, "2025-12-31")), Ok(TargetStatus::Missed));
    figures[3] = figure(&target, 2024, "200");
    assert_eq!(outcome(&verdict(&target, &figures, "2025-06-30")), Ok(TargetStatus::Met));
}

/// 1 % of 365 days are 3.65, of 366 days 3.66.
#[test]
fn days_that_are_next_to_none_are_a_share_of_the_due_year() {
    let target = of_id("TGT-0207");
    let limit = |target: &Target, days| {
        let verdict = verdict(target, &[figure(target, target.due_year().unwrap(), days)], "2031-12-31");
        let Judgement::Limit { limit, .. } = verdict.findings[0].judgement else { unreachable!() };
        assert_eq!(verdict.notes.len(), 3, "{:?}", verdict.notes); // the figure, 1 %, the reading
        (outcome(&verdict), limit.to_string())
    };
    assert_eq!(limit(&target, "3"), (Ok(TargetStatus::Met), "3.65 d".to_owned()));
    assert_eq!(limit(&target, "4"), (Ok(TargetStatus::Missed), "3.65 d".to_owned()));
    let leap = Target { due: Some(day("2028-12-31")), ..target };
    assert_eq!(limit(&leap, "3").1, "3.66 d");

    let of = |threshold: &str, unit| {
        let policy = Policy::default().basically_eliminated(Quantity::parse(threshold, unit).unwrap());
        outcome(&evaluate(&target, [figure(&target, 2025, "2")], day("2025-12-31"), &policy))
    };
    assert_eq!(of("0.5", Unit::PERCENT), Ok(TargetStatus::Missed)); // 1.825 d
    assert_eq!(of("2", Unit::DAY), Ok(TargetStatus::Met));
    assert!(matches!(of("2", Unit::UG_PER_M3), Err(Reason::WrongUnit { .. })));
}

/// 10 % under the peak: the highest year that is given is the least that the peak can be.
#[test]
fn levels_are_held_against_the_highest_of_them() {
    let target = of_id("TGT-0043");
    let mass = Unit::of("10kt");
    let level = |year, value: &str| in_unit(&target, year, value, mass);
    let given = |values: &[(u16, &str)]| {
        let figures: Vec<_> = values.iter().map(|(year, value)| level(*year, value)).collect();
        outcome(&verdict(&target, &figures, "2025-12-31"))
    };
    let highest = |value: &str| Err(Reason::PeakNotKnown { highest: Quantity::parse(value, mass).unwrap() });
    assert_eq!(given(&[(2012, "10000"), (2025, "9000")]), Ok(TargetStatus::Met));
    assert_eq!(given(&[(2012, "10000"), (2025, "9000.1")]), highest("10000"));
    assert_eq!(given(&[(2012, ">10000"), (2025, "9000")]), Ok(TargetStatus::Met));
    assert_eq!(given(&[(2012, "约10000"), (2025, "9000")]), highest("9000"));
    assert_eq!(given(&[(2025, "9000")]), highest("9000"));
    assert_eq!(given(&[(2012, "10000"), (2025, "9100"), (2026, "20000")]), highest("10000"));
    assert!(matches!(given(&[(2012, "10000")]), Err(Reason::NoObservation { .. })));
    // As a share of the peak, as before.
    let share = figure(&target, 2025, "90");
    assert_eq!(outcome(&verdict(&target, &[share], "2025-12-31")), Ok(TargetStatus::Met));
    let share = figure(&target, 2025, "90.1");
    assert_eq!(outcome(&verdict(&target, &[share], "2025-12-31")), Ok(TargetStatus::Missed));
}
