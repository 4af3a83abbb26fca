//! GB 8702 Controlling limits for electromagnetic environment (电磁环境控制限值): limits of public exposure by frequency.
//!
//! Table 1 prints formulas of the frequency. A limit at one frequency is exact: it is kept as its square, a rational
//! number, since some formulas have the square root of the frequency.

use alloc::boxed::Box;
use core::cmp::Ordering;

use eqs_core::table::Reader;
use eqs_core::{
    Citation, Clause, Confirmation, Decimal, Fraction, Indicator, Medium, Quantity, Rounding, Unit,
    UnitMismatch,
};

use crate::limit::{Limit, PowerLaw, Requirement, Standing};
use crate::reading::cell;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of GB 8702; there is one here, of 2014.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Quantity, Rounding, Unit};
    /// use eqs_standards::gb8702::{Field, Gb8702};
    ///
    /// let standard = Gb8702::named("2014")?;
    /// let mains = standard.limit(Field::Electric, Quantity::parse("50", Unit::of("Hz"))?)?.unwrap();
    /// assert_eq!(mains.round(0, Rounding::HalfEven).unwrap().to_string(), "4000 V/m");
    ///
    /// // 67 / √10: 21.18726 V/m is below it, 21.18727 V/m above
    /// let short_wave = standard.limit(Field::Electric, Quantity::parse("10", Unit::of("MHz"))?)?.unwrap();
    /// assert_eq!(short_wave.round(3, Rounding::HalfEven).unwrap().to_string(), "21.187 V/m");
    /// assert!(short_wave.compare(Quantity::parse("21.18726", Unit::of("V/m"))?)?.is_gt());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct Gb8702, "../data/gb8702/editions.csv", ["2014"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "GB 8702",
    code: "gb8702",
    medium: Medium::Emf,
    sources: SourceList::Land,
    timeline: &TIMELINE,
    limits: |edition| Box::new(Gb8702::of(edition).limits()),
};

eqs_core::vocabulary! {
    /// A column of table 1.
    pub enum Field {
        /// Electric field strength E in V/m.
        Electric = "E", "电场强度", "electric field strength";
        /// Magnetic field strength H in A/m.
        Magnetic = "H", "磁场强度", "magnetic field strength";
        /// Magnetic flux density B in µT.
        FluxDensity = "B", "磁感应强度", "magnetic flux density";
        /// Equivalent plane-wave power density in W/m²; none below 0.1 MHz.
        PowerDensity = "Seq", "等效平面波功率密度", "equivalent plane-wave power density";
    }
}

impl Field {
    /// The indicator that is limited.
    #[must_use]
    pub const fn indicator(self) -> Indicator {
        match self {
            Self::Electric => const { Indicator::of("electric_field_strength") },
            Self::Magnetic => const { Indicator::of("magnetic_field_strength") },
            Self::FluxDensity => const { Indicator::of("magnetic_flux_density") },
            Self::PowerDensity => const { Indicator::of("power_density") },
        }
    }

    /// The unit of the limits.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Electric => const { Unit::of("V/m") },
            Self::Magnetic => const { Unit::of("A/m") },
            Self::FluxDensity => const { Unit::of("µT") },
            Self::PowerDensity => const { Unit::of("W/m²") },
        }
    }
}

/// The limit at one frequency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldLimit {
    /// Which field.
    pub field: Field,
    /// The formula.
    pub law: PowerLaw,
    /// Whether two rows of the table own the frequency; where they differ the smaller value is taken, a convention of
    /// ours, and the grade of confirmation is C.
    pub at_shared_end: bool,
    /// Edition, table and row.
    pub citation: Citation,
    /// How well the row is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    square: Fraction,
}

/// A frequency for which there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FrequencyError {
    /// The unit is none of frequency, or that of a value none of the field.
    #[error(transparent)]
    Unit(#[from] UnitMismatch),
    /// The frequency lies outside the table.
    #[error("{frequency} lies outside the table of GB 8702, expected {low} to {high}")]
    OutOfTable {
        /// The frequency.
        frequency: Quantity,
        /// The lower end.
        low: Quantity,
        /// The upper end.
        high: Quantity,
    },
    /// The exact limit needs too many digits.
    #[error("{0} has too many digits")]
    TooManyDigits(Quantity),
}

#[derive(Clone, Copy)]
struct Row {
    number: &'static str,
    low: Quantity,
    high: Quantity,
    laws: [Option<PowerLaw>; Field::ALL.len()],
    origin: cell::Origin,
}

#[derive(Clone, Copy)]
struct OverheadLine {
    frequency: Quantity,
    limit: Quantity,
    clause: Clause,
    origin: cell::Origin,
}

