//! [`evaluate`]: one target against any observations.

#![expect(clippy::result_large_err, reason = "a reason is made once and moved into the verdict")]

use alloc::vec::Vec;
use core::borrow::Borrow;

use eqs_core::{
    Citation, End, Finding, Interval, Judgement, NaiveDate, Note, Observation, Outcome, Period, Quantity,
    Reason, Relation, Unit, Verdict,
};

use crate::comparator::Comparator;
use crate::evidence::{Evidence, Figure};
use crate::levels;
use crate::pace::Pace;
use crate::policy::{Policy, Steadily};
use crate::progress::Progress;
use crate::requirement;
use crate::status::TargetStatus;
use crate::target::{Base, Target, year};
use crate::total::total;
use crate::trend::trend;

/// Where `target` stands on `day`, by the figures among `observations`.
///
/// # Which figures count
/// Those of exactly [`Target::observed_at`], the indicator and the statistic of the target, for a calendar year
/// of the plan that is over on `day` (its 31 December included) and not after the due year. A cumulative change
/// counts for the last year of its period if that begins with the first year of the plan, or behind the base year
/// that is printed, so that 2016–2020 says nothing about a target for 2021–2025; a cumulative total if it begins with
/// the plan. From the due day on only the figure of the due year decides, before it the latest there is.
///
/// Several figures for one year must agree. Those with a bound (`>90`, 近, 以上) or a range decide only where
/// every value that they leave open decides alike; an approximation (约) never does alone.
///
/// # What satisfies
/// - `at_most`, `below`, `at_least`, `above`: the relation, on full values;
/// - `reduce_by_at_least`, `reduce_by_about`, `increase_by_about`: a cumulative change counts as an unsigned
///   percentage of reduction or increase; of another statistic, figures in per cent of the base count (100 − value at
///   most, 100 + value at least), or levels: the figure of the base year, changed by so many per cent of it, percentage
///   points, or an amount. Of a reduction against the peak the latest level must be low enough under the highest of the
///   years given, for the peak is at least that;
/// - `about` and its likes: not worse than the number by more than [`Policy::about_tolerance`]; `range`: not worse
///   than its worse end; on both sides where the indicator has no better direction;
/// - `complete_count`: the figures of the years of the plan that are over, added up; a figure for all of them counts as
///   it is. Years without a figure leave it open unless the others are enough;
/// - `complete`: 100 %, or a year before the one that is printed; `basically_complete`: at least
///   [`Policy::basically_completed`];
/// - `eliminate`: 0; `basically_eliminate`: at most [`Policy::basically_eliminated`];
/// - `improve_steadily`, `decline_steadily`, `decline_continuously`, `no_increase`, `no_decrease`: as
///   [`Policy::steadily`] says, against the figure of the base year, which must be among the observations;
/// - `remain_stable`: not worse than the base year by more than [`Policy::stable_tolerance`];
/// - `rank_first`: rank 1 among the districts, by their figures of the year or a printed rank;
/// - `at_least_class`, `meet_grade`: the number of the class or grade at most;
///   `not_in_bottom`: a rank, counted from the last, above the number; `peak_before`: a year before the number.
///
/// The base year is the year before the plan where none is printed; a note says so.
///
/// # Before the due day
/// A target that the latest figure satisfies is [`TargetStatus::MetSoFar`]. Another is on track or behind by
/// [`Policy::method`], whose reasons it has where the method cannot tell (see [`progress`](crate::progress())), and
/// [`TargetStatus::NotYetDue`] if no method is asked for. A direction that single years have to keep, and
/// `remain_stable`, is behind as soon as they do not.
///
/// # What the verdict holds
/// A finding for each comparison, citing the line of the plan, with the limit that was computed; then as notes
/// each figure that was used, and each reading of the policy. It is [`Outcome::Undetermined`] with
/// - [`Reason::BeforePeriod`] if `day` lies before the plan;
/// - [`Reason::NoDueDay`] if the target has none: what the figures say is shown, and decides nothing;
/// - [`Reason::NothingMeasurable`] for words only, [`Reason::ConditionOnly`] for a threshold,
///   [`Reason::StandardNotEvaluated`] for a standard, [`Reason::RequirementNotGiven`] for what a higher level asks for;
/// - [`Reason::NoObservation`] if no figure counts: with the year where one is needed;
/// - [`Reason::YearNotOver`] from a due day in the middle of a year until the end of that year, when it has a figure;
/// - [`Reason::Conflict`] if two figures of a year disagree;
/// - [`Reason::Impossible`] if a figure is negative and no change, or a share above 100 %;
/// - [`Reason::WrongUnit`] if a figure, or a value of the policy, does not convert to the unit of the target;
/// - [`Reason::BoundDoesNotDecide`] if a bound, a range or an approximation leaves it open;
/// - [`Reason::PeakNotKnown`] if a level is not low enough under the highest that is given;
/// - [`Reason::NoDirection`] if the indicator of an `improve_steadily` target has no better direction;
/// - [`Reason::NothingAssessed`] if the target lacks the number that its comparator takes, if its base is a peak whose
///   year nobody gives, or if a number is so long that a limit would need more than 18 digits.
///
/// # Example
/// ```
/// use eqs_core::{
///     Bound, Indicator, Judgement, NaiveDate, Observation, Period, Place, Quantity, Reason, Source, Statistic,
///     Unit,
/// };
/// use eqs_plan::{BEIJING_14FYP, Policy, TargetStatus, evaluate};
///
/// let measured = |year, value| Quantity::parse(value, Unit::UG_PER_M3).map(|quantity| Observation {
///     place: Place::BEIJING,
///     indicator: Indicator::PM2_5,
///     statistic: Statistic::AnnualMean,
///     period: Period::Year(year),
///     quantity,
///     high: None,
///     bound: Bound::Exact,
///     source: Source { document: "own", id: "1", line: 1, quote: "" },
/// });
/// let observations = [measured(2024, "30.5")?, measured(2025, "36.8")?];
/// let target = BEIJING_14FYP.target(4).unwrap(); // about 35 µg/m³ in 2025
///
/// let day = NaiveDate::from_ymd_opt(2025, 6, 30).unwrap();
/// let verdict = evaluate(target, &observations, day, &Policy::default());
/// assert_eq!(verdict.outcome.determined(), Some(&TargetStatus::MetSoFar)); // by 30.5 µg/m³
///
/// let day = NaiveDate::from_ymd_opt(2025, 12, 31).unwrap();
/// let verdict = evaluate(target, &observations, day, &Policy::default());
/// assert_eq!(verdict.outcome.determined(), Some(&TargetStatus::Missed)); // by 36.8 µg/m³
/// let Judgement::Limit { limit, .. } = verdict.findings[0].judgement else { unreachable!() };
/// assert_eq!(limit.to_string(), "36.75 µg/m³"); // 35 and 5 % of it
///
/// let day = NaiveDate::from_ymd_opt(2020, 12, 31).unwrap();
/// let verdict = evaluate(target, &observations, day, &Policy::default());
/// assert_eq!(verdict.outcome.reasons(), [Reason::BeforePeriod(Period::Years(2021, 2025))]);
/// # Ok::<(), eqs_core::DecimalError>(())
/// ```
pub fn evaluate<'a, O: Borrow<Observation<'a>>>(
    target: &Target,
    observations: impl IntoIterator<Item = O>,
    day: NaiveDate,
    policy: &Policy,
) -> Verdict<TargetStatus> {
    if let Err(reason) = begun(target, day) {
        return Verdict::undetermined(reason);
    }
    judged(target, &Evidence::new(target, observations, day), day, policy)
}

