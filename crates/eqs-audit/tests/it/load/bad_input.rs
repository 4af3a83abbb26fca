//! Every refusal: where, and why, in both languages.

use eqs_audit::load::{InputFile, load};
use eqs_core::{Lang, Phrase as _};

use super::{CLAIMS, FIGURES, error, loaded};

/// The refusals of files.
fn refused(files: &[(&str, &str)]) -> String {
    let directory = loaded(files);
    let rows = directory.refused().iter().map(|row| format!("{row}\n  {}", row.problem.say(Lang::Zh)));
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn cells_of_figures() {
    let good = ["O", "1", "air", "beijing", "PM2.5", "annual_mean", "2025", "26", "µg/m³", "26"];
    let rows = [
        (0, ""),
        (1, "1.5"),
        (2, "fire"),
        (3, "密云县城"),
        (3, "beijin"),
        (4, "PM2,5"),
        (4, "zzzzzzzzzz"),
        (5, "mean of all"),
        (6, "2025-2021"),
        (7, "3S"),
        (7, "1234567890123456789"),
        (8, "furlong"),
        (9, ""),
    ];
    let lines: Vec<_> = rows
        .iter()
        .map(|(at, value)| {
            let mut row = good.map(|cell| format!("\"{cell}\""));
            row[*at] = format!("\"{value}\"");
            row.join(",")
        })
        .collect();
    let text = format!("{FIGURES}{}\n", lines.join("\n"));
    insta::assert_snapshot!(refused(&[("observations/d.csv", &text)]));
}

#[test]
fn figures_that_their_kind_does_not_allow() {
    let text = "id,line,medium,place,indicator,statistic,period,value,high,unit,bound,quote\n\
        O-1,1,air,beijing,优良天数,days,2025,311.5,,d,,311.5天\n\
        O-2,1,air,beijing,优良天数,share_of_days,2025,101.0,,%,,101.0%\n\
        O-3,1,air,beijing,PM2.5,range_of_annual_mean,2025,30,20,µg/m³,,30-20\n\
        O-4,1,air,beijing,PM2.5,annual_mean,2025,30,x,µg/m³,~,30\n";
    insta::assert_snapshot!(refused(&[("observations/d.csv", text)]));
}

#[test]
fn cells_of_claims() {
    let text = "id,line,medium,rule,place,indicator,statistic,period,relation,value,high,unit,base_place,base_period,parts,standard,quote\n\
        C-01,1,air,guess,beijing,PM2.5,annual_mean,2025,decrease,1,,%,,2024,,,引文\n\
        C-02,1,air,change,beijing,PM2.5,annual_mean,2025,meets,1,,%,,2024,,,引文\n\
        C-03,1,air,change,beijing,PM2.5,annual_mean,2025,decrease,1,,,,2024,,,引文\n\
        C-04,1,air,change,beijing,PM2.5,annual_mean,2025,decrease,,2,,,2024,,,引文\n\
        C-05,1,air,change,beijing,PM2.5,annual_mean,2025,decrease,,,%,,2024,,,引文\n\
        C-06,1,air,change,beijing,PM2.5,annual_mean,2025,decrease,3,2,%,,2024,,,引文\n\
        C-07,1,air,change,beijing,PM2.5,annual_mean,2025,decrease,1,,%,,,,,引文\n\
        C-08,1,air,change,beijing,PM2.5,annual_mean,2025,decrease,1,,%,,2026,,,引文\n\
        C-09,1,air,change,beijing,PM2.5,annual_mean,2025,decrease,1,,%,全市,2025,,,引文\n\
        C-10,1,air,value,beijing,PM2.5,annual_mean,2025,equal,,,,,,,,引文\n\
        C-11,1,air,value,beijing,优良天数,days,2025,equal,1.5,,d,,,,,引文\n\
        C-12,1,air,sum,beijing,优良天数,days,2025,equal,,,,,,,,引文\n\
        C-13,1,air,sum,beijing,优良天数,days,2025,equal,,,,,,优良天数;PM3,,引文\n\
        C-14,1,air,between,beijing,PM2.5,annual_mean,2025,equal,,,,,,miyun;Atlantis,,引文\n\
        C-15,1,air,target,beijing,PM2.5,annual_mean,2025,meets,,,,,,one,beijing-14fyp,引文\n\
        C-16,1,air,attains,beijing,PM2.5,annual_mean,2025,meets,,,,,,PM2.5,GB 3095,引文\n\
        C-17,1,air,attains,beijing,PM2.5,annual_mean,2025,meets,,,,,,,,引文\n\
        C-18,1,air,trend,beijing,PM2.5,annual_mean,2025,decrease,,,,,,,,引文\n\
        C-19,1,air,share,beijing,PM2.5,annual_mean,2025,equal,1,,d,,2024,,,引文\n\
        C-20,1,air,restated,beijing,PM2.5,annual_mean,2025,equal,1,,d,,2024,,,引文\n\
        C-21,1,air,change,beijing,PM2.5,annual_mean,2025,decrease,1,,%,Atlantis,,,,引文\n\
        C-22,1,air,sum,beijing,优良天数,days,2025,equal,,,,,,a;b;c;d;e;f;g;h;i;j;k;l;m,,引文\n\
        C-23,1,air,first,beijing,PM2.5,annual_mean,2025,meets,,,,,2020,CO;CO;CO;CO;CO;CO;CO;CO;CO;CO;CO;CO;CO,GB 3095,引文\n";
    insta::assert_snapshot!(refused(&[("claims/d.csv", text)]));
}

#[test]
fn declared_names() {
    let places = "code,zh,en,kind,within,aliases,confirmation\n\
        tianjin,津沽,Jingu,city,china,,\n\
        jingu,天津市,Jingu,city,china,,\n\
        jin;gu,津沽,Jingu,city,china,,\n\
        jingu,津沽,Jingu,town,china,,\n\
        jingu,津沽,Jingu,city,Atlantis,,\n\
        jingu,津沽,Jingu,city,china,,D\n\
        jingu,津沽,,city,china,,\n\
        jingu,津沽\n\
        jingu,津沽,Jingu,city,china,京沽；天津,A\n\
        jingu,津沽,Jingu,city,china,京沽；沽上,A\n\
        jingu,他沽,Other,city,china,,\n\
        other,他沽,Other,city,china,津沽,\n\
        other,沽上,Other,city,china,,\n";
    let indicators = "symbol,zh,en,better,aliases\n\
        PM₂.₅,飞沫,spray,lower,\n\
        spray,细颗粒物,spray,lower,\n\
        spray,飞沫,spray,worse,\n\
        spray,飞沫,spray,lower,\n\
        more_spray,大飞沫,SPRAY,lower,\n\
        more_spray,大飞沫,more spray,lower,飞沫\n";
    let figures = format!("{FIGURES}O-1,1,air,津姑,sprays,annual_mean,2025,26,µg/m³,26\n");
    let files =
        [("places.csv", places), ("indicators.csv", indicators), ("observations/d.csv", figures.as_str())];
    insta::assert_snapshot!(refused(&files));
}

#[test]
fn rows_of_a_wrong_form() {
    let figures = format!(
        "{FIGURES}O-1,1,air\n\nO-2,1,air,beijing,PM2.5,annual_mean,2025,26,µg/m³,26,27\n\
         \"O-3\nO-3\",1,air,beijing,PM3,annual_mean,2025,26,µg/m³,26\nO-4,1,\"air,beijing\n"
    );
    let elements = r#"[
        7,
        {"id": "C-1"},
        {"id": "C-1", "id": "C-2"},
        {"identity": "C-1"},
        {"id": "C-1", "line": 1, "medium": "air", "rule": "change", "place": "beijing", "indicator": "PM2.5",
         "statistic": "annual_mean", "period": 2025, "relation": "decrease", "value": 11.50, "quote": ["引文"]},
        {"id": "C-2", "line": 1, "medium": "air", "rule": "change", "place": "beijing", "indicator": "PM2.5",
         "statistic": "annual_mean", "period": 2025, "relation": "decrease", "value": 1e2, "quote": "引文"},
        {"id": "C-3", "line": 1, "medium": "air", "rule": "change", "place": "beijing", "indicator": "PM2.5",
         "statistic": "annual_mean", "period": 2025, "relation": "decrease", "quote": ["引文"]}
    ]"#;
    let files = [("observations/d.csv", figures.as_str()), ("claims/d.json", elements)];
    insta::assert_snapshot!(refused(&files));
}

