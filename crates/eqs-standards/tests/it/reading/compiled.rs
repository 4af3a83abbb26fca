//! What the crate holds, as text.

use eqs_core::{Citation, Clause, FarmlandUse, Relation};
use eqs_standards::{Band, Limit, Requirement, STANDARDS, Scope};

use super::cell::{Cell, Key, Reading};

/// All limits of all editions of all standards.
pub(crate) fn limits() -> impl Iterator<Item = Limit> {
    let editions = STANDARDS
        .iter()
        .flat_map(|standard| standard.editions().iter().map(move |edition| (standard, edition)));
    editions.flat_map(|(standard, edition)| standard.limits(edition))
}

pub(crate) fn reading() -> Reading {
    Reading::of(limits().map(|limit| cell(&limit)))
}

pub(crate) fn cell(limit: &Limit) -> Cell {
    let Citation::Standard { standard, edition, clause } = limit.citation else { panic!("{limit:?}") };
    assert_eq!((standard, edition), (limit.edition.standard, limit.edition.name));
    let place = match clause {
        Clause::Whole => (String::new(), String::new()),
        Clause::Section(place) | Clause::Chapter(place) => (place.to_owned(), String::new()),
        Clause::Table { table, item } => (table.to_owned(), item.to_owned()),
        Clause::TableNote { table, note } => (format!("{table} note {note}"), String::new()),
        other => panic!("{other:?}"),
    };
    let key = Key {
        standard: standard.to_owned(),
        edition: edition.to_owned(),
        symbol: limit.indicator.symbol().to_owned(),
        scope: scope(limit),
    };
    let (value, confirmation) = (value(limit.requirement), limit.confirmation.to_string());
    Cell { key, place, value, unit: limit.unit, confirmation }
}

/// The scope as shown, but for farmland: there the name of the printed row stands for its land uses.
fn scope(limit: &Limit) -> String {
    use FarmlandUse::{Orchard, Other, Paddy, Rotation};
    let shown = limit.scope.to_string();
    let Scope::Farmland { land, .. } = limit.scope else { return shown };
    let row = match land {
        [Paddy, Rotation, Orchard, Other] => "all",
        [Paddy] => "paddy",
        [Orchard] => "orchard",
        // Copper alone has rows for orchards and for other land.
        [Paddy, Rotation, Other] if limit.indicator.symbol() == "Cu" => "other",
        [Orchard, Other] if limit.indicator.symbol() != "Cu" => "other",
        uses => panic!("{uses:?}"),
    };
    format!("land={row};{}", shown.split_once(';').unwrap().1)
}

fn value(requirement: Requirement) -> String {
    match requirement {
        Requirement::Band(one) => band(one),
        Requirement::Either(one, other) => format!("{} or {}", band(one), band(other)),
        Requirement::PowerLaw(law) => {
            let coefficient = law.coefficient.to_decimal();
            let coefficient =
                coefficient.map_or_else(|| law.coefficient.to_string(), |number| number.to_string());
            let power = match law.half_powers {
                -4 => "-2",
                -2 => "-1",
                -1 => "-0.5",
                0 => "0",
                1 => "0.5",
                2 => "1",
                other => panic!("{other}"),
            };
            format!("{coefficient}*f^{power} {}", law.frequency_unit)
        }
        Requirement::Change { rise, drop } => format!("rise<={rise} drop<={drop}"),
        Requirement::Absent => "无".to_owned(),
        Requirement::Present => "有".to_owned(),
        Requirement::NotDetected => "ND".to_owned(),
        other => panic!("{other:?}"),
    }
}

fn band(band: Band) -> String {
    if let Some((relation, value)) = band.edge() {
        let sign = match relation {
            Relation::AtMost => "<=",
            Relation::Below => "<",
            Relation::AtLeast => ">=",
            Relation::Above => ">",
        };
        return format!("{sign}{value}");
    }
    let (low, high) = (band.low.unwrap(), band.high.unwrap());
    let equals = |included| if included { "=" } else { "" };
    format!(">{}{} <{}{}", equals(low.included), low.value, equals(high.included), high.value)
}
