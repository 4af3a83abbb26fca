//! The class of one river section of seven items, beside a float match as programs copy it from each other.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eqs::gb3838::Gb3838;
use eqs::surface_water::WaterOptions;
use eqs::{Indicator, Quantity, Unit, WaterBody, WaterGrade, surface_water};

const SECTION: [(&str, &str); 7] = [
    ("pH", "7.6"),
    ("DO", "6.5"),
    ("CODMn", "7.0"),
    ("COD", "33"),
    ("BOD5", "4.5"),
    ("NH3-N", "1.6"),
    ("TP", "0.25"),
];

fn naive(sample: &[(String, f64)]) -> (usize, Vec<String>) {
    let class = |name: &str, value: f64| match name {
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
                _ => [0.02, 0.1, 0.2, 0.3, 0.4],
            };
            limits.iter().position(|limit| value <= *limit).unwrap_or(5)
        }
    };
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

criterion_group!(benches, section);
criterion_main!(benches);
