//! Every grid point of every break-point column, and every edge of every class of surface water, against exact integer
//! arithmetic over the printed tables.

use eqs_assess::aqi::sub_index;
use eqs_assess::surface_water::{
    SurfaceWaterError, WaterBatch, WaterBatchError, WaterColumn, WaterOptions, item_grade, surface_water,
};
use eqs_core::{Averaging, Decimal, Indicator, Quantity, Unit, WaterBody, WaterGrade};
use eqs_standards::gb3838::Gb3838;
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

const TABLE_1: &str = include_str!("../../../eqs-standards/data/gb3838/2002-table1.csv");

/// A printed limit in millionths.
fn millionths(cell: &str) -> i64 {
    let (whole, behind) = cell.split_once('.').unwrap_or((cell, ""));
    format!("{whole}{behind:0<6}").parse().unwrap()
}

/// The grade of a value in millionths over the printed cells: 1 to 6.
fn naive_grade(relation: &str, cells: &[&str], value: i64) -> u8 {
    let met = |cell: &&&str| match relation {
        "le" => value <= millionths(cell),
        "ge" => value >= millionths(cell),
        _ => {
            let (low, high) = cell.split_once('~').unwrap();
            (millionths(low)..=millionths(high)).contains(&value)
        }
    };
    let class = cells.iter().take_while(|cell| !met(cell)).count();
    u8::try_from(class).unwrap() + 1
}

/// All items, both kinds of water, all classes; just below, on and just above each limit, one at a time beside items that
/// are class I. The value in millionths goes through the single item, the explained section and the columns alike.
#[test]
fn every_edge_of_surface_water() {
    let standard = Gb3838::named("2002").unwrap();
    let mut points = 0;
    for body in [WaterBody::River, WaterBody::Lake] {
        let mut reader = csv::Reader::from_reader(TABLE_1.as_bytes());
        for row in reader.records().map(Result::unwrap) {
            let cells: Vec<&str> = row.iter().collect();
            let (symbol, of_body, relation, role) = (cells[2], cells[4], cells[6], cells[12]);
            if role != "assessed" || (of_body != "all" && of_body != body.code()) {
                continue;
            }
            let indicator = Indicator::from_symbol(symbol).unwrap();
            let item = standard.item(indicator, body).unwrap();
            let other = if symbol == "CODMn" { Indicator::of("COD") } else { Indicator::CODMN };
            let ends = cells[7..12].iter().flat_map(|cell| cell.split('~')).map(millionths);
            for value in ends.flat_map(|limit| [limit - 1, limit, limit + 1]) {
                let expected = naive_grade(relation, &cells[7..12], value);
                let decimal = Decimal::new(value, 6);
                let grade = item_grade(item, decimal).unwrap();
                let sample = [
                    (other, Quantity::new(Decimal::new(1, 0), Unit::MG_PER_L)),
                    (indicator, Quantity::new(decimal, item.unit)),
                ];
                let verdict = surface_water(standard, body, &sample, WaterOptions::default()).unwrap();
                let explained = verdict.outcome.determined().unwrap().grade;
                let batch = WaterBatch::new(standard, body, &[(other, 0), (indicator, 6)]).unwrap();
                let value = [i32::try_from(value).unwrap()];
                let columns = [column(&[1]), column(&value)];
                let mut grades = [0];
                batch.grade(&columns, &mut grades).unwrap();
                assert_eq!(Some(grade), WaterBatch::meaning(expected), "{symbol} {decimal}");
                assert_eq!((explained, grades), (grade, [expected]), "{symbol} {decimal}");
                points += 1;
            }
        }
    }
    // 20 items of five limits and pH of two ends in five cells; below, on, above; two kinds of water.
    assert_eq!(points, 2 * 3 * (20 * 5 + 5 * 2));
}

fn column<const N: usize>(values: &[i32; N]) -> WaterColumn<'_> {
    WaterColumn { values, present: None }
}

/// A limit between two values of a column, such as 0.025 mg/L in hundredths: the lower one meets it.
#[test]
fn limits_between_the_values_of_a_column() {
    let standard = Gb3838::named("2002").unwrap();
    for (symbol, body, places) in
        [("TP", WaterBody::Lake, 2), ("DO", WaterBody::River, 0), ("Hg", WaterBody::River, 3)]
    {
        let indicator = Indicator::of(symbol);
        let item = standard.item(indicator, body).unwrap();
        let batch = WaterBatch::new(standard, body, &[(indicator, places)]).unwrap();
        let values: Vec<i32> = (0..=39).collect();
        let mut grades = vec![9; values.len()];
        batch.grade(&[WaterColumn { values: &values, present: None }], &mut grades).unwrap();
        for (value, grade) in values.iter().zip(grades) {
            let explained = item_grade(item, Decimal::new(i64::from(*value), places));
            assert_eq!(WaterBatch::meaning(grade), explained, "{symbol} {value}");
        }
    }
}

#[test]
fn columns_that_cannot_be_classed() {
    let standard = Gb3838::named("2002").unwrap();
    let new = |items: &[_]| WaterBatch::new(standard, WaterBody::River, items);
    let tp = Indicator::TP;
    assert_eq!(new(&[(Indicator::TN, 2)]).unwrap_err(), WaterBatchError::NotAssessed(Indicator::TN));
    assert_eq!(new(&[(tp, 2), (tp, 3)]).unwrap_err(), WaterBatchError::Twice(tp));
    let too_fine = new(&[(Indicator::of("COD"), 8)]).unwrap_err();
    assert_eq!(too_fine, WaterBatchError::Places { indicator: Indicator::of("COD"), places: 8 });
    assert!(new(&[(tp, 200)]).is_err());
    let batch = new(&[(tp, 2)]).unwrap();
    let error = batch.grade(&[], &mut [0]).unwrap_err();
    assert_eq!(error, WaterBatchError::Columns { given: 0, expected: 1 });
    let error = batch.grade(&[column(&[1, 2])], &mut [0]).unwrap_err();
    assert_eq!(error, WaterBatchError::Length { column: 0, given: 2, expected: 1 });
    let short = WaterColumn { values: &[1], present: Some(&[]) };
    let error = batch.grade(&[short], &mut [0]).unwrap_err();
    assert_eq!(error, WaterBatchError::Length { column: 0, given: 0, expected: 1 });
    assert_eq!([0, 7, 8, 255].map(WaterBatch::meaning), [None; 4]);
    assert_eq!(WaterBatch::meaning(6), Some(WaterGrade::WorseThanV));
    // What is refused with its reason is a grade of its own here.
    let oxygen = new(&[(Indicator::DO, 1)]).unwrap();
    let mut grades = [0; 3];
    oxygen.grade(&[column(&[400, 401, -1])], &mut grades).unwrap();
    assert_eq!(grades, [1, WaterBatch::IMPOSSIBLE, WaterBatch::IMPOSSIBLE]);
    let sample = [(Indicator::DO, Quantity::new(Decimal::new(401, 1), Unit::MG_PER_L))];
    let refused = surface_water(standard, WaterBody::River, &sample, WaterOptions::default()).unwrap_err();
    assert!(matches!(refused, SurfaceWaterError::Impossible { .. }));
}
