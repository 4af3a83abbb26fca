//! The days and statistics of stations or cities.

use std::collections::HashMap;

use eqs::air::{
    AirStatistic, DailySeries, DaySpan, DayState, DayValue, DaysError, Exclusion, HourlySeries,
    YearEvaluation, YearRule, city, evaluate_year, evaluated,
};
use eqs::gb3095::Gb3095;
use eqs::{AirGrade, Fraction, Indicator, Lang, NaiveDate, Phrase as _, Quantity, Rounding, Unit};
use serde::Serialize;

use super::args::{AirStatsArgs, Labels, Standards, Table};
use super::change::Compared;
use super::composite::{CompositeEntry, rank};
use super::day_change::DaysCompared;
use super::days::IndexDays;
use super::entry::Entry;
use super::exclusions::{Excluded, Kept};
use super::layout::shift;
use super::pollutant::{PLACES, POLLUTANTS, Pollutant};
use super::read::Read;
use super::store::{Station, StationYear};
use super::trends::{PlaceTrend, trends};
use crate::error::{CliError, Location};
use crate::problem::Problem;

/// What comes of the readings, worked out place by place and year by year as it is asked for.
pub(crate) struct Results<'a> {
    pub(crate) read: &'a Read,
    request: &'a AirStatsArgs,
    standards: &'a Standards,
}

/// A station or city in a year, with its days.
pub(crate) struct PlaceYear<'a> {
    /// The city; empty where the files name none.
    pub(crate) city: &'a str,
    /// The station; `None` for a city.
    pub(crate) station: Option<&'a str>,
    /// The number of stations behind it.
    pub(crate) stations: usize,
    /// Which of their readings count.
    pub(crate) kept: Kept,
    /// The year.
    pub(crate) year: u16,
    /// The days that are asked for.
    pub(crate) span: DaySpan,
    /// Those of them from the first that there is a row of to the last.
    pub(crate) covered: Option<DaySpan>,
    /// By which its days and means are valid.
    pub(crate) edition: Gb3095,
    /// Whose limits count.
    pub(crate) judge: Gb3095,
    /// The grade of the limits.
    pub(crate) grade: AirGrade,
    /// Whether percentiles of CO and ozone need the days of HJ 663-2013 where no rule is known.
    days_of_2013: bool,
    /// The refused readings, by pollutant.
    pub(crate) refused: [u32; 6],
    /// Its days, by pollutant; `None` without readings.
    pub(crate) days: [Option<DailySeries>; 6],
    /// The largest hour of ozone of each day, which HJ 633-2012 takes beside that of eight hours.
    largest: Option<DailySeries>,
}

/// The results of a request as one answer.
#[derive(Serialize)]
pub(crate) struct Collected<'a> {
    pub(crate) files: Vec<String>,
    pub(crate) labels: &'static str,
    pub(crate) rows: u64,
    /// The cells and rows that were refused and count as missing.
    pub(crate) refused: u64,
    pub(crate) excluded: Vec<String>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    exclusions: &'a [Excluded],
    pub(crate) table: Table,
    pub(crate) places: Vec<PlaceTable>,
    /// The trends of annual values.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    trends: Vec<PlaceTrend>,
}

/// The results of a place in a year.
#[derive(Serialize)]
pub(crate) struct PlaceTable {
    pub(crate) city: String,
    pub(crate) station: Option<String>,
    pub(crate) stations: usize,
    /// Which readings count.
    #[serde(rename = "readings")]
    pub(crate) kept: Kept,
    pub(crate) year: u16,
    pub(crate) edition: &'static str,
    pub(crate) judged_by: &'static str,
    pub(crate) grade: AirGrade,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) days: Vec<Day>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) statistics: Vec<Entry>,
    /// Whether a whole year attains, by one statistic of each pollutant.
    pub(crate) overall: Option<YearEvaluation>,
    /// The days by their index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) index_days: Option<IndexDays>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) composites: Vec<CompositeEntry>,
}

/// A day of a place.
#[derive(Serialize)]
pub(crate) struct Day {
    pub(crate) day: NaiveDate,
    pub(crate) values: Vec<DayEntry>,
}

