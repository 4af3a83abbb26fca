//! Proofs over the tables.

mod editions;
mod gb3095;
mod gb3838;
mod hj633;
mod hj663;
