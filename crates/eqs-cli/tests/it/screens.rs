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
