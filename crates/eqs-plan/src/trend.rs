//! The direction that a target asks for, year by year.

use eqs_core::{Better, Reason, Relation};

use crate::comparator::Comparator;
use crate::target::Target;

/// What each observed year must be to the one before, and the latest to the base year.
pub(crate) struct Trend {
    /// To the year before.
    pub(crate) each: Relation,
    /// To the base year.
    pub(crate) latest: Relation,
}

/// The direction of the comparator; that of the indicator where the comparator only says "better".
#[expect(clippy::result_large_err, reason = "a reason is made once and moved into the verdict")]
pub(crate) fn trend(target: &Target) -> Result<Trend, Reason> {
    let (each, latest) = match target.comparator {
        Comparator::DeclineSteadily => (Relation::AtMost, Relation::Below),
        Comparator::DeclineContinuously => (Relation::Below, Relation::Below),
        Comparator::NoIncrease => (Relation::AtMost, Relation::AtMost),
        Comparator::NoDecrease => (Relation::AtLeast, Relation::AtLeast),
        _ => match target.indicator.better() {
            Better::Lower => (Relation::AtMost, Relation::Below),
            Better::Higher => (Relation::AtLeast, Relation::Above),
            Better::Neither => return Err(Reason::NoDirection(target.indicator)),
        },
    };
    Ok(Trend { each, latest })
}
