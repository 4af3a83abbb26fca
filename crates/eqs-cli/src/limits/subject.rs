//! Which standard a request names.

use eqs::{STANDARDS, Standard};

use crate::usage::Usage;

/// Reads `GB 3095`, `gb3095` or, with an edition behind it, `GB 3095-2012`.
pub(crate) fn subject(text: &str) -> Result<(&'static Standard, Option<&str>), Usage> {
    let behind = text.split_once(['-', '–', '—']);
    let whole = text.parse().map(|standard| (standard, None)).ok();
    let parts = || behind.and_then(|(name, edition)| Some((name.parse().ok()?, Some(edition))));
    whole.or_else(parts).ok_or_else(|| Usage::UnknownStandard {
        name: text.into(),
        known: STANDARDS.iter().map(Standard::number).collect(),
    })
}
