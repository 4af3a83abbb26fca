//! GB 36600 Risk control standard for soil contamination of development land (土壤环境质量 建设用地土壤污染风险管控标准):
//! screening and intervention values of 45 basic and 40 other items for two types of land.

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{Clause, ConstructionLand, Decimal, Indicator, Medium, SoilValue, Unit};

use crate::limit::{Limit, Requirement, Standing};
use crate::reading::cell;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of GB 36600; there is one here, of 2018.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{ConstructionLand, SoilValue};
    /// use eqs_standards::gb36600::Gb36600;
    ///
    /// let standard = Gb36600::named("2018")?;
    /// let limit = standard.limit("六价铬".parse()?, ConstructionLand::SecondType, SoilValue::Screening).unwrap();
    /// assert_eq!(limit.value().unwrap().to_string(), "5.7 mg/kg");
    /// assert_eq!(standard.items().next().unwrap().cas, "7440-38-2");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct Gb36600, "../data/gb36600/editions.csv", ["2018"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "GB 36600",
    code: "gb36600",
    medium: Medium::Soil,
    sources: SourceList::Land,
    timeline: &TIMELINE,
    limits: |edition| Box::new(Gb36600::of(edition).limits()),
};

/// An item of table 1 (basic items, 基本项目) or table 2 (other items, 其他项目).
#[derive(Clone, Copy, Debug)]
pub struct SiteItem {
    /// The table.
    pub table: &'static str,
    /// The serial number.
    pub item: &'static str,
    /// The group, such as 挥发性有机物.
    pub group_zh: &'static str,
    /// The printed Chinese name.
    pub zh: &'static str,
    /// What is measured.
    pub indicator: Indicator,
    /// The printed CAS number, two separated by `;` for a sum; empty where none is printed.
    pub cas: &'static str,
    /// The unit of its values.
    pub unit: Unit,
    screening: [Decimal; 2],
    intervention: [Decimal; 2],
    origin: cell::Origin,
}

const HEADER: &str = "item,group_zh,item_zh,item_en,symbol,cas,screening1,screening2,intervention1,intervention2,\
                      unit,cas_confirmation,confirmation,sources,note";

eqs_core::table! {
    static TABLE_1: [SiteItem] = "../data/gb36600/2018-table1.csv", HEADER, basic;
}

eqs_core::table! {
    static TABLE_2: [SiteItem] = "../data/gb36600/2018-table2.csv", HEADER, other;
}

impl Gb36600 {
    /// The items of both tables in the order of the print.
    pub fn items(self) -> impl Iterator<Item = &'static SiteItem> {
        TABLE_1.iter().chain(&TABLE_2)
    }

    /// The value of an item for a type of land; `None` where the standard has no such item.
    #[must_use]
    pub fn limit(self, indicator: Indicator, land: ConstructionLand, value: SoilValue) -> Option<Limit> {
        let item = self.items().find(|item| item.indicator == indicator)?;
        Some(self.at(item, land, value))
    }

    /// All values: for each item the screening values of both types of land, then the intervention values.
    pub fn limits(self) -> impl Iterator<Item = Limit> {
        self.items().flat_map(move |item| {
            SoilValue::ALL.iter().flat_map(move |value| {
                ConstructionLand::ALL.iter().map(move |land| self.at(item, *land, *value))
            })
        })
    }

    fn at(self, item: &SiteItem, land: ConstructionLand, value: SoilValue) -> Limit {
        let [first, second] = match value {
            SoilValue::Screening => item.screening,
            SoilValue::Intervention => item.intervention,
        };
        let number = match land {
            ConstructionLand::FirstType => first,
            ConstructionLand::SecondType => second,
        };
        let cell::Origin { confirmation, sources, note } = item.origin;
        Limit {
            edition: self.edition,
            medium: Medium::Soil,
            indicator: item.indicator,
            scope: Scope::ConstructionLand { land, value },
            requirement: Requirement::at_most(number),
            unit: item.unit,
            standing: Standing::Binding,
            citation: self.edition.cite(Clause::Table { table: item.table, item: item.item }),
            confirmation,
            sources,
            note,
        }
    }
}

const fn basic(reader: &mut Reader) -> SiteItem {
    row("1", reader)
}

const fn other(reader: &mut Reader) -> SiteItem {
    row("2", reader)
}

/// A row; values that are laxer for the first type of land, or above their intervention value, are refused.
const fn row(table: &'static str, reader: &mut Reader) -> SiteItem {
    let (item, group_zh, zh) = (reader.required(), reader.required(), reader.required());
    reader.required();
    let (indicator, cas) = (reader.indicator(), reader.text());
    let screening = [reader.decimal(), reader.decimal()];
    let intervention = [reader.decimal(), reader.decimal()];
    if screening[0].compare(screening[1]).is_gt()
        || intervention[0].compare(intervention[1]).is_gt()
        || screening[0].compare(intervention[0]).is_gt()
        || screening[1].compare(intervention[1]).is_gt()
    {
        reader.refuse("values that rise with the type of land and from screening to intervention");
    }
    let unit = reader.unit();
    reader.text();
    SiteItem {
        table,
        item,
        group_zh,
        zh,
        indicator,
        cas,
        unit,
        screening,
        intervention,
        origin: cell::origin(reader),
    }
}
