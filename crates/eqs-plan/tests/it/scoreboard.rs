//! Counts, and who comes first.

use eqs_core::Medium;
use eqs_plan::TargetStatus::{Behind, Met, MetSoFar, Missed, NotYetDue};
use eqs_plan::{Assessment, Modality, Plan, Policy, ProgressMethod, Scoreboard, Target, assess};

use crate::given::{day, figure, of_13fyp};

/// PM2.5 of at most 56 µg/m³ in `due`, with the figures of 2015 and 2017.
fn target(id: &'static str, modality: Option<Modality>, due: u16) -> Target {
    Target { id, modality, due: Some(day(&format!("{due}-12-31"))), ..of_13fyp(1) }
}

fn assessment<'t>(target: &'t Target, latest: &str) -> Assessment<'t> {
    let figures = [figure(target, 2015, "80"), figure(target, 2017, latest)];
    let policy = Policy::default().method(ProgressMethod::LinearPath);
    assess(target, &figures, day("2017-12-31"), &policy)
}

#[test]
fn binding_targets_that_are_missed_come_first() {
    let plan = Plan::of("beijing-13fyp").unwrap();
    let binding = Some(Modality::Binding);
    let targets = [
        (target("a", None, 2017), "50"),                     // met
        (target("b", binding, 2020), "50"),                  // met so far
        (target("c", None, 2020), "79"),                     // behind
        (target("d", binding, 2020), "79"),                  // behind
        (target("e", Some(Modality::Expected), 2017), "90"), // missed
        (target("f", binding, 2017), "57"),                  // missed by little
        (target("g", binding, 2017), "60"),                  // missed by more
        (target("h", None, 2030), "60"),                     // on track
    ];
    let all: Vec<_> = targets.iter().map(|(target, latest)| assessment(target, latest)).collect();
    let board = Scoreboard::new(all.iter().map(|assessment| (plan, assessment)));
    let order: String = board.unsatisfied.iter().map(|entry| entry.assessment.target.id).collect();
    assert_eq!(order, "gfedch");
    assert_eq!([Met, MetSoFar, Missed, Behind, NotYetDue].map(|status| board.count(status)), [1, 1, 3, 2, 0]);
}

#[test]
fn groups_by_plan_medium_and_modality() {
    let plans = ["air-2021", "beijing-13fyp"].map(|code| Plan::of(code).unwrap());
    let targets = [
        target("a", None, 2017),
        target("b", Some(Modality::Binding), 2017),
        Target { medium: Medium::Water, ..target("c", None, 2017) },
        target("d", Some(Modality::Binding), 2018),
        Target { due: None, ..target("e", None, 2017) },
    ];
    let latest = ["50", "60", "50", "57", "50"];
    let all: Vec<_> = targets.iter().zip(latest).map(|(target, latest)| assessment(target, latest)).collect();
    let both = plans.iter().flat_map(|plan| all.iter().map(move |assessment| (*plan, assessment)));
    let board = Scoreboard::new(both);
    let groups = board.groups.iter().map(|group| {
        let worst = group.worst.map(|worst| format!("{} {}", worst.id, worst.share.unwrap().shown(1)));
        (group.plan, group.medium, group.modality, group.targets, group.undetermined, worst)
    });
    let of_plan = |plan| {
        [
            (plan, Medium::Air, Some(Modality::Binding), 2, 0, Some("b -7.1".to_owned())),
            (plan, Medium::Air, None, 2, 1, Some("a 10.7".to_owned())),
            (plan, Medium::Water, None, 1, 0, Some("c 10.7".to_owned())),
        ]
    };
    assert_eq!(groups.collect::<Vec<_>>(), [of_plan("air-2021"), of_plan("beijing-13fyp")].concat());
}

#[test]
fn every_target_counts_once() {
    let policy = Policy::default();
    let assess = |target| assess(target, &[], day("2024-12-31"), &policy);
    let all: Vec<(&Plan, Vec<_>)> =
        Plan::all().iter().map(|plan| (*plan, plan.targets().iter().map(assess).collect())).collect();
    let board = Scoreboard::new(all.iter().flat_map(|(plan, all)| all.iter().map(move |one| (*plan, one))));
    for (plan, _) in &all {
        let of_plan = board.groups.iter().filter(|group| group.plan == plan.code);
        assert_eq!(of_plan.map(|group| group.targets).sum::<usize>(), plan.targets().len());
    }
    assert!(board.groups.iter().all(|group| group.undetermined == group.targets && group.worst.is_none()));
}

#[test]
fn nothing_is_worse_than_being_short_of_zero() {
    let plan = Plan::of("beijing-13fyp").unwrap();
    let binding = Some(Modality::Binding);
    let zero = Target { value: Some("0".parse().unwrap()), ..target("a", binding, 2017) };
    let met = Target { value: Some("0".parse().unwrap()), ..target("b", binding, 2017) };
    let half = target("c", binding, 2017);
    let all = [assessment(&half, "84"), assessment(&zero, "0.1"), assessment(&met, "0")];
    let board = Scoreboard::new(all.iter().map(|assessment| (plan, assessment)));
    let order: String = board.unsatisfied.iter().map(|entry| entry.assessment.target.id).collect();
    assert_eq!(order, "ac");
    let worst = board.groups[0].worst.unwrap();
    assert_eq!((worst.id, worst.share), ("a", None));
}
