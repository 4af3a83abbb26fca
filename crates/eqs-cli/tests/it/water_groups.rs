//! `eqs water --group`: sections, rivers, lakes, and shares of their classes.

use serde_json::Value;

use crate::support::{Run, eqs_on, output, records};

fn run(input: &str, body: &str, more: &[&str]) -> Run {
    let common = ["water", "-", "--body", body, "--edition", "2002", "--lang", "en"];
    eqs_on(input.as_bytes(), &[&common, more].concat())
}

/// The cells of the columns of each row.
#[track_caller]
fn cells<const N: usize>(run: Run, columns: [&str; N]) -> Vec<[String; N]> {
    let rows = records(&output(run));
    rows.into_iter().map(|row| columns.map(|column| row[column].clone())).collect()
}

#[track_caller]
fn refused(run: Run) -> String {
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    run.err
}

#[test]
fn a_section_is_the_mean_of_its_samples_in_any_order() {
    let rows = ["B,0.8", "A,0.05L", "A,0.10", "A,0.20"];
    let expected = [["A", "3", "I"], ["B", "1", "III"]];
    for turn in 0..rows.len() {
        let mut rows = rows;
        rows.rotate_left(turn);
        let input = format!("section,nh3n\n{}\n", rows.join("\n"));
        assert_eq!(
            cells(run(&input, "river", &["--group", "section"]), ["section", "eqs_samples", "eqs_class"]),
            expected
        );
    }
    let json =
        run("section,nh3n\nA,0.05L\nA,0.10\nA,0.20\n", "river", &["--group", "section", "--format", "json"]);
    let json: Value = serde_json::from_str(&output(json)).unwrap();
    assert_eq!(json[0]["section"]["means"][0]["value"]["mean"]["value"], "13/120"); // 0.108333
}

#[test]
fn sections_of_one_name_are_those_of_their_rivers() {
    let input = "river,section,km,cod\nR,A,5,15\nQ,A,9,41\nQ,A,9,41\n";
    let columns = ["river", "section", "eqs_samples", "eqs_class"];
    let rows = cells(run(input, "river", &["--group", "section"]), columns);
    assert_eq!(rows, [["Q", "A", "2", "inferior_V"], ["R", "A", "1", "I"]]);
    let columns = ["eqs_assessed", "eqs_amount", "eqs_I_III", "eqs_inferior_V"];
    let shares = cells(run(input, "river", &["--group", "section", "--by", "length:km"]), columns);
    assert_eq!(shares, [["2", "14", "35.7", "64.3"]]);
    let json = run(input, "river", &["--group", "section", "--format", "json"]);
    let json: Value = serde_json::from_str(&output(json)).unwrap();
    assert_eq!((&json[1]["of"], &json[1]["name"]), (&Value::from("R"), &Value::from("A")));
    let lakes = "lake,river,section,tp\nM,R,A,0.01\nN,R,A,0.1\n";
    let rows = cells(run(lakes, "lake", &["--group", "section"]), ["lake", "section", "eqs_class"]);
    assert_eq!(rows, [["M", "A", "I"], ["N", "A", "IV"]]);
}

#[test]
fn rivers_name_their_sections() {
    let input = "river,section,cod,hg\nR,A,41,\nR,B,15,\n";
    let said = cells(run(input, "river", &["--group", "river", "--explain"]), ["eqs_explanation"]);
    let said = &said[0][0];
    assert!(said.starts_with("class IV (lightly polluted): COD 28 mg/L"), "{said}");
    assert!(said.contains(" A: worse than class V (heavily polluted), main pollution indicators: COD(1.05)"));
    assert!(said.contains(" B: class I (excellent)"), "{said}");
    let input = input.to_owned() + "R,C,15,\nR,D,15,\nR,E,15,0.0002L\nR,F,15,\n";
    let said = cells(run(&input, "river", &["--group", "river"]), ["eqs_class", "eqs_reason"]);
    assert_eq!(said, [["", "1 of 6 sections or lakes are undetermined; undetermined: E"]]);
}

#[test]
fn rivers_by_their_mean_or_by_the_shares_of_their_classes() {
    let input = |sections: usize| {
        let rows = (0..sections).map(|at| format!("R,{at},{}\n", if at == 0 { "41" } else { "15" }));
        format!("river,section,cod\n{}", rows.collect::<Vec<_>>().concat())
    };
    let columns = ["eqs_sections", "eqs_class", "eqs_status", "eqs_good", "eqs_worse", "eqs_main"];
    let of = |sections| cells(run(&input(sections), "river", &["--group", "river"]), columns).remove(0);
    assert_eq!(of(4), ["4", "IV", "lightly polluted", "", "", ""]); // (41 + 45) / 4 = 21.5
    assert_eq!(of(5), ["5", "", "good", "80", "20", "COD(20%)"]);
    assert_eq!(of(10), ["10", "", "excellent", "90", "10", "COD(10%)"]);
}

