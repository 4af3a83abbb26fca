//! A value held against limits: how far it is from each.

use eqs::standards::ladder;
use eqs::{
    Decimal, Fraction, Headroom, Lang, Limit, Phrase as _, Quantity, QuantityError, Requirement, Rounding,
    Standing,
};
use serde::Serialize;

use crate::error::{CliError, Location};
use crate::format::Answer;
use crate::limits::changes::printed;
use crate::limits::frequency::AtFrequency;
use crate::limits::gas::{self, Converted};
use crate::limits::refusal::Asked;
use crate::limits::{flat, frequency, order, words};
use crate::table::{Block, Grid};

/// A value, and limits with the room that it has to each.
#[derive(Debug, Serialize)]
pub(crate) struct Against {
    #[serde(rename = "against")]
    value: Quantity,
    limits: Vec<Held>,
    #[serde(flatten)]
    next: Next,
    /// The same among values for comparison, where these stand beside limits.
    comparison: Option<Next>,
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
    /// Whether room and share are rounded.
    is_approximate: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_frequency: Option<AtFrequency>,
    /// The value in mass per volume, where it is given as a mixing ratio.
    #[serde(skip_serializing_if = "Option::is_none")]
    converted: Option<Converted>,
}

/// The limits between which a value lies.
#[derive(Debug, Default, Serialize)]
struct Next {
    /// The strictest limit that the value keeps.
    next_kept: Option<Limit>,
    /// The laxest limit that the value does not keep.
    next_missed: Option<Limit>,
}

/// Holds the value of `--against` against limits.
pub(crate) fn against(
    text: &str,
    limits: &[Limit],
    frequency: Option<Quantity>,
) -> Result<Against, CliError> {
    let value = words::quantity("--against", text)?;
    let limits = order::without_complements(limits);
    let held = limits.iter().map(|limit| {
        Held::new(value, limit, frequency).map_err(|error| {
            let problem = Asked::of_unit(error, value, limit);
            CliError::refuse(Location::option("--against", text), problem.into())
        })
    });
    let held = held.collect::<Result<Vec<_>, _>>()?;
    let next = Next::of(&limits, &held);
    let comparison: Vec<Limit> =
        limits.iter().filter(|limit| limit.standing == Standing::Comparison).copied().collect();
    let is_beside = comparison.len() < limits.len();
    let comparison = Next::of(&comparison, &held).filter(|_| is_beside);
    let is_ordered = next.is_some();
    Ok(Against { value, limits: held, next: next.unwrap_or_default(), comparison, is_ordered, frequency })
}

impl Next {
    /// `None` where the limits have no order.
    fn of(limits: &[Limit], held: &[Held]) -> Option<Self> {
        let rungs = ladder(limits).ok()?;
        let is_kept =
            |limit: &&Limit| held.iter().any(|held| held.limit == **limit && held.keeps == Some(true));
        Some(Self {
            next_kept: rungs.iter().find(is_kept).copied(),
            next_missed: rungs.iter().rev().find(|limit| !is_kept(limit)).copied(),
        })
    }

    fn say(&self, is_comparison: bool, lang: Lang) -> Vec<String> {
        let none = lang.pick("无", "none");
        let say =
            |limit: Option<Limit>| limit.map_or_else(|| none.to_owned(), |limit| limit.say(lang).to_string());
        let (kept, missed) = (say(self.next_kept), say(self.next_missed));
        match (lang, is_comparison) {
            (Lang::Zh, false) => {
                vec![format!("所符合的最严限值：{kept}"), format!("尚未达到的下一限值：{missed}")]
            }
            (Lang::Zh, true) => {
                vec![format!("对照值中所符合的最严者：{kept}；尚未达到的下一个：{missed}")]
            }
            (Lang::En, false) => {
                vec![format!("strictest limit kept: {kept}"), format!("next limit to reach: {missed}")]
            }
            (Lang::En, true) => {
                vec![format!("for comparison, strictest value kept: {kept}; next to reach: {missed}")]
            }
        }
    }
}

impl Held {
    fn new(value: Quantity, limit: &Limit, frequency: Option<Quantity>) -> Result<Self, QuantityError> {
        if let Some(converted) = Converted::of(value, limit) {
            return Ok(Self::of_mass(limit, converted));
        }
        let headroom = limit.headroom(value)?;
        let number = value.convert_to(limit.unit)?.value;
        let keeps = match limit.requirement {
            Requirement::Band(band) => Some(band.contains(number)),
            Requirement::Either(one, other) => Some(one.contains(number) || other.contains(number)),
            Requirement::PowerLaw(_) => {
                if let Some(at) = AtFrequency::of(limit, frequency) {
                    return Ok(Self::at(limit, at, value, number));
                }
                None
            }
            _ => None,
        };
        Ok(Self { keeps, headroom, ..Self::unknown(limit) })
    }

    const fn unknown(limit: &Limit) -> Self {
        Self {
            limit: *limit,
            keeps: None,
            headroom: None,
            is_approximate: false,
            at_frequency: None,
            converted: None,
        }
    }

