//! Every error that this crate can answer with, produced once, with its message.

use std::error::Error;

use eqs_core::vocabulary::UnknownTerm;
use eqs_core::{
    Confirmation, Decimal, DecimalError, DecimalOverflow, Edition, Fraction, GasConcentration, GasError,
    Indicator, NaiveDate, NotInForce, Place, Quantity, QuantityError, ReferenceState, Rounding, Timeline,
    Unit, UnitMismatch, UnknownEdition, UnknownIndicator, UnknownPlace, UnknownUnit, WaterBody,
};

/// The result is an error of this type, with this message.
#[track_caller]
fn check<E: Error + Clone, T: std::fmt::Debug>(result: Result<T, E>, message: &str) -> E {
    let error = result.unwrap_err();
    assert_eq!(error.to_string(), message);
    error
}

#[test]
fn decimal_error() {
    let error = check(Decimal::parse(""), "empty, expected a decimal number");
    assert_eq!(error, DecimalError::Empty);

    let message = "not a decimal number (expected digits with at most one point, for example 35 or 0.02)";
    assert_eq!(check("1,000".parse::<Decimal>(), message), DecimalError::NotANumber);
    assert_eq!(check(Quantity::parse("1e3", Unit::DAY), message), DecimalError::NotANumber);

    let error = check(Decimal::parse("0.1234567890123456789"), "more than 18 digits");
    assert_eq!(error, DecimalError::TooManyDigits);
    check(Decimal::parse("1234567890123456789"), "more than 18 digits");
}

#[test]
fn decimal_overflow() {
    let message = "the result needs more than 18 digits";
    let long = Decimal::new(999_999_999_999_999_999, 18);
    let _: DecimalOverflow = check(Decimal::try_new(1, 19), message);
    check(Decimal::try_new(1_000_000_000_000_000_000, 0), message);
    check(Decimal::try_new(i64::MIN, 0), message);
    check(Decimal::new(1, 0).round(18, Rounding::HalfEven), message);
    check(Decimal::new(1, 0).round(i8::MIN, Rounding::HalfEven), message);
    check(Fraction::from(i64::MAX).round(0, Rounding::Truncate), message);
    check(long.round_significant(u8::MAX, Rounding::HalfEven), message);
    check(long.round_reported(19, eqs_core::ReportedMark::Larger), message);
    check(long.round_to_part(18, 2), message);
}

#[test]
fn only_halves_and_fifths_of_a_place_have_one_more_place() {
    let value: Decimal = "60.38".parse().unwrap();
    assert_eq!(value.round_to_part(0, 1).unwrap().to_string(), "60.0");
    assert_eq!(value.round_to_part(0, 10).unwrap().to_string(), "60.4");
    for parts in [0, 3, 4, 8, 100] {
        check(value.round_to_part(0, parts), "the result needs more than 18 digits");
    }
}

#[test]
fn unit_mismatch() {
    let air = Quantity::parse("75", Unit::UG_PER_M3).unwrap();
    let error: UnitMismatch = check(
        air.compare(Quantity::parse("75", Unit::UG_PER_L).unwrap()),
        "µg/m³ (mass in air) does not convert to µg/L (mass in water)",
    );
    assert_eq!((error.given, error.expected), (Unit::UG_PER_M3, Unit::UG_PER_L));
    assert_eq!(air.check_unit(Unit::UG_PER_L), Err(error));
}

#[test]
fn quantity_error() {
    let air = Quantity::parse("75", Unit::UG_PER_M3).unwrap();
    let error = check(air.convert_to(Unit::DAY), "µg/m³ (mass in air) does not convert to d (days)");
    assert!(matches!(error, QuantityError::Unit(mismatch) if mismatch.expected == Unit::DAY));

    let land = Quantity::parse("1", Unit::of("10^4mu")).unwrap();
    let error = check(land.convert_to(Unit::of("km²")), "1 10^4mu has no exact decimal in km²");
    assert_eq!(error, QuantityError::Inexact { quantity: land, unit: Unit::of("km²") });
}

