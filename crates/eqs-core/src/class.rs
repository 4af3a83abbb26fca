//! Classes, grades, levels, zones and land categories: the closed sets that standards sort things into.

crate::vocabulary! {
    /// Functional zone of ambient air (环境空气功能区), GB 3095 clause 4.1.
    pub enum AirZone {
        /// National parks, nature reserves and other areas that need special protection: grade 1 applies.
        One = "1", "一类区", "class 1 zone";
        /// Residential, mixed, cultural, industrial and rural areas: grade 2 applies.
        Two = "2", "二类区", "class 2 zone";
    }
}

impl AirZone {
    /// The grade of limits that applies in the zone (GB 3095 clause 4.2).
    #[must_use]
    pub const fn grade(self) -> AirGrade {
        match self {
            Self::One => AirGrade::One,
            Self::Two => AirGrade::Two,
        }
    }
}

crate::vocabulary! {
    /// Grade of the limits of GB 3095 (浓度限值级别).
    pub enum AirGrade {
        /// Grade 1 (一级), for class 1 zones.
        One = "1", "一级", "grade 1";
        /// Grade 2 (二级), for class 2 zones.
        Two = "2", "二级", "grade 2";
    }
}

crate::vocabulary! {
    /// Level of the air quality index (空气质量指数级别), HJ 633.
    pub enum AqiLevel {
        /// Level one (一级): index up to 50.
        One = "1", "优", "excellent";
        /// Level two (二级): 51 to 100.
        Two = "2", "良", "good";
        /// Level three (三级): 101 to 150.
        Three = "3", "轻度污染", "lightly polluted";
        /// Level four (四级): 151 to 200.
        Four = "4", "中度污染", "moderately polluted";
        /// Level five (五级): 201 to 300.
        Five = "5", "重度污染", "heavily polluted";
        /// Level six (六级): above 300.
        Six = "6", "严重污染", "severely polluted";
    }
}

impl AqiLevel {
    /// The printed Chinese number of the level (一级 … 六级).
    #[must_use]
    pub const fn level_zh(self) -> &'static str {
        match self {
            Self::One => "一级",
            Self::Two => "二级",
            Self::Three => "三级",
            Self::Four => "四级",
            Self::Five => "五级",
            Self::Six => "六级",
        }
    }

    /// A good day (优良天): level one or two.
    #[must_use]
    pub const fn is_good(self) -> bool {
        matches!(self, Self::One | Self::Two)
    }

    /// Heavy pollution (重污染, 重度及以上): level five or six.
    #[must_use]
    pub const fn is_heavy(self) -> bool {
        matches!(self, Self::Five | Self::Six)
    }
}

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
    /// Kind of surface water that decides which limits apply (GB 3838-2002 table 1, items 8 and 9).
    pub enum WaterBody {
        /// Rivers, canals and other flowing water; river-type reservoirs are assessed as rivers.
        River = "river", "河流", "river";
        /// Lakes and reservoirs.
        Lake = "lake", "湖库", "lake or reservoir";
    }
}

crate::vocabulary! {
    /// The three major land classes (三大类) of the Land Administration Law, article 4.
    pub enum LandCategory {
        /// Land used directly for farming.
        Agricultural = "agricultural", "农用地", "agricultural land";
        /// Land that carries buildings and structures.
        Construction = "construction", "建设用地", "construction land";
        /// Everything else.
        Unused = "unused", "未利用地", "unused land";
    }
}

crate::vocabulary! {
    /// Land use of a row of GB 15618-2018.
    pub enum FarmlandUse {
        /// Paddy field.
        Paddy = "paddy", "水田", "paddy field";
        /// Orchard (copper only).
        Orchard = "orchard", "果园", "orchard";
        /// Dry land, irrigated dry land, vegetable plots and the like.
        Other = "other", "其他", "other farmland";
    }
}

crate::vocabulary! {
    /// Land type of GB 36600-2018.
    pub enum ConstructionLand {
        /// First type: residential land, schools, hospitals, community parks.
        FirstType = "1", "第一类用地", "first type of land";
        /// Second type: industry, logistics, commerce, roads, utilities.
        SecondType = "2", "第二类用地", "second type of land";
    }
}

crate::vocabulary! {
    /// Zone class of the acoustic environment (声环境功能区), GB 3096-2008 clause 4.
    pub enum NoiseZone {
        /// Convalescent areas and other places that need special quiet.
        Zero = "0", "0类", "class 0";
        /// Housing, medical care, culture and education, research, administration.
        One = "1", "1类", "class 1";
        /// Commerce and markets, or mixed areas where housing needs quiet.
        Two = "2", "2类", "class 2";
        /// Industry and warehousing.
        Three = "3", "3类", "class 3";
        /// Beside main roads, urban rail at ground level and waterways.
        FourA = "4a", "4a类", "class 4a";
        /// Beside trunk railways.
        FourB = "4b", "4b类", "class 4b";
    }
}
