//! A year of a city from its hourly readings: Beijing in 2016, 11 points (`tests/data/prsa-2016/README.md`).

use std::fmt::Write as _;
use std::sync::LazyLock;

use eqs_assess::air::{
    AirStatistic, CompositeRule, Concentration, DailySeries, DayCounts, DaySpan, HourlySeries, YearRule,
    annual, attaining_days, city, composite, daily_indices, evaluate_year, longest_spell, mean,
};
use eqs_assess::aqi::Aqi;
use eqs_assess::attainment::Attainment;
use eqs_core::{AirGrade, Indicator, Lang, NaiveDate, Phrase, Rounding, Statistic, Unit};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::hj633::Hj633;

pub(crate) const POLLUTANTS: [Indicator; 6] =
    [Indicator::PM2_5, Indicator::PM10, Indicator::SO2, Indicator::NO2, Indicator::CO, Indicator::O3];

/// The points, each with its six pollutants.
static POINTS: LazyLock<Vec<Vec<HourlySeries>>> = LazyLock::new(|| {
    let mut rows = csv::Reader::from_reader(include_str!("../data/prsa-2016/hours.csv").as_bytes());
    let mut columns: Vec<Vec<Vec<i32>>> = vec![vec![Vec::new(); 6]; 11];
    for row in rows.records() {
        let row = row.unwrap();
        let indicator: Indicator = row[1].parse().unwrap();
        let at = POLLUTANTS.iter().position(|other| *other == indicator).unwrap();
        let column = &mut columns[row[0].parse::<usize>().unwrap() - 1][at];
        column.extend(row.iter().skip(2).map(|cell| match cell {
            "" => HourlySeries::MISSING,
            cell => cell.parse().unwrap(),
        }));
    }
    let series = |(column, indicator): (Vec<i32>, Indicator)| {
        let (unit, places) =
            if indicator == Indicator::CO { (Unit::MG_PER_M3, 1) } else { (Unit::UG_PER_M3, 0) };
        HourlySeries::from_column(indicator, unit, places, first(), column).unwrap()
    };
    columns.into_iter().map(|point| point.into_iter().zip(POLLUTANTS).map(series).collect()).collect()
});

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, 1, 1).unwrap()
}

fn standard() -> Gb3095 {
    Gb3095::named("2012").unwrap()
}

/// The hours of a pollutant at all points.
pub(crate) fn points(indicator: Indicator) -> impl Iterator<Item = &'static HourlySeries> {
    let at = POLLUTANTS.iter().position(|other| *other == indicator).unwrap();
    POINTS.iter().map(move |point| &point[at])
}

/// The daily values of the city.
pub(crate) fn city_of(indicator: Indicator) -> DailySeries {
    let day = |hours: &HourlySeries| match indicator {
        Indicator::O3 => DailySeries::max_of_eight_hours(hours, standard()),
        _ => DailySeries::means(hours, standard()),
    };
    city(&points(indicator).map(day).collect::<Vec<_>>()).unwrap()
}

pub(crate) fn statistics() -> Vec<AirStatistic> {
    POLLUTANTS.iter().flat_map(|indicator| annual(&city_of(*indicator), 2016, standard())).collect()
}

#[test]
fn the_city_values_of_the_year() {
    assert!(POINTS.iter().flatten().all(|series| series.days() == 366));
    let statistics = statistics();
    let value = |indicator, statistic, places| {
        let found =
            statistics.iter().find(|found| found.indicator == indicator && found.statistic == statistic);
        found.unwrap().rounded(places).unwrap().to_string()
    };
    assert_eq!(value(Indicator::PM2_5, Statistic::AnnualMean, 1), "73.0 µg/m³");
    assert_eq!(value(Indicator::PM10, Statistic::AnnualMean, 1), "96.1 µg/m³");
    assert_eq!(value(Indicator::SO2, Statistic::AnnualMean, 1), "10.0 µg/m³");
    assert_eq!(value(Indicator::NO2, Statistic::AnnualMean, 1), "48.3 µg/m³");
    assert_eq!(value(Indicator::CO, Statistic::P95OfDailyMeans, 1), "3.2 mg/m³");
    assert_eq!(value(Indicator::O3, Statistic::P90OfDailyMax8h, 0), "199 µg/m³");
    let by_rule: Vec<String> = statistics
        .iter()
        .filter(|found| found.statistic == Statistic::AnnualMean)
        .map(|found| found.rounded_by(standard()).unwrap().unwrap().to_string())
        .collect();
    assert_eq!(by_rule, ["73 µg/m³", "96 µg/m³", "10 µg/m³", "48 µg/m³"]);
}

