//! Changes of water quality between two periods (水质变化), 环办〔2011〕22号 三.
//!
//! What is compared should be comparable: the same items, essentially the same sections, and a number behind every
//! word (grade C; the caller sees to it).

use core::fmt;

use eqs_core::{Confirmation, Fraction, Lang, Phrase, WaterStatus};

use crate::share::{Share, ShareError};

eqs_core::vocabulary! {
    /// How much the quality of water has changed. For 变差 reports also print 下降 and, for the last, 恶化.
    pub enum WaterChange {
        /// 明显好转.
        MarkedlyBetter = "markedly_better", "明显好转", "markedly better";
        /// 有所好转.
        SomewhatBetter = "somewhat_better", "有所好转", "somewhat better";
        /// 无明显变化.
        NoMarkedChange = "no_marked_change", "无明显变化", "no marked change";
        /// 有所变差.
        SomewhatWorse = "somewhat_worse", "有所变差", "somewhat worse";
        /// 明显变差.
        MarkedlyWorse = "markedly_worse", "明显变差", "markedly worse";
    }
}

/// The change from one status of a section, river or lake to another: the same level is no marked change, one level
/// 有所变化, two or more 明显变化 (grade A). Classes I and II are one level.
///
/// # Example
/// ```
/// use eqs_assess::water_change::{WaterChange, level_change};
/// use eqs_core::{WaterGrade, WaterStatus};
///
/// let change = level_change(WaterStatus::ModeratelyPolluted, WaterStatus::Good);
/// assert_eq!(change.zh(), "明显好转");
/// let change = level_change(WaterGrade::I.status(), WaterGrade::II.status());
/// assert_eq!(change, WaterChange::NoMarkedChange);
/// ```
#[must_use]
pub fn level_change(before: WaterStatus, after: WaterStatus) -> WaterChange {
    let level = |status| WaterStatus::ALL.iter().take_while(|other| **other < status).count();
    let (before, after) = (level(before), level(after));
    match (before.saturating_sub(after), after.saturating_sub(before)) {
        (0, 0) => WaterChange::NoMarkedChange,
        (1, 0) => WaterChange::SomewhatBetter,
        (_, 0) => WaterChange::MarkedlyBetter,
        (_, 1) => WaterChange::SomewhatWorse,
        _ => WaterChange::MarkedlyWorse,
    }
}

/// G and D of one period (类别比例): the shares of classes I to III and of worse than class V in one whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Proportions {
    /// G, the share of classes I to III (优良比例).
    pub good: Share,
    /// D, the share of worse than class V (劣V比例).
    pub worse_than_v: Share,
}

/// By which sizes of ΔG − ΔD a change is worded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChangeLimits {
    /// Above 20 points the change is marked (明显, grade B). Up to 20 nothing is said but the direction.
    #[default]
    Twenty,
    /// Up to 10 points there is no marked change, above them some (有所), above 20 a marked one. That the first limit is
    /// 10 is of grade C.
    TenAndTwenty,
}

/// The change of combined proportions (组合类别比例法).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ProportionChange {
    /// ΔG − ΔD in percentage points (百分点), exact. Above 0 the quality is better, below 0 worse (grade B).
    pub points: Fraction,
    /// The word for it; `None` where the limits that are used say none.
    pub change: Option<WaterChange>,
    /// How well the limits are confirmed that lead to the word; B without one.
    pub confirmation: Confirmation,
}

/// The change between the proportions of classes of two periods: by ΔG − ΔD, of exact or of printed shares. 22号 takes
/// shares of sections; shares of river length and others compare with their own kind only.
///
/// # Errors
/// [`ShareError::Unlike`] unless all four are shares of one whole, [`ShareError::TooLong`].
///
/// # Example
/// ```
/// use eqs_assess::share::Share;
/// use eqs_assess::water_change::{ChangeLimits, Proportions, proportion_change};
/// use eqs_core::{Decimal, Lang, Phrase, Statistic};
///
/// let share = |percent| Share::new(Statistic::ShareOfRiverLength, Decimal::parse(percent).unwrap()).unwrap();
/// let of_2020 = Proportions { good: share("63.8"), worse_than_v: share("2.4") };
/// let of_2021 = Proportions { good: share("75.2"), worse_than_v: share("0") };
/// let change = proportion_change(of_2020, of_2021, ChangeLimits::TenAndTwenty)?;
/// assert_eq!(change.say(Lang::Zh).to_string(), "ΔG−ΔD为13.8个百分点，有所好转（确认等级C）");
/// let change = proportion_change(of_2020, of_2021, ChangeLimits::Twenty)?;
/// assert_eq!(change.say(Lang::En).to_string(), "ΔG−ΔD 13.8 percentage points, better (confirmation grade B)");
/// # Ok::<(), eqs_assess::share::ShareError>(())
/// ```
pub fn proportion_change(
    before: Proportions,
    after: Proportions,
    limits: ChangeLimits,
) -> Result<ProportionChange, ShareError> {
    let (whole, other) = (before.good.statistic(), before.worse_than_v.statistic());
    if whole != other {
        return Err(ShareError::Unlike(whole, other));
    }
    let good = after.good.points_since(before.good)?;
    let worse = after.worse_than_v.points_since(before.worse_than_v)?;
    let points = good.checked_sub(worse).ok_or(ShareError::TooLong)?;
    let (change, confirmation) = word(points, limits);
    Ok(ProportionChange { points, change, confirmation })
}

fn word(points: Fraction, limits: ChangeLimits) -> (Option<WaterChange>, Confirmation) {
    let beyond = |better: i64, worse: i64| (points > Fraction::from(better), points < Fraction::from(worse));
    match (beyond(20, -20), beyond(10, -10), limits) {
        ((true, _), ..) => (Some(WaterChange::MarkedlyBetter), Confirmation::B),
        ((_, true), ..) => (Some(WaterChange::MarkedlyWorse), Confirmation::B),
        (_, _, ChangeLimits::Twenty) => (None, Confirmation::B),
        (_, (true, _), _) => (Some(WaterChange::SomewhatBetter), Confirmation::C),
        (_, (_, true), _) => (Some(WaterChange::SomewhatWorse), Confirmation::C),
        _ => (Some(WaterChange::NoMarkedChange), Confirmation::C),
    }
}

impl Phrase for ProportionChange {
    /// With at most four decimals.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let points = self.points.shown(4);
        let word = match self.change {
            Some(change) => lang.pick(change.zh(), change.en()),
            None if self.points.is_negative() => lang.pick("变差", "worse"),
            None if self.points == Fraction::ZERO => lang.pick("无变化", "no change"),
            None => lang.pick("好转", "better"),
        };
        let grade = self.confirmation;
        match lang {
            Lang::Zh => write!(f, "ΔG−ΔD为{points}个百分点，{word}（确认等级{grade}）"),
            Lang::En => {
                write!(f, "ΔG−ΔD {points} percentage points, {word} (confirmation grade {grade})")
            }
        }
    }
}
