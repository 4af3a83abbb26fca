//! Every limit is known more than once: compiled, in the CSV files, in the list of single limits, and for most cells
//! in a second transcription that others typed.

use std::collections::BTreeMap;

use crate::reading::cell::{Cell, Reading, disagreements};
use crate::reading::{compiled, printed, transcript};

/// The limits of all editions.
const LIMITS: usize = 1722;

/// What stands in the CSV files is what was compiled, cell by cell, and nothing else was.
#[test]
fn the_compiled_tables_are_the_printed_ones() {
    let (compiled, printed) = (compiled::reading(), Reading::of(printed::all()));
    assert_eq!((compiled.len(), printed.len()), (LIMITS, LIMITS));
    for cell in compiled.cells() {
        let mut other = printed.get(&cell.key).unwrap_or_else(|| panic!("{cell:?}")).clone();
        if other.place.0.is_empty() {
            other.place.clone_from(&cell.place);
        }
        assert_eq!(*cell, other);
    }
}

/// Values digit by digit, units, tables, items and grades of confirmation.
#[test]
fn every_cell_stands_in_the_list_of_single_limits() {
    let (printed, list) = (printed::all(), transcript::list());
    assert_eq!((printed.len(), list.len()), (LIMITS, LIMITS));
    assert_eq!(uncovered(&printed, &list), BTreeMap::new());
    assert_eq!(disagreements(&printed, &list, Cell::equals), Vec::<String>::new());
}

/// Numbers, relations and units. The second transcription has nothing that the tables lack.
#[test]
fn every_cell_agrees_with_the_second_transcription() {
    let (printed, second) = (printed::all(), transcript::second());
    assert_eq!(second.len(), 1343);
    let shared = printed.iter().filter(|cell| second.get(&cell.key).is_some()).count();
    assert_eq!(shared, second.len());
    assert_eq!(disagreements(&printed, &second, Cell::agrees), Vec::<String>::new());
}

/// The cells that nobody else typed, by standard and edition.
#[test]
fn cells_without_a_second_transcription() {
    let uncovered = uncovered(&printed::all(), &transcript::second());
    let expected = [
        ("GB 3095 1996", 57),
        ("GB 3095 1996 amended 2000", 48),
        ("GB 3095 2012", 56),
        ("GB 3095 2012 amended 2018", 56),
        // Table A.1.
        ("GB 3095 2026 final", 10),
        ("GB 3095 2026 transition", 10),
        // Water temperature, saturation with oxygen, pH of classes II to V.
        ("GB 3838 2002", 10),
        // Grade 5 by day, all by night, roads.
        ("GB 3096 2008", 8),
        ("HJ 640 2012", 16),
        ("GB 8702 2014", 39),
        ("HJ 192 2015", 9),
        ("WHO AQG 2021", 38),
        ("区域生态质量评价办法（试行） 2021", 9),
        ("城市黑臭水体整治工作指南 2015", 8),
        ("总站生字〔2001〕090号 2001", 5),
    ];
    assert_eq!(uncovered, expected.map(|(edition, count)| (edition.to_owned(), count)).into());
    assert_eq!(uncovered.values().sum::<usize>(), LIMITS - 1343);
}

fn uncovered(cells: &[Cell], reading: &Reading) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for cell in cells.iter().filter(|cell| reading.get(&cell.key).is_none()) {
        *counts.entry(format!("{} {}", cell.key.standard, cell.key.edition)).or_default() += 1;
    }
    counts
}
