//! What holds for all evidence.

use eqs_core::{Better, Bound, Decimal, Observation, Quantity, Reason, Unit, Verdict};
use eqs_plan::{Comparator, Plan, Policy, ProgressMethod, Steadily, Target, TargetStatus, evaluate};
use proptest::prelude::*;

use crate::given::{day, figure, of_14fyp};

fn targets() -> Vec<Target> {
    Plan::all().iter().flat_map(|plan| plan.targets()).copied().collect()
}

fn target() -> impl Strategy<Value = Target> {
    prop::sample::select(targets())
}

/// Figures for some of the years around the plan, near the number of the target, with any bound.
fn evidence(target: &Target) -> impl Strategy<Value = Vec<Observation<'static>>> + use<> {
    let target = *target;
    let near =
        target.value.map_or(0, |value| value.round(1, eqs_core::Rounding::Truncate).unwrap().mantissa());
    let bound = prop::sample::select(Bound::ALL);
    let one = (0_u16..8, -30_i64..30, bound).prop_map(move |(year, offset, bound)| {
        let mut observation = figure(&target, target.first_year - 1 + year, "0");
        observation.quantity.value = Decimal::new(near + offset, 1);
        observation.bound = if offset % 3 == 0 { bound } else { Bound::Exact };
        observation
    });
    prop::collection::vec(one, 0..8)
}

fn case() -> impl Strategy<Value = (Target, Vec<Observation<'static>>, Policy, i32)> {
    target().prop_flat_map(|target| {
        let (steadily, method) =
            (prop::sample::select(Steadily::ALL), prop::sample::select(ProgressMethod::ALL));
        let method = prop::option::of(method);
        (Just(target), evidence(&target), steadily, method, -1..7_i32).prop_map(
            |(target, evidence, steadily, method, years)| {
                let policy = Policy::default().steadily(steadily);
                (target, evidence, method.map_or(policy, |method| policy.method(method)), years)
            },
        )
    })
}

fn at_the_end_of(target: &Target, years: i32) -> eqs_core::NaiveDate {
    day(&format!("{}-12-31", i32::from(target.first_year) + years))
}

/// How good a status is, from behind to satisfied.
fn status(verdict: &Verdict<TargetStatus>) -> Option<u8> {
    verdict.outcome.determined().map(|status| match status {
        TargetStatus::Behind | TargetStatus::Missed | TargetStatus::NotYetDue => 0,
        TargetStatus::OnTrack => 1,
        TargetStatus::Met | TargetStatus::MetSoFar => 2,
    })
}

/// The direction that the comparator itself asks for.
fn is_of_the_comparator(comparator: Comparator) -> Option<Better> {
    use Comparator::{
        AtLeastClass, CompleteCount, DeclineContinuously, DeclineSteadily, Eliminate, MeetGrade, NoDecrease,
        NoIncrease, NotInBottom, PeakBefore, RankFirst,
    };
    match comparator {
        AtLeastClass | DeclineContinuously | DeclineSteadily | Eliminate | MeetGrade | NoIncrease
        | PeakBefore | RankFirst => Some(Better::Lower),
        CompleteCount | NoDecrease | NotInBottom => Some(Better::Higher),
        _ => None,
    }
}

