//! Laws that hold for every value.

use std::cmp::Ordering;
use std::hash::{BuildHasher, RandomState};

use chrono::Datelike;
use eqs_core::{
    Confirmation, Decimal, Edition, Fraction, Indicator, NaiveDate, Quantity, QuantityError, Rounding,
    Timeline, Unit, strategy,
};
use proptest::collection::btree_set;
use proptest::prelude::*;
use proptest::sample::select;

const ROUNDINGS: [Rounding; 4] = [Rounding::HalfEven, Rounding::HalfUp, Rounding::Up, Rounding::Truncate];
const DIGITS: i64 = 999_999_999_999_999_999;

/// Every decimal that there is, long ones as often as short ones.
fn decimal() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![-999_i64..=999, -DIGITS..=DIGITS];
    (mantissa, 0_u8..=18).prop_map(|(mantissa, places)| Decimal::new(mantissa, places))
}

/// Fractions whose terms are small enough for the naive computation.
fn terms() -> impl Strategy<Value = (i128, i128)> {
    (-10_000_i128..=10_000, prop_oneof![-10_000_i128..=-1, 1_i128..=10_000])
}

fn fraction() -> impl Strategy<Value = Fraction> {
    terms().prop_map(|(numerator, denominator)| Fraction::new(numerator, denominator).unwrap())
}

fn timeline() -> impl Strategy<Value = Timeline> {
    btree_set(strategy::day(), 1..8).prop_map(|days| {
        let editions = days.into_iter().enumerate().map(|(index, first_day)| Edition {
            standard: "GB 0",
            name: ["a", "b", "c", "d", "e", "f", "g", "h"][index],
            title_zh: "标准",
            title_en: "standard",
            issued: None,
            first_day,
            replaces: "",
            read_at: "",
            confirmation: Confirmation::C,
            checked_on: first_day,
        });
        Timeline::new(Vec::leak(editions.collect()))
    })
}

/// |`fraction`|.
fn magnitude(fraction: Fraction) -> Fraction {
    if fraction.is_negative() { Fraction::ZERO.checked_sub(fraction).unwrap() } else { fraction }
}

/// Small terms as they are, for the computation with a common denominator and without lowest terms.
fn naive(fraction: Fraction) -> (i128, i128) {
    (fraction.numerator(), fraction.denominator())
}

