//! Queries: what is found, what is refused and how, and the limits next to a value.

use std::sync::LazyLock;

use eqs_core::{
    AirTier, Averaging, Confirmation, ConstructionLand, DayNight, Decimal, FarmlandUse, Indicator, Medium,
    NaiveDate, NoiseZone, Quantity, Relation, SoilValue, Unit, WaterBody, WaterClass,
};
use eqs_standards::eqi::Eqi;
use eqs_standards::gb3095::Gb3095;
use eqs_standards::gb3838::Gb3838;
use eqs_standards::who_aqg::WhoAqg;
use eqs_standards::{Limit, Query, QueryError, Standard};
use proptest::prelude::*;

use crate::reading::compiled;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn standard(text: &str) -> &'static Standard {
    text.parse().unwrap()
}

fn on(text: &str) -> Query {
    Query::on(day(text))
}

fn value(limit: &Limit) -> String {
    limit.value().unwrap().to_string()
}

fn message(query: Query) -> String {
    query.find().unwrap_err().to_string()
}

#[test]
fn a_query_without_conditions_finds_all_confirmed_limits() {
    let confirmed = compiled::limits().filter(|limit| limit.confirmation < Confirmation::C);
    assert!(Query::default().iter().eq(confirmed));
    assert!(Query::default().with_unconfirmed().iter().eq(compiled::limits()));
    let eqi = Query::of(Eqi::named("2021").unwrap().edition());
    assert_eq!((eqi.iter().count(), eqi.with_unconfirmed().iter().count()), (0, 9));
}

#[test]
fn the_day_chooses_the_edition() {
    let daily =
        |text| on(text).standard(standard("GB 3095")).indicator(Indicator::PM2_5).averaging(Averaging::Day);
    for (text, limit) in [("2026-02-28", "75 µg/m³"), ("2026-03-01", "60 µg/m³"), ("2031-01-01", "50 µg/m³")]
    {
        assert_eq!(value(&daily(text).tier(AirTier::Two).tightest().unwrap()), limit, "{text}");
    }
    let named = Query::of(Gb3095::named("2026 final").unwrap().edition()).indicator(Indicator::PM2_5);
    assert_eq!(value(&named.averaging(Averaging::Day).tier(AirTier::Two).tightest().unwrap()), "50 µg/m³");
}

/// Each condition finds exactly the limits whose scopes have that word.
#[test]
fn each_condition_sorts_by_its_part_of_the_scope() {
    let all: Vec<Limit> = compiled::limits().filter(|limit| limit.confirmation < Confirmation::C).collect();
    let has = |part: &str| {
        all.iter().filter(|limit| limit.scope.to_string().split(';').any(|own| own == part)).count()
    };
    let query = Query::default();
    let count = |query: Query| query.iter().count();
    assert_eq!(count(query.averaging(Averaging::Annual)), has("averaging=annual"));
    assert_eq!(count(query.tier(AirTier::Pastoral)), has("grade=pastoral") + has("grade=all"));
    assert_eq!(count(query.class(WaterClass::III)), has("class=III"));
    assert_eq!(count(query.land(ConstructionLand::FirstType)), has("land=1"));
    assert_eq!(count(query.soil_value(SoilValue::Intervention)), has("value=intervention"));
    assert_eq!(count(query.zone(NoiseZone::FourB)), has("zone=4b"));
    assert_eq!(count(query.period(DayNight::Night)), has("period=night"));
    assert_eq!(count(query.medium(Medium::Emf)), 39);
    // Rows for both kinds of water belong to each of them: all but two rows of table 1.
    assert_eq!(count(query.body(WaterBody::River)), 126 - 2 * 5);
    assert_eq!(count(query.body(WaterBody::Lake)), 126 - 5);
    // Six items with a row for paddy fields or for all land, copper's row for other land, table 2 and table 3.
    assert_eq!(count(query.farmland(FarmlandUse::Paddy)), (5 + 2 + 1) * 4 + 3 + 5 * 4);
    assert_eq!(count(query.farmland(FarmlandUse::Paddy).ph("6.5".parse().unwrap())), 5 + 2 + 1 + 3 + 5);
    // Three fields of row 3, and the limit under overhead lines.
    assert_eq!(count(query.frequency(Quantity::parse("50", Unit::of("Hz")).unwrap())), 4);
}

