//! Areas that reported against an edition before its first day in the country.

use eqs_core::table::Reader;
use eqs_core::{Confirmation, NaiveDate, Place};

use super::EDITIONS;
use crate::reading::cell;

/// An area that went ahead of the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Adoption {
    /// The name of the edition.
    pub edition: &'static str,
    /// The area, with all places within it.
    pub place: Place,
    /// The first day there.
    pub first_day: NaiveDate,
    /// How well that is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What it rests on.
    pub note: &'static str,
}

eqs_core::table! {
    static ADOPTIONS: [Adoption] =
        "../../data/gb3095/adoption.csv", "edition,place,first_day,confirmation,sources,note", row;
}

impl Adoption {
    pub(super) fn all() -> &'static [Self] {
        &ADOPTIONS
    }

    pub(super) fn holds_in(&self, place: Place) -> bool {
        place == self.place || place.is_within(self.place)
    }
}

const fn row(reader: &mut Reader) -> Adoption {
    let edition = cell::edition_name(reader, &EDITIONS);
    let (place, first_day) = (reader.place(), reader.date());
    let cell::Origin { confirmation, sources, note } = cell::origin(reader);
    Adoption { edition, place, first_day, confirmation, sources, note }
}
