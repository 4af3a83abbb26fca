//! Header rows.

use crate::error::{CliError, Location};
use crate::problem::Problem;

/// The names of the columns; no two are equal, and none begins with `eqs_`.
#[derive(Debug, Default)]
pub(crate) struct Header {
    names: Vec<String>,
    line: u64,
}

impl Header {
    /// Checks the names.
    pub(crate) fn new(names: Vec<String>, file: &str, line: u64) -> Result<Self, CliError> {
        for (at, name) in names.iter().enumerate() {
            let refuse = |problem| {
                let at = Location::file(file).line(line).column(name);
                Err(CliError::refuse(at, problem))
            };
            if name.trim().starts_with("eqs_") {
                return refuse(Problem::ReservedColumn);
            }
            if let Some(first) = names.iter().take(at).position(|other| other.trim() == name.trim()) {
                let (first, second) = (first.saturating_add(1), at.saturating_add(1));
                return refuse(Problem::ColumnTwice { first, second });
            }
        }
        Ok(Self { names, line })
    }

    /// The number of columns.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// The names as they stand in the file.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The line of the header.
    pub(crate) const fn line(&self) -> u64 {
        self.line
    }

    /// The name of a column.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", |name| name.trim())
    }

    /// The column of this name; blanks around names do not count, case does.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|other| other.trim() == name)
    }

    /// A separator that the header seems to use instead of the comma.
    pub(crate) fn other_separator(&self) -> Option<char> {
        match self.names.as_slice() {
            [only] => [';', '\t', '|', '，'].into_iter().find(|separator| only.contains(*separator)),
            _ => None,
        }
    }
}
