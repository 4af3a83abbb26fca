//! The least data behind a mean: table 4 of GB 3095, row by row against a list with the details in words, and the
//! rules of HJ 663.

use eqs_core::{Averaging, Indicator, Statistic};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::hj663::Hj663;

#[test]
fn every_row_of_table_4_stands_in_the_list() {
    let mut reader = csv::Reader::from_reader(include_str!("../data/validity-list.csv").as_bytes());
    let mut seen = [0, 0];
    for row in reader.records().map(Result::unwrap) {
        let indicator = Indicator::of(&row[3]);
        let least: u16 = row[6].parse().unwrap();
        if &row[0] == "HJ 663" {
            let statistic = match &row[4] {
                "mda8" => Statistic::DailyMax8h,
                "annual_p95" => Statistic::P95OfDailyMeans,
                "annual_p90" => Statistic::P90OfDailyMax8h,
                other => panic!("{other}"),
            };
            let rule = Hj663::named(&row[1]).unwrap().validity(indicator, statistic).unwrap();
            assert_eq!((rule.least, rule.requirement.code()), (least, &row[5]), "{row:?}");
            assert_eq!(rule.confirmation.code(), &row[8]);
            seen[1] += 1;
            continue;
        }
        let (names, detail) = if &row[1] == "2012" {
            (["2012", "2012 amended 2018"], &row[7])
        } else {
            (["2026 transition", "2026 final"], &row[7])
        };
        for name in names {
            let standard = Gb3095::named(name).unwrap();
            let rule = standard.validity(indicator, Averaging::from_code(&row[4]).unwrap()).unwrap();
            assert_eq!((rule.least, rule.requirement.code()), (least, &row[5]), "{row:?}");
            assert_eq!(rule.confirmation.code(), &row[8]);
            assert_eq!(rule.sources, &row[9]);
            let months = (rule.each_month, rule.february, rule.evenly_spread);
            let expected = match detail {
                "and at least 27 daily values in each month (25 in February)" => (Some(27), Some(25), false),
                "25 in February" => (None, Some(25), false),
                "evenly spread; and at least 5 evenly spread in each month" => (Some(5), None, true),
                "hourly means or sampling time" | "hourly means in each 8 h window" | "sampling time" => {
                    (None, None, false)
                }
                other => panic!("{other}"),
            };
            assert_eq!(months, expected, "{row:?}");
            seen[0] += 1;
        }
    }
    assert_eq!(seen, [2 * 2 * 29, 4]);
}

#[test]
fn what_is_not_printed_has_no_rule() {
    assert_eq!(Gb3095::named("1996").unwrap().validity(Indicator::SO2, Averaging::Annual), None);
    assert_eq!(Gb3095::named("2012").unwrap().validity(Indicator::O3, Averaging::Annual), None);
    assert_eq!(Hj663::named("2026").unwrap().validity(Indicator::CO, Statistic::P95OfDailyMeans), None);
}
