//! [`WaterBatch`]: the classes of many samples in columns.

use alloc::vec::Vec;

use eqs_core::{Decimal, Indicator, Relation, Rounding, WaterBody, WaterGrade};
use eqs_standards::gb3838::{Gb3838, Role, WaterItem, WaterLimits};

use super::sample::possible;

/// The grades of many samples in columns: the values of an item are integers, all with the same number of decimal places,
/// in the unit of its limits. The same rows of the table decide as in [`surface_water`](super::surface_water()) with its
/// default options, and the same grades come out.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::{WaterBatch, WaterColumn};
/// use eqs_core::{Indicator, WaterBody, WaterGrade};
/// use eqs_standards::gb3838::Gb3838;
///
/// // COD in mg/L, NH3-N in hundredths of a mg/L; the second sample has no NH3-N, the third nothing, the fourth cannot be.
/// let items = [(Indicator::of("COD"), 0), (Indicator::NH3_N, 2)];
/// let batch = WaterBatch::new(Gb3838::named("2002")?, WaterBody::River, &items)?;
/// let columns = [
///     WaterColumn { values: &[18, 25, 0, 18], present: Some(&[true, true, false, true]) },
///     WaterColumn { values: &[16, 0, 0, -1], present: Some(&[true, false, false, true]) },
/// ];
/// let mut grades = [0; 4];
/// batch.grade(&columns, &mut grades)?;
/// assert_eq!(grades, [3, 4, WaterBatch::NOTHING_ASSESSED, WaterBatch::IMPOSSIBLE]);
/// assert_eq!(WaterBatch::meaning(grades[0]), Some(WaterGrade::III));
/// assert!(WaterBatch::new(Gb3838::named("2002")?, WaterBody::River, &[(Indicator::TN, 2)]).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct WaterBatch {
    items: Vec<Scaled>,
}

/// The values of one item.
#[derive(Clone, Copy, Debug)]
pub struct WaterColumn<'a> {
    /// One value a sample; what stands where none is does not matter.
    pub values: &'a [i32],
    /// Which samples have the item; `None`: all.
    pub present: Option<&'a [bool]>,
}

/// Columns that cannot be classed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WaterBatchError {
    /// The indicator is no item that sets the class of this kind of water.
    #[error("{0} does not set the class by GB 3838-2002 table 1")]
    NotAssessed(Indicator),
    /// The item was given twice.
    #[error("{0} is given twice")]
    Twice(Indicator),
    /// With so many places the limits do not fit the integers of the column.
    #[error("{indicator}: with {places} decimal places the limits do not fit 32 bits")]
    Places {
        /// The item.
        indicator: Indicator,
        /// The places.
        places: u8,
    },
    /// There are not as many columns as items.
    #[error("{given} columns, expected {expected}, one an item")]
    Columns {
        /// The columns.
        given: usize,
        /// The items.
        expected: usize,
    },
    /// A column, its mask and the grades are not of one length.
    #[error("column {column} has {given} values or marks, expected {expected}, one a sample")]
    Length {
        /// The column, from 0.
        column: usize,
        /// Its length, or that of its mask.
        given: usize,
        /// That of the grades.
        expected: usize,
    },
}

/// An item in the integers of its column.
#[derive(Clone, Debug)]
struct Scaled {
    limits: ScaledLimits,
    /// Values outside cannot be.
    possible: (i32, i32),
}

/// The limits of classes I to V: each one that a value misses makes it a grade worse.
#[derive(Clone, Debug)]
enum ScaledLimits {
    AtMost([i32; 5]),
    AtLeast([i32; 5]),
    Within(i32, i32),
}

/// Samples that are taken together, so that their grades stay in the nearest cache.
const BLOCK: usize = 4096;

impl WaterBatch {
    /// The grade of a sample without any assessed item.
    pub const NOTHING_ASSESSED: u8 = 0;
    /// The grade of a sample that [`surface_water`](super::surface_water()) refuses: a value is negative, or cannot be.
    pub const IMPOSSIBLE: u8 = 7;

    /// For columns of these items with so many decimal places each.
    ///
    /// # Errors
    /// [`WaterBatchError`] for an indicator that does not set the class, one that is given twice, and places with which a
    /// limit does not fit 32 bits.
    pub fn new(
        standard: Gb3838,
        body: WaterBody,
        items: &[(Indicator, u8)],
    ) -> Result<Self, WaterBatchError> {
        let mut scaled = Vec::with_capacity(items.len());
        for (at, (indicator, places)) in items.iter().enumerate() {
            let (indicator, places) = (*indicator, *places);
            let item = standard.item(indicator, body).filter(|item| item.role == Role::Assessed);
            let item = item.ok_or(WaterBatchError::NotAssessed(indicator))?;
            if items.iter().take(at).any(|(earlier, _)| *earlier == indicator) {
                return Err(WaterBatchError::Twice(indicator));
            }
            scaled.push(Scaled::of(item, places).ok_or(WaterBatchError::Places { indicator, places })?);
        }
        Ok(Self { items: scaled })
    }

