//! `eqs plan check`.

use crate::support::{eqs, output, records};

fn check(more: &[&str]) -> String {
    output(eqs(&[&["plan", "check"], more].concat()))
}

#[test]
fn screens() {
    for lang in ["zh", "en"] {
        let contested = check(&["miyun-14fyp", "--status", "contested", "--lang", lang]);
        insta::assert_snapshot!(format!("contested_{lang}"), contested);
        let years = check(&["soil-2021", "--kind", "year-of", "--lang", lang]);
        insta::assert_snapshot!(format!("years_{lang}"), years);
    }
}

#[test]
fn csv_and_json() {
    let restates = ["miyun-14fyp", "--kind", "restates", "--format"];
    insta::assert_snapshot!("csv", check(&[&restates[..], &["csv"]].concat()));
    let json = check(&["miyun-14fyp", "--status", "contested", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let link = &json["links"][0];
    assert_eq!(json["links"].as_array().unwrap().len(), 1);
    assert_eq!(link["status"], "contested");
    assert_eq!(link["kind"], "district_of");
    assert_eq!(link["agreement"], "laxer");
    assert_eq!(link["lower"]["id"], "TGT-0264");
    assert_eq!(link["upper"]["value"], "98");
    assert_eq!(link["differences"], serde_json::json!(["number"]));
    assert_eq!(json["summary"][0]["undecidable"], 21);
}

#[test]
fn counts() {
    let count = |more: &[&str]| records(&check(&[more, &["--format", "csv"]].concat())).len();
    assert_eq!(count(&[]), 128);
    assert_eq!(count(&["--kind", "restates"]), 22);
    assert_eq!(count(&["--kind", "restates", "--kind", "year-of"]), 48);
    assert_eq!(count(&["--status", "contested"]), 1);
    assert_eq!(count(&["--status", "contested", "--status", "undecidable"]), 37);
    assert_eq!(count(&["carbon"]), 0);
    assert!(check(&["carbon"]).contains("0, of which 0 confirmed"));
}

#[test]
fn a_plan_that_is_not_here_is_refused() {
    let run = eqs(&["plan", "check", "beijing-15fyp"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("unknown plan `beijing-15fyp`"), "{}", run.err);
}
