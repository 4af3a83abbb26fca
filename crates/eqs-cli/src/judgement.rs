//! The parts of a judgement, for the cells of a table.

use eqs::observation::Judged;
use eqs::{
    Attainment, Confirmation, Finding, Judgement, Lang, Outcome, Phrase, Reason, Verdict, printed_multiple,
};

use crate::annotate::reason;

/// The parts of a judgement; empty where there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// `≤ 35 µg/m³`.
    pub(crate) limit: String,
    /// Met, exceeded, a class, or undetermined.
    pub(crate) verdict: String,
    /// The same as one character: ✓, ✗ or ?.
    pub(crate) mark: &'static str,
    /// The exceedance multiple with two places.
    pub(crate) multiple: String,
    /// Standard, edition and clause.
    pub(crate) rule: String,
    /// Why it is undetermined.
    pub(crate) reason: String,
    /// The weakest grade of confirmation of what was used; `None` where nothing was found.
    pub(crate) confirmation: Option<Confirmation>,
}

impl Parts {
    /// The parts of the judgement of a figure, if there is one.
    pub(crate) fn new(judged: Option<&Judged>, lang: Lang) -> Self {
        match judged {
            Some(Judged::Air(verdict)) => {
                let mark = match verdict.outcome {
                    Outcome::Determined(Attainment::Met) => "✓",
                    Outcome::Determined(Attainment::Exceeded) => "✗",
                    Outcome::Undetermined(_) => "?",
                };
                Self { mark, ..Self::of(verdict, lang, |outcome| outcome.say(lang).to_string()) }
            }
            Some(Judged::Water(verdict)) => {
                Self::of(verdict, lang, |water| water.grade.say(lang).to_string())
            }
            _ => Self::default(),
        }
    }

    /// The parts of a verdict, with those of the finding that decides.
    pub(crate) fn of<T>(verdict: &Verdict<T>, lang: Lang, name: impl FnOnce(&T) -> String) -> Self {
        let mut parts = deciding(verdict).map_or_else(Self::default, |finding| Self::found(finding, lang));
        parts.confirmation = verdict.findings.first().map(|_| verdict.confirmation());
        match &verdict.outcome {
            Outcome::Determined(outcome) => parts.verdict = name(outcome),
            Outcome::Undetermined(reasons) => {
                parts.verdict = lang.pick("无法判定", "undetermined").into();
                parts.reason = reason(verdict, lang);
                if let [Reason::RoundingEdge { limit, citation, .. }] = reasons.as_slice() {
                    parts.limit = format!("≤ {limit}");
                    parts.rule = citation.say(lang).to_string();
                }
            }
        }
        parts
    }

    fn found(finding: &Finding, lang: Lang) -> Self {
        let (limit, multiple) = match finding.judgement {
            Judgement::Limit { limit, relation, multiple, .. } => {
                (format!("{} {limit}", relation.say(lang)), multiple)
            }
            Judgement::WaterGrade { multiple, .. } => (String::new(), multiple),
            _ => (String::new(), None),
        };
        let multiple =
            multiple.and_then(printed_multiple).map_or_else(String::new, |multiple| multiple.to_string());
        Self { limit, multiple, rule: finding.citation.say(lang).to_string(), ..Self::default() }
    }
}

/// The finding that decides: the first that does not hold, else the last.
pub(crate) fn deciding<T>(verdict: &Verdict<T>) -> Option<&Finding> {
    let fails = |finding: &&Finding| matches!(finding.judgement, Judgement::Limit { met: false, .. });
    verdict.findings.iter().find(fails).or_else(|| verdict.findings.last())
}
