//! The columns of the items of surface water.

use eqs::gb3838::{Gb3838, WaterItem};
use eqs::surface_water::SurfaceWaterError;
use eqs::{Indicator, Lang, Measured};

use crate::columns::{CellProblem, refuse_header, warn_of_lookalikes};
use crate::error::CliError;
use crate::input::{Input, Row};
use crate::problem::Problem;

/// The items that a file has columns of.
pub(super) struct Items(Vec<(&'static WaterItem, usize)>);

/// What stands in a row, item by item.
pub(super) type Sample = Vec<(Indicator, Measured)>;

impl Items {
    /// Finds the columns; there has to be one.
    pub(super) fn find(input: &Input, lang: Lang) -> Result<Self, CliError> {
        // The keys are the same in every edition that is known here.
        let items: Vec<&'static WaterItem> = Gb3838::all().flat_map(Gb3838::items).collect();
        let mut found: Vec<(&'static WaterItem, usize)> = Vec::new();
        for item in &items {
            let column = input.header().column(item.key);
            if let Some(column) = column.filter(|column| found.iter().all(|(_, other)| other != column)) {
                found.push((item, column));
            }
        }
        if found.is_empty() {
            let mut names: Vec<_> = items.iter().map(|item| item.key).collect();
            names.dedup();
            let separator = input.header().other_separator();
            return Err(refuse_header(input, Problem::NoColumnOf { names, separator }));
        }
        let keys: Vec<_> = items.iter().map(|item| (item.key, item.indicator)).collect();
        warn_of_lookalikes(input.header(), &keys, lang);
        Ok(Self(found))
    }

    /// The sample of a row.
    pub(super) fn sample(&self, row: &Row) -> Result<Sample, CellProblem> {
        let mut sample = Vec::with_capacity(self.0.len());
        for (item, column) in &self.0 {
            let value = Measured::parse(row.cell(*column).trim(), item.unit)
                .map_err(|error| CellProblem::at(*column, Problem::Measured(error)))?;
            sample.extend(value.map(|value| (item.indicator, value)));
        }
        Ok(sample)
    }

    /// Where a value stands that cannot be classed.
    pub(super) fn refuse(&self, error: &SurfaceWaterError) -> CellProblem {
        let (indicator, problem) = match *error {
            SurfaceWaterError::Negative { indicator, .. } => (Some(indicator), Problem::Negative),
            SurfaceWaterError::Impossible { indicator, low, high, .. } => {
                (Some(indicator), Problem::Outside { low, high })
            }
            SurfaceWaterError::TooLong(indicator) => (Some(indicator), Problem::Other(error.to_string())),
            _ => (None, Problem::Other(error.to_string())),
        };
        let column = self.0.iter().find(|(item, _)| Some(item.indicator) == indicator);
        CellProblem { column: column.map(|(_, column)| *column), problem }
    }
}
