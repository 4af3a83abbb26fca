//! Rows of files as JSON records.

use core::fmt;

use csv::StringRecord;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

/// What stands in a column that the program adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Added {
    /// Nothing.
    Nothing,
    /// A number.
    Number(u32),
    /// A text.
    Text(String),
}

/// A row of the input with what was added to it.
pub(crate) struct Record<'a, V> {
    /// The names of the input's columns.
    pub(crate) names: &'a [String],
    /// The cells of the input.
    pub(crate) cells: &'a StringRecord,
    /// The names of the added columns.
    pub(crate) added_names: &'a [&'static str],
    /// The added cells.
    pub(crate) added: &'a [Added],
    /// The whole verdict, where there is one.
    pub(crate) verdict: Option<&'a V>,
}

impl From<String> for Added {
    /// An empty text is nothing.
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text) }
    }
}

impl fmt::Display for Added {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => Ok(()),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl Serialize for Added {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_none(),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

impl<V: Serialize> Serialize for Record<'_, V> {
    /// In the order of the columns; the cells of the input stay texts.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, cell) in self.names.iter().zip(self.cells) {
            map.serialize_entry(name.trim(), cell)?;
        }
        for (name, cell) in self.added_names.iter().zip(self.added) {
            map.serialize_entry(name, cell)?;
        }
        map.serialize_entry("eqs_verdict", &self.verdict)?;
        map.end()
    }
}
