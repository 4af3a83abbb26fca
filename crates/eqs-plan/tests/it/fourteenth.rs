//! The 14th plan on the last day of 2024, by table 1 and the figures of two bulletins.
//!
//! The figures are copied here by hand: this crate knows no bulletin.

use eqs_core::{Lang, Observation, Phrase, Statistic, Unit, Verdict};
use eqs_plan::{BEIJING_14FYP, Policy, Target, TargetStatus, evaluate};

use crate::given::{day, missing, of_14fyp, of_table, outcome, printed};

fn bulletins() -> Vec<Observation<'static>> {
    use Statistic::{AnnualMean, Days, ShareOfDays, ShareOfLakeArea, ShareOfRiverLength};
    let (percent, mass) = (Unit::PERCENT, Unit::UG_PER_M3);
    vec![
        printed("beijing", "PM2.5", AnnualMean, 2021, "33", mass),
        printed("beijing", "PM2.5", AnnualMean, 2024, "30.5", mass),
        printed("beijing", "PM2.5", AnnualMean, 2024, "30.5", mass),
        printed("tongzhou", "PM2.5", AnnualMean, 2024, "33.9", mass),
        printed("beijing", "good_air_days", Days, 2021, "288", Unit::DAY),
        printed("beijing", "good_air_days", ShareOfDays, 2021, "78.9", percent),
        printed("beijing", "good_air_days", Days, 2024, "290", Unit::DAY),
        printed("beijing", "good_air_days", ShareOfDays, 2024, "79.2", percent),
        printed("beijing", "heavy_pollution_days", ShareOfDays, 2021, "2.2", percent),
        printed("beijing", "heavy_pollution_days", ShareOfDays, 2024, "0.5", percent),
        printed("five_river_systems", "water_worse_than_v", ShareOfRiverLength, 2021, "0", percent),
        printed("five_river_systems", "water_worse_than_v", ShareOfRiverLength, 2024, "0", percent),
        printed("lakes", "water_worse_than_v", ShareOfLakeArea, 2024, "0", percent),
    ]
}

fn on(target: &Target, text: &str) -> Verdict<TargetStatus> {
    let bulletins = bulletins();
    let evidence = BEIJING_14FYP.observations().chain(&bulletins);
    evaluate(target, evidence, day(text), &Policy::default())
}

#[test]
fn four_targets_are_met_so_far_and_nothing_is_known_of_the_others() {
    for target in of_table(&BEIJING_14FYP) {
        let verdict = on(target, "2024-12-31");
        match target.no.unwrap() {
            4..=7 => assert_eq!(outcome(&verdict), Ok(TargetStatus::MetSoFar), "{}", target.id),
            // The base of 2020 is not printed either.
            12 => assert_eq!(
                verdict.outcome.reasons(),
                [missing(target, Some(2020)), missing(target, None)],
                "{}",
                target.id
            ),
            _ => assert_eq!(outcome(&verdict), Err(missing(target, None)), "{}", target.id),
        }
    }
}

#[test]
fn by_the_bulletin_of_2021() {
    let heavy = of_14fyp(6); // 2.2 % is not yet basically eliminated
    assert_eq!(outcome(&on(&heavy, "2021-12-31")), Ok(TargetStatus::NotYetDue));
    assert_eq!(outcome(&on(&heavy, "2024-12-30")), Ok(TargetStatus::NotYetDue));
    assert_eq!(outcome(&on(&of_14fyp(5), "2021-12-31")), Ok(TargetStatus::MetSoFar));
}

#[test]
fn without_the_figures_of_2025_nothing_is_met() {
    for target in of_table(&BEIJING_14FYP) {
        let verdict = on(target, "2025-12-31");
        assert!(verdict.outcome.reasons().contains(&missing(target, Some(2025))), "{}", target.id);
    }
}

#[test]
fn what_was_reached_by_2020_says_nothing_about_2025() {
    // Table 1 prints >26 % for 2016–2020; target 2 asks for a reduction against 2020.
    assert_eq!(outcome(&on(&of_14fyp(2), "2024-12-31")), Err(missing(&of_14fyp(2), None)));
}

#[test]
fn all_verdicts() {
    let said = |lang| {
        let targets = of_table(&BEIJING_14FYP);
        let lines =
            targets.map(|target| format!("{}. {}", target.no.unwrap(), on(target, "2024-12-31").say(lang)));
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("fourteenth_zh", said(Lang::Zh));
    insta::assert_snapshot!("fourteenth_en", said(Lang::En));
}
