//! The slope of Theil and Sen.

use alloc::vec::Vec;

use eqs_core::{Fraction, Reason, median, theil_sen};

use super::{Basis, Told, Way, behind};
use crate::course::{Course, Point};
use crate::pace::Pace;

/// The median of the slopes between all years since the base, and the median of what is left as the height of the
/// line, continued to the due year.
pub(super) fn told(course: &Course<'_>, way: &Way) -> Told {
    line(course, way, &course.since_base()?).ok_or(Reason::NothingAssessed)
}

/// `None` if a number does not fit.
fn line(course: &Course<'_>, way: &Way, points: &[Point]) -> Option<(Pace, Basis)> {
    let years: Vec<_> = points.iter().map(|point| (i32::from(point.year), point.value)).collect();
    let slope = theil_sen(&years)?;
    let rests = points.iter().map(|point| {
        let years = Way::years(*point, way.goal);
        point.value.checked_add(slope.checked_mul(years)?)
    });
    let projected = median(rests.collect::<Option<Vec<_>>>()?)?;
    let gain = course.gain(slope, Fraction::ZERO)?;
    // A line that does not lead to the goal reaches it in no later year.
    let is_on_track = gain > Fraction::ZERO && course.satisfies(projected);
    let pace = if is_on_track { Pace::OnTrack } else { behind(gain) };
    Some((pace, Basis::Line { since: way.base.year, slope, projected }))
}
