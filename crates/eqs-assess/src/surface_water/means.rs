//! Means of each item over repeated samples, months, sections or points.

use alloc::vec::Vec;

use eqs_core::{Fraction, Indicator, Measured, Verdict, WaterBody};
use eqs_standards::gb3838::{Gb3838, WaterItem};

use super::number::in_unit;
use super::options::WaterOptions;
use super::sample::{SurfaceWaterError, check};
use super::section::{SurfaceWater, surface_water};
use super::value::WaterValue;

/// The mean of each item over several samples, exact (均值).
///
/// # Example
/// ```
/// use eqs_assess::surface_water::{WaterMeans, WaterOptions};
/// use eqs_core::{Indicator, Lang, Measured, Phrase, Unit, WaterBody};
/// use eqs_standards::gb3838::Gb3838;
///
/// let sample = |cell| Some([(Indicator::NH3_N, Measured::parse(cell, Unit::MG_PER_L).ok()??)]);
/// let samples = ["0.05L", "0.10", "0.20"].map(|cell| sample(cell).unwrap());
/// let standard = Gb3838::named("2002")?;
/// let means = WaterMeans::of(standard, &samples)?;
/// assert_eq!(means.items[0].value.say(Lang::En).to_string(), "0.108333 mg/L");
/// let verdict = means.class(standard, WaterBody::River, WaterOptions::default())?;
/// assert_eq!(verdict.outcome.say(Lang::Zh).to_string(), "I类（优）");
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct WaterMeans {
    /// The items that any sample has, in the order of table 1.
    pub items: Vec<ItemMean>,
}

/// The mean of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ItemMean {
    /// The item.
    pub indicator: Indicator,
    /// Its mean in the unit of the limits; a single value as it is.
    pub value: WaterValue,
    /// Over how many values.
    pub count: usize,
}

impl WaterMeans {
    /// The arithmetic mean of each item over the samples that have it.
    ///
    /// Half the detection limit stands for what was not detected (环办监测函〔2020〕82号 item 7, grade B). Where one value
    /// was not detected and its detection limit is not given, the item has no mean and counts as not detected. pH is
    /// averaged like the other items; the mean over hydrogen ions, which the same letter has by one source (grade C), is
    /// left out, because its logarithm has no last digit.
    ///
    /// # Errors
    /// Those of [`surface_water`](super::surface_water()) for each sample.
    pub fn of<V: Into<WaterValue> + Copy>(
        standard: Gb3838,
        samples: &[impl AsRef<[(Indicator, V)]>],
    ) -> Result<Self, SurfaceWaterError> {
        let mut values: Vec<(Indicator, WaterValue)> = Vec::new();
        for sample in samples {
            check(standard, sample.as_ref())?;
            values.extend(sample.as_ref().iter().map(|(indicator, value)| (*indicator, (*value).into())));
        }
        let mut items: Vec<ItemMean> = Vec::new();
        for item in standard.items() {
            let own: Vec<_> = values.iter().filter(|(other, _)| *other == item.indicator).collect();
            let is_done = items.last().is_some_and(|last| last.indicator == item.indicator);
            if let (Some((indicator, first)), false) = (own.first(), is_done) {
                let value =
                    if own.len() == 1 { *first } else { mean(item, own.iter().map(|(_, value)| *value))? };
                items.push(ItemMean { indicator: *indicator, value, count: own.len() });
            }
        }
        Ok(Self { items })
    }

    /// The means as a sample, for a mean of means.
    #[must_use]
    pub fn sample(&self) -> Vec<(Indicator, WaterValue)> {
        self.items.iter().map(|item| (item.indicator, item.value)).collect()
    }

    /// The class of the means; see [`surface_water`](super::surface_water()).
    ///
    /// # Errors
    /// The same.
    pub fn class(
        &self,
        standard: Gb3838,
        body: WaterBody,
        options: WaterOptions,
    ) -> Result<Verdict<SurfaceWater>, SurfaceWaterError> {
        surface_water(standard, body, &self.sample(), options)
    }
}

/// The mean of values of an item.
fn mean(item: &WaterItem, values: impl Iterator<Item = WaterValue>) -> Result<WaterValue, SurfaceWaterError> {
    let too_long = SurfaceWaterError::TooLong(item.indicator);
    let (mut sum, mut count, mut with_halves) = (Fraction::ZERO, Fraction::ZERO, false);
    for value in values {
        if matches!(value, WaterValue::Measured(Measured::NotDetected(_))) {
            return Ok(Measured::NotDetected(item.unit).into());
        }
        sum = sum.checked_add(in_unit(item, value)?).ok_or(too_long)?;
        count = count.checked_add(Fraction::from(1)).ok_or(too_long)?;
        with_halves |= value.has_halves();
    }
    let value = sum.checked_div(count).ok_or(too_long)?;
    Ok(WaterValue::Mean { value, unit: item.unit, with_halves })
}
