//! [`assess`]: all that can be said of a target on a day.

use alloc::vec;

use eqs_core::{NaiveDate, Observation, Outcome, Verdict};

use crate::evaluate::{begun, judged};
use crate::evidence::Evidence;
use crate::gap::{Gap, distance};
use crate::pace::ProgressMethod;
use crate::policy::Policy;
use crate::progress::Progress;
use crate::status::TargetStatus;
use crate::target::Target;

/// All that can be said of a target on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Assessment<'t> {
    /// The target.
    pub target: &'t Target,
    /// Where it stands.
    pub verdict: Verdict<TargetStatus>,
    /// How far it is from being reached, or why that cannot be told.
    pub gap: Outcome<Gap>,
    /// How it comes on, by each method.
    pub progress: [Progress; ProgressMethod::ALL.len()],
}

/// [`evaluate`](crate::evaluate()), [`gap`](crate::gap()) and each method of [`progress`](crate::progress()).
///
/// # Example
/// ```
/// use eqs_core::NaiveDate;
/// use eqs_plan::{BEIJING_13FYP, ObservationIndex, Policy, TargetStatus, assess};
///
/// let target = BEIJING_13FYP.target(2).unwrap(); // share of good days
/// let day = NaiveDate::from_ymd_opt(2020, 12, 31).unwrap();
/// let index = ObservationIndex::new(BEIJING_13FYP.observations());
/// let assessment = assess(target, index.of(target), day, &Policy::default());
/// assert_eq!(assessment.verdict.outcome.determined(), Some(&TargetStatus::Met));
/// assert_eq!(assessment.gap.determined().unwrap().margin.to_string(), "97/10"); // 75.4 % instead of 65.7 %
/// ```
#[must_use]
pub fn assess<'t>(
    target: &'t Target,
    observations: &[Observation<'_>],
    day: NaiveDate,
    policy: &Policy,
) -> Assessment<'t> {
    if let Err(reason) = begun(target, day) {
        return Assessment {
            target,
            verdict: Verdict::undetermined(reason),
            gap: Outcome::Undetermined(vec![reason]),
            progress: methods(|method| Progress::unknown(method, reason)),
        };
    }
    let evidence = Evidence::new(target, observations, day);
    let gap = distance(target, &evidence, day, policy);
    Assessment {
        target,
        verdict: judged(target, &evidence, day, policy),
        gap: gap.map_or_else(|reason| Outcome::Undetermined(vec![reason]), Outcome::Determined),
        progress: methods(|method| Progress::of(target, &evidence, day, policy, method)),
    }
}

/// The progress by each method, in their order.
fn methods(progress: impl Fn(ProgressMethod) -> Progress) -> [Progress; ProgressMethod::ALL.len()] {
    const ALL: [ProgressMethod; ProgressMethod::ALL.len()] = [
        ProgressMethod::LinearPath,
        ProgressMethod::Eurostat,
        ProgressMethod::Un,
        ProgressMethod::Destatis,
        ProgressMethod::TheilSen,
    ];
    ALL.map(progress)
}
