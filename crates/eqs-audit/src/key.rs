//! [`Key`]: what a figure is of.

use core::fmt;

use eqs_core::{Indicator, Lang, Measure, Observation, Period, Phrase, Place, Statistic};

/// What a figure is of: figures of one key speak of one number.
///
/// # Example
/// ```
/// use eqs_audit::Key;
/// use eqs_core::{Indicator, Lang, Period, Phrase, Place, Statistic};
///
/// let key = Key {
///     place: Place::BEIJING,
///     indicator: Indicator::PM2_5,
///     statistic: Statistic::AnnualMean,
///     period: Period::Year(2024),
/// };
/// assert_eq!(key.say(Lang::En).to_string(), "PM2.5, annual mean, Beijing, 2024");
/// assert_eq!(key.say(Lang::Zh).to_string(), "北京市2024年PM2.5年均值");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Key {
    /// Where.
    pub place: Place,
    /// What.
    pub indicator: Indicator,
    /// Which statistic of it.
    pub statistic: Statistic,
    /// When.
    pub period: Period,
}

impl Key {
    /// The key of an observation.
    #[must_use]
    pub const fn of(observation: &Observation<'_>) -> Self {
        let Observation { place, indicator, statistic, period, .. } = *observation;
        Self { place, indicator, statistic, period }
    }

    /// The same for another year.
    pub(crate) const fn in_year(self, year: u16) -> Self {
        Self { period: Period::Year(year), ..self }
    }

    /// The same elsewhere.
    pub(crate) const fn at(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// The same place and period for another indicator.
    pub(crate) const fn of_indicator(self, indicator: Indicator) -> Self {
        Self { indicator, ..self }
    }

    /// The years of the period; `None` where it names none, or no first one.
    pub(crate) const fn years(self) -> Option<(u16, u16)> {
        match self.period {
            Period::Year(year) => Some((year, year)),
            Period::Years(first, last) => Some((first, last)),
            _ => None,
        }
    }
}

impl Phrase for Key {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, indicator, statistic, period } = *self;
        let (place, period) = (place.say(lang), period.say(lang));
        match lang {
            Lang::Zh => write!(f, "{place}{period}{}", Measure(indicator, statistic).say(lang)),
            Lang::En => write!(f, "{}, {place}, {period}", Measure(indicator, statistic).say(lang)),
        }
    }
}
