//! The bulletins against independent transcriptions of what they print.

#![expect(clippy::unwrap_used, reason = "a failing test is meant to stop, also inside a helper")]

extern crate alloc;

mod coverage;
mod districts;
mod headline;
#[cfg(feature = "serde")]
mod json;
mod limits;
