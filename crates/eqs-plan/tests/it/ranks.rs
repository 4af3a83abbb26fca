//! A rank among districts, by the figures of all of them.

use eqs_core::{Note, Observation, Place, Quantity, Reason, Unit};
use eqs_plan::{ObservationIndex, Policy, Target, TargetStatus, evaluate};

use crate::given::{day, figure, in_unit, of_id, outcome, verdict};

/// PM2.5 of all 16 districts, as the bulletin of 2024 prints it.
const OF_2024: [(&str, &str); 16] = [
    ("dongcheng", "33.9"),
    ("xicheng", "33.6"),
    ("chaoyang", "31.8"),
    ("haidian", "30.6"),
    ("fengtai", "32.3"),
    ("shijingshan", "31.1"),
    ("mentougou", "28.6"),
    ("fangshan", "32.8"),
    ("tongzhou", "33.9"),
    ("shunyi", "28.7"),
    ("changping", "27.1"),
    ("daxing", "33.2"),
    ("huairou", "26.6"),
    ("pinggu", "29.4"),
    ("miyun", "25.6"),
    ("yanqing", "27.0"),
];

fn target() -> Target {
    of_id("TGT-0194")
}

/// The figures of 2024, one of them replaced; an empty one is left out.
fn with(code: &str, value: &str) -> Vec<Observation<'static>> {
    let figures = OF_2024.iter().map(|(place, printed)| {
        let printed = if *place == code { value } else { *printed };
        (!printed.is_empty()).then(|| Observation {
            place: Place::of(place),
            ..in_unit(&target(), 2024, printed, Unit::UG_PER_M3)
        })
    });
    figures.flatten().collect()
}

#[track_caller]
fn check(figures: &[Observation<'_>], expected: Result<TargetStatus, Reason>) {
    let verdict = verdict(&target(), figures, "2024-12-31");
    assert_eq!(outcome(&verdict), expected, "{verdict:?}");
    let found = ObservationIndex::new(figures);
    assert_eq!(evaluate(&target(), found.of(&target()), day("2024-12-31"), &Policy::default()), verdict);
}

fn open(first: &str) -> Result<TargetStatus, Reason> {
    let rank = |value: &str| Quantity::parse(value, Unit::of("rank")).unwrap();
    Err(Reason::BoundDoesNotDecide { given: rank(first), limit: rank("1") })
}

#[test]
fn the_lowest_is_the_first() {
    check(&with("", ""), Ok(TargetStatus::MetSoFar));
    check(&with("huairou", "25.7"), Ok(TargetStatus::MetSoFar));
    check(&with("huairou", "25.6"), Ok(TargetStatus::MetSoFar)); // shared
    // The figure behind the rank is shown before it.
    let notes = verdict(&target(), &with("", ""), "2024-12-31").notes;
    assert!(
        matches!(notes[0], Note::Used { quantity, .. } if quantity.to_string() == "25.6 µg/m³"),
        "{notes:?}"
    );
    assert_eq!(rank(&with("huairou", "25.5")), ("2".to_owned(), None));
    assert_eq!(rank(&with("miyun", "34")), ("16".to_owned(), None));
}

#[test]
fn a_district_without_a_figure_leaves_it_open() {
    check(&with("huairou", ""), open("1"));
    check(&with("huairou", "约30"), open("1"));
    check(&with("huairou", ">26"), Ok(TargetStatus::MetSoFar));
    check(&with("huairou", "近26"), open("1"));
    // One that is better decides whoever is missing.
    let mut figures = with("huairou", "25.5");
    figures.retain(|figure| figure.place != Place::of("yanqing"));
    assert_eq!(rank(&figures), ("2".to_owned(), Some("3".to_owned())));
}

#[test]
fn a_printed_rank_counts_and_must_agree() {
    let mut figures = with("", "");
    figures.push(figure(&target(), 2024, "1"));
    check(&figures, Ok(TargetStatus::MetSoFar));
    figures.push(figure(&target(), 2024, "2"));
    assert!(matches!(outcome(&verdict(&target(), &figures, "2024-12-31")), Err(Reason::Conflict { .. })));
    // Without a figure of its own nothing is known.
    assert!(matches!(
        outcome(&verdict(&target(), &with("miyun", ""), "2024-12-31")),
        Err(Reason::NoObservation { .. })
    ));
}

#[test]
fn a_unit_of_another_kind_is_refused() {
    let mut figures = with("", "");
    figures[0].quantity.unit = Unit::MG_PER_L;
    assert!(matches!(outcome(&verdict(&target(), &figures, "2024-12-31")), Err(Reason::WrongUnit { .. })));
    figures[0].quantity = Quantity::parse("0.0256", Unit::MG_PER_M3).unwrap();
    check(&figures, Ok(TargetStatus::MetSoFar));
}

/// The rank that was used.
fn rank(figures: &[Observation<'_>]) -> (String, Option<String>) {
    let notes = verdict(&target(), figures, "2024-12-31").notes;
    let used = notes.iter().find_map(|note| match note {
        Note::Used { quantity, high, .. } if quantity.unit == Unit::of("rank") => {
            Some((quantity.value.to_string(), high.map(|high| high.to_string())))
        }
        _ => None,
    });
    used.unwrap()
}
