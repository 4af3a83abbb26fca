//! HJ 663 Technical regulation for ambient air quality assessment (环境空气质量评价技术规范): which statistic
//! is held against which limit, and to how many places it is rounded first.
//!
//! The text of neither edition could be read; the tables rest on sources that quote or implement it. The digits
//! are of grade B, and rows of grade C are left out (`docs/data.md`).

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{Averaging, Citation, Clause, Confirmation, Indicator, Medium, Statistic, Unit};

use crate::gb3095::Validity;
use crate::reading::cell;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of HJ 663.
    pub struct Hj663, "../data/hj663/editions.csv", ["2013", "2026"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "HJ 663",
    code: "hj663",
    medium: Medium::Air,
    sources: SourceList::Air,
    timeline: &TIMELINE,
    limits: |_| Box::new(core::iter::empty()),
};

/// To how many places a statistic is rounded, half to even, before it is compared with a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Digits {
    /// The pollutant.
    pub indicator: Indicator,
    /// The unit in which the places count.
    pub unit: Unit,
    /// The number of decimal places.
    pub places: u8,
    /// The least number of places of raw data (2026 only).
    pub raw: Option<u8>,
    /// The least number of places of statistics (2026 only).
    pub statistics: Option<u8>,
    /// The rule.
    pub citation: Citation,
    /// How well it is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
}

/// To how many places a result of the evaluation is given (HJ 663-2026 table 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ResultDigits {
    /// Which result.
    pub result: ResultKind,
    /// The unit in which the places count.
    pub unit: Unit,
    /// The number of decimal places.
    pub places: u8,
    /// The rule.
    pub citation: Citation,
    /// How well it is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
}

eqs_core::vocabulary! {
    /// A result of the evaluation.
    pub enum ResultKind {
        /// Exceedance multiple (超标倍数).
        ExceedanceMultiple = "exceedance_multiple", "超标倍数", "exceedance multiple";
        /// Attainment rate (达标率).
        AttainmentRate = "attainment_rate", "达标率", "attainment rate";
    }
}

/// The least data behind a statistic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct StatisticValidity {
    /// The pollutant.
    pub indicator: Indicator,
    /// The statistic.
    pub statistic: Statistic,
    /// What is counted.
    pub requirement: Validity,
    /// The least number.
    pub least: u16,
    /// The rule.
    pub citation: Citation,
    /// How well it is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else the rule says.
    pub note: &'static str,
}

#[derive(Clone, Copy)]
struct DigitsRow {
    indicator: Indicator,
    unit: Unit,
    raw: Option<u8>,
    statistics: Option<u8>,
    places: u8,
    clause: Clause,
    origin: cell::Origin,
}

#[derive(Clone, Copy)]
struct StatisticRow {
    indicator: Indicator,
    statistic: Statistic,
    averaging: Averaging,
}

const DIGITS: &str = "symbol,unit,raw,statistics,attainment,clause,confirmation,sources,note";

eqs_core::table! {
    static DIGITS_2013: [DigitsRow] = "../data/hj663/2013-digits.csv", DIGITS, digits_row;
}

eqs_core::table! {
    static DIGITS_2026: [DigitsRow] = "../data/hj663/2026-digits.csv", DIGITS, digits_row;
}

eqs_core::table! {
    static STATISTICS: [StatisticRow] =
        "../data/hj663/statistics.csv", "symbol,statistic,averaging,confirmation,sources,note", statistic_row;
}

eqs_core::table! {
    static RESULTS_2026: [ResultDigits] =
        "../data/hj663/2026-result-digits.csv", "result,unit,decimals,clause,confirmation,sources,note", result_row;
}

eqs_core::table! {
    static VALIDITY: [StatisticValidity] = "../data/hj663/validity.csv",
        "edition,symbol,statistic,requirement,value,clause,confirmation,sources,note", validity_row;
}

impl Hj663 {
    pub(crate) const OF_2013: Self = Self::of(&EDITIONS[0]);
    pub(crate) const OF_2026: Self = Self::of(&EDITIONS[1]);

