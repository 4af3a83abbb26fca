//! How the cells that all tables of standards share are read.

use eqs_core::table::{Reader, same};
use eqs_core::{AirGrade, Clause, Confirmation, Edition};

/// The header of every `editions.csv`.
pub(crate) const EDITIONS: &str =
    "standard,name,title_zh,title_en,issued,first_day,replaces,read_at,confirmation,checked_on";

/// A row of an `editions.csv`.
pub(crate) const fn edition(reader: &mut Reader) -> Edition {
    Edition {
        standard: reader.required(),
        name: reader.required(),
        title_zh: reader.required(),
        title_en: reader.required(),
        issued: reader.optional_date(),
        first_day: reader.date(),
        replaces: reader.text(),
        read_at: reader.required(),
        confirmation: reader.confirmation(),
        checked_on: reader.date(),
    }
}

/// A number of decimal places from 0 to 18.
#[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
pub(crate) const fn places(reader: &mut Reader) -> u8 {
    match reader.number() {
        places @ 0..=18 => places as u8,
        _ => reader.refuse("a number of places from 0 to 18"),
    }
}

/// Refuses a timeline whose editions are not exactly those that the code has tables for.
#[expect(clippy::panic, reason = "an edition without tables must not compile")]
pub(crate) const fn expect_names(editions: &'static [Edition], names: &[&str]) {
    let (mut editions, mut names) = (editions, names);
    loop {
        match (editions, names) {
            ([edition, editions_left @ ..], [name, names_left @ ..]) if same(edition.name, name) => {
                (editions, names) = (editions_left, names_left);
            }
            ([], []) => return,
            _ => panic!("each edition of editions.csv needs its tables here, and the other way round"),
        }
    }
}

/// A grade of confirmation where the type has no room for a weaker one than A.
pub(crate) const fn confirmed(reader: &mut Reader) {
    if !matches!(reader.confirmation(), Confirmation::A) {
        reader.refuse("A: rows of a weaker grade need to carry it");
    }
}

/// A clause: `table 1 note 2`, `table 1 item 6`, `table 1`, or a section such as `4.2.2`.
pub(crate) const fn clause(reader: &mut Reader) -> Clause {
    let cell = reader.required();
    let Some(rest) = strip(cell, "table ") else {
        return Clause::Section(cell);
    };
    let (table, rest) = word(rest);
    if rest.is_empty() {
        Clause::Table { table, item: "" }
    } else if let Some(note) = strip(rest, "note ") {
        Clause::TableNote { table, note }
    } else if let Some(item) = strip(rest, "item ") {
        Clause::Table { table, item }
    } else {
        reader.refuse("table N, table N item N, table N note N, or a section")
    }
}

/// The number of grades of GB 3095, as an index into the columns of its tables.
pub(crate) const fn grade_index(grade: AirGrade) -> usize {
    match grade {
        AirGrade::One => 0,
        AirGrade::Two => 1,
    }
}

/// The text behind `prefix`.
pub(crate) const fn strip(text: &'static str, prefix: &str) -> Option<&'static str> {
    match text.split_at_checked(prefix.len()) {
        Some((start, rest)) if same(start, prefix) => Some(rest),
        _ => None,
    }
}

/// The text before the first blank, and what follows it.
#[expect(clippy::arithmetic_side_effects, reason = "the index stays below the length of a cell")]
pub(crate) const fn word(text: &'static str) -> (&'static str, &'static str) {
    let mut at = 0;
    while let Some((_, rest)) = text.split_at_checked(at) {
        match rest.as_bytes() {
            [b' ', ..] => {
                let tail = match rest.split_at_checked(1) {
                    Some((_, tail)) => tail,
                    None => "",
                };
                return (text.split_at(at).0, tail);
            }
            [] => break,
            _ => at += 1,
        }
    }
    (text, "")
}
