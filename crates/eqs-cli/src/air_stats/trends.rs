//! Trends of annual values.

use eqs::air::{AirStatistic, DaySpan, YearlyTrend};
use eqs::trend::{Significance, Trend};
use eqs::{Indicator, Lang, Phrase as _, Statistic, Unit};
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
    /// The valid years, those that lack, and what comes of them.
    #[serde(flatten)]
    yearly: YearlyTrend,
    /// What the rank correlation says at the level of 0.05, if there are critical values.
    trend: Option<Trend>,
    sentence_zh: String,
    sentence_en: String,
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
    // The first year and the last may have been asked for in part.
    let of_years = places.iter().flat_map(|place| {
        let statistics = place.statistics.iter().map(|entry| &entry.statistic);
        statistics.filter(|own| own.span == DaySpan::year(place.year))
    });
    let own = of_years.filter(|own| (own.indicator, own.statistic, own.unit) == kind);
    let own: Vec<AirStatistic> = own.cloned().collect();
    let yearly = YearlyTrend::of(&own).ok().filter(|trend| trend.years.len() >= LEAST)?;
    let first = places.first()?;
    let [sentence_zh, sentence_en] = [Lang::Zh, Lang::En].map(|lang| yearly.say(lang).to_string());
    Some(PlaceTrend {
        city: first.city.clone(),
        station: first.station.clone(),
        kept: first.kept,
        trend: yearly.spearman.trend(Significance::FivePercent),
        yearly,
        sentence_zh,
        sentence_en,
    })
}
