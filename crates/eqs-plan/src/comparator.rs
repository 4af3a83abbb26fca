//! [`Comparator`]: the words by which a target relates to its number, or to earlier years.

eqs_core::vocabulary! {
    /// How a target relates to its number, or to the base year where it has none.
    pub enum Comparator {
        /// Not more than the value (≤, 不高于).
        AtMost = "at_most", "不高于", "at most";
        /// Less than the value (<, 低于).
        Below = "below", "低于", "below";
        /// Not less than the value (≥, 不低于).
        AtLeast = "at_least", "不低于", "at least";
        /// More than the value (>, 高于).
        Above = "above", "高于", "above";
        /// About the value (左右).
        About = "about", "左右", "about";
        /// Between two values, both included (3至5).
        Range = "range", "介于", "between";
        /// A reduction against the base by the value or more (下降……以上).
        ReduceByAtLeast = "reduce_by_at_least", "下降不少于", "reduced by at least";
        /// A reduction against the base by about the value (下降……左右).
        ReduceByAbout = "reduce_by_about", "下降左右", "reduced by about";
        /// An increase against the base by about the value (增长……左右).
        IncreaseByAbout = "increase_by_about", "增长左右", "increased by about";
        /// So many are finished within the plan (完成……个, 公里, 公顷).
        CompleteCount = "complete_count", "完成", "complete";
        /// All is finished (全部完成).
        Complete = "complete", "全部完成", "complete all";
        /// Nearly all is finished (基本完成).
        BasicallyComplete = "basically_complete", "基本完成", "basically complete";
        /// None is left (消除).
        Eliminate = "eliminate", "消除", "eliminate";
        /// Next to none is left (基本消除).
        BasicallyEliminate = "basically_eliminate", "基本消除", "basically eliminate";
        /// Better than in the base year, steadily (稳步提升).
        ImproveSteadily = "improve_steadily", "稳步提升", "improve steadily";
        /// Lower than in the base year, steadily (稳中有降).
        DeclineSteadily = "decline_steadily", "稳中有降", "decline steadily";
        /// Lower every year (持续下降).
        DeclineContinuously = "decline_continuously", "持续下降", "decline continuously";
        /// As in the base year (保持稳定).
        RemainStable = "remain_stable", "保持稳定", "remain stable";
        /// Not higher than before (只降不升).
        NoIncrease = "no_increase", "只降不升", "no increase";
        /// Not lower than before (只增不减).
        NoDecrease = "no_decrease", "只增不减", "no decrease";
        /// A standard is met (达标).
        MeetStandard = "meet_standard", "达到标准", "meet the standard";
        /// A grade of a standard is reached (达到……级).
        MeetGrade = "meet_grade", "达到等级", "meet the grade";
        /// Better than a grade of a standard (优于……级).
        BetterThanGrade = "better_than_grade", "优于等级", "better than the grade";
        /// The class, or a better one (Ⅳ类及以上).
        AtLeastClass = "at_least_class", "不劣于", "not worse than";
        /// What a higher level asks for (达到市级要求).
        MeetHigherLevelRequirement =
            "meet_higher_level_requirement", "达到上级要求", "meet the requirement of the higher level";
        /// The first place of a ranking (最优).
        RankFirst = "rank_first", "位列第一", "rank first";
        /// Not among the last of a ranking (退出后……名).
        NotInBottom = "not_in_bottom", "退出后", "not among the last";
        /// The peak lies before the year (……年前达峰).
        PeakBefore = "peak_before", "达峰早于", "peak before";
        /// The number is a condition under which something applies, and no target.
        Threshold = "threshold", "适用条件", "condition of application";
        /// Words without anything to be measured.
        Qualitative = "qualitative", "定性要求", "in words only";
    }
}

impl Comparator {
    /// Whether the target must carry a number.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::Comparator;
    /// assert!(Comparator::AtMost.takes_value() && !Comparator::Eliminate.takes_value());
    /// ```
    #[must_use]
    pub const fn takes_value(self) -> bool {
        matches!(
            self,
            Self::AtMost
                | Self::Below
                | Self::AtLeast
                | Self::Above
                | Self::About
                | Self::Range
                | Self::ReduceByAtLeast
                | Self::ReduceByAbout
                | Self::IncreaseByAbout
                | Self::CompleteCount
                | Self::MeetGrade
                | Self::BetterThanGrade
                | Self::AtLeastClass
                | Self::NotInBottom
                | Self::PeakBefore
                | Self::Threshold
        )
    }

    /// Whether a number may be printed beside it: 零填埋 is an elimination to 0, 2060年前 the year of completion.
    #[must_use]
    pub const fn may_have_value(self) -> bool {
        self.takes_value()
            || matches!(self, Self::Complete | Self::Eliminate | Self::MeetStandard | Self::RankFirst)
    }

    /// Whether the target is measured against earlier figures, so that it has a base even if none is printed.
    #[must_use]
    pub const fn is_relative(self) -> bool {
        self.is_change() || self.is_trend() || matches!(self, Self::RemainStable)
    }

    /// A change by a number.
    pub(crate) const fn is_change(self) -> bool {
        matches!(self, Self::ReduceByAtLeast | Self::ReduceByAbout | Self::IncreaseByAbout)
    }

    /// A direction, year by year.
    pub(crate) const fn is_trend(self) -> bool {
        matches!(
            self,
            Self::ImproveSteadily
                | Self::DeclineSteadily
                | Self::DeclineContinuously
                | Self::NoIncrease
                | Self::NoDecrease
        )
    }

    /// Words that single years have to keep, so that nothing is approached.
    pub(crate) const fn asks_of_each_year(self) -> bool {
        self.is_trend() || matches!(self, Self::RemainStable)
    }

    /// Words that leave the better side open.
    pub(crate) const fn has_open_side(self) -> bool {
        self.is_about() || matches!(self, Self::Range | Self::RemainStable)
    }

    pub(crate) const fn is_about(self) -> bool {
        matches!(self, Self::About | Self::ReduceByAbout | Self::IncreaseByAbout)
    }
}
