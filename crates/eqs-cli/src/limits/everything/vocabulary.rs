//! Names: indicators, units, and the columns of files of samples.

use eqs::gb3838::{Gb3838, Priority, Role};
use eqs::{Better, Fraction, Indicator, Unit, WaterBody};
use serde::Serialize;

/// An indicator with all its names.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorEntry {
    symbol: &'static str,
    zh: &'static str,
    en: &'static str,
    /// Two separated by `;` for a sum of two substances.
    cas: Option<&'static str>,
    better: Better,
    aliases: Vec<&'static str>,
}

/// A unit; units of one kind convert by their factors.
#[derive(Debug, Serialize)]
pub(crate) struct UnitEntry {
    symbol: &'static str,
    kind: &'static str,
    factor: Fraction,
    zh: &'static str,
    en: &'static str,
}

/// A row of GB 3838 table 1: the name of its column in files of samples, and what it does in the assessment.
#[derive(Debug, Serialize)]
pub(crate) struct ItemKey {
    indicator: Indicator,
    key: &'static str,
    zh: &'static str,
    body: Option<WaterBody>,
    role: Role,
    priority: Priority,
    has_multiple: bool,
}

/// All indicators.
pub(super) fn indicators() -> Vec<IndicatorEntry> {
    Indicator::all()
        .map(|indicator| IndicatorEntry {
            symbol: indicator.symbol(),
            zh: indicator.zh(),
            en: indicator.en(),
            cas: indicator.cas(),
            better: indicator.better(),
            aliases: indicator.aliases().collect(),
        })
        .collect()
}

/// All units.
pub(super) fn units() -> Vec<UnitEntry> {
    Unit::all()
        .map(|unit| UnitEntry {
            symbol: unit.symbol(),
            kind: unit.kind(),
            factor: unit.factor(),
            zh: unit.zh(),
            en: unit.en(),
        })
        .collect()
}

/// The rows of table 1.
pub(super) fn keys() -> Vec<ItemKey> {
    let items = Gb3838::all().flat_map(|standard| standard.items().iter());
    items
        .map(|item| ItemKey {
            indicator: item.indicator,
            key: item.key,
            zh: item.zh,
            body: item.body,
            role: item.role,
            priority: item.priority,
            has_multiple: item.has_multiple,
        })
        .collect()
}
