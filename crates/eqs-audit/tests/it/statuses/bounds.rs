//! Bounds (近, 左右, 超过, 以上), ranges and units.

use eqs_audit::Remark;

use crate::given::{audit, claims, fate, figures, part};

/// A figure with its bound against a printed claim.
fn value(figure: &str, claim: &str) -> String {
    let figure = format!("line=9 beijing dustfall annual_mean 2020 {figure}");
    fate(&[&figure], &format!("value beijing dustfall annual_mean 2020 {claim}"))
}

#[test]
fn bounds_of_the_claim() {
    // 左右: 5 % to either side. 33 stands for (32.5, 33.5).
    assert_eq!(value("33 µg/m³", "equal 34 µg/m³ about"), "confirmed certain");
    assert_eq!(value("33 µg/m³", "equal 35 µg/m³ about"), "confirmed possible");
    assert_eq!(value("33 µg/m³", "equal 36 µg/m³ about"), "contested certain");
    // 近: up to 10 % below, and below.
    assert_eq!(value("33 µg/m³", "equal 35 µg/m³ nearly"), "confirmed certain");
    assert_eq!(value("36 µg/m³", "equal 35 µg/m³ nearly"), "contested certain");
    assert_eq!(value("30 µg/m³", "equal 35 µg/m³ nearly"), "contested certain");
    // 超过 and 以上.
    assert_eq!(value("33 µg/m³", "equal 32 µg/m³ above"), "confirmed certain");
    assert_eq!(value("32 µg/m³", "equal 32 µg/m³ above"), "confirmed possible");
    assert_eq!(value("31 µg/m³", "equal 32 µg/m³ above"), "contested certain");
    assert_eq!(value("32.0 µg/m³", "equal 32 µg/m³ at_least"), "confirmed possible");
    assert_eq!(value("31 µg/m³", "equal 32 µg/m³ at_least"), "contested certain");
}

#[test]
fn a_count_is_the_count_itself() {
    let fish = |figure: &str, claim: &str| {
        let figure = format!("line=9 beijing fish_species count 2020 {figure}");
        fate(&[&figure], &format!("value beijing fish_species count 2020 {claim}"))
    };
    assert_eq!(fish("40 count", "equal 40 count"), "confirmed certain");
    assert_eq!(fish("40 count", "equal 41 count"), "contested certain");
    assert_eq!(fish("40 count", "equal 40 count above"), "contested certain");
    assert_eq!(fish("40 count", "equal 40 count at_least"), "confirmed certain");
    // Ten thousands are rounded: 4.0 stands for 39,500 to 40,500.
    assert_eq!(fish("40123 count", "equal 4.0 10^4count"), "confirmed certain");
    assert_eq!(fish("40600 count", "equal 4.0 10^4count"), "contested certain");
}

#[test]
fn bounds_of_the_figure() {
    assert_eq!(value("30 µg/m³ above", "equal 33 µg/m³"), "confirmed possible");
    assert_eq!(value("30 µg/m³ above", "above 30 µg/m³"), "confirmed certain");
    assert_eq!(value("30 µg/m³ at_least", "above 30 µg/m³"), "confirmed possible");
    assert_eq!(value("34 µg/m³ at_least", "equal 33 µg/m³"), "contested certain");
    assert_eq!(value("33 µg/m³ nearly", "below 33 µg/m³"), "confirmed certain");
    assert_eq!(value("33 µg/m³ nearly", "at_least 33 µg/m³"), "contested certain");
    assert_eq!(value("33 µg/m³ about", "equal 34 µg/m³"), "confirmed possible");
}

#[test]
fn ranges() {
    assert_eq!(value("30~35 µg/m³", "equal 33 µg/m³"), "confirmed possible");
    assert_eq!(value("30~35 µg/m³", "equal 28~36 µg/m³"), "confirmed certain");
    assert_eq!(value("30~35 µg/m³", "equal 36~40 µg/m³"), "contested certain");
    assert_eq!(value("30~35 µg/m³", "below 40 µg/m³"), "confirmed certain");
}

#[test]
fn units_of_one_kind() {
    assert_eq!(value("33 µg/m³", "equal 0.033 mg/m³"), "confirmed certain");
    assert_eq!(value("0.033 mg/m³", "equal 33 µg/m³"), "confirmed certain");
    assert_eq!(value("0.0334 mg/m³", "equal 33.8 µg/m³"), "contested certain");
    let rows = figures(&["line=9 beijing dustfall annual_mean 2020 33 mg/L"]);
    let claims = claims(&["value beijing dustfall annual_mean 2020 equal 33 µg/m³"]);
    let audit_of = eqs_audit::Audit::new(&rows, &claims, eqs_audit::Policy::DEFAULT);
    assert_eq!(audit_of.refused().len(), 1);
    assert!(audit(&rows, &[]).is_empty());
}

/// Changes between figures in two units, and equal figures of one key in two units.
#[test]
fn units_of_subject_and_base() {
    let rows = |from: &str, to: &str, claim: &str| {
        let from = format!("beijing PM2.5 annual_mean 2020 {from}");
        let to = format!("beijing PM2.5 annual_mean 2021 {to}");
        fate(&[&from, &to], &format!("change beijing PM2.5 annual_mean 2021 {claim} base=2020"))
    };
    for (from, to) in [("38 µg/m³", "33 µg/m³"), ("0.038 mg/m³", "33 µg/m³"), ("38 µg/m³", "0.033 mg/m³")]
    {
        assert_eq!(rows(from, to, "decrease 13.2 %"), "confirmed possible");
        assert_eq!(rows(from, to, "decrease 23.2 %"), "contested certain");
        assert_eq!(rows(from, to, "decrease 5 µg/m³"), "confirmed possible");
        assert_eq!(rows(from, to, "decrease 0.005 mg/m³"), "confirmed possible");
        assert_eq!(rows(from, to, "unchanged"), "contested certain");
    }
    let twice = [
        "beijing PM2.5 annual_mean 2020 0.038 mg/m³",
        "line=3 beijing PM2.5 annual_mean 2021 33 µg/m³",
        "line=4 beijing PM2.5 annual_mean 2021 0.033 mg/m³",
    ];
    assert_eq!(
        fate(&twice, "change beijing PM2.5 annual_mean 2021 unchanged base=2020"),
        "contested certain"
    );
    assert_eq!(
        fate(&twice, "change beijing PM2.5 annual_mean 2021 decrease 13.2 % base=2020"),
        "confirmed possible"
    );
}

/// Whoever reads a result sees each reading of ours that it rests on, those of the figures too.
#[test]
fn vague_words_of_a_figure_are_noted() {
    let words = |bound: &str| {
        let figure = format!("beijing PM2.5 annual_mean 2020 38 µg/m³ {bound}");
        let rows = ["beijing PM2.5 annual_mean 2021 33 µg/m³", figure.as_str()];
        let part = part(&rows, "change beijing PM2.5 annual_mean 2021 decrease 13.2 % base=2020");
        let read = part.remarks.iter().filter_map(|remark| match remark {
            Remark::Read { words_en, .. } => Some(*words_en),
            _ => None,
        });
        read.collect::<Vec<_>>()
    };
    assert_eq!(words(""), [""; 0]);
    assert_eq!(words("about"), ["about"]);
    assert_eq!(words("nearly"), ["nearly"]);
}
