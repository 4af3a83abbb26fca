//! CSV files: rows with their true lines, and rows that are none.
//!
//! The `csv` crate writes our output but does not read our input: its positions are off by one after CRLF and
//! after blank lines (csv 1.4), and a quote that is never closed swallows the rest of a file without a word. Here
//! each message names the line of the file, and nothing is swallowed.

use alloc::borrow::Cow;
use core::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader};

use csv::StringRecord;
use eqs::load::Problem as FileProblem;

use crate::error::{CliError, Location};
use crate::header::Header;
use crate::problem::Problem;
use crate::progress::Progress;

/// A CSV file of which the header has been read.
pub(crate) struct Input {
    name: String,
    reader: Box<dyn BufRead>,
    header: Header,
    /// Whether the file began with a byte order mark.
    has_mark: bool,
    /// The number of lines read.
    line: u64,
    rows: u64,
    raw: Vec<u8>,
    progress: Progress,
}

/// A row; as many cells as the header has.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    line: u64,
    cells: StringRecord,
    /// What is wrong with the row as a whole: cells may then be padded or hold escaped bytes.
    pub(crate) fault: Option<Problem>,
}

impl Input {
    /// Opens a file, or standard input for `-`, and reads its header.
    pub(crate) fn open(name: &str) -> Result<Self, CliError> {
        if name == "-" {
            return Self::new("<stdin>", Box::new(io::stdin().lock()), None);
        }
        let error = |error| CliError::File { file: name.into(), error };
        let file = File::open(name).map_err(error)?;
        let size = file.metadata().map_err(error)?.len();
        Self::new(name, Box::new(BufReader::with_capacity(1 << 16, file)), Some(size))
    }

    fn new(name: &str, reader: Box<dyn BufRead>, size: Option<u64>) -> Result<Self, CliError> {
        let mut input = Self {
            name: name.into(),
            reader,
            header: Header::default(),
            has_mark: false,
            line: 0,
            rows: 0,
            raw: Vec::new(),
            progress: Progress::new(size),
        };
        input.read_mark()?;
        let Some((line, is_closed)) = input.read_record()? else {
            return Err(input.refuse(Location::file(name), Problem::File(FileProblem::EmptyFile)));
        };
        let at = Location::file(name).line(line);
        let Ok(text) = str::from_utf8(&input.raw) else {
            return Err(input.refuse(at, Problem::File(FileProblem::NotUtf8)));
        };
        if !is_closed {
            return Err(input.refuse(at, Problem::File(FileProblem::OpenQuote)));
        }
        if text.contains('\r') && !text.contains('\n') {
            return Err(input.refuse(at, Problem::File(FileProblem::CarriageReturns)));
        }
        let mut names = Vec::new();
        split(text, |cell| names.push(cell.to_owned()));
        input.header = Header::new(names, name, line)?;
        Ok(input)
    }

    /// The name of the file for messages.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The header.
    pub(crate) const fn header(&self) -> &Header {
        &self.header
    }

    /// Whether the file began with a byte order mark.
    pub(crate) const fn has_mark(&self) -> bool {
        self.has_mark
    }

    /// The next row; `None` at the end. Blank lines are no rows.
    ///
    /// # Errors
    /// If the file cannot be read, or holds no row at all.
    pub(crate) fn next_row(&mut self) -> Result<Option<Row>, CliError> {
        let mut row = Row::default();
        Ok(self.read_row(&mut row)?.then_some(row))
    }

