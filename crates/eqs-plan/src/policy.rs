//! [`Policy`]: how words without an official meaning are read.

use alloc::vec::Vec;

use eqs_core::{Better, Decimal, Note, Quantity, Relation, Unit};

use crate::comparator::Comparator;
use crate::pace::ProgressMethod;
use crate::requirement::counts_days;
use crate::target::{Target, ends_year};

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
    /// Where a target counts days, a share is that of the days of its due year. In a unit that does not convert to that of
    /// the target it leaves a verdict undetermined.
    pub basically_eliminated: Quantity,
    /// 基本完成 (basically complete): the smallest share that counts as such, included; 95 % by default.
    pub basically_completed: Quantity,
    /// 保持稳定 (remain stable): how far a figure may lie on the worse side of the base year, in per cent of it;
    /// 5 % by default. Where an indicator has no better direction, the tolerance holds on both sides.
    pub stable_tolerance: Quantity,
    /// 稳步提升 (improve steadily), and likewise 稳中有降, 持续下降, 只降不升 and 只增不减; each observation by default.
    pub steadily: Steadily,
    /// The method that tells [`OnTrack`](crate::TargetStatus::OnTrack) from
    /// [`Behind`](crate::TargetStatus::Behind) before the due day; none by default, so that what is not reached is
    /// [`NotYetDue`](crate::TargetStatus::NotYetDue).
    pub method: Option<ProgressMethod>,
}

