//! Gases at 273 K, at 298.15 K and as parts per billion.

use std::cmp::Ordering;

use eqs_core::{
    Decimal, Fraction, GasConcentration, GasError, Indicator, Quantity, ReferenceState, Rounding, Unit,
};
use proptest::prelude::*;
use proptest::sample::select;

use ReferenceState::{Ambient, Reference, Standard};

const PPB: Unit = Unit::of("ppb");
const GASES: [Indicator; 5] =
    [Indicator::SO2, Indicator::NO2, Indicator::CO, Indicator::O3, Indicator::of("NOx")];

fn mass(gas: Indicator, value: &str, unit: Unit, state: ReferenceState) -> GasConcentration {
    GasConcentration::new(gas, Quantity::parse(value, unit).unwrap(), state).unwrap()
}

/// Micrograms per cubic metre of a mixing ratio.
fn micrograms(gas: Indicator, ratio: &str, unit: Unit, state: ReferenceState) -> Fraction {
    let ratio = Quantity::parse(ratio, unit).unwrap();
    GasConcentration::from_mixing_ratio(gas, ratio, state).unwrap()
}

#[test]
fn warmer_air_holds_less_by_the_quotient_of_the_temperatures() {
    for gas in GASES {
        let one = |state| mass(gas, "1", Unit::MG_PER_M3, state);
        assert_eq!(one(Standard).at(Reference).ok(), Fraction::new(5460, 5963));
        assert_eq!(one(Reference).at(Standard).ok(), Fraction::new(5963, 5460));
        assert_eq!(one(Reference).at(Reference).ok(), Fraction::new(1, 1));
    }
}

/// Micrograms per cubic metre of one part per billion, as textbooks have them.
#[test]
fn densities_are_those_of_textbooks() {
    for (symbol, places, at_298, at_273) in [
        ("SO2", 2, "2.62", "2.86"),
        ("NO2", 2, "1.88", "2.05"),
        ("NOx", 2, "1.88", "2.05"),
        ("O3", 2, "1.96", "2.14"),
        ("CO", 3, "1.145", "1.250"),
    ] {
        for (state, expected) in [(Reference, at_298), (Standard, at_273)] {
            let density = micrograms(Indicator::of(symbol), "1", PPB, state);
            let rounded = density.round(places, Rounding::HalfEven).unwrap();
            assert_eq!(rounded.to_string(), expected, "{symbol} at {state}");
        }
    }
}

#[test]
fn a_thousandfold_unit_says_the_same() {
    let (ppm, small, large) = (Unit::of("ppm"), Unit::UG_PER_M3, Unit::MG_PER_M3);
    for gas in GASES {
        for state in [Standard, Reference] {
            let (one, other) = (mass(gas, "160", small, state), mass(gas, "0.160", large, state));
            assert_eq!(one.compare(other), Ok(Ordering::Equal));
            assert_eq!(one.mixing_ratio().unwrap(), other.mixing_ratio().unwrap());
            assert_eq!(micrograms(gas, "82", PPB, state), micrograms(gas, "0.082", ppm, state));
        }
    }
}

#[test]
fn figures_of_one_gas_at_one_state_are_ordered() {
    let ozone = |value, state| mass(Indicator::O3, value, Unit::UG_PER_M3, state);
    assert_eq!(ozone("159", Reference).compare(ozone("160", Reference)), Ok(Ordering::Less));
    for (one, other) in [(Standard, Reference), (Reference, Standard), (Ambient, Reference)] {
        assert_eq!(ozone("159", one).compare(ozone("160", other)), Err(GasError::States { one, other }));
    }
}

#[test]
fn the_message_lists_every_gas_and_nothing_else_is_one() {
    let air = Quantity::parse("35", Unit::UG_PER_M3).unwrap();
    let is_gas = |indicator: &Indicator| GasConcentration::new(*indicator, air, Reference).is_ok();
    let gases: Vec<_> = Indicator::all().filter(is_gas).map(Indicator::symbol).collect();
    let message = GasError::NoGas(Indicator::PM10).to_string();
    let (_, listed) = message.split_once("the gases ").unwrap();
    assert_eq!(listed.split(", ").collect::<Vec<_>>(), gases);
    assert!(Indicator::all().filter(is_gas).eq(GASES));
}

#[test]
fn nothing_is_known_about_the_time_of_monitoring() {
    let ozone = mass(Indicator::O3, "160", Unit::UG_PER_M3, Ambient);
    for state in [Standard, Reference, Ambient] {
        assert_eq!(ozone.at(state), Err(GasError::UnknownState));
    }
    assert_eq!(ozone.mixing_ratio(), Err(GasError::UnknownState));
    assert_eq!(ozone.compare(ozone), Err(GasError::UnknownState));
    let ratio = Quantity::parse("80", PPB).unwrap();
    let result = GasConcentration::from_mixing_ratio(Indicator::O3, ratio, Ambient);
    assert_eq!(result, Err(GasError::UnknownState));
}

proptest! {
    /// Multiples of 5963 at 273 K are decimals at 298.15 K, too.
    #[test]
    fn to_the_other_state_and_back_is_the_identity(
        gas in select(&GASES), multiple in 1_i64..1_000_000, places in 0_u8..=6,
    ) {
        let decimals = [Decimal::new(5963 * multiple, places), Decimal::new(5460 * multiple, places)];
        let [cold, warm] = decimals.map(|value| Quantity::new(value, Unit::UG_PER_M3));
        let cold = GasConcentration::new(gas, cold, Standard)?;
        let warm = GasConcentration::new(gas, warm, Reference)?;
        prop_assert_eq!(cold.at(Reference)?, warm.quantity().value.to_fraction());
        prop_assert_eq!(warm.at(Standard)?, cold.quantity().value.to_fraction());
        prop_assert_eq!(cold.mixing_ratio()?, warm.mixing_ratio()?);
    }

    #[test]
    fn to_the_mixing_ratio_and_back_is_the_identity(
        gas in select(&GASES), state in select(&[Standard, Reference]), digits in 0_i64..1_000_000, places in 0_u8..=4,
    ) {
        let ppb = Quantity::new(Decimal::new(digits, places), PPB);
        let one = mass(gas, "1", Unit::UG_PER_M3, state);
        let there = GasConcentration::from_mixing_ratio(gas, ppb, state)?;
        prop_assert_eq!(there.checked_mul(one.mixing_ratio()?), Some(ppb.value.to_fraction()));
    }
}
