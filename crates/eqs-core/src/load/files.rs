//! Which of the files is what, and their texts.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::iter;

use super::error::{Problem, RefusedRow, Spot};
use super::kind::Kind;
use super::sheet::Sheet;
use super::{csv, json};

/// A file as the program has read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFile {
    /// Its path as messages show it, such as `hangzhou/observations/bulletin-2025.csv`. The folder and the name say
    /// what the file holds.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The folders of a directory: what lies in one is a document, whatever its name.
const FOLDERS: [&str; 3] = ["observations", "claims", "targets"];

/// A file of rows.
#[derive(Clone, Copy, Debug)]
pub struct File<'f> {
    /// Its path, for messages.
    pub path: &'f str,
    bytes: &'f [u8],
    form: Form,
    /// Its name without the ending.
    pub document: &'f str,
}

#[derive(Clone, Copy, Debug)]
enum Form {
    Csv,
    Json,
}

/// The file of this name in either form, outside of the folders.
///
/// # Errors
/// If there are two.
pub fn single<'f>(files: &'f [InputFile], name: &str) -> Result<Option<File<'f>>, RefusedRow> {
    let outside = |folder: Option<&str>| !folder.is_some_and(|folder| FOLDERS.contains(&folder));
    let named = files.iter().filter(|file| {
        let (folder, stem, _) = parts(&file.path);
        outside(folder) && stem == name
    });
    let found = named.map(file).collect::<Result<Vec<_>, _>>()?;
    refuse_twins(&found)?;
    Ok(found.into_iter().next())
}

/// The files of a folder, by name. Each must be one of rows, so that none is passed over for its name.
///
/// # Errors
/// If the name of one ends neither in `.csv` nor in `.json`, or two hold the same document.
pub fn folder<'f>(files: &'f [InputFile], name: &str) -> Result<Vec<File<'f>>, RefusedRow> {
    let within = files.iter().filter(|file| parts(&file.path).0 == Some(name));
    let mut found = within.map(file).collect::<Result<Vec<_>, _>>()?;
    found.sort_by(|one, other| (one.document, one.path).cmp(&(other.document, other.path)));
    refuse_twins(&found)?;
    Ok(found)
}

/// Folder, name without ending, and ending of a path.
fn parts(path: &str) -> (Option<&str>, &str, &str) {
    let mut names = path.rsplit(['/', '\\']).chain(iter::repeat(""));
    let name = names.next().unwrap_or_default();
    let folder = names.next().filter(|folder| !folder.is_empty());
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    (folder, stem, ending)
}

fn file(input: &InputFile) -> Result<File<'_>, RefusedRow> {
    let (_, document, ending) = parts(&input.path);
    let form = if ending.eq_ignore_ascii_case("csv") {
        Form::Csv
    } else if ending.eq_ignore_ascii_case("json") {
        Form::Json
    } else {
        return Err(RefusedRow::whole(input.path.clone(), None, Problem::OtherEnding));
    };
    Ok(File { path: &input.path, bytes: &input.bytes, form, document })
}

/// Refuses two files for one document; `files` are sorted.
fn refuse_twins(files: &[File<'_>]) -> Result<(), RefusedRow> {
    let twins = files.windows(2).find_map(|pair| match pair {
        [one, other] if one.document == other.document => Some((one, other)),
        _ => None,
    });
    match twins {
        Some((one, other)) => {
            let problem = Problem::TwoFiles { other: one.path.to_string() };
            Err(RefusedRow::whole(other.path.to_string(), None, problem))
        }
        None => Ok(()),
    }
}

impl<'f> File<'f> {
    /// A file of rows by any name: JSON if that ends so, or if the text begins as JSON does and the name does not end in
    /// `.csv`. Its whole path is its document.
    #[must_use]
    pub fn of_any_name(input: &'f InputFile) -> Self {
        let ending = parts(&input.path).2;
        let text = input.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&input.bytes);
        let first = text.trim_ascii_start().first();
        let is_json = ending.eq_ignore_ascii_case("json")
            || !ending.eq_ignore_ascii_case("csv") && matches!(first, Some(b'[' | b'{'));
        let form = if is_json { Form::Json } else { Form::Csv };
        Self { path: &input.path, bytes: &input.bytes, form, document: &input.path }
    }

    /// The rows of the file.
    ///
    /// # Errors
    /// If it cannot be read as a whole: another encoding, no header row, a column that is unknown, twice or missing, JSON
    /// that is none.
    pub fn sheet(&self, kind: Kind) -> Result<Sheet, RefusedRow> {
        let name = self.path.to_string();
        if self.bytes.starts_with(b"\xFF\xFE") || self.bytes.starts_with(b"\xFE\xFF") {
            return Err(RefusedRow::whole(name, None, Problem::Utf16));
        }
        let text = match str::from_utf8(self.bytes) {
            Ok(text) => text,
            Err(error) => {
                let before = self.bytes.get(..error.valid_up_to()).unwrap_or_default();
                let breaks = before.iter().filter(|byte| **byte == b'\n').map(|_| 1).sum::<u64>();
                let line = Spot::Line(breaks.saturating_add(1));
                return Err(RefusedRow::whole(name, Some(line), Problem::NotUtf8));
            }
        };
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        match self.form {
            Form::Csv => csv::read(&name, text, kind),
            Form::Json => json::read(&name, text, kind),
        }
    }
}
