//! Editions of a standard and the days on which they are in force.

use alloc::boxed::Box;
use core::fmt;

use chrono::NaiveDate;

use crate::citation::{Citation, Clause, Confirmation, write_edition};
use crate::lang::{Lang, Phrase};

/// One edition, or one stage of an edition, of a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Edition {
    /// The number without its year, such as `GB 3095`.
    pub standard: &'static str,
    /// The name by which it is asked for: the year, and the stage where there are stages (`2026 transition`).
    pub name: &'static str,
    /// Chinese title.
    pub title_zh: &'static str,
    /// English title.
    pub title_en: &'static str,
    /// The day of issue, where known.
    pub issued: Option<NaiveDate>,
    /// The first day in force, nationally.
    pub first_day: NaiveDate,
    /// What it replaces or changes, in words.
    pub replaces: &'static str,
    /// Where the text or its reprint was read, by the ids of docs/data.md.
    pub read_at: &'static str,
    /// How well the dates are confirmed.
    pub confirmation: Confirmation,
    /// The day on which somebody last confirmed that this is the state of affairs.
    pub checked_on: NaiveDate,
}

impl Edition {
    /// Cites a place in this edition.
    #[must_use]
    pub const fn cite(&self, clause: Clause) -> Citation {
        Citation::Standard { standard: self.standard, edition: self.name, clause }
    }
}

impl Phrase for Edition {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_edition(self.standard, self.name, lang, f)
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.standard, self.name)
    }
}

/// The editions of one standard in the order of their first days.
///
/// Only first days are stored: an edition ends on the day before the next one begins, so there can be neither
/// holes nor overlaps.
///
/// # Example
/// ```
/// use eqs_core::{Confirmation, Edition, NaiveDate, Timeline};
///
/// const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
///     NaiveDate::from_ymd_opt(year, month, day).unwrap()
/// }
///
/// const fn edition(name: &'static str, first_day: NaiveDate) -> Edition {
///     Edition {
///         standard: "GB 3095", name, title_zh: "环境空气质量标准", title_en: "Ambient air quality standards",
///         issued: None, first_day, replaces: "", read_at: "", confirmation: Confirmation::A,
///         checked_on: day(2026, 11, 22),
///     }
/// }
///
/// static EDITIONS: [Edition; 2] =
///     [edition("2012", day(2016, 1, 1)), edition("2026 transition", day(2026, 3, 1))];
/// static GB3095: Timeline = Timeline::new(&EDITIONS);
///
/// assert_eq!(GB3095.on(day(2026, 2, 28))?.name, "2012");
/// assert_eq!(GB3095.on(day(2026, 3, 1))?.name, "2026 transition");
/// assert_eq!(GB3095.last_day(&EDITIONS[0]), Some(day(2026, 2, 28)));
/// assert!(GB3095.on(day(2015, 12, 31)).is_err());
/// # Ok::<(), eqs_core::NotInForce>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Timeline {
    editions: &'static [Edition],
}

impl Timeline {
    /// Takes the editions in the order of their first days.
    ///
    /// # Panics
    /// If there is none, if two belong to different standards, or if their first days do not increase. Meant
    /// for `static` items, where that is a compile error: two editions on one day do not compile.
    ///
    /// ```compile_fail,E0080
    /// # use eqs_core::{Confirmation, Edition, NaiveDate, Timeline};
    /// # const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    /// # const EDITION: Edition = Edition {
    /// #     standard: "GB 3095", name: "2012", title_zh: "", title_en: "", issued: None, first_day: DAY,
    /// #     replaces: "", read_at: "", confirmation: Confirmation::A, checked_on: DAY,
    /// # };
    /// static EDITIONS: [Edition; 2] = [EDITION, Edition { name: "2026", ..EDITION }];
    /// static GB3095: Timeline = Timeline::new(&EDITIONS);
    /// # fn main() { assert!(GB3095.editions().is_empty()); }
    /// ```
    #[must_use]
    #[expect(clippy::panic, reason = "documented: a wrong timeline must not compile")]
    pub const fn new(editions: &'static [Edition]) -> Self {
        let [first, following @ ..] = editions else {
            panic!("a standard has at least one edition");
        };
        let mut earlier = first;
        let mut following = following;
        while let [later, rest @ ..] = following {
            assert!(
                crate::table::same(earlier.standard, later.standard),
                "the editions of a timeline belong to one standard"
            );
            assert!(
                earlier.first_day.to_epoch_days() < later.first_day.to_epoch_days(),
                "the first days of a standard's editions must increase"
            );
            (earlier, following) = (later, rest);
        }
        Self { editions }
    }

    /// The editions in the order of their first days.
    #[must_use]
    pub const fn editions(&self) -> &'static [Edition] {
        self.editions
    }

    /// The edition in force on `day`.
    ///
    /// # Errors
    /// [`NotInForce`] if `day` lies before the first edition known here.
    pub fn on(&self, day: NaiveDate) -> Result<&'static Edition, NotInForce> {
        let following = self.editions.partition_point(|edition| edition.first_day <= day);
        following.checked_sub(1).and_then(|index| self.editions.get(index)).ok_or_else(|| NotInForce {
            standard: self.standard(),
            day,
            first_day: self.editions.first().map(|edition| edition.first_day),
        })
    }

    /// The edition with this name, in force or not: `2012`, `2026 transition`.
    ///
    /// # Errors
    /// [`UnknownEdition`], which lists the names that exist.
    pub fn named(&self, name: &str) -> Result<&'static Edition, UnknownEdition> {
        self.editions.iter().find(|edition| edition.name == name).ok_or_else(|| UnknownEdition {
            standard: self.standard(),
            name: name.into(),
            known: self.editions,
        })
    }

    /// The last day of `edition`: the day before the next one begins, or `None` while none is known to follow.
    #[must_use]
    pub fn last_day(&self, edition: &Edition) -> Option<NaiveDate> {
        let next = self.editions.iter().find(|later| later.first_day > edition.first_day)?;
        next.first_day.pred_opt()
    }

    fn standard(&self) -> &'static str {
        self.editions.first().map_or("", |edition| edition.standard)
    }
}

/// No edition known here is in force on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[error("no edition of {standard} known here is in force on {day}{}", Since(*.first_day))]
#[non_exhaustive]
pub struct NotInForce {
    /// The standard that was asked for.
    pub standard: &'static str,
    /// The day that was asked for.
    pub day: NaiveDate,
    /// The first day of the first edition known here.
    pub first_day: Option<NaiveDate>,
}

/// The standard has no edition of this name here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{standard} has no edition `{name}` here, only{}", Names(.known))]
#[non_exhaustive]
pub struct UnknownEdition {
    /// The standard that was asked for.
    pub standard: &'static str,
    /// The name that was asked for.
    pub name: Box<str>,
    known: &'static [Edition],
}

struct Since(Option<NaiveDate>);

impl fmt::Display for Since {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |day| write!(f, " (the first begins on {day})"))
    }
}

struct Names<'a>(&'a [Edition]);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, edition) in self.0.iter().enumerate() {
            write!(f, "{} `{}`", if index == 0 { "" } else { "," }, edition.name)?;
        }
        Ok(())
    }
}
