//! [`Course`]: the figures of single years on the way from the base of a target to its goal.

#![expect(clippy::result_large_err, reason = "a reason is made once and moved into the verdict")]

use alloc::vec::Vec;

use eqs_core::{Better, End, Fraction, Note, Quantity, Reason, Relation, Statistic, Unit};

use crate::comparator::Comparator;
use crate::evidence::{Evidence, Figure, missing};
use crate::policy::Policy;
use crate::requirement;
use crate::target::{Base, Target};
use crate::total::total;

/// The years that the mean change of five years looks back.
pub(crate) const LOOK_BACK: u16 = 5;

/// A level in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Point {
    /// The year.
    pub year: u16,
    /// The level.
    pub value: Fraction,
}

/// The levels of a target's years, and the one that it asks for.
///
/// A change against a base year is the level that it leaves of 100 % of that year; what is finished within a plan is a
/// level that starts at 0 before it.
pub(crate) struct Course<'t> {
    target: &'t Target,
    /// The years that have a level, in order.
    levels: Vec<Point>,
    /// The base year.
    base_year: u16,
    /// The unit of the levels.
    pub(crate) unit: Unit,
    /// The level that satisfies the target.
    pub(crate) goal: Fraction,
    /// Below it or above it.
    pub(crate) relation: Relation,
    /// The year whose figure will decide.
    pub(crate) due: u16,
    /// The figures used.
    pub(crate) used: Vec<Note>,
}

/// How figures become levels.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scale {
    /// As they are.
    Level,
    /// In per cent of the base year, which therefore has 100.
    OfBase,
    /// As what a reduction leaves of 100.
    Reduced,
    /// As what an increase adds to 100.
    Grown,
    /// Added up, or cumulative as they are, from 0 on.
    Total,
}

impl<'t> Course<'t> {
    /// The figures up to the last year that is over, and up to the due year.
    ///
    /// # Errors
    /// [`Reason::NoPath`] where there is no single level to reach, [`Reason::NoDueDay`], those of the figures, and
    /// [`Reason::NoObservation`] if there is none since the plan began.
    pub(crate) fn of(target: &'t Target, evidence: &Evidence<'_>, policy: &Policy) -> Result<Self, Reason> {
        let (relation, limit) = single_limit(target, policy)?;
        let due = target.due_year().ok_or(Reason::NoDueDay)?;
        let scale = Scale::of(target);
        let base_year = match scale {
            Scale::Total => target.first_year.saturating_sub(1),
            _ => target.base_year().unwrap_or(target.first_year.saturating_sub(1)),
        };
        let start = match scale {
            Scale::Total => Some(Fraction::ZERO),
            Scale::Level => None,
            // Nobody gives the year of the peak.
            _ if target.base == Some(Base::Peak) => None,
            Scale::OfBase | Scale::Reduced | Scale::Grown => Some(Fraction::from(100)),
        };
        let mut used = Vec::new();
        let mut levels: Vec<Point> =
            start.map(|value| Point { year: base_year, value }).into_iter().collect();
        let first = if start.is_some() {
            base_year.saturating_add(1)
        } else {
            base_year.min(evidence.last().saturating_sub(LOOK_BACK))
        };
        for year in first..=evidence.last() {
            let Some(figure) = figure(target, evidence, year)? else { continue };
            levels.push(Point { year, value: scale.level(exactly(&figure, limit)?)? });
            for note in figure.used {
                if !used.contains(&note) {
                    used.push(note);
                }
            }
        }
        if levels.last().is_none_or(|latest| latest.year < target.first_year) {
            return Err(missing(target, None));
        }
        let goal = scale.level(limit.value.to_fraction())?;
        let relation = if scale == Scale::Reduced { opposite(relation) } else { relation };
        Ok(Self { target, levels, base_year, unit: limit.unit, goal, relation, due, used })
    }

    /// The figure of the base year, or the first one behind it.
    pub(crate) fn base(&self) -> Option<Point> {
        self.since_base().first().copied()
    }

