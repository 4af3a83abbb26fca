//! Rules `trend`, `record` and `first`.

use crate::given::{fate, lacking};

fn pm25(values: &[(u16, &str)]) -> Vec<String> {
    values.iter().map(|(year, value)| format!("beijing PM2.5 annual_mean {year} {value} µg/m³")).collect()
}

fn fate_over(values: &[(u16, &str)], claim: &str) -> String {
    fate(&pm25(values).iter().map(String::as_str).collect::<Vec<_>>(), claim)
}

fn lacking_over(values: &[(u16, &str)], claim: &str) -> Vec<String> {
    lacking(&pm25(values).iter().map(String::as_str).collect::<Vec<_>>(), claim)
}

#[test]
fn falling_year_after_year() {
    let claim = "trend beijing PM2.5 annual_mean 2020-2021 decrease";
    assert_eq!(fate_over(&[(2019, "42"), (2020, "38"), (2021, "33")], claim), "confirmed certain");
    assert_eq!(fate_over(&[(2019, "38"), (2020, "38"), (2021, "33")], claim), "confirmed possible");
    assert_eq!(fate_over(&[(2019, "42"), (2020, "38"), (2021, "39")], claim), "contested certain");
    assert_eq!(lacking_over(&[(2020, "38"), (2021, "33")], claim), ["PM2.5, annual mean, Beijing, 2019"]);
    // The first year is enough to contest it, whatever the last was.
    assert_eq!(fate_over(&[(2019, "38"), (2020, "42")], claim), "contested certain");
}

#[test]
fn the_lowest_of_all_years() {
    let claim = "record beijing PM2.5 annual_mean 2021 lowest base=2019-2020";
    assert_eq!(fate_over(&[(2019, "42"), (2020, "38"), (2021, "33")], claim), "confirmed certain");
    assert_eq!(fate_over(&[(2019, "42"), (2020, "33"), (2021, "33")], claim), "confirmed possible");
    assert_eq!(fate_over(&[(2019, "42"), (2020, "30"), (2021, "33")], claim), "contested certain");
    assert_eq!(lacking_over(&[(2019, "42"), (2021, "33")], claim), ["PM2.5, annual mean, Beijing, 2020"]);
    // Nobody can list every year up to one; a single lower one contests the record all the same.
    let ever = claim.replace("2019-2020", "至2020");
    assert_eq!(fate_over(&[(2020, "38"), (2021, "33")], &ever), "undecidable");
    assert_eq!(fate_over(&[(2020, "30"), (2021, "33")], &ever), "contested certain");
}

#[test]
fn attained_for_the_first_time() {
    let claim =
        "first beijing PM2.5 annual_mean 2021 meets base=2019-2020 parts=PM2.5 standard=GB_3095 grade=2";
    assert_eq!(fate_over(&[(2019, "42"), (2020, "38"), (2021, "33")], claim), "confirmed certain");
    // Not the first time, or not attained at all.
    assert_eq!(fate_over(&[(2019, "42"), (2020, "35"), (2021, "33")], claim), "contested certain");
    assert_eq!(fate_over(&[(2019, "42"), (2020, "38"), (2021, "36")], claim), "contested certain");
    assert_eq!(fate_over(&[(2019, "42"), (2021, "33")], claim), "undecidable");
}

/// One pollutant over its limit is enough for a year before, whatever the others were.
#[test]
fn all_pollutants_for_the_first_time() {
    let claim =
        "first beijing PM2.5 annual_mean 2021 meets base=2020 parts=PM2.5;NO2 standard=GB_3095 grade=2";
    let rows = |before: &str| {
        let no2 = "beijing NO2 annual_mean 2021 26 µg/m³".to_string();
        let mut rows = pm25(&[(2020, before), (2021, "33")]);
        rows.push(no2);
        fate(&rows.iter().map(String::as_str).collect::<Vec<_>>(), claim)
    };
    assert_eq!(rows("38"), "confirmed certain");
    assert_eq!(rows("34"), "undecidable");
}
