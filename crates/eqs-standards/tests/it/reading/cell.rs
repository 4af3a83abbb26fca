//! [`Cell`]: a limit as text.

use std::collections::BTreeMap;

use eqs_core::{Quantity, Unit};

use super::number;

/// A limit as text: which it is, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) key: Key,
    /// Table and item; an empty table where the reading does not tell.
    pub(crate) place: (String, String),
    /// Such as `<=35`, `>50.0 <=55.0`, `ND`, `200*f^-1 kHz`.
    pub(crate) value: String,
    pub(crate) unit: Unit,
    /// Empty where the reading does not tell.
    pub(crate) confirmation: String,
}

/// Standard, edition, symbol, scope.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) standard: String,
    pub(crate) edition: String,
    pub(crate) symbol: String,
    pub(crate) scope: String,
}

/// Cells by their keys; two cells with one key are refused.
pub(crate) struct Reading(BTreeMap<Key, Cell>);

impl Reading {
    pub(crate) fn of(cells: impl IntoIterator<Item = Cell>) -> Self {
        let mut reading = BTreeMap::new();
        for cell in cells {
            if let Some(other) = reading.insert(cell.key.clone(), cell) {
                panic!("twice: {other:?}");
            }
        }
        Self(reading)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn get(&self, key: &Key) -> Option<&Cell> {
        self.0.get(key)
    }

    pub(crate) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.0.values()
    }
}

impl Cell {
    /// The same digits, unit, place and grade; what the other reading does not tell is not compared.
    pub(crate) fn equals(&self, other: &Self) -> bool {
        self.value == other.value
            && self.unit == other.unit
            && (other.place.0.is_empty() || self.place == other.place)
            && (other.confirmation.is_empty() || self.confirmation == other.confirmation)
    }

    /// The same numbers with the same relations, whatever their trailing zeros and units.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        let ((own, own_numbers), (theirs, their_numbers)) =
            (number::split(&self.value), number::split(&other.value));
        own == theirs
            && own_numbers.len() == their_numbers.len()
            && own_numbers.iter().zip(&their_numbers).all(|(own, theirs)| {
                Quantity::new(*own, self.unit)
                    .compare(Quantity::new(*theirs, other.unit))
                    .is_ok_and(std::cmp::Ordering::is_eq)
            })
    }
}

/// The cells that stand in both readings and differ.
pub(crate) fn disagreements<'a>(
    cells: impl IntoIterator<Item = &'a Cell>,
    reading: &Reading,
    is_same: fn(&Cell, &Cell) -> bool,
) -> Vec<String> {
    let cells = cells.into_iter().filter_map(|cell| Some((cell, reading.get(&cell.key)?)));
    cells
        .filter(|(cell, other)| !is_same(cell, other))
        .map(|(cell, other)| format!("{cell:?}\n  {other:?}"))
        .collect()
}