    /// The latest figure.
    pub(crate) fn latest(&self) -> Option<Point> {
        self.levels.last().copied()
    }

    /// The figures from the base year on.
    pub(crate) fn since_base(&self) -> &[Point] {
        let before = self.levels.iter().take_while(|point| point.year < self.base_year).count();
        self.levels.get(before..).unwrap_or_default()
    }

    /// The figure of this year, be it before the base year.
    pub(crate) fn in_year(&self, year: u16) -> Option<Point> {
        self.levels.iter().find(|point| point.year == year).copied()
    }

    /// The reason that a year, or any year, has no figure.
    pub(crate) const fn missing(&self, year: Option<u16>) -> Reason {
        missing(self.target, year)
    }

    /// Whether the level satisfies the target.
    pub(crate) fn satisfies(&self, level: Fraction) -> bool {
        self.relation.holds(level.cmp(&self.goal))
    }

    /// How much better `one` is than `other`.
    pub(crate) fn gain(&self, one: Fraction, other: Fraction) -> Option<Fraction> {
        if self.is_lower_better() { other.checked_sub(one) } else { one.checked_sub(other) }
    }

    /// Whether the level has to fall.
    pub(crate) const fn is_lower_better(&self) -> bool {
        matches!(self.relation, Relation::AtMost | Relation::Below)
    }
}

impl Scale {
    fn of(target: &Target) -> Self {
        let is_increase = target.comparator == Comparator::IncreaseByAbout;
        match target.statistic {
            _ if target.adds_up() => Self::Total,
            Statistic::CumulativeTotal => Self::Total,
            Statistic::CumulativeChange if is_increase || target.indicator.better() == Better::Higher => {
                Self::Grown
            }
            Statistic::CumulativeChange => Self::Reduced,
            _ if target.comparator.is_change() => Self::OfBase,
            _ => Self::Level,
        }
    }

    /// The level that a figure stands for.
    fn level(self, figure: Fraction) -> Result<Fraction, Reason> {
        let hundred = Fraction::from(100);
        let level = match self {
            Self::Level | Self::OfBase | Self::Total => Some(figure),
            Self::Reduced => hundred.checked_sub(figure),
            Self::Grown => hundred.checked_add(figure),
        };
        level.ok_or(Reason::NothingAssessed)
    }
}

/// The one limit of a target whose figures approach it.
fn single_limit(target: &Target, policy: &Policy) -> Result<(Relation, Quantity), Reason> {
    let is_place_in_a_row = [Unit::of("rank"), Unit::of("calendar_year")].contains(&target.unit)
        || target.statistic == Statistic::Class
        || target.comparator.asks_of_each_year();
    if is_place_in_a_row {
        return Err(Reason::NoPath);
    }
    match requirement::limits(target, policy)?.as_slice() {
        [limit] => Ok(*limit),
        _ => Err(Reason::NoDirection(target.indicator)),
    }
}

/// What the observations say of a year; `None` if there is none, or part of a sum only.
fn figure(target: &Target, evidence: &Evidence<'_>, year: u16) -> Result<Option<Figure>, Reason> {
    let figure = if target.adds_up() {
        total(target, evidence, year).map(|total| total.missing.is_empty().then_some(total.figure))
    } else {
        evidence.figure(year).map(Some)
    };
    match figure {
        Err(Reason::NoObservation { .. }) => Ok(None),
        figure => figure,
    }
}

/// The value of a figure that is more than a bound.
fn exactly(figure: &Figure, limit: Quantity) -> Result<Fraction, Reason> {
    match (figure.certain.low(), figure.certain.high()) {
        (Some(End { value: low, .. }), Some(End { value: high, .. })) if low == high => Ok(low),
        _ => Err(Reason::BoundDoesNotDecide { given: figure.given, limit }),
    }
}

const fn opposite(relation: Relation) -> Relation {
    match relation {
        Relation::AtMost => Relation::AtLeast,
        Relation::Below => Relation::Above,
        Relation::AtLeast => Relation::AtMost,
        Relation::Above => Relation::Below,
    }
}
