//! [`standing`]: where a task stands on a day, by its deadline and what was reported.

use eqs_core::NaiveDate;

use crate::deadline::{Deadline, Due};
use crate::task::Task;

eqs_core::vocabulary! {
    /// What is reported of a task.
    pub enum TaskStatus {
        /// It is done.
        Done = "done", "已完成", "done";
        /// It is being done.
        InProgress = "in_progress", "进行中", "in progress";
        /// It has not been begun.
        NotStarted = "not_started", "未开始", "not started";
        /// It was given up or called off.
        Cancelled = "cancelled", "已取消", "cancelled";
    }
}

eqs_core::vocabulary! {
    /// Where a task stands on a day; see [`standing`].
    pub enum TaskStanding {
        /// Done on the day of the deadline or before it.
        DoneInTime = "done_in_time", "按期完成", "done in time";
        /// Done after the deadline.
        DoneLate = "done_late", "逾期完成", "done late";
        /// Done, without a deadline or a day that would tell whether in time.
        Done = "done", "已完成", "done";
        /// Reported as not done, and the deadline has passed.
        Overdue = "overdue", "逾期", "overdue";
        /// The deadline has passed, and nothing is reported.
        Unreported = "unreported", "期限已过未报", "past due and unreported";
        /// Not done, and the deadline has not passed.
        Open = "open", "未到期", "open";
        /// To be done all the time.
        Continuing = "continuing", "长期实施", "continuing";
        /// Not done, and no deadline is printed.
        Undated = "undated", "未印完成时限", "no deadline printed";
        /// Given up or called off.
        Cancelled = "cancelled", "已取消", "cancelled";
    }
}

/// What a user reports of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct TaskReport {
    /// What it is.
    pub status: TaskStatus,
    /// The day on which it became so; without one the report holds for every day.
    pub date: Option<NaiveDate>,
}

/// Where a task stands at the end of a day, by its deadline and what was reported of it.
///
/// Whether a task is done comes from the report alone: a deadline that has passed without a report leaves it
/// [`TaskStanding::Unreported`]. What became so after the day was not yet so on it: the task was not done then.
///
/// # Example
/// ```
/// use eqs_core::NaiveDate;
/// use eqs_plan::{Task, TaskReport, TaskStanding, TaskStatus, standing};
///
/// let day = |text: &str| text.parse::<NaiveDate>().unwrap();
/// let task = Task::of("TSK-0038").unwrap(); // until 15 November 2021
/// let done = TaskReport { status: TaskStatus::Done, date: Some(day("2021-11-20")) };
/// assert_eq!(standing(task, Some(done), day("2021-12-31")), TaskStanding::DoneLate);
/// assert_eq!(standing(task, Some(done), day("2021-11-15")), TaskStanding::Open);
/// assert_eq!(standing(task, Some(done), day("2021-11-16")), TaskStanding::Overdue);
/// assert_eq!(standing(task, None, day("2021-11-16")), TaskStanding::Unreported);
/// ```
#[must_use]
pub fn standing(task: &Task, report: Option<TaskReport>, day: NaiveDate) -> TaskStanding {
    let reached = report.filter(|report| report.date.is_none_or(|date| date <= day));
    match reached.map(|report| (report.status, report.date)) {
        Some((TaskStatus::Cancelled, _)) => TaskStanding::Cancelled,
        Some((TaskStatus::Done, date)) => match (task.deadline, date) {
            (Deadline::On(due), Some(date)) if date <= due => TaskStanding::DoneInTime,
            (Deadline::On(_), Some(_)) => TaskStanding::DoneLate,
            _ => TaskStanding::Done,
        },
        _ => match task.due_on(day) {
            Due::Overdue { .. } if report.is_some() => TaskStanding::Overdue,
            Due::Overdue { .. } => TaskStanding::Unreported,
            Due::Today | Due::In { .. } => TaskStanding::Open,
            Due::LongTerm => TaskStanding::Continuing,
            Due::NotPrinted => TaskStanding::Undated,
        },
    }
}
