//! Each method of progress at, just below and just above its edges.

use eqs_core::{Lang, Observation, Outcome, Phrase, Reason};
use eqs_plan::ProgressMethod::{Destatis, Eurostat, LinearPath, TheilSen, Un};
use eqs_plan::{Base, Pace, Policy, ProgressMethod, Target, TargetStatus, assess, evaluate, progress};

use crate::given::{day, figure, missing, of_13fyp, of_14fyp, of_id};

/// PM2.5 of at most `goal` in `due`, from 2015 on.
fn at_most(goal: &str, due: u16) -> Target {
    Target { value: Some(goal.parse().unwrap()), due: Some(day(&format!("{due}-12-31"))), ..of_13fyp(1) }
}

/// Good days of at least `goal` per cent; for levels above 100 in numbers.
fn at_least(goal: &str, due: u16) -> Target {
    let target = at_most(goal, due);
    Target { comparator: eqs_plan::Comparator::AtLeast, ..target }
}

fn figures(target: &Target, years: &[(u16, &str)]) -> Vec<Observation<'static>> {
    years.iter().map(|(year, value)| figure(target, *year, value)).collect()
}

/// The pace on the last day of the latest figure's year.
fn pace(method: ProgressMethod, target: &Target, years: &[(u16, &str)]) -> Result<Pace, Reason> {
    let latest = years.iter().map(|(year, _)| *year).max().unwrap();
    let on = day(&format!("{latest}-12-31"));
    let progress = progress(target, figures(target, years), on, &Policy::default(), method);
    match progress.outcome {
        Outcome::Determined(pace) => {
            assert_eq!(progress.basis.is_none(), pace == Pace::Achieved || has_lost(target, years));
            Ok(pace)
        }
        Outcome::Undetermined(reasons) => Err(reasons[0]),
    }
}

/// Whether the first figure satisfied the target.
fn has_lost(target: &Target, years: &[(u16, &str)]) -> bool {
    let due = target.due_year().unwrap();
    let first = [figure(target, due, years[0].1)];
    let verdict = evaluate(target, first, target.due.unwrap(), &Policy::default());
    verdict.outcome.determined() == Some(&TargetStatus::Met)
}

#[track_caller]
fn check(method: ProgressMethod, target: &Target, base: (u16, &str), cases: &[(u16, &str, Pace)]) {
    for &(year, latest, expected) in cases {
        assert_eq!(pace(method, target, &[base, (year, latest)]), Ok(expected), "{latest}");
    }
}

#[test]
fn linear_path() {
    // 80.6 − 24.6 × 2/5 = 70.76
    check(
        LinearPath,
        &at_most("56", 2020),
        (2015, "80.6"),
        &[
            (2017, "55.9", Pace::Achieved),
            (2017, "56", Pace::Achieved),
            (2017, "56.1", Pace::OnTrack),
            (2017, "70.76", Pace::OnTrack),
            (2017, "70.77", Pace::AccelerationNeeded),
            (2017, "80.5", Pace::AccelerationNeeded),
            (2017, "80.6", Pace::Limited),
            (2017, "80.7", Pace::Deteriorating),
        ],
    );
}

#[test]
fn eurostat() {
    // From 100 to 64 in two years: -20 % a year are required. 95 % of it are -19 %, 60 % are -12 %.
    check(
        Eurostat,
        &at_most("64", 2017),
        (2015, "100"),
        &[
            (2016, "64", Pace::Achieved),
            (2016, "80", Pace::OnTrack),
            (2016, "81", Pace::OnTrack),
            (2016, "81.01", Pace::AccelerationNeeded),
            (2016, "88", Pace::AccelerationNeeded),
            (2016, "88.01", Pace::Limited),
            (2016, "100", Pace::Limited),
            (2016, "100.01", Pace::Deteriorating),
        ],
    );
    // From 100 to 144: +20 % a year.
    check(
        Eurostat,
        &at_least("144", 2017),
        (2015, "100"),
        &[
            (2016, "119", Pace::OnTrack),
            (2016, "118.99", Pace::AccelerationNeeded),
            (2016, "112", Pace::AccelerationNeeded),
            (2016, "111.99", Pace::Limited),
            (2016, "99.99", Pace::Deteriorating),
        ],
    );
}

