//! HJ 633: the vectors of both editions.

use eqs_assess::aqi::{Entry, ExcessDigits, Reading, Readings, Report, aqi, sub_index};
use eqs_core::{Averaging, Judgement, Pollutants, Quantity, Reason, Unit};
use eqs_standards::hj633::Hj633;

use crate::vectors::{self, Vector};

const VECTORS: &str = include_str!("../data/hj633-vectors.csv");

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(VECTORS);
    for vector in &vectors {
        match vector.kind.as_str() {
            "iaqi" | "float_trap" | "iaqi_unrounded" | "iaqi_over_top" => single(vector),
            "iaqi_rounded" => rounded(vector),
            "aqi" => whole(vector),
            "category" => category(vector),
            "publish" => publish(vector),
            other => panic!("{}: no runner for {other}", vector.id),
        }
    }
    let counts: Vec<_> = vectors::counts(&vectors).into_iter().collect();
    assert_eq!(
        counts,
        [
            ("aqi", 18),
            ("category", 14),
            ("float_trap", 23),
            ("iaqi", 207),
            ("iaqi_over_top", 19),
            ("iaqi_rounded", 20),
            ("iaqi_unrounded", 2),
            ("publish", 5),
        ]
    );
}

fn editions(vector: &Vector) -> impl Iterator<Item = Hj633> {
    vector.column("edition").split('/').map(|edition| Hj633::named(edition).unwrap())
}

/// `PM2.5_24h=17`: one concentration, one column.
fn single(vector: &Vector) {
    let (name, value) = vector.column("input").split_once('=').unwrap();
    let (symbol, averaging) = name.split_once('_').unwrap();
    for standard in editions(vector) {
        let indicator = symbol.parse().unwrap();
        let column = standard.column(indicator, Averaging::from_code(averaging).unwrap()).unwrap();
        let index = sub_index(column, value.parse().unwrap());
        let expected = vector.parts("expected");
        let Some(index) = index else {
            assert_eq!(expected["iaqi"], "none", "{}", vector.id);
            continue;
        };
        assert_eq!(index.index.to_string(), expected["iaqi"], "{}", vector.id);
        let exact = vector.column("exact").split(' ').next().unwrap();
        if exact != "-" {
            assert_eq!(index.exact.to_string(), exact, "{}", vector.id);
        }
        if let Some(category) = expected.get("category") {
            assert_eq!(standard.category(index.index).unwrap().category_zh, *category, "{}", vector.id);
            let level = expected["level"];
            assert_eq!(standard.category(index.index).unwrap().level_zh, level, "{}", vector.id);
        }
    }
}

/// One concentration with more digits than the edition keeps.
fn rounded(vector: &Vector) {
    let (name, value) = vector.column("input").split_once('=').unwrap();
    let readings = Readings::new(Report::Daily).with(entry(name), value).unwrap();
    let standard = editions(vector).next().unwrap();
    let expected = vector.parts("expected");
    if value.parse::<eqs_core::Decimal>().unwrap().exceeds_places(u8::from(name.starts_with("CO"))) {
        let error = aqi(&standard, &readings).unwrap_err();
        assert!(error.to_string().contains("more decimal places"), "{}: {error}", vector.id);
    }
    let verdict = aqi(&standard, &readings.excess_digits(ExcessDigits::Round)).unwrap();
    let finding = verdict.findings[0];
    assert_eq!(finding.compared.value.to_string(), expected["rounded_input"], "{}", vector.id);
    let Judgement::Index { index, .. } = finding.judgement else { panic!("{}", vector.id) };
    assert_eq!(index.to_string(), expected["iaqi"], "{}", vector.id);
    assert_eq!(standard.category(index).unwrap().category_zh, expected["category"], "{}", vector.id);
}

/// A whole report: all sub-indices, the index, its level and the primary pollutants.
fn whole(vector: &Vector) {
    let report = if vector.column("mode") == "daily" { Report::Daily } else { Report::Hourly };
    let mut readings = Readings::new(report);
    for (name, value) in vector.parts("input") {
        readings = readings.with(entry(name), value).unwrap();
    }
    let standard = editions(vector).next().unwrap();
    let verdict = aqi(&standard, &readings).unwrap();
    let found = verdict.outcome.determined().unwrap();
    let expected = vector.parts("expected");
    assert_eq!(found.value.to_string(), expected["aqi"], "{}", vector.id);
    assert_eq!(found.level.level_zh(), expected["level"], "{}", vector.id);
    assert_eq!(found.level.zh(), expected["category"], "{}", vector.id);
    assert_eq!(names(found.primary), expected["primary"], "{}", vector.id);
    assert_eq!(found.exceeding.map(names).as_deref(), expected.get("exceeding").copied(), "{}", vector.id);

    let indices = vector.parts("exact");
    assert_eq!(verdict.findings.len(), indices.len(), "{}", vector.id);
    for finding in &verdict.findings {
        let Judgement::Index { column, index, .. } = finding.judgement else { panic!("{}", vector.id) };
        let given = if report == Report::Hourly { "1h" } else { column.code() };
        let name = format!("IAQI_{}_{given}", finding.indicator);
        assert_eq!(index.to_string(), indices[name.as_str()], "{} {name}", vector.id);
    }
}