    /// Reads the next row into the room of another one; `false` at the end.
    ///
    /// # Errors
    /// As [`Self::next_row`].
    pub(crate) fn read_row(&mut self, row: &mut Row) -> Result<bool, CliError> {
        let Some((line, is_closed)) = self.read_record()? else {
            self.progress.finish();
            if self.rows == 0 {
                return Err(self.refuse(Location::file(&self.name), Problem::HeaderOnly));
            }
            return Ok(false);
        };
        self.rows = self.rows.saturating_add(1);
        row.line = line;
        row.cells.clear();
        let text = escaped(&self.raw);
        split(&text, |cell| row.cells.push_field(cell));
        let (cells, expected) = (row.cells.len(), self.header.len());
        row.fault = if matches!(text, Cow::Owned(_)) {
            Some(Problem::File(FileProblem::NotUtf8))
        } else if !is_closed {
            Some(Problem::File(FileProblem::OpenQuote))
        } else if cells != expected {
            let extra = row.cells.iter().skip(expected).map(str::to_owned).collect();
            Some(Problem::Width { cells, header: expected, extra })
        } else {
            None
        };
        row.cells.truncate(expected);
        (row.cells.len()..expected).for_each(|_| row.cells.push_field(""));
        Ok(true)
    }

    /// Where a cell of a row stands, for messages.
    pub(crate) fn location(&self, row: &Row, column: Option<usize>) -> Location {
        let at = Location::file(&self.name).line(row.line);
        let Some(column) = column else {
            return at;
        };
        // A cell above may hold line breaks.
        let breaks =
            row.cells.iter().take(column).flat_map(|cell| cell.bytes()).filter(|byte| *byte == b'\n');
        let line = breaks.fold(row.line, |line, _| line.saturating_add(1));
        at.line(line).column(self.header.name(column)).value(row.cell(column))
    }

    fn refuse(&self, at: Location, problem: Problem) -> CliError {
        self.progress.finish();
        CliError::refuse(at, problem)
    }

    fn read_mark(&mut self) -> Result<(), CliError> {
        let start =
            self.reader.fill_buf().map_err(|error| CliError::File { file: self.name.clone(), error })?;
        if start.starts_with(b"\xEF\xBB\xBF") {
            self.has_mark = true;
            self.reader.consume(3);
        } else if start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF") {
            return Err(self.refuse(Location::file(&self.name).line(1), Problem::File(FileProblem::Utf16)));
        }
        Ok(())
    }

    /// Reads the next record into `raw`, without its end of line. Gives the line on which it begins, and whether
    /// its last quote is closed.
    fn read_record(&mut self) -> Result<Option<(u64, bool)>, CliError> {
        self.raw.clear();
        let mut state = State::CellStart;
        let mut start = None;
        loop {
            let from = self.raw.len();
            let read = self
                .reader
                .read_until(b'\n', &mut self.raw)
                .map_err(|error| CliError::File { file: self.name.clone(), error })?;
            if read == 0 {
                return Ok(start.map(|line| (line, false)));
            }
            self.line = self.line.saturating_add(1);
            self.progress.advance(read);
            let added = self.raw.get(from..).unwrap_or_default();
            let content = added.strip_suffix(b"\n").unwrap_or(added);
            let content = content.strip_suffix(b"\r").unwrap_or(content);
            if start.is_none() && content.is_empty() {
                self.raw.clear();
                continue;
            }
            let line = *start.get_or_insert(self.line);
            // A line without quotes, in no cell that is open, is a record.
            if state != State::Quoted && !content.contains(&b'"') {
                state = State::Plain;
            } else {
                state = content.iter().fold(state, |state, byte| state.step(*byte).0);
            }
            if state != State::Quoted {
                let length = from.saturating_add(content.len());
                self.raw.truncate(length);
                return Ok(Some((line, true)));
            }
        }
    }
}

impl Row {
    /// A cell as it stands in the file.
    pub(crate) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }

    /// The line on which the row begins.
    pub(crate) const fn line(&self) -> u64 {
        self.line
    }

    /// All cells.
    pub(crate) const fn cells(&self) -> &StringRecord {
        &self.cells
    }
}

/// Where in a record a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    /// Behind a quote inside a quoted cell: it closes the cell, or is the first of a doubled one.
    QuoteEnd,
}

/// What a byte does.
enum Effect {
    Keep,
    Drop,
    EndCell,
}

