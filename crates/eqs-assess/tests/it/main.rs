//! Vectors, exhaustive grids, properties and explanations of the methods.

mod attainment;
mod explanation;
mod gb3838;
mod grid;
mod hj633;
mod property;
mod vectors;
