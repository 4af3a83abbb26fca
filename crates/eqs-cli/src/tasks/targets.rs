//! What figures say of the targets that a task sets.

use eqs::plan::{Policy, TargetStatus, Task, evaluate};
use eqs::{Lang, NaiveDate, Observation, Phrase as _, Verdict};
use serde::Serialize;

/// A target of a task, on a day.
#[derive(Serialize)]
pub(crate) struct TaskTarget {
    /// The id of the target.
    id: &'static str,
    name: &'static str,
    verdict: Verdict<TargetStatus>,
}

/// The targets of a task as they stand on a day.
pub(crate) fn of_task(task: &Task, figures: &[Observation<'_>], on: NaiveDate) -> Vec<TaskTarget> {
    let targets = task.targets().map(|target| TaskTarget {
        id: target.id,
        name: target.name,
        verdict: evaluate(target, figures, on, &Policy::default()),
    });
    targets.collect()
}

impl TaskTarget {
    /// The id and the status, for reading: `TGT-0325 met`.
    pub(crate) fn said(&self, lang: Lang) -> String {
        let status = self.verdict.outcome.determined();
        let status = status.map_or_else(
            || lang.pick("无法判定", "undetermined").to_owned(),
            |status| status.say(lang).to_string(),
        );
        format!("{} {status}", self.id)
    }

    /// The id and the status: `TGT-0325:met`.
    pub(crate) fn code(&self) -> String {
        let status = self.verdict.outcome.determined().map_or("undetermined", |status| status.code());
        format!("{}:{status}", self.id)
    }
}
