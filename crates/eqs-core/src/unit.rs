//! Units: a registry read from `data/units.csv`.

use alloc::boxed::Box;
use core::fmt;
use core::str::FromStr;

use crate::fraction::Fraction;
use crate::lang::{Lang, Phrase};
use crate::table::{Reader, same};

/// A unit of measurement, counting or classing.
///
/// Units convert within one kind by an exact factor; units of different kinds never do. Concentrations in air
/// and in water are different kinds although both are mass per volume, so that neither passes for the other.
///
/// # Example
/// ```
/// use eqs_core::Unit;
/// assert_eq!("ug/m3".parse::<Unit>()?, Unit::UG_PER_M3);
/// assert_eq!("μg/m³".parse::<Unit>()?.symbol(), "µg/m³"); // Greek mu and the micro sign
/// assert!(Unit::MG_PER_M3.converts_to(Unit::UG_PER_M3));
/// assert!(!Unit::MG_PER_M3.converts_to(Unit::MG_PER_L));
/// # Ok::<(), eqs_core::UnknownUnit>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(u8);

/// A text that names no unit of `units.csv`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown unit `{text}`")]
#[non_exhaustive]
pub struct UnknownUnit {
    /// The text as given.
    pub text: Box<str>,
}

#[derive(Clone, Copy)]
struct Row {
    symbol: &'static str,
    kind: &'static str,
    factor: Fraction,
    zh: &'static str,
    en: &'static str,
    aliases: &'static str,
}

const fn row(reader: &mut Reader) -> Row {
    Row {
        symbol: reader.required(),
        kind: reader.required(),
        factor: reader.fraction(),
        zh: reader.required(),
        en: reader.required(),
        aliases: reader.text(),
    }
}

crate::table! {
    static UNITS: [Row] = "../data/units.csv", "symbol,kind,factor,zh,en,aliases", row;
}

impl Unit {
    /// µg/m³, concentration in air.
    pub const UG_PER_M3: Self = Self::of("µg/m³");
    /// mg/m³, concentration in air.
    pub const MG_PER_M3: Self = Self::of("mg/m³");
    /// µg/L, concentration in water.
    pub const UG_PER_L: Self = Self::of("µg/L");
    /// mg/L, concentration in water.
    pub const MG_PER_L: Self = Self::of("mg/L");
    /// Individuals per litre.
    pub const PER_L: Self = Self::of("个/L");
    /// Degrees Celsius.
    pub const CELSIUS: Self = Self::of("℃");
    /// No unit: pH, indices.
    pub const NONE: Self = Self::of("-");
    /// Per cent of the thing named.
    pub const PERCENT: Self = Self::of("%");
    /// Days.
    pub const DAY: Self = Self::of("d");
    /// Single things.
    pub const COUNT: Self = Self::of("count");

    /// The unit with this symbol.
    ///
    /// # Panics
    /// If there is none. Meant for literals in `const` code.
    #[must_use]
    #[expect(clippy::panic, reason = "documented: a misspelt literal must not compile")]
    pub const fn of(symbol: &str) -> Self {
        match Self::from_symbol(symbol) {
            Some(unit) => unit,
            None => panic!("no such unit in units.csv"),
        }
    }

    /// The unit with exactly this symbol.
    #[must_use]
    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        reason = "the index is below the length, which stays below the range of the id"
    )]
    pub const fn from_symbol(symbol: &str) -> Option<Self> {
        let mut index = 0;
        while index < UNITS.len() {
            if same(UNITS[index].symbol, symbol) {
                return Some(Self(index as u8));
            }
            index += 1;
        }
        None
    }

    /// All units.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        (0..=u8::MAX).take(UNITS.len()).map(Self)
    }

    /// The symbol, such as `µg/m³`.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        self.row().symbol
    }

    /// What is measured, such as `mass in air`: units of one kind convert into each other.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        self.row().kind
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        self.row().zh
    }

    /// The English name.
    #[must_use]
    pub const fn en(self) -> &'static str {
        self.row().en
    }

    /// How many base units of its kind the unit is.
    #[must_use]
    pub const fn factor(self) -> Fraction {
        self.row().factor
    }

    /// Whether the unit numbers single things, days, years, places or classes, so that a figure in it is whole and
    /// stands for itself; 万个 does not, because it is rounded.
    #[must_use]
    pub const fn counts(self) -> bool {
        const KINDS: &[&str] = &[
            "days",
            "date",
            "count per year",
            "rank",
            "green-building star",
            "grade",
            "water class",
            "air class",
        ];
        let one = self.row().factor;
        let mut counts = same(self.kind(), "count") && one.numerator() == one.denominator();
        let mut rest = KINDS;
        while let [kind, others @ ..] = rest {
            counts |= same(self.kind(), kind);
            rest = others;
        }
        counts
    }

    /// Whether a value in this unit can be given in `other`.
    #[must_use]
    pub fn converts_to(self, other: Self) -> bool {
        self.kind() == other.kind()
    }

    #[expect(clippy::indexing_slicing, reason = "a unit is only made from an index of the table")]
    const fn row(self) -> &'static Row {
        &UNITS[self.0 as usize]
    }
}

impl FromStr for Unit {
    type Err = UnknownUnit;

    /// Accepts the symbol, an alias or the Chinese name; the Greek μ passes for the micro sign µ. A name that
    /// two units share (级) is refused.
    fn from_str(text: &str) -> Result<Self, UnknownUnit> {
        let wanted = || text.chars().map(|letter| if letter == 'μ' { 'µ' } else { letter });
        let mut named = Self::all().filter(|unit| {
            let row = unit.row();
            let names = [row.symbol, row.zh].into_iter().chain(row.aliases.split(';'));
            names.filter(|name| !name.is_empty()).any(|name| name.chars().eq(wanted()))
        });
        match (named.next(), named.next()) {
            (Some(unit), None) => Ok(unit),
            _ => Err(UnknownUnit { text: text.into() }),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.symbol())
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unit({})", self.symbol())
    }
}

impl Phrase for Unit {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(lang.pick(self.zh(), self.en()))
    }
}

crate::vocabulary::serialize_as_text!(Unit);
