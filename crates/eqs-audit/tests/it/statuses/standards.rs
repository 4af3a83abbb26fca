//! Rules `attains`, `count_attaining`, `grade` and `target`.

use eqs_core::{Lang, Phrase};

use crate::given::{DISTRICTS, fate, lacking, part};

fn pm25(year: u16, value: &str, stated: &str) -> String {
    let figure = format!("beijing PM2.5 annual_mean {year} {value} µg/m³");
    fate(&[&figure], &format!("attains beijing PM2.5 annual_mean {year} {stated} standard=GB_3095 grade=2"))
}

#[test]
fn grade_two_of_the_edition_of_the_year() {
    assert_eq!(pm25(2024, "30.5", "meets"), "confirmed certain");
    assert_eq!(pm25(2024, "38", "meets"), "contested certain");
    assert_eq!(pm25(2024, "38", "exceeds"), "confirmed certain");
    assert_eq!(pm25(2024, "30.5", "exceeds"), "contested certain");
    // The limit itself attains; 35.5 may be 35 or 36 once it is rounded by HJ 663.
    assert_eq!(pm25(2024, "35", "meets"), "confirmed certain");
    assert_eq!(pm25(2024, "36", "meets"), "contested certain");
    assert_eq!(pm25(2024, "35.5", "meets"), "confirmed possible");
    assert_eq!(pm25(2024, "35.5", "exceeds"), "confirmed possible");
    assert_eq!(pm25(2024, "34~37", "meets"), "confirmed possible");
}

/// GB 3095-2026 holds from 2026-03-01: 2025 is still judged by 2012, 2026 by the transition values (30), and 2031 by
/// the final ones (25).
#[test]
fn editions_change_with_their_first_day() {
    let values = [("25", ["confirmed"; 3]), ("30", ["confirmed", "confirmed", "contested"])];
    let values =
        values.into_iter().chain([("33", ["confirmed", "contested", "contested"]), ("36", ["contested"; 3])]);
    for (value, expected) in values {
        let found = [2025, 2026, 2031].map(|year| pm25(year, value, "meets"));
        for (found, expected) in found.iter().zip(expected) {
            assert_eq!(found.split(' ').next(), Some(expected), "{value}");
        }
    }
    // Beijing went ahead with the edition of 2012 from 2013 on; before, no limit of PM2.5 was in force.
    assert_eq!(pm25(2013, "89.5", "exceeds"), "confirmed certain");
    assert_eq!(pm25(2012, "30", "meets"), "undecidable");
    assert_eq!(pm25(1990, "30", "meets"), "undecidable");
}

#[test]
fn every_year_and_every_member() {
    let claim = "attains districts PM2.5 annual_mean 2023-2024 meets standard=GB_3095 grade=2";
    let fate_with = |miyun: &str| {
        let rows: Vec<String> = [2023, 2024]
            .into_iter()
            .flat_map(|year| DISTRICTS.map(|place| (year, place)))
            .map(|(year, place)| {
                let value = if (year, place) == (2024, "miyun") { miyun } else { "30" };
                format!("{place} PM2.5 annual_mean {year} {value} µg/m³")
            })
            .filter(|row| !row.contains("  "))
            .collect();
        fate(&rows.iter().map(String::as_str).collect::<Vec<_>>(), claim)
    };
    assert_eq!(fate_with("30"), "confirmed certain");
    assert_eq!(fate_with("40"), "contested certain");
    assert_eq!(fate_with(""), "undecidable");
}

#[test]
fn units_of_limit_and_figure() {
    let co = |value: &str| {
        let figure = format!("beijing CO P95_of_24h_mean 2024 {value}");
        fate(&[&figure], "attains beijing CO P95_of_24h_mean 2024 meets standard=GB_3095 grade=1")
    };
    assert_eq!(co("0.9 mg/m³"), "confirmed certain");
    assert_eq!(co("900 µg/m³"), "confirmed certain");
    assert_eq!(co("4.1 mg/m³"), "contested certain");
    assert_eq!(co("4100 µg/m³"), "contested certain");
    assert_eq!(co("0.9 mg/L"), "undecidable");
}

#[test]
fn a_standard_without_a_rule_for_the_figure() {
    let claim = "attains beijing good_air_days days 2024 meets standard=GB_3095 grade=2";
    assert_eq!(lacking(&["beijing good_air_days days 2024 290 d"], claim), ["rule: GB 3095 2"]);
    let claim = "attains beijing PM2.5 annual_mean 2024 meets standard=GB_9999 grade=2";
    assert_eq!(lacking(&["beijing PM2.5 annual_mean 2024 30 µg/m³"], claim), ["rule: GB 9999 2"]);
}

#[test]
fn classes_of_surface_water() {
    let class = |value: &str, wanted| {
        let figure = format!("miyun_reservoir water_class class 2024 {value} water_class");
        let claim =
            format!("attains miyun_reservoir water_class class 2024 meets standard=GB_3838 grade={wanted}");
        fate(&[&figure], &claim)
    };
    assert_eq!(class("2", "II"), "confirmed certain");
    assert_eq!(class("2", "III"), "confirmed certain");
    assert_eq!(class("3", "II"), "contested certain");
    let item = |value: &str, stated| {
        let figure = format!("beijing NH3-N annual_mean_of_sections 2024 {value} mg/L");
        let claim =
            format!("attains beijing NH3-N annual_mean_of_sections 2024 {stated} standard=GB_3838 grade=II");
        fate(&[&figure], &claim)
    };
    // The limit is 0.5 mg/L.
    assert_eq!(item("0.17", "meets"), "confirmed certain");
    assert_eq!(item("0.51", "meets"), "contested certain");
    assert_eq!(item("0.51", "exceeds"), "confirmed certain");
    // What is printed as the limit may have been 0.503.
    assert_eq!(item("0.50", "meets"), "confirmed possible");
    assert_eq!(item("0.50", "exceeds"), "confirmed possible");
}

