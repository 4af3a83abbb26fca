//! `eqs plan evaluate --evidence`.

use crate::support::{Run, eqs, eqs_on, output, records};

fn evaluate(evidence: &str, more: &[&str]) -> Run {
    let base = ["plan", "evaluate", "beijing-14fyp", "--evidence", "-", "--format", "csv"];
    eqs_on(evidence.as_bytes(), &[&base[..], more].concat())
}

/// The outcome and the reason of a target.
#[track_caller]
fn target(run: Run, id: &str) -> (String, String) {
    let row = records(&output(run)).into_iter().find(|row| row["id"] == id).unwrap();
    (row["outcome"].clone(), row["reason"].clone())
}

const HEADER: &str = "place,indicator,statistic,period,value,unit";

#[test]
fn figures_of_the_user_decide() {
    let evidence = format!(
        "{HEADER},bound\nbeijing,PM2.5,annual_mean,2025,36.8,µg/m³,\n北京,细颗粒物,annual_mean,2025,36.8,ug/m3,exact\n"
    );
    assert_eq!(target(evaluate(&evidence, &["--on", "2025-12-31"]), "TGT-0046").0, "missed");
    let lenient = evaluate(&evidence, &["--on", "2025-12-31", "--about", "10%"]);
    assert_eq!(target(lenient, "TGT-0046").0, "met");
    // Without --on the day is the last of the latest bulletin's year, and 2025 is not over.
    assert_eq!(target(evaluate(&evidence, &[]), "TGT-0046").0, "met_so_far");
}

#[test]
fn figures_that_disagree_leave_it_open() {
    let evidence = format!("{HEADER}\nbeijing,PM2.5,annual_mean,2024,31,µg/m³\n");
    assert_eq!(target(evaluate(&evidence, &[]), "TGT-0046").0, "undetermined");
}

#[test]
fn spans_and_bounds() {
    let evidence = format!(
        "{HEADER},bound,document,line\nbeijing,nox_project_reduction,cumulative_total,2021-2025,1.38,10kt,above,my report,12\n"
    );
    assert_eq!(target(evaluate(&evidence, &["--on", "2025-12-31"]), "TGT-0055").0, "met");
}

#[test]
fn ranges_json_and_every_column_of_figures() {
    // Both ends of a range must meet the target.
    let range = |high: &str| format!("{HEADER},high\nbeijing,PM2.5,annual_mean,2025,33,µg/m³,{high}\n");
    assert_eq!(target(evaluate(&range("34"), &["--on", "2025-12-31"]), "TGT-0046").0, "met");
    assert_eq!(target(evaluate(&range("40"), &["--on", "2025-12-31"]), "TGT-0046").0, "undetermined");
    let json = r#"[{"id": "O-1", "line": 3, "medium": "大气", "place": "北京", "indicator": "PM2.5", "statistic": "年均值",
        "period": 2025, "value": "27.0", "high": null, "unit": "µg/m³", "bound": "", "note": "", "name": "PM2.5",
        "quote": "27.0微克/立方米", "document": "bulletin-2025"}]"#;
    let (outcome, reason) = target(evaluate(json, &["--on", "2025-12-31"]), "TGT-0046");
    assert_eq!(outcome, "met", "{reason}");
}

#[test]
fn the_policy_is_chosen_and_shown() {
    let run = |more: &[&str]| {
        let base = ["plan", "evaluate", "beijing-14fyp", "--format", "csv"];
        eqs(&[&base[..], more].concat())
    };
    assert_eq!(target(run(&[]), "TGT-0048").0, "met_so_far");
    assert_eq!(target(run(&["--basically-eliminated", "0.4"]), "TGT-0048").0, "not_yet_due");
    let (_, reason) = target(run(&["--steadily", "latest-against-base"]), "TGT-0047");
    assert!(reason.contains("the latest observed year is better than the base year"), "{reason}");
    assert_eq!(run(&["--about", "-1"]).code, 2);
    assert_eq!(run(&["--about", "much"]).code, 2);
}

