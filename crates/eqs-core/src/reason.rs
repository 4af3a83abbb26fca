//! Reasons: why nothing can be decided.

use core::fmt;

use crate::citation::{Citation, write_edition};
use crate::class::WaterGrade;
use crate::edition::NotInForce;
use crate::indicator::Indicator;
use crate::lang::{Lang, Phrase, say};
use crate::observation::Measure;
use crate::period::{Averaging, Period};
use crate::place::Place;
use crate::pollutants::Pollutants;
use crate::quantity::Quantity;
use crate::statistic::Statistic;

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
    /// The statistic rests on fewer data than a rule asks for, or on none.
    TooLittleData {
        /// The pollutant.
        indicator: Indicator,
        /// Which statistic.
        statistic: Statistic,
        /// The rule; `None` without any data.
        rule: Option<Citation>,
    },
    /// An item of water was not detected, and its detection limit does not decide its grade.
    NotDetected {
        /// The item.
        indicator: Indicator,
        /// The detection limit (检出限), where it is given.
        limit: Option<Quantity>,
        /// The best grade that the item may have.
        best: WaterGrade,
        /// The worst.
        worst: WaterGrade,
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
    /// No day is given by which the target is to be reached.
    NoDueDay,
    /// A standard is to be met that is not evaluated here.
    StandardNotEvaluated {
        /// The standard or requirement.
        standard: &'static str,
        /// The same in English.
        standard_en: &'static str,
        /// The grade or class that is asked for; empty if none is.
        grade: &'static str,
    },
    /// The target refers to the requirement of a higher level, which is not given.
    RequirementNotGiven {
        /// Who sets the requirement.
        level: &'static str,
        /// The same in English.
        level_en: &'static str,
    },
    /// The target has no level that its figures approach from year to year.
    NoPath,
    /// One year only has a figure, and a change needs two.
    TooFewYears,
    /// The figure of a year is not above 0, so that no compound rate leads from it or to it.
    NoGrowthRate {
        /// The year.
        year: u16,
    },
    /// The due day has come, so that nothing is left to be projected.
    DueDayPassed,
    /// The due day has come in the middle of a year, whose figure there can only be when it is over.
    YearNotOver {
        /// The year.
        year: u16,
    },
    /// The figure is not low enough under the highest that is given, but the peak may have been higher.
    PeakNotKnown {
        /// The highest figure that is given.
        highest: Quantity,
    },
    /// The number is a condition under which something applies, and no target.
    ConditionOnly,
    /// The target is worded without anything that could be measured.
    NothingMeasurable,
}

impl Phrase for Reason {
    #[expect(clippy::too_many_lines, reason = "one arm a reason")]
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
            Self::TooLittleData { indicator, statistic, rule } => {
                let measure = Measure(indicator, statistic);
                let measure = measure.say(lang);
                let Some(rule) = rule else {
                    return say!(lang, f, "没有{measure}的有效数据", "no valid data for {measure}");
                };
                let rule = rule.say(lang);
                say!(
                    lang,
                    f,
                    "{measure}的有效数据不足（{rule}）",
                    "too little valid data for {measure} ({rule})"
                )
            }
            Self::NotDetected { indicator, limit, best, worst } => {
                let (indicator, best, worst) = (indicator.say(lang), best.say(lang), worst.say(lang));
                say!(lang, f, "{indicator}未检出", "{indicator} not detected")?;
                match limit.as_ref().map(|limit| limit.say(lang)) {
                    Some(limit) => say!(lang, f, "，检出限为{limit}", " below {limit}"),
                    None => say!(lang, f, "，未给出检出限", ", without a detection limit"),
                }?;
                say!(lang, f, "，可能为{best}至{worst}", ": from {best} to {worst}")
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
            Self::NoDueDay => say!(lang, f, "未写明完成期限", "no due day is given"),
            Self::StandardNotEvaluated { standard, standard_en, grade } => {
                say!(lang, f, "此处不评价是否达到{standard}", "whether {standard_en}")?;
                if !grade.is_empty() {
                    say!(lang, f, "的{grade}级", " grade {grade}")?;
                }
                f.write_str(lang.pick("", " is met is not evaluated here"))
            }
            Self::RequirementNotGiven { level, level_en } => {
                say!(lang, f, "未给出{level}的要求", "the requirement of {level_en} is not given")
            }
            Self::NoPath => {
                say!(lang, f, "没有可逐年接近的数值", "there is no level that is approached year by year")
            }
            Self::TooFewYears => {
                say!(
                    lang,
                    f,
                    "只有一个年份的数据，变化至少需要两年",
                    "one year only has a figure, and a change needs two"
                )
            }
            Self::NoGrowthRate { year } => say!(
                lang,
                f,
                "{year}年的数值不大于零，无法计算年均变化率",
                "the figure of {year} is not above 0, so that there is no compound rate"
            ),
            Self::DueDayPassed => {
                say!(lang, f, "已到期，不再推算", "the due day has come, nothing is left to be projected")
            }
            Self::YearNotOver { year } => say!(
                lang,
                f,
                "期限已到，{year}年尚未结束，还没有全年数据",
                "due, but {year} is not over, and there is no figure of it yet"
            ),
            Self::PeakNotKnown { highest } => {
                let highest = highest.say(lang);
                say!(
                    lang,
                    f,
                    "对照所给最高值{highest}降幅不足，但峰值可能更高",
                    "not low enough under {highest}, the highest given, but the peak may have been higher"
                )
            }
            Self::ConditionOnly => say!(lang, f, "只是适用条件，不是目标", "a condition and no target"),
            Self::NothingMeasurable => {
                say!(lang, f, "没有可衡量的内容", "nothing measurable is asked for")
            }
        }
    }
}

/// Shared with the note for a pollutant that has another entry.
pub(crate) fn write_no_index(
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
