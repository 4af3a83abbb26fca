//! Strategies for property tests of dependent crates: values as monitoring reports print them.
//!
//! ```
//! use eqs_core::{Unit, strategy};
//! use proptest::{prop_assert_eq, proptest};
//!
//! proptest!(|(mean in strategy::quantity(Unit::MG_PER_M3), day in strategy::day())| {
//!     let converted = mean.convert_to(Unit::UG_PER_M3)?;
//!     prop_assert_eq!(converted.convert_to(Unit::MG_PER_M3)?.value, mean.value, "on {}", day);
//! });
//! ```

use alloc::vec::Vec;
use core::ops::RangeInclusive;

use chrono::NaiveDate;
use proptest::sample::select;
use proptest::strategy::Strategy;

use crate::rounding::power_of_ten;
use crate::{Decimal, Indicator, Quantity, Unit};

/// Decimals from 0 to `max`, evenly spread, printed with any number of `places`.
///
/// Shrinks towards zero and few places. Limits are rarely hit by chance: draw them apart.
///
/// # Panics
/// If `max` with the most places needs more than 18 digits, or if no number of places is given.
#[expect(clippy::expect_used, reason = "documented: a test with such a range must not run")]
#[expect(clippy::arithmetic_side_effects, reason = "10 digits times 10^18 fit, and no divisor is zero")]
pub fn decimal(places: RangeInclusive<u8>, max: u32) -> impl Strategy<Value = Decimal> {
    let most = *places.end();
    let longest = i128::from(max) * power_of_ten(most.min(18));
    let longest = i64::try_from(longest).expect("the largest decimal has at most 18 digits");
    (places, 0..=longest).prop_map(move |(places, mantissa)| {
        let dropped = i64::try_from(power_of_ten(most - places)).expect("at most 18 places");
        Decimal::new(mantissa / dropped, places)
    })
}

/// Quantities in `unit` from 0 to 100,000, printed with up to three places.
pub fn quantity(unit: Unit) -> impl Strategy<Value = Quantity> {
    decimal(0..=3, 100_000).prop_map(move |value| Quantity::new(value, unit))
}

/// Any indicator; shrinks towards the first ones of the registry.
pub fn indicator() -> impl Strategy<Value = Indicator> {
    select(Indicator::all().collect::<Vec<_>>())
}

/// Days from 1990 to 2059: before, within and after the editions that are known; shrinks towards 1990.
pub fn day() -> impl Strategy<Value = NaiveDate> {
    const FIRST: NaiveDate = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap();
    const LAST: NaiveDate = NaiveDate::from_ymd_opt(2059, 12, 31).unwrap();
    (FIRST.to_epoch_days()..=LAST.to_epoch_days())
        .prop_filter_map("a day of the calendar", NaiveDate::from_epoch_days)
}
