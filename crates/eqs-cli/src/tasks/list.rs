//! Tasks as a table, as CSV and as JSON.

use eqs::plan::{ActionPlan, Amount, Concern, Department, Departments, Due, Role, Task, TaskStanding};
use eqs::{Lang, Medium, NaiveDate, Observation, Phrase as _, Place};
use serde::Serialize;

use super::reports::OwnReport;
use super::targets::TaskTarget;
use crate::format::Answer;
use crate::table::{Block, Grid};

/// Tasks that were asked for.
#[derive(Serialize)]
pub(crate) struct TaskList {
    pub(crate) plan: Option<ActionPlan>,
    pub(crate) medium: Option<Medium>,
    pub(crate) place: Option<Place>,
    pub(crate) department: Option<Department>,
    pub(crate) role: Option<Role>,
    pub(crate) text: Option<String>,
    pub(crate) due_until: Option<NaiveDate>,
    /// The day on which they stand somewhere.
    pub(crate) on: Option<NaiveDate>,
    /// The file of reports.
    pub(crate) status: Option<String>,
    /// How many more there are without a day.
    pub(crate) undated: usize,
    pub(crate) tasks: Vec<Listed>,
    /// The file of figures.
    pub(crate) evidence: Option<String>,
    /// Its figures that no target of the tasks uses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) unused: Vec<Observation<'static>>,
}

/// A task on a day.
#[derive(Serialize)]
pub(crate) struct Listed {
    pub(crate) task: &'static Task,
    /// How it concerns the place that was asked for.
    pub(crate) concern: Option<Concern>,
    /// Those of the department that was asked for.
    pub(crate) roles: Vec<Role>,
    pub(crate) due: Option<Due>,
    pub(crate) report: Option<OwnReport>,
    /// The targets that the measure sets, where there is a day, by the figures that are shipped and those of the user.
    pub(crate) targets: Vec<TaskTarget>,
    /// Where reports are given.
    pub(crate) standing: Option<TaskStanding>,
}

impl Answer for TaskList {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let mut header = match lang {
            Lang::Zh => vec!["编号", "任务", "时限", "牵头部门", "主责单位"],
            Lang::En => vec!["id", "task (as printed)", "until", "lead", "responsible"],
        };
        if self.place.is_some() {
            header.push(lang.pick("涉及", "concerns it"));
        }
        if self.department.is_some() {
            header.push(lang.pick("角色", "role"));
        }
        if self.on.is_some() {
            header.push(lang.pick("状态", "status"));
        }
        let mut grid = Grid::new(&header);
        grid.rows.extend(self.tasks.iter().map(|listed| listed.cells(self, lang)));
        let title = match self.plan {
            Some(plan) => format!("{} ({plan})", plan.say(lang)),
            None => lang.pick("2021年行动计划任务", "tasks of the 2021 action plans").to_owned(),
        };
        vec![Block { title, lines: self.request(lang), grid, notes: self.notes(lang) }]
    }

    fn records(&self, _: Lang) -> Grid {
        let mut grid = Grid::new(&[
            "plan",
            "medium",
            "id",
            "line",
            "section",
            "serial",
            "sub_row",
            "key_task",
            "measure",
            "quantified",
            "quantities",
            "deadline",
            "deadline_words",
            "lead",
            "responsible",
            "supporting",
            "lead_printed",
            "concern",
            "roles",
            "days_left",
            "standing",
            "reported",
            "reported_on",
            "note",
            "targets",
            "doubt",
        ]);
        grid.rows.extend(self.tasks.iter().map(Listed::record));
        grid
    }
}

impl TaskList {
    /// What was asked for, as far as the title does not say it.
    fn request(&self, lang: Lang) -> Vec<String> {
        let mut parts = Vec::new();
        parts.extend(self.medium.map(|medium| medium.say(lang).to_string()));
        parts.extend(self.place.map(|place| place.say(lang).to_string()));
        if let Some(department) = self.department {
            let role = self.role.map_or_else(String::new, |role| match lang {
                Lang::Zh => format!("（{}）", role.zh()),
                Lang::En => format!(" ({})", role.en()),
            });
            parts.push(format!("{}{role}", department.say(lang)));
        }
        if let Some(day) = self.due_until {
            parts.push(match lang {
                Lang::Zh => format!("{day}及以前到期"),
                Lang::En => format!("due until {day}"),
            });
        }
        if let Some(text) = &self.text {
            parts.push(match lang {
                Lang::Zh => format!("含“{text}”"),
                Lang::En => format!("with “{text}”"),
            });
        }
        if let Some(day) = self.on {
            parts.push(match lang {
                Lang::Zh => format!("截至 {day}"),
                Lang::En => format!("as of {day}"),
            });
        }
        if let Some(file) = &self.status {
            parts.push(match lang {
                Lang::Zh => format!("进展依据 {file}"),
                Lang::En => format!("reported in {file}"),
            });
        }
        if let Some(file) = &self.evidence {
            parts.push(match lang {
                Lang::Zh => format!("另据 {file} 的数据"),
                Lang::En => format!("with the figures of {file}"),
            });
        }
        if parts.is_empty() { Vec::new() } else { vec![parts.join(lang.pick("；", "; "))] }
    }

