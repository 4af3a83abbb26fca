//! `eqs plan score`: how the targets of plans stand, counted.

use eqs::load::RefusedRow;
use eqs::plan::{Assessment, Modality, Plan, Policy, ScoreGroup, Scoreboard, TargetStatus};
use eqs::{Lang, NaiveDate, Observation, Phrase as _};
use serde::{Serialize, Serializer};

use super::readings::readings;
use super::{PlanName, Standing, UNUSED, assessed};
use crate::args::ScoreArgs;
use crate::directory;
use crate::error::CliError;
use crate::format::{Answer, Format};
use crate::table::{Block, Grid};

/// Plans with their assessments.
pub(crate) struct Score {
    standing: Standing,
    plans: Vec<(&'static Plan, Vec<Assessment<'static>>)>,
    /// Figures of the user that no target uses.
    unused: Vec<Observation<'static>>,
}

/// Assesses the plans of a request.
pub(crate) fn score(request: &ScoreArgs, format: Format, lang: Lang) -> Result<Score, CliError> {
    let standing = Standing::of(&request.by)?;
    let known = &standing.known;
    let plans: Vec<_> = if request.plans.is_empty() {
        known.plans().collect()
    } else {
        request.plans.iter().map(|code| known.plan(code)).collect::<Result<_, _>>()?
    };
    known.warn(UNUSED, format, lang);
    let of = if request.plans.is_empty() {
        lang.pick("全部规划", "any plan").to_owned()
    } else {
        request.plans.join(lang.pick("、", ", "))
    };
    let unused = known.unused(plans.iter().flat_map(|plan| plan.targets()), &of, lang);
    let assessed = |plan: &'static Plan| {
        (plan, assessed(plan.targets(), standing.on, &standing.policy, &standing.known.figures))
    };
    let plans = plans.into_iter().map(assessed).collect();
    Ok(Score { standing, plans, unused })
}

impl Score {
    fn board(&self) -> Scoreboard<'_> {
        let plans = self.plans.iter();
        Scoreboard::new(plans.flat_map(|(plan, all)| all.iter().map(move |assessment| (*plan, assessment))))
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename = "Score")]
        struct Fields<'a> {
            on: NaiveDate,
            evidence: &'a [String],
            policy: &'a Policy,
            scoreboard: Scoreboard<'a>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            unused: &'a [Observation<'static>],
            #[serde(skip_serializing_if = "<[_]>::is_empty", serialize_with = "directory::serialize")]
            refused: &'a [RefusedRow],
        }
        let Standing { on, evidence, policy, known, .. } = &self.standing;
        let (scoreboard, unused, refused) = (self.board(), &self.unused, &known.refused);
        Fields { on: *on, evidence, policy, scoreboard, unused, refused }.serialize(serializer)
    }
}

impl Answer for Score {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let board = self.board();
        let statuses: Vec<_> =
            TargetStatus::ALL.iter().copied().filter(|status| board.count(*status) > 0).collect();
        let mut blocks: Vec<Block> =
            self.plans.iter().map(|(plan, _)| groups(plan, &board, &statuses, lang)).collect();
        if let Some(first) = blocks.first_mut() {
            first.lines = self.standing.lines(lang);
        }
        let mut unsatisfied = unsatisfied(&board, lang);
        unsatisfied.notes = readings(self.plans.iter().flat_map(|(_, all)| all), lang);
        blocks.push(unsatisfied);
        blocks.extend(directory::block(&self.standing.known.refused, UNUSED, lang));
        blocks
    }

    fn records(&self, _: Lang) -> Grid {
        let statuses = TargetStatus::ALL.iter().map(|status| status.code());
        let header: Vec<&str> = ["plan", "medium", "modality", "targets"]
            .into_iter()
            .chain(statuses)
            .chain(["undetermined", "worst", "worst_margin_percent"])
            .collect();
        let mut grid = Grid::new(&header);
        grid.rows.extend(self.board().groups.iter().map(|group| {
            let first = [
                group.plan.to_owned(),
                group.medium.to_string(),
                group.modality.map_or("", Modality::code).to_owned(),
                group.targets.to_string(),
            ];
            let counts = group.statuses.iter().chain([&group.undetermined]).map(ToString::to_string);
            let worst = group.worst.map_or_else(Default::default, |worst| {
                [
                    worst.id.to_owned(),
                    worst.share.map_or_else(String::new, |share| share.shown(4).to_string()),
                ]
            });
            first.into_iter().chain(counts).chain(worst).collect()
        }));
        grid
    }
}

/// The groups of a plan, with a column for each of the statuses.
fn groups(plan: &Plan, board: &Scoreboard<'_>, statuses: &[TargetStatus], lang: Lang) -> Block {
    let (first, last) = match lang {
        Lang::Zh => (["领域", "属性", "目标"], ["无法判定", "最小余量"]),
        Lang::En => (["medium", "modality", "targets"], ["undetermined", "smallest margin"]),
    };
    let statuses_said = statuses.iter().map(|status| status.say(lang).to_string());
    let header = first.map(str::to_owned).into_iter().chain(statuses_said).chain(last.map(str::to_owned));
    let header: Vec<String> = header.collect();
    let numbers = (2..header.len().saturating_sub(1)).collect();
    let mut grid = Grid { header, rows: Vec::new(), numbers };
    let of_plan = board.groups.iter().filter(|group| group.plan == plan.code);
    grid.rows.extend(of_plan.map(|group| {
        let first = [
            group.medium.say(lang).to_string(),
            group.modality.map_or_else(String::new, |modality| modality.say(lang).to_string()),
            group.targets.to_string(),
        ];
        let counts = statuses.iter().map(|status| group.of(*status).to_string());
        first.into_iter().chain(counts).chain([group.undetermined.to_string(), worst(group)]).collect()
    }));
    Block { title: PlanName::of(plan).title(lang), grid, ..Block::default() }
}

/// The target with the smallest margin, and that: negative if it is short, positive if all are better than needed.
fn worst(group: &ScoreGroup) -> String {
    group.worst.map_or_else(String::new, |worst| match worst.share {
        Some(share) => format!("{} {}%", worst.id, share.shown(2)),
        None => worst.id.to_owned(),
    })
}

/// The targets that are not satisfied.
fn unsatisfied(board: &Scoreboard<'_>, lang: Lang) -> Block {
    let header = match lang {
        Lang::Zh => ["编号", "属性", "状态", "目标", "差距"],
        Lang::En => ["id", "modality", "status", "target", "distance"],
    };
    let mut grid = Grid::new(&header);
    grid.rows.extend(board.unsatisfied.iter().map(|entry| {
        let target = entry.assessment.target;
        let gap = entry.assessment.gap.determined();
        vec![
            target.id.to_owned(),
            target.modality.map_or_else(String::new, |modality| modality.say(lang).to_string()),
            entry.status.say(lang).to_string(),
            target.say(lang).to_string(),
            gap.map_or_else(String::new, |gap| gap.say(lang).to_string()),
        ]
    }));
    let title = lang
        .pick("尚未达到的目标，约束性未完成者在前", "not satisfied, binding targets that are missed first");
    Block { title: title.to_owned(), grid, ..Block::default() }
}