/// A pollutant on a day.
#[derive(Serialize)]
pub(crate) struct DayEntry {
    pub(crate) indicator: Indicator,
    /// The value with the places of the rule, if it is valid.
    pub(crate) rounded: Option<Quantity>,
    #[serde(flatten)]
    pub(crate) value: DayValue,
}

/// The readings of a station in a year, and what is excluded of them.
#[derive(Clone, Copy)]
struct Source<'a> {
    year: &'a StationYear,
    excluded: &'a [Exclusion],
}

impl DayEntry {
    /// What the value lacks, or why it counts or does not.
    pub(crate) fn remark(&self, lang: Lang) -> Option<String> {
        let state = match self.value.state {
            DayState::Valid | DayState::Invalid => None,
            state => Some(state.say(lang).to_string()),
        };
        self.value.shortfall.map(|shortfall| shortfall.say(lang).to_string()).or(state)
    }
}

impl<'a> Source<'a> {
    fn of(station: &'a Station, year: &'a StationYear, kept: Kept) -> Self {
        let excluded = match kept {
            Kept::All => &[],
            Kept::Rest => station.excluded.as_slice(),
        };
        Self { year, excluded }
    }
}

impl<'a> Results<'a> {
    /// The results of what was read.
    pub(crate) const fn new(read: &'a Read, request: &'a AirStatsArgs, standards: &'a Standards) -> Self {
        Self { read, request, standards }
    }

    /// Hands over the table of each place and year, in the order of the files.
    pub(crate) fn each<E: From<CliError>>(
        &self,
        table: Table,
        take: impl FnMut(PlaceTable) -> Result<(), E>,
    ) -> Result<(), E> {
        if table != Table::Composite {
            return self.each_alone(table, take);
        }
        // A rank needs all places.
        let mut places = Vec::new();
        self.each_alone(table, |place| {
            places.push(place);
            Ok::<_, E>(())
        })?;
        rank(&mut places);
        places.into_iter().try_for_each(take)
    }

    fn each_alone<E: From<CliError>>(
        &self,
        table: Table,
        mut take: impl FnMut(PlaceTable) -> Result<(), E>,
    ) -> Result<(), E> {
        let sides = if self.request.exclude_hours.is_some() { &Kept::ALL[..] } else { &[Kept::All] };
        if !self.request.city {
            for (station, kept) in
                self.read.store.stations().iter().flat_map(|own| sides.iter().map(move |kept| (own, *kept)))
            {
                let mut before = None;
                for year in &station.years {
                    let place = self.of_station(station, year, table, kept)?;
                    take(place.table(table, self.standards, self.base(&place, before.as_ref()))?)?;
                    self.keep(place, &mut before);
                }
            }
            return Ok(());
        }
        let mut cities: Vec<(&str, Vec<&Station>)> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for station in self.read.store.stations() {
            let number = *numbers.entry(&station.city).or_insert(cities.len());
            match cities.get_mut(number) {
                Some((_, stations)) => stations.push(station),
                None => cities.push((&station.city, vec![station])),
            }
        }
        for (city, stations) in cities {
            let mut years: Vec<u16> =
                stations.iter().flat_map(|station| &station.years).map(|year| year.year).collect();
            years.sort_unstable();
            years.dedup();
            for kept in sides {
                let mut before = None;
                for year in &years {
                    let place = self.of_city(city, &stations, *year, table, *kept)?;
                    take(place.table(table, self.standards, self.base(&place, before.as_ref()))?)?;
                    self.keep(place, &mut before);
                }
            }
        }
        Ok(())
    }

    /// The year that a year is compared with, if it is the one that was kept.
    fn base<'b, 'c>(
        &self,
        place: &PlaceYear<'_>,
        before: Option<&'b PlaceYear<'c>>,
    ) -> Option<&'b PlaceYear<'c>> {
        let base = self.request.base_year.or(place.year.checked_sub(1));
        before.filter(|before| Some(before.year) == base)
    }

