//! Why a request for limits has no answer, in both languages.

use core::fmt;

use eqs::standards::QueryError;
use eqs::{
    Confirmation, DecimalError, Edition, Indicator, Lang, Limit, Phrase, Quantity, Query, UnitMismatch,
};

use crate::error::{CliError, Location};
use crate::limits::conditions::Conditions;
use crate::problem::Problem;

/// What is wrong with what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// No indicator has the name; these are spelt alike.
    UnknownSymbol(Vec<&'static str>),
    /// Several indicators have the name in another case of letters.
    AmbiguousSymbol(Vec<&'static str>),
    /// No decimal number.
    NoNumber(DecimalError),
    /// No number with a unit.
    NoQuantity(DecimalError),
    /// No span of days.
    BadSpan,
    /// No two editions.
    BadPair,
    /// No limit is as asked for.
    NotFound {
        /// The indicator.
        indicator: Option<Indicator>,
        /// Its limits in the edition or on the day.
        existing: Vec<Limit>,
        /// The standards that limit it at all.
        elsewhere: Vec<&'static str>,
    },
    /// Only limits of grade C are as asked for.
    Unconfirmed(usize),
    /// The pH is not from 0 to 14.
    PhOutOfScale,
    /// The values depend on the pH of the soil.
    PhNeeded(Indicator),
    /// The frequency lies outside the table.
    FrequencyOutOfTable {
        /// The lower end of the table.
        low: Quantity,
        /// The upper end.
        high: Quantity,
    },
    /// A value in a unit that does not convert.
    Unit(UnitMismatch),
    /// A value that does not convert to the unit of a limit.
    NotConverted {
        /// The value.
        value: Quantity,
        /// The limit.
        limit: Box<Limit>,
        /// Whether the kinds agree, and only the digits do not suffice.
        is_inexact: bool,
    },
    /// No one of the limits is the strictest.
    Unordered(Vec<Limit>),
    /// No standard is in force on the day.
    NothingInForce,
    /// The edition has no limits.
    NoLimits(&'static Edition),
}

impl From<Asked> for Problem {
    fn from(asked: Asked) -> Self {
        Self::Asked(Box::new(asked))
    }
}

/// What a query under conditions says.
pub(crate) fn of_query(error: QueryError, conditions: &Conditions, query: Query) -> CliError {
    let (at, problem) = match error {
        QueryError::NotInForce(error) => (Location::default(), Problem::NotInForce(error)),
        QueryError::PhOutOfScale(_) => (conditions.place("--ph"), Asked::PhOutOfScale.into()),
        QueryError::PhNeeded(indicator) => (conditions.place("--land"), Asked::PhNeeded(indicator).into()),
        QueryError::FrequencyOutOfTable { low, high, .. } => {
            (conditions.place("--frequency"), Asked::FrequencyOutOfTable { low, high }.into())
        }
        QueryError::Unit(error) => (conditions.place("--frequency"), Asked::Unit(error).into()),
        QueryError::Unordered(limits) => (Location::default(), Asked::Unordered(limits.into()).into()),
        QueryError::NotFound { indicator, existing } => {
            let unconfirmed = conditions.query(query).with_unconfirmed().iter().count();
            if unconfirmed > 0 {
                (Location::default(), Asked::Unconfirmed(unconfirmed).into())
            } else {
                let existing = existing.into();
                let elsewhere = indicator.map(elsewhere).unwrap_or_default();
                (conditions.obstacle(query), Asked::NotFound { indicator, existing, elsewhere }.into())
            }
        }
        error => (Location::default(), Problem::Other(error.to_string())),
    };
    CliError::refuse(at, problem)
}

fn elsewhere(indicator: Indicator) -> Vec<&'static str> {
    let mut standards: Vec<_> = Query::default()
        .indicator(indicator)
        .with_unconfirmed()
        .iter()
        .map(|limit| limit.edition.standard)
        .collect();
    standards.dedup();
    standards
}

/// The most limits that a message lists.
const LISTED: usize = 12;

impl Phrase for Asked {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, self) {
            (Lang::Zh, Self::UnknownSymbol(names)) => {
                f.write_str("未知的指标")?;
                write_list(names, "；是否指", "或", f)
            }
            (Lang::En, Self::UnknownSymbol(names)) => {
                f.write_str("unknown indicator")?;
                write_list(names, "; did you mean ", " or ", f)
            }
            (Lang::Zh, Self::AmbiguousSymbol(names)) => {
                f.write_str("大小写不同的指标不止一个，请指定其一")?;
                write_list(names, "：", "、", f)
            }
            (Lang::En, Self::AmbiguousSymbol(names)) => {
                f.write_str("several indicators but for upper and lower case, choose one of")?;
                write_list(names, " ", ", ", f)
            }
            (Lang::Zh, Self::NoNumber(_)) => f.write_str("不是十进制数（应如 6.5）"),
            (Lang::En, Self::NoNumber(error)) => write!(f, "{error}"),
            (Lang::Zh, Self::NoQuantity(_)) => f.write_str("不是带单位的数值（应如 27.0 µg/m³、50 Hz）"),
            (Lang::En, Self::NoQuantity(_)) => {
                f.write_str("not a number with its unit, expected such as 27.0 µg/m³ or 50 Hz")
            }
            (Lang::Zh, Self::BadSpan) => f.write_str("不是日期区间，应如 2026-01-01..2031-12-31，且先后有序"),
            (Lang::En, Self::BadSpan) => f.write_str(
                "not a span of days, expected such as 2026-01-01..2031-12-31, the earlier day first",
            ),
            (Lang::Zh, Self::BadPair) => f.write_str("不是两个版本，应如 2012..2026"),
            (Lang::En, Self::BadPair) => f.write_str("not two editions, expected such as 2012..2026"),
            (_, Self::NotFound { indicator, existing, elsewhere }) => {
                write_not_found(*indicator, existing, elsewhere, lang, f)
            }
            (Lang::Zh, Self::Unconfirmed(count)) => {
                write!(f, "只有{count}条未经确认（确认等级C）的限值；加 --unconfirmed 可显示")
            }
            (Lang::En, Self::Unconfirmed(count)) => {
                write!(
                    f,
                    "only limits of grade C ({count}), which are not confirmed; --unconfirmed shows them"
                )
            }
            (Lang::Zh, Self::PhOutOfScale) => f.write_str("pH 应为 0 至 14"),
            (Lang::En, Self::PhOutOfScale) => f.write_str("outside the scale of pH, expected 0 to 14"),
            (Lang::Zh, Self::PhNeeded(indicator)) => {
                write!(f, "农用地{}的限值取决于土壤 pH，请以 --ph 给出", indicator.say(lang))
            }
            (Lang::En, Self::PhNeeded(indicator)) => {
                write!(
                    f,
                    "the values for {} in farmland depend on the pH of the soil: give --ph",
                    indicator.say(lang)
                )
            }
            (Lang::Zh, Self::FrequencyOutOfTable { low, high }) => {
                write!(f, "超出频率表，应为 {low} 至 {high}")
            }
            (Lang::En, Self::FrequencyOutOfTable { low, high }) => {
                write!(f, "outside the table of frequencies, expected {low} to {high}")
            }
            (_, Self::Unit(error)) => write_mismatch(error.given, error.expected, lang, f),
            (_, Self::NotConverted { value, limit, is_inexact: false }) => {
                write_mismatch(value.unit, limit.unit, lang, f)?;
                let (indicator, citation) = (limit.indicator.say(lang), limit.citation.say(lang));
                match lang {
                    Lang::Zh => write!(
                        f,
                        "，即{indicator}限值的单位（{citation}）；可用 --medium、--standard 等缩小范围"
                    ),
                    Lang::En => {
                        write!(
                            f,
                            ", the unit of the limit for {indicator} ({citation}); narrow the search by --medium, --standard or others"
                        )
                    }
                }
            }
            (Lang::Zh, Self::NotConverted { value, limit, is_inexact: true }) => {
                write!(f, "{value} 不能精确换算为 {}（{}）", limit.unit, limit.citation.say(lang))
            }
            (Lang::En, Self::NotConverted { value, limit, is_inexact: true }) => {
                write!(f, "{value} has no exact decimal in {} ({})", limit.unit, limit.citation.say(lang))
            }
            (_, Self::Unordered(limits)) => {
                f.write_str(lang.pick(
                    "这些限值不是同一种，无法比较宽严，请缩小范围：",
                    "these limits are not of one kind and cannot be ordered, ask for one kind: ",
                ))?;
                write_limits(limits, lang, f)
            }
            (Lang::Zh, Self::NothingInForce) => f.write_str("该日没有已收录的标准施行"),
            (Lang::En, Self::NothingInForce) => f.write_str("no standard known here is in force on this day"),
            (Lang::Zh, Self::NoLimits(edition)) => {
                write!(f, "{} 未收录限值，不能按条件查询", edition.say(lang))
            }
            (Lang::En, Self::NoLimits(edition)) => {
                write!(f, "{} has no limits here that conditions could be asked of", edition.say(lang))
            }
        }
    }
}

