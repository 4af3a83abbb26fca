//! A limit by day and symbol, beside a map keyed by text as programs keep it.

use std::collections::HashMap;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eqs::gb3095::Gb3095;
use eqs::gb15618::Gb15618;
use eqs::gbt14848::Gbt14848;
use eqs::{
    AirGrade, Averaging, Decimal, FarmlandUse, Indicator, NaiveDate, Requirement, SoilValue, Standard,
    WaterClass,
};

/// All limits of a standard by edition, symbol and scope.
fn map(number: &str) -> HashMap<String, String> {
    let standard: &Standard = number.parse().unwrap();
    let limits = standard.editions().iter().flat_map(|edition| standard.limits(edition));
    let entry = |limit: eqs::Limit| {
        let value = match limit.requirement {
            Requirement::Band(band) => band.to_string(),
            other => format!("{other:?}"),
        };
        (format!("{} {} {}", limit.edition, limit.indicator, limit.scope), value)
    };
    limits.map(entry).collect()
}

fn air(criterion: &mut Criterion) {
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    let mut group = criterion.benchmark_group("limit of GB 3095");
    let ours = |day, indicator| Gb3095::on(day).ok()?.limit(indicator, Averaging::Day, AirGrade::Two);
    let by_symbol = |day, symbol| ours(day, Indicator::from_symbol(symbol)?);
    assert_eq!(by_symbol(day, "PM2.5").unwrap().quantity.to_string(), "75 µg/m³");
    group.bench_function("eqs", |bencher| {
        bencher.iter(|| ours(black_box(day), black_box(Indicator::PM2_5)));
    });
    group.bench_function("eqs by symbol", |bencher| {
        bencher.iter(|| by_symbol(black_box(day), black_box("PM2.5")));
    });

    let map = map("GB 3095");
    let naive = |edition: &str, symbol: &str| {
        map.get(&format!("GB 3095-{edition} {symbol} averaging=24h;grade=2")).cloned()
    };
    assert_eq!(naive("2012 amended 2018", "PM2.5").unwrap(), "≤ 75");
    group.bench_function("naive map of texts", |bencher| {
        bencher.iter(|| naive(black_box("2012 amended 2018"), black_box("PM2.5")));
    });
    group.finish();
}

fn ground_water(criterion: &mut Criterion) {
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    let mut group = criterion.benchmark_group("limit of GB/T 14848");
    // Of table 2, near its end.
    let atrazine: Indicator = "atrazine".parse().unwrap();
    let ours = |day, indicator, class| Gbt14848::on(day).ok()?.limit(indicator, class);
    let by_symbol = |day, symbol, class| ours(day, Indicator::from_symbol(symbol)?, class);
    let found = by_symbol(day, "atrazine", WaterClass::III).unwrap();
    assert_eq!(found.value().unwrap().to_string(), "2.00 µg/L");
    group.bench_function("eqs", |bencher| {
        bencher.iter(|| ours(black_box(day), black_box(atrazine), black_box(WaterClass::III)));
    });
    group.bench_function("eqs by symbol", |bencher| {
        bencher.iter(|| by_symbol(black_box(day), black_box("atrazine"), black_box(WaterClass::III)));
    });

    let map = map("GB/T 14848");
    let naive =
        |symbol: &str, class: &str| map.get(&format!("GB/T 14848-2017 {symbol} class={class}")).cloned();
    assert_eq!(naive("atrazine", "III").unwrap(), "≤ 2.00");
    group.bench_function("naive map of texts", |bencher| {
        bencher.iter(|| naive(black_box("atrazine"), black_box("III")));
    });
    group.finish();
}

fn farmland(criterion: &mut Criterion) {
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    let mut group = criterion.benchmark_group("limit of GB 15618");
    let cadmium: Indicator = "Cd".parse().unwrap();
    let ph = Decimal::new(65, 1);
    let ours = |day, indicator, ph| {
        Gb15618::on(day).ok()?.limit(indicator, FarmlandUse::Paddy, Some(ph), SoilValue::Screening).ok()
    };
    let by_symbol = |day, symbol, ph| ours(day, Indicator::from_symbol(symbol)?, ph);
    assert_eq!(by_symbol(day, "Cd", ph).unwrap().value().unwrap().to_string(), "0.4 mg/kg");
    group.bench_function("eqs", |bencher| {
        bencher.iter(|| ours(black_box(day), black_box(cadmium), black_box(ph)));
    });
    group.bench_function("eqs by symbol", |bencher| {
        bencher.iter(|| by_symbol(black_box(day), black_box("Cd"), black_box(ph)));
    });

    let map = map("GB 15618");
    let naive = |symbol: &str, ph: f64| {
        let range = match ph {
            ph if ph <= 5.5 => "le5.5",
            ph if ph <= 6.5 => "gt5.5_le6.5",
            ph if ph <= 7.5 => "gt6.5_le7.5",
            _ => "gt7.5",
        };
        let scope = format!("land=paddy;ph={range};value=screening");
        map.get(&format!("GB 15618-2018 {symbol} {scope}")).cloned()
    };
    assert_eq!(naive("Cd", 6.5).unwrap(), "≤ 0.4");
    group.bench_function("naive map of texts", |bencher| {
        bencher.iter(|| naive(black_box("Cd"), black_box(6.5)));
    });
    group.finish();
}

criterion_group!(benches, air, ground_water, farmland);
criterion_main!(benches);
