//! [`Audit`]: all claims over all figures.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use eqs_bulletin::{Document, Figure};
use eqs_core::{Medium, Source};

use crate::check::{Refused, refused};
use crate::claim::Claim;
use crate::data::claims;
use crate::evidence::{Evidence, together};
use crate::key::Key;
use crate::policy::Policy;
use crate::register::Register;
use crate::result::{Audited, Computed, Missing, Part, Truth, overall};
use crate::rules::decide;
use crate::term::{Rule, Stated};

/// Claims over figures, both of any number of documents. Their order never matters.
///
/// # Example
/// ```
/// use eqs_audit::{Audit, Status};
///
/// let results = Audit::shipped().results();
/// let contested: Vec<_> =
///     results.iter().filter(|result| result.status == Status::Contested).map(|result| result.id.as_str()).collect();
/// assert!(contested.contains(&"VRD-0091")); // the mean of the city outside of those of its parts
/// ```
#[derive(Clone, Debug)]
pub struct Audit<'a> {
    register: Register<'a>,
    refused: Vec<Refused>,
}

impl Audit<'static> {
    /// The claims and figures of the documents that are shipped, by the default readings.
    #[must_use]
    pub fn shipped() -> Self {
        Self::new(Document::all().iter().flat_map(Document::figures), claims(), Policy::DEFAULT)
    }
}

impl<'a> Audit<'a> {
    /// Claims over figures. Claims that contradict the form of the others are set aside: see [`Audit::refused`].
    #[must_use]
    pub fn new(
        figures: impl IntoIterator<Item = &'a Figure>,
        claims: impl IntoIterator<Item = &'a Claim>,
        policy: Policy,
    ) -> Self {
        let mut register = Register::new(figures, claims, policy);
        let refused = refused(&register);
        let name = |source: Source<'static>| (source.document, source.id);
        register
            .claims
            .retain(|claim| refused.iter().all(|refused| name(refused.source) != name(claim.source)));
        Self { register, refused }
    }

    /// The claims that were set aside, and why.
    #[must_use]
    pub fn refused(&self) -> &[Refused] {
        &self.refused
    }

    /// What becomes of every claim, then of every figure that is printed more than once; by document and id.
    #[must_use]
    pub fn results(&self) -> Vec<Audited> {
        let mut results: Vec<Audited> = Vec::new();
        for claim in &self.register.claims {
            let part = decide(&self.register, claim);
            let source = claim.source;
            let same = |last: &&mut Audited| last.id == source.id && last.source.document == source.document;
            if let Some(last) = results.last_mut().filter(same) {
                last.parts.push(part);
            } else {
                results.push(audited(source.id.to_string(), source, claim.medium, claim.words, part));
            }
        }
        results.extend(self.restated());
        for result in &mut results {
            (result.status, result.strength) = overall(&result.parts);
        }
        results
    }

    /// Each key with more than one printed figure.
    fn restated(&self) -> Vec<Audited> {
        let mut results = Vec::new();
        let mut rest = self.register.figures.as_slice();
        while let Some(first) = rest.first() {
            let key = Key::of(&first.observation);
            let same = rest.iter().take_while(|figure| Key::of(&figure.observation) == key).count();
            let (figures, others) = rest.split_at_checked(same.max(1)).unwrap_or((rest, &[]));
            rest = others;
            if let [first, second, ..] = figures {
                results.push(self.restatement(first, second, figures));
            }
        }
        results.sort_by(|one, other| {
            let order = |result: &Audited| (result.source.document, result.source.line);
            order(one).cmp(&order(other)).then_with(|| one.id.cmp(&other.id))
        });
        results
    }

    fn restatement(&self, first: &Figure, second: &Figure, figures: &[&Figure]) -> Audited {
        let key = Key::of(&first.observation);
        let id = format!("AGREE/{}/{}", first.observation.source.id, second.observation.source.id);
        let evidence =
            figures.iter().map(|figure| Evidence::of_figure(&figure.observation, &self.register.policy));
        let mut part = Part::of(Rule::Restated, key, Stated::Equal);
        let truth = match evidence.collect::<Option<Vec<Evidence>>>() {
            None => {
                part.missing.push(Missing::TooLong);
                Truth::Possible
            }
            Some(all) => {
                part.inputs.extend(all.iter().flat_map(|evidence| evidence.inputs.iter().cloned()));
                let mut intervals = all.iter().map(|evidence| evidence.interval);
                let alike = intervals.next().is_some_and(|first| intervals.all(|other| other == first));
                match together(all, key) {
                    Ok(evidence) => {
                        part.computed = evidence.and_then(|evidence| {
                            let (exact, interval) = evidence.in_unit(evidence.unit)?;
                            Some(Computed { exact, interval, unit: evidence.unit })
                        });
                        if alike { Truth::Certain } else { Truth::Possible }
                    }
                    Err(_) => Truth::Impossible,
                }
            }
        };
        // The later document is the one that restates.
        let place = |figure: &&&Figure| (figure.observation.source.document, figure.observation.source.line);
        let last = figures.iter().max_by_key(place).unwrap_or(&first);
        let words = "多处公布的同一数值";
        audited(id, last.observation.source, last.medium, words, part.decided(truth))
    }
}

fn audited(id: String, source: Source<'static>, medium: Medium, words: &'static str, part: Part) -> Audited {
    let (status, strength) = (part.status, part.strength);
    Audited { id, source, medium, words, status, strength, parts: alloc::vec![part] }
}
