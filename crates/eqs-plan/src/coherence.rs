//! [`coherence`]: whether a target fits the one that it depends on.

mod agreement;
mod difference;
mod level;
mod region;
mod sentence;

use alloc::vec;
use alloc::vec::Vec;
use core::borrow::Borrow;

use chrono::Datelike as _;
use eqs_core::{Decimal, Fraction, Interval, Note, Observation, Period, Statistic};

pub use self::agreement::{Agreement, Field, Obstacle};

use self::difference::{contradicts, differences};
use self::region::{allows_worse, numbers, region};
use crate::comparator::Comparator;
use crate::link::LinkKind;
use crate::policy::Policy;
use crate::target::Target;

/// What a target is to the one that it depends on, with everything that it rests on.
///
/// It can be said as one sentence in either language ([`Phrase`](eqs_core::Phrase)).
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Coherence<'t> {
    /// How the one depends on the other.
    pub kind: LinkKind,
    /// The target that depends.
    pub lower: &'t Target,
    /// The target that it depends on.
    pub upper: &'t Target,
    /// What the one is to the other; `None` if that cannot be told.
    pub agreement: Option<Agreement>,
    /// Why it cannot be told; empty if it can.
    pub obstacles: Vec<Obstacle>,
    /// In what they differ, whether that matters or not.
    pub differences: Vec<Field>,
    /// Which share of the whole a part is.
    pub share: Option<Fraction>,
    /// The figure of the base year, and how words without an official meaning were read, where that was needed.
    pub notes: Vec<Note>,
}

impl Coherence<'_> {
    /// The share of the whole that falls to the years of the lower target if each year of the upper one's plan did
    /// alike: a fifth for a year of five. It decides nothing.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Fraction;
    /// use eqs_plan::{Agreement, BEIJING_14FYP, Link, Policy, coherence};
    ///
    /// // 300 villages in 2021, of 900 in five years.
    /// let link = Link::all().iter().find(|link| link.lower == "TGT-0330").unwrap();
    /// let (lower, upper) = (link.lower().unwrap(), link.upper().unwrap());
    /// let found = coherence(lower, upper, link.kind, BEIJING_14FYP.observations(), &Policy::default());
    /// assert_eq!(found.agreement, Some(Agreement::PartOf));
    /// assert_eq!((found.share, found.even_share()), (Fraction::new(1, 3), Fraction::new(1, 5)));
    /// ```
    #[must_use]
    pub fn even_share(&self) -> Option<Fraction> {
        let years =
            |target: &Target| i128::from(target.last_year.checked_sub(target.first_year)?).checked_add(1);
        let is_part = self.kind == LinkKind::YearOf && self.share.is_some();
        Fraction::new(years(self.lower)?, years(self.upper)?).filter(|_| is_part)
    }
}

