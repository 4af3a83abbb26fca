//! `eqs` without a command: both bulletins and the tables of both plans of Beijing.

use eqs::bulletin::Bulletin;
use eqs::plan::{BEIJING_13FYP, BEIJING_14FYP, Plan, Target};
use eqs::{Lang, NaiveDate};
use serde::Serialize;

use crate::bulletin::{JudgedBulletin, judge_bulletin};
use crate::error::CliError;
use crate::format::Answer;
use crate::plan::{EvaluatedPlan, evaluated, last_published_day};
use crate::table::{Block, Grid};

/// Everything that is shipped, judged.
#[derive(Serialize)]
pub(crate) struct Overview {
    bulletins: Vec<JudgedBulletin>,
    plans: [EvaluatedPlan; 2],
}

/// Judges each bulletin by the standards of its year, the 13th plan at its end and the 14th at the end of the last
/// year that a bulletin reports on.
pub(crate) fn overview() -> Result<Overview, CliError> {
    let bulletins = Bulletin::all().iter().map(|bulletin| judge_bulletin(bulletin.year, None));
    let end = NaiveDate::from_ymd_opt(BEIJING_13FYP.last_year.into(), 12, 31).unwrap_or_default();
    Ok(Overview {
        bulletins: bulletins.collect::<Result<_, _>>()?,
        plans: [
            evaluated(&BEIJING_13FYP, printed(&BEIJING_13FYP), end),
            evaluated(&BEIJING_14FYP, printed(&BEIJING_14FYP), last_published_day()),
        ],
    })
}

/// The targets of the printed table; those of the text would fill pages, and have `eqs plan evaluate`.
fn printed(plan: &'static Plan) -> impl Iterator<Item = &'static Target> {
    plan.targets().iter().filter(|target| target.no.is_some())
}

impl Answer for Overview {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let bulletins = self.bulletins.iter().flat_map(|bulletin| bulletin.summary(lang));
        bulletins.chain(self.plans.iter().flat_map(|plan| plan.blocks(lang))).collect()
    }

    fn records(&self, lang: Lang) -> Grid {
        let bulletins = self.bulletins.iter().map(|bulletin| bulletin.records(lang));
        let mut records = bulletins.chain(self.plans.iter().map(|plan| plan.records(lang)));
        let mut all = records.next().unwrap_or_default();
        all.rows.extend(records.flat_map(|grid| grid.rows));
        all
    }
}
