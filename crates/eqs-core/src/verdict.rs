//! Verdicts: an outcome, the findings it rests on, and what else has to be said.

use alloc::vec::Vec;
use core::fmt;

use crate::citation::{Citation, Confirmation};
use crate::class::WaterGrade;
use crate::decimal::Decimal;
use crate::edition::NotInForce;
use crate::fraction::Fraction;
use crate::indicator::Indicator;
use crate::lang::{Lang, Phrase};
use crate::observation::Bound;
use crate::period::{Averaging, Period};
use crate::place::Place;
use crate::quantity::Quantity;
use crate::rounding::Rounding;
use crate::statistic::Statistic;

/// A judgement with everything it rests on.
///
/// `T` is what is decided: met or exceeded, a water grade, an index, the status of a target. A verdict can be
/// said as one sentence in either language ([`Phrase`]) and, with the feature `serde`, be serialised.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Verdict<T> {
    /// What is decided, or why it cannot be.
    pub outcome: Outcome<T>,
    /// The findings, in the order of the standard's items.
    pub findings: Vec<Finding>,
    /// Remarks that do not change the outcome but belong to it.
    pub notes: Vec<Note>,
}

/// What is decided, or the reasons why nothing can be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Outcome<T> {
    /// The outcome.
    Determined(T),
    /// Nothing can be decided; never empty.
    Undetermined(Vec<Reason>),
}

/// One value held against one limit, table column or row of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Finding {
    /// What was measured.
    pub indicator: Indicator,
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

/// The two ways of comparing with a limit of GB/T 8170-2008 clause 4.
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
    pub const fn holds(self, ordering: core::cmp::Ordering) -> bool {
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

/// Why nothing can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Reason {
    /// No value that the rule assesses was given.
    NothingAssessed,
    /// A pollutant is missing and the index is not above 100, so it must not be published.
    MissingNotAbove100 {
        /// The missing pollutant.
        missing: Indicator,
        /// The index of the others.
        index: u16,
        /// The rule.
        rule: Citation,
    },
    /// The given figure is already rounded, and the values that it stands for lie on both sides of the limit.
    RoundingEdge {
        /// The printed figure.
        printed: Quantity,
        /// The limit.
        limit: Quantity,
        /// The places to which the rule rounds.
        places: u8,
        /// Where the limit stands.
        citation: Citation,
    },
    /// The edition sets no such limit.
    NoLimit {
        /// What was asked for.
        indicator: Indicator,
        /// Which statistic.
        statistic: Statistic,
        /// The standard.
        standard: &'static str,
        /// The edition.
        edition: &'static str,
    },
    /// No edition is in force on the day.
    NotInForce(NotInForce),
    /// No observation meets the description.
    NoObservation {
        /// What is needed.
        indicator: Indicator,
        /// Which statistic.
        statistic: Statistic,
        /// Where.
        place: Place,
        /// When; `None`: no year at all.
        year: Option<u16>,
    },
    /// The figure is only a bound or an approximation and does not decide.
    BoundDoesNotDecide {
        /// The figure.
        given: Quantity,
        /// The limit or target.
        limit: Quantity,
    },
    /// Two figures for one period disagree.
    Conflict {
        /// One figure.
        one: Quantity,
        /// The other.
        other: Quantity,
    },
    /// The figure stands in a unit that does not convert to that of the target.
    WrongUnit {
        /// The figure.
        given: Quantity,
        /// The unit that is needed.
        needed: crate::Unit,
    },
    /// The day lies outside the period.
    BeforePeriod(Period),
    /// The rule needs a better direction, and the indicator has none.
    NoDirection(Indicator),
}

