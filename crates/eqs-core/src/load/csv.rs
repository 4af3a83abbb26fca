//! Comma-separated values, with the true line of each cell.
//!
//! The crate `csv` is not used: its positions are off after CRLF and blank lines, and a quote that is never closed
//! swallows the rest of a file without a word.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::iter::Peekable;
use core::str::Chars;

use super::error::{Problem, RefusedRow, Spot};
use super::kind::Kind;
use super::sheet::{Cell, Fault, Row, Sheet};

/// Reads a file.
pub(super) fn read(file: &str, text: &str, kind: Kind) -> Result<Sheet, RefusedRow> {
    if text.contains('\r') && !text.contains('\n') {
        return Err(RefusedRow::whole(file.to_string(), Some(Spot::Line(1)), Problem::CarriageReturns));
    }
    let mut records = Records { letters: text.chars().peekable(), line: 1 };
    let Some(header) = records.next() else {
        return Err(RefusedRow::whole(file.to_string(), None, Problem::EmptyFile));
    };
    let order = order(&header, file, kind)?;
    let rows = records.map(|record| row(record, &order, kind)).collect();
    Ok(Sheet { file: file.to_string(), kind, rows })
}

/// For each cell of the header its place among the columns.
fn order(header: &Record, file: &str, kind: Kind) -> Result<Vec<usize>, RefusedRow> {
    let refuse = |problem, column: Option<&str>| {
        let mut refused = RefusedRow::whole(file.to_string(), Some(header.spot), problem);
        refused.at.column = column.map(Into::into);
        refused
    };
    if !header.is_closed {
        return Err(refuse(Problem::OpenQuote, None));
    }
    let mut order = Vec::new();
    let mut names = Vec::new();
    for cell in &header.cells {
        let column = kind.find(&cell.text).map_err(|problem| refuse(problem, Some(&cell.text)))?;
        if order.contains(&column) {
            return Err(refuse(Problem::ColumnTwice, Some(&cell.text)));
        }
        order.push(column);
        names.push(cell.text.clone());
    }
    match kind.missing(&names).first() {
        Some(name) => Err(refuse(Problem::MissingColumn, Some(name))),
        None => Ok(order),
    }
}

fn row(record: Record, order: &[usize], kind: Kind) -> Row {
    let Record { spot, cells, is_closed } = record;
    let problem = if !is_closed {
        Some(Problem::OpenQuote)
    } else if cells.len() != order.len() {
        Some(Problem::Width { cells: cells.len(), header: order.len() })
    } else {
        None
    };
    let mut row = Row {
        spot,
        cells: kind.names().map(|_| None).collect(),
        fault: problem.map(|problem| Fault { column: None, value: None, problem }),
    };
    for (cell, column) in cells.into_iter().zip(order) {
        if let Some(place) = row.cells.get_mut(*column) {
            *place = Some(cell);
        }
    }
    row
}

/// Rows of cells; blank lines are none.
struct Records<'t> {
    letters: Peekable<Chars<'t>>,
    line: u64,
}

struct Record {
    spot: Spot,
    cells: Vec<Cell>,
    /// Whether its last quote is closed.
    is_closed: bool,
}

/// Where in a record a letter stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// Behind a quote inside a quoted cell: it closes the cell, or is the first of a doubled one.
    QuoteEnd,
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        while let Some(letter) = self.letters.peek() {
            if !matches!(letter, '\r' | '\n') {
                return Some(self.record());
            }
            self.advance();
        }
        None
    }
}

impl Records<'_> {
    fn advance(&mut self) -> Option<char> {
        let letter = self.letters.next();
        if letter == Some('\n') {
            self.line = self.line.saturating_add(1);
        }
        letter
    }

    fn record(&mut self) -> Record {
        let spot = Spot::Line(self.line);
        let (mut cells, mut text, mut state, mut start) = (Vec::new(), String::new(), State::CellStart, spot);
        loop {
            let line = Spot::Line(self.line);
            let letter = self.advance();
            if state == State::CellStart {
                start = line;
            }
            state = match (state, letter) {
                (State::Quoted, Some('"')) => State::QuoteEnd,
                (State::Quoted, Some(letter)) => {
                    text.push(letter);
                    State::Quoted
                }
                (State::QuoteEnd, Some('"')) => {
                    text.push('"');
                    State::Quoted
                }
                (_, Some(',')) => {
                    cells.push(cell(&text, start));
                    text.clear();
                    State::CellStart
                }
                (State::CellStart, Some('"')) => State::Quoted,
                // The carriage return of a line's end is a blank around its last cell.
                (_, None | Some('\n')) => {
                    cells.push(cell(&text, start));
                    return Record { spot, cells, is_closed: state != State::Quoted };
                }
                (_, Some(letter)) => {
                    text.push(letter);
                    State::Plain
                }
            };
        }
    }
}

fn cell(text: &str, spot: Spot) -> Cell {
    Cell { text: text.trim().to_string(), spot }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(u64, &[(u64, &str)])]) {
        let records = Records { letters: text.chars().peekable(), line: 1 };
        let found: Vec<_> = records
            .map(|record| {
                let cells: Vec<_> = record.cells.into_iter().map(|cell| (cell.spot, cell.text)).collect();
                (record.spot, cells)
            })
            .collect();
        let cells = |cells: &[(u64, &str)]| {
            cells.iter().map(|(line, text)| (Spot::Line(*line), (*text).to_string())).collect::<Vec<_>>()
        };
        let expected: Vec<_> = expected.iter().map(|(line, row)| (Spot::Line(*line), cells(row))).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn lines_are_those_of_the_file() {
        check("1,2\n\n3,4", &[(1, &[(1, "1"), (1, "2")]), (3, &[(3, "3"), (3, "4")])]);
        check("1,2\r\n\r\n3,4\r\n", &[(1, &[(1, "1"), (1, "2")]), (3, &[(3, "3"), (3, "4")])]);
        check("\"x\r\ny\",2\n3,\n", &[(1, &[(1, "x\r\ny"), (2, "2")]), (3, &[(3, "3"), (3, "")])]);
    }

    #[test]
    fn quotes() {
        check("\"x,\"\"y\",\"\"\n", &[(1, &[(1, "x,\"y"), (1, "")])]);
        check("5\" pipe, 2 \n", &[(1, &[(1, "5\" pipe"), (1, "2")])]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_known() {
        let records = Records { letters: "1,\"2\n3,4\n".chars().peekable(), line: 1 };
        assert_eq!(records.map(|record| record.is_closed).collect::<Vec<_>>(), [false]);
    }
}
