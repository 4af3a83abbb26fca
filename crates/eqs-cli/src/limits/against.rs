//! A value held against limits: how far it is from each.

use core::cmp::Ordering;

use eqs::{Headroom, Lang, Limit, Phrase as _, Quantity, QuantityError, Requirement, Rounding};
use serde::Serialize;

use crate::error::{CliError, Location};
use crate::format::Answer;
use crate::limits::changes::printed;
use crate::limits::refusal::Asked;
use crate::limits::{flat, frequency, order, words};
use crate::table::{Block, Grid};

/// A value, and limits with the room that it has to each.
#[derive(Debug, Serialize)]
pub(crate) struct Against {
    #[serde(rename = "against")]
    value: Quantity,
    limits: Vec<Held>,
    /// The strictest limit that the value keeps.
    next_kept: Option<Limit>,
    /// The laxest limit that the value does not keep.
    next_missed: Option<Limit>,
    /// Whether the limits have an order at all.
    #[serde(skip)]
    is_ordered: bool,
    #[serde(skip)]
    frequency: Option<Quantity>,
}

/// A limit with the room to it.
#[derive(Debug, Serialize)]
struct Held {
    limit: Limit,
    /// `null` where that does not follow from the number.
    keeps: Option<bool>,
    headroom: Option<Headroom>,
}

/// Holds the value of `--against` against limits.
pub(crate) fn against(
    text: &str,
    limits: &[Limit],
    frequency: Option<Quantity>,
) -> Result<Against, CliError> {
    let value = words::quantity("--against", text)?;
    let held = limits.iter().map(|limit| {
        hold(value, limit, frequency).map_err(|error| {
            let is_inexact = matches!(error, QuantityError::Inexact { .. });
            let problem = Asked::NotConverted { value, limit: Box::new(*limit), is_inexact };
            CliError::refuse(Location::option("--against", text), problem.into())
        })
    });
    let held = held.collect::<Result<Vec<_>, _>>()?;
    let ordered = order::ladder(limits);
    let is_kept = |limit: &&Limit| held.iter().any(|held| held.limit == **limit && held.keeps == Some(true));
    let (next_kept, next_missed) = match &ordered {
        Some(ordered) => {
            let kept = ordered.iter().find(is_kept).copied();
            (kept, ordered.iter().rev().find(|limit| !is_kept(limit)).copied())
        }
        None => (None, None),
    };
    Ok(Against { value, limits: held, next_kept, next_missed, is_ordered: ordered.is_some(), frequency })
}

fn hold(value: Quantity, limit: &Limit, frequency: Option<Quantity>) -> Result<Held, QuantityError> {
    let headroom = limit.headroom(value)?;
    let number = value.convert_to(limit.unit)?.value;
    let keeps = match limit.requirement {
        Requirement::Band(band) => Some(band.contains(number)),
        Requirement::Either(one, other) => Some(one.contains(number) || other.contains(number)),
        Requirement::PowerLaw(_) => {
            let at = frequency.and_then(|frequency| frequency::at(limit, frequency));
            at.and_then(|limit| limit.compare(value).ok()).map(Ordering::is_ge)
        }
        _ => None,
    };
    Ok(Held { limit: *limit, keeps, headroom })
}

impl Held {
    fn keeps_in(&self, lang: Lang) -> &'static str {
        match self.keeps {
            Some(true) => lang.pick("是", "yes"),
            Some(false) => lang.pick("否", "no"),
            None => lang.pick("不能由数值得出", "not told by the number"),
        }
    }

    fn room(&self) -> Option<Quantity> {
        self.headroom.map(|headroom| headroom.room)
    }

    /// The share in per cent, to one place.
    fn percent(&self) -> String {
        let percent = self.headroom.and_then(|headroom| {
            let hundredfold = headroom.share?.checked_mul(eqs::Fraction::new(100, 1)?)?;
            hundredfold.round(1, Rounding::HalfEven).ok()
        });
        percent.map_or_else(String::new, |percent| format!("{percent}%"))
    }
}

