//! TLI(Σ): vectors, values as near to the bands as 18 digits come, missing and impossible parameters.

use eqs_assess::trophic_level::{TrophicLevel, TrophicLevelError, trophic_level};
use eqs_core::{
    Confirmation, Decimal, Fraction, Indicator, Measured, Note, Quantity, Reason, Rounding, TrophicState,
    Unit, Verdict,
};
use eqs_standards::trophic_state::TrophicStates;
use proptest::prelude::*;
use serde_json::Value;

fn method() -> TrophicStates {
    TrophicStates::named("2001").unwrap()
}

const KEYS: [(&str, &str); 5] =
    [("chla", "chla"), ("tp", "TP"), ("tn", "TN"), ("sd", "SD"), ("codmn", "CODMn")];

fn measured(symbol: &str, cell: &str) -> (Indicator, Measured) {
    let indicator = Indicator::of(symbol);
    let unit = method().parameter(indicator).unwrap().unit;
    (indicator, Measured::parse(cell, unit).unwrap().unwrap())
}

fn judge(lake: &[(&str, &str)]) -> Verdict<TrophicLevel> {
    let lake: Vec<_> = lake.iter().map(|(symbol, cell)| measured(symbol, cell)).collect();
    trophic_level(method(), &lake).unwrap()
}

fn index(lake: &[(&str, &str)], places: u8) -> String {
    judge(lake).outcome.determined().unwrap().index.round(places).unwrap().to_string()
}

fn decimal(value: &Value) -> Decimal {
    value.as_str().unwrap().parse().unwrap()
}

pub(crate) fn vector(id: &str, input: &Value, expected: &Value) {
    let given = |(key, symbol): &(&str, &str)| Some(measured(symbol, input.get(key)?.as_str()?));
    let lake: Vec<_> = KEYS.iter().filter_map(given).collect();
    let verdict = trophic_level(method(), &lake).unwrap();
    let level = verdict.outcome.determined().unwrap();
    assert_eq!(level.index.round(4).unwrap(), decimal(&expected["tli"]), "{id}");
    assert_eq!(level.state.zh(), expected["grade"], "{id}");
    let parts = expected["parts"].as_object().unwrap();
    assert_eq!(level.parts.len(), parts.len(), "{id}");
    for part in &level.parts {
        let (key, _) = KEYS.iter().find(|(_, symbol)| *symbol == part.indicator.symbol()).unwrap();
        assert_eq!(part.index.round(4).unwrap(), decimal(&parts[*key]), "{id} {key}");
    }
    let grade = if lake.len() == KEYS.len() { Confirmation::A } else { Confirmation::B };
    assert_eq!(verdict.confirmation(), grade, "{id}");
}

pub(crate) fn weights(id: &str, expected: &Value) {
    let verdict = judge(&KEYS.map(|(_, symbol)| (symbol, "1")));
    let parts = &verdict.outcome.determined().unwrap().parts;
    for (part, (key, _)) in parts.iter().zip(KEYS) {
        let weight = part.weight.round(6, Rounding::HalfEven).unwrap();
        assert_eq!(weight, decimal(&expected[key]), "{id} {key}");
    }
    let sum = parts.iter().try_fold(Fraction::ZERO, |sum, part| sum.checked_add(part.weight));
    assert_eq!(sum, Some(Fraction::from(1)), "{id}");
}

/// Digits by a program for logarithms of any precision, which is independent of this one.
#[test]
fn fifteen_decimals_are_right() {
    let reservoir = [("chla", "10"), ("TP", "0.05"), ("TN", "1.0"), ("SD", "1.0"), ("CODMn", "4.0")];
    assert_eq!(index(&reservoir, 15), "48.018097518800078");
    let lake = [("chla", "12.5"), ("TP", "0.04"), ("TN", "1.5"), ("SD", "0.9"), ("CODMn", "4.8")];
    assert_eq!(index(&lake, 15), "50.476998575641145");
    assert_eq!(index(&[("TP", "0.0005"), ("CODMn", "0.25")], 15), "-32.398732553744601");
    assert!(judge(&lake).outcome.determined().unwrap().index.round(17).is_err()); // 19 digits
}

/// The last of 18 digits of chlorophyll a decides; its logarithm needs more than 64 bits to tell.
#[test]
fn the_exact_index_is_held_against_the_bands() {
    use TrophicState::{HeavilyEutrophic, LightlyEutrophic, Mesotrophic, ModeratelyEutrophic, Oligotrophic};
    for (edge, below, above, states) in [
        ("30", "1.58471591295766147", "1.58471591295766148", [Oligotrophic, Mesotrophic]),
        ("50", "9.99440846079571980", "9.99440846079571981", [Mesotrophic, LightlyEutrophic]),
        ("60", "25.0992030782773604", "25.0992030782773605", [LightlyEutrophic, ModeratelyEutrophic]),
        ("70", "63.0322442429425906", "63.0322442429425907", [ModeratelyEutrophic, HeavilyEutrophic]),
    ] {
        for (cell, state) in [below, above].into_iter().zip(states) {
            let verdict = judge(&[("chla", cell)]);
            let level = verdict.outcome.determined().unwrap();
            assert_eq!(level.state, state, "{cell}");
            assert_eq!(level.index.round(4).unwrap().to_string(), format!("{edge}.0000"));
            assert_eq!(level.index.compare(edge.parse().unwrap()).is_gt(), cell == above);
        }
    }
}

