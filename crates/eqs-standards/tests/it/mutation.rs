//! A number of a limit that is changed by one unit of its last digit does not pass unnoticed.

use crate::reading::cell::{Cell, Reading, disagreements};
use crate::reading::number;
use crate::reading::printed::{SOURCES, Source, Table};
use crate::reading::transcript;

/// Every change of one number of one limit: the changed row, as a table of its own.
fn changes(source: &Source) -> Vec<Table> {
    let table = source.table();
    let mut places: Vec<(usize, usize)> = source
        .limits(&table)
        .into_iter()
        .flat_map(|placed| placed.columns.into_iter().map(move |column| (placed.row, column)))
        .collect();
    places.sort_unstable();
    // A column of the 2012 edition belongs to two editions.
    places.dedup();
    let numbers = places.into_iter().flat_map(|(row, column)| {
        number::places(&table.rows[row][column]).into_iter().map(move |place| (row, column, place))
    });
    let changed = numbers.map(|(row, column, place)| {
        let mut cells = table.rows[row].clone();
        cells[column] = number::nudge(&cells[column], &place);
        Table { header: table.header.clone(), rows: vec![cells] }
    });
    changed.collect()
}

fn is_noticed(
    source: &Source,
    changed: &Table,
    reading: &Reading,
    is_same: fn(&Cell, &Cell) -> bool,
) -> bool {
    let cells: Vec<Cell> = source.limits(changed).into_iter().map(|placed| placed.cell).collect();
    !disagreements(&cells, reading, is_same).is_empty()
}

/// Not a sample: all numbers of all limits of all files. The list of single limits notices every change; the second
/// transcription alone notices those of the cells that it has.
#[test]
fn every_change_of_one_digit_is_noticed() {
    let (list, second) = (transcript::list(), transcript::second());
    let (mut changed, mut noticed_by_second) = (0, 0);
    for source in SOURCES {
        for (at, change) in changes(source).iter().enumerate() {
            assert!(is_noticed(source, change, &list, Cell::equals), "{} change {at}", source.path);
            noticed_by_second += usize::from(is_noticed(source, change, &second, Cell::agrees));
            changed += 1;
        }
    }
    assert_eq!((changed, noticed_by_second), (1730, 1343));
}

/// The comparisons do not cry wolf: nothing is noticed in tables as they are.
#[test]
fn nothing_is_noticed_without_a_change() {
    let (list, second) = (transcript::list(), transcript::second());
    for source in SOURCES {
        assert!(!is_noticed(source, &source.table(), &list, Cell::equals), "{}", source.path);
        assert!(!is_noticed(source, &source.table(), &second, Cell::agrees), "{}", source.path);
    }
}
