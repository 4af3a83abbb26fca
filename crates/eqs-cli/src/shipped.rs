//! What is shipped: figures, and the documents that print them.

use eqs::Observation;
use eqs::bulletin::Document;
use eqs::plan::Plan;

/// All figures that are shipped.
pub(crate) fn figures() -> impl Iterator<Item = Observation<'static>> {
    let documents = Document::all().iter().flat_map(Document::observations);
    documents.chain(Plan::all().iter().flat_map(|plan| plan.observations())).copied()
}

/// The documents whose figures are shipped.
pub(crate) fn documents() -> Vec<String> {
    Document::all().iter().map(|document| document.code.to_owned()).collect()
}
