//! The class of one river section of seven items, and of a million sections of nine items in columns, each beside a float
//! match as programs copy it from each other.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use eqs::gb3838::Gb3838;
use eqs::surface_water::{WaterBatch, WaterColumn, WaterOptions};
use eqs::{Decimal, Indicator, Quantity, Unit, WaterBody, WaterGrade, surface_water};

const SECTION: [(&str, &str); 7] = [
    ("pH", "7.6"),
    ("DO", "6.5"),
    ("CODMn", "7.0"),
    ("COD", "33"),
    ("BOD5", "4.5"),
    ("NH3-N", "1.6"),
    ("TP", "0.25"),
];

/// 0 for class I to 5 for worse than class V.
fn class(name: &str, value: f64) -> usize {
    match name {
        "pH" => {
            if (6.0..=9.0).contains(&value) {
                0
            } else {
                5
            }
        }
        "DO" => [7.5, 6.0, 5.0, 3.0, 2.0].iter().position(|limit| value >= *limit).unwrap_or(5),
        name => {
            let limits = match name {
                "CODMn" => [2.0, 4.0, 6.0, 10.0, 15.0],
                "COD" => [15.0, 15.0, 20.0, 30.0, 40.0],
                "BOD5" => [3.0, 3.0, 4.0, 6.0, 10.0],
                "NH3-N" => [0.15, 0.5, 1.0, 1.5, 2.0],
                "Oil" => [0.05, 0.05, 0.05, 0.5, 1.0],
                "V-phenol" => [0.002, 0.002, 0.005, 0.01, 0.1],
                _ => [0.02, 0.1, 0.2, 0.3, 0.4],
            };
            limits.iter().position(|limit| value <= *limit).unwrap_or(5)
        }
    }
}

fn naive(sample: &[(String, f64)]) -> (usize, Vec<String>) {
    let worst = sample.iter().map(|(name, value)| class(name, *value)).max().unwrap_or(0);
    let deciding = sample.iter().filter(|(name, value)| class(name, *value) == worst);
    (worst, deciding.map(|(name, _)| name.clone()).collect())
}

fn section(criterion: &mut Criterion) {
    let standard = Gb3838::named("2002").unwrap();
    let sample = SECTION.map(|(symbol, value)| {
        let unit = if symbol == "pH" { Unit::NONE } else { Unit::MG_PER_L };
        (Indicator::of(symbol), Quantity::parse(value, unit).unwrap())
    });
    let judge =
        |sample: &[_]| surface_water(standard, WaterBody::River, sample, WaterOptions::default()).unwrap();
    assert_eq!(judge(&sample).outcome.determined().unwrap().grade, WaterGrade::V);
    let mut group = criterion.benchmark_group("water class");
    group.bench_function("eqs, explained", |bencher| bencher.iter(|| judge(black_box(&sample))));

    let floats = SECTION.map(|(symbol, value)| (symbol.to_owned(), value.parse().unwrap()));
    assert_eq!(naive(&floats), (4, vec!["COD".to_owned(), "NH3-N".to_owned()]));
    group.bench_function("naive floats", |bencher| bencher.iter(|| naive(black_box(&floats))));
    group.finish();
}

/// Nine items: symbol, places, and an upper end of the values.
const COLUMNS: [(&str, u8, u32); 9] = [
    ("pH", 1, 95),
    ("DO", 1, 120),
    ("CODMn", 1, 120),
    ("COD", 0, 35),
    ("BOD5", 1, 80),
    ("NH3-N", 2, 180),
    ("TP", 3, 350),
    ("Oil", 2, 30),
    ("V-phenol", 4, 80),
];
const SAMPLES: usize = 1_000_000;

/// A generator of numbers that are the same on every machine.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(((self.0 >> 33) * u64::from(bound)) >> 31).unwrap()
    }
}

/// The classes of all samples, row by row, with NaN for what is missing; 0 without any item.
fn naive_columns(columns: &[Vec<f64>], grades: &mut [u8]) {
    for (row, grade) in grades.iter_mut().enumerate() {
        let there = COLUMNS.iter().zip(columns).filter(|(_, column)| !column[row].is_nan());
        let worst = there.map(|((name, ..), column)| class(name, column[row]) + 1).max();
        *grade = u8::try_from(worst.unwrap_or(0)).unwrap();
    }
}

fn columns(criterion: &mut Criterion) {
    let standard = Gb3838::named("2002").unwrap();
    let items = COLUMNS.map(|(symbol, places, _)| (Indicator::of(symbol), places));
    let batch = WaterBatch::new(standard, WaterBody::River, &items).unwrap();
    let mut seeded = Seeded(1);
    // One value of 20 is missing.
    let values: Vec<(Vec<i32>, Vec<bool>)> = COLUMNS
        .iter()
        .map(|(_, _, top)| {
            let values = (0..SAMPLES).map(|_| i32::try_from(seeded.below(*top)).unwrap()).collect();
            (values, (0..SAMPLES).map(|_| seeded.below(20) > 0).collect())
        })
        .collect();
    let views: Vec<_> =
        values.iter().map(|(values, present)| WaterColumn { values, present: Some(present) }).collect();
    let floats: Vec<Vec<f64>> = values
        .iter()
        .zip(COLUMNS)
        .map(|((values, present), (_, places, _))| {
            let scale = 10_f64.powi(i32::from(places));
            let float = |(value, present): (&i32, &bool)| {
                if *present { f64::from(*value) / scale } else { f64::NAN }
            };
            values.iter().zip(present).map(float).collect()
        })
        .collect();

    let (mut grades, mut wanted) = (vec![0; SAMPLES], vec![0; SAMPLES]);
    batch.grade(&views, &mut grades).unwrap();
    naive_columns(&floats, &mut wanted);
    assert_eq!(grades, wanted);
    for grade in 1..=6 {
        assert!(grades.contains(&grade), "no sample has the grade {grade}");
    }

    let mut group = criterion.benchmark_group("water columns");
    group.sample_size(20).throughput(Throughput::Elements(SAMPLES as u64));
    group.bench_function("eqs", |bencher| {
        bencher.iter(|| batch.grade(black_box(&views), &mut grades).unwrap());
    });
    group.bench_function("naive floats", |bencher| {
        bencher.iter(|| naive_columns(black_box(&floats), &mut wanted));
    });
    // The same values row by row through the explained path.
    group.throughput(Throughput::Elements(10_000));
    let rows: Vec<Vec<(Indicator, Quantity)>> = (0..10_000)
        .map(|row| {
            let mut sample = Vec::new();
            for ((indicator, places), (values, present)) in items.iter().zip(&values) {
                if present[row] {
                    let unit = standard.item(*indicator, WaterBody::River).unwrap().unit;
                    sample.push((
                        *indicator,
                        Quantity::new(Decimal::new(i64::from(values[row]), *places), unit),
                    ));
                }
            }
            sample
        })
        .collect();
    let judge =
        |row: &Vec<_>| surface_water(standard, WaterBody::River, row, WaterOptions::default()).unwrap();
    for (row, grade) in rows.iter().zip(&grades) {
        let explained = judge(row).outcome.determined().map(|found| found.grade);
        assert_eq!(explained, WaterBatch::meaning(*grade));
    }
    group.bench_function("eqs, explained", |bencher| {
        bencher.iter(|| rows.iter().map(judge).filter(|verdict| verdict.notes.is_empty()).count());
    });
    group.finish();
}

criterion_group!(benches, section, columns);
criterion_main!(benches);
