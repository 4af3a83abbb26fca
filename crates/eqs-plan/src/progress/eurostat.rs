//! The ratio of compound rates, on the scale of Eurostat.

use eqs_core::{Fraction, Interval, Reason, Relation};

use super::{Basis, Told, Way};
use crate::course::{Course, Point};
use crate::gap::rate;
use crate::pace::Pace;

/// The observed compound rate over the required one: 95 % and 60 % of it are the edges.
pub(super) fn told(course: &Course<'_>, way: &Way) -> Told {
    let Way { base, latest, goal, .. } = *way;
    if let Some(point) = [base, latest, goal].into_iter().find(|point| point.value.is_negative()) {
        return Err(Reason::NoGrowthRate { year: point.year });
    }
    let (base, goal) = (above_zero(base), above_zero(goal));
    let compound = |to: Point| {
        if to.value == Fraction::ZERO {
            return Some(Interval::exactly(Fraction::from(-100)));
        }
        rate(base.value, to.value, to.year.checked_sub(base.year)?)
    };
    let (observed, required) = compound(latest).zip(compound(goal)).ok_or(Reason::NothingAssessed)?;
    let has_changed = latest.value != way.base.value;
    let gain = course.gain(latest.value, base.value).ok_or(Reason::NothingAssessed)?;
    let reaches = |percent: i128| {
        // The sign of both rates is that of the way to go.
        let wanted = |rate: Interval| if course.is_lower_better() { rate.checked_neg() } else { Some(rate) };
        let share = wanted(required)?.checked_scale(Fraction::new(percent, 100)?)?;
        wanted(observed)?.relates(Relation::AtLeast, share)
    };
    let pace = if !has_changed {
        Pace::Limited
    } else if gain.is_negative() {
        Pace::Deteriorating
    } else if reaches(95).ok_or(Reason::NothingAssessed)? {
        Pace::OnTrack
    } else if reaches(60).ok_or(Reason::NothingAssessed)? {
        Pace::AccelerationNeeded
    } else {
        Pace::Limited
    };
    Ok((pace, Basis::Rates { observed, required }))
}

/// A base or goal of 0 counts as 0.001.
fn above_zero(point: Point) -> Point {
    let least = Fraction::new(1, 1_000).filter(|_| point.value == Fraction::ZERO);
    Point { value: least.unwrap_or(point.value), ..point }
}
