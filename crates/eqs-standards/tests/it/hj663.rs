//! HJ 663: every evaluated statistic has a limit and digits.

use eqs_core::{AirGrade, Confirmation, Indicator, Statistic};
use eqs_standards::gb3095::Gb3095;

#[test]
fn every_evaluated_statistic_meets_a_limit_and_digits() {
    let mut evaluated = 0;
    for standard in Gb3095::all().skip(2) {
        let hj663 = standard.evaluated_by().unwrap();
        for indicator in ["SO2", "NO2", "CO", "O3", "PM10", "PM2.5"].map(Indicator::of) {
            let digits = hj663.digits(indicator).unwrap();
            assert_eq!(digits.places, u8::from(indicator == Indicator::CO));
            assert_eq!(digits.confirmation, Confirmation::B);
            for statistic in Statistic::ALL {
                if let Some(averaging) = hj663.limit_for(indicator, *statistic) {
                    let limit = standard.limit(indicator, averaging, AirGrade::Two).unwrap();
                    assert_eq!(limit.quantity.unit, digits.unit);
                    evaluated += 1;
                }
            }
        }
    }
    assert_eq!(evaluated, 4 * 10);
}

#[test]
fn the_edition_goes_with_that_of_gb_3095() {
    for (gb3095, hj663) in
        [("2012", "2013"), ("2012 amended 2018", "2013"), ("2026 transition", "2026"), ("2026 final", "2026")]
    {
        assert_eq!(Gb3095::named(gb3095).unwrap().evaluated_by().unwrap().edition().name, hj663);
    }
    for gb3095 in ["1996", "1996 amended 2000"] {
        assert_eq!(Gb3095::named(gb3095).unwrap().evaluated_by(), None);
    }
}
