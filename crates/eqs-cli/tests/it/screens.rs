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

#[test]
fn the_footnote_and_every_field_of_a_target() {
    let rows = crate::support::records(&output(eqs(&["plan", "show", "beijing-14fyp", "--format", "csv"])));
    let of = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap();
    assert_eq!(of("TGT-0053")["footnote"], "最终以国家核定结果为准");
    assert_eq!(of("TGT-0053")["quote"], "| 11 | 生态保护红线占市域面积比例（%） | ≥26.1* | 约束性 |");
    let first = of("TGT-0043");
    assert_eq!((first["base_period"].as_str(), first["observed_at"].as_str()), ("peak", "beijing"));
    let rows = crate::support::records(&output(eqs(&["plan", "show", "beijing-13fyp", "--format", "csv"])));
    assert!(rows.iter().any(|row| row["base_period"] == "2015" && !row["base"].is_empty()));
    let rows = crate::support::records(&output(eqs(&["plan", "show", "miyun-14fyp", "--format", "csv"])));
    assert!(rows.iter().any(|row| row["higher"] == "beijing" && row["higher_id"].starts_with("TGT-")));
    assert!(rows.iter().any(|row| !row["standard"].is_empty() && !row["note"].is_empty()));
    for command in ["show", "evaluate"] {
        let table = output(eqs(&["plan", command, "beijing-14fyp", "--lang", "zh"]));
        assert!(table.contains("：最终以国家核定结果为准"), "{table}");
    }
}
