//! Directories of figures, claims and plans: their files, and their rows that are refused.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use eqs::load::{InputFile, RefusedRow, Spot};
use eqs::{Lang, Phrase as _};
use serde::{Serialize, Serializer};

use crate::columns::warn;
use crate::error::{CliError, Location};
use crate::problem::Problem;
use crate::table::Block;

/// A directory whose plans and figures stand beside those that are shipped.
#[derive(Debug, clap::Args)]
pub(crate) struct DirectoryArgs {
    /// Take the plans and figures of this directory, too: plans, targets/PLAN, links, observations/DOCUMENT
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) directory: Option<PathBuf>,
    /// What happens to a row that is refused
    #[arg(long, value_enum, default_value_t = OnRefused::Fail)]
    pub(crate) on_error: OnRefused,
}

/// What happens to a row that is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnRefused {
    /// Say why and write nothing
    Fail,
    /// Take the rest, and list the row with the reason
    Mark,
}

/// The files that may hold rows. Names that begin with a point do not count.
pub(crate) fn read(directory: &Path) -> Result<Vec<InputFile>, CliError> {
    let mut files = Vec::new();
    take(directory, &mut files, |name| {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        matches!(stem, "places" | "indicators" | "plans" | "links")
    })?;
    for folder in ["observations", "claims", "targets"] {
        let folder = directory.join(folder);
        if folder.is_dir() {
            take(&folder, &mut files, |name| !name.starts_with('.'))?;
        }
    }
    Ok(files)
}

/// Reads the files of a folder that are wanted.
fn take(folder: &Path, files: &mut Vec<InputFile>, is_wanted: fn(&str) -> bool) -> Result<(), CliError> {
    let refuse = |path: &Path, error: io::Error| CliError::File { file: path.display().to_string(), error };
    for entry in fs::read_dir(folder).map_err(|error| refuse(folder, error))? {
        let path = entry.map_err(|error| refuse(folder, error))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if is_wanted(&name) {
            let bytes = fs::read(&path).map_err(|error| refuse(&path, error))?;
            files.push(InputFile { path: path.display().to_string(), bytes });
        }
    }
    Ok(())
}

/// A row that ends the program.
pub(crate) fn refuse(row: RefusedRow) -> CliError {
    CliError::refuse(Location::default(), Problem::Row(Box::new(row)))
}

/// Ends the program at the first row that is refused, unless they are to be marked.
pub(crate) fn check(refused: &[RefusedRow], on_error: OnRefused) -> Result<(), CliError> {
    match refused.first() {
        Some(first) if on_error == OnRefused::Fail => Err(refuse(first.clone())),
        _ => Ok(()),
    }
}

/// What did not become of refused rows: that they are `audited`, in Chinese and English.
pub(crate) type Unused = (&'static str, &'static str);

/// Says on stderr how many rows are refused, if any are.
pub(crate) fn warn_of(refused: &[RefusedRow], (zh, en): Unused, lang: Lang) {
    let count = refused.len();
    if count > 0 {
        warn(
            match lang {
                Lang::Zh => format!("拒收{count}行，未作{zh}"),
                Lang::En if count == 1 => format!("1 row is refused and not {en}"),
                Lang::En => format!("{count} rows are refused and not {en}"),
            },
            lang,
        );
    }
}

/// The rows that are refused, for reading; `None` if there are none.
pub(crate) fn block(refused: &[RefusedRow], (zh, en): Unused, lang: Lang) -> Option<Block> {
    let lines: Vec<String> = refused.iter().map(|row| row.say(lang).to_string()).collect();
    let count = lines.len();
    let title = match lang {
        Lang::Zh => format!("拒收{count}行，未作{zh}"),
        Lang::En => format!("rows refused and not {en}: {count}"),
    };
    (count > 0).then(|| Block { title, lines, ..Block::default() })
}

/// A row as JSON.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    line: Option<u64>,
    element: Option<u64>,
    column: Option<&'a str>,
    value: Option<&'a str>,
    problem_zh: String,
    problem_en: String,
}

/// Serialises the rows that are refused.
pub(crate) fn serialize<S: Serializer>(rows: &[RefusedRow], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(rows.iter().map(|row| {
        let (line, element) = match row.at.spot {
            Some(Spot::Line(line)) => (Some(line), None),
            Some(Spot::Element(element)) => (None, Some(element)),
            None => (None, None),
        };
        Row {
            file: &row.at.file,
            line,
            element,
            column: row.at.column.as_deref(),
            value: row.at.value.as_deref(),
            problem_zh: row.problem.say(Lang::Zh).to_string(),
            problem_en: row.problem.say(Lang::En).to_string(),
        }
    }))
}
