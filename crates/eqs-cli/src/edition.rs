//! Names of editions as people type them.

use eqs::{Edition, NaiveDate, NotInForce};

use crate::args::EditionArgs;
use crate::error::{CliError, Location};
use crate::problem::Problem;
use crate::usage::Usage;

/// The editions and stages of one standard, in their order.
#[derive(Clone, Debug)]
pub(crate) struct Editions(Vec<&'static Edition>);

impl Editions {
    /// These, all of one standard.
    pub(crate) fn of(editions: impl Iterator<Item = &'static Edition>) -> Self {
        Self(editions.collect())
    }

    /// In their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static Edition> {
        self.0.iter().copied()
    }

    /// The edition that a request chooses: by the name behind the number, by name or by day. There is no default.
    pub(crate) fn choose(
        &self,
        behind_number: Option<&str>,
        request: &EditionArgs,
        in_force: impl FnOnce(NaiveDate) -> Result<&'static Edition, NotInForce>,
    ) -> Result<&'static Edition, CliError> {
        let name = behind_number.or(request.edition.as_deref());
        match (name, request.on) {
            (Some(_), Some(_)) => Err(CliError::Usage(Usage::EditionTwice)),
            (Some(_), None) if behind_number.is_some() && request.edition.is_some() => {
                Err(CliError::Usage(Usage::EditionTwice))
            }
            (Some(name), None) => self.named(name),
            // A day without an edition is refused as data: the request was understood.
            (None, Some(day)) => in_force(day)
                .map_err(|error| CliError::refuse(Location::default(), Problem::NotInForce(error))),
            (None, None) => {
                let editions =
                    self.iter().map(|edition| format!("{} ({}–)", edition.name, edition.first_day));
                Err(CliError::Usage(Usage::EditionNeeded {
                    standard: self.standard(),
                    editions: editions.collect(),
                }))
            }
        }
    }

    /// The edition of this name; `2026-transition` passes for `2026 transition`, and an edition with stages is not
    /// one of them.
    pub(crate) fn named(&self, name: &str) -> Result<&'static Edition, CliError> {
        let found = self.stages(name)?;
        match found.as_slice() {
            [edition] if edition.name == folded(name) => Ok(edition),
            _ => Err(CliError::Usage(Usage::AmbiguousEdition {
                standard: self.standard(),
                name: name.into(),
                stages: found.iter().map(|edition| edition.name).collect(),
            })),
        }
    }

    /// The edition of this name, or all stages of the edition of this name.
    pub(crate) fn stages(&self, name: &str) -> Result<Vec<&'static Edition>, CliError> {
        let wanted = folded(name);
        if let Some(edition) = self.iter().find(|edition| edition.name == wanted) {
            return Ok(vec![edition]);
        }
        let is_stage = |own: &str| own.strip_prefix(&wanted).is_some_and(|stage| stage.starts_with(' '));
        let stages: Vec<_> = self.iter().filter(|edition| is_stage(edition.name)).collect();
        if stages.is_empty() {
            return Err(CliError::Usage(Usage::UnknownEdition {
                standard: self.standard(),
                name: name.into(),
                known: self.iter().map(|edition| edition.name).collect(),
            }));
        }
        Ok(stages)
    }

    fn standard(&self) -> &'static str {
        self.0.first().map_or("", |edition| edition.standard)
    }
}

/// A name with blanks for the dashes that a shell likes better.
fn folded(name: &str) -> String {
    name.trim().replace(['-', '–', '—', '_'], " ").to_ascii_lowercase()
}

/// A library that does not know an edition which [`Editions`] has found.
pub(crate) fn unknown(error: &eqs::UnknownEdition) -> CliError {
    CliError::Usage(Usage::Other(error.to_string()))
}
