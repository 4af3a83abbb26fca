//! What is asked of limits beside their tables: changes, days, values, the strictest.

use serde_json::Value;

use crate::support::{eqs, output, records};

fn limits(arguments: &[&str]) -> String {
    output(eqs(&[&["limits"], arguments].concat()))
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&limits(&[arguments, &["--format", "json"]].concat())).unwrap()
}

#[test]
fn differences() {
    let changes = ["--standard", "GB 3095", "--diff", "2012..2026"];
    insta::assert_snapshot!("diff", limits(&changes));
    let pm25 = ["--standard", "GB 3095", "--diff", "2026..2026", "--symbol", "PM2.5", "--lang", "zh"];
    insta::assert_snapshot!("diff_pm25_zh", limits(&pm25));
    let none = limits(&["--standard", "GB 3095", "--diff", "2012..2012-amended-2018"]);
    assert!(none.contains("as of 2018-09-01; no limit changes\ngases: 273 K → 298.15 K"), "{none}");
    let same = limits(&["--standard", "GB 3095", "--diff", "2012-amended-2018..2026"]);
    assert!(!same.contains("gases:"), "{same}");
    let amended = ["--standard", "gb3095", "--diff", "1996..1996-amended-2000", "--symbol", "NOx"];
    assert!(limits(&amended).contains("9 removed"), "{}", limits(&amended));
}

#[test]
fn differences_as_records() {
    let changes = ["--standard", "GB 3095", "--diff", "2012..2026", "--grade", "2", "--symbol", "PM2.5"];
    let transitions = json(&changes);
    let names = |at: usize| (&transitions[at]["before"]["name"], &transitions[at]["after"]["name"]);
    assert_eq!(transitions.as_array().unwrap().len(), 2);
    assert_eq!(names(0), (&"2012".into(), &"2026 transition".into()));
    assert_eq!(names(1), (&"2012".into(), &"2026 final".into()));
    let change = &transitions[0]["changes"][0];
    assert_eq!(
        (&change["kind"], &change["before"]["requirement_text"]),
        (&"tightened".into(), &"≤ 35".into())
    );
    let csv = records(&limits(&[&changes[..], &["--format", "csv"]].concat()));
    assert_eq!(csv.len(), 4);
    assert_eq!((csv[0]["before"].as_str(), csv[0]["after"].as_str()), ("≤ 35", "≤ 30"));
    assert_eq!(csv[2]["after_edition"], "2026 final");
}

#[test]
fn what_begins_and_ends() {
    let span = ["--ending", "2026-01-01..2031-12-31"];
    insta::assert_snapshot!("ending", limits(&span));
    let air = ["--ending", "2030-12-01..2031-01-31", "--standard", "GB 3095"];
    insta::assert_snapshot!("ending_zh", limits(&[&air[..], &["--lang", "zh"]].concat()));
    let changes = json(&air);
    assert_eq!((&changes[0]["day"], &changes[0]["event"]), (&"2030-12-31".into(), &"ends".into()));
    assert_eq!((&changes[0]["next"]["name"], &changes[0]["changes"]), (&"2026 final".into(), &18.into()));
    assert_eq!(limits(&["--ending", "1949-10-01..1949-10-02"]).lines().last(), Some("none"));
}

#[test]
fn a_value_against_limits() {
    let annual =
        ["--on", "2026-05-01", "--symbol", "PM2.5", "--averaging", "annual", "--against", "27.0 µg/m³"];
    insta::assert_snapshot!("against", limits(&annual));
    let river = ["--standard", "GB 3838-2002", "--symbol", "TP", "--body", "河流", "--against", "0.15 mg/L"];
    insta::assert_snapshot!("against_zh", limits(&[&river[..], &["--lang", "zh"]].concat()));
    let held = json(&annual);
    assert_eq!(held["limits"][1]["headroom"]["room"]["value"], "3.0");
    assert_eq!(held["limits"][1]["headroom"]["share"], "1/10");
    assert_eq!((&held["limits"][1]["keeps"], &held["limits"][0]["keeps"]), (&true.into(), &false.into()));
    assert_eq!(held["next_kept"]["scope_code"], "averaging=annual;grade=2");
    assert_eq!(held["next_missed"]["scope_code"], "averaging=annual;grade=1");
    assert_eq!(held["comparison"]["next_kept"]["scope_code"], "averaging=annual;level=IT-1");
    assert_eq!(held["comparison"]["next_missed"]["scope_code"], "averaging=annual;level=IT-2");
    let csv = records(&limits(&[&annual[..], &["--format", "csv"]].concat()));
    assert_eq!(
        (csv[0]["keeps"].as_str(), csv[0]["room"].as_str(), csv[0]["share"].as_str()),
        ("false", "-12.0", "-4/5")
    );
}

#[test]
fn values_in_other_units_and_forms() {
    // 0.0300 mg/m³ is the limit itself, which is kept.
    let pm25 = [
        "--standard",
        "GB 3095",
        "--on",
        "2026-05-01",
        "--symbol",
        "PM2.5",
        "--averaging",
        "annual",
        "--grade",
        "2",
    ];
    let held = json(&[&pm25[..], &["--against", "0.0300mg/m3"]].concat());
    assert_eq!(
        (&held["limits"][0]["keeps"], &held["limits"][0]["headroom"]["room"]["value"]),
        (&true.into(), &"0.0".into())
    );
    // Two bands, words, and a formula at its frequency.
    let class = ["--standard", "GB/T 14848-2017", "--symbol", "pH", "--class", "IV", "--against", "9"];
    assert_eq!(json(&class)["limits"][0]["keeps"], true);
    let taste =
        ["--standard", "GB/T 14848-2017", "--symbol", "odour and taste", "--class", "I", "--against", "0"];
    assert_eq!(json(&taste)["limits"][0]["keeps"], Value::Null);
    let field = ["--standard", "GB 8702-2014", "--frequency", "50 Hz", "--symbol", "electric_field_strength"];
    let held = json(&[&field[..], &["--against", "4.001 kV/m"]].concat());
    assert_eq!((&held["limits"][0]["keeps"], &held["limits"][1]["keeps"]), (&false.into(), &true.into()));
    let said = limits(&[&field[..], &["--against", "4 kV/m"]].concat());
    assert!(
        said.contains("electric field strength at 50 Hz: 4000 V/m\nthese limits are not of one kind"),
        "{said}"
    );
}

