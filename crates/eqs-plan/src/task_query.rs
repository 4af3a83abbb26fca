//! [`TaskQuery`]: which tasks are wanted.

use eqs_core::{Medium, NaiveDate, Place};

use crate::action_plan::ActionPlan;
use crate::department::Department;
use crate::task::{Role, Task};

/// Which tasks are wanted; what is not set matches everything. Nothing is allocated.
///
/// # Example
/// ```
/// use eqs_core::NaiveDate;
/// use eqs_plan::{ActionPlan, Department, Role, TaskQuery};
///
/// let day = NaiveDate::from_ymd_opt(2021, 12, 31).unwrap();
/// let query = TaskQuery::new().department(Department::of("市生态环境局")).due_until(day);
/// assert_eq!(query.tasks().count(), 47);
/// let leads = query.plan(ActionPlan::Water2021).role(Role::Lead);
/// assert_eq!(leads.tasks().count(), 7);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TaskQuery<'t> {
    /// This plan.
    pub plan: Option<ActionPlan>,
    /// This medium.
    pub medium: Option<Medium>,
    /// A place that the task concerns in any way ([`Task::concern`]).
    pub place: Option<Place>,
    /// This department, named itself or by a group that it belongs to ([`Department::is_meant_by`]).
    pub department: Option<Department>,
    /// Tasks for which the department has this role, or without a department somebody has it; any if none is set.
    pub role: Option<Role>,
    /// A deadline on this day or before it: tasks without a day do not count.
    pub due_until: Option<NaiveDate>,
    /// These words in the section, the key task or the measure.
    pub text: Option<&'t str>,
}

impl<'t> TaskQuery<'t> {
    /// Every task.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            plan: None,
            medium: None,
            place: None,
            department: None,
            role: None,
            due_until: None,
            text: None,
        }
    }

    /// Only tasks of this plan.
    #[must_use]
    pub const fn plan(self, plan: ActionPlan) -> Self {
        Self { plan: Some(plan), ..self }
    }

    /// Only tasks of this medium.
    #[must_use]
    pub const fn medium(self, medium: Medium) -> Self {
        Self { medium: Some(medium), ..self }
    }

    /// Only tasks that concern this place.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Medium, Place};
    /// use eqs_plan::{Concern, TaskQuery};
    ///
    /// let miyun = Place::of("miyun");
    /// let air = TaskQuery::new().medium(Medium::Air).place(miyun);
    /// let named = air.tasks().filter(|task| task.concern(miyun) == Some(Concern::Named));
    /// assert_eq!((air.tasks().count(), named.count()), (46, 1)); // 45 concern every district
    /// ```
    #[must_use]
    pub const fn place(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// Only tasks of this department.
    #[must_use]
    pub const fn department(self, department: Department) -> Self {
        Self { department: Some(department), ..self }
    }

    /// Only tasks for which the department has this role.
    #[must_use]
    pub const fn role(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }

    /// Only tasks with a deadline on this day or before it.
    #[must_use]
    pub const fn due_until(self, day: NaiveDate) -> Self {
        Self { due_until: Some(day), ..self }
    }

    /// Only tasks with these words.
    #[must_use]
    pub const fn text(self, text: &'t str) -> Self {
        Self { text: Some(text), ..self }
    }

    /// Whether the task is wanted.
    #[must_use]
    pub fn matches(&self, task: &Task) -> bool {
        self.plan.is_none_or(|plan| plan == task.plan)
            && self.medium.is_none_or(|medium| medium == task.medium)
            && self.place.is_none_or(|place| task.concern(place).is_some())
            && self.is_of_department(task)
            && self.due_until.is_none_or(|until| task.deadline.day().is_some_and(|day| day <= until))
            && self.text.is_none_or(|text| {
                [task.section, task.key_task, task.measure].iter().any(|words| words.contains(text))
            })
    }

    /// The tasks that are wanted.
    pub fn tasks(self) -> impl Iterator<Item = &'static Task> + use<'t> {
        Task::all().filter(move |task| self.matches(task))
    }

    fn is_of_department(&self, task: &Task) -> bool {
        Role::ALL.iter().filter(|role| self.role.is_none_or(|wanted| wanted == **role)).any(|role| {
            let named = task.departments(*role);
            self.department.map_or(self.role.is_none() || !named.is_empty(), |one| named.mean(one))
        })
    }
}
