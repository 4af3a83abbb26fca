//! What only a reader of plans finds wrong with files.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::load::Position;
use eqs_core::{Lang, Phrase};

/// A problem that other readers of files do not have.
pub(super) enum Own {
    /// There is no file `plans`, and more or less than figures.
    NoPlans,
    /// A plan that is shipped has this code.
    Shipped,
    /// The name of a file of targets is the code of no plan.
    UnknownPlan {
        /// The codes that there are.
        known: Vec<&'static str>,
    },
    /// No target of the plan is there, or none is left.
    NoTargets,
    /// A target of another file has the same id.
    IdElsewhere {
        /// Where that stands.
        first: Position,
    },
    /// A target that is shipped has this id.
    ShippedId,
    /// There is no target of this id, here or shipped.
    UnknownTarget,
}

impl Phrase for Own {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPlans => f.write_str(lang.pick(
                "目录中没有 plans 文件，应有 plans.csv 或 plans.json；只作数据来源的目录应有 observations/<文件>，且没有 targets",
                "the directory has no file plans, expected plans.csv or plans.json, or observations/<document> without targets",
            )),
            Self::Shipped => f.write_str(lang.pick(
                "该代码已为内置规划所用，应为其他代码",
                "a plan that is shipped has this code, expected another one",
            )),
            Self::UnknownPlan { known } => {
                f.write_str(lang.pick(
                    "文件名应为 plans 中规划的代码：",
                    "the name of the file is the code of no plan, expected one of ",
                ))?;
                f.write_str(&known.join(lang.pick("、", ", ")))
            }
            Self::NoTargets => f.write_str(lang.pick(
                "规划没有可用的目标，应有 targets/<代码>.csv 或 .json",
                "the plan has no target, expected some in targets/<code>.csv or .json",
            )),
            Self::IdElsewhere { first } => match lang {
                Lang::Zh => write!(f, "编号重复（首见于{}）", first.say(lang)),
                Lang::En => write!(f, "another target has this id (first: {})", first.say(lang)),
            },
            Self::ShippedId => f.write_str(lang.pick(
                "该编号已为内置规划的目标所用，应为其他编号",
                "a target of a shipped plan has this id, expected another one",
            )),
            Self::UnknownTarget => f.write_str(lang.pick(
                "没有此编号的目标，应为本目录或内置规划中目标的编号",
                "no target has this id, expected that of a target of the directory or of a shipped plan",
            )),
        }
    }
}
