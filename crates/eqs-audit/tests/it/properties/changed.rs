//! Figures made less certain, and figures in other units.

use eqs_bulletin::Figure;
use eqs_core::{Bound, Decimal, Interval, Rounding, Unit};
use proptest::prelude::*;

/// How a figure is made less certain.
#[derive(Clone, Copy, Debug)]
pub(super) enum Wider {
    /// Rounded by one place.
    Rounded,
    /// A range that begins and ends so many units of the last place away.
    Range(i64, i64),
}

pub(super) fn wider() -> impl Strategy<Value = Wider> {
    prop_oneof![
        Just(Wider::Rounded),
        (0..4_i64, 0..4_i64).prop_map(|(below, above)| Wider::Range(below, above)),
        (0..400_i64, 0..400_i64).prop_map(|(below, above)| Wider::Range(below, above)),
    ]
}

/// The figure standing for more values than before, all of the old ones among them; as it is where that cannot be.
pub(super) fn widened(mut figure: Figure, how: Wider) -> Figure {
    let observation = &mut figure.observation;
    let (value, places) = (observation.quantity.value, observation.quantity.value.places());
    if observation.bound != Bound::Exact {
        return figure;
    }
    match how {
        Wider::Rounded => {
            if observation.high.is_some() || observation.quantity.unit.counts() || places == 0 {
                return figure;
            }
            let fewer = i8::try_from(places).unwrap() - 1;
            let rounded = value.round(fewer, Rounding::HalfEven).unwrap();
            // 0.045 rounds to 0.04, which does not stand for 0.0452.
            if Interval::printed(value).is_within(Interval::printed(rounded)) {
                observation.quantity.value = rounded;
            }
        }
        Wider::Range(below, above) => {
            let high = observation.high.unwrap_or(value);
            observation.quantity.value = Decimal::new((value.mantissa() - below).max(0), places);
            observation.high = Some(Decimal::new(high.mantissa() + above, high.places()));
        }
    }
    figure
}

/// The figure in the next larger unit of its kind, with the same printed digits.
pub(super) fn scaled(mut figure: Figure) -> Figure {
    let observation = &mut figure.observation;
    if let Some((unit, more)) = larger(observation.quantity.unit) {
        let value = observation.quantity.value;
        observation.quantity.value = moved(value, more);
        observation.high = observation.high.map(|high| moved(high, more));
        observation.quantity.unit = unit;
    }
    figure
}

/// The same digits, so many places further down.
fn moved(value: Decimal, places: u8) -> Decimal {
    Decimal::new(value.mantissa(), value.places() + places)
}

fn larger(unit: Unit) -> Option<(Unit, u8)> {
    let (unit, places) = match unit.symbol() {
        "µg/m³" => ("mg/m³", 3),
        "µg/L" => ("mg/L", 3),
        "m" => ("km", 3),
        "hm²" => ("km²", 2),
        "10^4m³" => ("10^8m³", 4),
        "t" => ("10kt", 4),
        "t/a" => ("10kt/a", 4),
        "10^4CNY" => ("10^8CNY", 4),
        _ => return None,
    };
    Some((Unit::of(unit), places))
}
