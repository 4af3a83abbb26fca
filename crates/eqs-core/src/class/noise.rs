//! Acoustic environment: zones, periods of the day, grades.

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

crate::vocabulary! {
    /// Period of the day (GB 3096-2008 clause 3), unless the local government fixes other hours.
    pub enum DayNight {
        /// 06:00 to 22:00 (昼间).
        Day = "day", "昼间", "day";
        /// 22:00 to 06:00 (夜间).
        Night = "night", "夜间", "night";
    }
}

crate::vocabulary! {
    /// Which level of sound a limit of GB 3096 is about.
    pub enum SoundLevel {
        /// Equivalent continuous A-weighted level (等效声级).
        Equivalent = "leq", "等效声级", "equivalent level";
        /// Largest level of sudden noise at night (夜间突发噪声最大声级), clause 5.4.
        Sudden = "lmax", "夜间突发噪声最大声级", "largest level of sudden noise";
        /// Background without passing trains beside existing trunk railways (不通过列车时的背景噪声), clause 5.3.
        WithoutTrains = "background", "不通过列车时的背景噪声", "background without passing trains";
    }
}

crate::vocabulary! {
    /// Grade of regional or road-traffic noise, HJ 640-2012.
    pub enum NoiseGrade {
        /// Grade 1 (一级).
        One = "1", "一级（好）", "grade 1 (good)";
        /// Grade 2 (二级).
        Two = "2", "二级（较好）", "grade 2 (fairly good)";
        /// Grade 3 (三级).
        Three = "3", "三级（一般）", "grade 3 (moderate)";
        /// Grade 4 (四级).
        Four = "4", "四级（较差）", "grade 4 (fairly poor)";
        /// Grade 5 (五级).
        Five = "5", "五级（差）", "grade 5 (poor)";
    }
}
