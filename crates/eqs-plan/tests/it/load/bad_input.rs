//! Every refusal: where, and why, in both languages.

use eqs_core::load::RefusedRow;
use eqs_core::{Lang, Phrase as _};

use super::{PLANS, TARGETS, loaded, of};

fn said<'a>(rows: impl IntoIterator<Item = &'a RefusedRow>) -> String {
    let rows = rows.into_iter().map(|row| format!("{row}\n  {}", row.problem.say(Lang::Zh)));
    rows.collect::<Vec<_>>().join("\n")
}

/// The refusals of files.
fn refused(files: &[(&str, &str)]) -> String {
    said(loaded(files).refused())
}

#[test]
fn rows_of_plans() {
    let plans = "code,title_zh,title_en,document,number,issued,first_year,last_year\n\
        a,甲,A,,,,2026,2025\n\
        b,甲,A,,,,26,2030\n\
        c,甲,A,,,2026-13-01,2026,2030\n\
        ,甲,A,,,,2026,2030\n\
        e,甲,,,,,2026,2030\n\
        beijing-14fyp,甲,A,,,,2021,2025\n\
        lake,甲,A,,,,2026,2030\n\
        lake,乙,B,,,,2026,2030\n\
        empty,甲,A,,,,2026,2030\n\
        bad,甲,A,,,,2026,2030\n";
    let good = "L-1,air,shanghai,PM2.5,annual_mean,µg/m³,at_most,28,2030\n";
    insta::assert_snapshot!(refused(&[
        ("plans.csv", plans),
        ("targets/lake.csv", &format!("{TARGETS}{good}")),
        ("targets/bad.csv", &format!("{TARGETS}{}", good.replace("28", "many"))),
        ("targets/none.csv", &format!("{TARGETS}{good}")),
    ]));
}

#[test]
fn rows_of_targets() {
    let header = "id,medium,place,observed_at,indicator,statistic,unit,base_period,comparator,target,high,due,modality,\
        standard,higher,line,no";
    let good = [
        "L",
        "air",
        "shanghai",
        "",
        "PM2.5",
        "annual_mean",
        "µg/m³",
        "",
        "at_most",
        "28",
        "",
        "2030",
        "",
        "",
        "",
        "",
        "",
    ];
    let changes: [&[(usize, &str)]; 30] = [
        &[(0, "")],
        &[(1, "fire")],
        &[(2, "Atlantis")],
        &[(3, "上海")],
        &[(3, "Shangai")],
        &[(4, "PM3")],
        &[(5, "mean of all")],
        &[(6, "furlong")],
        &[(6, "")],
        &[(7, "24")],
        &[(7, "2020:x")],
        &[(7, "before")],
        &[(7, "2031")],
        &[(8, "small")],
        &[(8, "")],
        &[(9, "")],
        &[(9, "2S")],
        &[(8, "improve_steadily")],
        &[(8, "range")],
        &[(8, "range"), (10, "20")],
        &[(10, "30")],
        &[(11, "soon")],
        &[(11, "2025-12-31")],
        &[(11, "2030-02-30")],
        &[(12, "perhaps")],
        &[(13, "GB 1")],
        &[(14, "moon")],
        &[(14, "national:T-1")],
        &[(15, "0")],
        &[(16, "one")],
    ];
    let rows = changes.iter().enumerate().map(|(at, changes)| {
        let mut row = good.map(str::to_owned);
        row[0] = format!("L-{at}");
        for (column, value) in *changes {
            row[*column] = (*value).to_owned();
        }
        row.join(",")
    });
    let rows: Vec<_> = rows.collect();
    let text = format!("{header}\n{}\nL-99{}\nshort\n", rows.join("\n"), &good.join(",")[1..]);
    insta::assert_snapshot!(refused(&[("plans.csv", PLANS), ("targets/lake.csv", &text)]));
}

#[test]
fn ids_and_links() {
    let plans = "code,title_zh,title_en,first_year,last_year\na,甲,A,2026,2030\nb,乙,B,2026,2030\n";
    let header = "id,medium,place,indicator,statistic,unit,comparator,target,higher\n";
    let row =
        |id: &str, higher: &str| format!("{id},air,shanghai,PM2.5,annual_mean,µg/m³,at_most,28,{higher}\n");
    let a = [
        header,
        &row("1", ""),
        &row("1", ""),
        &row("2", ""),
        &row("3", "national:9"),
        &row("4", "national:3"),
    ];
    let b = [header, &row("2", ""), &row("5", "national:1"), &row("6", "national:TGT-0046")];
    let links =
        "lower,upper,relation\n1,5,year_of\n1,1,year_of\n1,9,year_of\n9,1,year_of\n1,5,beside\n,5,year_of\n";
    insta::assert_snapshot!(refused(&[
        ("plans.csv", plans),
        ("targets/a.csv", &a.concat()),
        ("targets/b.csv", &b.concat()),
        ("links.csv", links),
    ]));
}

#[test]
fn files_that_cannot_be_read_as_a_whole() {
    let cases: [&[(&str, &str)]; 7] = [
        &[],
        &[("targets/lake.csv", TARGETS)],
        &[("plans.csv", "code,title\n")],
        &[("plans.csv", PLANS), ("plans.json", "[]")],
        &[("plans.csv", PLANS), ("targets/lake.xlsx", "")],
        &[("plans.csv", PLANS), ("targets/lake.csv", "id,value\n")],
        &[("plans.csv", PLANS), ("links.csv", "lower,upper\n")],
    ];
    let errors: Vec<_> = cases.iter().map(|files| of(files).unwrap_err()).collect();
    insta::assert_snapshot!(said(&errors));
}
