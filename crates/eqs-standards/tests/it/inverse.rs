//! The largest concentration of an index, against integer arithmetic over the printed nodes.

use eqs_core::{Averaging, Decimal, Fraction, Rounding};
use eqs_standards::hj633::Hj633;

const PRINTED: [(&str, &str); 2] = [
    ("2012", include_str!("../../data/hj633/2012-table1.csv")),
    ("2026", include_str!("../../data/hj633/2026-table3.csv")),
];

/// The nodes of a printed column as (index, concentration); all of them are whole numbers.
fn nodes(text: &str, at: usize) -> (String, Vec<(i128, i128)>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let name = reader.headers().unwrap()[at].to_owned();
    let rows = reader.records().map(Result::unwrap).filter(|row| !row[at].is_empty());
    (name, rows.map(|row| (row[0].parse().unwrap(), row[at].parse().unwrap())).collect())
}

/// The concentration at which the formula gives exactly `index`, as numerator and denominator.
fn inverse(nodes: &[(i128, i128)], index: i128) -> Option<(i128, i128)> {
    let upper = nodes.iter().position(|(node, _)| *node >= index)?;
    let ((low_index, low), (high_index, high)) = (nodes[upper.saturating_sub(1)], nodes[upper]);
    let steps = if upper == 0 { 1 } else { high_index - low_index };
    Some((low * steps + (high - low) * (index - low_index), steps))
}

/// The index of a concentration given in thousandths: the formula, rounded up.
fn forward(nodes: &[(i128, i128)], thousandths: i128) -> i128 {
    let upper = nodes.iter().skip(1).position(|(_, node)| thousandths <= node * 1000).unwrap() + 1;
    let ((low_index, low), (high_index, high)) = (nodes[upper - 1], nodes[upper]);
    let span = (high - low) * 1000;
    let above = (high_index - low_index) * (thousandths - low * 1000) + low_index * span;
    (above + span - 1).div_euclid(span)
}

#[test]
fn the_inverse_is_exact_for_every_index_of_every_column() {
    let (mut exact, mut none) = (0, 0);
    for (edition, text) in PRINTED {
        for at in 1..=10 {
            let (name, nodes) = nodes(text, at);
            let (symbol, averaging) = name.split_once(' ').unwrap();
            let averaging = Averaging::from_code(averaging).unwrap();
            let column = Hj633::named(edition).unwrap().column(symbol.parse().unwrap(), averaging).unwrap();
            for index in 0..=500 {
                let found = column.largest_concentration(index);
                let Some((above, below)) = inverse(&nodes, i128::from(index)) else {
                    assert_eq!(found, None, "{edition} {name} {index}");
                    assert_eq!(column.largest_at(index, 1), Ok(None));
                    none += 1;
                    continue;
                };
                assert_eq!(found, Fraction::new(above, below), "{edition} {name} {index}");
                // On a grid of thousandths: the largest point at or below it keeps the index, the next one does not.
                let grid = (above * 1000).div_euclid(below);
                let rounded = column.largest_at(index, 3).unwrap().unwrap();
                assert_eq!(rounded, Decimal::new(grid.try_into().unwrap(), 3), "{edition} {name} {index}");
                assert!(forward(&nodes, grid) <= i128::from(index), "{edition} {name} {index}");
                if i128::from(index) < nodes.last().unwrap().0 {
                    assert!(forward(&nodes, grid + 1) > i128::from(index), "{edition} {name} {index}");
                }
                exact += 1;
            }
            assert_eq!(column.largest_concentration(501), None);
        }
    }
    // Eight columns reach 500, one ends at 200, one at 300.
    assert_eq!((exact, none), (2 * (8 * 501 + 201 + 301), 2 * (300 + 200)));
}

/// A node belongs to the segment below it.
#[test]
fn every_node_ends_a_segment() {
    for standard in Hj633::all() {
        for column in standard.columns() {
            for node in column.nodes().skip(1) {
                assert_eq!(column.segment(node.concentration).unwrap().index_high, node.index);
                let above = node.concentration.checked_add(Decimal::new(1, 3)).unwrap();
                let next = column.segment(above).map(|segment| segment.index_low);
                assert_eq!(next, (Some(node) != column.last_node()).then_some(node.index));
                assert_eq!(column.largest_concentration(node.index), Some(node.concentration.to_fraction()));
            }
            assert_eq!(column.segment(Decimal::new(-1, 3)), None);
            assert_eq!(column.segment(Decimal::ZERO).unwrap().index_high, 50);
        }
    }
}

#[test]
fn places_beyond_eighteen_are_refused() {
    let column = &Hj633::named("2026").unwrap().columns()[0];
    assert!(column.largest_at(51, 19).is_err());
    let exact = column.largest_concentration(51).unwrap();
    assert_eq!(exact.round(0, Rounding::Truncate).unwrap(), column.largest_at(51, 0).unwrap().unwrap());
}
