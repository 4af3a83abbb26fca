//! 城市黑臭水体整治工作指南 Guideline for the treatment of urban black and odorous water: light and heavy degree by four
//! indicators.

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{BlackOdorous, Citation, Clause, Confirmation, Indicator, Medium, Unit};

use crate::reading::band::Band;
use crate::reading::cell;
use crate::reading::grades::Grade;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of the guideline; there is one here, of 2015. Its first day is not known: it is given as the last of
    /// the year.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{BlackOdorous, Indicator};
    /// use eqs_standards::black_odorous::BlackOdorousWater;
    ///
    /// let guideline = BlackOdorousWater::named("2015")?;
    /// let item = guideline.item(Indicator::NH3_N).unwrap();
    /// assert_eq!(item.degree("15".parse()?), Some(BlackOdorous::Light));
    /// assert_eq!(item.degree("15.1".parse()?), Some(BlackOdorous::Heavy));
    /// assert_eq!(item.degree("8.0".parse()?), None);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct BlackOdorousWater, "../data/black-odorous/editions.csv", ["2015"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "城市黑臭水体整治工作指南",
    code: "black_odorous",
    medium: Medium::Water,
    sources: SourceList::Water,
    timeline: &TIMELINE,
    limits: |edition| {
        Box::new(ITEMS.iter().flat_map(move |item| {
            item.grades().into_iter().map(move |row| {
                let scope = Scope::BlackOdorous { degree: row.grade };
                row.limit(edition, Medium::Water, (item.indicator, item.unit), scope)
            })
        }))
    },
};

/// An indicator with the values of both degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BlackOdorousItem {
    /// The indicator.
    pub indicator: Indicator,
    /// The unit of its values.
    pub unit: Unit,
    /// The values of the light degree.
    pub light: Band,
    /// The values of the heavy degree.
    pub heavy: Band,
    /// Where it stands.
    pub citation: Citation,
    /// How well the printed values are confirmed.
    pub confirmation: Confirmation,
    /// How well it is confirmed that the end of the light degree towards good water does not belong to it.
    pub edge_confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else is to be said of it.
    pub note: &'static str,
}

eqs_core::table! {
    static ITEMS: [BlackOdorousItem] = "../data/black-odorous/2015-table.csv",
        "symbol,unit,light_printed,heavy_printed,light,heavy,confirmation,edge_confirmation,sources,note", item;
}

impl BlackOdorousWater {
    /// The four indicators.
    #[must_use]
    pub const fn items(self) -> &'static [BlackOdorousItem] {
        &ITEMS
    }

    /// One of them.
    #[must_use]
    pub fn item(self, indicator: Indicator) -> Option<&'static BlackOdorousItem> {
        ITEMS.iter().find(|item| item.indicator == indicator)
    }
}

impl BlackOdorousItem {
    /// The degree of a single value; `None` where it is neither.
    #[must_use]
    pub const fn degree(&self, value: eqs_core::Decimal) -> Option<BlackOdorous> {
        if self.heavy.contains(value) {
            Some(BlackOdorous::Heavy)
        } else if self.light.contains(value) {
            Some(BlackOdorous::Light)
        } else {
            None
        }
    }

    fn grades(&self) -> [Grade<BlackOdorous>; 2] {
        let Self { light, heavy, citation, confirmation, edge_confirmation, sources, note, .. } = *self;
        let heavy =
            Grade { grade: BlackOdorous::Heavy, values: heavy, citation, confirmation, sources, note };
        // The light degree has the end towards good water, which is confirmed apart.
        let confirmation = confirmation.max(edge_confirmation);
        [Grade { grade: BlackOdorous::Light, values: light, confirmation, ..heavy }, heavy]
    }
}

const fn item(reader: &mut Reader) -> BlackOdorousItem {
    let (indicator, unit) = (reader.indicator(), reader.unit());
    reader.required();
    reader.required();
    let (light, heavy) = (Band::read(reader), Band::read(reader));
    if !light.follows(heavy) && !heavy.follows(light) {
        reader.refuse("a heavy degree that begins where the light one ends");
    }
    BlackOdorousItem {
        indicator,
        unit,
        light,
        heavy,
        citation: EDITIONS[0].cite(Clause::Whole),
        confirmation: reader.confirmation(),
        edge_confirmation: reader.confirmation(),
        sources: reader.required(),
        note: reader.text(),
    }
}
