//! From hours to the year: six pollutants of 1, 100 and 2,000 station-years, as columns in memory, beside a float loop
//! with the same rules; and the program over a CSV file, beside a plain count of its bytes.
//!
//! `benches/peers/air_stats.py` does the same with polars and pandas; results are in `benches/record`. The program is
//! that of `cargo build --release -p eqs-cli`.

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::{Command, Stdio};
use std::{env, fs};

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use eqs::air::{AirStatistic, DailySeries, HourlySeries, annual};
use eqs::gb3095::Gb3095;
use eqs::{Indicator, NaiveDate, Rounding, Unit};

const POLLUTANTS: [(Indicator, Unit, u8, u32); 6] = [
    (Indicator::SO2, Unit::UG_PER_M3, 0, 30),
    (Indicator::NO2, Unit::UG_PER_M3, 0, 90),
    (Indicator::CO, Unit::MG_PER_M3, 1, 20),
    (Indicator::O3, Unit::UG_PER_M3, 0, 200),
    (Indicator::PM10, Unit::UG_PER_M3, 0, 150),
    (Indicator::PM2_5, Unit::UG_PER_M3, 0, 90),
];
const YEAR: u16 = 2024;
const DAYS: usize = 366;
const HOURS: usize = DAYS * 24;

/// A generator of numbers that are the same on every machine.
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(((self.0 >> 33) * u64::from(bound)) >> 31).unwrap()
    }
}

/// The hours of a station-year; one of 50 is missing.
fn station_year(seed: u64) -> Vec<Vec<i32>> {
    let mut seeded = Seeded(seed);
    let hour = |seeded: &mut Seeded, top| {
        let value = i32::try_from(seeded.below(top) + seeded.below(top)).unwrap();
        if seeded.below(50) == 0 { HourlySeries::MISSING } else { value }
    };
    POLLUTANTS.iter().map(|(_, _, _, top)| (0..HOURS).map(|_| hour(&mut seeded, *top)).collect()).collect()
}

fn series(columns: &[Vec<i32>]) -> Vec<HourlySeries> {
    let first = NaiveDate::from_ymd_opt(i32::from(YEAR), 1, 1).unwrap();
    let of = |((indicator, unit, places, _), column): (&(Indicator, Unit, u8, u32), &Vec<i32>)| {
        HourlySeries::from_column(*indicator, *unit, *places, first, column.clone()).unwrap()
    };
    POLLUTANTS.iter().zip(columns).map(of).collect()
}

fn exact(hours: &[HourlySeries], standard: Gb3095) -> Vec<AirStatistic> {
    let days = |hours: &HourlySeries| {
        if hours.indicator() == Indicator::O3 {
            DailySeries::max_of_eight_hours(hours, standard)
        } else {
            DailySeries::means(hours, standard)
        }
    };
    hours.iter().flat_map(|hours| annual(&days(hours), YEAR, standard)).collect()
}

/// Mean and percentile of the valid days of a pollutant, with NaN for what is missing.
fn naive(column: &[f64], is_ozone: bool, percent: f64) -> (f64, f64) {
    let mean = |hours: &[f64], least: usize| {
        let there = hours.iter().filter(|hour| !hour.is_nan());
        let (count, sum) = there.fold((0, 0.0), |(count, sum), hour| (count + 1, sum + hour));
        (count >= least).then(|| sum / f64::from(u32::try_from(count).unwrap()))
    };
    let day = |hours: &[f64]| {
        if !is_ozone {
            return mean(hours, 20);
        }
        let windows: Vec<f64> = hours.windows(8).filter_map(|window| mean(window, 6)).collect();
        let largest = windows.iter().copied().fold(0.0, f64::max);
        (windows.len() >= 14 || largest > 160.0).then_some(largest)
    };
    let mut days: Vec<f64> = column.chunks_exact(24).filter_map(day).collect();
    days.sort_by(f64::total_cmp);
    let count = f64::from(u32::try_from(days.len()).unwrap());
    let place = (count - 1.0) * percent / 100.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place of 366")]
    let below = place.floor() as usize;
    let above = days[(below + 1).min(days.len() - 1)];
    (days.iter().sum::<f64>() / count, days[below] + (above - days[below]) * place.fract())
}

fn floats(columns: &[Vec<i32>]) -> Vec<Vec<f64>> {
    let value = |reading: &i32| if *reading < 0 { f64::NAN } else { f64::from(*reading) };
    columns.iter().map(|column| column.iter().map(value).collect()).collect()
}

const PERCENT: [f64; 6] = [98.0, 98.0, 95.0, 90.0, 95.0, 95.0];

fn naive_year(columns: &[Vec<f64>]) -> Vec<(f64, f64)> {
    let of = |(at, column): (usize, &Vec<f64>)| naive(column, at == 3, PERCENT[at]);
    columns.iter().enumerate().map(of).collect()
}

