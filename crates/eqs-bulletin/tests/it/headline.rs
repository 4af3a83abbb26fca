//! The headline figures, transcribed a second time from the documents.

use eqs_bulletin::{Bulletin, Query};
use eqs_core::{Indicator, Place, Statistic};

/// Every time the bulletin of `year` prints this figure, it prints `expected`.
#[track_caller]
fn check(year: u16, place: &str, indicator: &str, statistic: Statistic, expected: &[&str]) {
    let query = Query::new().place(Place::of(place)).indicator(Indicator::of(indicator)).statistic(statistic);
    let printed: Vec<String> = Bulletin::of(year)
        .unwrap()
        .select(query)
        .map(|figure| {
            let quantity = figure.observation.quantity;
            figure.observation.high.map_or_else(|| quantity.to_string(), |high| format!("{quantity}–{high}"))
        })
        .collect();
    assert_eq!(printed, expected);
}

#[test]
fn air_2021() {
    use Statistic::{AnnualMean, Days, P90OfDailyMax8h, P95OfDailyMeans, RangeOfAnnualMeans, ShareOfDays};
    check(2021, "beijing", "PM2.5", AnnualMean, &["33 µg/m³"]);
    check(2021, "beijing", "SO2", AnnualMean, &["3 µg/m³"]);
    check(2021, "beijing", "NO2", AnnualMean, &["26 µg/m³"]);
    check(2021, "beijing", "PM10", AnnualMean, &["55 µg/m³"]);
    check(2021, "beijing", "CO", P95OfDailyMeans, &["1.1 mg/m³"]);
    check(2021, "beijing", "O3", P90OfDailyMax8h, &["149 µg/m³"]);
    check(2021, "beijing", "good_air_days", Days, &["288 d"]);
    check(2021, "beijing", "good_air_days", ShareOfDays, &["78.9%"]);
    check(2021, "beijing", "heavy_pollution_days", Days, &["8 d"]);
    check(2021, "beijing", "heavy_pollution_days", ShareOfDays, &["2.2%"]);
    check(2021, "districts", "NO2", RangeOfAnnualMeans, &["17 µg/m³–34"]);
}

#[test]
fn air_2024() {
    use Statistic::{AnnualMean, Days, P90OfDailyMax8h, P95OfDailyMeans, RangeOfAnnualMeans, ShareOfDays};
    // In the overview, in the chapter on air and in the chapter on the region.
    check(2024, "beijing", "PM2.5", AnnualMean, &["30.5 µg/m³"; 3]);
    check(2024, "beijing", "SO2", AnnualMean, &["3 µg/m³"]);
    check(2024, "beijing", "NO2", AnnualMean, &["24 µg/m³"]);
    check(2024, "beijing", "PM10", AnnualMean, &["54 µg/m³"]);
    check(2024, "beijing", "CO", P95OfDailyMeans, &["0.9 mg/m³"]);
    check(2024, "beijing", "O3", P90OfDailyMax8h, &["171 µg/m³"]);
    check(2024, "beijing", "good_air_days", Days, &["290 d"]);
    check(2024, "beijing", "good_air_days", ShareOfDays, &["79.2%"]);
    check(2024, "beijing", "heavy_pollution_days", Days, &["2 d"]);
    check(2024, "beijing", "heavy_pollution_days", ShareOfDays, &["0.5%"]);
    check(2024, "districts", "PM2.5", RangeOfAnnualMeans, &["25.6 µg/m³–33.9"]);
    check(2024, "tianjin", "PM2.5", AnnualMean, &["38.1 µg/m³"]);
}

#[test]
fn water() {
    use Statistic::{AnnualMeanOfSections, Class, ShareOfLakeArea, ShareOfRiverLength, ShareOfStorage};
    check(2021, "beijing", "CODMn", AnnualMeanOfSections, &["3.73 mg/L"]);
    check(2024, "beijing", "CODMn", AnnualMeanOfSections, &["3.40 mg/L"]);
    check(2021, "beijing", "NH3-N", AnnualMeanOfSections, &["0.34 mg/L"]);
    check(2024, "beijing", "NH3-N", AnnualMeanOfSections, &["0.17 mg/L"]);
    check(2021, "five_river_systems", "water_i_to_iii", ShareOfRiverLength, &["75.2%"]);
    check(2024, "five_river_systems", "water_i_to_iii", ShareOfRiverLength, &["87.2%"]);
    check(2021, "five_river_systems", "water_worse_than_v", ShareOfRiverLength, &["0%"]);
    check(2024, "five_river_systems", "water_worse_than_v", ShareOfRiverLength, &["0%"]);
    check(2021, "lakes", "water_i_to_iii", ShareOfLakeArea, &["56.1%"]);
    check(2024, "lakes", "water_i_to_iii", ShareOfLakeArea, &["63.5%"]);
    check(2021, "reservoirs", "water_i_to_iii", ShareOfStorage, &["86.6%"]);
    check(2024, "reservoirs", "water_i_to_iii", ShareOfStorage, &["100%"]);
    check(2024, "qing_river", "water_class", Class, &["2 water_class"]);
}

#[test]
fn what_is_not_printed_is_not_there() {
    check(2024, "beijing", "O3", Statistic::AnnualMean, &[]);
    check(2021, "china", "PM2.5", Statistic::AnnualMean, &[]);
}

#[test]
fn printed_places_survive() {
    let query = Query::new().place(Place::BEIJING).indicator(Indicator::CODMN);
    let codmn = Bulletin::of(2024).unwrap().select(query).next().unwrap().observation.quantity.value;
    assert_eq!((codmn.mantissa(), codmn.places()), (340, 2));
}
