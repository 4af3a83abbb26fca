//! The composite index.

use eqs_assess::air::{CompositeError, CompositeRule, Concentration, composite, ranks};
use eqs_core::{Fraction, Indicator, Pollutants, Quantity, Unit};
use eqs_standards::gb3095::Gb3095;

use super::standard;

#[test]
fn what_has_no_composite_index() {
    let of = |symbol: &str, unit| {
        Concentration::printed(symbol.parse().unwrap(), Quantity::parse("1", unit).unwrap())
    };
    let mut given: Vec<_> =
        ["SO2", "NO2", "O3", "PM10", "PM2.5"].map(|symbol| of(symbol, Unit::UG_PER_M3)).into();
    let index = |given: &[Concentration]| composite(given, standard(), CompositeRule::SumOfSix);
    let co = [Indicator::CO].into_iter().collect::<Pollutants>();
    assert_eq!(index(&given).unwrap_err(), CompositeError::Missing(co));
    given.push(of("CO", Unit::MG_PER_L));
    let (indicator, given_unit, expected) = (Indicator::CO, Unit::MG_PER_L, Unit::MG_PER_M3);
    assert_eq!(index(&given).unwrap_err(), CompositeError::Unit { indicator, given: given_unit, expected });
    given[5] = of("CO", Unit::MG_PER_M3);
    assert!(index(&given).is_ok());
    given.push(of("NO2", Unit::UG_PER_M3));
    assert_eq!(index(&given).unwrap_err(), CompositeError::Twice(Indicator::NO2));
    let new = Gb3095::named("1996 amended 2000").unwrap();
    let error = composite(&given[..6], new, CompositeRule::SumOfSix).unwrap_err();
    assert_eq!(error, CompositeError::NoLimit(Indicator::O3));
    given[0].value = Fraction::from(-1);
    assert_eq!(index(&given).unwrap_err(), CompositeError::Negative(given[0].indicator));
    assert_eq!(ranks::<i32>(&[]), [0; 0]);
    assert_eq!(ranks(&[Fraction::new(1, 3), Fraction::new(2, 6), None]), [2, 2, 1]);
}
