//! The program `eqs`: China's environmental-quality rules on the command line.
//!
//! `eqs --help` and the crate's README show the commands. Files and the environment (locale, whether stderr is a
//! terminal) are read here and in no library; the clock is read nowhere. Every number of the rules goes from text
//! to an exact decimal, never through a float.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;
use eqs::{Lang, Phrase as _};

use crate::args::{Args, Command, PlanCommand};
use crate::error::CliError;
use crate::format::{Format, print};

extern crate alloc;

mod air_stats;
mod annotate;
mod aqi;
mod args;
mod audit;
mod bulletin;
mod coherence;
mod columns;
mod day;
mod directory;
mod edition;
mod error;
mod evidence;
mod format;
mod groundwater;
mod header;
mod input;
mod json;
mod judgement;
mod known;
mod lang;
mod limits;
mod output;
mod overview;
mod plan;
mod problem;
mod progress;
mod record;
mod row_edition;
mod shipped;
mod table;
mod tasks;
mod usage;
mod water;

fn main() -> ExitCode {
    let args = Args::parse();
    let lang = args.lang.map_or_else(lang::of_locale, Lang::from);
    match run(args, lang) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough of it.
        Err(CliError::File { error, .. }) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            // Where stderr is closed, too, the exit code is all that is left to say.
            let _ = writeln!(std::io::stderr(), "eqs: {}", error.say(lang));
            ExitCode::from(error.exit_code())
        }
    }
}

fn run(args: Args, lang: Lang) -> Result<(), CliError> {
    let format = args.format.unwrap_or(Format::Table);
    let Some(command) = args.command else {
        return print(&overview::overview()?, format, lang);
    };
    match command {
        Command::Limits(limits) => limits::run(&limits, format, lang),
        Command::Aqi(aqi) => aqi::run(&aqi, args.format.unwrap_or(Format::Csv), lang),
        Command::AirStats(request) => air_stats::run(&request, format, lang),
        Command::Water(water) => water::run(&water, args.format.unwrap_or(Format::Csv), lang),
        Command::Groundwater(request) => groundwater::run(&request, args.format.unwrap_or(Format::Csv), lang),
        Command::Bulletin(bulletin) => {
            let judged = bulletin::judge_bulletin(bulletin.year, bulletin.by.as_deref())?;
            print(&judged, format, lang)
        }
        Command::Audit(audit) => audit::run(&audit, format, lang),
        Command::Plan(PlanCommand::List(directory)) => {
            print(&plan::list(&directory, format, lang)?, format, lang)
        }
        Command::Plan(PlanCommand::Show(show)) => print(&plan::show(&show, format, lang)?, format, lang),
        Command::Plan(PlanCommand::Check(request)) => {
            print(&coherence::check(&request, format, lang)?, format, lang)
        }
        Command::Plan(PlanCommand::Tasks(request)) => print(&tasks::list(&request, lang)?, format, lang),
        Command::Plan(PlanCommand::Evaluate(request)) => {
            print(&plan::evaluate(&request, lang)?, format, lang)
        }
        Command::Plan(PlanCommand::Progress(request)) => {
            print(&plan::progress(&request, format, lang)?, format, lang)
        }
        Command::Plan(PlanCommand::Score(request)) => {
            print(&plan::score(&request, format, lang)?, format, lang)
        }
    }
}
