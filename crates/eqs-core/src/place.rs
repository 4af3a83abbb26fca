//! Places: areas, river systems and groups of sites, over the registry `data/places.csv`.

use alloc::boxed::Box;
use core::fmt;
use core::str::FromStr;

use crate::citation::Confirmation;
use crate::lang::{Lang, Phrase};
use crate::table::{Reader, same};

/// A place that figures and targets are given for.
///
/// # Example
/// ```
/// use eqs_core::{Place, PlaceKind};
///
/// let miyun: Place = "密云".parse()?;
/// assert_eq!(miyun.zh(), "密云区");
/// assert_eq!(miyun.kind(), PlaceKind::District);
/// assert!(miyun.is_within(Place::BEIJING));
/// assert_eq!("全市".parse::<Place>()?, Place::BEIJING);
/// # Ok::<(), eqs_core::UnknownPlace>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row of the registry; that of a declared entry is behind all of them.
    row: u16,
    declared: Option<&'static PlaceEntry>,
}

/// What is known of a place: a row of `places.csv`, or one that a program declares for a city of its own.
///
/// # Example
/// ```
/// use eqs_core::{Confirmation, Place, PlaceEntry, PlaceKind};
///
/// static HANGZHOU: PlaceEntry = PlaceEntry {
///     code: "hangzhou",
///     zh: "杭州市",
///     en: "Hangzhou",
///     kind: PlaceKind::City,
///     within: "china",
///     aliases: "杭州",
///     confirmation: Confirmation::A,
/// };
/// let hangzhou = Place::declared(&HANGZHOU);
/// assert!(hangzhou.is_within(Place::of("china")));
/// assert!("hangzhou".parse::<Place>().is_err(), "the registry stays what it is");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceEntry {
    /// The stable code, such as `dongcheng`.
    pub code: &'static str,
    /// The Chinese name.
    pub zh: &'static str,
    /// The English name.
    pub en: &'static str,
    /// The kind of place.
    pub kind: PlaceKind,
    /// The codes of the places that it belongs to directly, separated by `;`; of places that are not in the
    /// registry also those above them.
    pub within: &'static str,
    /// Other spellings that are understood, separated by `;`.
    pub aliases: &'static str,
    /// How well the delimitation is confirmed.
    pub confirmation: Confirmation,
}

/// A text that names no place of `places.csv`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown place `{text}`")]
#[non_exhaustive]
pub struct UnknownPlace {
    /// The text as given.
    pub text: Box<str>,
}

crate::vocabulary! {
    /// What kind of place it is.
    pub enum PlaceKind {
        /// The country (国家).
        Country = "country", "国家", "country";
        /// A province (省).
        Province = "province", "省", "province";
        /// A municipality (直辖市).
        Municipality = "municipality", "直辖市", "municipality";
        /// A city under a province (地级市).
        City = "city", "地级市", "city";
        /// A region of several provinces (区域).
        Region = "region", "区域", "region";
        /// A district (区).
        District = "district", "区", "district";
        /// A county (县).
        County = "county", "县", "county";
        /// All districts, one figure each (各区).
        Districts = "districts", "各区", "districts";
        /// A functional area of the city (功能区).
        FunctionalArea = "functional_area", "功能区", "functional area";
        /// Another delimited area (地区).
        Area = "area", "地区", "area";
        /// A river system (水系).
        RiverSystem = "river_system", "水系", "river system";
        /// A river (河流), or several.
        River = "river", "河流", "river";
        /// The lakes of an area (湖泊).
        Lakes = "lakes", "湖泊", "lakes";
        /// The reservoirs of an area (水库).
        Reservoirs = "reservoirs", "水库", "reservoirs";
        /// A single water body (水体).
        WaterBody = "water_body", "水体", "water body";
        /// A group of monitoring sites (监测点位).
        SiteGroup = "site_group", "监测点位", "group of sites";
    }
}

const fn entry(reader: &mut Reader) -> PlaceEntry {
    PlaceEntry {
        code: reader.required(),
        zh: reader.required(),
        en: reader.required(),
        kind: PlaceKind::read(reader),
        within: reader.text(),
        aliases: reader.text(),
        confirmation: reader.confirmation(),
    }
}

crate::table! {
    static PLACES: [PlaceEntry] = "../data/places.csv", "code,zh,en,kind,within,aliases,confirmation", entry;
}