fn category(vector: &Vector) {
    let index = vector.parts("input")["aqi"].parse().unwrap();
    let standard = editions(vector).next().unwrap();
    let category = standard.category(index).unwrap();
    let expected = vector.parts("expected");
    assert_eq!(category.level_zh, expected["level"], "{}", vector.id);
    assert_eq!(category.category_zh, expected["category"], "{}", vector.id);
    assert_eq!(category.level.zh(), category.category_zh, "{}", vector.id);
    assert_eq!(category.level.is_good(), expected["good_day"] == "yes", "{}", vector.id);
    assert_eq!(category.level.is_heavy(), expected["heavy_day"] == "yes", "{}", vector.id);
}

/// 5.3.1 and 5.3.2 of the 2026 edition: what is published when a pollutant has no value.
fn publish(vector: &Vector) {
    let input = vector.parts("input");
    let mut readings = Readings::new(Report::Daily);
    let absent = input.get("missing").or(input.get("not_monitored")).unwrap();
    for (entry, symbol) in [
        (Entry::So2, "SO2"),
        (Entry::No2, "NO2"),
        (Entry::Co, "CO"),
        (Entry::O3EightHours, "O3"),
        (Entry::Pm10, "PM10"),
        (Entry::Pm2_5, "PM2.5"),
    ] {
        let clean_record = input.get("no_light_or_worse_day_led_by_SO2_in_3_years") == Some(&"true");
        readings = match input.get(format!("{symbol}_24h").as_str()) {
            Some(value) => readings.with(entry, value).unwrap(),
            None if symbol != *absent => readings.with(entry, "0").unwrap(),
            None if input.contains_key("not_monitored") => {
                readings.reading(entry, Reading::NotMonitored { clean_record })
            }
            None => readings,
        };
    }
    let verdict = aqi(&editions(vector).next().unwrap(), &readings).unwrap();
    let expected = vector.parts("expected");
    if let Some(found) = verdict.outcome.determined() {
        assert_eq!(found.value.to_string(), expected["published_aqi"], "{}", vector.id);
        assert_eq!(found.value.to_string(), expected["computed_aqi"], "{}", vector.id);
    } else {
        assert_eq!(expected["published_aqi"], "NA", "{}", vector.id);
        let [Reason::MissingNotAbove100 { missing, index, .. }] = verdict.outcome.reasons() else {
            panic!("{}: {:?}", vector.id, verdict.outcome)
        };
        assert_eq!(missing.to_string(), *absent, "{}", vector.id);
        assert_eq!(index.to_string(), expected["computed_aqi"], "{}", vector.id);
    }
}

fn entry(name: &str) -> Entry {
    match name {
        "O3_1h" => Entry::O3OneHour,
        "O3_8h" => Entry::O3EightHours,
        name => match name.split('_').next().unwrap() {
            "SO2" => Entry::So2,
            "NO2" => Entry::No2,
            "CO" => Entry::Co,
            "PM10" => Entry::Pm10,
            "PM2.5" => Entry::Pm2_5,
            other => panic!("{other}"),
        },
    }
}

fn names(pollutants: Pollutants) -> String {
    if pollutants.is_empty() { "none".to_owned() } else { pollutants.to_string().replace(';', "+") }
}

#[test]
fn bad_readings_are_refused_by_name() {
    let standard = Hj633::named("2026").unwrap();
    let daily = || Readings::new(Report::Daily);
    let error = |readings: Readings| aqi(&standard, &readings).unwrap_err().to_string();
    assert_eq!(
        error(daily().with(Entry::Pm10, "-1").unwrap()),
        "pm10: -1 µg/m³ is negative, expected a concentration of 0 or more"
    );
    assert_eq!(
        error(daily().with(Entry::Co, "0.85").unwrap()),
        "co: 0.85 mg/m³ has more decimal places than the 1 that the edition keeps in mg/m³"
    );
    let water = Quantity::parse("3", Unit::MG_PER_L).unwrap();
    assert_eq!(
        error(daily().reading(Entry::No2, Reading::Value(water))),
        "no2: mg/L (mass in water) does not convert to µg/m³ (mass in air)"
    );
    assert!(daily().with(Entry::Pm2_5, "NaN").is_err());
}

#[test]
fn zeros_behind_the_point_are_no_excess_digits() {
    let standard = Hj633::named("2012").unwrap();
    let readings = Readings::new(Report::Hourly).with(Entry::Pm2_5, "75.00").unwrap();
    assert_eq!(aqi(&standard, &readings).unwrap().outcome.determined().unwrap().value, 100);
}

