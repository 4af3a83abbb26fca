//! [`ObservationIndex`]: many observations, found by target.

use alloc::vec::Vec;
use core::borrow::Borrow;
use core::cmp::Ordering;

use eqs_core::{Indicator, Observation, Place, Statistic};

use crate::rank::is_ranked;
use crate::target::Target;

/// Observations in the order of indicator, statistic and place, so that those of a target need no search through all.
///
/// What is found decides the same as all of them would.
///
/// # Example
/// ```
/// use eqs_core::NaiveDate;
/// use eqs_plan::{BEIJING_13FYP, ObservationIndex, Policy, evaluate};
///
/// let day = NaiveDate::from_ymd_opt(2020, 12, 31).unwrap();
/// let index = ObservationIndex::new(BEIJING_13FYP.observations());
/// for target in BEIJING_13FYP.targets() {
///     let verdict = evaluate(target, index.of(target), day, &Policy::default());
///     assert_eq!(verdict, evaluate(target, BEIJING_13FYP.observations(), day, &Policy::default()));
/// }
/// ```
#[derive(Clone, Debug)]
pub struct ObservationIndex<'a> {
    observations: Vec<Observation<'a>>,
}

impl<'a> ObservationIndex<'a> {
    /// Sorts the observations.
    pub fn new<O: Borrow<Observation<'a>>>(observations: impl IntoIterator<Item = O>) -> Self {
        let mut observations: Vec<Observation<'a>> =
            observations.into_iter().map(|observation| *observation.borrow()).collect();
        observations.sort_unstable_by_key(key);
        Self { observations }
    }

    /// Those of the place, indicator and statistic of a target; those of all places where it asks for a rank.
    #[must_use]
    pub fn of(&self, target: &Target) -> &[Observation<'a>] {
        let wanted = (target.indicator, target.statistic, target.observed_at);
        if is_ranked(target) {
            let (indicator, statistic, _) = wanted;
            return self.range(|(other, its, _)| (other, its).cmp(&(indicator, statistic)));
        }
        self.range(|key| key.cmp(&wanted))
    }

    /// Those whose keys are equal to what is wanted.
    fn range(&self, order: impl Fn(Key) -> Ordering) -> &[Observation<'a>] {
        let first = self.observations.partition_point(|observation| order(key(observation)).is_lt());
        let rest = self.observations.get(first..).unwrap_or_default();
        let count = rest.partition_point(|observation| order(key(observation)).is_eq());
        rest.get(..count).unwrap_or_default()
    }
}

impl Target {
    /// Whether the figure is one of those that the target asks for: of its place, indicator and statistic, or of any
    /// place where it asks for a rank. Whether it decides depends on its period, too.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::BEIJING_13FYP;
    /// let target = BEIJING_13FYP.target(1).unwrap();
    /// assert_eq!(BEIJING_13FYP.observations().filter(|figure| target.is_observed_by(figure)).count(), 2);
    /// ```
    #[must_use]
    pub fn is_observed_by(&self, figure: &Observation<'_>) -> bool {
        let is_of_place = is_ranked(self) || figure.place == self.observed_at;
        is_of_place && (figure.indicator, figure.statistic) == (self.indicator, self.statistic)
    }
}

type Key = (Indicator, Statistic, Place);

const fn key(observation: &Observation<'_>) -> Key {
    (observation.indicator, observation.statistic, observation.place)
}
