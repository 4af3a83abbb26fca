//! HJ 633 Technical regulation on ambient air quality index (环境空气质量指数（AQI）技术规定): break points,
//! the entries of each report, what holds above the last node, and the categories.

mod groups;

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{
    AqiLevel, Averaging, Citation, Clause, Confirmation, Decimal, DecimalOverflow, Fraction, Indicator,
    Medium, NaiveDate, NotInForce, Place, Rounding, Segment, Unit,
};

pub use self::groups::SensitiveGroups;
use crate::gb3095::Gb3095;
use crate::limit::{Limit, Requirement, Standing};
use crate::reading::cell;
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of HJ 633.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Averaging, Indicator};
    /// use eqs_standards::hj633::Hj633;
    ///
    /// let column = Hj633::named("2026")?.column(Indicator::PM2_5, Averaging::Day).unwrap();
    /// let nodes: Vec<_> = column.nodes().map(|node| (node.index, node.concentration.to_string())).collect();
    /// assert_eq!(nodes[2], (100, "60".to_owned()));
    /// assert_eq!(nodes.len(), 8);
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    pub struct Hj633, "../data/hj633/editions.csv", ["2012", "2026"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "HJ 633",
    code: "hj633",
    medium: Medium::Air,
    sources: SourceList::Air,
    timeline: &TIMELINE,
    limits: |edition| {
        let columns = Hj633::of(edition).columns().iter();
        Box::new(columns.flat_map(move |column| {
            column.nodes().map(move |node| Limit {
                edition,
                medium: Medium::Air,
                indicator: column.indicator,
                scope: Scope::Index { averaging: column.averaging, index: node.index },
                requirement: Requirement::at_most(node.concentration),
                unit: column.unit,
                standing: Standing::Grading,
                citation: column.citation,
                confirmation: Confirmation::A,
                sources: column.sources,
                note: "",
            })
        }))
    },
};

eqs_core::vocabulary! {
    /// Which report the index is made for.
    pub enum Report {
        /// Daily report (日报).
        Daily = "daily", "日报", "daily report";
        /// Hourly, real-time report (实时报).
        Hourly = "hourly", "实时报", "hourly report";
    }
}

eqs_core::vocabulary! {
    /// An entry of a report: one value that gets a sub-index (HJ 633-2012 5.1.2 and 5.1.3, -2026 4.2.2 and
    /// 4.2.3), in the order of the break-point table.
    pub enum Entry {
        /// Sulfur dioxide: mean of the day or hour.
        So2 = "so2", "SO2", "SO2";
        /// Nitrogen dioxide: mean of the day or hour.
        No2 = "no2", "NO2", "NO2";
        /// Carbon monoxide: mean of the day or hour.
        Co = "co", "CO", "CO";
        /// Ozone: mean of the hour; in the daily report the largest of the day.
        O3OneHour = "o3_1h", "O3 1小时", "O3 1 h";
        /// Ozone: sliding mean of eight hours; in the daily report the largest of the day.
        O3EightHours = "o3_8h", "O3 8小时", "O3 8 h";
        /// Inhalable particulate matter: mean of the day or hour.
        Pm10 = "pm10", "PM10", "PM10";
        /// Fine particulate matter: mean of the day or hour.
        Pm2_5 = "pm25", "PM2.5", "PM2.5";
    }
}

impl Entry {
    /// The pollutant.
    #[must_use]
    pub const fn indicator(self) -> Indicator {
        match self {
            Self::So2 => Indicator::SO2,
            Self::No2 => Indicator::NO2,
            Self::Co => Indicator::CO,
            Self::O3OneHour | Self::O3EightHours => Indicator::O3,
            Self::Pm10 => Indicator::PM10,
            Self::Pm2_5 => Indicator::PM2_5,
        }
    }
}

/// A column of the break-point table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The pollutant.
    pub indicator: Indicator,
    /// The averaging time that the column is headed with.
    pub averaging: Averaging,
    /// The unit of its concentrations.
    pub unit: Unit,
    /// The column's table.
    pub citation: Citation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What holds above its last node.
    pub above: AboveLastNode,
    nodes: [Option<Node>; NODES],
}

/// A node: a concentration and its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Node {
    /// The index (IAQI).
    pub index: u16,
    /// The concentration as printed.
    pub concentration: Decimal,
}

