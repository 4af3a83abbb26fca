//! Lakes and reservoirs (湖泊、水库), 环办〔2011〕22号 二(二)1.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Indicator, Lang, Phrase, Verdict, WaterBody};
use eqs_standards::gb3838::Gb3838;

use super::means::WaterMeans;
use super::options::WaterOptions;
use super::sample::SurfaceWaterError;
use super::section::SurfaceWater;
use super::value::WaterValue;

/// A lake or reservoir, or a zone of one, and its points.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Lake {
    /// The means of each point over its rounds, and their class, in the order given.
    pub points: Vec<(WaterMeans, Verdict<SurfaceWater>)>,
    /// The means over the points.
    pub means: WaterMeans,
    /// Their class.
    pub whole: Verdict<SurfaceWater>,
}

/// Judges a lake or reservoir by the rounds of samples of each of its points: first the mean of each item over the
/// rounds of a point, then over the points, then as one section, with the limits of lakes (grade A).
///
/// The zones of a large lake are judged each with its own points; river-type reservoirs (河流型水库) with
/// [`river`](super::river()).
///
/// # Errors
/// Those of [`surface_water`](super::surface_water()) for each sample.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::{WaterOptions, lake};
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit};
/// use eqs_standards::gb3838::Gb3838;
///
/// let round = |tp| Quantity::parse(tp, Unit::MG_PER_L).map(|value| [(Indicator::TP, value)]);
/// // The second point has been sampled once; each point counts alike.
/// let points = [vec![round("0.02")?, round("0.03")?], vec![round("0.085")?]];
/// let found = lake(Gb3838::named("2002")?, &points, WaterOptions::default())?;
/// let said = found.say(Lang::Zh).to_string();
/// assert!(said.starts_with("IV类（轻度污染），主要污染指标：总磷(以P计)(0.10)：总磷(以P计)为0.055 mg/L"));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn lake<V: Into<WaterValue> + Copy, S: AsRef<[(Indicator, V)]>>(
    standard: Gb3838,
    points: &[impl AsRef<[S]>],
    options: WaterOptions,
) -> Result<Lake, SurfaceWaterError> {
    let point = |rounds: &[S]| {
        let means = WaterMeans::of(standard, rounds)?;
        let class = means.class(standard, WaterBody::Lake, options)?;
        Ok((means, class))
    };
    let points: Vec<_> = points.iter().map(|rounds| point(rounds.as_ref())).collect::<Result<_, _>>()?;
    let samples: Vec<_> = points.iter().map(|(means, _)| means.sample()).collect();
    let means = WaterMeans::of(standard, &samples)?;
    let whole = means.class(standard, WaterBody::Lake, options)?;
    Ok(Lake { points, means, whole })
}

impl Phrase for Lake {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.whole.write(lang, f)
    }
}