#[test]
fn carbon_monoxide_may_come_in_micrograms() {
    let standard = Hj633::named("2012").unwrap();
    let micrograms = Quantity::parse("2200", Unit::UG_PER_M3).unwrap();
    let readings = Readings::new(Report::Daily).reading(Entry::Co, Reading::Value(micrograms));
    assert_eq!(aqi(&standard, &readings).unwrap().outcome.determined().unwrap().value, 55);
}

#[test]
fn without_any_value_there_is_no_index() {
    for standard in Hj633::all() {
        for report in [Report::Daily, Report::Hourly] {
            let verdict = aqi(&standard, &Readings::new(report)).unwrap();
            assert_eq!(verdict.outcome.reasons(), [Reason::NothingAssessed]);
        }
    }
}

#[test]
fn an_index_of_zero_is_marked_in_2026() {
    let mut readings = Readings::new(Report::Daily);
    for entry in Entry::ALL {
        readings = readings.with(*entry, "0").unwrap();
    }
    for (edition, notes) in [("2012", 0), ("2026", 1)] {
        let verdict = aqi(&Hj633::named(edition).unwrap(), &readings).unwrap();
        assert_eq!(verdict.outcome.determined().unwrap().value, 0);
        assert_eq!(verdict.notes.len(), notes, "{edition}");
    }
}

/// Zeros behind the point overflow nothing: 18 of them are still the value.
#[test]
fn long_zeros_change_nothing() {
    let standard = Hj633::named("2026").unwrap();
    let readings = |pm10, o3| {
        let readings = Readings::new(Report::Daily).with(Entry::Pm10, pm10).unwrap();
        readings.with(Entry::O3EightHours, o3).unwrap().with(Entry::Pm2_5, "80").unwrap()
    };
    let long = aqi(&standard, &readings("0.000000000000000000", "1.00000000000000000")).unwrap();
    let short = aqi(&standard, &readings("0", "1")).unwrap();
    let indices = |verdict: &eqs_core::Verdict<_>| {
        verdict.findings.iter().map(|finding| finding.judgement).collect::<Vec<_>>()
    };
    assert_eq!(indices(&long), indices(&short));
    let column = standard.column(eqs_core::Indicator::PM10, Averaging::Day).unwrap();
    assert_eq!(sub_index(column, "0.000000000000000001".parse().unwrap()).unwrap().index, 1);
}

/// A concentration so high that the 2012 edition calculates no index for it must not look like clean air.
#[test]
fn what_has_no_index_and_no_substitute_is_not_decided() {
    let standard = Hj633::named("2012").unwrap();
    let hour = Readings::new(Report::Hourly).with(Entry::So2, "801").unwrap();
    let hour = hour.with(Entry::Pm2_5, "20").unwrap();
    let verdict = aqi(&standard, &hour).unwrap();
    assert!(matches!(verdict.outcome.reasons(), [Reason::NoIndexAbove { .. }]), "{:?}", verdict.outcome);
    // At 500 nothing can be higher.
    let verdict = aqi(&standard, &hour.with(Entry::Pm2_5, "501").unwrap()).unwrap();
    assert_eq!(verdict.outcome.determined().unwrap().value, 500);

    let day = Readings::new(Report::Daily).with(Entry::O3EightHours, "900").unwrap();
    assert!(aqi(&standard, &day).unwrap().outcome.determined().is_none());
    // With the 1 h value ozone is reported by that.
    let verdict = aqi(&standard, &day.with(Entry::O3OneHour, "810").unwrap()).unwrap();
    assert_eq!(verdict.outcome.determined().unwrap().value, 305);
}

#[test]
fn a_missing_entry_is_named_although_its_pollutant_has_another() {
    let day = Readings::new(Report::Daily).with(Entry::O3OneHour, "120").unwrap();
    let verdict = aqi(&Hj633::named("2012").unwrap(), &day).unwrap();
    let missing =
        eqs_core::Note::MissingEntry { indicator: eqs_core::Indicator::O3, column: Averaging::EightHours };
    assert!(verdict.notes.contains(&missing));
}

#[test]
fn rounding_after_a_conversion_is_rounding() {
    let milligrams = Quantity::parse("0.0355", Unit::MG_PER_M3).unwrap();
    let day = Readings::new(Report::Daily).reading(Entry::Pm2_5, Reading::Value(milligrams));
    let verdict = aqi(&Hj633::named("2012").unwrap(), &day.excess_digits(ExcessDigits::Round)).unwrap();
    assert!(matches!(verdict.findings[0].comparison, eqs_core::Comparison::Rounded { places: 0, .. }));
    assert_eq!(verdict.findings[0].confirmation, eqs_core::Confirmation::B);
}
