//! How words without an official meaning were read.

use eqs::plan::Assessment;
use eqs::{Lang, Note, Phrase as _};

/// What the verdicts say of the words that they read, each once.
pub(super) fn readings<'a, 't: 'a>(
    assessments: impl IntoIterator<Item = &'a Assessment<'t>>,
    lang: Lang,
) -> Vec<String> {
    let mut said = Vec::new();
    for note in assessments.into_iter().flat_map(|assessment| &assessment.verdict.notes) {
        if matches!(note, Note::Tolerance { .. } | Note::Threshold { .. } | Note::Reading { .. }) {
            let reading = note.say(lang).to_string();
            if !said.contains(&reading) {
                said.push(reading);
            }
        }
    }
    said
}
