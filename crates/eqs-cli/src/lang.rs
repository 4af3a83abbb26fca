//! The language of the output.

use clap::ValueEnum;
use eqs::Lang;

/// A language as an argument.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum LangArg {
    /// Chinese
    Zh,
    /// English
    En,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Zh => Self::Zh,
            LangArg::En => Self::En,
        }
    }
}

/// Chinese under a Chinese locale, otherwise English.
pub(crate) fn of_locale() -> Lang {
    match sys_locale::get_locale() {
        Some(locale) if locale.starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}
