//! GB 3095: counts, order, monotony, and what the editions changed.

use std::collections::BTreeSet;

use eqs_core::{AirGrade, Averaging, Confirmation, Indicator, Lang, NaiveDate, Phrase};
use eqs_standards::gb3095::{Gb3095, ReferenceState};

fn edition(name: &str) -> Gb3095 {
    Gb3095::named(name).unwrap()
}

#[test]
fn the_tables_have_six_and_four_items_in_every_edition() {
    for standard in Gb3095::all() {
        let items = |wanted: &str| {
            let limits =
                standard.limits().filter(|limit| limit.citation.say(Lang::En).to_string().contains(wanted));
            limits.map(|limit| limit.indicator).collect::<BTreeSet<_>>().len()
        };
        assert_eq!((items(" table 1 "), items(" table 2 ")), (6, 4), "{}", standard.edition());
        assert_eq!(standard.limits().count(), 2 * (14 + 9));
    }
}

#[test]
fn grade_1_is_never_laxer_than_grade_2_and_longer_means_never_laxer_than_shorter_ones() {
    // From the longest to the shortest averaging time.
    let order =
        [Averaging::Annual, Averaging::Seasonal, Averaging::DailyMax8h, Averaging::Day, Averaging::Hour];
    for standard in Gb3095::all() {
        for limit in standard.limits() {
            let other = standard.limit(limit.indicator, limit.averaging, AirGrade::Two).unwrap();
            assert!(limit.quantity.compare(other.quantity).unwrap().is_le(), "{limit:?}");
            let at = order.iter().position(|averaging| *averaging == limit.averaging).unwrap();
            for shorter in &order[at..] {
                if let Some(other) = standard.limit(limit.indicator, *shorter, limit.grade) {
                    assert!(
                        limit.quantity.compare(other.quantity).unwrap().is_le(),
                        "{limit:?} and {other:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_edition_or_stage_relaxes_a_limit() {
    let editions: Vec<_> = Gb3095::all().collect();
    for pair in editions.windows(2) {
        for before in pair[0].limits() {
            let after = pair[1].limit(before.indicator, before.averaging, before.grade).unwrap();
            assert!(after.quantity.compare(before.quantity).unwrap().is_le(), "{before:?} and {after:?}");
        }
    }
}

#[test]
fn the_amendment_of_2018_changed_the_state_and_no_limit() {
    let (before, after) = (edition("2012"), edition("2012 amended 2018"));
    for (one, other) in before.limits().zip(after.limits()) {
        assert_eq!(one.quantity, other.quantity);
    }
    for symbol in ["SO2", "NO2", "CO", "O3", "NOx"] {
        let gas = Indicator::of(symbol);
        assert_eq!(before.reference_state(gas), Some(ReferenceState::Standard), "{symbol}");
        assert_eq!(after.reference_state(gas), Some(ReferenceState::Reference), "{symbol}");
    }
    for symbol in ["PM10", "PM2.5", "TSP", "Pb", "BaP"] {
        let particulate = Indicator::of(symbol);
        assert_eq!(before.reference_state(particulate), Some(ReferenceState::Standard), "{symbol}");
        assert_eq!(after.reference_state(particulate), Some(ReferenceState::Ambient), "{symbol}");
    }
    assert_eq!(after.reference_state(Indicator::DO), None);
}

#[test]
fn every_limit_has_unit_clause_source_and_a_grade_of_confirmation_above_c() {
    for standard in Gb3095::all() {
        for limit in standard.limits() {
            assert!(["µg/m³", "mg/m³"].contains(&limit.quantity.unit.symbol()));
            assert!(!limit.sources.is_empty() && limit.confirmation < Confirmation::C);
            assert!(limit.quantity.value > eqs_core::Decimal::ZERO);
        }
    }
}

/// The grade 2 daily limits of 2012 and of the transition, and the grade 1 limits, are nodes of HJ 633: a second
/// reading of these cells, from another standard.
#[test]
fn the_nodes_of_hj_633_repeat_the_daily_and_hourly_limits() {
    use eqs_standards::hj633::Hj633;
    let mut checked = 0;
    for (limits, index) in [("2012", "2012"), ("2026 transition", "2026")] {
        let (limits, index) = (edition(limits), Hj633::named(index).unwrap());
        for column in index.columns() {
            let averaging = match column.averaging {
                Averaging::EightHours => Averaging::DailyMax8h,
                averaging => averaging,
            };
            for (grade, node) in [(AirGrade::One, 50), (AirGrade::Two, 100)] {
                let limit = limits.limit(column.indicator, averaging, grade).unwrap().quantity.value;
                let node = column.nodes().find(|other| other.index == node).unwrap().concentration;
                // The 50 nodes of NO2 and CO are halves of the limit, which is the same in both grades.
                let is_halved = matches!(column.indicator.symbol(), "NO2" | "CO") && grade == AirGrade::One;
                let expected = if is_halved { node.checked_add(node).unwrap() } else { node };
                assert_eq!(limit, expected, "{} {:?} {grade}", column.indicator, column.averaging);
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 40);
}

/// The limits as single rows with their days, as they were collected before they were laid out like the print: a
/// cell that is changed by hand in one of the two is found here.
#[test]
fn every_cell_stands_in_the_list_of_single_limits() {
    let mut reader = csv::Reader::from_reader(include_str!("../data/gb3095-limits.csv").as_bytes());
    let mut cells = 0;
    for row in reader.records().map(Result::unwrap) {
        let day = row[9].parse::<NaiveDate>().unwrap().max(NaiveDate::from_ymd_opt(2016, 1, 1).unwrap());
        // The last day of the row; a row without one still holds under the final stage.
        let last = row[10].parse().unwrap_or(NaiveDate::from_ymd_opt(2031, 1, 1).unwrap());
        for day in [day, last] {
            let (grade, averaging) =
                (AirGrade::from_code(&row[6]).unwrap(), Averaging::from_code(&row[5]).unwrap());
            let limit = Gb3095::on(day).unwrap().limit(Indicator::of(&row[4]), averaging, grade).unwrap();
            assert_eq!(limit.quantity.value.to_string(), &row[7], "{row:?} on {day}");
            assert_eq!(limit.quantity.unit.symbol(), &row[8], "{row:?}");
            let place = format!("table {} item {}", &row[2], &row[3]);
            assert!(limit.citation.say(Lang::En).to_string().ends_with(&place), "{row:?}");
            cells += 1;
        }
    }
    assert_eq!(cells, 2 * 124);
}
