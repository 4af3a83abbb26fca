//! Readings of the same limits from different places, as text, so that they can be held against each other: the
//! compiled tables, the CSV files that they are compiled from, the list of single limits, and the second
//! transcriptions. None of the readers here is one of the crate.

pub(crate) mod cell;
pub(crate) mod compiled;
pub(crate) mod number;
pub(crate) mod printed;
pub(crate) mod transcript;
