//! `eqs audit`: the arguments.

use std::path::PathBuf;

use clap::ValueEnum;
use eqs::audit::{Status, schema};

use crate::directory::OnRefused;

/// `eqs audit`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each claim is worked out again from the figures that are printed, in whatever document: a
printed 33 stands for every value that rounds to it. It is confirmed if what they leave open meets
what the claim prints, contested if it cannot, undecidable if a figure or a measure is missing,
which is then named.

DIRECTORY holds observations/DOCUMENT and claims/DOCUMENT, each .csv or .json, and may hold places
and indicators that are not in the registries. Only its data are then used. --schema prints the
forms in JSON.
  observations: id line medium place indicator statistic period value unit quote
                [high bound note name]
  claims:       id line medium rule place indicator statistic period relation quote
                [part value high unit bound base_place base_indicator base_statistic base_period
                parts standard grade note claim]
  places:       code zh en kind [within aliases confirmation]
  indicators:   symbol zh en better [aliases]

CSV: a row a part of a claim; with --on-error mark also a row a refused row, whose status is `refused`.

Examples:
  eqs audit
  eqs audit 2024 --status contested
  eqs audit --directory hangzhou --on-error mark --format json
  eqs audit --schema claims")]
pub(crate) struct AuditArgs {
    /// Show this document only: its code, such as bulletin-2024, or the year of a bulletin
    pub(crate) document: Option<String>,
    /// Show claims of this status only; may be given more than once
    #[arg(long, value_enum)]
    pub(crate) status: Vec<StatusArg>,
    /// Audit the figures and claims of this directory instead of those that are shipped
    #[arg(long, value_name = "DIRECTORY")]
    pub(crate) directory: Option<PathBuf>,
    /// What happens to a row that is refused
    #[arg(long, value_enum, default_value_t = OnRefused::Fail)]
    pub(crate) on_error: OnRefused,
    /// Print the JSON schema of a file of figures or claims, or of `--format json`
    #[arg(long, value_enum, conflicts_with_all = ["document", "status", "directory", "on_error"])]
    pub(crate) schema: Option<SchemaArg>,
}

/// What became of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatusArg {
    /// The figures allow it
    Confirmed,
    /// The figures do not allow it
    Contested,
    /// Something is missing
    Undecidable,
}

/// A schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SchemaArg {
    /// observations/DOCUMENT.json
    Observations,
    /// claims/DOCUMENT.json
    Claims,
    /// The output
    Results,
}

impl From<StatusArg> for Status {
    fn from(status: StatusArg) -> Self {
        match status {
            StatusArg::Confirmed => Self::Confirmed,
            StatusArg::Contested => Self::Contested,
            StatusArg::Undecidable => Self::Undecidable,
        }
    }
}

impl SchemaArg {
    /// Its text.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Observations => schema::OBSERVATIONS,
            Self::Claims => schema::CLAIMS,
            Self::Results => schema::RESULTS,
        }
    }
}
