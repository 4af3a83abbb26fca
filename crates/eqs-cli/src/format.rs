//! The three forms of an answer.

use std::io::{self, Write};

use clap::ValueEnum;
use eqs::Lang;
use serde::Serialize;

use crate::error::CliError;
use crate::output::of_csv;
use crate::table::{Block, Grid};

/// A form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading
    Table,
    /// Comma-separated, one record a row
    Csv,
    /// JSON, with the whole derivation
    Json,
}

/// What a command without a file answers.
///
/// The JSON form is the [`Serialize`] of the type.
pub(crate) trait Answer: Serialize {
    /// For reading.
    fn blocks(&self, lang: Lang) -> Vec<Block>;

    /// One record a row; the header is the same in both languages.
    fn records(&self, lang: Lang) -> Grid;
}

/// Prints an answer on standard output.
pub(crate) fn print(answer: &impl Answer, format: Format, lang: Lang) -> Result<(), CliError> {
    write(answer, format, lang, &mut io::stdout().lock())
        .map_err(|error| CliError::File { file: "<stdout>".into(), error })
}

/// Writes an answer.
pub(crate) fn write(
    answer: &impl Answer,
    format: Format,
    lang: Lang,
    output: &mut impl Write,
) -> io::Result<()> {
    let mut output = io::BufWriter::new(output);
    match format {
        Format::Table => {
            for (at, block) in answer.blocks(lang).iter().enumerate() {
                if at > 0 {
                    writeln!(output)?;
                }
                block.text().iter().try_for_each(|line| writeln!(output, "{line}"))?;
            }
        }
        Format::Csv => {
            let records = answer.records(lang);
            let mut writer = csv::Writer::from_writer(&mut output);
            writer.write_record(&records.header).map_err(of_csv)?;
            records.rows.iter().try_for_each(|row| writer.write_record(row)).map_err(of_csv)?;
            writer.flush()?;
        }
        Format::Json => {
            serde_json::to_writer_pretty(&mut output, answer)?;
            writeln!(output)?;
        }
    }
    output.flush()
}
