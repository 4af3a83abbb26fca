//! `eqs water`: the class of surface water of the rows of a file.

use eqs::gb3838::{Gb3838, WaterItem};
use eqs::surface_water::{HeavyMetals, SurfaceWater, SurfaceWaterError, WaterOptions, surface_water};
use eqs::{Finding, Lang, Phrase as _, Quantity, Verdict, WaterBody, printed_multiple};

use crate::annotate::{Judge, annotate, number};
use crate::args::WaterArgs;
use crate::columns::{CellProblem, refuse_header, warn_of_lookalikes};
use crate::error::CliError;
use crate::format::Format;
use crate::input::{Input, Row};
use crate::json::Added;
use crate::problem::Problem;
use crate::row_edition::RowEdition;

/// Judges the file of a request.
pub(crate) fn run(request: &WaterArgs, format: Format, lang: Lang) -> Result<(), CliError> {
    let chosen = RowEdition::choose(&request.edition, Gb3838::all(), Gb3838::edition, Gb3838::on)?;
    let input = Input::open(&request.file.file)?;
    let edition = RowEdition::of(chosen, &input)?;
    // The keys are the same in every edition that is known here.
    let items: Vec<&'static WaterItem> = Gb3838::all().flat_map(Gb3838::items).collect();
    let mut values: Vec<(&'static WaterItem, usize)> = Vec::new();
    for item in &items {
        let column = input.header().column(item.key);
        if let Some(column) = column.filter(|column| values.iter().all(|(_, other)| other != column)) {
            values.push((item, column));
        }
    }
    let keys: Vec<_> = items.iter().map(|item| (item.key, item.indicator)).collect();
    if values.is_empty() {
        let mut names: Vec<_> = keys.iter().map(|(key, _)| *key).collect();
        names.dedup();
        let separator = input.header().other_separator();
        return Err(refuse_header(&input, Problem::NoColumnOf { names, separator }));
    }
    warn_of_lookalikes(input.header(), &keys, lang);
    let judge =
        ClassOfRow { body: request.body.into(), heavy_metals: request.heavy_metals.into(), edition, values };
    annotate(input, &judge, &request.file, format, lang)
}

/// How a row gets its class.
struct ClassOfRow {
    body: WaterBody,
    heavy_metals: HeavyMetals,
    edition: RowEdition<Gb3838>,
    values: Vec<(&'static WaterItem, usize)>,
}

impl Judge for ClassOfRow {
    type Outcome = SurfaceWater;
    type Finding = Finding;

    const COLUMNS: &'static [&'static str] = &["eqs_class", "eqs_status", "eqs_main"];

    fn judge(&self, row: &Row) -> Result<Verdict<SurfaceWater>, CellProblem> {
        let standard = self.edition.at(row, Gb3838::on)?;
        let mut sample = Vec::with_capacity(self.values.len());
        for (item, column) in &self.values {
            if let Some(value) = number(row, *column, false)? {
                sample.push((item.indicator, Quantity::new(value, item.unit)));
            }
        }
        let options = WaterOptions { heavy_metals: self.heavy_metals, ..WaterOptions::default() };
        surface_water(standard, self.body, &sample, options).map_err(|error| {
            let (indicator, problem) = match error {
                SurfaceWaterError::Negative { indicator, .. } => (Some(indicator), Problem::Negative),
                error => (None, Problem::Other(error.to_string())),
            };
            let column = self.values.iter().find(|(item, _)| Some(item.indicator) == indicator);
            CellProblem { column: column.map(|(_, column)| *column), problem }
        })
    }

    fn warning(&self, _: Lang) -> Option<String> {
        None
    }

    fn cells(water: &SurfaceWater, lang: Lang) -> Vec<Added> {
        let main = water.main.iter().map(|pollutant| match pollutant.multiple.and_then(printed_multiple) {
            Some(multiple) => format!("{}({multiple})", pollutant.indicator),
            None => pollutant.indicator.to_string(),
        });
        vec![
            Added::Text(water.grade.code().into()),
            Added::Text(water.grade.status().say(lang).to_string()),
            main.collect::<Vec<_>>().join(";").into(),
        ]
    }
}
