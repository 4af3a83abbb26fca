//! Changes between years (同比与较基准年变化), and means of three years.

use core::fmt;

use chrono::Datelike as _;
use eqs_core::{Fraction, Indicator, Interval, Lang, Phrase, Quantity, Rounding, Statistic, Unit};

use super::span::DaySpan;
use super::state::States;
use super::statistic::{AirStatistic, convert};

/// The change of a statistic or a composite index against the same span of an earlier year, from unrounded values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Change {
    /// The span that is compared with.
    pub base: DaySpan,
    /// The difference in the unit of the later value; below 0 where it has fallen.
    pub difference: Fraction,
    /// Its unit.
    pub unit: Unit,
    /// The change in percent of the earlier value; `None` from 0.
    pub percent: Option<Fraction>,
    /// Whether both are valid.
    pub is_valid: bool,
    /// The states that the earlier and the later value are given at, unless it is one state: gases before and after
    /// 2018-09-01, and any of the year 2018. Nothing is converted.
    pub states: Option<[States; 2]>,
}

/// Statistics that are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChangeError {
    /// They are of different pollutants, statistics or kinds of unit.
    #[error("the statistics are not of one pollutant, kind and unit")]
    Unlike,
    /// Composite indices of two rules or of the limits of two editions, or not made of statistics.
    #[error(
        "the composite indices are not of statistics, put together by one rule and the limits of one edition"
    )]
    Indices,
    /// They are not of the same span of two years, or of three years in a row.
    #[error("{} to {} does not answer to {} to {}", .0.first, .0.last, .1.first, .1.last)]
    Spans(DaySpan, DaySpan),
    /// The second is not of an earlier year than the first.
    #[error("{} to {} is not later than {} to {}, with which it is compared", .0.first, .0.last, .1.first, .1.last)]
    NotEarlier(DaySpan, DaySpan),
    /// One has no value.
    #[error("there is no value from {} to {}", .0.first, .0.last)]
    NoValue(DaySpan),
    /// A number does not fit 128 bits.
    #[error("the values have too many digits")]
    TooLong,
}

/// The change of a statistic against an earlier one over the same span of its year ([`DaySpan::in_year`]).
///
/// # Errors
/// [`ChangeError`].
///
/// # Example
/// ```
/// use eqs_assess::air::{DailySeries, DaySpan, HourlySeries, change, mean};
/// use eqs_core::{Indicator, Lang, NaiveDate, Phrase, Statistic, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// let standard = Gb3095::named("2012 amended 2018")?;
/// let so_far = |year, value| {
///     let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
///     let readings = vec![Some(value); 60 * 24];
///     let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, readings).unwrap();
///     let last = NaiveDate::from_ymd_opt(year, 3, 1).unwrap().pred_opt().unwrap();
///     mean(&DailySeries::means(&hours, standard), DaySpan::to_date(last), Statistic::Mean, standard)
/// };
/// let (now, then) = (so_far(2024, 33), so_far(2023, 38)); // to 29 and to 28 February
/// let change = change(&now, &then)?;
/// assert_eq!(change.percent.unwrap().to_string(), "-250/19");
/// assert_eq!(change.say(Lang::En).to_string(), "down 13.2% (5 µg/m³) on 2023-01-01 to 2023-02-28");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn change(now: &AirStatistic, base: &AirStatistic) -> Result<Change, ChangeError> {
    let [later, earlier] = alike([now, base])?;
    Ok(Change {
        is_valid: now.is_valid() && base.is_valid(),
        ..Change::between([later, earlier], [now.span, base.span], now.unit, now.indicator)?
    })
}

