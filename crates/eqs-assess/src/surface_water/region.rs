//! Regions (区域): rivers by all their sections, lakes by their number.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Lang, Note, Outcome, Phrase, Reason, Verdict};
use eqs_standards::gb3838::Gb3838;

use super::lake::Lake;
use super::proportions::ClassCounts;
use super::river::{River, RiverStatus, by_proportions};

/// The surface water of a region or a country.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Region {
    /// All sections of its rivers, by the shares of their classes.
    pub rivers: Verdict<RiverStatus>,
    /// Its lakes and reservoirs of each class; no status words are known for them.
    pub lakes: Verdict<ClassCounts>,
}

/// Judges a region by its rivers and lakes. Grade C, as the notes say: rivers by the shares of classes over all sections,
/// however few; lakes and reservoirs by their number, not by area or storage.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::{WaterOptions, lake, region, river};
/// use eqs_core::{Indicator, Quantity, Unit, WaterStatus};
/// use eqs_standards::gb3838::Gb3838;
///
/// let standard = Gb3838::named("2002")?;
/// let section = [(Indicator::NH3_N, Quantity::parse("0.34", Unit::MG_PER_L)?)];
/// let river = river(standard, &[section; 3], WaterOptions::default())?;
/// let lake = lake(standard, &[[section]], WaterOptions::default())?;
/// let region = region(standard, &[river], &[lake]);
/// assert_eq!(region.rivers.outcome.determined().unwrap().status, WaterStatus::Excellent);
/// assert_eq!(region.lakes.outcome.determined().unwrap().total(), 1);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn region(standard: Gb3838, rivers: &[River], lakes: &[Lake]) -> Region {
    let sections: Vec<_> = rivers.iter().flat_map(|river| &river.sections).cloned().collect();
    let mut rivers = by_proportions(standard, &sections);
    rivers.notes.push(Note::Reading {
        word: "区域内河流",
        word_en: "rivers of a region",
        zh: "按全部断面的类别比例评价（确认等级C）",
        en: "by the shares of classes over all sections (confirmation grade C)",
    });
    let grades = lakes.iter().filter_map(|lake| Some(lake.whole.outcome.determined()?.grade));
    let counts: ClassCounts = grades.collect();
    let outcome = match lakes.len().saturating_sub(counts.total()) {
        0 => Outcome::Determined(counts),
        undetermined => {
            Outcome::Undetermined(alloc::vec![Reason::PartsUndetermined { undetermined, parts: lakes.len() }])
        }
    };
    let by_number = Note::Reading {
        word: "区域内湖库",
        word_en: "lakes and reservoirs of a region",
        zh: "按个数统计（确认等级C）",
        en: "by number (confirmation grade C)",
    };
    Region { rivers, lakes: Verdict { outcome, findings: Vec::new(), notes: alloc::vec![by_number] } }
}

impl Phrase for Region {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(lang.pick("河流：", "rivers: "))?;
        self.rivers.write(lang, f)?;
        f.write_str(lang.pick("湖库：", " Lakes and reservoirs: "))?;
        self.lakes.write(lang, f)
    }
}