impl Policy {
    /// The default readings, in `const` code.
    pub const DEFAULT: Self = Self {
        about_tolerance: Quantity::new(Decimal::new(5, 0), Unit::PERCENT),
        basically_eliminated: Quantity::new(Decimal::new(1, 0), Unit::PERCENT),
        basically_completed: Quantity::new(Decimal::new(95, 0), Unit::PERCENT),
        stable_tolerance: Quantity::new(Decimal::new(5, 0), Unit::PERCENT),
        steadily: Steadily::EachObservation,
        method: None,
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

    /// The same policy with another share that counts as [`basically_completed`](Self::basically_completed).
    #[must_use]
    pub const fn basically_completed(self, share: Quantity) -> Self {
        Self { basically_completed: share, ..self }
    }

    /// The same policy with another [`stable_tolerance`](Self::stable_tolerance), in per cent.
    #[must_use]
    pub const fn stable_tolerance(self, tolerance: Quantity) -> Self {
        Self { stable_tolerance: tolerance, ..self }
    }

    /// The same policy with another reading of 稳步提升.
    #[must_use]
    pub const fn steadily(self, steadily: Steadily) -> Self {
        Self { steadily, ..self }
    }

    /// The same policy with a method that tells on track from behind.
    #[must_use]
    pub const fn method(self, method: ProgressMethod) -> Self {
        Self { method: Some(method), ..self }
    }

    /// What a verdict on `target` has to show.
    pub(crate) fn notes(&self, target: &Target) -> Vec<Note> {
        let reading = |word, word_en, zh, en| Note::Reading { word, word_en, zh, en };
        let place = (target.observed_at != target.place).then(|| {
            let (word, read) = (target.place, target.observed_at);
            reading(word.zh(), word.en(), read.zh(), read.en())
        });
        let open_side = target.comparator.has_open_side() && target.indicator.better() != Better::Neither;
        let side = open_side.then(|| match target.comparator {
            Comparator::RemainStable => reading(
                "保持稳定",
                "remain stable",
                "优于基准年也算符合",
                "better than the base year counts as meeting it",
            ),
            Comparator::Range => reading(
                "介于",
                "between",
                "优于两端也算符合",
                "better than both numbers counts as meeting it",
            ),
            _ => {
                reading("左右", "about", "优于目标值也算符合", "better than the number counts as meeting it")
            }
        });
        let year_before = target.base.is_none() && target.comparator.is_relative();
        let base = year_before.then(|| {
            reading(
                "基准年",
                "base year",
                "未印出，取规划开始的前一年",
                "the year before the plan, for none is printed",
            )
        });
        let days = counts_days(target).then(|| {
            reading(
                "基本消除",
                "basically eliminate",
                "按占期限所在年份天数的比例计",
                "as a share of the days of the due year",
            )
        });
        let has_early_end = target.due.is_some_and(|due| !ends_year(due));
        let early_end = has_early_end.then(|| {
            reading(
                "期限",
                "due day",
                "年中到期，按全年数据判定",
                "the figure of the whole year decides, for there is no other",
            )
        });
        let footnote = (!target.footnote.is_empty()).then_some(Note::Footnote(target.footnote));
        let word = self.word(target.comparator);
        let readings = word.into_iter().chain(days).chain(side).chain(place).chain(base).chain(early_end);
        readings.chain(footnote).collect()
    }

    /// How the word of the comparator is read, if it has no official meaning.
    fn word(&self, comparator: Comparator) -> Option<Note> {
        let tolerance = |word, word_en, tolerance| Some(Note::Tolerance { word, word_en, tolerance });
        let threshold =
            |word, word_en, relation, threshold| Some(Note::Threshold { word, word_en, relation, threshold });
        match comparator {
            Comparator::About | Comparator::ReduceByAbout | Comparator::IncreaseByAbout => {
                tolerance("左右", "about", self.about_tolerance)
            }
            Comparator::BasicallyEliminate => {
                threshold("基本消除", "basically eliminate", Relation::AtMost, self.basically_eliminated)
            }
            Comparator::BasicallyComplete => {
                threshold("基本完成", "basically complete", Relation::AtLeast, self.basically_completed)
            }
            Comparator::RemainStable => tolerance("保持稳定", "remain stable", self.stable_tolerance),
            Comparator::RankFirst => Some(Note::Reading {
                word: "全市最优",
                word_en: "rank first",
                zh: "各区数据由优到劣排名，相同者名次相同",
                en: "the districts in the order of their figures; equal figures share a rank",
            }),
            Comparator::NotInBottom => Some(Note::Reading {
                word: "后几名",
                word_en: "among the last",
                zh: "名次从最后一名数起",
                en: "ranks count from the last",
            }),
            _ if comparator.is_trend() => {
                let (zh, en) = self.trend(comparator);
                Some(Note::Reading { word: comparator.zh(), word_en: comparator.en(), zh, en })
            }
            _ => None,
        }
    }

    /// How a direction is read.
    const fn trend(&self, comparator: Comparator) -> (&'static str, &'static str) {
        match (comparator, self.steadily) {
            (Comparator::DeclineSteadily, Steadily::EachObservation) => (
                "各观测年份均不高于前一年份，且最近年份低于基准年",
                "no observed year is above the one before, and the latest is below the base year",
            ),
            (Comparator::DeclineContinuously, Steadily::EachObservation) => (
                "各观测年份均低于前一年份，且最近年份低于基准年",
                "every observed year is below the one before, and the latest is below the base year",
            ),
            (Comparator::DeclineSteadily | Comparator::DeclineContinuously, Steadily::LatestAgainstBase) => {
                ("最近观测年份低于基准年", "the latest observed year is below the base year")
            }
            (Comparator::NoIncrease, Steadily::EachObservation) => {
                ("各观测年份均不高于前一年份", "no observed year is above the one before")
            }
            (Comparator::NoIncrease, Steadily::LatestAgainstBase) => {
                ("最近观测年份不高于基准年", "the latest observed year is not above the base year")
            }
            (Comparator::NoDecrease, Steadily::EachObservation) => {
                ("各观测年份均不低于前一年份", "no observed year is below the one before")
            }
            (Comparator::NoDecrease, Steadily::LatestAgainstBase) => {
                ("最近观测年份不低于基准年", "the latest observed year is not below the base year")
            }
            _ => (self.steadily.zh(), self.steadily.en()),
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::DEFAULT
    }
}
