//! The audit: the register, the rules one by one, laws, and sentences.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a failing test is meant to stop, also inside a helper"
)]

extern crate alloc;

#[cfg(feature = "load")]
mod example;
mod given;
#[cfg(feature = "load")]
mod load;
mod properties;
mod register;
mod sentences;
mod statuses;
