//! [`Report`]: what `eqs audit` answers.

use eqs::audit::load::RefusedRow;
use eqs::audit::{Audit, Audited, Policy, Rule, Status};
use eqs::{Lang, Phrase as _};
use serde::Serialize;

use super::args::AuditArgs;
use super::count::Count;
use crate::directory;

/// The results of an audit, as far as they are asked for.
#[derive(Serialize)]
pub(super) struct Report {
    schema: &'static str,
    policy: Policy,
    pub(super) summary: Summary,
    pub(super) results: Vec<Entry>,
    #[serde(serialize_with = "directory::serialize")]
    pub(super) refused: Vec<RefusedRow>,
}

/// The counts of all statuses, whatever statuses are shown.
#[derive(Serialize)]
pub(super) struct Summary {
    /// The claims of each document that is shown.
    pub(super) documents: Vec<OfDocument>,
    /// All of them.
    pub(super) claims: Count,
    /// The figures that are printed more than once.
    pub(super) restated: Count,
}

/// The counts of a document.
#[derive(Serialize)]
pub(super) struct OfDocument {
    pub(super) document: &'static str,
    #[serde(flatten)]
    pub(super) claims: Count,
}

/// A result with its sentence.
#[derive(Serialize)]
pub(super) struct Entry {
    #[serde(flatten)]
    pub(super) audited: Audited,
    pub(super) sentence_zh: String,
    pub(super) sentence_en: String,
}

impl Report {
    /// The results of an audit of `documents`: of the one that is `shown`, or of all.
    pub(super) fn new(
        audit: &Audit<'_>,
        documents: &[&'static str],
        shown: Option<&'static str>,
        request: &AuditArgs,
        refused: Vec<RefusedRow>,
    ) -> Self {
        let mut results = audit.results();
        results.retain(|result| shown.is_none_or(|shown| result.source.document == shown));
        results.sort_by(|one, other| {
            let key = |result: &Audited| (result.source.document, result.source.line);
            key(one).cmp(&key(other)).then_with(|| one.id.cmp(&other.id))
        });
        let claims = |document: Option<&str>| {
            let is_of = |result: &&Audited| document.is_none_or(|code| result.source.document == code);
            Count::of(results.iter().filter(|result| !is_restated(result)).filter(is_of))
        };
        let mut documents: Vec<&str> =
            documents.iter().copied().filter(|code| shown.is_none_or(|shown| *code == shown)).collect();
        documents.sort_unstable();
        let documents = documents.into_iter();
        let summary = Summary {
            documents: documents
                .map(|document| OfDocument { document, claims: claims(Some(document)) })
                .collect(),
            claims: claims(None),
            restated: Count::of(results.iter().filter(|result| is_restated(result))),
        };
        let statuses: Vec<Status> = request.status.iter().copied().map(Status::from).collect();
        results.retain(|result| statuses.is_empty() || statuses.contains(&result.status));
        Self {
            schema: "urn:eqs:audit-results:1",
            policy: Policy::DEFAULT,
            summary,
            results: results.into_iter().map(Entry::new).collect(),
            refused,
        }
    }
}

impl Entry {
    fn new(audited: Audited) -> Self {
        let say = |lang| audited.say(lang).to_string();
        Self { sentence_zh: say(Lang::Zh), sentence_en: say(Lang::En), audited }
    }
}

/// Whether the result is of figures that are printed more than once, and not of a claim.
pub(super) fn is_restated(result: &Audited) -> bool {
    result.parts.iter().any(|part| part.rule == Rule::Restated)
}
