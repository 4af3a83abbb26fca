//! HJ 633-2026 table 2: whom a pollutant concerns first.

use eqs_core::table::{Reader, same};
use eqs_core::{Citation, Clause, Confirmation, Indicator, SensitiveGroup};

use crate::reading::cell;

/// The groups that are sensitive to a pollutant (敏感人群), where its sub-index exceeds 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SensitiveGroups {
    /// The pollutant.
    pub indicator: Indicator,
    /// The table.
    pub citation: Citation,
    /// How well the row is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    is_named: [bool; SensitiveGroup::ALL.len()],
}

eqs_core::table! {
    static TABLE_2: [SensitiveGroups] = "../../data/hj633/2026-table2.csv",
        "symbol,asthma,respiratory,cardiovascular,young,outdoor,elderly,confirmation,sources,note", row;
}

impl SensitiveGroups {
    pub(super) const fn all() -> &'static [Self] {
        &TABLE_2
    }

    /// The groups.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Indicator, SensitiveGroup};
    /// use eqs_standards::hj633::Hj633;
    /// let groups = Hj633::named("2026")?.sensitive_groups(Indicator::CO).unwrap();
    /// assert!(groups.groups().eq([SensitiveGroup::Cardiovascular]));
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    pub fn groups(&self) -> impl Iterator<Item = SensitiveGroup> {
        SensitiveGroup::ALL
            .iter()
            .zip(self.is_named)
            .filter(|(_, is_named)| *is_named)
            .map(|(group, _)| *group)
    }
}

const fn row(reader: &mut Reader) -> SensitiveGroups {
    let indicator = reader.indicator();
    let is_named = [named(reader), named(reader), named(reader), named(reader), named(reader), named(reader)];
    let cell::Origin { confirmation, sources, .. } = cell::origin(reader);
    let clause = Clause::Table { table: "2", item: "" };
    let citation = Citation::Standard { standard: "HJ 633", edition: "2026", clause };
    SensitiveGroups { indicator, citation, confirmation, sources, is_named }
}

const fn named(reader: &mut Reader) -> bool {
    let cell = reader.text();
    if !same(cell, "yes") && !cell.is_empty() {
        reader.refuse("yes or an empty cell");
    }
    same(cell, "yes")
}
