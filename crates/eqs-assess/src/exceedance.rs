//! [`Exceedance`]: an item of water that exceeds the limit that it is held against.

use core::fmt;

use eqs_core::{Fraction, Indicator, Lang, Phrase, printed_multiple};

/// An item that exceeds the limit that it is held against: that of the target class of a section, of class III, or the one
/// of a drinking-water source.
///
/// # Example
/// ```
/// use eqs_assess::exceedance::Exceedance;
/// use eqs_core::{Fraction, Indicator, Lang, Phrase};
///
/// let item = Exceedance { indicator: Indicator::CODMN, multiple: Fraction::new(1, 5) };
/// assert_eq!(item.say(Lang::Zh).to_string(), "高锰酸盐指数(0.20)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Exceedance {
    /// The item.
    pub indicator: Indicator,
    /// The exceedance multiple (超标倍数) (C − S) / S over that limit; none for dissolved oxygen, pH and what is given in
    /// words.
    pub multiple: Option<Fraction>,
}

impl Phrase for Exceedance {
    /// The name with the multiple in brackets and two decimals, as reports print it.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.indicator.say(lang))?;
        match self.multiple.and_then(printed_multiple) {
            Some(multiple) => write!(f, "({multiple})"),
            None => Ok(()),
        }
    }
}

/// Items one after the other.
pub(crate) fn write_list(items: &[impl Phrase], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            f.write_str(lang.pick("、", ", "))?;
        }
        item.write(lang, f)?;
    }
    Ok(())
}

/// Items behind a heading; nothing where there is none.
pub(crate) fn write_list_under(
    heading: &str,
    items: &[impl Phrase],
    lang: Lang,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    if !items.is_empty() {
        f.write_str(heading)?;
    }
    write_list(items, lang, f)
}
