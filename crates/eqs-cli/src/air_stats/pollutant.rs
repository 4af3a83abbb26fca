//! The six pollutants: their columns, units, and what no reading of them can be.

use eqs::{Indicator, Unit};

/// The decimal places of readings in the unit of their column.
pub(crate) const PLACES: u8 = 3;

/// All, in the order of GB 3095.
pub(crate) static POLLUTANTS: [Pollutant; 6] = [
    Pollutant::gas(&["so2"], "so2", Indicator::SO2),
    Pollutant::gas(&["no2"], "no2", Indicator::NO2),
    Pollutant {
        unit: Unit::MG_PER_M3,
        highest: 200,
        lowest: 10,
        ..Pollutant::gas(&["co"], "co", Indicator::CO)
    },
    Pollutant::gas(&["o3_1h", "o3"], "o3_8h", Indicator::O3),
    Pollutant::dust(&["pm10"], "pm10", Indicator::PM10),
    Pollutant::dust(&["pm25"], "pm25", Indicator::PM2_5),
];

/// A pollutant of hourly readings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pollutant {
    /// The names of its column.
    pub(crate) keys: &'static [&'static str],
    /// The name of its column in the table of days, as `eqs aqi --report daily` reads it.
    pub(crate) daily: &'static str,
    /// The pollutant.
    pub(crate) indicator: Indicator,
    /// The unit of its statistics, and of its column unless `--unit` says otherwise.
    pub(crate) unit: Unit,
    /// The largest value that passes for a reading, in the unit. Ours: above every node of HJ 633.
    pub(crate) highest: u32,
    /// Positive values below so many thousandths of the unit are no readings. Ours: the air is nowhere so clean.
    pub(crate) lowest: u32,
}

impl Pollutant {
    const fn gas(keys: &'static [&'static str], daily: &'static str, indicator: Indicator) -> Self {
        Self { keys, daily, indicator, unit: Unit::UG_PER_M3, highest: 5000, lowest: 0 }
    }

    const fn dust(keys: &'static [&'static str], daily: &'static str, indicator: Indicator) -> Self {
        Self { highest: 10_000, ..Self::gas(keys, daily, indicator) }
    }

    /// The number of the pollutant with this column.
    pub(crate) fn position(key: &str) -> Option<usize> {
        POLLUTANTS.iter().position(|pollutant| pollutant.keys.contains(&key))
    }
}
