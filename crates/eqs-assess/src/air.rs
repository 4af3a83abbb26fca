//! Statistics of ambient air (环境空气统计): from hourly readings to days, cities and years, by GB 3095 table 4 and HJ 663.
//!
//! Every value is an exact fraction of the readings until somebody rounds it, and every value that is not valid says
//! what it lacks.
//!
//! ```
//! use eqs_assess::air::{DailySeries, DaySpan, HourlySeries, mean, percentile};
//! use eqs_core::{Indicator, Lang, NaiveDate, Phrase, Rounding, Statistic, Unit};
//! use eqs_standards::gb3095::Gb3095;
//!
//! // 366 days of PM2.5 in µg/m³, each hour 30 or 31.
//! let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
//! let readings = (0..366 * 24).map(|hour| Some(30 + hour % 2)).collect();
//! let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, readings)?;
//!
//! let standard = Gb3095::named("2012 amended 2018")?;
//! let days = DailySeries::means(&hours, standard);
//! let year = mean(&days, DaySpan::year(2024), Statistic::AnnualMean, standard);
//! assert_eq!(year.value.unwrap().to_string(), "61/2");
//! assert!(year.shortfalls.is_empty());
//! assert_eq!(year.rounded(0).unwrap().to_string(), "30 µg/m³"); // half to even, once
//!
//! // Half a year is not enough.
//! let half = DaySpan { first, last: NaiveDate::from_ymd_opt(2024, 6, 30).unwrap() };
//! let year = mean(&days.within(half), DaySpan::year(2024), Statistic::AnnualMean, standard);
//! assert_eq!(year.shortfalls[0].say(Lang::En).to_string(), "182 of 324 days");
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

pub use self::annual::{annual, evaluated};
pub use self::change::{
    Change, ChangeError, PrintedChange, ThreeYearMean, change, printed_change, three_year_mean,
};
pub use self::city::{CityError, PointType, city};
pub use self::composite::{Composite, CompositeError, CompositeRule, Concentration, composite, ranks};
pub use self::daily::{DailySeries, DayState, DayValue};
pub use self::day_change::DayChange;
pub use self::days::{DayCounts, DayIndex, DaysError, daily_indices, longest_spell};
pub use self::evaluation::{AttainingDays, YearEvaluation, YearRule, attaining_days, evaluate_year};
pub use self::exclusion::{DustRule, Exclusion, ExclusionCause, ExclusionError};
pub use self::hourly::{HourLabel, HourlySeries, SeriesError, Slot};
pub use self::percentile::{percentile, percentile_value};
pub use self::period::mean;
pub use self::profile::ProfileMean;
pub use self::season::Season;
pub use self::shortfall::Shortfall;
pub use self::sliding::{Sliding, SlidingMean};
pub use self::span::DaySpan;
pub use self::state::States;
pub use self::statistic::{AirStatistic, StatisticError};
pub use self::yearly::{YearlyError, YearlyTrend};

mod annual;
mod change;
mod city;
mod composite;
mod daily;
mod day_change;
mod days;
mod evaluation;
mod exclusion;
mod hourly;
mod percentile;
mod period;
mod profile;
mod season;
mod shortfall;
mod sliding;
mod span;
pub(crate) mod state;
pub(crate) mod statistic;
mod yearly;
