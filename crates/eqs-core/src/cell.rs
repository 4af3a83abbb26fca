//! Reading single cells: the same `const` functions serve the tables that are read while compiling and the files
//! that a program loads.
//!
//! A row type has one `const fn` from its cells, which stops at the first [`Fault`]. [`table!`](crate::table!) turns
//! a fault into a compile error ([`Reader::fault`](crate::table::Reader::fault)), a loader into a refusal of the row.
//!
//! # Example
//! ```
//! use eqs_core::cell::{self, Fault};
//! use eqs_core::{Decimal, Unit};
//!
//! const fn row(cells: &[&'static str; 2]) -> Result<(Decimal, Unit), Fault> {
//!     let value = eqs_core::cell!(cells[0], cell::decimal);
//!     Ok((value, eqs_core::cell!(cells[1], cell::unit)))
//! }
//!
//! assert!(row(&["35", "µg/m³"]).is_ok());
//! let fault = row(&["3S", "µg/m³"]).unwrap_err();
//! assert_eq!(fault, Fault { column: 0, expected: "a decimal number" });
//! ```

use chrono::NaiveDate;

use crate::decimal::{Decimal, DecimalError};
use crate::indicator::Indicator;
use crate::place::Place;
use crate::table::{parse_date, same};
use crate::unit::Unit;

/// A cell that is not what its column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The column, counted from 0.
    pub column: usize,
    /// What was expected.
    pub expected: &'static str,
}

/// The places and indicators that a program declares beside those of the registries.
///
/// # Example
/// ```
/// use eqs_core::cell::{self, Names};
/// assert!(cell::place("miyun", Names::NONE).is_ok());
/// assert!(cell::place("hangzhou", Names::NONE).is_err());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Names<'n> {
    /// Places.
    pub places: &'n [Place],
    /// Indicators.
    pub indicators: &'n [Indicator],
}

impl Names<'_> {
    /// None but those of the registries.
    pub const NONE: Self = Self { places: &[], indicators: &[] };
}

/// Reads one cell of a row by a function of this module or of a vocabulary, and leaves the calling function with a
/// [`Fault`] if it is refused; see the [module](mod@crate::cell).
#[macro_export]
macro_rules! cell {
    ($cells:ident[$column:literal], $read:path $(, $names:expr)?) => {
        match $read($cells[$column] $(, $names)?) {
            ::core::result::Result::Ok(value) => value,
            ::core::result::Result::Err(expected) => {
                return ::core::result::Result::Err($crate::cell::Fault { column: $column, expected });
            }
        }
    };
}

/// A cell that must not be empty.
///
/// # Errors
/// What was expected; so for all functions here.
pub const fn required(cell: &'static str) -> Result<&'static str, &'static str> {
    if cell.is_empty() { Err("a text") } else { Ok(cell) }
}

/// A decimal number as printed.
///
/// # Errors
/// What was expected.
pub const fn decimal(cell: &str) -> Result<Decimal, &'static str> {
    match Decimal::parse(cell) {
        Ok(decimal) => Ok(decimal),
        Err(DecimalError::Empty) => Err("a decimal number, the cell is empty"),
        Err(DecimalError::NotANumber) => Err("a decimal number"),
        Err(DecimalError::TooManyDigits) => Err("a decimal number of at most 18 digits"),
    }
}

/// A decimal number as printed, or an empty cell.
///
/// # Errors
/// What was expected.
pub const fn optional_decimal(cell: &str) -> Result<Option<Decimal>, &'static str> {
    match Decimal::parse(cell) {
        Ok(decimal) => Ok(Some(decimal)),
        Err(DecimalError::Empty) => Ok(None),
        Err(_) => Err("a decimal number or an empty cell"),
    }
}

/// A whole number from 0 to 65,535.
///
/// # Errors
/// What was expected.
pub const fn number(cell: &str) -> Result<u16, &'static str> {
    match decimal(cell) {
        Ok(decimal) => whole(decimal),
        Err(expected) => Err(expected),
    }
}

/// A whole number from 1 to 65,535, as lines are counted.
///
/// # Errors
/// What was expected.
pub const fn ordinal(cell: &str) -> Result<u16, &'static str> {
    match number(cell) {
        Ok(0) => Err("a whole number from 1 to 65535"),
        other => other,
    }
}

/// A whole number from 0 to 65,535, or an empty cell.
///
/// # Errors
/// What was expected.
pub const fn optional_number(cell: &str) -> Result<Option<u16>, &'static str> {
    match optional_decimal(cell) {
        Ok(None) => Ok(None),
        Ok(Some(decimal)) => match whole(decimal) {
            Ok(number) => Ok(Some(number)),
            Err(expected) => Err(expected),
        },
        Err(expected) => Err(expected),
    }
}

