//! Findings: one value held against one limit, table column or row of classes.

use core::cmp::Ordering;
use core::fmt;

use crate::citation::{Citation, Confirmation};
use crate::class::{TrophicState, WaterGrade};
use crate::decimal::Decimal;
use crate::fraction::Fraction;
use crate::indicator::Indicator;
use crate::lang::{Lang, Phrase, say};
use crate::measured::Measured;
use crate::observation::{Bound, Measure, write_figure};
use crate::period::Averaging;
use crate::quantity::Quantity;
use crate::rounding::Rounding;
use crate::statistic::Statistic;

/// One value held against one limit, table column or row of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Finding {
    /// What was measured.
    pub indicator: Indicator,
    /// Which statistic of it; `None` for single values.
    pub statistic: Option<Statistic>,
    /// The value as given.
    pub given: Quantity,
    /// The value as compared: in the unit of the limit, and rounded where the edition says so.
    pub compared: Quantity,
    /// How it was compared.
    pub comparison: Comparison,
    /// What came out.
    pub judgement: Judgement,
    /// Where the limit, column or row stands.
    pub citation: Citation,
    /// How well limit and rule are confirmed: the weaker of the two.
    pub confirmation: Confirmation,
}

/// How a value is compared: in one of the two ways of GB/T 8170-2008 clause 4, or as a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Comparison {
    /// The full value is compared (全数值比较法): any crossing of the limit counts.
    FullValue,
    /// The value is rounded first, in one step (修约值比较法).
    Rounded {
        /// To how many decimal places.
        places: u8,
        /// By which rule.
        rounding: Rounding,
        /// Where that is laid down.
        rule: Citation,
    },
    /// The value was not detected: it lies below what is given, the detection limit (检出限).
    BelowDetectionLimit,
    /// The figure is a bound or a range: every value that it leaves open is compared, in full.
    Bounded {
        /// How the figure bounds the value.
        bound: Bound,
        /// The upper end of a range.
        high: Option<Decimal>,
    },
}

crate::vocabulary! {
    /// The relation that a value must have to a limit (GB/T 8170-2008 clause 4; 以上 and 以下 include it).
    pub enum Relation {
        /// At most (≤, 不大于).
        AtMost = "at_most", "≤", "≤";
        /// Below (<, 小于).
        Below = "below", "<", "<";
        /// At least (≥, 不小于).
        AtLeast = "at_least", "≥", "≥";
        /// Above (>, 大于).
        Above = "above", ">", ">";
    }
}

impl Relation {
    /// Whether a value that compares with the limit as `ordering` meets it.
    ///
    /// # Example
    /// ```
    /// use core::cmp::Ordering;
    /// use eqs_core::Relation;
    /// assert!(Relation::AtMost.holds(Ordering::Equal));
    /// assert!(!Relation::Below.holds(Ordering::Equal));
    /// ```
    #[must_use]
    pub const fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::AtMost => ordering.is_le(),
            Self::Below => ordering.is_lt(),
            Self::AtLeast => ordering.is_ge(),
            Self::Above => ordering.is_gt(),
        }
    }
}

/// What came out of one comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Judgement {
    /// A single limit.
    Limit {
        /// The limit.
        limit: Quantity,
        /// The relation that is required.
        relation: Relation,
        /// Whether it holds.
        met: bool,
        /// The exceedance multiple (超标倍数) (C − S) / S, where the limit is exceeded.
        multiple: Option<Fraction>,
    },
    /// A sub-index (空气质量分指数).
    Index {
        /// The column of the break-point table that was used.
        column: Averaging,
        /// The segment of the column, or `None` above its last node.
        segment: Option<Segment>,
        /// The index before rounding.
        exact: Fraction,
        /// The index.
        index: u16,
    },
    /// A row of water classes.
    WaterGrade {
        /// The best class whose limit is met.
        grade: WaterGrade,
        /// The limit of class III.
        class_iii: Option<Quantity>,
        /// How far class III is exceeded, where it is and a multiple is defined.
        multiple: Option<Fraction>,
        /// Whether the item is only reported apart and does not set the class.
        reference_only: bool,
    },
    /// The bands of the trophic level index (综合营养状态指数).
    TrophicState(TrophicState),
    /// Rows of water classes of which the value leaves open which.
    WaterGrades {
        /// The best grade that the value may have.
        best: WaterGrade,
        /// The worst.
        worst: WaterGrade,
        /// Whether the item is only reported apart and does not set the class.
        reference_only: bool,
    },
}

/// A segment between two neighbouring nodes of a break-point table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Segment {
    /// The lower concentration (`BP_lo`).
    pub concentration_low: Decimal,
    /// The upper concentration (`BP_hi`).
    pub concentration_high: Decimal,
    /// The index at the lower concentration (`IAQI_lo`).
    pub index_low: u16,
    /// The index at the upper concentration (`IAQI_hi`).
    pub index_high: u16,
}

/// An exact multiple as assessment reports print it: with two decimals, rounded half to even; `None` beyond 18
/// digits.
#[must_use]
pub fn printed_multiple(multiple: Fraction) -> Option<Decimal> {
    multiple.round(2, Rounding::HalfEven).ok()
}