    /// Writes the grade of each sample: 1 to 6 for class I to worse than class V, [`Self::NOTHING_ASSESSED`] or
    /// [`Self::IMPOSSIBLE`].
    ///
    /// # Errors
    /// [`WaterBatchError`] if there is not one column an item, in their order, or one value and mark a sample.
    pub fn grade(&self, columns: &[WaterColumn<'_>], grades: &mut [u8]) -> Result<(), WaterBatchError> {
        if columns.len() != self.items.len() {
            return Err(WaterBatchError::Columns { given: columns.len(), expected: self.items.len() });
        }
        let expected = grades.len();
        for (column, WaterColumn { values, present }) in columns.iter().enumerate() {
            for given in [values.len(), present.map_or(expected, <[bool]>::len)] {
                if given != expected {
                    return Err(WaterBatchError::Length { column, given, expected });
                }
            }
        }
        for (at, block) in grades.chunks_mut(BLOCK).enumerate() {
            block.fill(Self::NOTHING_ASSESSED);
            let from = at.saturating_mul(BLOCK);
            for (item, WaterColumn { values, present }) in self.items.iter().zip(columns) {
                let values = values.get(from..).unwrap_or_default();
                let present = present.map(|present| present.get(from..).unwrap_or_default());
                item.raise(block, values, present);
            }
        }
        Ok(())
    }

    /// The grade that a byte stands for; `None` for the two that are none.
    #[must_use]
    pub fn meaning(grade: u8) -> Option<WaterGrade> {
        WaterGrade::ALL.get(usize::from(grade.checked_sub(1)?)).copied()
    }
}

impl Scaled {
    /// `None` if a limit does not fit.
    fn of(item: &WaterItem, places: u8) -> Option<Self> {
        let scaled = |limit: Decimal, rounding| {
            // A whole number of parts is at most 2.5 if it is at most 2, and at least 2.5 if it is at least 3.
            let scaled = limit.round(i8::try_from(places).ok()?, rounding).ok()?;
            i32::try_from(scaled.mantissa()).ok()
        };
        let all = |limits: [Option<Decimal>; 5], rounding| {
            let mut all = [0; 5];
            for (scaled_limit, limit) in all.iter_mut().zip(limits) {
                *scaled_limit = scaled(limit?, rounding)?;
            }
            Some(all)
        };
        let limits = match item.limits {
            WaterLimits::Each { relation: Relation::AtLeast, limits } => {
                ScaledLimits::AtLeast(all(limits, Rounding::Up)?)
            }
            WaterLimits::Each { limits, .. } => ScaledLimits::AtMost(all(limits, Rounding::Truncate)?),
            WaterLimits::Range { low, high } => {
                ScaledLimits::Within(scaled(low, Rounding::Up)?, scaled(high, Rounding::Truncate)?)
            }
            WaterLimits::Change { .. } => return None,
        };
        // What does not fit is more than any value.
        let most = possible(item).and_then(|(_, high)| scaled(high, Rounding::Truncate));
        Some(Self { limits, possible: (0, most.unwrap_or(i32::MAX)) })
    }

    /// Raises each grade to that of its value.
    fn raise(&self, grades: &mut [u8], values: &[i32], present: Option<&[bool]>) {
        match self.limits {
            ScaledLimits::AtMost(limits) => {
                self.raise_by(grades, values, present, |value| missed(limits, |limit| value > limit));
            }
            ScaledLimits::AtLeast(limits) => {
                self.raise_by(grades, values, present, |value| missed(limits, |limit| value < limit));
            }
            ScaledLimits::Within(low, high) => {
                self.raise_by(grades, values, present, |value| {
                    missed([(); 5], |()| value < low || value > high)
                });
            }
        }
    }

    #[expect(clippy::arithmetic_side_effects, reason = "a grade of at most 7, taken once or not at all")]
    fn raise_by(
        &self,
        grades: &mut [u8],
        values: &[i32],
        present: Option<&[bool]>,
        missed: impl Fn(i32) -> u8,
    ) {
        let (low, high) = self.possible;
        let own =
            |value: i32| missed(value) | (u8::from(value < low || value > high) * WaterBatch::IMPOSSIBLE);
        match present {
            None => {
                for (grade, value) in grades.iter_mut().zip(values) {
                    *grade = (*grade).max(own(*value));
                }
            }
            Some(present) => {
                for ((grade, value), present) in grades.iter_mut().zip(values).zip(present) {
                    *grade = (*grade).max(own(*value) * u8::from(*present));
                }
            }
        }
    }
}

/// One more than how many of five limits are missed: the grade.
#[expect(clippy::arithmetic_side_effects, reason = "at most 6")]
fn missed<T: Copy>(limits: [T; 5], is_missed: impl Fn(T) -> bool) -> u8 {
    limits.iter().fold(1, |grade, limit| grade + u8::from(is_missed(*limit)))
}
