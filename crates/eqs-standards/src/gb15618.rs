//! GB 15618 Risk control standard for soil contamination of agricultural land (土壤环境质量 农用地土壤污染风险管控标准):
//! screening and intervention values by item, land use and pH.

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{
    Clause, Confirmation, Decimal, FarmlandUse, Indicator, Medium, PhBand, Quantity, SoilValue, Unit,
};

use crate::limit::{Limit, Requirement, Standing};
use crate::reading::band::Band;
use crate::reading::cell;
use crate::scope::{PhRange, Scope};
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of GB 15618; there is one here, of 2018.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{FarmlandUse, Indicator, SoilValue};
    /// use eqs_standards::gb15618::Gb15618;
    ///
    /// let (standard, cadmium) = (Gb15618::named("2018")?, "镉".parse::<Indicator>()?);
    /// let limit = |land, ph: &str| {
    ///     standard.limit(cadmium, land, ph.parse().ok(), SoilValue::Screening).map(|limit| limit.value().unwrap().to_string())
    /// };
    /// assert_eq!(limit(FarmlandUse::Paddy, "6.5")?, "0.4 mg/kg"); // 6.5 belongs to the second range
    /// assert_eq!(limit(FarmlandUse::Paddy, "6.51")?, "0.6 mg/kg");
    /// assert_eq!(limit(FarmlandUse::Rotation, "7.0")?, "0.3 mg/kg"); // the stricter of 0.6 and 0.3
    /// assert!(limit(FarmlandUse::Paddy, "").is_err());
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct Gb15618, "../data/gb15618/editions.csv", ["2018"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "GB 15618",
    code: "gb15618",
    medium: Medium::Soil,
    sources: SourceList::Land,
    timeline: &TIMELINE,
    limits: |edition| Box::new(Gb15618::of(edition).limits()),
};

/// No value for what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FarmlandError {
    /// The standard has no such value for the item.
    #[error("GB 15618 has no {} for {indicator}", .value.en())]
    NoValue {
        /// The item.
        indicator: Indicator,
        /// Which value.
        value: SoilValue,
    },
    /// The values of the item depend on the pH.
    #[error("the values for {0} depend on the pH of the soil, which is not given")]
    PhNeeded(Indicator),
    /// The pH is not from 0 to 14.
    #[error("pH {0} is outside the scale, expected 0 to 14")]
    PhOutOfScale(Decimal),
}

/// The land use that a row is printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Land {
    Use(FarmlandUse),
    All,
}

#[derive(Clone, Copy)]
struct Row {
    item: &'static str,
    indicator: Indicator,
    land: Land,
    values: [Decimal; PhBand::ALL.len()],
    unit: Unit,
    origin: cell::Origin,
}

#[derive(Clone, Copy)]
struct SingleRow {
    item: &'static str,
    indicator: Indicator,
    value: Decimal,
    unit: Unit,
    origin: cell::Origin,
}

const HEADER: &str =
    "item,item_zh,symbol,land,le5.5,gt5.5_le6.5,gt6.5_le7.5,gt7.5,unit,confirmation,sources,note";

eqs_core::table! {
    static TABLE_1: [Row] = "../data/gb15618/2018-table1.csv", HEADER, row;
}

eqs_core::table! {
    static TABLE_2: [SingleRow] =
        "../data/gb15618/2018-table2.csv", "item,item_zh,symbol,value,unit,confirmation,sources,note", single_row;
}

eqs_core::table! {
    static TABLE_3: [Row] = "../data/gb15618/2018-table3.csv", HEADER, row;
}

eqs_core::table! {
    static PH_RANGES: [PhRange] =
        "../data/gb15618/ph-bands.csv", "band,values,confirmation,sources,note", ph_range;
}

const _: () = {
    let [first, second, third, fourth] = PH_RANGES;
    assert!(
        first.values.low.is_none()
            && second.values.follows(first.values)
            && third.values.follows(second.values)
            && fourth.values.follows(third.values)
            && fourth.values.high.is_none(),
        "the ranges of pH cover the scale, and each shared end point belongs to one of them"
    );
};

