//! The extrapolated compound rate of the UN Statistics Division, Progress Chart 2023.

use eqs_core::{Fraction, Interval, Reason, Relation};

use super::{Basis, Told, Way};
use crate::course::Course;
use crate::pace::Pace;
use crate::root::root_of_power;

/// The share of the way from the base to the goal that will be covered in the due year: 95 % and 10 % are the edges.
pub(super) fn told(course: &Course<'_>, way: &Way) -> Told {
    if let Some(point) = [way.base, way.latest].into_iter().find(|point| point.value <= Fraction::ZERO) {
        return Err(Reason::NoGrowthRate { year: point.year });
    }
    continued(course, way).ok_or(Reason::NothingAssessed)
}

/// `None` if a number does not fit.
fn continued(course: &Course<'_>, way: &Way) -> Option<(Pace, Basis)> {
    let Way { base, latest, goal, .. } = *way;
    let ratio = latest.value.checked_div(base.value)?;
    let (ahead, behind) = (goal.year.checked_sub(latest.year)?, latest.year.checked_sub(base.year)?);
    let projected = root_of_power(ratio, ahead, behind)?.checked_scale(latest.value)?;
    let covers = |percent: i128| {
        let way = goal.value.checked_sub(base.value)?.checked_mul(Fraction::new(percent, 100)?)?;
        let level = Interval::exactly(base.value.checked_add(way)?);
        let relation = if course.is_lower_better() { Relation::AtMost } else { Relation::AtLeast };
        projected.relates(relation, level)
    };
    let pace = if covers(95)? {
        Pace::OnTrack
    } else if covers(10)? {
        Pace::AccelerationNeeded
    } else {
        Pace::Limited
    };
    Some((pace, Basis::Compound(projected)))
}
