//! The schemas and the loader accept the same.

use alloc::collections::BTreeSet;

use eqs_audit::{Claim, Rule, Stated, schema};
use eqs_bulletin::Figure;
use eqs_core::{Bound, Medium, Statistic};
use jsonschema::Validator;
use serde_json::{Value, json};

use super::loaded;
use super::shipped::{DOCUMENTS, json as rows, texts};

fn validator(text: &str) -> (Value, Validator) {
    let schema: Value = serde_json::from_str(text).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let validator = jsonschema::validator_for(&schema).unwrap();
    (schema, validator)
}

#[track_caller]
fn check(schema: &Validator, document: &Value) {
    let errors: Vec<_> =
        schema.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn the_shipped_data_keep_to_the_schemas() {
    let schemas = [schema::OBSERVATIONS, schema::CLAIMS].map(|text| validator(text).1);
    for document in DOCUMENTS {
        for (text, schema) in texts(document).iter().zip(&schemas) {
            check(schema, &rows(text));
        }
    }
}

/// A figure, then a claim, that schema and loader accept.
fn good() -> [Value; 2] {
    [
        json!({"id": "O-1", "line": 12, "medium": "大气", "place": "miyun", "indicator": "PM2.5",
            "statistic": "annual_mean", "period": 2025, "value": "26.0", "high": null, "unit": "µg/m³", "bound": "",
            "quote": "26.0微克/立方米"}),
        json!({"id": "C-1", "part": 1, "line": 12, "medium": "air", "rule": "change", "place": "miyun",
            "indicator": "PM2.5", "statistic": "年均值", "period": "2025", "relation": "下降", "value": 7, "unit": "%",
            "base_period": 2024, "quote": "下降7%"}),
    ]
}

const KINDS: [(&str, &str); 2] = [("observations", schema::OBSERVATIONS), ("claims", schema::CLAIMS)];

/// Whether the loader takes the one row of a file.
fn loads(kind: &str, document: &Value) -> bool {
    let file = format!("{kind}/d.json");
    let files = super::files(&[(&file, &document.to_string())]);
    eqs_audit::load::load(&files).is_ok_and(|directory| directory.refused().is_empty())
}

#[test]
fn both_refuse_what_is_broken() {
    for ((kind, schema), good) in KINDS.iter().zip(good()) {
        let schema = validator(schema).1;
        check(&schema, &json!([good]));
        assert!(loads(kind, &json!([good])), "{kind}");
        let refused = |document: Value| {
            assert!(!schema.is_valid(&document), "schema: {kind} {document}");
            assert!(!loads(kind, &document), "loader: {kind} {document}");
        };
        refused(good.clone());
        refused(json!(["text"]));
        let spoilt = |key: &str, value: Value| {
            let mut row = good.clone();
            row[key] = value;
            json!([row])
        };
        for (key, value) in [
            ("colour", json!("red")),
            ("value", json!(26.5)),
            ("value", json!("26,5")),
            ("value", json!(true)),
            ("line", json!(-1)),
            ("line", json!("twelve")),
            ("medium", json!("fire")),
            ("statistic", json!("mean of all")),
            ("bound", json!("~")),
            ("quote", json!("")),
            ("place", json!(null)),
            ("high", json!({})),
        ] {
            refused(spoilt(key, value));
        }
        let needed: Vec<&str> = match *kind {
            "claims" => good
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .filter(|key| !["part", "value", "unit", "base_period"].contains(key))
                .collect(),
            _ => good
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .filter(|key| !["high", "bound"].contains(key))
                .collect(),
        };
        for key in needed {
            let mut row = good.clone();
            row.as_object_mut().unwrap().remove(key);
            refused(json!([row]));
        }
    }
}

#[test]
fn the_schemas_have_the_columns_and_the_words_of_the_library() {
    for ((kind, text), header) in KINDS.iter().zip([Figure::HEADER, Claim::HEADER]) {
        let schema = validator(text).0;
        let properties = schema["items"]["properties"].as_object().unwrap();
        let columns: BTreeSet<_> = header.split(',').collect();
        assert_eq!(properties.keys().map(String::as_str).collect::<BTreeSet<_>>(), columns, "{kind}");

        let words = |terms: &Value| -> BTreeSet<String> {
            let words = terms["enum"].as_array().unwrap().iter().filter_map(Value::as_str);
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        macro_rules! of {
            ($vocabulary:ident) => {
                $vocabulary::ALL
                    .iter()
                    .flat_map(|term| [term.code(), term.zh()])
                    .filter(|word| !word.is_empty())
                    .map(str::to_owned)
                    .collect::<BTreeSet<_>>()
            };
        }
        let defs = &schema["$defs"];
        assert_eq!(words(&defs["medium"]), of!(Medium), "{kind}");
        assert_eq!(words(&defs["statistic"]), of!(Statistic), "{kind}");
        assert_eq!(words(&defs["bound"]), of!(Bound), "{kind}");
        if *kind == "claims" {
            assert_eq!(words(&defs["optional_statistic"]), of!(Statistic));
            assert_eq!(words(&properties["relation"]), of!(Stated));
            let mut rules = of!(Rule);
            for word in [Rule::Restated.code(), Rule::Restated.zh()] {
                rules.remove(word);
            }
            assert_eq!(words(&properties["rule"]), rules);
        }
    }
}

#[test]
fn whole_numbers_and_texts_are_alike() {
    let [figure, _] = good();
    let mut text = figure.clone();
    (text["line"], text["period"]) = ("12".into(), "2025".into());
    let file = |row: &Value| json!([row]).to_string();
    let numbers = loaded(&[("observations/d.json", &file(&figure))]);
    assert_eq!(numbers.figures(), loaded(&[("observations/d.json", &file(&text))]).figures());
    assert_eq!(numbers.figures()[0].observation.quantity.to_string(), "26.0 µg/m³");
}
