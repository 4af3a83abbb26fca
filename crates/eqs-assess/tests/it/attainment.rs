//! GB 3095 with the digits of HJ 663: vectors, edges, printed figures.

use eqs_assess::attainment::{Attainment, AttainmentError, Figure, attainment};
use eqs_core::{
    AirGrade, Fraction, Indicator, Judgement, NaiveDate, Outcome, Quantity, Reason, Statistic, Unit, Verdict,
    printed_multiple,
};
use eqs_standards::gb3095::Gb3095;

use crate::vectors;

fn judge(edition: &str, indicator: Indicator, statistic: Statistic, figure: Figure) -> Verdict<Attainment> {
    attainment(Gb3095::named(edition).unwrap(), AirGrade::Two, indicator, statistic, figure).unwrap()
}

fn air(text: &str) -> Quantity {
    Quantity::parse(text, Unit::UG_PER_M3).unwrap()
}

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/attainment-vectors.csv"));
    assert_eq!(vectors.len(), 11);
    for vector in &vectors {
        assert_eq!(vector.column("mode"), "annual grade 2");
        let (name, value) = vector.column("input").split_once('=').unwrap();
        let indicator = name.strip_suffix("_annual_mean").unwrap().parse().unwrap();
        let edition = vector.column("edition").replace('-', " ");
        let verdict = judge(&edition, indicator, Statistic::AnnualMean, Figure::Exact(air(value)));
        let (exact, expected) = (vector.parts("exact"), vector.parts("expected"));
        let attained = verdict.outcome == Outcome::Determined(Attainment::Met);
        assert_eq!(attained, expected["attained"] == "yes", "{}", vector.id);
        let finding = verdict.findings[0];
        assert_eq!(finding.compared.value.to_string(), exact["rounded"], "{}", vector.id);
        let Judgement::Limit { limit, multiple, .. } = finding.judgement else { panic!("{}", vector.id) };
        assert_eq!(limit.value.to_string(), exact["limit"], "{}", vector.id);
        let multiple_text = multiple.map_or("0".to_owned(), |multiple| multiple.to_string());
        assert_eq!(multiple_text, exact["multiple"], "{}", vector.id);
        let printed =
            multiple.and_then(printed_multiple).map_or("-".to_owned(), |multiple| multiple.to_string());
        assert_eq!(printed, expected["exceedance_multiple"], "{}", vector.id);
    }
}

#[test]
fn the_city_in_2024() {
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    let standard = Gb3095::on(day).unwrap();
    let o3 = attainment(
        standard,
        AirGrade::Two,
        Indicator::O3,
        Statistic::P90OfDailyMax8h,
        Figure::Printed(air("171")),
    )
    .unwrap();
    assert_eq!(o3.outcome, Outcome::Determined(Attainment::Exceeded));
    let Judgement::Limit { limit, multiple, .. } = o3.findings[0].judgement else { panic!() };
    assert_eq!(limit, air("160"));
    assert_eq!(multiple.and_then(printed_multiple).unwrap().to_string(), "0.07");
    let pm25 =
        judge(standard.edition().name, Indicator::PM2_5, Statistic::AnnualMean, Figure::Printed(air("30.5")));
    assert_eq!(pm25.outcome, Outcome::Determined(Attainment::Met));
}

