//! The layout of a file: which of its columns tell station, hour and readings.

use eqs::air::{HourLabel, Slot};
use eqs::{Decimal, NaiveDate, Rounding, Unit};

use super::args::AirStatsArgs;
use super::pollutant::{PLACES, POLLUTANTS, Pollutant};
use crate::columns::CellProblem;
use crate::day::{Hour, digits, parse_day, parse_hour, parse_time};
use crate::error::CliError;
use crate::header::Header;
use crate::input::Row;
use crate::problem::Problem;
use crate::usage::Usage;

/// The columns of a file.
pub(crate) struct Layout {
    station: usize,
    city: Option<usize>,
    hour: HourColumns,
    labels: HourLabel,
    /// The columns of readings, in the order of [`POLLUTANTS`].
    readings: [Option<ReadingColumn>; 6],
}

/// What tells the hour.
#[derive(Clone, Copy)]
enum HourColumns {
    Time(usize),
    Date { date: usize, hour: usize },
    Numbers { year: YearFrom, month: usize, day: usize, hour: usize },
}

/// What tells the year.
#[derive(Clone, Copy)]
enum YearFrom {
    Column(usize),
    Option(u16),
}

/// A column of readings.
#[derive(Clone, Copy)]
struct ReadingColumn {
    column: usize,
    unit: Unit,
    /// What no reading of the column is above, or positive and below.
    highest: Decimal,
    lowest: Decimal,
}

/// The columns of a header that cannot be read.
pub(crate) enum LayoutError {
    /// What is wrong with the header.
    Header(Problem),
    /// What the request lacks.
    Request(CliError),
}

impl Layout {
    /// Finds the columns.
    pub(crate) fn find(header: &Header, request: &AirStatsArgs) -> Result<Self, LayoutError> {
        let needed =
            |name| header.column(name).ok_or(LayoutError::Header(Problem::MissingColumn(name.into())));
        let mut readings = [None; 6];
        for (at, (place, pollutant)) in readings.iter_mut().zip(&POLLUTANTS).enumerate() {
            let mut columns = pollutant.keys.iter().filter_map(|key| Some((*key, header.column(key)?)));
            if let (Some((first, _)), Some((second, _))) = (columns.clone().next(), columns.clone().nth(1)) {
                return Err(LayoutError::Header(Problem::TwoColumns { first, second }));
            }
            *place = columns.next().map(|(_, column)| ReadingColumn::new(column, at, pollutant, request));
        }
        if readings.iter().all(Option::is_none) {
            let names = POLLUTANTS.iter().flat_map(|pollutant| pollutant.keys).copied().collect();
            let separator = header.other_separator();
            return Err(LayoutError::Header(Problem::NoColumnOf { names, separator }));
        }
        let hour = HourColumns::find(header, request)?;
        if matches!(hour, HourColumns::Numbers { .. }) && request.labels.is_none() {
            return Err(LayoutError::Request(CliError::Usage(Usage::LabelsNeeded)));
        }
        Ok(Self {
            station: needed("station")?,
            city: header.column("city").or_else(|| header.column("area")),
            hour,
            labels: request.labels.map_or(HourLabel::End, HourLabel::from),
            readings,
        })
    }

    /// The station of a row, and its city where there is one.
    pub(crate) fn station<'a>(&self, row: &'a Row) -> Result<(&'a str, &'a str), CellProblem> {
        let station = row.cell(self.station).trim();
        if station.is_empty() {
            return Err(CellProblem::at(self.station, Problem::NoStation));
        }
        Ok((self.city.map_or("", |city| row.cell(city).trim()), station))
    }

    /// The hour of a row.
    pub(crate) fn slot(&self, row: &Row) -> Result<Slot, CellProblem> {
        let (day, hour, column) = self.hour.label(row)?;
        self.labels.slot(day, hour).ok_or(CellProblem::at(column, Problem::NoSuchHour))
    }

    /// The column that tells the hour.
    pub(crate) const fn hour_column(&self) -> usize {
        match self.hour {
            HourColumns::Time(column)
            | HourColumns::Date { hour: column, .. }
            | HourColumns::Numbers { hour: column, .. } => column,
        }
    }

    /// The reading of a pollutant in thousandths of the unit of its column; `None` where it is missing.
    pub(crate) fn reading(&self, row: &Row, pollutant: usize) -> Result<Option<i32>, CellProblem> {
        match self.readings.get(pollutant) {
            Some(Some(column)) => column.read(row),
            _ => Ok(None),
        }
    }
}

