//! `eqs groundwater`: the class of ground water of the rows of a file.

mod args;

use eqs::gbt14848::{Gbt14848, GroundWaterItem};
use eqs::groundwater::{GroundWater, GroundWaterFinding, GroundWaterValue, groundwater};
use eqs::{Lang, Verdict};

pub(crate) use self::args::GroundWaterArgs;
use crate::annotate::{Judge, Remark, annotate, with_multiples};
use crate::columns::{CellProblem, refuse_header, warn_of_lookalikes};
use crate::error::CliError;
use crate::format::Format;
use crate::input::{Input, Row};
use crate::json::Added;
use crate::problem::Problem;
use crate::row_edition::RowEdition;

/// Judges the file of a request.
pub(crate) fn run(request: &GroundWaterArgs, format: Format, lang: Lang) -> Result<(), CliError> {
    let chosen = RowEdition::choose(&request.edition, Gbt14848::all(), Gbt14848::edition, Gbt14848::on)?;
    let input = Input::open(&request.file.file)?;
    let edition = RowEdition::of(chosen, &input)?;
    let items: Vec<&'static GroundWaterItem> = Gbt14848::all().flat_map(Gbt14848::items).collect();
    let column = |item: &&'static GroundWaterItem| Some((*item, input.header().column(item.key)?));
    let values: Vec<_> = items.iter().filter_map(column).collect();
    if values.is_empty() {
        let (names, separator) =
            (items.iter().map(|item| item.key).collect(), input.header().other_separator());
        return Err(refuse_header(&input, Problem::NoColumnOf { names, separator }));
    }
    let keys: Vec<_> = items.iter().map(|item| (item.key, item.indicator)).collect();
    warn_of_lookalikes(input.header(), &keys, lang);
    annotate(input, &ClassOfRow { edition, values }, &request.file, format, lang)
}

/// How a row gets its class.
struct ClassOfRow {
    edition: RowEdition<Gbt14848>,
    values: Vec<(&'static GroundWaterItem, usize)>,
}

impl Remark for GroundWaterFinding {}

impl Judge for ClassOfRow {
    type Outcome = GroundWater;
    type Finding = GroundWaterFinding;

    const COLUMNS: &'static [&'static str] = &["eqs_class", "eqs_deciding", "eqs_exceeding"];

    fn judge(&self, row: &Row) -> Result<Verdict<GroundWater, GroundWaterFinding>, CellProblem> {
        let standard = self.edition.at(row, Gbt14848::on)?;
        let mut sample = Vec::with_capacity(self.values.len());
        for (item, column) in &self.values {
            let value = GroundWaterValue::parse(row.cell(*column).trim(), item)
                .map_err(|error| CellProblem::at(*column, Problem::GroundWaterCell(error)))?;
            sample.extend(value.map(|value| (item.indicator, value)));
        }
        groundwater(standard, &sample).map_err(|error| {
            let column = self.values.iter().find(|(item, _)| item.indicator == error.indicator());
            CellProblem { column: column.map(|(_, column)| *column), problem: Problem::GroundWater(error) }
        })
    }

    fn warning(&self, _: Lang) -> Option<String> {
        None
    }

    fn cells(water: &GroundWater, _: Lang) -> Vec<Added> {
        let deciding = water.deciding.iter().map(ToString::to_string);
        let exceeding = water.exceeding.iter().map(|item| (item.indicator, item.multiple));
        vec![
            Added::Text(water.class.code().into()),
            deciding.collect::<Vec<_>>().join(";").into(),
            with_multiples(exceeding).into(),
        ]
    }
}
