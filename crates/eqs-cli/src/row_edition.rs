//! By which edition the rows of a file are judged.

use eqs::{Edition, NaiveDate, NotInForce};

use crate::args::EditionArgs;
use crate::columns::{CellProblem, DayColumns, refuse_header};
use crate::edition::Editions;
use crate::error::CliError;
use crate::input::{Input, Row};
use crate::problem::Problem;

/// The edition of one standard that rows are judged by.
pub(crate) enum RowEdition<S> {
    /// This one.
    Chosen(S),
    /// The one in force on the day of the row.
    InForce(DayColumns),
}

impl<S: Copy> RowEdition<S> {
    /// The edition that a request chooses, if it chooses one, of `all` that there are.
    pub(crate) fn choose(
        request: &EditionArgs,
        all: impl Iterator<Item = S>,
        edition: fn(S) -> &'static Edition,
        on: fn(NaiveDate) -> Result<S, NotInForce>,
    ) -> Result<Option<S>, CliError> {
        if request.edition.is_none() && request.on.is_none() {
            return Ok(None);
        }
        let all: Vec<S> = all.collect();
        let editions = Editions::of(all.iter().map(|standard| edition(*standard)));
        let chosen = editions.choose(None, request, |day| on(day).map(edition))?;
        Ok(all.into_iter().find(|standard| edition(*standard) == chosen))
    }

    /// The edition that was chosen, or else the column `date`.
    pub(crate) fn of(chosen: Option<S>, input: &Input) -> Result<Self, CliError> {
        match (chosen, input.header().column("date")) {
            (Some(standard), _) => Ok(Self::Chosen(standard)),
            (None, Some(column)) => Ok(Self::InForce(DayColumns::Date(column))),
            (None, None) => {
                let options = "--edition NAME / --on DAY";
                Err(refuse_header(input, Problem::NoDay { columns: "`date`", options }))
            }
        }
    }

    /// The edition for a row.
    pub(crate) fn at(&self, row: &Row, on: fn(NaiveDate) -> Result<S, NotInForce>) -> Result<S, CellProblem> {
        match self {
            Self::Chosen(standard) => Ok(*standard),
            Self::InForce(columns) => on(columns.day(row)?)
                .map_err(|error| CellProblem::at(columns.column(), Problem::NotInForce(error))),
        }
    }
}
