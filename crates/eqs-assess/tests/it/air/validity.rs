//! What a statistic needs to be valid.

use eqs_assess::air::{
    AirStatistic, DailySeries, DaySpan, DayState, HourlySeries, Shortfall, StatisticError, annual, mean,
    percentile,
};
use eqs_assess::attainment::Attainment;
use eqs_core::{AirGrade, Indicator, Note, Reason, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;

use super::{days, first, hours, mean_of, standard};

/// The mean of a year that is not a leap year with so many days in all, at least `least` in each month, one of which has
/// no more, and so many in February.
pub(super) fn year_of(total: usize, least: usize, february: usize) -> AirStatistic {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut given = lengths;
    given[1] = february;
    given[3] = least;
    let mut rest = given.iter().sum::<usize>() - total;
    for month in [0, 2, 4, 5, 6, 7, 8, 9, 10, 11] {
        let less = rest.min(given[month] - 27);
        given[month] -= less;
        rest -= less;
    }
    assert_eq!(rest, 0);
    let values: Vec<Option<i32>> = lengths
        .iter()
        .zip(given)
        .flat_map(|(length, given)| (0..*length).map(move |day| (day < given).then_some(100)))
        .collect();
    mean(
        &days(Indicator::PM2_5, first(2023), &values),
        DaySpan::year(2023),
        Statistic::AnnualMean,
        standard(),
    )
}

#[test]
fn every_month_that_lacks_days_is_named() {
    let year = year_of(340, 26, 24);
    let months: Vec<_> = year
        .shortfalls
        .iter()
        .map(|shortfall| match shortfall {
            Shortfall::DaysOfMonth { month, given, least, .. } => (*month, *given, *least),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(months, [(2, 24, 25), (4, 26, 27)]);
    let months = year_of(323, 27, 25).shortfalls;
    assert!(matches!(months[..], [Shortfall::Days { given: 323, least: 324, .. }]), "{months:?}");
}

#[test]
fn what_is_not_rounded_says_why() {
    let nothing = mean_of(&days(Indicator::PM2_5, first(2024), &[None]), DaySpan::year(2024));
    let error = nothing.rounded(0).unwrap_err();
    assert_eq!(error, StatisticError::NoValue(DaySpan::year(2024)));
    assert_eq!(nothing.rounded_by(standard()), Err(error));
    assert_eq!(error.to_string(), "there is no value from 2024-01-01 to 2024-12-31");
    let year = year_of(365, 30, 28);
    assert_eq!(year.rounded(19), Err(StatisticError::TooLong(DaySpan::year(2023))));
    assert_eq!(year.rounded(0).unwrap().to_string(), "10 µg/m³");
}

#[test]
fn months_by_themselves() {
    let values: Vec<Option<i32>> = (0..366).map(|day| (day != 31).then_some(100)).collect();
    let series = days(Indicator::PM2_5, first(2024), &values);
    let month = |month| mean(&series, DaySpan::month(2024, month), Statistic::Mean, standard());
    assert_eq!((month(2).days, month(2).shortfalls.len()), (28, 0)); // February of a leap year
    assert_eq!((month(1).days, DaySpan::month(2024, 2).days()), (31, 29));
    assert_eq!(DaySpan::quarter(2024, 4).days(), 92);
    assert_eq!(DaySpan::year(2023).days() + DaySpan::year(2024).days(), 731);
}

#[test]
fn editions_without_a_rule() {
    let series = days(Indicator::CO, first(2024), &[Some(10)]);
    let known = annual(&series, 2024, standard());
    assert_eq!((known.len(), known[0].shortfalls.len(), known[0].rule.is_some()), (1, 1, true));
    // Nothing on the days behind a percentile of CO was found for 2026; 1996 evaluates nothing here.
    let open = annual(&series, 2024, Gb3095::named("2026 transition").unwrap());
    assert_eq!((open[0].shortfalls.len(), open[0].rule), (0, None));
    assert!(annual(&series, 2024, Gb3095::named("1996").unwrap()).is_empty());
    let old = Gb3095::named("1996").unwrap();
    assert_eq!(mean(&series, DaySpan::year(2024), Statistic::AnnualMean, old).rounded_by(old), Ok(None));
}

#[test]
fn a_statistic_without_a_rule_says_so() {
    // HJ 663-2026 is not known to say how many days a percentile of CO needs.
    let standard = Gb3095::named("2026 transition").unwrap();
    let readings = vec![Some(5); 365 * 24];
    let hours = HourlySeries::from_slots(Indicator::CO, Unit::MG_PER_M3, 1, first(2026), readings).unwrap();
    let year = annual(&DailySeries::means(&hours, standard), 2026, standard);
    assert_eq!((year.len(), year[0].rule), (1, None));
    let verdict = year[0].attains(standard, AirGrade::Two).unwrap();
    assert_eq!(verdict.outcome.determined(), Some(&Attainment::Met));
    assert!(verdict.notes.iter().any(|note| matches!(note, Note::Reading { word: "数据有效性", .. })));
}

#[test]
fn an_exceedance_with_few_windows_is_one_that_would_be_judged_so() {
    // Nine windows of at most 160.33, which is rounded to 160 and attains; 160.67 is rounded to 161.
    for (last, valid) in [(162, false), (164, true)] {
        let reading = |hour| (hour < 16).then_some(if hour == 15 { last * 10 } else { 1600 });
        let readings = (0..24).map(|hour| reading(hour).filter(|_| hour != 14 && hour != 13)).collect();
        let series = hours(Indicator::O3, first(2024), readings);
        let day = DailySeries::max_of_eight_hours(&series, standard()).of(first(2024)).unwrap();
        let state = if valid { DayState::ValidByExceedance } else { DayState::Invalid };
        assert_eq!((day.state, day.shortfall.is_none()), (state, valid), "{day:?}");
    }
}

#[test]
fn a_percentile_is_what_its_statistic_says() {
    let series = days(Indicator::PM2_5, first(2024), &[Some(100); 366]);
    let of = |statistic| percentile(&series, DaySpan::year(2024), statistic, standard()).is_some();
    assert!(of(Statistic::P95OfDailyMeans) && of(Statistic::P98OfDailyMeans));
    assert!(!of(Statistic::P90OfDailyMax8h) && !of(Statistic::AnnualMean));
}

#[test]
fn the_days_of_2013_are_an_option_with_a_note() {
    let new = Gb3095::named("2026 transition").unwrap();
    let of = |indicator, year: i32, number: usize, edition| {
        let series = match indicator {
            Indicator::O3 => {
                let hours = hours(indicator, first(year), vec![Some(100); number * 24]);
                DailySeries::max_of_eight_hours(&hours, edition)
            }
            _ => days(indicator, first(year), &vec![Some(100); number]),
        };
        annual(&series, u16::try_from(year).unwrap(), edition).pop().unwrap().with_days_of_2013()
    };
    let notes = |statistic: &AirStatistic, edition| statistic.attains(edition, AirGrade::Two).unwrap().notes;
    for indicator in [Indicator::CO, Indicator::O3] {
        let (enough, short) = (of(indicator, 2027, 324, new), of(indicator, 2027, 323, new));
        assert!(matches!(
            notes(&enough, new)[..],
            [Note::Reading { zh: "百分位数的最少有效天数按HJ 663-2013", .. }]
        ));
        assert!(!short.is_valid() && short.rule == enough.rule);
        let verdict = short.attains(new, AirGrade::Two).unwrap();
        assert!(matches!(verdict.outcome.reasons(), [Reason::TooLittleData { rule: Some(_), .. }]));
        // In its own time the rule is no reading, by whatever limits.
        let then = of(indicator, 2024, 324, standard());
        assert_eq!((notes(&then, standard()), notes(&then, new)), (vec![], vec![]));
    }
    // What has a rule keeps it; what HJ 663-2013 has none of stays without, and so does a month.
    let particulates = of(Indicator::PM2_5, 2027, 324, new);
    assert_eq!(particulates.clone().with_days_of_2013(), particulates);
    let series = days(Indicator::CO, first(2027), &[Some(100)]);
    let month = percentile(&series, DaySpan::month(2027, 1), Statistic::P95OfDailyMeans, new).unwrap();
    assert_eq!(month.clone().with_days_of_2013(), month);
}