impl Phrase for Finding {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (given, compared) = (self.given, self.compared);
        match self.statistic {
            Some(statistic) => Measure(self.indicator, statistic).write(lang, f),
            None => self.indicator.write(lang, f),
        }?;
        let (bound, high) = match self.comparison {
            Comparison::Bounded { bound, high } => (bound, high),
            _ => (Bound::Exact, None),
        };
        let not_detected = self.comparison == Comparison::BelowDetectionLimit;
        match bound {
            Bound::Exact if !not_detected => f.write_str(lang.pick("为", " ")),
            _ => f.write_str(lang.pick("", " ")), // 约, 近, 超过, 不少于 or 未检出 follows
        }?;
        if not_detected {
            Measured::Below(given).write(lang, f)?;
            f.write_str(lang.pick("", ","))?;
        } else {
            write_figure(given, high, bound, lang, f)?;
        }
        if given != compared || given.value.places() != compared.value.places() {
            let is_same = given.compare(compared) == Ok(Ordering::Equal);
            let compared = compared.say(lang);
            match self.comparison {
                _ if is_same => say!(lang, f, "，即{compared}", ", that is {compared},"),
                Comparison::Rounded { rounding: Rounding::Up, .. } => {
                    say!(lang, f, "，进位为{compared}", ", rounded up to {compared},")
                }
                Comparison::Rounded { rounding: Rounding::Truncate, .. } => {
                    say!(lang, f, "，舍位为{compared}", ", truncated to {compared},")
                }
                _ => say!(lang, f, "，修约为{compared}", ", rounded to {compared},"),
            }?;
        }
        let (judgement, citation) = (self.judgement.say(lang), self.citation.say(lang));
        match self.confirmation {
            Confirmation::A => say!(lang, f, "{judgement}（{citation}）", "{judgement} ({citation})"),
            grade => say!(
                lang,
                f,
                "{judgement}（{citation}；确认等级{grade}）",
                "{judgement} ({citation}; confirmation grade {grade})"
            ),
        }
    }
}

impl Phrase for Judgement {
    /// What is said behind the value.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Limit { limit, relation, met, multiple } => {
                let (relation, limit) = (relation.say(lang), limit.say(lang));
                let verb = match (lang, met) {
                    (Lang::Zh, true) => "符合",
                    (Lang::Zh, false) => "不符合",
                    (Lang::En, true) => "meets",
                    (Lang::En, false) => "does not meet",
                };
                say!(lang, f, "，{verb}{relation}{limit}的要求", " {verb} {relation} {limit}")?;
                match multiple.and_then(printed_multiple) {
                    Some(multiple) => {
                        say!(lang, f, "，超标{multiple}倍", ", exceedance multiple {multiple}")
                    }
                    None => Ok(()),
                }
            }
            Self::Index { column, segment: Some(segment), exact, index } => {
                let Segment { concentration_low: c_low, concentration_high: c_high, .. } = segment;
                let Segment { index_low: low, index_high: high, .. } = segment;
                let column = column.say(lang);
                say!(
                    lang,
                    f,
                    "，由{column}浓度[{c_low}, {c_high}]与IAQI [{low}, {high}]内插得IAQI ",
                    " lies in the {column} segment [{c_low}, {c_high}] for IAQI [{low}, {high}]: IAQI "
                )?;
                match exact.denominator() {
                    1 => write!(f, "{index}"),
                    _ => write!(f, "{exact} → {index}"),
                }
            }
            Self::Index { column, segment: None, index, .. } => {
                let column = column.say(lang);
                say!(
                    lang,
                    f,
                    "，高于{column}浓度的最高节点，IAQI取{index}",
                    " lies above the last node of the {column}: IAQI {index}"
                )
            }
            Self::WaterGrade { grade, class_iii, multiple, reference_only } => {
                let grade = grade.say(lang);
                say!(lang, f, "，属{grade}", " is {grade}")?;
                if let Some(multiple) = multiple.and_then(printed_multiple) {
                    say!(lang, f, "，超III类限值", ", above the class III limit")?;
                    if let Some(limit) = class_iii {
                        let limit = limit.say(lang);
                        say!(lang, f, "（{limit}）", " of {limit}")?;
                    }
                    say!(lang, f, "{multiple}倍", ", exceedance multiple {multiple}")?;
                }
                write_role(reference_only, lang, f)
            }
            Self::WaterGrades { best, worst, reference_only } => {
                let (best, worst) = (best.say(lang), worst.say(lang));
                say!(lang, f, "，可能为{best}至{worst}", " is anything from {best} to {worst}")?;
                write_role(reference_only, lang, f)
            }
            Self::TrophicState(state) => {
                let state = state.say(lang);
                say!(lang, f, "，属{state}", " is {state}")
            }
        }
    }
}

fn write_role(reference_only: bool, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if reference_only {
        say!(lang, f, "，为参考指标，不参与评价", ", a reference item that is not assessed")?;
    }
    Ok(())
}
