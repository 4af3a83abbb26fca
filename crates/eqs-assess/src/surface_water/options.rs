//! [`WaterOptions`]: what the texts leave open, and how it is read.

/// How a section is judged where GB 3838-2002 and 环办〔2011〕22号 leave a choice.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::{OxygenReading, WaterOptions};
/// let options = WaterOptions { oxygen: OxygenReading::Saturation, ..WaterOptions::default() };
/// assert_ne!(options, WaterOptions::default());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WaterOptions {
    /// Which items come first among the main pollution indicators.
    pub heavy_metals: HeavyMetals,
    /// Which half of the cell "saturation 90 % (or 7.5)" class I of dissolved oxygen is held against.
    pub oxygen: OxygenReading,
    /// Whether values are rounded before they are compared.
    pub digits: WaterDigits,
}

/// Which items count as heavy metals and come first among the main pollution indicators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HeavyMetals {
    /// Those that the method names: cyanide, lead, chromium.
    #[default]
    Named,
    /// These and a proposed reading of "other heavy metals": mercury, cadmium, arsenic, copper, zinc. Grade C.
    Proposed,
}

/// How the cell of class I of dissolved oxygen (溶解氧) is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OxygenReading {
    /// At least 7.5 mg/L.
    #[default]
    Concentration,
    /// A saturation (饱和率) of at least 90 %: the one of the sample, or that by the water temperature of the sample
    /// ([`oxygen_saturation`](super::oxygen_saturation)). Without either, class I is open.
    Saturation,
}

/// Whether values are rounded before they are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WaterDigits {
    /// Full values are compared.
    #[default]
    Full,
    /// Half to even to the places of the longest detection limit of table 4, where a value has more. Grade C: the table of
    /// digits of 环办监测函〔2020〕82号 was not read.
    OfDetectionLimit,
}