#[test]
fn a_day_before_the_standard_is_refused() {
    let query = on("2018-04-30").standard(standard("GB/T 14848"));
    assert!(matches!(query.find(), Err(QueryError::NotInForce(_))));
    assert_eq!(
        message(query),
        "no edition of GB/T 14848 known here is in force on 2018-04-30 (the first begins on 2018-05-01)"
    );
    assert!(on("2018-05-01").standard(standard("GB/T 14848")).find().is_ok());
}

#[test]
fn fine_particles_have_no_limit_in_water() {
    let query = on("2026-05-01").indicator(Indicator::PM2_5).medium(Medium::Water);
    let Err(QueryError::NotFound { indicator, existing }) = query.find() else { panic!() };
    // Four limits, eight nodes, ten levels.
    assert_eq!((indicator, existing.len()), (Some(Indicator::PM2_5), 4 + 8 + 10));
    assert_eq!(
        message(query),
        "no limit for PM2.5 as asked for, there are: \
         GB 3095-2026 transition averaging=annual;grade=1, GB 3095-2026 transition averaging=annual;grade=2, \
         GB 3095-2026 transition averaging=24h;grade=1, GB 3095-2026 transition averaging=24h;grade=2, \
         HJ 633-2026 averaging=24h;index=0, HJ 633-2026 averaging=24h;index=50, \
         HJ 633-2026 averaging=24h;index=100, HJ 633-2026 averaging=24h;index=150, \
         HJ 633-2026 averaging=24h;index=200, HJ 633-2026 averaging=24h;index=300, \
         HJ 633-2026 averaging=24h;index=400, HJ 633-2026 averaging=24h;index=500, and 10 more"
    );
    // What does not exist at all, and what nobody named.
    let nothing = on("2026-05-01").indicator(Indicator::of("dustfall"));
    assert!(message(nothing).starts_with("no limit for ") && message(nothing).ends_with(" as asked for"));
    assert_eq!(
        message(Query::default().land(ConstructionLand::FirstType).class(WaterClass::I)),
        "no limit as asked for"
    );
}

/// Between 2000 and 2015 nitrogen oxides had no limit: the message offers those of other days.
#[test]
fn limits_of_other_days_are_offered_where_the_day_has_none() {
    let oxides = Indicator::of("NOx");
    let Err(QueryError::NotFound { existing, .. }) = on("2005-01-01").indicator(oxides).find() else {
        panic!()
    };
    assert!(existing.iter().eq(&Query::default().indicator(oxides).find().unwrap()));
    // Three averaging times: three grades in 1996, two grades in four editions and stages.
    assert_eq!(existing.len(), 3 * 3 + 4 * 3 * 2);
    assert_eq!(on("1999-12-31").indicator(oxides).find().unwrap().len(), 9);
}

/// Grade C is left out of the answer, and the message says that it exists.
#[test]
fn an_unconfirmed_limit_is_offered_but_not_found() {
    let query = on("2026-05-01").indicator(Indicator::of("eqi"));
    let Err(QueryError::NotFound { existing, .. }) = query.find() else { panic!() };
    assert_eq!(existing.len(), 5);
    assert_eq!(query.with_unconfirmed().find().unwrap().len(), 5);
}

