//! Targets of ecological-environment protection plans (生态环境保护规划), and whether figures meet them.
//!
//! ```
//! use eqs_core::{Lang, NaiveDate, Phrase};
//! use eqs_plan::{BEIJING_13FYP, Policy, TargetStatus, evaluate};
//!
//! let target = BEIJING_13FYP.target(1).unwrap(); // PM2.5, 56 µg/m³ in 2020
//! let day = NaiveDate::from_ymd_opt(2020, 12, 31).unwrap();
//!
//! let verdict = evaluate(target, BEIJING_13FYP.observations(), day, &Policy::default());
//! assert_eq!(verdict.outcome.determined(), Some(&TargetStatus::Met));
//! assert_eq!(
//!     verdict.say(Lang::En).to_string(),
//!     "met: PM2.5, annual mean 38 µg/m³ meets ≤ 56 µg/m³ (plan-beijing-14fyp line 108); figure for 2020: 38 µg/m³.",
//! );
//!
//! // The year 2020 has not ended, and no earlier figure is given: nothing can be said.
//! let verdict = evaluate(target, BEIJING_13FYP.observations(), day.pred_opt().unwrap(), &Policy::default());
//! assert_eq!(
//!     verdict.say(Lang::Zh).to_string(),
//!     "无法判定（没有北京市PM2.5年均值的数据）。",
//! );
//! ```
//!
//! # Scope
//! The 351 targets of Beijing's 13th and 14th five-year plans, of the plan of Miyun, of the action plans of 2021 and of
//! the long-term goals that the bulletins quote, and [`evaluate`], which holds any observations against one target:
//! those of a bulletin, of a plan's review, or a user's own. The crate knows no bulletin and no standard, and reads no
//! clock: the day is an argument.
//!
//! # Before the due day
//! [`gap`] says how far a target is from being reached, [`progress`] how it comes on by each of five methods, and
//! [`assess`] all of it at once. None of the methods is a default: without one in the [`Policy`] a target is met so far or
//! not yet due.
//!
//! # Words without an official meaning
//! 左右 (about), 基本消除 (basically eliminate), 基本完成 (basically complete), 保持稳定 (remain stable) and 稳步提升
//! (improve steadily) have no official tolerance. A [`Policy`] says how they are read, and every verdict that used it
//! shows it.
//!
//! # Tasks
//! [`Task`] is one of the 127 tasks of the three action plans of 2021, [`TaskQuery`] finds them by plan, department and
//! deadline, and [`standing`] says where one stands by what a user reports of it.
//!
//! # Data
//! One CSV a plan in `data/`, one row per printed target, read while compiling. Lines count in the cleaned text of the
//! document, quotes stand there literally. `Cargo.toml` names the documents under `[package.metadata.sources]`. What
//! is our reading, not print, stands in the column `note`, and:
//! - the column `observed_at`: 劣V类水质河长比例 is set for the city and observed in the five river systems
//!   (五大水系), because that is where the bulletins print it, and other targets likewise; a verdict on one says so;
//! - the comparators of rows 1 and 15 of table 1, which prints only numbers there: by the better direction;
//! - the unit % of rows 5 to 8 of table 2: the table prints it with the indicator, since the cell holds a word.
//!
//! # Features
//! - `std` (default): passes `std` on to the dependencies; nothing else changes.
//! - `serde`: serialisation of plans, targets and policies; verdicts as in `eqs-core`.
//! - `load`: the module `load`, plans of other places from files; needs `std`.
#![no_std]
#![allow(long_running_const_eval, reason = "the tables are read while compiling; bounded by their rows")]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

pub use crate::{
    action_plan::ActionPlan,
    amount::Amount,
    assessment::{Assessment, assess},
    coherence::{Agreement, Coherence, Field, Obstacle, coherence},
    comparator::Comparator,
    course::Point,
    deadline::{Deadline, Due},
    department::{Department, UnknownDepartment},
    departments::Departments,
    evaluate::evaluate,
    gap::{Gap, gap},
    index::ObservationIndex,
    link::{Link, LinkKind},
    modality::Modality,
    norm::{Level, Norm},
    pace::{Pace, ProgressMethod},
    plan::{BEIJING_13FYP, BEIJING_14FYP, Plan, UnknownPlan},
    policy::{Policy, Steadily},
    progress::{Basis, Progress, Way, progress},
    scoreboard::{ScoreGroup, Scoreboard, Unsatisfied, WorstMargin},
    status::TargetStatus,
    target::{Base, Target},
    task::{Role, Task},
    task_place::Concern,
    task_query::TaskQuery,
    task_standing::{TaskReport, TaskStanding, TaskStatus, standing},
};

mod action_plan;
mod amount;
mod assessment;
mod coherence;
mod comparator;
mod course;
mod data;
mod deadline;
mod department;
mod departments;
mod evaluate;
mod evidence;
mod fit;
mod gap;
mod index;
mod levels;
mod link;
#[cfg(feature = "load")]
pub mod load;
mod modality;
mod norm;
mod number;
mod pace;
mod plan;
mod policy;
mod progress;
mod rank;
mod requirement;
mod root;
mod row;
mod scoreboard;
mod sentence;
mod status;
mod target;
mod task;
mod task_place;
mod task_query;
mod task_standing;
mod total;
mod trend;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
