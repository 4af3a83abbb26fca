//! Verdicts and targets as sentences.

use eqs_core::{Lang, Phrase, Unit};
use eqs_plan::{BEIJING_13FYP, Plan, Policy, evaluate};

use crate::given::{day, figure, in_unit, of_13fyp, of_14fyp, of_table, verdict};

#[test]
fn targets() {
    let said = |lang| {
        let targets = Plan::all().iter().flat_map(|plan| of_table(plan));
        targets.map(|target| target.say(lang).to_string()).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("targets_zh", said(Lang::Zh));
    insta::assert_snapshot!("targets_en", said(Lang::En));
}

#[test]
fn targets_of_the_text() {
    let said = |lang| {
        let targets = Plan::all().iter().flat_map(|plan| plan.targets());
        let targets = targets.filter(|target| target.no.is_none());
        targets.map(|target| format!("{} {}", target.id, target.say(lang))).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("text_zh", said(Lang::Zh));
    insta::assert_snapshot!("text_en", said(Lang::En));
}

#[test]
fn the_review_of_the_13th_plan() {
    let said = |lang| {
        let on = day("2020-12-31");
        let targets = BEIJING_13FYP.targets().iter().map(|target| {
            let verdict = evaluate(target, BEIJING_13FYP.observations(), on, &Policy::default());
            format!("{}. {}", target.no.unwrap(), verdict.say(lang))
        });
        targets.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("thirteenth_zh", said(Lang::Zh));
    insta::assert_snapshot!("thirteenth_en", said(Lang::En));
}

#[test]
fn what_cannot_be_decided() {
    let (pm25, farmland) = (of_14fyp(4), of_13fyp(12));
    let verdicts = [
        verdict(&pm25, &[], "2020-12-31"),
        verdict(&pm25, &[], "2025-12-31"),
        verdict(&pm25, &[figure(&pm25, 2024, "30.5"), figure(&pm25, 2024, "32")], "2024-12-31"),
        verdict(&pm25, &[in_unit(&pm25, 2024, "30.5", Unit::MG_PER_L)], "2024-12-31"),
        verdict(&farmland, &[figure(&farmland, 2020, "≥90")], "2020-12-31"),
        verdict(&pm25, &[figure(&pm25, 2024, "29~34")], "2024-12-31"),
    ];
    let said =
        |lang| verdicts.iter().map(|verdict| verdict.say(lang).to_string()).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!("undecided_zh", said(Lang::Zh));
    insta::assert_snapshot!("undecided_en", said(Lang::En));
}