/// What holds for a concentration above the last node of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AboveLastNode {
    /// The index that is set; `None`: no index is calculated from this column.
    pub index: Option<u16>,
    /// The rule.
    pub citation: Citation,
    /// How well it is confirmed.
    pub confirmation: Confirmation,
}

/// How an entry is treated in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntryRule {
    /// The report.
    pub report: Report,
    /// The entry.
    pub entry: Entry,
    /// The averaging time of the column that is used.
    pub column: Averaging,
    /// The places to which the concentration is rounded, half to even, before the formula.
    pub places: u8,
    /// The rule that makes it an entry of this report.
    pub citation: Citation,
    /// How well that rule is confirmed.
    pub confirmation: Confirmation,
    /// The rule of the places.
    pub digits: Citation,
    /// How well that rule is confirmed.
    pub digits_confirmation: Confirmation,
}

/// A category of the index (空气质量指数类别).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Category {
    /// The level.
    pub level: AqiLevel,
    /// The printed number of the level (一级).
    pub level_zh: &'static str,
    /// The printed category (优).
    pub category_zh: &'static str,
    /// The category in English.
    pub category_en: &'static str,
    /// The printed colour (绿色).
    pub color_zh: &'static str,
    /// The lowest index of the category as printed.
    pub low: u16,
    /// The highest index of the category; `None` where none is printed.
    pub high: Option<u16>,
    /// The colour as `#RRGGBB`.
    pub hex: &'static str,
    /// Effect on health, in our words.
    pub health_effect: &'static str,
    /// Advised measures, in our words.
    pub advice: &'static str,
    /// The table.
    pub citation: Citation,
    /// How well the row is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
}

/// The number of nodes of a full column.
const NODES: usize = 8;
/// The columns as printed: pollutant, averaging time, unit.
const COLUMNS: [(Indicator, Averaging, Unit); 10] = [
    (Indicator::SO2, Averaging::Day, Unit::UG_PER_M3),
    (Indicator::SO2, Averaging::Hour, Unit::UG_PER_M3),
    (Indicator::NO2, Averaging::Day, Unit::UG_PER_M3),
    (Indicator::NO2, Averaging::Hour, Unit::UG_PER_M3),
    (Indicator::PM10, Averaging::Day, Unit::UG_PER_M3),
    (Indicator::CO, Averaging::Day, Unit::MG_PER_M3),
    (Indicator::CO, Averaging::Hour, Unit::MG_PER_M3),
    (Indicator::O3, Averaging::Hour, Unit::UG_PER_M3),
    (Indicator::O3, Averaging::EightHours, Unit::UG_PER_M3),
    (Indicator::PM2_5, Averaging::Day, Unit::UG_PER_M3),
];

#[derive(Debug)]
struct Tables {
    columns: [Column; COLUMNS.len()],
    entries: &'static [EntryRule],
    categories: &'static [Category],
}

#[derive(Clone, Copy)]
struct NodeRow {
    index: u16,
    concentrations: [Option<Decimal>; COLUMNS.len()],
    sources: &'static str,
}

#[derive(Clone, Copy)]
struct AboveRow {
    indicator: Indicator,
    averaging: Averaging,
    index: Option<u16>,
    clause: Clause,
    confirmation: Confirmation,
}

const NODE_HEADER: &str = "iaqi,SO2 24h,SO2 1h,NO2 24h,NO2 1h,PM10 24h,CO 24h,CO 1h,O3 1h,O3 8h,PM2.5 24h,\
                           confirmation,sources";

eqs_core::table! {
    static NODES_2012: [NodeRow] = "../data/hj633/2012-table1.csv", NODE_HEADER, node_row;
}

eqs_core::table! {
    static NODES_2026: [NodeRow] = "../data/hj633/2026-table3.csv", NODE_HEADER, node_row;
}

const ABOVE_HEADER: &str = "symbol,column,index,clause,confirmation,sources,note";

eqs_core::table! {
    static ABOVE_2012: [AboveRow] = "../data/hj633/2012-above.csv", ABOVE_HEADER, above_row;
}

eqs_core::table! {
    static ABOVE_2026: [AboveRow] = "../data/hj633/2026-above.csv", ABOVE_HEADER, above_row;
}