    /// The places to which statistics of `indicator` are rounded for the evaluation of attainment; `None`
    /// where no confirmed source gives them.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Indicator;
    /// use eqs_standards::hj663::Hj663;
    /// let digits = Hj663::named("2026")?.digits(Indicator::CO).unwrap();
    /// assert_eq!((digits.places, digits.unit.symbol()), (1, "mg/m³"));
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    #[must_use]
    pub fn digits(self, indicator: Indicator) -> Option<Digits> {
        let table: &[DigitsRow] = if self.edition.name == "2013" { &DIGITS_2013 } else { &DIGITS_2026 };
        let row = table.iter().find(|row| row.indicator == indicator)?;
        Some(Digits {
            indicator,
            unit: row.unit,
            places: row.places,
            raw: row.raw,
            statistics: row.statistics,
            citation: self.edition.cite(row.clause),
            confirmation: row.origin.confirmation,
            sources: row.origin.sources,
        })
    }

    /// The places of the results of the evaluation; none for 2013, where they are not confirmed.
    pub fn result_digits(self) -> impl Iterator<Item = &'static ResultDigits> {
        RESULTS_2026.iter().filter(move |_| self == Self::OF_2026)
    }

    /// The least data behind a statistic, beyond table 4 of GB 3095; `None` where no confirmed source gives it.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Indicator, Statistic};
    /// use eqs_standards::hj663::Hj663;
    /// let rule = Hj663::named("2026")?.validity(Indicator::O3, Statistic::DailyMax8h).unwrap();
    /// assert_eq!(rule.least, 14); // of 17 windows
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    #[must_use]
    pub fn validity(self, indicator: Indicator, statistic: Statistic) -> Option<&'static StatisticValidity> {
        VALIDITY.iter().find(|rule| {
            rule.indicator == indicator
                && rule.statistic == statistic
                && matches!(rule.citation, Citation::Standard { edition, .. } if edition == self.edition.name)
        })
    }

    /// The averaging time of the limit that `statistic` of `indicator` is held against in the annual
    /// evaluation; `None` where the statistic is not evaluated.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Averaging, Indicator, Statistic};
    /// use eqs_standards::hj663::Hj663;
    /// let hj663 = Hj663::named("2013")?;
    /// assert_eq!(hj663.limit_for(Indicator::CO, Statistic::P95OfDailyMeans), Some(Averaging::Day));
    /// assert_eq!(hj663.limit_for(Indicator::CO, Statistic::AnnualMean), None);
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    #[must_use]
    pub fn limit_for(self, indicator: Indicator, statistic: Statistic) -> Option<Averaging> {
        STATISTICS
            .iter()
            .find(|row| row.indicator == indicator && row.statistic == statistic)
            .map(|row| row.averaging)
    }
}

const fn digits_row(reader: &mut Reader) -> DigitsRow {
    DigitsRow {
        indicator: reader.indicator(),
        unit: reader.unit(),
        raw: cell::optional_places(reader),
        statistics: cell::optional_places(reader),
        places: cell::places(reader),
        clause: cell::clause(reader),
        origin: cell::origin(reader),
    }
}

const fn result_row(reader: &mut Reader) -> ResultDigits {
    let (result, unit, places) = (ResultKind::read(reader), reader.unit(), cell::places(reader));
    let clause = cell::clause(reader);
    let cell::Origin { confirmation, sources, .. } = cell::origin(reader);
    ResultDigits { result, unit, places, citation: EDITIONS[1].cite(clause), confirmation, sources }
}

const fn validity_row(reader: &mut Reader) -> StatisticValidity {
    let edition = cell::edition_name(reader, &EDITIONS);
    let (indicator, statistic) = (reader.indicator(), Statistic::read(reader));
    let (requirement, least) = (Validity::read(reader), reader.number());
    let clause = cell::clause(reader);
    let cell::Origin { confirmation, sources, note } = cell::origin(reader);
    let citation = Citation::Standard { standard: "HJ 663", edition, clause };
    StatisticValidity { indicator, statistic, requirement, least, citation, confirmation, sources, note }
}

const fn statistic_row(reader: &mut Reader) -> StatisticRow {
    let row = StatisticRow {
        indicator: reader.indicator(),
        statistic: Statistic::read(reader),
        averaging: Averaging::read(reader),
    };
    cell::confirmed(reader);
    reader.required();
    reader.text();
    row
}