#[test]
fn ph_is_needed_and_lies_on_the_scale() {
    let query = on("2026-05-01").indicator(Indicator::of("Cd")).farmland(FarmlandUse::Paddy);
    assert_eq!(query.find(), Err(QueryError::PhNeeded(Indicator::of("Cd"))));
    assert_eq!(message(query), "the values for Cd in farmland depend on the pH of the soil: give it");
    for text in ["-0.01", "14.01"] {
        let ph = Decimal::parse(text).unwrap();
        assert_eq!(query.ph(ph).find(), Err(QueryError::PhOutOfScale(ph)));
        assert_eq!(message(query.ph(ph)), format!("pH {text} is outside the scale, expected 0 to 14"));
    }
    for (text, expected) in [("0", "0.3"), ("5.5", "0.3"), ("5.51", "0.4"), ("7.5", "0.6"), ("14", "0.8")] {
        let query = query.ph(text.parse().unwrap()).soil_value(SoilValue::Screening);
        assert_eq!(value(&query.tightest().unwrap()), format!("{expected} mg/kg"), "{text}");
    }
    // The items of table 2 need none.
    let lindane = on("2026-05-01").indicator(Indicator::of("BaP")).farmland(FarmlandUse::Paddy);
    assert_eq!(value(&lindane.tightest().unwrap()), "0.55 mg/kg");
    // Rotation has the stricter of two rows, which follows from a note of grade B.
    let rotation = on("2026-05-01").indicator(Indicator::of("Cd")).farmland(FarmlandUse::Rotation);
    let rotation = rotation.ph("7.0".parse().unwrap()).soil_value(SoilValue::Screening);
    assert_eq!(rotation.find().unwrap().len(), 1);
    assert_eq!(rotation.tightest().unwrap().confirmation, Confirmation::B);
    assert!(rotation.tightest().unwrap().note.contains("table 1 note 2"));
    assert_eq!(value(&rotation.tightest().unwrap()), "0.3 mg/kg");
}

#[test]
fn a_frequency_lies_within_the_table_and_is_one() {
    let query = |text, unit| on("2026-05-01").frequency(Quantity::parse(text, Unit::of(unit)).unwrap());
    for (text, unit) in [("0.99", "Hz"), ("300.01", "GHz"), ("0", "kHz")] {
        let Err(QueryError::FrequencyOutOfTable { low, high, .. }) = query(text, unit).find() else {
            panic!("{text}")
        };
        assert_eq!((low.to_string(), high.to_string()), ("1 Hz".to_owned(), "300 GHz".to_owned()));
        assert_eq!(
            message(query(text, unit)),
            format!("{text} {unit} lies outside the table, expected 1 Hz to 300 GHz")
        );
    }
    assert!(query("1", "Hz").find().is_ok() && query("300", "GHz").find().is_ok());
    assert_eq!(
        message(query("50", "V/m")),
        "V/m (electric field strength) does not convert to Hz (frequency)"
    );
    // Power density is printed from 0.1 MHz on.
    let density = query("50", "Hz").indicator(Indicator::of("power_density"));
    assert_eq!(message(density), "50 Hz lies outside the table, expected 0.1 MHz to 300 GHz");
    // At a shared end both rows.
    assert_eq!(query("3", "MHz").find().unwrap().len(), 2 * 4);
}