const ENTRY_HEADER: &str = "report,entry,symbol,column,decimals,clause,confirmation,\
                            digits_standard,digits_edition,digits_clause,digits_confirmation,note";

eqs_core::table! {
    static ENTRIES_2012: [EntryRule] = "../data/hj633/2012-entries.csv", ENTRY_HEADER, entry_2012;
}

eqs_core::table! {
    static ENTRIES_2026: [EntryRule] = "../data/hj633/2026-entries.csv", ENTRY_HEADER, entry_2026;
}

const CATEGORY_HEADER: &str = "level,level_zh,category_zh,category_en,color_zh,index_low,index_high,hex,\
                               health_effect,advice,confirmation,sources,note";

eqs_core::table! {
    static CATEGORIES_2012: [Category] = "../data/hj633/2012-categories.csv", CATEGORY_HEADER, category_2012;
}

eqs_core::table! {
    static CATEGORIES_2026: [Category] = "../data/hj633/2026-categories.csv", CATEGORY_HEADER, category_2026;
}

static TABLES_2012: Tables = Tables {
    columns: columns("2012", "1", &NODES_2012, &ABOVE_2012),
    entries: &ENTRIES_2012,
    categories: &CATEGORIES_2012,
};

static TABLES_2026: Tables = Tables {
    columns: columns("2026", "3", &NODES_2026, &ABOVE_2026),
    entries: &ENTRIES_2026,
    categories: &CATEGORIES_2026,
};

impl Hj633 {
    /// The edition by which `place` reports on `day`: where GB 3095-2012 came earlier, HJ 633-2012 came with it.
    ///
    /// # Errors
    /// [`NotInForce`] before the first edition known here.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{NaiveDate, Place};
    /// use eqs_standards::hj633::Hj633;
    ///
    /// let day = NaiveDate::from_ymd_opt(2013, 1, 12).unwrap();
    /// assert!(Hj633::on(day).is_err());
    /// assert_eq!(Hj633::on_in(day, Place::BEIJING)?.edition().name, "2012");
    /// # Ok::<(), eqs_core::NotInForce>(())
    /// ```
    pub fn on_in(day: NaiveDate, place: Place) -> Result<Self, NotInForce> {
        let is_ahead = || Gb3095::on_in(day, place).is_ok_and(|limits| limits.edition().name == "2012");
        Self::on(day).or_else(|error| if is_ahead() { Ok(Self::of(&EDITIONS[0])) } else { Err(error) })
    }

    /// The columns of the break-point table as printed (2012: table 1, 2026: table 3).
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        &self.tables().columns
    }

    /// The column of a pollutant and averaging time.
    #[must_use]
    pub fn column(self, indicator: Indicator, averaging: Averaging) -> Option<&'static Column> {
        self.columns().iter().find(|column| column.indicator == indicator && column.averaging == averaging)
    }

    /// The entries of a report, in the order of [`Entry`].
    pub fn entries(self, report: Report) -> impl Iterator<Item = &'static EntryRule> {
        self.tables().entries.iter().filter(move |rule| rule.report == report)
    }

    /// The categories from the best to the worst.
    #[must_use]
    pub fn categories(self) -> &'static [Category] {
        self.tables().categories
    }

    /// The category of an index. An index of 0, which the formula can give, belongs to the first one.
    #[must_use]
    pub fn category(self, index: u16) -> Option<&'static Category> {
        let following = self.categories().iter().position(|category| category.low > index);
        match following {
            None => self.categories().last(),
            Some(following) => self.categories().get(following.saturating_sub(1)),
        }
    }

    /// Whom the edition names as sensitive to a pollutant whose sub-index exceeds 100 (2026: table 2); `None` under
    /// the 2012 edition, which names nobody.
    #[must_use]
    pub fn sensitive_groups(self, indicator: Indicator) -> Option<&'static SensitiveGroups> {
        SensitiveGroups::all().iter().find(|row| self.edition.name == "2026" && row.indicator == indicator)
    }

    /// Whether the edition keeps back an index with a missing pollutant unless it exceeds 100, and the rule.
    ///
    /// The 2012 edition has no such rule. In the 2026 edition 5.3.1 is about a missing pollutant and 5.3.2
    /// about one that the monitoring plan leaves out.
    #[must_use]
    pub fn missing_rule(self) -> Option<MissingRule> {
        (self.edition.name == "2026").then(|| MissingRule {
            missing: self.edition.cite(Clause::Section("5.3.1")),
            not_monitored: self.edition.cite(Clause::Section("5.3.2")),
        })
    }

    /// Whether the edition names exceeding pollutants (超标污染物, index above 100): 2012 does, in 4.4.2.
    #[must_use]
    pub fn names_exceeding(self) -> bool {
        self.edition.name == "2012"
    }

    fn tables(self) -> &'static Tables {
        if self.edition.name == "2012" { &TABLES_2012 } else { &TABLES_2026 }
    }
}