#[test]
fn gas_error() {
    let quantity = |value, unit| Quantity::parse(value, unit).unwrap();
    let (air, ppb) = (quantity("160", Unit::UG_PER_M3), quantity("80", Unit::of("ppb")));
    let gas = |gas, state| GasConcentration::new(gas, air, state).unwrap();
    let (standard, reference) = (ReferenceState::Standard, ReferenceState::Reference);
    let ozone = gas(Indicator::O3, reference);

    let error = check(
        GasConcentration::new(Indicator::PM2_5, air, reference),
        "PM2.5 is none of the gases SO2, NO2, CO, O3, NOx",
    );
    assert_eq!(error, GasError::NoGas(Indicator::PM2_5));
    let error = GasConcentration::from_mixing_ratio(Indicator::PM10, ppb, reference).unwrap_err();
    assert_eq!(error, GasError::NoGas(Indicator::PM10));

    let error = check(
        GasConcentration::new(Indicator::O3, quantity("0.16", Unit::MG_PER_L), reference),
        "mg/L (mass in water) does not convert to µg/m³ (mass in air)",
    );
    assert!(matches!(error, GasError::Unit(mismatch) if mismatch.expected == Unit::UG_PER_M3));
    let message = "µg/m³ (mass in air) does not convert to ppb (mixing ratio)";
    check(GasConcentration::from_mixing_ratio(Indicator::O3, air, reference), message);

    let message = "the temperature and pressure at the time of monitoring are not known";
    let error = check(ozone.at(ReferenceState::Ambient), message);
    assert_eq!(error, GasError::UnknownState);

    let error = check(
        ozone.compare(gas(Indicator::O3, standard)),
        "a concentration at 298.15 K is not compared with one at 273 K; convert one of them first",
    );
    assert_eq!(error, GasError::States { one: reference, other: standard });

    let error = check(ozone.compare(gas(Indicator::SO2, reference)), "O3 is not compared with SO2");
    assert_eq!(error, GasError::Gases { one: Indicator::O3, other: Indicator::SO2 });

    let long = quantity("999999999999999989", Unit::of("ppm"));
    let error = check(
        GasConcentration::from_mixing_ratio(Indicator::SO2, long, reference),
        "999999999999999989 ppm has too many digits",
    );
    assert_eq!(error, GasError::TooManyDigits(long));
}

#[test]
fn unknown_ids() {
    let unit: UnknownUnit = check("ppt".parse::<Unit>(), "unknown unit `ppt`");
    assert_eq!(&*unit.text, "ppt");
    check("".parse::<Unit>(), "unknown unit ``");

    let indicator: UnknownIndicator = check("PM3".parse::<Indicator>(), "unknown indicator `PM3`");
    assert_eq!(&*indicator.text, "PM3");
    check("_".parse::<Indicator>(), "unknown indicator `_`");
    check("NOX".parse::<Indicator>(), "unknown indicator `NOX`, did you mean `NOx`?");
    let message = "unknown indicator `二氧化氯`, did you mean `二氧化硫` or `二氧化氮`?";
    check("二氧化氯".parse::<Indicator>(), message);

    let place: UnknownPlace = check("Atlantis".parse::<Place>(), "unknown place `Atlantis`");
    assert_eq!(&*place.text, "Atlantis");

    let term: UnknownTerm = check("sea".parse::<WaterBody>(), "unknown, expected one of river, lake");
    assert_eq!(term.known, ["river", "lake"]);
}

#[test]
fn editions() {
    const fn edition(name: &'static str, first_day: NaiveDate) -> Edition {
        Edition {
            standard: "GB 3095",
            name,
            title_zh: "环境空气质量标准",
            title_en: "Ambient air quality standards",
            issued: None,
            first_day,
            replaces: "",
            read_at: "",
            confirmation: Confirmation::A,
            checked_on: day(2026, 11, 22),
        }
    }
    const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }
    static EDITIONS: [Edition; 2] =
        [edition("2012", day(2016, 1, 1)), edition("2026 transition", day(2026, 3, 1))];
    static TIMELINE: Timeline = Timeline::new(&EDITIONS);

    let error: NotInForce = check(
        TIMELINE.on(day(2015, 12, 31)),
        "no edition of GB 3095 known here is in force on 2015-12-31 (the first begins on 2016-01-01)",
    );
    assert_eq!(error.first_day, Some(day(2016, 1, 1)));

    let error: UnknownEdition =
        check(TIMELINE.named("2026"), "GB 3095 has no edition `2026` here, only `2012`, `2026 transition`");
    assert_eq!((error.standard, &*error.name), ("GB 3095", "2026"));
}
