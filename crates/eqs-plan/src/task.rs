//! [`Task`]: what the plans of action set departments to do, over `data/tasks-*.csv`.

use eqs_core::table::Reader;
use eqs_core::{Medium, NaiveDate, Source};

use crate::action_plan::ActionPlan;
use crate::amount::Amount;
use crate::deadline::{Deadline, Due};
use crate::departments::Departments;
use crate::plan::Plan;
use crate::target::Target;

const DOCUMENT: &str = "action-plans-2021";

const HEADER: &str = "id,line,section,serial,sub_row,key_task,measure,quantified,deadline,deadline_text,lead,\
    responsible,supporting,lead_printed,doubt,quote";

eqs_core::table! {
    static AIR: [Task] = "../data/tasks-air-2021.csv", HEADER, air;
}

eqs_core::table! {
    static WATER: [Task] = "../data/tasks-water-2021.csv", HEADER, water;
}

eqs_core::table! {
    static SOIL: [Task] = "../data/tasks-soil-2021.csv", HEADER, soil;
}

eqs_core::vocabulary! {
    /// What a department has to do with a task.
    pub enum Role {
        /// It leads (牵头部门).
        Lead = "lead", "牵头", "lead";
        /// It is responsible (主责单位).
        Responsible = "responsible", "主责", "responsible";
        /// It supports (协办单位).
        Supporting = "supporting", "协办", "supporting";
    }
}

/// A task of a plan of action: one measure with its deadline and departments.
///
/// Words are as printed, in Chinese; only the names of departments are normalised.
///
/// # Example
/// ```
/// use eqs_core::NaiveDate;
/// use eqs_plan::{Due, Task};
///
/// assert_eq!(Task::all().count(), 127);
/// let task = Task::of("TSK-0082").unwrap();
/// assert_eq!(task.key_task, "加快小微水体整治");
/// assert_eq!(task.amounts().next().unwrap().printed(), "300条");
/// let day = NaiveDate::from_ymd_opt(2021, 12, 1).unwrap();
/// assert_eq!(task.due_on(day), Due::In { days: 30 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Task {
    /// The id in the register, such as `TSK-0001`.
    pub id: &'static str,
    /// The plan.
    pub plan: ActionPlan,
    /// The medium of the plan.
    pub medium: Medium,
    /// The heading above; empty where the source has lost it.
    pub section: &'static str,
    /// The serial number (序号).
    pub serial: u16,
    /// Which of the measures under this number, from 1.
    pub sub_row: u16,
    /// The key task (重点任务).
    pub key_task: &'static str,
    /// The measure (工作措施), in full.
    pub measure: &'static str,
    /// The quantified parts of the measure, separated by `;`.
    #[cfg_attr(feature = "serde", serde(serialize_with = "amounts"))]
    quantified: &'static str,
    /// Until when.
    pub deadline: Deadline,
    /// The words of the deadline (完成时限), such as 年底前.
    pub deadline_words: &'static str,
    /// The leading departments (牵头部门).
    pub lead: Departments,
    /// The responsible units (主责单位).
    pub responsible: Departments,
    /// The supporting units (协办单位).
    pub supporting: Departments,
    /// The leading departments as printed, separated by `;`.
    pub lead_printed: &'static str,
    /// What is doubtful about this row, in English; empty if nothing is.
    pub doubt: &'static str,
    /// Where it is printed; the quote is the beginning of the measure.
    pub source: Source<'static>,
}

impl Task {
    /// All tasks: air, water, soil, each in printed order.
    pub fn all() -> impl Iterator<Item = &'static Self> + Clone {
        ActionPlan::ALL.iter().flat_map(|plan| Self::of_plan(*plan))
    }

    /// The tasks of a plan in printed order.
    #[must_use]
    pub fn of_plan(plan: ActionPlan) -> &'static [Self] {
        match plan {
            ActionPlan::Air2021 => &AIR,
            ActionPlan::Water2021 => &WATER,
            ActionPlan::Soil2021 => &SOIL,
        }
    }

    /// The task with this id.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Self> {
        Self::all().find(|task| task.id == id)
    }

    /// The quantified parts of the measure in printed order.
    pub fn amounts(&self) -> impl Iterator<Item = Amount<'static>> + use<> {
        self.quantified.split(';').filter(|part| !part.is_empty()).map(Amount::new)
    }

    /// The targets that the measure sets: those of the same plan, line and words. They can be held against figures.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::Task;
    ///
    /// let task = Task::of("TSK-0072").unwrap();
    /// let targets: Vec<_> = task.targets().filter_map(|target| target.value).collect();
    /// let targets: Vec<_> = targets.iter().map(ToString::to_string).collect();
    /// assert_eq!(targets, ["3", "350", "40", "12"]); // works, km, km, 100 million m³
    /// ```
    pub fn targets(&self) -> impl Iterator<Item = &'static Target> + use<'_> {
        let plan = Plan::all().iter().filter(|plan| plan.code == self.plan.code());
        plan.flat_map(|plan| plan.targets()).filter(|target| {
            target.source.line == self.source.line && self.measure.contains(target.source.quote)
        })
    }

    /// The departments in a role.
    #[must_use]
    pub const fn departments(&self, role: Role) -> &Departments {
        match role {
            Role::Lead => &self.lead,
            Role::Responsible => &self.responsible,
            Role::Supporting => &self.supporting,
        }
    }

    /// How far the deadline is on a day; see [`Deadline::due_on`].
    #[must_use]
    pub fn due_on(&self, day: NaiveDate) -> Due {
        self.deadline.due_on(day)
    }
}

const fn air(reader: &mut Reader) -> Task {
    task(reader, ActionPlan::Air2021)
}

const fn water(reader: &mut Reader) -> Task {
    task(reader, ActionPlan::Water2021)
}

const fn soil(reader: &mut Reader) -> Task {
    task(reader, ActionPlan::Soil2021)
}

const fn task(reader: &mut Reader, plan: ActionPlan) -> Task {
    let (id, line, section) = (reader.required(), reader.number(), reader.text());
    let (serial, sub_row) = (reader.number(), reader.number());
    let (key_task, measure, quantified) = (reader.required(), reader.required(), reader.text());
    let (deadline, deadline_words) = Deadline::read(reader);
    Task {
        id,
        plan,
        medium: plan.medium(),
        section,
        serial,
        sub_row,
        key_task,
        measure,
        quantified,
        deadline,
        deadline_words,
        lead: Departments::read(reader),
        responsible: Departments::read(reader),
        supporting: Departments::read(reader),
        lead_printed: reader.text(),
        doubt: reader.text(),
        source: Source { document: DOCUMENT, id, line, quote: reader.required() },
    }
}

#[cfg(feature = "serde")]
fn amounts<S: serde::Serializer>(quantified: &&'static str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(quantified.split(';').filter(|part| !part.is_empty()).map(Amount::new))
}