    /// A value against a formula at a frequency.
    fn at(limit: &Limit, at: AtFrequency, value: Quantity, number: Decimal) -> Self {
        let keeps = at.is_kept_by(value);
        let room = at.value.value.checked_sub(number);
        // Between the rounded and the exact limit nothing is left that could be said in four digits.
        let room =
            room.map(|room| if keeps == Some(true) && room.is_negative() { Decimal::ZERO } else { room });
        let headroom = room.map(|room| headroom(room, at.value));
        Self { keeps, headroom, is_approximate: !at.is_exact, at_frequency: Some(at), ..Self::unknown(limit) }
    }

    /// A gas in parts per billion against mass per volume: whether it keeps the limit is told exactly, the room is
    /// rounded.
    fn of_mass(limit: &Limit, converted: Converted) -> Self {
        let keeps = limit
            .edge()
            .map(|(relation, edge)| relation.holds(converted.number.cmp(&edge.value.to_fraction())));
        let room = limit.value().and_then(|edge| {
            let room = edge.value.checked_sub(converted.quantity.value)?;
            Some(headroom(room, edge))
        });
        Self {
            keeps,
            headroom: room,
            is_approximate: true,
            converted: Some(converted),
            ..Self::unknown(limit)
        }
    }

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

    fn room_text(&self) -> String {
        let sign = if self.is_approximate { "≈ " } else { "" };
        self.room().map_or_else(String::new, |room| format!("{sign}{}", room.value))
    }

    /// The share in per cent, to one place.
    fn percent(&self) -> String {
        let percent = self.headroom.and_then(|headroom| {
            let hundredfold = headroom.share?.checked_mul(Fraction::new(100, 1)?)?;
            hundredfold.round(1, Rounding::HalfEven).ok()
        });
        percent.map_or_else(String::new, |percent| format!("{percent}%"))
    }
}

/// Room with its share of a limit.
fn headroom(room: Decimal, limit: Quantity) -> Headroom {
    let share = room.to_fraction().checked_div(limit.value.to_fraction());
    Headroom { room: Quantity::new(room, limit.unit), share }
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
                held.room_text(),
                held.percent(),
            ]
        }));
        let name = only.map_or_else(String::new, |only| format!("{} ", only.say(lang)));
        let title = match lang {
            Lang::Zh => format!("{name}{} 与限值的距离", self.value),
            Lang::En => format!("{name}{} against limits", self.value),
        };
        let mut line = if self.limits.iter().any(|held| held.converted.is_some()) {
            lang.pick(
                "换算后比较；余量为负即超出",
                "compared as converted; room below 0 lies beyond the limit",
            )
        } else {
            lang.pick(
                "按所给数值直接比较，未作修约；余量为负即超出",
                "compared as given, without rounding; room below 0 lies beyond the limit",
            )
        }
        .to_owned();
        // Decibels and scales have no shares.
        if grid.rows.iter().all(|row| row.last().is_none_or(String::is_empty)) {
            grid.header.pop();
            grid.rows.iter_mut().for_each(|row| drop(row.pop()));
            grid.numbers.pop();
        } else {
            line.push_str(lang.pick("", "; share: room in per cent of the limit"));
        }
        vec![Block { title, lines: vec![line], grid, notes: self.notes(lang) }]
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = flat::records(self.limits.iter().map(|held| &held.limit), lang);
        flat::at_frequency(&mut grid, self.limits.iter().map(|held| &held.limit), self.frequency);
        grid.header.extend(["keeps", "room", "room_unit", "share", "is_approximate"].map(str::to_owned));
        for (row, held) in grid.rows.iter_mut().zip(&self.limits) {
            let share = held.headroom.and_then(|headroom| headroom.share);
            row.push(held.keeps.map_or_else(String::new, |keeps| keeps.to_string()));
            row.push(held.room().map_or_else(String::new, |room| room.value.to_string()));
            row.push(held.room().map_or_else(String::new, |room| room.unit.to_string()));
            row.push(share.map_or_else(String::new, |share| share.to_string()));
            row.push(held.is_approximate.to_string());
        }
        grid
    }
}

impl Against {
    fn notes(&self, lang: Lang) -> Vec<String> {
        let mut notes = gas::notes(self.value, self.limits.iter().filter_map(|held| held.converted), lang);
        let limits: Vec<Limit> = self.limits.iter().map(|held| held.limit).collect();
        let editions = limits.chunk_by(|one, other| one.edition == other.edition);
        let of_edition = |limits: &[Limit]| {
            let edition = limits.first()?.edition;
            Some(frequency::notes(edition, limits, self.frequency, lang))
        };
        notes.extend(editions.filter_map(of_edition).flatten());
        notes.extend(self.next(lang));
        notes
    }

    fn next(&self, lang: Lang) -> Vec<String> {
        if self.limits.len() == 1 {
            return Vec::new();
        }
        let comparison = self.comparison.iter().flat_map(|next| next.say(true, lang));
        if self.is_ordered {
            return self.next.say(false, lang).into_iter().chain(comparison).collect();
        }
        let note = lang.pick(
            "这些限值不是同一种，不排先后；可用 --averaging、--body 等缩小范围",
            "these limits are not of one kind, so that none is the next; narrow the search by --averaging, --body or others",
        );
        core::iter::once(note.to_owned()).chain(comparison).collect()
    }
}
