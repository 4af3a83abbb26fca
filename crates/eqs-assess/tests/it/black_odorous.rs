//! Black and odorous water: vectors, every edge of the four indicators, shallow water, shares of readings and points.

use eqs_assess::black_odorous::{
    BlackOdorousError, Degree, DegreeFinding, HeavyShare, Stretch, Tally, point, reading, water_body,
};
use eqs_core::{Confirmation, Decimal, Indicator, Lang, Note, Phrase, Quantity, Reason, Unit, Verdict};
use eqs_standards::black_odorous::BlackOdorousWater;
use proptest::prelude::*;
use serde_json::Value;

use crate::vectors::{self, Vector};

/// The indicators by the names of the vectors.
const NAMES: [(&str, &str); 4] = [("SD", "sd"), ("DO", "do"), ("ORP", "orp"), ("NH3-N", "nh3n")];

fn guideline() -> BlackOdorousWater {
    BlackOdorousWater::named("2015").unwrap()
}

fn value(symbol: &str, number: &str) -> (Indicator, Quantity) {
    let item = guideline().item(Indicator::of(symbol)).unwrap();
    (item.indicator, Quantity::parse(number, item.unit).unwrap())
}

fn centimetres(number: &str) -> Quantity {
    Quantity::parse(number, Unit::of("cm")).unwrap()
}

fn judge(values: &[(&str, &str)], depth: Option<&str>) -> Verdict<Degree, DegreeFinding> {
    let values: Vec<_> = values.iter().map(|(symbol, number)| value(symbol, number)).collect();
    reading(guideline(), &values, depth.map(centimetres)).unwrap()
}

fn degree(symbol: &str, number: &str, depth: Option<&str>) -> Degree {
    *judge(&[(symbol, number)], depth).outcome.determined().unwrap()
}

fn json(vector: &Vector, column: &str) -> Value {
    serde_json::from_str(vector.column(column)).unwrap()
}

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/black-odorous-vectors.csv"));
    for vector in &vectors {
        let input = json(vector, "input_json");
        let (name, found) = match vector.kind.as_str() {
            "black_odorous_single_reading" => ("worst_level", single(&input)),
            "black_odorous_point" => ("point", of_point(&input)),
            "black_odorous_water_body" => ("water_body", of_body(&input)),
            other => panic!("{}: no runner for {other}", vector.id),
        };
        assert_eq!(json(vector, "expected_json")[name], found.code(), "{}", vector.id);
    }
    let counts: Vec<_> = vectors::counts(&vectors).into_iter().collect();
    let expected =
        [("black_odorous_point", 2), ("black_odorous_single_reading", 8), ("black_odorous_water_body", 2)];
    assert_eq!(counts, expected);
}

fn single(input: &Value) -> Degree {
    let cell = |name: &str| input[name].as_str().unwrap();
    let values = NAMES.map(|(symbol, name)| (symbol, cell(if name == "sd" { "sd_cm" } else { name })));
    *judge(&values, Some(cell("depth_cm"))).outcome.determined().unwrap()
}

/// The readings that are not heavy are light.
fn of_point(input: &Value) -> Degree {
    let count = |value: &Value| u32::try_from(value.as_u64().unwrap()).unwrap();
    let all = count(&input["readings_per_indicator"]);
    let tallies = NAMES.map(|(symbol, name)| {
        let heavy = count(&input["heavy_counts"][name]);
        Tally { indicator: Indicator::of(symbol), none: 0, light: all - heavy, heavy }
    });
    *point(guideline(), &tallies).unwrap().outcome.determined().unwrap()
}

/// The heavy points lie apart from one another as far as they can.
fn of_body(input: &Value) -> Degree {
    let (all, heavy) = (input["points"].as_u64().unwrap(), input["heavy_points"].as_u64().unwrap());
    let points: Vec<_> = (0..all)
        .map(|at| if (at + 1) * heavy / all > at * heavy / all { Degree::Heavy } else { Degree::Light })
        .collect();
    let verdict = water_body(guideline(), &points);
    let body = verdict.outcome.determined().unwrap();
    assert_eq!(body.heavy_stretches, []);
    body.degree
}