impl Change {
    /// The change between two values in one unit, with the states of an indicator.
    pub(super) fn between(
        [later, earlier]: [Fraction; 2],
        [now, base]: [DaySpan; 2],
        unit: Unit,
        indicator: Indicator,
    ) -> Result<Self, ChangeError> {
        answers(now, base)?;
        let difference = later.checked_sub(earlier).ok_or(ChangeError::TooLong)?;
        let percent = (earlier != Fraction::ZERO).then(|| {
            let hundredfold = difference.checked_mul(Fraction::from(100))?;
            hundredfold.checked_div(earlier)
        });
        Ok(Self {
            base,
            difference,
            unit,
            percent: percent.map(|percent| percent.ok_or(ChangeError::TooLong)).transpose()?,
            is_valid: true,
            states: States::unlike([base, now].map(|span| States::of(indicator, span))),
        })
    }
}

/// Whether a span is the same part of its year as an earlier one.
pub(super) fn answers(now: DaySpan, base: DaySpan) -> Result<(), ChangeError> {
    if base.first >= now.first {
        return Err(ChangeError::NotEarlier(now, base));
    }
    let year = u16::try_from(base.first.year()).unwrap_or_default();
    if now.in_year(year) == base { Ok(()) } else { Err(ChangeError::Spans(now, base)) }
}

/// The values of statistics of one pollutant, kind and unit, in the unit of the first.
fn alike<const N: usize>(statistics: [&AirStatistic; N]) -> Result<[Fraction; N], ChangeError> {
    let mut values = [Fraction::ZERO; N];
    let first = statistics.first().copied();
    for (value, one) in values.iter_mut().zip(statistics) {
        let kind = |of: &AirStatistic| (of.indicator, of.statistic);
        let to = first.filter(|first| kind(first) == kind(one) && one.unit.converts_to(first.unit));
        let to = to.ok_or(ChangeError::Unlike)?.unit;
        let exact = one.value.ok_or(ChangeError::NoValue(one.span))?;
        *value = convert(exact, one.unit, to).ok_or(ChangeError::TooLong)?;
    }
    Ok(values)
}

impl Phrase for Change {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_size(lang, f)?;
        if !self.is_valid {
            f.write_str(lang.pick("，有效数据不足", ", on too little data"))?;
        }
        let Some([earlier, later]) = self.states else {
            return Ok(());
        };
        let (earlier, later) = (earlier.say(lang), later.say(lang));
        match lang {
            Lang::Zh => write!(f, "，前者的状态为{earlier}，后者为{later}，未作换算"),
            Lang::En => write!(f, ", given at {earlier}, then at {later}; nothing was converted"),
        }
    }
}

impl Change {
    fn write_size(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base = self.base.say(lang);
        if self.difference == Fraction::ZERO {
            return match lang {
                Lang::Zh => write!(f, "与{base}持平"),
                Lang::En => write!(f, "the same as in {base}"),
            };
        }
        let (way_zh, way_en) =
            if self.difference.is_negative() { ("下降", "down") } else { ("上升", "up") };
        let percent = self.percent.map(size).and_then(|size| size.round(1, Rounding::HalfEven).ok());
        let (difference, unit) = (size(self.difference).shown(4), self.unit);
        // An index has no unit.
        let unit = if unit == Unit::NONE { "" } else { unit.symbol() };
        let space = if unit.is_empty() { "" } else { " " };
        match (lang, percent) {
            (Lang::Zh, Some(percent)) => write!(f, "较{base}{way_zh}{percent}%（{difference}{space}{unit}）"),
            (Lang::Zh, None) => write!(f, "较{base}{way_zh}{difference}{space}{unit}"),
            (Lang::En, Some(percent)) => {
                write!(f, "{way_en} {percent}% ({difference}{space}{unit}) on {base}")
            }
            (Lang::En, None) => write!(f, "{way_en} {difference}{space}{unit} on {base}"),
        }
    }
}

/// A number without its sign.
fn size(value: Fraction) -> Fraction {
    if value.is_negative() { Fraction::ZERO.checked_sub(value).unwrap_or(value) } else { value }
}

