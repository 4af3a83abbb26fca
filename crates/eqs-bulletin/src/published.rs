//! [`Published`]: the printed month of publication.

use core::fmt;

use eqs_core::{Lang, Phrase};

/// The month of publication; the bulletins print no day.
///
/// # Example
/// ```
/// use eqs_bulletin::Published;
/// use eqs_core::{Lang, Phrase};
///
/// let published = Published { year: 2025, month: 5 };
/// assert_eq!(published.to_string(), "2025-05");
/// assert_eq!(published.say(Lang::Zh).to_string(), "2025年5月");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Published {
    /// The year.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year, self.month)
    }
}

impl Phrase for Published {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = usize::from(self.month).checked_sub(1).and_then(|index| MONTHS.get(index));
        match (lang, name) {
            (Lang::Zh, _) => write!(f, "{}年{}月", self.year, self.month),
            (Lang::En, Some(name)) => write!(f, "{name} {}", self.year),
            (Lang::En, None) => write!(f, "{self}"),
        }
    }
}
