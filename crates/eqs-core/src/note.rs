//! Notes: remarks that do not change an outcome but belong to it.

use core::fmt;

use chrono::NaiveDate;

use crate::citation::Citation;
use crate::decimal::Decimal;
use crate::finding::Relation;
use crate::gas::ReferenceState;
use crate::indicator::Indicator;
use crate::lang::{Lang, Phrase, say};
use crate::observation::{Bound, write_figure};
use crate::period::{Averaging, Period};
use crate::pollutants::Pollutants;
use crate::quantity::Quantity;
use crate::reason::write_no_index;

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
    /// An item was not detected and its detection limit is not given, so that its grade is open.
    NoDetectionLimit(Indicator),
    /// Half a detection limit stands for what was not detected in the mean of an item (环办监测函〔2020〕82号, grade B).
    HalfDetectionLimit(Indicator),
    /// The value is so far from the limits that its unit may have been mistaken, mg/L for µg/L or the reverse.
    UnitDoubtful {
        /// The item.
        indicator: Indicator,
        /// The value.
        given: Quantity,
    },
    /// A tolerance without an official value was used.
    Tolerance {
        /// The word that has no official tolerance.
        word: &'static str,
        /// The same in English.
        word_en: &'static str,
        /// The tolerance.
        tolerance: Quantity,
    },
    /// A threshold without an official value was used.
    Threshold {
        /// The word that has no official threshold.
        word: &'static str,
        /// The same in English.
        word_en: &'static str,
        /// How a figure relates to the threshold to count as the word says.
        relation: Relation,
        /// The threshold.
        threshold: Quantity,
    },
    /// What the document prints as a footnote.
    Footnote(&'static str),
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
    /// The figure and the limit are given at different temperatures and pressures: they do not compare as they stand,
    /// and were compared as they stand.
    ReferenceState {
        /// The state of the figure, by the edition in force in its year.
        given: ReferenceState,
        /// The state of the limit.
        limit: ReferenceState,
        /// Where the state of the limit is laid down.
        rule: Citation,
    },
    /// The values behind the figure are given at two temperatures and pressures, one before a day and another from it on:
    /// they were put together, and compared with the limit, as they stand.
    MixedStates {
        /// The state before the day.
        before: ReferenceState,
        /// The state from the day on.
        after: ReferenceState,
        /// The day.
        from: NaiveDate,
        /// The state of the limit.
        limit: ReferenceState,
        /// Where the state of the limit is laid down.
        rule: Citation,
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

impl Phrase for Note {
    #[expect(clippy::too_many_lines, reason = "one arm a note")]
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
            Self::NoDetectionLimit(indicator) => {
                let indicator = indicator.say(lang);
                say!(
                    lang,
                    f,
                    "{indicator}未检出，未给出检出限",
                    "{indicator} not detected, without a detection limit"
                )
            }
            Self::HalfDetectionLimit(indicator) => {
                let indicator = indicator.say(lang);
                say!(
                    lang,
                    f,
                    "{indicator}的未检出值以检出限的一半参加统计（环办监测函〔2020〕82号，确认等级B）",
                    "half the detection limit stands for what was not detected of {indicator} (环办监测函〔2020〕82号, confirmation grade B)"
                )
            }
            Self::UnitDoubtful { indicator, given } => {
                let (indicator, given) = (indicator.say(lang), given.say(lang));
                say!(
                    lang,
                    f,
                    "{indicator}{given}与限值相差过大，mg/L与µg/L可能混淆（本程序的提示）",
                    "{indicator} {given} is far from the limits: mg/L and µg/L may have been confused (a hint of this program)"
                )
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
            Self::Threshold { word, word_en, relation, threshold } => {
                let (relation, threshold) = (relation.say(lang), threshold.say(lang));
                say!(
                    lang,
                    f,
                    "“{word}”按{relation}{threshold}判定（无官方规定）",
                    "“{word_en}” is taken as {relation} {threshold} (none is official)"
                )
            }
            Self::Footnote(text) => say!(lang, f, "原表注：{text}", "footnote: “{text}”"),
            Self::Reading { word, word_en, zh, en } => say!(
                lang,
                f,
                "“{word}”理解为：{zh}（无官方规定）",
                "“{word_en}” is read as: {en} (not official)"
            ),
            Self::ReferenceState { given, limit, rule } => {
                let (given, limit, rule) = (given.say(lang), limit.say(lang), rule.say(lang));
                say!(
                    lang,
                    f,
                    "数据的状态为{given}，限值的状态为{limit}（{rule}），未作换算",
                    "the figure is given at {given}, the limit at {limit} ({rule}); nothing was converted"
                )
            }
            Self::MixedStates { before, after, from, limit, rule } => {
                let (before, after) = (before.say(lang), after.say(lang));
                let (limit, rule) = (limit.say(lang), rule.say(lang));
                say!(
                    lang,
                    f,
                    "数据的状态不一：{from}前为{before}，此后为{after}，限值的状态为{limit}（{rule}），未作换算",
                    "the figure mixes values given at {before} before {from} and at {after} from then on; \
                     the limit is given at {limit} ({rule}); nothing was converted"
                )
            }
            Self::Used { period, quantity, high, bound } => {
                let period = period.say(lang);
                say!(lang, f, "{period}数据：", "figure for {period}: ")?;
                write_figure(quantity, high, bound, lang, f)
            }
        }
    }
}
