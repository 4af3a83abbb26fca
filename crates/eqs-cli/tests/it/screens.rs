//! What people see.

use crate::support::{eqs, output};

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
}

#[test]
fn limits() {
    let limits = |more: &[&str]| output(eqs(&[&["limits", "--standard"], more].concat()));
    insta::assert_snapshot!("limits_gb3095", limits(&["GB 3095", "--on", "2026-05-01"]));
    insta::assert_snapshot!(
        "limits_gb3095_pm25",
        limits(&["GB 3095-2012", "--symbol", "PM2.5", "--lang", "zh"])
    );
    insta::assert_snapshot!("limits_hj633", limits(&["HJ 633-2026"]));
    insta::assert_snapshot!("limits_gb3838", limits(&["GB 3838-2002"]));
}
