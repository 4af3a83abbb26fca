//! Table 4: the lowest detection limits (最低检出限) of the methods of analysis of table 1.

use eqs_core::table::Reader;
use eqs_core::{Citation, Clause, Confirmation, Decimal, Indicator, Unit};

use crate::reading::cell;

/// The lowest detection limits of an item, one for each method of analysis that differs.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct DetectionLimits {
    /// What is measured.
    pub indicator: Indicator,
    /// The unit of the limits.
    pub unit: Unit,
    /// Edition, table and item.
    pub citation: Citation,
    /// How well the row is confirmed.
    pub confirmation: Confirmation,
    limits: [Option<Decimal>; 3],
}

eqs_core::table! {
    static TABLE_4: [DetectionLimits] = "../../data/gb3838/2002-table4.csv",
        "item,symbol,limit,unit,confirmation,sources,note", row;
}

impl DetectionLimits {
    pub(super) fn of(indicator: Indicator) -> Option<&'static Self> {
        TABLE_4.iter().find(|row| row.indicator == indicator)
    }

    /// The limits as printed, in their order.
    pub fn limits(&self) -> impl Iterator<Item = Decimal> {
        self.limits.into_iter().flatten()
    }
}

const fn row(reader: &mut Reader) -> DetectionLimits {
    let item = reader.required();
    let indicator = reader.indicator();
    let limits = limits(reader);
    let unit = reader.unit();
    let cell::Origin { confirmation, .. } = cell::origin(reader);
    let clause = Clause::Table { table: "4", item };
    let citation = Citation::Standard { standard: "GB 3838", edition: "2002", clause };
    DetectionLimits { indicator, unit, citation, confirmation, limits }
}

const fn limits(reader: &mut Reader) -> [Option<Decimal>; 3] {
    let mut limits = [None; 3];
    let mut rest = Some(reader.required());
    let mut free: &mut [Option<Decimal>] = &mut limits;
    while let Some(cell) = rest {
        let (limit, others) = cell::split(cell, ";");
        match (Decimal::parse(limit), free) {
            (Ok(limit), [next, tail @ ..]) => {
                *next = Some(limit);
                free = tail;
            }
            _ => reader.refuse("at most three decimal numbers, separated by ;"),
        }
        rest = others;
    }
    limits
}