impl Gb15618 {
    /// The range that a pH belongs to; `None` unless it is from 0 to 14.
    #[must_use]
    pub fn ph_range(self, ph: Decimal) -> Option<PhRange> {
        let is_on_scale = (Decimal::ZERO..=Decimal::new(14, 0)).contains(&ph);
        PH_RANGES.iter().find(|range| is_on_scale && range.values.contains(ph)).copied()
    }

    /// The screening or intervention value of an item for a land use and pH; the items of table 2 need no pH.
    ///
    /// A use without a row of its own has the row 其他 (other). For rotation of paddy and upland crops the stricter
    /// of both rows holds (table 1 note 2, grade B).
    ///
    /// # Errors
    /// [`FarmlandError`] if there is no such value, or if the pH is missing or impossible.
    pub fn limit(
        self,
        indicator: Indicator,
        land: FarmlandUse,
        ph: Option<Decimal>,
        value: SoilValue,
    ) -> Result<Limit, FarmlandError> {
        let range = match ph {
            Some(ph) => Some(self.ph_range(ph).ok_or(FarmlandError::PhOutOfScale(ph))?),
            None => None,
        };
        let (table, rows): (_, &'static [Row]) = match value {
            SoilValue::Screening => ("1", &TABLE_1),
            SoilValue::Intervention => ("3", &TABLE_3),
        };
        let mut rows = rows.iter().filter(|row| row.indicator == indicator && serves(row, land)).peekable();
        if rows.peek().is_none() {
            let single =
                TABLE_2.iter().find(|row| row.indicator == indicator && value == SoilValue::Screening);
            return single.map(|row| self.single(row)).ok_or(FarmlandError::NoValue { indicator, value });
        }
        let range = range.ok_or(FarmlandError::PhNeeded(indicator))?;
        let cells = rows.filter_map(|row| {
            let (_, number) = PH_RANGES.iter().zip(row.values).find(|(own, _)| own.band == range.band)?;
            Some((row, number))
        });
        let stricter = cells.min_by(|(_, one), (_, other)| one.cmp(other));
        let (row, number) = stricter.ok_or(FarmlandError::NoValue { indicator, value })?;
        let limit = self.by_ph(table, row, range, value, number);
        Ok(if uses(row).contains(&land) { limit } else { self.by_note_2(&limit) })
    }

    /// The screening values for rotation of paddy and upland crops that follow from two rows: the stricter of both
    /// (table 1 note 2, grade B). They are no cells of the table, and [`Gb15618::limits`] leaves them out.
    pub fn rotation_limits(self) -> impl Iterator<Item = Limit> {
        let paddies = TABLE_1.iter().filter(|row| row.land == Land::Use(FarmlandUse::Paddy));
        paddies.flat_map(move |paddy| {
            PH_RANGES.iter().filter_map(move |range| {
                // The last range has no upper end but that of the scale.
                let ph = range.values.high.map_or(Decimal::new(14, 0), |edge| edge.value);
                self.limit(paddy.indicator, FarmlandUse::Rotation, Some(ph), SoilValue::Screening).ok()
            })
        })
    }

    /// A value of one row as that of rotation.
    fn by_note_2(self, limit: &Limit) -> Limit {
        let scope = match limit.scope {
            Scope::Farmland { ph, value, .. } => {
                Scope::Farmland { land: &[FarmlandUse::Rotation], ph, value }
            }
            scope => scope,
        };
        let citation = self.edition.cite(Clause::TableNote { table: "1", note: "2" });
        // The rows of paddy fields name the note.
        let is_paddy =
            |row: &&Row| row.indicator == limit.indicator && row.land == Land::Use(FarmlandUse::Paddy);
        let note = TABLE_1.iter().find(is_paddy).map_or(limit.note, |row| row.origin.note);
        Limit { scope, citation, confirmation: limit.confirmation.max(Confirmation::B), note, ..*limit }
    }

