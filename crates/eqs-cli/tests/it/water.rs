//! `eqs water`.

use crate::support::{Run, eqs_on, marked, output, records};

fn run(input: &str, body: &str, more: &[&str]) -> Run {
    eqs_on(input.as_bytes(), &[&["water", "-", "--body", body], more].concat())
}

#[track_caller]
fn row(input: &str, body: &str, more: &[&str]) -> [String; 4] {
    let mut rows = records(&output(run(input, body, &[&["--edition", "2002"], more].concat())));
    assert_eq!(rows.len(), 1);
    let mut row = rows.remove(0);
    ["eqs_class", "eqs_status", "eqs_main", "eqs_reason"].map(|name| row.remove(name).unwrap())
}

#[test]
fn classes_and_main_indicators() {
    let cells = row("section,codmn,nh3n,tp,note\nA,13.2,0.34,NA,x\n", "river", &[]);
    assert_eq!(cells, ["V", "moderately polluted", "CODMn(1.20)", ""]);
    let cells = row("codmn,nh3n\n2,0.15\n", "river", &["--lang", "zh"]);
    assert_eq!(cells, ["I", "优", "", ""]);
    let cells = row("do,cod,ph\n1.9,41,7\n", "river", &[]);
    assert_eq!(cells[..3], ["inferior_V", "heavily polluted", "COD(1.05);DO"].map(str::to_owned));
}

#[test]
fn the_body_chooses_the_limits() {
    assert_eq!(row("tp\n0.06\n", "river", &[])[0], "II");
    assert_eq!(row("tp\n0.06\n", "lake", &[])[0], "IV");
    let river = row("tn,tp\n9,0.01\n", "river", &[]);
    assert_eq!(river[0], "I");
    assert!(river[3].contains("not assessed"), "{river:?}");
}

#[test]
fn heavy_metals() {
    let input = "hg,nh3n\n0.0002,9\n";
    assert_eq!(row(input, "river", &[])[2], "NH3-N(8.00);Hg(1.00)");
    assert_eq!(row(input, "river", &["--heavy-metals", "proposed"])[2], "Hg(1.00);NH3-N(8.00)");
}

#[test]
fn the_edition_is_chosen_by_option_or_day() {
    let input = "date,codmn\n2024-05-01,3\n";
    assert!(output(run(input, "river", &[])).contains(",II,"));
    assert!(output(run("codmn\n3\n", "river", &["--on", "2024-01-01"])).contains(",II,"));
    let refused = run("codmn\n3\n", "river", &[]);
    assert_eq!(refused.code, 1);
    assert_eq!(
        refused.err,
        "eqs: <stdin>, line 1: nothing says which edition the rows are judged by: expected a column `date`, or \
         --edition NAME / --on DAY\n"
    );
    let early = run("date,codmn\n2002-05-31,3\n", "river", &[]);
    assert_eq!(early.code, 1);
    assert!(early.err.contains("column `date`, value `2002-05-31`: no edition of GB 3838"), "{early:?}");
    assert_eq!(run("codmn\n3\n", "river", &["--edition", "1988"]).code, 2);
    assert_eq!(run("codmn\n3\n", "river", &["--edition", "2002", "--on", "2024-01-01"]).code, 2);
}

#[test]
fn what_is_not_detected() {
    let cells = |input: &str| {
        let [class, _, _, reason] = row(input, "river", &[]);
        [class, reason]
    };
    assert_eq!(cells("codmn,nh3n\n3.4,0.05L\n"), ["II", ""]);
    assert_eq!(cells("codmn,hg\n3.4,<0.00005\n"), ["II", ""]);
    let open = "Hg not detected below 0.0001 mg/L: from class I to class III";
    assert_eq!(cells("codmn,hg\n3.4,<0.0001\n"), ["", open]);
    assert_eq!(cells("codmn,hg\n5,<0.0001\n"), ["III", ""]);
    assert_eq!(cells("codmn,hg\n3.4,-1\n"), ["II", ""]);
}

#[test]
fn bad_cells() {
    for (input, message) in [
        ("nh3n\n-0.1\n", "line 2, column `nh3n`, value `-0.1`: negative, expected 0 or more"),
        (
            "nh3n\n0.025l\n",
            "line 2, column `nh3n`, value `0.025l`: not a decimal number (expected digits with at most one point, \
             for example 35 or 0.02); not detected is 0.05L, <0.05 or ND; missing is empty or NA",
        ),
        (
            "nh3n\n/\n",
            "line 2, column `nh3n`, value `/`: not a decimal number (expected digits with at most one point, for \
             example 35 or 0.02); not detected is 0.05L, <0.05 or ND; missing is empty or NA",
        ),
    ] {
        let run = run(input, "river", &["--edition", "2002"]);
        assert_eq!((run.code, run.out.as_str()), (1, ""), "{input}");
        assert_eq!(run.err, format!("eqs: <stdin>, {message}\n"));
    }
    let run = run("water,x\n1,2\n", "river", &["--edition", "2002"]);
    assert!(run.err.contains("expected at least one of water_temp, ph, do, do_saturation, codmn"), "{run:?}");
}

#[test]
fn mark_keeps_the_rows_and_nothing_assessed_is_a_reason() {
    let input = "nh3n,water_temp\n0.1,20\nx,20\n,20\n";
    let rows =
        records(&marked(run(input, "lake", &["--edition", "2002", "--on-error", "mark"]), "1 of 3 rows"));
    let classes: Vec<_> = rows.iter().map(|row| row["eqs_class"].as_str()).collect();
    assert_eq!(classes, ["I", "", ""]);
    assert!(rows[1]["eqs_reason"].starts_with("<stdin>, line 3, column `nh3n`, value `x`"), "{rows:?}");
    assert!(rows[2]["eqs_reason"].contains("no value"), "{rows:?}");
}

#[test]
fn columns_that_look_like_items_are_named() {
    let run = run("NH3-N,codmn\n0.1,2\n", "river", &["--edition", "2002"]);
    assert_eq!(run.code, 0);
    assert_eq!(run.err, "eqs: warning: column `NH3-N` is not read; rename it `nh3n` if it is to be\n");
}
