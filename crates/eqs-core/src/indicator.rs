//! Indicators: what is measured, over the registries `data/substances.csv` and `data/indicators.csv`.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

use crate::lang::{Lang, Phrase};
use crate::spelling::{nearest, plain, write_offer};
use crate::table::{Reader, same};

/// A pollutant, a property or another thing that figures, limits and targets speak of.
///
/// Pollutants and properties of all media come from `substances.csv`, counts and shares of the bulletins and
/// plans from `indicators.csv`.
///
/// # Example
/// ```
/// use eqs_core::Indicator;
///
/// for name in ["PM2.5", "PM_{2.5}", "PM₂.₅", "pm25", "细颗粒物"] {
///     assert_eq!(name.parse::<Indicator>()?, Indicator::PM2_5);
/// }
/// assert_ne!("CO".parse::<Indicator>()?, "Co".parse::<Indicator>()?); // carbon monoxide, cobalt
/// assert_eq!(Indicator::O3.zh(), "臭氧");
/// assert!("PM3".parse::<Indicator>().is_err());
/// # Ok::<(), eqs_core::UnknownIndicator>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Indicator {
    /// The row of the registry; that of a declared entry is behind all of them.
    row: u16,
    declared: Option<&'static IndicatorEntry>,
}

/// What is known of an indicator: a row of the registries, or one that a program declares for figures of its own.
///
/// # Example
/// ```
/// use eqs_core::{Better, Indicator, IndicatorEntry};
///
/// static SALT_TIDE: IndicatorEntry = IndicatorEntry {
///     symbol: "salt_tide_days",
///     zh: "咸潮天数",
///     en: "days of salt tide",
///     cas: "",
///     better: Better::Lower,
///     aliases: "",
/// };
/// assert_eq!(Indicator::declared(&SALT_TIDE).zh(), "咸潮天数");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorEntry {
    /// The symbol, such as `PM2.5`.
    pub symbol: &'static str,
    /// The Chinese name.
    pub zh: &'static str,
    /// The English name.
    pub en: &'static str,
    /// The CAS number, two separated by `;` for a sum of two substances, or nothing.
    pub cas: &'static str,
    /// Which direction is the better one.
    pub better: Better,
    /// Other spellings that are understood, separated by `;`.
    pub aliases: &'static str,
}

/// A text that names no indicator; the message offers names that are spelt alike.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown indicator `{text}`{}", DidYouMean(self))]
#[non_exhaustive]
pub struct UnknownIndicator {
    /// The text as given.
    pub text: Box<str>,
}

crate::vocabulary! {
    /// Which direction of an indicator is the better one.
    pub enum Better {
        /// Less is better.
        Lower = "lower", "越低越好", "lower is better";
        /// More is better.
        Higher = "higher", "越高越好", "higher is better";
        /// Neither, as for the number of monitored lakes.
        Neither = "-", "无方向", "no direction";
    }
}

const fn substance(reader: &mut Reader) -> IndicatorEntry {
    let (symbol, zh, en, cas) = (reader.required(), reader.required(), reader.required(), reader.text());
    reader.skip(1);
    let (better, aliases) = (Better::read(reader), reader.text());
    reader.skip(3);
    IndicatorEntry { symbol, zh, en, cas, better, aliases }
}

const fn other(reader: &mut Reader) -> IndicatorEntry {
    IndicatorEntry {
        symbol: reader.required(),
        zh: reader.required(),
        en: reader.required(),
        cas: "",
        better: Better::read(reader),
        aliases: reader.text(),
    }
}

crate::table! {
    static SUBSTANCES: [IndicatorEntry] = "../data/substances.csv",
        "symbol,zh,en,cas,formula,better,aliases,appears_in,cas_confirmation,note", substance;
}

crate::table! {
    static OTHERS: [IndicatorEntry] = "../data/indicators.csv", "symbol,zh,en,better,aliases", other;
}

