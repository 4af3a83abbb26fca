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
use crate::observation::{Bound, Measure, write_figure};
use crate::period::{Averaging, Period};
use crate::place::Place;
use crate::pollutants::Pollutants;
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
    /// Pollutants are missing and the index is not above 100, so it must not be published.
    MissingNotAbove100 {
        /// The missing pollutants.
        missing: Pollutants,
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
    /// The edition calculates no index for a value above the last node of its column, and the entry by which it
    /// reports the pollutant instead has no value.
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
    /// The figure cannot be: it is negative, or a share above 100 %.
    Impossible(Quantity),
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
    /// Pollutants are missing; the others decide.
    Missing(Pollutants),
    /// Pollutants are not in the monitoring plan; the others decide.
    NotMonitored {
        /// The pollutants.
        pollutants: Pollutants,
        /// The rule by which they are no obstacle, where the edition has one; that their record is clean is
        /// taken from the caller.
        rule: Option<Citation>,
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
    /// A value that the report has an entry for is missing; another entry of its pollutant is there.
    MissingEntry {
        /// The pollutant.
        indicator: Indicator,
        /// The column of the entry.
        column: Averaging,
    },
    /// The index is 0, which the formula gives although the edition prints the range from 1.
    IndexZero,
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

/// An exact multiple as assessment reports print it: with two decimals, rounded half to even; `None` beyond 18
/// digits.
#[must_use]
pub fn printed_multiple(multiple: Fraction) -> Option<Decimal> {
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

/// Writes one of two sentences: Chinese and English side by side, over the same names.
macro_rules! say {
    ($lang:ident, $f:ident, $zh:literal, $en:literal) => {
        match $lang {
            Lang::Zh => write!($f, $zh),
            Lang::En => write!($f, $en),
        }
    };
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
        match bound {
            Bound::Exact => f.write_str(lang.pick("为", " ")),
            _ => f.write_str(lang.pick("", " ")), // 约, 近, 超过 or 不少于 follows
        }?;
        write_figure(given, high, bound, lang, f)?;
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
                if reference_only {
                    say!(lang, f, "，为参考指标，不参与评价", ", a reference item that is not assessed")?;
                }
                Ok(())
            }
        }
    }
}

impl Phrase for Reason {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NothingAssessed => say!(lang, f, "没有可供评价的数值", "no value to assess"),
            Self::MissingNotAbove100 { missing, index, rule } => {
                let (missing, rule) = (missing.say(lang), rule.say(lang));
                say!(
                    lang,
                    f,
                    "缺少{missing}数据，且AQI {index}不大于100，不发布（{rule}）",
                    "{missing} missing and the AQI of the others, {index}, not above 100: not published ({rule})"
                )
            }
            Self::RoundingEdge { printed, limit, places, citation } => {
                let (printed, limit, citation) = (printed.say(lang), limit.say(lang), citation.say(lang));
                say!(
                    lang,
                    f,
                    "{printed}是修约后的数值，其原值修约到",
                    "{printed} is a rounded figure; the value behind it, rounded to "
                )?;
                match places {
                    0 => say!(lang, f, "整数", "a whole number"),
                    1 => say!(lang, f, "1位小数", "1 decimal place"),
                    _ => say!(lang, f, "{places}位小数", "{places} decimal places"),
                }?;
                say!(
                    lang,
                    f,
                    "后可能落在限值{limit}的任一侧（{citation}）",
                    ", may lie on either side of the limit {limit} ({citation})"
                )
            }
            Self::NoIndexAbove { indicator, column, node, rule } => {
                write_no_index(indicator, column, node, rule, lang, f)
            }
            Self::Impossible(given) => {
                let given = given.say(lang);
                say!(
                    lang,
                    f,
                    "{given}不可能（为负，或比例超过100%）",
                    "{given} cannot be (negative, or a share above 100%)"
                )
            }
            Self::NoLimit { indicator, statistic, standard, edition } => {
                let measure = Measure(indicator, statistic);
                write_edition(standard, edition, lang, f)?;
                let measure = measure.say(lang);
                say!(lang, f, "未规定{measure}的限值", " sets no limit for {measure}")
            }
            Self::NotInForce(error) => match (lang, error.first_day) {
                (Lang::Zh, Some(first_day)) => {
                    let NotInForce { standard, day, .. } = error;
                    write!(f, "{day}没有已收录的{standard}版本施行（最早的版本自{first_day}起）")
                }
                (Lang::Zh, None) => write!(f, "{}没有已收录的{}版本施行", error.day, error.standard),
                (Lang::En, _) => write!(f, "{error}"),
            },
            Self::NoObservation { indicator, statistic, place, year } => {
                let measure = Measure(indicator, statistic);
                let (place, measure) = (place.say(lang), measure.say(lang));
                match year {
                    Some(year) => say!(
                        lang,
                        f,
                        "没有{place}{year}年{measure}的数据",
                        "no observation of {place}, {measure}, {year}"
                    ),
                    None => {
                        say!(lang, f, "没有{place}{measure}的数据", "no observation of {place}, {measure}")
                    }
                }
            }
            Self::BoundDoesNotDecide { given, limit } => {
                let (given, limit) = (given.say(lang), limit.say(lang));
                say!(
                    lang,
                    f,
                    "{given}只是界限、范围或约数，对照{limit}不能判定",
                    "{given} is only a bound, a range or an approximation and does not decide against {limit}"
                )
            }
            Self::Conflict { one, other } => {
                let (one, other) = (one.say(lang), other.say(lang));
                say!(
                    lang,
                    f,
                    "同一时段的两个数据不一致：{one}与{other}",
                    "two figures for one period disagree: {one} and {other}"
                )
            }
            Self::WrongUnit { given, needed } => {
                let (given, needed) = (given.say(lang), needed.say(lang));
                say!(lang, f, "{given}不能换算为{needed}", "{given} does not convert to {needed}")
            }
            Self::BeforePeriod(period) => {
                let period = period.say(lang);
                say!(lang, f, "所问日期早于{period}", "the day lies before {period}")
            }
            Self::NoDirection(indicator) => {
                let indicator = indicator.say(lang);
                say!(lang, f, "{indicator}没有优劣方向", "neither direction of {indicator} is the better one")
            }
        }
    }
}

