//! The vocabulary of environmental-quality rules (环境质量规则): what every `eqs` crate speaks.
//!
//! Exact decimals with their printed places, units and quantities, indicators and places with their names in
//! both languages, classes and grades, dated editions of standards, observations, and verdicts that say why.
//!
//! ```
//! use eqs_core::{Indicator, Quantity, Unit};
//!
//! let pm25: Indicator = "细颗粒物".parse()?;
//! assert_eq!(pm25, Indicator::PM2_5);
//!
//! let printed = Quantity::parse("0.0305", Unit::MG_PER_M3)?;
//! assert_eq!(printed.convert_to(Unit::UG_PER_M3)?.to_string(), "30.5 µg/m³");
//! assert!(printed.convert_to(Unit::MG_PER_L).is_err());
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # Scope
//! This crate knows no limit and judges nothing: limits are in `eqs-standards`, methods in `eqs-assess`.
//! It reads no clock, no file and no network: a day is an argument.
//!
//! # Data
//! `data/units.csv`, `data/substances.csv`, `data/indicators.csv` and `data/places.csv` are read while
//! compiling by [`table!`]: a bad cell stops the build and is quoted in the message.
//!
//! # Features
//! - `std` (default): passes `std` on to the dependencies; nothing else changes.
//! - `serde`: serialisation of values and verdicts; decimals as text, so that printed places survive.
//! - `load`: the module `load`, rows of files that a program hands over; needs `std`.
//! - `proptest`: strategies for property tests of dependent crates.
#![no_std]
#![allow(long_running_const_eval, reason = "the registries are read while compiling; bounded by their rows")]

extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

pub use chrono::NaiveDate;

pub use crate::{
    citation::{Citation, Clause, Confirmation},
    class::{
        AirGrade, AirTier, AirZone, AqiLevel, BlackOdorous, ChangeDegree, ConstructionLand, DayNight,
        EiGrade, EqiChange, EqiClass, FarmlandUse, LandCategory, Medium, NoiseGrade, NoiseZone, PhBand,
        SensitiveGroup, SoilValue, SoundLevel, TrophicState, WaterBody, WaterClass, WaterColour,
        WaterEcology, WaterGrade, WaterStatus, WhoLevel,
    },
    decimal::{Decimal, DecimalError, DecimalOverflow, MAX_DIGITS},
    edition::{Edition, NotInForce, Timeline, UnknownEdition},
    finding::{Comparison, Finding, Judgement, Relation, Segment, printed_multiple},
    fraction::Fraction,
    gas::{GasConcentration, GasError, ReferenceState},
    indicator::{Better, Indicator, IndicatorEntry, UnknownIndicator},
    interval::{End, Interval},
    lang::{Lang, Phrase, Spoken},
    measured::Measured,
    median::{median, theil_sen},
    note::Note,
    observation::{Bound, Measure, Observation, Source, write_figure},
    period::{Averaging, Period},
    place::{Place, PlaceEntry, PlaceKind, UnknownPlace},
    pollutants::Pollutants,
    quantity::{Quantity, QuantityError, UnitMismatch},
    reason::Reason,
    rounding::{ReportedMark, Rounding},
    statistic::Statistic,
    unit::{Unit, UnknownUnit},
    verdict::{Outcome, Verdict},
};

mod citation;
mod class;
mod decimal;
mod edition;
mod finding;
mod fraction;
mod gas;
mod indicator;
mod interval;
mod lang;
mod measured;
mod median;
mod note;
mod observation;
mod period;
mod place;
mod pollutants;
mod quantity;
mod reason;
mod rounding;
mod statistic;
mod unit;
mod verdict;
#[macro_use]
pub mod vocabulary;

pub mod cell;
#[cfg(feature = "load")]
pub mod load;
pub mod spelling;
#[cfg(feature = "proptest")]
pub mod strategy;
pub mod table;

/// Runs the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
