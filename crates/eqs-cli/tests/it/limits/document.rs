//! `--all`: everything as one document, and the schema that it keeps to.

use jsonschema::Validator;
use serde_json::Value;

use crate::support::{eqs, output, records};

fn document() -> Value {
    serde_json::from_str(&output(eqs(&["limits", "--all", "--format", "json"]))).unwrap()
}

fn schema() -> Validator {
    let schema: Value = serde_json::from_str(&output(eqs(&["limits", "--schema"]))).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn the_document_keeps_to_the_schema() {
    let (schema, document) = (schema(), document());
    let errors: Vec<_> =
        schema.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// What breaks a document.
type Spoil = fn(&mut Value);

#[test]
fn the_schema_refuses_a_broken_document() {
    let (schema, document) = (schema(), document());
    let breaks: [(&str, Spoil); 8] = [
        ("a field less", |all| drop(all["limits"][0].as_object_mut().unwrap().remove("unit"))),
        ("a field more", |all| all["limits"][0]["colour"] = "red".into()),
        ("a number for a decimal", |all| {
            all["limits"][0]["requirement"]["band"]["high"]["value"] = 35.into();
        }),
        ("a code that is none", |all| all["limits"][0]["confirmation"] = "D".into()),
        ("a day that is none", |all| all["limits"][0]["first_day"] = "1996".into()),
        ("a scope of no table", |all| {
            all["limits"][0]["scope"] = serde_json::json!({ "averaging": "annual" });
        }),
        ("no limits", |all| all["limits"] = serde_json::json!([])),
        ("a text for a list", |all| all["indicators"][0]["aliases"] = "SO_2".into()),
    ];
    for (what, spoil) in breaks {
        let mut broken = document.clone();
        spoil(&mut broken);
        assert!(!schema.is_valid(&broken), "{what}");
    }
}

#[test]
fn the_document_holds_everything() {
    let all = document();
    let numbers: Vec<_> =
        all["standards"].as_array().unwrap().iter().map(|standard| &standard["number"]).collect();
    for number in eqs::STANDARDS.iter().map(eqs::Standard::number).chain(["HJ 663", "DB11/T 1877"]) {
        assert!(numbers.contains(&&Value::from(number)), "{number}");
    }
    let limits = all["limits"].as_array().unwrap();
    assert_eq!(limits.len(), eqs::Query::default().with_unconfirmed().iter().count());
    assert!(limits.iter().any(|limit| limit["confirmation"] == "C"));
    assert_eq!(all["indicators"].as_array().unwrap().len(), eqs::Indicator::all().count());
    assert_eq!(all["units"].as_array().unwrap().len(), eqs::Unit::all().count());
    assert_eq!(all["gb3095"]["adoptions"][0]["place"], "beijing");
    assert_eq!(all["hj633"][1]["sensitive_groups"].as_array().unwrap().len(), 6);
    assert_eq!(all["hj633"][0]["entries"].as_array().unwrap().len(), 13);
    assert_eq!(all["program"]["version"], env!("CARGO_PKG_VERSION"));
    // Whoever reads a limit finds its indicator and its unit.
    for (list, field) in [("indicators", "indicator"), ("units", "unit")] {
        let known: Vec<_> = all[list].as_array().unwrap().iter().map(|entry| &entry["symbol"]).collect();
        assert!(limits.iter().all(|limit| known.contains(&&limit[field])), "{list}");
    }
}

#[test]
fn a_summary_of_everything() {
    insta::assert_snapshot!("all", output(eqs(&["limits", "--all"])));
    insta::assert_snapshot!("all_zh", output(eqs(&["limits", "--all", "--lang", "zh"])));
}

#[test]
fn a_row_a_limit() {
    let csv = output(eqs(&["limits", "--all", "--format", "csv"]));
    let head: Vec<_> = csv.lines().take(8).collect();
    insta::assert_snapshot!("csv", head.join("\n"));
    assert_eq!(records(&csv).len(), document()["limits"].as_array().unwrap().len());
    let one = output(eqs(&["limits", "--standard", "GB/T 14848-2017", "--symbol", "pH", "--format", "csv"]));
    insta::assert_snapshot!("csv_bands", one);
}

#[test]
fn other_queries_write_the_same_records() {
    let limits: Value = serde_json::from_str(&output(eqs(&[
        "limits",
        "--on",
        "2026-05-01",
        "--symbol",
        "Pb",
        "--format",
        "json",
    ])))
    .unwrap();
    let all = document();
    let all = all["limits"].as_array().unwrap();
    let limits = limits.as_array().unwrap();
    assert!(!limits.is_empty() && limits.iter().all(|limit| all.contains(limit)));
}
