//! The common part of the commands over files: each row gets a verdict, or a reason why it has none.

use eqs::{Finding, Fraction, Indicator, Judgement, Lang, Outcome, Phrase, Verdict, printed_multiple};
use serde::Serialize;

use crate::args::{FileArgs, OnError};
use crate::columns::{CellProblem, warn};
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

    /// What its verdicts rest on.
    type Finding: Remark + Serialize;

    /// The columns that it adds, without `eqs_reason`.
    const COLUMNS: &'static [&'static str];

    /// Judges a row.
    fn judge(&self, row: &Row) -> Result<Verdict<Self::Outcome, Self::Finding>, CellProblem>;

    /// What has to be said of the file as a whole, once all rows are judged.
    fn warning(&self, lang: Lang) -> Option<String>;

    /// The cells of [`Self::COLUMNS`].
    fn cells(outcome: &Self::Outcome, lang: Lang) -> Vec<Added>;
}

/// What a verdict rests on.
pub(crate) trait Remark: Phrase {
    /// Whether it belongs into `eqs_reason`, too.
    fn is_remark(&self) -> bool {
        false
    }
}

impl Remark for Finding {
    /// Values above the last node of their column.
    fn is_remark(&self) -> bool {
        matches!(self.judgement, Judgement::Index { segment: None, .. })
    }
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
    let (mut count, mut refused, mut first_refused) = (0_u64, 0_u64, None);
    while let Some(mut row) = next {
        count = count.saturating_add(1);
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
                refused = refused.saturating_add(1);
                first_refused.get_or_insert(row.line());
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
    if let Some(line) = first_refused {
        warn(
            match lang {
                Lang::Zh => format!("{count}行中有{refused}行因单元格有误未作评价（首见于第{line}行）"),
                Lang::En => format!(
                    "{refused} of {count} rows are not judged because of bad cells (first: line {line})"
                ),
            },
            lang,
        );
    }
    if let Some(warning) = judge.warning(lang) {
        warn(warning, lang);
    }
    target.release()
}

/// Why nothing is decided, and what else is to be said: the reasons and the notes of a verdict, and findings that are
/// remarks.
pub(crate) fn reason<T, F: Remark>(verdict: &Verdict<T, F>, lang: Lang) -> String {
    let remarks = verdict.findings.iter().filter(|finding| finding.is_remark());
    let remarks = remarks.map(|finding| finding.say(lang).to_string());
    let reasons = verdict.outcome.reasons().iter().map(|reason| reason.say(lang).to_string());
    let notes = verdict.notes.iter().map(|note| note.say(lang).to_string());
    reasons.chain(remarks).chain(notes).collect::<Vec<_>>().join(lang.pick("；", "; "))
}

/// `NH3-N(0.80);DO`: items with their exceedance multiples.
pub(crate) fn with_multiples(items: impl Iterator<Item = (Indicator, Option<Fraction>)>) -> String {
    let item =
        |(indicator, multiple): (Indicator, Option<Fraction>)| match multiple.and_then(printed_multiple) {
            Some(multiple) => format!("{indicator}({multiple})"),
            None => indicator.to_string(),
        };
    items.map(item).collect::<Vec<_>>().join(";")
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