/// The rules of an edition about pollutants without a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MissingRule {
    /// A pollutant is missing: the index is published only above 100.
    pub missing: Citation,
    /// A pollutant is not in the monitoring plan: no obstacle if for three years in a row no day of light
    /// pollution or worse was led by it.
    pub not_monitored: Citation,
}

impl Column {
    /// The nodes from the lowest to the last; `0` comes first.
    pub fn nodes(&self) -> impl Iterator<Item = Node> {
        self.nodes.iter().copied().flatten()
    }

    /// The last node.
    #[must_use]
    pub fn last_node(&self) -> Option<Node> {
        self.nodes().last()
    }

    /// The largest concentration whose sub-index is at most `index`: the inverse of the formula, exact. `None` below
    /// the first and above the last node, where no formula holds.
    ///
    /// Sub-indices are rounded up, so an index is kept up to the concentration at which the formula gives exactly it.
    /// The concentration is one that has been rounded to the places of the edition; see [`Column::largest_at`].
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Averaging, Indicator};
    /// use eqs_standards::hj633::Hj633;
    ///
    /// let column = Hj633::named("2026")?.column(Indicator::PM2_5, Averaging::Day).unwrap();
    /// assert_eq!(column.largest_concentration(100).unwrap().to_string(), "60");
    /// assert_eq!(column.largest_concentration(51).unwrap().to_string(), "71/2");
    /// assert_eq!(column.largest_at(51, 0)?.unwrap().to_string(), "35");
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn largest_concentration(&self, index: u16) -> Option<Fraction> {
        let upper = self.nodes().find(|node| node.index >= index)?;
        let lower = self.nodes().take_while(|node| node.index < index).last().unwrap_or(upper);
        let (low, high) = (lower.concentration.to_fraction(), upper.concentration.to_fraction());
        let steps = i128::from(upper.index.checked_sub(lower.index)?);
        if steps == 0 {
            return Some(high);
        }
        let share = Fraction::new(i128::from(index.checked_sub(lower.index)?), steps)?;
        high.checked_sub(low)?.checked_mul(share)?.checked_add(low)
    }

    /// The same on the grid of `places` decimals.
    ///
    /// # Errors
    /// [`DecimalOverflow`] if `places` is too large.
    pub fn largest_at(&self, index: u16, places: u8) -> Result<Option<Decimal>, DecimalOverflow> {
        let places = places.cast_signed();
        self.largest_concentration(index).map(|exact| exact.round(places, Rounding::Truncate)).transpose()
    }

    /// The segment that holds `concentration`, in the unit of the column. A node belongs to the segment below
    /// it; `None` above the last node and below 0.
    #[must_use]
    pub fn segment(&self, concentration: Decimal) -> Option<Segment> {
        let mut lower = self.nodes.first().copied().flatten()?;
        if concentration < lower.concentration {
            return None;
        }
        for upper in self.nodes().skip(1) {
            if concentration <= upper.concentration {
                return Some(Segment {
                    concentration_low: lower.concentration,
                    concentration_high: upper.concentration,
                    index_low: lower.index,
                    index_high: upper.index,
                });
            }
            lower = upper;
        }
        None
    }
}

