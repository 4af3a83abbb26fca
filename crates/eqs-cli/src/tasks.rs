//! `eqs plan tasks`: what departments are set to do, until when, and what was reported of it.

mod args;
mod list;
mod reports;
mod targets;

use eqs::load::Declared;
use eqs::plan::{ActionPlan, Department, Plan, Role, Task, TaskQuery, standing};
use eqs::{Lang, Medium, Place};

pub(crate) use self::args::TasksArgs;
use self::list::{Listed, TaskList};
use crate::directory::{OnRefused, check};
use crate::error::{CliError, Location};
use crate::evidence::{self, Figures};
use crate::problem::Problem;
use crate::shipped;
use crate::usage::Usage;

/// The tasks of a request.
pub(crate) fn list(request: &TasksArgs, lang: Lang) -> Result<TaskList, CliError> {
    let plan = request.plan.as_deref().map(plan).transpose()?;
    let department = request.department.as_deref().map(department).transpose()?;
    let medium = request.medium.as_deref().map(medium).transpose()?;
    let place = request.place.as_deref().map(place).transpose()?;
    let role = request.role.map(Role::from);
    let day = request.on.or(request.due);
    if (request.status.is_some() || request.evidence.is_some()) && day.is_none() {
        return Err(CliError::Usage(Usage::TaskDayNeeded));
    }
    let reports = request.status.as_deref().map(reports::read).transpose()?;

    let mut query = TaskQuery::new();
    (query.plan, query.department, query.role) = (plan, department, role);
    (query.medium, query.place) = (medium, place);
    query.text = request.text.as_deref();
    let undated = query.tasks().filter(|task| task.deadline.day().is_none()).count();
    query.due_until = request.due;

    let own = request.evidence.as_deref().map(own_figures).transpose()?.unwrap_or_default();
    let of = lang.pick("所列任务", "the tasks listed");
    let unused = own.unused(query.tasks().flat_map(Task::targets), of, lang);
    let figures: Vec<_> = shipped::figures().chain(own.all()).collect();
    let listed = query.tasks().map(|task| {
        let report = reports.as_ref().and_then(|reports| reports.of(task));
        Listed {
            task,
            concern: place.and_then(|place| task.concern(place)),
            roles: department.map(|department| roles(task, department)).unwrap_or_default(),
            due: day.map(|day| task.due_on(day)),
            standing: day
                .filter(|_| reports.is_some())
                .map(|day| standing(task, report.map(|report| report.report), day)),
            targets: day.map(|day| targets::of_task(task, &figures, day)).unwrap_or_default(),
            report: report.cloned(),
        }
    });
    Ok(TaskList {
        plan,
        medium,
        place,
        department,
        role,
        text: request.text.clone(),
        due_until: request.due,
        on: day,
        status: request.status.as_deref().map(name),
        undated: if request.due.is_some() { undated } else { 0 },
        tasks: listed.collect(),
        evidence: request.evidence.as_deref().map(name),
        unused,
    })
}

/// The figures of the user; a row that is refused ends the program.
fn own_figures(file: &str) -> Result<Figures, CliError> {
    let targets: Vec<_> = Plan::all().iter().flat_map(|plan| plan.targets()).collect();
    let loaded = evidence::read(file, &Declared::default(), &targets)?;
    check(&loaded.refused, OnRefused::Fail)?;
    Ok(Figures::new(file, loaded.rows.into_iter().map(|(figure, _)| figure)))
}

/// The name of a file, for reading.
fn name(file: &str) -> String {
    if file == "-" { "<stdin>" } else { file }.to_owned()
}

/// What a department has to do with a task.
fn roles(task: &Task, department: Department) -> Vec<Role> {
    Role::ALL.iter().copied().filter(|role| task.departments(*role).mean(department)).collect()
}

fn plan(code: &str) -> Result<ActionPlan, CliError> {
    ActionPlan::from_code(code).ok_or_else(|| {
        let known = ActionPlan::ALL.iter().map(|plan| plan.code()).collect();
        CliError::misread(Location::option("PLAN", code), Problem::UnknownCode(known))
    })
}

fn medium(code: &str) -> Result<Medium, CliError> {
    Medium::from_code(code).ok_or_else(|| {
        let known = Medium::ALL.iter().map(|medium| medium.code()).collect();
        CliError::misread(Location::option("--medium", code), Problem::UnknownCode(known))
    })
}

fn place(name: &str) -> Result<Place, CliError> {
    name.parse().map_err(|_| CliError::misread(Location::option("--place", name), Problem::UnknownPlace))
}

fn department(name: &str) -> Result<Department, CliError> {
    let refuse = |error| CliError::misread(Location::default(), Problem::UnknownDepartment(Box::new(error)));
    name.parse().map_err(refuse)
}
