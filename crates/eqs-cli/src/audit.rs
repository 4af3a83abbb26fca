//! `eqs audit`: whether the claims of documents follow from the figures.

mod args;
mod count;
mod records;
mod report;
mod screen;

use std::io::Write as _;
use std::path::Path;

use eqs::Lang;
use eqs::audit::load::{Directory, RefusedRow, load};
use eqs::audit::{Audit, Policy};
use eqs::bulletin::Document;

pub(crate) use self::args::AuditArgs;

use self::report::Report;
use crate::directory::{self, Unused, read};
use crate::error::CliError;
use crate::format::{Format, print};
use crate::usage::Usage;

/// What does not become of refused rows.
const UNUSED: Unused = ("核验", "audited");

/// Answers a request.
pub(crate) fn run(request: &AuditArgs, format: Format, lang: Lang) -> Result<(), CliError> {
    if let Some(schema) = request.schema {
        return std::io::stdout()
            .write_all(schema.text().as_bytes())
            .map_err(|error| CliError::File { file: "<stdout>".into(), error });
    }
    let report = match &request.directory {
        None => {
            let documents: Vec<_> = Document::all().iter().map(|document| document.code).collect();
            let shown = shown(request, &documents)?;
            Report::new(&Audit::shipped(), &documents, shown, request, Vec::new())
        }
        Some(path) => of_directory(path, request)?,
    };
    directory::warn_of(&report.refused, UNUSED, lang);
    print(&report, format, lang)
}

fn of_directory(path: &Path, request: &AuditArgs) -> Result<Report, CliError> {
    let directory = load(&read(path)?).map_err(directory::refuse)?;
    let shown = shown(request, directory.documents())?;
    let audit = Audit::new(directory.figures(), directory.claims(), Policy::DEFAULT);
    let refused = refused(&directory, &audit);
    directory::check(&refused, request.on_error)?;
    Ok(Report::new(&audit, directory.documents(), shown, request, refused))
}

/// All rows that were set aside: those that could not be read, then those that contradict others.
fn refused(directory: &Directory, audit: &Audit<'_>) -> Vec<RefusedRow> {
    let beside = audit.refused().iter().map(|refused| directory.locate(refused));
    directory.refused().iter().cloned().chain(beside).collect()
}

/// The document that is asked for: a code, or the year of a bulletin.
fn shown(request: &AuditArgs, documents: &[&'static str]) -> Result<Option<&'static str>, CliError> {
    let Some(name) = &request.document else { return Ok(None) };
    let bulletin = format!("bulletin-{name}");
    let found = documents.iter().find(|code| *code == name || **code == bulletin);
    found.map(|code| Some(*code)).ok_or_else(|| {
        CliError::Usage(Usage::UnknownDocument { name: name.clone(), known: documents.into() })
    })
}
