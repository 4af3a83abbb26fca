//! The rows of the test vectors that a look-up decides, with the look-ups of this crate alone; a value is held
//! against its limit here.

mod air;
mod land;
mod water;

use std::collections::BTreeMap;

/// The rows of a file, each with its values by the names of the header.
fn rows(text: &'static str) -> impl Iterator<Item = BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    reader
        .into_records()
        .map(move |row| header.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect())
}

/// `name=value;name=value`.
fn pairs(text: &str) -> BTreeMap<&str, &str> {
    text.split(';').map(|pair| pair.split_once('=').unwrap()).collect()
}

/// Runs every row by its kind and counts them.
fn run(
    text: &'static str,
    kind: &str,
    check: impl Fn(&str, &BTreeMap<String, String>),
) -> Vec<(String, usize)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows(text) {
        check(&row[kind], &row);
        *seen.entry(row[kind].clone()).or_default() += 1;
    }
    seen.into_iter().collect()
}

fn counts(expected: &[(&str, usize)]) -> Vec<(String, usize)> {
    expected.iter().map(|(kind, count)| ((*kind).to_owned(), *count)).collect()
}