    /// Keeps a year if later ones are compared with it.
    fn keep<'b>(&self, place: PlaceYear<'b>, before: &mut Option<PlaceYear<'b>>) {
        if self.request.base_year.is_none_or(|base| base == place.year) {
            *before = Some(place);
        }
    }

    fn of_station<'b>(
        &self,
        station: &'b Station,
        year: &StationYear,
        table: Table,
        kept: Kept,
    ) -> Result<PlaceYear<'b>, CliError> {
        let mut place = self.place(&station.city, year.year, kept)?;
        let source = Source::of(station, year, kept);
        place.station = Some(&station.name);
        place.refused = year.refused;
        place.cover(year);
        place.days = self.days(source, place.edition)?;
        place.largest = self.largest(source, table)?;
        Ok(place)
    }

    fn of_city<'b>(
        &self,
        name: &'b str,
        stations: &[&Station],
        year: u16,
        table: Table,
        kept: Kept,
    ) -> Result<PlaceYear<'b>, CliError> {
        let mut place = self.place(name, year, kept)?;
        let mut points: [Vec<DailySeries>; 6] = Default::default();
        let mut largest = Vec::new();
        place.stations = 0;
        let sources = stations
            .iter()
            .flat_map(|station| station.years.iter().map(move |year| Source::of(station, year, kept)));
        for source in sources.filter(|source| source.year.year == year) {
            let year = source.year;
            place.stations = place.stations.saturating_add(1);
            place.cover(year);
            for (own, refused) in place.refused.iter_mut().zip(year.refused) {
                *own = own.saturating_add(refused);
            }
            for (points, days) in points.iter_mut().zip(self.days(source, place.edition)?) {
                points.extend(days);
            }
            largest.extend(self.largest(source, table)?);
        }
        let all = place.days.iter_mut().chain([&mut place.largest]);
        for (days, points) in all.zip(points.into_iter().chain([largest])) {
            if !points.is_empty() {
                *days = Some(city(&points).map_err(|error| failed(&error.to_string()))?);
            }
        }
        Ok(place)
    }

    fn place<'b>(&self, city: &'b str, year: u16, kept: Kept) -> Result<PlaceYear<'b>, CliError> {
        let (edition, judge) = self.standards.of_year(year)?;
        let (asked, whole) = (self.request.span(), DaySpan::year(year));
        Ok(PlaceYear {
            city,
            station: None,
            stations: 1,
            kept,
            year,
            span: DaySpan { first: asked.first.max(whole.first), last: asked.last.min(whole.last) },
            edition,
            judge,
            grade: self.request.grade.into(),
            days_of_2013: self.request.days_of_2013,
            covered: None,
            refused: [0; 6],
            days: Default::default(),
            largest: None,
        })
    }

    fn days(&self, source: Source<'_>, edition: Gb3095) -> Result<[Option<DailySeries>; 6], CliError> {
        let mut days: [Option<DailySeries>; 6] = Default::default();
        for (at, (days, pollutant)) in days.iter_mut().zip(&POLLUTANTS).enumerate() {
            let Some(hours) = self.hours(source, at, pollutant)? else {
                continue;
            };
            *days = Some(if pollutant.indicator == Indicator::O3 {
                DailySeries::max_of_eight_hours(&hours, edition)
            } else {
                DailySeries::means(&hours, edition)
            });
        }
        Ok(days)
    }

    /// The largest hour of ozone of each day; only the table of days needs it.
    fn largest(&self, source: Source<'_>, table: Table) -> Result<Option<DailySeries>, CliError> {
        let is_needed = |pollutant: &Pollutant| table == Table::Days && pollutant.indicator == Indicator::O3;
        let ozone = POLLUTANTS.iter().enumerate().find(|(_, pollutant)| is_needed(pollutant));
        let hours = ozone.map(|(at, pollutant)| self.hours(source, at, pollutant)).transpose()?.flatten();
        Ok(hours.map(|hours| DailySeries::max_of_hours(&hours)))
    }

    fn hours(
        &self,
        source: Source<'_>,
        at: usize,
        pollutant: &Pollutant,
    ) -> Result<Option<HourlySeries>, CliError> {
        let unit = self.request.unit_of(at).unwrap_or(pollutant.unit);
        // The places of the column, counted in the unit of the statistics.
        let places = PLACES.saturating_add_signed(shift(unit, pollutant.unit));
        let hours = source.year.series(at, pollutant.indicator, pollutant.unit, places);
        let hours = hours.transpose().map_err(|error| failed(&error.to_string()))?;
        Ok(hours.map(|hours| match source.excluded {
            [] => hours,
            excluded => hours.excluding(excluded),
        }))
    }

    /// A table as one answer.
    pub(crate) fn collect(&self, table: Table) -> Result<Collected<'_>, CliError> {
        let mut places = Vec::new();
        self.each(table, |place| {
            places.push(place);
            Ok::<_, CliError>(())
        })?;
        Ok(Collected {
            files: self.request.files.clone(),
            labels: match self.request.labels {
                Some(Labels::Start) => "start",
                _ => "end",
            },
            rows: self.read.rows,
            refused: self.read.refused,
            excluded: self.request.exclude.clone(),
            exclusions: &self.read.exclusions,
            table,
            trends: if table == Table::Annual { trends(&places) } else { Vec::new() },
            places,
        })
    }
}

