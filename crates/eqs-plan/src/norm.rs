//! What a target refers to without printing it: standards ([`Norm`]) and the requirements of a [`Level`].

use eqs_core::cell::split_once;

eqs_core::vocabulary! {
    /// A standard or requirement that a target names. None is evaluated in this crate.
    pub enum Norm {
        /// GB 3095, ambient air.
        Gb3095 = "GB 3095", "GB 3095", "GB 3095";
        /// GB 3838, surface water.
        Gb3838 = "GB 3838", "GB 3838", "GB 3838";
        /// What holds for drinking-water sources.
        DrinkingWaterSource = "drinking_water_source", "集中式饮用水水源地要求", "the requirement for drinking-water sources";
        /// The objective of a section; not printed.
        SectionObjective = "断面水质目标", "断面水质目标", "the objective of the section";
        /// The requirement of the functional zone of water (水功能区).
        WaterFunctionZone = "水功能区水质要求", "水功能区水质要求", "the requirement of the water function zone";
        /// The objective of the functional zone of the water environment (水环境功能区).
        WaterEnvironmentZone = "水环境功能区目标", "水环境功能区目标", "the objective of the water environment zone";
        /// An objective of water quality; not printed.
        WaterObjective = "水质目标", "水质目标", "the water quality objective";
        /// The discharge standard of aquaculture.
        AquacultureEffluent = "水产养殖尾水排放标准", "水产养殖尾水排放标准", "the discharge standard of aquaculture";
        /// The first grade of road cleaning.
        RoadCleaning = "一级清扫保洁质量要求", "道路清扫保洁质量要求", "the quality requirement of road cleaning";
    }
}

eqs_core::vocabulary! {
    /// Who sets the requirement that a target has to meet.
    pub enum Level {
        /// The state.
        National = "national", "国家", "the national level";
        /// The municipality.
        Beijing = "beijing", "北京市", "Beijing";
        /// Both.
        NationalAndBeijing = "national;beijing", "国家和北京市", "the national level and Beijing";
    }
}

/// A norm, or an empty cell.
pub(crate) const fn optional_norm(cell: &str) -> Result<Option<Norm>, &'static str> {
    match Norm::of_cell(cell) {
        Ok(norm) => Ok(Some(norm)),
        Err(_) if cell.is_empty() => Ok(None),
        Err(expected) => Err(expected),
    }
}

/// A level with the id of its target where one is printed (`beijing:TGT-0045`), or an empty cell.
pub(crate) const fn optional_level(
    cell: &'static str,
) -> Result<(Option<Level>, &'static str), &'static str> {
    let (level, id) = split_once(cell, b':');
    match (Level::of_cell(level), id) {
        (Ok(level), Some(id)) => Ok((Some(level), id)),
        (Ok(level), None) => Ok((Some(level), "")),
        (Err(_), None) if cell.is_empty() => Ok((None, "")),
        (Err(expected), _) => Err(expected),
    }
}
