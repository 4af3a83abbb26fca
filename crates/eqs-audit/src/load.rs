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
//! How cells name places, indicators and words, and how JSON holds numbers, stands in [`eqs_core::load`]. An empty
//! `bound` is `exact`, an empty `part` 1, an empty `name` the Chinese name of the indicator, an empty `claim` the quote.
//!
//! A file that cannot be read as a whole is an error. A bad row is a [`RefusedRow`] of the directory, and the others
//! stay; other parts of the same claim go with it, because a claim is not half a claim.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use eqs_bulletin::Figure;
use eqs_core::load::{Declared, Loaded, folder};
pub use eqs_core::load::{InputFile, Position, Problem, RefusedRow, Spot};

use self::claims::{CLAIMS, claims};
use self::problem::Own;
use crate::check::{Refusal, Refused};
use crate::claim::Claim;

mod claims;
mod problem;

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
    let declared = Declared::load(files)?;
    let (figures, files) = (eqs_bulletin::load::load(files, &declared)?, folder(files, "claims")?);
    if figures.is_empty() && files.is_empty() {
        let file = "observations, claims".to_string();
        return Err(RefusedRow::whole(file, None, Problem::beside(&Own::NoFiles)));
    }
    let mut loaded = Directory { refused: declared.refused().to_vec(), ..Directory::default() };
    for Loaded { document, rows, refused } in figures {
        loaded.documents.push(document);
        loaded.figures.extend(rows.into_iter().map(|(figure, _)| figure));
        loaded.refused.extend(refused);
    }
    for file in files {
        let Loaded { document, rows, refused } = claims(&file.sheet(CLAIMS)?, file.document, &declared);
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
        RefusedRow { at, problem: Problem::beside(&refused.refusal) }
    }
}

fn named(column: &str, value: &str) -> (Option<String>, Option<String>) {
    (Some(column.to_string()), Some(value.to_string()))
}
