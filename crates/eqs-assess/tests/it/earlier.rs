//! GB 3095-1996, and areas that went ahead of the country.

use eqs_assess::attainment::{Attainment, Figure, attainment};
use eqs_assess::observation::{Judged, Yardstick, judge};
use eqs_core::{
    AirGrade, Bound, Comparison, Confirmation, Indicator, Lang, Note, Observation, Outcome, Period, Phrase,
    Place, Quantity, Source, Statistic, Unit,
};
use eqs_standards::gb3095::Gb3095;

/// HJ 663 does not speak of the edition of 1996: the full value is compared, and the verdict says that it is grade C.
#[test]
fn the_edition_of_1996_is_compared_in_full() {
    let standard = Gb3095::named("1996 amended 2000").unwrap();
    let judge = |micrograms: &str| {
        let figure = Figure::Exact(Quantity::parse(micrograms, Unit::UG_PER_M3).unwrap());
        attainment(standard, AirGrade::Two, Indicator::PM10, Statistic::AnnualMean, figure).unwrap()
    };
    let on_the_limit = judge("100");
    assert_eq!(on_the_limit.outcome, Outcome::Determined(Attainment::Met));
    assert_eq!(on_the_limit.findings[0].comparison, Comparison::FullValue);
    assert_eq!(on_the_limit.findings[0].confirmation, Confirmation::C);
    assert_eq!(judge("100.1").outcome, Outcome::Determined(Attainment::Exceeded));
}

#[test]
fn a_statistic_without_a_limit_in_1996_is_undetermined() {
    let standard = Gb3095::named("1996").unwrap();
    let figure = Figure::Exact(Quantity::parse("30", Unit::UG_PER_M3).unwrap());
    let pm25 = attainment(standard, AirGrade::Two, Indicator::PM2_5, Statistic::AnnualMean, figure).unwrap();
    assert_eq!(pm25.outcome.determined(), None);
    let p90 = attainment(standard, AirGrade::Two, Indicator::O3, Statistic::P90OfDailyMax8h, figure).unwrap();
    assert_eq!(p90.outcome.determined(), None);
}

/// Beijing and its districts are judged by the edition of 2012 from 2013 on, the country from 2016 on.
#[test]
fn a_year_is_judged_by_the_edition_of_the_place() {
    let edition = |year, place| Yardstick::of_year(year, place).unwrap().air.edition().name;
    for place in [Place::BEIJING, Place::of("miyun"), Place::of("bda")] {
        assert_eq!(edition(2012, place), "1996 amended 2000");
        assert_eq!(edition(2013, place), "2012");
        assert_eq!(edition(2018, place), "2012 amended 2018");
    }
    assert_eq!(edition(2015, Place::of("hebei")), "1996 amended 2000");
    assert_eq!(edition(2016, Place::of("hebei")), "2012");
    assert!(Yardstick::of_year(1995, Place::BEIJING).is_err());
}

/// A figure of 2024 is given at 298.15 K; held against limits at 273 K, the verdict says that nothing was converted.
#[test]
fn limits_at_another_state_are_told() {
    let figure = |indicator| Observation {
        place: Place::BEIJING,
        indicator,
        statistic: Statistic::AnnualMean,
        period: Period::Year(2024),
        quantity: Quantity::parse("3", Unit::UG_PER_M3).unwrap(),
        high: None,
        bound: Bound::Exact,
        source: Source { document: "own", id: "1", line: 1, quote: "" },
    };
    let own = Yardstick::of_year(2024, Place::BEIJING).unwrap();
    let earlier = Yardstick { air: Gb3095::named("2012").unwrap(), ..own };
    let note = |indicator, yardstick| {
        let Some(Judged::Air(verdict)) = judge(&figure(indicator), &yardstick).unwrap() else { panic!() };
        verdict.notes.iter().map(|note| note.say(Lang::En).to_string()).collect::<Vec<_>>()
    };
    assert_eq!(note(Indicator::SO2, own), Vec::<String>::new());
    assert_eq!(
        note(Indicator::SO2, earlier),
        [
            "the figure is given at 298.15 K and 1013.25 hPa, the limit at 273 K and 101.325 kPa (GB 3095-2012 clause \
          3.14); nothing was converted"
        ]
    );
    assert_eq!(note(Indicator::PM2_5, earlier).len(), 1);
    let later = Yardstick { air: Gb3095::named("2026 transition").unwrap(), ..own };
    assert_eq!(note(Indicator::SO2, later), Vec::<String>::new());
}

/// A figure of 2018, or of years around it, has values of two states, by whatever limits it is judged.
#[test]
fn figures_of_2018_mix_two_states() {
    let is_mixed = |period| {
        let figure = Observation {
            place: Place::BEIJING,
            indicator: Indicator::NO2,
            statistic: Statistic::AnnualMean,
            period,
            quantity: Quantity::parse("42", Unit::UG_PER_M3).unwrap(),
            high: None,
            bound: Bound::Exact,
            source: Source { document: "own", id: "1", line: 1, quote: "" },
        };
        let yardstick = Yardstick::of_year(2018, Place::BEIJING).unwrap();
        let Some(Judged::Air(verdict)) = judge(&figure, &yardstick).unwrap() else { panic!() };
        verdict.notes.iter().any(|note| matches!(note, Note::MixedStates { .. }))
    };
    assert!(is_mixed(Period::Year(2018)) && is_mixed(Period::Years(2016, 2020)));
    assert!(!is_mixed(Period::Year(2017)) && !is_mixed(Period::Years(2019, 2020)));
}
