//! [`Measured`]: what a laboratory reports of one item of a sample.

use core::fmt;

use crate::decimal::{Decimal, DecimalError};
use crate::fraction::Fraction;
use crate::lang::{Lang, Phrase, say};
use crate::quantity::Quantity;
use crate::unit::Unit;

/// What a laboratory reports of one item of a sample (测定结果).
///
/// # Example
/// ```
/// use eqs_core::{Lang, Measured, Phrase, Unit};
///
/// let read = |cell| Measured::parse(cell, Unit::MG_PER_L);
/// let value = read("0.34")?.unwrap();
/// let below = read("0.05L")?.unwrap();
/// assert_eq!(below, read("<0.05")?.unwrap());
/// assert_eq!(below.say(Lang::En).to_string(), "not detected, below 0.05 mg/L");
/// assert_eq!(below.for_statistics().unwrap().to_string(), "1/40"); // half of it
/// assert_eq!(value.for_statistics().unwrap().to_string(), "17/50");
/// assert_eq!(read("ND")?.unwrap().for_statistics(), None);
/// assert_eq!(read("--")?, None); // not measured
/// assert!(read("0.34?").is_err());
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Measured {
    /// A value.
    Value(Quantity),
    /// Not detected (未检出): less than this detection limit (检出限).
    Below(Quantity),
    /// Not detected, and the detection limit is not given.
    NotDetected(Unit),
}

impl Measured {
    /// Reads a cell in a unit; `None` if the item was not measured.
    ///
    /// | cell | meaning |
    /// |---|---|
    /// | `0.34` | a value |
    /// | `0.05L`, `<0.05`, `＜0.05` | not detected, with the detection limit (环办监测函〔2020〕82号, grade B) |
    /// | `ND`, `未检出` | not detected, without one |
    /// | empty, `NA`, `-`, `--`, `—`, `-1` | not measured (`-1` by the same letter, grade B) |
    ///
    /// `-1` is a value where one below 0 can be (`℃`, `mV`).
    ///
    /// # Errors
    /// Those of [`Decimal::parse`] for anything else.
    pub fn parse(cell: &str, unit: Unit) -> Result<Option<Self>, DecimalError> {
        let may_be_negative = unit == Unit::CELSIUS || unit == Unit::of("mV");
        let limit = cell.strip_suffix('L').or_else(|| cell.strip_prefix(['<', '＜']));
        Ok(Some(match (cell, limit) {
            ("" | "NA" | "-" | "--" | "—", _) => return Ok(None),
            ("-1", _) if !may_be_negative => return Ok(None),
            ("ND" | "未检出", _) => Self::NotDetected(unit),
            (_, Some(limit)) => Self::Below(Quantity::parse(limit, unit)?),
            _ => Self::Value(Quantity::parse(cell, unit)?),
        }))
    }

    /// The number that enters means: the value, or half the detection limit (环办监测函〔2020〕82号 item 7, grade B).
    /// `None` where the limit is not given.
    #[must_use]
    pub fn for_statistics(self) -> Option<Fraction> {
        match self {
            Self::Value(value) => Some(value.value.to_fraction()),
            Self::Below(limit) => limit.value.to_fraction().checked_div(Fraction::from(2)),
            Self::NotDetected(_) => None,
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Value(Quantity { unit, .. })
            | Self::Below(Quantity { unit, .. })
            | Self::NotDetected(unit) => unit,
        }
    }

    /// The value, or the detection limit.
    #[must_use]
    pub const fn number(self) -> Option<Decimal> {
        match self {
            Self::Value(Quantity { value, .. }) | Self::Below(Quantity { value, .. }) => Some(value),
            Self::NotDetected(_) => None,
        }
    }
}

impl From<Quantity> for Measured {
    fn from(value: Quantity) -> Self {
        Self::Value(value)
    }
}

impl Phrase for Measured {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.write(lang, f),
            Self::Below(limit) => {
                let limit = limit.say(lang);
                say!(lang, f, "未检出（低于{limit}）", "not detected, below {limit}")
            }
            Self::NotDetected(_) => say!(lang, f, "未检出", "not detected"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_meanings_and_no_others() {
        let read = |cell| Measured::parse(cell, Unit::MG_PER_L);
        for cell in ["", "NA", "-", "--", "—", "-1"] {
            assert_eq!(read(cell), Ok(None), "{cell}");
        }
        for cell in ["ND", "未检出"] {
            assert_eq!(read(cell), Ok(Some(Measured::NotDetected(Unit::MG_PER_L))), "{cell}");
        }
        let limit = Quantity::parse("0.05", Unit::MG_PER_L).unwrap();
        for cell in ["0.05L", "<0.05", "＜0.05"] {
            assert_eq!(read(cell), Ok(Some(Measured::Below(limit))), "{cell}");
        }
        assert_eq!(read("-1.0"), Ok(Some(Measured::Value(Quantity::parse("-1.0", Unit::MG_PER_L).unwrap()))));
        for cell in ["L", "<", "0.05l", "<0.05L", "0.05 L", "nd", "0.05mg/L", ">5", "0,05"] {
            assert!(read(cell).is_err(), "{cell}");
        }
        let cold = Quantity::parse("-1", Unit::CELSIUS).unwrap();
        assert_eq!(Measured::parse("-1", Unit::CELSIUS), Ok(Some(Measured::Value(cold))));
    }
}
