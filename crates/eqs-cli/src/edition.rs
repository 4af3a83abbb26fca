//! Names of standards and editions as people type them.

use eqs::Edition;
use eqs::gb3095::Gb3095;
use eqs::gb3838::Gb3838;
use eqs::hj633::Hj633;

use crate::args::EditionArgs;
use crate::error::{CliError, Location};
use crate::problem::Problem;
use crate::usage::Usage;

/// A standard whose limits can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standard {
    Gb3095,
    Hj633,
    Gb3838,
}

impl Standard {
    /// Reads `GB 3095`, `gb3095` or, with an edition behind it, `GB 3095-2012`.
    pub(crate) fn parse(text: &str) -> Result<(Self, Option<&str>), Usage> {
        let (name, edition) =
            text.split_once(['-', '–', '—']).map_or((text, None), |(name, edition)| (name, Some(edition)));
        let letters = name.chars().filter(|letter| !letter.is_whitespace());
        let standard = match letters.collect::<String>().to_ascii_uppercase().as_str() {
            "GB3095" => Self::Gb3095,
            "HJ633" => Self::Hj633,
            "GB3838" => Self::Gb3838,
            _ => return Err(Usage::UnknownStandard(text.into())),
        };
        Ok((standard, edition))
    }

    /// The number without its year.
    pub(crate) const fn number(self) -> &'static str {
        match self {
            Self::Gb3095 => "GB 3095",
            Self::Hj633 => "HJ 633",
            Self::Gb3838 => "GB 3838",
        }
    }

    /// The edition that a request chooses: by the name behind the number, by name or by day. There is no default.
    pub(crate) fn edition(
        self,
        behind_number: Option<&str>,
        request: &EditionArgs,
    ) -> Result<&'static Edition, CliError> {
        let choice = [behind_number.is_some(), request.edition.is_some(), request.on.is_some()];
        match choice.into_iter().filter(|is_given| *is_given).count() {
            0 => {
                let editions = self.editions().into_iter();
                let editions = editions.map(|edition| format!("{} ({}–)", edition.name, edition.first_day));
                let (standard, editions) = (self.number(), editions.collect());
                return Err(CliError::Usage(Usage::EditionNeeded { standard, editions }));
            }
            1 => {}
            _ => return Err(CliError::Usage(Usage::EditionTwice)),
        }
        if let Some(name) = behind_number.or(request.edition.as_deref()) {
            return self.named(name);
        }
        // A day without an edition is refused as data: the request was understood.
        let day = request.on.unwrap_or_default();
        let in_force = match self {
            Self::Gb3095 => Gb3095::on(day).map(Gb3095::edition),
            Self::Hj633 => Hj633::on(day).map(|standard| standard.edition()),
            Self::Gb3838 => Gb3838::on(day).map(Gb3838::edition),
        };
        in_force.map_err(|error| CliError::refuse(Location::default(), Problem::NotInForce(error)))
    }

    /// The edition of this name; `2026-transition` passes for `2026 transition`, and an edition with stages is not
    /// one of them.
    pub(crate) fn named(self, name: &str) -> Result<&'static Edition, CliError> {
        let wanted = name.trim().replace(['-', '–', '—', '_'], " ").to_ascii_lowercase();
        let editions = self.editions();
        if let Some(edition) = editions.iter().find(|edition| edition.name == wanted) {
            return Ok(edition);
        }
        let stages = editions.iter().map(|edition| edition.name);
        let stages: Vec<_> = stages
            .filter(|name| name.strip_prefix(&wanted).is_some_and(|stage| stage.starts_with(' ')))
            .collect();
        let (standard, name) = (self.number(), name.into());
        Err(CliError::Usage(if stages.is_empty() {
            let known = editions.iter().map(|edition| edition.name).collect();
            Usage::UnknownEdition { standard, name, known }
        } else {
            Usage::AmbiguousEdition { standard, name, stages }
        }))
    }

    fn editions(self) -> Vec<&'static Edition> {
        match self {
            Self::Gb3095 => Gb3095::all().map(Gb3095::edition).collect(),
            Self::Hj633 => Hj633::all().map(|standard| standard.edition()).collect(),
            Self::Gb3838 => Gb3838::all().map(Gb3838::edition).collect(),
        }
    }
}

/// A library that does not know an edition which [`Standard::edition`] has found.
pub(crate) fn unknown(error: &eqs::UnknownEdition) -> CliError {
    CliError::Usage(Usage::Other(error.to_string()))
}