/// The change in percent between two printed figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PrintedChange {
    /// That of the figures as they stand.
    pub of_figures: Fraction,
    /// Those of all values that round to the figures: what an exact change may have been.
    pub possible: Interval,
}

/// The change in percent from one printed figure to another, both rounded half to even; `None` from a figure that 0
/// rounds to, between units of different kinds, or if a number does not fit 128 bits.
///
/// # Example
/// ```
/// use eqs_assess::air::printed_change;
/// use eqs_core::{Quantity, Rounding, Unit};
///
/// let figure = |text| Quantity::parse(text, Unit::UG_PER_M3).unwrap();
/// let change = printed_change(figure("33"), figure("38")).unwrap();
/// assert_eq!(change.of_figures.round(1, Rounding::HalfEven)?.to_string(), "-13.2");
/// let ends = [change.possible.low().unwrap(), change.possible.high().unwrap()];
/// let ends = ends.map(|end| end.value.round(1, Rounding::HalfEven).unwrap().to_string());
/// assert_eq!(ends, ["-15.6", "-10.7"]);
/// # Ok::<(), eqs_core::DecimalOverflow>(())
/// ```
#[must_use]
pub fn printed_change(now: Quantity, base: Quantity) -> Option<PrintedChange> {
    if !base.unit.converts_to(now.unit) {
        return None;
    }
    let factor = base.unit.factor().checked_div(now.unit.factor())?;
    let hundred = Fraction::from(100);
    let earlier = base.value.to_fraction().checked_mul(factor)?;
    let of_figures =
        now.value.to_fraction().checked_div(earlier)?.checked_sub(Fraction::from(1))?.checked_mul(hundred)?;
    let earlier = Interval::printed(base.value).intersection(Interval::NOT_NEGATIVE).checked_scale(factor)?;
    let later = Interval::printed(now.value).intersection(Interval::NOT_NEGATIVE);
    let ratio = later.checked_div(earlier)?;
    let possible = ratio.checked_sub(Interval::exactly(Fraction::from(1)))?.checked_scale(hundred)?;
    Some(PrintedChange { of_figures, possible })
}

/// The mean of three annual means (三年滑动平均).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ThreeYearMean {
    /// From the first day of the first year to the last day of the third.
    pub span: DaySpan,
    /// The exact mean.
    pub value: Fraction,
    /// Its unit.
    pub unit: Unit,
    /// Whether each of the three is valid.
    pub is_valid: bool,
    /// The states that each of the three is given at; `None` of a year before GB 3095 was in force. Nothing is converted.
    pub states: [Option<States>; 3],
}

/// The mean of the annual means of three calendar years in a row (grade B), in their order.
///
/// HJ 663-2026 evaluates by it. Its text was not read: which year it belongs to, how many valid years it needs and
/// whether it decides attainment is open, so nothing here judges it.
///
/// # Errors
/// [`ChangeError`].
pub fn three_year_mean(years: [&AirStatistic; 3]) -> Result<ThreeYearMean, ChangeError> {
    let values = alike(years)?;
    let [one, two, three] = years;
    for (before, after) in [(one, two), (two, three)] {
        let is_mean = after.statistic == Statistic::AnnualMean;
        let next = before.span.as_year().zip(after.span.as_year());
        if !is_mean || next.is_none_or(|(before, after)| before.checked_add(1) != Some(after)) {
            return Err(ChangeError::Spans(before.span, after.span));
        }
    }
    let sum = values.iter().try_fold(Fraction::ZERO, |sum, value| sum.checked_add(*value));
    let value = sum.and_then(|sum| sum.checked_div(Fraction::from(3))).ok_or(ChangeError::TooLong)?;
    Ok(ThreeYearMean {
        span: DaySpan { first: one.span.first, last: three.span.last },
        value,
        unit: one.unit,
        is_valid: years.iter().all(|year| year.is_valid()),
        states: years.map(|year| States::of(year.indicator, year.span)),
    })
}
