//! Where tasks stand, by deadline and report.

use eqs_core::NaiveDate;
use eqs_plan::{Task, TaskReport, TaskStanding, TaskStatus, standing};

use crate::given::day;

const DATED: &str = "TSK-0038"; // until 2021-11-15
const LONG_TERM: &str = "TSK-0003";
const NOT_PRINTED: &str = "TSK-0112";

/// A report as `done 2021-11-10`, `done` or nothing.
fn report(text: &str) -> Option<TaskReport> {
    let (status, date) = text.split_once(' ').unwrap_or((text, ""));
    let date = (!date.is_empty()).then(|| day(date));
    (!status.is_empty()).then(|| TaskReport { status: status.parse().unwrap(), date })
}

#[test]
fn by_deadline_and_report() {
    use TaskStanding::{
        Cancelled, Continuing, Done, DoneInTime, DoneLate, Open, Overdue, Undated, Unreported,
    };
    for (id, reported, on, expected) in [
        (DATED, "", "2021-11-14", Open),
        (DATED, "", "2021-11-15", Open),
        (DATED, "", "2021-11-16", Unreported),
        (DATED, "in_progress", "2021-11-15", Open),
        (DATED, "in_progress", "2021-11-16", Overdue),
        (DATED, "not_started 2021-06-01", "2021-11-16", Overdue),
        (DATED, "done 2021-11-14", "2021-12-01", DoneInTime),
        (DATED, "done 2021-11-15", "2021-12-01", DoneInTime),
        (DATED, "done 2021-11-16", "2021-12-01", DoneLate),
        (DATED, "done 2021-11-15", "2021-11-15", DoneInTime),
        (DATED, "done 2021-11-15", "2021-11-14", Open),
        (DATED, "done 2021-12-01", "2021-11-20", Overdue),
        (DATED, "done", "2021-12-01", Done),
        (DATED, "cancelled", "2021-12-01", Cancelled),
        (DATED, "cancelled 2021-12-01", "2021-12-01", Cancelled),
        (DATED, "cancelled 2021-12-02", "2021-12-01", Overdue),
        (LONG_TERM, "", "2030-01-01", Continuing),
        (LONG_TERM, "in_progress 2021-03-01", "2030-01-01", Continuing),
        (LONG_TERM, "done 2021-03-01", "2030-01-01", Done),
        (LONG_TERM, "done 2021-03-01", "2021-02-01", Continuing),
        (LONG_TERM, "cancelled", "2030-01-01", Cancelled),
        (NOT_PRINTED, "", "2030-01-01", Undated),
        (NOT_PRINTED, "not_started", "2030-01-01", Undated),
        (NOT_PRINTED, "done 2021-03-01", "2030-01-01", Done),
    ] {
        let task = Task::of(id).unwrap();
        assert_eq!(standing(task, report(reported), day(on)), expected, "{id} `{reported}` {on}");
    }
}

#[test]
fn nothing_is_done_without_a_report() {
    for task in Task::all() {
        for on in ["2000-01-01", "2021-12-31", "2022-01-01", "2050-01-01"] {
            let standing = standing(task, None, day(on));
            let done = [TaskStanding::Done, TaskStanding::DoneInTime, TaskStanding::DoneLate];
            assert!(!done.contains(&standing) && standing != TaskStanding::Overdue, "{} {on}", task.id);
        }
    }
}

#[test]
fn what_is_done_stays_done() {
    let date = day("2021-11-10");
    let days = NaiveDate::iter_days(&date).take(400);
    for status in [TaskStatus::Done, TaskStatus::Cancelled] {
        for task in [DATED, LONG_TERM, NOT_PRINTED].map(|id| Task::of(id).unwrap()) {
            let mut all =
                days.clone().map(|on| standing(task, Some(TaskReport { status, date: Some(date) }), on));
            let first = all.next().unwrap();
            assert!(all.all(|other| other == first), "{} {status}", task.id);
        }
    }
}
