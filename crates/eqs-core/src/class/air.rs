//! Ambient air: zones, grades and columns of limits, levels of the index.

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
        /// Grade 3 (三级), in the edition of 1996 only.
        Three = "3", "三级", "grade 3";
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
    /// What a limit of GB 3095 is for: a grade, or an area where the table does not sort by grades.
    pub enum AirTier {
        /// Grade 1 (一级).
        One = "1", "一级", "grade 1";
        /// Grade 2 (二级).
        Two = "2", "二级", "grade 2";
        /// Grade 3 (三级), in the edition of 1996 only.
        Three = "3", "三级", "grade 3";
        /// One value for every grade: lead and benzo\[a\]pyrene in 1996, table A.1.
        Every = "all", "各级", "every grade";
        /// Fluoride in urban areas (城市地区).
        Urban = "urban", "城市地区", "urban areas";
        /// Fluoride in pastoral areas (牧业区), mixed areas where grazing prevails, and mulberry areas.
        Pastoral = "pastoral", "牧业区、以牧业为主的半农半牧区和蚕桑区", "pastoral and mulberry areas";
        /// Fluoride in agricultural and forest areas (农业和林业区).
        AgriForest = "agri_forest", "农业和林业区", "agricultural and forest areas";
    }
}

impl From<AirGrade> for AirTier {
    fn from(grade: AirGrade) -> Self {
        match grade {
            AirGrade::One => Self::One,
            AirGrade::Two => Self::Two,
            AirGrade::Three => Self::Three,
        }
    }
}

crate::vocabulary! {
    /// Level of the WHO global air quality guidelines of 2021, from the laxest to the guideline itself.
    pub enum WhoLevel {
        /// Interim target 1.
        InterimTarget1 = "IT-1", "过渡时期目标1", "interim target 1";
        /// Interim target 2.
        InterimTarget2 = "IT-2", "过渡时期目标2", "interim target 2";
        /// Interim target 3.
        InterimTarget3 = "IT-3", "过渡时期目标3", "interim target 3";
        /// Interim target 4.
        InterimTarget4 = "IT-4", "过渡时期目标4", "interim target 4";
        /// The guideline level.
        Guideline = "AQG", "准则值", "guideline level";
    }
}

crate::vocabulary! {
    /// Groups of people who are sensitive to a pollutant (敏感人群), HJ 633-2026 table 2, in our words.
    pub enum SensitiveGroup {
        /// People with asthma.
        Asthma = "asthma", "哮喘患者", "people with asthma";
        /// People with a respiratory disease such as asthma.
        Respiratory = "respiratory", "哮喘等呼吸系统疾病患者", "people with respiratory disease such as asthma";
        /// People with cardiovascular disease.
        Cardiovascular = "cardiovascular", "心血管疾病患者", "people with cardiovascular disease";
        /// Children and adolescents.
        Young = "young", "儿童和青少年", "children and adolescents";
        /// People who are often active outdoors.
        Outdoor = "outdoor", "经常户外活动者", "people often active outdoors";
        /// The elderly.
        Elderly = "elderly", "老年人", "the elderly";
    }
}