#[test]
fn a_printed_figure_stands_for_what_rounds_to_it() {
    use Attainment::{Exceeded, Met};
    // Limit 30, compared in whole numbers.
    for (printed, expected) in [
        ("30", Some(Met)),
        ("31", Some(Exceeded)),
        ("30.4", Some(Met)),       // 30.35 ..= 30.45
        ("30.5", None),            // below 30.5 it is 30, above it is 31
        ("30.6", Some(Exceeded)),  // from 30.55
        ("30.50", None),           // 30.495 ..= 30.505
        ("30.49", Some(Met)),      // up to 30.495
        ("30.51", Some(Exceeded)), // from 30.505
    ] {
        let verdict =
            judge("2026 transition", Indicator::PM2_5, Statistic::AnnualMean, Figure::Printed(air(printed)));
        assert_eq!(verdict.outcome.determined().copied(), expected, "{printed}");
        if expected.is_none() {
            assert!(
                matches!(verdict.outcome.reasons(), [Reason::RoundingEdge { places: 0, .. }]),
                "{printed}"
            );
        }
    }
    // CO is compared with one place, so a printed whole number is coarser than the comparison.
    for (printed, expected) in [("3", Some(Met)), ("4", None), ("5", Some(Exceeded)), ("4.0", Some(Met))] {
        let figure = Figure::Printed(Quantity::parse(printed, Unit::MG_PER_M3).unwrap());
        let verdict = judge("2012", Indicator::CO, Statistic::P95OfDailyMeans, figure);
        assert_eq!(verdict.outcome.determined().copied(), expected, "{printed}");
    }
}

/// The interval of a printed figure is that of its own places, in whatever unit it is given.
#[test]
fn a_figure_printed_in_another_unit_keeps_its_precision() {
    for (printed, expected) in [
        ("0.030", Some(Attainment::Met)),      // compared to the same place
        ("0.0305", None),                      // 30.45 to 30.55 µg/m³
        ("0.03", None),                        // 25 to 35 µg/m³
        ("0.02", Some(Attainment::Met)),       // up to 25 µg/m³
        ("0.1", Some(Attainment::Exceeded)),   // from 50 µg/m³
        ("0.031", Some(Attainment::Exceeded)), // above 30.5 µg/m³
    ] {
        let figure = Figure::Printed(Quantity::parse(printed, Unit::MG_PER_M3).unwrap());
        let verdict = judge("2026 transition", Indicator::PM2_5, Statistic::AnnualMean, figure);
        assert_eq!(verdict.outcome.determined().copied(), expected, "{printed}");
    }
}

/// Coarser than the rule: the values behind the figure are rounded to the rule's places before they are compared.
#[test]
fn a_figure_coarser_than_the_rule_stands_for_values_on_both_sides() {
    let daily = |symbol: &str, statistic, printed: &str| {
        let figure = Figure::Printed(air(printed));
        judge("2026 transition", Indicator::of(symbol), statistic, figure).outcome.determined().copied()
    };
    // BaP, limit 0.0025 to four places: 0.00254 is met, 0.0034 is not, and both print as 0.003.
    assert_eq!(daily("BaP", Statistic::DailyMean, "0.003"), None);
    assert_eq!(daily("BaP", Statistic::DailyMean, "0.004"), Some(Attainment::Exceeded));
    assert_eq!(daily("BaP", Statistic::DailyMean, "0.001"), Some(Attainment::Met));
    // Pb, limit 0.5 to two places: 0.504 is met.
    assert_eq!(daily("Pb", Statistic::AnnualMean, "1"), None);
}

#[test]
fn an_editions_first_day_decides() {
    let on = |year, month, day| Gb3095::on(NaiveDate::from_ymd_opt(year, month, day).unwrap()).unwrap();
    let judge = |standard| {
        attainment(standard, AirGrade::Two, Indicator::PM2_5, Statistic::DailyMean, Figure::Exact(air("60")))
            .unwrap()
            .outcome
    };
    assert_eq!(judge(on(2026, 2, 28)), Outcome::Determined(Attainment::Met));
    assert_eq!(judge(on(2026, 3, 1)), Outcome::Determined(Attainment::Met)); // exactly on the limit
    assert_eq!(judge(on(2030, 12, 31)), Outcome::Determined(Attainment::Met));
    assert_eq!(judge(on(2031, 1, 1)), Outcome::Determined(Attainment::Exceeded));
}

#[test]
fn what_has_no_limit_says_so() {
    let verdict = judge("2012", Indicator::CO, Statistic::AnnualMean, Figure::Exact(air("1")));
    assert!(matches!(verdict.outcome.reasons(), [Reason::NoLimit { edition: "2012", .. }]));
    let verdict = judge("2012", Indicator::PM2_5, Statistic::P98OfDailyMeans, Figure::Exact(air("1")));
    assert!(matches!(verdict.outcome.reasons(), [Reason::NoLimit { .. }]));
}

