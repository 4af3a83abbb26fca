//! The hours that a request excludes, from a file of their own.

use std::collections::HashMap;

use eqs::air::{Exclusion, ExclusionCause, HourLabel, Slot};
use eqs::{Lang, Pollutants};
use serde::Serialize;

use super::pollutant::{POLLUTANTS, Pollutant};
use super::store::{Station, Store};
use crate::columns::{CellProblem, refuse_header};
use crate::day::parse_time;
use crate::error::{CliError, Location};
use crate::input::{Input, Row};
use crate::problem::Problem;

/// The columns of the file; the first four have to be there, and the last is not read.
const COLUMNS: [&str; 7] = ["station", "from", "to", "cause", "city", "pollutants", "note"];

/// Which readings a result rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kept {
    /// All.
    All,
    /// Those that are not excluded.
    Rest,
}

/// A row of the file.
#[derive(Serialize)]
pub(crate) struct Excluded {
    #[serde(skip_serializing_if = "Option::is_none")]
    city: Option<String>,
    station: String,
    #[serde(flatten)]
    exclusion: Exclusion,
    /// Where the station stands.
    #[serde(skip)]
    at: Location,
}

struct Columns {
    station: usize,
    from: usize,
    to: usize,
    cause: usize,
    city: Option<usize>,
    pollutants: Option<usize>,
    labels: HourLabel,
}

impl Kept {
    pub(crate) const ALL: [Self; 2] = [Self::All, Self::Rest];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Rest => "rest",
        }
    }
}

/// Reads the file; one bad cell refuses it.
pub(crate) fn read(file: &str, labels: HourLabel) -> Result<Vec<Excluded>, CliError> {
    let mut input = Input::open(file)?;
    let columns = Columns::find(&input, labels)?;
    let (mut all, mut lines) = (Vec::new(), HashMap::new());
    while let Some(mut row) = input.next_row()? {
        let read = match row.fault.take() {
            Some(problem) => Err(CellProblem { column: None, problem }),
            None => columns.read(&row),
        };
        let refuse =
            |CellProblem { column, problem }| CliError::refuse(input.location(&row, column), problem);
        let (city, station, exclusion) = read.map_err(refuse)?;
        let key = (city.clone(), station.clone(), exclusion);
        if let Some(line) = lines.insert(key, row.line()) {
            return Err(refuse(CellProblem { column: None, problem: Problem::RowTwice { line } }));
        }
        all.push(Excluded { city, station, exclusion, at: input.location(&row, Some(columns.station)) });
    }
    Ok(all)
}

/// Gives each station what is excluded of it.
pub(crate) fn assign(all: &[Excluded], store: &mut Store) -> Result<(), CliError> {
    for own in all {
        let is_meant = |station: &&mut Station| {
            *station.name == *own.station && own.city.as_deref().is_none_or(|city| *station.city == *city)
        };
        let mut meant = store.stations_mut().iter_mut().filter(is_meant);
        let problem = match (meant.next(), meant.next()) {
            (Some(station), None) => {
                station.excluded.push(own.exclusion);
                continue;
            }
            (None, _) => Problem::UnknownStation,
            (Some(_), Some(_)) => Problem::SeveralCities,
        };
        return Err(CliError::refuse(own.at.clone(), problem));
    }
    Ok(())
}

impl Columns {
    fn find(input: &Input, labels: HourLabel) -> Result<Self, CliError> {
        let header = input.header();
        // A misspelt `pollutants` would exclude more than was meant.
        if let Some(other) = header.names().iter().find(|name| !COLUMNS.contains(&name.trim())) {
            let at = Location::file(input.name()).line(header.line()).column(other);
            return Err(CliError::refuse(at, Problem::OtherColumn(&COLUMNS)));
        }
        let needed = |name| {
            header.column(name).ok_or_else(|| refuse_header(input, Problem::MissingColumn(name.into())))
        };
        Ok(Self {
            station: needed("station")?,
            from: needed("from")?,
            to: needed("to")?,
            cause: needed("cause")?,
            city: header.column("city"),
            pollutants: header.column("pollutants"),
            labels,
        })
    }

    fn read(&self, row: &Row) -> Result<(Option<String>, String, Exclusion), CellProblem> {
        let cell = |column| row.cell(column).trim();
        let station = cell(self.station);
        if station.is_empty() {
            return Err(CellProblem::at(self.station, Problem::NoStation));
        }
        let cause: ExclusionCause = cell(self.cause).parse().map_err(|_| {
            let known = ExclusionCause::ALL.iter().map(|cause| cause.code()).collect();
            CellProblem::at(self.cause, Problem::UnknownCode(known))
        })?;
        let (first, last) = (self.slot(row, self.from, 0)?, self.slot(row, self.to, 23)?);
        // The hours of slots are those of a day.
        let reversed = |_| CellProblem::at(self.to, Problem::Reversed);
        let exclusion = Exclusion::new(cause, first, last).map_err(reversed)?;
        let exclusion = match self.pollutants.map(|column| (column, cell(column))) {
            None | Some((_, "")) => exclusion,
            Some((column, names)) => {
                of_pollutants(exclusion, names).map_err(|problem| CellProblem::at(column, problem))?
            }
        };
        let city = self.city.map(cell).filter(|city| !city.is_empty());
        Ok((city.map(str::to_owned), station.to_owned(), exclusion))
    }

    /// The hour that a cell names, or the given one of its day.
    fn slot(&self, row: &Row, column: usize, hour: u8) -> Result<Slot, CellProblem> {
        match parse_time(row.cell(column).trim()) {
            Some((day, None)) => Ok(Slot { day, hour }),
            Some((day, Some(label))) => {
                let slot = self.labels.slot(day, label.number());
                slot.ok_or(CellProblem::at(column, Problem::NoSuchHour))
            }
            None => Err(CellProblem::at(column, Problem::BadDayOrHour)),
        }
    }
}

/// The exclusion of pollutants alone that are named by their columns: `pm10;pm25`.
fn of_pollutants(exclusion: Exclusion, names: &str) -> Result<Exclusion, Problem> {
    let indicator = |name: &str| {
        let pollutant = Pollutant::position(name.trim()).and_then(|at| POLLUTANTS.get(at));
        pollutant.map(|pollutant| pollutant.indicator).ok_or_else(|| {
            let known = POLLUTANTS.iter().flat_map(|pollutant| pollutant.keys).copied().collect();
            Problem::UnknownCode(known)
        })
    };
    let pollutants: Pollutants = names.split(';').map(indicator).collect::<Result<_, _>>()?;
    exclusion.of(pollutants).map_err(Problem::NotExcluded)
}

/// How many days and hours are excluded; `None` if none are.
pub(crate) fn counted(days: u16, hours: u32, lang: Lang) -> Option<String> {
    let part = |number: u32, zh: &str, one: &str, more: &str| match (number, lang) {
        (0, _) => None,
        (number, Lang::Zh) => Some(format!("{number}{zh}")),
        (1, Lang::En) => Some(format!("1 {one}")),
        (number, Lang::En) => Some(format!("{number} {more}")),
    };
    let parts = [part(days.into(), "天", "day", "days"), part(hours, "小时", "hour", "hours")];
    let said: Vec<_> = parts.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(lang.pick("，", ", ")))
}
