//! [`AirStatistic`]: a value over the days of a span, and what it rests on.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{
    Citation, Decimal, DecimalOverflow, Fraction, Indicator, Lang, Measure, Phrase, Quantity, Rounding,
    Statistic, Unit,
};
use eqs_standards::gb3095::Gb3095;

use super::shortfall::Shortfall;
use super::span::DaySpan;

/// A statistic over the days of a span.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AirStatistic {
    /// The pollutant.
    pub indicator: Indicator,
    /// Which statistic.
    pub statistic: Statistic,
    /// The days.
    pub span: DaySpan,
    /// The exact value over the valid days; `None` where there is none, or if a number does not fit 128 bits.
    pub value: Option<Fraction>,
    /// The unit of the value.
    pub unit: Unit,
    /// The number of valid days.
    pub days: u16,
    /// Those of them that are so by exceedance alone ([`DayState::ValidByExceedance`](super::DayState::ValidByExceedance)).
    pub by_exceedance: u16,
    /// The number of days that would be valid and are excluded by the caller.
    pub excluded: u16,
    /// The number of hours that are excluded by the caller, on days that are still valid, too, and of all points. Days
    /// that are excluded as such ([`DailySeries::excluding`](super::DailySeries::excluding)) add none.
    pub excluded_hours: u32,
    /// The rule on the least data; `None` where no rule on this statistic and span is known, so that nothing is lacking.
    pub rule: Option<Citation>,
    /// What it lacks to be valid; empty if it is.
    pub shortfalls: Vec<Shortfall>,
}

/// A statistic that is not rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatisticError {
    /// There is no valid day.
    #[error("there is no value from {} to {}", .0.first, .0.last)]
    NoValue(DaySpan),
    /// The value, or a number on the way to it, has more digits than fit.
    #[error("the value from {} to {} has too many digits", .0.first, .0.last)]
    TooLong(DaySpan),
}

impl AirStatistic {
    /// The value, rounded half to even, once.
    ///
    /// # Errors
    /// [`StatisticError::NoValue`] without a valid day, [`StatisticError::TooLong`] if the value has too many digits.
    pub fn rounded(&self, places: u8) -> Result<Quantity, StatisticError> {
        self.round(self.exact()?, self.unit, places)
    }

    /// The value as the evaluation states it: in the unit and to the places that HJ 663 gives for statistics, or else
    /// for attainment, half to even, once. Where HJ 663 gives none, `None`.
    ///
    /// # Errors
    /// Those of [`AirStatistic::rounded`].
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, DaySpan, HourlySeries, mean};
    /// use eqs_core::{Indicator, NaiveDate, Statistic, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    /// let readings = (0..365 * 24).map(|hour| Some(30 + hour % 2)).collect();
    /// let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, readings)?;
    /// let (old, new) = (Gb3095::named("2012 amended 2018")?, Gb3095::named("2026 transition")?);
    /// let year = mean(&DailySeries::means(&hours, new), DaySpan::year(2026), Statistic::AnnualMean, new);
    /// assert_eq!(year.rounded_by(new)?.unwrap().to_string(), "30.5 µg/m³");
    /// assert_eq!(year.rounded_by(old)?.unwrap().to_string(), "30 µg/m³");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn rounded_by(&self, standard: Gb3095) -> Result<Option<Quantity>, StatisticError> {
        let value = self.exact()?;
        let Some(digits) = standard.evaluated_by().and_then(|hj663| hj663.digits(self.indicator)) else {
            return Ok(None);
        };
        if !self.unit.converts_to(digits.unit) {
            return Ok(None);
        }
        let value = convert(value, self.unit, digits.unit).ok_or(StatisticError::TooLong(self.span))?;
        self.round(value, digits.unit, digits.statistics.unwrap_or(digits.places)).map(Some)
    }

    /// The value, or why there is none.
    fn exact(&self) -> Result<Fraction, StatisticError> {
        let lacking = if self.days == 0 {
            StatisticError::NoValue(self.span)
        } else {
            StatisticError::TooLong(self.span)
        };
        self.value.ok_or(lacking)
    }

    fn round(&self, value: Fraction, unit: Unit, places: u8) -> Result<Quantity, StatisticError> {
        rounded(value, unit, places).map_err(|_| StatisticError::TooLong(self.span))
    }

    /// Whether there is a value and nothing is lacking.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.value.is_some() && self.shortfalls.is_empty()
    }
}

impl Phrase for AirStatistic {
    /// The value to four places, which decides nothing, with the days behind it and what is lacking.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.span.write(lang, f)?;
        f.write_str(lang.pick(if self.span.is_named() { "" } else { "，" }, ": "))?;
        Measure(self.indicator, self.statistic).write(lang, f)?;
        match self.value {
            Some(value) => {
                write!(f, "{}{} {}", lang.pick("为", " "), value.shown(4), self.unit)?;
            }
            None => f.write_str(lang.pick("没有数据", ", no data"))?,
        }
        let (days, of, excluded) = (self.days, self.span.days(), self.excluded);
        match lang {
            Lang::Zh => write!(f, "，{of}天中有效{days}天")?,
            Lang::En => write!(f, ", {days} valid {} of {of}", days_en(days))?,
        }
        match (lang, self.by_exceedance) {
            (_, 0) => {}
            (Lang::Zh, days) => write!(f, "（其中{days}天因超标而有效）")?,
            (Lang::En, days) => write!(f, " ({days} by exceedance)")?,
        }
        if excluded > 0 {
            match lang {
                Lang::Zh => write!(f, "，另剔除{excluded}天")?,
                Lang::En => write!(f, ", {excluded} excluded")?,
            }
        }
        match (lang, self.excluded_hours) {
            (_, 0) => {}
            (Lang::Zh, hours) => write!(f, "，剔除{hours}小时")?,
            (Lang::En, 1) => f.write_str(", 1 hour excluded")?,
            (Lang::En, hours) => write!(f, ", {hours} hours excluded")?,
        }
        for (at, shortfall) in self.shortfalls.iter().enumerate() {
            f.write_str(match (lang, at) {
                (Lang::Zh, 0) => "，数据不足：",
                (Lang::En, 0) => ", not valid: ",
                (Lang::Zh, _) => "；",
                (Lang::En, _) => "; ",
            })?;
            shortfall.write(lang, f)?;
        }
        let Some(rule) = self.rule else {
            return f.write_str(lang.pick("（未见有效性规定）", " (no rule on the least data is known)"));
        };
        if !self.shortfalls.is_empty() {
            let rule = rule.say(lang);
            match lang {
                Lang::Zh => write!(f, "（{rule}）")?,
                Lang::En => write!(f, " ({rule})")?,
            }
        }
        Ok(())
    }
}

/// "day" or "days".
pub(super) const fn days_en(number: u16) -> &'static str {
    if number == 1 { "day" } else { "days" }
}

/// A value in another unit of its kind; `None` if the kinds differ or a number does not fit.
pub(crate) fn convert(value: Fraction, from: Unit, to: Unit) -> Option<Fraction> {
    if from == to {
        return Some(value);
    }
    if !from.converts_to(to) {
        return None;
    }
    value.checked_mul(from.factor())?.checked_div(to.factor())
}

/// A value rounded half to even.
pub(crate) fn rounded(value: Fraction, unit: Unit, places: u8) -> Result<Quantity, DecimalOverflow> {
    let rounded: Decimal = value.round(places.cast_signed(), Rounding::HalfEven)?;
    Ok(Quantity::new(rounded, unit))
}
