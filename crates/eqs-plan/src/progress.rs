//! [`progress`]: how a target comes on before its day.

#![expect(clippy::result_large_err, reason = "a reason is made once and moved into the result")]

use alloc::vec;
use alloc::vec::Vec;
use core::borrow::Borrow;

use eqs_core::{Fraction, Interval, NaiveDate, Note, Observation, Outcome, Reason, Relation, Unit};

use crate::course::{Course, Point};
use crate::evaluate::begun;
use crate::evidence::Evidence;
use crate::pace::{Pace, ProgressMethod};
use crate::policy::Policy;
use crate::target::Target;

mod destatis;
mod eurostat;
mod linear_path;
mod sentence;
mod theil_sen;
mod un;

/// How a target comes on by one method, and what that method computed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Progress {
    /// The method.
    pub method: ProgressMethod,
    /// How it comes on, or why that cannot be told.
    pub outcome: Outcome<Pace>,
    /// What was compared; `None` where fewer than two years have a figure.
    pub way: Option<Way>,
    /// What the method computed; `None` where the latest figure says it all, and where nothing can be told.
    pub basis: Option<Basis>,
    /// The figures used.
    pub notes: Vec<Note>,
}

/// From where to where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Way {
    /// The figure of the base year, or the first one behind it.
    pub base: Point,
    /// The latest figure.
    pub latest: Point,
    /// What satisfies the target in the due year, as [`Gap::goal`](crate::Gap::goal).
    pub goal: Point,
    /// Below the goal, or above it.
    pub relation: Relation,
    /// The unit of all of them.
    pub unit: Unit,
}

/// What a method computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Basis {
    /// The level that the straight line has in the year of the latest figure.
    Path(Fraction),
    /// Compound yearly rates, in per cent.
    Rates {
        /// From the base to the latest figure.
        observed: Interval,
        /// From the base to the goal.
        required: Interval,
    },
    /// The level of the due year if the compound rate goes on.
    Compound(Interval),
    /// A straight line.
    Line {
        /// The first year that it rests on.
        since: u16,
        /// Its yearly change.
        slope: Fraction,
        /// Its level in the due year.
        projected: Fraction,
    },
}

/// What a method says: how the target comes on, and by which numbers.
type Told = Result<(Pace, Basis), Reason>;

/// How a target comes on by `method`, by the figures that [`evaluate`](crate::evaluate()) would use and, for Destatis, those of
/// the years before the plan.
///
/// Words such as 左右 are read as in [`evaluate`](crate::evaluate()): the goal is the limit that is compared there.
///
/// # Reasons
/// Those of [`gap`](crate::gap()); [`Reason::DueDayPassed`] from the due day on; [`Reason::TooFewYears`] where one year only
/// has a figure; [`Reason::NoObservation`] for the year that a method needs; [`Reason::NoGrowthRate`] for compound rates
/// from or to a figure that is not above 0.
///
/// # Example
/// ```
/// use eqs_core::{Lang, NaiveDate, Phrase};
/// use eqs_plan::{BEIJING_13FYP, Pace, Policy, ProgressMethod, progress};
/// # use eqs_core::{Bound, Observation, Period, Quantity, Source};
///
/// let target = BEIJING_13FYP.target(1).unwrap(); // PM2.5, from 80.6 µg/m³ in 2015 to 56 µg/m³ in 2020
/// # let measured = |year, value| Quantity::parse(value, target.unit).map(|quantity| Observation {
/// #     place: target.place, indicator: target.indicator, statistic: target.statistic, period: Period::Year(year),
/// #     quantity, high: None, bound: Bound::Exact, source: Source { document: "own", id: "1", line: 1, quote: "" },
/// # });
/// let observations = [measured(2015, "80.6")?, measured(2017, "73")?];
/// let day = NaiveDate::from_ymd_opt(2018, 6, 30).unwrap();
///
/// let by = |method| progress(target, &observations, day, &Policy::default(), method);
/// let path = by(ProgressMethod::LinearPath);
/// assert_eq!(path.outcome.determined(), Some(&Pace::AccelerationNeeded));
/// assert_eq!(
///     path.say(Lang::En).to_string(),
///     "acceleration needed (time-proportional path): 80.6 µg/m³ in 2015, 73 µg/m³ in 2017, ≤ 56 µg/m³ needed in \
///      2020; 70.76 µg/m³ on the path.",
/// );
/// assert_eq!(by(ProgressMethod::Eurostat).outcome.determined(), Some(&Pace::AccelerationNeeded));
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
pub fn progress<'a, O: Borrow<Observation<'a>>>(
    target: &Target,
    observations: impl IntoIterator<Item = O>,
    day: NaiveDate,
    policy: &Policy,
    method: ProgressMethod,
) -> Progress {
    match begun(target, day) {
        Ok(()) => Progress::of(target, &Evidence::new(target, observations, day), day, policy, method),
        Err(reason) => Progress::unknown(method, reason),
    }
}

