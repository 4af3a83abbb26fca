//! Tables that sort one index into grades by bands of values.

use eqs_core::table::Reader;
use eqs_core::{Citation, Confirmation, Decimal, Edition, Indicator, Medium, Unit};

use crate::limit::{Limit, Requirement, Standing};
use crate::reading::band::Band;
use crate::reading::cell;
use crate::scope::Scope;

/// A grade with the values that belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Grade<T> {
    /// The grade.
    pub grade: T,
    /// Its values; a shared end point belongs to exactly one grade.
    pub values: Band,
    /// Where it stands.
    pub citation: Citation,
    /// How well it is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else is to be said of it.
    pub note: &'static str,
}

impl<T: Copy> Grade<T> {
    /// The row as a limit, with the indicator that is graded and its unit.
    pub(crate) fn limit(
        &self,
        edition: &'static Edition,
        medium: Medium,
        measured: (Indicator, Unit),
        scope: Scope,
    ) -> Limit {
        let (indicator, unit) = measured;
        Limit {
            edition,
            medium,
            indicator,
            scope,
            requirement: Requirement::Band(self.values),
            unit,
            standing: Standing::Grading,
            citation: self.citation,
            confirmation: self.confirmation,
            sources: self.sources,
            note: self.note,
        }
    }
}

/// The grade that a value belongs to.
pub(crate) fn grade_of<T>(grades: &'static [Grade<T>], value: Decimal) -> Option<&'static Grade<T>> {
    grades.iter().find(|grade| grade.values.contains(value))
}

/// The cells behind the name of the grade: `values,confirmation,sources,note`.
pub(crate) const fn row<T: Copy>(grade: T, citation: Citation, reader: &mut Reader) -> Grade<T> {
    let values = Band::read(reader);
    let cell::Origin { confirmation, sources, note } = cell::origin(reader);
    Grade { grade, values, citation, confirmation, sources, note }
}

/// Refuses bands with a gap, an overlap, or an end point with two owners or none, and bands that do not cover the
/// whole scale.
///
/// Rows may run up or down.
#[expect(clippy::panic, reason = "a wrong table must not compile")]
pub(crate) const fn expect_partition<T: Copy>(grades: &[Grade<T>]) {
    let mut rest = grades;
    while let [one, other, ..] = rest {
        assert!(
            other.values.follows(one.values) || one.values.follows(other.values),
            "neighbouring grades share one end point, and it belongs to one of them"
        );
        rest = rest.split_at(1).1;
    }
    let (Some(first), Some(last)) = (grades.first(), grades.last()) else {
        panic!("there is at least one grade");
    };
    let (first, last) = (first.values, last.values);
    assert!(
        (first.low.is_none() && last.high.is_none()) || (first.high.is_none() && last.low.is_none()),
        "the grades cover the whole scale"
    );
}