impl PlaceYear<'_> {
    /// A table, with the changes to the year that it is compared with where that was read.
    fn table(
        &self,
        table: Table,
        standards: &Standards,
        before: Option<&PlaceYear<'_>>,
    ) -> Result<PlaceTable, CliError> {
        let statistics = self.statistics(table, before);
        let index_days = (table == Table::Days).then(|| self.index_days(standards, before)).transpose()?;
        Ok(PlaceTable {
            city: self.city.into(),
            station: self.station.map(Into::into),
            stations: self.stations,
            kept: self.kept,
            year: self.year,
            edition: self.edition.edition().name,
            judged_by: self.judge.edition().name,
            grade: self.grade,
            days: if table == Table::Daily { self.days() } else { Vec::new() },
            overall: if table == Table::Annual { self.evaluation(&statistics) } else { None },
            statistics,
            index_days,
            composites: if table == Table::Composite { self.composites(before) } else { Vec::new() },
        })
    }

    fn index_days(
        &self,
        standards: &Standards,
        before: Option<&PlaceYear<'_>>,
    ) -> Result<IndexDays, CliError> {
        let refuse = |error: DaysError| failed(&error.to_string());
        let mut days = IndexDays::of(&self.series(), self.span, standards).map_err(refuse)?;
        if let Some(before) = before {
            days.compared = DaysCompared::of(self, before, standards).map_err(refuse)?;
        }
        Ok(days)
    }

    /// The days of all pollutants that an index takes.
    pub(crate) fn series(&self) -> Vec<DailySeries> {
        self.days.iter().chain([&self.largest]).flatten().cloned().collect()
    }

    /// The statistics of all pollutants over a span.
    pub(crate) fn evaluated(&self, span: DaySpan) -> Vec<AirStatistic> {
        self.days.iter().flatten().flat_map(|days| self.of_days(days, span)).collect()
    }

    /// The statistics of a pollutant over a span.
    pub(crate) fn of_days(&self, days: &DailySeries, span: DaySpan) -> Vec<AirStatistic> {
        let mut statistics = evaluated(days, span, self.edition);
        if self.days_of_2013 {
            statistics = statistics.into_iter().map(AirStatistic::with_days_of_2013).collect();
        }
        statistics
    }

    /// The composite indices of the year and of its months.
    fn composites(&self, before: Option<&PlaceYear<'_>>) -> Vec<CompositeEntry> {
        let of = |span| {
            let statistics = self.evaluated(span);
            let mut entry = CompositeEntry::of(span, &statistics, self.judge);
            entry.compared = before.and_then(|before| entry.compare(&statistics, self, before));
            entry
        };
        let mut spans: Vec<DaySpan> = self.spans(Table::Annual).chain(self.spans(Table::Monthly)).collect();
        // A part of one month is the same part of the year.
        spans.dedup();
        spans.into_iter().map(of).collect()
    }

    /// The spans of a table that there are rows of.
    fn spans(&self, table: Table) -> impl Iterator<Item = DaySpan> {
        let is_covered = |span: &DaySpan| self.covered.and_then(|covered| common(covered, *span)).is_some();
        spans(self.year, table).into_iter().filter(is_covered).filter_map(|span| common(span, self.span))
    }

    /// Takes in the days of a station.
    fn cover(&mut self, year: &StationYear) {
        let Some(own) = year.covered().and_then(|covered| common(covered, self.span)) else {
            return;
        };
        let all = self.covered.unwrap_or(own);
        self.covered = Some(DaySpan { first: all.first.min(own.first), last: all.last.max(own.last) });
    }

    fn days(&self) -> Vec<Day> {
        let days = self
            .covered
            .into_iter()
            .flat_map(|covered| covered.first.iter_days().take_while(move |day| *day <= covered.last));
        days.map(|day| Day { day, values: self.values(day) }).collect()
    }

    fn values(&self, day: NaiveDate) -> Vec<DayEntry> {
        let entry = |(days, pollutant): (&Option<DailySeries>, &Pollutant)| {
            let value = days.as_ref()?.of(day)?;
            let valid = value.value.filter(|_| value.state.is_valid());
            let rounded = valid.and_then(|exact| self.rounded(exact, pollutant.indicator, pollutant.unit));
            Some(DayEntry { indicator: pollutant.indicator, rounded, value })
        };
        self.days.iter().zip(&POLLUTANTS).filter_map(entry).collect()
    }

    /// The statistics of a table; none of that of days.
    fn statistics(&self, table: Table, before: Option<&PlaceYear<'_>>) -> Vec<Entry> {
        let of_span = |span| {
            let series = self.days.iter().zip(self.refused).enumerate();
            let of = move |(at, (days, refused)): (usize, (&Option<DailySeries>, u32))| {
                let statistics = days.as_ref().map(|days| self.of_days(days, span));
                statistics.into_iter().flatten().map(move |statistic| {
                    let change = before.and_then(|before| Compared::of(&statistic, at, self, before));
                    Entry::new(statistic, refused, self).with(change)
                })
            };
            series.flat_map(of)
        };
        self.spans(table).flat_map(of_span).collect()
    }

    /// All statistics of a whole year together.
    fn evaluation(&self, entries: &[Entry]) -> Option<YearEvaluation> {
        let statistics: Vec<_> = entries.iter().map(|entry| entry.statistic.clone()).collect();
        let is_year = self.span == DaySpan::year(self.year) && !entries.is_empty();
        let evaluate = || evaluate_year(self.year, &statistics, self.judge, self.grade, YearRule::OneEach);
        is_year.then(|| evaluate().ok()).flatten()
    }

    /// A value with the places of the rule whose limits count; `None` where no rule gives them.
    pub(crate) fn rounded(&self, exact: Fraction, indicator: Indicator, unit: Unit) -> Option<Quantity> {
        let digits = self.judge.evaluated_by()?.digits(indicator)?;
        Some(Quantity::new(exact.round(digits.places.cast_signed(), Rounding::HalfEven).ok()?, unit))
    }
}

/// The days that two spans share.
pub(crate) fn common(one: DaySpan, other: DaySpan) -> Option<DaySpan> {
    let span = DaySpan { first: one.first.max(other.first), last: one.last.min(other.last) };
    (span.first <= span.last).then_some(span)
}

/// The spans of a table in a year.
fn spans(year: u16, table: Table) -> Vec<DaySpan> {
    match table {
        Table::Daily | Table::Days | Table::Composite => Vec::new(),
        Table::Monthly => (1..=12).map(|month| DaySpan::month(year, month)).collect(),
        Table::Quarterly => (1..=4).map(|quarter| DaySpan::quarter(year, quarter)).collect(),
        Table::Annual => vec![DaySpan::year(year)],
    }
}

/// What a library refuses.
fn failed(reason: &str) -> CliError {
    CliError::refuse(Location::default(), Problem::Other(reason.into()))
}
