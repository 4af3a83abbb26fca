//! Black and odorous water (城市黑臭水体) by the urban guideline of 2015: readings, monitoring points, stretches, whole waters.
//!
//! The values of the four indicators, the shares of 60 % and 30 % and the three consecutive points are of grade A; ends of
//! the light degree, shallow water, and the least numbers of points and rounds of grade B; the end of 50 mV of grade C.
//! Each shows in the findings or notes that rest on it. The rural guideline is not here: its values are not confirmed.

mod body;
mod error;
mod point;
mod reading;
mod share;

pub use body::{BlackOdorousBody, Stretch, water_body};
pub use error::BlackOdorousError;
pub use point::{Tally, point};
pub use reading::{Degree, DegreeFinding, reading};
pub use share::HeavyShare;