impl Indicator {
    /// Sulfur dioxide.
    pub const SO2: Self = Self::of("SO2");
    /// Nitrogen dioxide.
    pub const NO2: Self = Self::of("NO2");
    /// Carbon monoxide.
    pub const CO: Self = Self::of("CO");
    /// Ozone.
    pub const O3: Self = Self::of("O3");
    /// Inhalable particulate matter, up to 10 µm.
    pub const PM10: Self = Self::of("PM10");
    /// Fine particulate matter, up to 2.5 µm.
    pub const PM2_5: Self = Self::of("PM2.5");
    /// Permanganate index.
    pub const CODMN: Self = Self::of("CODMn");
    /// Ammonia nitrogen.
    pub const NH3_N: Self = Self::of("NH3-N");
    /// Total phosphorus.
    pub const TP: Self = Self::of("TP");
    /// Total nitrogen.
    pub const TN: Self = Self::of("TN");
    /// Dissolved oxygen.
    pub const DO: Self = Self::of("DO");
    /// pH value.
    pub const PH: Self = Self::of("pH");

    /// The indicator with this symbol.
    ///
    /// # Panics
    /// If there is none. Meant for literals in `const` code, where that is a compile error:
    ///
    /// ```compile_fail,E0080
    /// use eqs_core::Indicator;
    /// const PM3: Indicator = Indicator::of("PM3");
    /// assert_eq!(PM3.symbol(), "PM3");
    /// ```
    #[must_use]
    #[expect(clippy::panic, reason = "documented: a misspelt literal must not compile")]
    pub const fn of(symbol: &str) -> Self {
        match Self::from_symbol(symbol) {
            Some(indicator) => indicator,
            None => panic!("no such symbol in substances.csv or indicators.csv"),
        }
    }

    /// The indicator with exactly this symbol (case matters: `CO` is not `Co`).
    #[must_use]
    #[expect(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        reason = "the index is below the length, which stays far below 65,536"
    )]
    pub const fn from_symbol(symbol: &str) -> Option<Self> {
        let mut index = 0;
        while index < SUBSTANCES.len() + OTHERS.len() {
            let indicator = Self { row: index as u16, declared: None };
            if same(indicator.symbol(), symbol) {
                return Some(indicator);
            }
            index += 1;
        }
        None
    }

    /// The indicator of an entry that is not in the registries. Those of the registries come first in the order of
    /// indicators, declared ones after them by symbol.
    #[must_use]
    pub const fn declared(entry: &'static IndicatorEntry) -> Self {
        Self { row: u16::MAX, declared: Some(entry) }
    }

    /// All indicators of the registries: the substances first, in the order of their files.
    pub fn all() -> impl Iterator<Item = Self> {
        let rows = SUBSTANCES.len().saturating_add(OTHERS.len());
        (0..u16::MAX).take(rows).map(|row| Self { row, declared: None })
    }

    /// The symbol, such as `PM2.5`.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        self.entry().symbol
    }

    /// The Chinese name.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        self.entry().zh
    }

    /// The English name.
    #[must_use]
    pub const fn en(self) -> &'static str {
        self.entry().en
    }

    /// The CAS number, or two separated by `;` for a sum of two substances.
    #[must_use]
    pub const fn cas(self) -> Option<&'static str> {
        let cas = self.entry().cas;
        if cas.is_empty() { None } else { Some(cas) }
    }

    /// Which direction is the better one.
    #[must_use]
    pub const fn better(self) -> Better {
        self.entry().better
    }

    /// The other spellings that are understood.
    pub fn aliases(self) -> impl Iterator<Item = &'static str> {
        self.entry().aliases.split(';').filter(|alias| !alias.is_empty())
    }

    #[expect(
        clippy::indexing_slicing,
        clippy::arithmetic_side_effects,
        reason = "an indicator is only made from an index of the two tables"
    )]
    const fn entry(self) -> &'static IndicatorEntry {
        let row = self.row as usize;
        match self.declared {
            Some(entry) => entry,
            None if row < SUBSTANCES.len() => &SUBSTANCES[row],
            None => &OTHERS[row - SUBSTANCES.len()],
        }
    }
}

impl FromStr for Indicator {
    type Err = UnknownIndicator;

