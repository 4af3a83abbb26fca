//! Shares of classes: vectors, measures that do not mix, what does not add up.

use eqs_assess::class_shares::{ClassGroup, ClassSharesError, class_shares};
use eqs_assess::share::{Share, ShareError};
use eqs_core::{Decimal, Fraction, Quantity, Statistic, Unit, WaterGrade};
use proptest::prelude::*;
use serde_json::Value;

pub(crate) fn vector(id: &str, input: &Value, expected: &Value) {
    let (statistic, unit) = match input["measure"].as_str().unwrap() {
        "river_length_km" => (Statistic::ShareOfRiverLength, "km"),
        "lake_area_10k_m2" => (Statistic::ShareOfLakeArea, "hm²"),
        "reservoir_storage_1e8_m3" => (Statistic::ShareOfStorage, "10^8m³"),
        other => panic!("{other}"),
    };
    let amount = |(grade, amount): (&String, &Value)| {
        let amount = Quantity::parse(amount.as_str().unwrap(), Unit::of(unit)).unwrap();
        (grade.parse::<WaterGrade>().unwrap(), amount)
    };
    let amounts: Vec<_> = input["by_class"].as_object().unwrap().iter().map(amount).collect();
    let shares = class_shares(statistic, &amounts).unwrap();
    for group in ClassGroup::ALL {
        let printed: Decimal = expected[group.code()].as_str().unwrap().parse().unwrap();
        assert_eq!(shares.group(*group).printed(), Ok(printed), "{id} {group}");
        assert_eq!(shares.group(*group).statistic(), statistic);
    }
    assert_eq!(shares.printed_add_up(), Some(true), "{id}");
}

fn one(unit: &str) -> Quantity {
    Quantity::parse("1", Unit::of(unit)).unwrap()
}

#[test]
fn each_measure_has_its_kind_of_unit() {
    let measures = [
        (Statistic::ShareOfSections, "count"),
        (Statistic::ShareOfReservoirs, "count"),
        (Statistic::ShareOfRiverLength, "m"),
        (Statistic::ShareOfLakeArea, "km²"),
        (Statistic::ShareOfStorage, "10^4m³"),
    ];
    for (statistic, own) in measures {
        for (_, unit) in measures {
            let shares = class_shares(statistic, &[(WaterGrade::IV, one(unit))]);
            if Unit::of(unit).converts_to(Unit::of(own)) {
                assert_eq!(shares.unwrap().grade(WaterGrade::IV).percent(), Fraction::from(100));
            } else {
                assert!(matches!(shares, Err(ClassSharesError::Unit { .. })), "{statistic} {unit}");
            }
        }
    }
    let days = class_shares(Statistic::ShareOfDays, &[(WaterGrade::I, one("d"))]);
    assert_eq!(days, Err(ClassSharesError::NoMeasure(Statistic::ShareOfDays)));
}

#[test]
fn what_has_no_shares() {
    let sections = |amounts: &[(WaterGrade, Quantity)]| class_shares(Statistic::ShareOfSections, amounts);
    assert_eq!(sections(&[]), Err(ClassSharesError::Nothing));
    let amount = |text| Quantity::parse(text, Unit::COUNT).unwrap();
    assert_eq!(sections(&[(WaterGrade::I, amount("0"))]), Err(ClassSharesError::Nothing));
    for bad in ["-1", "0.5"] {
        assert_eq!(sections(&[(WaterGrade::I, amount(bad))]), Err(ClassSharesError::Impossible(amount(bad))));
    }
}

#[test]
fn units_of_one_kind_add_up() {
    let reaches =
        [(WaterGrade::II, one("km")), (WaterGrade::V, Quantity::parse("3000", Unit::of("m")).unwrap())];
    let shares = class_shares(Statistic::ShareOfRiverLength, &reaches).unwrap();
    assert_eq!(shares.group(ClassGroup::IVToV).percent(), Fraction::from(75));
}

#[test]
fn shares_are_of_one_whole_and_within_it() {
    let share = |statistic, percent| Share::new(statistic, Fraction::new(percent, 10).unwrap());
    let (length, area) = (Statistic::ShareOfRiverLength, Statistic::ShareOfLakeArea);
    assert!(share(length, 0).is_ok() && share(length, 1000).is_ok());
    for outside in [-1, 1001] {
        let percent = Fraction::new(outside, 10).unwrap();
        assert_eq!(share(length, outside), Err(ShareError::Impossible(percent)));
    }
    assert_eq!(share(Statistic::Days, 10), Err(ShareError::NoShare(Statistic::Days)));
    let (one, other) = (share(length, 752).unwrap(), share(area, 561).unwrap());
    assert_eq!(one.points_since(other), Err(ShareError::Unlike(length, area)));
}

proptest! {
    /// The exact shares add up to 100, in whatever order, and groups to their grades.
    #[test]
    fn exact_shares_add_up(mut amounts in prop::collection::vec((0_usize..6, 1_i64..100_000), 1..20)) {
        let shares = |amounts: &[(usize, i64)]| {
            let amounts: Vec<_> = amounts
                .iter()
                .map(|(grade, amount)| (WaterGrade::ALL[*grade], Quantity::new(Decimal::new(*amount, 1), Unit::of("km"))))
                .collect();
            class_shares(Statistic::ShareOfRiverLength, &amounts).unwrap()
        };
        let one = shares(&amounts);
        let add = |sum: Fraction, share: Share| sum.checked_add(share.percent()).unwrap();
        let of_groups = ClassGroup::ALL.iter().map(|group| one.group(*group)).fold(Fraction::ZERO, add);
        prop_assert_eq!(of_groups, Fraction::from(100));
        let good = WaterGrade::ALL[..3].iter().map(|grade| one.grade(*grade)).fold(Fraction::ZERO, add);
        prop_assert_eq!(good, one.group(ClassGroup::IToIII).percent());
        amounts.reverse();
        prop_assert_eq!(one, shares(&amounts));
    }
}
