//! `eqs plan list`: the plans that there are.

use eqs::load::RefusedRow;
use eqs::plan::Plan;
use eqs::{Lang, Phrase as _};
use serde::Serialize;

use super::{NOT_SHOWN, PlanName};
use crate::directory::{self, DirectoryArgs};
use crate::error::CliError;
use crate::format::{Answer, Format};
use crate::known::Known;
use crate::table::{Block, Grid};

/// All plans.
#[derive(Serialize)]
pub(crate) struct List {
    #[serde(serialize_with = "names")]
    plans: Vec<&'static Plan>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "directory::serialize")]
    refused: Vec<RefusedRow>,
}

/// The plans that are shipped, behind those of a directory.
pub(crate) fn list(request: &DirectoryArgs, format: Format, lang: Lang) -> Result<List, CliError> {
    let known = Known::of(request, None)?;
    known.warn(NOT_SHOWN, format, lang);
    Ok(List { plans: known.plans().collect(), refused: known.refused })
}

/// Serialises what names the plans.
fn names<S: serde::Serializer>(plans: &[&Plan], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(plans.iter().map(|plan| PlanName::of(plan)))
}

impl Answer for List {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let header = match lang {
            Lang::Zh => ["代码", "标题", "年份", "文号", "印发", "目标"],
            Lang::En => ["code", "title", "years", "number", "issued", "targets"],
        };
        let mut grid = Grid::new(&header).numbers(&[5]);
        grid.rows.extend(self.plans.iter().map(|plan| {
            vec![
                plan.code.to_owned(),
                plan.say(lang).to_string(),
                if plan.first_year == plan.last_year {
                    plan.first_year.to_string()
                } else {
                    format!("{}–{}", plan.first_year, plan.last_year)
                },
                plan.number.to_owned(),
                plan.issued.map_or_else(String::new, |day| day.to_string()),
                plan.targets().len().to_string(),
            ]
        }));
        let plans = Block { title: lang.pick("规划", "plans").to_owned(), grid, ..Block::default() };
        core::iter::once(plans).chain(directory::block(&self.refused, NOT_SHOWN, lang)).collect()
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = Grid::new(&[
            "code",
            "title",
            "first_year",
            "last_year",
            "document",
            "number",
            "issued",
            "targets",
        ]);
        grid.rows.extend(self.plans.iter().map(|plan| {
            vec![
                plan.code.to_owned(),
                plan.say(lang).to_string(),
                plan.first_year.to_string(),
                plan.last_year.to_string(),
                plan.document.to_owned(),
                plan.number.to_owned(),
                plan.issued.map_or_else(String::new, |day| day.to_string()),
                plan.targets().len().to_string(),
            ]
        }));
        grid
    }
}
