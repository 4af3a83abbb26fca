//! HJ 633: shape of the break-point tables, entries, categories.

use eqs_core::{Averaging, Confirmation, Indicator, SensitiveGroup};
use eqs_standards::hj633::{Hj633, Report};

fn edition(name: &str) -> Hj633 {
    Hj633::named(name).unwrap()
}

#[test]
fn ten_columns_rise_from_zero_over_the_same_indices() {
    for standard in Hj633::all() {
        assert_eq!(standard.columns().len(), 10);
        for column in standard.columns() {
            let nodes: Vec<_> = column.nodes().collect();
            assert_eq!((nodes[0].index, nodes[0].concentration.mantissa()), (0, 0));
            assert!(nodes.windows(2).all(|pair| pair[0].concentration < pair[1].concentration));
            let indices: Vec<_> = nodes.iter().map(|node| node.index).collect();
            assert_eq!(indices, [0, 50, 100, 150, 200, 300, 400, 500][..indices.len()]);
        }
    }
}

#[test]
fn only_two_columns_are_short() {
    for (name, so2, o3) in [("2012", None, None), ("2026", Some(200), Some(300))] {
        for column in edition(name).columns() {
            let last = column.last_node().unwrap();
            let (expected, above) = match (column.indicator, column.averaging) {
                (Indicator::SO2, Averaging::Hour) => (200, so2),
                (Indicator::O3, Averaging::EightHours) => (300, o3),
                _ => (500, Some(500)),
            };
            assert_eq!((last.index, column.above.index), (expected, above), "{name} {}", column.indicator);
        }
    }
}

/// HJ 633-2026, foreword: the nodes of index 100 of both particulates changed, and no other node.
#[test]
fn the_2026_edition_changed_two_nodes() {
    let changed: Vec<_> = edition("2012")
        .columns()
        .iter()
        .zip(edition("2026").columns())
        .flat_map(|(old, new)| {
            old.nodes().zip(new.nodes()).map(|(old, new)| (new.index, old, new)).zip([new.indicator; 8])
        })
        .filter(|((_, old, new), _)| old != new)
        .map(|((index, old, new), indicator)| {
            (indicator.symbol(), index, old.concentration.mantissa(), new.concentration.mantissa())
        })
        .collect();
    assert_eq!(changed, [("PM10", 100, 150, 120), ("PM2.5", 100, 75, 60)]);
}

#[test]
fn entries_of_the_reports() {
    let entries =
        |name, report| edition(name).entries(report).map(|rule| rule.entry.code()).collect::<Vec<_>>();
    assert_eq!(entries("2012", Report::Daily), ["so2", "no2", "co", "o3_1h", "o3_8h", "pm10", "pm25"]);
    assert_eq!(entries("2026", Report::Daily), ["so2", "no2", "co", "o3_8h", "pm10", "pm25"]);
    for name in ["2012", "2026"] {
        assert_eq!(entries(name, Report::Hourly), ["so2", "no2", "co", "o3_1h", "pm10", "pm25"]);
    }
    for standard in Hj633::all() {
        for report in [Report::Daily, Report::Hourly] {
            for rule in standard.entries(report) {
                assert!(standard.column(rule.entry.indicator(), rule.column).is_some());
                assert_eq!(rule.places, u8::from(rule.entry.code() == "co"));
                assert!(rule.confirmation < Confirmation::C && rule.digits_confirmation < Confirmation::C);
            }
        }
    }
}

#[test]
fn categories_leave_no_index_out() {
    for standard in Hj633::all() {
        let categories = standard.categories();
        assert_eq!(categories.len(), 6);
        assert!(categories.windows(2).all(|pair| pair[0].high.unwrap() + 1 == pair[1].low));
        for index in 0..=500 {
            let category = standard.category(index).unwrap();
            assert!(index == 0 || category.low <= index, "{index}");
            assert!(category.high.is_none_or(|high| index <= high), "{index}");
        }
        for category in categories {
            assert_eq!(category.level.zh(), category.category_zh);
            assert_eq!(category.level.level_zh(), category.level_zh);
            assert!(category.level.en().eq_ignore_ascii_case(category.category_en));
            assert_eq!((category.hex.len(), category.hex.starts_with('#')), (7, true));
        }
    }
}

#[test]
fn only_2026_keeps_an_index_back_and_only_2012_names_exceeding_pollutants() {
    assert!(edition("2012").missing_rule().is_none() && edition("2012").names_exceeding());
    assert!(edition("2026").missing_rule().is_some() && !edition("2026").names_exceeding());
}

/// HJ 633-2026 table 2, in the words of its transcription.
#[test]
fn sensitive_groups_are_those_of_the_print() {
    let standard = edition("2026");
    for (symbol, groups) in [
        ("SO2", "people with asthma; children and adolescents; the elderly"),
        ("NO2", "people with respiratory disease such as asthma; children and adolescents; the elderly"),
        ("CO", "people with cardiovascular disease"),
        (
            "O3",
            "people with respiratory disease such as asthma; children and adolescents; \
             people often active outdoors; the elderly",
        ),
        (
            "PM10",
            "people with respiratory disease such as asthma; people with cardiovascular disease; \
             children and adolescents; people often active outdoors; the elderly",
        ),
        (
            "PM2.5",
            "people with respiratory disease such as asthma; people with cardiovascular disease; \
             children and adolescents; people often active outdoors; the elderly",
        ),
    ] {
        let named: Vec<_> = standard
            .sensitive_groups(Indicator::of(symbol))
            .unwrap()
            .groups()
            .map(SensitiveGroup::en)
            .collect();
        assert_eq!(named.join("; "), groups, "{symbol}");
    }
    assert_eq!(edition("2012").sensitive_groups(Indicator::SO2), None);
}