/// Values on both sides of and on each end, with the grade of the end.
#[test]
fn ends_have_owners_and_grades() {
    use Degree::{Heavy, Light, None as Neither};
    let step = Decimal::new(1, 9);
    for (symbol, end, below, on, above, grade) in [
        ("SD", "10", Heavy, Light, Light, "A"),
        ("SD", "25", Light, Neither, Neither, "B"),
        ("DO", "0.2", Heavy, Light, Light, "A"),
        ("DO", "2.0", Light, Neither, Neither, "B"),
        ("ORP", "-200", Heavy, Light, Light, "A"),
        ("ORP", "50", Light, Neither, Neither, "C"),
        ("NH3-N", "8.0", Neither, Neither, Light, "B"),
        ("NH3-N", "15", Light, Light, Heavy, "A"),
    ] {
        let end: Decimal = end.parse().unwrap();
        let judge = |value: Decimal| judge(&[(symbol, &value.to_string())], Some("100"));
        let [left, at, right] =
            [end.checked_sub(step).unwrap(), end, end.checked_add(step).unwrap()].map(judge);
        let degrees = [&left, &at, &right].map(|verdict| *verdict.outcome.determined().unwrap());
        assert_eq!(degrees, [below, on, above], "{symbol} {end}");
        let grades = [&left, &at, &right].map(|verdict| verdict.findings[0].confirmation.code());
        assert_eq!(grades, ["A", grade, "A"], "{symbol} {end}");
        assert_eq!(at.notes.len(), usize::from(grade == "C"), "{symbol} {end}");
    }
}

#[test]
fn shallow_water_has_ends_of_its_own() {
    for (transparency, depth, expected) in [
        ("7.999", "20", Degree::Heavy),
        ("8", "20", Degree::Light), // 40 %
        ("19.9", "20", Degree::Light),
        ("20", "20", Degree::None), // clear to the bottom
        ("9.9", "24.9", Degree::Heavy),
        ("9.96", "24.9", Degree::Light),
        ("9.99", "25", Degree::Heavy),
        ("10", "25", Degree::Light),
    ] {
        let verdict = judge(&[("SD", transparency)], Some(depth));
        assert_eq!(verdict.outcome.determined(), Some(&expected), "{transparency} in {depth}");
        let is_shallow = depth != "25";
        assert_eq!(verdict.notes.len(), usize::from(is_shallow));
        assert_eq!(verdict.findings[0].confirmation == Confirmation::B, is_shallow);
    }
    // Nothing else depends on the depth.
    assert_eq!(judge(&[("DO", "1")], Some("5")).notes, []);
}

#[test]
fn without_a_depth_a_low_transparency_is_noted() {
    assert_eq!(degree("SD", "24.9", None), Degree::Light);
    assert!(matches!(judge(&[("SD", "24.9")], None).notes[..], [Note::Reading { .. }]));
    assert_eq!(judge(&[("SD", "25")], None).notes, []);
}

#[test]
fn bad_readings_are_refused_in_both_languages() {
    let refused = |values: &[_], depth| reading(guideline(), values, depth).unwrap_err();
    let mg = |number| Quantity::parse(number, Unit::MG_PER_L).unwrap();
    let errors = [
        refused(&[value("DO", "-0.1")], None),
        refused(&[value("SD", "9")], Some(centimetres("0"))),
        refused(&[value("SD", "9")], Some(mg("20"))),
        refused(&[value("SD", "9")], Some(centimetres("0.000000000000000001"))),
        refused(&[(Indicator::of("SD"), mg("9"))], None),
        refused(&[(Indicator::DO, Quantity::parse("0.0000000000000001", Unit::UG_PER_L).unwrap())], None),
        refused(&[(Indicator::TP, mg("9"))], None),
        refused(&[value("DO", "1"), value("DO", "1")], None),
    ];
    let said: Vec<_> = errors
        .iter()
        .flat_map(|error| [Lang::Zh, Lang::En].map(|lang| error.say(lang).to_string()))
        .collect();
    insta::assert_snapshot!(said.join("\n"));
    assert_eq!(degree("ORP", "-1", None), Degree::Light);
    // Metres convert.
    let metres = (Indicator::of("SD"), Quantity::parse("0.3", Unit::of("m")).unwrap());
    assert_eq!(reading(guideline(), &[metres], None).unwrap().outcome.determined(), Some(&Degree::None));
}

