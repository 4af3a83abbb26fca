//! Ecological state: grades of the two indices and of their change.

crate::vocabulary! {
    /// Grade of the ecological state index EI (生态环境状况分级), HJ 192-2015.
    pub enum EiGrade {
        /// Excellent (优).
        Excellent = "excellent", "优", "excellent";
        /// Good (良).
        Good = "good", "良", "good";
        /// Moderate (一般).
        Moderate = "moderate", "一般", "moderate";
        /// Fairly poor (较差).
        FairlyPoor = "fairly_poor", "较差", "fairly poor";
        /// Poor (差).
        Poor = "poor", "差", "poor";
    }
}

crate::vocabulary! {
    /// Class of the ecological quality index EQI (生态质量类别).
    pub enum EqiClass {
        /// Class one (一类).
        One = "1", "一类", "class one";
        /// Class two (二类).
        Two = "2", "二类", "class two";
        /// Class three (三类).
        Three = "3", "三类", "class three";
        /// Class four (四类).
        Four = "4", "四类", "class four";
        /// Class five (五类).
        Five = "5", "五类", "class five";
    }
}

crate::vocabulary! {
    /// How far the ecological state index EI has changed, up or down, in points (HJ 192-2015).
    pub enum ChangeDegree {
        /// No evident change (无明显变化).
        None = "none", "无明显变化", "no evident change";
        /// Slight change (略微变化).
        Slight = "slight", "略微变化", "slight change";
        /// Evident change (明显变化).
        Evident = "evident", "明显变化", "evident change";
        /// Marked change (显著变化).
        Marked = "marked", "显著变化", "marked change";
    }
}

crate::vocabulary! {
    /// How far the ecological quality index EQI has changed, up or down, in points.
    pub enum EqiChange {
        /// Basically stable (基本稳定).
        Stable = "stable", "基本稳定", "basically stable";
        /// Slight (轻微).
        Slight = "slight", "轻微变化", "slight change";
        /// Moderate (一般).
        Moderate = "moderate", "一般变化", "moderate change";
        /// Evident (明显).
        Evident = "evident", "明显变化", "evident change";
    }
}

crate::vocabulary! {
    /// Grade of the state of water ecology (水生态环境质量综合评价), the best first: a word that documents give. Nothing here works it out.
    ///
    /// The bulletin of 2024 prints 优秀, 良好 and 中等 (grade A); that they are the first three of these five, in this order, is
    /// not confirmed (grade C).
    pub enum WaterEcology {
        /// Excellent (优秀).
        Excellent = "excellent", "优秀", "excellent";
        /// Good (良好).
        Good = "good", "良好", "good";
        /// Moderate (中等).
        Moderate = "moderate", "中等", "moderate";
        /// Fairly poor (较差).
        FairlyPoor = "fairly_poor", "较差", "fairly poor";
        /// Very poor (很差).
        VeryPoor = "very_poor", "很差", "very poor";
    }
}

impl WaterEcology {
    /// Whether the grade counts as 优良, one of the two best (grade C).
    ///
    /// # Example
    /// ```
    /// use eqs_core::WaterEcology;
    /// let (rivers, lakes) = (WaterEcology::Good, WaterEcology::Moderate); // in 2024
    /// assert_eq!((rivers.zh(), lakes.zh()), ("良好", "中等"));
    /// assert!(rivers.is_good() && !lakes.is_good() && rivers < lakes);
    /// ```
    #[must_use]
    pub const fn is_good(self) -> bool {
        matches!(self, Self::Excellent | Self::Good)
    }
}
