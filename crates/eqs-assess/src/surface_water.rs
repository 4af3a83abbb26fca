//! Class of surface water (地表水水质类别): single factor by GB 3838-2002, section by 环办〔2011〕22号.

pub use self::item::{exceedance_multiple, item_grade};
pub use self::main_pollutant::{HeavyMetals, MainPollutant};
pub use self::sample::SurfaceWaterError;
pub use self::section::{SurfaceWater, surface_water};

mod item;
mod main_pollutant;
mod sample;
mod section;
