//! [`Rows`]: what the rows of a file hold, and those that are refused.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::declared::Declared;
use super::error::{Position, Problem, RefusedRow, Spot};
use super::expected::expected;
use super::kind::Cells;
use super::sheet::{Row, Sheet};
use crate::cell::{Fault, Names};

/// What a file holds.
#[derive(Clone, Debug)]
pub struct Loaded<T> {
    /// The code of its document.
    pub document: &'static str,
    /// Its rows, and where they stand.
    pub rows: Vec<(T, Position)>,
    /// The rows that were set aside.
    pub refused: Vec<RefusedRow>,
}

/// The rows of a file that are accepted and those that are not, both with their numbers.
#[derive(Debug)]
pub struct Rows<'s, T> {
    sheet: &'s Sheet,
    document: &'static str,
    accepted: Vec<(usize, T)>,
    refused: Vec<(usize, RefusedRow)>,
}

impl Sheet {
    /// Reads each row by a `const` function that takes its cells, the code of the document, and the declared names.
    pub fn read<T, const N: usize>(
        &self,
        document: &str,
        declared: &Declared,
        parse: impl Fn(&[&'static str; N], &'static str, Names<'_>) -> Result<T, Fault>,
    ) -> Rows<'_, T> {
        let (mut named, mut accepted, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        for (at, row) in self.rows.iter().enumerate() {
            match Cells::new(self, row, document, declared).codes() {
                Ok(cells) => named.push((at, row, cells)),
                Err(row) => refused.push((at, row)),
            }
        }
        // One text for the whole file: the code of the document, then the cells of each row.
        let mut text = document.to_string();
        text.extend(named.iter().flat_map(|(_, _, cells)| cells.iter().map(String::as_str)));
        let (document, mut rest) = split(text.leak(), document.len());
        for (at, row, cells) in named {
            let mut lengths = cells.iter().map(String::len);
            let cells = core::array::from_fn(|_| {
                let (cell, tail) = split(rest, lengths.next().unwrap_or_default());
                rest = tail;
                cell
            });
            match parse(&cells, document, declared.names()) {
                Ok(parsed) => accepted.push((at, parsed)),
                Err(Fault { column, expected: words }) => {
                    let problem = Problem::Expected(Box::new(expected(words, self.kind.expected)));
                    refused.push((at, self.refuse(row, column, problem)));
                }
            }
        }
        Rows { sheet: self, document, accepted, refused }
    }
}

impl<T> Rows<'_, T> {
    /// The rows that are accepted so far.
    pub fn accepted(&self) -> impl Iterator<Item = &T> {
        self.accepted.iter().map(|(_, row)| row)
    }

    /// Of rows with one id, which stands in this column, only the first stays.
    pub fn once(&mut self, column: &str, id: impl Fn(&T) -> &'static str) {
        let mut ids: BTreeMap<&str, Spot> = BTreeMap::new();
        self.refuse(column, |row, spot| {
            let first = ids.get(id(row)).copied();
            if first.is_none() {
                ids.insert(id(row), spot);
            }
            first.map(|first| Problem::IdTwice { first })
        });
    }

    /// Refuses rows for a cell that does not fit what else is there.
    pub fn refuse(&mut self, column: &str, mut why: impl FnMut(&T, Spot) -> Option<Problem>) {
        let column = self.sheet.kind.find(column).unwrap_or_default();
        let sheet = self.sheet;
        let refused = &mut self.refused;
        self.accepted.retain(|(at, parsed)| {
            let Some(row) = sheet.rows.get(*at) else { return false };
            let Some(problem) = why(parsed, row.spot) else { return true };
            refused.push((*at, sheet.refuse(row, column, problem)));
            false
        });
    }

    /// The cells of a column in the rows that are refused, and where each refusal stands.
    pub fn refused_cells(&self, column: &str) -> impl Iterator<Item = (&str, Option<Spot>)> {
        let column = self.sheet.kind.find(column).unwrap_or_default();
        let text = move |at: usize| self.sheet.rows.get(at).map_or("", |row: &Row| row.text(column));
        self.refused.iter().map(move |(at, refused)| (text(*at), refused.at.spot))
    }

    /// The rows with their places, the refused ones in the order of the file.
    #[must_use]
    pub fn loaded(mut self) -> Loaded<T> {
        self.refused.sort_by_key(|(at, _)| *at);
        let sheet = self.sheet;
        let position = |at| sheet.rows.get(at).map_or_else(Position::default, |row| sheet.position(row));
        Loaded {
            document: self.document,
            rows: self.accepted.into_iter().map(|(at, row)| (row, position(at))).collect(),
            refused: self.refused.into_iter().map(|(_, row)| row).collect(),
        }
    }
}

fn split(text: &'static str, length: usize) -> (&'static str, &'static str) {
    text.split_at_checked(length).unwrap_or((text, ""))
}
