//! What a user reports of tasks, from a CSV file.

use alloc::collections::BTreeMap;

use eqs::plan::{Task, TaskReport, TaskStatus};
use serde::Serialize;

use crate::columns::{CellProblem, refuse_header};
use crate::day::parse_day;
use crate::error::CliError;
use crate::input::{Input, Row};
use crate::problem::Problem;

/// The reports of a file, one for a task at most.
pub(crate) struct Reports(BTreeMap<&'static str, OwnReport>);

/// A report, with the user's note.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OwnReport {
    #[serde(flatten)]
    pub(crate) report: TaskReport,
    pub(crate) note: String,
    /// The line of the file.
    line: u64,
}

/// The columns of the file.
struct Columns {
    id: usize,
    status: usize,
    date: Option<usize>,
    note: Option<usize>,
}

impl Reports {
    /// The report on a task.
    pub(crate) fn of(&self, task: &Task) -> Option<&OwnReport> {
        self.0.get(task.id)
    }
}

/// Reads the reports of a file; one bad cell refuses it.
pub(crate) fn read(file: &str) -> Result<Reports, CliError> {
    let mut input = Input::open(file)?;
    let needed = |name: &str| {
        let missing = || refuse_header(&input, Problem::MissingColumn(name.into()));
        input.header().column(name).ok_or_else(missing)
    };
    let columns = Columns {
        id: needed("id")?,
        status: needed("status")?,
        date: input.header().column("date"),
        note: input.header().column("note"),
    };
    let mut reports = BTreeMap::new();
    while let Some(mut row) = input.next_row()? {
        let report = match row.fault.take() {
            Some(problem) => Err(CellProblem { column: None, problem }),
            None => columns.report(&row, &reports),
        };
        let (id, report) = report.map_err(|CellProblem { column, problem }| {
            CliError::refuse(input.location(&row, column), problem)
        })?;
        reports.insert(id, report);
    }
    Ok(Reports(reports))
}

impl Columns {
    fn report(
        &self,
        row: &Row,
        known: &BTreeMap<&'static str, OwnReport>,
    ) -> Result<(&'static str, OwnReport), CellProblem> {
        let id = row.cell(self.id).trim();
        let task = Task::of(id).ok_or(CellProblem::at(self.id, Problem::UnknownTask))?;
        if let Some(first) = known.get(task.id) {
            return Err(CellProblem::at(self.id, Problem::TaskTwice { line: first.line }));
        }
        let status = row.cell(self.status).trim();
        let is_meant = |term: &TaskStatus| [term.code(), term.zh()].contains(&status);
        let status = TaskStatus::ALL.iter().copied().find(is_meant).ok_or_else(|| {
            let known = TaskStatus::ALL.iter().map(|status| status.code()).collect();
            CellProblem::at(self.status, Problem::UnknownCode(known))
        })?;
        let date = match self.date.map(|column| (column, row.cell(column).trim())) {
            None | Some((_, "")) => None,
            Some((column, day)) => Some(parse_day(day).ok_or(CellProblem::at(column, Problem::BadDay))?),
        };
        let note = self.note.map_or("", |column| row.cell(column).trim()).to_owned();
        Ok((task.id, OwnReport { report: TaskReport { status, date }, note, line: row.line() }))
    }
}
