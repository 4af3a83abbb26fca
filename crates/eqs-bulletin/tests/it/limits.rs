//! The limits of the notes, transcribed a second time.

use eqs_bulletin::Bulletin;
use eqs_core::{AirGrade, Averaging};

#[test]
fn both_notes_print_the_same_six_limits() {
    for bulletin in Bulletin::all() {
        let printed: Vec<_> = bulletin
            .printed_limits()
            .iter()
            .map(|limit| (limit.indicator.symbol(), limit.averaging, limit.quantity.to_string()))
            .collect();
        assert_eq!(
            printed,
            [
                ("PM2.5", Averaging::Annual, "35 µg/m³".to_owned()),
                ("SO2", Averaging::Annual, "60 µg/m³".to_owned()),
                ("NO2", Averaging::Annual, "40 µg/m³".to_owned()),
                ("PM10", Averaging::Annual, "70 µg/m³".to_owned()),
                ("CO", Averaging::Day, "4 mg/m³".to_owned()),
                ("O3", Averaging::DailyMax8h, "160 µg/m³".to_owned()),
            ]
        );
        for limit in bulletin.printed_limits() {
            assert_eq!((limit.standard, limit.edition, limit.grade), ("GB 3095", "2012", AirGrade::Two));
            assert_eq!(limit.source.document, bulletin.code);
            assert_eq!(limit.source.line, if bulletin.year == 2021 { 38 } else { 44 });
            assert!(!limit.source.quote.is_empty());
        }
    }
}
