//! `eqs limits`: the arguments.

use crate::args::EditionArgs;

/// `eqs limits`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  eqs limits --standard \"GB 3095\" --on 2024-12-31 --symbol PM2.5
  eqs limits --standard \"GB 3095\" --edition 2026-transition --grade 2 --averaging annual
  eqs limits --on 2026-05-01 --symbol Pb                  every standard in force that limits lead
  eqs limits --on 2026-05-01 --symbol PM2.5 --averaging annual --against \"27.0 µg/m³\"
  eqs limits --standard \"GB 15618-2018\" --symbol Cd --land paddy --ph 6.5 --value screening
  eqs limits --standard \"GB 8702-2014\" --frequency \"50 Hz\"
  eqs limits --standard \"GB 3095\" --diff 2012..2026       what changes, to each stage of 2026
  eqs limits --ending 2026-01-01..2031-12-31              what begins and ends in these years
  eqs limits --all --format json > limits.json            everything; --schema describes it

`eqs limits --all` lists the standards with their short names, such as eqi or black_odorous.
HJ 663 has digits and no limits, of DB11/T 1877 only words are known.
Terms may be codes or names: 年平均, III类.

JSON: an array of limits (`$defs/limit` of --schema), each with standard, edition, first_day,
  last_day, medium, indicator, scope, scope_code, requirement, requirement_text,
  unit, standing, citation, confirmation, sources and note; with --frequency at_frequency {frequency, value,
  is_exact, at_shared_end}, the value rounded down. Otherwise:
  --against  {against, limits: [{limit, keeps, headroom, is_approximate, at_frequency, converted}], next_kept,
              next_missed, comparison: {next_kept, next_missed} of values for comparison}
  --diff     [{before, after, changes: [{before, after, kind}]}]
  --ending   [{day, event, edition, next, changes}]
  HJ 663     {edition, last_day, digits, result_digits, validity, evaluated}
  DB11/T 1877  {edition, last_day, words}
CSV: a row a limit, also with --all:
  standard,edition,first_day,last_day,medium,symbol,zh,en,scope,low,low_included,high,
  high_included,requirement_text,unit,standing,citation,confirmation,sources,note
  --frequency adds at_frequency,at_frequency_is_exact,at_shared_end,
  --against keeps,room,room_unit,share,is_approximate.")]
pub(crate) struct LimitsArgs {
    /// The standard by its number or short name; an edition may follow (`GB 3095-2012`)
    #[arg(long)]
    pub(crate) standard: Option<String>,
    #[command(flatten)]
    pub(crate) edition: EditionArgs,
    /// How far this value is from each limit, and which limits are next: `27.0 µg/m³`
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    pub(crate) against: Option<String>,
    /// Only the strictest of the limits found
    #[arg(long)]
    pub(crate) tightest: bool,
    /// What changes from edition A to edition B of the standard; an edition with stages stands for each of them
    #[arg(long, value_name = "A..B", requires = "standard",
        conflicts_with_all = ["on", "edition", "against", "tightest"])]
    pub(crate) diff: Option<String>,
    /// What begins and ends within these days, of the standard or of all
    #[arg(long, value_name = "FROM..TO",
        conflicts_with_all = ["on", "edition", "against", "tightest", "ConditionArgs", "diff"])]
    pub(crate) ending: Option<String>,
    /// Everything: all standards, editions and limits, also those of grade C
    #[arg(long, conflicts_with_all = ["standard", "on", "edition", "against", "tightest",
        "ConditionArgs", "diff", "ending"])]
    pub(crate) all: bool,
    /// Print the JSON schema of `--all --format json`
    #[arg(long, conflicts_with_all = ["standard", "on", "edition", "against", "tightest",
        "ConditionArgs", "diff", "ending", "all"])]
    pub(crate) schema: bool,
    #[command(flatten)]
    pub(crate) conditions: ConditionArgs,
}

/// What limits are for. Codes as in the column `scope` of the CSV; names in either language will do.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "What limits are for")]
pub(crate) struct ConditionArgs {
    /// Only this indicator: symbol, name or alias, such as PM2.5
    #[arg(long)]
    pub(crate) symbol: Option<String>,
    /// Only this medium: air, water, soil, noise, emf, ecology
    #[arg(long)]
    pub(crate) medium: Option<String>,
    /// Only this averaging time: annual, seasonal, monthly, 24h, 8h, mda8, 1h, `growing_season`, `peak_season`
    #[arg(long, value_name = "TIME")]
    pub(crate) averaging: Option<String>,
    /// Only this grade or area of GB 3095: 1, 2, 3, urban, pastoral, `agri_forest`
    #[arg(long)]
    pub(crate) grade: Option<String>,
    /// Only this class of water: I to V
    #[arg(long)]
    pub(crate) class: Option<String>,
    /// Only this kind of surface water: river, lake
    #[arg(long)]
    pub(crate) body: Option<String>,
    /// Only this land: paddy, rotation, orchard, other (farmland); 1, 2 (types of construction land)
    #[arg(long)]
    pub(crate) land: Option<String>,
    /// Only this pH of the soil
    #[arg(long, value_name = "PH", allow_hyphen_values = true)]
    pub(crate) ph: Option<String>,
    /// Only screening or only intervention values of soil
    #[arg(long, value_name = "KIND")]
    pub(crate) value: Option<String>,
    /// Only this acoustic zone: 0, 1, 2, 3, 4a, 4b
    #[arg(long)]
    pub(crate) zone: Option<String>,
    /// Only day or only night
    #[arg(long)]
    pub(crate) period: Option<String>,
    /// Only this frequency, such as `50 Hz`
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) frequency: Option<String>,
    /// Limits of grade C, too: not confirmed
    #[arg(long)]
    pub(crate) unconfirmed: bool,
}
