//! Years against limits.

use eqs_assess::air::{
    AirStatistic, DailySeries, DaySpan, States, YearRule, annual, attaining_days, change, city,
    evaluate_year, mean,
};
use eqs_assess::attainment::Attainment;
use eqs_core::{AirGrade, Indicator, NaiveDate, Note, Reason, ReferenceState, Statistic};
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
        let mut then = statistic.clone();
        then.span = DaySpan::year(2023);
        assert!(change(&statistic, &then).is_ok());
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
fn a_year_of_two_states_says_so() {
    let notes = |indicator, year: u16, edition| {
        let of_year = usize::try_from(DaySpan::year(year).days()).unwrap();
        let series = days(indicator, first(year.into()), &vec![Some(100); of_year]);
        let mean = mean(&series, DaySpan::year(year), Statistic::AnnualMean, standard());
        mean.attains(Gb3095::named(edition).unwrap(), AirGrade::Two).unwrap().notes
    };
    let (before, after) = (ReferenceState::Standard, ReferenceState::Reference);
    let from = NaiveDate::from_ymd_opt(2018, 9, 1).unwrap();
    assert!(matches!(
        notes(Indicator::NO2, 2018, "2012 amended 2018")[..],
        [Note::MixedStates { before: one, after: other, from: day, limit, .. }]
            if (one, other, day, limit) == (before, after, from, after)
    ));
    // By the earlier limits it is mixed all the same.
    assert!(matches!(notes(Indicator::NO2, 2018, "2012")[..], [Note::MixedStates { .. }]));
    let after = ReferenceState::Ambient;
    assert!(matches!(
        notes(Indicator::PM2_5, 2018, "2012 amended 2018")[..],
        [Note::MixedStates { after: other, .. }] if other == after
    ));
    assert!(matches!(notes(Indicator::NO2, 2017, "2012 amended 2018")[..], [Note::ReferenceState { .. }]));
    assert_eq!(notes(Indicator::NO2, 2019, "2012 amended 2018"), []);
    assert_eq!(notes(Indicator::NO2, 2017, "2012"), []);
}

#[test]
fn the_state_changes_with_the_first_of_september() {
    let states = |last| {
        let day = |day| NaiveDate::from_ymd_opt(2018, 8, day).unwrap();
        let last = if last == 32 { day(31).succ_opt().unwrap() } else { day(last) };
        States::of(Indicator::CO, DaySpan { first: day(1), last })
    };
    assert_eq!(states(31), Some(States::One(ReferenceState::Standard)));
    assert!(matches!(states(32), Some(States::Mixed { .. })));
    assert_eq!(
        States::of(Indicator::CO, DaySpan::month(2018, 9)),
        Some(States::One(ReferenceState::Reference))
    );
    assert_eq!(States::of(Indicator::CO, DaySpan::year(1995)), None);
}

#[test]
fn the_attainment_rate_has_the_digits_of_its_edition() {
    let new = Gb3095::named("2026 transition").unwrap();
    let rate = |attaining: usize, exceeding: usize| {
        let values = [vec![Some(600); attaining], vec![Some(610); exceeding], vec![None; 3]].concat();
        let series = days(Indicator::PM2_5, first(2026), &values);
        let days = attaining_days(&series, DaySpan::year(2026), new, AirGrade::Two).unwrap();
        (days.rounded_by(new).map(|rate| rate.to_string()), days.rounded_by(standard()))
    };
    // 6.25 and 18.75: half to even.
    assert_eq!(rate(1, 15), (Some("6.2%".to_owned()), None));
    assert_eq!(rate(3, 13).0.unwrap(), "18.8%");
    assert_eq!(rate(0, 0), (None, None));
}
