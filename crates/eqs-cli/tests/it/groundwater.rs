//! `eqs groundwater`.

use crate::support::{Run, eqs, eqs_on, marked, output, records};

fn run(input: &str, more: &[&str]) -> Run {
    eqs_on(input.as_bytes(), &[&["groundwater", "-"], more].concat())
}

#[track_caller]
fn row(input: &str, more: &[&str]) -> [String; 4] {
    let mut rows = records(&output(run(input, &[&["--edition", "2017"], more].concat())));
    assert_eq!(rows.len(), 1);
    let mut row = rows.remove(0);
    ["eqs_class", "eqs_deciding", "eqs_exceeding", "eqs_reason"].map(|name| row.remove(name).unwrap())
}

#[test]
fn classes_with_what_decides_and_exceeds() {
    let cells = row("well,ph,fluoride,na,note\nA,7.6,1.19,356,x\n", &[]);
    assert_eq!(cells, ["IV", "Na;F", "Na(0.78);F(0.19)", ""]);
    let cells = row("ph,odor_taste,visible_matter,fe\n8.6,有,无,0.3\n", &[]);
    assert_eq!(cells, ["V", "odor_taste", "odor_taste;pH", ""]);
    // µg/L in the second table, and cobalt is not carbon monoxide.
    assert_eq!(row("cobalt,benzene,atrazine\n0.005,0.5,2.00\n", &[])[..2], ["III", "atrazine"]);
}

#[test]
fn what_is_not_detected() {
    assert_eq!(row("fe,nh3n\n0.3,0.025L\n", &[])[..2], ["III", "Fe"]);
    assert_eq!(row("las\nND\n", &[])[0], "I");
    let open = ["", "", "", "NH3-N not detected below 0.05 mg/L: from class I to class II"];
    for cell in ["0.05L", "<0.05", "＜0.05", " 0.05L "] {
        assert_eq!(row(&format!("fe,nh3n\n0.1,{cell}\n"), &[]), open, "{cell}");
    }
    let cells = row("fe,nh3n\n0.1,未检出\n", &["--lang", "zh"]);
    assert_eq!(cells[3], "氨氮未检出，未给出检出限，可能为I类至V类");
    for cell in ["", "NA", "-", "--", "—", "-1"] {
        assert_eq!(row(&format!("fe,nh3n\n0.2,{cell}\n"), &[]), ["II", "Fe", "", ""], "{cell}");
    }
    assert_eq!(row("fe,nh3n\n,-1\n", &[])[3], "no value to assess");
}

#[test]
fn notes_stand_behind_the_class() {
    let cells = row("gross_alpha,fe\n0.51,300\n", &[]);
    assert_eq!(cells[..3], ["V", "Fe", "Fe(999.00);gross_alpha(0.02)"]);
    assert_eq!(
        cells[3],
        "Fe 300 mg/L is far from the limits: mg/L and µg/L may have been confused (a hint of this program); Gross alpha \
         activity above the guide value of 0.5 Bq/L: the nuclides are to be analysed (GB/T 14848-2017 table 1 note d)"
    );
}

#[test]
fn the_edition_is_chosen_by_option_or_day() {
    assert!(output(run("date,fe\n2018-05-01,0.3\n", &[])).contains(",III,"));
    assert!(output(run("fe\n0.3\n", &["--on", "2024-01-01"])).contains(",III,"));
    let refused = run("fe\n0.3\n", &[]);
    assert_eq!(refused.code, 1);
    assert_eq!(
        refused.err,
        "eqs: <stdin>, line 1: nothing says which edition the rows are judged by: expected a column `date`, or \
         --edition NAME / --on DAY\n"
    );
    let early = run("date,fe\n2018-04-30,0.3\n", &[]);
    assert_eq!(early.code, 1);
    assert!(early.err.contains("column `date`, value `2018-04-30`: no edition of GB/T 14848"), "{early:?}");
    assert_eq!(run("fe\n0.3\n", &["--on", "2018-04-30"]).code, 1);
    assert_eq!(run("fe\n0.3\n", &["--edition", "1993"]).code, 2);
    assert_eq!(run("fe\n0.3\n", &["--edition", "2017", "--on", "2024-01-01"]).code, 2);
}

