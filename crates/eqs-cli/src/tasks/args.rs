//! The arguments of `eqs plan tasks`.

use clap::ValueEnum;
use eqs::NaiveDate;
use eqs::plan::Role;

use crate::args::day;

/// `eqs plan tasks`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
FILE has the columns id status, and may have date note: `TSK-0082,done,2021-12-20,`. The status is done, in_progress,
  not_started or cancelled (已完成 进行中 未开始 已取消), the date the day since when. Whether a task was done in time,
  late or is overdue is worked out from it; a deadline that has passed without a report is no more than that.
A district government is named, too, where all of them are (各区政府); who 相关区政府 are is not known.

Examples:
  eqs plan tasks --due 2021-12-31 --department 市生态环境局
  eqs plan tasks water-2021 --on 2021-12-01 --text 小微水体 --lang zh
  eqs plan tasks --place 密云区 --medium water
  eqs plan tasks --on 2022-01-31 --status done.csv --evidence figures-2021.csv --format csv")]
pub(crate) struct TasksArgs {
    /// The plan: air-2021, water-2021 or soil-2021 [default: all]
    pub(crate) plan: Option<String>,
    /// Only tasks that are to be done by this day
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) due: Option<NaiveDate>,
    /// Only tasks of this medium, such as water
    #[arg(long)]
    pub(crate) medium: Option<String>,
    /// Only tasks that concern this place, by its code or name: that name it, or give its government a role
    #[arg(long, value_name = "NAME")]
    pub(crate) place: Option<String>,
    /// Only tasks of this department, by its Chinese or English name
    #[arg(long, value_name = "NAME")]
    pub(crate) department: Option<String>,
    /// Only tasks for which the department has this role
    #[arg(long, value_enum)]
    pub(crate) role: Option<RoleArg>,
    /// Only tasks with these words in section, key task or measure
    #[arg(long)]
    pub(crate) text: Option<String>,
    /// What was reported of the tasks
    #[arg(long, value_name = "FILE")]
    pub(crate) status: Option<String>,
    /// More figures for the targets that the tasks set, as of `eqs plan evaluate`
    #[arg(long, value_name = "FILE")]
    pub(crate) evidence: Option<String>,
    /// The day on which the tasks stand somewhere [default: that of --due]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) on: Option<NaiveDate>,
}

/// A role as an argument.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum RoleArg {
    /// It leads (牵头部门)
    Lead,
    /// It is responsible (主责单位)
    Responsible,
    /// It supports (协办单位)
    Supporting,
}

impl From<RoleArg> for Role {
    fn from(role: RoleArg) -> Self {
        match role {
            RoleArg::Lead => Self::Lead,
            RoleArg::Responsible => Self::Responsible,
            RoleArg::Supporting => Self::Supporting,
        }
    }
}
