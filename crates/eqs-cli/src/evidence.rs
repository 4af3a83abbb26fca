//! Figures of the user, from a CSV file.

use core::str::FromStr;

use eqs::aqi::ReadingProblem;
use eqs::plan::Plan;
use eqs::{
    Bound, Decimal, Indicator, Observation, Period, Place, Quantity, QuantityError, Source, Statistic,
};

use crate::columns::{CellProblem, refuse_header};
use crate::error::CliError;
use crate::input::{Input, Row};
use crate::problem::Problem;

/// A figure that owns the words of its source.
#[derive(Clone, Debug)]
pub(crate) struct OwnFigure {
    place: Place,
    indicator: Indicator,
    statistic: Statistic,
    period: Period,
    quantity: Quantity,
    bound: Bound,
    document: String,
    line: u16,
}

/// The columns of the file.
struct Columns {
    place: usize,
    indicator: usize,
    statistic: usize,
    period: usize,
    value: usize,
    unit: usize,
    bound: Option<usize>,
    document: Option<usize>,
    line: Option<usize>,
}

/// Reads the figures of a file; one bad cell refuses it.
pub(crate) fn read(file: &str) -> Result<Vec<OwnFigure>, CliError> {
    let mut input = Input::open(file)?;
    let needed = |name| {
        let missing = || refuse_header(&input, Problem::MissingColumn(name));
        input.header().column(name).ok_or_else(missing)
    };
    let columns = Columns {
        place: needed("place")?,
        indicator: needed("indicator")?,
        statistic: needed("statistic")?,
        period: needed("period")?,
        value: needed("value")?,
        unit: needed("unit")?,
        bound: input.header().column("bound"),
        document: input.header().column("document"),
        line: input.header().column("line"),
    };
    let mut figures = Vec::new();
    while let Some(mut row) = input.next_row()? {
        let figure = match row.fault.take() {
            Some(problem) => Err(CellProblem { column: None, problem }),
            None => columns.figure(&row, input.name()),
        };
        figures.push(figure.map_err(|CellProblem { column, problem }| {
            CliError::refuse(input.location(&row, column), problem)
        })?);
    }
    Ok(figures)
}

impl OwnFigure {
    /// The figure as an observation.
    pub(crate) fn observation(&self) -> Observation<'_> {
        let Self { place, indicator, statistic, period, quantity, bound, ref document, line } = *self;
        let source = Source { document, id: "", line, quote: "" };
        Observation { place, indicator, statistic, period, quantity, high: None, bound, source }
    }
}

impl Columns {
    fn figure(&self, row: &Row, file: &str) -> Result<OwnFigure, CellProblem> {
        let value = row.cell(self.value).trim();
        let value = Decimal::parse(value)
            .map_err(|error| CellProblem::at(self.value, Problem::Number { error, slash: false }))?;
        let document =
            self.document.map(|column| row.cell(column).trim()).filter(|document| !document.is_empty());
        let line = self.line.filter(|column| !row.cell(*column).trim().is_empty());
        let indicator = named(row, self.indicator, Problem::UnknownIndicator)?;
        let statistic = named(row, self.statistic, codes(Statistic::ALL, Statistic::code))?;
        let quantity = Quantity::new(value, named(row, self.unit, Problem::UnknownUnit)?);
        if value.is_negative() && !matches!(statistic, Statistic::CumulativeChange | Statistic::AnnualRate) {
            return Err(CellProblem::at(self.value, Problem::Negative));
        }
        check_unit(indicator, statistic, quantity)
            .map_err(|error| CellProblem::at(self.unit, Problem::Reading(ReadingProblem::Unit(error))))?;
        Ok(OwnFigure {
            place: named(row, self.place, Problem::UnknownPlace)?,
            indicator,
            statistic,
            period: period(row.cell(self.period).trim())
                .ok_or(CellProblem::at(self.period, Problem::BadPeriod))?,
            quantity,
            bound: match self.bound.filter(|column| !row.cell(*column).trim().is_empty()) {
                Some(column) => named(row, column, codes(Bound::ALL, Bound::code))?,
                None => Bound::Exact,
            },
            document: document.unwrap_or(file).to_owned(),
            line: match line {
                Some(column) => named(row, column, Problem::BadLine)?,
                None => u16::try_from(row.line()).unwrap_or(u16::MAX),
            },
        })
    }
}

/// Reads a cell by the names of its type.
fn named<T: FromStr>(row: &Row, column: usize, problem: Problem) -> Result<T, CellProblem> {
    row.cell(column).trim().parse().map_err(|_| CellProblem::at(column, problem))
}

/// Refuses a unit that fits no target of this indicator and statistic.
fn check_unit(indicator: Indicator, statistic: Statistic, quantity: Quantity) -> Result<(), QuantityError> {
    let targets = Plan::all().iter().flat_map(|plan| plan.targets());
    let units = targets
        .filter(|target| target.indicator == indicator && target.statistic == statistic)
        .map(|target| quantity.check_unit(target.unit));
    let mut checks = units.collect::<Vec<_>>();
    if checks.iter().any(Result::is_ok) {
        return Ok(());
    }
    checks.pop().unwrap_or(Ok(())).map_err(QuantityError::from)
}

fn codes<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Problem {
    Problem::UnknownCode(all.iter().map(|term| code(*term)).collect())
}

/// Reads `2025` or `2021-2025`.
fn period(text: &str) -> Option<Period> {
    let year = |text: &str| {
        let is_year = text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit());
        is_year.then(|| text.parse().ok()).flatten()
    };
    match text.split_once(['-', '–']) {
        None => Some(Period::Year(year(text)?)),
        Some((from, to)) => {
            let (from, to) = (year(from)?, year(to)?);
            (from <= to).then_some(Period::Years(from, to))
        }
    }
}
