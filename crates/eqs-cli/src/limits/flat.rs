//! Limits as flat rows, the same for every standard.

use eqs::{Band, Lang, Limit, Phrase as _, Requirement, Standard};

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
    "printed",
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

fn row(limit: &Limit, lang: Lang) -> Vec<String> {
    let standard = Standard::of(limit.edition);
    let last_day = standard.and_then(|standard| standard.last_day(limit.edition));
    let list = standard.map_or("", |standard| standard.sources().code());
    let sources = limit.sources.split(';').filter(|id| *id != "-").map(|id| format!("{list} {id}"));
    // Edges are those of one band: two bands and formulas stand under `printed` alone.
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
