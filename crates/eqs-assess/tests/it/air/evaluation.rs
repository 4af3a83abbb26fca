//! Years against limits.

use eqs_assess::air::{
    AirStatistic, DailySeries, DaySpan, HourlySeries, YearRule, annual, attaining_days, change, city,
    evaluate_year, mean,
};
use eqs_assess::attainment::Attainment;
use eqs_core::{AirGrade, Indicator, Reason, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;

use super::{days, first, hours, standard};

#[test]
fn forty_points_fit_whatever_is_missing() {
    // On each day another number of points is valid, with 20 to 24 hours of readings of three digits and a decimal.
    let point = |at: usize| {
        let reading = |day: usize, hour: usize| {
            let is_there = at <= day % 40 && hour < 20 + (at + day) % 5;
            is_there.then(|| i32::try_from((at * 7919 + day * 104_729 + hour * 1_299_709) % 9999).unwrap())
        };
        let readings = (0..366).flat_map(|day| (0..24).map(move |hour| reading(day, hour))).collect();
        DailySeries::means(&hours(Indicator::PM2_5, first(2024), readings), standard())
    };
    let points: Vec<DailySeries> = (0..40).map(point).collect();
    let city = city(&points).unwrap();
    let counts: std::collections::BTreeSet<u16> = city.iter().map(|(_, value)| value.count).collect();
    assert_eq!(counts.len(), 40);
    for statistic in annual(&city, 2024, standard()) {
        assert!(statistic.is_valid());
        let verdict = statistic.attains(standard(), AirGrade::Two).unwrap();
        assert!(verdict.outcome.determined().is_some());
        assert!(change(&statistic, &statistic).is_ok());
    }
}

#[test]
fn a_year_is_judged_by_its_own_days() {
    let standard = Gb3095::named("2026 transition").unwrap();
    let series = days(Indicator::PM2_5, first(2026), &[Some(100); 365]);
    let grade = AirGrade::Two;
    // A mean of some days is no annual mean, whatever it is called.
    let some =
        mean(&series, DaySpan { first: first(2026), last: first(2026) }, Statistic::AnnualMean, standard);
    assert!(matches!(
        some.attains(standard, grade).unwrap().outcome.reasons(),
        [Reason::TooLittleData { .. }]
    ));
    let year = mean(&series, DaySpan::year(2026), Statistic::AnnualMean, standard);
    assert_eq!(year.attains(standard, grade).unwrap().outcome.determined(), Some(&Attainment::Met));
    // Statistics of another year are passed over, and of two that disagree neither counts.
    let of = |year: u16, statistics: &[AirStatistic]| {
        let year = evaluate_year(year, statistics, standard, grade, YearRule::OneEach).unwrap();
        assert_eq!(year.overall.outcome.determined(), None);
        year.items.iter().filter(|item| item.outcome.determined().is_some()).count()
    };
    let higher = mean(
        &days(Indicator::PM2_5, first(2026), &[Some(110); 365]),
        DaySpan::year(2026),
        Statistic::AnnualMean,
        standard,
    );
    assert_eq!((of(2026, core::slice::from_ref(&year)), of(2025, core::slice::from_ref(&year))), (1, 0));
    assert_eq!((of(2026, &[year.clone(), year.clone()]), of(2026, &[year, higher])), (1, 0));
}

#[test]
fn days_in_a_unit_of_another_kind_attain_nothing() {
    let hours =
        HourlySeries::from_slots(Indicator::PM2_5, Unit::of("mg/L"), 0, first(2024), vec![Some(1); 24])
            .unwrap();
    let days = DailySeries::means(&hours, standard());
    assert_eq!(attaining_days(&days, DaySpan::year(2024), standard(), AirGrade::Two), None);
}
