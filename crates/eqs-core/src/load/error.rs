//! Why a file or a row is refused, and where.

use alloc::string::String;
use core::fmt;

pub use super::problem::{Problem, Words};
use crate::lang::{Lang, Phrase};
use crate::spelling::Excerpt;

/// A row, or a whole file, that was set aside, and why.
///
/// # Example
/// ```
/// use eqs_core::load::{Position, Problem, RefusedRow, Spot};
/// use eqs_core::{Lang, Phrase};
///
/// let at = Position {
///     file: "claims/bulletin-2025.csv".into(),
///     spot: Some(Spot::Line(7)),
///     column: Some("unit".into()),
///     value: Some("furlong".into()),
/// };
/// let row = RefusedRow { at, problem: Problem::UnknownUnit };
/// assert_eq!(
///     row.to_string(),
///     "claims/bulletin-2025.csv, line 7, column `unit`, value `furlong`: unknown unit"
/// );
/// assert_eq!(
///     row.say(Lang::Zh).to_string(),
///     "claims/bulletin-2025.csv，第7行，列 `unit`，值 `furlong`：未知的单位"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say(Lang::En))]
pub struct RefusedRow {
    /// Where.
    pub at: Position,
    /// Why.
    pub problem: Problem,
}

/// A place in a file, as far as there is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The file.
    pub file: String,
    /// The line or the element.
    pub spot: Option<Spot>,
    /// The column, or the key of the object.
    pub column: Option<String>,
    /// What stands there.
    pub value: Option<String>,
}

/// Where in a file a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The line of the file, counted from 1.
    Line(u64),
    /// The element of a JSON array, counted from 1.
    Element(u64),
}

impl Spot {
    /// The number of the line or of the element.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::Line(number) | Self::Element(number) => number,
        }
    }
}

impl RefusedRow {
    /// A file that is refused as a whole, or a row of it.
    #[must_use]
    pub fn whole(file: String, spot: Option<Spot>, problem: Problem) -> Self {
        Self { at: Position { file, spot, ..Position::default() }, problem }
    }
}

impl Phrase for RefusedRow {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.at.write(lang, f)?;
        f.write_str(lang.pick("：", ": "))?;
        self.problem.write(lang, f)
    }
}

impl Phrase for Position {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let comma = lang.pick("，", ", ");
        f.write_str(&self.file)?;
        if let Some(spot) = self.spot {
            f.write_str(comma)?;
            spot.write(lang, f)?;
        }
        if let Some(column) = &self.column {
            write!(f, "{comma}{} `{}`", lang.pick("列", "column"), Excerpt(column))?;
        }
        if let Some(value) = &self.value {
            write!(f, "{comma}{} `{}`", lang.pick("值", "value"), Excerpt(value))?;
        }
        Ok(())
    }
}

impl Phrase for Spot {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, self) {
            (Lang::Zh, Self::Line(line)) => write!(f, "第{line}行"),
            (Lang::En, Self::Line(line)) => write!(f, "line {line}"),
            (Lang::Zh, Self::Element(number)) => write!(f, "第{number}个元素"),
            (Lang::En, Self::Element(number)) => write!(f, "element {number}"),
        }
    }
}
