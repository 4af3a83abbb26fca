//! [`Shortfall`]: why a mean is not valid.

use core::fmt;

use chrono::Month;
use eqs_core::{Citation, Lang, Phrase};

/// What a mean lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Shortfall {
    /// Hours of the day.
    Hours {
        /// How many there are.
        given: u16,
        /// How many there have to be.
        least: u16,
        /// The rule.
        rule: Citation,
    },
    /// Valid means of eight hours of the day.
    Windows {
        /// How many there are.
        given: u16,
        /// How many there have to be.
        least: u16,
        /// The rule.
        rule: Citation,
    },
    /// Valid days of the year, quarter or month.
    Days {
        /// How many there are.
        given: u16,
        /// How many there have to be.
        least: u16,
        /// The rule.
        rule: Citation,
    },
    /// Valid days of one of the months.
    DaysOfMonth {
        /// The month, 1 to 12.
        month: u8,
        /// How many there are.
        given: u16,
        /// How many there have to be.
        least: u16,
        /// The rule.
        rule: Citation,
    },
    /// A valid point: the city has none that day. How many it needs is not confirmed.
    NoPoint,
}

impl Phrase for Shortfall {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (given, least, zh, unit, en) = match *self {
            Self::Hours { given, least, .. } => (given, least, "小时", "小时", "hours"),
            Self::Windows { given, least, .. } => (given, least, "个8小时平均", "个", "means of eight hours"),
            Self::Days { given, least, .. } => (given, least, "天", "天", "days"),
            Self::DaysOfMonth { month, given, least, .. } => {
                return match lang {
                    Lang::Zh => write!(f, "{month}月：{given}天，至少应有{least}天"),
                    Lang::En => {
                        let name = Month::try_from(month).map_or("", |month| month.name());
                        write!(f, "{name}: {given} of {least} days")
                    }
                };
            }
            Self::NoPoint => return f.write_str(lang.pick("没有有效点位", "no valid point")),
        };
        match lang {
            Lang::Zh => write!(f, "{given}{zh}，至少应有{least}{unit}"),
            Lang::En => write!(f, "{given} of {least} {en}"),
        }
    }
}
