//! What must hold whatever the values are.

use eqs_assess::aqi::{Entry, Readings, Report, aqi};
use eqs_assess::attainment::{Attainment, Figure, attainment};
use eqs_assess::surface_water::{
    ClassCounts, WaterBatch, WaterColumn, WaterMeans, WaterOptions, item_grade, surface_water,
};
use eqs_core::{
    AirGrade, Decimal, Indicator, Outcome, Quantity, Relation, Statistic, Unit, WaterBody, WaterGrade,
};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::gb3838::{Gb3838, Role, WaterLimits};
use eqs_standards::hj633::Hj633;
use proptest::prelude::*;

fn hj633() -> impl Strategy<Value = Hj633> {
    prop_oneof![Just("2012"), Just("2026")].prop_map(|edition| Hj633::named(edition).unwrap())
}

fn report() -> impl Strategy<Value = Report> {
    prop_oneof![Just(Report::Daily), Just(Report::Hourly)]
}

/// Values on the grid of the editions: whole numbers, tenths for CO.
fn grid() -> impl Strategy<Value = [i64; 7]> {
    proptest::array::uniform7(0_i64..3_000)
}

fn readings(report: Report, values: &[i64]) -> Readings {
    Entry::ALL.iter().zip(values).fold(Readings::new(report), |readings, (entry, value)| {
        let places = u8::from(*entry == Entry::Co);
        readings.with(*entry, &Decimal::new(*value, places).to_string()).unwrap()
    })
}

fn sample() -> impl Strategy<Value = Vec<(Indicator, Quantity)>> {
    let items: Vec<_> =
        Gb3838::named("2002").unwrap().items().iter().filter(|item| item.role == Role::Assessed).collect();
    let values = proptest::collection::vec((0..items.len(), 0_i64..100_000), 1..12);
    values.prop_map(move |values| {
        let mut sample: Vec<(Indicator, Quantity)> = Vec::new();
        for (at, value) in values {
            let item = items[at];
            if !sample.iter().any(|(indicator, _)| *indicator == item.indicator) {
                sample.push((item.indicator, Quantity::new(Decimal::new(value, 4), item.unit)));
            }
        }
        sample
    })
}

