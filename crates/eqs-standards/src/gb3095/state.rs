//! Clause 3.14: temperature and pressure of concentrations.

use eqs_core::table::{Reader, same};
use eqs_core::{Citation, Clause, Confirmation, Edition, Indicator, ReferenceState};

use super::EDITIONS;
use crate::reading::cell;

/// The state at which concentrations of a pollutant are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct StateRule {
    /// The state.
    pub state: ReferenceState,
    /// Where that is laid down.
    pub citation: Citation,
    /// How well it is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
}

#[derive(Clone, Copy)]
struct Row {
    edition: &'static str,
    is_gas: bool,
    state: ReferenceState,
    clause: Clause,
    origin: cell::Origin,
}

eqs_core::table! {
    static STATES: [Row] =
        "../../data/gb3095/reference-states.csv", "edition,group,state,clause,confirmation,sources,note", row;
}

impl StateRule {
    pub(super) fn of(edition: &Edition, indicator: Indicator) -> Option<Self> {
        let is_gas = matches!(indicator.symbol(), "SO2" | "NO2" | "CO" | "O3" | "NOx");
        let row = STATES.iter().find(|row| row.edition == edition.name && row.is_gas == is_gas)?;
        let Row { state, clause, origin, .. } = *row;
        let cell::Origin { confirmation, sources, .. } = origin;
        Some(Self { state, citation: edition.cite(clause), confirmation, sources })
    }
}

const fn row(reader: &mut Reader) -> Row {
    let edition = cell::edition_name(reader, &EDITIONS);
    let group = reader.required();
    if !same(group, "gas") && !same(group, "particulate") {
        reader.refuse("gas or particulate");
    }
    Row {
        edition,
        is_gas: same(group, "gas"),
        state: ReferenceState::read(reader),
        clause: cell::clause(reader),
        origin: cell::origin(reader),
    }
}
