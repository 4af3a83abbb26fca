//! Composite index (环境空气质量综合指数) of the city ranking, 环办〔2014〕64号, and ranks with ties.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{
    AirGrade, Averaging, Confirmation, Fraction, Indicator, Lang, Phrase, Pollutants, Quantity, Rounding,
    Statistic, Unit,
};
use eqs_standards::gb3095::Gb3095;

use super::change::{Change, ChangeError};
use super::span::DaySpan;
use super::statistic::{AirStatistic, convert};

eqs_core::vocabulary! {
    /// How the sub-indices are put together.
    pub enum CompositeRule {
        /// Their sum (grade A).
        SumOfSix = "sum_of_six", "六项之和", "sum of six";
        /// Their sum with PM2.5 three times, NO2 and ozone twice. Not confirmed: one program calls it the rule of
        /// HJ 663-2026, whose text was not read.
        Weighted = "weighted", "加权和", "weighted sum";
    }
}

impl CompositeRule {
    /// How well the rule is confirmed.
    #[must_use]
    pub const fn confirmation(self) -> Confirmation {
        match self {
            Self::SumOfSix => Confirmation::A,
            Self::Weighted => Confirmation::C,
        }
    }

    fn weight(self, indicator: Indicator) -> i64 {
        match indicator {
            Indicator::PM2_5 if self == Self::Weighted => 3,
            Indicator::NO2 | Indicator::O3 if self == Self::Weighted => 2,
            _ => 1,
        }
    }
}

/// The pollutants, and the averaging time of the limit that each is divided by.
pub(super) const TERMS: [(Indicator, Averaging); 6] = [
    (Indicator::SO2, Averaging::Annual),
    (Indicator::NO2, Averaging::Annual),
    (Indicator::CO, Averaging::Day),
    (Indicator::O3, Averaging::DailyMax8h),
    (Indicator::PM10, Averaging::Annual),
    (Indicator::PM2_5, Averaging::Annual),
];

/// What a pollutant stands at in a period: the mean of SO2, NO2, PM10 and PM2.5, the 95th percentile of CO, the 90th of
/// ozone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Concentration {
    /// The pollutant.
    pub indicator: Indicator,
    /// The value: exact, or rounded by whoever gives it. The rule does not say which.
    pub value: Fraction,
    /// Its unit.
    pub unit: Unit,
}

impl Concentration {
    /// The exact value of a statistic; `None` without a value, or if the index takes another statistic of the pollutant.
    /// Whether it is valid, and that the six are of the same days, is left to the caller; [`Composite::of`] asks.
    #[must_use]
    pub fn exact(statistic: &AirStatistic) -> Option<Self> {
        let AirStatistic { indicator, unit, .. } = *statistic;
        let is_taken = match statistic.statistic {
            Statistic::P95OfDailyMeans => indicator == Indicator::CO,
            Statistic::P90OfDailyMax8h => indicator == Indicator::O3,
            Statistic::AnnualMean | Statistic::Mean => TERMS.contains(&(indicator, Averaging::Annual)),
            _ => false,
        };
        statistic.value.filter(|_| is_taken).map(|value| Self { indicator, value, unit })
    }

    /// A printed figure.
    #[must_use]
    pub fn printed(indicator: Indicator, figure: Quantity) -> Self {
        Self { indicator, value: figure.value.to_fraction(), unit: figure.unit }
    }
}

/// A composite index.
///
/// Made of concentrations ([`composite`]) it does not know their days; made of statistics ([`Composite::of`]) it does.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Composite {
    /// How it is put together.
    pub rule: CompositeRule,
    /// The sub-index (单项指数) of each pollutant, before weights.
    pub terms: Vec<(Indicator, Fraction)>,
    /// The exact index; smaller is better. It is printed with two decimals.
    pub value: Fraction,
    /// The pollutants with the largest sub-index.
    pub largest: Pollutants,
    /// The name of the edition of GB 3095 whose limits the concentrations are divided by.
    pub limits: &'static str,
    /// The days of the statistics that it was made of; `None` of concentrations.
    pub span: Option<DaySpan>,
    /// The pollutants whose statistics are not valid ([`AirStatistic::is_valid`]); none of concentrations, of which nothing
    /// is known.
    pub invalid: Pollutants,
}