    /// All values, table by table as printed.
    pub fn limits(self) -> impl Iterator<Item = Limit> {
        let by_ph = move |table, value, rows: &'static [Row]| {
            rows.iter().flat_map(move |row| {
                let cells = PH_RANGES.iter().zip(row.values);
                cells.map(move |(range, number)| self.by_ph(table, row, *range, value, number))
            })
        };
        let single = TABLE_2.iter().map(move |row| self.single(row));
        by_ph("1", SoilValue::Screening, &TABLE_1).chain(single).chain(by_ph(
            "3",
            SoilValue::Intervention,
            &TABLE_3,
        ))
    }

    fn by_ph(
        self,
        table: &'static str,
        row: &Row,
        range: PhRange,
        value: SoilValue,
        number: Decimal,
    ) -> Limit {
        let scope = Scope::Farmland { land: uses(row), ph: Some(range), value };
        self.at(table, row.item, row.indicator, scope, Quantity::new(number, row.unit), row.origin)
    }

    fn single(self, row: &SingleRow) -> Limit {
        let scope = Scope::Farmland { land: FarmlandUse::ALL, ph: None, value: SoilValue::Screening };
        self.at("2", row.item, row.indicator, scope, Quantity::new(row.value, row.unit), row.origin)
    }

    fn at(
        self,
        table: &'static str,
        item: &'static str,
        indicator: Indicator,
        scope: Scope,
        value: Quantity,
        origin: cell::Origin,
    ) -> Limit {
        let cell::Origin { confirmation, sources, note } = origin;
        Limit {
            edition: self.edition,
            medium: Medium::Soil,
            indicator,
            scope,
            requirement: Requirement::at_most(value.value),
            unit: value.unit,
            standing: Standing::Binding,
            citation: self.edition.cite(Clause::Table { table, item }),
            confirmation,
            sources,
            note,
        }
    }
}

/// The land uses that a row of table 1 or 3 is for: its own, and for the row 其他 those without a row of their own.
/// Rotation belongs to no single row where paddy and 其他 have one each.
fn uses(row: &Row) -> &'static [FarmlandUse] {
    use FarmlandUse::{Orchard, Other, Paddy, Rotation};
    match row.land {
        Land::All => FarmlandUse::ALL,
        Land::Use(Paddy) => &[Paddy],
        Land::Use(Orchard) => &[Orchard],
        Land::Use(_) if splits_orchards(row) => &[Paddy, Rotation, Other],
        Land::Use(_) => &[Orchard, Other],
    }
}

/// Whether a row has a say in the value for a land use: for rotation both rows, paddy and 其他.
fn serves(row: &Row, land: FarmlandUse) -> bool {
    let is_one_of_two =
        land == FarmlandUse::Rotation && matches!(row.land, Land::Use(_)) && !splits_orchards(row);
    uses(row).contains(&land) || is_one_of_two
}

/// Whether the rows of the item are orchards and 其他 (copper), instead of paddy and 其他.
fn splits_orchards(row: &Row) -> bool {
    let orchard = Land::Use(FarmlandUse::Orchard);
    TABLE_1.iter().any(|other| other.indicator == row.indicator && other.land == orchard)
}

const fn row(reader: &mut Reader) -> Row {
    let item = reader.required();
    reader.required();
    Row {
        item,
        indicator: reader.indicator(),
        land: land(reader),
        values: [reader.decimal(), reader.decimal(), reader.decimal(), reader.decimal()],
        unit: reader.unit(),
        origin: cell::origin(reader),
    }
}

const fn single_row(reader: &mut Reader) -> SingleRow {
    let item = reader.required();
    reader.required();
    SingleRow {
        item,
        indicator: reader.indicator(),
        value: reader.decimal(),
        unit: reader.unit(),
        origin: cell::origin(reader),
    }
}

const fn land(reader: &mut Reader) -> Land {
    match reader.required().as_bytes() {
        b"all" => Land::All,
        b"paddy" => Land::Use(FarmlandUse::Paddy),
        b"orchard" => Land::Use(FarmlandUse::Orchard),
        b"other" => Land::Use(FarmlandUse::Other),
        _ => reader.refuse("paddy, orchard, other or all"),
    }
}

const fn ph_range(reader: &mut Reader) -> PhRange {
    let range = PhRange { band: PhBand::read(reader), values: Band::read(reader) };
    cell::confirmed(reader);
    reader.required();
    reader.text();
    range
}
