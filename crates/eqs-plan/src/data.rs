//! The tables of `data/`, read while compiling.

use eqs_core::table::{Reader, same};
use eqs_core::{Bound, Decimal, Observation, Period, Quantity, Source, Statistic};

use crate::target::{Base, Comparator, Modality, Target};

/// Both tables stand in this document.
pub(crate) const DOCUMENT: &str = "plan-beijing-14fyp";

const TABLE_1: &str = "id,line,no,place,indicator,statistic,unit,base_period,base,base_id,comparator,target,due,\
    actual_period,actual_bound,actual,actual_id,note,name,quote";

const TABLE_2: &str = "id,line,no,place,observed_at,indicator,statistic,unit,base_period,comparator,target,due,\
    modality,footnote,note,name,quote";

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
    /// The targets of table 2.
    pub(crate) static TARGETS_14FYP: [Target] = "../data/beijing-14fyp.csv", TABLE_2, target_of_table_2;
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
    let (place, indicator, statistic) = (reader.place(), reader.indicator(), Statistic::read(reader));
    let unit = reader.unit();
    let (year, base, base_id) = (reader.number(), reader.optional_decimal(), reader.text());
    let comparator = Comparator::read(reader);
    let (value, due) = (value(reader, comparator), reader.date());
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
    Row {
        target: Target {
            id,
            no,
            place,
            observed_at: place,
            indicator,
            statistic,
            unit,
            base: Some(Base::Year { year, value: base }),
            comparator,
            value,
            first_year: 2016,
            due,
            modality: None,
            name,
            footnote: "",
            note,
            source: Source { document: DOCUMENT, id, line, quote },
        },
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

const fn target_of_table_2(reader: &mut Reader) -> Target {
    let (id, line, no) = (reader.required(), reader.number(), reader.number());
    let (place, observed_at) = (reader.place(), reader.place());
    let (indicator, statistic, unit) = (reader.indicator(), Statistic::read(reader), reader.unit());
    let base = base(reader);
    let comparator = Comparator::read(reader);
    let (value, due, modality) = (value(reader, comparator), reader.date(), Modality::read(reader));
    let (footnote, note, name) = (reader.text(), reader.text(), reader.required());
    Target {
        id,
        no,
        place,
        observed_at,
        indicator,
        statistic,
        unit,
        base,
        comparator,
        value,
        first_year: 2021,
        due,
        modality: Some(modality),
        name,
        footnote,
        note,
        source: Source { document: DOCUMENT, id, line, quote: reader.required() },
    }
}

/// The number of a target: present exactly where the comparator takes one.
const fn value(reader: &mut Reader, comparator: Comparator) -> Option<Decimal> {
    match (reader.optional_decimal(), comparator.takes_value()) {
        (Some(value), true) => Some(value),
        (None, false) => None,
        (Some(_), false) => reader.refuse("an empty cell: this comparator takes no number"),
        (None, true) => reader.refuse("the number that this comparator takes"),
    }
}

/// An empty cell, `peak` or a year.
const fn base(reader: &mut Reader) -> Option<Base> {
    let cell = reader.text();
    if cell.is_empty() {
        return None;
    }
    match Period::parse(cell) {
        Period::Year(year) => Some(Base::Year { year, value: None }),
        _ if same(cell, "peak") => Some(Base::Peak),
        _ => reader.refuse("a year, `peak` or an empty cell"),
    }
}
