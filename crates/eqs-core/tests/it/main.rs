//! The tests of `eqs-core` over its public interface; one binary.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failing test is meant to stop, in its helpers too"
)]
#![allow(clippy::std_instead_of_alloc, clippy::std_instead_of_core, reason = "tests have std")]

mod errors;
mod gas;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "proptest")]
mod properties;
mod registries;
mod rounding;
mod sentences;
mod spelling;
mod units;