impl Progress {
    pub(crate) fn of(
        target: &Target,
        evidence: &Evidence,
        day: NaiveDate,
        policy: &Policy,
        method: ProgressMethod,
    ) -> Self {
        let course = match Course::of(target, evidence, policy) {
            Ok(course) => course,
            Err(reason) => return Self::unknown(method, reason),
        };
        if target.due.is_some_and(|due| day >= due) {
            return Self::unknown(method, Reason::DueDayPassed);
        }
        let way = Way::of(&course);
        let told = told(method, &course, way);
        let way = way.and_then(Result::ok);
        let base = way.map_or(course.latest.year, |way| way.base.year);
        match told {
            Ok((pace, basis)) => {
                let notes = match basis {
                    Some(Basis::Line { since, .. }) if method == ProgressMethod::Destatis => {
                        course.used([since, base, course.latest.year])
                    }
                    Some(Basis::Line { .. }) => course.used(base..=course.latest.year),
                    _ => course.used([base, course.latest.year]),
                };
                Self { method, outcome: Outcome::Determined(pace), way, basis, notes }
            }
            Err(reason) => {
                Self { way, notes: course.used([base, course.latest.year]), ..Self::unknown(method, reason) }
            }
        }
    }

    pub(crate) fn unknown(method: ProgressMethod, reason: Reason) -> Self {
        Self {
            method,
            outcome: Outcome::Undetermined(vec![reason]),
            way: None,
            basis: None,
            notes: Vec::new(),
        }
    }
}

impl Way {
    /// `None` where one year only has a figure.
    fn of(course: &Course<'_>) -> Option<Result<Self, Reason>> {
        let latest = course.latest;
        let goal = Point { year: course.due, value: course.goal };
        let way = |base| Self { base, latest, goal, relation: course.relation, unit: course.unit };
        match course.base() {
            Ok(base) => (base.year < latest.year).then(|| Ok(way(base))),
            Err(reason) => Some(Err(reason)),
        }
    }

    /// Whether there is no way to go: the base satisfies the target, or stands on the edge that is to be passed.
    fn leads_nowhere(&self, course: &Course<'_>) -> bool {
        course.satisfies(self.base.value) || self.base.value == self.goal.value
    }

    /// The years between two points, as a number.
    fn years(from: Point, to: Point) -> Fraction {
        Fraction::from(i64::from(to.year).saturating_sub(i64::from(from.year)))
    }
}

/// What is told of a course: by the latest figure alone if that satisfies the target, else by the method, if there is
/// a way to go.
fn told(
    method: ProgressMethod,
    course: &Course<'_>,
    way: Option<Result<Way, Reason>>,
) -> Result<(Pace, Option<Basis>), Reason> {
    if course.satisfies(course.latest.value) {
        return Ok((Pace::Achieved, None));
    }
    let way = way.ok_or(Reason::TooFewYears)??;
    if way.leads_nowhere(course) {
        let has_changed = way.latest.value != way.base.value;
        return Ok((if has_changed { Pace::Deteriorating } else { Pace::Limited }, None));
    }
    by(method, course, &way).map(|(pace, basis)| (pace, Some(basis)))
}

/// What the method says where base and latest figure do not satisfy the target.
fn by(method: ProgressMethod, course: &Course<'_>, way: &Way) -> Told {
    match method {
        ProgressMethod::LinearPath => linear_path::told(course, way).ok_or(Reason::NothingAssessed),
        ProgressMethod::Eurostat => eurostat::told(course, way),
        ProgressMethod::Un => un::told(course, way),
        ProgressMethod::Destatis => destatis::told(course, way),
        ProgressMethod::TheilSen => theil_sen::told(course, way),
    }
}

/// The pace of figures that do not keep up: by whether they come nearer to the goal at all.
fn behind(gain: Fraction) -> Pace {
    match gain.cmp(&Fraction::ZERO) {
        core::cmp::Ordering::Greater => Pace::AccelerationNeeded,
        core::cmp::Ordering::Equal => Pace::Limited,
        core::cmp::Ordering::Less => Pace::Deteriorating,
    }
}
