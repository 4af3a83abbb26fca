//! JSON schemas (draft 2020-12) of what is loaded and of what is written.

/// Of a file of figures; see [`Figure::HEADER`](eqs_bulletin::Figure::HEADER).
pub const OBSERVATIONS: &str = include_str!("../schema/observations.schema.json");

/// Of a file of claims; see [`Claim::HEADER`](crate::Claim::HEADER).
pub const CLAIMS: &str = include_str!("../schema/claims.schema.json");

/// Of the results as `eqs audit --format json` writes them.
pub const RESULTS: &str = include_str!("../schema/results.schema.json");
