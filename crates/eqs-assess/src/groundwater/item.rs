//! The class of one indicator (单指标评价), GB/T 14848-2017 clause 6.2.

use core::fmt;

use eqs_core::{Decimal, Fraction, Lang, Measured, Phrase, WaterClass, WaterGrade};
use eqs_standards::gbt14848::GroundWaterItem;
use eqs_standards::{Band, Requirement};

use super::error::GroundWaterError;
use super::value::GroundWaterValue;

/// The classes that a value leaves possible: one, but for what is not detected under a high detection limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct PossibleClasses {
    /// The best of them.
    pub best: WaterClass,
    /// The worst of them.
    pub worst: WaterClass,
}

impl PossibleClasses {
    /// The class, where only one is possible.
    #[must_use]
    pub fn known(self) -> Option<WaterClass> {
        (self.best == self.worst).then_some(self.best)
    }
}

/// The class of a value of one indicator: the best one whose cell it meets (clause 6.2, 从优不从劣).
///
/// - A value equal to a limit meets it. Total α and β radioactivity print classes IV and V alike, so that what exceeds
///   class III is class IV.
/// - Not detected (grade B): class I if the detection limit is not above the limit of class I, otherwise any class down to
///   that of the detection limit; without a detection limit, any class.
/// - Class I of anionic surfactants asks that they are not detected. Our reading: a detection limit above the limit of
///   class II does not show that.
///
/// # Errors
/// [`GroundWaterError`] for a value that is negative, a pH above 14, a detection limit that is not above 0, a unit that
/// does not convert, a word for a number or a number for a word.
///
/// # Example
/// ```
/// use eqs_assess::groundwater::{GroundWaterValue, item_classes};
/// use eqs_core::{Lang, Phrase, WaterClass};
/// use eqs_standards::gbt14848::Gbt14848;
///
/// let item = Gbt14848::named("2017")?.item_by_key("nh3n").unwrap();
/// let classes = |cell| item_classes(item, GroundWaterValue::parse(cell, item).unwrap().unwrap());
/// assert_eq!(classes("0.50")?.known(), Some(WaterClass::III));
/// assert_eq!(classes("0.51")?.known(), Some(WaterClass::IV));
/// assert_eq!(classes("0.02L")?.known(), Some(WaterClass::I));
/// assert_eq!(classes("0.025L")?.say(Lang::En).to_string(), "no worse than class II");
/// assert!(classes("-0.5").is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn item_classes(
    item: &GroundWaterItem,
    value: GroundWaterValue,
) -> Result<PossibleClasses, GroundWaterError> {
    value.compared(item).map(|compared| classes(item, compared))
}

/// The same for a value that is possible and stands in the unit of the item.
pub(super) fn classes(item: &GroundWaterItem, compared: GroundWaterValue) -> PossibleClasses {
    let only = |class| PossibleClasses { best: class, worst: class };
    let measured = match compared {
        GroundWaterValue::Measured(measured) => measured,
        GroundWaterValue::Absent => return only(first(item, |cell| cell == Requirement::Absent)),
        GroundWaterValue::Present => return only(first(item, |cell| cell == Requirement::Present)),
    };
    let asks_for_none = item.requirement(WaterClass::I) == Requirement::NotDetected;
    let worst = match measured {
        Measured::Value(value) => return only(class_of(item, value.value)),
        Measured::Below(limit) => match class_of(item, limit.value) {
            WaterClass::II if asks_for_none => WaterClass::I,
            class => class,
        },
        Measured::NotDetected(_) if asks_for_none => WaterClass::I,
        Measured::NotDetected(_) => {
            first(item, |cell| matches!(cell, Requirement::Band(Band { high: None, .. })))
        }
    };
    PossibleClasses { best: WaterClass::I, worst }
}

/// The class of a number, which is a detection.
fn class_of(item: &GroundWaterItem, value: Decimal) -> WaterClass {
    first(item, |cell| match cell {
        Requirement::Band(band) => band.contains(value),
        Requirement::Either(one, other) => one.contains(value) || other.contains(value),
        _ => false,
    })
}

/// The best class whose cell is met; class V is what meets no other.
fn first(item: &GroundWaterItem, is_met: impl Fn(Requirement) -> bool) -> WaterClass {
    let met = WaterClass::ALL.iter().copied().find(|class| is_met(item.requirement(*class)));
    met.unwrap_or(WaterClass::V)
}

/// How far a value, in the unit of the item, exceeds the limit of class III: (C − S) / S.
///
/// `None` for what has no such limit (pH, odour and taste, visible matter), and for a value that does not exceed it.
#[must_use]
pub fn exceedance_multiple(item: &GroundWaterItem, value: Decimal) -> Option<Fraction> {
    let limit = class_iii(item)?.to_fraction();
    let over = value.to_fraction().checked_sub(limit)?;
    over.checked_div(limit).filter(|_| value.to_fraction() > limit)
}

/// The limit of class III, where it is one number.
pub(super) fn class_iii(item: &GroundWaterItem) -> Option<Decimal> {
    match item.requirement(WaterClass::III) {
        Requirement::Band(band) => band.edge().map(|(_, limit)| limit),
        _ => None,
    }
}

impl Phrase for PossibleClasses {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let worst = WaterGrade::from(self.worst);
        if self.known().is_none() {
            f.write_str(lang.pick("不劣于", "no worse than "))?;
        }
        worst.write(lang, f)
    }
}
