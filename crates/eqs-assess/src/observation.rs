//! Judging published figures: whichever rule speaks of an observation is applied to it.

use eqs_core::{
    AirGrade, Bound, Lang, NaiveDate, NotInForce, Observation, Period, Phrase, Place, Statistic, Verdict,
    WaterBody,
};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::gb3838::Gb3838;

use crate::air::{DaySpan, States};
use crate::attainment::{Attainment, AttainmentError, Figure, attainment};
use crate::surface_water::{SurfaceWater, SurfaceWaterError, WaterOptions, surface_water};

/// The standards and choices by which observations are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yardstick {
    /// The edition and stage for ambient air.
    pub air: Gb3095,
    /// The grade of its limits; grade 2 outside nature reserves and the like.
    pub air_grade: AirGrade,
    /// The edition for surface water.
    pub water: Gb3838,
}

/// The judgement of an observation.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Judged {
    /// A statistic of a pollutant in ambient air.
    Air(Verdict<Attainment>),
    /// A mean of one item of surface water.
    Water(Verdict<SurfaceWater>),
}

/// An observation that cannot be held against a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ObservationError {
    /// A figure of ambient air.
    #[error(transparent)]
    Air(AttainmentError),
    /// A figure of surface water.
    #[error(transparent)]
    Water(SurfaceWaterError),
}

impl Yardstick {
    /// What was in force in `place` on the last day of `year`, grade 2: the standards by which a year is judged.
    /// Beijing reported against GB 3095-2012 three years before it was in force in the country.
    ///
    /// # Errors
    /// [`NotInForce`] if a standard has no edition known here on that day.
    pub fn of_year(year: u16, place: Place) -> Result<Self, NotInForce> {
        let last_day = NaiveDate::from_ymd_opt(i32::from(year), 12, 31).unwrap_or(NaiveDate::MIN);
        Ok(Self {
            air: Gb3095::on_in(last_day, place)?,
            air_grade: AirGrade::Two,
            water: Gb3838::on(last_day)?,
        })
    }
}

/// Judges a published figure: statistics of air pollutants by GB 3095 as already rounded figures, annual means
/// over river sections by GB 3838 as single items.
///
/// `None` where no standard speaks of the figure (counts, shares of days or river length, other indicators or
/// kinds of unit), and for figures that are ranges, bounds or approximations.
///
/// # Errors
/// [`ObservationError`] if the figure is negative or has too many digits.
///
/// # Example
/// ```
/// use eqs_assess::observation::{Yardstick, judge};
/// use eqs_core::{Bound, Indicator, Lang, Observation, Period, Phrase, Place, Quantity, Source, Statistic, Unit};
///
/// let figure = Observation {
///     place: Place::BEIJING,
///     indicator: Indicator::O3,
///     statistic: Statistic::P90OfDailyMax8h,
///     period: Period::Year(2024),
///     quantity: Quantity::parse("171", Unit::UG_PER_M3)?,
///     high: None,
///     bound: Bound::Exact,
///     source: Source { document: "bulletin-2024", id: "OBS-0219", line: 38, quote: "" },
/// };
/// let judged = judge(&figure, &Yardstick::of_year(2024, Place::BEIJING)?)?.unwrap();
/// let sentence = judged.say(Lang::En).to_string();
/// assert!(sentence.starts_with("exceeded: O3, 90th percentile of daily maximum 8 h means 171 µg/m³"));
/// assert!(sentence.contains("does not meet ≤ 160 µg/m³, exceedance multiple 0.07"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn judge(
    observation: &Observation<'_>,
    yardstick: &Yardstick,
) -> Result<Option<Judged>, ObservationError> {
    let Observation { indicator, statistic, quantity, .. } = *observation;
    if observation.bound != Bound::Exact || observation.high.is_some() {
        return Ok(None);
    }
    match statistic {
        Statistic::HourlyMean
        | Statistic::DailyMean
        | Statistic::DailyMax8h
        | Statistic::AnnualMean
        | Statistic::EqualAnnualMeans
        | Statistic::P98OfDailyMeans
        | Statistic::P95OfDailyMeans
        | Statistic::P90OfDailyMax8h => {
            let is_air = yardstick
                .air
                .limits()
                .any(|limit| limit.indicator == indicator && limit.quantity.unit.converts_to(quantity.unit));
            let single =
                if statistic == Statistic::EqualAnnualMeans { Statistic::AnnualMean } else { statistic };
            let figure = Figure::Printed(quantity);
            is_air
                .then(|| attainment(yardstick.air, yardstick.air_grade, indicator, single, figure))
                .transpose()
                .map(|verdict| {
                    verdict.map(|verdict| Judged::Air(with_state(verdict, observation, yardstick)))
                })
                .map_err(ObservationError::Air)
        }
        Statistic::AnnualMeanOfSections => {
            let is_water = yardstick
                .water
                .item(indicator, WaterBody::River)
                .is_some_and(|item| item.unit.converts_to(quantity.unit));
            if !is_water {
                return Ok(None);
            }
            let sample = [(indicator, quantity)];
            surface_water(yardstick.water, WaterBody::River, &sample, WaterOptions::default())
                .map(|verdict| Some(Judged::Water(verdict)))
                .map_err(ObservationError::Water)
        }
        _ => Ok(None),
    }
}

/// Adds a note where the figure and the limits are given at different temperatures and pressures.
fn with_state(
    mut verdict: Verdict<Attainment>,
    observation: &Observation<'_>,
    yardstick: &Yardstick,
) -> Verdict<Attainment> {
    let years = match observation.period {
        Period::Years(first, last) => Some((first, last)),
        period => period.end_year().map(|year| (year, year)),
    };
    let span = years
        .map(|(first, last)| DaySpan { first: DaySpan::year(first).first, last: DaySpan::year(last).last });
    let states = span.and_then(|span| States::of(observation.indicator, span));
    let is_judged = verdict.outcome.determined().is_some();
    let note = states.and_then(|states| states.note(observation.indicator, yardstick.air));
    verdict.notes.extend(note.filter(|_| is_judged));
    verdict
}

impl Phrase for Judged {
    fn write(&self, lang: Lang, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Air(verdict) => verdict.write(lang, f),
            Self::Water(verdict) => verdict.write(lang, f),
        }
    }
}
