//! The closed vocabularies of claims and of what becomes of them.

eqs_core::vocabulary! {
    /// What a claim says, that is, what is computed to check it.
    pub enum Rule {
        /// The subject against a base: by how much, or only which way (同比, 比2013年, 高于全市平均).
        Change = "change", "变化", "change";
        /// The figures stand in a relation to a value, in every year of the period.
        Value = "value", "数值", "value";
        /// Every year against the year before (连续N年).
        Trend = "trend", "逐年变化", "trend";
        /// A standard is attained, in every year and by every member of a group (达到国家二级标准).
        Attains = "attains", "达标", "attainment";
        /// The number of members of a group that attain a standard.
        CountAttaining = "count_attaining", "达标个数", "number that attain";
        /// Minimum and maximum over the members of a group.
        Range = "range", "范围", "range";
        /// The highest, the lowest or among the first of a group (排名).
        Rank = "rank", "排名", "rank";
        /// The highest or the lowest of all years (历史新高, 历年最少).
        Record = "record", "历年之最", "record";
        /// A standard is attained and was not in any earlier year (首次, 率先).
        First = "first", "首次达标", "first attainment";
        /// Parts add up to the whole.
        Sum = "sum", "合计", "sum";
        /// One figure is a share of another (占比, 发生率).
        Share = "share", "占比", "share";
        /// A share of counted things is a whole number of them.
        CountableShare = "countable_share", "个数占比", "countable share";
        /// A mean lies between those of its parts.
        Between = "between", "总体与部分", "whole and parts";
        /// An index has a grade (优, 良).
        Grade = "grade", "等级", "grade";
        /// Targets of a plan are met.
        Target = "target", "规划目标", "target";
        /// Several printed figures of one thing agree.
        Restated = "restated", "多处公布", "restated figure";
        /// No measure is known by which the words could be computed.
        Qualitative = "qualitative", "定性", "qualitative";
    }
}

eqs_core::vocabulary! {
    /// The relation that a claim states.
    pub enum Stated {
        /// It rose (上升, 增加, 提高).
        Increase = "increase", "上升", "increase";
        /// It fell (下降, 减少).
        Decrease = "decrease", "下降", "decrease";
        /// It is above the base (高于).
        Above = "above", "高于", "above";
        /// It is below the base (低于).
        Below = "below", "低于", "below";
        /// It is not below (不低于).
        AtLeast = "at_least", "不低于", "at least";
        /// It is not above (不高于).
        AtMost = "at_most", "不高于", "at most";
        /// It is (为).
        Equal = "equal", "等于", "equal";
        /// It prints alike (持平, 无变化).
        Unchanged = "unchanged", "持平", "unchanged";
        /// It changed little (基本持平, 保持稳定).
        Stable = "stable", "基本稳定", "stable";
        /// It is the highest (最高).
        Highest = "highest", "最高", "highest";
        /// It is the lowest (最低).
        Lowest = "lowest", "最低", "lowest";
        /// The standard, grade or target is met (达到).
        Meets = "meets", "达到", "meets";
        /// The standard is exceeded (超过, 尚未达到).
        Exceeds = "exceeds", "超过", "exceeds";
    }
}

eqs_core::vocabulary! {
    /// What becomes of a claim.
    pub enum Status {
        /// It agrees with what is printed (相符).
        Confirmed = "confirmed", "相符", "confirmed";
        /// It cannot agree with what is printed (存疑).
        Contested = "contested", "存疑", "contested";
        /// An input or a criterion is missing (无法判定).
        Undecidable = "undecidable", "无法判定", "undecidable";
    }
}

impl From<&eqs_plan::Coherence<'_>> for Status {
    /// What becomes of a link between two targets: contested if they cannot stand side by side
    /// ([`Agreement::is_coherent`](eqs_plan::Agreement::is_coherent)), undecidable if they cannot be compared.
    ///
    /// # Example
    /// ```
    /// use eqs_audit::Status;
    /// use eqs_plan::{BEIJING_14FYP, Link, Policy, coherence};
    ///
    /// let status = |id| {
    ///     let link = Link::all().iter().find(|link| link.lower == id).unwrap();
    ///     let (lower, upper) = (link.lower().unwrap(), link.upper().unwrap());
    ///     Status::from(&coherence(lower, upper, link.kind, BEIJING_14FYP.observations(), &Policy::default()))
    /// };
    /// assert_eq!(status("TGT-0205"), Status::Confirmed); // 27 µg/m³ under about 35
    /// assert_eq!(status("TGT-0264"), Status::Contested); // 91 % under 98 %
    /// assert_eq!(status("TGT-0211"), Status::Undecidable); // other sections
    /// ```
    fn from(coherence: &eqs_plan::Coherence<'_>) -> Self {
        match coherence.agreement {
            Some(agreement) if agreement.is_coherent() => Self::Confirmed,
            Some(_) => Self::Contested,
            None => Self::Undecidable,
        }
    }
}

eqs_core::vocabulary! {
    /// How firmly a claim is confirmed or contested.
    pub enum Strength {
        /// By every value that the printed figures stand for (必然).
        Certain = "certain", "必然", "certain";
        /// By some of them, or by a reading of vague words (可能).
        Possible = "possible", "可能", "possible";
    }
}

eqs_core::vocabulary! {
    /// Where an input comes from.
    pub enum Basis {
        /// A document prints the figure (公布).
        Printed = "printed", "公布", "printed";
        /// Worked back from statements of change; never mixed with printed figures (推算).
        Implied = "implied", "推算", "implied";
        /// The calendar (日历).
        Calendar = "calendar", "日历", "calendar";
    }
}
