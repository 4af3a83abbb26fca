//! [`Register`]: all figures and claims, and what is known of a key.

use alloc::vec::Vec;

use eqs_bulletin::Figure;
use eqs_core::{Indicator, Place, PlaceKind, Statistic};

use crate::claim::Claim;
use crate::evidence::{Evidence, together};
use crate::implied;
use crate::key::Key;
use crate::policy::Policy;
use crate::result::Missing;

/// All figures and claims in an order that does not depend on how they came.
#[derive(Clone, Debug)]
pub(crate) struct Register<'a> {
    pub(crate) figures: Vec<&'a Figure>,
    pub(crate) claims: Vec<&'a Claim>,
    pub(crate) places: Vec<Place>,
    pub(crate) policy: Policy,
}

impl<'a> Register<'a> {
    pub(crate) fn new(
        figures: impl IntoIterator<Item = &'a Figure>,
        claims: impl IntoIterator<Item = &'a Claim>,
        policy: Policy,
    ) -> Self {
        let mut figures: Vec<&Figure> = figures.into_iter().collect();
        figures.sort_by_key(|figure| {
            let source = figure.observation.source;
            (Key::of(&figure.observation), source.document, source.line, source.id)
        });
        let mut claims: Vec<&Claim> = claims.into_iter().collect();
        claims.sort_by_key(|claim| (claim.source.document, claim.source.id, claim.part));
        // Members of groups are looked for among all places that are spoken of, too: a program may declare some.
        let mut places: Vec<Place> = Place::all()
            .chain(figures.iter().map(|figure| figure.observation.place))
            .chain(claims.iter().map(|claim| claim.subject.place))
            .collect();
        places.sort_unstable();
        places.dedup();
        Self { figures, claims, places, policy }
    }

    /// The printed figures of a key.
    pub(crate) fn printed(&self, key: Key) -> impl Iterator<Item = &'a Figure> + '_ {
        let start = self.figures.partition_point(|figure| Key::of(&figure.observation) < key);
        let rest = self.figures.iter().skip(start);
        rest.copied().take_while(move |figure| Key::of(&figure.observation) == key)
    }

    /// What is printed of a key, or told by the calendar.
    pub(crate) fn printed_evidence(&self, key: Key) -> Result<Option<Evidence>, Missing> {
        if let Some(days) = Evidence::of_calendar(key) {
            return Ok(Some(days));
        }
        let figures = self.printed(key).map(|figure| Evidence::of_figure(&figure.observation, &self.policy));
        let mut all = figures.collect::<Option<Vec<_>>>().ok_or(Missing::TooLong)?;
        if all.is_empty() {
            all.extend(self.claims.iter().filter_map(|claim| Evidence::of_rate(claim, key, &self.policy)));
        }
        together(all, key)
    }

    /// What is known of a key for the sake of `asking`: what is printed, else what other statements imply.
    pub(crate) fn evidence(&self, key: Key, asking: &Claim) -> Result<Evidence, Missing> {
        if let Some(printed) = self.printed_evidence(key)? {
            return Ok(printed);
        }
        let implied = implied::of(self, key, asking)?;
        together(implied, key)?.ok_or(Missing::Figure(key))
    }

    /// The members of a group, in the order of places; of a place that is no group, none.
    pub(crate) fn members(&self, group: Place) -> Vec<Place> {
        let within = |place: &&Place| place.is_directly_within(group);
        self.places
            .iter()
            .filter(within)
            .filter(|place| place.kind() != PlaceKind::Districts)
            .copied()
            .collect()
    }

    /// The members of the group that the key speaks of, or the place itself where that is no group.
    pub(crate) fn places_of(&self, key: Key) -> Result<Vec<Place>, Missing> {
        let has_figure = |place| self.printed(key.at(place)).next().is_some();
        match key.place.kind() {
            PlaceKind::Districts => {
                let members = self.members(key.place);
                if members.is_empty() { Err(Missing::Members(key)) } else { Ok(members) }
            }
            _ if has_figure(key.place) => Ok(alloc::vec![key.place]),
            // An area that is a list of districts stands for each of them.
            PlaceKind::Area => {
                let members = self.members(key.place);
                Ok(if members.is_empty() { alloc::vec![key.place] } else { members })
            }
            _ => Ok(alloc::vec![key.place]),
        }
    }
}

/// The statistic by which a year of the pollutant is held against GB 3095 (HJ 663).
pub(crate) fn annual_statistic(indicator: Indicator) -> Statistic {
    if indicator == Indicator::CO {
        Statistic::P95OfDailyMeans
    } else if indicator == Indicator::O3 {
        Statistic::P90OfDailyMax8h
    } else {
        Statistic::AnnualMean
    }
}
