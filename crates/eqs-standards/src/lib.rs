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
//! # Scope
//! Ambient air ([`gb3095`], [`hj633`], [`hj663`]) and surface water ([`gb3838`]). Whether a value attains a
//! limit is decided in `eqs-assess`.
//!
//! # Data
//! One CSV per printed table under `data/`, cells as printed, with the source ids and the grade of
//! confirmation beside them (`docs/data.md` explains both). The tables are read while compiling: a wrong cell
//! stops the build.
//!
//! # Features
//! - `std` (default): passes `std` on to the dependencies; nothing else changes.
//! - `serde`: serialisation of limits, editions and break points.
#![no_std]
#![allow(long_running_const_eval, reason = "the tables are read while compiling; bounded by their rows")]

mod cell;
pub mod gb3095;
pub mod gb3838;
pub mod hj633;
pub mod hj663;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
