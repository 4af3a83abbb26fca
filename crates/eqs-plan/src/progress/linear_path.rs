//! The time-proportional path (时间进度法).

use super::{Basis, Way, behind};
use crate::course::Course;
use crate::pace::Pace;

/// The straight line from the base to the goal, in the year of the latest figure. `None` if a number does not fit.
pub(super) fn told(course: &Course<'_>, way: &Way) -> Option<(Pace, Basis)> {
    let Way { base, latest, goal, .. } = *way;
    let share = Way::years(base, latest).checked_div(Way::years(base, goal))?;
    let expected = base.value.checked_add(goal.value.checked_sub(base.value)?.checked_mul(share)?)?;
    let ahead = course.gain(latest.value, expected)?;
    let pace =
        if ahead.is_negative() { behind(course.gain(latest.value, base.value)?) } else { Pace::OnTrack };
    Some((pace, Basis::Path(expected)))
}
