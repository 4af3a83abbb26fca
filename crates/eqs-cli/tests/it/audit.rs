//! `eqs audit`.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::support::{Run, eqs, output, records};

const FIGURES: &str = "\
id,line,medium,place,indicator,statistic,period,value,unit,quote
O-1,10,air,hangzhou,PM2.5,annual_mean,2025,28,µg/m³,年均浓度为28微克/立方米
O-2,10,air,hangzhou,PM2.5,annual_mean,2024,31,µg/m³,2024年为31微克/立方米
O-3,11,air,杭州,优良天数,天数,2025,310,天,优良天数310天
O-4,30,air,hangzhou,优良天数,days,2025,310,d,优良310天
";

const CLAIMS: &str = "\
id,part,line,medium,rule,place,indicator,statistic,period,relation,value,unit,base_indicator,base_period,quote
C-1,1,10,air,change,hangzhou,PM2.5,annual_mean,2025,decrease,9.7,%,,2024,同比下降9.7%
C-2,1,11,air,share,hangzhou,优良天数,days,2025,equal,86.9,%,calendar_days,,占86.9%
C-3,1,12,air,change,hangzhou,PM10,annual_mean,2025,decrease,5.0,%,,2024,同比下降5.0%
C-4,1,13,air,change,hangzhou,PM2.5,annual_mean,2025,decrease,,,,2024,PM2.5浓度下降
C-4,2,13,air,change,hangzhou,PM2.5,annual_mean,2024,decrease,,,,2023,连续下降
";

const PLACES: &str = "code,zh,en,kind,within,aliases\nhangzhou,杭州市,Hangzhou,city,china,杭州\n";

