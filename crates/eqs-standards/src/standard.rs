//! [`Standard`]: the registry of all standards that have tables here.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use eqs_core::{Edition, Medium, NaiveDate, NotInForce, Timeline, UnknownEdition};

use crate::limit::Limit;

/// A standard with tables in this crate.
///
/// # Example
/// ```
/// use eqs_core::Medium;
/// use eqs_standards::Standard;
///
/// let standard: &Standard = "gb/t 14848".parse()?;
/// assert_eq!((standard.number(), standard.medium()), ("GB/T 14848", Medium::Water));
/// let edition = standard.named("2017")?;
/// assert_eq!(standard.limits(edition).count(), 93 * 5);
/// assert!("GB 3838-2022".parse::<&Standard>().is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Standard {
    pub(crate) number: &'static str,
    pub(crate) code: &'static str,
    pub(crate) medium: Medium,
    pub(crate) sources: SourceList,
    pub(crate) timeline: &'static Timeline,
    pub(crate) limits: fn(&'static Edition) -> Limits,
}

/// All limits of an edition.
pub(crate) type Limits = Box<dyn Iterator<Item = Limit>>;

eqs_core::vocabulary! {
    /// The list that the source ids of a table belong to (`docs/data.md`).
    pub enum SourceList {
        /// Air.
        Air = "air", "大气资料", "air";
        /// Water.
        Water = "water", "水资料", "water";
        /// Soil, noise, electromagnetic environment and ecology.
        Land = "land", "土壤、噪声、电磁、生态资料", "land";
    }
}

/// The standards in the order of their media. HJ 663 has rules and DB11/T 1877 words, but no limits.
pub static STANDARDS: &[Standard] = &[
    #[cfg(feature = "air")]
    crate::gb3095::STANDARD,
    #[cfg(feature = "air")]
    crate::hj633::STANDARD,
    #[cfg(feature = "air")]
    crate::hj663::STANDARD,
    #[cfg(feature = "air")]
    crate::who_aqg::STANDARD,
    #[cfg(feature = "water")]
    crate::gb3838::STANDARD,
    #[cfg(feature = "water")]
    crate::gbt14848::STANDARD,
    #[cfg(feature = "water")]
    crate::black_odorous::STANDARD,
    #[cfg(feature = "water")]
    crate::trophic_state::STANDARD,
    #[cfg(feature = "soil")]
    crate::gb15618::STANDARD,
    #[cfg(feature = "soil")]
    crate::gb36600::STANDARD,
    #[cfg(feature = "noise")]
    crate::gb3096::STANDARD,
    #[cfg(feature = "noise")]
    crate::hj640::STANDARD,
    #[cfg(feature = "emf")]
    crate::gb8702::STANDARD,
    #[cfg(feature = "ecology")]
    crate::hj192::STANDARD,
    #[cfg(feature = "ecology")]
    crate::eqi::STANDARD,
    #[cfg(feature = "ecology")]
    crate::db11t1877::STANDARD,
];

impl Standard {
    /// The number without its year, such as `GB 3095`, or the title of a document without a number.
    #[must_use]
    pub const fn number(&self) -> &'static str {
        self.number
    }

    /// A short name in plain letters, such as `gb3095`: that of the standard's module.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The medium that it is about.
    #[must_use]
    pub const fn medium(&self) -> Medium {
        self.medium
    }

    /// The list that the source ids of its tables belong to.
    #[must_use]
    pub const fn sources(&self) -> SourceList {
        self.sources
    }

    /// The editions and stages in the order of their first days.
    #[must_use]
    pub const fn editions(&self) -> &'static [Edition] {
        self.timeline.editions()
    }

    /// The edition and stage in force on `day`.
    ///
    /// # Errors
    /// [`NotInForce`] before the first edition known here.
    pub fn on(&self, day: NaiveDate) -> Result<&'static Edition, NotInForce> {
        self.timeline.on(day)
    }

    /// The edition of this name.
    ///
    /// # Errors
    /// [`UnknownEdition`], which lists the names that exist.
    pub fn named(&self, name: &str) -> Result<&'static Edition, UnknownEdition> {
        self.timeline.named(name)
    }

    /// The last day on which an edition is in force; `None` while no later one is known.
    #[must_use]
    pub fn last_day(&self, edition: &Edition) -> Option<NaiveDate> {
        self.timeline.last_day(edition)
    }

    /// All limits of one of its editions, in the order of the printed tables; none of the edition of another standard.
    pub fn limits(&self, edition: &'static Edition) -> impl Iterator<Item = Limit> {
        (edition.standard == self.number).then(|| (self.limits)(edition)).into_iter().flatten()
    }

    /// The standard that an edition belongs to, if its medium is compiled.
    #[must_use]
    pub fn of(edition: &Edition) -> Option<&'static Self> {
        STANDARDS.iter().find(|standard| standard.number == edition.standard)
    }
}

/// A text that names no standard that has tables here.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no tables of `{text}` here, only of {}", Numbers)]
#[non_exhaustive]
pub struct UnknownStandard {
    /// The text as given.
    pub text: Box<str>,
}

struct Numbers;

impl fmt::Display for Numbers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, standard) in STANDARDS.iter().enumerate() {
            write!(f, "{}{}", if at == 0 { "" } else { ", " }, standard.number)?;
        }
        Ok(())
    }
}

impl FromStr for &'static Standard {
    type Err = UnknownStandard;

    /// Accepts the number or the code; case, blanks and slashes do not matter.
    fn from_str(text: &str) -> Result<Self, UnknownStandard> {
        let fold = |text: &str| {
            let letters =
                text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '/' | '_'));
            letters.flat_map(char::to_lowercase).collect::<Vec<_>>()
        };
        let wanted = fold(text);
        STANDARDS
            .iter()
            .find(|standard| fold(standard.number) == wanted || fold(standard.code) == wanted)
            .ok_or_else(|| UnknownStandard { text: text.into() })
    }
}

impl PartialEq for Standard {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Standard {}

impl fmt::Debug for Standard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Standard({})", self.number)
    }
}
