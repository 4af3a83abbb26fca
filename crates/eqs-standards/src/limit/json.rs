//! A limit as JSON: what other languages read.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use eqs_core::{Citation, Confirmation, Indicator, Lang, Medium, NaiveDate, Phrase, Unit};
use serde::{Serialize, Serializer};

use super::{Limit, Requirement, Standing};
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

#[derive(Serialize)]
struct Flat<'a> {
    standard: &'a str,
    edition: &'a str,
    first_day: NaiveDate,
    /// `null` while no later edition is known.
    last_day: Option<NaiveDate>,
    medium: Medium,
    indicator: Indicator,
    scope: Scope,
    scope_code: String,
    requirement: Requirement,
    /// The requirement as text, such as `≤ 35`.
    requirement_text: String,
    unit: Unit,
    standing: Standing,
    citation: Citation,
    confirmation: Confirmation,
    /// Ids of `docs/data.md`, each with its list: `air S01`.
    sources: Vec<String>,
    note: &'a str,
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let standard = Standard::of(self.edition);
        let list = standard.map_or("", |standard| SourceList::code(standard.sources()));
        let ids = self.sources.split(';').filter(|id| *id != "-");
        Flat {
            standard: self.edition.standard,
            edition: self.edition.name,
            first_day: self.edition.first_day,
            last_day: standard.and_then(|standard| standard.last_day(self.edition)),
            medium: self.medium,
            indicator: self.indicator,
            scope: self.scope,
            scope_code: self.scope.to_string(),
            requirement: self.requirement,
            requirement_text: self.requirement.say(Lang::En).to_string(),
            unit: self.unit,
            standing: self.standing,
            citation: self.citation,
            confirmation: self.confirmation,
            sources: ids.map(|id| alloc::format!("{list} {id}")).collect(),
            note: self.note,
        }
        .serialize(serializer)
    }
}
