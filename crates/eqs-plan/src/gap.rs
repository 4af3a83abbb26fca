//! [`gap`]: how far a target is from being reached, and what is left to do.

#![expect(clippy::result_large_err, reason = "a reason is returned once a target")]

use core::borrow::Borrow;
use core::fmt;

use eqs_core::{Fraction, Interval, Lang, NaiveDate, Observation, Phrase, Reason, Relation, Unit};

use crate::course::{Course, Point};
use crate::evaluate::begun;
use crate::evidence::Evidence;
use crate::number::{Difference, Number};
use crate::policy::Policy;
use crate::root::root_of_power;
use crate::target::Target;

/// How far a target is from being reached.
///
/// All numbers are exact, but the compound rate, of which the interval says what is known. Differences are in the
/// unit of the limit; of shares they are percentage points.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Gap {
    /// The latest figure: a change against a base year as the level that it leaves of 100 %, an amount as all that is
    /// finished since the plan began.
    pub latest: Point,
    /// What satisfies the target, as a level of the same kind.
    pub goal: Fraction,
    /// Below the goal, or above it.
    pub relation: Relation,
    /// The unit of both.
    pub unit: Unit,
    /// How much better than the goal the latest figure is; negative if it is worse.
    pub margin: Fraction,
    /// The margin in per cent of the goal; `None` where that is 0.
    pub margin_share: Option<Fraction>,
    /// The figure of the base year, or the first one behind it; `None` where the latest is the first.
    pub base: Option<Point>,
    /// The share of the way from the base to the goal that is done, in per cent: negative where the figures went away
    /// from it. `None` without a base, and where the base satisfied the target already.
    pub way: Option<Fraction>,
    /// The yearly change that reaches the goal in the due year from the latest figure on, with its sign; 0 where it is
    /// reached already, `None` where the due year has come.
    pub yearly: Option<Fraction>,
    /// The same as a compound rate in per cent; `None` also where the latest figure or the goal is not above 0.
    pub yearly_rate: Option<Interval>,
}

/// How far the target is from being reached, by the figures that [`evaluate`](crate::evaluate()) would use.
///
/// # Errors
/// [`Reason::BeforePeriod`], [`Reason::NoDueDay`]; [`Reason::NoPath`] for words, directions, ranks, classes and years;
/// [`Reason::NoDirection`] where the target has two sides; [`Reason::NoObservation`] if there is no figure, from the
/// due day on of the due year; [`Reason::BoundDoesNotDecide`] if one is a bound; and the other reasons of
/// [`evaluate`](crate::evaluate()).
///
/// # Example
/// ```
/// use eqs_core::{Lang, NaiveDate, Phrase};
/// use eqs_plan::{BEIJING_13FYP, Policy, gap};
///
/// let target = BEIJING_13FYP.target(1).unwrap(); // PM2.5, 56 µg/m³ in 2020
/// let day = NaiveDate::from_ymd_opt(2020, 12, 31).unwrap();
/// let gap = gap(target, BEIJING_13FYP.observations(), day, &Policy::default())?;
/// assert_eq!(gap.margin.to_string(), "18"); // 38 instead of 56
/// assert_eq!(gap.way.unwrap().shown(1).to_string(), "173.2"); // per cent of the way from 80.6 to 56
/// assert_eq!(
///     gap.say(Lang::En).to_string(),
///     "18 µg/m³ (32.14%) better than ≤ 56 µg/m³ in 2020; 173.17% of the way from 80.6 µg/m³ in 2015",
/// );
/// # Ok::<(), eqs_core::Reason>(())
/// ```
pub fn gap<'a, O: Borrow<Observation<'a>>>(
    target: &Target,
    observations: impl IntoIterator<Item = O>,
    day: NaiveDate,
    policy: &Policy,
) -> Result<Gap, Reason> {
    begun(target, day)?;
    let evidence = Evidence::new(target, observations, day);
    let course = Course::of(target, &evidence, policy)?;
    let is_due = target.due.is_some_and(|due| day >= due);
    let latest = course.latest().filter(|latest| !is_due || latest.year == course.due);
    let latest = latest.ok_or_else(|| course.missing(Some(course.due)))?;
    Gap::of(&course, latest).ok_or(Reason::NothingAssessed)
}

