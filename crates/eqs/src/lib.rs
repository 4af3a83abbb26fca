//! China's environmental-quality standards (环境质量标准) as code: dated limits, exact assessment, and verdicts
//! that say why.
//!
//! ```
//! use eqs::{AirGrade, Figure, Indicator, Lang, Phrase, Quantity, Statistic, Unit, attainment, gb3095::Gb3095};
//!
//! let year = eqs::NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
//! let o3 = Figure::Printed(Quantity::parse("171", Unit::UG_PER_M3)?);
//! let verdict = attainment(Gb3095::on(year)?, AirGrade::Two, Indicator::O3, Statistic::P90OfDailyMax8h, o3)?;
//! println!("{}", verdict.say(Lang::En));
//! # assert!(verdict.say(Lang::En).to_string().contains("160 µg/m³"));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # Map
//! - vocabulary at the root: [`Decimal`], [`Quantity`], [`Indicator`], [`Place`], [`Verdict`], ...;
//! - limits by the number of the standard, such as [`gb3095`] or [`gb3838`], and by anything else with [`Query`];
//! - methods: [`air`] (statistics of hourly readings), [`mod@aqi`], [`mod@attainment`], [`mod@surface_water`],
//!   [`mod@function_attainment`], [`mod@drinking_source`], [`mod@attainment_rate`], [`mod@class_shares`], [`share`], [`water_change`],
//!   [`mod@trophic_level`], [`mod@groundwater`], [`black_odorous_degree`], [`trend`], [`observation`];
//! - published figures: [`bulletin`]; targets and their evaluation: [`plan`];
//! - whether the claims of documents follow from their figures: `audit`.
//!
//! Each part is a crate of its own (`eqs-core`, `eqs-standards`, `eqs-assess`, `eqs-bulletin`, `eqs-plan`,
//! `eqs-audit`); a program that needs one of them can depend on it alone.
//!
//! # Features
//! - `std` (default): passes `std` on; without it every part is `no_std` with `alloc`.
//! - `serde`: serialisation of values and verdicts.
//! - `audit` (default): the claims of documents; needs `noise` and `ecology`.
//! - `load`: figures, plans and claims of other places from files; needs `std` and `audit`.
//! - `soil`, `noise`, `emf`, `ecology` (default): the tables of these media. Air and water are always there.
#![no_std]

pub use eqs_assess::{
    air,
    aqi::{self, Aqi, aqi},
    attainment::{self, Attainment, Figure, attainment},
    attainment_rate::{self, attainment_rate},
    black_odorous as black_odorous_degree,
    class_shares::{self, ClassShares, class_shares},
    drinking_source::{self, DrinkingSource, drinking_source},
    exceedance,
    function_attainment::{self, FunctionAttainment, function_attainment},
    groundwater::{self, GroundWater, groundwater},
    observation, share,
    surface_water::{self, SurfaceWater, surface_water},
    trend,
    trophic_level::{self, TrophicLevel, trophic_level},
    water_change,
};
#[cfg(feature = "audit")]
pub use eqs_audit as audit;
pub use eqs_bulletin as bulletin;
pub use eqs_core::*;
pub use eqs_plan as plan;
#[cfg(feature = "emf")]
pub use eqs_standards::gb8702;
pub use eqs_standards::{
    self as standards, Band, Difference, Edge, Grade, Headroom, Limit, PowerLaw, Query, QueryError,
    Requirement, STANDARDS, Scope, Standard, Standing, black_odorous, changes_between, difference, gb3095,
    gb3838, gbt14848, hj633, hj663, trophic_state, who_aqg,
};
#[cfg(feature = "ecology")]
pub use eqs_standards::{db11t1877, eqi, hj192};
#[cfg(feature = "noise")]
pub use eqs_standards::{gb3096, hj640};
#[cfg(feature = "soil")]
pub use eqs_standards::{gb15618, gb36600};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct RepositoryReadme;

#[cfg(doctest)]
#[doc = include_str!("../../../README.zh-CN.md")]
struct RepositoryReadmeZh;
