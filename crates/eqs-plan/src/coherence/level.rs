//! What one target asks for against what another asks for, whatever their kind of link.

use alloc::vec;
use alloc::vec::Vec;

use eqs_core::{Decimal, Interval, Note, Quantity, Statistic, Unit};

use super::agreement::{Agreement, Obstacle};
use super::difference::{base, is_one_measure};
use super::region::{NoRegion, Order, numbers, order, region, same_direction};
use super::{Coherence, is_reference};
use crate::comparator::Comparator;
use crate::norm::Level;
use crate::policy::Policy;
use crate::target::Target;

impl Coherence<'_> {
    /// What the lower target allows against what the upper one allows.
    pub(super) fn level(&mut self, policy: &Policy) -> Result<Agreement, Vec<Obstacle>> {
        let (lower, upper) = (self.lower, self.upper);
        self.measure()?;
        if is_opposite(lower.comparator, upper.comparator) {
            return Ok(Agreement::Differs);
        }
        if let Some(same) = self.words() {
            return same;
        }
        let bare = &policy.about_tolerance(Quantity::new(Decimal::ZERO, Unit::PERCENT));
        let (one, other) = self.regions(bare)?;
        if !lower.unit.converts_to(upper.unit) {
            return Err(vec![Obstacle::OtherUnit]);
        }
        if numbers(lower).is_some() && numbers(lower) == numbers(upper) && same_direction(one, other) {
            return Ok(if lower.comparator == upper.comparator {
                Agreement::Same
            } else {
                Agreement::Reworded
            });
        }
        let by_number = order(one, other);
        let (one, other) = self.regions(policy)?;
        let by_policy = order(one, other);
        self.read(policy);
        if by_number != by_policy {
            return Err(vec![Obstacle::ToleranceDecides]);
        }
        match by_policy {
            Order::Equal => Ok(Agreement::Reworded),
            Order::Inside => Ok(Agreement::Stricter),
            Order::Outside => Ok(Agreement::Laxer),
            Order::Apart => Ok(Agreement::Differs),
            Order::Across => Err(vec![Obstacle::Overlaps]),
        }
    }

    /// Whether both measure one thing against one base.
    fn measure(&mut self) -> Result<(), Vec<Obstacle>> {
        let (lower, upper) = (self.lower, self.upper);
        let mut obstacles = Vec::new();
        if lower.indicator != upper.indicator {
            obstacles.push(Obstacle::OtherIndicator);
        } else if !is_one_measure(lower.statistic, upper.statistic) {
            obstacles.push(Obstacle::OtherStatistic);
        } else if lower.statistic != upper.statistic {
            self.notes.push(Note::Reading {
                word: "天数",
                word_en: "days",
                zh: "与天数比例视为同一统计量",
                en: "one statistic with their share of the year",
            });
        }
        if is_reference(lower) && !(is_reference(upper) && requirement(lower) == requirement(upper)) {
            obstacles.push(Obstacle::LowerNotPrinted);
        }
        if is_reference(upper) && !is_reference(lower) {
            obstacles.push(Obstacle::UpperNotPrinted);
        }
        if obstacles.is_empty() && !self.has_one_base() {
            obstacles.push(Obstacle::OtherBase);
        }
        if obstacles.is_empty() { Ok(()) } else { Err(obstacles) }
    }

    /// Two standards, or the same words without a number; `None` if there are numbers to be compared.
    fn words(&self) -> Option<Result<Agreement, Vec<Obstacle>>> {
        let (lower, upper) = (self.lower, self.upper);
        let is_one_word = lower.comparator == upper.comparator;
        let has_numbers = lower.comparator.takes_value() && upper.comparator.takes_value();
        if (lower.standard.is_some() || upper.standard.is_some()) && !has_numbers {
            let is_one = (lower.standard, lower.grade) == (upper.standard, upper.grade);
            return Some(match (lower.standard, upper.standard) {
                (Some(_), Some(_)) if is_one && is_one_word => Ok(Agreement::Same),
                (Some(_), Some(_)) => Err(vec![Obstacle::OtherStandard]),
                (None, _) if !lower.comparator.takes_value() => Err(vec![Obstacle::LowerInWords]),
                (_, None) if !upper.comparator.takes_value() => Err(vec![Obstacle::UpperInWords]),
                _ => Err(vec![Obstacle::StandardAgainstNumber]),
            });
        }
        let is_same = is_one_word && lower.value.is_none() && upper.value.is_none();
        (is_same && lower.comparator != Comparator::Qualitative).then_some(Ok(Agreement::Same))
    }

    /// What each of the two allows.
    fn regions(&self, policy: &Policy) -> Result<(Interval, Interval), Vec<Obstacle>> {
        match (region(self.lower, policy), region(self.upper, policy)) {
            (Ok(lower), Ok(upper)) => Ok((lower, upper)),
            (lower, upper) => {
                let obstacle = |found: Result<_, NoRegion>, words| match found {
                    Ok(_) => None,
                    Err(NoRegion::Words) => Some(words),
                    Err(NoRegion::Standard) => Some(Obstacle::StandardAgainstNumber),
                    Err(NoRegion::Other(obstacle)) => Some(obstacle),
                };
                let obstacles =
                    [obstacle(lower, Obstacle::LowerInWords), obstacle(upper, Obstacle::UpperInWords)];
                Err(obstacles.into_iter().flatten().collect())
            }
        }
    }

    /// The readings of the policy that both depend on.
    fn read(&mut self, policy: &Policy) {
        let notes = [self.lower, self.upper].map(|target| policy.notes(target));
        for note in notes.into_iter().flatten() {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
    }

    /// Changes and directions need one base; a change of a level is none of the level itself.
    fn has_one_base(&self) -> bool {
        let (lower, upper) = (self.lower, self.upper);
        let is_relative = |target: &Target| target.comparator.is_relative();
        let is_change = |target: &Target| {
            target.comparator.is_change() && target.statistic != Statistic::CumulativeChange
        };
        if is_relative(lower) && is_relative(upper) {
            return base(lower) == base(upper);
        }
        is_change(lower) == is_change(upper)
    }
}

/// Whether one asks for a rise by a number and the other for a fall.
fn is_opposite(one: Comparator, other: Comparator) -> bool {
    let rises = |comparator| comparator == Comparator::IncreaseByAbout;
    one.is_change() && other.is_change() && rises(one) != rises(other)
}

const fn requirement(target: &Target) -> (Option<Level>, &'static str) {
    (target.higher, target.higher_id)
}