    /// Accepts the symbol, either name, an alias or the CAS number. Case matters in symbols and aliases; subscripts may be
    /// written `_{2.5}`, `_2` or `₂`, and full-width letters and Roman numerals (Ⅲ) count as their ASCII form.
    fn from_str(text: &str) -> Result<Self, UnknownIndicator> {
        if let Some(indicator) = Self::from_symbol(text) {
            return Ok(indicator);
        }
        let plain = |name: &str| plain(name).eq(plain(text));
        Self::all()
            .find(|indicator| plain(indicator.symbol()))
            .or_else(|| {
                Self::all().find(|indicator| {
                    plain(indicator.zh())
                        || indicator.cas().is_some_and(|cas| cas == text)
                        || indicator.en().eq_ignore_ascii_case(text)
                        || indicator.aliases().any(plain)
                })
            })
            .filter(|_| !text.is_empty())
            .ok_or_else(|| UnknownIndicator { text: text.into() })
    }
}

impl UnknownIndicator {
    /// The names that are spelt most like the text, at most three, each of another indicator; none if nothing
    /// comes near.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Indicator;
    /// let error = "PM2,5".parse::<Indicator>().unwrap_err();
    /// assert_eq!(error.suggestions()[0], ("PM2.5", Indicator::PM2_5));
    /// assert_eq!(error.to_string(), "unknown indicator `PM2,5`, did you mean `PM2.5`?");
    /// ```
    #[must_use]
    pub fn suggestions(&self) -> Vec<(&'static str, Indicator)> {
        let names = Indicator::all().flat_map(|indicator| {
            let own = [indicator.symbol(), indicator.zh(), indicator.en()];
            own.into_iter().chain(indicator.aliases()).map(move |name| (name, indicator))
        });
        nearest(&self.text, names, |name| plain(name).flat_map(char::to_lowercase).collect())
    }
}

/// The suggestions as the end of the message.
struct DidYouMean<'a>(&'a UnknownIndicator);

impl fmt::Display for DidYouMean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_offer(self.0.suggestions().into_iter().map(|(name, _)| name), f)
    }
}

impl fmt::Display for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.symbol())
    }
}

impl fmt::Debug for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Indicator({})", self.symbol())
    }
}

impl Phrase for Indicator {
    /// The name a sentence uses: chemical symbols stay symbols (`PM2.5`), other indicators are spelt out.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let symbol = self.symbol();
        let is_formula = symbol.chars().any(|letter| letter.is_ascii_uppercase()) && !symbol.contains('_');
        f.write_str(match lang {
            _ if is_formula && self.zh().starts_with("颗粒物") => symbol,
            Lang::Zh => self.zh(),
            Lang::En if is_formula => symbol,
            Lang::En => self.en(),
        })
    }
}

crate::vocabulary::serialize_as_text!(Indicator);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_indicators() {
        let mut names = alloc::collections::BTreeMap::new();
        for indicator in Indicator::all() {
            assert!(!indicator.zh().is_empty() && !indicator.en().is_empty(), "{indicator}");
            for name in [indicator.symbol(), indicator.zh()].into_iter().chain(indicator.aliases()) {
                let owner = *names.entry(name).or_insert(indicator);
                assert_eq!(owner, indicator, "{name}");
            }
        }
        for (name, indicator) in names {
            assert_eq!(name.parse(), Ok(indicator), "{name}");
        }
    }

    #[test]
    fn no_two_names_differ_by_their_marks_alone() {
        let mut owners = alloc::collections::BTreeMap::new();
        for indicator in Indicator::all() {
            for name in [indicator.symbol(), indicator.zh()].into_iter().chain(indicator.aliases()) {
                let plain: alloc::string::String = plain(name).collect();
                assert_eq!(*owners.entry(plain).or_insert(indicator), indicator, "{name}");
            }
        }
    }

    #[test]
    fn roman_numerals_and_full_width_letters_are_read() {
        let share = Indicator::of("water_i_to_iii");
        for name in ["Ⅰ-Ⅲ类水质", "I-III类水质", "Ⅰ－Ⅲ类水质"] {
            assert_eq!(name.parse(), Ok(share), "{name}");
        }
        assert_eq!("Ⅳ类水质".parse(), Ok(Indicator::of("water_iv")));
        assert_eq!("ＮＨ３－Ｎ".parse(), Ok(Indicator::NH3_N));
    }

    #[test]
    fn unknown_names_are_refused() {
        for text in ["", "PM3", "pM2.5", "so2 "] {
            assert_eq!(text.parse::<Indicator>().unwrap_err().text.as_ref(), text);
        }
    }
}
