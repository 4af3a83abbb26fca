//! [`ProgressMethod`] and [`Pace`]: how a target comes on before its day, and by whose rule.

eqs_core::vocabulary! {
    /// A rule by which the progress towards a target is told before its day. No plan names one, and none is the default.
    ///
    /// Every method starts from the figure of the base year, or the first one behind it, and speaks of the latest
    /// one. A latest figure that satisfies the target is [`Pace::Achieved`]; one that does not where that of the base
    /// did is [`Pace::Deteriorating`]; for Destatis and Theil–Sen, whose sources do not speak of either, that is our
    /// reading. Otherwise:
    ///
    /// | method | on track | acceleration needed | limited | deteriorating |
    /// |---|---|---|---|---|
    /// | `linear_path` | not worse than the straight line from base to goal | worse | no change | away from the goal |
    /// | `eurostat` | R ≥ 95 % | 60 % ≤ R | 0 ≤ R | R < 0 |
    /// | `un` | s ≥ 95 % | 10 % ≤ s ("fair progress") | s < 10 % ("stagnation or regression") | – |
    /// | `destatis` | missed by < 5 % ("sun") | by ≤ 20 % ("sun with cloud") | by more ("cloud") | away from the goal ("storm") |
    /// | `theil_sen` | the line satisfies the target in the due year | does not | no slope | away from the goal |
    ///
    /// R is the observed compound yearly rate over the required one; s the share of the way that the observed rate
    /// will have covered in the due year; "missed by" is what five years' mean change leaves in the due year
    /// of the way that is still to go.
    pub enum ProgressMethod {
        /// The straight line from the base to the goal (时间进度法).
        LinearPath = "linear_path", "时间进度法", "time-proportional path";
        /// Compound rates, observed over required: the scale of Eurostat, as Statistics Canada and Open SDG print it
        /// (grade B). They count a base or goal of 0 as 0.001, so that the result depends on the unit; here it has no rate.
        Eurostat = "eurostat", "年均变化率比值法（欧盟统计局）", "ratio of compound rates (Eurostat)";
        /// The observed compound rate, continued to the due year: Progress Chart 2023 of the UN Statistics Division
        /// (grade B). Its rule for figures within 1 % of 0 or 100 % is left out.
        Un = "un", "年均变化率外推法（联合国统计司）", "extrapolated compound rate (UN 2023)";
        /// The mean yearly change of the last five years, continued to the due year: the weather symbols of the
        /// German statistical office (grade B). It needs the figure of five years before the latest.
        Destatis = "destatis", "五年线性外推法（德国联邦统计局）", "five-year linear trend (Destatis)";
        /// The median of the slopes between all years since the base, continued to the due year (Theil 1950, Sen 1968).
        TheilSen = "theil_sen", "Theil–Sen斜率法", "Theil–Sen slope";
    }
}

eqs_core::vocabulary! {
    /// How a target comes on, by a [`ProgressMethod`]; the best first.
    pub enum Pace {
        /// The latest figure satisfies the target (已达到).
        Achieved = "achieved", "已达到", "achieved";
        /// It will be reached (进度相符).
        OnTrack = "on_track", "进度相符", "on track";
        /// It will not, although the figures come nearer (需加快).
        AccelerationNeeded = "acceleration_needed", "需加快", "acceleration needed";
        /// Little comes about (进展有限).
        Limited = "limited", "进展有限", "limited progress";
        /// The figures move away from it (倒退).
        Deteriorating = "deteriorating", "倒退", "deteriorating";
    }
}