/// Whether `lower` fits `upper`, which it depends on as `kind` says, by what both print.
///
/// # What is compared
/// Targets of one indicator and statistic; days and their share of the year count as one. Each stands for the values
/// that it allows, words such as 左右 by the `policy`. Where that changes the result, nothing is decided
/// ([`Obstacle::ToleranceDecides`]). One number with another word of the same direction (`>95`, 95%以上) is
/// [`Agreement::Reworded`]; words without a number, and standards, are the same or not compared.
///
/// - **restates**: number, base, due day, standard and requirement must be the same where both print them, and the places
///   must lie within one another; otherwise [`Agreement::Differs`]. Another word for the relation, and another
///   modality, are only shown.
/// - **`district_of`**: the district must ask for no less ([`Agreement::Laxer`]) and no later ([`Agreement::Later`]). An
///   amount to be finished must not be more than the whole ([`Agreement::MoreThanWhole`]).
/// - **`year_of`**: an amount as above; [`Coherence::share`] shows how much of it. A level that asks for less than the last
///   year's is [`Agreement::Step`], unless `observations` hold the figure of the year before the plan and the
///   level allows worse ([`Agreement::Worsens`]). The year must lie in the plan and not after its due day.
/// - What is to meet the requirement of a higher level is [`Agreement::ByReference`] if it names the upper target:
///   then the upper number is the requirement.
///
/// Only the figure of the base year is looked for among the observations: that of the place where the upper target is
/// observed.
///
/// # Example
/// ```
/// use eqs_core::{Lang, Phrase};
/// use eqs_plan::{Agreement, BEIJING_14FYP, Link, Policy, coherence};
///
/// let check = |id| {
///     let link = Link::all().iter().find(|link| link.lower == id).unwrap();
///     let (lower, upper) = (link.lower().unwrap(), link.upper().unwrap());
///     coherence(lower, upper, link.kind, BEIJING_14FYP.observations(), &Policy::default())
/// };
/// // 27 µg/m³ in Miyun, about 35 in Beijing.
/// assert_eq!(check("TGT-0205").agreement, Some(Agreement::Stricter));
///
/// // 91 % of the sewage of Miyun is to be treated, and 98 % of that of Beijing.
/// let found = check("TGT-0264");
/// assert_eq!(found.agreement, Some(Agreement::Laxer));
/// assert_eq!(
///     found.say(Lang::En).to_string(),
///     "laxer, district target under the municipal one: TGT-0264 Miyun District, sewage treatment rate, share: at least 91% \
///      by 2025-12-31 (plan-miyun-14fyp line 291); TGT-0116 Beijing, sewage treatment rate, share: at least 98% \
///      by 2025-12-31 (plan-beijing-14fyp line 396); number: 91% against 98%; \
///      printed: “全区污水处理率达到91%” and “全市污水处理率达到98%，黑臭水体“长制久清””.",
/// );
/// ```
pub fn coherence<'t, 'a, O: Borrow<Observation<'a>>>(
    lower: &'t Target,
    upper: &'t Target,
    kind: LinkKind,
    observations: impl IntoIterator<Item = O>,
    policy: &Policy,
) -> Coherence<'t> {
    let mut found = Coherence {
        kind,
        lower,
        upper,
        agreement: None,
        obstacles: Vec::new(),
        differences: differences(lower, upper, kind),
        share: None,
        notes: Vec::new(),
    };
    let level = match kind {
        LinkKind::Restates => found.restated(policy),
        LinkKind::DistrictOf => found.bounded(policy),
        LinkKind::YearOf => match found.bounded(policy) {
            Ok(Agreement::Laxer) => Ok(found.step(observations, policy)),
            level => level,
        },
    };
    match level {
        Ok(agreement) if !agreement.is_coherent() => found.agreement = Some(agreement),
        // What is due too late stays so whatever else cannot be compared.
        _ if found.is_late() => found.agreement = Some(Agreement::Later),
        _ if found.is_before_plan() => found.obstacles.push(Obstacle::BeforePlan),
        Ok(agreement) => found.agreement = Some(agreement),
        Err(obstacles) => found.obstacles = obstacles,
    }
    found
}

