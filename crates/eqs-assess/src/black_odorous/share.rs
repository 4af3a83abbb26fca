//! [`HeavyShare`]: how many readings or points are heavily black and odorous.

use core::fmt;

use eqs_core::{Citation, Fraction, Indicator, Lang, Phrase};

/// How many readings of an indicator, or how many points, are heavily black and odorous. The shares of the guideline are
/// of grade A, and compared as fractions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct HeavyShare {
    /// The indicator of which readings are counted; `None` where points are.
    pub indicator: Option<Indicator>,
    /// How many are heavy.
    pub heavy: u32,
    /// How many there are.
    pub all: u32,
    /// The largest share of the guideline that is reached, in per cent.
    pub reached: Option<u8>,
    /// Where the shares are laid down.
    pub citation: Citation,
}

impl HeavyShare {
    pub(super) fn new(
        indicator: Option<Indicator>,
        (heavy, all): (u32, u32),
        shares: &[u8],
        citation: Citation,
    ) -> Self {
        let share = Fraction::new(i128::from(heavy), i128::from(all));
        let is_reached = |per_cent: &&u8| share >= Fraction::new(i128::from(**per_cent), 100);
        let reached = shares.iter().find(is_reached).copied();
        Self { indicator, heavy, all, reached, citation }
    }
}

impl Phrase for HeavyShare {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (heavy, all, citation) = (self.heavy, self.all, self.citation.say(lang));
        match (lang, self.indicator) {
            (Lang::Zh, Some(indicator)) => {
                write!(f, "{}{all}个读数中{heavy}个为重度黑臭", indicator.zh())?;
            }
            (Lang::Zh, None) => write!(f, "{all}个监测点中{heavy}个为重度黑臭")?,
            (Lang::En, Some(indicator)) => {
                write!(f, "{}: {heavy} of {all} readings heavy", indicator.say(lang))?;
            }
            (Lang::En, None) => write!(f, "{heavy} of {all} points heavy")?,
        }
        match (lang, self.reached) {
            (Lang::Zh, Some(share)) => write!(f, "，达到{share}%（{citation}）"),
            (Lang::En, Some(share)) => write!(f, ", {share}% or more ({citation})"),
            (Lang::Zh, None) => write!(f, "（{citation}）"),
            (Lang::En, None) => write!(f, " ({citation})"),
        }
    }
}
