//! Rules `value`, `sum`, `share` and `countable_share`.

use crate::given::{fate, lacking};

#[test]
fn a_figure_below_a_value_in_every_year() {
    let claim = "value beijing SO2 annual_mean 2017-2019 below 10 µg/m³";
    let so2 = |year, value: &str| format!("beijing SO2 annual_mean {year} {value} µg/m³");
    let years = |values: [&str; 3]| {
        let [one, two, three] = values;
        fate(&[&so2(2017, one), &so2(2018, two), &so2(2019, three)], claim)
    };
    assert_eq!(years(["8", "6", "4"]), "confirmed certain");
    // 10 may have been 9.6.
    assert_eq!(years(["10", "6", "4"]), "confirmed possible");
    assert_eq!(years(["8", "11", "4"]), "contested certain");
    assert_eq!(lacking(&[&so2(2017, "8"), &so2(2019, "4")], claim), ["SO2, annual mean, Beijing, 2018"]);
    // One year is enough to contest what the others leave open.
    assert_eq!(fate(&[&so2(2018, "11")], claim), "contested certain");
    // A figure of the whole span stands for it.
    assert_eq!(fate(&["beijing SO2 annual_mean 2017-2019 6 µg/m³"], claim), "confirmed certain");
}

#[test]
fn a_value_that_is_printed_elsewhere() {
    let claim = "value beijing PM2.5 annual_mean 2020 equal 38 µg/m³ line=7";
    assert_eq!(fate(&["line=9 beijing PM2.5 annual_mean 2020 38 µg/m³"], claim), "confirmed certain");
    assert_eq!(fate(&["line=9 beijing PM2.5 annual_mean 2020 37.6 µg/m³"], claim), "confirmed certain");
    assert_eq!(fate(&["line=9 beijing PM2.5 annual_mean 2020 39 µg/m³"], claim), "contested certain");
    // The figure of the claim's own line says nothing about it.
    assert_eq!(fate(&["line=7 beijing PM2.5 annual_mean 2020 38 µg/m³"], claim), "undecidable");
    let both =
        ["line=7 beijing PM2.5 annual_mean 2020 38 µg/m³", "line=9 beijing PM2.5 annual_mean 2020 38 µg/m³"];
    assert_eq!(fate(&both, claim), "confirmed certain");
}

#[test]
fn parts_of_a_year() {
    let claim = "sum beijing calendar_days days 2020 equal parts=good_air_days;non_attainment_days";
    let days = |good: &str, other: &str| {
        let good = format!("beijing good_air_days days 2020 {good} d");
        let other = format!("beijing non_attainment_days days 2020 {other} d");
        fate(&[&good, &other], claim)
    };
    assert_eq!(days("286", "80"), "confirmed certain");
    assert_eq!(days("286", "79"), "contested certain");
    let good = "beijing good_air_days days 2020 286 d";
    assert_eq!(
        lacking(&[good], claim),
        ["days that do not attain the air quality standard, days, Beijing, 2020"]
    );
    // What is known must not exceed the whole, whatever is missing.
    let claim = "sum beijing good_air_days days 2020 equal 300 d parts=good_air_days;non_attainment_days";
    assert_eq!(fate(&["beijing good_air_days days 2020 301 d"], claim), "contested certain");
}

#[test]
fn shares_that_add_up() {
    let claim = "sum beijing water_i_to_iii share_of_sections 2022 equal 100 % parts=water_i_to_iii;water_iv";
    let shares = |one: &str, two: &str| {
        let one = format!("beijing water_i_to_iii share_of_sections 2022 {one} %");
        let two = format!("beijing water_iv share_of_sections 2022 {two} %");
        fate(&[&one, &two], claim)
    };
    // 100 % is the whole and no rounded figure; two parts that are rounded by halves to even do not miss it.
    assert_eq!(shares("95.6", "4.4"), "confirmed possible");
    assert_eq!(shares("95.6", "4.5"), "contested certain");
    assert_eq!(shares("96", "4.4"), "confirmed possible");
    assert_eq!(shares("96", "5"), "contested certain");
    assert_eq!(shares("95~96", "5"), "confirmed possible");
}

/// 289 of 366 days are 78.96 %, of 365 days 79.18 %.
#[test]
fn leap_years_count_their_days() {
    let share = |year: u16, days: &str, share: &str| {
        let figure = format!("beijing good_air_days days {year} {days} d");
        let claim =
            format!("share beijing good_air_days days {year} equal {share} % base_indicator=calendar_days");
        fate(&[&figure], &claim)
    };
    for leap in [2020, 2024] {
        assert_eq!(share(leap, "289", "79.0"), "confirmed certain");
        assert_eq!(share(leap, "289", "79.2"), "contested certain");
    }
    assert_eq!(share(2021, "289", "79.0"), "contested certain");
    assert_eq!(share(2021, "289", "79.2"), "confirmed certain");
    // 288 of 365 and 290 of 366 as the bulletins print them.
    assert_eq!(share(2021, "288", "78.9"), "confirmed certain");
    assert_eq!(share(2024, "290", "79.2"), "confirmed certain");
    assert_eq!(share(2024, "290", "79.5"), "contested certain");
}

#[test]
fn a_share_of_a_figure_that_is_missing() {
    let claim = "share miyun ecological_red_line_area area 2020 equal 25.8 % base_place=beijing";
    let area = |place, value: &str| format!("{place} ecological_red_line_area area 2020 {value} km²");
    let missing = "area within the ecological protection red line, area, Beijing, 2020";
    assert_eq!(lacking(&[&area("miyun", "1106.84")], claim), [missing]);
    assert_eq!(fate(&[&area("miyun", "1106.84"), &area("beijing", "4290")], claim), "confirmed certain");
    assert_eq!(fate(&[&area("miyun", "1106.84"), &area("beijing", "4000")], claim), "contested certain");
}

#[test]
fn a_share_of_counted_things() {
    let share = |count: &str, share: &str| {
        let figure = format!("reservoirs monitored_large_medium_reservoirs count 2024 {count} count");
        let claim = format!(
            "countable_share reservoirs water_ecology_good_reservoirs share_of_reservoir_count 2024 equal {share} \
             base_indicator=monitored_large_medium_reservoirs base_statistic=count"
        );
        fate(&[&figure], &claim)
    };
    assert_eq!(share("14", "61.1 %"), "contested certain");
    assert_eq!(share("18", "61.1 %"), "confirmed certain");
    assert_eq!(share("14", "64.3 %"), "confirmed certain");
    assert_eq!(share("14~18", "61.1 %"), "undecidable");
    assert_eq!(share("14", "100 %"), "confirmed certain");
    // Below 61 % and not far: 8 of 14 are 57.1 %, although 9 of 14 are nearer to 61 %.
    assert_eq!(share("14", "61 % nearly").as_str(), "confirmed certain");
}
