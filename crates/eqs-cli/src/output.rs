//! Where judged rows go, and in which form.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use crate::error::CliError;
use crate::format::Format;
use crate::json::Record;
use crate::table::Grid;
use crate::usage::Usage;

/// The place of the output.
pub(crate) struct Target<'a> {
    path: Option<&'a Path>,
    /// Held back until the whole input is accepted; `None`: written at once.
    held_back: Option<Vec<u8>>,
}

/// Writes records one by one.
pub(crate) struct Rows<W: Write> {
    form: Form<W>,
    has_mark: bool,
}

enum Form<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Json { output: W, is_first: bool },
    Table { output: W, grid: Grid },
}

impl<'a> Target<'a> {
    /// Standard output or a file, which must not be the input.
    pub(crate) fn new(path: Option<&'a Path>, input: &str, holds_back: bool) -> Result<Self, CliError> {
        let read = if input == "-" { metadata_of(io::stdin()) } else { fs::metadata(input).ok() };
        let written = path.map_or_else(|| metadata_of(io::stdout()), |path| fs::metadata(path).ok());
        if let (Some(read), Some(written)) = (read, written)
            && is_same_file(&read, &written)
        {
            let name = path.map_or_else(|| input.to_owned(), |path| path.display().to_string());
            return Err(CliError::Usage(Usage::SameFile(name)));
        }
        Ok(Self { path, held_back: holds_back.then(Vec::new) })
    }

    /// The writer: a buffer if the output is held back.
    pub(crate) fn open(&mut self) -> Result<Box<dyn Write + '_>, CliError> {
        if self.held_back.is_none() {
            return open(self.path);
        }
        let buffer = self.held_back.get_or_insert_default();
        Ok(Box::new(buffer))
    }

    /// Writes what was held back.
    pub(crate) fn release(self) -> Result<(), CliError> {
        let Some(buffer) = self.held_back else {
            return Ok(());
        };
        let mut output = open(self.path)?;
        output.write_all(&buffer).and_then(|()| output.flush()).map_err(|error| self::error(self.path, error))
    }

    /// What goes wrong while writing.
    pub(crate) fn error(path: Option<&Path>, error: io::Error) -> CliError {
        self::error(path, error)
    }
}

/// What stands behind a standard stream.
#[cfg(unix)]
fn metadata_of(stream: impl std::os::fd::AsFd) -> Option<Metadata> {
    File::from(stream.as_fd().try_clone_to_owned().ok()?).metadata().ok()
}

#[cfg(not(unix))]
fn metadata_of<S>(_: S) -> Option<Metadata> {
    None
}

/// Whether both are one file, under whatever name: reading it while it is written would never end.
#[cfg(unix)]
fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    one.is_file() && (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
fn is_same_file(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// An error of the file, not of the CSV in it: a closed pipe must be known as one.
pub(crate) fn of_csv(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn open<'a>(path: Option<&Path>) -> Result<Box<dyn Write + 'a>, CliError> {
    Ok(match path {
        None => Box::new(BufWriter::new(io::stdout().lock())),
        Some(path) => {
            Box::new(BufWriter::new(File::create(path).map_err(|error| self::error(Some(path), error))?))
        }
    })
}

fn error(path: Option<&Path>, error: io::Error) -> CliError {
    let file = path.map_or_else(|| "<stdout>".into(), |path| path.display().to_string());
    CliError::File { file, error }
}

impl<W: Write> Rows<W> {
    /// Nothing yet. CSV begins with a byte order mark if the input did.
    pub(crate) fn new(output: W, format: Format, has_mark: bool) -> Self {
        let form = match format {
            Format::Csv => Form::Csv(Box::new(csv::Writer::from_writer(output))),
            Format::Json => Form::Json { output, is_first: true },
            Format::Table => Form::Table { output, grid: Grid::default() },
        };
        Self { form, has_mark }
    }

    /// The header.
    pub(crate) fn header(&mut self, names: &[String], added: &[&str]) -> io::Result<()> {
        let names = names.iter().map(String::as_str).chain(added.iter().copied());
        match &mut self.form {
            Form::Csv(writer) => {
                let mut names: Vec<String> = names.map(str::to_owned).collect();
                if let Some(first) = names.first_mut().filter(|_| self.has_mark) {
                    first.insert(0, '\u{FEFF}');
                }
                writer.write_record(names).map_err(of_csv)?;
            }
            Form::Json { .. } => {}
            Form::Table { grid, .. } => grid.header = names.map(|name| name.trim().to_owned()).collect(),
        }
        Ok(())
    }

    /// A record.
    pub(crate) fn record<V: Serialize>(&mut self, record: &Record<'_, V>) -> io::Result<()> {
        match &mut self.form {
            Form::Csv(writer) => {
                let added = record.added.iter().map(ToString::to_string);
                let mut cells = record.cells.iter().map(str::to_owned).chain(added);
                cells.try_for_each(|cell| writer.write_field(cell)).map_err(of_csv)?;
                writer.write_record(None::<&[u8]>).map_err(of_csv)?;
            }
            Form::Json { output, is_first } => {
                output.write_all(if *is_first { b"[\n" } else { b",\n" })?;
                *is_first = false;
                serde_json::to_writer(output, record)?;
            }
            Form::Table { grid, .. } => {
                let added = record.added.iter().map(ToString::to_string);
                grid.rows.push(record.cells.iter().map(str::to_owned).chain(added).collect());
            }
        }
        Ok(())
    }

    /// The end.
    pub(crate) fn finish(self) -> io::Result<()> {
        match self.form {
            Form::Csv(mut writer) => writer.flush(),
            Form::Json { mut output, is_first } => {
                output.write_all(if is_first { b"[]\n" } else { b"\n]\n" })?;
                output.flush()
            }
            Form::Table { mut output, grid } => {
                grid.wide_lines().iter().try_for_each(|line| writeln!(output, "{line}"))?;
                output.flush()
            }
        }
    }
}
