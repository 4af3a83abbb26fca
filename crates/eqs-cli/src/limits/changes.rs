//! What changes between editions.

use eqs::standards::{Difference, DifferenceKind, difference};
use eqs::{Edition, Indicator, Lang, Limit, Phrase as _, Query, Standard};
use serde::Serialize;

use crate::edition::Editions;
use crate::error::{CliError, Location};
use crate::format::Answer;
use crate::limits::conditions::Conditions;
use crate::limits::gas;
use crate::limits::refusal::Asked;
use crate::limits::words;
use crate::table::{Block, Grid};
use crate::usage::Usage;

/// Transitions, each between two editions or stages.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub(crate) struct Changes(Vec<Transition>);

/// What changes from one edition or stage to another.
#[derive(Debug, Serialize)]
struct Transition {
    before: &'static Edition,
    after: &'static Edition,
    changes: Vec<Difference>,
    #[serde(skip)]
    indicator: Option<Indicator>,
}

/// What changes between the editions of `--diff`, among the limits that the conditions leave.
pub(crate) fn changes(
    pair: &str,
    (standard, behind_number): (&'static Standard, Option<&str>),
    conditions: &Conditions,
    with_unconfirmed: bool,
) -> Result<Changes, CliError> {
    if behind_number.is_some() {
        return Err(CliError::Usage(Usage::NumberAlone));
    }
    let (before, after) = words::pair("--diff", pair)?;
    let editions = Editions::of(standard.editions().iter());
    let (before, after) = (editions.stages(before)?, editions.stages(after)?);
    if standard.editions().iter().all(|edition| standard.limits(edition).next().is_none()) {
        return Err(CliError::refuse(Location::default(), Asked::NothingToCompare(standard.number()).into()));
    }
    if let ([before], [after]) = (before.as_slice(), after.as_slice())
        && before == after
    {
        return Err(CliError::misread(Location::option("--diff", pair), Asked::OneEdition.into()));
    }
    let first_day = |editions: &[&Edition]| editions.iter().map(|edition| edition.first_day).min();
    if first_day(&after) < first_day(&before) {
        return Err(CliError::misread(Location::option("--diff", pair), Asked::Backwards.into()));
    }
    let is_one_name = before == after;
    let pairs = before.iter().flat_map(|before| after.iter().map(move |after| (*before, *after)));
    let pairs = pairs
        .filter(|(before, after)| before != after && (!is_one_name || before.first_day < after.first_day));
    let limits = |edition| -> Vec<Limit> {
        let query = conditions.query(Query::of(edition));
        if with_unconfirmed { query.with_unconfirmed().iter().collect() } else { query.iter().collect() }
    };
    let transitions = pairs.map(|(before, after)| {
        let wanted = [limits(before), limits(after)].concat();
        let is_wanted = |limit: Option<Limit>| limit.is_some_and(|limit| wanted.contains(&limit));
        let mut changes = difference(before, after);
        changes.retain(|change| is_wanted(change.before) || is_wanted(change.after));
        Transition { before, after, changes, indicator: conditions.indicator() }
    });
    Ok(Changes(transitions.collect()))
}

impl Answer for Changes {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        self.0.iter().map(|transition| transition.block(lang)).collect()
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = Grid::new(&[
            "standard",
            "before_edition",
            "after_edition",
            "symbol",
            "zh",
            "en",
            "scope",
            "kind",
            "before",
            "before_unit",
            "after",
            "after_unit",
            "before_citation",
            "after_citation",
        ]);
        grid.rows.extend(self.0.iter().flat_map(|transition| transition.records(lang)));
        grid
    }
}

impl Transition {
    fn block(&self, lang: Lang) -> Block {
        let header = match lang {
            Lang::Zh => ["项目", "适用", "原", "新", "变化", "出处"],
            Lang::En => ["indicator", "for", "before", "after", "change", "where"],
        };
        let mut grid = Grid::new(&header).numbers(&[2, 3]);
        grid.rows.extend(self.changes.iter().filter_map(|change| {
            let limit = change.after.or(change.before)?;
            let kind = match standings(change, lang) {
                Some(standings) => format!("{}{}{standings}", change.kind.say(lang), lang.pick("：", ": ")),
                None => change.kind.say(lang).to_string(),
            };
            Some(vec![
                limit.indicator.say(lang).to_string(),
                limit.scope.say(lang).to_string(),
                change.before.map_or_else(String::new, |limit| printed(&limit, lang)),
                change.after.map_or_else(String::new, |limit| printed(&limit, lang)),
                kind,
                limit.citation.say(lang).to_string(),
            ])
        }));
        let (before, after) = (self.before.say(lang), self.after.say(lang));
        let title = format!("{before} → {after}");
        let line = match lang {
            Lang::Zh => format!("自{}起；{}", self.after.first_day, self.summary(lang)),
            Lang::En => format!("as of {}; {}", self.after.first_day, self.summary(lang)),
        };
        let mut lines = vec![line];
        lines.extend(gas::change(self.before, self.after, self.indicator, lang));
        Block { title, lines, grid, ..Block::default() }
    }

    fn summary(&self, lang: Lang) -> String {
        let counts = DifferenceKind::ALL.iter().filter_map(|kind| {
            let count = self.changes.iter().filter(|change| change.kind == *kind).count();
            (count > 0).then(|| match lang {
                Lang::Zh => format!("{}{count}条", kind.say(lang)),
                Lang::En => format!("{count} {}", kind.say(lang)),
            })
        });
        let counts: Vec<_> = counts.collect();
        if counts.is_empty() {
            return lang.pick("没有限值变化", "no limit changes").to_owned();
        }
        counts.join(lang.pick("，", ", "))
    }

    fn records(&self, lang: Lang) -> impl Iterator<Item = Vec<String>> {
        self.changes.iter().filter_map(move |change| {
            let limit = change.after.or(change.before)?;
            let text =
                |limit: Option<Limit>, say: &dyn Fn(Limit) -> String| limit.map_or_else(String::new, say);
            let requirement = |limit: Limit| limit.requirement.say(lang).to_string();
            let unit = |limit: Limit| limit.unit.to_string();
            let citation = |limit: Limit| limit.citation.say(lang).to_string();
            Some(vec![
                limit.edition.standard.to_owned(),
                self.before.name.to_owned(),
                self.after.name.to_owned(),
                limit.indicator.to_string(),
                limit.indicator.zh().to_owned(),
                limit.indicator.en().to_owned(),
                limit.scope.to_string(),
                change.kind.to_string(),
                text(change.before, &requirement),
                text(change.before, &unit),
                text(change.after, &requirement),
                text(change.after, &unit),
                text(change.before, &citation),
                text(change.after, &citation),
            ])
        })
    }
}

/// From which standing to which, where that changes.
fn standings(change: &Difference, lang: Lang) -> Option<String> {
    let (before, after) = (change.before?.standing, change.after?.standing);
    (before != after).then(|| format!("{} → {}", before.say(lang), after.say(lang)))
}

/// What a limit asks for, with its unit.
pub(crate) fn printed(limit: &Limit, lang: Lang) -> String {
    match limit.unit {
        eqs::Unit::NONE => limit.requirement.say(lang).to_string(),
        unit => format!("{} {unit}", limit.requirement.say(lang)),
    }
}
