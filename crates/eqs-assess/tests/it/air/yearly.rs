//! Trends of yearly statistics.

use eqs_assess::air::{AirStatistic, DaySpan, States, YearlyError, YearlyTrend};
use eqs_assess::trend::{Significance, Trend, TrendError};
use eqs_core::{Indicator, Lang, Phrase, Statistic, Unit};

use super::{days, first, mean_of};

fn year(year: u16, value: i32) -> AirStatistic {
    mean_of(&days(Indicator::NO2, first(year.into()), &[Some(value); 365]), DaySpan::year(year))
}

#[test]
fn years_that_lack_are_named() {
    let mut years: Vec<_> =
        [(2024, 300), (2017, 500), (2019, 450), (2020, 440), (2022, 400), (2023, 10), (2025, 9)]
            .map(|(own, value)| year(own, value))
            .into();
    for at in [5, 6] {
        years[at] = mean_of(&days(Indicator::NO2, years[at].span.first, &[Some(10); 200]), years[at].span);
    }
    let trend = YearlyTrend::of(&years).unwrap();
    assert_eq!(trend.years, [2017, 2019, 2020, 2022, 2024]);
    assert_eq!((trend.missing, trend.invalid), (vec![2018, 2021], vec![2023, 2025]));
    assert_eq!(
        (trend.spearman.periods, trend.spearman.trend(Significance::FivePercent)),
        (5, Some(Trend::Falling))
    );
    // Slopes over true distances: -5, -7/2, -3, -20/7, -5/2, -2, -2, -2, -5/3, -1.
    assert_eq!(trend.theil_sen.unwrap().to_string(), "-9/4");
    assert!(matches!(trend.states, Some(States::Mixed { .. })));
}

#[test]
fn what_makes_no_trend() {
    assert_eq!(YearlyTrend::of(&[]), Err(YearlyError::Trend(TrendError::TooFew(0))));
    assert_eq!(YearlyTrend::of(&[year(2020, 1)]), Err(YearlyError::Trend(TrendError::TooFew(1))));
    assert_eq!(
        YearlyTrend::of(&[year(2020, 1), year(2021, 1), year(2020, 1)]),
        Err(YearlyError::Twice(2020))
    );
    let mut other = year(2021, 1);
    other.span = DaySpan::month(2021, 1);
    assert_eq!(YearlyTrend::of(&[year(2020, 1), other.clone()]), Err(YearlyError::NoYear(other.span)));
    other.statistic = Statistic::Mean;
    assert_eq!(YearlyTrend::of(&[year(2020, 1), other]), Err(YearlyError::Unlike));
}

#[test]
fn values_in_the_unit_of_the_first() {
    let mut later = year(2021, 10);
    later.unit = Unit::MG_PER_M3;
    let trend = YearlyTrend::of(&[year(2020, 10), later]).unwrap();
    assert_eq!(trend.theil_sen.unwrap().to_string(), "999");
    assert_eq!(
        trend.say(Lang::Zh).to_string(),
        "二氧化氮年均值：无临界值，不作判断，每年变化999 µg/m³；年份：2020、2021"
    );
}
