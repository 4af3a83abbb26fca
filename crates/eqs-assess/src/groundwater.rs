//! Quality of ground water (地下水质量) by GB/T 14848-2017: class of one indicator (6.2), comprehensive class of a sample
//! (6.3), and whether a drinking-water source attains.
//!
//! The values are those of the tables (grade A). Clauses 6.2 and 6.3 were read in one source (grade B); so was the
//! treatment of what is not detected. Ground water knows no "worse than V": class V is open above.

mod error;
mod finding;
mod item;
mod sample;
mod source;
mod value;

pub use error::GroundWaterError;
pub use finding::GroundWaterFinding;
pub use item::{PossibleClasses, exceedance_multiple, item_classes};
pub use sample::{GroundWater, groundwater};
pub use source::{SourceWater, meets_class_iii};
pub use value::{GroundWaterCellError, GroundWaterValue};
