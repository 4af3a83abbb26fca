//! DB11/T 1877 Technical specification for the assessment of ecological environment quality (生态环境质量评价技术规范,
//! Beijing): names and words only.
//!
//! Its indicators, weights, formula and grades could not be read, so nothing is computed here. The figures that the
//! city's bulletins print are in `eqs-bulletin`; they are not comparable with those of HJ 192 or EQI.

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{Confirmation, Medium};

use crate::reading::cell;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of DB11/T 1877.
    ///
    /// # Example
    /// ```
    /// use eqs_core::NaiveDate;
    /// use eqs_standards::db11t1877::Db11t1877;
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    /// let standard = Db11t1877::on(day)?;
    /// assert_eq!(standard.edition().name, "2021");
    /// assert!(standard.words().iter().any(|word| word.zh == "植被覆盖指数"));
    /// # Ok::<(), eqs_core::NotInForce>(())
    /// ```
    pub struct Db11t1877, "../data/db11t1877/editions.csv", ["2021", "2025"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "DB11/T 1877",
    code: "db11t1877",
    medium: Medium::Ecology,
    sources: SourceList::Land,
    timeline: &TIMELINE,
    limits: |_| Box::new(core::iter::empty()),
};

/// A word that the bulletins use with this standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Word {
    /// What it is.
    pub kind: WordKind,
    /// In Chinese, as printed.
    pub zh: &'static str,
    /// In English, by us.
    pub en: &'static str,
    /// How well it is confirmed that the word is used.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else is to be said of it.
    pub note: &'static str,
}

eqs_core::vocabulary! {
    /// What a word of DB11/T 1877 is.
    pub enum WordKind {
        /// The name of the index.
        Index = "index", "指数", "index";
        /// The name of a part of the index.
        SubIndex = "sub_index", "分指数", "sub-index";
        /// A grade; its numbers are not known.
        Grade = "grade", "级别", "grade";
    }
}

eqs_core::table! {
    static WORDS: [Word] = "../data/db11t1877/words.csv", "kind,zh,en,confirmation,sources,note", word;
}

impl Db11t1877 {
    /// The words that the bulletins of Beijing use with it.
    #[must_use]
    pub const fn words(self) -> &'static [Word] {
        &WORDS
    }
}

const fn word(reader: &mut Reader) -> Word {
    let (kind, zh, en) = (WordKind::read(reader), reader.required(), reader.required());
    let cell::Origin { confirmation, sources, note } = cell::origin(reader);
    Word { kind, zh, en, confirmation, sources, note }
}
