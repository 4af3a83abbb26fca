//! GB 3838 Environmental quality standards for surface water (地表水环境质量标准): the classes of table 1, the items
//! of drinking-water sources in tables 2 and 3, and the detection limits of table 4.

mod detection;
mod source_item;

use alloc::boxed::Box;

use eqs_core::table::{Reader, same};
use eqs_core::{
    Citation, Clause, Confirmation, Decimal, Indicator, Medium, Quantity, Relation, Unit, WaterBody,
    WaterClass,
};

pub use self::detection::DetectionLimits;
pub use self::source_item::SourceItem;
use crate::limit::{Limit, Requirement, Standing};
use crate::reading::band::Band;
use crate::reading::cell;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of GB 3838; there is one, of 2002.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Indicator, WaterBody, WaterClass};
    /// use eqs_standards::gb3838::Gb3838;
    ///
    /// let standard = Gb3838::named("2002")?;
    /// let river = standard.item(Indicator::TP, WaterBody::River).unwrap();
    /// let lake = standard.item(Indicator::TP, WaterBody::Lake).unwrap();
    /// assert_eq!(river.limit(WaterClass::III).unwrap().to_string(), "0.2 mg/L");
    /// assert_eq!(lake.limit(WaterClass::III).unwrap().to_string(), "0.05 mg/L");
    /// assert!(standard.item(Indicator::TN, WaterBody::River).is_none());
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    pub struct Gb3838, "../data/gb3838/editions.csv", ["2002"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "GB 3838",
    code: "gb3838",
    medium: Medium::Water,
    sources: SourceList::Water,
    timeline: &TIMELINE,
    limits: |edition| Box::new(Gb3838::of(edition).limits()),
};

/// An item of table 1: basic items of surface water (地表水环境质量标准基本项目).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaterItem {
    /// What is measured.
    pub indicator: Indicator,
    /// The name of its column in files of samples, such as `codmn`.
    pub key: &'static str,
    /// The printed Chinese name.
    pub zh: &'static str,
    /// The kind of water body that the row is for; `None`: all.
    pub body: Option<WaterBody>,
    /// The unit of its limits.
    pub unit: Unit,
    /// The limits of the five classes.
    pub limits: WaterLimits,
    /// Whether the item sets the class.
    pub role: Role,
    /// Whether an exceedance multiple is defined for it.
    pub has_multiple: bool,
    /// Whether it is named first among the main pollution indicators, and why.
    pub priority: Priority,
    /// Edition, table and item.
    pub citation: Citation,
    /// How well the row is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else is to be said of the row; empty where nothing is.
    pub note: &'static str,
}

/// The limits of an item, class by class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaterLimits {
    /// A value meets a class if it stands in `relation` to the limit of the class; `None`: no limit printed.
    Each {
        /// [`Relation::AtMost`], or [`Relation::AtLeast`] for dissolved oxygen.
        relation: Relation,
        /// The limits of classes I to V.
        limits: [Option<Decimal>; 5],
    },
    /// One closed interval for all classes (pH).
    Range {
        /// The lower end.
        low: Decimal,
        /// The upper end.
        high: Decimal,
    },
    /// The man-made change of the weekly mean is limited, not the value (water temperature).
    Change {
        /// The largest rise.
        rise: Decimal,
        /// The largest drop.
        drop: Decimal,
    },
}

eqs_core::vocabulary! {
    /// What an item does in the assessment (环办〔2011〕22号).
    pub enum Role {
        /// One of the 21 items that set the class.
        Assessed = "assessed", "评价指标", "assessed";
        /// Reported apart: temperature, total nitrogen, faecal coliforms.
        Reference = "reference", "参考指标", "reference";
        /// A second reading of another item: oxygen saturation for class I.
        Alternative = "alternative", "替代表述", "alternative";
    }
}

