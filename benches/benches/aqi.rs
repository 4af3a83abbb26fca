//! One index of a daily report: the explained verdict beside a float loop that knows neither editions nor why.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eqs::aqi::{Entry, Reading, Readings, Report};
use eqs::hj633::Hj633;
use eqs::{Decimal, Quantity, Unit, aqi};

/// SO2, NO2, CO (tenths), O3 8 h, PM10, PM2.5.
const DAY: [u32; 6] = [5, 31, 9, 88, 119, 59];
const ENTRIES: [Entry; 6] =
    [Entry::So2, Entry::No2, Entry::Co, Entry::O3EightHours, Entry::Pm10, Entry::Pm2_5];

fn readings(day: [u32; 6]) -> Readings {
    ENTRIES.iter().zip(day).fold(Readings::new(Report::Daily), |readings, (entry, value)| {
        let quantity = match entry {
            Entry::Co => Quantity::new(Decimal::new(i64::from(value), 1), Unit::MG_PER_M3),
            _ => Quantity::new(Decimal::from(value), Unit::UG_PER_M3),
        };
        readings.reading(*entry, Reading::Value(quantity))
    })
}

const INDEX: [f64; 8] = [0.0, 50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 500.0];
const NODES: [[f64; 8]; 6] = [
    [0.0, 50.0, 150.0, 475.0, 800.0, 1600.0, 2100.0, 2620.0],
    [0.0, 40.0, 80.0, 180.0, 280.0, 565.0, 750.0, 940.0],
    [0.0, 2.0, 4.0, 14.0, 24.0, 36.0, 48.0, 60.0],
    [0.0, 100.0, 160.0, 215.0, 265.0, 800.0, f64::MAX, f64::MAX],
    [0.0, 50.0, 120.0, 250.0, 350.0, 420.0, 500.0, 600.0],
    [0.0, 35.0, 60.0, 115.0, 150.0, 250.0, 350.0, 500.0],
];
const NAMES: [&str; 6] = ["SO2", "NO2", "CO", "O3", "PM10", "PM2.5"];

fn naive(day: [f64; 6]) -> (f64, String) {
    let indices: Vec<f64> = NODES
        .iter()
        .zip(day)
        .map(|(nodes, value)| {
            let upper = nodes.iter().position(|node| value <= *node).unwrap_or(7).max(1);
            let (low, high) = (nodes[upper - 1], nodes[upper]);
            ((INDEX[upper] - INDEX[upper - 1]) / (high - low) * (value - low) + INDEX[upper - 1]).ceil()
        })
        .collect();
    let index = indices.iter().copied().fold(0.0, f64::max);
    let primary: Vec<&str> =
        NAMES.iter().zip(&indices).filter(|(_, own)| **own >= index).map(|(name, _)| *name).collect();
    (index, primary.join(";"))
}

fn index(criterion: &mut Criterion) {
    let standard = Hj633::named("2026").unwrap();
    let day = readings(DAY);
    let verdict = aqi(&standard, &day).unwrap();
    let found = verdict.outcome.determined().unwrap();
    assert_eq!((found.value, found.primary.to_string().as_str()), (100, "PM10"));
    let mut group = criterion.benchmark_group("aqi");
    group.bench_function("eqs, explained", |bencher| bencher.iter(|| aqi(&standard, black_box(&day))));

    let floats = [5.0, 31.0, 0.9, 88.0, 119.0, 59.0];
    assert_eq!(naive(floats), (100.0, "PM10".to_owned()));
    group.bench_function("naive floats", |bencher| bencher.iter(|| naive(black_box(floats))));
    group.finish();
}

criterion_group!(benches, index);
criterion_main!(benches);