/// A day as `YYYY-MM-DD`.
///
/// # Errors
/// What was expected.
pub const fn date(cell: &str) -> Result<NaiveDate, &'static str> {
    match parse_date(cell) {
        Some(date) => Ok(date),
        None => Err("a day as YYYY-MM-DD"),
    }
}

/// A day as `YYYY-MM-DD`, or an empty cell.
///
/// # Errors
/// What was expected.
pub const fn optional_date(cell: &str) -> Result<Option<NaiveDate>, &'static str> {
    match parse_date(cell) {
        None if !cell.is_empty() => Err("a day as YYYY-MM-DD or an empty cell"),
        date => Ok(date),
    }
}

/// A unit by its symbol.
///
/// # Errors
/// What was expected.
pub const fn unit(cell: &str) -> Result<Unit, &'static str> {
    match Unit::from_symbol(cell) {
        Some(unit) => Ok(unit),
        None => Err("a unit of units.csv"),
    }
}

/// A unit by its symbol, or an empty cell.
///
/// # Errors
/// What was expected.
pub const fn optional_unit(cell: &str) -> Result<Option<Unit>, &'static str> {
    match Unit::from_symbol(cell) {
        None if !cell.is_empty() => Err("a unit of units.csv or an empty cell"),
        unit => Ok(unit),
    }
}

/// An indicator by its symbol.
///
/// # Errors
/// What was expected.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "the index is below the length")]
pub const fn indicator(cell: &str, names: Names<'_>) -> Result<Indicator, &'static str> {
    let mut index = 0;
    while index < names.indicators.len() {
        if same(names.indicators[index].symbol(), cell) {
            return Ok(names.indicators[index]);
        }
        index += 1;
    }
    match Indicator::from_symbol(cell) {
        Some(indicator) => Ok(indicator),
        None => Err("a symbol of substances.csv or indicators.csv"),
    }
}

/// An indicator by its symbol, or an empty cell.
///
/// # Errors
/// What was expected.
pub const fn optional_indicator(cell: &str, names: Names<'_>) -> Result<Option<Indicator>, &'static str> {
    match indicator(cell, names) {
        Ok(indicator) => Ok(Some(indicator)),
        Err(_) if cell.is_empty() => Ok(None),
        Err(expected) => Err(expected),
    }
}

/// A place by its code.
///
/// # Errors
/// What was expected.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "the index is below the length")]
pub const fn place(cell: &str, names: Names<'_>) -> Result<Place, &'static str> {
    let mut index = 0;
    while index < names.places.len() {
        if same(names.places[index].code(), cell) {
            return Ok(names.places[index]);
        }
        index += 1;
    }
    match Place::from_code(cell) {
        Some(place) => Ok(place),
        None => Err("a code of places.csv"),
    }
}

/// A place by its code, or an empty cell.
///
/// # Errors
/// What was expected.
pub const fn optional_place(cell: &str, names: Names<'_>) -> Result<Option<Place>, &'static str> {
    match place(cell, names) {
        Ok(place) => Ok(Some(place)),
        Err(_) if cell.is_empty() => Ok(None),
        Err(expected) => Err(expected),
    }
}

/// What stands before the first `mark` (an ASCII letter), and what behind it; `None` without one.
///
/// # Example
/// ```
/// use eqs_core::cell::split_once;
/// assert_eq!(split_once("PM2.5;SO2;O3", b';'), ("PM2.5", Some("SO2;O3")));
/// assert_eq!(split_once("PM2.5", b';'), ("PM2.5", None));
/// ```
#[must_use]
pub const fn split_once(cell: &str, mark: u8) -> (&str, Option<&str>) {
    let mut rest = cell.as_bytes();
    while let [first, tail @ ..] = rest {
        // A byte of ASCII is no part of another letter, so that both sides are texts.
        if *first == mark
            && let Some((before, _)) = cell.split_at_checked(cell.len().saturating_sub(rest.len()))
            && let Ok(behind) = core::str::from_utf8(tail)
        {
            return (before, Some(behind));
        }
        rest = tail;
    }
    (cell, None)
}

#[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
const fn whole(decimal: Decimal) -> Result<u16, &'static str> {
    let mantissa = decimal.mantissa();
    if decimal.places() > 0 || mantissa < 0 || mantissa > u16::MAX as i64 {
        return Err("a whole number from 0 to 65535");
    }
    Ok(mantissa.unsigned_abs() as u16)
}
