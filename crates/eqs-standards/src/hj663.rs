//! HJ 663 Technical regulation for ambient air quality assessment (环境空气质量评价技术规范): which statistic
//! is held against which limit, and to how many places it is rounded first.
//!
//! The text of neither edition could be read; the tables rest on sources that quote or implement it. The digits
//! are of grade B, and rows of grade C are left out (`docs/data.md`).

use eqs_core::table::Reader;
use eqs_core::{
    Averaging, Citation, Clause, Confirmation, Edition, Indicator, NaiveDate, NotInForce, Statistic,
    Timeline, Unit, UnknownEdition,
};

use crate::cell;

/// An edition of HJ 663.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hj663 {
    edition: &'static Edition,
}

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
    /// The rule.
    pub citation: Citation,
    /// How well it is confirmed.
    pub confirmation: Confirmation,
}

#[derive(Clone, Copy)]
struct DigitsRow {
    indicator: Indicator,
    unit: Unit,
    places: u8,
    clause: Clause,
    confirmation: Confirmation,
}

#[derive(Clone, Copy)]
struct StatisticRow {
    indicator: Indicator,
    statistic: Statistic,
    averaging: Averaging,
}

eqs_core::table! {
    static EDITIONS: [Edition] = "../data/hj663/editions.csv", cell::EDITIONS, cell::edition;
}

static TIMELINE: Timeline = Timeline::new(&EDITIONS);

const _: () = cell::expect_names(&EDITIONS, &["2013", "2026"]);

const DIGITS: &str = "symbol,unit,decimals,clause,confirmation,sources,note";

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

impl Hj663 {
    pub(crate) const OF_2013: Self = Self { edition: &EDITIONS[0] };
    pub(crate) const OF_2026: Self = Self { edition: &EDITIONS[1] };

    /// The edition in force on `day`.
    ///
    /// # Errors
    /// [`NotInForce`] before the first edition known here.
    pub fn on(day: NaiveDate) -> Result<Self, NotInForce> {
        TIMELINE.on(day).map(|edition| Self { edition })
    }

    /// The edition of this name: `2013` or `2026`.
    ///
    /// # Errors
    /// [`UnknownEdition`] for any other name.
    pub fn named(name: &str) -> Result<Self, UnknownEdition> {
        TIMELINE.named(name).map(|edition| Self { edition })
    }

    /// The edition's name, dates and sources.
    #[must_use]
    pub const fn edition(self) -> &'static Edition {
        self.edition
    }

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
            citation: self.edition.cite(row.clause),
            confirmation: row.confirmation,
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
    let row = DigitsRow {
        indicator: reader.indicator(),
        unit: reader.unit(),
        places: cell::places(reader),
        clause: cell::clause(reader),
        confirmation: reader.confirmation(),
    };
    reader.required();
    reader.text();
    row
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