#[test]
fn a_limit_beyond_another_is_no_rung() {
    let lead = ["--standard", "GB/T 14848-2017", "--symbol", "Pb", "--against", "0.02 mg/L"];
    let held = json(&lead);
    let classes: Vec<_> = held["limits"].as_array().unwrap().iter().map(|held| &held["keeps"]).collect();
    assert_eq!(classes, [false, false, false, true]);
    assert_eq!(held["next_kept"]["scope_code"], "class=IV");
    assert_eq!(held["next_missed"]["scope_code"], "class=III");
    assert_eq!(held["comparison"], Value::Null);
    // Asked for by itself it stays.
    assert_eq!(json(&[&lead[..], &["--class", "V"]].concat())["limits"].as_array().unwrap().len(), 1);
}

#[test]
fn formulas_at_a_frequency_are_never_rounded_up() {
    let at = |frequency: &'static str| {
        ["--standard", "GB 8702-2014", "--symbol", "electric_field_strength", "--frequency", frequency]
    };
    // 67 / sqrt(10) = 21.1872...
    let limit = &json(&at("10 MHz"))[0]["at_frequency"];
    assert_eq!((&limit["value"]["value"], &limit["is_exact"]), (&"21.18".into(), &false.into()));
    assert_eq!(limit["at_shared_end"], false);
    let shared = records(&limits(&[&at("30 MHz")[..], &["--format", "csv"]].concat()));
    assert_eq!(shared.len(), 2);
    for row in shared {
        assert_eq!((row["at_frequency"].as_str(), row["at_shared_end"].as_str()), ("12", "true"));
    }
    // 40000 / 1.3² = 23668.6...
    let flux = ["--standard", "GB 8702-2014", "--symbol", "magnetic_flux_density", "--frequency", "1.3 Hz"];
    assert_eq!(json(&flux)[0]["at_frequency"]["value"]["value"], "23660");
    for lang in ["en", "zh"] {
        insta::assert_snapshot!(
            format!("frequency_{lang}"),
            limits(&[&at("10 MHz")[..], &["--lang", lang, "--against", "20.00 V/m"]].concat())
        );
    }
    // Kept by the exact limit, beyond the rounded one.
    let held = json(&[&at("10 MHz")[..], &["--against", "21.187 V/m"]].concat());
    let held = &held["limits"][0];
    assert_eq!((&held["keeps"], &held["headroom"]["room"]["value"]), (&true.into(), &"0".into()));
    assert_eq!(held["is_approximate"], true);
}

#[test]
fn gases_in_parts_per_billion() {
    let ozone = ["--standard", "GB 3095", "--symbol", "O3", "--averaging", "mda8", "--against", "60 ppb"];
    let on = |day: &'static str| [&ozone[..], &["--on", day]].concat();
    for lang in ["en", "zh"] {
        insta::assert_snapshot!(
            format!("ppb_{lang}"),
            limits(&[&on("2026-05-01")[..], &["--lang", lang]].concat())
        );
    }
    // 60 ppb are more micrograms at 273 K.
    let (before, after) = (json(&on("2017-05-01")), json(&on("2026-05-01")));
    let converted = |held: &Value| held["limits"][0]["converted"].clone();
    assert_eq!(converted(&before)["quantity"]["value"], "128.6");
    assert_eq!(converted(&after)["quantity"]["value"], "117.7");
    assert_eq!(converted(&before)["state"], "273 K");
}

#[test]
fn decibels_have_no_shares() {
    let noise = ["--standard", "GB 3096-2008", "--period", "night", "--zone", "2", "--against", "48 dB(A)"];
    insta::assert_snapshot!("decibels", limits(&noise));
}

#[test]
fn the_strictest() {
    let annual = ["--on", "2026-05-01", "--symbol", "PM2.5", "--averaging", "annual", "--tightest"];
    // The guidelines of the WHO are not in force; asked for by name they are ordered, too.
    assert_eq!(json(&annual)[0]["requirement_text"], "≤ 15");
    let who = ["--standard", "WHO AQG-2021", "--symbol", "PM2.5", "--averaging", "年平均", "--tightest"];
    assert_eq!(json(&who)[0]["requirement_text"], "≤ 5");
    let rotation = [
        "--on",
        "2026-05-01",
        "--symbol",
        "镉",
        "--land",
        "rotation",
        "--ph",
        "7.0",
        "--value",
        "风险筛选值",
        "--tightest",
    ];
    assert_eq!(json(&rotation)[0]["requirement_text"], "≤ 0.3");
}

#[test]
fn names_of_indicators() {
    let symbol = |text: &str| json(&["--on", "2026-05-01", "--symbol", text])[0]["indicator"].clone();
    for text in ["PM2.5", "pm2.5", "Pm25", "细颗粒物", " PM2.5 "] {
        assert_eq!(symbol(text), "PM2.5", "{text}");
    }
    assert_eq!(symbol("nh3-n"), "NH3-N");
    assert_eq!(symbol("75-01-4"), symbol("氯乙烯"));
    assert_eq!(symbol("benzene"), "苯".parse::<eqs::Indicator>().unwrap().symbol());
}
