//! [`ActionPlan`]: the three plans of action of 2021.

use eqs_core::Medium;

eqs_core::vocabulary! {
    /// A plan of action (行动计划) of Beijing: tasks for one year and one medium.
    pub enum ActionPlan {
        /// Air.
        Air2021 = "air-2021", "大气污染防治2021年行动计划", "2021 action plan against air pollution";
        /// Water.
        Water2021 = "water-2021", "水污染防治2021年行动计划", "2021 action plan against water pollution";
        /// Soil.
        Soil2021 = "soil-2021", "土壤污染防治2021年行动计划", "2021 action plan against soil pollution";
    }
}

impl ActionPlan {
    /// The medium of all tasks of the plan. The plan for soil has tasks on hazardous waste, too.
    #[must_use]
    pub const fn medium(self) -> Medium {
        match self {
            Self::Air2021 => Medium::Air,
            Self::Water2021 => Medium::Water,
            Self::Soil2021 => Medium::Soil,
        }
    }

    /// The year of the plan.
    #[must_use]
    pub const fn year(self) -> u16 {
        match self {
            Self::Air2021 | Self::Water2021 | Self::Soil2021 => 2021,
        }
    }
}