/// Where all logarithms are 0 the index is its constant; that of transparency and permanganate index is 26.135.
#[test]
fn without_logarithms_the_index_is_exact() {
    assert_eq!(index(&[("chla", "1")], 10), "25.0000000000");
    assert_eq!(index(&[("SD", "1"), ("CODMn", "1.0")], 2), "26.14");
    assert_eq!(index(&[("SD", "1"), ("CODMn", "1.0")], 3), "26.135");
    let verdict = judge(&[("SD", "1"), ("CODMn", "1.0")]);
    let level = verdict.outcome.determined().unwrap();
    assert!(level.index.compare("26.135".parse().unwrap()).is_eq());
}

/// What `TrophicIndex` relies on for its bounds to come to a decision.
#[test]
fn constants_are_finite_decimals_of_single_parameters_and_of_one_pair() {
    let mut finite = Vec::new();
    for set in 1_u32..1 << KEYS.len() {
        let chosen = method().parameters().iter().enumerate().filter(|(at, _)| set >> at & 1 == 1);
        let (mut sum, mut constant) = (Fraction::ZERO, Fraction::ZERO);
        for (_, parameter) in chosen {
            let square = parameter.r_squared.to_fraction();
            sum = sum.checked_add(square).unwrap();
            let part = parameter.constant.to_fraction().checked_mul(square).unwrap();
            constant = constant.checked_add(part).unwrap();
        }
        if constant.checked_div(sum).unwrap().to_decimal().is_some() {
            finite.push(set);
        }
    }
    assert_eq!(finite, [0b1, 0b10, 0b100, 0b1000, 0b10000, 0b11000]);
    let factors = [3, 4].map(|at| method().parameters()[at].factor.to_string());
    assert_eq!(factors, ["-1.94", "2.661"]); // 1940 and 2661 have no common divisor
}

#[test]
fn missing_parameters_are_noted() {
    let words = |lake: &[(&str, &str)]| -> Vec<&str> {
        let word = |note: &Note| match note {
            Note::Reading { word_en, .. } => *word_en,
            other => panic!("{other:?}"),
        };
        judge(lake).notes.iter().map(word).collect()
    };
    assert_eq!(words(&KEYS.map(|(_, symbol)| (symbol, "2"))), [""; 0]);
    assert_eq!(words(&[("chla", "2"), ("TP", "0.1")]), ["missing parameters"]);
    assert_eq!(words(&[("TN", "2"), ("TP", "0.1")]), ["missing parameters", "base parameter"]);
    assert_eq!(judge(&[]).outcome.reasons(), [Reason::NothingAssessed]);
    let open = judge(&[("TP", "ND")]);
    assert_eq!(open.outcome.reasons(), [Reason::NothingAssessed]);
    assert_eq!(open.notes, [Note::NoDetectionLimit(Indicator::TP)]);
}

#[test]
fn what_was_not_detected_counts_half_its_limit() {
    let lake = [("chla", "4"), ("TN", "1"), ("SD", "2"), ("CODMn", "3")];
    let with = |cell| {
        let lake: Vec<_> = lake.into_iter().chain([("TP", cell)]).collect();
        let verdict = judge(&lake);
        (verdict.outcome.determined().unwrap().index.round(9).unwrap(), verdict.confirmation())
    };
    let (half, confirmation) = with("0.01L");
    assert_eq!((half, confirmation), (with("0.005").0, Confirmation::B));
    assert_eq!(with("0.005").1, Confirmation::A);
    // Without a limit it is missing.
    assert_eq!(with("ND").0, judge(&lake).outcome.determined().unwrap().index.round(9).unwrap());
}

#[test]
fn bad_values_are_refused() {
    let judge = |lake: &[(Indicator, Measured)]| trophic_level(method(), lake).unwrap_err();
    for cell in ["0", "0.000", "-2", "0L"] {
        let (indicator, given) = measured("chla", cell);
        let error = judge(&[(indicator, given)]);
        assert_eq!(error, TrophicLevelError::NotPositive { indicator, given: given.into() }, "{cell}");
    }
    let zero = judge(&[measured("chla", "0")]).to_string();
    assert_eq!(zero, "chla: 0 µg/L has no logarithm, expected more than 0");
    let tp = measured("TP", "0.1");
    assert_eq!(judge(&[tp, tp]), TrophicLevelError::Twice(Indicator::TP));
    assert_eq!(judge(&[(Indicator::DO, tp.1)]), TrophicLevelError::NotAParameter(Indicator::DO));
    for wrong in
        [Measured::Value(Quantity::parse("10", Unit::MG_PER_M3).unwrap()), Measured::NotDetected(Unit::NONE)]
    {
        let error = judge(&[(Indicator::of("chla"), wrong)]);
        assert!(matches!(error, TrophicLevelError::Unit { .. }), "{error}");
    }
}

proptest! {
    /// Units convert, order does not matter, and more of a nutrient never lowers the index.
    #[test]
    fn more_is_never_less(tp in 1_i64..10_000, more in 1_i64..10_000, chla in 1_i64..1_000_000) {
        let value = |mantissa, places, unit| Measured::Value(Quantity::new(Decimal::new(mantissa, places), unit));
        let algae = (Indicator::of("chla"), value(chla, 3, Unit::UG_PER_L));
        let judge = |lake: &[(Indicator, Measured)]| {
            let verdict = trophic_level(method(), lake).unwrap();
            let level = verdict.outcome.determined().unwrap();
            (level.state, level.index.round(9).unwrap())
        };
        let one = judge(&[algae, (Indicator::TP, value(tp, 4, Unit::MG_PER_L))]);
        let other = judge(&[(Indicator::TP, value(tp, 1, Unit::UG_PER_L)), algae]);
        prop_assert_eq!(one, other);
        let higher = judge(&[algae, (Indicator::TP, value(tp + more, 4, Unit::MG_PER_L))]);
        prop_assert!(higher.0 >= one.0 && higher.1 > one.1);
    }
}
