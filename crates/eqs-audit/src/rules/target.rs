//! Rule `target`: targets of a plan, by `eqs-plan`.

use eqs_core::{Bound, Decimal, Observation, Outcome, Quantity, Reason, Unit};
use eqs_plan::{Plan, Policy as PlanPolicy, evaluate};

use crate::claim::{Claim, Parts};
use crate::register::Register;
use crate::result::{Missing, Part, Truth};
use crate::rules::last_day;

pub(super) fn target(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let (Ok(plan), Some(year)) = (Plan::of(claim.standard), claim.subject.period.end_year()) else {
        return part.lacking(Missing::Plan(claim.standard));
    };
    let day = last_day(year);
    let percent = |value| Quantity::new(value, Unit::PERCENT);
    let policy = PlanPolicy::DEFAULT
        .about_tolerance(percent(register.policy.about))
        .stable_tolerance(percent(register.policy.stable));
    let observations = || register.figures.iter().map(|figure| figure.observation);
    let mut truth = Truth::Certain;
    let wanted = |no: u16| match &claim.parts {
        Parts::Targets(numbers) => numbers.contains(&Some(no)),
        _ => true,
    };
    let numbered = plan.targets().iter().filter_map(|target| target.no.map(|no| (no, target)));
    for (no, target) in numbered.filter(|(no, _)| wanted(*no)) {
        let verdict = evaluate(target, observations(), day, &policy);
        part.findings.extend(verdict.findings);
        match verdict.outcome {
            Outcome::Determined(status) => {
                // A plan takes figures at their word; what they were before rounding may decide otherwise.
                let open = evaluate(target, observations().map(opened), day, &policy);
                let satisfied = status.is_satisfied();
                let is_sure = open.outcome.determined().is_some_and(|open| open.is_satisfied() == satisfied);
                truth = truth.and(if is_sure { Truth::of(Some(satisfied)) } else { Truth::Possible });
            }
            Outcome::Undetermined(reasons) => {
                let reason = reasons.first().copied().map(|reason| of_year(reason, year));
                part.missing.push(Missing::Target { no, reason });
            }
        }
    }
    part.decided(truth)
}

/// A missing figure is one of the year in which the targets are said to be met.
const fn of_year(reason: Reason, met: u16) -> Reason {
    match reason {
        Reason::NoObservation { indicator, statistic, place, year: None } => {
            Reason::NoObservation { indicator, statistic, place, year: Some(met) }
        }
        other => other,
    }
}

/// The figure or range as the range of values that round to it; a bound or a count as it is.
fn opened(observation: Observation<'static>) -> Observation<'static> {
    let Observation { quantity: Quantity { value, unit }, high, bound, .. } = observation;
    let is_count = unit.counts() && value.places() == 0;
    let ends = edge(value, -5).zip(edge(high.unwrap_or(value), 5));
    match ends.filter(|_| bound == Bound::Exact && !is_count && !value.is_negative()) {
        Some((low, high)) => {
            // Neither below 0 nor above 100 %.
            let (none, all) = (Decimal::new(0, 0), Decimal::new(100, 0));
            let high = if unit == Unit::PERCENT && value <= all { high.min(all) } else { high };
            let quantity = Quantity { value: low.max(none), unit };
            Observation { quantity, high: Some(high), ..observation }
        }
        None => observation,
    }
}

/// The value and so many tenths of its last place.
fn edge(value: Decimal, tenths: i64) -> Option<Decimal> {
    let (mantissa, places) = (value.mantissa().checked_mul(10)?, value.places().checked_add(1)?);
    Decimal::try_new(mantissa.checked_add(tenths)?, places).ok()
}
