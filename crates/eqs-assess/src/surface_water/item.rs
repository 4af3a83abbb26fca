//! One item: the best class whose limit a value meets, and how far it exceeds class III.

use core::cmp::Ordering;

use eqs_core::{Decimal, Fraction, WaterClass, WaterGrade};
use eqs_standards::gb3838::{WaterItem, WaterLimits};

/// The best class whose limit a value of `item` meets; a value equal to a limit meets it.
///
/// `value` stands in the unit of the item. `None` for water temperature, where only a man-made change is
/// limited, and for oxygen saturation below 90 %, because only class I has a limit for it.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::item_grade;
/// use eqs_core::{Indicator, WaterBody, WaterGrade};
/// use eqs_standards::gb3838::Gb3838;
///
/// let cod = Gb3838::named("2002")?.item(Indicator::of("COD"), WaterBody::River).unwrap();
/// assert_eq!(item_grade(cod, "15".parse()?), Some(WaterGrade::I));
/// assert_eq!(item_grade(cod, "15.5".parse()?), Some(WaterGrade::III)); // classes I and II share 15
/// assert_eq!(item_grade(cod, "41".parse()?), Some(WaterGrade::WorseThanV));
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn item_grade(item: &WaterItem, value: Decimal) -> Option<WaterGrade> {
    grade_from(item, WaterClass::I, |limit| value.cmp(&limit))
}

/// The best class from `first` on whose limit is met by a value that compares with it as `order` says.
pub(super) fn grade_from(
    item: &WaterItem,
    first: WaterClass,
    order: impl Fn(Decimal) -> Ordering,
) -> Option<WaterGrade> {
    match item.limits {
        WaterLimits::Each { relation, limits } => {
            let met = |limit: &Option<Decimal>| limit.is_some_and(|limit| relation.holds(order(limit)));
            let classes = WaterClass::ALL.iter().zip(&limits).filter(|(class, _)| **class >= first);
            let class = classes.into_iter().find(|(_, limit)| met(limit));
            match (class, limits.last()) {
                (Some((class, _)), _) => Some(WaterGrade::from(*class)),
                // Oxygen saturation has a limit for class I only: below it nothing is said.
                (None, Some(None)) => None,
                (None, _) => Some(WaterGrade::WorseThanV),
            }
        }
        WaterLimits::Range { low, high } => {
            let inside = order(low).is_ge() && order(high).is_le();
            Some(if inside { WaterGrade::I } else { WaterGrade::WorseThanV })
        }
        WaterLimits::Change { .. } => None,
    }
}

/// The best and the worst grade of a value that lies somewhere from 0 to a detection limit.
///
/// Grade B: class I where the limit is not above that of class I, otherwise anything from class I to the class that the
/// limit itself would have; for dissolved oxygen the other way round.
pub(super) fn grades_below(item: &WaterItem, limit: Decimal) -> Option<(WaterGrade, WaterGrade)> {
    let (one, other) = (item_grade(item, Decimal::ZERO)?, item_grade(item, limit)?);
    let best = match item.limits {
        // From acid through neutral to alkaline.
        WaterLimits::Range { low, .. } if low <= limit => WaterGrade::I,
        _ => one.min(other),
    };
    Some((best, one.max(other)))
}

/// How far a value exceeds the limit of class III: (C − S) / S (环办〔2011〕22号; GB 3838 clause 5.1).
///
/// `None` where the table defines no multiple (water temperature, pH, dissolved oxygen) and below the limit.
#[must_use]
pub fn exceedance_multiple(item: &WaterItem, value: impl Into<Fraction>) -> Option<Fraction> {
    let limit = item.limit(WaterClass::III).filter(|_| item.has_multiple)?.value.to_fraction();
    value.into().checked_sub(limit)?.checked_div(limit).filter(|multiple| !multiple.is_negative())
}