/// Where the target stands by its evidence.
pub(crate) fn judged(
    target: &Target,
    evidence: &Evidence,
    day: NaiveDate,
    policy: &Policy,
) -> Verdict<TargetStatus> {
    let is_due = target.due.is_some_and(|due| day >= due);
    let mut comparisons = Comparisons { target, findings: Vec::new(), used: Vec::new(), reasons: Vec::new() };
    match target.comparator {
        comparator if comparator.is_trend() => comparisons.trend(evidence, is_due, policy.steadily),
        Comparator::RemainStable => comparisons.stable(evidence, is_due, policy),
        _ if evidence.has_levels() => comparisons.change(evidence, is_due, policy),
        _ if target.adds_up() => comparisons.total(evidence, is_due, policy),
        _ => comparisons.limits(evidence, is_due, policy),
    }
    let Some(is_satisfied) = comparisons.satisfied() else {
        return comparisons.conclude(None, policy);
    };
    let status = match (is_due, is_satisfied) {
        (true, true) => Ok(TargetStatus::Met),
        (true, false) => Ok(TargetStatus::Missed),
        (false, true) => Ok(TargetStatus::MetSoFar),
        (false, false) => before_its_day(target, evidence, day, policy),
    };
    comparisons.conclude(Some(status), policy)
}

