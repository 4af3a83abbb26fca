//! Figures of the ecological-environment bulletins of Beijing (北京市生态环境状况公报), with line and quote.
//!
//! ```
//! use eqs_bulletin::{Bulletin, Query};
//! use eqs_core::{Indicator, Lang, Phrase, Place, Statistic};
//!
//! let bulletin = Bulletin::of(2024)?;
//! let query = Query::new().place(Place::BEIJING).indicator(Indicator::CO);
//! let figure = bulletin.select(query).next().unwrap();
//!
//! assert_eq!(figure.observation.statistic, Statistic::P95OfDailyMeans);
//! assert_eq!(figure.observation.quantity.to_string(), "0.9 mg/m³");
//! assert_eq!(figure.observation.source.say(Lang::En).to_string(), "bulletin-2024 line 38");
//! assert_eq!(figure.observation.source.quote, "一氧化碳（CO）24小时平均第95百分位浓度值为0.9毫克/立方米");
//! assert!(Bulletin::of(2022).is_err());
//! # Ok::<(), eqs_bulletin::UnknownBulletin>(())
//! ```
//!
//! # Scope
//! All figures of the bulletins of 2021 and 2024 and the limits that their notes print, and the figures with which
//! three plans look back ([`Document`]). Statements of change are not here. The crate judges nothing and knows no limit of its
//! own: [`Bulletin::printed_limits`] are what a bulletin *says* the limits are.
//!
//! # Data
//! `data/<year>.csv` and `data/<document>.csv` hold one row per printed figure, `data/<year>-limits.csv` one per limit of the note. Both
//! are read while compiling: a bad cell stops the build. Lines count in the cleaned text of the document, quotes
//! stand there literally. `Cargo.toml` names each document under `[package.metadata.sources]`.
//!
//! # Features
//! - `std` (default): passes `std` on to the dependencies; nothing else changes.
//! - `serde`: serialisation of figures, limits and bulletins.
//! - `load`: the module `load`, figures of other documents from files; needs `std`.
#![no_std]
#![allow(long_running_const_eval, reason = "the tables are read while compiling; bounded by their rows")]

#[cfg(feature = "load")]
extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

pub use crate::{
    bulletin::{Bulletin, UnknownBulletin},
    document::Document,
    figure::Figure,
    limit::PrintedLimit,
    published::Published,
    query::Query,
};

mod bulletin;
mod data;
mod document;
mod figure;
mod limit;
#[cfg(feature = "load")]
pub mod load;
mod published;
mod query;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
