//! Series of hours: labels, sliding means, refusals.

use eqs_assess::air::{DailySeries, DayState, HourLabel, HourlySeries, SeriesError, Sliding, Slot};
use eqs_core::{Decimal, Indicator, NaiveDate, Quantity, Rounding, Unit};

use super::{first, hours, standard};

#[test]
fn hours_that_close_the_day_before() {
    let day = first(2024);
    let mut series =
        HourlySeries::new(Indicator::PM2_5, Unit::UG_PER_M3, 0, day.pred_opt().unwrap(), 2).unwrap();
    let reading = eqs_core::Quantity::parse("75", Unit::UG_PER_M3).unwrap();
    series.set(HourLabel::End.slot(day, 0).unwrap(), reading).unwrap();
    let days = DailySeries::means(&series, standard());
    assert_eq!(days.of(day.pred_opt().unwrap()).unwrap().count, 1);
    assert_eq!(days.of(day).unwrap().count, 0);
}

#[test]
fn windows_of_the_real_time_publication_begin_with_the_day() {
    let readings = (0..48).map(|hour| (hour != 30).then_some(hour * 10)).collect();
    let series = hours(Indicator::O3, first(2024), readings);
    let at = |sliding, hour: usize| {
        let mean = series.sliding(sliding).nth(hour).unwrap();
        assert_eq!(usize::from(mean.slot.hour), hour % 24);
        (mean.value.unwrap().to_string(), mean.hours, mean.window)
    };
    assert_eq!(at(Sliding::Hours8OfDay, 24), ("24".to_owned(), 1, 1));
    assert_eq!(at(Sliding::Hours8OfDay, 31), ("190/7".to_owned(), 7, 8)); // 24 to 31 without 30
    assert_eq!(at(Sliding::Hours8, 31), at(Sliding::Hours8OfDay, 31));
    assert_eq!(at(Sliding::Hours8, 24), ("41/2".to_owned(), 8, 8));
    assert_eq!(at(Sliding::Hours24, 29), ("35/2".to_owned(), 24, 24));
    assert_eq!(at(Sliding::Hours24, 0), ("0".to_owned(), 1, 1));
    let largest = DailySeries::max_of_hours(&series);
    let value = largest.of(first(2024)).unwrap();
    assert_eq!((value.value.unwrap().to_string(), value.state), ("23".to_owned(), DayState::Valid));
}

/// Ozone of two stations of Beijing on 2020-03-31, hours that end at 01 to 12 o'clock, 1 h and 8 h as published
/// (`eqs-cli/tests/data/NOTICE.md`).
#[test]
fn published_real_time_means_of_eight_hours() {
    const STATIONS: [[(i32, i64); 12]; 2] = [
        [
            (43, 43),
            (39, 41),
            (37, 40),
            (40, 40),
            (47, 41),
            (42, 41),
            (33, 40),
            (34, 39),
            (41, 39),
            (45, 40),
            (45, 41),
            (60, 43),
        ],
        [
            (49, 49),
            (46, 48),
            (48, 48),
            (44, 47),
            (48, 47),
            (47, 47),
            (40, 46),
            (43, 46),
            (47, 45),
            (45, 45),
            (53, 46),
            (64, 48),
        ],
    ];
    for published in STATIONS {
        let day = NaiveDate::from_ymd_opt(2020, 3, 31).unwrap();
        let mut series = HourlySeries::new(Indicator::O3, Unit::UG_PER_M3, 0, day, 1).unwrap();
        for (hour, (value, _)) in (1..).zip(published) {
            let reading = Quantity::new(Decimal::new(value.into(), 0), Unit::UG_PER_M3);
            series.set(HourLabel::End.slot(day, hour).unwrap(), reading).unwrap();
        }
        for (mean, (_, printed)) in series.sliding(Sliding::Hours8OfDay).zip(published) {
            let mean = mean.value.unwrap().round(0, Rounding::HalfEven).unwrap();
            assert_eq!(mean.mantissa(), printed);
        }
    }
}

#[test]
fn what_a_series_refuses() {
    let new = |places, days| HourlySeries::new(Indicator::CO, Unit::MG_PER_M3, places, first(2024), days);
    assert_eq!(new(7, 1).unwrap_err(), SeriesError::TooManyPlaces(7));
    for unit in [Unit::MG_PER_L, Unit::of("ppb"), Unit::NONE] {
        let error = HourlySeries::new(Indicator::CO, unit, 1, first(2024), 1).unwrap_err();
        assert_eq!(error, SeriesError::Unit(unit));
    }
    let slots = |readings| {
        HourlySeries::from_slots(Indicator::CO, Unit::MG_PER_M3, 1, first(2024), readings).unwrap_err()
    };
    assert_eq!(slots(vec![Some(1); 25]), SeriesError::NotWholeDays(25));
    let mut readings = vec![Some(1); 48];
    readings[30] = Some(-4);
    let slot = |day, hour| Slot { day: first(2024) + chrono::Days::new(day), hour };
    assert_eq!(slots(readings.clone()), SeriesError::Negative { value: -4, slot: slot(1, 6) });
    readings[30] = Some(i32::MIN);
    assert!(matches!(slots(readings), SeriesError::Negative { .. }));

    let mut series = new(1, 2).unwrap();
    let mut set = |slot, text, unit| series.set(slot, Quantity::parse(text, unit).unwrap());
    let (mg, ug) = (Unit::MG_PER_M3, Unit::UG_PER_M3);
    assert_eq!(set(slot(0, 0), "0.8", mg), Ok(()));
    assert_eq!(set(slot(0, 0), "0.8", mg), Err(SeriesError::Twice(slot(0, 0))));
    assert_eq!(set(slot(2, 0), "0.8", mg), Err(SeriesError::Outside(slot(2, 0))));
    assert_eq!(set(slot(0, 24), "0.8", mg), Err(SeriesError::Outside(slot(0, 24))));
    assert!(matches!(set(slot(0, 1), "-0.8", mg), Err(SeriesError::Negative { value: -8, .. })));
    for (text, unit) in [("0.85", mg), ("850", ug), ("0.8", Unit::MG_PER_L), ("999999999999", mg)] {
        assert!(matches!(set(slot(0, 1), text, unit), Err(SeriesError::Digits { .. })), "{text} {unit}");
    }
    assert_eq!(set(slot(0, 1), "800", ug), Ok(()));
    assert_eq!(series.readings().flatten().collect::<Vec<_>>(), [8, 8]);
}

#[test]
fn more_days_than_are_counted() {
    let error = HourlySeries::new(Indicator::O3, Unit::UG_PER_M3, 0, first(2024), usize::MAX).unwrap_err();
    assert_eq!(error, SeriesError::TooManyDays(usize::MAX));
}
