//! Why the program stops, and where.

use core::fmt;
use std::io;

use eqs::spelling::Excerpt;
use eqs::{Lang, Phrase};

use crate::problem::Problem;
use crate::usage::Usage;

/// Why the program stops.
///
/// Each refusal names file, line, column and value as far as there are any. Bad data and files end with exit code
/// 1, requests that cannot be understood with 2, as clap's own errors do.
#[derive(Debug)]
pub(crate) enum CliError {
    /// Data are refused.
    Data(Box<Refusal>),
    /// A file cannot be read or written.
    File {
        /// Its name.
        file: String,
        /// What the system says.
        error: io::Error,
    },
    /// The request cannot be understood.
    Usage(Usage),
}

/// Refused data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    at: Location,
    problem: Problem,
}

/// Where refused data stand, as far as that can be said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Location {
    /// The file.
    pub(crate) file: Option<String>,
    /// The line, counted from 1 over the whole file.
    pub(crate) line: Option<u64>,
    /// The column, by its name.
    pub(crate) column: Option<String>,
    /// The option on the command line.
    pub(crate) option: Option<&'static str>,
    /// The value.
    pub(crate) value: Option<String>,
}

impl CliError {
    /// A refusal of data.
    pub(crate) fn refuse(at: Location, problem: Problem) -> Self {
        Self::Data(Box::new(Refusal { at, problem }))
    }

    /// A request whose option cannot be understood.
    pub(crate) fn misread(at: Location, problem: Problem) -> Self {
        Self::Usage(Usage::Option(Box::new(Refusal { at, problem })))
    }

    /// 1 for data and files, 2 for requests.
    pub(crate) const fn exit_code(&self) -> u8 {
        match self {
            Self::Data(_) | Self::File { .. } => 1,
            Self::Usage(_) => 2,
        }
    }
}

impl Location {
    /// A place in a file.
    pub(crate) fn file(file: &str) -> Self {
        Self { file: Some(file.into()), ..Self::default() }
    }

    /// The value of an option.
    pub(crate) fn option(option: &'static str, value: &str) -> Self {
        Self { option: Some(option), value: Some(value.into()), ..Self::default() }
    }

    /// The same, on a line.
    pub(crate) fn line(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same, in a column.
    pub(crate) fn column(self, column: &str) -> Self {
        Self { column: Some(column.into()), ..self }
    }

    /// The same, with the value that stands there.
    pub(crate) fn value(self, value: &str) -> Self {
        Self { value: Some(value.into()), ..self }
    }
}

impl Phrase for CliError {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(refusal) => refusal.write(lang, f),
            Self::File { file, error } => write!(f, "{file}{}{error}", lang.pick("：", ": ")),
            Self::Usage(usage) => usage.write(lang, f),
        }
    }
}

impl Phrase for Refusal {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { at, problem } = self;
        at.write(lang, f)?;
        if *at != Location::default() {
            f.write_str(lang.pick("：", ": "))?;
        }
        problem.write(lang, f)
    }
}

impl Phrase for Location {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut comma = "";
        let mut part = |f: &mut fmt::Formatter<'_>| {
            f.write_str(comma)?;
            comma = lang.pick("，", ", ");
            fmt::Result::Ok(())
        };
        if let Some(file) = &self.file {
            part(f)?;
            f.write_str(file)?;
        }
        if let Some(line) = self.line {
            part(f)?;
            match lang {
                Lang::Zh => write!(f, "第{line}行"),
                Lang::En => write!(f, "line {line}"),
            }?;
        }
        if let Some(column) = &self.column {
            part(f)?;
            write!(f, "{} `{}`", lang.pick("列", "column"), Excerpt(column))?;
        }
        if let Some(option) = self.option {
            part(f)?;
            write!(f, "{} {option}", lang.pick("选项", "option"))?;
        }
        if let Some(value) = &self.value {
            part(f)?;
            write!(f, "{} `{}`", lang.pick("值", "value"), Excerpt(value))?;
        }
        Ok(())
    }
}