/// That the plan has begun.
pub(crate) fn begun(target: &Target, day: NaiveDate) -> Result<(), Reason> {
    if year(day) < target.first_year {
        let period = Period::Years(target.first_year, target.due_year().unwrap_or(target.last_year));
        return Err(Reason::BeforePeriod(period));
    }
    Ok(())
}

/// Where a target stands that is not reached yet.
fn before_its_day(
    target: &Target,
    evidence: &Evidence,
    day: NaiveDate,
    policy: &Policy,
) -> Result<TargetStatus, Vec<Reason>> {
    if target.comparator.asks_of_each_year() {
        return Ok(TargetStatus::Behind);
    }
    let Some(method) = policy.method else { return Ok(TargetStatus::NotYetDue) };
    match Progress::of(target, evidence, day, policy, method).outcome {
        Outcome::Determined(Pace::Achieved | Pace::OnTrack) => Ok(TargetStatus::OnTrack),
        Outcome::Determined(_) => Ok(TargetStatus::Behind),
        Outcome::Undetermined(reasons) => Err(reasons),
    }
}

/// The comparisons made so far, and the reasons why others could not be made.
struct Comparisons<'t> {
    target: &'t Target,
    findings: Vec<Finding>,
    used: Vec<Note>,
    reasons: Vec<Reason>,
}

