//! The program `eqs`.
fn main() {}