fn write_list(names: &[&str], before: &str, between: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, name) in names.iter().enumerate() {
        write!(f, "{}`{name}`", if at == 0 { before } else { between })?;
    }
    let is_question = !names.is_empty() && (before.starts_with(';') || before.starts_with('；'));
    f.write_str(match (is_question, before.starts_with(';')) {
        (true, true) => "?",
        (true, false) => "？",
        _ => "",
    })
}

fn write_mismatch(
    given: eqs::Unit,
    expected: eqs::Unit,
    lang: Lang,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let is_bare = given == eqs::Unit::NONE;
    match lang {
        Lang::Zh if is_bare => write!(f, "没有单位，不能换算为 {expected}"),
        Lang::Zh => write!(f, "{given} 不能换算为 {expected}"),
        Lang::En if is_bare => write!(f, "a number without a unit does not convert to {expected}"),
        Lang::En => {
            write!(f, "{given} ({}) does not convert to {expected} ({})", given.kind(), expected.kind())
        }
    }
}

fn write_not_found(
    indicator: Option<Indicator>,
    existing: &[Limit],
    elsewhere: &[&str],
    lang: Lang,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    match (lang, indicator) {
        (Lang::Zh, Some(indicator)) => write!(f, "没有符合条件的{}限值", indicator.say(lang))?,
        (Lang::Zh, None) => f.write_str("没有符合条件的限值")?,
        (Lang::En, Some(indicator)) => write!(f, "no limit for {} as asked for", indicator.say(lang))?,
        (Lang::En, None) => f.write_str("no limit as asked for")?,
    }
    if !existing.is_empty() {
        f.write_str(lang.pick("；现有：", "; there are: "))?;
        return write_limits(existing, lang, f);
    }
    match (lang, indicator, elsewhere) {
        (_, None, _) => Ok(()),
        (Lang::Zh, Some(_), []) => f.write_str("；已收录的标准均未对其规定限值"),
        (Lang::En, Some(_), []) => f.write_str("; no standard here limits it"),
        (Lang::Zh, Some(_), standards) => write!(f, "；规定其限值的标准：{}", standards.join("、")),
        (Lang::En, Some(_), standards) => write!(f, "; it is limited in {}", standards.join(", ")),
    }
}

/// The limits by edition and scope, in the codes that the options take.
fn write_limits(limits: &[Limit], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut last = None;
    for (at, limit) in limits.iter().take(LISTED).enumerate() {
        if last != Some(limit.edition) {
            let semicolon = if at == 0 { "" } else { lang.pick("；", "; ") };
            write!(f, "{semicolon}{} ", limit.edition.say(lang))?;
            last = Some(limit.edition);
        } else if at > 0 {
            f.write_str(lang.pick("、", ", "))?;
        }
        write!(f, "{}", limit.scope)?;
        if limit.confirmation == Confirmation::C {
            f.write_str(" (C)")?;
        }
    }
    match (lang, limits.len().saturating_sub(LISTED)) {
        (_, 0) => Ok(()),
        (Lang::Zh, more) => write!(f, "，另有{more}条"),
        (Lang::En, more) => write!(f, " and {more} more"),
    }
}
