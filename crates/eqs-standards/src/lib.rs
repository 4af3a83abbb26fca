//! Dated, cited limits of environmental-quality standards (环境质量标准): look-ups that judge nothing.
//!
//! One module per standard, named by its number. A standard is asked for by the day, or by the name of an
//! edition, never as "the latest":
//!
//! ```
//! use eqs_core::{AirGrade, Averaging, Indicator, Lang, NaiveDate, Phrase};
//! use eqs_standards::gb3095::Gb3095;
//!
//! let day = NaiveDate::from_ymd_opt(2026, 5, 1).unwrap();
//! let limit = Gb3095::on(day)?.limit(Indicator::PM2_5, Averaging::Annual, AirGrade::Two).unwrap();
//! assert_eq!(limit.quantity.to_string(), "30 µg/m³");
//! assert_eq!(limit.citation.say(Lang::En).to_string(), "GB 3095-2026 transition table 1 item 6");
//!
//! let later = Gb3095::named("2026 final")?;
//! let limit = later.limit(Indicator::PM2_5, Averaging::Annual, AirGrade::Two).unwrap();
//! assert_eq!(limit.quantity.to_string(), "25 µg/m³");
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! The modules have typed look-ups. What all standards share is a [`Limit`]: [`Query`] finds limits of any of them,
//! [`difference`](difference()) tells two editions apart, [`changes_between`] says what ends and begins.
//!
//! # Scope
//! Ambient air, surface water, ground water, drinking-water sources, soil, noise, electromagnetic fields and ecology:
//! every standard that the bulletins and plans of Beijing rely on. [`STANDARDS`] lists them. Whether a value attains
//! a limit is decided in `eqs-assess`.
//!
//! # Data
//! One CSV per printed table under `data/`, cells as printed, with the source ids and the grade of
//! confirmation beside them (`docs/data.md` explains both). The tables are read while compiling: a wrong cell
//! stops the build.
//!
//! # Features
//! - `std` (default): passes `std` on to the dependencies; nothing else changes.
//! - `air`, `water`, `soil`, `noise`, `emf`, `ecology` (default): the tables of a medium. With one alone nothing of the
//!   others is compiled.
//! - `serde`: serialisation of limits, editions and break points.
#![no_std]
#![allow(long_running_const_eval, reason = "the tables are read while compiling; bounded by their rows")]

extern crate alloc;

#[cfg(feature = "water")]
pub mod black_odorous;
mod condition;
#[cfg(feature = "ecology")]
pub mod db11t1877;
mod difference;
#[cfg(feature = "ecology")]
pub mod eqi;
#[cfg(feature = "soil")]
pub mod gb15618;
#[cfg(feature = "air")]
pub mod gb3095;
#[cfg(feature = "noise")]
pub mod gb3096;
#[cfg(feature = "soil")]
pub mod gb36600;
#[cfg(feature = "water")]
pub mod gb3838;
#[cfg(feature = "emf")]
pub mod gb8702;
#[cfg(feature = "water")]
pub mod gbt14848;
#[cfg(feature = "ecology")]
pub mod hj192;
#[cfg(feature = "air")]
pub mod hj633;
#[cfg(feature = "noise")]
pub mod hj640;
#[cfg(feature = "air")]
pub mod hj663;
mod ladder;
mod limit;
mod query;
#[cfg_attr(
    not(all(
        feature = "air",
        feature = "water",
        feature = "soil",
        feature = "noise",
        feature = "emf",
        feature = "ecology"
    )),
    allow(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "each medium needs some of the readers of cells"
    )
)]
mod reading;
mod scope;
mod standard;
#[cfg(feature = "water")]
pub mod trophic_state;
#[cfg(feature = "air")]
pub mod who_aqg;

pub use crate::{
    difference::{Change, Difference, DifferenceKind, Event, changes_between, difference},
    ladder::ladder,
    limit::{Headroom, Limit, PowerLaw, Requirement, Standing},
    query::{Query, QueryError},
    reading::band::{Band, Edge},
    reading::grades::Grade,
    scope::{PhRange, Scope},
    standard::{STANDARDS, SourceList, Standard, UnknownStandard},
};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