#[test]
fn shares_of_readings_count_from_their_ends_on() {
    let tally =
        |symbol, heavy, all| Tally { indicator: Indicator::of(symbol), none: 0, light: all - heavy, heavy };
    let of = |tallies: &[Tally]| *point(guideline(), tallies).unwrap().outcome.determined().unwrap();
    assert_eq!(of(&[tally("DO", 3, 5)]), Degree::Heavy);
    assert_eq!(of(&[tally("DO", 599, 1000)]), Degree::Light);
    assert_eq!(of(&[tally("DO", 3, 10), tally("SD", 3, 10)]), Degree::Heavy);
    assert_eq!(of(&[tally("DO", 3, 10), tally("SD", 299, 1000)]), Degree::Light);
    assert_eq!(of(&[tally("DO", 1, 3), tally("SD", 1, 3), tally("ORP", 0, 3)]), Degree::Heavy);
    assert_eq!(of(&[tally("DO", 5, 10), tally("SD", 2, 10), tally("ORP", 2, 10)]), Degree::Light);
    let clean = Tally { indicator: Indicator::DO, none: 3, light: 0, heavy: 0 };
    assert_eq!(of(&[clean]), Degree::None);
    assert_eq!(of(&[Tally { light: 1, ..clean }]), Degree::Light);
}

#[test]
fn points_need_readings_and_rounds() {
    let judge = |tallies: &[Tally]| point(guideline(), tallies);
    let oxygen = Tally { indicator: Indicator::DO, none: 0, light: 3, heavy: 0 };
    assert_eq!(judge(&[oxygen]).unwrap().notes, []);
    let two = judge(&[oxygen, Tally { indicator: Indicator::NH3_N, light: 2, ..oxygen }]).unwrap();
    assert!(matches!(two.notes[..], [Note::TooFew { given: 2, needed: 3, .. }]));
    for tallies in [&[][..], &[Tally { light: 0, ..oxygen }]] {
        assert_eq!(judge(tallies).unwrap().outcome.reasons(), [Reason::NothingAssessed]);
    }
    let other = Tally { indicator: Indicator::TP, ..oxygen };
    assert_eq!(judge(&[other]), Err(BlackOdorousError::NotInTable(Indicator::TP)));
    assert_eq!(judge(&[oxygen, oxygen]), Err(BlackOdorousError::Twice(Indicator::DO)));
}

#[test]
fn readings_are_counted() {
    let rounds = [("1", "20"), ("0.1", "14"), ("3", "14")]
        .map(|(oxygen, ammonia)| judge(&[("DO", oxygen), ("NH3-N", ammonia)], None));
    let tallies = Tally::of(rounds.iter().flat_map(|round| &round.findings));
    let expected = [
        Tally { indicator: Indicator::DO, none: 1, light: 1, heavy: 1 },
        Tally { indicator: Indicator::NH3_N, none: 0, light: 2, heavy: 1 },
    ];
    assert_eq!(tallies, expected);
    let verdict = point(guideline(), &tallies).unwrap();
    assert_eq!(verdict.outcome.determined(), Some(&Degree::Heavy));
    let reached: Vec<_> = verdict.findings.iter().map(|share: &HeavyShare| share.reached).collect();
    assert_eq!(reached, [Some(30), Some(30)]);
}

#[test]
fn stretches_and_whole_waters() {
    let points = |letters: &str| -> Vec<Degree> {
        let degree = |letter| match letter {
            'h' => Degree::Heavy,
            'l' => Degree::Light,
            _ => Degree::None,
        };
        letters.chars().map(degree).collect()
    };
    for (letters, expected, stretches) in [
        ("hhhll", Degree::Heavy, &[][..]), // exactly 60 %
        ("hhhlllhhlhh", Degree::Heavy, &[]),
        ("lhhhlll", Degree::Light, &[(2, 4)]),
        ("hhhllhhhhllllll", Degree::Light, &[(1, 3), (6, 9)]),
        ("hhlhlll", Degree::Light, &[]),
        ("nnlnn", Degree::Light, &[]),
        ("nnn", Degree::None, &[]),
    ] {
        let verdict = water_body(guideline(), &points(letters));
        let body = verdict.outcome.determined().unwrap();
        let found: Vec<_> =
            body.heavy_stretches.iter().map(|Stretch { first, last }| (*first, *last)).collect();
        assert_eq!((body.degree, found.as_slice()), (expected, stretches), "{letters}");
        assert_eq!(verdict.notes, []);
    }
    assert!(matches!(water_body(guideline(), &points("hh")).notes[..], [Note::TooFew { given: 2, .. }]));
    let nothing = water_body(guideline(), &[]);
    assert_eq!(nothing.outcome.reasons(), [Reason::NothingAssessed]);
    assert!(nothing.findings.is_empty() && nothing.notes.is_empty());
}