/// Turns the printed rows into columns, and refuses a table whose nodes do not increase.
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    reason = "const code has no iterators; indices stay below the lengths, and a wrong table must not compile"
)]
const fn columns(
    edition: &'static str,
    table: &'static str,
    rows: &[NodeRow; NODES],
    above: &[AboveRow; COLUMNS.len()],
) -> [Column; COLUMNS.len()] {
    let standard = "HJ 633";
    let citation = Citation::Standard { standard, edition, clause: Clause::Table { table, item: "" } };
    let mut columns = [Column {
        indicator: COLUMNS[0].0,
        averaging: COLUMNS[0].1,
        unit: COLUMNS[0].2,
        citation,
        sources: rows[0].sources,
        above: AboveLastNode { index: None, citation, confirmation: Confirmation::A },
        nodes: [None; NODES],
    }; COLUMNS.len()];
    let mut at = 0;
    while at < columns.len() {
        let (indicator, averaging, unit) = COLUMNS[at];
        let rule = above[at];
        if !eqs_core::table::same(rule.indicator.symbol(), indicator.symbol())
            || !eqs_core::table::same(rule.averaging.code(), averaging.code())
        {
            panic!("the rules above the last node stand in the order of the columns");
        }
        let mut nodes = [None; NODES];
        let mut row = 0;
        while row < rows.len() {
            if let Some(concentration) = rows[row].concentrations[at] {
                nodes[row] = Some(Node { index: rows[row].index, concentration });
                if row > 0 {
                    match rows[row - 1].concentrations[at] {
                        Some(below) if below.compare(concentration).is_lt() => {}
                        _ => panic!("the nodes of a column must increase without a gap"),
                    }
                }
            }
            row += 1;
        }
        columns[at] = Column {
            indicator,
            averaging,
            unit,
            citation,
            sources: rows[0].sources,
            above: AboveLastNode {
                index: rule.index,
                citation: Citation::Standard { standard, edition, clause: rule.clause },
                confirmation: rule.confirmation,
            },
            nodes,
        };
        at += 1;
    }
    columns
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "const code has no iterators; the index stays below the length"
)]
const fn node_row(reader: &mut Reader) -> NodeRow {
    let mut row = NodeRow { index: reader.number(), concentrations: [None; COLUMNS.len()], sources: "" };
    let mut at = 0;
    while at < row.concentrations.len() {
        row.concentrations[at] = reader.optional_decimal();
        at += 1;
    }
    cell::confirmed(reader);
    row.sources = reader.required();
    row
}

const fn above_row(reader: &mut Reader) -> AboveRow {
    let row = AboveRow {
        indicator: reader.indicator(),
        averaging: Averaging::read(reader),
        index: reader.optional_number(),
        clause: cell::clause(reader),
        confirmation: reader.confirmation(),
    };
    reader.required();
    reader.text();
    row
}

const fn entry_2012(reader: &mut Reader) -> EntryRule {
    entry_rule("2012", reader)
}

const fn entry_2026(reader: &mut Reader) -> EntryRule {
    entry_rule("2026", reader)
}

const fn entry_rule(edition: &'static str, reader: &mut Reader) -> EntryRule {
    let report = Report::read(reader);
    let entry = Entry::read(reader);
    if !eqs_core::table::same(reader.indicator().symbol(), entry.indicator().symbol()) {
        reader.refuse("the symbol of the entry");
    }
    let column = Averaging::read(reader);
    let places = cell::places(reader);
    let citation = Citation::Standard { standard: "HJ 633", edition, clause: cell::clause(reader) };
    let confirmation = reader.confirmation();
    let digits = Citation::Standard {
        standard: reader.required(),
        edition: reader.required(),
        clause: cell::clause(reader),
    };
    let digits_confirmation = reader.confirmation();
    reader.text();
    EntryRule { report, entry, column, places, citation, confirmation, digits, digits_confirmation }
}

const fn category_2012(reader: &mut Reader) -> Category {
    category_row(cell::cite(&EDITIONS[0], "2", ""), reader)
}

const fn category_2026(reader: &mut Reader) -> Category {
    category_row(cell::cite(&EDITIONS[1], "1", ""), reader)
}

const fn category_row(citation: Citation, reader: &mut Reader) -> Category {
    let row = Category {
        level: AqiLevel::read(reader),
        level_zh: reader.required(),
        category_zh: reader.required(),
        category_en: reader.required(),
        color_zh: reader.required(),
        low: reader.number(),
        high: reader.optional_number(),
        hex: reader.required(),
        health_effect: reader.required(),
        advice: reader.required(),
        citation,
        confirmation: Confirmation::A,
        sources: "",
    };
    let cell::Origin { confirmation, sources, .. } = cell::origin(reader);
    Category { confirmation, sources, ..row }
}