    fn notes(&self, lang: Lang) -> Vec<String> {
        let count = self.tasks.len();
        let mut first = match lang {
            Lang::Zh => format!("任务{count}项"),
            Lang::En if count == 1 => "1 task".to_owned(),
            Lang::En => format!("{count} tasks"),
        };
        let standings = TaskStanding::ALL.iter().filter_map(|standing| {
            let count = self.tasks.iter().filter(|listed| listed.standing == Some(*standing)).count();
            (count > 0).then(|| match lang {
                Lang::Zh => format!("{}{count}项", standing.zh()),
                Lang::En => format!("{count} {}", standing.en()),
            })
        });
        let standings = standings.collect::<Vec<_>>().join(lang.pick("，", ", "));
        if !standings.is_empty() {
            first = format!("{first}{}{standings}", lang.pick("：", ": "));
        }
        let mut notes = vec![first];
        if self.undated > 0 {
            let undated = self.undated;
            notes.push(match lang {
                Lang::Zh => format!("另有{undated}项长期实施或未印完成时限，未列出"),
                Lang::En => format!("not listed: {undated} that are long-term or have no printed deadline"),
            });
        }
        let doubtful = self.tasks.iter().filter(|listed| !listed.task.doubt.is_empty()).count();
        if doubtful > 0 {
            notes.push(match lang {
                Lang::Zh => format!("其中{doubtful}项原文存疑（标*），见 --format csv 的 doubt 列"),
                Lang::En => format!(
                    "{doubtful} marked * have something doubtful in the source: column doubt of --format csv"
                ),
            });
        }
        notes
    }
}

impl Listed {
    /// The cells of the table.
    fn cells(&self, list: &TaskList, lang: Lang) -> Vec<String> {
        let task = self.task;
        let mark = if task.doubt.is_empty() { "" } else { "*" };
        let more = if task.measure.ends_with(task.source.quote) { "" } else { "…" };
        let words = match (task.deadline.day(), task.deadline_words) {
            (Some(day), words) => format!("{day} {words}"),
            (None, _) => task.deadline.say(lang).to_string(),
        };
        let mut cells = vec![
            format!("{}{mark}", task.id),
            format!("{}：{}{more}", task.key_task, task.source.quote),
            words,
            task.lead.say(lang).to_string(),
            task.responsible.say(lang).to_string(),
        ];
        if list.place.is_some() {
            cells.push(self.concern.map_or_else(String::new, |concern| concern.say(lang).to_string()));
        }
        if list.department.is_some() {
            let roles = self.roles.iter().map(|role| role.say(lang).to_string());
            cells.push(roles.collect::<Vec<_>>().join(lang.pick("、", ", ")));
        }
        if let Some(due) = self.due {
            let status = match self.standing {
                Some(standing) => self.reported(standing, lang),
                None => due.say(lang).to_string(),
            };
            let targets = self.targets.iter().map(|target| target.said(lang));
            cells.push(
                core::iter::once(status).chain(targets).collect::<Vec<_>>().join(lang.pick("；", "; ")),
            );
        }
        cells
    }

    /// Where the task stands, with what was reported.
    fn reported(&self, standing: TaskStanding, lang: Lang) -> String {
        let said = standing.say(lang).to_string();
        let Some(OwnReport { report, note, .. }) = &self.report else {
            return said;
        };
        let date = report.date.map_or_else(String::new, |date| format!(" {date}"));
        let note = if note.is_empty() { String::new() } else { format!("{}{note}", lang.pick("：", ": ")) };
        match lang {
            Lang::Zh => format!("{said}（所报：{}{date}{note}）", report.status.zh()),
            Lang::En => format!("{said} (reported: {}{date}{note})", report.status.en()),
        }
    }

    /// The cells of CSV.
    fn record(&self) -> Vec<String> {
        let task = self.task;
        let report = self.report.as_ref();
        vec![
            task.plan.to_string(),
            task.medium.to_string(),
            task.id.to_owned(),
            task.source.line.to_string(),
            task.section.to_owned(),
            task.serial.to_string(),
            task.sub_row.to_string(),
            task.key_task.to_owned(),
            task.measure.to_owned(),
            joined(task.amounts().map(Amount::printed)),
            self.quantities(),
            task.deadline.to_string(),
            task.deadline_words.to_owned(),
            names(&task.lead),
            names(&task.responsible),
            names(&task.supporting),
            task.lead_printed.to_owned(),
            self.concern.map_or_else(String::new, |concern| concern.to_string()),
            joined(self.roles.iter().map(|role| role.code())),
            self.days_left(),
            self.standing.map_or_else(String::new, |standing| standing.to_string()),
            report.map_or_else(String::new, |own| own.report.status.to_string()),
            report.and_then(|own| own.report.date).map_or_else(String::new, |date| date.to_string()),
            report.map_or_else(String::new, |own| own.note.clone()),
            self.targets.iter().map(TaskTarget::code).collect::<Vec<_>>().join(";"),
            task.doubt.to_owned(),
        ]
    }

    /// The quantified parts in units of the registry, in the same order; empty where no unit fits.
    fn quantities(&self) -> String {
        let quantity =
            |amount: Amount<'_>| amount.quantity().map_or_else(String::new, |quantity| quantity.to_string());
        self.task.amounts().map(quantity).collect::<Vec<_>>().join(";")
    }

    /// The days to the deadline, negative when it has passed.
    fn days_left(&self) -> String {
        match self.due {
            Some(Due::Today) => "0".to_owned(),
            Some(Due::In { days }) => days.to_string(),
            Some(Due::Overdue { days }) => format!("-{days}"),
            _ => String::new(),
        }
    }
}

/// Chinese names, as in the tables.
fn names(departments: &Departments) -> String {
    joined(departments.iter().map(Department::zh))
}

fn joined<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join(";")
}
