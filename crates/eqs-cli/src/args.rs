//! The arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use eqs::aqi::{ExcessDigits, Report};
use eqs::plan::{ProgressMethod, Steadily};
use eqs::{NaiveDate, Quantity, Unit};

use crate::air_stats::AirStatsArgs;
use crate::audit::AuditArgs;
use crate::coherence::CheckArgs;
use crate::day::parse_day;
use crate::directory::DirectoryArgs;
use crate::format::Format;
use crate::groundwater::GroundWaterArgs;
use crate::lang::LangArg;
use crate::limits::LimitsArgs;
use crate::tasks::TasksArgs;
use crate::water::WaterArgs;

const EXAMPLES: &str = "\
Examples:
  eqs                                            both bulletins and the tables of both plans of Beijing, judged
  eqs limits --standard \"GB 3095\" --on 2026-05-01
  eqs limits --on 2026-05-01 --symbol Pb
  eqs aqi hours.csv --report hourly > judged.csv
  eqs air-stats hours.csv --city
  eqs water samples.csv --body river --edition 2002 --on-error mark
  eqs water samples.csv --body river --edition 2002 --group river --period year
  eqs groundwater wells.csv --edition 2017
  eqs bulletin 2024 --by 2026-transition
  eqs audit 2024 --status contested
  eqs plan evaluate beijing-14fyp --about 10
  eqs plan check miyun-14fyp --status contested
  eqs plan tasks --due 2021-12-31 --department 市生态环境局

Exit status: 0 done, 1 data refused, 2 usage.";

/// China's environmental-quality rules: limits, indices, classes, bulletins, their claims, and plans.
///
/// Without a command: judges the bulletins of Beijing by the standards in force in their years, and the targets of
/// its plans by what the bulletins and the plan itself print.
#[derive(Debug, Parser)]
#[command(name = "eqs", version, after_help = EXAMPLES, max_term_width = 110)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// Language of names, sentences and messages [default: by locale, else en]
    #[arg(long, global = true)]
    pub(crate) lang: Option<LangArg>,
    /// Form of the output [default: csv for aqi, water and groundwater, otherwise table]
    #[arg(long, global = true)]
    pub(crate) format: Option<Format>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show limits, break points and classes; what changes between editions, and when.
    Limits(Box<LimitsArgs>),
    /// Add the air quality index to a CSV file (HJ 633).
    Aqi(AqiArgs),
    /// Daily, monthly and annual statistics of hourly readings, held against the limits (GB 3095, HJ 663).
    AirStats(Box<AirStatsArgs>),
    /// Add the class of surface water to a CSV file (GB 3838, 环办〔2011〕22号).
    Water(Box<WaterArgs>),
    /// Add the class of ground water to a CSV file (GB/T 14848).
    Groundwater(GroundWaterArgs),
    /// Judge the figures of a bulletin of Beijing.
    Bulletin(BulletinArgs),
    /// Check the claims of the bulletins of Beijing, or of other documents, against their figures.
    Audit(AuditArgs),
    /// List, show, evaluate and check plans.
    #[command(subcommand)]
    Plan(PlanCommand),
}

/// The choice of an edition; there is no default.
#[derive(Debug, clap::Args)]
pub(crate) struct EditionArgs {
    /// The edition in force on this day (YYYY-MM-DD)
    #[arg(long, value_name = "DAY", value_parser = day, conflicts_with = "edition")]
    pub(crate) on: Option<NaiveDate>,
    /// The edition or stage of this name, such as 2012 or 2026-transition
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
}

/// What the commands over files have in common.
#[derive(Debug, clap::Args)]
pub(crate) struct FileArgs {
    /// The CSV file (UTF-8, header row); `-` is standard input
    pub(crate) file: String,
    /// What happens to a row that cannot be judged
    #[arg(long, value_enum, default_value_t = OnError::Fail)]
    pub(crate) on_error: OnError,
    /// Add a column `eqs_explanation`: the whole derivation as one sentence
    #[arg(long)]
    pub(crate) explain: bool,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// What happens to a row that cannot be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OnError {
    /// Say why and write nothing; the output is held back until the whole file is accepted
    Fail,
    /// Keep the row and say why in `eqs_reason`
    Mark,
}

/// `eqs aqi`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Columns read: pm25 pm10 so2 no2 o3_1h o3_8h in µg/m³, co in mg/m³; at least one that the report uses.
  Empty or NA: missing. /: not in the station's monitoring plan. All other columns pass through.
