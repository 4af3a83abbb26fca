//! The samples of sections, rivers and lakes, put together.

use alloc::collections::BTreeMap;

use chrono::Datelike as _;
use eqs::gb3838::Gb3838;
use eqs::surface_water::{SurfaceWaterError, WaterMeans};
use eqs::{Decimal, NaiveDate};

use super::args::{BodyArg, GroupArg, PeriodArg, WaterArgs};
use super::columns::{Items, Sample};
use crate::annotate::number;
use crate::columns::{CellProblem, DayColumns, refuse_header};
use crate::error::CliError;
use crate::header::Header;
use crate::input::{Input, Row};
use crate::problem::Problem;
use crate::row_edition::RowEdition;

/// What a file holds.
pub(super) struct Groups {
    /// The rivers or lakes of each period, in order; sections of no river under an empty name.
    pub(super) wholes: Wholes,
    /// The column of these names: `river` or `lake`.
    pub(super) whole: Option<&'static str>,
    /// The edition that all are judged by: the latest of those of the rows.
    pub(super) standard: Gb3838,
}

/// What is known of each whole in each period.
type Wholes = BTreeMap<(String, Option<String>), Group>;

/// A river, a lake, or all sections.
#[derive(Default)]
pub(super) struct Group {
    /// Its sections or points.
    pub(super) parts: Parts,
    /// The area or storage of a lake.
    pub(super) amount: Option<Decimal>,
}

/// Sections or points by their names.
pub(super) type Parts = BTreeMap<String, Part>;

/// A section or point over a period.
#[derive(Default)]
pub(super) struct Part {
    /// Its samples, month by month if a year is asked for.
    samples: BTreeMap<Option<u32>, Vec<Sample>>,
    /// The number of samples.
    pub(super) count: usize,
    /// The length of a section.
    pub(super) amount: Option<Decimal>,
}

/// Where the names, days and amounts stand.
struct Columns {
    whole: Option<usize>,
    part: Option<usize>,
    day: Option<DayColumns>,
    period: Option<PeriodArg>,
    amount: Option<usize>,
    /// Whether the amounts are those of wholes.
    is_lake: bool,
}

impl Groups {
    /// Reads the samples of a file.
    pub(super) fn read(
        mut input: Input,
        items: &Items,
        edition: &RowEdition<Gb3838>,
        group: GroupArg,
        request: &WaterArgs,
    ) -> Result<Self, CliError> {
        let columns = Columns::find(input.header(), group, request);
        let columns = columns.map_err(|problem| refuse_header(&input, problem))?;
        let (mut wholes, mut standard) = (BTreeMap::new(), None::<Gb3838>);
        while let Some(mut row) = input.next_row()? {
            let read = match row.fault.take() {
                Some(problem) => Err(CellProblem { column: None, problem }),
                None => columns.read(&row, items, edition, &mut wholes),
            };
            let own = read.map_err(|CellProblem { column, problem }| {
                CliError::refuse(input.location(&row, column), problem)
            })?;
            let is_later = |other: &Gb3838| other.edition().first_day >= own.edition().first_day;
            standard = standard.filter(is_later).or(Some(own));
        }
        let standard = standard.ok_or_else(|| refuse_header(&input, Problem::HeaderOnly))?;
        let whole = columns.whole.map(|_| whole_name(request.body));
        Ok(Self { wholes, whole, standard })
    }
}

impl Columns {
    fn find(header: &Header, group: GroupArg, request: &WaterArgs) -> Result<Self, Problem> {
        let column = |name: &str| header.column(name).ok_or_else(|| Problem::MissingColumn(name.to_owned()));
        let whole = whole_name(request.body);
        let (whole, part) = match group {
            GroupArg::Section => (header.column(whole), Some(column("section")?)),
            GroupArg::River => (Some(column(whole)?), Some(column("section")?)),
            GroupArg::Lake => (Some(column(whole)?), header.column("section")),
        };
        let day = request.period.map(|_| column("date").map(DayColumns::Date)).transpose()?;
        let amount = request.by.as_ref().and_then(|by| by.column.as_deref()).map(column).transpose()?;
        let is_lake = group == GroupArg::Lake;
        Ok(Self { whole, part, day, period: request.period, amount, is_lake })
    }

    /// Takes in a row; the edition is that of its day.
    fn read(
        &self,
        row: &Row,
        items: &Items,
        edition: &RowEdition<Gb3838>,
        wholes: &mut Wholes,
    ) -> Result<Gb3838, CellProblem> {
        let standard = edition.at(row, Gb3838::on)?;
        let day = self.day.map(|columns| columns.day(row)).transpose()?;
        let key = (name(row, self.whole)?, day.zip(self.period).map(|(day, period)| label(day, period)));
        let part = name(row, self.part)?;
        let sample = items.sample(row)?;
        WaterMeans::of(standard, &[&sample]).map_err(|error| items.refuse(&error))?;
        let group = wholes.entry(key).or_default();
        let part = group.parts.entry(part).or_default();
        if let Some(column) = self.amount {
            take_amount(if self.is_lake { &mut group.amount } else { &mut part.amount }, row, column)?;
        }
        let is_year = matches!(self.period, Some(PeriodArg::Year | PeriodArg::YearOfIceOrDrought));
        let month = day.filter(|_| is_year).map(|day| day.month());
        part.samples.entry(month).or_default().push(sample);
        part.count = part.count.saturating_add(1);
        Ok(standard)
    }
}

impl Part {
    /// The means that the section is judged by: those of a year are made of its months.
    pub(super) fn means(&self, standard: Gb3838) -> Result<WaterMeans, SurfaceWaterError> {
        if let Some(samples) = self.samples.get(&None) {
            return WaterMeans::of(standard, samples);
        }
        let months = self.samples.values().map(|samples| Ok(WaterMeans::of(standard, samples)?.sample()));
        WaterMeans::of(standard, &months.collect::<Result<Vec<_>, _>>()?)
    }
}

/// The amount of a section or lake is the same in all its rows.
fn take_amount(amount: &mut Option<Decimal>, row: &Row, column: usize) -> Result<(), CellProblem> {
    let own = number(row, column, false)?.ok_or(CellProblem::at(column, Problem::NoAmount))?;
    if own.is_negative() {
        return Err(CellProblem::at(column, Problem::Negative));
    }
    match amount.replace(own).filter(|earlier| *earlier != own) {
        Some(earlier) => Err(CellProblem::at(column, Problem::AmountDiffers(earlier))),
        None => Ok(()),
    }
}

/// What sections or points are parts of.
const fn whole_name(body: BodyArg) -> &'static str {
    match body {
        BodyArg::River => "river",
        BodyArg::Lake => "lake",
    }
}

/// The name in a column; all rows have an empty one where there is no column.
fn name(row: &Row, column: Option<usize>) -> Result<String, CellProblem> {
    match column {
        None => Ok(String::new()),
        Some(column) => match row.cell(column).trim() {
            "" => Err(CellProblem::at(column, Problem::NoName)),
            name => Ok(name.to_owned()),
        },
    }
}

/// `2024-05`, `2024-Q2` or `2024`.
fn label(day: NaiveDate, period: PeriodArg) -> String {
    match period {
        PeriodArg::Month => day.format("%Y-%m").to_string(),
        PeriodArg::Quarter => format!("{}-Q{}", day.year(), day.quarter()),
        PeriodArg::Year | PeriodArg::YearOfIceOrDrought => day.format("%Y").to_string(),
    }
}