fn write_no_index(
    indicator: Indicator,
    column: Averaging,
    node: Quantity,
    rule: Citation,
    lang: Lang,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let (indicator, column, node, rule) =
        (indicator.say(lang), column.say(lang), node.say(lang), rule.say(lang));
    say!(
        lang,
        f,
        "{indicator}{column}高于{node}，不计算分指数（{rule}）",
        "no index is calculated for {indicator}, {column}, above {node} ({rule})"
    )
}

impl Phrase for Note {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Missing(missing) => {
                let missing = missing.say(lang);
                say!(lang, f, "缺少{missing}数据", "{missing} missing")
            }
            Self::NotMonitored { pollutants, rule } => {
                let pollutants = pollutants.say(lang);
                say!(lang, f, "{pollutants}不在监测方案内", "{pollutants} not in the monitoring plan")?;
                let Some(rule) = rule else {
                    return Ok(());
                };
                let rule = rule.say(lang);
                say!(lang, f, "，视为符合{rule}", ", taken as meeting {rule}")
            }
            Self::NoIndexAbove { indicator, column, node, rule } => {
                write_no_index(indicator, column, node, rule, lang, f)
            }
            Self::MissingEntry { indicator, column } => {
                let (indicator, column) = (indicator.say(lang), column.say(lang));
                say!(lang, f, "缺少{indicator}{column}数据", "{indicator}, {column}, missing")
            }
            Self::IndexZero => say!(
                lang,
                f,
                "指数为0，而该版标准所列范围自1起",
                "the index is 0, although the edition prints the range from 1"
            ),
            Self::NotAssessed(indicator) => {
                let indicator = indicator.say(lang);
                say!(lang, f, "{indicator}不参与评价", "{indicator} is not assessed")
            }
            Self::Tolerance { word, word_en, tolerance } => {
                let tolerance = tolerance.say(lang);
                say!(
                    lang,
                    f,
                    "“{word}”的容差取{tolerance}（无官方规定）",
                    "tolerance taken for “{word_en}”: {tolerance} (none is official)"
                )
            }
            Self::Reading { word, word_en, zh, en } => say!(
                lang,
                f,
                "“{word}”理解为：{zh}（无官方规定）",
                "“{word_en}” is read as: {en} (not official)"
            ),
            Self::Used { period, quantity, high, bound } => {
                let period = period.say(lang);
                say!(lang, f, "{period}数据：", "figure for {period}: ")?;
                write_figure(quantity, high, bound, lang, f)
            }
        }
    }
}
