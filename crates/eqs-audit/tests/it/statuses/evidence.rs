//! Several figures of one key: rule `restated`, and what claims take from them.

use eqs_audit::{Rule, Status};

use crate::given::{audit, claims, fate, fate_of, figures, lacking, statuses};

const ONE: &str = "line=3 beijing PM2.5 annual_mean 2020 38 µg/m³";
const NOW: &str = "beijing PM2.5 annual_mean 2021 33 µg/m³";
const CLAIM: &str = "change beijing PM2.5 annual_mean 2021 decrease 13.2 % base=2020";

fn with(other: &str) -> (String, String) {
    let other = format!("line=9 beijing PM2.5 annual_mean 2020 {other}");
    let rows = [ONE, &other, NOW];
    let results = audit(&figures(&rows), &claims(&[CLAIM]));
    let [claim, restated] = &results[..] else { panic!("{:?}", statuses(&results)) };
    assert_eq!((restated.id.as_str(), restated.parts[0].rule), ("AGREE/F1/F2", Rule::Restated));
    // It stands where it is printed last.
    assert_eq!(restated.source.line, 9);
    (fate_of(&restated.parts[0]), fate_of(&claim.parts[0]))
}

#[test]
fn figures_that_are_printed_twice() {
    let both = |restated: &str, claim: &str| (restated.to_string(), claim.to_string());
    assert_eq!(with("38 µg/m³"), both("confirmed certain", "confirmed possible"));
    assert_eq!(with("0.038 mg/m³"), both("confirmed certain", "confirmed possible"));
    assert_eq!(with("38.0 µg/m³"), both("confirmed possible", "confirmed possible"));
    assert_eq!(with("30~40 µg/m³"), both("confirmed possible", "confirmed possible"));
    // The second figure narrows the first, until the claim no longer fits.
    assert_eq!(with("38.4 µg/m³"), both("confirmed possible", "confirmed possible"));
    assert_eq!(with("40 µg/m³"), both("contested certain", "undecidable"));
    assert_eq!(with("38 mg/L"), both("contested certain", "undecidable"));
}

#[test]
fn a_conflict_is_named() {
    let other = "line=9 beijing PM2.5 annual_mean 2020 40 µg/m³";
    assert_eq!(lacking(&[ONE, other, NOW], CLAIM), ["conflict: PM2.5, annual mean, Beijing, 2020"]);
    let results = audit(&figures(&[ONE, other]), &[]);
    assert_eq!(statuses(&results), [("AGREE/F1/F2", Status::Contested)]);
}

/// A conflict further off leaves open what rests on it, too.
#[test]
fn a_conflict_behind_an_implied_value() {
    let rows = [
        "line=3 beijing PM2.5 annual_mean 2020 38 µg/m³",
        "line=9 beijing PM2.5 annual_mean 2020 40 µg/m³",
        NOW,
        "beijing PM2.5 annual_mean 2022 30 µg/m³",
    ];
    let since = |year, change, base| {
        format!("change beijing PM2.5 annual_mean {year} decrease {change} µg/m³ base={base}")
    };
    let claims = claims(&[&since(2021, "57", 2013), &since(2022, "60", 2013), &since(2020, "20", 2013)]);
    let results = audit(&figures(&rows), &claims);
    assert_eq!(results[0].status, Status::Undecidable);
    assert_eq!(results[1].status, Status::Undecidable);
}

/// A limit of a standard against one figure in two units is that against either of them.
#[test]
fn a_figure_in_two_units_against_a_limit() {
    for (one, two, stated, expected) in [
        ("35 µg/m³", "0.035 mg/m³", "meets", "confirmed certain"),
        ("35 µg/m³", "0.035 mg/m³", "exceeds", "contested certain"),
        ("36 µg/m³", "0.036 mg/m³", "meets", "contested certain"),
        ("34 µg/m³", "0.034 mg/m³", "meets", "confirmed certain"),
    ] {
        let claim = format!("attains beijing PM2.5 annual_mean 2024 {stated} standard=GB_3095 grade=2");
        let figure = |line, value| format!("line={line} beijing PM2.5 annual_mean 2024 {value}");
        assert_eq!(fate(&[&figure(3, one)], &claim), expected, "{one}");
        assert_eq!(fate(&[&figure(3, two)], &claim), expected, "{two}");
        assert_eq!(fate(&[&figure(3, one), &figure(4, two)], &claim), expected, "{one} and {two}");
    }
}

/// 年变化率: the rate that one statement prints is the figure of another.
#[test]
fn the_rate_of_a_year_is_a_figure() {
    let claim = "value beijing PM2.5 annual_rate 2021 equal 13.2 %";
    let rate = |change: &str| {
        let stated = format!("change beijing PM2.5 annual_mean 2021 increase {change} % base=2020");
        let results = audit(&figures(&[NOW]), &claims(&[claim, &stated]));
        fate_of(&results[0].parts[0])
    };
    assert_eq!(rate("13.2"), "confirmed certain");
    assert_eq!(rate("12.2"), "contested certain");
    assert_eq!(fate(&[NOW], claim), "undecidable");
}
