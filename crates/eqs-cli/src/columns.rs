//! Which columns of a file are read: those of values, and those that tell the day.

use core::fmt::Display;
use std::io::Write as _;

use eqs::{Indicator, Lang, NaiveDate};

use crate::day::{Hour, parse_day, parse_hour, parse_time};
use crate::error::{CliError, Location};
use crate::header::Header;
use crate::input::{Input, Row};
use crate::problem::Problem;

/// A refused cell, or a row refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellProblem {
    /// The column.
    pub(crate) column: Option<usize>,
    /// What is wrong.
    pub(crate) problem: Problem,
}

impl CellProblem {
    /// What is wrong with the cell of a column.
    pub(crate) const fn at(column: usize, problem: Problem) -> Self {
        Self { column: Some(column), problem }
    }
}

/// What tells the day of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayColumns {
    /// `date`.
    Date(usize),
    /// `date` and `hour`, the label of its end.
    DateHour(usize, usize),
    /// `time`: the label of the end of an hour.
    Time(usize),
    /// `time`, of which the date is the day.
    TimeOfDay(usize),
}

impl DayColumns {
    /// Finds the columns for values of whole days or of hours; `None` if nothing tells the day.
    pub(crate) fn find(header: &Header, is_hourly: bool) -> Result<Option<Self>, Problem> {
        let hour = header.column("hour").filter(|_| is_hourly);
        Ok(match (header.column("date"), hour, header.column("time")) {
            (Some(_), _, Some(_)) => return Err(Problem::TwoDays),
            (Some(date), Some(hour), None) => Some(Self::DateHour(date, hour)),
            (Some(date), None, None) => Some(Self::Date(date)),
            (None, _, Some(time)) if is_hourly => Some(Self::Time(time)),
            (None, _, Some(time)) => Some(Self::TimeOfDay(time)),
            (None, _, None) => None,
        })
    }

    /// The column that holds the date.
    pub(crate) const fn column(self) -> usize {
        match self {
            Self::Date(column) | Self::DateHour(column, _) | Self::Time(column) | Self::TimeOfDay(column) => {
                column
            }
        }
    }

    /// The day that a row belongs to.
    pub(crate) fn day(self, row: &Row) -> Result<NaiveDate, CellProblem> {
        let cell = |column| row.cell(column).trim();
        let date = |column| parse_day(cell(column)).ok_or(CellProblem::at(column, Problem::BadDay));
        let hour_of =
            |hour: Hour, label, column| hour.day(label).ok_or(CellProblem::at(column, Problem::BadDay));
        match self {
            Self::Date(column) => date(column),
            Self::DateHour(column, hour_column) => {
                let label = date(column)?;
                let hour =
                    parse_hour(cell(hour_column)).ok_or(CellProblem::at(hour_column, Problem::BadHour))?;
                hour_of(hour, label, column)
            }
            Self::Time(column) => match parse_time(cell(column)) {
                Some((label, Some(hour))) => hour_of(hour, label, column),
                _ => Err(CellProblem::at(column, Problem::BadTime)),
            },
            Self::TimeOfDay(column) => {
                let (label, _) = parse_time(cell(column)).ok_or(CellProblem::at(column, Problem::BadTime))?;
                Ok(label)
            }
        }
    }
}

/// Refuses the header of a file.
pub(crate) fn refuse_header(input: &Input, problem: Problem) -> CliError {
    CliError::refuse(Location::file(input.name()).line(input.header().line()), problem)
}

/// Says something on stderr that is no reason to stop; neither is a stderr that cannot be written.
pub(crate) fn warn(warning: impl Display, lang: Lang) {
    let _ = writeln!(std::io::stderr(), "{}{warning}", lang.pick("eqs: 警告：", "eqs: warning: "));
}

/// Says on stderr which columns look like one that would be read and are not: `PM2.5` is no `pm25`.
pub(crate) fn warn_of_lookalikes(header: &Header, keys: &[(&'static str, Indicator)], lang: Lang) {
    let days = ["date", "hour", "time"].map(|key| (key, None));
    let keys: Vec<_> = keys.iter().map(|(key, own)| (*key, Some(*own))).chain(days).collect();
    for name in header.names().iter().map(|name| name.trim()) {
        if keys.iter().any(|(key, _)| *key == name) {
            continue;
        }
        let bare = bare(name);
        let indicator = name.parse::<Indicator>().ok();
        let is_similar = |key: &str, own: Option<Indicator>| {
            self::bare(key) == bare
                || own.is_some_and(|own| indicator == Some(own) || self::bare(own.symbol()) == bare)
        };
        let mut similar: Vec<_> = keys
            .iter()
            .filter(|(key, own)| header.column(key).is_none() && is_similar(key, *own))
            .map(|(key, _)| format!("`{key}`"))
            .collect();
        similar.dedup();
        if similar.is_empty() {
            continue;
        }
        let similar = similar.join(lang.pick(" 或 ", " or "));
        warn(
            match lang {
                Lang::Zh => format!("列 `{name}` 未被读取；若要读取，请改名为 {similar}"),
                Lang::En => format!("column `{name}` is not read; rename it {similar} if it is to be"),
            },
            lang,
        );
    }
}

/// The letters and digits of a name in lower case, without what stands in brackets.
fn bare(name: &str) -> String {
    let name = name.split(['(', '（', '[']).next().unwrap_or_default();
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}
