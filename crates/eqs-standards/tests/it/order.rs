//! Limits run with what the tables sort by: better classes, higher grades, quieter zones, cleaner land are never
//! laxer. The compiler refuses some of this row by row; here it is shown of every pair.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use eqs_core::{AirTier, Averaging, ConstructionLand, DayNight, Indicator, NoiseGrade, SoilValue};
use eqs_standards::{Limit, Scope};

use crate::reading::compiled;

/// From the longest averaging time to the shortest.
const AVERAGING: [Averaging; 8] = [
    Averaging::GrowingSeason,
    Averaging::Annual,
    Averaging::Seasonal,
    Averaging::Monthly,
    Averaging::DailyMax8h,
    Averaging::EightHours,
    Averaging::Day,
    Averaging::Hour,
];

fn position<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|own| own == one).unwrap()
}

/// By what `one` should be at least as strict as `other`, if by anything.
fn reason(one: &Limit, other: &Limit) -> Option<&'static str> {
    let is_longer = |own: Averaging, of_other| position(&AVERAGING, &own) < position(&AVERAGING, &of_other);
    match (one.scope, other.scope) {
        (Scope::Air { averaging, tier }, Scope::Air { averaging: span, tier: column }) => {
            let has_grade = |tier| matches!(tier, AirTier::One | AirTier::Two | AirTier::Three);
            if averaging == span && has_grade(tier) && has_grade(column) {
                (tier < column).then_some("grade")
            } else {
                (tier == column && is_longer(averaging, span)).then_some("averaging time")
            }
        }
        (Scope::Index { averaging, index }, Scope::Index { averaging: span, index: node }) => {
            (averaging == span && index < node).then_some("index")
        }
        (Scope::Who { averaging, level }, Scope::Who { averaging: span, level: target }) => {
            (averaging == span && level > target).then_some("target")
        }
        (Scope::SurfaceWater { class, body }, Scope::SurfaceWater { class: worse, body: kind }) => {
            (body == kind && class < worse).then_some("class")
        }
        (Scope::GroundWater { class }, Scope::GroundWater { class: worse }) => {
            (class < worse).then_some("class")
        }
        (Scope::Farmland { land, ph, value }, Scope::Farmland { land: uses, ph: range, value: kind }) => {
            let (ph, range) = (ph?.band, range?.band);
            let is_shared = land.iter().any(|land| uses.contains(land));
            let rises = if one.indicator == Indicator::of("As") { ph > range } else { ph < range };
            if value == kind {
                (land == uses && rises).then_some("pH")
            } else {
                (is_shared && ph == range && value == SoilValue::Screening).then_some("soil value")
            }
        }
        (
            Scope::ConstructionLand { land, value },
            Scope::ConstructionLand { land: kind, value: other_value },
        ) => {
            if value == other_value {
                (land == ConstructionLand::FirstType && kind != land).then_some("land type")
            } else {
                (land == kind && value == SoilValue::Screening).then_some("soil value")
            }
        }
        (
            Scope::NoiseZone { zone, period, level },
            Scope::NoiseZone { zone: louder, period: time, level: kind },
        ) if level == kind => {
            if period == time {
                (zone < louder).then_some("zone")
            } else {
                (zone == louder && period == DayNight::Night).then_some("period")
            }
        }
        _ => None,
    }
}

#[test]
fn every_pair_runs_with_the_order_of_its_table() {
    let limits: Vec<_> = compiled::limits().collect();
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for one in &limits {
        let others =
            limits.iter().filter(|other| other.edition == one.edition && other.indicator == one.indicator);
        for other in others {
            let Some(reason) = reason(one, other) else { continue };
            // Units of different kinds, bands of two edges and words do not compare.
            let Some(order) = one.compare_strictness(other) else { continue };
            assert_ne!(order, Ordering::Greater, "{reason}: {one:?} {other:?}");
            *pairs.entry((one.edition.standard, reason)).or_default() += 1;
        }
    }
    let expected = [
        (("GB 15618", "pH"), 114),
        (("GB 15618", "soil value"), 40),
        (("GB 3095", "averaging time"), 211),
        (("GB 3095", "grade"), 179),
        (("GB 3096", "period"), 7),
        (("GB 3096", "zone"), 45),
        (("GB 36600", "land type"), 170),
        (("GB 36600", "soil value"), 170),
        (("GB 3838", "class"), 230),
        (("GB/T 14848", "class"), 533),
        (("HJ 633", "index"), 498),
        (("WHO AQG", "target"), 59),
    ];
    assert_eq!(pairs.into_iter().collect::<Vec<_>>(), expected);
}

