//! Figures and claims from files, for any city and any year. The program reads the files; this module takes their
//! content.
//!
//! A directory holds, each as CSV (UTF-8, header row) or as JSON (an array of objects with the same keys):
//!
//! | file | columns | needed |
//! |---|---|---|
//! | `observations/<document>` | those of [`Figure::HEADER`] | all but `high`, `bound`, `note`, `name` |
//! | `claims/<document>` | those of [`Claim::HEADER`] | `id` to `quote` without `part`, the amount, the base and what follows it |
//! | `places` | `code,zh,en,kind,within,aliases,confirmation` | `code`, `zh`, `en`, `kind` |
//! | `indicators` | `symbol,zh,en,better,aliases` | `symbol`, `zh`, `en`, `better` |
//!
//! The code of a document is the name of its file without the ending. `places` and `indicators` declare what the
//! registries do not have; both may be absent, and so may either folder. Columns stand in any order.
//!
//! Places and indicators are named by whatever their [`FromStr`](core::str::FromStr) accepts, or by code, either name
//! or an alias of a declared one; words of closed vocabularies by their code or their Chinese name. An empty `bound`
//! is `exact`, an empty `part` 1, an empty `confirmation` B, an empty `name` the Chinese name of the indicator, an empty `claim` the quote. In
//! JSON values are texts or whole numbers: `30.50` is written `"30.50"`, so that its printed places survive.
//!
//! A file that cannot be read as a whole is an error. A bad row is a [`RefusedRow`] of the directory, and the others stay; other
//! parts of the same claim go with it, because a claim is not half a claim.
//!
//! Figures and claims hold `'static` texts, as those that are read while compiling do: the texts of each file are
//! leaked once. Meant for programs that load a directory once.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use eqs_bulletin::Figure;

pub use self::error::{Position, Problem, RefusedRow, Spot};
pub use self::files::InputFile;

use self::columns::Columns;
use self::declared::Declared;
use self::rows::Loaded;
use crate::check::{Refusal, Refused};
use crate::claim::Claim;

mod columns;
mod csv;
mod declared;
mod error;
mod expected;
mod files;
mod json;
mod names;
mod problem;
mod rows;
mod sheet;
mod words;

/// What the files hold.
///
/// # Example
/// ```
/// use eqs_audit::load::{InputFile, load};
/// use eqs_audit::{Audit, Policy, Status};
///
/// let file = |path: &str, text: &str| InputFile { path: path.into(), bytes: text.into() };
/// let directory = load(&[
///     file(
///         "observations/bulletin-2025.csv",
///         "id,line,medium,place,indicator,statistic,period,value,unit,quote\n\
///          1,12,大气,上海市,优良天数,days,2024,323,d,优良天数为323天\n",
///     ),
///     file(
///         "claims/bulletin-2025.csv",
///         "id,line,medium,rule,place,indicator,statistic,period,relation,value,unit,base_indicator,quote\n\
///          A,12,大气,share,上海市,优良天数,days,2024,equal,88.3,%,calendar_days,优良率88.3%\n",
///     ),
/// ])?;
/// let audit = Audit::new(directory.figures(), directory.claims(), Policy::DEFAULT);
/// assert_eq!(audit.results()[0].status, Status::Confirmed); // 323 of 366 days
/// # Ok::<(), eqs_audit::load::RefusedRow>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Directory {
    documents: Vec<&'static str>,
    figures: Vec<Figure>,
    claims: Vec<Claim>,
    /// Where each claim stands.
    positions: Vec<Position>,
    refused: Vec<RefusedRow>,
}

/// Reads the files of a directory, in whatever order; see the [module](mod@crate::load).
///
/// # Errors
/// [`RefusedRow`] if a file cannot be read as a whole: another encoding, no header row, a column that is unknown, twice
/// or missing, JSON that is none. Bad rows are no errors: see [`Directory::refused`].
pub fn load(files: &[InputFile]) -> Result<Directory, RefusedRow> {
    let mut loaded = Directory::default();
    let mut declared = Declared::default();
    if let Some(file) = files::single(files, "places")? {
        declared.places(&file.sheet(Columns::PLACES)?, &mut loaded.refused);
    }
    if let Some(file) = files::single(files, "indicators")? {
        declared.indicators(&file.sheet(Columns::INDICATORS)?, &mut loaded.refused);
    }
    let observations = files::folder(files, "observations")?;
    let claims = files::folder(files, "claims")?;
    if observations.is_empty() && claims.is_empty() {
        return Err(error::whole("observations, claims".to_string(), None, Problem::NoFiles));
    }
    for file in observations {
        let sheet = file.sheet(Columns::FIGURES)?;
        let Loaded { document, rows, refused } = rows::figures(&sheet, file.document, &declared);
        loaded.documents.push(document);
        loaded.figures.extend(rows.into_iter().map(|(figure, _)| figure));
        loaded.refused.extend(refused);
    }
    for file in claims {
        let sheet = file.sheet(Columns::CLAIMS)?;
        let Loaded { document, rows, refused } = rows::claims(&sheet, file.document, &declared);
        loaded.documents.push(document);
        let (claims, positions): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        loaded.claims.extend(claims);
        loaded.positions.extend(positions);
        loaded.refused.extend(refused);
    }
    loaded.documents.sort_unstable();
    loaded.documents.dedup();
    Ok(loaded)
}

impl Directory {
    /// The codes of all documents, sorted.
    #[must_use]
    pub fn documents(&self) -> &[&'static str] {
        &self.documents
    }

    /// The figures, by document, in the order of their rows.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The claims, by document, in the order of their rows.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The rows that were set aside, in the order of files and rows: those of `places` and `indicators` first.
    #[must_use]
    pub fn refused(&self) -> &[RefusedRow] {
        &self.refused
    }

    /// The row of a claim that an [`Audit`](crate::Audit) of this directory set aside. Of two rows with one id and
    /// part it is the second.
    #[must_use]
    pub fn locate(&self, refused: &Refused) -> RefusedRow {
        let row =
            |(claim, _): &(&Claim, &Position)| claim.source == refused.source && claim.part == refused.part;
        let mut rows = self.claims.iter().zip(&self.positions).filter(row);
        let found = if refused.refusal == Refusal::IdTwice { rows.next_back() } else { rows.next() };
        let mut at = found.map_or_else(
            || Position { file: refused.source.document.to_string(), ..Position::default() },
            |(_, position)| position.clone(),
        );
        (at.column, at.value) = match refused.refusal {
            Refusal::IdTwice => named("id", refused.source.id),
            Refusal::Unit { given, .. } => named("unit", given.symbol()),
            Refusal::OtherPart | Refusal::Overlap { .. } | Refusal::Circular { .. } => (None, None),
        };
        RefusedRow { at, problem: Problem::Beside(refused.refusal) }
    }
}

fn named(column: &str, value: &str) -> (Option<String>, Option<String>) {
    (Some(column.to_string()), Some(value.to_string()))
}
