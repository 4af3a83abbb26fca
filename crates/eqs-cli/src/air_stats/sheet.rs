//! The tables as CSV; headers are the same in both languages.

use std::io::Write;

use eqs::air::DaySpan;
use eqs::{Lang, Quantity};

use super::WriteError;
use super::args::Table;
use super::entry::Entry;
use super::exclusions::counted;
use super::pollutant::POLLUTANTS;
use super::results::{Day, DayEntry, PlaceTable, Results};
use super::{change, composite, days};
use crate::judgement::Parts;

/// The columns that tell the place.
const PLACE: [&str; 4] = ["city", "station", "stations", "readings"];

/// The columns of the tables of statistics.
const STATISTICS: [&str; 19] = [
    "first",
    "last",
    "indicator",
    "statistic",
    "value",
    "unit",
    "rounded",
    "days",
    "days_of_span",
    "refused",
    "excluded_days",
    "excluded_hours",
    "shortfall",
    "edition",
    "outcome",
    "limit",
    "multiple",
    "rule",
    "confirmation",
];

/// Writes a table, place by place.
pub(crate) fn write(
    results: &Results<'_>,
    table: Table,
    lang: Lang,
    output: impl Write,
) -> Result<(), WriteError> {
    let mut writer = csv::Writer::from_writer(output);
    writer.write_record(header(table))?;
    results.each(table, |place| {
        records(&place, lang).try_for_each(|record| Ok::<_, WriteError>(writer.write_record(record)?))
    })?;
    writer.flush().map_err(WriteError::Output)
}

/// The columns of a table.
pub(crate) fn header(table: Table) -> Vec<&'static str> {
    match table {
        Table::Monthly | Table::Quarterly | Table::Annual => {
            PLACE.into_iter().chain(STATISTICS).chain(change::COLUMNS).collect()
        }
        Table::Days => days::header(&PLACE),
        Table::Composite => composite::header(&PLACE),
        Table::Daily => {
            let values = POLLUTANTS.iter().map(|pollutant| pollutant.daily);
            PLACE.into_iter().chain(["date"]).chain(values).chain(["shortfall", "excluded"]).collect()
        }
    }
}

/// The rows of a place.
pub(crate) fn records(place: &PlaceTable, lang: Lang) -> impl Iterator<Item = Vec<String>> {
    let days = place.days.iter().map(move |day| of_day(place, day, lang));
    let statistics = place.statistics.iter().map(move |entry| of_entry(place, entry, lang));
    let index = place.index_days.iter().map(move |days| days::record(names(place), place, days, lang));
    let composites = place.composites.iter();
    let composites = composites.map(move |entry| composite::record(names(place), place, entry, lang));
    days.chain(statistics).chain(index).chain(composites)
}

/// Valid values as they are rounded, what the others lack, and the hours that are excluded.
fn of_day(place: &PlaceTable, day: &Day, lang: Lang) -> Vec<String> {
    let mut record = names(place);
    record.push(day.day.to_string());
    for pollutant in &POLLUTANTS {
        let entry = day.values.iter().find(|entry| entry.indicator == pollutant.indicator);
        let rounded = entry.and_then(|entry| entry.rounded);
        record.push(rounded.map_or_else(String::new, |rounded| rounded.value.to_string()));
    }
    let joined = |said: &dyn Fn(&DayEntry) -> Option<String>| {
        let said = day.values.iter().filter_map(|entry| {
            Some(format!("{}{}{}", entry.indicator, lang.pick("：", ": "), said(entry)?))
        });
        said.collect::<Vec<_>>().join(lang.pick("；", "; "))
    };
    record.push(joined(&|entry| entry.remark(lang)));
    record.push(joined(&|entry| counted(0, entry.value.excluded_hours, lang)));
    record
}

fn of_entry(place: &PlaceTable, entry: &Entry, lang: Lang) -> Vec<String> {
    let statistic = &entry.statistic;
    let DaySpan { first, last } = statistic.span;
    let value = |value: Option<Quantity>| value.map_or_else(String::new, |value| value.value.to_string());
    let verdict = entry.verdict.as_ref();
    let parts = verdict.map(|verdict| Parts::of(verdict, lang, ToString::to_string)).unwrap_or_default();
    let grade = parts.confirmation.map_or_else(String::new, |grade| grade.to_string());
    let outcome = verdict.map(|verdict| match verdict.outcome.determined() {
        Some(attainment) => attainment.code(),
        None => "undetermined",
    });
    let mut record = names(place);
    record.extend([
        first.to_string(),
        last.to_string(),
        statistic.indicator.to_string(),
        statistic.statistic.to_string(),
        value(entry.printed),
        statistic.unit.to_string(),
        value(entry.rounded),
        statistic.days.to_string(),
        statistic.span.days().to_string(),
        entry.refused.to_string(),
        statistic.excluded.to_string(),
        statistic.excluded_hours.to_string(),
        entry.shortfall(lang),
        place.edition.to_owned(),
        outcome.unwrap_or_default().to_owned(),
        parts.limit,
        parts.multiple,
        parts.rule,
        grade,
    ]);
    record.extend(entry.change.as_ref().map(|change| change.cells(entry.places)).unwrap_or_default());
    record
}

fn names(place: &PlaceTable) -> Vec<String> {
    vec![
        place.city.clone(),
        place.station.clone().unwrap_or_default(),
        place.stations.to_string(),
        place.kept.code().to_owned(),
    ]
}
