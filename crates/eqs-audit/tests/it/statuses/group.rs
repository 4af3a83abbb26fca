//! Rules `range`, `rank` and `between`.

use eqs_audit::Rule;
use eqs_core::{Lang, Phrase};

use crate::given::{DISTRICTS, fate, lacking, part};

/// 30, 31, ... µg/m³ for the districts in their order, but `value` for `other`; none where that is empty.
fn districts(other: &str, value: &str) -> Vec<String> {
    let pm25 = |place: &str, value: &str| format!("{place} PM2.5 annual_mean 2021 {value} µg/m³");
    let of = |(at, place): (usize, &&str)| match *place == other {
        true if value.is_empty() => None,
        true => Some(pm25(place, value)),
        false => Some(pm25(place, &(30 + at).to_string())),
    };
    DISTRICTS.iter().enumerate().filter_map(of).collect()
}

fn fate_with(other: &str, value: &str, claim: &str) -> String {
    let rows = districts(other, value);
    fate(&rows.iter().map(String::as_str).collect::<Vec<_>>(), claim)
}

const RANGE: &str = "range districts PM2.5 annual_mean 2021 equal 30~46 µg/m³";

#[test]
fn a_range_over_districts() {
    assert_eq!(fate_with("", "", RANGE), "confirmed certain");
    // One lower or higher than the ends, or none at an end.
    assert_eq!(fate_with("miyun", "29", RANGE), "contested certain");
    assert_eq!(fate_with("miyun", "48", RANGE), "contested certain");
    assert_eq!(fate_with("dongcheng", "32", RANGE), "contested certain");
    assert_eq!(fate_with("miyun", "", RANGE), "undecidable");
    let rows = districts("miyun", "");
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(lacking(&rows, RANGE), ["PM2.5, annual mean, Miyun District, 2021"]);
}

#[test]
fn a_range_over_members_that_nobody_knows() {
    let claim = "range districts_built_up regional_noise annual_mean 2021 equal 50.0~56.5 dB(A)";
    let members = lacking(&["beijing PM2.5 annual_mean 2021 33 µg/m³"], claim);
    assert_eq!(members, ["regional environmental noise, annual mean, built-up areas of the districts, 2021"]);
}

#[test]
fn a_rank_among_districts() {
    let rank = |other, value, stated: &str| {
        let claim = format!("rank yanqing PM2.5 annual_mean 2021 {stated} base_place=districts");
        fate_with(other, value, &claim)
    };
    assert_eq!(rank("yanqing", "29", "lowest"), "confirmed certain");
    // As low as Dongcheng in print.
    assert_eq!(rank("yanqing", "30", "lowest"), "confirmed possible");
    assert_eq!(rank("yanqing", "33", "lowest"), "contested certain");
    // Among the first four.
    assert_eq!(rank("yanqing", "33", "lowest 4 rank"), "confirmed possible");
    assert_eq!(rank("yanqing", "32.8", "lowest 4 rank"), "confirmed possible");
    assert_eq!(rank("yanqing", "32", "lowest 4 rank"), "confirmed certain");
    assert_eq!(rank("yanqing", "35", "lowest 4 rank"), "contested certain");
    assert_eq!(rank("yanqing", "60", "highest"), "confirmed certain");
    assert_eq!(rank("yanqing", "", "lowest"), "undecidable");
    assert_eq!(rank("miyun", "", "highest"), "contested certain");
    assert_eq!(rank("miyun", "", "lowest 17 rank"), "undecidable");
}

#[test]
fn a_mean_between_its_parts() {
    let mean = |all: &str, one: &str, two: &str| {
        let noise = |place, value| format!("{place} regional_noise annual_mean 2021 {value} dB(A)");
        let claim = "between built_up_area regional_noise annual_mean 2021 equal parts=central_built_up;other_built_up";
        fate(
            &[&noise("built_up_area", all), &noise("central_built_up", one), &noise("other_built_up", two)],
            claim,
        )
    };
    // That the parts make up the whole is a reading.
    assert_eq!(mean("53.0", "52.8", "53.4"), "confirmed possible");
    assert_eq!(mean("53.4", "52.8", "53.4"), "confirmed possible");
    assert_eq!(mean("53.7", "52.8", "53.4"), "contested possible");
    assert_eq!(mean("52.6", "52.8", "53.4"), "contested possible");
    let claim =
        "between built_up_area regional_noise annual_mean 2021 equal parts=central_built_up;other_built_up";
    let rows = [
        "built_up_area regional_noise annual_mean 2021 53.7 dB(A)",
        "central_built_up regional_noise annual_mean 2021 52.8 dB(A)",
    ];
    assert_eq!(
        lacking(&rows, claim),
        ["regional environmental noise, annual mean, built-up areas of the other districts, 2021"]
    );
}

/// Those ahead of the third speak against nobody who is said to be among the first three.
#[test]
fn rivals_speak_against_a_rank_only_where_too_many_are_ahead() {
    let against = |stated: &str| {
        let rows = districts("yanqing", "32.8");
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        part(&rows, &format!("rank yanqing PM2.5 annual_mean 2021 {stated} base_place=districts"))
            .against
            .len()
    };
    // 30, 31 and 32 are below 32.8.
    assert_eq!((against("lowest 4 rank"), against("lowest 2 rank")), (0, 3));
}

#[test]
fn a_whole_that_is_printed_twice_is_no_part_of_itself() {
    let noise = |place, value| format!("{place} regional_noise annual_mean 2021 {value} dB(A)");
    let rows = [
        noise("built_up_area", "53.0"),
        noise("built_up_area", "53~53.2"),
        noise("central_built_up", "52.8"),
        noise("other_built_up", "53.4"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let claim =
        "between built_up_area regional_noise annual_mean 2021 equal parts=central_built_up;other_built_up";
    let part = part(&rows, claim);
    assert_eq!(part.rule, Rule::Between);
    let said = part.say(Lang::En).to_string();
    let (whole, parts) = said.split_once("lies between its parts").unwrap();
    assert!(whole.contains("53.0 dB(A)") && whole.contains("53–53.2 dB(A)"), "{said}");
    assert!(parts.contains("52.8") && parts.contains("53.4") && !parts.contains("53–53.2"), "{said}");
}