Columns added: eqs_aqi eqs_level (1 to 6) eqs_category eqs_primary (;-separated) eqs_reason

Without --edition each row is judged by the edition in force on its day:
  `time` (2026-03-01T05, 2026-03-01 05:00), or `date` (2026-03-01, 20260301) with or without `hour` (0 to 24).
  Labels are ends of hours: hour 00 closes the day before, hour 24 its own day. For --report daily the date is
  the day itself.

Examples:
  eqs aqi hours.csv --report hourly
  eqs aqi days.csv --report daily --edition 2012 --lang zh -o judged.csv
  eqs aqi - --report hourly --on-error mark < hours.csv")]
pub(crate) struct AqiArgs {
    #[command(flatten)]
    pub(crate) file: FileArgs,
    /// The report that the values are for
    #[arg(long, value_enum)]
    pub(crate) report: ReportArg,
    /// Judge every row by this edition of HJ 633, 2012 or 2026, instead of the one in force on its day
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
    /// What happens to a value with more digits than the edition keeps
    #[arg(long, value_enum, default_value_t = Digits::Refuse)]
    pub(crate) digits: Digits,
    /// What `/` says about the three years before (HJ 633-2026 5.3.2)
    #[arg(long, value_enum, default_value_t = Unmonitored::Clean)]
    pub(crate) unmonitored: Unmonitored,
}

/// The report.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ReportArg {
    /// Means of one hour
    Hourly,
    /// Means of one day, and the largest means of ozone
    Daily,
}

/// What happens to a value with more digits than the edition keeps.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Digits {
    /// It is refused: a published value has the edition's digits
    Refuse,
    /// It is rounded half to even first
    Round,
}

/// What is known of a pollutant that is not in the monitoring plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unmonitored {
    /// No day of light pollution or worse was led by the pollutant: it does not count as missing
    Clean,
    /// Nobody knows: it counts as missing
    Unknown,
}

/// `eqs bulletin`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  eqs bulletin 2024
  eqs bulletin 2024 --by 2026-transition
  eqs bulletin 2021 --format csv --lang zh")]
pub(crate) struct BulletinArgs {
    /// The year reported on: 2021 or 2024
    pub(crate) year: u16,
    /// Judge air by this edition of GB 3095 instead of the one in force at the end of the year
    #[arg(long, value_name = "EDITION")]
    pub(crate) by: Option<String>,
}

/// `eqs plan`
#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    /// List the plans.
    List(DirectoryArgs),
    /// Show the targets of a plan.
    Show(ShowArgs),
    /// Evaluate the targets of a plan.
    Evaluate(EvaluateArgs),
    /// Show how the targets of a plan come on, by five methods side by side.
    Progress(EvaluateArgs),
    /// Count how the targets of plans stand, the worst first.
    Score(ScoreArgs),
    /// Check targets against those that they depend on.
    Check(CheckArgs),
    /// List the tasks of the action plans of 2021.
    Tasks(TasksArgs),
}

/// `eqs plan show`
#[derive(Debug, clap::Args)]
pub(crate) struct ShowArgs {
    /// The plan's code, such as beijing-14fyp
    pub(crate) plan: String,
    #[command(flatten)]
    pub(crate) directory: DirectoryArgs,
}

/// `eqs plan evaluate`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Evidence: the figures of the bulletins and plans shipped with the program, those of DIRECTORY, and FILE.
  FILE is CSV or JSON with place indicator statistic period value unit [high bound document line id medium
  note name quote], all by code, name or alias: `beijing,PM2.5,annual_mean,2025,27.0,µg/m³`. Periods are years
  (2025) or spans (2021-2025). Figures that disagree leave a target undetermined.

DIRECTORY holds plans of the user, each file .csv or .json; observations/DOCUMENT, places and indicators are those
of `eqs audit`. A plan of DIRECTORY comes before those that are shipped.
  plans:        code title_zh title_en first_year last_year [document number issued]
  targets/PLAN: id medium place indicator statistic unit comparator [target high due base_period observed_at
                modality standard grade higher no document line footnote note name quote]
  links:        lower upper relation
Without plans and targets DIRECTORY holds figures for the plans that are shipped.

