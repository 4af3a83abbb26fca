//! Shares of classes of water (各类水质比例) by number of sections, river length, lake area, storage or number of reservoirs.

#[cfg(feature = "serde")]
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Decimal, Fraction, Lang, Phrase, Quantity, Statistic, Unit, WaterGrade};

use crate::share::Share;

eqs_core::vocabulary! {
    /// The groups of classes that bulletins print.
    pub enum ClassGroup {
        /// Classes I to III; their share is the 优良比例.
        IToIII = "I-III", "I–III类", "classes I to III";
        /// Classes IV and V.
        IVToV = "IV-V", "IV–V类", "classes IV and V";
        /// Worse than class V; its share is the 劣V比例.
        WorseThanV = "inferior_V", "劣V类", "worse than class V";
    }
}

impl From<WaterGrade> for ClassGroup {
    fn from(grade: WaterGrade) -> Self {
        match grade {
            WaterGrade::I | WaterGrade::II | WaterGrade::III => Self::IToIII,
            WaterGrade::IV | WaterGrade::V => Self::IVToV,
            WaterGrade::WorseThanV => Self::WorseThanV,
        }
    }
}

/// How a monitored whole is shared out among the classes, exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassShares {
    statistic: Statistic,
    /// In per cent, in the order of [`WaterGrade::ALL`].
    grades: [Fraction; 6],
    /// In per cent, in the order of [`ClassGroup::ALL`].
    groups: [Fraction; 3],
}

/// Amounts that have no shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ClassSharesError {
    /// Classes of water are not shared out by this statistic.
    #[error("{0} is no share of sections, river length, lake area, storage or reservoirs")]
    NoMeasure(Statistic),
    /// The amount is of another kind than the measure.
    #[error("{given} is no amount of {statistic}, expected a unit such as {expected}")]
    Unit {
        /// The measure.
        statistic: Statistic,
        /// The amount.
        given: Quantity,
        /// A unit that fits.
        expected: Unit,
    },
    /// The amount is below 0, or no whole number of sections or reservoirs.
    #[error("{0} cannot be an amount")]
    Impossible(Quantity),
    /// Nothing was assessed: the amounts are 0, or there are none.
    #[error("nothing was assessed")]
    Nothing,
    /// A number does not fit 128 bits.
    #[error("the values have too many digits")]
    TooLong,
}

/// The shares of the classes in a whole: each entry is a section, reach, lake or reservoir with its class and its amount.
///
/// | statistic | amounts |
/// |---|---|
/// | [`Statistic::ShareOfSections`], [`Statistic::ShareOfReservoirs`] | numbers |
/// | [`Statistic::ShareOfRiverLength`] | lengths |
/// | [`Statistic::ShareOfLakeArea`] | areas |
/// | [`Statistic::ShareOfStorage`] | volumes |
///
/// What has no class is left out by the caller: the whole is what was assessed. The status words of rivers go by the number
/// of sections ([`status_of_shares`](crate::surface_water::status_of_shares)); bulletins do not apply them to the other measures.
///
/// # Errors
/// [`ClassSharesError`].
///
/// # Example
/// ```
/// use eqs_assess::class_shares::{ClassGroup, class_shares};
/// use eqs_core::{Lang, Phrase, Quantity, Statistic, Unit, WaterGrade};
///
/// let reaches = [(WaterGrade::II, "1200.0"), (WaterGrade::III, "631.7"), (WaterGrade::IV, "500.1"), (WaterGrade::V, "104.0")];
/// let reaches = reaches.map(|(grade, length)| (grade, Quantity::parse(length, Unit::of("km")).unwrap()));
/// let shares = class_shares(Statistic::ShareOfRiverLength, &reaches)?;
/// assert_eq!(shares.group(ClassGroup::IToIII).printed()?.to_string(), "75.2");
/// assert_eq!(shares.say(Lang::En).to_string(), "share of river length: classes I to III 75.2%, classes IV and V 24.8%, worse than class V 0%");
/// assert!(class_shares(Statistic::ShareOfSections, &reaches).is_err()); // kilometres are no sections
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn class_shares(
    statistic: Statistic,
    amounts: &[(WaterGrade, Quantity)],
) -> Result<ClassShares, ClassSharesError> {
    let unit = unit(statistic).ok_or(ClassSharesError::NoMeasure(statistic))?;
    let exact = |(grade, given): &(WaterGrade, Quantity)| Ok((*grade, amount(statistic, unit, *given)?));
    let amounts: Vec<_> = amounts.iter().map(exact).collect::<Result<_, _>>()?;
    let sum = |is_meant: &dyn Fn(WaterGrade) -> bool| {
        let mut meant = amounts.iter().filter(|(grade, _)| is_meant(*grade));
        meant.try_fold(Fraction::ZERO, |sum, (_, amount)| sum.checked_add(*amount))
    };
    let whole = sum(&|_| true).ok_or(ClassSharesError::TooLong)?;
    if whole == Fraction::ZERO {
        return Err(ClassSharesError::Nothing);
    }
    let percent = |is_meant: &dyn Fn(WaterGrade) -> bool| {
        let share = sum(is_meant).and_then(|sum| sum.checked_div(whole)?.checked_mul(Fraction::from(100)));
        share.ok_or(ClassSharesError::TooLong)
    };
    let (mut grades, mut groups) = ([Fraction::ZERO; 6], [Fraction::ZERO; 3]);
    for (share, own) in grades.iter_mut().zip(WaterGrade::ALL) {
        *share = percent(&|grade| grade == *own)?;
    }
    for (share, own) in groups.iter_mut().zip(ClassGroup::ALL) {
        *share = percent(&|grade| ClassGroup::from(grade) == *own)?;
    }
    Ok(ClassShares { statistic, grades, groups })
}

