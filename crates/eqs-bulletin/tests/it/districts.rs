//! The two district tables: 16 districts and the development area, four pollutants each.

use eqs_bulletin::{Bulletin, Query};
use eqs_core::{Decimal, Indicator, Place, PlaceKind, Statistic};

const POLLUTANTS: [Indicator; 4] = [Indicator::PM2_5, Indicator::SO2, Indicator::NO2, Indicator::PM10];

fn places() -> impl Iterator<Item = Place> {
    let districts =
        Place::all().filter(|place| place.kind() == PlaceKind::District && place.is_within(Place::BEIJING));
    districts.chain([Place::of("bda")])
}

fn values(year: u16, place: Place, indicator: Indicator) -> Vec<Decimal> {
    let query = Query::new().place(place).indicator(indicator).statistic(Statistic::AnnualMean);
    Bulletin::of(year).unwrap().select(query).map(|figure| figure.observation.quantity.value).collect()
}

#[test]
fn each_place_has_each_pollutant_once_a_year() {
    assert_eq!(places().count(), 17);
    for year in [2021, 2024] {
        for place in places() {
            for indicator in POLLUTANTS {
                assert_eq!(values(year, place, indicator).len(), 1, "{year} {place} {indicator}");
            }
        }
    }
}

#[test]
fn the_printed_ranges_are_those_of_the_table() {
    // 各区 are the 16 districts; the printed ranges include the development area or not, it never sets an end.
    for year in [2021, 2024] {
        for indicator in POLLUTANTS {
            let query = Query::new()
                .place(Place::of("districts"))
                .indicator(indicator)
                .statistic(Statistic::RangeOfAnnualMeans);
            let Some(range) = Bulletin::of(year).unwrap().select(query).next() else {
                assert_eq!((year, indicator), (2021, Indicator::SO2)); // printed as one value, 均为3
                assert!(places().all(|place| values(2021, place, indicator) == [Decimal::from(3)]));
                continue;
            };
            let all: Vec<_> = places().flat_map(|place| values(year, place, indicator)).collect();
            let (low, high) = (all.iter().min().copied(), all.iter().max().copied());
            assert_eq!(Some(range.observation.quantity.value), low, "{year} {indicator}");
            assert_eq!(range.observation.high, high, "{year} {indicator}");
        }
    }
}

#[test]
fn single_cells_read_from_the_page() {
    for (year, place, cells) in [
        (2021, "dongcheng", ["34", "3", "30", "55"]),
        (2021, "yanqing", ["29", "3", "18", "47"]),
        (2021, "bda", ["35", "3", "33", "59"]),
        (2024, "dongcheng", ["33.9", "3", "28", "57"]),
        (2024, "yanqing", ["27.0", "3", "16", "45"]),
        (2024, "miyun", ["25.6", "3", "18", "46"]),
    ] {
        for (indicator, cell) in POLLUTANTS.into_iter().zip(cells) {
            let printed = values(year, Place::of(place), indicator);
            assert_eq!(printed.iter().map(ToString::to_string).collect::<Vec<_>>(), [cell], "{year} {place}");
        }
    }
}
