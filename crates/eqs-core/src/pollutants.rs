//! [`Pollutants`]: sets of the six basic pollutants of ambient air.

use core::fmt;

use crate::indicator::Indicator;
use crate::lang::{Lang, Phrase};

/// A set of the six basic pollutants (基本项目), in the order SO2, NO2, CO, O3, PM10, PM2.5.
///
/// # Example
/// ```
/// use eqs_core::{Indicator, Lang, Phrase, Pollutants};
///
/// let primary: Pollutants = [Indicator::PM10, Indicator::O3].into_iter().collect();
/// assert_eq!(primary.to_string(), "O3;PM10");
/// assert_eq!(primary.say(Lang::En).to_string(), "O3 and PM10");
/// assert!(primary.contains(Indicator::PM10) && !primary.contains(Indicator::CO));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Pollutants(u8);

const ORDER: [Indicator; 6] =
    [Indicator::SO2, Indicator::NO2, Indicator::CO, Indicator::O3, Indicator::PM10, Indicator::PM2_5];

impl Pollutants {
    /// The members in their order.
    pub fn iter(self) -> impl Iterator<Item = Indicator> {
        ORDER.into_iter().enumerate().filter(move |(at, _)| self.0 >> at & 1 == 1).map(|(_, member)| member)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether `indicator` belongs to the set.
    #[must_use]
    pub fn contains(self, indicator: Indicator) -> bool {
        !Self::default().with(indicator).is_empty() && self.with(indicator) == self
    }

    /// The set with `indicator`; without change if that is none of the six.
    #[must_use]
    pub fn with(self, indicator: Indicator) -> Self {
        ORDER.iter().position(|other| *other == indicator).map_or(self, |at| Self(self.0 | 1 << at))
    }

    /// The set without the members of `others`.
    #[must_use]
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }
}

impl FromIterator<Indicator> for Pollutants {
    /// Indicators that are none of the six are left out.
    fn from_iter<I: IntoIterator<Item = Indicator>>(indicators: I) -> Self {
        indicators.into_iter().fold(Self::default(), Self::with)
    }
}

impl fmt::Display for Pollutants {
    /// The symbols, separated by `;`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, member) in self.iter().enumerate() {
            write!(f, "{}{member}", if at == 0 { "" } else { ";" })?;
        }
        Ok(())
    }
}

impl Phrase for Pollutants {
    /// The members as a list within a sentence.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.iter().count().saturating_sub(1);
        for (at, member) in self.iter().enumerate() {
            f.write_str(match (lang, at) {
                (_, 0) => "",
                (Lang::Zh, _) => "、",
                (Lang::En, at) if at == last => " and ",
                (Lang::En, _) => ", ",
            })?;
            member.write(lang, f)?;
        }
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Pollutants {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
