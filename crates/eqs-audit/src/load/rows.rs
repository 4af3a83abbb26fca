//! Rows of figures and claims.

use alloc::borrow::ToOwned as _;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use eqs_bulletin::Figure;
use eqs_core::cell::{Fault, Names};
use eqs_core::{Indicator, Place};

use super::declared::{Declared, list};
use super::error::{Position, Problem, RefusedRow, Spot};
use super::sheet::{Row, Sheet};
use super::words;
use crate::claim::Claim;
use crate::term::Rule;

/// What a file holds.
pub(super) struct Loaded<T> {
    pub(super) document: &'static str,
    pub(super) rows: Vec<(T, Position)>,
    pub(super) refused: Vec<RefusedRow>,
}

/// The rows that are accepted and those that are not, both with their numbers.
struct Sorted<T> {
    document: &'static str,
    accepted: Vec<(usize, T)>,
    refused: Vec<(usize, RefusedRow)>,
}

/// A `const` reader of one row.
type Parse<T, const N: usize> = fn(&[&'static str; N], &'static str, Names<'_>) -> Result<T, Fault>;

/// The figures of a document; of two with one id the first.
pub(super) fn figures(sheet: &Sheet, document: &str, declared: &Declared) -> Loaded<Figure> {
    let mut sorted = sorted(sheet, document, declared, Figure::parse);
    let mut ids: BTreeMap<&str, Spot> = BTreeMap::new();
    let mut twice = Vec::new();
    sorted.accepted.retain(|(at, figure)| {
        let Some(row) = sheet.rows.get(*at) else { return false };
        let id = figure.observation.source.id;
        match ids.get(id) {
            Some(first) => {
                twice.push((*at, sheet.refuse(row, 0, Problem::IdTwice { first: *first })));
                false
            }
            None => ids.insert(id, row.spot).is_none(),
        }
    });
    sorted.refused.extend(twice);
    sorted.loaded(sheet)
}

/// The claims of a document: all parts of each, or none.
pub(super) fn claims(sheet: &Sheet, document: &str, declared: &Declared) -> Loaded<Claim> {
    let mut sorted = sorted(sheet, document, declared, Claim::parse);
    let mut spots: BTreeMap<String, Option<Spot>> = BTreeMap::new();
    for (at, refused) in &sorted.refused {
        let id = sheet.rows.get(*at).map_or("", |row| row.text(0));
        if !id.is_empty() {
            spots.entry(id.to_string()).or_insert(refused.at.spot);
        }
    }
    let mut others = Vec::new();
    sorted.accepted.retain(|(at, claim)| {
        let (Some(row), Some(spot)) = (sheet.rows.get(*at), spots.get(claim.source.id)) else { return true };
        others.push((*at, sheet.refuse(row, 0, Problem::OtherPart { at: *spot })));
        false
    });
    sorted.refused.extend(others);
    sorted.loaded(sheet)
}

impl<T> Sorted<T> {
    fn loaded(mut self, sheet: &Sheet) -> Loaded<T> {
        self.refused.sort_by_key(|(at, _)| *at);
        let position = |at| sheet.rows.get(at).map_or_else(Position::default, |row| sheet.position(row));
        Loaded {
            document: self.document,
            rows: self.accepted.into_iter().map(|(at, row)| (row, position(at))).collect(),
            refused: self.refused.into_iter().map(|(_, row)| row).collect(),
        }
    }
}

fn sorted<T, const N: usize>(
    sheet: &Sheet,
    document: &str,
    declared: &Declared,
    parse: Parse<T, N>,
) -> Sorted<T> {
    let (mut named, mut accepted, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (at, row) in sheet.rows.iter().enumerate() {
        match codes(sheet, row, declared) {
            Ok(cells) => named.push((at, row, cells)),
            Err(row) => refused.push((at, row)),
        }
    }
    // One text for the whole file: the code of the document, then the cells of each row.
    let mut text = document.to_string();
    text.extend(named.iter().flat_map(|(_, _, cells)| cells.iter().map(String::as_str)));
    let (document, mut rest) = split(text.leak(), document.len());
    for (at, row, cells) in named {
        let mut lengths = cells.iter().map(String::len);
        let cells = core::array::from_fn(|_| {
            let (cell, tail) = split(rest, lengths.next().unwrap_or_default());
            rest = tail;
            cell
        });
        match parse(&cells, document, declared.names()) {
            Ok(parsed) => accepted.push((at, parsed)),
            Err(Fault { column, expected }) => {
                refused.push((at, sheet.refuse(row, column, Problem::Expected(expected))));
            }
        }
    }
    Sorted { document, accepted, refused }
}

fn split(text: &'static str, length: usize) -> (&'static str, &'static str) {
    text.split_at_checked(length).unwrap_or((text, ""))
}

/// The cells of a row with every name as its code.
fn codes(sheet: &Sheet, row: &Row, declared: &Declared) -> Result<Vec<String>, RefusedRow> {
    if let Some(fault) = row.fault.clone() {
        return Err(sheet.refuse_row(row, fault));
    }
    let columns = sheet.columns.names().enumerate();
    let cells = columns.map(|(at, name)| {
        let text = row.text(at);
        let cell = if !text.is_empty() {
            code(name, text, sheet, row, declared)
        } else if sheet.columns.is_required(name) {
            Err((Problem::Empty, None))
        } else {
            Ok(default(name, sheet, row, declared))
        };
        cell.map_err(|(problem, name)| {
            let mut refused = sheet.refuse(row, at, problem);
            refused.at.value = name.map(str::to_owned).or(refused.at.value);
            refused
        })
    });
    cells.collect()
}

/// What a cell names, as its code; else why not, and which of several names is meant.
fn code<'t>(
    column: &str,
    text: &'t str,
    sheet: &Sheet,
    row: &Row,
    declared: &Declared,
) -> Result<String, (Problem, Option<&'t str>)> {
    if column == "parts" {
        let rule = words::term("rule", other(sheet, row, "rule")).and_then(Result::ok).unwrap_or_default();
        let codes = list(text).map(|name| {
            let code = match Rule::from_code(rule) {
                Some(Rule::Between) => declared.place(name).map(Place::code),
                Some(Rule::Sum | Rule::First) => declared.indicator(name).map(Indicator::symbol),
                _ => Ok(name),
            };
            code.map_err(|problem| (problem, Some(name)))
        });
        return Ok(codes.collect::<Result<Vec<&str>, _>>()?.join(";"));
    }
    let code = words::term(column, text).unwrap_or_else(|| match column {
        "place" | "base_place" => declared.place(text).map(Place::code),
        "indicator" | "base_indicator" => declared.indicator(text).map(Indicator::symbol),
        "unit" => words::unit(text),
        _ => Ok(text),
    });
    let code = match column {
        "period" | "base_period" => words::period(text),
        _ => code.map(str::to_owned),
    };
    code.map_err(|problem| (problem, None))
}

/// What an empty cell stands for.
fn default(column: &str, sheet: &Sheet, row: &Row, declared: &Declared) -> String {
    match column {
        "bound" => "exact".to_string(),
        "part" => "1".to_string(),
        "claim" => other(sheet, row, "quote").to_string(),
        "name" => {
            let indicator = declared.indicator(other(sheet, row, "indicator"));
            indicator.map_or_else(|_| String::new(), |indicator| indicator.zh().to_string())
        }
        _ => String::new(),
    }
}

/// The text of another cell of the row.
fn other<'r>(sheet: &Sheet, row: &'r Row, column: &str) -> &'r str {
    sheet.columns.find(column).map_or("", |at| row.text(at))
}
