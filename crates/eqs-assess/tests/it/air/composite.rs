//! The composite index.

use eqs_assess::air::{
    AirStatistic, ChangeError, Composite, CompositeError, CompositeRule, Concentration, DailySeries, DaySpan,
    composite, evaluated, ranks,
};
use eqs_core::{Fraction, Indicator, Lang, Phrase, Pollutants, Quantity, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;

use super::validity::year_of;
use super::{hours, standard};

#[test]
fn what_has_no_composite_index() {
    let of = |symbol: &str, unit| {
        Concentration::printed(symbol.parse().unwrap(), Quantity::parse("1", unit).unwrap())
    };
    let mut given: Vec<_> =
        ["SO2", "NO2", "O3", "PM10", "PM2.5"].map(|symbol| of(symbol, Unit::UG_PER_M3)).into();
    let index = |given: &[Concentration]| composite(given, standard(), CompositeRule::SumOfSix);
    let co = [Indicator::CO].into_iter().collect::<Pollutants>();
    assert_eq!(index(&given).unwrap_err(), CompositeError::Missing(co));
    given.push(of("CO", Unit::MG_PER_L));
    let (indicator, given_unit, expected) = (Indicator::CO, Unit::MG_PER_L, Unit::MG_PER_M3);
    assert_eq!(index(&given).unwrap_err(), CompositeError::Unit { indicator, given: given_unit, expected });
    given[5] = of("CO", Unit::MG_PER_M3);
    assert!(index(&given).is_ok());
    given.push(of("NO2", Unit::UG_PER_M3));
    assert_eq!(index(&given).unwrap_err(), CompositeError::Twice(Indicator::NO2));
    let new = Gb3095::named("1996 amended 2000").unwrap();
    let error = composite(&given[..6], new, CompositeRule::SumOfSix).unwrap_err();
    assert_eq!(error, CompositeError::NoLimit(Indicator::O3));
    given[0].value = Fraction::from(-1);
    assert_eq!(index(&given).unwrap_err(), CompositeError::Negative(given[0].indicator));
    assert_eq!(ranks::<i32>(&[]), [0; 0]);
    assert_eq!(ranks(&[Fraction::new(1, 3), Fraction::new(2, 6), None]), [2, 2, 1]);
}

/// The six statistics of a month, in µg/m³ each.
fn of_month(span: DaySpan, value: i32) -> Vec<AirStatistic> {
    let all =
        [Indicator::SO2, Indicator::NO2, Indicator::CO, Indicator::O3, Indicator::PM10, Indicator::PM2_5];
    let of = |indicator| {
        let readings = vec![Some(value * 10); usize::try_from(span.days()).unwrap() * 24];
        let hours = hours(indicator, span.first, readings);
        let days = match indicator {
            Indicator::O3 => DailySeries::max_of_eight_hours(&hours, standard()),
            _ => DailySeries::means(&hours, standard()),
        };
        evaluated(&days, span, standard())
    };
    all.into_iter().flat_map(of).collect()
}

fn index(statistics: &[AirStatistic]) -> Result<Composite, CompositeError> {
    Composite::of(statistics, standard(), CompositeRule::SumOfSix)
}

#[test]
fn statistics_of_other_days_make_no_index() {
    let (march, april) = (DaySpan::month(2024, 3), DaySpan::month(2024, 4));
    let mut statistics = of_month(march, 80);
    // What the index does not take may be of other days.
    let percentile = statistics.iter().position(|own| own.statistic == Statistic::P98OfDailyMeans).unwrap();
    statistics[percentile].span = april;
    let whole = index(&statistics).unwrap();
    assert_eq!((whole.span, whole.is_valid(), whole.limits), (Some(march), true, "2012 amended 2018"));
    let ozone = statistics.iter().position(|own| own.statistic == Statistic::P90OfDailyMax8h).unwrap();
    statistics[ozone].span = april;
    assert_eq!(index(&statistics), Err(CompositeError::Spans(march, april)));
    statistics[ozone].value = None;
    assert!(matches!(index(&statistics), Err(CompositeError::Missing(_))));
}

#[test]
fn what_is_not_valid_is_named() {
    let year = DaySpan::year(2024);
    let mut statistics = of_month(DaySpan::month(2024, 3), 80);
    for own in &mut statistics {
        own.span = year;
    }
    assert!(index(&statistics).unwrap().is_valid());
    let mean = statistics.iter().position(|own| own.indicator == Indicator::NO2).unwrap();
    statistics[mean].shortfalls = year_of(323, 27, 25).shortfalls;
    let index = index(&statistics).unwrap();
    assert!(!index.is_valid() && index.invalid == Pollutants::default().with(Indicator::NO2));
    assert_eq!(
        index.say(Lang::Zh).to_string(),
        "2024年综合指数7.28，单项指数最大的为PM2.5，二氧化氮有效数据不足"
    );
}

#[test]
fn changes_of_the_index() {
    let february = |year, value| index(&of_month(DaySpan::month(year, 2), value)).unwrap();
    let (now, last) = (february(2024, 90), february(2023, 80));
    let since = now.change_since(&last).unwrap();
    assert_eq!(since.percent, Fraction::new(25, 2));
    assert_eq!(since.say(Lang::En).to_string(), "up 12.5% (0.9102) on 2023-02");
    assert!(since.is_valid && since.states.is_none());
    // Gases and particulates at other states.
    assert!(now.change_since(&february(2018, 80)).unwrap().states.is_some());
    assert!(matches!(last.change_since(&now), Err(ChangeError::NotEarlier(..))));
    let march = index(&of_month(DaySpan::month(2023, 3), 80)).unwrap();
    assert!(matches!(now.change_since(&march), Err(ChangeError::Spans(..))));
    let other =
        |standard, rule| Composite::of(&of_month(DaySpan::month(2023, 2), 80), standard, rule).unwrap();
    let new = Gb3095::named("2026 transition").unwrap();
    for other in [other(new, CompositeRule::SumOfSix), other(standard(), CompositeRule::Weighted)] {
        assert_eq!(now.change_since(&other), Err(ChangeError::Indices));
    }
    let concentrations: Vec<_> =
        of_month(DaySpan::month(2023, 2), 80).iter().filter_map(Concentration::exact).collect();
    let of_figures = composite(&concentrations, standard(), CompositeRule::SumOfSix).unwrap();
    assert_eq!((of_figures.value, of_figures.span), (last.value, None));
    assert_eq!(now.change_since(&of_figures), Err(ChangeError::Indices));
}
