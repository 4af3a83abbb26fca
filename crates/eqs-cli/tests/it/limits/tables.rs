//! The tables of every standard, as people see them.

use crate::support::{eqs, output};

fn limits(arguments: &[&str]) -> String {
    output(eqs(&[&["limits"], arguments].concat()))
}

#[test]
fn air() {
    insta::assert_snapshot!("gb3095", limits(&["--standard", "GB 3095", "--on", "2026-05-01"]));
    insta::assert_snapshot!("gb3095_1996", limits(&["--standard", "GB 3095-1996"]));
    insta::assert_snapshot!(
        "gb3095_pm25_zh",
        limits(&["--standard", "GB 3095-2012", "--symbol", "PM2.5", "--lang", "zh"])
    );
    insta::assert_snapshot!("who_aqg", limits(&["--standard", "WHO AQG-2021"]));
}

#[test]
fn index() {
    insta::assert_snapshot!("hj633", limits(&["--standard", "HJ 633-2026"]));
    insta::assert_snapshot!("hj633_zh", limits(&["--standard", "HJ 633-2026", "--lang", "zh"]));
    insta::assert_snapshot!("hj633_2012_o3", limits(&["--standard", "HJ 633-2012", "--symbol", "O3"]));
    insta::assert_snapshot!("hj663", limits(&["--standard", "HJ 663-2026"]));
}

#[test]
fn water() {
    let classes = limits(&["--standard", "GB 3838-2002"]);
    insta::assert_snapshot!("gb3838", classes);
    insta::assert_snapshot!(
        "gb3838_zh",
        limits(&["--standard", "GB 3838-2002", "--class", "Ⅲ", "--lang", "zh"])
    );
    insta::assert_snapshot!("gbt14848", limits(&["--standard", "GB/T 14848-2017"]));
    insta::assert_snapshot!("black_odorous", limits(&["--standard", "black_odorous-2015"]));
    insta::assert_snapshot!("trophic_state", limits(&["--standard", "trophic_state-2001", "--lang", "zh"]));
}

#[test]
fn soil() {
    insta::assert_snapshot!("gb15618", limits(&["--standard", "GB 15618-2018"]));
    insta::assert_snapshot!(
        "gb15618_one_field_zh",
        limits(&["--standard", "GB 15618-2018", "--land", "水旱轮作地", "--ph", "6.5", "--lang", "zh"])
    );
    insta::assert_snapshot!("gb36600", limits(&["--standard", "GB 36600-2018"]));
}

#[test]
fn noise_and_fields() {
    insta::assert_snapshot!("gb3096", limits(&["--standard", "GB 3096-2008"]));
    insta::assert_snapshot!("hj640_zh", limits(&["--standard", "HJ 640-2012", "--lang", "zh"]));
    insta::assert_snapshot!("gb8702", limits(&["--standard", "GB 8702-2014"]));
    insta::assert_snapshot!("gb8702_mains", limits(&["--standard", "GB 8702-2014", "--frequency", "50 Hz"]));
    insta::assert_snapshot!(
        "gb8702_shared_end_zh",
        limits(&["--standard", "GB 8702-2014", "--frequency", "30 MHz", "--lang", "zh"])
    );
}

#[test]
fn ecology() {
    insta::assert_snapshot!("hj192", limits(&["--standard", "HJ 192-2015"]));
    insta::assert_snapshot!("eqi", limits(&["--standard", "eqi-2021", "--unconfirmed"]));
    insta::assert_snapshot!("db11t1877_zh", limits(&["--standard", "DB11/T 1877-2025", "--lang", "zh"]));
}

#[test]
fn one_indicator_in_all_standards() {
    insta::assert_snapshot!("lead", limits(&["--on", "2026-05-01", "--symbol", "pb"]));
}

/// On a day on which Beijing was ahead of the country the national limits say so.
#[test]
fn areas_that_went_ahead_are_told() {
    let ahead = "Beijing reports against GB 3095-2012 from 2013-01-01 on (confirmation grade B)";
    let on = |day: &str| limits(&["--on", day, "--symbol", "NO2", "--standard", "GB 3095"]);
    assert!(on("2013-06-01").contains(ahead));
    assert!(on("2016-01-01").contains(ahead));
    assert!(!on("1999-12-31").contains(ahead));
    assert!(!on("2026-05-01").contains(ahead));
}