/// A remark that belongs to a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Note {
    /// A pollutant is missing; the others decide.
    Missing(Indicator),
    /// A pollutant is not in the monitoring plan; the rule for that was applied.
    NotMonitored {
        /// The pollutant.
        indicator: Indicator,
        /// The rule.
        rule: Citation,
    },
    /// No index exists for a value above the last node of its column.
    NoIndexAbove {
        /// The pollutant.
        indicator: Indicator,
        /// The column.
        column: Averaging,
        /// The last node.
        node: Quantity,
        /// The rule.
        rule: Citation,
    },
    /// The value lies above the last node of its column; the index is what the rule sets for that.
    AboveLastNode {
        /// The pollutant.
        indicator: Indicator,
        /// The last node.
        node: Quantity,
        /// The index that is set.
        index: u16,
        /// The rule.
        rule: Citation,
    },
    /// The index is 0, which the formula gives although the edition prints the range from 1.
    IndexZero,
    /// A rule was used that is not confirmed by the standard's own text.
    Unconfirmed {
        /// The rule.
        rule: Citation,
        /// How well it is confirmed.
        confirmation: Confirmation,
    },
    /// An item that the rule does not assess was left out.
    NotAssessed(Indicator),
    /// A tolerance without an official value was used.
    Tolerance {
        /// The word that has no official tolerance.
        word: &'static str,
        /// The same in English.
        word_en: &'static str,
        /// The tolerance.
        tolerance: Quantity,
    },
    /// A reading of a word without an official meaning was used.
    Reading {
        /// The word.
        word: &'static str,
        /// The same in English.
        word_en: &'static str,
        /// How it was read, in Chinese.
        zh: &'static str,
        /// How it was read, in English.
        en: &'static str,
    },
    /// A figure that was used.
    Used {
        /// The period of the figure.
        period: Period,
        /// The figure; the lower end of a printed range.
        quantity: Quantity,
        /// The upper end of a printed range.
        high: Option<Decimal>,
        /// How the figure bounds the value.
        bound: Bound,
    },
}

impl<T> Outcome<T> {
    /// The outcome, where there is one.
    #[must_use]
    pub const fn determined(&self) -> Option<&T> {
        match self {
            Self::Determined(outcome) => Some(outcome),
            Self::Undetermined(_) => None,
        }
    }

    /// The reasons why nothing can be decided; empty where something is.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Self::Determined(_) => &[],
            Self::Undetermined(reasons) => reasons,
        }
    }
}

impl<T> Verdict<T> {
    /// A verdict for one reason that nothing can be decided.
    #[must_use]
    pub fn undetermined(reason: Reason) -> Self {
        Self { outcome: Outcome::Undetermined(alloc::vec![reason]), findings: Vec::new(), notes: Vec::new() }
    }

    /// The weakest confirmation of all findings; A where there is none.
    #[must_use]
    pub fn confirmation(&self) -> Confirmation {
        self.findings.iter().map(|finding| finding.confirmation).max().unwrap_or(Confirmation::A)
    }
}

/// Prints an exact multiple with two decimals, as assessment reports do.
#[must_use]
pub fn two_places(multiple: Fraction) -> Option<Decimal> {
    multiple.round(2, Rounding::HalfEven).ok()
}

impl<T: Phrase> Phrase for Verdict<T> {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.outcome.write(lang, f)?;
        let parts = self.findings.iter().map(|finding| finding as &dyn Phrase);
        let parts = parts.chain(self.notes.iter().map(|note| note as &dyn Phrase));
        for (index, part) in parts.enumerate() {
            f.write_str(match (lang, index) {
                (Lang::Zh, 0) => "：",
                (Lang::En, 0) => ": ",
                (Lang::Zh, _) => "；",
                (Lang::En, _) => "; ",
            })?;
            part.write(lang, f)?;
        }
        f.write_str(lang.pick("。", "."))
    }
}

impl<T: Phrase> Phrase for Outcome<T> {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Determined(outcome) => outcome.write(lang, f),
            Self::Undetermined(reasons) => {
                f.write_str(lang.pick("无法判定（", "undetermined ("))?;
                for (index, reason) in reasons.iter().enumerate() {
                    if index > 0 {
                        f.write_str(lang.pick("；", "; "))?;
                    }
                    reason.write(lang, f)?;
                }
                f.write_str(lang.pick("）", ")"))
            }
        }
    }
}

impl Phrase for Finding {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.indicator.say(lang), self.given)?;
        if self.given.value.places() != self.compared.value.places() || self.given != self.compared {
            write!(f, "{}{}{}", lang.pick("，按 ", " as "), self.compared, lang.pick(" 比较", ""))?;
        }
        self.judgement.write(lang, f)?;
        let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
        write!(f, "{open}{}", self.citation.say(lang))?;
        if self.confirmation != Confirmation::A {
            write!(f, "{}{}", lang.pick("；确认等级 ", "; confirmation "), self.confirmation)?;
        }
        f.write_str(close)
    }
}

