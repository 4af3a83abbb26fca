//! Why a request for limits has no answer, in both languages.

use core::fmt;

use eqs::standards::QueryError;
use eqs::{
    Confirmation, DecimalError, Edition, Indicator, Lang, Limit, NaiveDate, Phrase, Quantity, QuantityError,
    Query, STANDARDS, Standard, Standing, Unit, UnitMismatch,
};

use crate::error::{CliError, Location};
use crate::limits::conditions::Conditions;
use crate::limits::gas;
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
    /// A mixing ratio against a limit whose state of temperature and pressure is not known, or that is for no gas.
    Ratio {
        /// The value.
        value: Quantity,
        /// The limit.
        limit: Box<Limit>,
    },
    /// No one of the limits is the strictest.
    Unordered(Vec<Limit>),
    /// No standard is in force on the day, but from another one on.
    NothingInForce {
        /// The first edition in force later on.
        first: Option<&'static Edition>,
    },
    /// No limit for the indicator is in force on the day.
    NoneInForce {
        /// The indicator.
        indicator: Indicator,
        /// The day.
        day: NaiveDate,
        /// The first edition with one that is in force later on.
        next: Option<&'static Edition>,
        /// The last edition with one that was in force before.
        last: Option<&'static Edition>,
    },
    /// The standard has no limits to compare.
    NothingToCompare(&'static str),
    /// Nothing changes from an edition to itself.
    OneEdition,
    /// The later edition stands first.
    Backwards,
    /// The edition has no limits.
    NoLimits(&'static Edition),
}

impl Asked {
    /// Why a value does not convert to the unit of a limit.
    pub(crate) fn of_unit(error: QuantityError, value: Quantity, limit: &Limit) -> Self {
        let limit = Box::new(*limit);
        match error {
            QuantityError::Inexact { .. } => Self::NotConverted { value, limit, is_inexact: true },
            _ if gas::is_ratio(value.unit) && limit.unit.converts_to(Unit::UG_PER_M3) => {
                Self::Ratio { value, limit }
            }
            _ => Self::NotConverted { value, limit, is_inexact: false },
        }
    }
}

impl From<Asked> for Problem {
    fn from(asked: Asked) -> Self {
        Self::Asked(Box::new(asked))
    }
}

/// What a query under conditions says.
///
/// With the day by which editions are chosen, if it is one.
pub(crate) fn of_query(
    error: QueryError,
    conditions: &Conditions,
    query: Query,
    day: Option<NaiveDate>,
) -> CliError {
    let (at, problem) = match error {
        QueryError::NotInForce(error) => (Location::default(), Problem::NotInForce(error)),
        QueryError::PhOutOfScale(_) => (conditions.place("--ph"), Asked::PhOutOfScale.into()),
        QueryError::PhNeeded(indicator) => (conditions.place("--land"), Asked::PhNeeded(indicator).into()),
        QueryError::FrequencyOutOfTable { low, high, .. } => {
            (conditions.place("--frequency"), Asked::FrequencyOutOfTable { low, high }.into())
        }
        QueryError::Unit(error) => (conditions.place("--frequency"), Asked::Unit(error).into()),
        QueryError::Unordered(limits) => (Location::default(), Asked::Unordered(limits.into()).into()),
        QueryError::NotFound { indicator: Some(indicator), .. }
            if let Some(asked) = day.and_then(|day| none_in_force(indicator, query, day)) =>
        {
            (Location::default(), asked.into())
        }
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

/// The day from which the first standard is in force.
pub(crate) fn nothing_in_force(day: NaiveDate, indicator: Option<Indicator>) -> Asked {
    if let Some(asked) = indicator.and_then(|indicator| none_in_force(indicator, Query::on(day), day)) {
        return asked;
    }
    let editions = STANDARDS.iter().flat_map(Standard::editions);
    let first = editions.filter(|edition| edition.first_day > day && is_in_force_at_all(edition));
    Asked::NothingInForce { first: first.min_by_key(|edition| edition.first_day) }
}

/// That no limit for an indicator is in force on a day though there are some on others; `None` where that is not so.
fn none_in_force(indicator: Indicator, query: Query, day: NaiveDate) -> Option<Asked> {
    let is_current = query.indicator(indicator).with_unconfirmed().iter().next().is_some()
        || Query::on(day).indicator(indicator).with_unconfirmed().iter().next().is_some();
    if is_current {
        return None;
    }
    let limits: Vec<Limit> = Query::default()
        .indicator(indicator)
        .with_unconfirmed()
        .iter()
        .filter(|limit| limit.standing != Standing::Comparison)
        .collect();
    let editions = || limits.iter().map(|limit| limit.edition);
    let next = editions().filter(|edition| edition.first_day > day).min_by_key(|edition| edition.first_day);
    let last = editions().filter(|edition| edition.first_day <= day).max_by_key(|edition| edition.first_day);
    next.or(last)?;
    Some(Asked::NoneInForce { indicator, day, next, last })
}

/// Guidelines for comparison are not.
fn is_in_force_at_all(edition: &Edition) -> bool {
    edition.standard != "WHO AQG"
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
    #[expect(clippy::too_many_lines, reason = "one arm a problem, in both languages")]
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
            (Lang::Zh, Self::Ratio { value, limit }) => write!(
                f,
                "{} 换算为 {} 须知温度和气压，只有 GB 3095 的气态污染物（SO2、NO2、CO、O3、NOx）可由此换算，{}的限值不能（{}）；可加 --standard \"GB 3095\"，或以 {1} 给出数值",
                value.unit,
                limit.unit,
                limit.indicator.say(lang),
                limit.citation.say(lang)
            ),
            (Lang::En, Self::Ratio { value, limit }) => write!(
                f,
                "{} converts to {} at a temperature and pressure that are known here for the gases of GB 3095 only (SO2, NO2, CO, O3, NOx), not for the limit for {} ({}); add --standard \"GB 3095\", or give the value in {1}",
                value.unit,
                limit.unit,
                limit.indicator.say(lang),
                limit.citation.say(lang)
            ),
            (_, Self::Unordered(limits)) => {
                f.write_str(lang.pick(
                    "这些限值不是同一种，无法比较宽严，请缩小范围：",
                    "these limits are not of one kind and cannot be ordered, ask for one kind: ",
                ))?;
                write_limits(limits, lang, f)
            }
            (_, Self::NothingInForce { first }) => {
                f.write_str(
                    lang.pick("该日没有已收录的标准施行", "no standard known here is in force on this day"),
                )?;
                write_first(*first, lang, f)
            }
            (_, Self::NoneInForce { indicator, day, next, last }) => {
                let name = indicator.say(lang);
                match lang {
                    Lang::Zh => write!(f, "{day}没有{name}限值施行")?,
                    Lang::En => write!(f, "no limit for {name} is in force on {day}")?,
                }
                match (lang, last.filter(|_| next.is_none())) {
                    (_, None) => write_first(*next, lang, f),
                    (Lang::Zh, Some(last)) => write!(f, "（最后的版本：{}）", last.say(lang)),
                    (Lang::En, Some(last)) => write!(f, " (the last was that of {})", last.say(lang)),
                }
            }
            (Lang::Zh, Self::NothingToCompare(standard)) => {
                write!(f, "{standard} 未收录限值，没有可比较的限值")
            }
            (Lang::En, Self::NothingToCompare(standard)) => {
                write!(f, "{standard} has no limits here, so that there is nothing to compare")
            }
            (Lang::Zh, Self::OneEdition) => f.write_str("同一版本，没有变化；应为两个版本，如 2012..2026"),
            (Lang::En, Self::OneEdition) => {
                f.write_str("one edition, of which nothing changes; expected two such as 2012..2026")
            }
            (Lang::Zh, Self::Backwards) => f.write_str("次序颠倒：应先旧后新，如 2012..2026"),
            (Lang::En, Self::Backwards) => {
                f.write_str("the order is reversed: the earlier edition comes first, as in 2012..2026")
            }
            (Lang::Zh, Self::NoLimits(edition)) => {
                write!(f, "{} 未收录限值，不能按条件查询", edition.say(lang))
            }
            (Lang::En, Self::NoLimits(edition)) => {
                write!(f, "{} has no limits here that conditions could be asked of", edition.say(lang))
            }
        }
    }
}

/// From which day the first edition is in force.
fn write_first(edition: Option<&Edition>, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let Some(edition) = edition else { return Ok(()) };
    let (day, name) = (edition.first_day, edition.say(lang));
    match lang {
        Lang::Zh => write!(f, "，最早自{day}起（{name}）"),
        Lang::En => write!(f, "; the first is from {day} on ({name})"),
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
