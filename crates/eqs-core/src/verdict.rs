//! Verdicts: an outcome, the findings it rests on, and what else has to be said.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;

use crate::citation::{Citation, Confirmation, write_edition};
use crate::class::WaterGrade;
use crate::decimal::Decimal;
use crate::edition::NotInForce;
use crate::fraction::Fraction;
use crate::indicator::Indicator;
use crate::lang::{Lang, Phrase};
use crate::observation::{Bound, write_figure};
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
    /// The day lies before the period.
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
        let (given, compared) = (self.given, self.compared);
        write!(f, "{}{}", self.indicator.say(lang), lang.pick("为", " "))?;
        match self.comparison {
            Comparison::Bounded { bound, high } => write_figure(given, high, bound, lang, f)?,
            _ => given.write(lang, f)?,
        }
        if given != compared || given.value.places() != compared.value.places() {
            let how = match self.comparison {
                _ if given.compare(compared) == Ok(Ordering::Equal) => lang.pick("，即", ", that is "),
                Comparison::Rounded { rounding: Rounding::Up, .. } => {
                    lang.pick("，进位为", ", rounded up to ")
                }
                Comparison::Rounded { rounding: Rounding::Truncate, .. } => {
                    lang.pick("，舍位为", ", truncated to ")
                }
                _ => lang.pick("，修约为", ", rounded to "),
            };
            write!(f, "{how}{}{}", compared.say(lang), lang.pick("", ","))?;
        }
        self.judgement.write(lang, f)?;
        let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
        write!(f, "{open}{}", self.citation.say(lang))?;
        if self.confirmation != Confirmation::A {
            write!(f, "{}{}", lang.pick("；确认等级", "; confirmation grade "), self.confirmation)?;
        }
        f.write_str(close)
    }
}

impl Phrase for Judgement {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Limit { limit, relation, met, multiple } => {
                let verb = match (lang, met) {
                    (Lang::Zh, true) => "，符合",
                    (Lang::Zh, false) => "，不符合",
                    (Lang::En, true) => " meets",
                    (Lang::En, false) => " does not meet",
                };
                write!(f, "{verb} {} {}{}", relation.say(lang), limit.say(lang), lang.pick(" 的要求", ""))?;
                if let Some(multiple) = multiple.and_then(two_places) {
                    match lang {
                        Lang::Zh => write!(f, "，超标{multiple}倍")?,
                        Lang::En => write!(f, ", exceedance multiple {multiple}")?,
                    }
                }
                Ok(())
            }
            Self::Index { column, segment: Some(segment), exact, index } => {
                let Segment { concentration_low, concentration_high, index_low, index_high } = segment;
                let (from, to) = (lang.pick("，由", " lies in the "), lang.pick("浓度 ", " segment "));
                write!(f, "{from}{}{to}[{concentration_low}, {concentration_high}]", column.say(lang))?;
                write!(f, "{}[{index_low}, {index_high}]", lang.pick(" 与 IAQI ", " for IAQI "))?;
                f.write_str(lang.pick(" 内插得 IAQI ", ": IAQI "))?;
                match exact.denominator() {
                    1 => write!(f, "{index}"),
                    _ => write!(f, "{exact} → {index}"),
                }
            }
            Self::Index { column, segment: None, index, .. } => match lang {
                Lang::Zh => write!(f, "，高于{}浓度的最高节点，IAQI 取 {index}", column.say(lang)),
                Lang::En => write!(f, " lies above the last node of the {}: IAQI {index}", column.say(lang)),
            },
            Self::WaterGrade { grade, class_iii, multiple, reference_only } => {
                write!(f, "{}{}", lang.pick("，属", " is "), grade.say(lang))?;
                if reference_only {
                    f.write_str(lang.pick("（参考指标，不参与评价）", " (reference item, not assessed)"))?;
                }
                let Some(multiple) = multiple.and_then(two_places) else { return Ok(()) };
                f.write_str(lang.pick("，超III类限值", ", above the class III limit"))?;
                if let Some(limit) = class_iii {
                    write!(f, "{}{}{}", lang.pick("（", " of "), limit.say(lang), lang.pick("）", ""))?;
                }
                match lang {
                    Lang::Zh => write!(f, "{multiple}倍"),
                    Lang::En => write!(f, ", exceedance multiple {multiple}"),
                }
            }
        }
    }
}

