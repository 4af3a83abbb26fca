//! Methods of environmental-quality assessment (环境质量评价方法), exact to the last digit, each verdict with
//! what it rests on.
//!
//! ```
//! use eqs_assess::aqi::{Entry, Readings, Report, aqi};
//! use eqs_core::{Lang, Phrase};
//! use eqs_standards::hj633::Hj633;
//!
//! let day = Readings::new(Report::Daily)
//!     .with(Entry::Pm2_5, "75")?
//!     .with(Entry::Pm10, "150")?
//!     .with(Entry::So2, "5")?
//!     .with(Entry::No2, "31")?
//!     .with(Entry::Co, "0.9")?
//!     .with(Entry::O3EightHours, "88")?;
//! let verdict = aqi(&Hj633::named("2026")?, &day)?;
//! let index = verdict.outcome.determined().unwrap();
//! assert_eq!((index.value, index.primary.to_string().as_str()), (114, "PM2.5"));
//! assert_eq!(index.say(Lang::Zh).to_string(), "AQI 114，三级（轻度污染），首要污染物PM2.5");
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # Rooms
//! - [`air`]: from hourly readings to daily, city and annual values, GB 3095 table 4 and HJ 663;
//! - [`aqi`](mod@aqi): sub-index, index, primary pollutants and level, HJ 633-2012 and -2026;
//! - [`attainment`](mod@attainment): a statistic against GB 3095, rounded by HJ 663;
//! - [`mod@attainment_rate`]: how many sections or sources attain, or what volume;
//! - [`mod@class_shares`]: shares of classes by sections, river length, lake area or storage, and [`share`];
//! - [`mod@drinking_source`]: sources with surface water, GB 3838-2002 tables 1 to 3;
//! - [`mod@function_attainment`]: a section against its target class;
//! - [`black_odorous`]: degrees of black and odorous water, from a reading to a water body;
//! - [`mod@groundwater`]: the class of an indicator and of a sample of ground water, GB/T 14848-2017;
//! - [`observation`]: published figures, each by the rule that speaks of it;
//! - [`mod@surface_water`]: the class of samples, sections, rivers and lakes, GB 3838-2002 and 环办〔2011〕22号;
//! - [`trend`]: Spearman's rank correlation, the slope of Theil and Sen;
//! - [`mod@trophic_level`]: the trophic state of a lake or reservoir, 总站生字〔2001〕090号;
//! - [`water_change`]: changes of levels and proportions between two periods.
//!
//! # Scope
//! The limits themselves are in `eqs-standards`. Nothing here reads a clock or a file: editions are arguments.
//! There are no floats: values come as decimals and are rounded once, by the edition's rule.
//!
//! # Features
//! - `std` (default): passes `std` on to the dependencies; nothing else changes.
//! - `serde`: serialisation of verdicts.
#![no_std]

extern crate alloc;

pub mod air;
pub mod aqi;
pub mod attainment;
pub mod attainment_rate;
pub mod black_odorous;
pub mod class_shares;
pub mod drinking_source;
pub mod exceedance;
pub mod function_attainment;
pub mod groundwater;
pub mod observation;
pub mod share;
pub mod surface_water;
pub mod trend;
pub mod trophic_level;
pub mod water_change;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
