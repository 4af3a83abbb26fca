//! `eqs limits`.

mod document;
mod findings;
mod refusals;
mod tables;
