//! GB/T 14848 Standard for groundwater quality (地下水质量标准): classes of 39 regular and 54 non-regular indicators.

use alloc::boxed::Box;

use eqs_core::table::{Reader, same};
use eqs_core::{Clause, Decimal, Indicator, Medium, Relation, Unit, WaterClass};

use crate::limit::{Limit, Requirement, Standing};
use crate::reading::band::Band;
use crate::reading::cell;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of GB/T 14848; there is one here, of 2017.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Indicator, Lang, Phrase, WaterClass};
    /// use eqs_standards::gbt14848::Gbt14848;
    ///
    /// let standard = Gbt14848::named("2017")?;
    /// let item = standard.item("氟化物".parse()?).unwrap();
    /// assert_eq!(item.requirement(WaterClass::III).say(Lang::En).to_string(), "≤ 1.0");
    /// assert_eq!(item.requirement(WaterClass::V).say(Lang::En).to_string(), "> 2.0");
    /// let surfactants = standard.item_by_key("las").unwrap();
    /// assert_eq!(surfactants.requirement(WaterClass::I).say(Lang::Zh).to_string(), "不得检出");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct Gbt14848, "../data/gbt14848/editions.csv", ["2017"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "GB/T 14848",
    code: "gbt14848",
    medium: Medium::Water,
    sources: SourceList::Water,
    timeline: &TIMELINE,
    limits: |edition| Box::new(Gbt14848::of(edition).limits()),
};

/// An indicator of table 1 (regular, 常规指标) or table 2 (non-regular, 非常规指标).
#[derive(Clone, Copy, Debug)]
pub struct GroundWaterItem {
    /// The table.
    pub table: &'static str,
    /// The serial number.
    pub item: &'static str,
    /// The printed Chinese name.
    pub zh: &'static str,
    /// What is measured.
    pub indicator: Indicator,
    /// The name of its column in files of samples.
    pub key: &'static str,
    /// The group, such as `toxicological`.
    pub group: &'static str,
    /// The unit of its limits.
    pub unit: Unit,
    classes: [Requirement; WaterClass::ALL.len()],
    origin: cell::Origin,
}

const HEADER: &str = "item,item_zh,symbol,key,group,unit,I,II,III,IV,V,confirmation,sources,note";

eqs_core::table! {
    static TABLE_1: [GroundWaterItem] = "../data/gbt14848/2017-table1.csv", HEADER, regular;
}

eqs_core::table! {
    static TABLE_2: [GroundWaterItem] = "../data/gbt14848/2017-table2.csv", HEADER, non_regular;
}

impl Gbt14848 {
    /// The indicators of both tables in the order of the print.
    pub fn items(self) -> impl Iterator<Item = &'static GroundWaterItem> {
        TABLE_1.iter().chain(&TABLE_2)
    }

    /// The row of an indicator; `None` where the standard has none.
    #[must_use]
    pub fn item(self, indicator: Indicator) -> Option<&'static GroundWaterItem> {
        self.items().find(|item| item.indicator == indicator)
    }

    /// The row of a column name such as `nh3n`.
    #[must_use]
    pub fn item_by_key(self, key: &str) -> Option<&'static GroundWaterItem> {
        self.items().find(|item| item.key == key)
    }

    /// All cells, row by row.
    pub fn limits(self) -> impl Iterator<Item = Limit> {
        self.items().flat_map(move |item| WaterClass::ALL.iter().map(move |class| self.at(item, *class)))
    }

    /// What one class asks of an indicator.
    #[must_use]
    pub fn limit(self, indicator: Indicator, class: WaterClass) -> Option<Limit> {
        self.item(indicator).map(|item| self.at(item, class))
    }

    /// The cell of an indicator and a class, with its citation.
    #[must_use]
    pub fn at(self, item: &GroundWaterItem, class: WaterClass) -> Limit {
        let cell::Origin { confirmation, sources, note } = item.origin;
        Limit {
            edition: self.edition,
            medium: Medium::Water,
            indicator: item.indicator,
            scope: Scope::GroundWater { class },
            requirement: item.requirement(class),
            unit: item.unit,
            standing: Standing::Binding,
            citation: self.edition.cite(Clause::Table { table: item.table, item: item.item }),
            confirmation,
            sources,
            note,
        }
    }
}

impl GroundWaterItem {
    /// The cell of a class as printed.
    #[must_use]
    pub const fn requirement(&self, class: WaterClass) -> Requirement {
        let [first, second, third, fourth, fifth] = self.classes;
        match class {
            WaterClass::I => first,
            WaterClass::II => second,
            WaterClass::III => third,
            WaterClass::IV => fourth,
            WaterClass::V => fifth,
        }
    }
}

const fn regular(reader: &mut Reader) -> GroundWaterItem {
    row("1", reader)
}

const fn non_regular(reader: &mut Reader) -> GroundWaterItem {
    row("2", reader)
}

const fn row(table: &'static str, reader: &mut Reader) -> GroundWaterItem {
    let (item, zh, indicator) = (reader.required(), reader.required(), reader.indicator());
    let (key, group, unit) = (reader.required(), reader.required(), reader.unit());
    let first = requirement(reader, None);
    let second = requirement(reader, Some(first));
    let third = requirement(reader, Some(second));
    let fourth = requirement(reader, Some(third));
    let fifth = requirement(reader, Some(fourth));
    let classes = [first, second, third, fourth, fifth];
    GroundWaterItem { table, item, zh, indicator, key, group, unit, classes, origin: cell::origin(reader) }
}

/// A cell: a limit, `>limit` for class V, a band or two of pH, `ND`, 无 or 有. A limit that is stricter than that of
/// the better class is refused, and so is a class V that does not begin where another class ends.
const fn requirement(reader: &mut Reader, better: Option<Requirement>) -> Requirement {
    let cell = reader.required();
    if same(cell, "ND") {
        return Requirement::NotDetected;
    } else if same(cell, "无") {
        return Requirement::Absent;
    } else if same(cell, "有") {
        return Requirement::Present;
    }
    if let (one, Some(other)) = cell::split(cell, " or ") {
        return match (Band::parse(one), Band::parse(other)) {
            (Some(one), Some(other)) => Requirement::Either(one, other),
            _ => reader.refuse("two bands"),
        };
    }
    let band = match (Decimal::parse(cell), Band::parse(cell)) {
        (Ok(limit), _) => Band::of(Relation::AtMost, limit),
        (_, Some(band)) => band,
        _ => reader.refuse("a limit, a band, ND, 无 or 有"),
    };
    let (Some(Requirement::Band(better)), Some((relation, value))) = (better, band.edge()) else {
        return Requirement::Band(band);
    };
    let runs = match (relation, better.edge()) {
        (Relation::AtMost, Some((_, limit))) => limit.compare(value).is_le(),
        // Radioactivity prints class IV and V alike.
        (Relation::Above, Some((_, limit))) => limit.compare(value).is_eq(),
        _ => false,
    };
    if !runs {
        reader.refuse("a class that is not stricter than the better one and leaves no gap");
    }
    Requirement::Band(band)
}
