//! How many claims have which status.

use eqs::Lang;
use eqs::audit::{Audited, Status};
use serde::Serialize;

/// How many claims have which status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Count {
    pub(super) confirmed: usize,
    pub(super) contested: usize,
    pub(super) undecidable: usize,
}

impl Count {
    /// Counts results.
    pub(super) fn of<'a>(results: impl Iterator<Item = &'a Audited>) -> Self {
        results.fold(Self::default(), |mut count, result| {
            let number = match result.status {
                Status::Confirmed => &mut count.confirmed,
                Status::Contested => &mut count.contested,
                Status::Undecidable => &mut count.undecidable,
            };
            *number = number.saturating_add(1);
            count
        })
    }

    /// The counts after the name of what was counted.
    pub(super) fn line(self, of: &str, lang: Lang) -> String {
        let Self { confirmed, contested, undecidable } = self;
        let all = confirmed.saturating_add(contested).saturating_add(undecidable);
        match lang {
            Lang::Zh => format!("{of}：共{all}项，相符{confirmed}，存疑{contested}，无法判定{undecidable}"),
            Lang::En => {
                format!(
                    "{of}: {all}, of which {confirmed} confirmed, {contested} contested, {undecidable} undecidable"
                )
            }
        }
    }
}
