//! What is finished within a plan: the figures of its years, added up.

#![expect(clippy::result_large_err, reason = "a reason is made once and moved into the verdict")]

use alloc::vec::Vec;

use eqs_core::{Bound, Comparison, Decimal, End, Fraction, Interval, Note, Quantity, Reason};

use crate::evidence::{Evidence, Figure};
use crate::target::{Target, ends_year, year};

/// A sum, and the years that have no figure.
pub(crate) struct Total {
    /// What the figures say together; if years are missing, at least their sum.
    pub(crate) figure: Figure,
    /// The years without a figure.
    pub(crate) missing: Vec<u16>,
}

/// The sum of the years of the plan up to `through`. A figure for several years from the first on counts as it is,
/// the latest of them, and the figures of the years behind it are added. In the due year of a due day before its end
/// anything from none to all of the year may be finished by then.
///
/// # Errors
/// Those of [`Evidence::figure`] but a missing year; [`Reason::Conflict`] if a figure for several years is not what
/// earlier ones and the years add up to; [`Reason::NoObservation`] if no year has a figure; [`Reason::NothingAssessed`]
/// if the sum needs more than 18 digits.
pub(crate) fn total(target: &Target, evidence: &Evidence, through: u16) -> Result<Total, Reason> {
    let mut spans = Vec::new();
    for year in target.first_year..=through {
        if let Some(figure) = known(evidence.of_all_years(year))? {
            spans.push((year, figure));
        }
    }
    let years = |from: u16, last: u16| -> Result<Parts, Reason> {
        let mut parts = Parts::default();
        for year in from..=last {
            match known(evidence.of_one_year(year))? {
                Some(figure) => parts.figures.push(figure),
                None => parts.missing.push(year),
            }
        }
        Ok(parts)
    };
    let behind =
        |span: Option<&(u16, Figure)>| span.map_or(target.first_year, |(year, _)| year.saturating_add(1));
    // What is known before a span must leave it possible.
    for (at, (last, span)) in spans.iter().enumerate() {
        for before in (0..=at).map(|before| before.checked_sub(1).and_then(|before| spans.get(before))) {
            let mut parts = years(behind(before), *last)?;
            parts.figures.extend(before.map(|(_, figure)| figure.clone()));
            if let Some(sum) = parts.added(target)?
                && !sum.certain.meets(span.certain)
            {
                return Err(Reason::Conflict { one: sum.given, other: span.given });
            }
        }
    }
    let latest = spans.last();
    let mut parts = years(behind(latest), through)?;
    let has_early_end = target.due.is_some_and(|due| year(due) == through && !ends_year(due));
    if has_early_end
        && parts.missing.last() != Some(&through)
        && let Some(last) = parts.figures.last_mut()
    {
        let upper = Interval::new(Some(End::included(Fraction::ZERO)), last.certain.high());
        last.certain = upper;
        last.comparison = Comparison::Bounded { bound: Bound::About, high: None };
    }
    parts.figures.splice(0..0, latest.map(|(_, figure)| figure.clone()));
    let missing = parts.missing.clone();
    match parts.added(target)? {
        Some(figure) => Ok(Total { figure, missing }),
        None => Err(evidence.missing(target.due_year().filter(|due| through >= *due))),
    }
}

/// Figures to be added up, and the years that have none.
#[derive(Default)]
struct Parts {
    figures: Vec<Figure>,
    missing: Vec<u16>,
}

impl Parts {
    /// One figure of all; `None` if there is none.
    fn added(self, target: &Target) -> Result<Option<Figure>, Reason> {
        added(target, self.figures, !self.missing.is_empty()).transpose()
    }
}

/// The figure, if there is one.
fn known(figure: Result<Figure, Reason>) -> Result<Option<Figure>, Reason> {
    match figure {
        Err(Reason::NoObservation { .. }) => Ok(None),
        figure => figure.map(Some),
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
