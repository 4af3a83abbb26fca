//! Observations and verdicts in few words.

use eqs_core::{
    Bound, Decimal, Indicator, NaiveDate, Observation, Outcome, Period, Place, Quantity, Reason, Source,
    Statistic, Unit, Verdict,
};
use eqs_plan::{BEIJING_13FYP, BEIJING_14FYP, Plan, Policy, Target, TargetStatus, evaluate};

/// A day written as `YYYY-MM-DD`.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The target of table 1 with this number.
pub(crate) fn of_13fyp(no: u16) -> Target {
    *BEIJING_13FYP.target(no).unwrap()
}

/// The target of table 2 with this number.
pub(crate) fn of_14fyp(no: u16) -> Target {
    *BEIJING_14FYP.target(no).unwrap()
}

/// The targets of the printed table of a plan.
pub(crate) fn of_table(plan: &Plan) -> impl Iterator<Item = &'static Target> {
    plan.targets().iter().filter(|target| target.no.is_some())
}

/// The target of any plan with this id.
pub(crate) fn of_id(id: &str) -> Target {
    *Plan::all().iter().find_map(|plan| plan.target_of_id(id)).unwrap()
}

/// A figure for a year, printed as `35`, `>35`, `≥35`, `约35`, `近35` or `29~35`.
pub(crate) fn figure(target: &Target, year: u16, printed: &str) -> Observation<'static> {
    in_unit(target, year, printed, target.unit)
}

/// The same in another unit.
pub(crate) fn in_unit(target: &Target, year: u16, printed: &str, unit: Unit) -> Observation<'static> {
    let marks = [
        ("", Bound::Exact),
        (">", Bound::Above),
        ("≥", Bound::AtLeast),
        ("约", Bound::About),
        ("近", Bound::Nearly),
    ];
    let value = printed.trim_start_matches(['>', '≥', '约', '近']);
    let mark = printed.strip_suffix(value).unwrap();
    let (value, high) = value.split_once('~').map_or((value, None), |(low, high)| (low, Some(high)));
    let is_cumulative = matches!(target.statistic, Statistic::CumulativeChange | Statistic::CumulativeTotal);
    Observation {
        place: target.observed_at,
        indicator: target.indicator,
        statistic: target.statistic,
        period: if is_cumulative { Period::Years(target.first_year, year) } else { Period::Year(year) },
        quantity: Quantity::parse(value, unit).unwrap(),
        high: high.map(|high| high.parse::<Decimal>().unwrap()),
        bound: marks.iter().find(|(text, _)| *text == mark).unwrap().1,
        source: Source { document: "test", id: "", line: 1, quote: "" },
    }
}

/// A figure of Beijing or a part of it, as a bulletin prints it.
pub(crate) fn printed(
    place: &str,
    indicator: &str,
    statistic: Statistic,
    year: u16,
    value: &str,
    unit: Unit,
) -> Observation<'static> {
    Observation {
        place: Place::of(place),
        indicator: Indicator::of(indicator),
        statistic,
        period: Period::Year(year),
        quantity: Quantity::parse(value, unit).unwrap(),
        high: None,
        bound: Bound::Exact,
        source: Source { document: "test", id: "", line: 1, quote: "" },
    }
}

/// The verdict by the default policy.
pub(crate) fn verdict(target: &Target, observations: &[Observation<'_>], on: &str) -> Verdict<TargetStatus> {
    evaluate(target, observations, day(on), &Policy::default())
}

/// The status, or the single reason why there is none.
pub(crate) fn outcome(verdict: &Verdict<TargetStatus>) -> Result<TargetStatus, Reason> {
    match &verdict.outcome {
        Outcome::Determined(status) => Ok(*status),
        Outcome::Undetermined(reasons) => {
            assert_eq!(reasons.len(), 1, "{reasons:?}");
            Err(reasons[0])
        }
    }
}

/// The reason that no figure counts.
pub(crate) fn missing(target: &Target, year: Option<u16>) -> Reason {
    Reason::NoObservation {
        indicator: target.indicator,
        statistic: target.statistic,
        place: target.observed_at,
        year,
    }
}
