//! Vectors of trophic states, changes, shares, sources and rates, and the sentences of these.

use std::fmt::Write as _;

use eqs_assess::air::printed_change;
use eqs_assess::attainment_rate::{AttainmentRateError, attainment_rate, attainment_rate_by_volume};
use eqs_assess::drinking_source::drinking_source;
use eqs_assess::function_attainment::function_attainment;
use eqs_assess::share::Share;
use eqs_assess::surface_water::WaterOptions;
use eqs_assess::trophic_level::trophic_level;
use eqs_assess::water_change::{ChangeLimits, Proportions, WaterChange, level_change, proportion_change};
use eqs_core::{
    Confirmation, Decimal, Fraction, Indicator, Lang, Measured, Phrase, Quantity, Rounding, Statistic, Unit,
    WaterBody, WaterClass, WaterStatus,
};
use eqs_standards::gb3838::Gb3838;
use eqs_standards::trophic_state::TrophicStates;
use serde_json::Value;

use crate::{class_shares, drinking_source as sources, trophic_level as trophic, vectors};

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/water-methods-vectors.csv"));
    for vector in &vectors {
        let json = |column| -> Value { serde_json::from_str(vector.column(column)).unwrap() };
        let (id, input, expected) = (vector.id.as_str(), json("input_json"), json("expected_json"));
        match vector.kind.as_str() {
            "tli" => trophic::vector(id, &input, &expected),
            "tli_weights" => trophic::weights(id, &expected),
            "trend_grade" => level(id, &input, &expected),
            "trend_gd" => proportions(id, &input, &expected, vector.column("confidence")),
            "share" => class_shares::vector(id, &input, &expected),
            "pp_difference" => points(id, &input, &expected),
            "pct_decline" => decline(id, &input, &expected),
            "drinking_source" => sources::vector(id, &input, &expected),
            "volume_attainment" => volumes(id, &input, &expected),
            other => panic!("{id}: no runner for {other}"),
        }
    }
    let counts: Vec<_> = vectors::counts(&vectors).into_iter().collect();
    let expected =
        [("drinking_source", 3), ("pct_decline", 2), ("pp_difference", 6), ("share", 3), ("tli", 11)];
    let others = [("tli_weights", 1), ("trend_gd", 8), ("trend_grade", 4), ("volume_attainment", 1)];
    assert_eq!(counts, [&expected[..], &others].concat());
}

fn level(id: &str, input: &Value, expected: &Value) {
    let status = |key: &str| {
        let word = input[key].as_str().unwrap();
        *WaterStatus::ALL.iter().find(|status| status.zh() == word).unwrap()
    };
    assert_eq!(level_change(status("before"), status("after")).zh(), expected["change"], "{id}");
}

fn proportions(id: &str, input: &Value, expected: &Value, confidence: &str) {
    let share = |key: &str| Share::new(Statistic::ShareOfSections, decimal(&input[key])).unwrap();
    let before = Proportions { good: share("g1"), worse_than_v: share("d1") };
    let after = Proportions { good: share("g2"), worse_than_v: share("d2") };
    let found = proportion_change(before, after, ChangeLimits::TenAndTwenty).unwrap();
    assert_eq!(found.points, decimal(&expected["dG_minus_dD"]).to_fraction(), "{id}");
    assert_eq!(found.change.unwrap().zh(), expected["change"], "{id}");
    assert_eq!(found.confirmation.to_string(), confidence, "{id}");
    // The limit of 10 is not used unless it is asked for.
    let without = proportion_change(before, after, ChangeLimits::Twenty).unwrap();
    assert_eq!(without.change, found.change.filter(|_| found.confirmation == Confirmation::B), "{id}");
}

fn points(id: &str, input: &Value, expected: &Value) {
    let share = |value: &Value| Share::new(Statistic::ShareOfRiverLength, decimal(value)).unwrap();
    let points = share(&input["value_pct"]).points_since(share(&expected["base_pct"])).unwrap();
    assert_eq!(points, decimal(&input["change_pp"]).to_fraction(), "{id}");
}

