//! [`Query`]: which figures are wanted.

use eqs_core::{Indicator, Medium, Period, Place, Statistic};

use crate::figure::Figure;

/// Which figures are wanted; what is not set matches everything.
///
/// # Example
/// ```
/// use eqs_bulletin::{Bulletin, Query};
/// use eqs_core::{Indicator, Place, Statistic};
///
/// let query = Query::new().indicator(Indicator::PM2_5).statistic(Statistic::AnnualMean);
/// let bulletin = Bulletin::of(2021)?;
/// assert_eq!(bulletin.select(query.place(Place::of("bda"))).count(), 1);
/// assert_eq!(bulletin.select(query).count(), 22); // the city, 17 areas, 4 groups of sites
/// assert_eq!(bulletin.select(query.place(Place::of("china"))).count(), 0);
/// # Ok::<(), eqs_bulletin::UnknownBulletin>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Query {
    /// Exactly this place; places within it do not count.
    pub place: Option<Place>,
    /// This indicator.
    pub indicator: Option<Indicator>,
    /// This statistic.
    pub statistic: Option<Statistic>,
    /// This medium.
    pub medium: Option<Medium>,
    /// This year alone; longer periods do not count.
    pub year: Option<u16>,
}

impl Query {
    /// Every figure.
    #[must_use]
    pub const fn new() -> Self {
        Self { place: None, indicator: None, statistic: None, medium: None, year: None }
    }

    /// Only figures of exactly this place.
    #[must_use]
    pub const fn place(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// Only figures of this indicator.
    #[must_use]
    pub const fn indicator(self, indicator: Indicator) -> Self {
        Self { indicator: Some(indicator), ..self }
    }

    /// Only figures of this statistic.
    #[must_use]
    pub const fn statistic(self, statistic: Statistic) -> Self {
        Self { statistic: Some(statistic), ..self }
    }

    /// Only figures of this medium.
    #[must_use]
    pub const fn medium(self, medium: Medium) -> Self {
        Self { medium: Some(medium), ..self }
    }

    /// Only figures of this year.
    #[must_use]
    pub const fn year(self, year: u16) -> Self {
        Self { year: Some(year), ..self }
    }

    /// Whether the figure is wanted.
    #[must_use]
    pub fn matches(&self, figure: &Figure) -> bool {
        let observation = &figure.observation;
        self.place.is_none_or(|place| place == observation.place)
            && self.indicator.is_none_or(|indicator| indicator == observation.indicator)
            && self.statistic.is_none_or(|statistic| statistic == observation.statistic)
            && self.medium.is_none_or(|medium| medium == figure.medium)
            && self.year.is_none_or(|year| observation.period == Period::Year(year))
    }
}
