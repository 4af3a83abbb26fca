//! Rule `change`.

use crate::given::{fate, lacking, part};

const CLAIM: &str = "change beijing PM2.5 annual_mean 2021 decrease 13.2 % base=2020";

fn pm25(year: u16, value: &str) -> String {
    format!("beijing PM2.5 annual_mean {year} {value} µg/m³")
}

fn pm25_fell(from: &str, to: &str) -> String {
    fate(&[&pm25(2020, from), &pm25(2021, to)], CLAIM)
}

#[test]
fn a_rate_against_two_figures() {
    assert_eq!(pm25_fell("38", "33"), "confirmed possible");
    // Another figure at either end, and it cannot be.
    assert_eq!(pm25_fell("40", "33"), "contested certain");
    assert_eq!(pm25_fell("38", "35"), "contested certain");
    // With more places the rate is as good as exact.
    assert_eq!(pm25_fell("38.000", "32.984"), "confirmed certain");
}

#[test]
fn a_missing_figure_is_named_and_decides_once_it_is_there() {
    assert_eq!(fate(&[&pm25(2021, "33")], CLAIM), "undecidable");
    assert_eq!(lacking(&[&pm25(2021, "33")], CLAIM), ["PM2.5, annual mean, Beijing, 2020"]);
    assert_eq!(lacking(&[&pm25(2020, "38")], CLAIM), ["PM2.5, annual mean, Beijing, 2021"]);
    assert_eq!(lacking(&[], CLAIM).len(), 2);
    assert_eq!(pm25_fell("38", "33"), "confirmed possible");
}

/// 33 is odd and owns neither of its edges, 32 is even and owns both: a difference that only the edges allow.
#[test]
fn halves_belong_to_even_digits() {
    let claim = |change| format!("change beijing PM2.5 annual_mean 2021 decrease {change} µg/m³ base=2020");
    let fell = |from, to, change| fate(&[&pm25(2020, from), &pm25(2021, to)], &claim(change));
    // From [35.5, 36.5] to [31.5, 32.5] by at most 5.0.
    assert_eq!(fell("36", "32", "5.0"), "confirmed possible");
    // From (36.5, 37.5) to [31.5, 32.5] by less than 6.0; 6.1 stands for what is above 6.05.
    assert_eq!(fell("37", "32", "6.1"), "contested certain");
    // Just 6: 6 is even and stands for [5.5, 6.5], but 6.00 only for [5.995, 6.005].
    assert_eq!(fell("37", "32", "6.00"), "confirmed possible");
    assert_eq!(fell("37", "32", "6.01"), "contested certain");
    // From [37.5, 38.5] to [31.5, 32.5] by up to 7 with both edges: 7.0 stands for [6.95, 7.05], 7.01 for more than 7.005.
    assert_eq!(fell("38", "32", "7.000"), "confirmed possible");
    assert_eq!(fell("38", "32", "7.01"), "contested certain");
    // The same 7 from odd ends (38.5, 39.5) to (32.5, 33.5) is never reached.
    assert_eq!(fell("39", "33", "7.0000"), "confirmed possible");
    assert_eq!(fell("39", "33", "7.0001"), "contested certain");
}

#[test]
fn a_direction_alone() {
    let fell = |from, to| {
        let claim = "change beijing PM2.5 annual_mean 2021 decrease base=2020";
        fate(&[&pm25(2020, from), &pm25(2021, to)], claim)
    };
    assert_eq!(fell("38", "33"), "confirmed certain");
    // 33.0 may have come from 33.04, and 33 from 33.4.
    assert_eq!(fell("33", "33"), "confirmed possible");
    assert_eq!(fell("33", "34"), "contested certain");
}

#[test]
fn unchanged_is_what_prints_alike() {
    let claim = "change beijing PM2.5 annual_mean 2021 unchanged base=2020";
    let held = |from, to| fate(&[&pm25(2020, from), &pm25(2021, to)], claim);
    assert_eq!(held("33", "33"), "confirmed possible");
    assert_eq!(held("33", "34"), "confirmed possible");
    assert_eq!(held("33", "35"), "contested certain");
    let days = |from, to| {
        let day = |year, days| format!("beijing good_air_days days {year} {days} d");
        let claim = "change beijing good_air_days days 2021 unchanged base=2020";
        fate(&[&day(2020, from), &day(2021, to)], claim)
    };
    // Days are counted: there is no rounding that could hide one.
    assert_eq!(days("288", "288"), "confirmed certain");
    assert_eq!(days("288", "289"), "contested certain");
}

