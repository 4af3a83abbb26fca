//! One target against all shipped observations, beside a loop over rows of text and floats.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eqs::bulletin::Bulletin;
use eqs::plan::{BEIJING_14FYP, Policy, TargetStatus, evaluate};
use eqs::{NaiveDate, Observation, Phrase};

struct Row {
    place: String,
    indicator: String,
    statistic: String,
    year: String,
    value: String,
}

fn naive(rows: &[Row], limit: f64) -> Option<&'static str> {
    let mut matching: Vec<&Row> = rows
        .iter()
        .filter(|row| row.place == "beijing" && row.indicator == "PM2.5" && row.statistic == "annual_mean")
        .collect();
    matching.sort_by(|one, other| one.year.cmp(&other.year));
    let value: f64 = matching.last()?.value.parse().ok()?;
    Some(if value <= limit * 1.05 { "on_track" } else { "behind" })
}

fn target(criterion: &mut Criterion) {
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    let observations: Vec<Observation<'_>> =
        Bulletin::all().iter().flat_map(Bulletin::observations).copied().collect();
    let target = BEIJING_14FYP.targets().iter().find(|target| target.id == "TGT-0046").unwrap();
    let judge = |observations: &[Observation<'_>]| evaluate(target, observations, day, &Policy::DEFAULT);
    assert_eq!(judge(&observations).outcome.determined(), Some(&TargetStatus::OnTrack));
    let mut group = criterion.benchmark_group("target");
    group.bench_function("eqs, explained", |bencher| bencher.iter(|| judge(black_box(&observations))));

    let rows: Vec<Row> = observations
        .iter()
        .map(|observation| Row {
            place: observation.place.to_string(),
            indicator: observation.indicator.to_string(),
            statistic: observation.statistic.to_string(),
            year: observation.period.say(eqs::Lang::En).to_string(),
            value: observation.quantity.value.to_string(),
        })
        .collect();
    assert_eq!(naive(&rows, 35.0), Some("on_track"));
    group.bench_function("naive rows of text", |bencher| bencher.iter(|| naive(black_box(&rows), 35.0)));
    group.finish();
}

criterion_group!(benches, target);
criterion_main!(benches);