impl HourColumns {
    fn find(header: &Header, request: &AirStatsArgs) -> Result<Self, LayoutError> {
        let refuse = |problem| Err(LayoutError::Header(problem));
        let column = |name| header.column(name);
        match (column("time"), column("date"), column("hour"), column("month").zip(column("day"))) {
            (Some(_), Some(_), _, _) | (Some(_), _, _, Some(_)) | (_, Some(_), _, Some(_)) => {
                refuse(Problem::TwoHours)
            }
            (Some(time), None, _, None) => Ok(Self::Time(time)),
            (None, Some(date), Some(hour), None) => Ok(Self::Date { date, hour }),
            (None, None, Some(hour), Some((month, day))) => {
                let year = column("year").map(YearFrom::Column).or(request.year.map(YearFrom::Option));
                let year = year.ok_or(LayoutError::Request(CliError::Usage(Usage::YearNeeded)))?;
                Ok(Self::Numbers { year, month, day, hour })
            }
            (None, Some(_), None, None) | (None, None, None, Some(_)) => {
                refuse(Problem::MissingColumn("hour".into()))
            }
            (None, None, _, None) => refuse(Problem::NoHour),
        }
    }

    /// Day and hour as they are labelled, and the column to be named if there is no such hour.
    fn label(self, row: &Row) -> Result<(NaiveDate, u8, usize), CellProblem> {
        let cell = |column| row.cell(column).trim();
        let hour_of = |column| {
            parse_hour(cell(column)).ok_or(CellProblem::at(column, Problem::BadHour)).map(Hour::number)
        };
        match self {
            Self::Time(time) => match parse_time(cell(time)) {
                Some((day, Some(hour))) => Ok((day, hour.number(), time)),
                _ => Err(CellProblem::at(time, Problem::BadTime)),
            },
            Self::Date { date, hour } => {
                let day = parse_day(cell(date)).ok_or(CellProblem::at(date, Problem::BadDay))?;
                Ok((day, hour_of(hour)?, hour))
            }
            Self::Numbers { year, month, day, hour } => {
                let number = |column| {
                    let number = digits(cell(column)).filter(|number| *number <= 9999);
                    number.ok_or(CellProblem::at(column, Problem::BadNumberOfDay))
                };
                let year = match year {
                    YearFrom::Column(column) => number(column)?,
                    YearFrom::Option(year) => year.into(),
                };
                let date =
                    NaiveDate::from_ymd_opt(i32::try_from(year).unwrap_or(-1), number(month)?, number(day)?);
                let date = date.ok_or(CellProblem::at(day, Problem::BadNumberOfDay))?;
                Ok((date, hour_of(hour)?, hour))
            }
        }
    }
}

impl ReadingColumn {
    fn new(column: usize, at: usize, pollutant: &Pollutant, request: &AirStatsArgs) -> Self {
        let unit = request.unit_of(at).unwrap_or(pollutant.unit);
        let shift = shift(unit, pollutant.unit);
        let highest = i64::from(pollutant.highest).saturating_mul(1000);
        Self {
            column,
            unit,
            highest: request.highest_of(at).unwrap_or_else(|| moved(highest, shift)),
            lowest: moved(pollutant.lowest.into(), shift),
        }
    }

    fn read(&self, row: &Row) -> Result<Option<i32>, CellProblem> {
        let refuse = |problem| Err(CellProblem::at(self.column, problem));
        let text = row.cell(self.column).trim();
        if matches!(text, "" | "NA" | "/") {
            return Ok(None);
        }
        let value: Decimal = match text.parse() {
            Ok(value) => value,
            Err(error) => return refuse(Problem::Number { error, slash: true }),
        };
        if value.is_negative() {
            return refuse(Problem::Negative);
        }
        if value > self.highest {
            return refuse(Problem::NoReading { bound: self.highest, unit: self.unit, is_above: true });
        }
        if value < self.lowest && !value.is_zero() {
            return refuse(Problem::NoReading { bound: self.lowest, unit: self.unit, is_above: false });
        }
        let thousandths = value.mantissa_at(PLACES).and_then(|thousandths| i32::try_from(thousandths).ok());
        match thousandths {
            Some(thousandths) => Ok(Some(thousandths)),
            None => refuse(Problem::TooFine { places: PLACES }),
        }
    }
}

/// So many thousandths, with the point moved to the right.
fn moved(thousandths: i64, shift: i8) -> Decimal {
    let power = 10_i64.saturating_pow(shift.max(0).unsigned_abs().into());
    let places = PLACES.saturating_add(shift.min(0).unsigned_abs());
    let value = Decimal::new(thousandths.saturating_mul(power), places);
    let significant = value.significant_places().cast_signed();
    value.round(significant, Rounding::Truncate).unwrap_or(value)
}

/// How many places the point moves to the left from a unit to another; 3 from µg/m³ to mg/m³.
pub(crate) fn shift(from: Unit, to: Unit) -> i8 {
    match (from, to) {
        (Unit::UG_PER_M3, Unit::MG_PER_M3) => 3,
        (Unit::MG_PER_M3, Unit::UG_PER_M3) => -3,
        _ => 0,
    }
}