#[test]
fn files_that_cannot_be_read_as_a_whole() {
    let cases: [&[(&str, &str)]; 15] = [
        &[("readme.txt", "")],
        &[("claims/d.xlsx", "")],
        &[("claims/d.csv", CLAIMS), ("claims/d.json", "[]")],
        &[("places.csv", ""), ("places.json", "[]")],
        &[("claims/d.csv", "\n")],
        &[("claims/d.csv", "id,line\r1,2\r")],
        &[("claims/d.csv", "id,\"line\n1,2\n")],
        &[("claims/d.csv", "id,part,indicater\n")],
        &[("claims/d.csv", "id,,\n")],
        &[("claims/d.csv", "id,line,id\n")],
        &[("observations/d.csv", "id,line,medium\n")],
        &[("observations/d.csv", "id;line;medium\n")],
        &[("claims/d.json", "[\n{\"id\": }]")],
        &[("claims/d.json", "{\"id\": 1}")],
        &[("claims/d.json", "")],
    ];
    let shown: Vec<_> = cases
        .iter()
        .map(|files| {
            let (en, zh) = error(files);
            format!("{en}\n  {zh}")
        })
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn encodings() {
    for (bytes, message) in [
        (
            &b"id,line\nx,1\n\xB1\xB1,2\n"[..],
            "claims/d.csv, line 3: not UTF-8 (perhaps GBK?); save the file as UTF-8",
        ),
        (
            b"\xFF\xFEi\0",
            "claims/d.csv: not UTF-8 (it begins with the mark of UTF-16); save the file as UTF-8",
        ),
    ] {
        let file = InputFile { path: "claims/d.csv".into(), bytes: bytes.into() };
        assert_eq!(load(&[file]).unwrap_err().to_string(), message);
    }
}
