//! Rule `target`: targets of a plan, by `eqs-plan`.

use eqs_core::{NaiveDate, Outcome};
use eqs_plan::{Plan, Policy as PlanPolicy, evaluate};

use crate::claim::{Claim, Parts};
use crate::register::Register;
use crate::result::{Missing, Part, Truth};

pub(super) fn target(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let (Ok(plan), Some(year)) = (Plan::of(claim.standard), claim.subject.period.end_year()) else {
        return part.lacking(Missing::Plan(claim.standard));
    };
    let day = NaiveDate::from_ymd_opt(i32::from(year), 12, 31).unwrap_or(NaiveDate::MAX);
    let observations = || register.figures.iter().map(|figure| &figure.observation);
    let mut truth = Truth::Certain;
    let wanted = |no: u16| match &claim.parts {
        Parts::Targets(numbers) => numbers.contains(&Some(no)),
        _ => true,
    };
    for target in plan.targets().iter().filter(|target| wanted(target.no)) {
        let verdict = evaluate(target, observations(), day, &PlanPolicy::DEFAULT);
        part.findings.extend(verdict.findings);
        match verdict.outcome {
            Outcome::Determined(status) => truth = truth.and(Truth::of(Some(status.is_satisfied()))),
            Outcome::Undetermined(reasons) => {
                part.missing.push(Missing::Target { no: target.no, reason: reasons.first().copied() });
            }
        }
    }
    part.decided(truth)
}
