//! The tables of `data/`, read while compiling.

use eqs_core::table::Reader;
use eqs_core::{Bound, Confirmation, Medium, Observation, Period, Quantity, Source, Statistic};

use crate::comparator::Comparator;
use crate::fit;
use crate::target::{Base, Target};

/// The document of both tables.
pub(crate) const DOCUMENT: &str = "plan-beijing-14fyp";

const TABLE_1: &str = "id,line,no,medium,place,indicator,statistic,unit,base_period,base,base_id,comparator,target,due,\
    actual_period,actual_bound,actual,actual_id,note,name,quote";

eqs_core::table! {
    /// The targets of table 1.
    pub(crate) static TARGETS_13FYP: [Target] = "../data/beijing-13fyp.csv", TABLE_1, target_of_table_1;
}

eqs_core::table! {
    /// The figures of 2015 in table 1, where one is printed.
    pub(crate) static BASELINES: [Option<Observation<'static>>] =
        "../data/beijing-13fyp.csv", TABLE_1, baseline_of_table_1;
}

eqs_core::table! {
    /// The figures of 2020 in table 1.
    pub(crate) static ACTUALS: [Observation<'static>] =
        "../data/beijing-13fyp.csv", TABLE_1, actual_of_table_1;
}

eqs_core::table! {
    /// The targets of table 2, and behind them those of the text.
    pub(crate) static TARGETS_14FYP: [Target] = "../data/beijing-14fyp.csv", Target::HEADER, Target::read::<2021, 2025>;
}

eqs_core::table! {
    /// The targets of Miyun.
    pub(crate) static TARGETS_MIYUN: [Target] = "../data/miyun-14fyp.csv", Target::HEADER, Target::read::<2021, 2025>;
}

eqs_core::table! {
    /// The targets of the action plan for air.
    pub(crate) static TARGETS_AIR: [Target] = "../data/air-2021.csv", Target::HEADER, Target::read::<2021, 2021>;
}

eqs_core::table! {
    /// The targets of the action plan for water.
    pub(crate) static TARGETS_WATER: [Target] = "../data/water-2021.csv", Target::HEADER, Target::read::<2021, 2021>;
}

eqs_core::table! {
    /// The targets of the action plan for soil.
    pub(crate) static TARGETS_SOIL: [Target] = "../data/soil-2021.csv", Target::HEADER, Target::read::<2021, 2021>;
}

eqs_core::table! {
    /// Peak and neutrality of carbon.
    pub(crate) static TARGETS_CARBON: [Target] = "../data/carbon.csv", Target::HEADER, Target::read::<2021, 2059>;
}

eqs_core::table! {
    /// The long-term goals of Beijing.
    pub(crate) static TARGETS_BEAUTIFUL: [Target] =
        "../data/beautiful-beijing.csv", Target::HEADER, Target::read::<2024, 2050>;
}

/// A row of table 1.
#[derive(Clone, Copy)]
struct Row {
    target: Target,
    baseline: Option<Observation<'static>>,
    actual: Observation<'static>,
}

const fn target_of_table_1(reader: &mut Reader) -> Target {
    row_of_table_1(reader).target
}

const fn baseline_of_table_1(reader: &mut Reader) -> Option<Observation<'static>> {
    row_of_table_1(reader).baseline
}

const fn actual_of_table_1(reader: &mut Reader) -> Observation<'static> {
    row_of_table_1(reader).actual
}

const fn row_of_table_1(reader: &mut Reader) -> Row {
    let (id, line, no) = (reader.required(), reader.number(), reader.number());
    let medium = Medium::read(reader);
    let (place, indicator, statistic) = (reader.place(), reader.indicator(), Statistic::read(reader));
    let unit = reader.unit();
    let (year, base, base_id) = (reader.number(), reader.optional_decimal(), reader.text());
    let comparator = Comparator::read(reader);
    let (value, due) = (reader.optional_decimal(), reader.date());
    let (actual_period, actual_bound) = (Period::parse(reader.required()), Bound::read(reader));
    let (actual, actual_id) = (reader.decimal(), reader.required());
    let (note, name, quote) = (reader.text(), reader.required(), reader.required());

    let figure = Observation {
        place,
        indicator,
        statistic,
        period: actual_period,
        quantity: Quantity::new(actual, unit),
        high: None,
        bound: actual_bound,
        source: Source { document: DOCUMENT, id: actual_id, line, quote },
    };
    let target = Target {
        id,
        no: Some(no),
        medium,
        place,
        observed_at: place,
        indicator,
        statistic,
        unit,
        base: Some(Base::Year { year, value: base }),
        comparator,
        value,
        high: None,
        first_year: 2016,
        last_year: 2020,
        due: Some(due),
        modality: None,
        standard: None,
        grade: "",
        higher: None,
        higher_id: "",
        name,
        footnote: "",
        note,
        source: Source { document: DOCUMENT, id, line, quote },
        confirmation: Confirmation::A,
    };
    if let Some(fault) = fit::fault(&target) {
        reader.refuse(fault.expected);
    }
    Row {
        target,
        baseline: match base {
            Some(value) => Some(Observation {
                period: Period::Year(year),
                quantity: Quantity::new(value, unit),
                bound: Bound::Exact,
                source: Source { document: DOCUMENT, id: base_id, line, quote },
                ..figure
            }),
            None => None,
        },
        actual: figure,
    }
}
