//! Where tools on floats round wrongly: a percentile and means whose exact value lies on the half.
#![expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "the naive variants that these tests show to fail"
)]

use eqs_assess::air::{AirStatistic, DailySeries, DaySpan, HourlySeries, mean, percentile_value};
use eqs_core::{Indicator, NaiveDate, Rounding, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;

fn standard() -> Gb3095 {
    Gb3095::named("2012 amended 2018").unwrap()
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 1, 1).unwrap()
}

fn days_of(indicator: Indicator, unit: Unit, places: u8, hours: Vec<i32>) -> DailySeries {
    let hours = HourlySeries::from_column(indicator, unit, places, first(), hours).unwrap();
    DailySeries::means(&hours, standard())
}

/// As numpy, pandas and polars do it.
fn naive_percentile(values: &mut [f64], share: f64) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let place = (values.len() - 1) as f64 * share;
    let below = values[place as usize];
    let above = values[(place as usize + 1).min(values.len() - 1)];
    below + (above - below) * (place - place.floor())
}

#[test]
fn a_percentile_on_the_half() {
    // 324 days: place 291.7 lies between 144 and 149, at 147.5.
    let values: Vec<i32> = (0..324).map(|day| if day < 291 { 144 } else { 149 }).collect();
    let hours = values.iter().flat_map(|value| [*value; 24]).collect();
    let days = days_of(Indicator::PM2_5, Unit::UG_PER_M3, 0, hours);
    let p90 = percentile_value(&days, DaySpan::year(2023), 90);
    assert_eq!(p90.unwrap().to_string(), "295/2");
    assert_eq!(p90.unwrap().round(0, Rounding::HalfEven).unwrap().to_string(), "148");
    let mut values: Vec<f64> = values.into_iter().map(f64::from).collect();
    let naive = naive_percentile(&mut values, 0.9);
    assert_eq!(naive.to_string(), "147.49999999999994");
    assert_eq!(naive.round_ties_even().to_string(), "147");
}

/// Numbers that look random.
fn numbers() -> impl Iterator<Item = u64> {
    core::iter::successors(Some(2026_u64), |state| {
        Some(state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    })
    .map(|state| state >> 33)
}

#[test]
fn daily_means_of_carbon_monoxide() {
    const DAYS: usize = 20_000;
    let tenths: Vec<i32> = numbers().take(DAYS * 24).map(|number| (number % 60) as i32).collect();
    let days = days_of(Indicator::CO, Unit::MG_PER_M3, 1, tenths.clone());
    let mut wrong = 0;
    for ((_, value), hours) in days.iter().zip(tenths.chunks(24)) {
        let exact = value.value.unwrap().round(1, Rounding::HalfEven).unwrap();
        // Half to even on whole numbers: the mean is sum / 24 tenths.
        let sum: i32 = hours.iter().sum();
        let (whole, rest) = (sum / 24, sum % 24);
        let up = rest > 12 || (rest == 12 && whole % 2 == 1);
        assert_eq!(exact.mantissa(), i64::from(whole + i32::from(up)));
        let naive = hours.iter().map(|tenth| f64::from(*tenth) / 10.0).sum::<f64>() / 24.0;
        wrong += usize::from(format!("{:.1}", (naive * 10.0).round_ties_even() / 10.0) != exact.to_string());
    }
    assert!(wrong > 50, "{wrong} of {DAYS} daily means on floats are wrong");
}

#[test]
fn annual_means_on_the_half() {
    let mut wrong = 0;
    let years = 400;
    let mut numbers = numbers();
    for _ in 0..years {
        // 182 random days, 182 that bring the mean to 30.5, and one of that; the hours of a day are not alike.
        let mut hours: Vec<i32> = Vec::new();
        for number in numbers.by_ref().take(182) {
            let day = 200 + (number % 200) as i32;
            hours.extend([[day; 8], [day; 8], [day + 1; 8]].concat());
            hours.extend([[610 - day; 8], [610 - day; 8], [609 - day; 8]].concat());
        }
        hours.extend([305; 24]);
        let year: AirStatistic = mean(
            &days_of(Indicator::PM2_5, Unit::UG_PER_M3, 1, hours.clone()),
            DaySpan::year(2023),
            Statistic::AnnualMean,
            standard(),
        );
        assert_eq!(year.value.unwrap().to_string(), "61/2");
        assert_eq!(year.rounded(0).unwrap().value.to_string(), "30");
        let naive =
            hours.chunks(24).map(|day| day.iter().map(|tenth| f64::from(*tenth) / 10.0).sum::<f64>() / 24.0);
        let naive = naive.sum::<f64>() / 365.0;
        wrong += usize::from(naive.round_ties_even().to_string() != "30");
    }
    assert!(wrong > 0, "none of {years} annual means on floats is wrong");
}
