//! [`Policy`]: how words without an official meaning are read.

use alloc::vec::Vec;

use eqs_core::{Better, Decimal, Note, Quantity, Unit};

use crate::target::{Comparator, Target};

eqs_core::vocabulary! {
    /// How 稳步提升 (improve steadily) is read.
    pub enum Steadily {
        /// Every observed year is not worse than the one before, and the latest is better than the base year.
        EachObservation = "each_observation", "各观测年份均不差于前一年份，且最近年份优于基准年",
            "every observed year is not worse than the one before, and the latest is better than the base year";
        /// The latest observed year is better than the base year; the years between do not matter.
        LatestAgainstBase = "latest_against_base", "最近观测年份优于基准年",
            "the latest observed year is better than the base year";
    }
}

/// How words without an official meaning are read.
///
/// None of these values is official. Every verdict that depends on one shows it as a note.
///
/// # Example
/// ```
/// use eqs_core::{Quantity, Unit};
/// use eqs_plan::{Policy, Steadily};
///
/// let strict = Policy::default()
///     .about_tolerance(Quantity::parse("0", Unit::PERCENT)?)
///     .steadily(Steadily::EachObservation);
/// assert_eq!(strict.about_tolerance.to_string(), "0%");
/// assert_eq!(strict.basically_eliminated.to_string(), "1%");
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
#[non_exhaustive]
pub struct Policy {
    /// 左右 (about): how far a figure may lie on the worse side of the number, in per cent of the number;
    /// 5 % by default. A better figure always satisfies; where an indicator has no better direction, the
    /// tolerance holds on both sides. In another unit it leaves a verdict undetermined.
    pub about_tolerance: Quantity,
    /// 基本消除 (basically eliminate): the largest value that still counts as such, included; 1 % by default.
    /// In a unit that does not convert to that of the target it leaves a verdict undetermined.
    pub basically_eliminated: Quantity,
    /// 稳步提升 (improve steadily); each observation by default.
    pub steadily: Steadily,
}

impl Policy {
    /// The default readings, in `const` code.
    pub const DEFAULT: Self = Self {
        about_tolerance: Quantity::new(Decimal::new(5, 0), Unit::PERCENT),
        basically_eliminated: Quantity::new(Decimal::new(1, 0), Unit::PERCENT),
        steadily: Steadily::EachObservation,
    };

    /// The same policy with another [`about_tolerance`](Self::about_tolerance), in per cent.
    #[must_use]
    pub const fn about_tolerance(self, tolerance: Quantity) -> Self {
        Self { about_tolerance: tolerance, ..self }
    }

    /// The same policy with another threshold of [`basically_eliminated`](Self::basically_eliminated).
    #[must_use]
    pub const fn basically_eliminated(self, threshold: Quantity) -> Self {
        Self { basically_eliminated: threshold, ..self }
    }

    /// The same policy with another reading of 稳步提升.
    #[must_use]
    pub const fn steadily(self, steadily: Steadily) -> Self {
        Self { steadily, ..self }
    }

    /// What a verdict on `target` has to show.
    pub(crate) fn notes(&self, target: &Target) -> Vec<Note> {
        let word = match target.comparator {
            Comparator::About | Comparator::ReduceByAbout => {
                Some(Note::Tolerance { word: "左右", word_en: "about", tolerance: self.about_tolerance })
            }
            Comparator::BasicallyEliminate => Some(Note::Tolerance {
                word: "基本消除",
                word_en: "basically eliminate",
                tolerance: self.basically_eliminated,
            }),
            Comparator::ImproveSteadily => Some(Note::Reading {
                word: "稳步提升",
                word_en: "improve steadily",
                zh: self.steadily.zh(),
                en: self.steadily.en(),
            }),
            _ => None,
        };
        let place = (target.observed_at != target.place).then(|| Note::Reading {
            word: target.place.zh(),
            word_en: target.place.en(),
            zh: target.observed_at.zh(),
            en: target.observed_at.en(),
        });
        let is_about = matches!(target.comparator, Comparator::About | Comparator::ReduceByAbout);
        let side = (is_about && target.indicator.better() != Better::Neither).then_some(Note::Reading {
            word: "左右",
            word_en: "about",
            zh: "优于目标值也算符合",
            en: "better than the number counts as meeting it",
        });
        word.into_iter().chain(side).chain(place).collect()
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::DEFAULT
    }
}
