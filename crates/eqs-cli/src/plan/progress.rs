//! `eqs plan progress`: how the targets of a plan come on, by five methods side by side.

use eqs::load::RefusedRow;
use eqs::plan::{Assessment, Basis, Policy, Progress};
use eqs::{Fraction, Interval, Lang, NaiveDate, Observation, Outcome, Phrase as _};
use serde::Serialize;

use super::readings::readings;
use super::{PlanName, Standing, UNUSED, assessed, first_column, lines, no_or_id};
use crate::args::EvaluateArgs;
use crate::directory;
use crate::error::CliError;
use crate::format::{Answer, Format};
use crate::table::{Block, Grid};

/// The targets of a plan, and how each comes on.
#[derive(Serialize)]
pub(crate) struct PlanProgress {
    #[serde(flatten)]
    plan: PlanName,
    on: NaiveDate,
    on_is_default: bool,
    evidence: Vec<String>,
    policy: Policy,
    /// Those that have figures on a way to a number.
    targets: Vec<Assessment<'static>>,
    /// How many have none.
    others: usize,
    /// Figures of the user that no target uses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unused: Vec<Observation<'static>>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "directory::serialize")]
    refused: Vec<RefusedRow>,
}

/// The progress of the plan of a request.
pub(crate) fn progress(request: &EvaluateArgs, format: Format, lang: Lang) -> Result<PlanProgress, CliError> {
    let Standing { on, on_is_default, evidence, policy, known } = Standing::of(&request.by)?;
    let plan = known.plan(&request.plan)?;
    known.warn(UNUSED, format, lang);
    let unused = known.unused(plan.targets(), plan.code, lang);
    let all = assessed(plan.targets(), on, &policy, &known.figures);
    let (targets, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|assessment| assessment.gap.determined().is_some());
    Ok(PlanProgress {
        plan: PlanName::of(plan),
        on,
        on_is_default,
        evidence,
        policy,
        targets,
        others: others.len(),
        unused,
        refused: known.refused,
    })
}

impl Answer for PlanProgress {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let (no, is_number) = first_column(self.targets.iter().map(|assessment| assessment.target), lang);
        let header = match lang {
            Lang::Zh => [no, "目标", "差距", "时间进度", "Eurostat", "UN", "Destatis", "Theil–Sen"],
            Lang::En => [no, "target", "distance", "path", "Eurostat", "UN", "Destatis", "Theil–Sen"],
        };
        let mut grid = Grid::new(&header).numbers(if is_number { &[0] } else { &[] });
        grid.rows.extend(self.targets.iter().map(|assessment| {
            let target = assessment.target;
            let gap = assessment.gap.determined().map_or_else(String::new, |gap| gap.say(lang).to_string());
            let paces = assessment.progress.iter().map(|progress| pace(progress, lang));
            [no_or_id(target), target.say(lang).to_string(), gap].into_iter().chain(paces).collect()
        }));
        let lines = lines(self.on, self.on_is_default, &self.evidence, lang);
        let others = match lang {
            Lang::Zh => format!("另有{}项没有可据以推算的数据或数值目标", self.others),
            Lang::En => format!("{} others have no figures on the way to a number", self.others),
        };
        let unknown = lang.pick(
            "–：该方法无法判定（理由见 --format csv）",
            "–: the method cannot tell (why: --format csv)",
        );
        let mut notes = vec![others, unknown.to_owned()];
        notes.extend(readings(&self.targets, lang));
        let plan = Block { title: self.plan.title(lang), lines, grid, notes };
        core::iter::once(plan).chain(directory::block(&self.refused, UNUSED, lang)).collect()
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = Grid::new(&[
            "document",
            "id",
            "method",
            "outcome",
            "base_year",
            "base",
            "latest_year",
            "latest",
            "due_year",
            "goal",
            "unit",
            "margin",
            "way_percent",
            "yearly",
            "yearly_rate_percent",
            "computed",
            "reason",
            "readings",
        ]);
        grid.rows.extend(self.targets.iter().flat_map(|assessment| {
            assessment.progress.iter().map(move |progress| record(assessment, progress, lang))
        }));
        grid
    }
}

/// One word.
fn pace(progress: &Progress, lang: Lang) -> String {
    progress.outcome.determined().map_or_else(|| "–".to_owned(), |pace| pace.say(lang).to_string())
}

fn record(assessment: &Assessment<'_>, progress: &Progress, lang: Lang) -> Vec<String> {
    let number = |value: Option<Fraction>| value.map_or_else(String::new, |value| value.shown(4).to_string());
    let year = |year: Option<u16>| year.map_or_else(String::new, |year| year.to_string());
    let gap = assessment.gap.determined();
    let way = progress.way;
    let outcome = progress.outcome.determined().map_or("undetermined", |pace| pace.code());
    let reasons = match &progress.outcome {
        Outcome::Determined(_) => Vec::new(),
        Outcome::Undetermined(reasons) => reasons.iter().map(|reason| reason.say(lang).to_string()).collect(),
    };
    vec![
        assessment.target.source.document.to_owned(),
        assessment.target.id.to_owned(),
        progress.method.code().to_owned(),
        outcome.to_owned(),
        year(way.map(|way| way.base.year)),
        number(way.map(|way| way.base.value)),
        year(gap.map(|gap| gap.latest.year)),
        number(gap.map(|gap| gap.latest.value)),
        year(assessment.target.due_year()),
        number(gap.map(|gap| gap.goal)),
        gap.map_or_else(String::new, |gap| gap.unit.to_string()),
        number(gap.map(|gap| gap.margin)),
        number(gap.and_then(|gap| gap.way)),
        number(gap.and_then(|gap| gap.yearly)),
        number(gap.and_then(|gap| gap.yearly_rate).and_then(low)),
        number(progress.basis.and_then(computed)),
        reasons.join(lang.pick("；", "; ")),
        readings([assessment], lang).join(lang.pick("；", "; ")),
    ]
}

/// The level on the path, or of the due year; for the ratio of rates the observed rate.
fn computed(basis: Basis) -> Option<Fraction> {
    match basis {
        Basis::Path(level) => Some(level),
        Basis::Rates { observed, .. } => low(observed),
        Basis::Compound(level) => low(level),
        Basis::Line { projected, .. } => Some(projected),
        _ => None,
    }
}

/// Both ends of a root show the same digits.
fn low(interval: Interval) -> Option<Fraction> {
    interval.low().map(|low| low.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_number_shows_none() {
        assert_eq!(low(Interval::ALL), None);
        assert_eq!(computed(Basis::Compound(Interval::ALL)), None);
        assert_eq!(computed(Basis::Path(Fraction::ZERO)), Some(Fraction::ZERO));
    }
}