eqs_core::table! {
    static TABLE_1: [Row] = "../data/gb8702/2014-table1.csv",
        "row,low,high,frequency_unit,E,E_power,H,H_power,B,B_power,Seq,Seq_power,confirmation,sources,note", row;
}

eqs_core::table! {
    static OVERHEAD_LINES: [OverheadLine] = "../data/gb8702/2014-overhead-lines.csv",
        "frequency,frequency_unit,E,unit,clause,confirmation,sources,note", overhead_line;
}

impl Gb8702 {
    /// The limit of public exposure at a frequency; `None` where the table prints none (power density below
    /// 0.1 MHz). Values are root mean squares, from 0.1 MHz over any six minutes in a row (note 2).
    ///
    /// # Errors
    /// [`FrequencyError`] if the frequency lies outside 1 Hz to 300 GHz, has another unit, or too many digits.
    pub fn limit(self, field: Field, frequency: Quantity) -> Result<Option<FieldLimit>, FrequencyError> {
        frequency.check_unit(const { Unit::of("Hz") })?;
        let is_within = |row: &&Row| {
            row.low.compare(frequency).is_ok_and(Ordering::is_le)
                && row.high.compare(frequency).is_ok_and(Ordering::is_ge)
        };
        let mut rows = TABLE_1.iter().filter(is_within);
        let Some(row) = rows.next() else {
            let (low, high) = (TABLE_1.first().map(|row| row.low), TABLE_1.last().map(|row| row.high));
            let (low, high) = (low.unwrap_or(frequency), high.unwrap_or(frequency));
            return Err(FrequencyError::OutOfTable { frequency, low, high });
        };
        let own = self.at(row, field, frequency)?;
        let next = match rows.next() {
            Some(next) => self.at(next, field, frequency)?,
            None => return Ok(own),
        };
        let smaller = match (own, next) {
            (Some(own), Some(next)) if own.square == next.square => Some(own),
            // Which row owns the point is a convention of ours.
            (Some(own), Some(next)) => {
                let smaller = if next.square < own.square { next } else { own };
                Some(FieldLimit { confirmation: Confirmation::C, ..smaller })
            }
            (own, next) => own.or(next),
        };
        Ok(smaller.map(|limit| FieldLimit { at_shared_end: true, ..limit }))
    }

    /// The limit of the electric field under overhead lines over farmland, roads and the like (note 4).
    pub fn overhead_lines(self) -> impl Iterator<Item = Limit> {
        OVERHEAD_LINES.iter().map(move |line| {
            let scope = Scope::Frequency { low: line.frequency, high: line.frequency, overhead_line: true };
            let requirement = Requirement::at_most(line.limit.value);
            let limit =
                self.entry(Field::Electric, scope, requirement, self.edition.cite(line.clause), line.origin);
            Limit { unit: line.limit.unit, ..limit }
        })
    }

    /// All formulas, row by row as printed, then the limit under overhead lines.
    pub fn limits(self) -> impl Iterator<Item = Limit> {
        let rows = TABLE_1.iter().flat_map(move |row| {
            Field::ALL.iter().zip(row.laws).filter_map(move |(field, law)| {
                let scope = Scope::Frequency { low: row.low, high: row.high, overhead_line: false };
                let requirement = Requirement::PowerLaw(law?);
                Some(self.entry(
                    *field,
                    scope,
                    requirement,
                    cell::cite(self.edition, "1", row.number),
                    row.origin,
                ))
            })
        });
        rows.chain(self.overhead_lines())
    }

    fn entry(
        self,
        field: Field,
        scope: Scope,
        requirement: Requirement,
        citation: Citation,
        origin: cell::Origin,
    ) -> Limit {
        let cell::Origin { confirmation, sources, note } = origin;
        Limit {
            edition: self.edition,
            medium: Medium::Emf,
            indicator: field.indicator(),
            scope,
            requirement,
            unit: field.unit(),
            standing: Standing::Binding,
            citation,
            confirmation,
            sources,
            note,
        }
    }

    fn at(self, row: &Row, field: Field, frequency: Quantity) -> Result<Option<FieldLimit>, FrequencyError> {
        let law =
            Field::ALL.iter().zip(row.laws).find(|(other, _)| **other == field).and_then(|(_, law)| law);
        let Some(law) = law else { return Ok(None) };
        let square = law.square(frequency).ok_or(FrequencyError::TooManyDigits(frequency))?;
        let cell::Origin { confirmation, sources, .. } = row.origin;
        let citation = cell::cite(self.edition, "1", row.number);
        Ok(Some(FieldLimit { field, law, at_shared_end: false, citation, confirmation, sources, square }))
    }
}

