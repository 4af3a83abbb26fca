//! Every grid point of every break-point column against exact integer arithmetic over the printed table.

use eqs_assess::aqi::sub_index;
use eqs_core::{Averaging, Decimal};
use eqs_standards::hj633::Hj633;

const PRINTED: [(&str, &str); 2] = [
    ("2012", include_str!("../../../eqs-standards/data/hj633/2012-table1.csv")),
    ("2026", include_str!("../../../eqs-standards/data/hj633/2026-table3.csv")),
];

/// Nodes in grid units: (concentration, index).
fn printed_column(text: &str, at: usize, scale: i64) -> (String, Vec<(i64, i64)>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let name = reader.headers().unwrap()[at].to_owned();
    let rows = reader.records().map(Result::unwrap);
    let nodes = rows.filter(|row| !row[at].is_empty());
    let nodes = nodes.map(|row| (row[at].parse::<i64>().unwrap() * scale, row[0].parse().unwrap())).collect();
    (name, nodes)
}

/// Ceiling division over the segment that holds `value`.
fn naive(nodes: &[(i64, i64)], value: i64) -> i64 {
    let upper = nodes.iter().skip(1).position(|(node, _)| value <= *node).unwrap() + 1;
    let ((low, index_low), (high, index_high)) = (nodes[upper - 1], nodes[upper]);
    let numerator = (index_high - index_low) * (value - low) + index_low * (high - low);
    (numerator + (high - low) - 1).div_euclid(high - low)
}

#[test]
fn every_grid_point_of_every_column() {
    let mut points = 0;
    for (edition, text) in PRINTED {
        let standard = Hj633::named(edition).unwrap();
        for at in 1..=10 {
            let scale = if text.lines().next().unwrap().split(',').nth(at).unwrap().starts_with("CO") {
                10
            } else {
                1
            };
            let (name, nodes) = printed_column(text, at, scale);
            let (symbol, averaging) = name.split_once(' ').unwrap();
            let indicator = symbol.parse().unwrap();
            let column = standard.column(indicator, Averaging::from_code(averaging).unwrap()).unwrap();
            let last = nodes.last().unwrap().0;
            for value in 0..=last {
                let concentration = Decimal::new(value, u8::from(scale == 10));
                let found = sub_index(column, concentration).unwrap();
                assert_eq!(i64::from(found.index), naive(&nodes, value), "{edition} {name} {concentration}");
                points += 1;
            }
            let above = sub_index(column, Decimal::new(last + 1, u8::from(scale == 10)));
            assert_eq!(above.map(|above| above.index), column.above.index, "{edition} {name}");
            assert_eq!(sub_index(column, Decimal::new(-1, 0)), None, "{edition} {name}");
        }
    }
    // 13,410 prescribed inputs from 0 to the last node of each column, in both editions.
    assert_eq!(points, 2 * 13_410);
}