impl Gap {
    /// `None` if a number does not fit.
    fn of(course: &Course<'_>, latest: Point) -> Option<Self> {
        let (goal, hundred) = (course.goal, Fraction::from(100));
        let margin = course.gain(latest.value, goal)?;
        let base = course.base().filter(|base| base.year < latest.year);
        let far = |base: &Point| !course.satisfies(base.value) && base.value != goal;
        let way = base.filter(far).map(|base| {
            let (done, whole) = (course.gain(latest.value, base.value)?, course.gain(goal, base.value)?);
            done.checked_div(whole)?.checked_mul(hundred)
        });
        let years = course.due.checked_sub(latest.year).filter(|years| *years > 0);
        let is_reached = course.satisfies(latest.value);
        let rest = goal.checked_sub(latest.value)?;
        let yearly = years.map(|years| {
            if is_reached { Some(Fraction::ZERO) } else { rest.checked_div(Fraction::from(i64::from(years))) }
        });
        let zero = Interval::exactly(Fraction::ZERO);
        let yearly_rate =
            years.and_then(|years| if is_reached { Some(zero) } else { rate(latest.value, goal, years) });
        Some(Self {
            latest,
            goal,
            relation: course.relation,
            unit: course.unit,
            margin,
            margin_share: margin.checked_div(goal).and_then(|share| share.checked_mul(hundred)),
            base,
            way: optional(way)?,
            yearly: optional(yearly)?,
            yearly_rate,
        })
    }
}

/// `None` if there is a number that does not fit.
#[expect(clippy::option_option, reason = "no number, or one that does not fit")]
fn optional(number: Option<Option<Fraction>>) -> Option<Option<Fraction>> {
    match number {
        Some(None) => None,
        Some(number) => Some(number),
        None => Some(None),
    }
}

/// The compound yearly rate from one level to another, in per cent; `None` if either is not above 0.
pub(crate) fn rate(from: Fraction, to: Fraction, years: u16) -> Option<Interval> {
    if from <= Fraction::ZERO || to <= Fraction::ZERO {
        return None;
    }
    let factor = root_of_power(to.checked_div(from)?, 1, years)?;
    factor.checked_sub(Interval::exactly(Fraction::from(1)))?.checked_scale(Fraction::from(100))
}

impl Phrase for Gap {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |value: Fraction| Number(value, self.unit);
        let difference = |value: Fraction| Difference(value, self.unit);
        let percent = |value: Fraction| Number(value, Unit::PERCENT);
        let (goal, relation) = (number(self.goal), self.relation.say(lang));
        if self.margin == Fraction::ZERO {
            let (goal, relation) = (number(self.goal), self.relation.say(lang));
            let (goal, year) = (goal.say(lang), self.latest.year);
            return match lang {
                Lang::Zh => write!(f, "{year}年恰在目标（{relation}{goal}）上"),
                Lang::En => write!(f, "exactly at {relation} {goal} in {year}"),
            };
        }
        let is_better = !self.margin.is_negative();
        let (distance, goal) = (difference(without_sign(self.margin)), goal.say(lang));
        let (distance, year) = (distance.say(lang), self.latest.year);
        match lang {
            Lang::Zh => {
                write!(
                    f,
                    "{year}年比目标（{relation}{goal}）{}{distance}",
                    if is_better { "优" } else { "差" }
                )?;
            }
            Lang::En => write!(f, "{distance}")?,
        }
        if let Some(share) = self.margin_share {
            let share = percent(without_sign(share));
            write!(f, "{}{}{}", lang.pick("（", " ("), share.say(lang), lang.pick("）", ")"))?;
        }
        if lang == Lang::En {
            write!(f, " {} than {relation} {goal} in {year}", if is_better { "better" } else { "worse" })?;
        }
        if let Some((base, way)) = self.base.zip(self.way) {
            let (way, from) = (percent(way), number(base.value));
            let (way, from, year) = (way.say(lang), from.say(lang), base.year);
            match lang {
                Lang::Zh => write!(f, "；自{year}年的{from}起已走完{way}的路程"),
                Lang::En => write!(f, "; {way} of the way from {from} in {year}"),
            }?;
        }
        let Some(yearly) = self.yearly.filter(|yearly| *yearly != Fraction::ZERO) else { return Ok(()) };
        let yearly = difference(yearly);
        let yearly = yearly.say(lang);
        match lang {
            Lang::Zh => write!(f, "；{year}年起每年需变化{yearly}"),
            Lang::En => write!(f, "; {yearly} a year needed from {year} on"),
        }?;
        match self.yearly_rate.and_then(Interval::low) {
            Some(rate) => {
                let rate = percent(rate.value);
                let rate = rate.say(lang);
                match lang {
                    Lang::Zh => write!(f, "（年均{rate}）"),
                    Lang::En => write!(f, " ({rate} compound)"),
                }
            }
            None => Ok(()),
        }
    }
}

fn without_sign(value: Fraction) -> Fraction {
    if value.is_negative() { Fraction::ZERO.checked_sub(value).unwrap_or(value) } else { value }
}
