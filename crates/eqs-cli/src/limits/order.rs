//! Limits from the strictest to the laxest.

use eqs::Limit;
use eqs::standards::{QueryError, ladder};

use crate::error::{CliError, Location};
use crate::limits::refusal::Asked;

/// The strictest of these limits, as [`eqs::Query::tightest`] says.
pub(crate) fn tightest(limits: &[Limit]) -> Result<Limit, CliError> {
    let unordered = match ladder(limits) {
        Ok(rungs) => match rungs.first() {
            Some(first) => return Ok(*first),
            None => rungs,
        },
        Err(QueryError::Unordered(limits)) => limits.into(),
        Err(_) => limits.into(),
    };
    let at = Location { option: Some("--tightest"), ..Location::default() };
    Err(CliError::refuse(at, Asked::Unordered(unordered).into()))
}

/// The limits but for those that only name what lies beyond another one, such as class V of ground water; all of them
/// where there is nothing else.
pub(crate) fn without_complements(limits: &[Limit]) -> Vec<Limit> {
    let is_complement = |limit: &&Limit| limits.iter().any(|other| limit.begins_where(other));
    let own: Vec<Limit> = limits.iter().filter(|limit| !is_complement(limit)).copied().collect();
    if own.is_empty() { limits.into() } else { own }
}