fn decline(id: &str, input: &Value, expected: &Value) {
    let figure = |value: &Value| Quantity::new(decimal(value), Unit::MG_PER_L);
    let change = printed_change(figure(&input["value"]), figure(&expected["base"])).unwrap();
    let printed = change.of_figures.round(1, Rounding::HalfEven).unwrap();
    assert_eq!(printed.abs(), decimal(&input["base_implied_from_pct"]), "{id}");
    assert!(printed.is_negative(), "{id}");
}

fn volumes(id: &str, input: &Value, expected: &Value) {
    let source = |source: &Value| {
        let volume = Quantity::new(decimal(&source["volume"]), Unit::of("10^4m³"));
        (volume, Some(source["meets"].as_bool().unwrap()))
    };
    let rate = attainment_rate_by_volume(input["sources"].as_array().unwrap().iter().map(source)).unwrap();
    assert_eq!(rate.assessed, decimal(&expected["total"]).to_fraction(), "{id}");
    assert_eq!(rate.printed(), Some(decimal(&expected["attainment_pct"])), "{id}");
}

/// All 25 pairs: the sign by the order, the size by the levels between.
#[test]
fn every_pair_of_levels() {
    for (from, before) in WaterStatus::ALL.iter().enumerate() {
        for (to, after) in WaterStatus::ALL.iter().enumerate() {
            let expected = match (from.abs_diff(to), to < from) {
                (0, _) => WaterChange::NoMarkedChange,
                (1, true) => WaterChange::SomewhatBetter,
                (_, true) => WaterChange::MarkedlyBetter,
                (1, false) => WaterChange::SomewhatWorse,
                (_, false) => WaterChange::MarkedlyWorse,
            };
            assert_eq!(level_change(*before, *after), expected);
        }
    }
}

#[test]
fn proportions_on_and_beside_the_limits() {
    let share = |percent: Fraction| Share::new(Statistic::ShareOfSections, percent).unwrap();
    let change = |points: Fraction, limits| {
        let half = Fraction::from(50);
        let none = share(Fraction::ZERO);
        let (before, after) = (share(half), share(half.checked_add(points).unwrap()));
        let of = |good| Proportions { good, worse_than_v: none };
        proportion_change(of(before), of(after), limits).unwrap()
    };
    let tiny = Fraction::new(1, 3_000_000).unwrap();
    for (limit, on, beyond) in [
        (10, WaterChange::NoMarkedChange, WaterChange::SomewhatBetter),
        (20, WaterChange::SomewhatBetter, WaterChange::MarkedlyBetter),
        (-10, WaterChange::NoMarkedChange, WaterChange::SomewhatWorse),
        (-20, WaterChange::SomewhatWorse, WaterChange::MarkedlyWorse),
    ] {
        let limit = Fraction::from(limit);
        let step = if limit.is_negative() { Fraction::ZERO.checked_sub(tiny).unwrap() } else { tiny };
        let further = limit.checked_add(step).unwrap();
        assert_eq!(change(limit, ChangeLimits::TenAndTwenty).change, Some(on));
        assert_eq!(change(further, ChangeLimits::TenAndTwenty).change, Some(beyond));
        assert_eq!(change(limit, ChangeLimits::Twenty).change, None);
    }
    let lengths = Share::new(Statistic::ShareOfRiverLength, Fraction::from(50)).unwrap();
    let sections = share(Fraction::from(50));
    let mixed = [
        (
            Proportions { good: lengths, worse_than_v: sections },
            Proportions { good: lengths, worse_than_v: sections },
        ),
        (
            Proportions { good: lengths, worse_than_v: lengths },
            Proportions { good: sections, worse_than_v: sections },
        ),
        (
            Proportions { good: lengths, worse_than_v: lengths },
            Proportions { good: lengths, worse_than_v: sections },
        ),
    ];
    for (before, after) in mixed {
        assert!(proportion_change(before, after, ChangeLimits::Twenty).is_err());
    }
}

#[test]
fn rates_of_nothing_and_of_no_volume() {
    let nothing = attainment_rate([None, None]);
    assert_eq!((nothing.percent(), nothing.undetermined), (None, 2));
    assert_eq!(nothing.confirmation, Confirmation::C);
    let volume = |text, unit| (Quantity::parse(text, Unit::of(unit)).unwrap(), Some(true));
    for bad in [volume("-1", "10^4m³"), volume("1", "km")] {
        assert_eq!(attainment_rate_by_volume([bad]), Err(AttainmentRateError::NoVolume(bad.0)));
    }
    let open = (volume("3", "10^8m³").0, None);
    let rate = attainment_rate_by_volume([volume("1", "10^8m³"), open]).unwrap();
    assert_eq!((rate.assessed, rate.undetermined), (Fraction::from(10_000), 1));
    assert_eq!(rate.printed().unwrap().to_string(), "100.0");
}