#[test]
fn bad_cells_in_both_languages() {
    let number = "not a decimal number (expected digits with at most one point, for example 35 or 0.02); not detected \
                  is 0.05L, <0.05 or ND; missing is empty or NA";
    let number_zh = "不是十进制数（应如 35 或 0.02）；未检出应为 0.05L、<0.05 或 ND；缺测应为空或 NA";
    for (key, value, en, zh) in [
        ("nh3n", "0.3?", number, number_zh),
        ("nh3n", "nd", number, number_zh),
        ("fe", "无", number, number_zh),
        (
            "nh3n",
            "-0.1",
            "NH3-N: -0.1 mg/L is negative, expected 0 or more",
            "氨氮：-0.1 mg/L为负值，应不小于0",
        ),
        ("ph", "19", "pH 19 is impossible, expected 0 to 14", "pH值19不可能，应为0至14"),
        (
            "ph",
            "ND",
            "pH: `not detected` is no value of it, expected a number",
            "pH值：“未检出”不是其结果，应为数值",
        ),
        (
            "fe",
            "0L",
            "Fe: a detection limit of 0 mg/L is impossible, expected one above 0",
            "铁：检出限0 mg/L不可能，应大于0",
        ),
        (
            "odor_taste",
            "2",
            "expected 无 (absent) or 有 (present); missing is empty or NA",
            "应为“无”或“有”；缺测应为空或 NA",
        ),
    ] {
        let judge = |lang| run(&format!("{key}\n{value}\n"), &["--edition", "2017", "--lang", lang]);
        let (refused, refused_zh) = (judge("en"), judge("zh"));
        assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{key} {value}");
        assert_eq!(refused.err, format!("eqs: <stdin>, line 2, column `{key}`, value `{value}`: {en}\n"));
        assert!(refused_zh.err.ends_with(&format!("{zh}\n")), "{refused_zh:?}");
    }
    let run = run("water,x\n1,2\n", &["--edition", "2017"]);
    assert!(
        run.err.contains("line 1: no column to judge, expected at least one of color, odor_taste"),
        "{run:?}"
    );
}

#[test]
fn mark_keeps_the_rows_that_are_refused() {
    let input = "nh3n,ph\n0.1,7\nx,7\n0.1,19\n";
    let rows = records(&marked(run(input, &["--edition", "2017", "--on-error", "mark"]), "2 of 3 rows"));
    let classes: Vec<_> = rows.iter().map(|row| row["eqs_class"].as_str()).collect();
    assert_eq!(classes, ["II", "", ""]);
    assert!(rows[1]["eqs_reason"].starts_with("<stdin>, line 3, column `nh3n`, value `x`"), "{rows:?}");
    assert!(rows[2]["eqs_reason"].starts_with("<stdin>, line 4, column `ph`, value `19`"), "{rows:?}");
}

#[test]
fn json_holds_the_findings() {
    let arguments = ["--edition", "2017", "--format", "json"];
    let document: serde_json::Value =
        serde_json::from_str(&output(run("well,fluoride,odor_taste\nA,1.19,有\n", &arguments))).unwrap();
    let record = &document[0];
    assert_eq!(record["eqs_class"], "V");
    let findings = &record["eqs_verdict"]["findings"];
    assert_eq!(findings[0]["given"], "present");
    assert_eq!(findings[1]["multiple"], "19/100");
    assert_eq!(findings[1]["citation"]["clause"]["table"]["item"], "26");
    assert_eq!(record["eqs_verdict"]["outcome"]["determined"]["deciding"][0], "odor_taste");
}

#[test]
fn tables_and_explanations() {
    let table = output(run("well,fe\nA,0.4\n", &["--edition", "2017", "--format", "table"]));
    assert!(table.contains("eqs_class") && table.contains("IV"), "{table}");
    let rows = records(&output(run("fe\n0.4\n", &["--edition", "2017", "--explain"])));
    assert_eq!(
        rows[0]["eqs_explanation"],
        "class IV (GB/T 14848-2017 clause 6.3; confirmation grade B), decided by Fe, above class III: Fe(0.33): Fe 0.4 \
         mg/L is class IV, above the class III limit of 0.3 mg/L, exceedance multiple 0.33 (GB/T 14848-2017 table 1 \
         item 10)."
    );
}

/// What the help lists are the columns that are read.
#[test]
fn the_help_names_every_column() {
    let help = output(eqs(&["groundwater", "--help"]));
    let words: Vec<_> = help.split_whitespace().collect();
    let keys: Vec<_> =
        eqs::gbt14848::Gbt14848::all().flat_map(|standard| standard.items().map(|item| item.key)).collect();
    assert_eq!(keys.len(), 93);
    assert!(keys.iter().all(|key| words.contains(key)), "{help}");
}

#[test]
fn columns_that_look_like_items_are_named() {
    let run = run("NH3-N,fe\n0.1,0.3\n", &["--edition", "2017"]);
    assert_eq!(run.code, 0);
    assert_eq!(run.err, "eqs: warning: column `NH3-N` is not read; rename it `nh3n` if it is to be\n");
}
