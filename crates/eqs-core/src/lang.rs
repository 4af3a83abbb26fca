//! The two languages of every name and sentence.

use core::fmt;

/// A language of the rendered names and sentences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
pub enum Lang {
    /// Chinese (中文).
    Zh,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// The one of two texts that belongs to this language.
    #[must_use]
    pub const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}

/// Something that can be said in Chinese and in English.
pub trait Phrase {
    /// Writes the phrase in `lang`.
    ///
    /// # Errors
    /// Only those of the formatter.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// The phrase as something to display.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Lang, Phrase, WaterGrade};
    /// assert_eq!(WaterGrade::WorseThanV.say(Lang::Zh).to_string(), "劣V类");
    /// ```
    fn say(&self, lang: Lang) -> Spoken<'_, Self>
    where
        Self: Sized,
    {
        Spoken { phrase: self, lang }
    }
}

/// A [`Phrase`] in one language; see [`Phrase::say`].
#[derive(Debug)]
pub struct Spoken<'a, P: ?Sized> {
    phrase: &'a P,
    lang: Lang,
}

impl<P: Phrase + ?Sized> fmt::Display for Spoken<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.phrase.write(self.lang, f)
    }
}

/// Writes one of two sentences: Chinese and English side by side, over the same names.
macro_rules! say {
    ($lang:ident, $f:ident, $zh:literal, $en:literal) => {
        match $lang {
            Lang::Zh => write!($f, $zh),
            Lang::En => write!($f, $en),
        }
    };
}
pub(crate) use say;