/// Why there is no composite index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CompositeError {
    /// Pollutants without a concentration.
    #[error("no concentration of {0}, expected all six")]
    Missing(Pollutants),
    /// A pollutant with more than one.
    #[error("more than one concentration of {0}, expected one")]
    Twice(Indicator),
    /// Statistics of different days.
    #[error("{} to {} and {} to {}, expected statistics of the same days", .0.first, .0.last, .1.first, .1.last)]
    Spans(DaySpan, DaySpan),
    /// A concentration below 0.
    #[error("the concentration of {0} is negative, expected 0 or more")]
    Negative(Indicator),
    /// The edition sets no limit that the concentration could be divided by.
    #[error("no limit of {0} in this edition")]
    NoLimit(Indicator),
    /// The unit does not convert to that of the limit.
    #[error("{given} of {indicator} does not convert to {expected}")]
    Unit {
        /// The pollutant.
        indicator: Indicator,
        /// The unit of its concentration.
        given: Unit,
        /// The unit of the limit.
        expected: Unit,
    },
    /// A number does not fit 128 bits.
    #[error("the concentration of {0} has too many digits")]
    TooLong(Indicator),
}

/// The composite index: each concentration divided by its limit of grade 2, and the sum.
///
/// Nothing is rounded inside: published examples differ in the last digit from the sum of their printed figures
/// (1.73 for 1.74, 4.48 for 4.49), and no source says which digits the concentrations and sub-indices carry.
///
/// # Errors
/// [`CompositeError`].
///
/// # Example
/// ```
/// use eqs_assess::air::{CompositeRule, Concentration, composite};
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// let printed = [("SO2", "3"), ("NO2", "13"), ("PM10", "16"), ("PM2.5", "13"), ("O3", "87")];
/// let mut month = Vec::new();
/// for (symbol, figure) in printed {
///     month.push(Concentration::printed(symbol.parse()?, Quantity::parse(figure, Unit::UG_PER_M3)?));
/// }
/// let standard = Gb3095::named("2012 amended 2018")?;
/// assert!(composite(&month, standard, CompositeRule::SumOfSix).is_err()); // no CO
/// month.push(Concentration::printed(Indicator::CO, Quantity::parse("0.9", Unit::MG_PER_M3)?));
/// let index = composite(&month, standard, CompositeRule::SumOfSix)?;
/// assert_eq!(index.value.to_string(), "279/160");
/// assert_eq!(index.say(Lang::En).to_string(), "composite index 1.74, largest sub-index O3");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn composite(
    concentrations: &[Concentration],
    standard: Gb3095,
    rule: CompositeRule,
) -> Result<Composite, CompositeError> {
    let of = |indicator| concentrations.iter().filter(move |given| given.indicator == indicator);
    let missing: Pollutants =
        TERMS.into_iter().map(|(indicator, _)| indicator).filter(|one| of(*one).next().is_none()).collect();
    if !missing.is_empty() {
        return Err(CompositeError::Missing(missing));
    }
    let mut terms = Vec::with_capacity(TERMS.len());
    let mut value = Fraction::ZERO;
    for (indicator, averaging) in TERMS {
        let too_long = CompositeError::TooLong(indicator);
        let mut given = of(indicator);
        let Some(one) = given.next().filter(|_| given.next().is_none()) else {
            return Err(CompositeError::Twice(indicator));
        };
        if one.value.is_negative() {
            return Err(CompositeError::Negative(indicator));
        }
        let limit =
            standard.limit(indicator, averaging, AirGrade::Two).ok_or(CompositeError::NoLimit(indicator))?;
        let (from, expected) = (one.unit, limit.quantity.unit);
        if !from.converts_to(expected) {
            return Err(CompositeError::Unit { indicator, given: from, expected });
        }
        let term = convert(one.value, from, expected)
            .and_then(|value| value.checked_div(limit.quantity.value.to_fraction()))
            .ok_or(too_long)?;
        let weighted = term.checked_mul(Fraction::from(rule.weight(indicator))).ok_or(too_long)?;
        value = value.checked_add(weighted).ok_or(too_long)?;
        terms.push((indicator, term));
    }
    let top = terms.iter().map(|(_, term)| *term).max();
    let largest = terms.iter().filter(|(_, term)| Some(*term) == top).map(|(indicator, _)| *indicator);
    Ok(Composite {
        rule,
        largest: largest.collect(),
        value,
        terms,
        limits: standard.edition().name,
        span: None,
        invalid: Pollutants::default(),
    })
}

