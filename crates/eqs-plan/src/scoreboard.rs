//! [`Scoreboard`]: how the targets of plans stand, counted.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::cmp::Ordering;

use eqs_core::{Fraction, Medium};

use crate::assessment::Assessment;
use crate::modality::Modality;
use crate::plan::Plan;
use crate::status::TargetStatus;
use crate::target::Target;

/// How the targets of plans stand: counts by plan, medium and modality, and every target that is not satisfied, the
/// worst first.
///
/// # Example
/// ```
/// use eqs_core::NaiveDate;
/// use eqs_plan::{BEIJING_13FYP, ObservationIndex, Policy, Scoreboard, TargetStatus, assess};
///
/// let day = NaiveDate::from_ymd_opt(2020, 12, 31).unwrap();
/// let index = ObservationIndex::new(BEIJING_13FYP.observations());
/// let assess = |target| assess(target, index.of(target), day, &Policy::default());
/// let assessments: Vec<_> = BEIJING_13FYP.targets().iter().map(assess).collect();
///
/// let scoreboard = Scoreboard::new(assessments.iter().map(|assessment| (&BEIJING_13FYP, assessment)));
/// assert_eq!(scoreboard.count(TargetStatus::Met), 16);
/// assert!(scoreboard.unsatisfied.is_empty());
/// ```
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Scoreboard<'s> {
    /// The counts, in the order of plans as given, of media, and of modalities: binding first, none last.
    pub groups: Vec<ScoreGroup>,
    /// The targets that are missed, behind, not yet due or on track: in this order, binding ones first, and of those
    /// the ones that are short by the largest share of their goal. So a binding target that is missed comes first.
    pub unsatisfied: Vec<Unsatisfied<'s>>,
}

/// The targets of one plan, medium and modality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ScoreGroup {
    /// The code of the plan.
    pub plan: &'static str,
    /// The medium.
    pub medium: Medium,
    /// The modality; `None` where the plan says nothing of the kind.
    pub modality: Option<Modality>,
    /// How many targets there are.
    pub targets: usize,
    /// How many of them have each status, in the order of [`TargetStatus::ALL`].
    pub statuses: [usize; TargetStatus::ALL.len()],
    /// How many are undetermined.
    pub undetermined: usize,
    /// The target with the worst margin of those that have a status and a margin, be it satisfied or not.
    pub worst: Option<WorstMargin>,
}

/// The worst margin of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct WorstMargin {
    /// The id of the target.
    pub id: &'static str,
    /// Its margin in per cent of the goal; negative if it is short, and `None` if it is short of a goal of 0, which is
    /// worse than any share.
    pub share: Option<Fraction>,
}

/// A target that is not satisfied.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Unsatisfied<'s> {
    /// The code of its plan.
    pub plan: &'static str,
    /// Where it stands.
    pub status: TargetStatus,
    /// What is known of it.
    pub assessment: &'s Assessment<'s>,
}

impl<'s> Scoreboard<'s> {
    /// Counts assessments, each with its plan.
    pub fn new(assessments: impl IntoIterator<Item = (&'s Plan, &'s Assessment<'s>)>) -> Self {
        let mut plans: Vec<&'static str> = Vec::new();
        let mut groups: BTreeMap<(usize, Medium, usize), ScoreGroup> = BTreeMap::new();
        let mut unsatisfied = Vec::new();
        for (plan, assessment) in assessments {
            let at = plans.iter().position(|code| *code == plan.code).unwrap_or_else(|| {
                plans.push(plan.code);
                plans.len().saturating_sub(1)
            });
            let target = assessment.target;
            let key = (at, target.medium, rank(target.modality));
            groups.entry(key).or_insert_with(|| ScoreGroup::empty(plan.code, target)).count(assessment);
            if let Some(status) =
                assessment.verdict.outcome.determined().filter(|status| !status.is_satisfied())
            {
                unsatisfied.push(Unsatisfied { plan: plan.code, status: *status, assessment });
            }
        }
        unsatisfied.sort_by(worse_first);
        Self { groups: groups.into_values().collect(), unsatisfied }
    }

    /// How many targets have this status.
    #[must_use]
    pub fn count(&self, status: TargetStatus) -> usize {
        self.groups.iter().map(|group| group.of(status)).sum()
    }
}

impl ScoreGroup {
    const fn empty(plan: &'static str, target: &Target) -> Self {
        Self {
            plan,
            medium: target.medium,
            modality: target.modality,
            targets: 0,
            statuses: [0; TargetStatus::ALL.len()],
            undetermined: 0,
            worst: None,
        }
    }

    /// How many targets have this status.
    #[must_use]
    pub fn of(&self, status: TargetStatus) -> usize {
        let counts = TargetStatus::ALL.iter().zip(self.statuses);
        counts.filter(|(other, _)| **other == status).map(|(_, count)| count).sum()
    }

    fn count(&mut self, assessment: &Assessment<'_>) {
        self.targets = self.targets.saturating_add(1);
        let status = assessment.verdict.outcome.determined();
        let place = TargetStatus::ALL.iter().position(|other| Some(other) == status);
        let count = place.and_then(|place| self.statuses.get_mut(place)).unwrap_or(&mut self.undetermined);
        *count = count.saturating_add(1);
        let known = status.and_then(|_| margin(assessment));
        if let Some(margin) = known.filter(|margin| self.worst.is_none_or(|worst| margin.share < worst.share))
        {
            self.worst = Some(margin);
        }
    }
}

/// The margin in per cent of the goal; of a goal of 0 there is no share, and nothing is worse than being short of it.
fn margin(assessment: &Assessment<'_>) -> Option<WorstMargin> {
    let gap = assessment.gap.determined()?;
    let is_known = gap.margin_share.is_some() || gap.margin.is_negative();
    is_known.then_some(WorstMargin { id: assessment.target.id, share: gap.margin_share })
}

/// Missed, behind, on track, not yet due; binding first; the largest shortfall first, unknown ones last.
fn worse_first(one: &Unsatisfied<'_>, other: &Unsatisfied<'_>) -> Ordering {
    let severity = |status| match status {
        TargetStatus::Missed => 0,
        TargetStatus::Behind => 1,
        TargetStatus::NotYetDue => 2,
        TargetStatus::OnTrack | TargetStatus::MetSoFar | TargetStatus::Met => 3,
    };
    let key = |entry: &Unsatisfied<'_>| (severity(entry.status), rank(entry.assessment.target.modality));
    key(one).cmp(&key(other)).then_with(|| match (margin(one.assessment), margin(other.assessment)) {
        (Some(one), Some(other)) => one.share.cmp(&other.share),
        (one, other) => other.is_some().cmp(&one.is_some()),
    })
}

/// The place of a modality: binding first, none last.
fn rank(modality: Option<Modality>) -> usize {
    let place = modality.and_then(|modality| Modality::ALL.iter().position(|other| *other == modality));
    place.unwrap_or(Modality::ALL.len())
}