Examples:
  eqs plan evaluate beijing-14fyp
  eqs plan evaluate beijing-14fyp --on 2025-12-31 --evidence figures-2025.csv
  eqs plan evaluate zhejiang-14fyp --directory zhejiang --on 2025-12-31
  eqs plan evaluate beijing-14fyp --on 2021-12-31 --method linear-path
  eqs plan evaluate beijing-14fyp --about 0 --steadily latest-against-base --lang zh")]
pub(crate) struct EvaluateArgs {
    /// The plan's code, such as beijing-14fyp
    pub(crate) plan: String,
    #[command(flatten)]
    pub(crate) by: StandingArgs,
}

/// `eqs plan score`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  eqs plan score
  eqs plan score beijing-14fyp miyun-14fyp --method linear-path --format json
  eqs plan score air-2021 water-2021 soil-2021 --on 2021-12-31 --format csv")]
pub(crate) struct ScoreArgs {
    /// The plans' codes [default: all]
    pub(crate) plans: Vec<String>,
    #[command(flatten)]
    pub(crate) by: StandingArgs,
}

/// By what targets are evaluated.
#[derive(Debug, clap::Args)]
pub(crate) struct StandingArgs {
    /// The day of the evaluation [default: the last day of the year of the latest bulletin shipped]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) on: Option<NaiveDate>,
    /// More figures
    #[arg(long, value_name = "FILE")]
    pub(crate) evidence: Option<String>,
    #[command(flatten)]
    pub(crate) directory: DirectoryArgs,
    /// How far a figure may lie on the worse side of an `about` target, in per cent of it [default: 5]
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(crate) about: Option<Quantity>,
    /// The largest share that counts as basically eliminated, in per cent [default: 1]
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(crate) basically_eliminated: Option<Quantity>,
    /// The smallest share that counts as basically complete, in per cent [default: 95]
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(crate) basically_completed: Option<Quantity>,
    /// How far a figure may lie on the worse side of the base year of a `remain stable` target, in per cent
    /// [default: 5]
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(crate) stable: Option<Quantity>,
    /// How `improve steadily`, `decline`, `no increase` and `no decrease` are read [default: each-observation]
    #[arg(long, value_enum)]
    pub(crate) steadily: Option<SteadilyArg>,
    /// Tells on track from behind before the due day: linear-path, eurostat, un, destatis or theil-sen [default: none,
    /// so that what is not reached is not yet due]
    #[arg(long, value_parser = method)]
    pub(crate) method: Option<ProgressMethod>,
}

/// A method of progress, by its code with `-` or `_`.
fn method(text: &str) -> Result<ProgressMethod, String> {
    let known = || {
        let codes: Vec<String> =
            ProgressMethod::ALL.iter().map(|method| method.code().replace('_', "-")).collect();
        format!("expected one of {}", codes.join(", "))
    };
    ProgressMethod::from_code(&text.replace('-', "_")).ok_or_else(known)
}

/// How 稳步提升 is read.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SteadilyArg {
    /// No observed year is worse than the one before, and the latest is better than the base year
    EachObservation,
    /// The latest observed year is better than the base year
    LatestAgainstBase,
}

impl From<ReportArg> for Report {
    fn from(report: ReportArg) -> Self {
        match report {
            ReportArg::Hourly => Self::Hourly,
            ReportArg::Daily => Self::Daily,
        }
    }
}

impl From<Digits> for ExcessDigits {
    fn from(digits: Digits) -> Self {
        match digits {
            Digits::Refuse => Self::Refuse,
            Digits::Round => Self::Round,
        }
    }
}

impl From<SteadilyArg> for Steadily {
    fn from(steadily: SteadilyArg) -> Self {
        match steadily {
            SteadilyArg::EachObservation => Self::EachObservation,
            SteadilyArg::LatestAgainstBase => Self::LatestAgainstBase,
        }
    }
}

/// Reads a day.
pub(crate) fn day(text: &str) -> Result<NaiveDate, &'static str> {
    parse_day(text).ok_or("not a day, expected YYYY-MM-DD or YYYYMMDD")
}

fn percent(text: &str) -> Result<Quantity, String> {
    let percent = Quantity::parse(text.strip_suffix('%').unwrap_or(text), Unit::PERCENT)
        .map_err(|error| error.to_string())?;
    if percent.value.is_negative() {
        return Err("negative, expected 0 or more".into());
    }
    Ok(percent)
}
