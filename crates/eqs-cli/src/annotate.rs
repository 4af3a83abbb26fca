//! The common part of the commands over files: each row gets a verdict, or a reason why it has none.

use eqs::{Lang, Outcome, Phrase, Verdict};
use serde::Serialize;

use crate::args::{FileArgs, OnError};
use crate::columns::CellProblem;
use crate::error::CliError;
use crate::format::Format;
use crate::input::{Input, Row};
use crate::json::{Added, Record};
use crate::output::{Rows, Target};
use crate::problem::Problem;

/// A rule over the rows of a file.
pub(crate) trait Judge {
    /// What it decides.
    type Outcome: Phrase + Serialize;

    /// The columns that it adds, without `eqs_reason`.
    const COLUMNS: &'static [&'static str];

    /// Judges a row.
    fn judge(&self, row: &Row) -> Result<Verdict<Self::Outcome>, CellProblem>;

    /// The cells of [`Self::COLUMNS`].
    fn cells(outcome: &Self::Outcome, lang: Lang) -> Vec<Added>;
}

/// Judges all rows and writes them.
pub(crate) fn annotate<J: Judge>(
    mut input: Input,
    judge: &J,
    request: &FileArgs,
    format: Format,
    lang: Lang,
) -> Result<(), CliError> {
    let path = request.output.as_deref();
    let mut target = Target::new(path, &request.file, request.on_error == OnError::Fail)?;
    let write_error = |error| Target::error(path, error);
    let mut added_names = J::COLUMNS.to_vec();
    added_names.push("eqs_reason");
    if request.explain {
        added_names.push("eqs_explanation");
    }

    // A file without rows is refused before anything is written.
    let mut next = input.next_row()?;
    let mut rows = Rows::new(target.open()?, format, input.has_mark());
    rows.header(input.header().names(), &added_names).map_err(write_error)?;
    while let Some(mut row) = next {
        let judged = match row.fault.take() {
            Some(problem) => Err(CellProblem { column: None, problem }),
            None => judge.judge(&row),
        };
        let (mut added, explanation, verdict) = match judged {
            Ok(verdict) => {
                let mut added = match &verdict.outcome {
                    Outcome::Determined(outcome) => J::cells(outcome, lang),
                    Outcome::Undetermined(_) => vec![Added::Nothing; J::COLUMNS.len()],
                };
                added.push(reason(&verdict, lang).into());
                let explanation = if request.explain { verdict.say(lang).to_string() } else { String::new() };
                (added, explanation, Some(verdict))
            }
            Err(CellProblem { column, problem }) => {
                let at = input.location(&row, column);
                if request.on_error == OnError::Fail {
                    return Err(CliError::refuse(at, problem));
                }
                let mut added = vec![Added::Nothing; J::COLUMNS.len()];
                added.push(Added::Text(CliError::refuse(at, problem).say(lang).to_string()));
                (added, String::new(), None)
            }
        };
        if request.explain {
            added.push(explanation.into());
        }
        let (names, cells) = (input.header().names(), row.cells());
        let (added_names, added) = (added_names.as_slice(), added.as_slice());
        let record = Record { names, cells, added_names, added, verdict: verdict.as_ref() };
        rows.record(&record).map_err(write_error)?;
        next = input.next_row()?;
    }
    rows.finish().map_err(write_error)?;
    target.release()
}

/// Why nothing is decided, and what else is to be said: the reasons and the notes of a verdict.
pub(crate) fn reason<T>(verdict: &Verdict<T>, lang: Lang) -> String {
    let reasons = verdict.outcome.reasons().iter().map(|reason| reason.say(lang).to_string());
    let notes = verdict.notes.iter().map(|note| note.say(lang).to_string());
    reasons.chain(notes).collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// The number of a cell, or `None` where it is missing: empty or `NA`.
pub(crate) fn number(row: &Row, column: usize, slash: bool) -> Result<Option<eqs::Decimal>, CellProblem> {
    match row.cell(column).trim() {
        "" | "NA" => Ok(None),
        text => {
            text.parse().map(Some).map_err(|error| CellProblem::at(column, Problem::Number { error, slash }))
        }
    }
}
