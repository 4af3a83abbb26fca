//! The ratio of compound rates, on the scale of Eurostat.

use eqs_core::{Fraction, Interval, Reason, Relation};

use super::{Basis, Told, Way};
use crate::course::{Course, Point};
use crate::gap::rate;
use crate::pace::Pace;

/// The observed compound rate over the required one: 95 % and 60 % of it are the edges.
pub(super) fn told(course: &Course<'_>, way: &Way) -> Told {
    let Way { base, latest, goal, .. } = *way;
    if let Some(point) = [base, latest, goal].into_iter().find(|point| point.value <= Fraction::ZERO) {
        return Err(Reason::NoGrowthRate { year: point.year });
    }
    ratio(course, way).ok_or(Reason::NothingAssessed)
}

/// `None` if a number does not fit.
fn ratio(course: &Course<'_>, way: &Way) -> Option<(Pace, Basis)> {
    let Way { base, latest, goal, .. } = *way;
    let compound = |to: Point| rate(base.value, to.value, to.year.checked_sub(base.year)?);
    let (observed, required) = (compound(latest)?, compound(goal)?);
    // The sign of both rates is that of the way to go.
    let wanted = |rate: Interval| if course.is_lower_better() { rate.checked_neg() } else { Some(rate) };
    let reaches = |percent: i128| {
        let share = wanted(required)?.checked_scale(Fraction::new(percent, 100)?)?;
        wanted(observed)?.relates(Relation::AtLeast, share)
    };
    let pace = if course.gain(latest.value, base.value)?.is_negative() {
        Pace::Deteriorating
    } else if reaches(95)? {
        Pace::OnTrack
    } else if reaches(60)? {
        Pace::AccelerationNeeded
    } else {
        Pace::Limited
    };
    Some((pace, Basis::Rates { observed, required }))
}
