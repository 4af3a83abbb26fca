//! Vectors, exhaustive grids, properties and explanations of the methods.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failing test is meant to stop, in its helpers too"
)]
#![allow(clippy::std_instead_of_alloc, clippy::std_instead_of_core, reason = "tests have std")]

mod air;
mod air_exclusions;
mod air_floats;
mod air_properties;
mod attainment;
mod beijing_2016;
mod class_shares;
mod drinking_source;
mod earlier;
mod explanation;
mod gb3838;
mod grid;
mod hj633;
mod property;
mod surface_water;
mod trend;
mod trophic_level;
mod vectors;
mod water_methods;
