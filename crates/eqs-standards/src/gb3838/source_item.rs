//! Tables 2 and 3: supplementary and specific items of centralised drinking-water sources with surface water.

use eqs_core::table::Reader;
use eqs_core::{Citation, Clause, Confirmation, Decimal, Edition, Indicator, Medium, Quantity, Unit};

use crate::limit::{Limit, Requirement, Standing};
use crate::reading::cell;
use crate::scope::Scope;

/// An item of table 2 (补充项目) or table 3 (特定项目). A value at most its limit attains it.
///
/// # Example
/// ```
/// use eqs_standards::gb3838::Gb3838;
/// let item = Gb3838::named("2002")?.source_item("锰".parse()?).unwrap();
/// assert_eq!((item.table, item.quantity().to_string()), (2, "0.1 mg/L".to_owned()));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct SourceItem {
    /// The number of the table.
    pub table: u8,
    /// The serial number.
    pub item: &'static str,
    /// The printed Chinese name.
    pub zh: &'static str,
    /// What is measured.
    pub indicator: Indicator,
    /// The name of its column in files of samples.
    pub key: &'static str,
    limit: Decimal,
    unit: Unit,
    origin: cell::Origin,
}

const HEADER: &str = "item,item_zh,symbol,key,limit,unit,confirmation,sources,note";

eqs_core::table! {
    static TABLE_2: [SourceItem] = "../../data/gb3838/2002-table2.csv", HEADER, supplementary;
}

eqs_core::table! {
    static TABLE_3: [SourceItem] = "../../data/gb3838/2002-table3.csv", HEADER, specific;
}

impl SourceItem {
    /// The limit as printed.
    #[must_use]
    pub const fn quantity(&self) -> Quantity {
        Quantity::new(self.limit, self.unit)
    }

    /// Table and item.
    #[must_use]
    pub const fn citation(&self) -> Citation {
        let table = if self.table == 2 { "2" } else { "3" };
        let clause = Clause::Table { table, item: self.item };
        Citation::Standard { standard: "GB 3838", edition: "2002", clause }
    }

    /// How well the row is confirmed.
    #[must_use]
    pub const fn confirmation(&self) -> Confirmation {
        self.origin.confirmation
    }

    pub(super) fn all() -> impl Iterator<Item = &'static Self> {
        TABLE_2.iter().chain(&TABLE_3)
    }

    pub(super) fn limit(&self, edition: &'static Edition) -> Limit {
        let cell::Origin { confirmation, sources, note } = self.origin;
        Limit {
            edition,
            medium: Medium::Water,
            indicator: self.indicator,
            scope: Scope::DrinkingSource { source_table: self.table },
            requirement: Requirement::at_most(self.limit),
            unit: self.unit,
            standing: Standing::Binding,
            citation: self.citation(),
            confirmation,
            sources,
            note,
        }
    }
}

const fn supplementary(reader: &mut Reader) -> SourceItem {
    row(2, reader)
}

const fn specific(reader: &mut Reader) -> SourceItem {
    row(3, reader)
}

const fn row(table: u8, reader: &mut Reader) -> SourceItem {
    SourceItem {
        table,
        item: reader.required(),
        zh: reader.required(),
        indicator: reader.indicator(),
        key: reader.required(),
        limit: reader.decimal(),
        unit: reader.unit(),
        origin: cell::origin(reader),
    }
}
