//! [`Sheet`]: the rows of a file, whatever its form.

use alloc::string::String;
use alloc::vec::Vec;

use super::error::{Position, Problem, RefusedRow, Spot};
use super::kind::Kind;

/// The rows of a file.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The file, for messages.
    pub(super) file: String,
    pub(super) kind: Kind,
    pub(super) rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) spot: Spot,
    /// The cells in the order of the columns of its [`Kind`]; `None` where the file has none.
    pub(super) cells: Vec<Option<Cell>>,
    /// What is wrong with the row whatever its cells mean. They are then as good as can be told.
    pub(super) fault: Option<Fault>,
}

/// A cell, without blanks around it.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub(super) text: String,
    /// Its own line: cells before it may hold line breaks.
    pub(super) spot: Spot,
}

/// What is wrong with a row, and in which column.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) column: Option<String>,
    pub(super) value: Option<String>,
    pub(super) problem: Problem,
}

impl Row {
    /// The text of a cell; empty where there is none.
    pub(super) fn text(&self, column: usize) -> &str {
        self.cells.get(column).and_then(Option::as_ref).map_or("", |cell| &cell.text)
    }
}

impl Sheet {
    /// Where a row stands.
    pub(super) fn position(&self, row: &Row) -> Position {
        Position { file: self.file.clone(), spot: Some(row.spot), ..Position::default() }
    }

    /// A row that is refused for its fault.
    pub(super) fn refuse_row(&self, row: &Row, fault: Fault) -> RefusedRow {
        let Fault { column, value, problem } = fault;
        RefusedRow { at: Position { column, value, ..self.position(row) }, problem }
    }

    /// A row that is refused for one of its cells.
    pub(super) fn refuse(&self, row: &Row, column: usize, problem: Problem) -> RefusedRow {
        let cell = row.cells.get(column).and_then(Option::as_ref);
        let at = Position {
            file: self.file.clone(),
            spot: Some(cell.map_or(row.spot, |cell| cell.spot)),
            column: Some(self.kind.name(column).into()),
            value: cell.map(|cell| cell.text.clone()),
        };
        RefusedRow { at, problem }
    }
}