proptest! {
    #[test]
    fn parsing_what_was_displayed_gives_the_same_print(value in decimal()) {
        let parsed: Decimal = value.to_string().parse()?;
        prop_assert_eq!(parsed, value);
        prop_assert_eq!(parsed.places(), value.places());
    }

    #[test]
    fn rounding_twice_to_the_same_places_is_rounding_once(
        value in decimal(), places in -18_i8..=18, rounding in select(&ROUNDINGS),
    ) {
        if let Ok(once) = value.round(places, rounding) {
            let twice = once.round(places, rounding)?;
            prop_assert_eq!(twice.to_string(), once.to_string());
            prop_assert_eq!(once.places(), places.max(0).unsigned_abs());
        }
    }

    #[test]
    fn rounding_moves_by_less_than_a_unit_and_to_the_nearest_by_half_of_one(
        value in decimal(), places in 0_u8..=9, rounding in select(&ROUNDINGS),
    ) {
        let unit = Decimal::new(1, places).to_fraction();
        let Ok(rounded) = value.round(places.cast_signed(), rounding) else { return Ok(()) };
        let moved = magnitude(rounded.to_fraction().checked_sub(value.to_fraction()).unwrap());
        prop_assert!(moved < unit, "{} -> {}", value, rounded);
        if matches!(rounding, Rounding::HalfEven | Rounding::HalfUp) {
            prop_assert!(moved.checked_add(moved).unwrap() <= unit, "{} -> {}", value, rounded);
        }
    }

    #[test]
    fn an_exact_half_goes_to_the_even_digit(kept in -1_000_000_i64..=1_000_000, places in 0_u8..=9) {
        let half = if kept < 0 { -5 } else { 5 };
        let rounded = Decimal::new(kept * 10 + half, places + 1).round(places.cast_signed(), Rounding::HalfEven)?;
        prop_assert_eq!(rounded.mantissa() % 2, 0);
        prop_assert!((rounded.mantissa() - kept).abs() <= 1);
    }

    #[test]
    fn rounding_up_never_shrinks_the_magnitude_and_truncating_never_grows_it(
        value in decimal(), places in -9_i8..=9,
    ) {
        let truncated = value.round(places, Rounding::Truncate);
        if let Ok(up) = value.round(places, Rounding::Up) {
            prop_assert!(up.abs() >= value.abs());
            prop_assert!(value.abs() >= truncated?.abs());
        }
    }

    #[test]
    fn rounding_keeps_the_order(
        a in decimal(), b in decimal(), places in -9_i8..=9, rounding in select(&ROUNDINGS),
    ) {
        if let (Ok(low), Ok(high)) = (a.min(b).round(places, rounding), a.max(b).round(places, rounding)) {
            prop_assert!(low <= high);
        }
    }

    #[test]
    fn significant_digits_are_as_many_as_asked_for(
        value in decimal(), digits in 1_u8..=9, rounding in select(&ROUNDINGS),
    ) {
        let Ok(rounded) = value.round_significant(digits, rounding) else { return Ok(()) };
        if rounded.places() > 0 && !value.is_zero() {
            let printed = rounded.mantissa().abs().to_string();
            prop_assert_eq!(printed.len(), usize::from(digits), "{} -> {}", value, rounded);
        }
    }

    #[test]
    fn decimals_are_ordered_as_their_fractions(a in decimal(), b in decimal()) {
        prop_assert_eq!(a.cmp(&b), a.to_fraction().cmp(&b.to_fraction()));
        prop_assert_eq!(a == b, a.to_fraction() == b.to_fraction());
    }

    #[test]
    fn equal_decimals_hash_alike(value in strategy::decimal(0..=6, 1_000), more in 0_u8..=6) {
        let longer = value.round((value.places() + more).cast_signed(), Rounding::Truncate)?;
        let hashes = RandomState::new();
        prop_assert_eq!(longer, value);
        prop_assert_eq!(hashes.hash_one(longer), hashes.hash_one(value));
    }

    #[test]
    fn what_was_added_can_be_taken_away(a in decimal(), b in decimal()) {
        let sum = a.to_fraction().checked_add(b.to_fraction()).unwrap();
        if let Some(added) = a.checked_add(b) {
            prop_assert_eq!(added.to_fraction(), sum);
            prop_assert_eq!(b.checked_add(a), Some(added));
            // At the places of the sum, the first addend may need a digit too many.
            prop_assert!(added.checked_sub(b).is_none_or(|back| back == a));
            prop_assert!(a.places() < b.places() || added.checked_sub(b) == Some(a));
        }
    }

    #[test]
    fn fractions_compute_like_a_naive_computation(a in fraction(), b in fraction()) {
        let ((p, q), (r, s)) = (naive(a), naive(b));
        prop_assert_eq!(a.checked_add(b), Fraction::new(p * s + r * q, q * s));
        prop_assert_eq!(a.checked_sub(b), Fraction::new(p * s - r * q, q * s));
        prop_assert_eq!(a.checked_mul(b), Fraction::new(p * r, q * s));
        prop_assert_eq!(a.checked_div(b), Fraction::new(p * s, q * r));
        prop_assert_eq!(a.cmp(&b), (p * s).cmp(&(r * q)));
        let quotient = p.div_euclid(q);
        prop_assert_eq!(a.round(0, if p < 0 { Rounding::Up } else { Rounding::Truncate })?.to_string(), quotient.to_string());
    }

    #[test]
    fn fractions_are_in_lowest_terms((numerator, denominator) in terms()) {
        let fraction = Fraction::new(numerator, denominator).unwrap();
        prop_assert_eq!(fraction.numerator() * denominator, numerator * fraction.denominator());
        prop_assert!(fraction.denominator() > 0);
        let divides = |divisor: i128| fraction.numerator() % divisor == 0 && fraction.denominator() % divisor == 0;
        prop_assert!(!(2..=fraction.denominator()).any(divides));
    }

    #[test]
    fn the_order_is_total(a in decimal(), b in decimal(), c in decimal()) {
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&a), Ordering::Equal);
        let mut sorted = [a, b, c];
        sorted.sort();
        prop_assert!(sorted[0] <= sorted[1] && sorted[1] <= sorted[2] && sorted[0] <= sorted[2]);
    }

    #[test]
    fn converting_there_and_back_is_the_identity(
        value in strategy::decimal(0..=6, 1_000_000), from in unit(), to in unit(),
    ) {
        let given = Quantity::new(value, from);
        match given.convert_to(to) {
            Ok(there) => {
                prop_assert!(from.converts_to(to));
                prop_assert_eq!(there.unit, to);
                prop_assert_eq!(given.compare(there), Ok(Ordering::Equal));
                let back = there.convert_to(from)?;
                prop_assert_eq!(back, given);
                // A mu is no decimal part of a hectare, so that printed places say nothing there.
                if there.value.places() > 0 && ![from, to].contains(&Unit::of("10^4mu")) {
                    prop_assert_eq!(back.to_string(), given.to_string(), "by {}", there);
                }
            }
            Err(QuantityError::Unit(mismatch)) => {
                prop_assert_eq!((mismatch.given, mismatch.expected), (from, to));
                prop_assert_eq!(given.compare(Quantity::new(value, to)), Err(mismatch));
            }
            Err(QuantityError::Inexact { .. }) => prop_assert!(from.converts_to(to)),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }

    #[test]
    fn every_day_has_the_last_edition_that_has_begun(timeline in timeline(), day in strategy::day()) {
        let begun = timeline.editions().iter().rfind(|edition| edition.first_day <= day);
        match timeline.on(day) {
            Ok(edition) => {
                prop_assert_eq!(Some(edition), begun);
                prop_assert!(timeline.last_day(edition).is_none_or(|last_day| day <= last_day));
            }
            Err(not_in_force) => {
                prop_assert_eq!(begun, None);
                prop_assert_eq!(not_in_force.day, day);
                prop_assert_eq!(not_in_force.first_day, Some(timeline.editions()[0].first_day));
            }
        }
    }

    #[test]
    fn an_edition_ends_on_the_day_before_the_next_one(timeline in timeline()) {
        for pair in timeline.editions().windows(2) {
            let last_day = timeline.last_day(&pair[0]).unwrap();
            prop_assert_eq!(last_day.succ_opt(), Some(pair[1].first_day));
            prop_assert_eq!(timeline.on(last_day), Ok(&pair[0]));
            prop_assert_eq!(timeline.on(pair[1].first_day), Ok(&pair[1]));
        }
        let last = timeline.editions().last().unwrap();
        prop_assert_eq!(timeline.last_day(last), None);
        prop_assert_eq!(timeline.on(NaiveDate::MAX), Ok(last));
        for edition in timeline.editions() {
            prop_assert_eq!(timeline.named(edition.name), Ok(edition));
        }
    }

    #[test]
    fn strategies_keep_their_word(
        value in strategy::decimal(1..=2, 35), indicator in strategy::indicator(), day in strategy::day(),
    ) {
        prop_assert!(value <= Decimal::from(35) && !value.is_negative());
        prop_assert!((1..=2).contains(&value.places()));
        prop_assert_eq!(Indicator::from_symbol(indicator.symbol()), Some(indicator));
        prop_assert!((1990..2060).contains(&day.year()));
    }
}

/// A unit that shares its kind with another one, so that pairs often convert.
fn unit() -> impl Strategy<Value = Unit> {
    select(vec![
        Unit::UG_PER_M3,
        Unit::MG_PER_M3,
        Unit::UG_PER_L,
        Unit::MG_PER_L,
        Unit::of("ng/kg"),
        Unit::of("mg/kg"),
        Unit::of("Hz"),
        Unit::of("GHz"),
        Unit::of("cm"),
        Unit::of("m"),
        Unit::of("km"),
        Unit::of("hm²"),
        Unit::of("10^4mu"),
    ])
}