#[test]
fn no_compound_rate_leads_from_zero_or_to_it() {
    let no_rate = |year| Err(Reason::NoGrowthRate { year });
    let from_zero = at_least("1", 2018);
    for method in [Eurostat, Un] {
        assert_eq!(pace(method, &from_zero, &[(2015, "0"), (2016, "0.5")]), no_rate(2015), "{method}");
        assert_eq!(pace(method, &from_zero, &[(2015, "0.5"), (2016, "0")]), no_rate(2016), "{method}");
        assert_eq!(pace(method, &from_zero, &[(2015, "0"), (2016, "1")]), Ok(Pace::Achieved), "{method}");
    }
    let eliminate = at_most("0", 2018);
    assert_eq!(pace(Eurostat, &eliminate, &[(2015, "1"), (2016, "0.5")]), no_rate(2018));
    // Half of the way a year: an eighth is left in 2018.
    assert_eq!(pace(Un, &eliminate, &[(2015, "1"), (2016, "0.5")]), Ok(Pace::AccelerationNeeded));
    // What is finished within a plan starts from 0.
    assert_eq!(pace(Eurostat, &of_id("TGT-0114"), &[(2021, "1")]), no_rate(2020));
}

#[test]
fn un() {
    // 138² / 100 = 190.44 is 95 % of the way from 100 to 195.2.
    check(
        Un,
        &at_least("195.2", 2017),
        (2015, "100"),
        &[
            (2016, "195.2", Pace::Achieved),
            (2016, "138", Pace::OnTrack),
            (2016, "137.99", Pace::AccelerationNeeded),
            (2016, "100", Pace::Limited),
            (2016, "99", Pace::Limited),
        ],
    );
    // 102² / 100 = 104.04 is 10 % of the way from 100 to 140.4.
    check(
        Un,
        &at_least("140.4", 2017),
        (2015, "100"),
        &[(2016, "102", Pace::AccelerationNeeded), (2016, "101.99", Pace::Limited)],
    );
    // 50² / 100 = 25 is 95 % of the way from 100 to 21.0526...; of that to 21.06 it is more.
    check(
        Un,
        &at_most("21.06", 2017),
        (2015, "100"),
        &[(2016, "50", Pace::OnTrack), (2016, "50.1", Pace::AccelerationNeeded)],
    );
}

#[test]
fn destatis() {
    let five_years = |target: &Target, latest| pace(Destatis, target, &[(2015, "100"), (2020, latest)]);
    // -3.8 a year lead to 62 in 2025: 1 is left of 20, which is 5 %.
    assert_eq!(five_years(&at_most("61.1", 2025), "81"), Ok(Pace::OnTrack));
    assert_eq!(five_years(&at_most("61", 2025), "81"), Ok(Pace::AccelerationNeeded));
    // -4 a year lead to 60: 5 are left of 25, which is 20 %.
    assert_eq!(five_years(&at_most("55", 2025), "80"), Ok(Pace::AccelerationNeeded));
    assert_eq!(five_years(&at_most("54.9", 2025), "80"), Ok(Pace::Limited));
    assert_eq!(five_years(&at_most("54.9", 2025), "100"), Ok(Pace::Limited));
    assert_eq!(five_years(&at_most("54.9", 2025), "100.1"), Ok(Pace::Deteriorating));
    assert_eq!(five_years(&at_most("54.9", 2025), "54.9"), Ok(Pace::Achieved));
    // Years before the base count, and what lies between does not.
    let target = at_most("61.1", 2025);
    let target = Target { first_year: 2020, base: Some(Base::Year { year: 2019, value: None }), ..target };
    let years = [(2015, "100"), (2018, "3"), (2019, "90"), (2020, "81")];
    assert_eq!(pace(Destatis, &target, &years), Ok(Pace::OnTrack));
    assert_eq!(pace(Destatis, &target, &years[1..]), Err(missing(&target, Some(2015))));
    // Five years before the latest figure, however long ago that is.
    let progress = progress(
        &target,
        figures(&target, &[(2015, "100"), (2019, "90"), (2020, "81")]),
        day("2023-06-30"),
        &Policy::default(),
        Destatis,
    );
    assert_eq!(progress.outcome, Outcome::Determined(Pace::OnTrack));
}

