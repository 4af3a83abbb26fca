//! GB 3095 Ambient air quality standards (环境空气质量标准): limits of both grades, editions and stages.

use eqs_core::table::{Reader, same};
use eqs_core::{
    AirGrade, Averaging, Citation, Clause, Confirmation, Decimal, Edition, Indicator, NaiveDate, NotInForce,
    Quantity, Timeline, Unit, UnknownEdition,
};

use crate::cell;
use crate::hj663::Hj663;

/// An edition or stage of GB 3095.
///
/// The limits of an edition that has stages are those of its stage: `2026 transition` until 2030-12-31 and
/// `2026 final` from 2031-01-01 (clause 4.4). The amendment of 2018 changed the reference state and no limit.
/// Days are national: some areas, Beijing among them, reported against the 2012 edition from 2013 on.
///
/// # Example
/// ```
/// use eqs_core::{AirGrade, Averaging, Indicator};
/// use eqs_standards::gb3095::Gb3095;
///
/// let limit = Gb3095::named("2012")?.limit(Indicator::O3, Averaging::DailyMax8h, AirGrade::Two).unwrap();
/// assert_eq!(limit.quantity.to_string(), "160 µg/m³");
/// assert!(Gb3095::named("2013").is_err());
/// # Ok::<(), eqs_core::UnknownEdition>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gb3095 {
    edition: &'static Edition,
    tables: Tables,
}

/// A limit of GB 3095: one cell of one of its tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct AirLimit {
    /// The pollutant.
    pub indicator: Indicator,
    /// The averaging time.
    pub averaging: Averaging,
    /// The grade.
    pub grade: AirGrade,
    /// The limit as printed; a value equal to it attains it.
    pub quantity: Quantity,
    /// Edition, table and item.
    pub citation: Citation,
    /// How well the cell is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else is to be said of the row; empty where nothing is.
    pub note: &'static str,
}

eqs_core::vocabulary! {
    /// The temperature and pressure at which a concentration is given (GB 3095 clause 3.14).
    pub enum ReferenceState {
        /// Standard state (标准状态): 273 K and 101.325 kPa.
        Standard = "273 K", "273 K、101.325 kPa", "273 K and 101.325 kPa";
        /// Reference state (参比状态): 298.15 K and 1013.25 hPa.
        Reference = "298.15 K", "298.15 K、1013.25 hPa", "298.15 K and 1013.25 hPa";
        /// Temperature and pressure at the time of monitoring (实况).
        Ambient = "ambient", "监测时的温度和气压", "temperature and pressure at the time of monitoring";
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tables {
    Of2012,
    Of2026 { stage: usize },
}

/// A row as printed; `cells` are the grades of the first stage, then those of the second.
#[derive(Clone, Copy)]
struct Row {
    table: &'static str,
    item: &'static str,
    indicator: Indicator,
    averaging: Averaging,
    unit: Unit,
    cells: [[Cell; 2]; 2],
    note: &'static str,
}

#[derive(Clone, Copy)]
struct Cell {
    value: Option<Decimal>,
    confirmation: Confirmation,
    sources: &'static str,
}

#[derive(Clone, Copy)]
struct State {
    edition: &'static str,
    is_gas: bool,
    given_at: ReferenceState,
}

eqs_core::table! {
    static EDITIONS: [Edition] = "../data/gb3095/editions.csv", cell::EDITIONS, cell::edition;
}

static TIMELINE: Timeline = Timeline::new(&EDITIONS);

const _: () = cell::expect_names(&EDITIONS, &["2012", "2012 amended 2018", "2026 transition", "2026 final"]);

const HEADER_2012: &str = "table,item,item_zh,symbol,averaging,grade1,grade2,unit,\
                           confirmation1,confirmation2,sources1,sources2,note";

eqs_core::table! {
    static TABLE_1_2012: [Row] = "../data/gb3095/2012-table1.csv", HEADER_2012, row_2012;
}

eqs_core::table! {
    static TABLE_2_2012: [Row] = "../data/gb3095/2012-table2.csv", HEADER_2012, row_2012;
}

const HEADER_2026: &str = "table,item,item_zh,symbol,averaging,transition1,transition2,final1,final2,unit,\
                           confirmation,sources,note";

eqs_core::table! {
    static TABLE_1_2026: [Row] = "../data/gb3095/2026-table1.csv", HEADER_2026, row_2026;
}

eqs_core::table! {
    static TABLE_2_2026: [Row] = "../data/gb3095/2026-table2.csv", HEADER_2026, row_2026;
}

eqs_core::table! {
    static STATES: [State] =
        "../data/gb3095/reference-states.csv", "edition,group,state,clause,confirmation,sources,note", state;
}

impl Gb3095 {
    /// The edition and stage in force on `day`, nationally.
    ///
    /// # Errors
    /// [`NotInForce`] before the first edition known here.
    pub fn on(day: NaiveDate) -> Result<Self, NotInForce> {
        TIMELINE.on(day).map(Self::from_edition)
    }

    /// The edition and stage of this name, in force or not: `2012`, `2012 amended 2018`, `2026 transition`,
    /// `2026 final`.
    ///
    /// # Errors
    /// [`UnknownEdition`] for any other name.
    pub fn named(name: &str) -> Result<Self, UnknownEdition> {
        TIMELINE.named(name).map(Self::from_edition)
    }

    /// All editions and stages in the order of their first days.
    pub fn all() -> impl Iterator<Item = Self> {
        TIMELINE.editions().iter().map(Self::from_edition)
    }

    /// The edition's name, dates and sources.
    #[must_use]
    pub const fn edition(self) -> &'static Edition {
        self.edition
    }

    /// The last day on which it is in force; `None` while no later edition is known.
    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        TIMELINE.last_day(self.edition)
    }

    /// The limit of one pollutant, averaging time and grade; `None` where the edition sets none.
    #[must_use]
    pub fn limit(self, indicator: Indicator, averaging: Averaging, grade: AirGrade) -> Option<AirLimit> {
        self.rows()
            .find(|row| row.indicator == indicator && row.averaging == averaging)
            .and_then(|row| self.at(row, grade))
    }

    /// All limits in the order of the printed tables.
    pub fn limits(self) -> impl Iterator<Item = AirLimit> {
        self.rows().flat_map(move |row| AirGrade::ALL.iter().filter_map(move |grade| self.at(row, *grade)))
    }

    /// The state at which concentrations of `indicator` are given under this edition.
    ///
    /// # Example
    /// ```
    /// use eqs_core::Indicator;
    /// use eqs_standards::gb3095::{Gb3095, ReferenceState};
    ///
    /// let before = Gb3095::named("2012")?;
    /// let after = Gb3095::named("2012 amended 2018")?;
    /// assert_eq!(before.reference_state(Indicator::O3), Some(ReferenceState::Standard));
    /// assert_eq!(after.reference_state(Indicator::O3), Some(ReferenceState::Reference));
    /// assert_eq!(after.reference_state(Indicator::PM2_5), Some(ReferenceState::Ambient));
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    #[must_use]
    pub fn reference_state(self, indicator: Indicator) -> Option<ReferenceState> {
        self.rows().find(|row| row.indicator == indicator)?;
        let is_gas = matches!(indicator.symbol(), "SO2" | "NO2" | "CO" | "O3" | "NOx");
        let row = STATES.iter().find(|row| row.edition == self.edition.name && row.is_gas == is_gas)?;
        Some(row.given_at)
    }

    /// The edition of HJ 663 by which attainment of these limits is evaluated: 2013 for the 2012 edition, 2026
    /// for both stages of the 2026 edition.
    #[must_use]
    pub fn evaluated_by(self) -> Hj663 {
        match self.tables {
            Tables::Of2012 => Hj663::OF_2013,
            Tables::Of2026 { .. } => Hj663::OF_2026,
        }
    }

    fn from_edition(edition: &'static Edition) -> Self {
        let tables = match edition.name {
            "2026 transition" => Tables::Of2026 { stage: 0 },
            "2026 final" => Tables::Of2026 { stage: 1 },
            _ => Tables::Of2012,
        };
        Self { edition, tables }
    }

    fn rows(self) -> impl Iterator<Item = &'static Row> {
        let (first, second): (&[Row], &[Row]) = match self.tables {
            Tables::Of2012 => (&TABLE_1_2012, &TABLE_2_2012),
            Tables::Of2026 { .. } => (&TABLE_1_2026, &TABLE_2_2026),
        };
        first.iter().chain(second)
    }

    fn at(self, row: &Row, grade: AirGrade) -> Option<AirLimit> {
        let stage = match self.tables {
            Tables::Of2012 => 0,
            Tables::Of2026 { stage } => stage,
        };
        let cell = row.cells.get(stage)?.get(cell::grade_index(grade))?;
        Some(AirLimit {
            indicator: row.indicator,
            averaging: row.averaging,
            grade,
            quantity: Quantity::new(cell.value?, row.unit),
            citation: self.edition.cite(Clause::Table { table: row.table, item: row.item }),
            confirmation: cell.confirmation,
            sources: cell.sources,
            note: row.note,
        })
    }
}

