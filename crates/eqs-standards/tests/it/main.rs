//! Proofs over the tables. They need every medium.
#![cfg(all(
    feature = "air",
    feature = "water",
    feature = "soil",
    feature = "noise",
    feature = "emf",
    feature = "ecology"
))]
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failing test is meant to stop, in its helpers too"
)]
#![allow(clippy::std_instead_of_alloc, clippy::std_instead_of_core, reason = "tests have std")]

mod counts;
mod difference;
mod docs;
mod edges;
mod editions;
mod gb15618;
mod gb3095;
mod gb3838;
mod gb8702;
mod headroom;
mod hj633;
mod hj663;
mod inverse;
mod media;
mod mutation;
mod order;
mod origin;
mod query;
mod reading;
mod registry;
mod strictness;
mod trophic_state;
mod twice;
mod validity;
mod vectors;
