//! Arrays of objects.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::error::{Problem, RefusedRow, Spot};
use super::kind::Kind;
use super::sheet::{Cell, Fault, Row, Sheet};

/// Reads a file.
pub(super) fn read(file: &str, text: &str, kind: Kind) -> Result<Sheet, RefusedRow> {
    let not_json = |error: &serde_json::Error| {
        let line = u64::try_from(error.line()).unwrap_or(u64::MAX);
        RefusedRow::whole(file.to_string(), Some(Spot::Line(line)), Problem::NotJson(error.to_string()))
    };
    let document: &RawValue = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    if !document.get().starts_with('[') {
        return Err(RefusedRow::whole(file.to_string(), None, Problem::NotAnArray));
    }
    let elements: Vec<&RawValue> = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    let rows = elements.iter().zip(1..).map(|(element, number)| row(element, Spot::Element(number), kind));
    Ok(Sheet { file: file.to_string(), kind, rows: rows.collect() })
}

fn row(element: &RawValue, spot: Spot, kind: Kind) -> Row {
    let mut row = Row { spot, cells: kind.names().map(|_| None).collect(), fault: None };
    let Ok(Object(entries)) = serde_json::from_str::<Object<'_>>(element.get()) else {
        row.fault = Some(Fault { column: None, value: None, problem: Problem::NotAnObject });
        return row;
    };
    let mut faults = Vec::new();
    let mut names = Vec::new();
    for (name, raw) in entries {
        let mut refuse = |problem, value: Option<&str>| {
            faults.push(Fault { column: Some(name.clone()), value: value.map(Into::into), problem });
        };
        let place = match kind.find(&name) {
            Ok(column) => row.cells.get_mut(column),
            Err(problem) => {
                refuse(problem, None);
                continue;
            }
        };
        if names.contains(&name) {
            refuse(Problem::ColumnTwice, None);
            continue;
        }
        match text(raw.get()) {
            Ok(text) => {
                if let Some(place) = place {
                    *place = Some(Cell { text: text.trim().to_string(), spot });
                }
            }
            Err(problem) => refuse(problem, Some(raw.get())),
        }
        names.push(name);
    }
    let missing = kind.missing(&names).into_iter().map(|name| Fault {
        column: Some(name.to_string()),
        value: None,
        problem: Problem::MissingColumn,
    });
    row.fault = faults.into_iter().chain(missing).next();
    row
}

/// The text of a value: that of a text or of a whole number, none of `null`.
fn text(raw: &str) -> Result<String, Problem> {
    let is_number = raw.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    if raw == "null" {
        Ok(String::new())
    } else if is_number && raw.contains(['.', 'e', 'E']) {
        Err(Problem::NotWhole)
    } else if is_number {
        Ok(raw.to_string())
    } else {
        serde_json::from_str(raw).map_err(|_| Problem::NotAText)
    }
}

/// The entries of an object, in their order and with those that stand twice.
struct Object<'t>(Vec<(String, &'t RawValue)>);

impl<'de> Deserialize<'de> for Object<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries;

        impl<'de> Visitor<'de> for Entries {
            type Value = Object<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Object(entries))
            }
        }

        deserializer.deserialize_map(Entries)
    }
}
