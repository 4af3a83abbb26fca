//! The arguments of `eqs water`.

use clap::ValueEnum;
use eqs::surface_water::{HeavyMetals, OxygenReading, WaterDigits, WaterOptions, WaterPeriod};
use eqs::{Statistic, WaterBody};

use crate::args::{EditionArgs, FileArgs};
use crate::usage::Usage;

/// `eqs water`
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Columns read: the items of GB 3838 table 1 by their keys, in the units of the table:
  water_temp ph do do_saturation codmn cod bod5 nh3n tp tn cu zn fluoride se as hg cd cr6 pb cyanide
  volatile_phenol petroleum las sulfide fecal_coliform (`eqs limits --standard \"GB 3838-2002\"` lists them).
  Not detected: 0.05L or <0.05 with the detection limit, ND without. Empty, NA, -, -- or -1: not measured.
  All other columns pass through.
Columns added: eqs_class (I to V, inferior_V) eqs_status eqs_main (item(multiple);...) eqs_reason
  A row is undetermined where something not detected may be worse than all that is known.

With --group there is one row for each section, river or lake, made of the means of its samples:
  section  the column `section`, and `river` (with --body lake: `lake`) where the file has it, so that sections
           of one name are told apart
  river    the columns `river` and `section`: fewer than five sections by their mean, five or more by the
           shares of their classes (eqs_good: % of classes I to III, eqs_worse: % worse than V)
  lake     the column `lake`, and `section` for its points: the mean of each point, then that of the points
  --period takes the column `date`; a year is the mean of its months. --by takes the shares of the classes
  instead: of the sections of each river, of all sections, or of all lakes. Lengths are of rivers, areas of lakes.

The edition is that of --edition, that in force on --on, or that in force on the day in the column `date`
(with --group: on the last day of the file).

Examples:
  eqs water samples.csv --body river --edition 2002
  eqs water reservoirs.csv --body lake --heavy-metals proposed --explain
  eqs water samples.csv --body river --edition 2002 --group river --period year
  eqs water reaches.csv --body river --edition 2002 --group section --by length:length_km
  eqs water reservoirs.csv --body lake --edition 2002 --group lake --by storage:storage --format json")]
pub(crate) struct WaterArgs {
    #[command(flatten)]
    pub(crate) file: FileArgs,
    /// The kind of water body; river-type reservoirs are judged as rivers
    #[arg(long, value_enum)]
    pub(crate) body: BodyArg,
    #[command(flatten)]
    pub(crate) edition: EditionArgs,
    /// Put the samples of each section, river or lake together
    #[arg(long, value_enum, conflicts_with = "on_error")]
    pub(crate) group: Option<GroupArg>,
    /// Put the samples of each month, quarter or year together, and ask for the number of values that it needs
    #[arg(long, value_enum, requires = "group")]
    pub(crate) period: Option<PeriodArg>,
    /// Share the classes out by sections, reservoirs, length:COLUMN, area:COLUMN or storage:COLUMN
    #[arg(long, value_name = "MEASURE", value_parser = by, requires = "group")]
    pub(crate) by: Option<By>,
    /// Which items come first among the main pollution indicators
    #[arg(long, value_enum, default_value_t = Metals::Named)]
    pub(crate) heavy_metals: Metals,
    /// What class I of dissolved oxygen is
    #[arg(long, value_enum, default_value_t = OxygenArg::Concentration)]
    pub(crate) oxygen: OxygenArg,
    /// With which digits values are compared
    #[arg(long, value_enum, default_value_t = DigitsArg::Full)]
    pub(crate) digits: DigitsArg,
}

impl WaterArgs {
    /// Refuses groups of the other kind of water body, and measures of what is not put together.
    pub(super) fn check(&self) -> Result<(), Usage> {
        let is_river = matches!(self.body, BodyArg::River);
        match self.group {
            Some(GroupArg::River) if !is_river => {
                return Err(Usage::GroupOfOtherBody { group: "river", body: "river" });
            }
            Some(GroupArg::Lake) if is_river => {
                return Err(Usage::GroupOfOtherBody { group: "lake", body: "lake" });
            }
            _ => (),
        }
        let Some(measure) = self.by.as_ref().map(|by| by.statistic) else { return Ok(()) };
        let (is_fit, of) = match measure {
            Statistic::ShareOfRiverLength => (is_river, "--body river"),
            Statistic::ShareOfLakeArea => (!is_river, "--body lake"),
            Statistic::ShareOfSections => {
                (self.group != Some(GroupArg::Lake), "--group section, --group river")
            }
            // Reservoirs of the type of rivers are judged as sections of these.
            _ => (self.group != Some(GroupArg::River), "--group lake, --group section"),
        };
        if is_fit { Ok(()) } else { Err(Usage::MeasureOfOthers { measure, of }) }
    }

