//! The table reader: a `const fn` that turns a printed table, kept as CSV, into a `static` while compiling.
//!
//! A bad cell stops the build, and the message quotes file, line, column and cell. There is no build script,
//! no generated code, no parser at run time and no allocation; see [`table!`](crate::table!).
//!
//! The files are UTF-8 with LF, one header row and the same number of cells in every row. A cell that holds a
//! comma stands in double quotes; a double quote inside a cell is not allowed.

#![expect(clippy::arithmetic_side_effects, reason = "indices and counts stay below the length of a file")]

use chrono::NaiveDate;

use crate::cell::{self, Fault, Names};
use crate::citation::Confirmation;
use crate::decimal::Decimal;
use crate::fraction::Fraction;
use crate::indicator::Indicator;
use crate::place::Place;
use crate::unit::Unit;

/// Reads a CSV file into a `static` array while compiling.
///
/// The row type must be `Copy`; `read` is a `const fn(&mut Reader) -> Row` that takes the cells in order. A table
/// of more than a few rows needs `#![allow(long_running_const_eval)]` in its crate.
///
/// # Example
/// ```
/// use eqs_core::{Decimal, table::Reader};
///
/// #[derive(Clone, Copy)]
/// struct Row {
///     symbol: &'static str,
///     zh: &'static str,
/// }
///
/// const fn read(reader: &mut Reader) -> Row {
///     let row = Row { symbol: reader.text(), zh: { reader.skip(2); reader.text() } };
///     reader.skip(2);
///     row
/// }
///
/// eqs_core::table! {
///     static UNITS: [Row] = "../data/units.csv", "symbol,kind,factor,zh,en,aliases", read;
/// }
///
/// assert_eq!(UNITS[0].symbol, "µg/m³");
/// assert_eq!(UNITS[0].zh, "微克/立方米");
/// ```
///
/// A cell that is not what the table says does not compile:
/// ```compile_fail
/// use eqs_core::{Decimal, table::Reader};
///
/// const fn read(reader: &mut Reader) -> Decimal {
///     reader.skip(3);
///     let zh_is_no_decimal = reader.decimal();
///     reader.skip(2);
///     zh_is_no_decimal
/// }
///
/// eqs_core::table! {
///     static UNITS: [Decimal] = "../data/units.csv", "symbol,kind,factor,zh,en,aliases", read;
/// }
/// assert!(UNITS.is_empty());
/// ```
#[macro_export]
macro_rules! table {
    ($(#[$meta:meta])* $vis:vis static $name:ident: [$row:ty] = $path:literal, $header:expr, $read:expr;) => {
        $(#[$meta])*
        #[allow(clippy::indexing_slicing, reason = "const code has no iterators; the index is below the length")]
        $vis static $name: [$row; $crate::table::count_rows($path, include_str!($path))] = {
            let mut reader = $crate::table::Reader::new($path, include_str!($path), $header);
            let mut rows = [$read(&mut reader); $crate::table::count_rows($path, include_str!($path))];
            reader.end_row();
            let mut index = 1;
            while index < rows.len() {
                rows[index] = $read(&mut reader);
                reader.end_row();
                index += 1;
            }
            rows
        };
    };
}

/// Takes the cells of one table in order; every method is `const`.
///
/// # Panics
/// Every method panics, quoting the place, if the cell is not what was asked for: while compiling, that is a
/// compile error.
#[derive(Debug)]
pub struct Reader {
    file: &'static str,
    header: &'static str,
    rest: &'static str,
    line: usize,
    column: usize,
    cell: &'static str,
}

impl Reader {
    /// Starts behind the header row, which must be `header`.
    #[must_use]
    pub const fn new(file: &'static str, text: &'static str, header: &'static str) -> Self {
        let (first, rest) = split_line(text);
        let reader = Self { file, header, rest, line: 2, column: 0, cell: first };
        if !same(first, header) {
            Self { line: 1, ..reader }.refuse(header);
        }
        reader
    }

    /// The next cell as it stands.
    pub const fn text(&mut self) -> &'static str {
        if self.column > 0 && !self.at_comma() {
            self.column += 1;
            self.cell = "";
            self.refuse("one more cell in this row");
        }
        if self.column > 0 {
            self.rest = split(self.rest, 1).1;
        }
        self.column += 1;
        let bytes = self.rest.as_bytes();
        let quoted = matches!(bytes, [b'"', ..]);
        let mut length = quoted as usize;
        while length < bytes.len() {
            match byte(bytes, length) {
                b'"' if quoted => break,
                b'"' | b'\r' => self.refuse_line("a cell without a double quote or carriage return"),
                b',' | b'\n' if !quoted => break,
                b'\n' => self.refuse_line("a closing quote on the same line"),
                _ => length += 1,
            }
        }
        let (cell, rest) = split(self.rest, length);
        (self.cell, self.rest) = if quoted { (split(cell, 1).1, split(rest, 1).1) } else { (cell, rest) };
        self.cell
    }

    /// Passes over `cells` cells.
    pub const fn skip(&mut self, cells: usize) {
        let mut left = cells;
        while left > 0 {
            self.text();
            left -= 1;
        }
    }

    /// A cell that must not be empty.
    pub const fn required(&mut self) -> &'static str {
        match cell::required(self.text()) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A decimal number as printed.
    pub const fn decimal(&mut self) -> Decimal {
        match cell::decimal(self.text()) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A decimal number as printed, or an empty cell.
    pub const fn optional_decimal(&mut self) -> Option<Decimal> {
        match cell::optional_decimal(self.text()) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A decimal number, or a fraction of two of them such as `100000000/15`.
    pub const fn fraction(&mut self) -> Fraction {
        let (left, right) = match cell::split_once(self.text(), b'/') {
            (left, Some(right)) => (left, right),
            (left, None) => (left, "1"),
        };
        if let (Ok(left), Ok(right)) = (Decimal::parse(left), Decimal::parse(right)) {
            let (left, right) = (left.to_fraction(), right.to_fraction());
            if let Some(numerator) = left.numerator().checked_mul(right.denominator())
                && let Some(denominator) = left.denominator().checked_mul(right.numerator())
                && let Some(fraction) = Fraction::new(numerator, denominator)
            {
                return fraction;
            }
        }
        self.refuse("a decimal number or a fraction a/b")
    }

    /// A decimal number or a fraction, or an empty cell.
    pub const fn optional_fraction(&mut self) -> Option<Fraction> {
        let before = Self { ..*self };
        if self.text().is_empty() {
            return None;
        }
        *self = before;
        Some(self.fraction())
    }

    /// A whole number from 0 to 65,535.
    pub const fn number(&mut self) -> u16 {
        match cell::number(self.text()) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A whole number from 0 to 65,535, or an empty cell.
    pub const fn optional_number(&mut self) -> Option<u16> {
        match cell::optional_number(self.text()) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A closed interval written as `6~9`: the cell, and both ends.
    pub const fn range(&mut self) -> (&'static str, (Decimal, Decimal)) {
        let cell = self.text();
        if let (low, Some(high)) = cell::split_once(cell, b'~')
            && let (Ok(low), Ok(high)) = (Decimal::parse(low), Decimal::parse(high))
            && low.compare(high).is_le()
        {
            return (cell, (low, high));
        }
        self.refuse("an interval low~high")
    }

    /// A day as `YYYY-MM-DD`.
    pub const fn date(&mut self) -> NaiveDate {
        match cell::date(self.text()) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A day as `YYYY-MM-DD`, or an empty cell.
    pub const fn optional_date(&mut self) -> Option<NaiveDate> {
        match cell::optional_date(self.text()) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A unit by its symbol.
    pub const fn unit(&mut self) -> Unit {
        match cell::unit(self.text()) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// An indicator by its symbol.
    pub const fn indicator(&mut self) -> Indicator {
        match cell::indicator(self.text(), Names::NONE) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A place by its code.
    pub const fn place(&mut self) -> Place {
        match cell::place(self.text(), Names::NONE) {
            Ok(value) => value,
            Err(expected) => self.refuse(expected),
        }
    }

    /// A grade of confirmation: A, B or C.
    pub const fn confirmation(&mut self) -> Confirmation {
        Confirmation::read(self)
    }

    /// All `N` cells of the row, to be read by the functions of [`cell`].
    #[expect(clippy::indexing_slicing, reason = "the index is below the length")]
    pub const fn row<const N: usize>(&mut self) -> [&'static str; N] {
        let mut cells = [""; N];
        let mut column = 0;
        while column < N {
            cells[column] = self.text();
            column += 1;
        }
        cells
    }

    /// Stops at a fault in a row that was read by [`Reader::row`].
    #[expect(clippy::indexing_slicing, reason = "in const code it is a compile error")]
    pub const fn fault(&self, cells: &[&'static str], fault: Fault) -> ! {
        Self { column: fault.column + 1, cell: cells[fault.column], ..*self }.refuse(fault.expected)
    }

    /// Closes the row: the cells must have ended.
    pub const fn end_row(&mut self) {
        match self.rest.as_bytes() {
            [b'\n', ..] => self.rest = split(self.rest, 1).1,
            [] => {}
            _ => {
                self.column += 1;
                self.refuse("the end of the row");
            }
        }
        self.line += 1;
        self.column = 0;
    }

    /// Stops with a message that quotes the last cell, its place, and what was expected.
    pub const fn refuse(&self, expected: &str) -> ! {
        let mut message = Message { bytes: [0; MESSAGE], length: 0 };
        message.push(self.file);
        message.push(", line ");
        message.push_number(self.line);
        if !self.header.is_empty() {
            message.push(", column ");
            message.push(self.column_name());
            message.push(": `");
            message.push(self.cell);
            message.push("`");
        }
        message.push(", expected ");
        message.push(expected);
        message.stop()
    }

    /// Refuses a cell whose end cannot be told, with the rest of its line.
    const fn refuse_line(&mut self, expected: &str) -> ! {
        self.cell = split_line(self.rest).0;
        self.refuse(expected)
    }

    const fn at_comma(&self) -> bool {
        matches!(self.rest.as_bytes(), [b',', ..])
    }

    const fn column_name(&self) -> &'static str {
        let mut rest = self.header;
        let mut column = 1;
        loop {
            let (name, tail) = cell::split_once(rest, b',');
            rest = match tail {
                Some(tail) if column < self.column => tail,
                _ => return name,
            };
            column += 1;
        }
    }
}

/// The number of data rows of a table.
///
/// # Panics
/// If there is none, or if the last line is not closed.
#[must_use]
pub const fn count_rows(file: &'static str, text: &'static str) -> usize {
    let bytes = text.as_bytes();
    let mut lines = 0;
    let mut index = 0;
    while index < bytes.len() {
        lines += (byte(bytes, index) == b'\n') as usize;
        index += 1;
    }
    let reader = Reader { file, header: "", rest: "", line: lines, column: 0, cell: "" };
    if !matches!(bytes, [.., b'\n']) {
        reader.refuse("a line feed at the end of the file");
    }
    if lines < 2 {
        reader.refuse("at least one row below the header");
    }
    lines - 1
}

/// Whether two texts are equal; `==` for `const` code.
#[must_use]
pub const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if byte(left, index) != byte(right, index) {
            return false;
        }
        index += 1;
    }
    true
}

/// A day written as `YYYY-MM-DD`.
#[expect(clippy::many_single_char_names, reason = "the digits in their order")]
pub(crate) const fn parse_date(text: &str) -> Option<NaiveDate> {
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *text.as_bytes() else {
        return None;
    };
    let digits = [a, b, c, d, e, f, g, h];
    let mut number = 0_u32;
    let mut index = 0;
    while index < digits.len() {
        let digit = byte(&digits, index);
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10 + (digit - b'0') as u32;
        index += 1;
    }
    NaiveDate::from_ymd_opt((number / 10_000).cast_signed(), number / 100 % 100, number % 100)
}

const fn split_line(text: &'static str) -> (&'static str, &'static str) {
    let bytes = text.as_bytes();
    let mut length = 0;
    while length < bytes.len() && byte(bytes, length) != b'\n' {
        length += 1;
    }
    let (line, rest) = split(text, length);
    (line, if rest.is_empty() { rest } else { split(rest, 1).1 })
}

/// `str::split_at` that gives an empty rest beyond the end.
const fn split(text: &'static str, at: usize) -> (&'static str, &'static str) {
    match text.split_at_checked(at) {
        Some(parts) => parts,
        None => (text, ""),
    }
}

#[expect(
    clippy::indexing_slicing,
    reason = "callers stay below the length; in const code it is a compile error"
)]
const fn byte(bytes: &[u8], index: usize) -> u8 {
    bytes[index]
}

/// The longest message in bytes: room for the codes of the largest vocabulary. Longer parts are left out.
const MESSAGE: usize = 2048;

/// A message put together in `const` code, where `format!` does not exist.
struct Message {
    bytes: [u8; MESSAGE],
    length: usize,
}

impl Message {
    #[expect(clippy::indexing_slicing, reason = "the index is below the length of the buffer")]
    const fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        if self.length + bytes.len() > self.bytes.len() {
            return;
        }
        let mut index = 0;
        while index < bytes.len() {
            self.bytes[self.length] = byte(bytes, index);
            self.length += 1;
            index += 1;
        }
    }

    const fn push_number(&mut self, number: usize) {
        if number >= 10 {
            self.push_number(number / 10);
        }
        let (digits, at) = ("0123456789", number % 10);
        self.push(split(split(digits, at).1, 1).0);
    }

    #[expect(clippy::panic, reason = "this is how const code refuses a table")]
    const fn stop(&self) -> ! {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(message) => panic!("{}", message),
            Err(_) => panic!("a table was refused"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "item,limit,note";

    const fn read(text: &'static str) -> Decimal {
        let mut reader = Reader::new("limits.csv", text, HEADER);
        reader.skip(1);
        let limit = reader.decimal();
        reader.text();
        reader.end_row();
        limit
    }

    #[test]
    fn cells_with_commas_stand_in_quotes() {
        let mut reader = Reader::new("limits.csv", "item,limit,note\n\"1,2-x\",0.30,\"a, b\"\n", HEADER);
        assert_eq!(reader.text(), "1,2-x");
        assert_eq!(reader.decimal().places(), 2);
        assert_eq!(reader.text(), "a, b");
        reader.end_row();
    }

    /// A cell as a table of one column.
    fn table(cell: &str) -> Reader {
        Reader::new("limits.csv", alloc::format!("limit\n{cell}\n").leak(), "limit")
    }

    /// The cell is refused, quoted, and something else is expected.
    #[track_caller]
    fn check_refused<T>(cell: &str, read: fn(&mut Reader) -> T, expected: &str) {
        let refused = std::panic::catch_unwind(|| {
            read(&mut table(cell));
        });
        let message = refused.unwrap_err();
        let message = message.downcast_ref::<alloc::string::String>().unwrap();
        assert_eq!(
            *message,
            alloc::format!("limits.csv, line 2, column limit: `{cell}`, expected {expected}")
        );
    }

    #[test]
    fn cells_that_are_read() {
        assert_eq!(table("-0.50").decimal(), Decimal::new(-5, 1));
        assert_eq!(table("").optional_decimal(), None);
        assert_eq!(table("1.5/3").fraction(), Fraction::new(1, 2).unwrap());
        assert_eq!(table("65535").number(), u16::MAX);
        assert_eq!(table("").optional_number(), None);
        assert_eq!(table("6~9").range(), ("6~9", (Decimal::new(6, 0), Decimal::new(9, 0))));
        assert_eq!(table("2024-02-29").date(), NaiveDate::from_ymd_opt(2024, 2, 29).unwrap());
        assert_eq!(table("").optional_date(), None);
        assert_eq!(table("µg/m³").unit(), Unit::UG_PER_M3);
        assert_eq!(table("PM2.5").indicator(), Indicator::PM2_5);
        assert_eq!(table("beijing").place(), Place::BEIJING);
        assert_eq!(table("B").confirmation(), Confirmation::B);
    }

    #[test]
    fn cells_that_are_refused() {
        check_refused("", Reader::required, "a text");
        check_refused("", Reader::decimal, "a decimal number, the cell is empty");
        check_refused("≤35", Reader::decimal, "a decimal number");
        check_refused("0.1234567890123456789", Reader::decimal, "a decimal number of at most 18 digits");
        check_refused("-", Reader::optional_decimal, "a decimal number or an empty cell");
        for cell in ["1/0", "1/", "/2", "1/2/3", ""] {
            check_refused(cell, Reader::fraction, "a decimal number or a fraction a/b");
        }
        for cell in ["65536", "-1", "1.0"] {
            check_refused(cell, Reader::number, "a whole number from 0 to 65535");
            check_refused(cell, Reader::optional_number, "a whole number from 0 to 65535");
        }
        for cell in ["9~6", "6", "6~", "~9", ""] {
            check_refused(cell, Reader::range, "an interval low~high");
        }
        check_refused("2024-02-30", Reader::date, "a day as YYYY-MM-DD");
        check_refused("2024", Reader::optional_date, "a day as YYYY-MM-DD or an empty cell");
        check_refused("ug/m3", Reader::unit, "a unit of units.csv");
        check_refused("PM3", Reader::indicator, "a symbol of substances.csv or indicators.csv");
        check_refused("Beijing", Reader::place, "a code of places.csv");
        check_refused("D", Reader::confirmation, "one of `A` `B` `C`");
        check_refused("a\"b", Reader::text, "a cell without a double quote or carriage return");
        check_refused("\"a", Reader::text, "a closing quote on the same line");
    }

    #[test]
    fn a_long_list_of_what_was_expected_is_told_in_full() {
        let refused = std::panic::catch_unwind(|| crate::Statistic::read(&mut table("media")));
        let message = refused.unwrap_err();
        let message = message.downcast_ref::<alloc::string::String>().unwrap();
        assert!(message.ends_with("`years`"), "{message}");
    }

    #[test]
    #[should_panic(expected = "limits.csv, line 2, column limit: `3O`, expected a decimal number")]
    fn a_letter_in_a_number() {
        let _ = read("item,limit,note\nSO2,3O,\n");
    }

    #[test]
    #[should_panic(expected = "limits.csv, line 2, column note: ``, expected one more cell in this row")]
    fn a_row_too_short() {
        let _ = read("item,limit,note\nSO2,30\n");
    }

    #[test]
    #[should_panic(expected = "limits.csv, line 2, column note: ``, expected the end of the row")]
    fn a_row_too_long() {
        let _ = read("item,limit,note\nSO2,30,,x\n");
    }

    #[test]
    #[should_panic(expected = "limits.csv, line 1, column item: `item,value`, expected item,limit,note")]
    fn another_header() {
        let _ = read("item,value\nSO2,30\n");
    }

    #[test]
    #[should_panic(expected = "limits.csv, line 1, expected at least one row below the header")]
    fn no_rows() {
        let _ = count_rows("limits.csv", "item,limit,note\n");
    }

    #[test]
    #[should_panic(expected = "limits.csv, line 1, expected a line feed at the end of the file")]
    fn an_open_last_line() {
        let _ = count_rows("limits.csv", "item,limit,note\nSO2,30,");
    }

    #[test]
    fn days_are_checked() {
        assert_eq!(parse_date("2024-02-29"), NaiveDate::from_ymd_opt(2024, 2, 29));
        for text in ["2023-02-29", "2024-2-29", "2024/02/29", "", "2024-02-2x"] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }
}
