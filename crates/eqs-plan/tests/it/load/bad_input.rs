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

/// A target with its medium, indicator, statistic, unit, comparator, and numbers.
fn of_target(id: usize, cells: &str) -> String {
    let [medium, indicator, statistic, unit, comparator, target, high, base] =
        <[&str; 8]>::try_from(cells.split(' ').map(|cell| cell.trim_matches('.')).collect::<Vec<_>>())
            .unwrap();
    format!(
        "L-{id},{medium},shanghai,{indicator},{statistic},{unit},{base},{comparator},{target},{high},2030\n"
    )
}

const NUMBERS: &str = "id,medium,place,indicator,statistic,unit,base_period,comparator,target,high,due\n";

#[test]
fn units_and_numbers_that_do_not_fit() {
    let rows = [
        "air PM2.5 annual_mean % rank_first . . .",
        "air PM2.5 annual_mean µg/m³ not_in_bottom 30 . .",
        "climate carbon_emission annual_total 10kt peak_before 2030 . .",
        "water water_class class - at_least_class 3 . .",
        "water water_class class star meet_grade 3 . .",
        "water water_class class % at_least 3 . .",
        "air good_air_days share_of_days d at_least 300 . .",
        "air good_air_days share_of_days % at_least 101 . .",
        "air good_air_days share_of_days % range 90 110 .",
        "air good_air_days share_of_days % at_least -1 . .",
        "air good_air_days days % at_least 80 . .",
        "air good_air_days days d at_least 367 . .",
        "air good_air_days days d at_least 300.5 . .",
        "air PM2.5 annual_mean - at_most 28 . .",
        "air PM2.5 annual_mean µg/m³ at_most -28 . .",
        "air PM2.5 annual_mean µg/m³ decline_steadily . . 2025:-30",
        "air PM2.5 annual_mean µg/m³ at_most 28 . 2031",
        "air O3 P90_of_daily_max_8h_moving_mean mg/L at_most 160 . .",
        "climate carbon_emission annual_total % at_most 10 . .",
        "water 建设污水管线 length hm² complete_count 350 . .",
        "water 建设污水管线 area km complete_count 350 . .",
        "water 黑臭水体 count % at_most 3 . .",
        "water 黑臭水体 count count at_most 3.5 . .",
        "water 黑臭水体 years d at_most 3 . .",
        "water 黑臭水体 peak_storage t at_least 3 . .",
        "air dustfall monthly_deposition t at_most 3 . .",
        "air 黑臭水体 mean_price t at_most 3 . .",
        "ecology ecological_quality_index index % at_least 3 . .",
        "air PM2.5 annual_mean rank not_in_bottom 2.5 . .",
    ];
    let rows: String = rows.iter().enumerate().map(|(at, cells)| of_target(at, cells)).collect();
    let plans = PLANS.replace("2030", "2035");
    insta::assert_snapshot!(refused(&[
        ("plans.csv", &plans),
        ("targets/lake.csv", &format!("{NUMBERS}{rows}"))
    ]));
}

#[test]
fn numbers_that_fit() {
    let rows = [
        "air PM2.5 annual_mean rank not_in_bottom 30 . .",
        "climate carbon_emission annual_total calendar_year peak_before 2030 . .",
        "water water_class class water_class at_least_class 3 . .",
        "air PM2.5 annual_mean air_class meet_standard 2 . .",
        "air good_air_days days d at_least 366 . .",
        "air good_air_days share_of_days % at_least 100.0 . .",
        "climate carbon_emission annual_total % reduce_by_at_least 120 . peak",
        "climate carbon_intensity cumulative_change % reduce_by_at_least -120 . .",
        "water 黑臭水体 count 10^4count at_most 3.5 . .",
        "air PM2.5 annual_mean mg/m³ range 0.02 0.03 2025:0.03",
        "water pH annual_mean - range 6 9 .",
    ];
    let rows: String = rows.iter().enumerate().map(|(at, cells)| of_target(at, cells)).collect();
    assert_eq!(refused(&[("plans.csv", PLANS), ("targets/lake.csv", &format!("{NUMBERS}{rows}"))]), "");
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
        &row("TGT-0046", ""),
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
