//! [`Kind`]: which columns a file has, and what their cells mean.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use super::declared::Declared;
use super::error::{Problem, RefusedRow, Spot};
use super::sheet::{Row, Sheet};
use super::words;
use crate::indicator::Indicator;
use crate::place::Place;
use crate::spelling::{nearest, plain};

/// A kind of file: its columns, and what the crate that reads its rows knows of them beyond this one.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The names of the columns, separated by commas; rows are kept in this order.
    pub header: &'static str,
    /// Those that must be there, and whose cells must not be empty.
    pub required: &'static [&'static str],
    /// What a cell that is not empty names, as its code; `None` in columns that are read as everywhere: words of the
    /// vocabularies of this crate, places, indicators, units and periods by the names of their columns, also behind
    /// `base_`; all others as they are.
    pub code: fn(Cells<'_>, column: &str, text: &str) -> Option<Result<String, Misread>>,
    /// What an empty cell stands for.
    pub empty: fn(Cells<'_>, column: &str) -> String,
    /// What cells were expected to hold, in English and Chinese, where it is not this crate that says so.
    pub expected: &'static [(&'static str, &'static str)],
}

/// Why a cell cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// What is wrong.
    pub problem: Problem,
    /// Which of several names in the cell is meant.
    pub name: Option<String>,
}

/// The cells of a row, for a reader of one of them.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'r> {
    /// What the directory declares.
    pub declared: &'r Declared,
    /// The code of the document that the rows are read for.
    pub document: &'r str,
    sheet: &'r Sheet,
    row: &'r Row,
}

impl Kind {
    /// A kind whose columns are read as everywhere, and whose empty cells are empty.
    #[must_use]
    pub const fn new(header: &'static str, required: &'static [&'static str]) -> Self {
        Self { header, required, code: |_, _, _| None, empty: |_, _| String::new(), expected: &[] }
    }

    /// The names in order.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> + Clone {
        self.header.split(',')
    }

    /// The name of a column.
    pub(super) fn name(self, column: usize) -> &'static str {
        self.names().nth(column).unwrap_or_default()
    }

    /// The column of this name.
    pub(super) fn find(self, name: &str) -> Result<usize, Problem> {
        self.names().position(|other| other == name).ok_or_else(|| {
            let names = self.names().map(|name| (name, name));
            let offer = nearest(name, names, |name| plain(name).flat_map(char::to_lowercase).collect());
            Problem::UnknownColumn { offer: offer.into_iter().map(|(name, _)| name).collect() }
        })
    }

    /// Whether the column must be there.
    pub(super) fn is_required(self, name: &str) -> bool {
        self.required.contains(&name)
    }

    /// The columns that must be there and are not among `given`.
    pub(super) fn missing(self, given: &[String]) -> Vec<&'static str> {
        let is_given = |name: &&str| given.iter().any(|other| other == name);
        self.required.iter().copied().filter(|name| !is_given(name)).collect()
    }
}

impl From<Problem> for Misread {
    fn from(problem: Problem) -> Self {
        Self { problem, name: None }
    }
}

impl<'r> Cells<'r> {
    pub(super) const fn new(
        sheet: &'r Sheet,
        row: &'r Row,
        document: &'r str,
        declared: &'r Declared,
    ) -> Self {
        Self { declared, document, sheet, row }
    }

    /// The text of the cell in a column; empty where there is none.
    #[must_use]
    pub fn text(self, column: &str) -> &'r str {
        self.sheet.kind.find(column).map_or("", |at| self.row.text(at))
    }

    /// Where the row stands.
    #[must_use]
    pub const fn spot(self) -> Spot {
        self.row.spot
    }

    /// The Chinese name of the indicator in a column.
    #[must_use]
    pub fn indicator_zh(self, column: &str) -> &'static str {
        self.declared.indicator(self.text(column)).map_or("", Indicator::zh)
    }

    /// All cells of the row in the order of the columns, every name as its code.
    pub(super) fn codes(self) -> Result<Vec<String>, RefusedRow> {
        let Self { sheet, row, .. } = self;
        if let Some(fault) = row.fault.clone() {
            return Err(sheet.refuse_row(row, fault));
        }
        let columns = sheet.kind.names().enumerate();
        let cells = columns.map(|(at, name)| {
            let text = row.text(at);
            let cell = if !text.is_empty() {
                self.code(name, text)
            } else if sheet.kind.is_required(name) {
                Err(Problem::Empty.into())
            } else {
                Ok((sheet.kind.empty)(self, name))
            };
            cell.map_err(|Misread { problem, name }| {
                let mut refused = sheet.refuse(row, at, problem);
                refused.at.value = name.or(refused.at.value);
                refused
            })
        });
        cells.collect()
    }

    /// What a cell names, as its code.
    fn code(self, column: &str, text: &str) -> Result<String, Misread> {
        if let Some(code) = (self.sheet.kind.code)(self, column, text) {
            return code;
        }
        let column = column.strip_prefix("base_").unwrap_or(column);
        let code = words::of_column(column, text).unwrap_or_else(|| match column {
            "place" => self.declared.place(text).map(Place::code),
            "indicator" => self.declared.indicator(text).map(Indicator::symbol),
            "unit" => words::unit(text),
            _ => Ok(text),
        });
        match column {
            "period" => Ok(words::period(text)?),
            _ => Ok(code?.to_owned()),
        }
    }
}
