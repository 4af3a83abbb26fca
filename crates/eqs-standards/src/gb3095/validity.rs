//! Table 4: the least data behind a mean.

use eqs_core::table::{Reader, same};
use eqs_core::{Averaging, Citation, Clause, Confirmation, Edition, Indicator};

use crate::reading::cell;

eqs_core::vocabulary! {
    /// What is counted to tell whether a mean is valid.
    pub enum Validity {
        /// Valid daily means of the year, quarter or month.
        DailyValues = "min_daily_values", "日平均浓度值个数", "daily means";
        /// Hourly means, or hours of sampling, of the day or the window of eight hours.
        Hours = "min_hours", "小时平均浓度值个数或采样小时数", "hours";
        /// Minutes of sampling in the hour.
        Minutes = "min_minutes", "采样分钟数", "minutes";
        /// Valid means of eight hours of the day (HJ 663 clause 6.1.2).
        EightHourValues = "min_8h_values", "8小时平均浓度值个数", "8 h means";
    }
}

/// A row of table 4: the least data behind a mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ValidityRule {
    /// The pollutant.
    pub indicator: Indicator,
    /// The averaging time.
    pub averaging: Averaging,
    /// What is counted.
    pub requirement: Validity,
    /// The least number.
    pub least: u16,
    /// The least number in each month, where one is asked for.
    pub each_month: Option<u16>,
    /// The least number in February instead.
    pub february: Option<u16>,
    /// Whether the values must be evenly spread.
    pub evenly_spread: bool,
    /// Edition and table.
    pub citation: Citation,
    /// How well the row is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
}

const HEADER: &str =
    "symbol,averaging,requirement,value,each_month,february,evenly_spread,confirmation,sources,note";

eqs_core::table! {
    static TABLE_4_2012: [ValidityRule] = "../../data/gb3095/2012-table4.csv", HEADER, row;
}

eqs_core::table! {
    static TABLE_4_2026: [ValidityRule] = "../../data/gb3095/2026-table4.csv", HEADER, row;
}

const TABLE_4: Clause = Clause::Table { table: "4", item: "" };

pub(super) fn rules(edition: &'static Edition) -> impl Iterator<Item = ValidityRule> {
    let rows: &[ValidityRule] = match edition.name {
        "1996" | "1996 amended 2000" => &[],
        "2012" | "2012 amended 2018" => &TABLE_4_2012,
        _ => &TABLE_4_2026,
    };
    rows.iter().map(|row| ValidityRule { citation: edition.cite(TABLE_4), ..*row })
}

const fn row(reader: &mut Reader) -> ValidityRule {
    let (indicator, averaging) = (reader.indicator(), Averaging::read(reader));
    let (requirement, least) = (Validity::read(reader), reader.number());
    let (each_month, february) = (reader.optional_number(), reader.optional_number());
    let evenly = reader.required();
    if !same(evenly, "yes") && !same(evenly, "no") {
        reader.refuse("yes or no");
    }
    let cell::Origin { confirmation, sources, .. } = cell::origin(reader);
    ValidityRule {
        indicator,
        averaging,
        requirement,
        least,
        each_month,
        february,
        evenly_spread: same(evenly, "yes"),
        citation: Citation::Standard { standard: "GB 3095", edition: "", clause: TABLE_4 },
        confirmation,
        sources,
    }
}