fn has_two_sides(comparator: Comparator) -> bool {
    matches!(comparator, Comparator::About | Comparator::Range | Comparator::RemainStable)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_observations_does_not_matter(
        (mut target_and_evidence, seed) in (case(), any::<prop::sample::Index>())
    ) {
        let (target, evidence, policy, years) = &mut target_and_evidence;
        let on = at_the_end_of(target, *years);
        let before = evaluate(target, evidence.iter(), on, policy);
        evidence.reverse();
        prop_assert_eq!(&evaluate(target, evidence.iter(), on, policy), &before);
        if !evidence.is_empty() {
            let middle = seed.index(evidence.len());
            evidence.rotate_left(middle);
        }
        prop_assert_eq!(&evaluate(target, evidence.iter(), on, policy), &before);
    }

    #[test]
    fn a_better_figure_never_worsens_the_status(
        (target, mut evidence, policy, years) in case(), gain in 0_i64..40
    ) {
        let on = at_the_end_of(&target, years);
        // One figure itself per year, so that there is a latest one to improve.
        evidence.retain(|observation| observation.bound == Bound::Exact);
        evidence.sort_by_key(|observation| observation.period);
        evidence.dedup_by_key(|observation| observation.period);
        let due = Some(target.due_year().unwrap_or(target.last_year));
        evidence.retain(|observation| observation.period.end_year() <= due);
        let before = evaluate(&target, &evidence, on, &policy);
        // Where neither direction is better, a word with two sides knows no better figure.
        prop_assume!(target.indicator.better() != Better::Neither || !has_two_sides(target.comparator));
        // The level that remains of the peak is better when lower although the reduction counts.
        let better = match target.indicator.better() {
            // The earlier, the better.
            _ if target.unit == Unit::of("calendar_year") => Better::Lower,
            _ if is_of_the_comparator(target.comparator).is_some() => {
                is_of_the_comparator(target.comparator).unwrap()
            }
            _ if target.statistic == eqs_core::Statistic::CumulativeChange => Better::Higher,
            better => better,
        };
        if let Some(last) = evidence.last_mut() {
            let gain = Decimal::new(gain, 1);
            last.quantity.value = match better {
                Better::Lower => last.quantity.value.checked_sub(gain).unwrap(),
                _ => last.quantity.value.checked_add(gain).unwrap(),
            };
        }
        let after = evaluate(&target, &evidence, on, &policy);
        let is_impossible = |verdict: &Verdict<_>| {
            verdict.outcome.reasons().iter().any(|reason| matches!(reason, Reason::Impossible(_)))
        };
        prop_assume!(!is_impossible(&before) && !is_impossible(&after));
        prop_assert!(status(&after) >= status(&before), "{before:?} {after:?}");
        // Part of a sum may be enough, or not; and what is met needs no method.
        prop_assert!(target.adds_up() || policy.method.is_some() || status(&after).is_some() == status(&before).is_some());
    }

    #[test]
    fn converting_the_unit_changes_nothing(tenths in 300_i64..400, year in 2021_u16..=2025) {
        let target = of_14fyp(4);
        let given = Observation {
            quantity: Quantity::new(Decimal::new(tenths, 1), Unit::UG_PER_M3),
            ..figure(&target, year, "0")
        };
        let converted =
            Observation { quantity: given.quantity.convert_to(Unit::MG_PER_M3).unwrap(), ..given };
        let on = day("2025-12-31");
        let (one, other) = (
            evaluate(&target, [given], on, &Policy::default()),
            evaluate(&target, [converted], on, &Policy::default()),
        );
        prop_assert_eq!(&one.outcome, &other.outcome);
        for (one, other) in one.findings.iter().zip(&other.findings) {
            prop_assert_eq!((one.compared, one.judgement), (other.compared, other.judgement));
        }
        // Both together are one figure.
        prop_assert_eq!(&evaluate(&target, [given, converted], on, &Policy::default()).outcome, &one.outcome);
    }

    #[test]
    fn a_later_due_day_never_turns_on_track_into_behind((target, evidence, policy, years) in case(), more in 1_i32..6) {
        let on = at_the_end_of(&target, years);
        let later = target.due.map(|due| due + chrono::Months::new(12 * more.unsigned_abs()));
        let later = Target { due: later, ..target };
        for method in ProgressMethod::ALL {
            let policy = policy.method(*method);
            let before = evaluate(&target, &evidence, on, &policy);
            let after = evaluate(&later, &evidence, on, &policy);
            if let Some(status @ (TargetStatus::MetSoFar | TargetStatus::OnTrack)) = before.outcome.determined() {
                prop_assert_eq!(after.outcome.determined(), Some(status), "{}", method);
            }
        }
    }

    #[test]
    fn the_unit_of_figures_changes_nothing((target, evidence, policy, years) in case()) {
        let on = at_the_end_of(&target, years);
        let before = evaluate(&target, &evidence, on, &policy);
        for unit in Unit::all().filter(|unit| unit.converts_to(target.unit)) {
            let converted = evidence.iter().map(|figure| {
                figure.quantity.convert_to(unit).map(|quantity| Observation { quantity, ..*figure })
            });
            // Not every value has a finite decimal in every unit.
            let Ok(converted) = converted.collect::<Result<Vec<_>, _>>() else { continue };
            let after = evaluate(&target, &converted, on, &policy);
            prop_assert_eq!(before.outcome.determined(), after.outcome.determined(), "{}", unit);
        }
    }

    #[test]
    fn repeating_the_evidence_changes_nothing((target, evidence, policy, years) in case()) {
        let on = at_the_end_of(&target, years);
        let twice = evidence.iter().chain(&evidence);
        prop_assert_eq!(evaluate(&target, twice, on, &policy), evaluate(&target, &evidence, on, &policy));
    }

    #[test]
    fn undetermined_has_a_reason_and_determined_a_finding((target, evidence, policy, years) in case()) {
        let verdict = evaluate(&target, &evidence, at_the_end_of(&target, years), &policy);
        match verdict.outcome.determined() {
            Some(_) => prop_assert!(!verdict.findings.is_empty()),
            None => prop_assert!(!verdict.outcome.reasons().is_empty()),
        }
    }
}
