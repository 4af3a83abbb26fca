//! Class of surface water (地表水水质类别): single factor by GB 3838-2002, sections, rivers and lakes by 环办〔2011〕22号.

pub use self::batch::{WaterBatch, WaterBatchError, WaterColumn};
pub use self::item::{exceedance_multiple, item_grade};
pub use self::lake::{Lake, lake};
pub use self::main_pollutant::MainPollutant;
pub use self::means::{ItemMean, WaterMeans};
pub use self::options::{HeavyMetals, OxygenReading, WaterDigits, WaterOptions};
pub use self::oxygen::{oxygen_saturation, saturated_oxygen};
pub use self::period::WaterPeriod;
pub use self::proportions::{ClassCounts, status_of_shares};
pub use self::region::{Region, region};
pub use self::river::{River, RiverPollutant, RiverStatus, RiverVerdict, river};
pub use self::sample::SurfaceWaterError;
pub use self::section::{SurfaceWater, surface_water};
pub use self::value::WaterValue;

mod batch;
mod found;
mod item;
mod lake;
mod main_pollutant;
mod means;
mod number;
mod options;
mod oxygen;
mod period;
mod proportions;
mod region;
mod river;
mod sample;
mod section;
mod value;