impl Composite {
    /// The index of the exact values of statistics of the same days; of each pollutant the one that the index takes
    /// ([`Concentration::exact`]), others are passed over. What is not valid takes part and is named.
    ///
    /// # Errors
    /// [`CompositeError::Spans`] if those that it takes are of different days, and those of [`composite`].
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{Composite, CompositeRule, DailySeries, DaySpan, HourlySeries, evaluated};
    /// use eqs_core::{Indicator, Lang, NaiveDate, Phrase, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let (standard, june) = (Gb3095::named("2012 amended 2018")?, DaySpan::month(2024, 6));
    /// let mut statistics = Vec::new();
    /// // PM2.5 of 20 days only, in tenths of µg/m³ as the others.
    /// for (symbol, value, days) in
    ///     [("SO2", 30, 30), ("NO2", 130, 30), ("CO", 9000, 30), ("O3", 870, 30), ("PM10", 160, 30), ("PM2.5", 130, 20)]
    /// {
    ///     let readings = vec![Some(value); days * 24];
    ///     let hours = HourlySeries::from_slots(symbol.parse()?, Unit::UG_PER_M3, 1, june.first, readings)?;
    ///     let days = match symbol {
    ///         "O3" => DailySeries::max_of_eight_hours(&hours, standard),
    ///         _ => DailySeries::means(&hours, standard),
    ///     };
    ///     statistics.extend(evaluated(&days, june, standard));
    /// }
    /// let index = Composite::of(&statistics, standard, CompositeRule::SumOfSix)?;
    /// assert_eq!(index.span, Some(june));
    /// assert_eq!(
    ///     index.say(Lang::En).to_string(),
    ///     "2024-06: composite index 1.74, largest sub-index O3, on too little data of PM2.5"
    /// );
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn of(
        statistics: &[AirStatistic],
        standard: Gb3095,
        rule: CompositeRule,
    ) -> Result<Self, CompositeError> {
        let taken = statistics.iter().filter_map(|own| Some((Concentration::exact(own)?, own)));
        let (concentrations, taken): (Vec<_>, Vec<_>) = taken.unzip();
        let index = composite(&concentrations, standard, rule)?;
        let span = taken.first().map(|own| own.span);
        if let (Some(span), Some(other)) = (span, taken.iter().find(|own| Some(own.span) != span)) {
            return Err(CompositeError::Spans(span, other.span));
        }
        let invalid = taken.iter().filter(|own| !own.is_valid()).map(|own| own.indicator).collect();
        Ok(Self { span, invalid, ..index })
    }

    /// The change of the index against that of the same span of an earlier year. The states are those of its gases.
    ///
    /// # Errors
    /// [`ChangeError::Indices`] if one of the two was not made of statistics, or if they differ in rule or edition of limits;
    /// [`ChangeError::NotEarlier`], [`ChangeError::Spans`] and [`ChangeError::TooLong`].
    pub fn change_since(&self, base: &Self) -> Result<Change, ChangeError> {
        let is_one_kind = (self.rule, self.limits) == (base.rule, base.limits);
        let spans = self.span.zip(base.span).filter(|_| is_one_kind);
        let (now, then) = spans.ok_or(ChangeError::Indices)?;
        Ok(Change {
            is_valid: self.is_valid() && base.is_valid(),
            ..Change::between([self.value, base.value], [now, then], Unit::NONE, Indicator::NO2)?
        })
    }

    /// Whether every statistic that it was made of is valid; also of concentrations, of which nothing is known.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.invalid.is_empty()
    }
}

/// The rank of each value, the smallest first; equal values share a rank, and the next one is left out: 1, 2, 2, 4.
///
/// Whether indices are equal depends on their digits: ranks of exact values and of printed ones may differ.
///
/// # Example
/// ```
/// use eqs_assess::air::ranks;
/// assert_eq!(ranks(&[449, 173, 449, 600]), [2, 1, 2, 4]);
/// ```
#[must_use]
pub fn ranks<T: Ord>(values: &[T]) -> Vec<usize> {
    let mut sorted: Vec<&T> = values.iter().collect();
    sorted.sort_unstable();
    let rank = |value| sorted.partition_point(|other| *other < value).saturating_add(1);
    values.iter().map(rank).collect()
}

impl Phrase for Composite {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(span) = self.span {
            span.write(lang, f)?;
            f.write_str(lang.pick(if span.is_named() { "" } else { "，" }, ": "))?;
        }
        match lang {
            Lang::Zh => f.write_str("综合指数")?,
            Lang::En => f.write_str("composite index ")?,
        }
        match self.value.round(2, Rounding::HalfEven) {
            Ok(value) => write!(f, "{value}")?,
            Err(_) => write!(f, "{}", self.value)?,
        }
        if self.rule != CompositeRule::SumOfSix {
            let rule = self.rule.say(lang);
            match lang {
                Lang::Zh => write!(f, "（{rule}，未证实）")?,
                Lang::En => write!(f, " ({rule}, not confirmed)")?,
            }
        }
        f.write_str(lang.pick("，单项指数最大的为", ", largest sub-index "))?;
        self.largest.write(lang, f)?;
        if self.is_valid() {
            return Ok(());
        }
        let invalid = self.invalid.say(lang);
        match lang {
            Lang::Zh => write!(f, "，{invalid}有效数据不足"),
            Lang::En => write!(f, ", on too little data of {invalid}"),
        }
    }
}
