//! [`gap`]: how far a target is from being reached, and what is left to do.

#![expect(clippy::result_large_err, reason = "a reason is returned once a target")]

use alloc::format;
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
    /// The figure of the base year, or the first one behind it; `None` where the latest is the first, and where nothing
    /// exact is known of it.
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
    distance(target, &Evidence::new(target, observations, day), day, policy)
}

/// How far the target is from being reached, by its evidence.
pub(crate) fn distance(
    target: &Target,
    evidence: &Evidence,
    day: NaiveDate,
    policy: &Policy,
) -> Result<Gap, Reason> {
    let course = Course::of(target, evidence, policy)?;
    let is_due = target.due.is_some_and(|due| day >= due);
    if is_due && course.latest.year != course.due {
        return Err(course.missing(course.due));
    }
    Gap::of(&course).ok_or(Reason::NothingAssessed)
}

impl Gap {
    /// `None` if a number does not fit.
    fn of(course: &Course<'_>) -> Option<Self> {
        let latest = course.latest;
        let (goal, hundred) = (course.goal, Fraction::from(100));
        let margin = course.gain(latest.value, goal)?;
        let base = course.base().ok().filter(|base| base.year < latest.year);
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
        self.write_margin(lang, f)?;
        if let Some((base, way)) = self.base.zip(self.way) {
            let (way, from) = (Number(way, Unit::PERCENT), Number(base.value, self.unit));
            let (way, from, year) = (way.say(lang), from.say(lang), base.year);
            match lang {
                Lang::Zh => write!(f, "；自{year}年的{from}起已走完{way}的路程"),
                Lang::En => write!(f, "; {way} of the way from {from} in {year}"),
            }?;
        }
        match self.yearly {
            Some(yearly) if yearly != Fraction::ZERO => self.write_yearly(yearly, lang, f),
            _ => Ok(()),
        }
    }
}

impl Gap {
    fn write_margin(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let goal = Number(self.goal, self.unit);
        let (goal, relation, year) = (goal.say(lang), self.relation.say(lang), self.latest.year);
        if self.margin == Fraction::ZERO {
            return match lang {
                Lang::Zh => write!(f, "{year}年恰在目标（{relation}{goal}）上"),
                Lang::En => write!(f, "exactly at {relation} {goal} in {year}"),
            };
        }
        let distance = Difference(without_sign(self.margin), self.unit);
        let distance = distance.say(lang);
        let share = self.margin_share.map(|share| Number(without_sign(share), Unit::PERCENT));
        let share = share
            .as_ref()
            .map(|share| format!("{}{}{}", lang.pick("（", " ("), share.say(lang), lang.pick("）", ")")));
        let share = share.unwrap_or_default();
        match (lang, self.margin.is_negative()) {
            (Lang::Zh, false) => write!(f, "{year}年比目标（{relation}{goal}）优{distance}{share}"),
            (Lang::Zh, true) => write!(f, "{year}年比目标（{relation}{goal}）差{distance}{share}"),
            (Lang::En, false) => write!(f, "{distance}{share} better than {relation} {goal} in {year}"),
            (Lang::En, true) => write!(f, "{distance}{share} worse than {relation} {goal} in {year}"),
        }
    }

    fn write_yearly(&self, yearly: Fraction, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (change, year) = (Difference(without_sign(yearly), self.unit), self.latest.year);
        let change = change.say(lang);
        match (lang, yearly.is_negative()) {
            (Lang::Zh, false) => write!(f, "；{year}年起每年需上升{change}"),
            (Lang::Zh, true) => write!(f, "；{year}年起每年需下降{change}"),
            (Lang::En, false) => write!(f, "; a rise of {change} a year needed from {year} on"),
            (Lang::En, true) => write!(f, "; a fall of {change} a year needed from {year} on"),
        }?;
        let Some(rate) = self.yearly_rate.and_then(Interval::low) else { return Ok(()) };
        let rate = Number(rate.value, Unit::PERCENT);
        let rate = rate.say(lang);
        match lang {
            Lang::Zh => write!(f, "（年均{rate}）"),
            Lang::En => write!(f, " ({rate} compound)"),
        }
    }
}

fn without_sign(value: Fraction) -> Fraction {
    if value.is_negative() { Fraction::ZERO.checked_sub(value).unwrap_or(value) } else { value }
}
