//! [`Known`]: the plans and figures that are shipped, and those of the user.

use eqs::load::{Declared, RefusedRow};
use eqs::plan::load::{Directory, load};
use eqs::plan::{Plan, UnknownPlan};
use eqs::{Lang, Observation, Phrase as _};

use crate::columns::warn;
use crate::directory::{self, DirectoryArgs, check, refuse};
use crate::error::CliError;
use crate::evidence;
use crate::usage::Usage;

/// The plans and figures that are shipped, and those of the user.
#[derive(Default)]
pub(super) struct Known {
    directory: Directory,
    declared: Declared,
    /// The figures of the user.
    pub(super) figures: Vec<Observation<'static>>,
    /// Where they come from.
    pub(super) documents: Vec<String>,
    /// Rows of the user that are set aside.
    pub(super) refused: Vec<RefusedRow>,
}

impl Known {
    /// What is shipped, and what a directory and a file of figures hold.
    pub(super) fn of(request: &DirectoryArgs, evidence: Option<&str>) -> Result<Self, CliError> {
        let mut known = Self::default();
        if let Some(path) = &request.directory {
            let files = directory::read(path)?;
            known.declared = Declared::load(&files).map_err(refuse)?;
            known.refused.extend_from_slice(known.declared.refused());
            let documents = eqs::bulletin::load::load(&files, &known.declared).map_err(refuse)?;
            known.directory = load(&files, &known.declared).map_err(refuse)?;
            known.refused.extend_from_slice(known.directory.refused());
            known.figures.extend(known.directory.baselines());
            for document in documents {
                known.documents.push(document.document.to_owned());
                known.figures.extend(document.rows.into_iter().map(|(figure, _)| figure.observation));
                known.refused.extend(document.refused);
            }
        }
        if let Some(file) = evidence {
            let targets: Vec<_> = known.plans().flat_map(Plan::targets).collect();
            let loaded = evidence::read(file, &known.declared, &targets)?;
            known.documents.push(file.to_owned());
            known.figures.extend(loaded.rows.into_iter().map(|(figure, _)| figure));
            known.refused.extend(loaded.refused);
        }
        check(&known.refused, request.on_error)?;
        Ok(known)
    }

    /// The plans: those of the directory first.
    pub(super) fn plans(&self) -> impl Iterator<Item = &'static Plan> + Clone {
        self.directory.plans().iter().copied().chain(Plan::all().iter().copied())
    }

    /// The plan of this code.
    pub(super) fn plan(&self, code: &str) -> Result<&'static Plan, CliError> {
        let found = self.directory.plan(code).map_or_else(|| Plan::of(code), Ok);
        found.map_err(|error: UnknownPlan| {
            let own: Vec<_> = self.directory.plans().iter().map(|plan| plan.code).collect();
            let own = if own.is_empty() { String::new() } else { format!(" or {}", own.join(", ")) };
            CliError::Usage(Usage::Other(format!("{error}{own}")))
        })
    }

    /// Says on stderr which rows are refused.
    pub(super) fn warn(&self, lang: Lang) {
        for row in &self.refused {
            warn(row.say(lang), lang);
        }
    }
}