impl Coherence<'_> {
    /// Whether both say the same.
    fn restated(&mut self, policy: &Policy) -> Result<Agreement, Vec<Obstacle>> {
        // What contradicts stays so whatever else cannot be compared.
        if self.differences.iter().any(|field| contradicts(*field, self.lower, self.upper)) {
            return Ok(Agreement::Differs);
        }
        Ok(match self.level(policy)? {
            Agreement::Stricter | Agreement::Laxer => Agreement::Differs,
            // The same word without a number, of days and of their share.
            Agreement::Same if self.differences.contains(&Field::Statistic) => Agreement::Reworded,
            level => level,
        })
    }

    /// Whether the lower target asks for no less than the upper one, or for a part of it.
    fn bounded(&mut self, policy: &Policy) -> Result<Agreement, Vec<Obstacle>> {
        if self.refers() {
            return self.by_reference();
        }
        let is_part = self.lower.adds_up() && is_whole(self.upper) && self.is_comparable();
        let parts = numbers(self.lower).zip(numbers(self.upper)).filter(|_| is_part);
        match parts {
            Some(((part, _), (whole, _))) => {
                self.share = part.checked_div(whole);
                Ok(if part <= whole { Agreement::PartOf } else { Agreement::MoreThanWhole })
            }
            None => self.level(policy),
        }
    }

    /// A level that is laxer than that of the last year: a step on the way unless it is worse than the base year.
    fn step<'a, O: Borrow<Observation<'a>>>(
        &mut self,
        observations: impl IntoIterator<Item = O>,
        policy: &Policy,
    ) -> Agreement {
        let base = self.base_year(observations);
        let allowed = region(self.lower, policy).ok();
        match allowed.zip(base) {
            Some((allowed, base)) if allows_worse(allowed, base) => Agreement::Worsens,
            _ => Agreement::Step,
        }
    }

    /// What the figures of the year before the upper plan leave open, in the base unit of their kind; each is noted.
    fn base_year<'a, O: Borrow<Observation<'a>>>(
        &mut self,
        observations: impl IntoIterator<Item = O>,
    ) -> Option<Interval> {
        let upper = self.upper;
        let year = Period::Year(upper.first_year.checked_sub(1)?);
        let mut open = None;
        for figure in observations {
            let figure = figure.borrow();
            let (value, unit) = (figure.quantity.value, figure.quantity.unit);
            let is_meant = figure.period == year
                && (figure.place, figure.indicator, figure.statistic)
                    == (upper.observed_at, upper.indicator, upper.statistic)
                && unit.converts_to(upper.unit);
            if !is_meant {
                continue;
            }
            let scaled = |value: Decimal| value.to_fraction().checked_mul(unit.factor());
            let (low, high) = (scaled(value)?, scaled(figure.high.unwrap_or(value))?);
            let certain = Interval::certain(low, high, figure.bound);
            // Of figures that disagree each counts: nothing is worse than all of them but what is worse than each.
            open = Some(open.map_or(certain, |open: Interval| open.hull(certain)));
            let note = Note::Used {
                period: year,
                quantity: figure.quantity,
                high: figure.high,
                bound: figure.bound,
            };
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        open
    }

    /// The upper target is the requirement, if it prints one.
    fn by_reference(&mut self) -> Result<Agreement, Vec<Obstacle>> {
        if is_reference(self.upper) {
            return Err(vec![Obstacle::UpperNotPrinted]);
        }
        self.differences.retain(|field| matches!(field, Field::Due | Field::Modality));
        if is_whole(self.upper) || is_amount(self.upper.statistic) {
            self.notes.push(Note::Reading {
                word: "市级要求",
                word_en: "requirement of the municipality",
                zh: "所印数值为全市总量，本区份额未印出",
                en: "the number is that of the whole; the district's part is not printed",
            });
        }
        Ok(Agreement::ByReference)
    }

    /// Whether the lower target names the upper one as its requirement.
    fn refers(&self) -> bool {
        is_reference(self.lower)
            && self.lower.higher_id == self.upper.id
            && self.lower.indicator == self.upper.indicator
    }

    fn is_comparable(&self) -> bool {
        self.lower.indicator == self.upper.indicator
            && self.lower.statistic == self.upper.statistic
            && self.lower.unit.converts_to(self.upper.unit)
    }

    /// Whether the lower target of the same indicator is due after the upper one.
    fn is_late(&self) -> bool {
        let is_bounded = self.kind != LinkKind::Restates && self.lower.indicator == self.upper.indicator;
        is_bounded && self.lower.due.zip(self.upper.due).is_some_and(|(lower, upper)| lower > upper)
    }

    /// Whether the target of a year is due before the plan begins.
    fn is_before_plan(&self) -> bool {
        let first = i32::from(self.upper.first_year);
        self.kind == LinkKind::YearOf && self.lower.due.is_some_and(|due| due.year() < first)
    }
}

/// Whether the target refers to a requirement and prints none.
const fn is_reference(target: &Target) -> bool {
    matches!(target.comparator, Comparator::MeetHigherLevelRequirement)
}

/// Whether what is done in single places and years adds up to what the target asks for.
fn is_whole(target: &Target) -> bool {
    let asks_for_more =
        matches!(target.comparator, Comparator::AtLeast | Comparator::Above | Comparator::About);
    target.adds_up() || (target.statistic == Statistic::CumulativeTotal && asks_for_more)
}

const fn is_amount(statistic: Statistic) -> bool {
    matches!(
        statistic,
        Statistic::Count
            | Statistic::Length
            | Statistic::Area
            | Statistic::CumulativeTotal
            | Statistic::AnnualTotal
    )
}
