//! The main pollution indicators (主要污染指标) of a section, 环办〔2011〕22号 二(一)3(1).

use alloc::vec::Vec;
use core::cmp::Reverse;
use core::fmt;

use eqs_core::{Fraction, Indicator, Lang, Note, Phrase, WaterGrade};
use eqs_standards::gb3838::{Priority, WaterItem};

use super::options::HeavyMetals;
use crate::exceedance::{Exceedance, write_list_under};

/// A main pollution indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct MainPollutant {
    /// The item.
    pub indicator: Indicator,
    /// Its grade.
    pub grade: WaterGrade,
    /// Its exceedance multiple over class III; none for dissolved oxygen and pH.
    pub multiple: Option<Fraction>,
}

/// Whether an item that exceeds class III comes first.
pub(super) fn priority(item: &WaterItem, heavy_metals: HeavyMetals) -> bool {
    match item.priority {
        Priority::Named => true,
        Priority::Group => heavy_metals == HeavyMetals::Proposed,
        Priority::None => false,
    }
}

/// The first three of the items that exceed class III; readings that mattered are noted.
pub(super) fn first_three(
    mut over: Vec<(bool, MainPollutant)>,
    heavy_metals: HeavyMetals,
    notes: &mut Vec<Note>,
) -> Vec<MainPollutant> {
    let is_open = |(first, one): &(bool, MainPollutant)| {
        one.multiple.is_none()
            && over.iter().any(|(other_first, other)| {
                other_first == first && other.grade == one.grade && other.multiple.is_some()
            })
    };
    if over.iter().any(is_open) {
        notes.push(Note::Reading {
            word: "主要污染指标的次序",
            word_en: "order of the main pollution indicators",
            zh: "无超标倍数的溶解氧、pH排在同类别其他指标之后",
            en: "dissolved oxygen and pH, which have no multiple, stand behind the others of their grade",
        });
    }
    if heavy_metals == HeavyMetals::Proposed && !over.is_empty() {
        notes.push(Note::Reading {
            word: "其他重金属",
            word_en: "other heavy metals",
            zh: "汞、镉、砷、铜、锌（确认等级C）",
            en: "mercury, cadmium, arsenic, copper, zinc (confirmation grade C)",
        });
    }
    over.sort_by_key(|(first, pollutant)| Reverse((*first, pollutant.grade, pollutant.multiple)));
    over.into_iter().take(3).map(|(_, pollutant)| pollutant).collect()
}

impl Phrase for MainPollutant {
    /// The name with the multiple in brackets, as reports print it.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { indicator, multiple, .. } = *self;
        Exceedance { indicator, multiple }.write(lang, f)
    }
}

/// Main pollution indicators behind a class or status; nothing where there is none.
pub(super) fn write_main(main: &[impl Phrase], lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_list_under(lang.pick("，主要污染指标：", ", main pollution indicators: "), main, lang, f)
}
