//! [`PrintedLimit`]: a limit as the note of a bulletin prints it.

use eqs_core::table::{Reader, same};
use eqs_core::{AirGrade, Averaging, Indicator, Quantity, Source};

/// A limit that the note of a bulletin prints.
///
/// # Example
/// ```
/// use eqs_bulletin::Bulletin;
/// use eqs_core::{Averaging, Indicator};
///
/// let limits = Bulletin::of(2021)?.printed_limits();
/// let ozone = limits.iter().find(|limit| limit.indicator == Indicator::O3).unwrap();
/// assert_eq!(ozone.quantity.to_string(), "160 µg/m³");
/// assert_eq!(ozone.averaging, Averaging::DailyMax8h);
/// assert_eq!((ozone.standard, ozone.edition), ("GB 3095", "2012"));
/// # Ok::<(), eqs_bulletin::UnknownBulletin>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct PrintedLimit {
    /// The pollutant.
    pub indicator: Indicator,
    /// The averaging time; annual where the note prints none.
    pub averaging: Averaging,
    /// The grade; the notes print grade 2 (二级标准限值).
    pub grade: AirGrade,
    /// The limit.
    pub quantity: Quantity,
    /// The standard that the note names, without its year.
    pub standard: &'static str,
    /// The edition that the note names, by its year.
    pub edition: &'static str,
    /// Where it is printed.
    pub source: Source<'static>,
}

/// The columns of `data/<year>-limits.csv`.
pub(crate) const HEADER: &str = "id,line,indicator,statistic,standard,value,unit,quote";

impl PrintedLimit {
    /// Reads one row of [`HEADER`].
    pub(crate) const fn read(reader: &mut Reader, document: &'static str) -> Self {
        let (id, line, indicator) = (reader.required(), reader.number(), reader.indicator());
        let statistic = reader.text();
        let averaging = if same(statistic, "class2_limit_annual_mean") {
            Averaging::Annual
        } else if same(statistic, "class2_limit_24h_mean") {
            Averaging::Day
        } else if same(statistic, "class2_limit_daily_max_8h_mean") {
            Averaging::DailyMax8h
        } else {
            reader.refuse("a class2_limit_ of the annual, 24 h or daily maximum 8 h mean")
        };
        if !same(reader.text(), "GB 3095-2012") {
            reader.refuse("GB 3095-2012");
        }
        let quantity = Quantity::new(reader.decimal(), reader.unit());
        Self {
            indicator,
            averaging,
            grade: AirGrade::Two,
            quantity,
            standard: "GB 3095",
            edition: "2012",
            source: Source { document, id, line, quote: reader.required() },
        }
    }
}
