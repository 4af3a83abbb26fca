//! A class for each row.

use eqs::gb3838::Gb3838;
use eqs::surface_water::{MainPollutant, SurfaceWater, WaterOptions, surface_water};
use eqs::{Finding, Lang, Phrase as _, Verdict, WaterBody};

use super::columns::Items;
use crate::annotate::{Judge, with_multiples};
use crate::columns::CellProblem;
use crate::input::Row;
use crate::json::Added;
use crate::row_edition::RowEdition;

/// How a row gets its class.
pub(super) struct ClassOfRow {
    pub(super) body: WaterBody,
    pub(super) options: WaterOptions,
    pub(super) edition: RowEdition<Gb3838>,
    pub(super) items: Items,
}

impl Judge for ClassOfRow {
    type Outcome = SurfaceWater;
    type Finding = Finding;

    const COLUMNS: &'static [&'static str] = &["eqs_class", "eqs_status", "eqs_main"];

    fn judge(&self, row: &Row) -> Result<Verdict<SurfaceWater>, CellProblem> {
        let standard = self.edition.at(row, Gb3838::on)?;
        let sample = self.items.sample(row)?;
        surface_water(standard, self.body, &sample, self.options).map_err(|error| self.items.refuse(&error))
    }

    fn warning(&self, _: Lang) -> Option<String> {
        None
    }

    fn cells(water: &SurfaceWater, lang: Lang) -> Vec<Added> {
        vec![
            Added::Text(water.grade.code().into()),
            Added::Text(water.grade.status().say(lang).to_string()),
            main_pollutants(&water.main).into(),
        ]
    }
}

/// The main pollution indicators of a section.
pub(super) fn main_pollutants(main: &[MainPollutant]) -> String {
    with_multiples(main.iter().map(|pollutant| (pollutant.indicator, pollutant.multiple)))
}