#[test]
fn limits_of_several_kinds_have_no_tightest() {
    let mixed = on("2026-05-01").indicator(Indicator::of("Cd"));
    let Err(QueryError::Unordered(limits)) = mixed.tightest() else { panic!() };
    // All that were found but class V of ground water and the informative limit of the air.
    assert_eq!(limits.len(), mixed.find().unwrap().len() - 2);
    let phosphorus = on("2026-05-01").indicator(Indicator::TP).class(WaterClass::III);
    assert!(matches!(phosphorus.tightest(), Err(QueryError::Unordered(_))), "rivers and lakes");
    assert_eq!(value(&phosphorus.body(WaterBody::Lake).tightest().unwrap()), "0.05 mg/L");
    let means = on("2026-05-01").indicator(Indicator::PM2_5).standard(standard("GB 3095"));
    assert!(matches!(means.tightest(), Err(QueryError::Unordered(_))), "annual and daily means");
    let metals = on("2026-05-01").standard(standard("GB 36600")).land(ConstructionLand::FirstType);
    assert!(matches!(metals.tightest(), Err(QueryError::Unordered(_))), "several indicators");
    // Words, bands of two edges and formulas have no order.
    let odour = on("2026-05-01").indicator(Indicator::of("odor_taste"));
    assert_eq!(
        odour.tightest().unwrap_err().to_string(),
        "the limits found cannot be ordered, ask for one kind: GB/T 14848-2017 class=I, GB/T 14848-2017 class=II, \
         GB/T 14848-2017 class=III, GB/T 14848-2017 class=IV, GB/T 14848-2017 class=V"
    );
    for symbol in ["pH", "trophic_level_index", "electric_field_strength"] {
        let query = on("2026-05-01").indicator(Indicator::of(symbol));
        assert!(matches!(query.tightest(), Err(QueryError::Unordered(_))), "{symbol}");
    }
}

/// Limits in force come before guidelines and nodes of the index, informative ones before those.
#[test]
fn the_first_standing_counts() {
    let daily = on("2026-05-01").indicator(Indicator::PM2_5).averaging(Averaging::Day);
    assert_eq!(value(&daily.tightest().unwrap()), "35 µg/m³");
    assert_eq!(value(&daily.standard(standard("WHO AQG")).tightest().unwrap()), "15 µg/m³");
    assert_eq!(value(&daily.standard(standard("HJ 633")).tightest().unwrap()), "0 µg/m³");
}

/// Class V of ground water is what lies beyond class IV: no step of the ladder.
#[test]
fn class_v_of_ground_water_is_no_limit_to_reach() {
    let iron = on("2026-05-01").standard(standard("GB/T 14848")).indicator(Indicator::of("Fe"));
    assert_eq!(iron.find().unwrap().len(), 5);
    assert_eq!(value(&iron.tightest().unwrap()), "0.1 mg/L");
    let next = |text| {
        let read = Quantity::parse(text, Unit::MG_PER_L).unwrap();
        let class = |limit: Option<Limit>| limit.map(|limit| limit.scope.to_string());
        (class(iron.next_kept(read).unwrap()), class(iron.next_missed(read).unwrap()))
    };
    let class = |name: &str| Some(format!("class={name}"));
    assert_eq!(next("0.1"), (class("I"), None));
    assert_eq!(next("2.0"), (class("IV"), class("III")));
    assert_eq!(next("2.1"), (None, class("IV")));
    // Classes IV and V of radioactivity are printed alike, beyond class III.
    let alpha = on("2026-05-01").indicator(Indicator::of("gross_alpha"));
    let read = Quantity::parse("0.51", Unit::of("Bq/L")).unwrap();
    assert_eq!(alpha.next_missed(read).unwrap().unwrap().scope.to_string(), "class=III");
}