#[test]
fn a_line_that_leads_away_is_never_on_track() {
    // The median slope is +2 a year, although the line still lies below 30 in 2026.
    let target = |due| Target {
        first_year: 2021,
        base: Some(Base::Year { year: 2020, value: None }),
        ..at_most("30", due)
    };
    let years = [(2020, "31"), (2021, "20"), (2022, "22"), (2023, "24"), (2024, "26"), (2025, "31")];
    for due in 2026..2030 {
        assert_eq!(pace(TheilSen, &target(due), &years), Ok(Pace::Deteriorating), "{due}");
    }
}

#[test]
fn years_that_a_method_does_not_need_stop_nothing() {
    let target = at_most("60", 2020);
    let with = |year, printed| {
        let all = [(2014, "90"), (2015, "80"), (2018, "65"), (year, printed)];
        let told = |method| {
            let progress =
                progress(&target, figures(&target, &all), day("2018-12-31"), &Policy::default(), method);
            progress.outcome.determined().copied()
        };
        [LinearPath, TheilSen].map(told)
    };
    let on_track = Some(Pace::OnTrack);
    assert_eq!(with(2013, "≥90"), [on_track, on_track]);
    // The years between are needed for slopes alone, and a base that is not known for everything.
    assert_eq!(with(2016, "≥70"), [on_track, None]);
    assert_eq!(with(2015, "81"), [None, None]);
    // What satisfies the target needs no base.
    let met = [(2015, "80"), (2015, "81"), (2018, "60")];
    let progress =
        progress(&target, figures(&target, &met), day("2018-12-31"), &Policy::default(), LinearPath);
    assert_eq!(progress.outcome, Outcome::Determined(Pace::Achieved));
}

#[test]
fn an_assessment_has_all_methods_in_their_order() {
    for on in ["2014-12-31", "2017-12-31"] {
        let target = at_most("56", 2020);
        let all =
            assess(&target, &figures(&target, &[(2015, "80"), (2017, "70")]), day(on), &Policy::default());
        assert_eq!(all.progress.each_ref().map(|progress| progress.method).as_slice(), ProgressMethod::ALL);
    }
}

#[test]
fn theil_sen() {
    // Slopes -13, -1, -1, -1, 5 and 11 have the median -1; the line has 5 in 2020 although 2017 is far off.
    let years = [(2015, "10"), (2016, "9"), (2017, "20"), (2018, "7")];
    assert_eq!(pace(TheilSen, &at_most("5", 2020), &years), Ok(Pace::OnTrack));
    assert_eq!(pace(TheilSen, &at_most("4.9", 2020), &years), Ok(Pace::AccelerationNeeded));
    assert_eq!(pace(TheilSen, &at_most("4.9", 2020), &[(2015, "10"), (2016, "10")]), Ok(Pace::Limited));
    assert_eq!(pace(TheilSen, &at_most("4.9", 2020), &[(2015, "10"), (2016, "11")]), Ok(Pace::Deteriorating));
}

#[test]
fn a_target_that_was_met_and_is_no_longer() {
    for method in ProgressMethod::ALL {
        let target = at_most("56", 2020);
        assert_eq!(
            pace(*method, &target, &[(2015, "50"), (2016, "57")]),
            Ok(Pace::Deteriorating),
            "{method}"
        );
    }
}

#[test]
fn a_base_on_the_edge_that_is_to_be_passed() {
    let below = Target { comparator: eqs_plan::Comparator::Below, ..at_most("56", 2020) };
    for method in ProgressMethod::ALL {
        let on = |latest| {
            let years = figures(&below, &[(2015, "56"), (2016, latest)]);
            progress(&below, years, day("2016-12-31"), &Policy::default(), *method).outcome
        };
        assert_eq!(on("55.9"), Outcome::Determined(Pace::Achieved), "{method}");
        assert_eq!(on("56"), Outcome::Determined(Pace::Limited), "{method}");
        assert_eq!(on("56.1"), Outcome::Determined(Pace::Deteriorating), "{method}");
    }
}