#[test]
fn levels_of_noise_by_zone() {
    let level = |value: &str, stated| {
        let figure = format!("beijing noise_zone_1_night annual_mean 2024 {value} dB(A)");
        let claim = format!(
            "attains beijing noise_zone_1_night annual_mean 2024 {stated} standard=GB_3096 grade=1_night"
        );
        fate(&[&figure], &claim)
    };
    assert_eq!(level("44.2", "meets"), "confirmed certain");
    assert_eq!(level("45", "meets"), "confirmed possible");
    assert_eq!(level("46.1", "meets"), "contested certain");
    assert_eq!(level("46.1", "exceeds"), "confirmed certain");
    let claim = "attains beijing noise_zone_1_night annual_mean 2024 meets standard=GB_3096 grade=1_night";
    assert_eq!(
        lacking(&[], claim),
        ["night-time equivalent level in zones of class 1, annual mean, Beijing, 2024"]
    );
}

#[test]
fn how_many_districts_attain() {
    let claim = |count| {
        format!(
            "count_attaining districts PM2.5 annual_mean 2021 equal {count} count standard=GB_3095 grade=2"
        )
    };
    let count = |over: usize, known: usize, claimed: u16| {
        let figure = |(at, place): (usize, &&str)| {
            format!("{place} PM2.5 annual_mean 2021 {} µg/m³", if at < over { "38" } else { "33" })
        };
        let figures: Vec<String> = DISTRICTS.iter().take(known).enumerate().map(figure).collect();
        fate(&figures.iter().map(String::as_str).collect::<Vec<_>>(), &claim(claimed))
    };
    assert_eq!(count(3, 17, 14), "confirmed certain");
    assert_eq!(count(4, 17, 14), "contested certain");
    assert_eq!(count(3, 16, 14), "undecidable");
    // Whatever the missing one does.
    assert_eq!(count(5, 16, 14), "contested certain");
}

#[test]
fn grades_of_an_index() {
    let index = |value: &str, grade| {
        let figure = format!("miyun ecological_state_index index 2020 {value} -");
        let claim =
            format!("grade miyun ecological_state_index index 2020 meets standard=HJ_192 grade={grade}");
        fate(&[&figure], &claim)
    };
    assert_eq!(index("76.1", "excellent"), "confirmed certain");
    assert_eq!(index("74.9", "excellent"), "contested certain");
    assert_eq!(index("75", "excellent"), "confirmed certain");
    // 75 may have been 74.6.
    assert_eq!(index("75", "good"), "confirmed possible");
    assert_eq!(index("75.0~80.0", "excellent"), "confirmed possible");
}

#[test]
fn grades_that_nobody_here_knows() {
    let figure = "beijing ecological_quality_index index 2024 71.4 -";
    let claim = "grade beijing ecological_quality_index index 2024 meets standard=DB11/T_1877 grade=good";
    assert_eq!(lacking(&[figure], claim), ["bands: DB11/T 1877 good"]);
    // HJ 640 has been in force since 2013-03-01.
    let noise = |year| {
        let figure = format!("built_up_area regional_noise annual_mean {year} 53.7 dB(A)");
        let claim = format!(
            "grade built_up_area regional_noise annual_mean {year} meets standard=HJ_640_regional grade=2"
        );
        part(&[&figure], &claim)
    };
    assert_eq!(noise(2013).status.code(), "confirmed");
    assert_eq!(noise(2012).status.code(), "undecidable");
}

#[test]
fn targets_of_a_plan() {
    let claim = "target beijing safe_use_farmland share 2025 meets standard=beijing-14fyp parts=9";
    let share = |value: &str| format!("beijing safe_use_farmland share 2025 {value} %");
    // More than 95 %.
    assert_eq!(fate(&[&share("98")], claim), "confirmed certain");
    assert_eq!(fate(&[&share("90")], claim), "contested certain");
    // 95 may have been 95.2, whether it is printed so or as a range.
    assert_eq!(fate(&[&share("95")], claim), "confirmed possible");
    assert_eq!(fate(&[&share("95~95")], claim), "confirmed possible");
    assert_eq!(fate(&[&share("90~95")], claim), "confirmed possible");
    assert_eq!(fate(&[&share("90~97")], claim), "undecidable");
    assert_eq!(lacking(&[], claim), ["target 9"]);
    let unknown = claim.replace("beijing-14fyp", "beijing-99fyp");
    assert_eq!(lacking(&[&share("98")], &unknown), ["plan beijing-99fyp"]);
}

/// A verdict on a grade says in which row its band stands.
#[test]
fn a_grade_cites_its_row() {
    let grade = |value: &str, grade: &str| {
        let figure = format!("miyun ecological_state_index index 2020 {value} -");
        let claim =
            format!("grade miyun ecological_state_index index 2020 meets standard=HJ_192 grade={grade}");
        let findings = part(&[&figure], &claim).findings;
        findings.iter().map(|finding| finding.say(Lang::En).to_string()).collect::<Vec<_>>()
    };
    let index = "ecological state index (HJ 192), index";
    assert_eq!(grade("76.1", "excellent"), [format!("{index} 76.1 meets ≥ 75 (HJ 192-2015 chapter 5)")]);
    assert_eq!(
        grade("76.1", "good"),
        [
            format!("{index} 76.1 meets ≥ 55 (HJ 192-2015 chapter 5)"),
            format!("{index} 76.1 does not meet < 75 (HJ 192-2015 chapter 5)"),
        ]
    );
}
