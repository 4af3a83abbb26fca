//! Rivers and river systems (河流、流域、水系), 环办〔2011〕22号 二(一)1 to 3.

use alloc::vec::Vec;
use core::cmp::Reverse;
use core::fmt;

use eqs_core::{
    Finding, Fraction, Indicator, Judgement, Lang, Note, Outcome, Phrase, Reason, Verdict, WaterBody,
    WaterGrade, WaterStatus,
};
use eqs_standards::gb3838::Gb3838;

use super::main_pollutant::write_main;
use super::means::WaterMeans;
use super::options::WaterOptions;
use super::proportions::{ClassCounts, Percent, row_of, status_of_shares};
use super::sample::SurfaceWaterError;
use super::section::{SurfaceWater, surface_water};
use super::value::WaterValue;

/// A river and its sections.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct River {
    /// Each section, in the order given.
    pub sections: Vec<Verdict<SurfaceWater>>,
    /// All of them.
    pub whole: RiverVerdict,
}

/// The judgement of a river.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum RiverVerdict {
    /// Fewer than five sections: the class of the means over them. Main pollution indicators are named for each section.
    Mean {
        /// The means.
        means: WaterMeans,
        /// Their class.
        class: Verdict<SurfaceWater>,
    },
    /// Five sections or more: a status, no class.
    Proportions(Verdict<RiverStatus>),
}

/// The status of a river by the classes of its sections.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RiverStatus {
    /// The status.
    pub status: WaterStatus,
    /// The sections of each class.
    pub counts: ClassCounts,
    /// The main pollution indicators (主要污染指标): the first three of the items that exceed class III in most sections.
    pub main: Vec<RiverPollutant>,
}

/// An item that exceeds class III in sections of a river.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RiverPollutant {
    /// The item.
    pub indicator: Indicator,
    /// In how many sections.
    pub over: usize,
    /// The share of all sections (断面超标率), 1 for all.
    pub rate: Fraction,
}

/// Judges a river by a sample, or the means, of each of its sections.
///
/// - Fewer than five sections: the arithmetic mean of each item over them, then as one section (二(一)2).
/// - Five or more: by the shares of classes, see [`status_of_shares`]; main pollution indicators are the first three of
///   the items over class III, by the share of sections that exceed; dissolved oxygen below 5 mg/L and pH outside 6 to 9
///   count (grade B), equal ones stand in the order of the table (our reading).
///
/// A river of five sections or more is undetermined if one of them is: who has not sampled a section leaves it out.
/// River-type reservoirs (河流型水库) are rivers.
///
/// # Errors
/// Those of [`surface_water`] for each section.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::{WaterOptions, river};
/// use eqs_core::{Indicator, Lang, Phrase, Quantity, Unit};
/// use eqs_standards::gb3838::Gb3838;
///
/// let sections = ["15", "18", "20", "24", "26"];
/// let sample = |cod| Some([(Indicator::of("COD"), Quantity::parse(cod, Unit::MG_PER_L).ok()?)]);
/// let sections = sections.map(|cod| sample(cod).unwrap());
/// let found = river(Gb3838::named("2002")?, &sections, WaterOptions::default())?;
/// assert_eq!(
///     found.say(Lang::Zh).to_string(),
///     "轻度污染（5个断面，I–III类占60%，劣V类占0%），主要污染指标：化学需氧量(40%)。"
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn river<V: Into<WaterValue> + Copy>(
    standard: Gb3838,
    sections: &[impl AsRef<[(Indicator, V)]>],
    options: WaterOptions,
) -> Result<River, SurfaceWaterError> {
    let judged =
        sections.iter().map(|section| surface_water(standard, WaterBody::River, section.as_ref(), options));
    let judged: Vec<_> = judged.collect::<Result<_, _>>()?;
    let whole = if sections.len() < 5 {
        let means = WaterMeans::of(standard, sections)?;
        let mut class = means.class(standard, WaterBody::River, options)?;
        if let Outcome::Determined(whole) = &mut class.outcome {
            whole.main.clear();
        }
        RiverVerdict::Mean { means, class }
    } else {
        RiverVerdict::Proportions(by_proportions(standard, &judged))
    };
    Ok(River { sections: judged, whole })
}

