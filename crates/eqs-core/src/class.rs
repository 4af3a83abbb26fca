//! Classes, grades, levels, zones and land categories: the closed sets that standards sort things into.

mod air;
mod ecology;
mod land;
mod noise;
mod water;

pub use air::{AirGrade, AirTier, AirZone, AqiLevel, SensitiveGroup, WhoLevel};
pub use ecology::{ChangeDegree, EiGrade, EqiChange, EqiClass, WaterEcology};
pub use land::{ConstructionLand, FarmlandUse, LandCategory, PhBand, SoilValue};
pub use noise::{DayNight, NoiseGrade, NoiseZone, SoundLevel};
pub use water::{BlackOdorous, TrophicState, WaterBody, WaterClass, WaterColour, WaterGrade, WaterStatus};

crate::vocabulary! {
    /// Environmental medium (环境要素), or another subject of the documents.
    pub enum Medium {
        /// Ambient air.
        Air = "air", "大气", "air";
        /// Surface water, ground water and drinking-water sources.
        Water = "water", "水", "water";
        /// Soil of farmland and construction land.
        Soil = "soil", "土壤", "soil";
        /// Acoustic environment.
        Noise = "noise", "声环境", "noise";
        /// Electromagnetic environment.
        Emf = "emf", "电磁环境", "electromagnetic environment";
        /// Ionising radiation; no standard here is about it.
        Radiation = "radiation", "电离辐射", "ionising radiation";
        /// Ecological state.
        Ecology = "ecology", "生态", "ecology";
        /// Climate and energy; no standard is about them.
        Climate = "climate", "气候", "climate";
        /// Solid and hazardous waste.
        SolidWaste = "solid_waste", "固体废物", "solid waste";
        /// Laws, plans, inspection, public participation.
        Governance = "governance", "环境治理", "governance";
        /// Economy.
        Economy = "economy", "经济", "economy";
    }
}
