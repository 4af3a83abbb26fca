//! One item: the best class whose limit a value meets, and how far it exceeds class III.

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
    match item.limits {
        WaterLimits::Each { relation, limits } => {
            let met = |limit: &Option<Decimal>| limit.is_some_and(|limit| relation.holds(value.cmp(&limit)));
            let class = WaterClass::ALL.iter().zip(&limits).find(|(_, limit)| met(limit));
            match (class, limits.last()) {
                (Some((class, _)), _) => Some(WaterGrade::from(*class)),
                // Oxygen saturation has a limit for class I only: below it nothing is said.
                (None, Some(None)) => None,
                (None, _) => Some(WaterGrade::WorseThanV),
            }
        }
        WaterLimits::Range { low, high } => {
            Some(if low <= value && value <= high { WaterGrade::I } else { WaterGrade::WorseThanV })
        }
        WaterLimits::Change { .. } => None,
    }
}

/// How far a value exceeds the limit of class III: (C − S) / S (环办〔2011〕22号; GB 3838 clause 5.1).
///
/// `None` where the table defines no multiple (water temperature, pH, dissolved oxygen) and below the limit.
#[must_use]
pub fn exceedance_multiple(item: &WaterItem, value: Decimal) -> Option<Fraction> {
    let limit = item.limit(WaterClass::III).filter(|_| item.has_multiple)?.value.to_fraction();
    value.to_fraction().checked_sub(limit)?.checked_div(limit).filter(|multiple| !multiple.is_negative())
}