#[test]
fn bad_figures_are_refused() {
    let standard = Gb3095::named("2012").unwrap();
    let judge = |figure| attainment(standard, AirGrade::Two, Indicator::SO2, Statistic::AnnualMean, figure);
    assert_eq!(judge(Figure::Exact(air("-3"))), Err(AttainmentError::Negative(air("-3"))));
    let water = Figure::Exact(Quantity::parse("3", Unit::MG_PER_L).unwrap());
    assert!(matches!(judge(water), Err(AttainmentError::Unit(_))));
}

#[test]
fn other_units_of_air_convert() {
    let milligrams = Quantity::parse("0.061", Unit::MG_PER_M3).unwrap();
    let verdict = judge("2012", Indicator::SO2, Statistic::AnnualMean, Figure::Exact(milligrams));
    assert_eq!(verdict.findings[0].compared, air("61"));
    assert_eq!(verdict.outcome, Outcome::Determined(Attainment::Exceeded));
}

#[test]
fn exact_fractions() {
    use Attainment::{Exceeded, Met};
    let pm25 = |edition, figure| {
        let standard = Gb3095::named(edition).unwrap();
        attainment(standard, AirGrade::Two, Indicator::PM2_5, Statistic::AnnualMean, figure)
    };
    let judge = |numerator, denominator, edition| {
        let value = Fraction::new(numerator, denominator).unwrap();
        let verdict = pm25(edition, Figure::Fraction(value, Unit::UG_PER_M3)).unwrap();
        let finding = verdict.findings[0];
        (
            finding.given.value.to_string(),
            finding.compared.value.to_string(),
            verdict.outcome.determined().copied(),
        )
    };
    let told =
        |given: &str, compared: &str, attainment| (given.to_owned(), compared.to_owned(), Some(attainment));
    assert_eq!(judge(61, 2, "2026 transition"), told("30.5", "30", Met));
    assert_eq!(judge(91, 3, "2026 transition"), told("30.3", "30", Met));
    // 30.4999...: 30.50 would round alike, 30.5 as well, and both attain.
    assert_eq!(judge(30_499_999, 1_000_000, "2026 transition"), told("30.5", "30", Met));
    // 30.5000001 shows the digit that decides.
    assert_eq!(judge(305_000_001, 10_000_000, "2026 transition"), told("30.5000001", "31", Exceeded));
    assert_eq!(judge(35, 1, "2012"), told("35", "35", Met));
    // HJ 663 does not speak of 1996: the full value is compared with 0.06 mg/m³.
    let full = |numerator| {
        let value = Figure::Fraction(Fraction::new(numerator, 3).unwrap(), Unit::UG_PER_M3);
        let standard = Gb3095::named("1996").unwrap();
        let verdict =
            attainment(standard, AirGrade::Two, Indicator::SO2, Statistic::AnnualMean, value).unwrap();
        (verdict.findings[0].given.to_string(), verdict.outcome.determined().copied())
    };
    assert_eq!(full(180), ("60 µg/m³".to_owned(), Some(Met)));
    assert_eq!(full(181), ("60.3333333 µg/m³".to_owned(), Some(Exceeded)));

    let below = Fraction::from(-1);
    assert_eq!(pm25("2012", Figure::Fraction(below, Unit::UG_PER_M3)), Err(AttainmentError::Below0(below)));
    let long = Fraction::new(i128::MAX, i128::MAX - 1).unwrap();
    assert_eq!(pm25("2012", Figure::Fraction(long, Unit::UG_PER_M3)), Err(AttainmentError::TooLong(long)));
    let water = pm25("2012", Figure::Fraction(Fraction::from(1), Unit::MG_PER_L));
    assert!(matches!(water, Err(AttainmentError::Unit(_))));
}
