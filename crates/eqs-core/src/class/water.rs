//! Surface water, ground water and lakes: classes, status words, trophic states.

crate::vocabulary! {
    /// Class of surface water (地表水水域功能类别), GB 3838-2002 clause 3; better classes come first.
    pub enum WaterClass {
        /// Source waters and national nature reserves.
        I = "I", "I类", "class I";
        /// First-grade protection zones of surface drinking-water sources, habitats of rare aquatic life.
        II = "II", "II类", "class II";
        /// Second-grade protection zones, wintering grounds, aquaculture and swimming.
        III = "III", "III类", "class III";
        /// General industry, and recreation without body contact.
        IV = "IV", "IV类", "class IV";
        /// Agriculture and general landscape.
        V = "V", "V类", "class V";
    }
}

crate::vocabulary! {
    /// What surface water is judged to be: one of the five classes, or worse than V (劣V), a judgement of the
    /// assessment method 环办〔2011〕22号 that GB 3838 does not know. Better grades come first.
    pub enum WaterGrade {
        /// Class I.
        I = "I", "I类", "class I";
        /// Class II.
        II = "II", "II类", "class II";
        /// Class III.
        III = "III", "III类", "class III";
        /// Class IV.
        IV = "IV", "IV类", "class IV";
        /// Class V.
        V = "V", "V类", "class V";
        /// Worse than class V (劣V类).
        WorseThanV = "inferior_V", "劣V类", "worse than class V";
    }
}

impl From<WaterClass> for WaterGrade {
    fn from(class: WaterClass) -> Self {
        match class {
            WaterClass::I => Self::I,
            WaterClass::II => Self::II,
            WaterClass::III => Self::III,
            WaterClass::IV => Self::IV,
            WaterClass::V => Self::V,
        }
    }
}

impl WaterGrade {
    /// The status word (水质状况) of 环办〔2011〕22号: 优, 良好, 轻度污染, 中度污染, 重度污染.
    #[must_use]
    pub const fn status(self) -> WaterStatus {
        match self {
            Self::I | Self::II => WaterStatus::Excellent,
            Self::III => WaterStatus::Good,
            Self::IV => WaterStatus::LightlyPolluted,
            Self::V => WaterStatus::ModeratelyPolluted,
            Self::WorseThanV => WaterStatus::HeavilyPolluted,
        }
    }
}

crate::vocabulary! {
    /// Status of a water section (水质状况), 环办〔2011〕22号.
    pub enum WaterStatus {
        /// Class I or II.
        Excellent = "excellent", "优", "excellent";
        /// Class III.
        Good = "good", "良好", "good";
        /// Class IV.
        LightlyPolluted = "lightly_polluted", "轻度污染", "lightly polluted";
        /// Class V.
        ModeratelyPolluted = "moderately_polluted", "中度污染", "moderately polluted";
        /// Worse than class V.
        HeavilyPolluted = "heavily_polluted", "重度污染", "heavily polluted";
    }
}

crate::vocabulary! {
    /// The colour that a status has on maps and charts (表征颜色), 环办〔2011〕22号.
    pub enum WaterColour {
        /// 蓝.
        Blue = "blue", "蓝", "blue";
        /// 绿.
        Green = "green", "绿", "green";
        /// 黄.
        Yellow = "yellow", "黄", "yellow";
        /// 橙.
        Orange = "orange", "橙", "orange";
        /// 红.
        Red = "red", "红", "red";
    }
}

impl WaterStatus {
    /// The colour of a section of this status (grade B), and of a river (grade C).
    ///
    /// # Example
    /// ```
    /// use eqs_core::{WaterColour, WaterGrade};
    /// assert_eq!(WaterGrade::II.status().colour(), WaterColour::Blue);
    /// ```
    #[must_use]
    pub const fn colour(self) -> WaterColour {
        match self {
            Self::Excellent => WaterColour::Blue,
            Self::Good => WaterColour::Green,
            Self::LightlyPolluted => WaterColour::Yellow,
            Self::ModeratelyPolluted => WaterColour::Orange,
            Self::HeavilyPolluted => WaterColour::Red,
        }
    }
}

crate::vocabulary! {
    /// Kind of surface water that decides which limits apply (GB 3838-2002 table 1, items 8 and 9).
    pub enum WaterBody {
        /// Rivers, canals and other flowing water; river-type reservoirs are assessed as rivers.
        River = "river", "河流", "river";
        /// Lakes and reservoirs.
        Lake = "lake", "湖库", "lake or reservoir";
    }
}

crate::vocabulary! {
    /// Trophic state of a lake or reservoir (营养状态), 总站生字〔2001〕090号.
    pub enum TrophicState {
        /// Oligotrophic (贫营养).
        Oligotrophic = "oligotrophic", "贫营养", "oligotrophic";
        /// Mesotrophic (中营养).
        Mesotrophic = "mesotrophic", "中营养", "mesotrophic";
        /// Lightly eutrophic (轻度富营养).
        LightlyEutrophic = "lightly_eutrophic", "轻度富营养", "lightly eutrophic";
        /// Moderately eutrophic (中度富营养).
        ModeratelyEutrophic = "moderately_eutrophic", "中度富营养", "moderately eutrophic";
        /// Heavily eutrophic (重度富营养).
        HeavilyEutrophic = "heavily_eutrophic", "重度富营养", "heavily eutrophic";
    }
}

crate::vocabulary! {
    /// Degree of black and odorous water (黑臭级别).
    pub enum BlackOdorous {
        /// Lightly black and odorous (轻度黑臭).
        Light = "light", "轻度黑臭", "lightly black and odorous";
        /// Heavily black and odorous (重度黑臭).
        Heavy = "heavy", "重度黑臭", "heavily black and odorous";
    }
}