    /// What the texts leave open.
    pub(super) fn options(&self) -> WaterOptions {
        WaterOptions {
            heavy_metals: match self.heavy_metals {
                Metals::Named => HeavyMetals::Named,
                Metals::Proposed => HeavyMetals::Proposed,
            },
            oxygen: match self.oxygen {
                OxygenArg::Concentration => OxygenReading::Concentration,
                OxygenArg::Saturation => OxygenReading::Saturation,
            },
            digits: match self.digits {
                DigitsArg::Full => WaterDigits::Full,
                DigitsArg::DetectionLimit => WaterDigits::OfDetectionLimit,
            },
        }
    }
}

/// The kind of water body.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum BodyArg {
    /// Rivers, canals, river-type reservoirs
    River,
    /// Lakes and reservoirs
    Lake,
}

impl From<BodyArg> for WaterBody {
    fn from(body: BodyArg) -> Self {
        match body {
            BodyArg::River => Self::River,
            BodyArg::Lake => Self::Lake,
        }
    }
}

/// What samples are put together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GroupArg {
    /// Each section or point
    Section,
    /// Each river, river system or basin, of its sections
    River,
    /// Each lake or reservoir, of its points
    Lake,
}

/// The span that samples are put together over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum PeriodArg {
    /// A month: one sample or more
    Month,
    /// A quarter: two samples or more (not confirmed)
    Quarter,
    /// A year: twelve months (not confirmed)
    Year,
    /// A year in which ice or drought prevents sampling: eight months or more (not confirmed)
    YearOfIceOrDrought,
}

impl From<PeriodArg> for WaterPeriod {
    fn from(period: PeriodArg) -> Self {
        match period {
            PeriodArg::Month => Self::Month,
            PeriodArg::Quarter => Self::Quarter,
            PeriodArg::Year => Self::Year,
            PeriodArg::YearOfIceOrDrought => Self::YearOfIceOrDrought,
        }
    }
}

/// Which items count as heavy metals.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Metals {
    /// Those the method names: cyanide, lead, chromium
    Named,
    /// Also mercury, cadmium, arsenic, copper and zinc: a reading of ours, not confirmed
    Proposed,
}

/// What class I of dissolved oxygen is.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum OxygenArg {
    /// 7.5 mg/L
    Concentration,
    /// A saturation of 90 %, as measured or by the temperature of the water at sea level
    Saturation,
}

/// With which digits values are compared.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DigitsArg {
    /// All that there are
    Full,
    /// No more decimals than the detection limit has: not confirmed
    DetectionLimit,
}

/// The measure that classes are shared out by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct By {
    /// The share.
    pub(super) statistic: Statistic,
    /// The column of the amounts; `None` counts.
    pub(super) column: Option<String>,
}

fn by(text: &str) -> Result<By, &'static str> {
    let (measure, column) =
        text.split_once(':').map_or((text, None), |(measure, column)| (measure, Some(column)));
    let (statistic, is_counted) = match measure {
        "sections" => (Statistic::ShareOfSections, true),
        "reservoirs" => (Statistic::ShareOfReservoirs, true),
        "length" => (Statistic::ShareOfRiverLength, false),
        "area" => (Statistic::ShareOfLakeArea, false),
        "storage" => (Statistic::ShareOfStorage, false),
        _ => return Err("expected sections, reservoirs, length:COLUMN, area:COLUMN or storage:COLUMN"),
    };
    match (is_counted, column) {
        (true, None) | (false, Some(_)) => Ok(By { statistic, column: column.map(str::to_owned) }),
        (true, Some(_)) => Err("sections and reservoirs are counted, expected no column"),
        (false, None) => Err("expected a column, such as length:length_km"),
    }
}
