//! Trends: vectors, critical values by counting, sums that stay exact.

use eqs_assess::trend::{Trend, TrendError, spearman, theil_sen};
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
        assert_eq!(found.trend().unwrap().code(), expected["direction"].as_str().unwrap(), "{}", vector.id);
    }
}

/// How many orders of `n` ranks have each Σd²: rank after rank, over the sets of times that are taken.
fn orders(n: usize) -> Vec<u64> {
    let most = n * (n * n - 1) / 3;
    let mut of_sets = vec![vec![0_u64; most + 1]; 1 << n];
    of_sets[0][0] = 1;
    for set in 0..1_usize << n {
        let rank = set.count_ones() as usize;
        for time in (0..n).filter(|time| set >> time & 1 == 0) {
            let square = rank.abs_diff(time).pow(2);
            for sum in 0..=most - square {
                let ways = of_sets[set][sum];
                of_sets[set | 1 << time][sum + square] += ways;
            }
        }
    }
    of_sets.pop().unwrap()
}

#[test]
fn critical_values_are_the_least_significant_ones() {
    for n in 5..=10 {
        let values: Vec<Fraction> = (0_i64..).take(n).map(Fraction::from).collect();
        let critical = spearman(&values).unwrap().critical.unwrap();
        let orders = orders(n);
        let all: u64 = orders.iter().sum();
        for (critical, share) in [(critical.at_5_percent, 20), (critical.at_1_percent, 100)] {
            let whole = Fraction::new((n * n * n - n) as i128, 6).unwrap();
            let squares = Fraction::from(1).checked_sub(critical).unwrap().checked_mul(whole).unwrap();
            let squares = usize::try_from(squares.numerator()).unwrap();
            let up_to = |squares: usize| orders[..=squares].iter().sum::<u64>();
            assert!(up_to(squares) * share <= all, "{n}");
            assert!(up_to(squares + 2) * share > all, "{n}"); // Σd² is even
        }
    }
}

#[test]
fn what_has_no_trend() {
    assert_eq!(spearman(&[Fraction::ZERO]), Err(TrendError::TooFew(1)));
    let four = spearman(&[1, 2, 3, 4].map(Fraction::from)).unwrap();
    assert_eq!((four.coefficient, four.trend()), (Fraction::from(1), None));
    let ties = spearman(&[5, 5, 4, 3, 2].map(Fraction::from)).unwrap();
    assert_eq!((ties.squares.to_string().as_str(), ties.trend()), ("77/2", None));
    assert!(ties.has_ties);
    let up = spearman(&[1, 2, 3, 4, 5].map(Fraction::from)).unwrap();
    assert_eq!(up.trend(), Some(Trend::Rising));
    assert_eq!(theil_sen(&[(2020, Fraction::ZERO)]), None);
    assert_eq!(theil_sen(&[(2020, Fraction::ZERO), (2020, Fraction::from(1))]), None);
    let line: Vec<_> = (0..7).map(|year| (2020 + year, Fraction::new(year.into(), 3).unwrap())).collect();
    assert_eq!(theil_sen(&line), Fraction::new(1, 3));
}