/// PM2.5 of the guidelines of 2021: 35, 25, 15, 10 and 5 µg/m³.
#[test]
fn a_value_on_a_limit_keeps_it() {
    let levels = Query::of(WhoAqg::named("2021").unwrap().edition()).indicator(Indicator::PM2_5);
    let levels = levels.averaging(Averaging::Annual);
    for (mean, kept, missed) in [
        ("4.99", Some("5"), None),
        ("5", Some("5"), None),
        ("5.0", Some("5"), None),
        ("5.01", Some("10"), Some("5")),
        ("10", Some("10"), Some("5")),
        ("15", Some("15"), Some("10")),
        ("35", Some("35"), Some("25")),
        ("35.01", None, Some("35")),
    ] {
        let mean = Quantity::parse(mean, Unit::UG_PER_M3).unwrap();
        let shown = |limit: Option<Limit>| limit.map(|limit| limit.value().unwrap().value.to_string());
        assert_eq!(shown(levels.next_kept(mean).unwrap()).as_deref(), kept, "{mean}");
        assert_eq!(shown(levels.next_missed(mean).unwrap()).as_deref(), missed, "{mean}");
    }
    let in_milligrams = Quantity::parse("0.025", Unit::MG_PER_M3).unwrap();
    assert_eq!(value(&levels.next_kept(in_milligrams).unwrap().unwrap()), "25 µg/m³");
    let error = levels.next_kept(Quantity::parse("5", Unit::MG_PER_L).unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "mg/L (mass in water) does not convert to µg/m³ (mass in air)");
    // Dissolved oxygen: more is better.
    let oxygen = Query::of(Gb3838::named("2002").unwrap().edition()).indicator(Indicator::DO);
    let five = Quantity::parse("5", Unit::MG_PER_L).unwrap();
    assert_eq!(value(&oxygen.tightest().unwrap()), "7.5 mg/L");
    assert_eq!(value(&oxygen.next_kept(five).unwrap().unwrap()), "5 mg/L");
    assert_eq!(value(&oxygen.next_missed(five).unwrap().unwrap()), "6 mg/L");
}

/// Queries whose limits are of one kind.
static LADDERS: LazyLock<Vec<Query>> = LazyLock::new(|| {
    let air = [Indicator::SO2, Indicator::NO2, Indicator::O3, Indicator::PM10, Indicator::PM2_5];
    let air = air.iter().flat_map(|indicator| {
        ["2010-01-01", "2020-01-01", "2026-05-01", "2031-01-01"]
            .map(|day| on(day).standard(standard("GB 3095")).indicator(*indicator).averaging(Averaging::Hour))
    });
    let water = Gb3838::named("2002").unwrap();
    let water = water.items().iter().map(move |item| {
        let query = Query::of(water.edition()).indicator(item.indicator);
        item.body.map_or(query, |body| query.body(body)).class(WaterClass::III)
    });
    let whole = ["CODMn", "COD", "BOD5", "NH3-N", "DO", "Hg", "F", "FC"];
    let whole = whole
        .iter()
        .map(|symbol| Query::of(Gb3838::named("2002").unwrap().edition()).indicator(Indicator::of(symbol)));
    let everything = air.chain(water).chain(whole);
    everything.filter(|query| query.tightest().is_ok()).collect()
});

proptest! {
    /// The two limits next to a value lie on both sides of it, and none lies between them.
    #[test]
    fn the_next_limits_bracket_the_value(at in any::<prop::sample::Index>(), mantissa in 0_i64..100_000, places in 0_u8..5) {
        let query = *at.get(&LADDERS);
        let limits = query.find().unwrap();
        let value = Quantity::new(Decimal::new(mantissa, places), limits[0].unit);
        let keeps = |limit: &Limit| {
            let (relation, edge) = limit.edge().unwrap();
            relation.holds(value.compare(edge).unwrap())
        };
        let (kept, missed) = (query.next_kept(value).unwrap(), query.next_missed(value).unwrap());
        prop_assert!(kept.is_none_or(|limit| keeps(&limit)));
        prop_assert!(missed.is_none_or(|limit| !keeps(&limit)));
        for limit in &limits {
            let order = |other: Option<Limit>| other.map(|other| limit.compare_strictness(&other).unwrap());
            if keeps(limit) {
                prop_assert!(order(kept).is_some_and(std::cmp::Ordering::is_ge));
            } else {
                prop_assert!(order(missed).is_some_and(std::cmp::Ordering::is_le));
            }
        }
        let tightest = query.tightest().unwrap();
        prop_assert!(limits.iter().all(|limit| tightest.compare_strictness(limit).unwrap().is_le()));
    }
}

#[test]
fn ladders_are_many_and_of_both_directions() {
    let is_lower = |query: &&Query| query.tightest().unwrap().edge().unwrap().0 == Relation::AtLeast;
    assert_eq!((LADDERS.len(), LADDERS.iter().filter(is_lower).count()), (43, 2));
}
