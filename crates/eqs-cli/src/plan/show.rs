//! `eqs plan show`: the targets of a plan, as it prints them.

use eqs::load::RefusedRow;
use eqs::plan::{Base, Target};
use eqs::{Lang, Phrase as _};
use serde::Serialize;

use super::{NOT_SHOWN, PlanName, first_column, footnote, no_or_id};
use crate::args::ShowArgs;
use crate::directory;
use crate::error::CliError;
use crate::format::{Answer, Format};
use crate::known::Known;
use crate::table::{Block, Grid};

/// The targets of a plan.
#[derive(Serialize)]
pub(crate) struct Show {
    #[serde(flatten)]
    plan: PlanName,
    targets: &'static [Target],
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "directory::serialize")]
    refused: Vec<RefusedRow>,
}

/// The targets of a plan.
pub(crate) fn show(request: &ShowArgs, format: Format, lang: Lang) -> Result<Show, CliError> {
    let known = Known::of(&request.directory, None)?;
    let plan = known.plan(&request.plan)?;
    known.warn(NOT_SHOWN, format, lang);
    Ok(Show { plan: PlanName::of(plan), targets: plan.targets(), refused: known.refused })
}

impl Answer for Show {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let (no, is_number) = first_column(self.targets.iter(), lang);
        let header = match lang {
            Lang::Zh => [no, "目标", "属性", "行"],
            Lang::En => [no, "target", "modality", "line"],
        };
        let mut grid = Grid::new(&header).numbers(if is_number { &[0, 3] } else { &[3] });
        grid.rows.extend(self.targets.iter().map(|target| {
            vec![
                no_or_id(target),
                said(target, lang),
                target.modality.map_or_else(String::new, |modality| modality.say(lang).to_string()),
                target.source.line.to_string(),
            ]
        }));
        let PlanName { number, issued, document, .. } = self.plan;
        let issued = match (lang, issued) {
            (Lang::Zh, Some(day)) => format!("{number}，{day}印发；行号指 {document}"),
            (Lang::Zh, None) => format!("行号指 {document}"),
            (Lang::En, Some(day)) => format!("{number}, issued {day}; lines of {document}"),
            (Lang::En, None) => format!("lines of {document}"),
        };
        let plan = Block { title: self.plan.title(lang), lines: vec![issued], grid, ..Block::default() };
        core::iter::once(plan).chain(directory::block(&self.refused, NOT_SHOWN, lang)).collect()
    }

    fn records(&self, _: Lang) -> Grid {
        let mut grid = Grid::new(&[
            "document",
            "id",
            "line",
            "no",
            "medium",
            "place",
            "observed_at",
            "indicator",
            "statistic",
            "base_period",
            "base",
            "comparator",
            "value",
            "high",
            "unit",
            "due",
            "modality",
            "standard",
            "grade",
            "higher",
            "higher_id",
            "footnote",
            "note",
            "name",
            "quote",
        ]);
        grid.rows.extend(self.targets.iter().map(record));
        grid
    }
}

/// The sentence of a target, and the footnote of the table.
fn said(target: &Target, lang: Lang) -> String {
    let said = target.say(lang).to_string();
    let footnote = footnote(target, lang).map(|footnote| match lang {
        Lang::Zh => format!("（{footnote}）"),
        Lang::En => format!(" ({footnote})"),
    });
    footnote.map_or(said.clone(), |footnote| said + &footnote)
}

/// The cells of CSV.
fn record(target: &Target) -> Vec<String> {
    fn or_empty(cell: Option<impl ToString>) -> String {
        cell.map_or_else(String::new, |cell| cell.to_string())
    }
    let (base_period, base) = match target.base {
        Some(Base::Year { year, value }) => (year.to_string(), or_empty(value)),
        Some(Base::Peak) => ("peak".to_owned(), String::new()),
        None => Default::default(),
    };
    vec![
        target.source.document.to_owned(),
        target.id.to_owned(),
        target.source.line.to_string(),
        or_empty(target.no),
        target.medium.to_string(),
        target.place.to_string(),
        target.observed_at.to_string(),
        target.indicator.to_string(),
        target.statistic.to_string(),
        base_period,
        base,
        target.comparator.to_string(),
        or_empty(target.value),
        or_empty(target.high),
        target.unit.to_string(),
        or_empty(target.due),
        or_empty(target.modality),
        or_empty(target.standard),
        target.grade.to_owned(),
        or_empty(target.higher),
        target.higher_id.to_owned(),
        target.footnote.to_owned(),
        target.note.to_owned(),
        target.name.to_owned(),
        target.source.quote.to_owned(),
    ]
}