impl Place {
    /// The municipality of Beijing (全市 in its bulletins).
    pub const BEIJING: Self = Self::of("beijing");

    /// The place with this code.
    ///
    /// # Panics
    /// If there is none. Meant for literals in `const` code.
    #[must_use]
    #[expect(clippy::panic, reason = "documented: a misspelt literal must not compile")]
    pub const fn of(code: &str) -> Self {
        match Self::from_code(code) {
            Some(place) => place,
            None => panic!("no such code in places.csv"),
        }
    }

    /// The place with exactly this code.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        reason = "the index is below the length, which stays below the range of the row"
    )]
    pub const fn from_code(code: &str) -> Option<Self> {
        let mut index = 0;
        while index < PLACES.len() {
            if same(PLACES[index].code, code) {
                return Some(Self { row: index as u16, declared: None });
            }
            index += 1;
        }
        None
    }

    /// The place of an entry that is not in the registry. Places of the registry come first in the order of places,
    /// declared ones after them by code.
    #[must_use]
    pub const fn declared(entry: &'static PlaceEntry) -> Self {
        Self { row: u16::MAX, declared: Some(entry) }
    }

    /// All places of the registry in the order of the file.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..u16::MAX).take(PLACES.len()).map(|row| Self { row, declared: None })
    }

    /// The stable code, such as `dongcheng`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.entry().code
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        self.entry().zh
    }

    /// The English name.
    #[must_use]
    pub const fn en(self) -> &'static str {
        self.entry().en
    }

    /// The kind of place.
    #[must_use]
    pub const fn kind(self) -> PlaceKind {
        self.entry().kind
    }

    /// How well the delimitation is confirmed.
    #[must_use]
    pub const fn confirmation(self) -> Confirmation {
        self.entry().confirmation
    }

    /// The places that this one is stated to belong to, directly.
    pub fn parents(self) -> impl Iterator<Item = Self> {
        self.entry().within.split(';').filter_map(Self::from_code)
    }

    /// Whether the place belongs to `other`, directly or through another place.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.is_directly_within(other) || self.parents().any(|parent| parent.is_within(other))
    }

    /// The other spellings that are understood.
    pub fn aliases(self) -> impl Iterator<Item = &'static str> {
        self.entry().aliases.split(';').filter(|alias| !alias.is_empty())
    }

    #[expect(clippy::indexing_slicing, reason = "a place is only made from an index of the table")]
    const fn entry(self) -> &'static PlaceEntry {
        match self.declared {
            Some(entry) => entry,
            None => &PLACES[self.row as usize],
        }
    }

    /// Whether the place is stated to belong to `other` directly.
    #[must_use]
    pub fn is_directly_within(self, other: Self) -> bool {
        self.entry().within.split(';').any(|code| code == other.code())
    }
}

impl FromStr for Place {
    type Err = UnknownPlace;

    /// Accepts the code, either name or an alias.
    fn from_str(text: &str) -> Result<Self, UnknownPlace> {
        Self::all()
            .find(|place| {
                [place.code(), place.zh(), place.en()].contains(&text)
                    || place.aliases().any(|alias| alias == text)
            })
            .ok_or_else(|| UnknownPlace { text: text.into() })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Place({})", self.code())
    }
}

impl Phrase for Place {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(lang.pick(self.zh(), self.en()))
    }
}

crate::vocabulary::serialize_as_text!(Place);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_places_and_every_parent_exists() {
        let mut names = alloc::collections::BTreeMap::new();
        for place in Place::all() {
            for name in [place.code(), place.zh(), place.en()].into_iter().chain(place.aliases()) {
                assert_eq!(*names.entry(name).or_insert(place), place, "{name}");
                assert_eq!(name.parse(), Ok(place), "{name}");
            }
            let written = place.entry().within.split(';').filter(|code| !code.is_empty()).count();
            assert_eq!(place.parents().count(), written, "{place}");
            assert!(!place.is_within(place), "{place} lies within itself");
        }
    }

    #[test]
    fn beijing_has_sixteen_districts() {
        let districts = Place::all()
            .filter(|place| place.kind() == PlaceKind::District && place.is_within(Place::BEIJING));
        assert_eq!(districts.count(), 16);
    }

    #[test]
    fn unknown_places_are_refused() {
        assert_eq!("东城 ".parse::<Place>().unwrap_err().text.as_ref(), "东城 ");
    }
}
