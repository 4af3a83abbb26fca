//! What HJ 633 says beside its break points.

use eqs::hj633::{Category, Column, Entry, EntryRule, Hj633, Report};
use eqs::{Averaging, Citation, Confirmation, Indicator, SensitiveGroup};
use serde::Serialize;

/// The rules of one edition.
#[derive(Debug, Serialize)]
pub(crate) struct IndexRules {
    edition: &'static str,
    categories: &'static [Category],
    above_last_node: Vec<Above>,
    entries: Vec<EntryOf>,
    sensitive_groups: Vec<Groups>,
}

/// What holds above the last node of a column.
#[derive(Debug, Serialize)]
struct Above {
    indicator: Indicator,
    averaging: Averaging,
    /// `null`: no index is calculated.
    index: Option<u16>,
    citation: Citation,
    confirmation: Confirmation,
}

/// How a value is treated in a report.
#[derive(Debug, Serialize)]
struct EntryOf {
    report: Report,
    entry: Entry,
    indicator: Indicator,
    /// The averaging time of the column that is used.
    averaging: Averaging,
    places: u8,
    citation: Citation,
    confirmation: Confirmation,
    digits_citation: Citation,
    digits_confirmation: Confirmation,
}

/// Whom a pollutant concerns first.
#[derive(Debug, Serialize)]
struct Groups {
    indicator: Indicator,
    #[serde(rename = "groups")]
    people: Vec<SensitiveGroup>,
    citation: Citation,
    confirmation: Confirmation,
    sources: &'static str,
}

/// Those of all editions.
pub(super) fn rules() -> Vec<IndexRules> {
    Hj633::all()
        .map(|standard| IndexRules {
            edition: standard.edition().name,
            categories: standard.categories(),
            above_last_node: standard.columns().iter().map(Above::from).collect(),
            entries: Report::ALL
                .iter()
                .flat_map(|report| standard.entries(*report))
                .map(EntryOf::from)
                .collect(),
            sensitive_groups: Indicator::all().filter_map(|indicator| groups(standard, indicator)).collect(),
        })
        .collect()
}

fn groups(standard: Hj633, indicator: Indicator) -> Option<Groups> {
    let row = standard.sensitive_groups(indicator)?;
    let (citation, confirmation, sources) = (row.citation, row.confirmation, row.sources);
    Some(Groups { indicator, people: row.groups().collect(), citation, confirmation, sources })
}

impl From<&Column> for Above {
    fn from(column: &Column) -> Self {
        let Column { indicator, averaging, above, .. } = *column;
        Self {
            indicator,
            averaging,
            index: above.index,
            citation: above.citation,
            confirmation: above.confirmation,
        }
    }
}

impl From<&EntryRule> for EntryOf {
    fn from(rule: &EntryRule) -> Self {
        let EntryRule { report, entry, column, places, citation, confirmation, digits, digits_confirmation } =
            *rule;
        Self {
            report,
            entry,
            indicator: entry.indicator(),
            averaging: column,
            places,
            citation,
            confirmation,
            digits_citation: digits,
            digits_confirmation,
        }
    }
}
