//! What is finished within a plan: the figures of its years, added up.

#![expect(clippy::result_large_err, reason = "a reason is made once and moved into the verdict")]

use alloc::vec::Vec;

use eqs_core::{Bound, Comparison, Decimal, Interval, Note, Quantity, Reason};

use crate::evidence::{Evidence, Figure};
use crate::target::Target;

/// A sum, and the years that have no figure.
pub(crate) struct Total {
    /// What the figures say together; if years are missing, at least their sum.
    pub(crate) figure: Figure,
    /// The years without a figure.
    pub(crate) missing: Vec<u16>,
}

/// The sum of the years of the plan up to `through`. A figure for several years from the first on counts as it is,
/// the latest of them, and the figures of the years behind it are added.
///
/// # Errors
/// Those of [`Evidence::figure`] but a missing year; [`Reason::NoObservation`] if no year has a figure;
/// [`Reason::NothingAssessed`] if the sum needs more than 18 digits.
pub(crate) fn total(target: &Target, evidence: &Evidence<'_>, through: u16) -> Result<Total, Reason> {
    let span = (target.first_year..=through).rev().find_map(|year| match evidence.of_all_years(year) {
        Err(Reason::NoObservation { .. }) => None,
        found => Some(found.map(|figure| (year, figure))),
    });
    let span = span.transpose()?;
    let from = span.as_ref().map_or(target.first_year, |(year, _)| year.saturating_add(1));
    let mut parts: Vec<Figure> = span.into_iter().map(|(_, figure)| figure).collect();
    let mut missing = Vec::new();
    for year in from..=through {
        match evidence.of_one_year(year) {
            Ok(figure) => parts.push(figure),
            Err(Reason::NoObservation { .. }) => missing.push(year),
            Err(reason) => return Err(reason),
        }
    }
    match added(target, parts, !missing.is_empty()) {
        Some(figure) => Ok(Total { figure: figure?, missing }),
        None => Err(evidence.missing(target.due_year().filter(|due| through >= *due))),
    }
}

/// The parts as one figure; `None` if there is none.
fn added(target: &Target, parts: Vec<Figure>, has_gaps: bool) -> Option<Result<Figure, Reason>> {
    let is_sum = parts.len() > 1;
    let mut parts = parts.into_iter();
    let first = parts.next()?;
    Some(parts.try_fold(first, |sum, part| plus(target, sum, part)).map(|mut figure| {
        if has_gaps {
            figure.comparison = joined(figure.comparison, AT_LEAST);
            figure.certain = figure.certain.checked_add(Interval::NOT_NEGATIVE).unwrap_or(Interval::ALL);
        }
        if is_sum || has_gaps {
            figure.used.push(Note::Reading {
                word: "规划期完成量",
                word_en: "finished within the plan",
                zh: "各年数据相加",
                en: "the sum of the figures of its years",
            });
        }
        figure
    }))
}

fn plus(target: &Target, one: Figure, other: Figure) -> Result<Figure, Reason> {
    let value = |figure: &Figure| -> Option<Decimal> {
        (figure.compared.unit == target.unit).then_some(figure.compared.value)
    };
    let sum = value(&one).zip(value(&other)).and_then(|(one, other)| one.checked_add(other));
    let sum = Quantity::new(sum.ok_or(Reason::NothingAssessed)?, target.unit);
    let certain = one.certain.checked_add(other.certain).ok_or(Reason::NothingAssessed)?;
    let used = [one.used, other.used].concat();
    Ok(Figure {
        given: sum,
        compared: sum,
        comparison: joined(one.comparison, other.comparison),
        certain,
        used,
    })
}

const AT_LEAST: Comparison = Comparison::Bounded { bound: Bound::AtLeast, high: None };

/// How a sum is to be compared: in full if both parts are; from below if both are bounded from below at most.
const fn joined(one: Comparison, other: Comparison) -> Comparison {
    const fn is_from_below(comparison: Comparison) -> bool {
        matches!(
            comparison,
            Comparison::FullValue | Comparison::Bounded { bound: Bound::AtLeast | Bound::Above, high: None }
        )
    }
    match (one, other) {
        (Comparison::FullValue, Comparison::FullValue) => Comparison::FullValue,
        _ if is_from_below(one) && is_from_below(other) => AT_LEAST,
        _ => Comparison::Bounded { bound: Bound::About, high: None },
    }
}
