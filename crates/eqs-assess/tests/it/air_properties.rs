//! What holds of statistics of ambient air whatever the readings are.

use eqs_assess::air::{
    AirStatistic, DailySeries, DaySpan, HourlySeries, Sliding, Slot, annual, city, mean, percentile,
    percentile_value,
};
use eqs_core::{Decimal, Fraction, Indicator, NaiveDate, Quantity, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;
use proptest::prelude::*;

const DAYS: usize = 40;

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 20).unwrap()
}

fn day(at: usize) -> NaiveDate {
    first() + chrono::Days::new(at as u64)
}

fn span() -> DaySpan {
    DaySpan { first: first(), last: day(DAYS - 1) }
}

fn standard() -> impl Strategy<Value = Gb3095> {
    prop_oneof![Just("1996"), Just("2012 amended 2018"), Just("2026 transition")]
        .prop_map(|edition| Gb3095::named(edition).unwrap())
}

/// Hours of which a twelfth is missing.
fn readings() -> impl Strategy<Value = Vec<Option<i32>>> {
    proptest::collection::vec(proptest::option::weighted(0.92, 0_i32..4_000), DAYS * 24)
}

fn series(indicator: Indicator, readings: &[Option<i32>]) -> HourlySeries {
    HourlySeries::from_slots(indicator, Unit::UG_PER_M3, 1, first(), readings.to_vec()).unwrap()
}

fn daily(hours: &HourlySeries, standard: Gb3095) -> DailySeries {
    match hours.indicator() {
        Indicator::O3 => DailySeries::max_of_eight_hours(hours, standard),
        _ => DailySeries::means(hours, standard),
    }
}

fn pollutant() -> impl Strategy<Value = Indicator> {
    prop_oneof![Just(Indicator::O3), Just(Indicator::PM2_5)]
}

fn statistics(days: &DailySeries, standard: Gb3095) -> Vec<AirStatistic> {
    let mut all = vec![mean(days, span(), Statistic::Mean, standard)];
    all.extend(percentile(days, span(), Statistic::P95OfDailyMeans, standard));
    all.extend(annual(days, 2024, standard));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_readings_and_points_does_not_matter(
        order in Just((0..DAYS * 24).collect::<Vec<_>>()).prop_shuffle(),
        readings in readings(), others in proptest::collection::vec(readings(), 2),
        indicator in pollutant(), standard in standard(),
    ) {
        let mut filled = HourlySeries::new(indicator, Unit::UG_PER_M3, 1, first(), DAYS).unwrap();
        for at in order {
            if let Some(value) = readings[at] {
                let slot = Slot { day: day(at / 24), hour: u8::try_from(at % 24).unwrap() };
                filled.set(slot, Quantity::new(Decimal::new(value.into(), 1), Unit::UG_PER_M3)).unwrap();
            }
        }
        prop_assert_eq!(&filled, &series(indicator, &readings));
        let mut points = vec![daily(&filled, standard)];
        points.extend(others.iter().map(|other| daily(&series(indicator, other), standard)));
        let forward = city(&points).unwrap();
        points.reverse();
        prop_assert_eq!(statistics(&forward, standard), statistics(&city(&points).unwrap(), standard));
    }

    #[test]
    fn a_missing_hour_changes_no_other_day(
        mut readings in readings(), at in 0..DAYS * 24, indicator in pollutant(), standard in standard(),
    ) {
        let before = daily(&series(indicator, &readings), standard);
        readings[at] = None;
        let after = daily(&series(indicator, &readings), standard);
        for other in (0..DAYS).filter(|other| *other != at / 24) {
            prop_assert_eq!(before.of(day(other)), after.of(day(other)));
        }
    }

    #[test]
    fn a_point_equal_to_the_mean_changes_no_mean(
        points in proptest::collection::vec((100_i32..2_000, 0_i32..100), DAYS), standard in standard(),
    ) {
        let point = |value: &dyn Fn(&(i32, i32)) -> i32| {
            let readings: Vec<_> = points.iter().flat_map(|of| [Some(value(of)); 24]).collect();
            daily(&series(Indicator::PM2_5, &readings), standard)
        };
        let mut all = vec![point(&|(middle, off)| middle + off), point(&|(middle, off)| middle - off)];
        let two = statistics(&city(&all).unwrap(), standard);
        all.push(point(&|(middle, _)| *middle));
        let three = statistics(&city(&all).unwrap(), standard);
        prop_assert_eq!(two, three);
    }

    #[test]
    fn days_are_what_a_plain_reading_of_the_rule_gives(readings in readings(), standard in standard()) {
        let means = daily(&series(Indicator::PM2_5, &readings), standard);
        let largest = daily(&series(Indicator::O3, &readings), standard);
        let fraction = |values: &[i32]| {
            Fraction::new(values.iter().map(|value| i128::from(*value)).sum(), values.len() as i128 * 10)
        };
        let has_rule = standard.evaluated_by().is_some();
        for (at, hours) in readings.chunks(24).enumerate() {
            let there: Vec<i32> = hours.iter().flatten().copied().collect();
            let value = means.of(day(at)).unwrap();
            prop_assert_eq!(value.value, fraction(&there));
            prop_assert_eq!(value.shortfall.is_none(), there.len() >= 20 || !has_rule);
            let windows = hours.windows(8).map(|window| window.iter().flatten().copied().collect::<Vec<i32>>());
            let least = if has_rule { 6 } else { 1 };
            let windows: Vec<_> = windows.filter(|window| window.len() >= least).map(|window| fraction(&window)).collect();
            let value = largest.of(day(at)).unwrap();
            prop_assert_eq!(value.value, windows.iter().copied().max().flatten());
            prop_assert_eq!(usize::from(value.count), windows.len());
        }
    }

    #[test]
    fn sliding_means_over_the_end_of_a_day_are_those_of_the_day(readings in readings()) {
        let hours = series(Indicator::O3, &readings);
        let days = DailySeries::means(&hours, Gb3095::named("1996").unwrap());
        for (at, sliding) in hours.sliding(Sliding::Hours24).enumerate().skip(23).step_by(24) {
            prop_assert_eq!(sliding.value, days.of(day(at / 24)).unwrap().value);
        }
    }

    #[test]
    fn means_and_percentiles_lie_between_the_extremes(readings in readings(), percent in 0_u8..=100) {
        let standard = Gb3095::named("2012").unwrap();
        let days = daily(&series(Indicator::PM2_5, &readings), standard);
        let valid: Vec<Fraction> =
            days.iter().filter(|(_, day)| day.shortfall.is_none()).filter_map(|(_, day)| day.value).collect();
        let (low, high) = (valid.iter().min().copied(), valid.iter().max().copied());
        let at = |percent| percentile_value(&days, span(), percent);
        prop_assert!(low <= at(percent) && at(percent) <= high);
        prop_assert_eq!((at(0), at(100)), (low, high));
        let mean = mean(&days, span(), Statistic::Mean, standard).value;
        prop_assert!(low <= mean && mean <= high);
    }
}