eqs_core::vocabulary! {
    /// Whether an item comes first among the main pollution indicators (环办〔2011〕22号 二(一)3).
    pub enum Priority {
        /// Named in the method: cyanide, lead, chromium.
        Named = "named", "办法列名", "named in the method";
        /// Proposed member of the method's "other heavy metals" (grade C).
        Group = "group", "其他重金属（未经确认）", "proposed heavy metal";
        /// No priority.
        None = "", "无", "none";
    }
}

eqs_core::table! {
    static TABLE_1: [WaterItem] = "../data/gb3838/2002-table1.csv",
        "item,item_zh,symbol,key,body,unit,relation,I,II,III,IV,V,role,multiple,priority,confirmation,sources,note",
        item;
}

impl Gb3838 {
    /// The rows of table 1 as printed; items 3 and 8 have two.
    #[must_use]
    pub const fn items(self) -> &'static [WaterItem] {
        &TABLE_1
    }

    /// The row of an indicator for a kind of water body; `None` where the table has none.
    #[must_use]
    pub fn item(self, indicator: Indicator, body: WaterBody) -> Option<&'static WaterItem> {
        self.items().iter().find(|item| item.indicator == indicator && item.is_for(body))
    }

    /// The row of a column name such as `codmn` for a kind of water body.
    #[must_use]
    pub fn item_by_key(self, key: &str, body: WaterBody) -> Option<&'static WaterItem> {
        self.items().iter().find(|item| item.key == key && item.is_for(body))
    }

    /// The items of table 2 (supplementary, 补充项目) and table 3 (specific, 特定项目): centralised drinking-water
    /// sources with surface water, protection zones of the first and second grade.
    pub fn source_items(self) -> impl Iterator<Item = &'static SourceItem> {
        SourceItem::all()
    }

    /// The item of table 2 or 3 of an indicator.
    #[must_use]
    pub fn source_item(self, indicator: Indicator) -> Option<&'static SourceItem> {
        self.source_items().find(|item| item.indicator == indicator)
    }

    /// The lowest detection limits (最低检出限) of an item of table 1, from table 4; `None` for water temperature, pH and
    /// faecal coliforms.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Indicator;
    /// use eqs_standards::gb3838::Gb3838;
    ///
    /// let row = Gb3838::named("2002")?.detection_limits(Indicator::NH3_N).unwrap();
    /// let limits: Vec<_> = row.limits().map(|limit| limit.to_string()).collect();
    /// assert_eq!(limits, ["0.01", "0.05"]);
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    #[must_use]
    pub fn detection_limits(self, indicator: Indicator) -> Option<&'static DetectionLimits> {
        DetectionLimits::of(indicator)
    }

    /// All cells of table 1, row by row, then tables 2 and 3.
    pub fn limits(self) -> impl Iterator<Item = Limit> {
        let classes = self.items().iter().flat_map(move |item| {
            WaterClass::ALL.iter().filter_map(move |class| {
                let requirement = item.requirement(*class)?;
                Some(Limit {
                    edition: self.edition,
                    medium: Medium::Water,
                    indicator: item.indicator,
                    scope: Scope::SurfaceWater { class: *class, body: item.body },
                    requirement,
                    unit: item.unit,
                    standing: Standing::Binding,
                    citation: item.citation,
                    confirmation: item.confirmation,
                    sources: item.sources,
                    note: item.note,
                })
            })
        });
        classes.chain(self.source_items().map(move |item| item.limit(self.edition)))
    }
}

impl WaterItem {
    /// Whether the row is for this kind of water body.
    #[must_use]
    pub fn is_for(&self, body: WaterBody) -> bool {
        self.body.is_none_or(|own| own == body)
    }

    /// What one class asks of a value; `None` where nothing is printed.
    #[must_use]
    pub fn requirement(&self, class: WaterClass) -> Option<Requirement> {
        match self.limits {
            WaterLimits::Each { relation, .. } => {
                self.limit(class).map(|limit| Requirement::Band(Band::of(relation, limit.value)))
            }
            WaterLimits::Range { low, high } => Some(Requirement::Band(Band::between(low, true, high, true))),
            WaterLimits::Change { rise, drop } => Some(Requirement::Change { rise, drop }),
        }
    }

