//! `eqs aqi`: the air quality index of the rows of a file.

use core::cell::Cell;

use eqs::aqi::{Aqi, AqiError, Entry, ExcessDigits, Reading, Readings, Report, aqi};
use eqs::hj633::Hj633;
use eqs::{Finding, Indicator, Judgement, Lang, Phrase as _, Quantity, Unit, Verdict};

use crate::annotate::{Judge, annotate, number};
use crate::args::{AqiArgs, Unmonitored};
use crate::columns::{CellProblem, DayColumns, refuse_header, warn_of_lookalikes};
use crate::edition::{Editions, unknown};
use crate::error::CliError;
use crate::format::Format;
use crate::header::Header;
use crate::input::{Input, Row};
use crate::json::Added;
use crate::problem::Problem;

/// Judges the file of a request.
pub(crate) fn run(request: &AqiArgs, format: Format, lang: Lang) -> Result<(), CliError> {
    let report = Report::from(request.report);
    let chosen = request.edition.as_deref().map(|name| {
        let name = Editions::of(Hj633::all().map(Hj633::edition)).named(name)?.name;
        Hj633::named(name).map_err(|error| unknown(&error))
    });
    let chosen = chosen.transpose()?;
    let input = Input::open(&request.file.file)?;
    let refuse = |problem| refuse_header(&input, problem);
    let edition = match chosen {
        Some(standard) => Edition::Chosen(standard),
        None => Edition::InForce(day_columns(input.header(), report).map_err(refuse)?),
    };
    let values = value_columns(input.header(), report, chosen.as_ref()).map_err(refuse)?;
    let keys: Vec<_> = Entry::ALL.iter().map(|entry| (entry.code(), entry.indicator())).collect();
    warn_of_lookalikes(input.header(), &keys, lang);
    let judge = AqiOfRow {
        report,
        edition,
        values,
        excess: request.digits.into(),
        unmonitored: Reading::NotMonitored { clean_record: request.unmonitored == Unmonitored::Clean },
        far_co: Cell::new(0),
    };
    annotate(input, &judge, &request.file, format, lang)
}

/// How a row gets its index.
struct AqiOfRow {
    report: Report,
    edition: Edition,
    values: Vec<(Entry, usize)>,
    excess: ExcessDigits,
    unmonitored: Reading,
    /// The rows whose CO lies above its last node, which is far beyond what is measured in ambient air.
    far_co: Cell<u64>,
}

/// By which edition a row is judged.
enum Edition {
    /// This one.
    Chosen(Hj633),
    /// The one in force on its day.
    InForce(DayColumns),
}

fn day_columns(header: &Header, report: Report) -> Result<DayColumns, Problem> {
    let needed = Problem::NoDay { columns: "`date` / `time`", options: "--edition NAME" };
    DayColumns::find(header, report == Report::Hourly)?.ok_or(needed)
}

/// The columns of pollutants that the report uses in an edition, or in any.
fn value_columns(
    header: &Header,
    report: Report,
    chosen: Option<&Hj633>,
) -> Result<Vec<(Entry, usize)>, Problem> {
    let editions: Vec<Hj633> = chosen.map_or_else(|| Hj633::all().collect(), |standard| vec![*standard]);
    let is_used = |entry: &Entry| {
        editions.iter().any(|standard| standard.entries(report).any(|rule| rule.entry == *entry))
    };
    let used = || Entry::ALL.iter().copied().filter(is_used);
    let values: Vec<_> = used().filter_map(|entry| Some((entry, header.column(entry.code())?))).collect();
    if values.is_empty() {
        let names = used().map(Entry::code).collect();
        return Err(Problem::NoColumnOf { names, separator: header.other_separator() });
    }
    Ok(values)
}

impl AqiOfRow {
    fn standard(&self, row: &Row) -> Result<Hj633, CellProblem> {
        match self.edition {
            Edition::Chosen(standard) => Ok(standard),
            Edition::InForce(columns) => Hj633::on(columns.day(row)?).map_err(|error| CellProblem {
                column: Some(columns.column()),
                problem: Problem::NotInForce(error),
            }),
        }
    }

    fn reading(&self, row: &Row, entry: Entry, column: usize) -> Result<Reading, CellProblem> {
        if row.cell(column).trim() == "/" {
            return Ok(self.unmonitored);
        }
        let unit = if entry == Entry::Co { Unit::MG_PER_M3 } else { Unit::UG_PER_M3 };
        let value = number(row, column, true)?;
        Ok(value.map_or(Reading::Missing, |value| Reading::Value(Quantity::new(value, unit))))
    }
}

impl Judge for AqiOfRow {
    type Outcome = Aqi;
    type Finding = Finding;

    const COLUMNS: &'static [&'static str] = &["eqs_aqi", "eqs_level", "eqs_category", "eqs_primary"];

    fn judge(&self, row: &Row) -> Result<Verdict<Aqi>, CellProblem> {
        let standard = self.standard(row)?;
        let mut readings = Readings::new(self.report).excess_digits(self.excess);
        // Cells that the edition has no use for are not read.
        for rule in standard.entries(self.report) {
            if let Some((entry, column)) = self.values.iter().find(|(entry, _)| *entry == rule.entry) {
                readings = readings.reading(*entry, self.reading(row, *entry, *column)?);
            }
        }
        let verdict = aqi(&standard, &readings);
        let is_far = |finding: &Finding| {
            finding.indicator == Indicator::CO
                && matches!(finding.judgement, Judgement::Index { segment: None, .. })
        };
        if verdict.as_ref().is_ok_and(|verdict| verdict.findings.iter().any(is_far)) {
            self.far_co.set(self.far_co.get().saturating_add(1));
        }
        verdict.map_err(|AqiError { entry, problem, .. }| CellProblem {
            column: self.values.iter().find(|(other, _)| *other == entry).map(|(_, column)| *column),
            problem: Problem::Reading(problem),
        })
    }

    fn warning(&self, lang: Lang) -> Option<String> {
        let rows = self.far_co.get();
        (rows > 0).then(|| match lang {
            Lang::Zh => format!("`co` 按 mg/m³ 读取，有{rows}行高于最高节点；该列是否以 µg/m³ 为单位？"),
            Lang::En => {
                format!("`co` is read in mg/m³ and lies above its last node in {rows} rows; is the column in µg/m³?")
            }
        })
    }

    fn cells(aqi: &Aqi, lang: Lang) -> Vec<Added> {
        vec![
            Added::Number(aqi.value.into()),
            aqi.level.code().parse().map_or(Added::Nothing, Added::Number),
            Added::Text(aqi.level.say(lang).to_string()),
            aqi.primary.to_string().into(),
        ]
    }
}
