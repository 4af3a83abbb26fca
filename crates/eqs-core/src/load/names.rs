//! Names of places and indicators, declared ones included.

use alloc::vec::Vec;

use super::declared::Declared;
use super::error::Problem;
use crate::indicator::Indicator;
use crate::place::Place;
use crate::spelling::{nearest, plain};

impl Declared {
    /// The place of this name: its code, either name or an alias.
    ///
    /// # Errors
    /// If there is none here and none in the registry; names that are spelt alike are offered.
    pub fn place(&self, text: &str) -> Result<Place, Problem> {
        let declared = self.all_places.iter().find(|place| names_of_place(**place).any(|name| name == text));
        match declared {
            Some(place) => Ok(*place),
            None => text.parse().map_err(|_| {
                let all = Place::all().chain(self.all_places.iter().copied());
                let names = all.flat_map(|place| names_of_place(place).map(move |name| (name, place)));
                Problem::UnknownPlace { offer: offer(nearest(text, names, letters)) }
            }),
        }
    }

    /// The indicator of this name: its symbol, either name or an alias.
    ///
    /// # Errors
    /// If there is none here and none in the registries; names that are spelt alike are offered.
    pub fn indicator(&self, text: &str) -> Result<Indicator, Problem> {
        let is_named = |indicator: &&Indicator| {
            names_of_indicator(**indicator).any(|name| plain(name).eq(plain(text)))
                || indicator.en().eq_ignore_ascii_case(text)
        };
        match self.all_indicators.iter().find(is_named) {
            Some(indicator) => Ok(*indicator),
            None => text.parse().map_err(|_| {
                let all = Indicator::all().chain(self.all_indicators.iter().copied());
                let names = all
                    .flat_map(|indicator| names_of_indicator(indicator).map(move |name| (name, indicator)));
                Problem::UnknownIndicator { offer: offer(nearest(text, names, letters)) }
            }),
        }
    }
}

fn names_of_place(place: Place) -> impl Iterator<Item = &'static str> {
    [place.code(), place.zh(), place.en()].into_iter().chain(place.aliases())
}

fn names_of_indicator(indicator: Indicator) -> impl Iterator<Item = &'static str> {
    [indicator.symbol(), indicator.zh(), indicator.en()].into_iter().chain(indicator.aliases())
}

fn letters(name: &str) -> Vec<char> {
    plain(name).flat_map(char::to_lowercase).collect()
}

fn offer<T>(found: Vec<(&'static str, T)>) -> Vec<&'static str> {
    found.into_iter().map(|(name, _)| name).collect()
}
