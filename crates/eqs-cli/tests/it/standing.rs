//! `eqs plan progress` and `eqs plan score`.

use serde_json::Value;

use crate::support::{eqs, output, records};

#[test]
fn screens() {
    let in_2021 =
        |lang| output(eqs(&["plan", "progress", "beijing-14fyp", "--on", "2021-12-31", "--lang", lang]));
    insta::assert_snapshot!("plan_progress_en", in_2021("en"));
    insta::assert_snapshot!("plan_progress_zh", in_2021("zh"));
    let score = |lang| output(eqs(&["plan", "score", "--method", "linear-path", "--lang", lang]));
    insta::assert_snapshot!("plan_score_en", score("en"));
    insta::assert_snapshot!("plan_score_zh", score("zh"));
}

#[test]
fn five_methods_a_target() {
    let request = ["plan", "progress", "beijing-14fyp", "--on", "2021-12-31", "--format", "csv"];
    let rows = records(&output(eqs(&request)));
    let sewage: Vec<_> = rows.iter().filter(|row| row["id"] == "TGT-0116").collect();
    let told = sewage.iter().map(|row| (row["method"].as_str(), row["outcome"].as_str()));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("linear_path", "on_track"),
            ("eurostat", "on_track"),
            ("un", "on_track"),
            ("destatis", "undetermined"),
            ("theil_sen", "on_track"),
        ]
    );
    // From 95 to 95.8 of 98 %: 95.6 on the path.
    assert_eq!((sewage[0]["computed"].as_str(), sewage[0]["way_percent"].as_str()), ("95.6", "26.6667"));
    assert!(sewage[3]["reason"].contains("2016"), "{:?}", sewage[3]);
}

#[test]
fn a_method_tells_on_track_from_not_yet_due() {
    let outcome = |more: &[&str]| {
        let request = ["plan", "evaluate", "beijing-14fyp", "--on", "2021-12-31", "--format", "csv"];
        let rows = records(&output(eqs(&[&request[..], more].concat())));
        rows.iter().find(|row| row["id"] == "TGT-0116").unwrap()["outcome"].clone()
    };
    assert_eq!(outcome(&[]), "not_yet_due");
    assert_eq!(outcome(&["--method", "linear-path"]), "on_track");
    assert_eq!(outcome(&["--method", "theil_sen"]), "on_track");
    assert_eq!(outcome(&["--method", "destatis"]), "undetermined");
    let run = eqs(&["plan", "evaluate", "beijing-14fyp", "--method", "guess"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("linear-path, eurostat, un, destatis, theil-sen"), "{}", run.err);
}

#[test]
fn the_score_counts_every_target() {
    let rows = records(&output(eqs(&["plan", "score", "--format", "csv"])));
    let count = |column: &str| rows.iter().map(|row| row[column].parse::<usize>().unwrap()).sum::<usize>();
    assert_eq!(count("targets"), 351);
    let outcomes = ["met", "missed", "met_so_far", "on_track", "behind", "not_yet_due", "undetermined"];
    assert_eq!(outcomes.iter().map(|outcome| count(outcome)).sum::<usize>(), 351);

    let json: Value =
        serde_json::from_str(&output(eqs(&["plan", "score", "miyun-14fyp", "--format", "json"]))).unwrap();
    let unsatisfied = json["scoreboard"]["unsatisfied"].as_array().unwrap();
    assert_eq!(unsatisfied[0]["assessment"]["target"]["id"], "TGT-0191");
    assert_eq!(unsatisfied[0]["status"], "behind");
    assert_eq!(unsatisfied[0]["assessment"]["gap"]["undetermined"][0], "no_path");
}

#[test]
fn the_policy_and_the_readings_are_shown() {
    let run = |more: &[&str]| {
        output(eqs(
            &[&["plan", "progress", "beijing-14fyp", "--about", "7", "--on", "2021-12-31"], more].concat()
        ))
    };
    let json: Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    assert_eq!(json["policy"]["about_tolerance"]["value"], "7");
    let tolerance = "tolerance taken for “about”: 7% (none is official)";
    assert_eq!(run(&[]).matches(&format!("\n{tolerance}\n")).count(), 1);
    let rows = records(&run(&["--format", "csv"]));
    let of = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap()["readings"].clone();
    assert!(of("TGT-0046").starts_with(tolerance), "{}", of("TGT-0046"));
    assert_eq!(of("TGT-0116"), "");
    let score = output(eqs(&["plan", "score", "beijing-13fyp", "beijing-14fyp", "--lang", "zh"]));
    assert_eq!(score.matches("\n“左右”的容差取5%（无官方规定）\n").count(), 1, "{score}");
}

#[test]
fn an_unknown_plan() {
    for command in ["progress", "score"] {
        let run = eqs(&["plan", command, "beijing-15fyp"]);
        assert_eq!(run.code, 2);
        assert!(run.err.contains("beijing-15fyp") && run.err.contains("miyun-14fyp"), "{}", run.err);
    }
}
