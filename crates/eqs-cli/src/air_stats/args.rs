//! The arguments of `eqs air-stats`.

use std::path::PathBuf;

use clap::ValueEnum;
use eqs::air::{DaySpan, HourLabel};
use eqs::gb3095::Gb3095;
use eqs::hj633::Hj633;
use eqs::{AirGrade, Decimal, NaiveDate, NotInForce, Unit};
use serde::Serialize;

use super::pollutant::{POLLUTANTS, Pollutant};
use crate::args::day;
use crate::edition::{Editions, unknown};
use crate::error::{CliError, Location};
use crate::problem::Problem;

/// `eqs air-stats`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Columns read: station, and pm25 pm10 so2 no2 o3_1h (or o3) in µg/m³, co in mg/m³; at least one of these.
  Empty, NA or /: missing. `city` or `area`: the city of the station. The hour, in one of three layouts:
    time                     2026-03-01T05, 2026-03-01 05:00
    date,hour                2026-03-01 or 20260301, 0 to 24
    year,month,day,hour      numbers; without a column `year` that of --year
  Labels are ends of hours, as China publishes: hour 00 closes the day before, hour 24 its own day. Files that count
  hours from 0 to 23 by their beginnings need --labels start; the third layout needs --labels in any case.
  Stations are told apart by city and name; one that is renamed is two stations. Rows may stand in any order.
Kept are 4 bytes for each hour, pollutant, station and year.

Columns of --exclude-hours: station, from, to, cause; if need be city, pollutants, note.
  from, to: days, or labels of hours as --labels says; both are included.
  cause: dust (PM10 and PM2.5 alone) or exceptional_event (all, or those of the column `pollutants`, such as o3;pm25).
  Each row of a table stands twice then: `readings` is `all`, or `rest` without the hours listed, which are counted.

Days and means are valid by table 4 of GB 3095 and HJ 663; of ozone the days have their largest mean of eight hours.
Values are exact until they are printed: `value` with one place more than the limit asks for, `rounded` as compared.

Examples:
  eqs air-stats hours.csv
  eqs air-stats january.csv february.csv --table daily --format csv --from 2024-01-01 --to 2024-02-15
  eqs air-stats prsa.csv --labels start --year 2016 --unit co=ug/m3 --city --exclude Dingling
  eqs air-stats hours.csv --city --table days
  eqs air-stats hours.csv --city --exclude-hours dust.csv
  eqs air-stats hours.csv --table composite --format csv
  eqs air-stats 2020.csv 2024.csv --base-year 2020 --table days
  eqs air-stats hours.csv --judge-by 2026-transition --out statistics")]
pub(crate) struct AirStatsArgs {
    /// The CSV files (UTF-8, header row); `-` is standard input
    #[arg(required = true)]
    pub(crate) files: Vec<String>,
    /// Which table is written
    #[arg(long, value_enum, default_value_t = Table::Annual)]
    pub(crate) table: Table,
    /// Write every table as CSV, and annual.json, to this directory instead
    #[arg(long, value_name = "DIR", conflicts_with = "table")]
    pub(crate) out: Option<PathBuf>,
    /// Which hour a label names [default: end]
    #[arg(long, value_enum)]
    pub(crate) labels: Option<Labels>,
    /// The days of this year only; the year of files without one
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=9999))]
    pub(crate) year: Option<u16>,
    /// From this day on (YYYY-MM-DD)
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) from: Option<NaiveDate>,
    /// Up to this day
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) to: Option<NaiveDate>,
    /// The unit of a column, such as co=ug/m3
    #[arg(long, value_name = "COLUMN=UNIT", value_parser = unit)]
    pub(crate) unit: Vec<(usize, Unit)>,
    /// The largest value of a column that passes for a reading, in its unit [default: co=200 pm10=10000 pm25=10000,
    /// others 5000; from no standard]
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = highest)]
    pub(crate) highest: Vec<(usize, Decimal)>,
    /// Cities instead of stations: the days of a city are the means of its stations. Without a column `city` or `area`
    /// all stations are one
    #[arg(long)]
    pub(crate) city: bool,
    /// Leave this station out
    #[arg(long, value_name = "STATION")]
    pub(crate) exclude: Vec<String>,
    /// Give every result a second time, without the hours that this file lists
    #[arg(long, value_name = "FILE")]
    pub(crate) exclude_hours: Option<String>,
    /// The year that later years are compared with, whose rows must be among those that are read [default: the year before]
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1..=9999))]
    pub(crate) base_year: Option<u16>,
    /// The edition of GB 3095 by which days and means are valid [default: in force at the end of each year]
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
    /// Percentiles of CO and ozone need 324 days of a year after 2026-02-28, too, as HJ 663-2013 asks; whether HJ 663-2026
    /// does is not known
    #[arg(long)]
    pub(crate) days_of_2013: bool,
    /// The edition of GB 3095 whose limits the years are held against [default: that of --edition]
    #[arg(long, value_name = "NAME")]
    pub(crate) judge_by: Option<String>,
    /// The edition of HJ 633 by which days have their index [default: in force on each day]
    #[arg(long, value_name = "NAME")]
    pub(crate) index_edition: Option<String>,
    /// The grade of the limits
    #[arg(long, value_enum, default_value_t = GradeArg::Two)]
    pub(crate) grade: GradeArg,
    /// What happens to a cell or row that cannot be read
    #[arg(long, value_enum, default_value_t = OnBadCell::Fail)]
    pub(crate) on_error: OnBadCell,
}

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Table {
    /// A row for each station and day
    Daily,
    /// Means and percentiles of months
    Monthly,
    /// Means and percentiles of quarters
    Quarterly,
    /// Means and percentiles of years, held against the limits
    Annual,
    /// The days of each level of the air quality index in a year
    Days,
    /// The composite index of years and months, with ranks
    Composite,
}

