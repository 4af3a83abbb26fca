//! Limits from the strictest to the laxest.

use core::cmp::Ordering;

use eqs::{Limit, Standing};

use crate::error::{CliError, Location};
use crate::limits::refusal::Asked;

/// The strictest of these limits. Those that are not binding, such as edges of grades, count where they are all there
/// is, or where their standard was asked for.
pub(crate) fn tightest(limits: &[Limit], is_of_one_standard: bool) -> Result<Limit, CliError> {
    let candidates = preferring(limits, |limit| is_of_one_standard || limit.standing == Standing::Binding);
    let ordered = by_strictness(&candidates);
    ordered.as_deref().and_then(<[Limit]>::first).copied().ok_or_else(|| {
        let at = Location { option: Some("--tightest"), ..Location::default() };
        CliError::refuse(at, Asked::Unordered(candidates).into())
    })
}

/// Limits and values for comparison from the strictest to the laxest; edges of grades only where they are all there
/// is. `None` if they are not of one kind.
pub(crate) fn ladder(limits: &[Limit]) -> Option<Vec<Limit>> {
    by_strictness(&preferring(limits, |limit| limit.standing != Standing::Grading))
}

/// Those that are preferred, or all if none is.
fn preferring(limits: &[Limit], is_preferred: impl Fn(&Limit) -> bool) -> Vec<Limit> {
    let preferred: Vec<Limit> = limits.iter().filter(|limit| is_preferred(limit)).copied().collect();
    if preferred.is_empty() { limits.into() } else { preferred }
}

/// All of them in order; `None` if they are not of one kind, or no single values with one direction.
fn by_strictness(limits: &[Limit]) -> Option<Vec<Limit>> {
    let first = limits.first()?;
    let is_comparable =
        |limit: &Limit| limit.is_of_one_kind_with(first) && limit.compare_strictness(first).is_some();
    if !limits.iter().all(is_comparable) {
        return None;
    }
    let mut limits = limits.to_vec();
    limits.sort_by(|one, other| one.compare_strictness(other).unwrap_or(Ordering::Equal));
    Some(limits)
}
