//! WHO global air quality guidelines of 2021 (世界卫生组织全球空气质量指南): guideline levels and interim targets.
//!
//! A set for comparison: it is not in force in China. Levels for 24 h and 8 h are 99th percentiles of a year.

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{Averaging, Confirmation, Decimal, Indicator, Medium, Unit, WhoLevel};

use crate::limit::{Limit, Requirement, Standing};
use crate::reading::cell;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of the guidelines; there is one here, of 2021.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Averaging, Indicator, WhoLevel};
    /// use eqs_standards::who_aqg::WhoAqg;
    ///
    /// let guidelines = WhoAqg::named("2021")?;
    /// let limit = guidelines.level(Indicator::PM2_5, Averaging::Annual, WhoLevel::Guideline).unwrap();
    /// assert_eq!(limit.value().unwrap().to_string(), "5 µg/m³");
    /// assert!(guidelines.level(Indicator::CO, Averaging::Day, WhoLevel::InterimTarget2).is_none());
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    pub struct WhoAqg, "../data/who-aqg/editions.csv", ["2021"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "WHO AQG",
    code: "who_aqg",
    medium: Medium::Air,
    sources: SourceList::Air,
    timeline: &TIMELINE,
    limits: |edition| Box::new(WhoAqg::of(edition).levels()),
};

#[derive(Clone, Copy)]
struct Row {
    item: &'static str,
    indicator: Indicator,
    averaging: Averaging,
    unit: Unit,
    levels: [Option<Decimal>; WhoLevel::ALL.len()],
    confirmations: [Confirmation; 2],
    sources: [&'static str; 2],
    note: &'static str,
}

eqs_core::table! {
    static LEVELS: [Row] = "../data/who-aqg/2021-table.csv",
        "item,item_zh,symbol,averaging,unit,IT-1,IT-2,IT-3,IT-4,AQG,confirmation_targets,\
         confirmation_guideline,sources_targets,sources_guideline,note", row;
}

impl WhoAqg {
    /// A level of one pollutant and averaging time; `None` where there is none.
    #[must_use]
    pub fn level(self, indicator: Indicator, averaging: Averaging, level: WhoLevel) -> Option<Limit> {
        let scope = Scope::Who { averaging, level };
        self.levels().find(|limit| limit.indicator == indicator && limit.scope == scope)
    }

    /// All levels, row by row.
    pub fn levels(self) -> impl Iterator<Item = Limit> {
        LEVELS.iter().flat_map(move |row| {
            WhoLevel::ALL.iter().zip(row.levels).filter_map(move |(level, value)| {
                let [targets, guideline] = row.confirmations;
                let [target_sources, guideline_sources] = row.sources;
                let is_guideline = *level == WhoLevel::Guideline;
                Some(Limit {
                    edition: self.edition,
                    medium: Medium::Air,
                    indicator: row.indicator,
                    scope: Scope::Who { averaging: row.averaging, level: *level },
                    requirement: Requirement::at_most(value?),
                    unit: row.unit,
                    standing: Standing::Comparison,
                    citation: cell::cite(self.edition, "0.1", row.item),
                    confirmation: if is_guideline { guideline } else { targets },
                    sources: if is_guideline { guideline_sources } else { target_sources },
                    note: row.note,
                })
            })
        })
    }
}

const fn row(reader: &mut Reader) -> Row {
    let item = reader.required();
    reader.required();
    Row {
        item,
        indicator: reader.indicator(),
        averaging: Averaging::read(reader),
        unit: reader.unit(),
        levels: [
            reader.optional_decimal(),
            reader.optional_decimal(),
            reader.optional_decimal(),
            reader.optional_decimal(),
            reader.optional_decimal(),
        ],
        confirmations: [reader.confirmation(), reader.confirmation()],
        sources: [reader.required(), reader.required()],
        note: reader.text(),
    }
}