#[test]
fn what_cannot_be_told() {
    let target = at_most("56", 2020);
    let reason = |target: &Target, years: &[(u16, &str)], on: &str| {
        let progress = progress(target, figures(target, years), day(on), &Policy::default(), LinearPath);
        progress.outcome.reasons()[0]
    };
    assert_eq!(reason(&target, &[(2016, "60")], "2016-12-31"), Reason::TooFewYears);
    assert_eq!(reason(&target, &[(2015, "60")], "2016-12-31"), missing(&target, None));
    assert_eq!(reason(&target, &[(2015, "80"), (2020, "60")], "2020-12-31"), Reason::DueDayPassed);
    let without_day = Target { due: None, ..target };
    assert_eq!(reason(&without_day, &[(2015, "80"), (2016, "60")], "2016-12-31"), Reason::NoDueDay);
    assert!(matches!(reason(&target, &[(2015, "80")], "2015-12-31"), Reason::BeforePeriod(_)));
    assert!(matches!(
        reason(&target, &[(2015, "80"), (2016, "近70")], "2016-12-31"),
        Reason::BoundDoesNotDecide { .. }
    ));
    assert_eq!(reason(&of_14fyp(5), &[(2020, "80"), (2021, "81")], "2021-12-31"), Reason::NoPath);
}

#[test]
fn changes_and_amounts_are_levels() {
    // A reduction by 14.4 % in five years: at most 85.6 % of the base are left, 97.12 on the path after one.
    let target = of_13fyp(10);
    let on = |value| {
        let year = target.first_year;
        progress(
            &target,
            [figure(&target, year, value)],
            day(&format!("{year}-12-31")),
            &Policy::default(),
            LinearPath,
        )
    };
    assert_eq!(on("2.88").outcome, Outcome::Determined(Pace::OnTrack));
    assert_eq!(on("2.87").outcome, Outcome::Determined(Pace::AccelerationNeeded));
    assert_eq!(on("-1").outcome, Outcome::Determined(Pace::Deteriorating));
    // 1000 km of pipes in five years, from 0 on: 200 a year.
    let pipes = of_id("TGT-0114");
    assert_eq!(pace(LinearPath, &pipes, &[(2021, "200")]), Ok(Pace::OnTrack));
    assert_eq!(pace(LinearPath, &pipes, &[(2021, "300"), (2022, "99")]), Ok(Pace::AccelerationNeeded));
    assert_eq!(pace(LinearPath, &pipes, &[(2021, "0")]), Ok(Pace::Limited));
}

#[test]
fn statuses_by_a_method() {
    let target = at_most("56", 2020);
    let status = |latest: &str, policy: Policy| {
        let figures = figures(&target, &[(2015, "80.6"), (2017, latest)]);
        evaluate(&target, figures, day("2018-06-30"), &policy).outcome.determined().copied()
    };
    let by = |method| Policy::default().method(method);
    assert_eq!(status("70.76", Policy::default()), Some(TargetStatus::NotYetDue));
    assert_eq!(status("70.76", by(LinearPath)), Some(TargetStatus::OnTrack));
    assert_eq!(status("70.77", by(LinearPath)), Some(TargetStatus::Behind));
    assert_eq!(status("56", by(LinearPath)), Some(TargetStatus::MetSoFar));
    // 2012 is not known.
    assert_eq!(status("70.76", by(Destatis)), None);
}

#[test]
fn sentences() {
    let target = at_most("56", 2020);
    let years = [(2012, "90"), (2015, "80.6"), (2016, "73"), (2017, "70.77")];
    let said = |lang| {
        let line = |method: &ProgressMethod| {
            let figures = figures(&target, &years);
            let progress = progress(&target, figures, day("2017-12-31"), &Policy::default(), *method);
            progress.say(lang).to_string()
        };
        ProgressMethod::ALL.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("progress_en", said(Lang::En));
    insta::assert_snapshot!("progress_zh", said(Lang::Zh));
}
