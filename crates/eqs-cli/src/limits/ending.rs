//! What begins and ends within a span of days.

use eqs::standards::{Change, Event, changes_between, difference};
use eqs::{Confirmation, Edition, Lang, NaiveDate, Phrase as _, Standard};
use serde::Serialize;

use crate::error::CliError;
use crate::format::Answer;
use crate::table::{Block, Grid};
use crate::usage::Usage;

/// First and last days of editions and stages.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Ending {
    changes: Vec<Row>,
    #[serde(skip)]
    span: (NaiveDate, NaiveDate),
}

#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    change: Change,
    /// The edition that follows one that ends.
    next: Option<&'static Edition>,
    /// How many limits are others then.
    changes: Option<usize>,
}

/// What begins and ends from `first` to `last`, of one standard or of all.
pub(crate) fn ending(
    first: NaiveDate,
    last: NaiveDate,
    standard: Option<(&Standard, Option<&str>)>,
) -> Result<Ending, CliError> {
    if matches!(standard, Some((_, Some(_)))) {
        return Err(CliError::Usage(Usage::NumberAlone));
    }
    let is_wanted =
        |change: &Change| standard.is_none_or(|(standard, _)| change.edition.standard == standard.number());
    let changes = changes_between(first, last).into_iter().filter(is_wanted).map(Row::new).collect();
    Ok(Ending { changes, span: (first, last) })
}

impl Row {
    fn new(change: Change) -> Self {
        let editions = Standard::of(change.edition).map_or(&[][..], Standard::editions);
        let next = editions.iter().find(|later| later.first_day > change.edition.first_day);
        let next = next.filter(|_| change.event == Event::Ends);
        let changes = next.map(|next| difference(change.edition, next).len());
        Self {
            change,
            next,
            changes: changes.filter(|_| Standard::of(change.edition).is_some_and(has_limits)),
        }
    }
}

fn has_limits(standard: &'static Standard) -> bool {
    standard.editions().iter().any(|edition| standard.limits(edition).next().is_some())
}

impl Answer for Ending {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let header = match lang {
            Lang::Zh => ["日期", "事项", "版本", "其后", "变化的限值"],
            Lang::En => ["day", "what", "edition", "followed by", "limits that change"],
        };
        let mut grid = Grid::new(&header).numbers(&[4]);
        grid.rows.extend(self.changes.iter().map(|row| {
            let Change { day, event, edition } = row.change;
            let day = match edition.confirmation {
                Confirmation::A => day.to_string(),
                grade => format!("{day} ({grade})"),
            };
            vec![
                day,
                event.say(lang).to_string(),
                edition.say(lang).to_string(),
                row.next.map_or_else(String::new, |next| next.say(lang).to_string()),
                row.changes.map_or_else(String::new, |changes| changes.to_string()),
            ]
        }));
        let (first, last) = self.span;
        let title = match lang {
            Lang::Zh => format!("{first} 至 {last} 开始或结束施行的版本和阶段"),
            Lang::En => format!("editions and stages that begin or end from {first} to {last}"),
        };
        let is_weak = self.changes.iter().any(|row| row.change.edition.confirmation != Confirmation::A);
        let weak = lang.pick("(B)、(C)：日期的确认等级", "(B), (C): grade of confirmation of the day");
        let nothing = lang.pick("没有", "none");
        let lines = if self.changes.is_empty() { vec![nothing.to_owned()] } else { Vec::new() };
        let notes = if is_weak { vec![weak.to_owned()] } else { Vec::new() };
        vec![Block { title, lines, grid, notes }]
    }

    fn records(&self, _: Lang) -> Grid {
        let mut grid = Grid::new(&[
            "day",
            "event",
            "standard",
            "edition",
            "title_zh",
            "title_en",
            "confirmation",
            "next",
            "changes",
        ]);
        grid.rows.extend(self.changes.iter().map(|row| {
            let Change { day, event, edition } = row.change;
            vec![
                day.to_string(),
                event.to_string(),
                edition.standard.to_owned(),
                edition.name.to_owned(),
                edition.title_zh.to_owned(),
                edition.title_en.to_owned(),
                edition.confirmation.to_string(),
                row.next.map_or_else(String::new, |next| next.name.to_owned()),
                row.changes.map_or_else(String::new, |changes| changes.to_string()),
            ]
        }));
        grid
    }
}
