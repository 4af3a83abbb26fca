//! The bulletins against the tables of the standards.

use std::collections::BTreeMap;

use eqs::bulletin::Bulletin;
use eqs::gb3095::Gb3095;
use eqs::observation::{Judged, Yardstick, judge};
use eqs::{Attainment, Indicator, Place, Statistic};

/// The notes of both bulletins print the limits that they are held against: a reading of these cells by the
/// bulletin's editors.
#[test]
fn the_printed_limits_are_those_of_the_standard() {
    for bulletin in Bulletin::all() {
        assert_eq!(bulletin.printed_limits().len(), 6);
        for printed in bulletin.printed_limits() {
            let standard = Gb3095::named(printed.edition).unwrap();
            let limit = standard.limit(printed.indicator, printed.averaging, printed.grade).unwrap();
            assert_eq!(limit.quantity, printed.quantity, "{}", printed.source.id);
        }
    }
}

#[test]
fn the_city_by_the_standards_of_its_year() {
    use Attainment::{Exceeded, Met};

    let city = |year: u16| -> BTreeMap<&str, Attainment> {
        let yardstick = Yardstick::of_year(year, Place::BEIJING).unwrap();
        Bulletin::of(year)
            .unwrap()
            .observations()
            .filter(|observation| observation.place == Place::BEIJING)
            .filter_map(|observation| match judge(observation, &yardstick).unwrap()? {
                Judged::Air(verdict) => {
                    Some((observation.indicator.symbol(), *verdict.outcome.determined().unwrap()))
                }
                _ => None,
            })
            .collect()
    };
    let all_met = [("CO", Met), ("NO2", Met), ("O3", Met), ("PM10", Met), ("PM2.5", Met), ("SO2", Met)];
    assert_eq!(city(2021), BTreeMap::from(all_met));
    let mut year_2024 = BTreeMap::from(all_met);
    year_2024.insert("O3", Exceeded);
    assert_eq!(city(2024), year_2024);
}

/// 2021: "15 districts and the development area attain" PM2.5; 通州 with 36 does not. 2024: all attain.
#[test]
fn the_districts_that_attain_are_as_many_as_the_bulletins_say() {
    for (year, exceeding) in [(2021, vec!["tongzhou"]), (2024, vec![])] {
        let yardstick = Yardstick::of_year(year, Place::BEIJING).unwrap();
        let districts = Bulletin::of(year).unwrap().observations().filter(|observation| {
            observation.indicator == Indicator::PM2_5
                && observation.statistic == Statistic::AnnualMean
                && (observation.place.kind() == eqs::PlaceKind::District
                    || observation.place == Place::of("bda"))
        });
        let mut found = Vec::new();
        let mut count = 0;
        for observation in districts {
            let Some(Judged::Air(verdict)) = judge(observation, &yardstick).unwrap() else { panic!() };
            count += 1;
            if verdict.outcome.determined() == Some(&Attainment::Exceeded) {
                found.push(observation.place.code());
            }
        }
        assert_eq!((count, found), (17, exceeding), "{year}");
    }
}

/// By the transition limits of 2026 the city's 30.5 of 2024 lies on the rounding edge of 30.
#[test]
fn the_year_2024_by_the_limits_of_2026() {
    let yardstick = Yardstick {
        air: Gb3095::named("2026 transition").unwrap(),
        ..Yardstick::of_year(2024, Place::BEIJING).unwrap()
    };
    let pm25 =
        Bulletin::of(2024).unwrap().observations().find(|observation| observation.source.id == "OBS-0214");
    let Some(Judged::Air(verdict)) = judge(pm25.unwrap(), &yardstick).unwrap() else { panic!() };
    assert!(verdict.outcome.determined().is_none());
}