#[test]
fn bad_evidence_is_refused() {
    let check = |rows: &str, message: &str| {
        let run = evaluate(rows, &[]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.err.starts_with(&format!("eqs: <stdin>, {message}")), "{}\n{message}", run.err);
    };
    let row = |row: &str| format!("{HEADER},bound,line\n{row}\n");
    check("place,indicator\nx,y\n", "line 1, column `statistic`: the column is missing");
    check(&format!("{HEADER},bounds\n"), "line 1, column `bounds`: unknown column, did you mean `bound`?");
    check(
        &row("Atlantis,PM2.5,annual_mean,2024,1,µg/m³,,"),
        "line 2, column `place`, value `Atlantis`: unknown place",
    );
    check(
        &row("beijing,PM3,annual_mean,2024,1,µg/m³,,"),
        "line 2, column `indicator`, value `PM3`: unknown indicator",
    );
    check(
        &row("beijing,PM2.5,mean of all,2024,1,µg/m³,,"),
        "line 2, column `statistic`, value `mean of all`: unknown code, expected one of 1h_mean, 24h_mean",
    );
    check(&row("beijing,PM2.5,annual_mean,,1,µg/m³,,"), "line 2, column `period`, value ``: empty");
    for period in ["24", "2025-2021", "last year", "+202"] {
        let row = row(&format!("beijing,PM2.5,annual_mean,{period},1,µg/m³,,"));
        check(&row, &format!("line 2, column `period`, value `{period}`: not a year"));
    }
    check(&row("beijing,PM2.5,annual_mean,2024,,µg/m³,,"), "line 2, column `value`, value ``: empty");
    check(
        &row("beijing,PM2.5,annual_mean,2024,1,furlong,,"),
        "line 2, column `unit`, value `furlong`: unknown unit",
    );
    check(
        &row("beijing,PM2.5,annual_mean,2024,1,µg/m³,~,"),
        "line 2, column `bound`, value `~`: unknown code",
    );
    check(
        &row("beijing,PM2.5,annual_mean,2024,1,µg/m³,,0.5"),
        "line 2, column `line`, value `0.5`: expected a whole number",
    );
    check(&row("beijing,PM2.5,annual_mean,2024,1"), "line 2: the row has 5 cells, the header 8");
}

#[test]
fn negative_figures_and_units_that_fit_no_target_are_refused() {
    for (cells, column, value, reason) in [
        ("beijing,PM2.5,annual_mean,2025,-27,µg/m³", "value", "-27", "a concentration of 0 or more"),
        ("beijing,PM2.5,annual_mean,2025,27,%", "unit", "%", "does not convert to µg/m³"),
    ] {
        let run = evaluate(&format!("{HEADER}\n{cells}\n"), &[]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        let place = format!("eqs: <stdin>, line 2, column `{column}`, value `{value}`: ");
        assert!(run.err.starts_with(&place) && run.err.contains(reason), "{}", run.err);
    }
}

#[test]
fn the_finding_that_decides_stands_in_csv_with_its_bound() {
    let cells = |plan: &str, more: &[&str], id: &str| {
        let base = ["plan", "evaluate", plan, "--format", "csv"];
        let rows = records(&output(eqs(&[&base[..], more].concat())));
        let row = rows.into_iter().find(|row| row["id"] == id).unwrap();
        ["outcome", "value", "bound", "limit"].map(|column| row[column].clone())
    };
    // 30 in a year after 29 fails; a later year that holds does not undo that.
    assert_eq!(cells("miyun-14fyp", &[], "TGT-0191"), ["behind", "30", "exact", "≤ 29 µg/m³"]);
    let due = ["--on", "2020-12-31"];
    assert_eq!(cells("beijing-13fyp", &due, "TGT-0016"), ["met", "26", "above", "≥ 20.5%"]);
    let run = evaluate(
        &format!("{HEADER},high\nbeijing,PM2.5,annual_mean,2025,33,µg/m³,34\n"),
        &["--on", "2025-12-31"],
    );
    let row = records(&output(run)).into_iter().find(|row| row["id"] == "TGT-0046").unwrap();
    assert_eq!((row["value"].as_str(), row["bound"].as_str()), ("33–34", "exact"));
}
