//! Observations: figures with place, indicator, statistic, period and source.

use core::fmt;

use crate::decimal::Decimal;
use crate::indicator::Indicator;
use crate::lang::{Lang, Phrase};
use crate::period::Period;
use crate::place::Place;
use crate::quantity::Quantity;
use crate::statistic::Statistic;

crate::vocabulary! {
    /// How a printed figure bounds the value it speaks of.
    pub enum Bound {
        /// The figure itself, as far as its printed places go.
        Exact = "exact", "", "";
        /// About (约, 左右).
        About = "about", "约", "about ";
        /// Nearly: a little below (近).
        Nearly = "nearly", "近", "nearly ";
        /// More than (超, 超过, 突破, 余, 多, >).
        Above = "above", "超过", "more than ";
        /// At least (以上, ≥).
        AtLeast = "at_least", "不少于", "at least ";
        /// None at all, in words (无): exactly the printed 0.
        Nil = "nil", "正好", "exactly ";
    }
}

/// A figure: what a bulletin prints, a plan reviews or a user has measured.
///
/// # Example
/// ```
/// use eqs_core::{Bound, Indicator, Lang, Observation, Period, Phrase, Place, Quantity, Source, Statistic, Unit};
///
/// let observation = Observation {
///     place: Place::BEIJING,
///     indicator: Indicator::PM2_5,
///     statistic: Statistic::AnnualMean,
///     period: Period::Year(2024),
///     quantity: Quantity::parse("30.5", Unit::UG_PER_M3)?,
///     high: None,
///     bound: Bound::Exact,
///     source: Source { document: "bulletin-2024", id: "OBS-0214", line: 38, quote: "年平均浓度值为30.5微克/立方米" },
/// };
/// assert_eq!(observation.say(Lang::En).to_string(), "Beijing, PM2.5, annual mean, 2024: 30.5 µg/m³");
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Observation<'a> {
    /// Where.
    pub place: Place,
    /// What.
    pub indicator: Indicator,
    /// Which statistic of it.
    pub statistic: Statistic,
    /// When.
    pub period: Period,
    /// The printed value; the lower end of a printed range.
    pub quantity: Quantity,
    /// The upper end of a printed range.
    pub high: Option<Decimal>,
    /// How the figure bounds the value.
    pub bound: Bound,
    /// Where it is printed.
    pub source: Source<'a>,
}

/// Where a figure is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Source<'a> {
    /// The document's code.
    pub document: &'a str,
    /// The stable id of the figure in its document.
    pub id: &'a str,
    /// The line of the document, counted from 1.
    pub line: u16,
    /// The printed words around the figure.
    pub quote: &'a str,
}

impl Phrase for Observation<'_> {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let measure = Measure(self.indicator, self.statistic);
        let (place, period, measure) = (self.place.say(lang), self.period.say(lang), measure.say(lang));
        match lang {
            Lang::Zh => write!(f, "{place}{period}{measure}：")?,
            Lang::En => write!(f, "{place}, {measure}, {period}: ")?,
        }
        write_figure(self.quantity, self.high, self.bound, lang, f)
    }
}

/// A statistic of an indicator, as sentences name it.
///
/// # Example
/// ```
/// use eqs_core::{Indicator, Lang, Measure, Phrase, Statistic};
/// assert_eq!(Measure(Indicator::PM2_5, Statistic::AnnualMean).say(Lang::Zh).to_string(), "PM2.5年均值");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure(pub Indicator, pub Statistic);

impl Phrase for Measure {
    /// Words that end the one and begin the other are said once: 优良天数 and 天数比例 make 优良天数比例.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(indicator, statistic) = *self;
        indicator.write(lang, f)?;
        match lang {
            Lang::Zh => {
                let name = statistic.zh();
                let mut starts =
                    name.char_indices().rev().map(|(start, letter)| start.saturating_add(letter.len_utf8()));
                let said = starts.find_map(|end| {
                    name.split_at_checked(end).filter(|(start, _)| indicator.zh().ends_with(start))
                });
                // A rate is a share by its name.
                let is_rate = ["率", "比例", "比重"].iter().any(|end| indicator.zh().ends_with(end));
                f.write_str(match said {
                    Some((_, rest)) => rest,
                    None if is_rate && statistic == Statistic::Share => "",
                    None => name,
                })
            }
            Lang::En if indicator.en().ends_with(statistic.en()) => Ok(()),
            Lang::En if indicator.en().ends_with("rate") && statistic == Statistic::Share => Ok(()),
            Lang::En => write!(f, ", {}", statistic.en()),
        }
    }
}

/// Writes a figure with the word of its bound, and as a range where it is one.
///
/// # Errors
/// Only those of the formatter.
pub fn write_figure(
    low: Quantity,
    high: Option<Decimal>,
    bound: Bound,
    lang: Lang,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    bound.write(lang, f)?;
    match high {
        None => low.write(lang, f),
        Some(high) => write!(f, "{}–{}", low.value, Quantity::new(high, low.unit).say(lang)),
    }
}

impl Phrase for Source<'_> {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match lang {
            Lang::Zh => write!(f, "{} 第{}行", self.document, self.line),
            Lang::En => write!(f, "{} line {}", self.document, self.line),
        }
    }
}