    /// The limit of one class; `None` where none or no single value is printed.
    #[must_use]
    pub fn limit(&self, class: WaterClass) -> Option<Quantity> {
        let WaterLimits::Each { limits, .. } = self.limits else {
            return None;
        };
        let at = WaterClass::ALL.iter().position(|other| *other == class)?;
        limits.get(at).copied().flatten().map(|limit| Quantity::new(limit, self.unit))
    }
}

const fn item(reader: &mut Reader) -> WaterItem {
    let number = reader.required();
    let clause = Clause::Table { table: "1", item: number };
    let zh = reader.required();
    let (indicator, key) = (reader.indicator(), reader.required());
    let body = body(reader);
    let unit = reader.unit();
    let limits = limits(reader);
    let role = Role::read(reader);
    let multiple = reader.required();
    if !same(multiple, "yes") && !same(multiple, "no") {
        reader.refuse("yes or no");
    }
    let priority = Priority::read(reader);
    let cell::Origin { confirmation, sources, note } = cell::origin(reader);
    WaterItem {
        indicator,
        key,
        zh,
        body,
        unit,
        limits,
        role,
        has_multiple: same(multiple, "yes"),
        priority,
        citation: Citation::Standard { standard: "GB 3838", edition: "2002", clause },
        confirmation,
        sources,
        note,
    }
}

const fn body(reader: &mut Reader) -> Option<WaterBody> {
    let cell = reader.text();
    match WaterBody::from_code(cell) {
        None if !same(cell, "all") => reader.refuse("all, river or lake"),
        body => body,
    }
}

/// The relation and the five cells behind it; a table whose limits do not run with the classes is refused.
const fn limits(reader: &mut Reader) -> WaterLimits {
    let relation = reader.required();
    if same(relation, "temp-rule") {
        let cell = reader.required();
        let changes = match cell::split(cell, ";") {
            (rise, Some(drop)) => (Band::parse(rise), Band::parse(drop)),
            _ => (None, None),
        };
        return match changes {
            (Some(Band { low: None, high: Some(rise) }), Some(Band { low: None, high: Some(drop) })) => {
                expect_same_in_every_class(cell, reader);
                WaterLimits::Change { rise: rise.value, drop: drop.value }
            }
            _ => reader.refuse("rise<=number;drop<=number"),
        };
    }
    if same(relation, "range") {
        let (cell, (low, high)) = reader.range();
        expect_same_in_every_class(cell, reader);
        return WaterLimits::Range { low, high };
    }
    let relation = if same(relation, "le") {
        Relation::AtMost
    } else if same(relation, "ge") {
        Relation::AtLeast
    } else {
        reader.refuse("le, ge, range or temp-rule")
    };
    let mut limits = [None; 5];
    let mut rest: &mut [Option<Decimal>] = &mut limits;
    let mut better: Option<Decimal> = None;
    while let [limit, tail @ ..] = rest {
        *limit = reader.optional_decimal();
        if let (Some(better), Some(limit)) = (better, *limit) {
            let runs = match relation {
                Relation::AtLeast => better.compare(limit).is_ge(),
                _ => better.compare(limit).is_le(),
            };
            if !runs {
                reader.refuse("a limit not stricter than that of the better class");
            }
        }
        better = *limit;
        rest = tail;
    }
    WaterLimits::Each { relation, limits }
}

/// The cells of classes II to V, which repeat that of class I.
const fn expect_same_in_every_class(cell: &str, reader: &mut Reader) {
    let others = [reader.text(), reader.text(), reader.text(), reader.text()];
    let mut rest: &[&str] = &others;
    while let [other, tail @ ..] = rest {
        if !same(other, cell) {
            reader.refuse("the same cell in every class");
        }
        rest = tail;
    }
}
