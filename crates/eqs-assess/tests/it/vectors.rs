//! Reading of vector files: quoted CSV, fields of the form `key=value;key=value`.

use std::collections::BTreeMap;

/// One row of a vector file.
pub(crate) struct Vector {
    pub(crate) id: String,
    pub(crate) kind: String,
    columns: BTreeMap<String, String>,
}

impl Vector {
    /// A column of the row.
    pub(crate) fn column(&self, name: &str) -> &str {
        &self.columns[name]
    }

    /// The `key=value` parts of a column.
    pub(crate) fn parts(&self, column: &str) -> BTreeMap<&str, &str> {
        self.column(column).split(';').filter_map(|part| part.split_once('=')).collect()
    }
}

/// All rows of a file.
pub(crate) fn read(text: &str) -> Vec<Vector> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.deserialize::<BTreeMap<String, String>>();
    rows.map(|row| {
        let columns = row.unwrap();
        let id = columns.get("id").or(columns.get("vector_id")).unwrap().clone();
        Vector { id, kind: columns["kind"].clone(), columns }
    })
    .collect()
}

/// Counts the rows of each kind, so that a runner can show that it left none out.
pub(crate) fn counts(vectors: &[Vector]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for vector in vectors {
        *counts.entry(vector.kind.as_str()).or_default() += 1;
    }
    counts
}