impl Phrase for Judgement {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Limit { limit, relation, met, multiple } => {
                let verb = match (lang, met) {
                    (Lang::Zh, true) => "，符合限值 ",
                    (Lang::Zh, false) => "，不符合限值 ",
                    (Lang::En, true) => " meets ",
                    (Lang::En, false) => " does not meet ",
                };
                write!(f, "{verb}{relation} {limit}", relation = relation.say(lang))?;
                write_multiple(multiple, lang, f)
            }
            Self::Index { segment, exact, index, .. } => {
                match segment {
                    Some(Segment { concentration_low, concentration_high, index_low, index_high }) => {
                        write!(
                            f,
                            "{}[{concentration_low}, {concentration_high}]",
                            lang.pick("，在 ", " in ")
                        )?;
                        write!(f, " → [{index_low}, {index_high}]{}", lang.pick("，得 ", ", "))?;
                    }
                    None => f.write_str(lang.pick("，高于末端节点，得 ", " above the last node, "))?,
                }
                if exact.denominator() == 1 {
                    write!(f, "IAQI {index}")
                } else {
                    write!(f, "IAQI {exact} → {index}")
                }
            }
            Self::WaterGrade { grade, multiple, reference_only, .. } => {
                write!(f, "{}{}", lang.pick("，", " is "), grade.say(lang))?;
                if reference_only {
                    f.write_str(
                        lang.pick("（参考指标，不参与评价）", " (reference item, does not set the class)"),
                    )?;
                }
                write_multiple(multiple, lang, f)
            }
        }
    }
}

fn write_multiple(multiple: Option<Fraction>, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match multiple.and_then(two_places) {
        None => Ok(()),
        Some(multiple) => match lang {
            Lang::Zh => write!(f, "，超标 {multiple} 倍"),
            Lang::En => write!(f, ", exceeded {multiple} times"),
        },
    }
}

impl Phrase for Reason {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, *self) {
            (Lang::Zh, Self::NothingAssessed) => f.write_str("没有可评价的数值"),
            (Lang::En, Self::NothingAssessed) => f.write_str("no value that is assessed"),
            (Lang::Zh, Self::MissingNotAbove100 { missing, index, rule }) => {
                write!(f, "缺少{}且AQI {index}不大于100，不发布（{}）", missing.say(lang), rule.say(lang))
            }
            (Lang::En, Self::MissingNotAbove100 { missing, index, rule }) => {
                let (missing, rule) = (missing.say(lang), rule.say(lang));
                write!(
                    f,
                    "{missing} is missing and AQI {index} is not above 100, so it is not published ({rule})"
                )
            }
            (Lang::Zh, Self::RoundingEdge { printed, limit, places, citation }) => {
                write!(f, "{printed}已是修约值，其真值修约到{places}位小数后可能在限值 {limit} 的两侧")?;
                write!(f, "（{}）", citation.say(lang))
            }
            (Lang::En, Self::RoundingEdge { printed, limit, places, citation }) => {
                write!(
                    f,
                    "{printed} is already rounded; what it stands for, rounded to {places} places, may lie "
                )?;
                write!(f, "on either side of the limit {limit} ({})", citation.say(lang))
            }
            (_, Self::NoLimit { indicator, statistic, standard, edition }) => {
                write!(f, "{standard}-{edition} {}", lang.pick("未规定", "sets no limit for "))?;
                write!(f, "{}{}{}", indicator.say(lang), lang.pick("", " as "), statistic.say(lang))?;
                f.write_str(lang.pick("的限值", ""))
            }
            (Lang::Zh, Self::NotInForce(NotInForce { standard, day, .. })) => {
                write!(f, "{day} 没有已收录的 {standard} 版本实施")
            }
            (Lang::En, Self::NotInForce(error)) => write!(f, "{error}"),
            (_, Self::NoObservation { indicator, statistic, place, year }) => {
                f.write_str(lang.pick("没有", "no observation of "))?;
                write!(f, "{}{}", place.say(lang), lang.pick("", " "))?;
                write!(f, "{}{}{}", indicator.say(lang), lang.pick("", ", "), statistic.say(lang))?;
                if let Some(year) = year {
                    write!(f, "{}{year}{}", lang.pick("（", ", "), lang.pick("年）", ""))?;
                }
                f.write_str(lang.pick("的数据", ""))
            }
            (Lang::Zh, Self::BoundDoesNotDecide { given, limit }) => {
                write!(f, "{given}只是界限或约数，相对 {limit} 不能判定")
            }
            (Lang::En, Self::BoundDoesNotDecide { given, limit }) => {
                write!(f, "{given} is only a bound or an approximation and does not decide against {limit}")
            }
            (Lang::Zh, Self::Conflict { one, other }) => write!(f, "同一时段的数据不一致：{one} 与 {other}"),
            (Lang::En, Self::Conflict { one, other }) => {
                write!(f, "figures of one period disagree: {one} and {other}")
            }
            (Lang::Zh, Self::WrongUnit { given, needed }) => write!(f, "{given}不能换算为{needed}"),
            (Lang::En, Self::WrongUnit { given, needed }) => {
                write!(f, "{given} does not convert to {needed}")
            }
            (Lang::Zh, Self::BeforePeriod(period)) => write!(f, "早于{}", period.say(lang)),
            (Lang::En, Self::BeforePeriod(period)) => write!(f, "before {}", period.say(lang)),
            (Lang::Zh, Self::NoDirection(indicator)) => write!(f, "{}没有优劣方向", indicator.say(lang)),
            (Lang::En, Self::NoDirection(indicator)) => {
                write!(f, "{} has no better direction", indicator.say(lang))
            }
        }
    }
}

