//! One target, and all of them, against all shipped observations, beside loops over rows of text and floats.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eqs::bulletin::{Bulletin, Document};
use eqs::plan::{
    BEIJING_14FYP, ObservationIndex, Plan, Policy, ProgressMethod, Target, TargetStatus, assess, evaluate,
};
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
    Some(if value <= limit * 1.05 { "met_so_far" } else { "not_yet_due" })
}

fn rows(observations: &[Observation<'_>]) -> Vec<Row> {
    let row = |observation: &Observation<'_>| Row {
        place: observation.place.to_string(),
        indicator: observation.indicator.to_string(),
        statistic: observation.statistic.to_string(),
        year: observation.period.say(eqs::Lang::En).to_string(),
        value: observation.quantity.value.to_string(),
    };
    observations.iter().map(row).collect()
}

fn target(criterion: &mut Criterion) {
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    let observations: Vec<Observation<'_>> =
        Bulletin::all().iter().flat_map(Bulletin::observations).copied().collect();
    let target = BEIJING_14FYP.targets().iter().find(|target| target.id == "TGT-0046").unwrap();
    let judge = |observations: &[Observation<'_>]| evaluate(target, observations, day, &Policy::DEFAULT);
    assert_eq!(judge(&observations).outcome.determined(), Some(&TargetStatus::MetSoFar));
    let mut group = criterion.benchmark_group("target");
    group.bench_function("eqs, explained", |bencher| bencher.iter(|| judge(black_box(&observations))));

    let rows = rows(&observations);
    assert_eq!(naive(&rows, 35.0), Some("met_so_far"));
    group.bench_function("naive rows of text", |bencher| bencher.iter(|| naive(black_box(&rows), 35.0)));
    group.finish();
}

/// A target as a row of text.
struct Wanted {
    place: String,
    indicator: String,
    statistic: String,
    value: Option<f64>,
}

/// How many targets have a figure at all, and how many of the figures are not above the number.
fn naive_all(rows: &[Row], targets: &[Wanted]) -> (usize, usize) {
    let (mut found, mut below) = (0, 0);
    for target in targets {
        let mut matching: Vec<&Row> = rows
            .iter()
            .filter(|row| {
                row.place == target.place
                    && row.indicator == target.indicator
                    && row.statistic == target.statistic
            })
            .collect();
        matching.sort_by(|one, other| one.year.cmp(&other.year));
        let Some(latest) = matching.last() else { continue };
        found += 1;
        let value: f64 = latest.value.parse().unwrap();
        below += usize::from(target.value.is_some_and(|limit| value <= limit));
    }
    (found, below)
}

fn all_targets(criterion: &mut Criterion) {
    let day = NaiveDate::from_ymd_opt(2024, 12, 31).unwrap();
    let tables = Plan::all().iter().flat_map(|plan| plan.observations());
    let observations: Vec<Observation<'_>> =
        Document::all().iter().flat_map(Document::observations).chain(tables).copied().collect();
    let targets: Vec<&Target> = Plan::all().iter().flat_map(|plan| plan.targets()).collect();
    let satisfied = |observations: &[Observation<'_>], policy: &Policy| {
        let index = ObservationIndex::new(observations);
        let verdicts = targets.iter().map(|target| evaluate(target, index.of(target), day, policy));
        verdicts
            .filter(|verdict| verdict.outcome.determined().is_some_and(|status| status.is_satisfied()))
            .count()
    };
    let by_path = Policy::DEFAULT.method(ProgressMethod::LinearPath);
    let expected = satisfied(&observations, &Policy::DEFAULT);
    assert_eq!((targets.len(), expected), (351, satisfied(&observations, &by_path)));
    let mut group = criterion.benchmark_group("all targets");
    group.bench_function("eqs, index and explained statuses", |bencher| {
        bencher.iter(|| satisfied(black_box(&observations), &Policy::DEFAULT));
    });
    group.bench_function("eqs, the same by the linear path", |bencher| {
        bencher.iter(|| satisfied(black_box(&observations), &by_path));
    });
    group.bench_function("eqs, statuses, gaps and all five methods", |bencher| {
        bencher.iter(|| {
            let index = ObservationIndex::new(black_box(&observations));
            let all = targets.iter().map(|target| assess(target, index.of(target), day, &Policy::DEFAULT));
            all.filter(|assessment| assessment.gap.determined().is_some()).count()
        });
    });
    group.bench_function("eqs, explained statuses without an index", |bencher| {
        bencher.iter(|| {
            let observations = black_box(&observations);
            let verdicts = targets.iter().map(|target| evaluate(target, observations, day, &Policy::DEFAULT));
            verdicts.filter(|verdict| verdict.outcome.determined().is_some()).count()
        });
    });

    let rows = rows(&observations);
    let wanted: Vec<Wanted> = targets
        .iter()
        .map(|target| Wanted {
            place: target.observed_at.to_string(),
            indicator: target.indicator.to_string(),
            statistic: target.statistic.to_string(),
            value: target.value.map(|value| value.to_string().parse().unwrap()),
        })
        .collect();
    assert!(naive_all(&rows, &wanted).0 > expected);
    group.bench_function("naive rows of text", |bencher| {
        bencher.iter(|| naive_all(black_box(&rows), &wanted));
    });
    group.finish();
}

criterion_group!(benches, target, all_targets);
criterion_main!(benches);
