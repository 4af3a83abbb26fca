//! Criterion benches of `eqs`; there is nothing to use here.
