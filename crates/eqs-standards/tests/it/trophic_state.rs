//! The parameters of the trophic level index.

use eqs_core::Fraction;
use eqs_standards::trophic_state::TrophicStates;

#[test]
fn printed_squares_are_the_squares_of_the_printed_correlations() {
    let parameters = TrophicStates::named("2001").unwrap().parameters();
    let mut sum = Fraction::ZERO;
    for row in parameters {
        let r = row.r.to_fraction();
        assert_eq!(r.checked_mul(r), Some(row.r_squared.to_fraction()), "{}", row.indicator);
        sum = sum.checked_add(row.r_squared.to_fraction()).unwrap();
        // Deep sight is the only one that goes with little algae.
        assert_eq!(row.r.is_negative(), row.factor.is_negative(), "{}", row.indicator);
    }
    assert_eq!((parameters.len(), sum.to_decimal().unwrap().to_string().as_str()), (5, "3.7558"));
}