const fn row_2012(reader: &mut Reader) -> Row {
    let (table, item) = (reader.required(), reader.required());
    reader.required();
    let (indicator, averaging) = (reader.indicator(), Averaging::read(reader));
    let values = [reader.optional_decimal(), reader.optional_decimal()];
    let unit = reader.unit();
    let confirmations = [reader.confirmation(), reader.confirmation()];
    let sources = [reader.required(), reader.required()];
    let grades = [
        Cell { value: values[0], confirmation: confirmations[0], sources: sources[0] },
        Cell { value: values[1], confirmation: confirmations[1], sources: sources[1] },
    ];
    Row { table, item, indicator, averaging, unit, cells: [grades, grades], note: reader.text() }
}

const fn row_2026(reader: &mut Reader) -> Row {
    let (table, item) = (reader.required(), reader.required());
    reader.required();
    let (indicator, averaging) = (reader.indicator(), Averaging::read(reader));
    let transition = [reader.optional_decimal(), reader.optional_decimal()];
    let last = [reader.optional_decimal(), reader.optional_decimal()];
    let unit = reader.unit();
    let empty = Cell { value: None, confirmation: reader.confirmation(), sources: reader.required() };
    let cells = [
        [Cell { value: transition[0], ..empty }, Cell { value: transition[1], ..empty }],
        [Cell { value: last[0], ..empty }, Cell { value: last[1], ..empty }],
    ];
    Row { table, item, indicator, averaging, unit, cells, note: reader.text() }
}

const fn state(reader: &mut Reader) -> State {
    let edition = reader.required();
    let group = reader.required();
    if !same(group, "gas") && !same(group, "particulate") {
        reader.refuse("gas or particulate");
    }
    let row = State { edition, is_gas: same(group, "gas"), given_at: ReferenceState::read(reader) };
    reader.required();
    cell::confirmed(reader);
    reader.required();
    reader.text();
    row
}