#[test]
fn a_lake_is_the_mean_of_the_means_of_its_points() {
    let input = "lake,section,tp\nM,1,0.03\nM,1,0.05\nM,2,0.09\nN,1,0.02\n";
    let rows =
        cells(run(input, "lake", &["--group", "lake"]), ["lake", "eqs_points", "eqs_class", "eqs_main"]);
    assert_eq!(rows, [["M", "2", "IV", "TP(0.30)"], ["N", "1", "II", ""]]); // 0.065 and not 0.0567
    let rows = cells(
        run("lake,tp\nM,0.03\nM,0.05\n", "lake", &["--group", "lake"]),
        ["lake", "eqs_points", "eqs_class"],
    );
    assert_eq!(rows, [["M", "1", "III"]]);
}

#[test]
fn periods_ask_for_their_values() {
    let months = |last: usize| {
        let rows: Vec<_> = (1..=last).map(|month| format!("A,2024-{month:02}-05,0.1\n")).collect();
        rows.concat()
    };
    let of = |rows: &str, period| {
        let input = format!("section,date,tp\n{rows}");
        cells(
            run(&input, "river", &["--group", "section", "--period", period]),
            ["period", "eqs_samples", "eqs_class"],
        )
    };
    assert_eq!(of(&months(12), "year"), [["2024", "12", "II"]]);
    assert_eq!(of(&months(11), "year"), [["2024", "11", ""]]);
    assert_eq!(of(&months(8), "year-of-ice-or-drought"), [["2024", "8", "II"]]);
    assert_eq!(of(&months(4), "quarter"), [["2024-Q1", "3", "II"], ["2024-Q2", "1", ""]]);
    assert_eq!(of(&months(2), "month"), [["2024-01", "1", "II"], ["2024-02", "1", "II"]]);
    // Eleven samples of one month are one value, and weigh no more than one of another month.
    let january = "A,2024-01-06,0.9\n".repeat(11);
    let rows = months(12) + &january;
    assert_eq!(of(&rows, "year"), [["2024", "23", "III"]]); // (0.8333 + 1.1) / 12 = 0.161
    let river = format!("river,section,date,tp\n{}", months(11).replace('A', "R,A"));
    let columns = ["eqs_class", "eqs_reason"];
    let rows = cells(run(&river, "river", &["--group", "river", "--period", "year"]), columns);
    assert_eq!(rows[0][0], "");
    assert!(rows[0][1].starts_with("1 of 1 sections or lakes are undetermined"), "{rows:?}");
    assert!(rows[0][1].ends_with("; undetermined: A"), "{rows:?}");
    // Too few values and values that leave the class open are counted and named together.
    let river = "river,section,date,tp\nR,A,2024-01-05,0.1\nR,B,2024-01-05,ND\nR,B,2024-02-05,ND\n\
                 R,C,2024-01-05,0.1\nR,C,2024-02-05,0.1\n";
    let rows = cells(run(river, "river", &["--group", "river", "--period", "quarter"]), columns);
    assert!(rows[0][1].starts_with("2 of 3 sections or lakes are undetermined; "), "{rows:?}");
    assert!(rows[0][1].ends_with("; undetermined: A, B"), "{rows:?}");
}

#[test]
fn numbers_that_are_not_confirmed_are_said_of_rivers_and_lakes() {
    for (body, sections) in [("river", 1), ("river", 5), ("lake", 1)] {
        let month = |at| (1..=12).map(move |month| format!("W,{at},2024-{month:02}-05,0.02\n"));
        let rows: Vec<_> = (0..sections).flat_map(month).collect();
        let input = format!("{body},section,date,tp\n{}", rows.concat());
        let of = |period| {
            let run = run(&input, body, &["--group", body, "--period", period]);
            cells(run, ["eqs_status", "eqs_reason"]).remove(0)
        };
        let [status, reason] = of("year");
        assert_eq!(status, "excellent");
        assert!(reason.contains("“values of a quarter or year”"), "{reason}");
        assert_eq!(of("month"), ["excellent", ""]);
    }
}