/// The status of sections by the shares of their classes.
pub(super) fn by_proportions(standard: Gb3838, sections: &[Verdict<SurfaceWater>]) -> Verdict<RiverStatus> {
    let grades = || sections.iter().filter_map(|section| Some(section.outcome.determined()?.grade));
    let counts: ClassCounts = grades().collect();
    let undetermined = sections.len().saturating_sub(counts.total());
    if undetermined > 0 {
        return Verdict::undetermined(Reason::PartsUndetermined { undetermined, parts: sections.len() });
    }
    let (Some(good), Some(worse_than_v)) = (counts.good(), counts.worse_than_v()) else {
        return Verdict::undetermined(Reason::NothingAssessed);
    };
    let mut notes = Vec::new();
    if row_of(good, worse_than_v).is_none() {
        notes.push(Note::Reading {
            word: "I–III类60%、劣V类40%",
            word_en: "60 % of classes I to III and 40 % worse than V",
            zh: "表中无对应，按重度污染（确认等级B）",
            en: "no row of the table holds; heavily polluted (confirmation grade B)",
        });
    }
    let status = status_of_shares(good, worse_than_v);
    let main = main_pollutants(standard, sections);
    Verdict {
        outcome: Outcome::Determined(RiverStatus { status, counts, main }),
        findings: Vec::new(),
        notes,
    }
}

/// The first three of the items over class III in most sections, equal ones in the order of the table.
fn main_pollutants(standard: Gb3838, sections: &[Verdict<SurfaceWater>]) -> Vec<RiverPollutant> {
    let is_over = |finding: &&Finding| match finding.judgement {
        Judgement::WaterGrade { grade: best, reference_only: false, .. }
        | Judgement::WaterGrades { best, reference_only: false, .. } => best > WaterGrade::III,
        _ => false,
    };
    let over = |indicator| {
        let findings = sections.iter().flat_map(|section| &section.findings).filter(is_over);
        findings.filter(|finding| finding.indicator == indicator).count()
    };
    let items = standard.items().iter().filter(|item| item.is_for(WaterBody::River));
    let counts = items.map(|item| (item.indicator, over(item.indicator)));
    let mut counts: Vec<_> = counts.filter(|(_, over)| *over > 0).collect();
    counts.sort_by_key(|(_, over)| Reverse(*over));
    let pollutant = |(indicator, over): (Indicator, usize)| {
        let rate = Fraction::new(i128::try_from(over).ok()?, i128::try_from(sections.len()).ok()?)?;
        Some(RiverPollutant { indicator, over, rate })
    };
    counts.into_iter().take(3).filter_map(pollutant).collect()
}

impl Phrase for River {
    /// The whole; with fewer than five sections, the class of each as well.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let class = match &self.whole {
            RiverVerdict::Proportions(verdict) => return verdict.write(lang, f),
            RiverVerdict::Mean { class, .. } => class,
        };
        class.outcome.write(lang, f)?;
        for (at, section) in self.sections.iter().enumerate() {
            f.write_str(match (lang, at) {
                (Lang::Zh, 0) => "，各断面：",
                (Lang::En, 0) => "; sections: ",
                (Lang::Zh, _) => "；",
                (Lang::En, _) => "; ",
            })?;
            section.outcome.write(lang, f)?;
        }
        f.write_str(lang.pick("。", "."))
    }
}

impl Phrase for RiverStatus {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status.say(lang))?;
        f.write_str(lang.pick("（", " ("))?;
        match lang {
            Lang::Zh => write!(f, "{}个断面，", self.counts.total()),
            Lang::En => write!(f, "{} sections, ", self.counts.total()),
        }?;
        self.counts.write(lang, f)?;
        f.write_str(lang.pick("）", ")"))?;
        write_main(&self.main, lang, f)
    }
}

impl Phrase for RiverPollutant {
    /// The name with the share of the sections that exceed in brackets.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}({})", self.indicator.say(lang), Percent(self.rate))
    }
}