proptest! {
    #[test]
    fn one_more_microgram_never_lowers_the_index(
        standard in hj633(), report in report(), mut values in grid(), at in 0_usize..7
    ) {
        let before = aqi(&standard, &readings(report, &values)).unwrap();
        values[at] += 1;
        let after = aqi(&standard, &readings(report, &values)).unwrap();
        let index = |verdict: &eqs_core::Verdict<eqs_assess::aqi::Aqi>| verdict.outcome.determined().map(|aqi| aqi.value);
        // Above 800 the 2012 edition calculates no SO2 1 h and no O3 8 h index: there is one entry fewer.
        if before.findings.len() == after.findings.len() {
            prop_assert!(index(&after) >= index(&before));
        }
    }

    #[test]
    fn the_index_is_the_largest_sub_index_and_its_owners_are_primary(
        standard in hj633(), report in report(), values in grid()
    ) {
        let verdict = aqi(&standard, &readings(report, &values)).unwrap();
        // Above 800 the 2012 edition may have no index for SO2 or O3, and then decides nothing.
        let Some(found) = verdict.outcome.determined() else { return Ok(()) };
        for finding in &verdict.findings {
            let eqs_core::Judgement::Index { index, .. } = finding.judgement else { panic!() };
            prop_assert!(index <= found.value);
            if index == found.value {
                prop_assert_eq!(found.primary.contains(finding.indicator), found.value > 50);
            }
        }
        prop_assert!(found.value <= 500);
    }

    #[test]
    fn a_value_that_attains_a_later_limit_of_a_pollutant_attains_the_earlier_one(value in 0_i64..40_000) {
        let figure = Figure::Exact(Quantity::new(Decimal::new(value, 2), Unit::UG_PER_M3));
        for indicator in [Indicator::PM2_5, Indicator::PM10, Indicator::SO2, Indicator::NO2] {
            let outcomes: Vec<_> = ["2012", "2026 transition", "2026 final"]
                .iter()
                .map(|edition| {
                    let standard = Gb3095::named(edition).unwrap();
                    attainment(standard, AirGrade::Two, indicator, Statistic::AnnualMean, figure).unwrap().outcome
                })
                .collect();
            for pair in outcomes.windows(2) {
                prop_assert!(pair[1] != Outcome::Determined(Attainment::Met) || pair[0] == pair[1]);
            }
        }
    }

    #[test]
    fn what_is_decided_from_a_printed_figure_holds_for_every_value_behind_it(
        (symbol, unit, top) in prop_oneof![
            Just(("PM2.5", Unit::UG_PER_M3, 100)),
            Just(("PM2.5", Unit::MG_PER_M3, 100)),
            Just(("CO", Unit::MG_PER_M3, 10)),
            Just(("Pb", Unit::UG_PER_M3, 10)),
            Just(("BaP", Unit::UG_PER_M3, 10)),
        ],
        printed in 0_i64..1_000, places in 0_u8..5, offset in -50_i64..=50
    ) {
        let standard = Gb3095::named("2026 transition").unwrap();
        let statistic = if symbol == "CO" { Statistic::P95OfDailyMeans } else { Statistic::AnnualMean };
        let printed = printed % (top * 10_i64.pow(u32::from(places.min(2))));
        let judge = |figure| {
            attainment(standard, AirGrade::Two, Indicator::of(symbol), statistic, figure).unwrap().outcome
        };
        let figure = Decimal::new(printed, places);
        // A value with two more places that rounds to the printed one.
        let value = Decimal::new(printed * 100 + offset, places + 2);
        prop_assume!(!value.is_negative());
        prop_assume!(value.round(places.cast_signed(), eqs_core::Rounding::HalfEven).unwrap() == figure);
        let digits = standard.evaluated_by().unwrap().digits(Indicator::of(symbol)).unwrap();
        let from_figure = judge(Figure::Printed(Quantity::new(figure, unit)));
        let from_value = judge(Figure::Exact(Quantity::new(value, unit)));
        // A figure printed to the places of the rule is compared as it is: it has been rounded by that rule.
        let same_places = unit == digits.unit && places == digits.places;
        prop_assert!(from_figure.determined().is_none() || from_figure == from_value || same_places);
        if same_places {
            prop_assert_eq!(from_figure, from_value);
        }
    }

    #[test]
    fn more_of_an_item_never_improves_it_and_more_oxygen_never_worsens_it(value in 0_i64..100_000, more in 1_i64..1_000) {
        for item in Gb3838::named("2002").unwrap().items() {
            let WaterLimits::Each { relation, .. } = item.limits else { continue };
            if item.role != Role::Assessed {
                continue;
            }
            let before = item_grade(item, Decimal::new(value, 4));
            let after = item_grade(item, Decimal::new(value + more, 4));
            let (better, worse) = if relation == Relation::AtLeast { (after, before) } else { (before, after) };
            prop_assert!(better <= worse);
        }
    }

    #[test]
    fn one_more_item_never_improves_a_section_and_order_does_not_matter(sample in sample()) {
        let standard = Gb3838::named("2002").unwrap();
        let judge = |sample: &[_]| {
            surface_water(standard, WaterBody::River, sample, WaterOptions::default()).unwrap().outcome.determined().cloned()
        };
        let whole = judge(&sample);
        let mut reversed = sample.clone();
        reversed.reverse();
        prop_assert_eq!(&judge(&reversed), &whole);
        for at in 0..sample.len() {
            let mut fewer = sample.clone();
            fewer.remove(at);
            if let Some(fewer) = judge(&fewer) {
                prop_assert!(fewer.grade <= whole.as_ref().unwrap().grade);
            }
        }
        // The worst item alone gives the section's grade.
        let whole = whole.unwrap();
        let worst = sample.iter().find(|(indicator, _)| *indicator == whole.deciding[0]).unwrap();
        prop_assert_eq!(judge(&[*worst]).unwrap().grade, whole.grade);
    }

    /// More rows than a block holds; a value out of ten is missing, some cannot be.
    #[test]
    fn columns_and_explained_sections_agree(
        lake in any::<bool>(), places in 0_u8..5, seed in any::<u32>(), rows in 1_usize..40, far in any::<bool>()
    ) {
        let standard = Gb3838::named("2002").unwrap();
        let body = if lake { WaterBody::Lake } else { WaterBody::River };
        let items: Vec<_> =
            standard.items().iter().filter(|item| item.role == Role::Assessed && item.is_for(body)).collect();
        let rows = if far { 4_090 + rows } else { rows };
        let mut state = seed;
        let mut next = move |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) % below
        };
        let columns: Vec<(Vec<i32>, Vec<bool>)> = items
            .iter()
            .map(|_| {
                let top = [10, 100, 1_000, 10_000][next(4) as usize];
                let values = (0..rows).map(|_| i32::try_from(next(top)).unwrap() - i32::from(next(50) == 0)).collect();
                (values, (0..rows).map(|_| next(10) > 0).collect())
            })
            .collect();
        let of_items: Vec<_> = items.iter().map(|item| (item.indicator, places)).collect();
        let batch = WaterBatch::new(standard, body, &of_items).unwrap();
        let views: Vec<_> =
            columns.iter().map(|(values, present)| WaterColumn { values, present: Some(present) }).collect();
        let mut grades = vec![99; rows];
        batch.grade(&views, &mut grades).unwrap();
        for row in (0..rows).rev().take(40) {
            let there = items.iter().zip(&columns).filter(|(_, (_, present))| present[row]);
            let sample: Vec<_> = there
                .map(|(item, (values, _))| {
                    let value = Decimal::new(i64::from(values[row]), places);
                    (item.indicator, Quantity::new(value, item.unit))
                })
                .collect();
            let explained = match surface_water(standard, body, &sample, WaterOptions::default()) {
                Ok(verdict) => verdict.outcome.determined().map_or(WaterBatch::NOTHING_ASSESSED, |found| {
                    1 + u8::try_from(WaterGrade::ALL.iter().position(|grade| *grade == found.grade).unwrap()).unwrap()
                }),
                Err(_) => WaterBatch::IMPOSSIBLE,
            };
            prop_assert_eq!(grades[row], explained);
        }
    }

    #[test]
    fn a_mean_lies_between_its_values_and_order_does_not_matter(values in proptest::collection::vec(0_i64..5_000, 1..8)) {
        let standard = Gb3838::named("2002").unwrap();
        let sample = |value: &i64| [(Indicator::NH3_N, Quantity::new(Decimal::new(*value, 3), Unit::MG_PER_L))];
        let samples: Vec<_> = values.iter().map(sample).collect();
        let means = WaterMeans::of(standard, &samples).unwrap();
        let mean = means.items[0].value.for_statistics().unwrap();
        let ends = [values.iter().min(), values.iter().max()].map(|end| Decimal::new(*end.unwrap(), 3).to_fraction());
        prop_assert!(ends[0] <= mean && mean <= ends[1]);
        let reversed: Vec<_> = samples.iter().rev().copied().collect();
        prop_assert_eq!(WaterMeans::of(standard, &reversed).unwrap().items[0].value.for_statistics(), Some(mean));
    }

    #[test]
    fn a_worse_section_never_improves_a_river(grades in proptest::collection::vec(0_usize..6, 5..30), at in 0_usize..5) {
        let counts = |grades: &[usize]| -> ClassCounts { grades.iter().map(|grade| WaterGrade::ALL[*grade]).collect() };
        let before = counts(&grades).status().unwrap();
        let mut worse = grades;
        worse[at] = 5;
        prop_assert!(counts(&worse).status().unwrap() >= before);
    }
}