impl Answer for Against {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let header = match lang {
            Lang::Zh => ["出处", "适用", "要求", "符合", "余量", "余量占限值"],
            Lang::En => ["where", "for", "asks for", "kept", "room", "share"],
        };
        let mut grid = Grid::new(&header).numbers(&[2, 4, 5]);
        let first = self.limits.first().map(|held| held.limit.indicator);
        let only = first.filter(|only| self.limits.iter().all(|held| held.limit.indicator == *only));
        grid.rows.extend(self.limits.iter().map(|held| {
            let limit = &held.limit;
            let scope = limit.scope.say(lang).to_string();
            vec![
                limit.citation.say(lang).to_string(),
                match only {
                    Some(_) => scope,
                    None => format!("{}{}{scope}", limit.indicator.say(lang), lang.pick("，", ", ")),
                },
                printed(limit, lang),
                held.keeps_in(lang).to_owned(),
                held.room().map_or_else(String::new, |room| room.value.to_string()),
                held.percent(),
            ]
        }));
        let name = only.map_or_else(String::new, |only| format!("{} ", only.say(lang)));
        let title = match lang {
            Lang::Zh => format!("{name}{} 与限值的距离", self.value),
            Lang::En => format!("{name}{} against limits", self.value),
        };
        let line = lang.pick(
            "按所给数值直接比较，未作修约；余量为负即超出",
            "compared as given, without rounding; room below 0 lies beyond the limit; share: room in per cent of the limit",
        );
        vec![Block { title, lines: vec![line.to_owned()], grid, notes: self.notes(lang) }]
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = flat::records(self.limits.iter().map(|held| &held.limit), lang);
        grid.header.extend(["keeps", "room", "room_unit", "share"].map(str::to_owned));
        for (row, held) in grid.rows.iter_mut().zip(&self.limits) {
            let share = held.headroom.and_then(|headroom| headroom.share);
            row.push(held.keeps.map_or_else(String::new, |keeps| keeps.to_string()));
            row.push(held.room().map_or_else(String::new, |room| room.value.to_string()));
            row.push(held.room().map_or_else(String::new, |room| room.unit.to_string()));
            row.push(share.map_or_else(String::new, |share| share.to_string()));
        }
        grid
    }
}

impl Against {
    fn notes(&self, lang: Lang) -> Vec<String> {
        let limits: Vec<Limit> = self.limits.iter().map(|held| held.limit).collect();
        let editions = limits.chunk_by(|one, other| one.edition == other.edition);
        let of_edition = |limits: &[Limit]| {
            let edition = limits.first()?.edition;
            Some(frequency::notes(edition, limits, self.frequency, lang))
        };
        let mut notes: Vec<String> = editions.filter_map(of_edition).flatten().collect();
        notes.extend(self.next(lang));
        notes
    }

    fn next(&self, lang: Lang) -> Vec<String> {
        if self.limits.len() == 1 {
            return Vec::new();
        }
        if !self.is_ordered {
            let note = lang.pick(
                "这些限值不是同一种，不排先后；可用 --averaging、--body 等缩小范围",
                "these limits are not of one kind, so that none is the next; narrow the search by --averaging, --body or others",
            );
            return vec![note.to_owned()];
        }
        let none = lang.pick("无", "none");
        let say =
            |limit: Option<Limit>| limit.map_or_else(|| none.to_owned(), |limit| limit.say(lang).to_string());
        let (kept, missed) = (say(self.next_kept), say(self.next_missed));
        match lang {
            Lang::Zh => vec![format!("所符合的最严限值：{kept}"), format!("尚未达到的下一限值：{missed}")],
            Lang::En => {
                vec![format!("strictest limit kept: {kept}"), format!("next limit to reach: {missed}")]
            }
        }
    }
}