/// Which hour a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Labels {
    /// The hour that ends then: 01 is the first of the day, 00 the last of the day before
    End,
    /// The hour that begins then: 00 is the first of the day, 23 the last
    Start,
}

/// The grade of limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GradeArg {
    /// For class 1 zones
    #[value(name = "1")]
    One,
    /// For class 2 zones
    #[value(name = "2")]
    Two,
}

/// What happens to a cell or row that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnBadCell {
    /// Say why and write nothing
    Fail,
    /// Say why on stderr, count it, and take the reading as missing
    Mark,
}

/// The editions of a request.
pub(crate) struct Standards {
    /// By which days and means are valid; `None`: by that in force.
    edition: Option<Gb3095>,
    /// Whose limits count; `None`: those of the edition above.
    judge: Option<Gb3095>,
    /// By which days have their index; `None`: by that in force.
    index: Option<Hj633>,
}

impl Table {
    /// All, the statistics first, the finest of them foremost.
    pub(crate) const ALL: [Self; 6] =
        [Self::Daily, Self::Monthly, Self::Quarterly, Self::Annual, Self::Days, Self::Composite];

    /// The name of the table.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Monthly => "monthly",
            Self::Quarterly => "quarterly",
            Self::Annual => "annual",
            Self::Days => "days",
            Self::Composite => "composite",
        }
    }
}

impl Standards {
    /// The edition for a year, and that of its limits.
    pub(crate) fn of_year(&self, year: u16) -> Result<(Gb3095, Gb3095), CliError> {
        let refuse = |error| CliError::refuse(Location::default(), Problem::NotInForce(error));
        let edition =
            self.edition.map_or_else(|| Gb3095::on(DaySpan::year(year).last).map_err(refuse), Ok)?;
        Ok((edition, self.judge.unwrap_or(edition)))
    }

    /// The edition of HJ 633 for a day.
    pub(crate) fn of_day(&self, day: NaiveDate) -> Result<Hj633, NotInForce> {
        self.index.map_or_else(|| Hj633::on(day), Ok)
    }
}

impl AirStatsArgs {
    /// The editions that are asked for.
    pub(crate) fn standards(&self) -> Result<Standards, CliError> {
        let named = |name: &Option<String>| {
            let editions = Editions::of(Gb3095::all().map(Gb3095::edition));
            let name = name.as_deref().map(|name| editions.named(name)).transpose()?;
            name.map(|edition| Gb3095::named(edition.name).map_err(|error| unknown(&error))).transpose()
        };
        let index = self.index_edition.as_deref().map(|name| {
            let name = Editions::of(Hj633::all().map(Hj633::edition)).named(name)?.name;
            Hj633::named(name).map_err(|error| unknown(&error))
        });
        Ok(Standards {
            edition: named(&self.edition)?,
            judge: named(&self.judge_by)?,
            index: index.transpose()?,
        })
    }

    /// The days that are asked for.
    pub(crate) fn span(&self) -> DaySpan {
        let year = self.year.map(DaySpan::year);
        let first = self.from.into_iter().chain(year.map(|year| year.first)).max();
        let last = self.to.into_iter().chain(year.map(|year| year.last)).min();
        DaySpan { first: first.unwrap_or(NaiveDate::MIN), last: last.unwrap_or(NaiveDate::MAX) }
    }

    /// The unit of the column of a pollutant.
    pub(crate) fn unit_of(&self, pollutant: usize) -> Option<Unit> {
        self.unit.iter().rev().find(|(other, _)| *other == pollutant).map(|(_, unit)| *unit)
    }

    /// The largest reading of a pollutant that is asked for, in the unit of the column.
    pub(crate) fn highest_of(&self, pollutant: usize) -> Option<Decimal> {
        self.highest.iter().rev().find(|(other, _)| *other == pollutant).map(|(_, highest)| *highest)
    }
}

impl From<Labels> for HourLabel {
    fn from(labels: Labels) -> Self {
        match labels {
            Labels::End => Self::End,
            Labels::Start => Self::Start,
        }
    }
}

impl From<GradeArg> for AirGrade {
    fn from(grade: GradeArg) -> Self {
        match grade {
            GradeArg::One => Self::One,
            GradeArg::Two => Self::Two,
        }
    }
}

/// Reads `co=ug/m3`.
fn unit(text: &str) -> Result<(usize, Unit), String> {
    let (pollutant, unit) = assigned(text)?;
    let unit: Unit = unit.parse().map_err(|_| format!("no unit `{unit}`, expected ug/m3 or mg/m3"))?;
    if ![Unit::UG_PER_M3, Unit::MG_PER_M3].contains(&unit) {
        return Err(format!("readings in `{unit}` are not taken, expected ug/m3 or mg/m3"));
    }
    Ok((pollutant, unit))
}

/// Reads `pm10=20000`.
fn highest(text: &str) -> Result<(usize, Decimal), String> {
    let (pollutant, value) = assigned(text)?;
    let highest: Decimal = value.parse().map_err(|error| format!("`{value}`: {error}"))?;
    Ok((pollutant, highest))
}

fn assigned(text: &str) -> Result<(usize, &str), String> {
    let known = || {
        let keys: Vec<&str> = POLLUTANTS.iter().flat_map(|pollutant| pollutant.keys).copied().collect();
        format!("expected COLUMN=..., with one of the columns {}", keys.join(", "))
    };
    let (key, value) = text.split_once('=').ok_or_else(known)?;
    Ok((Pollutant::position(key).ok_or_else(known)?, value))
}