impl Phrase for Reason {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, *self) {
            (Lang::Zh, Self::NothingAssessed) => f.write_str("没有可供评价的数值"),
            (Lang::En, Self::NothingAssessed) => f.write_str("no value to assess"),
            (Lang::Zh, Self::MissingNotAbove100 { missing, index, rule }) => {
                write!(
                    f,
                    "缺少{}，且 AQI {index} 不大于 100，不发布（{}）",
                    missing.say(lang),
                    rule.say(lang)
                )
            }
            (Lang::En, Self::MissingNotAbove100 { missing, index, rule }) => {
                let (missing, rule) = (missing.say(lang), rule.say(lang));
                write!(f, "{missing} is missing and the AQI of the others, {index}, is not above 100: ")?;
                write!(f, "it is not published ({rule})")
            }
            (_, Self::RoundingEdge { printed, limit, places, citation }) => {
                let (printed, limit, citation) = (printed.say(lang), limit.say(lang), citation.say(lang));
                match (lang, places) {
                    (Lang::Zh, 0) => write!(f, "{printed} 是修约后的数值，其原值修约到整数后")?,
                    (Lang::Zh, _) => write!(f, "{printed} 是修约后的数值，其原值修约到 {places} 位小数后")?,
                    (Lang::En, 0) => {
                        write!(f, "{printed} is a rounded figure; its origin, as a whole number,")?
                    }
                    (Lang::En, 1) => {
                        write!(f, "{printed} is a rounded figure; its origin, to 1 decimal place,")?
                    }
                    (Lang::En, _) => {
                        write!(f, "{printed} is a rounded figure; its origin, to {places} decimal places,")?;
                    }
                }
                match lang {
                    Lang::Zh => write!(f, "可能落在限值 {limit} 的任一侧（{citation}）"),
                    Lang::En => write!(f, " may lie on either side of the limit {limit} ({citation})"),
                }
            }
            (_, Self::NoLimit { indicator, statistic, standard, edition }) => {
                write_edition(standard, edition, lang, f)?;
                let (indicator, statistic) = (indicator.say(lang), statistic.say(lang));
                match lang {
                    Lang::Zh => write!(f, " 未规定{indicator}{statistic}的限值"),
                    Lang::En => write!(f, " sets no limit for {indicator}, {statistic}"),
                }
            }
            (Lang::Zh, Self::NotInForce(NotInForce { standard, day, first_day, .. })) => {
                write!(f, "{day} 没有已收录的 {standard} 版本施行")?;
                first_day.map_or(Ok(()), |day| write!(f, "（最早的自 {day} 起）"))
            }
            (Lang::En, Self::NotInForce(error)) => write!(f, "{error}"),
            (_, Self::NoObservation { indicator, statistic, place, year }) => {
                let (place, indicator, statistic) =
                    (place.say(lang), indicator.say(lang), statistic.say(lang));
                match (lang, year) {
                    (Lang::Zh, None) => write!(f, "没有{place}{indicator}{statistic}的数据"),
                    (Lang::Zh, Some(year)) => write!(f, "没有{place}{year}年{indicator}{statistic}的数据"),
                    (Lang::En, None) => write!(f, "no observation of {place}, {indicator}, {statistic}"),
                    (Lang::En, Some(year)) => {
                        write!(f, "no observation of {place}, {indicator}, {statistic}, {year}")
                    }
                }
            }
            (Lang::Zh, Self::BoundDoesNotDecide { given, limit }) => {
                let (given, limit) = (given.say(lang), limit.say(lang));
                write!(f, "{given} 只是界限值或约数，对照 {limit} 不能判定")
            }
            (Lang::En, Self::BoundDoesNotDecide { given, limit }) => {
                let (given, limit) = (given.say(lang), limit.say(lang));
                write!(
                    f,
                    "{given} is only a bound or an approximation, which does not decide against {limit}"
                )
            }
            (_, Self::Conflict { one, other }) => {
                let (one, other) = (one.say(lang), other.say(lang));
                match lang {
                    Lang::Zh => write!(f, "同一时段的两个数据不一致：{one} 与 {other}"),
                    Lang::En => write!(f, "two figures of one period disagree: {one} and {other}"),
                }
            }
            (Lang::Zh, Self::WrongUnit { given, needed }) => {
                write!(f, "{} 不能换算为{}", given.say(lang), needed.zh())
            }
            (Lang::En, Self::WrongUnit { given, needed }) => {
                write!(f, "{} does not convert to {}", given.say(lang), needed.en())
            }
            (Lang::Zh, Self::BeforePeriod(period)) => write!(f, "所问日期早于{}", period.say(lang)),
            (Lang::En, Self::BeforePeriod(period)) => write!(f, "the day lies before {}", period.say(lang)),
            (Lang::Zh, Self::NoDirection(indicator)) => {
                write!(f, "{}没有规定的优劣方向", indicator.say(lang))
            }
            (Lang::En, Self::NoDirection(indicator)) => {
                write!(f, "neither direction of {} is the better one", indicator.say(lang))
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
                let (indicator, column, rule) = (indicator.say(lang), column.say(lang), rule.say(lang));
                let node = node.say(lang);
                match lang {
                    Lang::Zh => write!(f, "{indicator}{column}高于 {node}，不计算分指数（{rule}）"),
                    Lang::En => {
                        write!(f, "no index is calculated for {indicator}, {column}, above {node} ({rule})")
                    }
                }
            }
            (_, Self::AboveLastNode { indicator, node, index, rule }) => {
                let (indicator, node, rule) = (indicator.say(lang), node.say(lang), rule.say(lang));
                match lang {
                    Lang::Zh => write!(f, "{indicator}高于 {node}，分指数取 {index}（{rule}）"),
                    Lang::En => {
                        write!(f, "the index for {indicator} above {node} is set to {index} ({rule})")
                    }
                }
            }
            (Lang::Zh, Self::IndexZero) => f.write_str("指数为 0，而该版标准所列范围自 1 起"),
            (Lang::En, Self::IndexZero) => {
                f.write_str("the index is 0, although the edition prints the range from 1")
            }
            (_, Self::Unconfirmed { rule, confirmation }) => {
                let (rule, grade) = (rule.say(lang), confirmation.say(lang));
                match lang {
                    Lang::Zh => write!(f, "所用规则（{rule}）的确认等级为{confirmation}：{grade}"),
                    Lang::En => {
                        write!(f, "the rule used ({rule}) has confirmation grade {confirmation}: {grade}")
                    }
                }
            }
            (Lang::Zh, Self::NotAssessed(indicator)) => write!(f, "{}不参与评价", indicator.say(lang)),
            (Lang::En, Self::NotAssessed(indicator)) => write!(f, "{} is not assessed", indicator.say(lang)),
            (Lang::Zh, Self::Tolerance { word, tolerance, .. }) => {
                write!(f, "“{word}”的容差取 {}（无官方规定）", tolerance.say(lang))
            }
            (Lang::En, Self::Tolerance { word_en, tolerance, .. }) => {
                write!(f, "tolerance taken for “{word_en}”: {} (none is official)", tolerance.say(lang))
            }
            (Lang::Zh, Self::Reading { word, zh, .. }) => write!(f, "“{word}”按“{zh}”理解（无官方规定）"),
            (Lang::En, Self::Reading { word_en, en, .. }) => {
                write!(f, "“{word_en}” is read as “{en}” (not official)")
            }
            (_, Self::Used { period, quantity, high, bound }) => {
                match lang {
                    Lang::Zh => write!(f, "{}数据：", period.say(lang))?,
                    Lang::En => write!(f, "figure for {}: ", period.say(lang))?,
                }
                write_figure(quantity, high, bound, lang, f)
            }
        }
    }
}
