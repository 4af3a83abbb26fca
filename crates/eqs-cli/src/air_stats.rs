//! `eqs air-stats`: from hourly readings of stations to days, months and years.

mod args;
mod change;
mod composite;
mod day_change;
mod days;
mod entry;
mod exclusions;
mod layout;
mod pollutant;
mod read;
mod results;
mod screen;
mod sheet;
mod store;
mod trends;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use eqs::{Lang, Phrase as _};

pub(crate) use self::args::AirStatsArgs;
use self::args::{Standards, Table};
use self::read::read;
use self::results::Results;
use self::store::Store;
use crate::columns::warn;
use crate::error::{CliError, Location};
use crate::format::{Format, print};
use crate::output::of_csv;
use crate::problem::Problem;
use crate::usage::Usage;

/// Reads the files of a request and writes its tables. Nothing is written before the last row has been read.
pub(crate) fn run(request: &AirStatsArgs, format: Format, lang: Lang) -> Result<(), CliError> {
    let standards = request.standards()?;
    let read = read(request, lang)?;
    check_years(&read.store, &standards, lang)?;
    let results = Results::new(&read, request, &standards);
    if let Some(directory) = &request.out {
        spare_inputs(request, directory)?;
        return write_all(&results, directory, lang);
    }
    match format {
        Format::Csv => {
            let output = BufWriter::new(io::stdout().lock());
            sheet::write(&results, request.table, lang, output).map_err(|problem| problem.of("<stdout>"))
        }
        Format::Table | Format::Json => print(&results.collect(request.table)?, format, lang),
    }
}

/// Refuses a request of which no row is left, or one before the first edition, and warns of years that HJ 663 does not
/// evaluate.
fn check_years(store: &Store, standards: &Standards, lang: Lang) -> Result<(), CliError> {
    let years = store.stations().iter().flat_map(|station| &station.years);
    let mut years: Vec<u16> = years.map(|year| year.year).collect();
    years.sort_unstable();
    years.dedup();
    if years.is_empty() {
        return Err(CliError::refuse(Location::default(), Problem::NoRowLeft));
    }
    for year in years {
        let (edition, _) = standards.of_year(year)?;
        if edition.evaluated_by().is_none() {
            let edition = edition.edition().say(lang);
            warn(
                match lang {
                    Lang::Zh => format!(
                        "{year}年：HJ 663不按{edition}评价：没有统计量，一日有任一小时即有效；可用--edition另选版本"
                    ),
                    Lang::En => format!(
                        "{year}: HJ 663 does not evaluate by {edition}: there are no statistics, and any hour makes \
                         a day valid; choose another edition with --edition"
                    ),
                },
                lang,
            );
        }
    }
    Ok(())
}

/// Refuses to write over a file that was read.
fn spare_inputs(request: &AirStatsArgs, directory: &Path) -> Result<(), CliError> {
    let files = request.files.iter().chain(&request.exclude_hours);
    let read: Vec<_> = files.filter_map(|file| fs::canonicalize(file).ok()).collect();
    for table in Table::ALL {
        let path = directory.join(format!("{}.csv", table.code()));
        if fs::canonicalize(&path).is_ok_and(|path| read.contains(&path)) {
            return Err(CliError::Usage(Usage::SameFile(path.display().to_string())));
        }
    }
    Ok(())
}

/// Every table as CSV, and the statistics with their derivations as JSON.
fn write_all(results: &Results<'_>, directory: &Path, lang: Lang) -> Result<(), CliError> {
    let failed = |path: &Path, error| CliError::File { file: path.display().to_string(), error };
    fs::create_dir_all(directory).map_err(|error| failed(directory, error))?;
    for table in Table::ALL {
        let path = directory.join(format!("{}.csv", table.code()));
        let file = File::create(&path).map_err(|error| failed(&path, error))?;
        sheet::write(results, table, lang, BufWriter::new(file))
            .map_err(|problem| problem.of(&path.display().to_string()))?;
    }
    let path = directory.join("annual.json");
    let answer = results.collect(Table::Annual)?;
    let write = || {
        let mut file = BufWriter::new(File::create(&path)?);
        serde_json::to_writer_pretty(&mut file, &answer)?;
        writeln!(file)?;
        file.flush()
    };
    write().map_err(|error| failed(&path, error))
}

/// Why a table cannot be written.
enum WriteError {
    /// The output.
    Output(io::Error),
    /// The statistics.
    Results(CliError),
}

impl WriteError {
    fn of(self, file: &str) -> CliError {
        match self {
            Self::Output(error) => CliError::File { file: file.into(), error },
            Self::Results(error) => error,
        }
    }
}

impl From<csv::Error> for WriteError {
    fn from(error: csv::Error) -> Self {
        Self::Output(of_csv(error))
    }
}

impl From<CliError> for WriteError {
    fn from(error: CliError) -> Self {
        Self::Results(error)
    }
}
