//! [`Target`]: one target of a plan.

use chrono::Datelike;
use eqs_core::{
    Confirmation, Decimal, Indicator, Medium, NaiveDate, Place, Quantity, Source, Statistic, Unit,
};

use crate::comparator::Comparator;
use crate::modality::Modality;
use crate::norm::{Level, Norm};

/// What a relative target is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Base {
    /// A year.
    Year {
        /// The year.
        year: u16,
        /// Its figure in the unit of the target, where the plan prints one.
        value: Option<Decimal>,
    },
    /// The peak (峰值), in whichever year it is reached.
    Peak,
}

/// A target of a plan.
///
/// # Example
/// ```
/// use eqs_core::{Lang, Phrase};
/// use eqs_plan::{BEIJING_14FYP, Comparator, Modality};
///
/// let target = BEIJING_14FYP.target(4).unwrap();
/// assert_eq!(target.comparator, Comparator::About);
/// assert_eq!(target.quantity().unwrap().to_string(), "35 µg/m³");
/// assert_eq!(target.modality, Some(Modality::Binding));
/// assert_eq!(target.source.quote, "| 4 | 细颗粒物（PM2.5）年均浓度（微克/立方米） | 35左右 | 约束性 |");
/// assert_eq!(target.say(Lang::En).to_string(), "Beijing, PM2.5, annual mean: about 35 µg/m³ by 2025-12-31");
/// assert_eq!(target.say(Lang::Zh).to_string(), "北京市PM2.5年均浓度：35 µg/m³左右（至2025-12-31）");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Target {
    /// The stable id.
    pub id: &'static str,
    /// The serial number in the printed table; `None` for a target of the text.
    pub no: Option<u16>,
    /// The medium or field that it belongs to.
    pub medium: Medium,
    /// The place that the target is set for.
    pub place: Place,
    /// The place whose figures decide; other than `place` only where a reading of ours says so.
    pub observed_at: Place,
    /// What the target speaks of.
    pub indicator: Indicator,
    /// Which statistic of it; figures of another statistic never decide.
    pub statistic: Statistic,
    /// The unit of `value` and of the printed figures.
    pub unit: Unit,
    /// What a relative target is measured against.
    pub base: Option<Base>,
    /// The relation to the value, or to the base.
    pub comparator: Comparator,
    /// The number as printed, the lower one of a range; present where [`Comparator::takes_value`], and nowhere
    /// but where [`Comparator::may_have_value`].
    pub value: Option<Decimal>,
    /// The upper number of a range.
    pub high: Option<Decimal>,
    /// The first year of the plan.
    pub first_year: u16,
    /// The last year of the plan.
    pub last_year: u16,
    /// The last day by which the target is to be reached, where one is given; its year's figure decides.
    pub due: Option<NaiveDate>,
    /// How binding the target is, where the document says so.
    pub modality: Option<Modality>,
    /// The standard that is to be met.
    pub standard: Option<Norm>,
    /// The grade or class of that standard; mostly empty.
    pub grade: &'static str,
    /// Who sets the requirement that is to be met.
    pub higher: Option<Level>,
    /// The id of the target that sets it, where one is printed; else empty.
    pub higher_id: &'static str,
    /// The name of the indicator in the plan.
    pub name: &'static str,
    /// The footnote of the table; mostly empty.
    pub footnote: &'static str,
    /// The printed form of the target, and what was read into it.
    pub note: &'static str,
    /// Where the target is printed.
    pub source: Source<'static>,
    /// How well the row is confirmed: A where we have read the document, B where a program loads it.
    pub confirmation: Confirmation,
}

impl Target {
    /// The number with its unit; `None` where the target has no number.
    #[must_use]
    pub fn quantity(&self) -> Option<Quantity> {
        self.value.map(|value| Quantity::new(value, self.unit))
    }

    /// The year whose figure decides: that of the due day; `None` if no day is given.
    #[must_use]
    pub fn due_year(&self) -> Option<u16> {
        self.due.map(year)
    }

    /// The year that a relative target is measured against: the printed one, else the year before the plan.
    ///
    /// `None` where that is the peak, and for a target that is not relative and prints no base.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::{BEIJING_14FYP, Target};
    /// assert_eq!(BEIJING_14FYP.target(5).and_then(Target::base_year), Some(2020));
    /// assert_eq!(BEIJING_14FYP.target(1).and_then(Target::base_year), None);
    /// ```
    #[must_use]
    pub const fn base_year(&self) -> Option<u16> {
        match self.base {
            Some(Base::Year { year, .. }) => Some(year),
            None if self.comparator.is_relative() => Some(self.first_year.saturating_sub(1)),
            _ => None,
        }
    }

    /// The same target with the requirement that it refers to, as another target gives it: that of a higher level which
    /// is printed elsewhere, or one of the caller. Place, days and source stay. `None` if the target refers to no
    /// requirement, or the other one is about another indicator or statistic or refers to one itself.
    ///
    /// An amount of the whole city is no requirement for a district.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Lang, Phrase};
    /// use eqs_plan::Plan;
    ///
    /// let miyun = Plan::of("miyun-14fyp")?.target_of_id("TGT-0199").unwrap();
    /// let beijing = Plan::of("beijing-14fyp")?.target_of_id(miyun.higher_id).unwrap();
    /// let target = miyun.requiring(beijing).unwrap();
    /// assert_eq!(
    ///     target.say(Lang::En).to_string(),
    ///     "Miyun District, share of renewable energy in consumption, share: about 14% by 2025-12-31",
    /// );
    /// # Ok::<(), eqs_plan::UnknownPlan>(())
    /// ```
    #[must_use]
    pub fn requiring(&self, requirement: &Self) -> Option<Self> {
        let refers = |target: &Self| target.comparator == Comparator::MeetHigherLevelRequirement;
        let measures = |target: &Self| (target.indicator, target.statistic);
        let fits = refers(self) && !refers(requirement) && measures(self) == measures(requirement);
        let Self { comparator, value, high, unit, base, standard, grade, .. } = *requirement;
        let resolved = Self {
            comparator,
            value,
            high,
            unit,
            base,
            standard,
            grade,
            higher: None,
            higher_id: "",
            ..*self
        };
        fits.then_some(resolved)
    }

    /// Whether what was done in single years adds up to what the target asks for: so many are finished within the
    /// plan.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let is_amount = matches!(
            self.statistic,
            Statistic::Count | Statistic::Length | Statistic::Area | Statistic::CumulativeTotal
        );
        let is_rate = self.unit.symbol().ends_with("/a") || self.unit == Unit::of("rank");
        self.comparator == Comparator::CompleteCount && is_amount && !is_rate
    }
}

/// Whether the day is the last of its year, so that the figure of the year is known.
pub(crate) fn ends_year(day: NaiveDate) -> bool {
    (day.month(), day.day()) == (12, 31)
}

/// The year of a day; years outside of 0 to 65,535 count as the nearest of them.
pub(crate) fn year(day: NaiveDate) -> u16 {
    u16::try_from(day.year().max(0)).unwrap_or(u16::MAX)
}
