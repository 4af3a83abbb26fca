//! [`Query`]: limits by indicator, medium, standard, day and whatever the tables sort by.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use eqs_core::{
    AirTier, Averaging, Confirmation, ConstructionLand, DayNight, Decimal, Edition, FarmlandUse, Indicator,
    Lang, Medium, NaiveDate, NoiseZone, NotInForce, Phrase, Quantity, SoilValue, Unit, UnitMismatch,
    WaterBody, WaterClass,
};

use crate::ladder::ladder;
use crate::limit::Limit;
use crate::scope::Scope;
use crate::standard::{STANDARDS, Standard};

/// Which limits are looked for. Without a day or an edition, those of all editions.
///
/// A condition such as [`Query::averaging`] leaves only limits of tables that sort by it. Limits of grade C are
/// left out unless [`Query::with_unconfirmed`] asks for them.
///
/// # Example
/// ```
/// use eqs_core::{AirTier, Averaging, FarmlandUse, Indicator, NaiveDate, SoilValue};
/// use eqs_standards::Query;
///
/// let day = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
/// let annual = Query::on(day).indicator(Indicator::PM2_5).averaging(Averaging::Annual).standard("GB 3095".parse()?);
/// assert_eq!(annual.tightest()?.value().unwrap().to_string(), "15 µg/m³");
/// assert_eq!(annual.tier(AirTier::Two).tightest()?.value().unwrap().to_string(), "30 µg/m³");
///
/// let soil = Query::on(day).indicator("镉".parse()?).farmland(FarmlandUse::Rotation).ph("7.0".parse()?);
/// assert_eq!(soil.soil_value(SoilValue::Screening).tightest()?.value().unwrap().to_string(), "0.3 mg/kg");
///
/// let error = Query::on(day).indicator(Indicator::PM2_5).medium(eqs_core::Medium::Water).find().unwrap_err();
/// assert!(error.to_string().starts_with("no limit for PM2.5 as asked for, there are: "));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Query {
    time: Time,
    standard: Option<&'static Standard>,
    indicator: Option<Indicator>,
    medium: Option<Medium>,
    averaging: Option<Averaging>,
    tier: Option<AirTier>,
    class: Option<WaterClass>,
    body: Option<WaterBody>,
    farmland: Option<FarmlandUse>,
    ph: Option<Decimal>,
    land: Option<ConstructionLand>,
    soil_value: Option<SoilValue>,
    zone: Option<NoiseZone>,
    period: Option<DayNight>,
    frequency: Option<Quantity>,
    unconfirmed: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Time {
    #[default]
    Ever,
    On(NaiveDate),
    Edition(&'static Edition),
}

/// A query that finds nothing, or that cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QueryError {
    /// No edition of the standard is in force on the day.
    #[error(transparent)]
    NotInForce(NotInForce),
    /// No limit is as asked for.
    #[error("no limit{} as asked for{}", For(*.indicator), Exists(.existing))]
    NotFound {
        /// The indicator.
        indicator: Option<Indicator>,
        /// The limits that the indicator does have, at that time or, if there are none, at any.
        existing: Box<[Limit]>,
    },
    /// The pH is not from 0 to 14.
    #[error("pH {0} is outside the scale, expected 0 to 14")]
    PhOutOfScale(Decimal),
    /// The values of the indicator depend on the pH of the soil.
    #[error("the values for {0} in farmland depend on the pH of the soil: give it")]
    PhNeeded(Indicator),
    /// The frequency lies outside the table.
    #[error("{frequency} lies outside the table, expected {low} to {high}")]
    FrequencyOutOfTable {
        /// The frequency.
        frequency: Quantity,
        /// The lower end of the table.
        low: Quantity,
        /// The upper end of the table.
        high: Quantity,
    },
    /// The frequency stands in another unit.
    #[error(transparent)]
    Unit(#[from] UnitMismatch),
    /// The limits that were found are not all of one kind: no one of them is the tightest.
    #[error("the limits found cannot be ordered, ask for one kind: {}", List(.0))]
    Unordered(Box<[Limit]>),
}

macro_rules! conditions {
    ($($(#[$meta:meta])* $name:ident: $type:ty;)+) => {
        $(
            $(#[$meta])*
            #[must_use]
            pub const fn $name(self, $name: $type) -> Self {
                Self { $name: Some($name), ..self }
            }
        )+
    };
}

impl Query {
    /// Limits in force on `day`.
    #[must_use]
    pub fn on(day: NaiveDate) -> Self {
        Self { time: Time::On(day), ..Self::default() }
    }

    /// Limits of an edition, in force or not.
    #[must_use]
    pub fn of(edition: &'static Edition) -> Self {
        Self { time: Time::Edition(edition), ..Self::default() }
    }

    conditions! {
        /// Only this standard.
        standard: &'static Standard;
        /// Only this indicator.
        indicator: Indicator;
        /// Only this medium.
        medium: Medium;
        /// Only this averaging time.
        averaging: Averaging;
        /// Only this grade or area of GB 3095; limits for every grade belong to each of them.
        tier: AirTier;
        /// Only this class of surface water or ground water.
        class: WaterClass;
        /// Only this kind of surface water.
        body: WaterBody;
        /// Only farmland of this use; for rotation the stricter of two rows (GB 15618 table 1 note 2).
        farmland: FarmlandUse;
        /// Only this pH of the soil.
        ph: Decimal;
        /// Only this type of construction land.
        land: ConstructionLand;
        /// Only screening or only intervention values.
        soil_value: SoilValue;
        /// Only this acoustic zone.
        zone: NoiseZone;
        /// Only day or only night.
        period: DayNight;
        /// Only this frequency; at an end that two rows share, both.
        frequency: Quantity;
    }

    /// Limits of grade C, too.
    #[must_use]
    pub const fn with_unconfirmed(self) -> Self {
        Self { unconfirmed: true, ..self }
    }

    /// The limits as asked for, in the order of the standards and their tables; possibly none.
    pub fn iter(self) -> impl Iterator<Item = Limit> {
        self.all().filter(move |limit| {
            self.medium.is_none_or(|medium| medium == limit.medium)
                && self.indicator.is_none_or(|indicator| indicator == limit.indicator)
                && (self.unconfirmed || limit.confirmation < Confirmation::C)
                && self.includes(&limit.scope)
        })
    }

    /// The limits as asked for.
    ///
    /// # Errors
    /// [`QueryError`] if there is none, saying which there are, or if a condition cannot hold for any.
    pub fn find(self) -> Result<Vec<Limit>, QueryError> {
        if let (Time::On(day), Some(standard)) = (self.time, self.standard) {
            standard.on(day).map_err(QueryError::NotInForce)?;
        }
        if let Some(ph) = self.ph
            && !(Decimal::ZERO..=Decimal::new(14, 0)).contains(&ph)
        {
            return Err(QueryError::PhOutOfScale(ph));
        }
        if let Some(frequency) = self.frequency {
            frequency.check_unit(const { Unit::of("Hz") })?;
        }
        let found: Vec<Limit> = self.iter().collect();
        if let (Some(indicator), Some(_), None) = (self.indicator, self.farmland, self.ph)
            && found.iter().any(|limit| matches!(limit.scope, Scope::Farmland { ph: Some(_), .. }))
        {
            return Err(QueryError::PhNeeded(indicator));
        }
        if !found.is_empty() {
            return Ok(found);
        }
        let plain = Self { time: self.time, indicator: self.indicator, unconfirmed: true, ..Self::default() };
        if let Some(frequency) = self.frequency {
            let plain = Self { medium: Some(Medium::Emf), ..plain };
            let ends = plain.iter().filter_map(|limit| match limit.scope {
                Scope::Frequency { low, high, .. } => Some((low, high)),
                _ => None,
            });
            let whole = ends.reduce(|(low, high), (other_low, other_high)| {
                let lower = if below(other_low, low) { other_low } else { low };
                (lower, if below(high, other_high) { other_high } else { high })
            });
            if let Some((low, high)) = whole
                && (below(frequency, low) || below(high, frequency))
            {
                return Err(QueryError::FrequencyOutOfTable { frequency, low, high });
            }
        }
        let mut existing: Vec<Limit> = Vec::new();
        if self.indicator.is_some() {
            existing.extend(plain.iter());
            if existing.is_empty() {
                existing.extend(Self { time: Time::Ever, ..plain }.iter());
            }
        }
        Err(QueryError::NotFound { indicator: self.indicator, existing: existing.into() })
    }

    /// The strictest of the limits as asked for: the first rung of the [`ladder`].
    ///
    /// # Errors
    /// Those of [`Query::find`], and [`QueryError::Unordered`] where limits of several kinds are found.
    pub fn tightest(self) -> Result<Limit, QueryError> {
        Ok(*ladder(&self.find()?)?
            .first()
            .ok_or(QueryError::NotFound { indicator: self.indicator, existing: Box::default() })?)
    }

    /// The next limit that `value` would break: the strictest of those it still meets. `None` if it meets none.
    ///
    /// # Errors
    /// As for [`Query::tightest`], and [`QueryError::Unit`] if the value does not convert.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Averaging, Indicator, Quantity, Unit};
    /// use eqs_standards::{Query, who_aqg::WhoAqg};
    ///
    /// let guidelines = Query::of(WhoAqg::named("2021")?.edition());
    /// let annual = guidelines.indicator(Indicator::PM2_5).averaging(Averaging::Annual);
    /// let mean = Quantity::parse("30.5", Unit::UG_PER_M3)?;
    /// assert_eq!(annual.next_kept(mean)?.unwrap().value().unwrap().to_string(), "35 µg/m³");
    /// assert_eq!(annual.next_missed(mean)?.unwrap().value().unwrap().to_string(), "25 µg/m³");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn next_kept(self, value: Quantity) -> Result<Option<Limit>, QueryError> {
        let limits = ladder(&self.find()?)?;
        find_first(limits.iter(), |limit| keeps(limit, value))
    }

    /// The next limit that `value` has to reach: the laxest of those it does not meet. `None` if it meets all.
    ///
    /// # Errors
    /// As for [`Query::next_kept`].
    pub fn next_missed(self, value: Quantity) -> Result<Option<Limit>, QueryError> {
        let limits = ladder(&self.find()?)?;
        find_first(limits.iter().rev(), |limit| keeps(limit, value).map(|keeps| !keeps))
    }

    fn all(self) -> impl Iterator<Item = Limit> {
        let standards =
            STANDARDS.iter().filter(move |own| self.standard.is_none_or(|standard| standard == *own));
        standards.flat_map(move |standard| {
            let editions = standard.editions().iter().filter(move |edition| match self.time {
                Time::Ever => true,
                Time::On(day) => standard.on(day).is_ok_and(|current| current == *edition),
                Time::Edition(wanted) => wanted == *edition,
            });
            editions.flat_map(move |edition| standard.limits(edition).chain(self.derived(edition)))
        })
    }

    /// Limits that are no cells of a table, but follow from two of them: those of rotation of paddy and upland crops.
    fn derived(self, edition: &'static Edition) -> impl Iterator<Item = Limit> {
        let is_wanted = self.farmland == Some(FarmlandUse::Rotation) && edition.standard == "GB 15618";
        #[cfg(feature = "soil")]
        let derived = is_wanted.then(|| crate::gb15618::Gb15618::of(edition).rotation_limits());
        #[cfg(not(feature = "soil"))]
        let derived = is_wanted.then(core::iter::empty);
        derived.into_iter().flatten()
    }

    /// Whether every condition is one that the scope sorts by, and holds for it.
    fn includes(&self, scope: &Scope) -> bool {
        let averaging = match *scope {
            Scope::Air { averaging, .. } | Scope::Index { averaging, .. } | Scope::Who { averaging, .. } => {
                Some(averaging)
            }
            _ => None,
        };
        let is_for_tier = |wanted| match *scope {
            Scope::Air { tier, .. } => tier == wanted || tier == AirTier::Every,
            _ => false,
        };
        let class = match *scope {
            Scope::SurfaceWater { class, .. } | Scope::GroundWater { class } => Some(class),
            _ => None,
        };
        let is_for_body = |wanted| match *scope {
            Scope::SurfaceWater { body, .. } => body.is_none_or(|body| body == wanted),
            _ => false,
        };
        let is_for_use = |wanted| match *scope {
            Scope::Farmland { land, .. } => land.contains(&wanted),
            _ => false,
        };
        let is_for_ph = |wanted| match *scope {
            Scope::Farmland { ph, .. } => ph.is_none_or(|range| range.values.contains(wanted)),
            _ => false,
        };
        let is_for_land = |wanted| matches!(*scope, Scope::ConstructionLand { land, .. } if land == wanted);
        let soil_value = match *scope {
            Scope::Farmland { value, .. } | Scope::ConstructionLand { value, .. } => Some(value),
            _ => None,
        };
        let is_for_zone = |wanted| matches!(*scope, Scope::NoiseZone { zone, .. } if zone == wanted);
        let period = match *scope {
            Scope::NoiseZone { period, .. } | Scope::NoiseGrade { period, .. } => Some(period),
            _ => None,
        };
        let is_for_frequency = |wanted| match *scope {
            Scope::Frequency { low, high, .. } => !below(wanted, low) && !below(high, wanted),
            _ => false,
        };
        self.averaging.is_none_or(|wanted| averaging == Some(wanted))
            && self.tier.is_none_or(is_for_tier)
            && self.class.is_none_or(|wanted| class == Some(wanted))
            && self.body.is_none_or(is_for_body)
            && self.farmland.is_none_or(is_for_use)
            && self.ph.is_none_or(is_for_ph)
            && self.land.is_none_or(is_for_land)
            && self.soil_value.is_none_or(|wanted| soil_value == Some(wanted))
            && self.zone.is_none_or(is_for_zone)
            && self.period.is_none_or(|wanted| period == Some(wanted))
            && self.frequency.is_none_or(is_for_frequency)
    }
}

/// Whether `one` lies below `other`; not if the units do not convert.
fn below(one: Quantity, other: Quantity) -> bool {
    one.compare(other).is_ok_and(core::cmp::Ordering::is_lt)
}

fn keeps(limit: &Limit, value: Quantity) -> Result<bool, QueryError> {
    let Some((relation, edge)) = limit.edge() else { return Ok(false) };
    Ok(relation.holds(value.compare(edge)?))
}

fn find_first<'a>(
    limits: impl Iterator<Item = &'a Limit>,
    mut is_wanted: impl FnMut(&Limit) -> Result<bool, QueryError>,
) -> Result<Option<Limit>, QueryError> {
    for limit in limits {
        if is_wanted(limit)? {
            return Ok(Some(*limit));
        }
    }
    Ok(None)
}

struct For(Option<Indicator>);

impl fmt::Display for For {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |indicator| write!(f, " for {}", indicator.say(Lang::En)))
    }
}

/// The most limits that a message lists.
const LISTED: usize = 12;

struct Exists<'a>(&'a [Limit]);

impl fmt::Display for Exists<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, ", there are: {}", List(self.0)) }
    }
}

struct List<'a>(&'a [Limit]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, limit) in self.0.iter().take(LISTED).enumerate() {
            let Limit { edition, scope, .. } = limit;
            write!(f, "{}{edition} {scope}", if at == 0 { "" } else { ", " })?;
        }
        match self.0.len().saturating_sub(LISTED) {
            0 => Ok(()),
            more => write!(f, ", and {more} more"),
        }
    }
}
