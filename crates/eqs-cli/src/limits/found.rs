//! The limits that a request finds, as printed.

use eqs::gb3095::{Adoption, Gb3095};
use eqs::{Edition, Indicator, Lang, Limit, NaiveDate, Phrase as _, Quantity, Standard, Standing};
use serde::{Serialize, Serializer};

use crate::format::Answer;
use crate::limits::conditions::Conditions;
use crate::limits::frequency::AtFrequency;
use crate::limits::{flat, frequency, hj633, pivot};
use crate::table::{Block, Grid};

/// Limits, in the order of the standards and their tables.
#[derive(Debug)]
pub(crate) struct Found {
    limits: Vec<Limit>,
    indicator: Option<Indicator>,
    frequency: Option<Quantity>,
    /// Whether whole tables were asked for.
    is_whole: bool,
}

/// A limit, with what its formula comes to where a frequency is asked for.
#[derive(Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    limit: &'a Limit,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_frequency: Option<AtFrequency>,
}

impl Serialize for Found {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = |limit| Entry { limit, at_frequency: AtFrequency::of(limit, self.frequency) };
        serializer.collect_seq(self.limits.iter().map(entry))
    }
}

impl Found {
    /// These limits, found under these conditions.
    pub(crate) fn new(limits: Vec<Limit>, conditions: &Conditions) -> Self {
        Self {
            limits,
            indicator: conditions.indicator(),
            frequency: conditions.frequency(),
            is_whole: conditions.is_plain(),
        }
    }

    fn of_edition(&self, edition: &'static Edition, limits: &[Limit], lang: Lang) -> Vec<Block> {
        let mut blocks = pivot::blocks(limits, lang);
        if let Some(last) = blocks.last_mut() {
            last.notes.extend(hj633::above_last_nodes(edition, limits, lang));
            last.notes.extend(frequency::notes(edition, limits, self.frequency, lang));
        }
        if self.is_whole {
            blocks.extend(hj633::categories(edition, lang).filter(|_| self.indicator.is_none()));
            blocks.extend(hj633::sensitive_groups(edition, self.indicator, lang));
        }
        if let Some(first) = blocks.first_mut() {
            let title = lang.pick(edition.title_zh, edition.title_en);
            first.title = format!("{} {title}", edition.say(lang));
            let is_comparison = limits.iter().all(|limit| limit.standing == Standing::Comparison);
            let last_day = Standard::of(edition).and_then(|standard| standard.last_day(edition));
            let days = core::iter::once(in_force(edition, last_day, is_comparison, lang));
            first.lines.splice(..0, days.chain(ahead(edition, last_day, lang)));
        }
        for block in blocks.iter_mut().skip(1).filter(|block| block.title.is_empty()) {
            block.title = edition.say(lang).to_string();
        }
        blocks
    }
}

impl Answer for Found {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let editions = self.limits.chunk_by(|one, other| one.edition == other.edition);
        let limits = editions.filter_map(|limits| Some((limits.first()?.edition, limits)));
        limits.flat_map(|(edition, limits)| self.of_edition(edition, limits, lang)).collect()
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = flat::records(&self.limits, lang);
        flat::at_frequency(&mut grid, &self.limits, self.frequency);
        grid
    }
}

/// Areas that went ahead of the country: with this edition, or while this one was in force.
fn ahead(edition: &Edition, last_day: Option<NaiveDate>, lang: Lang) -> impl Iterator<Item = String> {
    let (standard, name, from) = (edition.standard, edition.name, edition.first_day);
    let concerns = move |adoption: &&Adoption| {
        let falls_in = from <= adoption.first_day && last_day.is_some_and(|last| adoption.first_day <= last);
        standard == "GB 3095" && (adoption.edition == name || falls_in)
    };
    Gb3095::adoptions().iter().filter(concerns).map(move |adoption| {
        let Adoption { edition, place, first_day, confirmation, .. } = adoption;
        let place = place.say(lang);
        match lang {
            Lang::Zh => format!("{place}自{first_day}起按 GB 3095-{edition} 评价（确认等级{confirmation}）"),
            Lang::En => format!(
                "{place} reports against GB 3095-{edition} from {first_day} on (confirmation grade {confirmation})"
            ),
        }
    })
}

/// From when to when an edition is in force, with the grade of these days if they are not confirmed.
pub(crate) fn in_force(
    edition: &Edition,
    last_day: Option<NaiveDate>,
    is_comparison: bool,
    lang: Lang,
) -> String {
    let first = edition.first_day;
    if is_comparison {
        return match lang {
            Lang::Zh => format!("{first}发布，不是中国标准"),
            Lang::En => format!("published {first}, not a Chinese standard"),
        };
    }
    let days = match (lang, last_day) {
        (Lang::Zh, None) => format!("自{first}起实施"),
        (Lang::Zh, Some(last)) => format!("自{first}起实施，至{last}"),
        (Lang::En, None) => format!("in force from {first}"),
        (Lang::En, Some(last)) => format!("in force from {first} to {last}"),
    };
    match (lang, edition.confirmation) {
        (_, eqs::Confirmation::A) => days,
        (Lang::Zh, grade) => format!("{days}（日期的确认等级{grade}）"),
        (Lang::En, grade) => format!("{days} (days: confirmation grade {grade})"),
    }
}
