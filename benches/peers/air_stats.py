"""The chain of benches/benches/air.rs with polars, pandas and numpy: hourly readings of six pollutants in memory, daily
means with 20 hours, largest mean of eight hours of ozone (windows with 6 hours, 14 of them or above 160), annual means,
percentiles and days.

    pip install polars pandas numpy
    POLARS_MAX_THREADS=1 python benches/peers/air_stats.py [STATION_YEARS]

Prints the median of 7 rounds, all methods in each round, and hourly rows a second.
"""

import statistics
import sys
import time

import numpy as np
import pandas as pd
import polars as pl

YEARS = int(sys.argv[1]) if len(sys.argv) > 1 else 100
ROUNDS = 7
DAYS, HOURS = 366, 366 * 24
NAMES = ["so2", "no2", "co", "o3", "pm10", "pm25"]
PERCENT = [98, 98, 95, 90, 95, 95]
TOPS = [30, 90, 20, 200, 150, 90]

rng = np.random.default_rng(1)
columns = {}
for name, top in zip(NAMES, TOPS):
    values = (rng.integers(0, top, YEARS * HOURS) + rng.integers(0, top, YEARS * HOURS)).astype(float)
    values[rng.integers(0, 50, YEARS * HOURS) == 0] = np.nan
    columns[name] = values
station = np.repeat(np.arange(YEARS, dtype=np.int32), HOURS)
day = np.tile(np.repeat(np.arange(DAYS, dtype=np.int32), 24), YEARS)
hour = np.tile(np.arange(24, dtype=np.int8), YEARS * DAYS)


def with_numpy():
    out = []
    for name, percent in zip(NAMES, PERCENT):
        hours = columns[name].reshape(YEARS * DAYS, 24)
        there = ~np.isnan(hours)
        filled = np.where(there, hours, 0.0)
        if name == "o3":
            sums = np.cumsum(np.pad(filled, ((0, 0), (1, 0))), axis=1)
            counts = np.cumsum(np.pad(there.astype(np.int8), ((0, 0), (1, 0))), axis=1)
            sums, counts = sums[:, 8:] - sums[:, :-8], counts[:, 8:] - counts[:, :-8]
            valid = counts >= 6
            means = np.where(valid, sums / np.maximum(counts, 1), -1.0)
            days = means.max(axis=1)
            days = np.where((valid.sum(axis=1) >= 14) | (days > 160), days, np.nan)
        else:
            count = there.sum(axis=1)
            days = np.where(count >= 20, filled.sum(axis=1) / np.maximum(count, 1), np.nan)
        days = days.reshape(YEARS, DAYS)
        out.append((np.nanmean(days, axis=1), np.nanpercentile(days, percent, axis=1), (~np.isnan(days)).sum(axis=1)))
    return out


frame = pl.DataFrame({"station": station, "day": day, "hour": hour, **columns}).with_columns(
    pl.col(name).fill_nan(None) for name in NAMES
)
# Hours are in their order, station by station.
KEYS = ["station", "day"]


def with_polars():
    means = [
        pl.when(pl.col(name).count() >= 20).then(pl.col(name).mean()).alias(name) for name in NAMES if name != "o3"
    ]
    window = pl.col("o3").rolling_mean(8, min_samples=6).over(KEYS)
    ozone = pl.when(pl.col("hour") >= 7).then(window).alias("w")
    days = (
        frame.lazy()
        .with_columns(ozone)
        .group_by(KEYS, maintain_order=True)
        .agg(
            *means,
            pl.when((pl.col("w").count() >= 14) | (pl.col("w").max() > 160)).then(pl.col("w").max()).alias("o3"),
        )
    )
    year = days.group_by("station", maintain_order=True).agg(
        *[pl.col(name).mean().alias(f"{name} mean") for name in NAMES],
        *[pl.col(name).quantile(p / 100, "linear").alias(f"{name} p") for name, p in zip(NAMES, PERCENT)],
        *[pl.col(name).count().alias(f"{name} days") for name in NAMES],
    )
    return year.collect()


table = pd.DataFrame({"station": station, "day": day, "hour": hour, **columns})


def with_pandas():
    others = [name for name in NAMES if name != "o3"]
    groups = table.groupby(KEYS, sort=False)
    days = groups[others].mean().where(groups[others].count() >= 20)
    # Windows that begin on the day before are dropped, so they may run on over midnight.
    window = table["o3"].rolling(8, min_periods=6).mean().where(table["hour"] >= 7)
    windows = window.groupby([table["station"], table["day"]], sort=False).agg(["max", "count"])
    days["o3"] = windows["max"].where((windows["count"] >= 14) | (windows["max"] > 160))
    years = days.groupby(level="station", sort=False)
    return years.mean(), {n: years[n].quantile(p / 100) for n, p in zip(NAMES, PERCENT)}, years.count()


def check():
    wanted, polars_year, (means, percentiles, days) = with_numpy(), with_polars(), with_pandas()
    for at, name in enumerate(NAMES):
        mean, percentile, count = wanted[at]
        assert np.allclose(polars_year[f"{name} mean"], mean) and np.allclose(polars_year[f"{name} p"], percentile)
        assert np.allclose(means[name], mean) and np.allclose(percentiles[name], percentile)
        assert (polars_year[f"{name} days"].to_numpy() == count).all() and (days[name] == count).all()


check()
methods = {"numpy": with_numpy, "polars": with_polars, "pandas": with_pandas}
times = {name: [] for name in methods}
for _ in range(ROUNDS):
    for name, method in methods.items():
        start = time.perf_counter()
        method()
        times[name].append(time.perf_counter() - start)
print(f"{YEARS} station-years, polars {pl.__version__} on {pl.thread_pool_size()} threads, pandas {pd.__version__}, "
      f"numpy {np.__version__}")
for name, seconds in times.items():
    median = statistics.median(seconds)
    print(f"{name:7} {median * 1000:9.2f} ms {YEARS * HOURS / median / 1e6:7.2f} M rows/s")
