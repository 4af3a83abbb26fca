//! What people see.

use crate::support::{eqs, output, records};

#[test]
fn overview() {
    insta::assert_snapshot!(output(eqs(&[])));
}

#[test]
fn bulletin_2024() {
    insta::assert_snapshot!(output(eqs(&["bulletin", "2024"])));
}

#[test]
fn bulletin_2024_in_chinese_by_the_next_edition() {
    insta::assert_snapshot!(output(eqs(&["bulletin", "2024", "--by", "2026-transition", "--lang", "zh"])));
}

#[test]
fn plans() {
    insta::assert_snapshot!("plan_list", output(eqs(&["plan", "list"])));
    insta::assert_snapshot!("plan_show", output(eqs(&["plan", "show", "beijing-14fyp"])));
    insta::assert_snapshot!("plan_evaluate", output(eqs(&["plan", "evaluate", "beijing-14fyp"])));
    let water = ["plan", "evaluate", "water-2021", "--on", "2021-12-31"];
    insta::assert_snapshot!("plan_evaluate_water_zh", output(eqs(&[&water[..], &["--lang", "zh"]].concat())));
}

#[test]
fn weak_verdicts_show_their_grade() {
    for lang in ["en", "zh"] {
        insta::assert_snapshot!(
            format!("bulletin_2024_by_1996_{lang}"),
            output(eqs(&["bulletin", "2024", "--by", "1996", "--lang", lang]))
                .lines()
                .take(60)
                .collect::<Vec<_>>()
                .join("\n")
        );
    }
    let csv = records(&output(eqs(&["bulletin", "2024", "--by", "1996", "--format", "csv"])));
    let so2 = csv.iter().find(|row| row["indicator"] == "SO2" && row["outcome"] == "met").unwrap();
    assert_eq!(so2["confirmation"], "C");
    for edition in ["1996", "2012", "2026-transition", "2026-final"] {
        for lang in ["en", "zh"] {
            let out = output(eqs(&["bulletin", "2024", "--by", edition, "--lang", lang]));
            let rules = out.lines().filter(|line| line.starts_with('─'));
            assert!(
                rules.clone().count() > 0 && rules.map(|line| line.chars().count()).all(|width| width <= 120)
            );
        }
    }
}