impl Comparisons<'_> {
    /// Holds the deciding figure against the limits of the target.
    fn limits(&mut self, evidence: &Evidence, is_due: bool, policy: &Policy) {
        let limits = match requirement::limits(self.target, policy) {
            // No figure could help.
            Err(reason) if is_final(reason) => return self.reasons.push(reason),
            limits => self.keep(limits),
        };
        let deciding = self.keep(deciding_year(self.target, evidence, is_due));
        let figure = deciding.and_then(|year| self.figure(evidence, year));
        if let (Some(limits), Some(figure)) = (limits, figure) {
            for (relation, limit) in limits {
                self.compare(&figure, relation, limit, Interval::exactly(limit.value.to_fraction()));
            }
        }
    }

    /// Holds the sum of the years of the plan that are over against the number.
    fn total(&mut self, evidence: &Evidence, is_due: bool, policy: &Policy) {
        let limits = self.keep(requirement::limits(self.target, policy));
        let total = self.keep(total(self.target, evidence, evidence.last()));
        let (Some(limits), Some(total)) = (limits, total) else {
            return;
        };
        self.used.extend_from_slice(&total.figure.used);
        let awaited = self.target.due_year().filter(|due| is_due && evidence.last() < *due);
        for (relation, limit) in limits {
            let open = Interval::exactly(limit.value.to_fraction());
            match total.figure.certain.relates(relation, open) {
                None if !total.missing.is_empty() => {
                    self.reasons.extend(total.missing.iter().map(|year| evidence.missing(Some(*year))));
                }
                // The rest may be finished in a year that is not over.
                Some(false) if awaited.is_some() => {
                    self.reasons.extend(awaited.map(|year| Reason::YearNotOver { year }));
                }
                _ => self.compare(&total.figure, relation, limit, open),
            }
        }
    }

    /// Holds the deciding level against that of the base year, or the highest of the years up to it, changed as the target
    /// asks.
    fn change(&mut self, evidence: &Evidence, is_due: bool, policy: &Policy) {
        let Some(year) = self.keep(deciding_year(self.target, evidence, is_due)) else {
            return;
        };
        let Some(figure) = self.figure(evidence, year) else {
            return;
        };
        if self.target.base == Some(Base::Peak) {
            return self.below_peak(evidence, &figure, year, policy);
        }
        let Some(base) = self.base(evidence) else {
            return;
        };
        let Some((relation, limit)) = self.keep(requirement::changed(self.target, base.compared, policy))
        else {
            return;
        };
        // A base that is only bounded leaves the limit as open as itself.
        let (from, to) = (base.compared.value.to_fraction(), limit.value.to_fraction());
        let open = if self.target.unit == Unit::PERCENT {
            to.checked_div(from).and_then(|factor| base.certain.checked_scale(factor))
        } else {
            to.checked_sub(from).and_then(|by| base.certain.checked_add(Interval::exactly(by)))
        };
        // Of 0 there is no share, and nothing is left of a reduction by all of it.
        let open = open.unwrap_or(Interval::exactly(to));
        self.compare(&figure, relation, limit, open);
    }

    /// The peak may be higher than what is given: then the reduction is only larger.
    fn below_peak(&mut self, evidence: &Evidence, figure: &Figure, year: u16, policy: &Policy) {
        let Some(Some((peak, used))) = self.keep(evidence.peak(year)) else {
            return;
        };
        self.used.extend(used);
        self.used.push(levels::READING);
        let Some((relation, limit)) = self.keep(requirement::changed(self.target, peak, policy)) else {
            return;
        };
        let open = Interval::new(Some(End::included(limit.value.to_fraction())), None);
        if figure.certain.relates(relation, open).is_none() {
            return self.reasons.push(Reason::PeakNotKnown { highest: peak });
        }
        self.compare(figure, relation, limit, open);
    }

    /// Holds the deciding figure against that of the base year and the tolerance.
    fn stable(&mut self, evidence: &Evidence, is_due: bool, policy: &Policy) {
        let base = self.base(evidence);
        let deciding = self.keep(deciding_year(self.target, evidence, is_due));
        let figure = deciding.and_then(|year| self.figure(evidence, year));
        let (Some(base), Some(figure)) = (base, figure) else {
            return;
        };
        let Some(limits) = self.keep(requirement::stable(self.target, base.compared, policy)) else {
            return;
        };
        let value = base.compared.value.to_fraction();
        for (relation, limit) in limits {
            // A base that is only bounded leaves the limit as open as itself; of 0 there is no share.
            let factor = limit.value.to_fraction().checked_div(value);
            let open = factor.map_or(Some(base.certain), |factor| base.certain.checked_scale(factor));
            self.compare(&figure, relation, limit, open.unwrap_or(Interval::ALL));
        }
    }

    /// Holds the years of the plan against each other and against the base year.
    fn trend(&mut self, evidence: &Evidence, is_due: bool, steadily: Steadily) {
        let Some(trend) = self.keep(trend(self.target)) else {
            return;
        };
        if self.target.base_year().is_none() {
            return self.reasons.push(Reason::NothingAssessed);
        }
        let base = self.base(evidence);
        let Some(latest) = self.keep(deciding_year(self.target, evidence, is_due)) else {
            return;
        };
        let years = match steadily {
            Steadily::EachObservation => evidence.years(),
            Steadily::LatestAgainstBase => alloc::vec![latest],
        };
        let figures: Vec<Figure> = years.iter().filter_map(|year| self.figure(evidence, *year)).collect();
        let (Some(base), Some(latest), true) = (base, figures.last(), figures.len() == years.len()) else {
            return;
        };
        // With one year only, what it is to the base says it all.
        if figures.len() > 1 {
            let mut before = &base;
            for figure in &figures {
                self.compare(figure, trend.each, before.compared, before.certain);
                before = figure;
            }
        }
        self.compare(latest, trend.latest, base.compared, base.certain);
    }

    /// The figure of the base year.
    fn base(&mut self, evidence: &Evidence) -> Option<Figure> {
        let year = self.keep(self.target.base_year().ok_or(Reason::NothingAssessed))?;
        self.figure(evidence, year)
    }

    /// Whether `figure` has the relation to everything that `limit` leaves open.
    fn compare(&mut self, figure: &Figure, relation: Relation, limit: Quantity, open: Interval) {
        let Some(met) = figure.certain.relates(relation, open) else {
            return self.reasons.push(Reason::BoundDoesNotDecide { given: figure.given, limit });
        };
        let source = self.target.source;
        self.findings.push(Finding {
            indicator: self.target.indicator,
            statistic: Some(self.target.statistic),
            given: figure.given,
            compared: figure.compared,
            comparison: figure.comparison,
            judgement: Judgement::Limit { limit, relation, met, multiple: None },
            citation: Citation::Document { document: source.document, line: source.line },
            confirmation: self.target.confirmation,
        });
    }

    /// The figure of a year, noted as used, or a reason more.
    fn figure(&mut self, evidence: &Evidence, year: u16) -> Option<Figure> {
        let figure = self.keep(evidence.figure(year))?;
        self.used.extend_from_slice(&figure.used);
        Some(figure)
    }

    fn keep<T>(&mut self, result: Result<T, Reason>) -> Option<T> {
        result.map_err(|reason| self.reasons.push(reason)).ok()
    }

    /// Whether the target is satisfied: one comparison that fails decides; otherwise all must have been made, and hold.
    fn satisfied(&mut self) -> Option<bool> {
        let asks_for_a_day =
            !matches!(self.target.comparator, Comparator::Threshold | Comparator::Qualitative);
        if self.target.due.is_none() && asks_for_a_day {
            self.reasons.insert(0, Reason::NoDueDay);
            return None;
        }
        let fails = |finding: &Finding| matches!(finding.judgement, Judgement::Limit { met: false, .. });
        let fails = self.findings.iter().any(fails);
        (fails || self.reasons.is_empty()).then_some(!fails)
    }

    /// The verdict; without a status for the reasons met so far.
    fn conclude(
        self,
        status: Option<Result<TargetStatus, Vec<Reason>>>,
        policy: &Policy,
    ) -> Verdict<TargetStatus> {
        let outcome = match status.unwrap_or(Err(self.reasons)) {
            Ok(status) => Outcome::Determined(status),
            Err(reasons) => Outcome::Undetermined(reasons),
        };
        let mut notes = self.used;
        notes.extend(policy.notes(self.target));
        Verdict { outcome, findings: self.findings, notes }
    }
}

/// Reasons that no figure would remove.
const fn is_final(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::StandardNotEvaluated { .. }
            | Reason::RequirementNotGiven { .. }
            | Reason::ConditionOnly
            | Reason::NothingMeasurable
    )
}

/// The year whose figure decides: the due year from the due day on, before it the latest that has a figure.
fn deciding_year(target: &Target, evidence: &Evidence, is_due: bool) -> Result<u16, Reason> {
    let latest = evidence.years().last().copied();
    match target.due_year().filter(|_| is_due) {
        None => latest.ok_or_else(|| evidence.missing(None)),
        Some(due) if evidence.last() < due => Err(Reason::YearNotOver { year: due }),
        Some(due) if latest == Some(due) => Ok(due),
        Some(due) => Err(evidence.missing(Some(due))),
    }
}
