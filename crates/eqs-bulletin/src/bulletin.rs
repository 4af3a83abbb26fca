//! [`Bulletin`]: one document, its figures and the limits it prints.

use core::fmt;

use eqs_core::{Lang, Observation, Phrase};

use crate::data::{LIMITS_2021, LIMITS_2024};
use crate::document::{BULLETIN_2021, BULLETIN_2024};
use crate::figure::Figure;
use crate::limit::PrintedLimit;
use crate::published::Published;
use crate::query::Query;

/// A bulletin on the state of the environment (生态环境状况公报) of one year.
///
/// # Example
/// ```
/// use eqs_bulletin::Bulletin;
/// use eqs_core::{Lang, Phrase};
///
/// let bulletin = Bulletin::of(2021)?;
/// assert_eq!(bulletin.title_zh, "2021年北京市生态环境状况公报");
/// assert_eq!(bulletin.published.say(Lang::En).to_string(), "May 2022");
/// assert_eq!(bulletin.figures().len(), 206);
/// # Ok::<(), eqs_bulletin::UnknownBulletin>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Bulletin {
    /// The stable code, such as `bulletin-2021`; the document of its figures' sources.
    pub code: &'static str,
    /// The year reported on.
    pub year: u16,
    /// The printed title.
    pub title_zh: &'static str,
    /// The title in English; a translation.
    pub title_en: &'static str,
    /// The publisher as printed.
    pub publisher: &'static str,
    /// The printed month of publication; no day is printed.
    pub published: Published,
    figures: &'static [Figure],
    limits: &'static [PrintedLimit],
}

/// The year has no bulletin here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no bulletin of {year} here, only of{}", Years)]
#[non_exhaustive]
pub struct UnknownBulletin {
    /// The year that was asked for.
    pub year: u16,
}

static BULLETINS: [Bulletin; 2] = [
    Bulletin {
        code: BULLETIN_2021.code,
        year: 2021,
        title_zh: BULLETIN_2021.title_zh,
        title_en: BULLETIN_2021.title_en,
        publisher: BULLETIN_2021.publisher,
        published: Published { year: 2022, month: 5 },
        figures: BULLETIN_2021.figures,
        limits: &LIMITS_2021,
    },
    Bulletin {
        code: BULLETIN_2024.code,
        year: 2024,
        title_zh: BULLETIN_2024.title_zh,
        title_en: BULLETIN_2024.title_en,
        publisher: BULLETIN_2024.publisher,
        published: Published { year: 2025, month: 5 },
        figures: BULLETIN_2024.figures,
        limits: &LIMITS_2024,
    },
];

impl Bulletin {
    /// All bulletins, the earliest first.
    #[must_use]
    pub const fn all() -> &'static [Self] {
        &BULLETINS
    }

    /// The bulletin that reports on `year`.
    ///
    /// # Errors
    /// [`UnknownBulletin`] if there is none here; its message lists the years that there are.
    ///
    /// # Example
    /// ```
    /// use eqs_bulletin::Bulletin;
    /// assert_eq!(Bulletin::of(2024)?.code, "bulletin-2024");
    /// let error = Bulletin::of(1999).unwrap_err();
    /// assert_eq!(error.to_string(), "no bulletin of 1999 here, only of 2021, 2024");
    /// # Ok::<(), eqs_bulletin::UnknownBulletin>(())
    /// ```
    pub fn of(year: u16) -> Result<&'static Self, UnknownBulletin> {
        BULLETINS.iter().find(|bulletin| bulletin.year == year).ok_or(UnknownBulletin { year })
    }

    /// The figures in printed order.
    #[must_use]
    pub const fn figures(&self) -> &'static [Figure] {
        self.figures
    }

    /// The figures as observations, in printed order.
    ///
    /// The lifetime is the caller's choice, so that they chain with shorter-lived ones.
    #[must_use]
    pub fn observations<'a>(&self) -> impl ExactSizeIterator<Item = &'a Observation<'a>> + Clone + use<'a> {
        self.figures.iter().map(|figure| &figure.observation)
    }

    /// The limits that the bulletin's note prints. What is in force is the matter of `eqs-standards`.
    #[must_use]
    pub const fn printed_limits(&self) -> &'static [PrintedLimit] {
        self.limits
    }

    /// The figures that answer `query`, in printed order; nothing is allocated.
    ///
    /// A figure that the bulletin prints twice comes twice, and the total of a place does not stand in for the
    /// figures of its districts.
    pub fn select(&self, query: Query) -> impl Iterator<Item = &'static Figure> + Clone {
        self.figures.iter().filter(move |figure| query.matches(figure))
    }
}

impl Phrase for Bulletin {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(lang.pick(self.title_zh, self.title_en))
    }
}

/// The years of all bulletins, for messages.
struct Years;

impl fmt::Display for Years {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, bulletin) in BULLETINS.iter().enumerate() {
            write!(f, "{} {}", if index == 0 { "" } else { "," }, bulletin.year)?;
        }
        Ok(())
    }
}
