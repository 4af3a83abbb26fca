//! The plans against what is printed, and the evaluation against hand-made evidence.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a failing test is meant to stop, also inside a helper"
)]
#![expect(clippy::result_large_err, reason = "an expected reason stands beside an expected status")]

extern crate alloc;

mod bad_input;
mod bounds;
mod changes;
mod coherence;
mod comparators;
mod fourteenth;
mod gap;
mod given;
#[cfg(feature = "serde")]
mod json;
#[cfg(feature = "load")]
mod load;
mod mid_year;
mod more_comparators;
mod periods;
mod progress;
mod properties;
mod ranks;
mod scoreboard;
mod sentences;
mod standing;
mod steadily;
mod tables;
mod tasks;
mod thirteenth;
mod totals;
