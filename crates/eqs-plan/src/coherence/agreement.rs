//! The closed vocabularies of what two linked targets are to each other.

eqs_core::vocabulary! {
    /// What a target is to the one that it depends on. Which of them contradict it says [`Agreement::is_coherent`].
    pub enum Agreement {
        /// The same requirement (一致).
        Same = "same", "一致", "the same";
        /// The same number in other words: `>95` and 95%以上, 左右 and 以内 (数同词异).
        Reworded = "reworded", "数同词异", "the same number in other words";
        /// All that satisfies it satisfies the upper target, and not the other way round (更严).
        Stricter = "stricter", "更严", "stricter";
        /// An amount that is part of the whole (总量的一部分).
        PartOf = "part_of", "总量的一部分", "part of the whole";
        /// A level of a year on the way to the one of the last year (阶段目标).
        Step = "step", "阶段目标", "a step on the way";
        /// The number of the upper target is the requirement (以上级目标为准).
        ByReference = "by_reference", "以上级目标为准", "by reference";
        /// Another number, base, due day or standard where the same is restated, or the opposite direction (不一致).
        Differs = "differs", "不一致", "different";
        /// All that satisfies the upper target satisfies it, and not the other way round (更宽).
        Laxer = "laxer", "更宽", "laxer";
        /// An amount that is more than the whole (超过总量).
        MoreThanWhole = "more_than_whole", "超过总量", "more than the whole";
        /// A level of a year that allows what is worse than the base year (劣于基准年).
        Worsens = "worsens", "劣于基准年", "worse than the base year";
        /// Due after the upper target (期限更晚).
        Later = "later", "期限更晚", "due later";
    }
}

impl Agreement {
    /// Whether the two can stand side by side: from [`Same`](Self::Same) to [`ByReference`](Self::ByReference). The
    /// others are findings.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::Agreement;
    /// assert!(Agreement::Reworded.is_coherent() && !Agreement::Laxer.is_coherent());
    /// ```
    #[must_use]
    pub const fn is_coherent(self) -> bool {
        match self {
            Self::Same | Self::Reworded | Self::Stricter | Self::PartOf | Self::Step | Self::ByReference => {
                true
            }
            Self::Differs | Self::Laxer | Self::MoreThanWhole | Self::Worsens | Self::Later => false,
        }
    }
}

eqs_core::vocabulary! {
    /// Why two linked targets cannot be compared.
    pub enum Obstacle {
        /// They speak of different indicators.
        OtherIndicator = "other_indicator", "指标不同，只表示从属关系", "different indicators: only the dependency is meant";
        /// They speak of different statistics of one indicator.
        OtherStatistic = "other_statistic", "统计量不同，只表示从属关系",
            "different statistics: only the dependency is meant";
        /// They name different standards, or different grades of one.
        OtherStandard = "other_standard", "所据标准或等级不同，此处不比较", "different standards or grades, which are not compared here";
        /// One names a standard, the other a number; limits of standards are not known here.
        StandardAgainstNumber = "standard_against_number", "一方为标准，一方为数值，此处不知标准限值",
            "a standard against a number: limits of standards are not known here";
        /// Their units do not convert.
        OtherUnit = "other_unit", "单位不能换算", "the units do not convert";
        /// They are measured against different bases, or only one of them against any.
        OtherBase = "other_base", "基准不同", "different bases";
        /// The lower target is words without a number.
        LowerInWords = "lower_in_words", "下级目标只有文字，没有数值", "the lower target is words without a number";
        /// The upper target is words without a number.
        UpperInWords = "upper_in_words", "上级目标只有文字，没有数值", "the upper target is words without a number";
        /// The lower target refers to a requirement that is not that of the upper one, and not printed.
        LowerNotPrinted = "lower_not_printed", "下级目标所指的上级要求未印出",
            "the requirement that the lower target refers to is not printed";
        /// The upper target refers to a requirement that is not printed.
        UpperNotPrinted = "upper_not_printed", "上级目标所指的要求未印出",
            "the requirement that the upper target refers to is not printed";
        /// Neither requirement contains the other.
        Overlaps = "overlaps", "互不包含", "neither requirement contains the other";
        /// The numbers say one thing, the numbers with their tolerances another.
        ToleranceDecides = "tolerance_decides", "结论取决于容差", "the tolerance decides";
        /// A tolerance of the policy does not convert to the unit that is needed.
        PolicyUnit = "policy_unit", "容差的单位不能换算", "the unit of a tolerance does not convert";
        /// The target of a year is due before the plan begins.
        BeforePlan = "before_plan", "期限早于规划期", "due before the plan begins";
        /// A number is too long to be compared.
        TooLong = "too_long", "数字过长", "a number is too long";
    }
}

eqs_core::vocabulary! {
    /// In what two linked targets differ.
    pub enum Field {
        /// The place.
        Place = "place", "区域", "place";
        /// The indicator.
        Indicator = "indicator", "指标", "indicator";
        /// The statistic.
        Statistic = "statistic", "统计量", "statistic";
        /// The word or sign of the relation.
        Relation = "relation", "比较词", "relation";
        /// The number, in units that convert.
        Number = "number", "数值", "number";
        /// The unit, where they do not convert.
        Unit = "unit", "单位", "unit";
        /// The base.
        Base = "base", "基准", "base";
        /// The due day.
        Due = "due", "期限", "due day";
        /// How binding it is.
        Modality = "modality", "属性", "modality";
        /// The standard and its grade.
        Standard = "standard", "标准", "standard";
        /// Whose requirement is to be met.
        Requirement = "requirement", "上级要求", "requirement of a higher level";
    }
}
