//! [`Known`]: the plans and figures that are shipped, and those of the user.

use eqs::load::{Declared, RefusedRow};
use eqs::plan::load::{Directory, load};
use eqs::plan::{Link, Plan, Target, UnknownPlan};
use eqs::{Lang, Observation, Phrase as _};

use crate::columns::warn;
use crate::directory::{self, DirectoryArgs, Unused, check, refuse};
use crate::error::CliError;
use crate::evidence::{self, Figures};
use crate::format::Format;
use crate::usage::Usage;

/// The plans and figures that are shipped, and those of the user.
#[derive(Default)]
pub(crate) struct Known {
    directory: Directory,
    declared: Declared,
    /// The figures of the user's file.
    own: Figures,
    /// The figures of the user.
    pub(crate) figures: Vec<Observation<'static>>,
    /// Where they come from.
    pub(crate) documents: Vec<String>,
    /// Rows of the user that are set aside.
    pub(crate) refused: Vec<RefusedRow>,
}

impl Known {
    /// What is shipped, and what a directory and a file of figures hold.
    pub(crate) fn of(request: &DirectoryArgs, evidence: Option<&str>) -> Result<Self, CliError> {
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
            known.own = Figures::new(file, loaded.rows.into_iter().map(|(figure, _)| figure));
            known.figures.extend(known.own.all());
            known.refused.extend(loaded.refused);
        }
        check(&known.refused, request.on_error)?;
        Ok(known)
    }

    /// The plans: those of the directory first.
    pub(crate) fn plans(&self) -> impl Iterator<Item = &'static Plan> + Clone {
        self.directory.plans().iter().copied().chain(Plan::all().iter().copied())
    }

    /// The plan of this code.
    pub(crate) fn plan(&self, code: &str) -> Result<&'static Plan, CliError> {
        let found = self.directory.plan(code).map_or_else(|| Plan::of(code), Ok);
        found.map_err(|error: UnknownPlan| {
            let own: Vec<_> = self.directory.plans().iter().map(|plan| plan.code).collect();
            let own = if own.is_empty() { String::new() } else { format!(" or {}", own.join(", ")) };
            CliError::Usage(Usage::Other(format!("{error}{own}")))
        })
    }

    /// The links of the directory, then those that are shipped, each with its targets.
    pub(crate) fn links(&self) -> impl Iterator<Item = (Link, &'static Target, &'static Target)> {
        let links = self.directory.links().iter().chain(Link::all());
        links.filter_map(|link| {
            Some((*link, self.directory.target(link.lower)?, self.directory.target(link.upper)?))
        })
    }

    /// The figures of the user's file that none of the targets uses, which is said on stderr.
    pub(crate) fn unused<'t>(
        &self,
        targets: impl IntoIterator<Item = &'t Target>,
        of: &str,
        lang: Lang,
    ) -> Vec<Observation<'static>> {
        self.own.unused(targets, of, lang)
    }

    /// Says on stderr how many rows are refused, or which where the form of the output does not list them.
    pub(crate) fn warn(&self, unused: Unused, format: Format, lang: Lang) {
        if format != Format::Csv {
            return directory::warn_of(&self.refused, unused, lang);
        }
        for row in &self.refused {
            warn(row.say(lang), lang);
        }
    }
}
