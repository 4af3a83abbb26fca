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
/// level that starts at 0 before it. Years are looked up when a method asks for them, so that one that cannot be used
/// stops nobody else.
pub(crate) struct Course<'t> {
    target: &'t Target,
    evidence: &'t Evidence,
    scale: Scale,
    /// The base year, and its level where that needs no figure.
    base_year: u16,
    start: Option<Point>,
    /// The latest figure since the plan began.
    pub(crate) latest: Point,
    /// The unit of the levels.
    pub(crate) unit: Unit,
    /// The limit as evaluated, for messages.
    limit: Quantity,
    /// The level that satisfies the target.
    pub(crate) goal: Fraction,
    /// Below it or above it.
    pub(crate) relation: Relation,
    /// The year whose figure will decide.
    pub(crate) due: u16,
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
    /// The way to the single level that the target asks for.
    ///
    /// # Errors
    /// [`Reason::NoPath`] where there is none, [`Reason::NoDueDay`], [`Reason::NoObservation`] if there is no figure
    /// since the plan began, and what is wrong with the latest one.
    pub(crate) fn of(target: &'t Target, evidence: &'t Evidence, policy: &Policy) -> Result<Self, Reason> {
        let due = target.due_year().ok_or(Reason::NoDueDay)?;
        let (relation, limit) = single_limit(target, evidence, policy)?;
        let scale = Scale::of(target, evidence);
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
        let mut course = Self {
            target,
            evidence,
            scale,
            base_year,
            start: start.map(|value| Point { year: base_year, value }),
            latest: Point { year: base_year, value: Fraction::ZERO },
            unit: limit.unit,
            limit,
            goal: scale.level(limit.value.to_fraction())?,
            relation: if scale == Scale::Reduced { opposite(relation) } else { relation },
            due,
        };
        let years = (target.first_year..=evidence.last()).rev();
        let latest = years.map(|year| course.in_year(year)).find_map(Result::transpose);
        course.latest = latest.unwrap_or_else(|| Err(missing(target, None)))?;
        Ok(course)
    }

    /// The level of this year, be it before the base year; `None` if it has no figure.
    ///
    /// # Errors
    /// What is wrong with the figure.
    pub(crate) fn in_year(&self, year: u16) -> Result<Option<Point>, Reason> {
        if self.start.is_some_and(|start| start.year == year) {
            return Ok(self.start);
        }
        let Some(figure) = figure(self.target, self.evidence, year)? else { return Ok(None) };
        let value = self.scale.level(exactly(&figure, self.limit)?)?;
        Ok(Some(Point { year, value }))
    }

    /// The level of the base year, or the first one behind it.
    ///
    /// # Errors
    /// What is wrong with its figure.
    pub(crate) fn base(&self) -> Result<Point, Reason> {
        let years = self.base_year..=self.latest.year;
        let first = years.map(|year| self.in_year(year)).find_map(Result::transpose);
        first.unwrap_or(Ok(self.latest))
    }

    /// The levels from the base year on.
    ///
    /// # Errors
    /// What is wrong with one of the figures.
    pub(crate) fn since_base(&self) -> Result<Vec<Point>, Reason> {
        let years = self.base_year..=self.latest.year;
        years.map(|year| self.in_year(year)).filter_map(Result::transpose).collect()
    }

    /// The figures behind the levels of these years.
    pub(crate) fn used(&self, years: impl IntoIterator<Item = u16>) -> Vec<Note> {
        let mut used = Vec::new();
        for year in years {
            let figure = figure(self.target, self.evidence, year).ok().flatten();
            for note in figure.into_iter().flat_map(|figure| figure.used) {
                if !used.contains(&note) {
                    used.push(note);
                }
            }
        }
        used
    }

    /// The reason that a year has no figure.
    pub(crate) const fn missing(&self, year: u16) -> Reason {
        missing(self.target, Some(year))
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
    fn of(target: &Target, evidence: &Evidence) -> Self {
        let is_increase = target.comparator == Comparator::IncreaseByAbout;
        match target.statistic {
            _ if target.adds_up() => Self::Total,
            Statistic::CumulativeTotal => Self::Total,
            Statistic::CumulativeChange if is_increase || target.indicator.better() == Better::Higher => {
                Self::Grown
            }
            Statistic::CumulativeChange => Self::Reduced,
            _ if target.comparator.is_change() && !evidence.has_levels() => Self::OfBase,
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
fn single_limit(
    target: &Target,
    evidence: &Evidence,
    policy: &Policy,
) -> Result<(Relation, Quantity), Reason> {
    let is_place_in_a_row = [Unit::of("rank"), Unit::of("calendar_year")].contains(&target.unit)
        || target.statistic == Statistic::Class
        || target.comparator.asks_of_each_year();
    if is_place_in_a_row {
        return Err(Reason::NoPath);
    }
    if evidence.has_levels() {
        let base = match target.base {
            Some(Base::Peak) => evidence.peak(evidence.last())?.map(|(peak, _)| peak),
            _ => target.base_year().map(|year| evidence.figure(year)).transpose()?.map(|base| base.compared),
        };
        return requirement::changed(target, base.ok_or_else(|| missing(target, None))?, policy);
    }
    match requirement::limits(target, policy)?.as_slice() {
        [limit] => Ok(*limit),
        _ => Err(Reason::NoDirection(target.indicator)),
    }
}

/// What the observations say of a year; `None` if there is none, or part of a sum only.
fn figure(target: &Target, evidence: &Evidence, year: u16) -> Result<Option<Figure>, Reason> {
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