impl Phrase for Note {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, *self) {
            (Lang::Zh, Self::Missing(indicator)) => write!(f, "缺少{}", indicator.say(lang)),
            (Lang::En, Self::Missing(indicator)) => write!(f, "{} is missing", indicator.say(lang)),
            (Lang::Zh, Self::NotMonitored { indicator, rule }) => {
                write!(f, "{}不在监测方案内（{}）", indicator.say(lang), rule.say(lang))
            }
            (Lang::En, Self::NotMonitored { indicator, rule }) => {
                write!(f, "{} is not in the monitoring plan ({})", indicator.say(lang), rule.say(lang))
            }
            (_, Self::NoIndexAbove { indicator, column, node, rule }) => {
                write!(
                    f,
                    "{} {} {} {node}",
                    indicator.say(lang),
                    column.say(lang),
                    lang.pick("高于", "is above")
                )?;
                write!(f, "{}", lang.pick("，不计算分指数（", ", no index is calculated ("))?;
                write!(f, "{}{}", rule.say(lang), lang.pick("）", ")"))
            }
            (_, Self::AboveLastNode { indicator, node, index, rule }) => {
                write!(f, "{} {} {node}", indicator.say(lang), lang.pick("高于", "is above"))?;
                write!(f, "{}{index}", lang.pick("，分指数取", ", the index is set to "))?;
                write!(f, "{}{}{}", lang.pick("（", " ("), rule.say(lang), lang.pick("）", ")"))
            }
            (Lang::Zh, Self::IndexZero) => f.write_str("指数为0，而标准给出的范围自1起"),
            (Lang::En, Self::IndexZero) => {
                f.write_str("the index is 0 although the edition prints a range from 1")
            }
            (Lang::Zh, Self::Unconfirmed { rule, confirmation }) => {
                write!(f, "规则{}的确认等级为{confirmation}", rule.say(lang))
            }
            (Lang::En, Self::Unconfirmed { rule, confirmation }) => {
                write!(f, "the rule {} is of confirmation {confirmation}", rule.say(lang))
            }
            (Lang::Zh, Self::NotAssessed(indicator)) => write!(f, "{}不参与评价", indicator.say(lang)),
            (Lang::En, Self::NotAssessed(indicator)) => write!(f, "{} is not assessed", indicator.say(lang)),
            (Lang::Zh, Self::Tolerance { word, tolerance, .. }) => {
                write!(f, "“{word}”的容差取 {tolerance}（无官方规定）")
            }
            (Lang::En, Self::Tolerance { word_en, tolerance, .. }) => {
                write!(f, "tolerance taken for “{word_en}”: {tolerance} (none is official)")
            }
            (Lang::Zh, Self::Reading { word, zh, .. }) => write!(f, "“{word}”理解为：{zh}（无官方规定）"),
            (Lang::En, Self::Reading { word_en, en, .. }) => {
                write!(f, "“{word_en}” is read as: {en} (not official)")
            }
            (_, Self::Used { period, quantity, high, bound }) => {
                write!(f, "{} {}", period.say(lang), bound.say(lang))?;
                match high {
                    None => write!(f, "{quantity}"),
                    Some(high) => write!(f, "{}–{}", quantity.value, Quantity::new(high, quantity.unit)),
                }
            }
        }
    }
}
