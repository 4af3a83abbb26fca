//! The arguments of `eqs plan check`.

use clap::ValueEnum;
use eqs::audit::Status;
use eqs::plan::LinkKind;

use crate::directory::DirectoryArgs;

/// `eqs plan check`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Each target that depends on another is held against it: a district's against the city's, a year's
against that of five years, the text against its table. A link is confirmed if the two can stand
side by side, contested if not, undecidable if they cannot be compared, with the reason.

  confirmed:   same reworded stricter part_of step by_reference
  contested:   differs laxer more_than_whole worsens later
  reworded:    one number in two words, such as >95 and 95%以上; both are shown
  step:        a level of a year, laxer than that of the last year and no worse than the base year

Examples:
  eqs plan check
  eqs plan check miyun-14fyp --status contested
  eqs plan check --kind restates --lang zh --format csv
  eqs plan check huairou-14fyp --directory huairou --evidence figures-2020.csv")]
pub(crate) struct CheckArgs {
    /// Only links with a target of this plan on either side: its code, such as miyun-14fyp
    pub(crate) plan: Option<String>,
    /// Only links of this kind; may be given more than once
    #[arg(long, value_enum)]
    pub(crate) kind: Vec<KindArg>,
    /// Only links of this status; may be given more than once
    #[arg(long, value_enum)]
    pub(crate) status: Vec<StatusArg>,
    /// More figures; those of base years decide whether a step worsens
    #[arg(long, value_name = "FILE")]
    pub(crate) evidence: Option<String>,
    #[command(flatten)]
    pub(crate) directory: DirectoryArgs,
}

/// A kind of link as an argument.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum KindArg {
    /// A district's target under the municipal one
    DistrictOf,
    /// A year's target under the five-year one
    YearOf,
    /// The text of a plan restates its table
    Restates,
}

/// What became of a link.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum StatusArg {
    /// The two can stand side by side
    Confirmed,
    /// They cannot
    Contested,
    /// They cannot be compared
    Undecidable,
}

impl From<KindArg> for LinkKind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::DistrictOf => Self::DistrictOf,
            KindArg::YearOf => Self::YearOf,
            KindArg::Restates => Self::Restates,
        }
    }
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
