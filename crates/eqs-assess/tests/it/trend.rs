//! Trends: vectors, critical values by counting, sums that stay exact.

use std::collections::BTreeMap;

use eqs_assess::trend::{Significance, Trend, TrendError, spearman, theil_sen};
use eqs_core::{Decimal, Fraction, Rounding};

use crate::vectors;

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/trend-vectors.csv"));
    assert_eq!(vectors::counts(&vectors), [("spearman", 6)].into());
    for vector in &vectors {
        let input: serde_json::Value = serde_json::from_str(vector.column("input_json")).unwrap();
        let expected: serde_json::Value = serde_json::from_str(vector.column("expected_json")).unwrap();
        let value =
            |value: &serde_json::Value| value.as_str().unwrap().parse::<Decimal>().unwrap().to_fraction();
        let values: Vec<Fraction> = input["series"].as_array().unwrap().iter().map(value).collect();
        let found = spearman(&values).unwrap();
        assert_eq!(found.periods as u64, expected["n"].as_u64().unwrap(), "{}", vector.id);
        assert_eq!(found.squares.to_string(), expected["sum_d2"].to_string(), "{}", vector.id);
        let printed: Decimal = expected["rs"].as_str().unwrap().parse().unwrap();
        let rounded = found.coefficient.round(printed.places().cast_signed(), Rounding::HalfEven).unwrap();
        assert_eq!(rounded, printed, "{}", vector.id);
        let critical = found.critical.unwrap().at_5_percent.round(3, Rounding::HalfEven).unwrap();
        assert_eq!(critical.to_string(), expected["wp_0.05"].as_str().unwrap(), "{}", vector.id);
        assert_eq!(
            found.trend(Significance::FivePercent).unwrap().code(),
            expected["direction"].as_str().unwrap(),
            "{}",
            vector.id
        );
    }
}

/// How many orders of `n` ranks have each Σd² up to `most`: rank after rank, over the sets of times that are taken.
fn orders(n: usize, most: usize) -> Vec<u64> {
    let mut of_sets = BTreeMap::from([(0_u32, vec![0_u64; most + 1])]);
    of_sets.get_mut(&0).unwrap()[0] = 1;
    for rank in 0..n {
        let mut next = BTreeMap::new();
        for (set, ways) in of_sets {
            for time in (0..n).filter(|time| set >> time & 1 == 0) {
                let square = rank.abs_diff(time).pow(2);
                let sums: &mut Vec<u64> = next.entry(set | 1 << time).or_insert_with(|| vec![0; most + 1]);
                for (sum, ways) in sums.iter_mut().skip(square).zip(&ways) {
                    *sum += ways;
                }
            }
        }
        of_sets = next;
    }
    of_sets.into_values().next().unwrap()
}

/// That up to the critical Σd² not more than the share of all orders lies, and up to the next one more.
fn check_critical_values(n: usize) {
    let values: Vec<Fraction> = (0_i64..).take(n).map(Fraction::from).collect();
    let critical = spearman(&values).unwrap().critical.unwrap();
    let whole = Fraction::new((n * n * n - n) as i128, 6).unwrap();
    let squares = [critical.at_5_percent, critical.at_1_percent].map(|critical| {
        let squares = Fraction::from(1).checked_sub(critical).unwrap().checked_mul(whole).unwrap();
        usize::try_from(squares.numerator()).unwrap()
    });
    let orders = orders(n, squares[0] + 2);
    let all: u128 = (1..=n as u128).product();
    for (squares, share) in squares.into_iter().zip([20, 100]) {
        let up_to = |squares: usize| u128::from(orders[..=squares].iter().sum::<u64>());
        assert!(up_to(squares) * share <= all, "{n}");
        assert!(up_to(squares + 2) * share > all, "{n}"); // Σd² is even
    }
}

#[test]
fn critical_values_are_the_least_significant_ones() {
    for n in 5..=14 {
        check_critical_values(n);
    }
}

/// Up to 20! orders: some twenty seconds and two gigabytes with `--release`.
#[test]
#[ignore = "needs two gigabytes"]
fn critical_values_of_many_periods_are_the_least_significant_ones() {
    for n in 15..=20 {
        check_critical_values(n);
    }
}

/// Exact values that were worked out elsewhere, by another program.
#[test]
fn critical_values_as_printed() {
    for (n, at_5_percent, at_1_percent) in [
        (5, "0.9000", "1.0000"),
        (6, "0.8286", "0.9429"),
        (7, "0.7143", "0.8929"),
        (8, "0.6429", "0.8333"),
        (9, "0.6000", "0.7833"),
        (10, "0.5636", "0.7455"),
        (12, "0.5035", "0.6783"),
        (14, "0.4637", "0.6264"),
    ] {
        let values: Vec<Fraction> = (0..n).map(Fraction::from).collect();
        let critical = spearman(&values).unwrap().critical.unwrap();
        let printed = |value: Fraction| value.round(4, Rounding::HalfEven).unwrap().to_string();
        assert_eq!(printed(critical.at_5_percent), at_5_percent, "{n}");
        assert_eq!(printed(critical.at_1_percent), at_1_percent, "{n}");
    }
}

#[test]
fn a_stricter_level_finds_fewer_trends() {
    // Σd² of 6: significant at 0.05, where 6 is the most, and not at 0.01, where 2 is.
    let found = spearman(&[2, 1, 4, 3, 6, 5].map(Fraction::from)).unwrap();
    assert_eq!(found.squares, Fraction::from(6));
    assert_eq!(found.trend(Significance::FivePercent), Some(Trend::Rising));
    assert_eq!(found.trend(Significance::OnePercent), Some(Trend::NotSignificant));
}

#[test]
fn what_has_no_trend() {
    assert_eq!(spearman(&[Fraction::ZERO]), Err(TrendError::TooFew(1)));
    let four = spearman(&[1, 2, 3, 4].map(Fraction::from)).unwrap();
    assert_eq!((four.coefficient, four.trend(Significance::FivePercent)), (Fraction::from(1), None));
    let many: Vec<Fraction> = (0..21).map(Fraction::from).collect();
    assert_eq!(spearman(&many[..20]).unwrap().trend(Significance::OnePercent), Some(Trend::Rising));
    assert_eq!(spearman(&many).unwrap().trend(Significance::OnePercent), None);
    let ties = spearman(&[5, 5, 4, 3, 2].map(Fraction::from)).unwrap();
    assert_eq!((ties.squares.to_string().as_str(), ties.critical), ("77/2", None));
    assert!(ties.has_ties);
    let up = spearman(&[1, 2, 3, 4, 5].map(Fraction::from)).unwrap();
    assert_eq!(up.trend(Significance::FivePercent), Some(Trend::Rising));
    assert_eq!(theil_sen(&[(2020, Fraction::ZERO)]), None);
    assert_eq!(theil_sen(&[(2020, Fraction::ZERO), (2020, Fraction::from(1))]), None);
    let line: Vec<_> = (0..7).map(|year| (2020 + year, Fraction::new(year.into(), 3).unwrap())).collect();
    assert_eq!(theil_sen(&line), Fraction::new(1, 3));
}
