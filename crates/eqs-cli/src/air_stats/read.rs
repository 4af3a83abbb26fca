//! From files to readings.

use std::collections::HashSet;

use chrono::Datelike as _;
use eqs::air::{DaySpan, HourLabel, Slot};
use eqs::{Lang, Phrase as _};

use super::args::{AirStatsArgs, OnBadCell};
use super::exclusions::{self, Excluded};
use super::layout::{Layout, LayoutError};
use super::pollutant::{POLLUTANTS, Pollutant};
use super::store::{Readings, Store};
use crate::columns::{CellProblem, refuse_header, warn, warn_of_lookalikes};
use crate::error::{CliError, Location};
use crate::input::{Input, Row};
use crate::problem::Problem;

/// What was read.
#[derive(Default)]
pub(crate) struct Read {
    /// The readings.
    pub(crate) store: Store,
    /// The number of rows.
    pub(crate) rows: u64,
    /// The number of refused cells and rows.
    pub(crate) refused: u64,
    /// The hours that are excluded.
    pub(crate) exclusions: Vec<Excluded>,
}

/// Reads the files of a request.
pub(crate) fn read(request: &AirStatsArgs, lang: Lang) -> Result<Read, CliError> {
    let labels = request.labels.map_or(HourLabel::End, HourLabel::from);
    let exclusions =
        request.exclude_hours.as_deref().map(|file| exclusions::read(file, labels)).transpose()?;
    let read = Read { exclusions: exclusions.unwrap_or_default(), ..Read::default() };
    let mut reader = Reader { request, lang, span: request.span(), read, excluded: HashSet::new() };
    request.files.iter().try_for_each(|file| reader.file(file))?;
    if let Some(station) = request.exclude.iter().find(|station| !reader.excluded.contains(station.as_str()))
    {
        return Err(CliError::misread(Location::option("--exclude", station), Problem::UnknownStation));
    }
    exclusions::assign(&reader.read.exclusions, &mut reader.read.store)?;
    let Read { rows, refused, .. } = reader.read;
    if refused > 0 {
        warn(
            match lang {
                Lang::Zh => format!("{rows}行中有{refused}处被拒，均按缺测处理"),
                Lang::En => format!("{refused} refusals in {rows} rows; what was refused counts as missing"),
            },
            lang,
        );
    }
    Ok(reader.read)
}

struct Reader<'a> {
    request: &'a AirStatsArgs,
    lang: Lang,
    span: DaySpan,
    read: Read,
    /// The stations that are left out and that there are.
    excluded: HashSet<&'a str>,
}

impl Reader<'_> {
    fn file(&mut self, file: &str) -> Result<(), CliError> {
        let mut input = Input::open(file)?;
        let layout = Layout::find(input.header(), self.request).map_err(|error| match error {
            LayoutError::Header(problem) => refuse_header(&input, problem),
            LayoutError::Request(error) => error,
        })?;
        let keys =
            |pollutant: &'static Pollutant| pollutant.keys.iter().map(|key| (*key, pollutant.indicator));
        warn_of_lookalikes(input.header(), &POLLUTANTS.iter().flat_map(keys).collect::<Vec<_>>(), self.lang);
        let mut row = Row::default();
        while input.read_row(&mut row)? {
            self.read.rows = self.read.rows.saturating_add(1);
            self.row(&input, &layout, &mut row)?;
        }
        Ok(())
    }

    fn row(&mut self, input: &Input, layout: &Layout, row: &mut Row) -> Result<(), CliError> {
        let whole = row.fault.take().map_or(Ok(()), |problem| Err(CellProblem { column: None, problem }));
        let place = whole.and_then(|()| Ok((layout.station(row)?, layout.slot(row)?)));
        let ((city, station), slot) = match place {
            Ok(place) => place,
            Err(problem) => return self.refuse(input, row, problem),
        };
        if let Some(name) = self.request.exclude.iter().find(|name| *name == station) {
            self.excluded.insert(name);
            self.read.store.pass(city, station);
            return Ok(());
        }
        if slot.day < self.span.first || self.span.last < slot.day {
            self.read.store.pass(city, station);
            return Ok(());
        }
        let (mut readings, mut refused) = ([None; 6], [0; 6]);
        for (at, (reading, refused)) in readings.iter_mut().zip(&mut refused).enumerate() {
            match layout.reading(row, at) {
                Ok(value) => *reading = value,
                Err(problem) => {
                    *refused = 1;
                    self.refuse(input, row, problem)?;
                }
            }
        }
        if !self.put(city, station, slot, readings, refused) {
            self.refuse(
                input,
                row,
                CellProblem::at(layout.hour_column(), Problem::HourTwice(station.into())),
            )?;
        }
        Ok(())
    }

    /// Whether the row is the first of its hour.
    fn put(&mut self, city: &str, station: &str, slot: Slot, readings: Readings, refused: [u32; 6]) -> bool {
        let Some(year) =
            u16::try_from(slot.day.year()).ok().and_then(|year| self.read.store.year(city, station, year))
        else {
            return true;
        };
        for (own, refused) in year.refused.iter_mut().zip(refused) {
            *own = own.saturating_add(refused);
        }
        year.put(slot, readings)
    }

    /// Ends the run, or says on stderr what is refused and goes on.
    fn refuse(&mut self, input: &Input, row: &Row, problem: CellProblem) -> Result<(), CliError> {
        let refusal = CliError::refuse(input.location(row, problem.column), problem.problem);
        if self.request.on_error == OnBadCell::Fail {
            return Err(refusal);
        }
        self.read.refused = self.read.refused.saturating_add(1);
        warn(refusal.say(self.lang), self.lang);
        Ok(())
    }
}
