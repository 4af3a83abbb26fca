//! The program as its users run it.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failing test is meant to stop, in its helpers too"
)]

mod air_stats;
mod aqi;
mod audit;
mod bad_input;
mod choices;
mod coherence;
mod evidence;
mod forms;
mod groundwater;
mod limits;
mod mark;
mod plans;
mod readme;
mod samples;
mod screens;
mod standing;
mod support;
mod tasks;
mod water;
mod water_groups;
