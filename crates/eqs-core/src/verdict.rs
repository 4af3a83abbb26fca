//! Verdicts: an outcome, the findings it rests on, and what else has to be said.

use alloc::vec::Vec;
use core::fmt;

use crate::citation::Confirmation;
use crate::finding::Finding;
use crate::lang::{Lang, Phrase};
use crate::note::Note;
use crate::reason::Reason;

/// A judgement with everything it rests on.
///
/// `T` is what is decided: met or exceeded, a water grade, an index, the status of a target. `F` is what it rests on: a
/// [`Finding`], or a type of its own where a method holds other things than numbers against limits. A verdict can be
/// said as one sentence in either language ([`Phrase`]) and, with the feature `serde`, be serialised.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Verdict<T, F = Finding> {
    /// What is decided, or why it cannot be.
    pub outcome: Outcome<T>,
    /// The findings, in the order of the standard's items.
    pub findings: Vec<F>,
    /// Remarks that do not change the outcome but belong to it.
    pub notes: Vec<Note>,
}

/// What is decided, or the reasons why nothing can be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Outcome<T> {
    /// The outcome.
    Determined(T),
    /// Nothing can be decided; never empty.
    Undetermined(Vec<Reason>),
}

impl<T> Outcome<T> {
    /// The outcome, where there is one.
    #[must_use]
    pub const fn determined(&self) -> Option<&T> {
        match self {
            Self::Determined(outcome) => Some(outcome),
            Self::Undetermined(_) => None,
        }
    }

    /// The reasons why nothing can be decided; empty where something is.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Self::Determined(_) => &[],
            Self::Undetermined(reasons) => reasons,
        }
    }
}

impl<T> Verdict<T> {
    /// A verdict for one reason that nothing can be decided.
    #[must_use]
    pub fn undetermined(reason: Reason) -> Self {
        Self { outcome: Outcome::Undetermined(alloc::vec![reason]), findings: Vec::new(), notes: Vec::new() }
    }

    /// The weakest confirmation of all findings; A where there is none.
    #[must_use]
    pub fn confirmation(&self) -> Confirmation {
        self.findings.iter().map(|finding| finding.confirmation).max().unwrap_or(Confirmation::A)
    }
}

impl<T: Phrase, F: Phrase> Phrase for Verdict<T, F> {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.outcome.write(lang, f)?;
        let parts = self.findings.iter().map(|finding| finding as &dyn Phrase);
        let parts = parts.chain(self.notes.iter().map(|note| note as &dyn Phrase));
        for (index, part) in parts.enumerate() {
            f.write_str(match (lang, index) {
                (Lang::Zh, 0) => "：",
                (Lang::En, 0) => ": ",
                (Lang::Zh, _) => "；",
                (Lang::En, _) => "; ",
            })?;
            part.write(lang, f)?;
        }
        f.write_str(lang.pick("。", "."))
    }
}

impl<T: Phrase> Phrase for Outcome<T> {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Determined(outcome) => outcome.write(lang, f),
            Self::Undetermined(reasons) => {
                f.write_str(lang.pick("无法判定（", "undetermined ("))?;
                for (index, reason) in reasons.iter().enumerate() {
                    if index > 0 {
                        f.write_str(lang.pick("；", "; "))?;
                    }
                    reason.write(lang, f)?;
                }
                f.write_str(lang.pick("）", ")"))
            }
        }
    }
}
