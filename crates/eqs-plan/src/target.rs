//! [`Target`]: one row of a plan's table of targets.

use core::fmt;

use eqs_core::{Decimal, Indicator, Lang, NaiveDate, Phrase, Place, Quantity, Source, Statistic, Unit};

eqs_core::vocabulary! {
    /// How a target relates to its number, or to the base year where it has none.
    pub enum Comparator {
        /// Not more than the value (≤, 不高于).
        AtMost = "at_most", "不高于", "at most";
        /// Less than the value (<, 低于).
        Below = "below", "低于", "below";
        /// Not less than the value (≥, 不低于).
        AtLeast = "at_least", "不低于", "at least";
        /// More than the value (>, 高于).
        Above = "above", "高于", "above";
        /// About the value (左右).
        About = "about", "左右", "about";
        /// A reduction against the base by the value or more (下降……以上).
        ReduceByAtLeast = "reduce_by_at_least", "下降不少于", "reduced by at least";
        /// A reduction against the base by about the value (下降……左右).
        ReduceByAbout = "reduce_by_about", "下降左右", "reduced by about";
        /// None is left (消除).
        Eliminate = "eliminate", "消除", "eliminate";
        /// Next to none is left (基本消除).
        BasicallyEliminate = "basically_eliminate", "基本消除", "basically eliminate";
        /// Better than in the base year, steadily (稳步提升).
        ImproveSteadily = "improve_steadily", "稳步提升", "improve steadily";
    }
}

impl Comparator {
    /// Whether the target carries a number.
    #[must_use]
    pub const fn takes_value(self) -> bool {
        !matches!(self, Self::Eliminate | Self::BasicallyEliminate | Self::ImproveSteadily)
    }
}

eqs_core::vocabulary! {
    /// How binding a target is (指标属性).
    pub enum Modality {
        /// Binding (约束性).
        Binding = "binding", "约束性", "binding";
        /// Expected (预期性).
        Expected = "expected", "预期性", "expected";
    }
}

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
    /// The serial number in the printed table.
    pub no: u16,
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
    /// The number as printed; present exactly where [`Comparator::takes_value`].
    pub value: Option<Decimal>,
    /// The first year of the plan.
    pub first_year: u16,
    /// The last day by which the target is to be reached; its year's figure decides.
    pub due: NaiveDate,
    /// Binding or expected, where the table says so.
    pub modality: Option<Modality>,
    /// The name of the indicator in the plan.
    pub name: &'static str,
    /// The footnote of the table; mostly empty.
    pub footnote: &'static str,
    /// The printed form of the target, and what was read into it.
    pub note: &'static str,
    /// Where the target is printed.
    pub source: Source<'static>,
}

impl Target {
    /// The number with its unit; `None` where the target has no number.
    #[must_use]
    pub fn quantity(&self) -> Option<Quantity> {
        self.value.map(|value| Quantity::new(value, self.unit))
    }
}

impl Phrase for Target {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match lang {
            Lang::Zh => write!(f, "{}{}：", self.place.say(lang), self.name)?,
            Lang::En => {
                let (place, indicator) = (self.place.say(lang), self.indicator.say(lang));
                write!(f, "{place}, {indicator}, {}: ", self.statistic.say(lang))?;
            }
        }
        let quantity = self.quantity();
        let quantity = quantity.as_ref().map(|quantity| quantity.say(lang));
        match (lang, self.comparator, quantity) {
            (Lang::Zh, Comparator::About, Some(quantity)) => write!(f, "{quantity}左右")?,
            (Lang::Zh, Comparator::ReduceByAbout, Some(quantity)) => write!(f, "下降{quantity}左右")?,
            (Lang::Zh, Comparator::ReduceByAtLeast, Some(quantity)) => write!(f, "下降{quantity}以上")?,
            (_, comparator, Some(quantity)) => write!(f, "{} {quantity}", comparator.say(lang))?,
            (_, comparator, None) => comparator.write(lang, f)?,
        }
        match self.base {
            Some(Base::Peak) => f.write_str(lang.pick("，与峰值相比", " against the peak"))?,
            Some(Base::Year { year, .. }) if self.is_relative() => match lang {
                Lang::Zh => write!(f, "，与{year}年相比")?,
                Lang::En => write!(f, " against {year}")?,
            },
            _ => {}
        }
        match lang {
            Lang::Zh => write!(f, "（至{}）", self.due),
            Lang::En => write!(f, " by {}", self.due),
        }
    }
}

impl Target {
    /// Whether the base belongs to the sentence of the target, and is not only printed beside it.
    const fn is_relative(&self) -> bool {
        matches!(
            self.comparator,
            Comparator::ReduceByAtLeast | Comparator::ReduceByAbout | Comparator::ImproveSteadily
        )
    }
}