#[test]
fn sentences() {
    let values = [("SD", "7"), ("DO", "1.5"), ("ORP", "50"), ("NH3-N", "15.1")];
    let of_reading = judge(&values, Some("20"));
    let mut in_metres = judge(&[("SD", "7")], None);
    let metres = (Indicator::of("SD"), Quantity::parse("0.07", Unit::of("m")).unwrap());
    in_metres.findings.extend(reading(guideline(), &[metres], None).unwrap().findings);
    let of_point = point(guideline(), &Tally::of(&of_reading.findings)).unwrap();
    let of_body = water_body(guideline(), &[Degree::Heavy, Degree::Light]);
    let of_whole = water_body(guideline(), &[Degree::Heavy; 3]);
    let said = [Lang::Zh, Lang::En].map(|lang| {
        let (reading, metres) = (of_reading.say(lang), in_metres.say(lang));
        let (point, body, whole) = (of_point.say(lang), of_body.say(lang), of_whole.say(lang));
        format!("{reading}\n{metres}\n{point}\n{body}\n{whole}")
    });
    insta::assert_snapshot!(said.join("\n"));
}

proptest! {
    #[test]
    fn one_more_indicator_never_improves_a_reading_and_order_does_not_matter(
        numbers in prop::array::uniform4(0_i64..30_000), depth in prop::option::of(1_i64..5_000)
    ) {
        let mut values: Vec<_> = guideline()
            .items()
            .iter()
            .zip(numbers)
            .map(|(item, number)| (item.indicator, Quantity::new(Decimal::new(number, 3), item.unit)))
            .collect();
        let depth = depth.map(|depth| Quantity::new(Decimal::new(depth, 2), Unit::of("cm")));
        let judge = |values: &[_]| reading(guideline(), values, depth).unwrap();
        let whole = judge(&values);
        let worst = *whole.outcome.determined().unwrap();
        for at in 0..values.len() {
            let alone = judge(&values[at..=at]);
            prop_assert!(*alone.outcome.determined().unwrap() <= worst);
            let mut fewer = values.clone();
            fewer.remove(at);
            prop_assert!(*judge(&fewer).outcome.determined().unwrap() <= worst);
        }
        values.reverse();
        prop_assert_eq!(judge(&values), whole);
    }

    #[test]
    fn more_ammonia_and_less_of_the_others_never_improve_a_reading(
        number in 0_i64..30_000, more in 1_i64..10_000, depth in 1_i64..5_000
    ) {
        let depth = Some(Quantity::new(Decimal::new(depth, 2), Unit::of("cm")));
        for item in guideline().items() {
            let degree = |number| {
                let value = (item.indicator, Quantity::new(Decimal::new(number, 3), item.unit));
                *reading(guideline(), &[value], depth).unwrap().outcome.determined().unwrap()
            };
            let (low, high) = (degree(number), degree(number + more));
            let (better, worse) = if item.indicator == Indicator::NH3_N { (low, high) } else { (high, low) };
            prop_assert!(better <= worse);
        }
    }

    #[test]
    fn one_more_heavy_reading_never_improves_a_point(heavy in prop::array::uniform4(0_u32..10), at in 0_usize..4) {
        let of = |heavy: [u32; 4]| {
            let tally = |(symbol, heavy): (&str, u32)| {
                Tally { indicator: Indicator::of(symbol), none: 0, light: 10 - heavy, heavy }
            };
            let tallies: Vec<_> = NAMES.iter().map(|(symbol, _)| *symbol).zip(heavy).map(tally).collect();
            *point(guideline(), &tallies).unwrap().outcome.determined().unwrap()
        };
        let mut more = heavy;
        more[at] += 1;
        prop_assert!(of(heavy) <= of(more));
    }
}