#[test]
fn the_means_of_the_points() {
    let mut said = String::new();
    for hours in points(Indicator::PM2_5) {
        let days = DailySeries::means(hours, standard());
        let year = mean(&days, DaySpan::year(2016), Statistic::AnnualMean, standard());
        write!(said, "{}\n{}\n", year.say(Lang::Zh), year.say(Lang::En)).unwrap();
    }
    insta::assert_snapshot!(said);
}

#[test]
fn attainment_then_and_by_later_limits() {
    let mut said = String::new();
    let statistics = statistics();
    for edition in ["2012", "2026 transition", "2026 final"] {
        for rule in [YearRule::OneEach, YearRule::MeansAndPercentiles] {
            let limits = Gb3095::named(edition).unwrap();
            let year = evaluate_year(2016, &statistics, limits, AirGrade::Two, rule).unwrap();
            assert_eq!(year.overall.outcome.determined(), Some(&Attainment::Exceeded));
            let exceeded = |item: &&eqs_core::Verdict<Attainment>| {
                item.outcome.determined() == Some(&Attainment::Exceeded)
            };
            writeln!(said, "# {edition}, {rule}: {}", year.items.iter().filter(exceeded).count()).unwrap();
            if (edition == "2012") == (rule == YearRule::MeansAndPercentiles) {
                write!(
                    said,
                    "{}\n{}\n\n",
                    year.overall.say(Lang::Zh).to_string().replace('；', "；\n"),
                    year.overall.say(Lang::En).to_string().replace("; ", ";\n")
                )
                .unwrap();
            }
        }
    }
    insta::assert_snapshot!(said);
}

#[test]
fn days_that_attain() {
    let rate = |indicator| {
        let days = city_of(indicator);
        let days = attaining_days(&days, DaySpan::year(2016), standard(), AirGrade::Two).unwrap();
        let rate = days.rate().unwrap().round(1, Rounding::HalfEven).unwrap();
        format!("{}/{} {rate}%", days.attaining, days.valid)
    };
    insta::assert_snapshot!(
        POLLUTANTS.map(|indicator| format!("{indicator} {}", rate(indicator))).join("\n")
    );
}

#[test]
fn days_and_composite_index() {
    let series: Vec<DailySeries> = POLLUTANTS.map(city_of).into();
    let year = DaySpan::year(2016);
    let mut said = String::new();
    for edition in ["2012", "2026"] {
        let days = daily_indices(&series, year, Hj633::named(edition).unwrap()).unwrap();
        let counts = DayCounts::of(year, &days).unwrap();
        writeln!(said, "{edition}\n{}\n{}", counts.say(Lang::Zh), counts.say(Lang::En)).unwrap();
        for (indicator, days) in counts.primary {
            writeln!(said, "{indicator} primary on {days} days").unwrap();
        }
        let spell =
            |is_asked: fn(&Aqi) -> bool| longest_spell(&days, is_asked).unwrap().say(Lang::En).to_string();
        writeln!(said, "good {}", spell(|aqi| aqi.level.is_good())).unwrap();
        writeln!(said, "heavy {}", spell(|aqi| aqi.level.is_heavy())).unwrap();
    }
    let concentrations: Vec<_> = statistics().iter().filter_map(Concentration::exact).collect();
    for rule in CompositeRule::ALL {
        let index = composite(&concentrations, standard(), *rule).unwrap();
        writeln!(said, "{}\n{}", index.say(Lang::Zh), index.say(Lang::En)).unwrap();
    }
    insta::assert_snapshot!(said);
}