/// The unit that the amounts of a measure convert to; `None` of other statistics.
const fn unit(statistic: Statistic) -> Option<Unit> {
    Some(match statistic {
        Statistic::ShareOfSections | Statistic::ShareOfReservoirs => Unit::COUNT,
        Statistic::ShareOfRiverLength => Unit::of("km"),
        Statistic::ShareOfLakeArea => Unit::of("hm²"),
        Statistic::ShareOfStorage => Unit::of("10^8m³"),
        _ => return None,
    })
}

fn amount(statistic: Statistic, unit: Unit, given: Quantity) -> Result<Fraction, ClassSharesError> {
    if !given.unit.converts_to(unit) {
        return Err(ClassSharesError::Unit { statistic, given, expected: unit });
    }
    let base = given.value.to_fraction().checked_mul(given.unit.factor()).ok_or(ClassSharesError::TooLong)?;
    if base.is_negative() || (unit.counts() && base.denominator() != 1) {
        return Err(ClassSharesError::Impossible(given));
    }
    Ok(base)
}

impl ClassShares {
    /// The share of one grade, such as class IV of the reservoirs.
    #[must_use]
    pub fn grade(self, grade: WaterGrade) -> Share {
        self.share(WaterGrade::ALL, &grade, self.grades)
    }

    /// The share of a group; that of classes I to III is the 优良比例, that of worse than class V the 劣V比例.
    #[must_use]
    pub fn group(self, group: ClassGroup) -> Share {
        self.share(ClassGroup::ALL, &group, self.groups)
    }

    /// Whether the three groups as printed add up to 100.0. Each is rounded for itself, so that they may add up to 99.9 or
    /// 100.1; bulletins print ones that do add up, by which means is not known. `None` if one is too long to be rounded.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::class_shares::class_shares;
    /// use eqs_core::{Decimal, Quantity, Statistic, Unit, WaterGrade};
    ///
    /// let sections = [WaterGrade::II, WaterGrade::IV, WaterGrade::WorseThanV];
    /// let sections = sections.map(|grade| (grade, Quantity::new(Decimal::new(1, 0), Unit::COUNT)));
    /// assert_eq!(class_shares(Statistic::ShareOfSections, &sections)?.printed_add_up(), Some(false)); // 33.3 three times
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn printed_add_up(self) -> Option<bool> {
        let printed = ClassGroup::ALL.iter().map(|group| self.group(*group).printed().ok());
        let sum = printed.into_iter().try_fold(Decimal::ZERO, |sum, share| sum.checked_add(share?));
        Some(sum? == Decimal::new(100, 0))
    }

    fn share<T: PartialEq, const N: usize>(self, all: &[T], own: &T, percent: [Fraction; N]) -> Share {
        let found = all.iter().zip(percent).find(|(other, _)| *other == own);
        Share::of(self.statistic, found.map_or(Fraction::ZERO, |(_, percent)| percent))
    }
}

impl Phrase for ClassShares {
    /// The measure and the shares of the three groups with at most one decimal.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.statistic.say(lang))?;
        for (at, group) in ClassGroup::ALL.iter().enumerate() {
            f.write_str(match (lang, at) {
                (Lang::Zh, 0) => "：",
                (Lang::En, 0) => ": ",
                (Lang::Zh, _) => "，",
                (Lang::En, _) => ", ",
            })?;
            let (name, percent) = (group.say(lang), self.group(*group).percent().shown(1));
            write!(f, "{name}{}{percent}%", lang.pick("", " "))?;
        }
        Ok(())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ClassShares {
    /// The statistic, and maps from each grade and each group to its exact share in per cent.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut shares = serializer.serialize_struct("ClassShares", 3)?;
        let grades: BTreeMap<_, _> = WaterGrade::ALL.iter().zip(self.grades).collect();
        let groups: BTreeMap<_, _> = ClassGroup::ALL.iter().zip(self.groups).collect();
        shares.serialize_field("statistic", &self.statistic)?;
        shares.serialize_field("grades", &grades)?;
        shares.serialize_field("groups", &groups)?;
        shares.end()
    }
}
