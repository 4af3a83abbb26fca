//! What turns cells of the tables into values: the rows that all tables share, bands, and tables of grades.

pub(crate) mod band;
pub(crate) mod cell;
pub(crate) mod grades;
