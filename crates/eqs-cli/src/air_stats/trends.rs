//! Trends of the annual values of places.

use eqs::air::DaySpan;
use eqs::trend::{Spearman, Trend, spearman, theil_sen};
use eqs::{Fraction, Indicator, Statistic, Unit};
use serde::Serialize;

use super::exclusions::Kept;
use super::results::PlaceTable;

/// The least years of a trend.
const LEAST: usize = 5;

/// The trend of a statistic of a place over its years.
#[derive(Serialize)]
pub(crate) struct PlaceTrend {
    city: String,
    station: Option<String>,
    #[serde(rename = "readings")]
    kept: Kept,
    indicator: Indicator,
    statistic: Statistic,
    unit: Unit,
    /// The years with a valid value; others are left out.
    years: Vec<u16>,
    spearman: Spearman,
    /// What the rank correlation says at the level of 0.05, if there are critical values.
    trend: Option<Trend>,
    /// The median slope, in units a year.
    theil_sen: Option<Fraction>,
}

/// The statistics with five valid years or more.
pub(crate) fn trends(places: &[PlaceTable]) -> Vec<PlaceTrend> {
    let is_one = |one: &PlaceTable, other: &PlaceTable| {
        (&one.city, &one.station, one.kept) == (&other.city, &other.station, other.kept)
    };
    // The years of a place follow on each other.
    places.chunk_by(is_one).flat_map(of_place).collect()
}

fn of_place(years: &[PlaceTable]) -> Vec<PlaceTrend> {
    let all = years.iter().flat_map(|place| &place.statistics);
    let mut kinds: Vec<(Indicator, Statistic, Unit)> = Vec::new();
    for entry in all {
        let kind = (entry.statistic.indicator, entry.statistic.statistic, entry.statistic.unit);
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds.into_iter().filter_map(|kind| of_statistic(years, kind)).collect()
}

fn of_statistic(places: &[PlaceTable], kind: (Indicator, Statistic, Unit)) -> Option<PlaceTrend> {
    let (indicator, statistic, unit) = kind;
    let value = |place: &PlaceTable| {
        let statistics = place.statistics.iter().map(|entry| &entry.statistic);
        let mut own = statistics.filter(|own| (own.indicator, own.statistic, own.unit) == kind);
        let own = own.find(|own| own.is_valid() && own.span == DaySpan::year(place.year))?;
        Some((place.year, own.value?))
    };
    let (years, values): (Vec<u16>, Vec<Fraction>) = places.iter().filter_map(value).unzip();
    if years.len() < LEAST {
        return None;
    }
    let spearman = spearman(&values).ok()?;
    let pairs: Vec<(i32, Fraction)> = years.iter().map(|year| i32::from(*year)).zip(values).collect();
    let first = places.first()?;
    Some(PlaceTrend {
        city: first.city.clone(),
        station: first.station.clone(),
        kept: first.kept,
        indicator,
        statistic,
        unit,
        years,
        trend: spearman.trend(),
        spearman,
        theil_sen: theil_sen(&pairs),
    })
}