#[test]
fn stable_is_read_by_the_policy() {
    let claim = "change beijing PM2.5 annual_mean 2021 stable base=2020";
    let held = |from, to| fate(&[&pm25(2020, from), &pm25(2021, to)], claim);
    assert_eq!(held("100.0", "101.0"), "confirmed certain");
    assert_eq!(held("100", "105"), "confirmed possible");
    assert_eq!(held("100", "112"), "contested certain");
    let part = part(&[&pm25(2020, "100"), &pm25(2021, "101")], claim);
    assert!(part.remarks.iter().any(|remark| matches!(remark, eqs_audit::Remark::Read { .. })));
}

/// Against the mean of the city: the base is another place in the same year.
#[test]
fn above_the_mean_of_the_city() {
    let above = |city: &str, site: &str| {
        let site = format!("traffic_sites NO2 annual_mean 2024 {site} µg/m³");
        let city = format!("beijing NO2 annual_mean 2024 {city} µg/m³");
        fate(&[&city, &site], "change traffic_sites NO2 annual_mean 2024 above 75.0 % base_place=beijing")
    };
    assert_eq!(above("24", "42"), "confirmed possible");
    assert_eq!(above("24", "35"), "contested certain");
}

/// "per cent" of a share may be per cent of it or percentage points; either reading confirms.
#[test]
fn per_cent_of_a_share_is_read_both_ways() {
    let share = |year, value: &str| format!("beijing water_i_to_iii share_of_sections {year} {value} %");
    let rose = |unit, change: &str| {
        let claim = format!(
            "change beijing water_i_to_iii share_of_sections 2024 increase {change} {unit} base=2023"
        );
        fate(&[&share(2023, "60.0"), &share(2024, "66.0")], &claim)
    };
    assert_eq!(rose("percentage_point", "6.0"), "confirmed possible");
    assert_eq!(rose("percentage_point", "10.0"), "contested certain");
    assert_eq!(rose("%", "6.0"), "confirmed possible");
    assert_eq!(rose("%", "10.0"), "confirmed possible");
    assert_eq!(rose("%", "8.0"), "contested certain");
    let claim = "change beijing water_i_to_iii share_of_sections 2024 increase 10.0 % base=2023";
    let part = part(&[&share(2023, "60.0"), &share(2024, "66.0")], claim);
    assert!(part.remarks.contains(&eqs_audit::Remark::PercentOrPoints));
    assert_eq!(part.computed.unwrap().exact.unwrap().to_string(), "10");
    // 0.69 % or 0.6 points for 0.6: both fit, and the second one fits at its word.
    let claim = "change beijing water_i_to_iii share_of_sections 2024 increase 0.6 % base=2023";
    let part = crate::given::part(&[&share(2023, "87.1"), &share(2024, "87.7")], claim);
    assert_eq!(part.computed.unwrap().exact.unwrap().to_string(), "3/5");
}

/// 提高了2.07倍: times more than the base.
#[test]
fn times_the_base() {
    let rose = |from, to| {
        let use_of = |year, value| format!("beijing reclaimed_water_use annual_total {year} {value} 10^8m³");
        let claim = "change beijing reclaimed_water_use annual_total 2021 increase 2.07 times base=2013";
        fate(&[&use_of(2013, from), &use_of(2021, to)], claim)
    };
    assert_eq!(rose("1.00", "3.07"), "confirmed possible");
    assert_eq!(rose("1.00", "2.07"), "contested certain");
}

#[test]
fn nothing_can_be_a_part_of_nothing() {
    assert_eq!(fate(&[&pm25(2020, "0"), &pm25(2021, "33")], CLAIM), "contested certain");
    let claim = "change beijing heavy_pollution_days days 2021 decrease 50 % base=2020";
    let days = |year, days| format!("beijing heavy_pollution_days days {year} {days} d");
    assert_eq!(fate(&[&days(2020, "0"), &days(2021, "2")], claim), "undecidable");
}