impl FieldLimit {
    /// How the limit compares with `value`: `Greater` or `Equal` if the value attains it. Exact.
    ///
    /// # Errors
    /// [`FrequencyError::Unit`] if the value is none of the field, and [`FrequencyError::TooManyDigits`].
    pub fn compare(&self, value: Quantity) -> Result<Ordering, FrequencyError> {
        value.check_unit(self.field.unit())?;
        let number = value.value.to_fraction().checked_mul(value.unit.factor());
        let square = number.and_then(|number| number.checked_mul(number));
        let square = square.ok_or(FrequencyError::TooManyDigits(value))?;
        let is_negative = value.value.is_negative();
        Ok(if is_negative { Ordering::Greater } else { self.square.cmp(&square) })
    }

    /// The limit rounded to `places` decimals; `None` if that needs more than 18 digits.
    #[must_use]
    pub fn round(&self, places: u8, rounding: Rounding) -> Option<Quantity> {
        let value = square_root(self.square, places, rounding)?;
        Some(Quantity::new(value, self.field.unit()))
    }

    /// The square of the limit, in the unit of the field.
    #[must_use]
    pub const fn square(&self) -> Fraction {
        self.square
    }
}

impl PowerLaw {
    /// The square of the value at a frequency; `None` if it does not fit.
    fn square(&self, frequency: Quantity) -> Option<Fraction> {
        let frequency = frequency.value.to_fraction().checked_mul(frequency.unit.factor())?;
        let frequency = frequency.checked_div(self.frequency_unit.factor())?;
        let mut square = self.coefficient.checked_mul(self.coefficient)?;
        for _ in 0..self.half_powers.unsigned_abs() {
            square = if self.half_powers > 0 {
                square.checked_mul(frequency)?
            } else {
                square.checked_div(frequency)?
            };
        }
        Some(square)
    }
}

/// The square root of a positive fraction to `places` decimals.
fn square_root(square: Fraction, places: u8, rounding: Rounding) -> Option<Decimal> {
    // One more digit than asked for and whether anything follows it decide every rounding.
    let digits = places.checked_add(1)?;
    let scale = 10_i128.checked_pow(u32::from(digits).checked_mul(2)?)?;
    let scaled = square.checked_mul(Fraction::new(scale, 1)?)?;
    let whole = scaled.numerator().checked_div(scaled.denominator())?;
    let root = whole.isqrt();
    let is_exact = scaled == Fraction::new(root.checked_mul(root)?, 1)?;
    let tail = i128::from(!is_exact);
    // A root with a 1 behind its last digit stands for every longer one.
    let value = Fraction::new(
        root.checked_mul(10)?.checked_add(tail)?,
        10_i128.checked_pow(u32::from(digits).checked_add(1)?)?,
    )?;
    value.round(places.cast_signed(), rounding).ok()
}

const fn row(reader: &mut Reader) -> Row {
    let number = reader.required();
    let (low, high) = (reader.decimal(), reader.decimal());
    let unit = reader.unit();
    if !eqs_core::table::same(unit.kind(), "frequency") || low.compare(high).is_ge() {
        reader.refuse("a rising range of frequencies");
    }
    Row {
        number,
        low: Quantity::new(low, unit),
        high: Quantity::new(high, unit),
        laws: [law(unit, reader), law(unit, reader), law(unit, reader), law(unit, reader)],
        origin: cell::origin(reader),
    }
}

/// A coefficient and its power, or two empty cells.
const fn law(frequency_unit: Unit, reader: &mut Reader) -> Option<PowerLaw> {
    let coefficient = reader.optional_fraction();
    let half_powers = match reader.text().as_bytes() {
        b"-2" => -4,
        b"-1" => -2,
        b"-0.5" => -1,
        b"0" => 0,
        b"0.5" => 1,
        b"1" => 2,
        b"" if coefficient.is_none() => return None,
        _ => reader.refuse("-2, -1, -0.5, 0, 0.5 or 1"),
    };
    match coefficient {
        Some(coefficient) => Some(PowerLaw { coefficient, half_powers, frequency_unit }),
        None => reader.refuse("no power without a coefficient"),
    }
}

const fn overhead_line(reader: &mut Reader) -> OverheadLine {
    let frequency = reader.decimal();
    let frequency = Quantity::new(frequency, reader.unit());
    let limit = reader.decimal();
    let limit = Quantity::new(limit, reader.unit());
    OverheadLine { frequency, limit, clause: cell::clause(reader), origin: cell::origin(reader) }
}