fn chain(criterion: &mut Criterion) {
    let standard = Gb3095::named("2012 amended 2018").unwrap();
    let mut group = criterion.benchmark_group("air year");
    group.sample_size(10);
    for count in [1_usize, 100, 2000] {
        let columns: Vec<Vec<Vec<i32>>> = (1..=count as u64).map(station_year).collect();
        let years: Vec<Vec<HourlySeries>> = columns.iter().map(|columns| series(columns)).collect();
        let naive_years: Vec<Vec<Vec<f64>>> = columns.iter().map(|columns| floats(columns)).collect();
        drop(columns);

        // PM2.5: the mean and the percentile to six places, and as many days as a year has.
        let found = exact(&years[0], standard);
        let wanted = naive_year(&naive_years[0])[5];
        for (statistic, wanted) in found[8..].iter().zip([wanted.0, wanted.1]) {
            let shown: f64 =
                statistic.value.unwrap().round(9, Rounding::HalfEven).unwrap().to_string().parse().unwrap();
            assert!((shown - wanted).abs() < 1e-6 && statistic.days == 366, "{statistic:?} {wanted}");
        }

        group.throughput(Throughput::Elements((count * HOURS) as u64));
        let each = |years: &[Vec<HourlySeries>]| {
            years.iter().map(|hours| exact(black_box(hours), standard).len()).sum::<usize>()
        };
        assert_eq!(each(&years), count * 10);
        group.bench_function(format!("eqs, {count}"), |bencher| bencher.iter(|| each(&years)));
        let each = |years: &[Vec<Vec<f64>>]| {
            years.iter().map(|columns| naive_year(black_box(columns))[5].0).sum::<f64>()
        };
        group.bench_function(format!("naive floats, {count}"), |bencher| bencher.iter(|| each(&naive_years)));
    }
    group.finish();
}

/// The parts of the chain, on one station-year of one pollutant.
fn parts(criterion: &mut Criterion) {
    let standard = Gb3095::named("2012 amended 2018").unwrap();
    let columns = station_year(1);
    let hours = series(&columns);
    let days = DailySeries::means(&hours[5], standard);
    let mut group = criterion.benchmark_group("air parts");
    group.throughput(Throughput::Elements(HOURS as u64));
    group.bench_function("column", |bencher| {
        let first = NaiveDate::from_ymd_opt(i32::from(YEAR), 1, 1).unwrap();
        let take = |column| HourlySeries::from_column(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, column);
        bencher.iter_batched(|| columns[5].clone(), take, BatchSize::SmallInput);
    });
    group.bench_function("daily means", |bencher| {
        bencher.iter(|| DailySeries::means(black_box(&hours[5]), standard));
    });
    group.bench_function("largest of eight hours", |bencher| {
        bencher.iter(|| DailySeries::max_of_eight_hours(black_box(&hours[3]), standard));
    });
    group.bench_function("mean and percentile of a year", |bencher| {
        bencher.iter(|| annual(black_box(&days), YEAR, standard));
    });
    group.finish();
}

/// Ten station-years as CSV.
#[expect(clippy::naive_bytecount, reason = "what a reader can at best be held against")]
fn file(criterion: &mut Criterion) {
    let program = env::current_exe().unwrap().parent().unwrap().parent().unwrap().join("eqs");
    if !program.exists() {
        eprintln!("no {}: cargo build --release -p eqs-cli", program.display());
        return;
    }
    let mut text = "station,date,hour,so2,no2,co,o3,pm10,pm25\n".to_owned();
    let first = NaiveDate::from_ymd_opt(i32::from(YEAR), 1, 1).unwrap();
    for station in 0..10 {
        let columns = station_year(station);
        for (day, date) in first.iter_days().take(DAYS).enumerate() {
            for hour in 0..24 {
                write!(text, "S{station},{date},{hour}").unwrap();
                for (column, (_, _, places, _)) in columns.iter().zip(&POLLUTANTS) {
                    match (column[day * 24 + hour], places) {
                        (HourlySeries::MISSING, _) => text.push(','),
                        (value, 0) => write!(text, ",{value}").unwrap(),
                        (value, _) => write!(text, ",{}.{}", value / 10, value % 10).unwrap(),
                    }
                }
                text.push('\n');
            }
        }
    }
    let path = env::temp_dir().join("eqs-bench-air.csv");
    fs::write(&path, &text).unwrap();
    let mut group = criterion.benchmark_group("air file");
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("eqs air-stats", |bencher| {
        bencher.iter(|| {
            let mut command = Command::new(&program);
            command
                .args(["air-stats", "--labels", "start", "--format", "csv"])
                .arg(&path)
                .stdout(Stdio::null());
            assert!(command.status().unwrap().success());
        });
    });
    group.bench_function("count of its lines", |bencher| {
        bencher.iter(|| fs::read(&path).unwrap().iter().filter(|byte| **byte == b'\n').count());
    });
    group.finish();
    fs::remove_file(path).unwrap();
}

criterion_group!(benches, chain, parts, file);
criterion_main!(benches);
