//! [`ladder`]: limits from the strictest to the laxest.

use alloc::vec::Vec;
use core::cmp::Ordering;

use crate::limit::Limit;
use crate::query::QueryError;

/// Limits for one kind of thing from the strictest to the laxest.
///
/// Where limits of several standings are given, only those of the first count: binding ones before informative ones,
/// then values for comparison, then edges of grades. A limit that only names what lies beyond another one, as class V
/// of ground water does, is no rung.
///
/// # Errors
/// [`QueryError::Unordered`] if they are for several kinds of things, or no single values with one direction; also
/// where there is none.
///
/// # Example
/// ```
/// use eqs_standards::{gbt14848::Gbt14848, ladder};
///
/// let fluoride = "氟化物".parse()?;
/// let limits: Vec<_> = Gbt14848::named("2017")?.limits().filter(|limit| limit.indicator == fluoride).collect();
/// assert_eq!(limits.len(), 5);
/// let rungs: Vec<_> = ladder(&limits)?.iter().map(|limit| limit.scope.to_string()).collect();
/// assert_eq!(rungs, ["class=I", "class=II", "class=III", "class=IV"]);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn ladder(limits: &[Limit]) -> Result<Vec<Limit>, QueryError> {
    let is_beyond_another = |limit: &Limit| limits.iter().any(|other| limit.begins_where(other));
    let mut rungs: Vec<Limit> = limits.iter().filter(|limit| !is_beyond_another(limit)).copied().collect();
    if let Some(first) = rungs.iter().map(|limit| limit.standing).min() {
        rungs.retain(|limit| limit.standing == first);
    }
    let is_comparable = |one: &Limit, other: &Limit| {
        one.is_of_one_kind_with(other) && one.compare_strictness(other).is_some()
    };
    if !rungs.first().is_some_and(|first| rungs.iter().all(|limit| is_comparable(limit, first))) {
        return Err(QueryError::Unordered(rungs.into()));
    }
    rungs.sort_by(|one, other| one.compare_strictness(other).unwrap_or(Ordering::Equal));
    Ok(rungs)
}