/// Arsenic alone is less tolerated the higher the pH: strictly, from the first to the last range, in every row.
#[test]
fn the_limits_of_arsenic_fall_with_ph_and_no_others_do() {
    let soil: Vec<_> = compiled::limits().filter(|limit| limit.edition.standard == "GB 15618").collect();
    let mut falling = std::collections::BTreeSet::new();
    for one in &soil {
        for other in soil.iter().filter(|other| other.indicator == one.indicator) {
            if let (
                Scope::Farmland { land, ph: Some(low), value },
                Scope::Farmland { land: uses, ph: Some(high), value: kind },
            ) = (one.scope, other.scope)
                && (land, value) == (uses, kind)
                && low.band < high.band
                && one.compare_strictness(other) == Some(Ordering::Greater)
            {
                falling.insert(one.indicator.symbol());
            }
        }
    }
    assert_eq!(falling.into_iter().collect::<Vec<_>>(), ["As"]);
}

/// GB 3096 clause 5.4: sudden noise may exceed the limit of the night by 15 dB. HJ 640: the grades of the night begin
/// and end 10 dB below those of the day.
#[test]
fn nights_are_quieter_by_the_printed_differences() {
    let noise: Vec<_> = compiled::limits().filter(|limit| limit.unit.symbol() == "dB(A)").collect();
    let (mut sudden, mut grades) = (0, 0);
    for limit in &noise {
        let twin = |scope: Scope| {
            noise.iter().find(|other| other.indicator == limit.indicator && other.scope == scope).unwrap()
        };
        let ten = eqs_core::Decimal::new(10, 0);
        match limit.scope {
            Scope::NoiseZone { zone, period, level: eqs_core::SoundLevel::Sudden } => {
                let night = twin(Scope::NoiseZone { zone, period, level: eqs_core::SoundLevel::Equivalent });
                let difference = limit.value().unwrap().value.checked_sub(night.value().unwrap().value);
                assert_eq!(difference, Some(eqs_core::Decimal::new(15, 0)), "{limit:?}");
                sudden += 1;
            }
            Scope::NoiseGrade { period: DayNight::Day, grade } => {
                let night = twin(Scope::NoiseGrade { period: DayNight::Night, grade });
                let bands = (limit.requirement, night.requirement);
                let (eqs_standards::Requirement::Band(day), eqs_standards::Requirement::Band(night)) = bands
                else {
                    panic!("{limit:?}")
                };
                for (day, night) in [(day.low, night.low), (day.high, night.high)] {
                    let louder = night.map(|edge| edge.value.checked_add(ten).unwrap());
                    assert_eq!(day.map(|edge| edge.value), louder, "{limit:?}");
                }
                grades += 1;
            }
            _ => {}
        }
    }
    assert_eq!((sudden, grades), (6, 2 * NoiseGrade::ALL.len()));
}

/// Lakes and reservoirs have stricter limits for total phosphorus, class by class.
#[test]
fn total_phosphorus_is_stricter_in_lakes() {
    use eqs_core::{WaterBody, WaterClass};
    use eqs_standards::gb3838::Gb3838;
    let standard = Gb3838::named("2002").unwrap();
    let limit = |body, class| standard.item_by_key("tp", body).unwrap().limit(class).unwrap().value;
    for class in WaterClass::ALL {
        assert!(limit(WaterBody::Lake, *class) < limit(WaterBody::River, *class));
    }
}
