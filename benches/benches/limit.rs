//! A limit by day, pollutant, averaging time and grade, beside a map keyed by text as programs keep it.

use std::collections::HashMap;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eqs::gb3095::Gb3095;
use eqs::{AirGrade, Averaging, Indicator, NaiveDate};

fn limit(criterion: &mut Criterion) {
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    let mut group = criterion.benchmark_group("limit");
    let ours = |day, indicator, averaging, grade| Gb3095::on(day).ok()?.limit(indicator, averaging, grade);
    let found = ours(day, Indicator::PM2_5, Averaging::Day, AirGrade::Two).unwrap();
    assert_eq!(found.quantity.to_string(), "75 µg/m³");
    group.bench_function("eqs", |bencher| {
        bencher.iter(|| {
            ours(black_box(day), black_box(Indicator::PM2_5), Averaging::Day, black_box(AirGrade::Two))
        });
    });

    let mut map = HashMap::new();
    for standard in Gb3095::all() {
        for limit in standard.limits() {
            let key =
                format!("{} {} {} {}", standard.edition(), limit.indicator, limit.averaging, limit.grade);
            map.insert(key, limit.quantity.value.to_string());
        }
    }
    let naive = |edition: &str, symbol: &str| map.get(&format!("GB 3095-{edition} {symbol} 24h 2")).cloned();
    assert_eq!(naive("2012 amended 2018", "PM2.5").unwrap(), "75");
    group.bench_function("naive map of texts", |bencher| {
        bencher.iter(|| naive(black_box("2012 amended 2018"), black_box("PM2.5")));
    });
    group.finish();
}

criterion_group!(benches, limit);
criterion_main!(benches);
