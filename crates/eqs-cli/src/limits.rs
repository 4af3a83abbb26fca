//! `eqs limits`: limits of all standards, what changes between editions, and when.

mod against;
mod args;
mod axes;
mod changes;
mod conditions;
mod ending;
mod everything;
mod flat;
mod found;
mod frequency;
mod gas;
mod hj633;
mod order;
mod pivot;
mod refusal;
mod subject;
mod unlimited;
mod words;

use std::io::Write as _;

use eqs::{Lang, Query};

pub(crate) use self::args::LimitsArgs;
pub(crate) use self::refusal::Asked;

use self::conditions::Conditions;
use self::subject::subject;
use crate::edition::Editions;
use crate::error::{CliError, Location};
use crate::format::{Format, print};
use crate::usage::Usage;

/// The schema of `eqs limits --all --format json`.
const SCHEMA: &str = include_str!("../data/limits.schema.json");

/// Answers a request.
pub(crate) fn run(request: &LimitsArgs, format: Format, lang: Lang) -> Result<(), CliError> {
    if request.schema {
        return std::io::stdout()
            .write_all(SCHEMA.as_bytes())
            .map_err(|error| CliError::File { file: "<stdout>".into(), error });
    }
    if request.all {
        return print(&everything::everything(), format, lang);
    }
    let standard = request.standard.as_deref().map(subject).transpose().map_err(CliError::Usage)?;
    if let Some(span) = &request.ending {
        let (first, last) = words::span("--ending", span)?;
        return print(&ending::ending(first, last, standard)?, format, lang);
    }
    let conditions = Conditions::read(&request.conditions)?;
    if let (Some(pair), Some(standard)) = (&request.diff, standard) {
        return print(
            &changes::changes(pair, standard, &conditions, request.conditions.unconfirmed)?,
            format,
            lang,
        );
    }
    let Some((standard, behind_number)) = standard else {
        let usage = match (request.edition.on, &request.edition.edition) {
            (Some(day), _) if Query::on(day).iter().next().is_none() => {
                let at = Location::option("--on", &day.to_string());
                let asked = refusal::nothing_in_force(day, conditions.indicator());
                return Err(CliError::refuse(at, asked.into()));
            }
            (Some(day), _) => return answer(Query::on(day), &conditions, request, format, lang),
            (None, Some(_)) => Usage::StandardNeeded,
            (None, None) => Usage::DayNeeded,
        };
        return Err(CliError::Usage(usage));
    };
    let editions = Editions::of(standard.editions().iter());
    let edition = editions.choose(behind_number, &request.edition, |day| standard.on(day))?;
    if standard.limits(edition).next().is_some() {
        return answer(Query::of(edition).standard(standard), &conditions, request, format, lang);
    }
    let is_answerable = conditions.is_plain() && request.against.is_none() && !request.tightest;
    let tables = unlimited::tables(standard, edition, conditions.indicator());
    match tables.filter(|_| is_answerable) {
        Some(tables) => print(&tables, format, lang),
        None => Err(CliError::refuse(Location::default(), Asked::NoLimits(edition).into())),
    }
}

/// Finds limits, and holds a value against them where one is given.
fn answer(
    query: Query,
    conditions: &Conditions,
    request: &LimitsArgs,
    format: Format,
    lang: Lang,
) -> Result<(), CliError> {
    let query = if request.conditions.unconfirmed { query.with_unconfirmed() } else { query };
    let refuse = |error| refusal::of_query(error, conditions, query, request.edition.on);
    let mut limits = conditions.query(query).find().map_err(refuse)?;
    if request.tightest {
        limits = vec![order::tightest(&limits)?];
    }
    match &request.against {
        Some(value) => print(&against::against(value, &limits, conditions.frequency())?, format, lang),
        None => print(&found::Found::new(limits, conditions), format, lang),
    }
}
