//! Limits as flat rows, the same for every standard.

use eqs::{Band, Lang, Limit, Phrase as _, Quantity, Requirement, Standard};

use crate::limits::frequency::AtFrequency;
use crate::table::Grid;

/// The columns of a row.
const HEADER: [&str; 20] = [
    "standard",
    "edition",
    "first_day",
    "last_day",
    "medium",
    "symbol",
    "zh",
    "en",
    "scope",
    "low",
    "low_included",
    "high",
    "high_included",
    "requirement_text",
    "unit",
    "standing",
    "citation",
    "confirmation",
    "sources",
    "note",
];

/// A row a limit.
pub(crate) fn records<'a>(limits: impl IntoIterator<Item = &'a Limit>, lang: Lang) -> Grid {
    let mut grid = Grid::new(&HEADER);
    grid.rows.extend(limits.into_iter().map(|limit| row(limit, lang)));
    grid
}

/// Adds what the formulas come to at a frequency.
pub(crate) fn at_frequency<'a>(
    grid: &mut Grid,
    limits: impl IntoIterator<Item = &'a Limit>,
    frequency: Option<Quantity>,
) {
    if frequency.is_none() {
        return;
    }
    grid.header.extend(["at_frequency", "at_frequency_is_exact", "at_shared_end"].map(str::to_owned));
    for (row, limit) in grid.rows.iter_mut().zip(limits) {
        row.extend(AtFrequency::of(limit, frequency).map_or_else(Default::default, |at| {
            [at.value.value.to_string(), at.is_exact.to_string(), at.at_shared_end.to_string()]
        }));
    }
}

fn row(limit: &Limit, lang: Lang) -> Vec<String> {
    let standard = Standard::of(limit.edition);
    let last_day = standard.and_then(|standard| standard.last_day(limit.edition));
    let list = standard.map_or("", |standard| standard.sources().code());
    let sources = limit.sources.split(';').filter(|id| *id != "-").map(|id| format!("{list} {id}"));
    // Edges are those of one band: two bands and formulas stand under `requirement_text` alone.
    let (low, high) = match limit.requirement {
        Requirement::Band(Band { low, high }) => (low, high),
        _ => (None, None),
    };
    let value =
        |edge: Option<eqs::standards::Edge>| edge.map_or_else(String::new, |edge| edge.value.to_string());
    let included =
        |edge: Option<eqs::standards::Edge>| edge.map_or_else(String::new, |edge| edge.included.to_string());
    vec![
        limit.edition.standard.to_owned(),
        limit.edition.name.to_owned(),
        limit.edition.first_day.to_string(),
        last_day.map_or_else(String::new, |day| day.to_string()),
        limit.medium.to_string(),
        limit.indicator.to_string(),
        limit.indicator.zh().to_owned(),
        limit.indicator.en().to_owned(),
        limit.scope.to_string(),
        value(low),
        included(low),
        value(high),
        included(high),
        limit.requirement.say(lang).to_string(),
        limit.unit.to_string(),
        limit.standing.to_string(),
        limit.citation.say(lang).to_string(),
        limit.confirmation.to_string(),
        sources.collect::<Vec<_>>().join(";"),
        limit.note.to_owned(),
    ]
}