impl State {
    /// Every byte that matters is ASCII, so that UTF-8 needs no thought.
    const fn step(self, byte: u8) -> (Self, Effect) {
        match (self, byte) {
            (Self::CellStart | Self::Plain | Self::QuoteEnd, b',') => (Self::CellStart, Effect::EndCell),
            (Self::CellStart, b'"') => (Self::Quoted, Effect::Drop),
            (Self::Quoted, b'"') => (Self::QuoteEnd, Effect::Drop),
            (Self::Quoted, _) | (Self::QuoteEnd, b'"') => (Self::Quoted, Effect::Keep),
            (Self::CellStart | Self::Plain | Self::QuoteEnd, _) => (Self::Plain, Effect::Keep),
        }
    }
}

/// Hands over the cells of a record.
fn split(record: &str, mut cell_to: impl FnMut(&str)) {
    if !record.contains('"') {
        let mut start = 0;
        for (at, _) in record.bytes().enumerate().filter(|(_, byte)| *byte == b',') {
            cell_to(record.get(start..at).unwrap_or_default());
            start = at.saturating_add(1);
        }
        return cell_to(record.get(start..).unwrap_or_default());
    }
    let mut cell = String::new();
    let mut state = State::CellStart;
    for letter in record.chars() {
        // Any letter beyond ASCII is to the record what `x` is.
        let (next, effect) = state.step(u8::try_from(letter).unwrap_or(b'x'));
        state = next;
        match effect {
            Effect::Keep => cell.push(letter),
            Effect::Drop => {}
            Effect::EndCell => {
                cell_to(&cell);
                cell.clear();
            }
        }
    }
    cell_to(&cell);
}

/// The text, with each byte that is no UTF-8 written as `\xB1`, so that none is lost; owned if there is one.
fn escaped(raw: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = str::from_utf8(raw) {
        return text.into();
    }
    let mut text = String::new();
    for chunk in raw.utf8_chunks() {
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a string cannot fail.
            let _ = write!(text, "\\x{byte:02X}");
        }
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &'static str) -> Vec<(u64, Vec<String>, Option<Problem>)> {
        let mut input = Input::new("file", Box::new(text.as_bytes()), None).unwrap();
        let mut rows = Vec::new();
        while let Some(row) = input.next_row().unwrap() {
            rows.push((row.line, row.cells.iter().map(str::to_owned).collect(), row.fault));
        }
        rows
    }

    #[track_caller]
    fn check(text: &'static str, expected: &[(u64, &[&str])]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect(), None))
            .collect();
        assert_eq!(rows(text), expected, "{text:?}");
    }

    #[test]
    fn lines_are_those_of_the_file() {
        check("a,b\n1,2\n\n3,4", &[(2, &["1", "2"]), (4, &["3", "4"])]);
        check("a,b\r\n1,2\r\n\r\n3,4\r\n", &[(2, &["1", "2"]), (4, &["3", "4"])]);
        check("\u{FEFF}\n\na,b\n\"x\r\ny\",2\n3,4\n", &[(4, &["x\r\ny", "2"]), (6, &["3", "4"])]);
    }

    #[test]
    fn quotes() {
        check("a,b\n\"x,\"\"y\",\"\"\n", &[(2, &["x,\"y", ""])]);
        check("a,b\n5\" pipe,2\n3,4\n", &[(2, &["5\" pipe", "2"]), (3, &["3", "4"])]);
        check("a,b\n,\n", &[(2, &["", ""])]);
    }

    #[test]
    fn faults_keep_the_row() {
        let width = |cells, extra: &[&str]| {
            Some(Problem::Width {
                cells,
                header: 2,
                extra: extra.iter().map(|cell| (*cell).into()).collect(),
            })
        };
        let faults: Vec<_> = rows("a,b\n1\n1,2,3\n\"x,2\n3,4\n").into_iter().map(|row| row.2).collect();
        assert_eq!(faults, [width(1, &[]), width(3, &["3"]), Some(Problem::File(FileProblem::OpenQuote))]);
    }
}
