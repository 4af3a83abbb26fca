//! The list of single limits, and the second transcriptions.

use super::cell::{Cell, Key, Reading};
use super::printed::requirement;

/// The tables as single rows, made from the reference tables and not from `data`.
pub(crate) fn list() -> Reading {
    Reading::of(rows(include_str!("../../data/limits-list.csv")))
}

/// The files of `tests/data/second`, and how many cells each has.
const SECOND: [(&str, usize, &str); 8] = [
    ("gb3095", 92, include_str!("../../data/second/gb3095.csv")),
    ("hj633", 150, include_str!("../../data/second/hj633.csv")),
    ("gb3838", 201, include_str!("../../data/second/gb3838.csv")),
    ("gbt14848", 465, include_str!("../../data/second/gbt14848.csv")),
    ("gb15618", 79, include_str!("../../data/second/gb15618.csv")),
    ("gb36600", 340, include_str!("../../data/second/gb36600.csv")),
    ("gb3096", 12, include_str!("../../data/second/gb3096.csv")),
    ("hj640", 4, include_str!("../../data/second/hj640.csv")),
];

/// What others typed, in our words of scopes.
pub(crate) fn second() -> Reading {
    let cells = SECOND.iter().flat_map(|(file, count, text)| {
        let cells: Vec<Cell> = rows(text).map(|cell| translated(file, cell)).collect();
        assert_eq!(cells.len(), *count, "{file}");
        let cells = if *file == "hj640" { with_lower_ends(cells) } else { cells };
        cells.into_iter()
    });
    Reading::of(cells)
}

/// Rows of `standard,edition,table,item,symbol,scope,value,unit`, and a grade of confirmation if there is one.
fn rows(text: &'static str) -> impl Iterator<Item = Cell> {
    csv::Reader::from_reader(text.as_bytes()).into_records().map(|row| {
        let row = row.unwrap();
        let [standard, edition, symbol, scope] = [0, 1, 4, 5].map(|at| row[at].to_owned());
        Cell {
            key: Key { standard, edition, symbol, scope },
            place: (row[2].to_owned(), row[3].to_owned()),
            value: row[6].to_owned(),
            unit: row[7].parse().unwrap(),
            confirmation: row.get(8).unwrap_or_default().to_owned(),
        }
    })
}

fn translated(file: &str, mut cell: Cell) -> Cell {
    // Its items are names.
    cell.place = Default::default();
    let is_at_least = file == "gb3838" && cell.key.symbol == "DO";
    cell.value = requirement(&cell.value, if is_at_least { ">=" } else { "<=" });
    match file {
        "gb3096" => cell.key.scope += ";level=leq",
        "hj640" => cell.key.scope = cell.key.scope.strip_prefix("survey=region;").unwrap().to_owned(),
        _ => {}
    }
    cell
}

/// Grades of which only the upper ends were typed: each begins above the one before.
fn with_lower_ends(mut cells: Vec<Cell>) -> Vec<Cell> {
    for at in (1..cells.len()).rev() {
        let end = cells[at - 1].value.strip_prefix("<=").unwrap().to_owned();
        cells[at].value = format!(">{end} {}", cells[at].value);
    }
    cells
}
