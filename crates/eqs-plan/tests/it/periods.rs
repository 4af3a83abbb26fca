//! Which figures count, by day, period, place and statistic.

use eqs_core::{Note, Observation, Period, Place, Statistic};
use eqs_plan::TargetStatus::{Met, MetSoFar, Missed, NotYetDue};

use crate::given::{figure, missing, of_13fyp, of_14fyp, outcome, verdict};

#[test]
fn a_year_counts_from_its_last_day_on() {
    let target = of_14fyp(4);
    let evidence = [figure(&target, 2023, "50"), figure(&target, 2024, "30")];
    assert_eq!(outcome(&verdict(&target, &evidence, "2023-12-30")), Err(missing(&target, None)));
    assert_eq!(outcome(&verdict(&target, &evidence, "2023-12-31")), Ok(NotYetDue));
    assert_eq!(outcome(&verdict(&target, &evidence, "2024-12-30")), Ok(NotYetDue));
    assert_eq!(outcome(&verdict(&target, &evidence, "2024-12-31")), Ok(MetSoFar));
}

#[test]
fn the_due_day_asks_for_the_due_year() {
    let target = of_14fyp(4);
    let evidence = [figure(&target, 2024, "30"), figure(&target, 2025, "50"), figure(&target, 2026, "30")];
    assert_eq!(outcome(&verdict(&target, &evidence, "2025-12-30")), Ok(MetSoFar));
    for on in ["2025-12-31", "2026-12-31", "2040-01-01"] {
        assert_eq!(outcome(&verdict(&target, &evidence, on)), Ok(Missed), "{on}");
        assert_eq!(outcome(&verdict(&target, &evidence[..1], on)), Err(missing(&target, Some(2025))), "{on}");
    }
}

#[test]
fn years_before_the_plan_do_not_count() {
    let target = of_14fyp(4);
    let evidence = [figure(&target, 2020, "38"), figure(&target, 2019, "42")];
    assert_eq!(outcome(&verdict(&target, &evidence, "2021-06-01")), Err(missing(&target, None)));
}

#[test]
fn another_place_or_statistic_never_decides() {
    let target = of_14fyp(7);
    let right = figure(&target, 2025, "0");
    let wrong = [
        Observation { place: Place::BEIJING, ..right },
        Observation { place: Place::of("lakes"), ..right },
        Observation { statistic: Statistic::ShareOfLakeArea, ..right },
        Observation { indicator: of_13fyp(4).indicator, ..right },
    ];
    assert_eq!(outcome(&verdict(&target, &wrong, "2025-12-31")), Err(missing(&target, Some(2025))));
    assert_eq!(outcome(&verdict(&target, &[right], "2025-12-31")), Ok(Met));
}

#[test]
fn only_calendar_years_decide_an_annual_statistic() {
    let target = of_14fyp(4);
    let right = figure(&target, 2025, "30");
    for period in [Period::Years(2021, 2025), Period::UpTo(2025), Period::Words("十四五")] {
        let evidence = [Observation { period, ..right }];
        let outcome = outcome(&verdict(&target, &evidence, "2025-12-31"));
        assert_eq!(outcome, Err(missing(&target, Some(2025))), "{period:?}");
    }
}

#[test]
fn cumulative_figures_begin_with_the_plan() {
    let target = of_14fyp(2);
    let right = figure(&target, 2025, "20");
    assert_eq!(right.period, Period::Years(2021, 2025));
    for (period, counts) in [
        (Period::Years(2021, 2025), true),
        (Period::Years(2016, 2025), false),
        (Period::Years(2022, 2025), false),
        (Period::Year(2025), false),
        (Period::UpTo(2025), false),
    ] {
        let evidence = [Observation { period, ..right }];
        let expected = if counts { Ok(Met) } else { Err(missing(&target, Some(2025))) };
        assert_eq!(outcome(&verdict(&target, &evidence, "2025-12-31")), expected, "{period:?}");
    }
    let first = [Observation { period: Period::Year(2021), ..right }];
    assert_eq!(outcome(&verdict(&target, &first, "2021-12-31")), Ok(MetSoFar));
}

#[test]
fn equal_figures_are_one_and_every_different_form_is_shown() {
    let target = of_14fyp(4);
    let evidence = [
        figure(&target, 2024, "30.5"),
        figure(&target, 2024, "30.5"),
        figure(&target, 2024, "30.50"),
        figure(&target, 2024, "近31"),
    ];
    let verdict = verdict(&target, &evidence, "2024-12-31");
    assert_eq!(outcome(&verdict), Ok(MetSoFar));
    let used = verdict.notes.iter().filter(|note| matches!(note, Note::Used { .. }));
    assert_eq!(used.count(), 2);
}
