//! Tables 1, 2 and A.1 as printed.

use eqs_core::table::Reader;
use eqs_core::{AirTier, Averaging, Confirmation, Decimal, Edition, Indicator, Unit};

/// A row as printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub(super) table: &'static str,
    pub(super) item: &'static str,
    pub(super) indicator: Indicator,
    pub(super) averaging: Averaging,
    pub(super) unit: Unit,
    pub(super) columns: Columns,
    pub(super) note: &'static str,
}

/// The cells of a row.
#[expect(clippy::large_enum_variant, reason = "the rows stand in static tables and are not moved")]
#[derive(Clone, Copy, Debug)]
pub(super) enum Columns {
    /// Those of grades 1 to 3, for the first stage and for the second.
    Grades([[Cell; 3]; 2]),
    /// One for an area, or for every grade.
    Area(AirTier, Cell),
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) value: Option<Decimal>,
    pub(super) confirmation: Confirmation,
    pub(super) sources: &'static str,
}

impl Cell {
    const NONE: Self = Self { value: None, confirmation: Confirmation::A, sources: "" };
}

const HEADER_1996: &str = "table,item,item_zh,symbol,averaging,grade1,grade2,grade3,area,value,unit,\
                           confirmation,sources,note";

eqs_core::table! {
    static TABLE_1_1996: [Row] = "../../data/gb3095/1996-table1.csv", HEADER_1996, row_1996;
}

eqs_core::table! {
    static TABLE_1_1996_AMENDED: [Row] = "../../data/gb3095/1996-amended-2000-table1.csv", HEADER_1996, row_1996;
}

const HEADER_2012: &str = "table,item,item_zh,symbol,averaging,grade1,grade2,unit,\
                           confirmation1,confirmation2,sources1,sources2,note";

eqs_core::table! {
    static TABLE_1_2012: [Row] = "../../data/gb3095/2012-table1.csv", HEADER_2012, row_2012;
}

eqs_core::table! {
    static TABLE_2_2012: [Row] = "../../data/gb3095/2012-table2.csv", HEADER_2012, row_2012;
}

const HEADER_2026: &str = "table,item,item_zh,symbol,averaging,transition1,transition2,final1,final2,unit,\
                           confirmation,sources,note";

eqs_core::table! {
    static TABLE_1_2026: [Row] = "../../data/gb3095/2026-table1.csv", HEADER_2026, row_2026;
}

eqs_core::table! {
    static TABLE_2_2026: [Row] = "../../data/gb3095/2026-table2.csv", HEADER_2026, row_2026;
}

const HEADER_ANNEX: &str = "table,item,item_zh,symbol,averaging,area,value,unit,confirmation,sources,note";

eqs_core::table! {
    static TABLE_A_1_2012: [Row] = "../../data/gb3095/2012-tableA1.csv", HEADER_ANNEX, row_of_annex;
}

eqs_core::table! {
    static TABLE_A_1_2026: [Row] = "../../data/gb3095/2026-tableA1.csv", HEADER_ANNEX, row_of_annex;
}

/// Tables 1 and 2 of an edition.
pub(super) fn rows(edition: &Edition) -> [&'static [Row]; 2] {
    match edition.name {
        "1996" => [&TABLE_1_1996, &[]],
        "1996 amended 2000" => [&TABLE_1_1996_AMENDED, &[]],
        "2012" | "2012 amended 2018" => [&TABLE_1_2012, &TABLE_2_2012],
        _ => [&TABLE_1_2026, &TABLE_2_2026],
    }
}

/// Table A.1 of an edition.
pub(super) fn annex(edition: &Edition) -> &'static [Row] {
    match edition.name {
        "1996" | "1996 amended 2000" => &[],
        "2012" | "2012 amended 2018" => &TABLE_A_1_2012,
        _ => &TABLE_A_1_2026,
    }
}

/// The cells that all headers begin with.
const fn start(reader: &mut Reader) -> Row {
    let (table, item) = (reader.required(), reader.required());
    reader.required();
    let (indicator, averaging) = (reader.indicator(), Averaging::read(reader));
    let columns = Columns::Area(AirTier::Every, Cell::NONE);
    Row { table, item, indicator, averaging, unit: Unit::NONE, columns, note: "" }
}

const fn row_1996(reader: &mut Reader) -> Row {
    let row = start(reader);
    let grades = [reader.optional_decimal(), reader.optional_decimal(), reader.optional_decimal()];
    let area = reader.text();
    let value = reader.optional_decimal();
    let unit = reader.unit();
    let cell = Cell { value, confirmation: reader.confirmation(), sources: reader.required() };
    let columns = match (AirTier::from_code(area), grades, value) {
        (Some(area), [None, None, None], Some(_)) => Columns::Area(area, cell),
        (None, [Some(_), Some(_), Some(_)], None) if area.is_empty() => {
            let grades = [
                Cell { value: grades[0], ..cell },
                Cell { value: grades[1], ..cell },
                Cell { value: grades[2], ..cell },
            ];
            Columns::Grades([grades, grades])
        }
        _ => reader.refuse("three grades, or an area and its value"),
    };
    Row { unit, columns, note: reader.text(), ..row }
}

const fn row_2012(reader: &mut Reader) -> Row {
    let row = start(reader);
    let values = [reader.optional_decimal(), reader.optional_decimal()];
    let unit = reader.unit();
    let confirmations = [reader.confirmation(), reader.confirmation()];
    let sources = [reader.required(), reader.required()];
    let grades = [
        Cell { value: values[0], confirmation: confirmations[0], sources: sources[0] },
        Cell { value: values[1], confirmation: confirmations[1], sources: sources[1] },
        Cell::NONE,
    ];
    Row { unit, columns: Columns::Grades([grades, grades]), note: reader.text(), ..row }
}

const fn row_2026(reader: &mut Reader) -> Row {
    let row = start(reader);
    let transition = [reader.optional_decimal(), reader.optional_decimal()];
    let last = [reader.optional_decimal(), reader.optional_decimal()];
    let unit = reader.unit();
    let empty = Cell { value: None, confirmation: reader.confirmation(), sources: reader.required() };
    let stages = [
        [Cell { value: transition[0], ..empty }, Cell { value: transition[1], ..empty }, Cell::NONE],
        [Cell { value: last[0], ..empty }, Cell { value: last[1], ..empty }, Cell::NONE],
    ];
    Row { unit, columns: Columns::Grades(stages), note: reader.text(), ..row }
}

const fn row_of_annex(reader: &mut Reader) -> Row {
    let row = start(reader);
    let (area, value, unit) = (AirTier::read(reader), Some(reader.decimal()), reader.unit());
    let cell = Cell { value, confirmation: reader.confirmation(), sources: reader.required() };
    Row { unit, columns: Columns::Area(area, cell), note: reader.text(), ..row }
}
