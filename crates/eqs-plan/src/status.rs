//! [`TargetStatus`]: where a target stands on a day.

eqs_core::vocabulary! {
    /// Where a target stands on a day.
    pub enum TargetStatus {
        /// The due day has come and the figure of its year satisfies the target (已完成).
        Met = "met", "已完成", "met";
        /// The due day has come and the figure of its year does not satisfy the target (未完成).
        Missed = "missed", "未完成", "missed";
        /// The due day is yet to come and the latest figure satisfies the target already (目前已达到).
        MetSoFar = "met_so_far", "目前已达到", "met so far";
        /// The due day is yet to come, the latest figure does not satisfy the target, and by the
        /// [method](crate::ProgressMethod) that was asked for it will (按期推进).
        OnTrack = "on_track", "按期推进", "on track";
        /// The same, and by that method it will not; or the years so far have not kept the direction that is asked for
        /// (滞后).
        Behind = "behind", "滞后", "behind";
        /// The due day is yet to come, the latest figure does not satisfy the target, and no method was asked for
        /// (未到期).
        NotYetDue = "not_yet_due", "未到期", "not yet due";
    }
}

impl TargetStatus {
    /// Whether the figure that decided satisfies the target: met, or met so far.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::TargetStatus;
    /// assert!(TargetStatus::MetSoFar.is_satisfied() && !TargetStatus::OnTrack.is_satisfied());
    /// ```
    #[must_use]
    pub const fn is_satisfied(self) -> bool {
        matches!(self, Self::Met | Self::MetSoFar)
    }
}