#[test]
fn sentences() {
    let mut said = String::new();
    let mut both = |phrase: &dyn Phrase| {
        for lang in [Lang::Zh, Lang::En] {
            struct Said<'a>(&'a dyn Phrase, Lang);
            impl std::fmt::Display for Said<'_> {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    self.0.write(self.1, f)
                }
            }
            writeln!(said, "{}", Said(phrase, lang)).unwrap();
        }
        said.push('\n');
    };
    let read = |cell: &str, unit| Measured::parse(cell, unit).unwrap().unwrap();
    let lake = [
        (Indicator::TP, read("0.01L", Unit::MG_PER_L)),
        (Indicator::TN, read("1.5", Unit::MG_PER_L)),
        (Indicator::of("SD"), read("90", Unit::of("cm"))),
        (Indicator::CODMN, read("ND", Unit::MG_PER_L)),
    ];
    both(&trophic_level(TrophicStates::named("2001").unwrap(), &lake).unwrap());

    let standard = Gb3838::named("2002").unwrap();
    let sample = [
        (Indicator::PH, read("9.2", Unit::NONE)),
        (Indicator::DO, read("5.5", Unit::MG_PER_L)),
        (Indicator::CODMN, read("5.2", Unit::MG_PER_L)),
        (Indicator::TP, read("0.1", Unit::MG_PER_L)),
        (Indicator::of("Hg"), read("0.0002L", Unit::MG_PER_L)),
        (Indicator::TN, read("3", Unit::MG_PER_L)),
    ];
    let (body, options) = (WaterBody::River, WaterOptions::default());
    both(&function_attainment(standard, body, WaterClass::II, &sample, options).unwrap());
    both(&function_attainment(standard, body, WaterClass::III, &sample[1..5], options).unwrap());
    both(&function_attainment(standard, body, WaterClass::IV, &sample[1..4], options).unwrap());

    let iron = ("铁".parse().unwrap(), read("0.35", Unit::MG_PER_L));
    let source: Vec<_> = sample[2..4].iter().copied().chain([iron]).collect();
    both(&drinking_source(standard, body, &source, options).unwrap());

    let rate = attainment_rate([Some(true), None]);
    both(&rate);
    let volume = Quantity::parse("451.05", Unit::of("10^4m³")).unwrap();
    both(&attainment_rate_by_volume([(volume, Some(true))]).unwrap());
    both(&attainment_rate([]));
    let share =
        |percent: &str| Share::new(Statistic::ShareOfSections, percent.parse::<Decimal>().unwrap()).unwrap();
    for (good, limits) in [
        ("60", ChangeLimits::Twenty),
        ("50", ChangeLimits::Twenty),
        ("45", ChangeLimits::Twenty),
        ("45", ChangeLimits::TenAndTwenty),
        ("75.5", ChangeLimits::Twenty),
    ] {
        let of = |good| Proportions { good: share(good), worse_than_v: share("5") };
        both(&proportion_change(of("50"), of(good), limits).unwrap());
    }
    insta::assert_snapshot!(said);
}

/// Indices with four decimals, shares by name, fractions as they are.
#[cfg(feature = "serde")]
#[test]
fn results_are_json() {
    use eqs_assess::class_shares::class_shares;
    use eqs_core::WaterGrade;

    let algae = Quantity::parse("10", Unit::UG_PER_L).unwrap();
    let level =
        trophic_level(TrophicStates::named("2001").unwrap(), &[(Indicator::of("chla"), algae)]).unwrap();
    let reach = |grade, length| (grade, Quantity::parse(length, Unit::of("km")).unwrap());
    let reaches = [reach(WaterGrade::II, "2"), reach(WaterGrade::WorseThanV, "1")];
    let shares = class_shares(Statistic::ShareOfRiverLength, &reaches).unwrap();
    let all = (level, shares, attainment_rate([Some(false)]));
    insta::assert_snapshot!(serde_json::to_string_pretty(&all).unwrap());
}
