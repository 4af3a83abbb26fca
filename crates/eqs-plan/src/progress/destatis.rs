//! The weather symbols of the German statistical office.

use eqs_core::{Fraction, Reason};

use super::{Basis, Told, Way};
use crate::course::{Course, LOOK_BACK, Point};
use crate::pace::Pace;

/// The mean yearly change of the last five years, continued to the due year: what is then left of the way that is
/// still to go, with 5 % and 20 % as edges.
pub(super) fn told(course: &Course<'_>, way: &Way) -> Told {
    let latest = way.latest;
    let year = latest.year.saturating_sub(LOOK_BACK);
    let before = course.in_year(year)?.ok_or_else(|| course.missing(year))?;
    line(course, way, before).ok_or(Reason::NothingAssessed)
}

/// `None` if a number does not fit.
fn line(course: &Course<'_>, way: &Way, before: Point) -> Option<(Pace, Basis)> {
    let Way { latest, goal, .. } = *way;
    let Point { year: since, value: before } = before;
    let slope = latest.value.checked_sub(before)?.checked_div(Fraction::from(i64::from(LOOK_BACK)))?;
    let projected = latest.value.checked_add(slope.checked_mul(Way::years(latest, goal))?)?;
    let missed = course.gain(goal.value, projected)?;
    let of_the_way =
        |percent: i128| course.gain(goal.value, latest.value)?.checked_mul(Fraction::new(percent, 100)?);
    let pace = if course.gain(latest.value, before)?.is_negative() {
        Pace::Deteriorating
    } else if missed < of_the_way(5)? {
        Pace::OnTrack
    } else if missed <= of_the_way(20)? {
        Pace::AccelerationNeeded
    } else {
        Pace::Limited
    };
    Some((pace, Basis::Line { since, slope, projected }))
}
