//! What is finished within a plan: figures of several years against the whole.

use eqs_core::{Comparison, Note, Observation, Period, Reason};
use eqs_plan::TargetStatus::{Met, MetSoFar, Missed, NotYetDue};
use eqs_plan::{Target, TargetStatus};

use crate::given::{figure, missing, of_id, outcome, verdict};

/// 1000 km of pipes in 2021 to 2025.
fn pipes() -> Target {
    of_id("TGT-0114")
}

fn span(target: &Target, first: u16, last: u16, value: &str) -> Observation<'static> {
    Observation { period: Period::Years(first, last), ..figure(target, last, value) }
}

fn yearly(values: &[(u16, &str)], on: &str) -> Result<TargetStatus, Reason> {
    let target = pipes();
    let evidence: Vec<_> = values.iter().map(|(year, value)| figure(&target, *year, value)).collect();
    outcome(&verdict(&target, &evidence, on))
}

#[test]
fn the_years_add_up() {
    let years = |last| [(2021, "200"), (2022, "200"), (2023, "200"), (2024, "200"), (2025, last)];
    assert_eq!(yearly(&years("199.9"), "2025-12-31"), Ok(Missed));
    assert_eq!(yearly(&years("200"), "2025-12-31"), Ok(Met));
    assert_eq!(yearly(&years("200.1"), "2025-12-31"), Ok(Met));
    assert_eq!(yearly(&years("200")[..4], "2024-12-31"), Ok(NotYetDue));
    assert_eq!(yearly(&years("200")[..4], "2025-12-30"), Ok(NotYetDue));
    assert_eq!(yearly(&[(2021, "600"), (2022, "400")], "2022-12-31"), Ok(MetSoFar));
}

#[test]
fn one_year_is_never_held_against_the_whole() {
    let target = pipes();
    let years = [2021, 2022, 2023].map(|year| missing(&target, Some(year)));
    let verdict = self::verdict(&target, &[figure(&target, 2024, "220")], "2024-12-31");
    assert_eq!(verdict.outcome.reasons(), years);
    assert!(verdict.findings.is_empty());
    // But what is known of some years may be enough.
    let verdict = self::verdict(&target, &[figure(&target, 2021, "220")], "2024-12-31");
    assert_eq!(verdict.outcome.reasons(), [2022, 2023, 2024].map(|year| missing(&target, Some(year))));
    assert_eq!(yearly(&[(2024, "1000")], "2025-12-31"), Ok(Met));
    assert_eq!(yearly(&[(2024, "1000")], "2024-12-31"), Ok(MetSoFar));
}

#[test]
fn a_figure_for_all_years_counts_as_it_is() {
    let target = pipes();
    let on = |evidence: &[Observation<'_>]| outcome(&verdict(&target, evidence, "2025-12-31"));
    assert_eq!(on(&[span(&target, 2021, 2025, "1000")]), Ok(Met));
    assert_eq!(on(&[span(&target, 2021, 2025, "999")]), Ok(Missed));
    assert_eq!(on(&[span(&target, 2021, 2024, "800"), figure(&target, 2025, "200")]), Ok(Met));
    assert_eq!(on(&[span(&target, 2021, 2024, "800"), figure(&target, 2025, "199")]), Ok(Missed));
    // Years within the span are not added once more.
    assert_eq!(
        on(&[span(&target, 2021, 2024, "800"), figure(&target, 2024, "200"), figure(&target, 2025, "100")]),
        Ok(Missed)
    );
    // Another span says nothing, nor does a figure of all times.
    assert_eq!(on(&[span(&target, 2016, 2025, "2000")]), Err(missing(&target, Some(2025))));
    let ever = Observation { period: Period::UpTo(2025), ..figure(&target, 2025, "2000") };
    assert_eq!(on(&[ever]), Err(missing(&target, Some(2025))));
}

#[test]
fn bounds_add_up_too() {
    assert_eq!(yearly(&[(2021, ">600"), (2022, "≥400")], "2022-12-31"), Ok(MetSoFar));
    let target = pipes();
    let evidence = [figure(&target, 2021, ">600"), figure(&target, 2022, "399")];
    let reason = outcome(&verdict(&target, &evidence, "2022-12-31")).unwrap_err();
    assert!(matches!(reason, Reason::BoundDoesNotDecide { .. }), "{reason:?}");
}

#[test]
fn the_verdict_shows_every_figure_and_the_sum() {
    let target = pipes();
    let evidence = [figure(&target, 2021, "568"), figure(&target, 2022, "500")];
    let verdict = verdict(&target, &evidence, "2022-12-31");
    assert_eq!(outcome(&verdict), Ok(MetSoFar));
    assert_eq!(verdict.findings[0].given.to_string(), "1068 km");
    assert_eq!(verdict.findings[0].comparison, Comparison::FullValue);
    assert_eq!(verdict.notes.iter().filter(|note| matches!(note, Note::Used { .. })).count(), 2);
    assert!(verdict.notes.iter().any(|note| matches!(note, Note::Reading { zh: "各年数据相加", .. })));
}

#[test]
fn a_plan_of_one_year() {
    let target = of_id("TGT-0327"); // 350 km in 2021
    for (value, expected) in [("349.9", Missed), ("350", Met), ("568", Met)] {
        assert_eq!(outcome(&verdict(&target, &[figure(&target, 2021, value)], "2021-12-31")), Ok(expected));
    }
}

#[test]
fn figures_of_a_year_that_disagree() {
    let target = pipes();
    let evidence = [figure(&target, 2021, "100"), figure(&target, 2021, "200")];
    let reason = outcome(&verdict(&target, &evidence, "2021-12-31")).unwrap_err();
    assert!(matches!(reason, Reason::Conflict { .. }), "{reason:?}");
}

#[test]
fn figures_of_several_years_that_are_not_what_the_years_add_up_to_disagree() {
    let target = pipes();
    let on = |evidence: &[Observation<'_>]| outcome(&verdict(&target, evidence, "2025-12-31"));
    let disagree =
        |evidence: &[Observation<'_>]| assert!(matches!(on(evidence), Err(Reason::Conflict { .. })));
    let years = [figure(&target, 2021, "100"), figure(&target, 2022, "60")];
    disagree(&[years[0], years[1], span(&target, 2021, 2022, "250")]);
    disagree(&[figure(&target, 2021, "300"), span(&target, 2021, 2022, "150")]);
    // A sum never falls.
    disagree(&[span(&target, 2021, 2023, "1200"), span(&target, 2021, 2025, "1100")]);
    disagree(&[
        span(&target, 2021, 2023, "900"),
        figure(&target, 2024, "200"),
        span(&target, 2021, 2025, "1000"),
    ]);
    assert_eq!(
        on(&[years[0], years[1], span(&target, 2021, 2022, "160"), span(&target, 2021, 2025, "1000")]),
        Ok(Met)
    );
    assert_eq!(
        on(&[years[0], span(&target, 2021, 2022, "≥150"), span(&target, 2021, 2025, "1000")]),
        Ok(Met)
    );
}

#[test]
fn a_due_day_in_mid_year_takes_no_whole_year() {
    let target = Target { due: Some("2024-06-30".parse().unwrap()), ..pipes() };
    let on = |last| {
        let years = [(2021, "300"), (2022, "300"), (2023, last), (2024, "200")];
        let evidence = years.map(|(year, value)| figure(&target, year, value));
        outcome(&verdict(&target, &evidence, "2024-12-31"))
    };
    assert!(matches!(on("300"), Err(Reason::BoundDoesNotDecide { .. })));
    assert_eq!((on("400"), on("199")), (Ok(Met), Ok(Missed)));
}