/// A directory of a test, whose name stands in the messages.
fn directory(name: &str, figures: &str, claims: &str) -> String {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("audit").join(name);
    for folder in ["observations", "claims"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    fs::write(root.join("places.csv"), PLACES).unwrap();
    fs::write(root.join("observations/bulletin-2025.csv"), figures).unwrap();
    fs::write(root.join("claims/bulletin-2025.csv"), claims).unwrap();
    root.to_str().unwrap().to_owned()
}

fn of(directory: &str, more: &[&str]) -> Run {
    eqs(&[&["audit", "--directory", directory], more].concat())
}

/// A text with the directory as `DIR`.
fn shown(directory: &str, text: &str) -> String {
    let parent = Path::new(directory).to_str().unwrap();
    text.replace(parent, "DIR")
}

fn parsed(run: Run) -> Value {
    serde_json::from_str(&output(run)).unwrap()
}

fn schema(name: &str) -> Validator {
    let schema: Value = serde_json::from_str(&output(eqs(&["audit", "--schema", name]))).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::validator_for(&schema).unwrap()
}

#[track_caller]
fn check(schema: &Validator, document: &Value) {
    let errors: Vec<_> =
        schema.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn a_directory_in_each_form() {
    let directory = directory("forms", FIGURES, CLAIMS);
    insta::assert_snapshot!("table_en", output(of(&directory, &[])));
    insta::assert_snapshot!("table_zh", output(of(&directory, &["--lang", "zh"])));
    insta::assert_snapshot!("csv", output(of(&directory, &["--format", "csv"])));
    let contested = ["2025", "--status", "contested", "--format", "json"];
    insta::assert_snapshot!("json", output(of(&directory, &contested)));
}

#[test]
fn the_output_keeps_to_the_schema() {
    let schema = schema("results");
    let shipped = parsed(eqs(&["audit", "--format", "json"]));
    check(&schema, &shipped);
    let directory = directory("schema", FIGURES, &CLAIMS.replace("C-3,1", "C-3,x"));
    let run = of(&directory, &["--on-error", "mark", "--format", "json"]);
    let marked: Value = serde_json::from_str(&run.out).unwrap();
    check(&schema, &marked);

    let spoilt: [fn(&mut Value); 7] = [
        |report| drop(report["results"][0].as_object_mut().unwrap().remove("sentence_en")),
        |report| report["results"][0]["status"] = "true".into(),
        |report| report["results"][0]["parts"] = json!([]),
        |report| report["results"][0]["parts"][0]["subject"]["period"] = 2025.into(),
        |report| report["results"][0]["parts"][0]["missing"] = json!(["nothing"]),
        |report| report["refused"][0]["line"] = "3".into(),
        |report| report["colour"] = "red".into(),
    ];
    for (at, spoil) in spoilt.iter().enumerate() {
        let mut broken = marked.clone();
        spoil(&mut broken);
        assert!(!schema.is_valid(&broken), "{at}");
    }
}

#[test]
fn the_schemas_of_the_input_are_printed() {
    let figure = json!([{"id": "O-1", "line": 1, "medium": "air", "place": "杭州市", "indicator": "PM2.5",
        "statistic": "annual_mean", "period": 2025, "value": "28.0", "unit": "µg/m³", "quote": "28.0微克/立方米"}]);
    check(&schema("observations"), &figure);
    assert!(!schema("claims").is_valid(&figure));
    let run = eqs(&["audit", "2024", "--schema", "claims"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
}

#[test]
fn the_counts_add_up() {
    let report = parsed(eqs(&["audit", "--format", "json"]));
    let of = |count: &Value| {
        ["confirmed", "contested", "undecidable"].map(|status| count[status].as_u64().unwrap())
    };
    let mut sum = [0; 3];
    for document in report["summary"]["documents"].as_array().unwrap() {
        for (all, one) in sum.iter_mut().zip(of(document)) {
            *all += one;
        }
    }
    assert_eq!(sum, of(&report["summary"]["claims"]));
    let restated = of(&report["summary"]["restated"]);
    let results = report["results"].as_array().unwrap();
    assert_eq!(sum.iter().sum::<u64>() + restated.iter().sum::<u64>(), results.len() as u64);

    let csv = records(&output(eqs(&["audit", "--format", "csv"])));
    let parts: usize = results.iter().map(|result| result["parts"].as_array().unwrap().len()).sum();
    assert_eq!(csv.len(), parts);
    assert!(csv.iter().all(|row| !row["sentence_zh"].is_empty() && !row["sentence_en"].is_empty()));
    let first = csv.iter().find(|row| row["id"] == "CHG-0001").unwrap();
    assert_eq!((first["value"].as_str(), first["computed_exact"].as_str()), ("13.2", "-250/19"));
    assert_eq!(
        (first["computed_low"].as_str(), first["computed_low_included"].as_str()),
        ("-1200/77", "false")
    );
}

#[test]
fn a_document_and_statuses_are_chosen() {
    let year = output(eqs(&["audit", "2024", "--status", "contested"]));
    assert_eq!(year, output(eqs(&["audit", "bulletin-2024", "--status", "contested"])));
    assert!(year.contains("VRD-0091") && !year.contains("bulletin-2021: "), "{year}");
    let all = parsed(eqs(&["audit", "2024", "--format", "json"]));
    let two = ["audit", "2024", "--status", "confirmed", "--status", "undecidable", "--format", "json"];
    let two = parsed(eqs(&two));
    assert_eq!(all["summary"], two["summary"]);
    let count = |report: &Value, status: &str| {
        report["results"].as_array().unwrap().iter().filter(|result| result["status"] == status).count()
    };
    assert_eq!(count(&all, "confirmed"), count(&two, "confirmed"));
    assert_eq!((count(&two, "contested"), count(&all, "contested") > 0), (0, true));
    // Figures of other documents are inputs all the same.
    let sources = two["results"].to_string();
    assert!(
        sources.contains("\"document\":\"plan-beijing-14fyp\"")
            || sources.contains("\"document\":\"bulletin-2021\"")
    );
}

#[test]
fn an_unknown_document_is_a_request_that_cannot_be_understood() {
    let run = eqs(&["audit", "2022"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(
        run.err,
        "eqs: no document `2022` here, only `plan-beijing-14fyp`, `plan-miyun-14fyp`, `action-plans-2021`, \
         `bulletin-2021`, `bulletin-2024`\n"
    );
    let directory = directory("unknown", FIGURES, CLAIMS);
    let run = of(&directory, &["2024", "--lang", "zh"]);
    assert_eq!((run.code, run.err.as_str()), (2, "eqs: 没有文件 `2024`，现有`bulletin-2025`\n"));
}

#[test]
fn the_first_refused_row_ends_the_program() {
    let check = |name: &str, claims: &str, message: &str| {
        let directory = directory(name, FIGURES, claims);
        let run = of(&directory, &[]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert_eq!(shown(&directory, &run.err), format!("eqs: DIR/claims/bulletin-2025.csv, {message}\n"));
    };
    check(
        "place",
        &CLAIMS.replace("C-2,1,11,air,share,hangzhou", "C-2,1,11,air,share,hangzou"),
        "line 3, column `place`, value `hangzou`: unknown place, did you mean `hangzhou`?",
    );
    check(
        "header",
        &CLAIMS.replace("relation", "relations"),
        "line 1, column `relations`: unknown column, did you mean `relation`?",
    );
    // What contradicts another row.
    check(
        "twice",
        &CLAIMS.replace("C-4,2", "C-4,1"),
        "line 6, column `id`, value `C-4`: id and part stand twice in the document",
    );
    check(
        "unit",
        &CLAIMS.replace("9.7,%", "9,d"),
        "line 2, column `unit`, value `d`: the unit d does not fit figures in µg/m³",
    );
    let run = of("no-such-directory", &[]);
    assert!(run.code == 1 && run.err.starts_with("eqs: no-such-directory: "), "{run:?}");
}

#[test]
fn marked_rows_are_listed_and_the_rest_is_audited() {
    let claims = CLAIMS.replace("share,hangzhou", "share,Atlantis").replace("9.7,%", "9,d");
    let directory = directory("mark", &FIGURES.replace("O-4,30", "O-3,30"), &claims);
    let run = of(&directory, &["--on-error", "mark"]);
    assert_eq!((run.code, run.err.as_str()), (0, "eqs: warning: 3 rows are refused and not audited\n"));
    insta::assert_snapshot!("mark", shown(&directory, &run.out));
    let run = of(&directory, &["--on-error", "mark", "--lang", "zh"]);
    assert_eq!((run.code, run.err.as_str()), (0, "eqs: 警告：拒收3行，未作核验\n"));
    let block = run.out.split("\n\n").last().unwrap().to_owned();
    insta::assert_snapshot!("mark_zh", shown(&directory, &block));

    let csv = of(&directory, &["--on-error", "mark", "--format", "csv"]);
    let rows = records(&csv.out);
    let refused: Vec<_> = rows.iter().filter(|row| row["status"] == "refused").collect();
    assert_eq!(refused.len(), 3);
    assert!(refused[0]["sentence_en"].ends_with("the id stands twice in the document (first: line 4)"));
    let report: Value =
        serde_json::from_str(&of(&directory, &["--on-error", "mark", "--format", "json"]).out).unwrap();
    assert_eq!(report["refused"][1]["line"], 3);
    assert_eq!(report["refused"][1]["column"], "place");
    assert_eq!(report["refused"][1]["problem_en"], "unknown place");
    assert_eq!(report["results"].as_array().unwrap().len(), 2);
}