#[test]
fn shares_of_classes_by_one_measure() {
    let input = "river,section,length,tp\nR,A,1200,0.1\nR,A,1200,0.1\nR,B,631.7,0.2\nQ,C,604.1,0.4\nQ,D,9,\n";
    let columns = ["eqs_measure", "eqs_assessed", "eqs_undetermined", "eqs_amount", "eqs_I_III", "eqs_IV_V"];
    let by = |group, by| cells(run(input, "river", &["--group", group, "--by", by]), columns);
    let all = by("section", "length:length");
    assert_eq!(all, [["share_of_river_length", "3", "1", "2435.8", "75.2", "24.8"]]);
    assert_eq!(by("section", "sections"), [["share_of_sections", "3", "1", "3", "66.7", "33.3"]]);
    let rivers = by("river", "length:length");
    assert_eq!(rivers[0][1..], ["1", "1", "604.1", "0.0", "100.0"]);
    assert_eq!(rivers[1][1..], ["2", "0", "1831.7", "100.0", "0.0"]);
    let lakes = "lake,section,storage,tp\nM,1,25,0.02\nM,2,25,0.03\nN,1,10.9,0.09\n";
    let lakes = cells(run(lakes, "lake", &["--group", "lake", "--by", "storage:storage"]), columns);
    assert_eq!(lakes, [["share_of_storage", "2", "0", "35.9", "69.6", "30.4"]]);
    let nothing =
        cells(run("section,tp\nA,\n", "river", &["--group", "section", "--by", "sections"]), columns);
    assert_eq!(nothing, [["share_of_sections", "0", "1", "0", "", ""]]);
}

#[test]
fn what_cannot_be_put_together_is_refused_with_its_place() {
    let cases = [
        (
            "river,section,tp\nR,,0.1\n",
            "river",
            &["--group", "river"][..],
            "line 2, column `section`, value ``: empty, expected a name",
        ),
        ("section,tp\nR,0.1\n", "river", &["--group", "river"], "line 1: no column `river`"),
        (
            "section,tp\nA,0.1\n",
            "river",
            &["--group", "section", "--period", "year"],
            "line 1: no column `date`",
        ),
        (
            "section,km,tp\nA,5,0.1\nA,6,0.1\n",
            "river",
            &["--group", "section", "--by", "length:km"],
            "line 3, column `km`, value `6`: differs from 5 in an earlier row of the same place",
        ),
        (
            "section,km,tp\nA,,0.1\n",
            "river",
            &["--group", "section", "--by", "length:km"],
            "line 2, column `km`, value ``: empty, expected a number of 0 or more",
        ),
        (
            "section,ph\nA,19\n",
            "river",
            &["--group", "section"],
            "line 2, column `ph`, value `19`: cannot be, expected 0 to 14",
        ),
        ("section,do\nA,60\n", "river", &[], "line 2, column `do`, value `60`: cannot be, expected 0 to 40"),
        (
            "section,tp\nA,0.1mg\n",
            "river",
            &[],
            "line 2, column `tp`, value `0.1mg`: not a decimal number (expected digits with at most one point, for example 35 or 0.02); not detected is 0.05L, <0.05 or ND; missing is empty or NA",
        ),
        ("section,tp\n", "river", &["--group", "section"], "the file has a header and no rows"),
        (
            "section,km,tp\nA,999999999999999999,0.1\nB,1,0.1\n",
            "river",
            &["--group", "section", "--by", "length:km"],
            "the values have too many digits",
        ),
    ];
    for (input, body, more, expected) in cases {
        let message = refused(run(input, body, more));
        assert!(message.contains(expected), "{message}");
    }
    for more in [
        &["--by", "sections"][..],
        &["--period", "year"],
        &["--group", "section", "--by", "length"],
        &["--group", "section", "--on-error", "mark"],
        // Rivers have no area, lakes no length; a share of sections is none of lakes.
        &["--group", "lake"],
        &["--group", "section", "--by", "area:tp"],
        &["--group", "river", "--by", "storage:tp"],
        &["--group", "river", "--by", "reservoirs"],
    ] {
        assert_eq!(run("river,lake,section,tp\nR,L,A,0.1\n", "river", more).code, 2, "{more:?}");
    }
    for (more, expected) in [
        (&["--group", "river"][..], "eqs: --group river goes with --body river"),
        (
            &["--group", "lake", "--by", "length:tp"],
            "eqs: --by: share of river length goes with --body river",
        ),
        (
            &["--group", "lake", "--by", "sections"],
            "eqs: --by: share of sections goes with --group section, --group river",
        ),
    ] {
        let run = run("river,lake,section,tp\nR,L,A,0.1\n", "lake", more);
        assert_eq!((run.code, run.err.trim_end()), (2, expected));
    }
}
