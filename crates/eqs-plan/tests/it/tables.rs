//! The tables against a second transcription of the printed rows.

use alloc::collections::BTreeSet;

use eqs_core::{Bound, Lang, Phrase, Place, Statistic};
use eqs_plan::{BEIJING_13FYP, BEIJING_14FYP, Base, Comparator, Modality, Plan};

use crate::given::of_table;

/// Table 1 as printed: 2015, target for 2020, 2020.
const TABLE_1: [[&str; 3]; 16] = [
    ["80.6", "56", "38"],
    ["51", "≥65.7", "75.4"],
    ["24", "≥24", "68"],
    ["52", "≤28", "0"],
    ["53.3", "<55", "53.6"],
    ["69.2", "<70", "69"],
    ["/", "≥35", "97"],
    ["/", "≥25", "43"],
    ["/", "≥25", "52.5"],
    ["/", "≥14.4", "46.6"],
    ["/", "≥16.1", "52.5"],
    ["/", ">90", ">90"],
    ["/", ">90", ">90"],
    ["/", "≥26.1", "≥26.1"],
    ["41.6", "44", "44.4"],
    ["/", "≥20.5", ">26"],
];

/// Table 2 as printed: value for 2025, and whether it is binding.
const TABLE_2: [(&str, &str); 16] = [
    ("比峰值下降10%以上", "约束性"),
    ("18左右", "约束性"),
    ("14左右", "约束性"),
    ("35左右", "约束性"),
    ("稳步提升", "约束性"),
    ("基本消除", "预期性"),
    ("消除", "约束性"),
    ("稳步提升", "约束性"),
    (">95", "约束性"),
    (">95", "约束性"),
    ("≥26.1*", "约束性"),
    ("稳步提升", "预期性"),
    (">1.38", "约束性"),
    (">0.99", "约束性"),
    (">1.7", "约束性"),
    (">0.12", "约束性"),
];

#[test]
fn table_1() {
    assert_eq!(BEIJING_13FYP.targets().len(), 16);
    for (target, [baseline, printed, actual]) in BEIJING_13FYP.targets().iter().zip(TABLE_1) {
        let id = target.id;
        let value = target.value.unwrap();
        let expected = match target.comparator {
            Comparator::AtMost if target.no == Some(1) => format!("{value}"),
            Comparator::AtLeast if target.no == Some(15) => format!("{value}"),
            Comparator::AtMost => format!("≤{value}"),
            Comparator::Below => format!("<{value}"),
            Comparator::AtLeast | Comparator::ReduceByAtLeast => format!("≥{value}"),
            Comparator::Above => format!(">{value}"),
            other => panic!("{id}: {other}"),
        };
        assert_eq!(expected, printed, "{id}");

        let Some(Base::Year { year: 2015, value: base }) = target.base else { panic!("{id}") };
        assert_eq!(base.map_or("/".to_owned(), |base| base.to_string()), baseline, "{id}");

        let mut figures = BEIJING_13FYP.observations().filter(|figure| {
            figure.source.line == target.source.line && figure.period.end_year() == Some(2020)
        });
        let figure = figures.next().unwrap();
        let mark = match figure.bound {
            Bound::Exact => "",
            Bound::Above => ">",
            Bound::AtLeast => "≥",
            other => panic!("{id}: {other}"),
        };
        assert_eq!(format!("{mark}{}", figure.quantity.value), actual, "{id}");
        assert_eq!(figure.quantity.unit, target.unit, "{id}");
        assert!(figures.next().is_none(), "{id}");

        let row = format!(" | {baseline} | {printed} | {actual} |");
        assert!(target.source.quote.ends_with(&row), "{id}: {}", target.source.quote);
        assert_eq!(target.modality, None, "{id}");
    }
}

#[test]
fn table_2() {
    assert_eq!(of_table(&BEIJING_14FYP).count(), 16);
    for (target, (printed, modality)) in of_table(&BEIJING_14FYP).zip(TABLE_2) {
        let id = target.id;
        let value = target.value.map(|value| value.to_string()).unwrap_or_default();
        let expected = match target.comparator {
            Comparator::AtLeast => format!("≥{value}*"),
            Comparator::Above => format!(">{value}"),
            Comparator::About | Comparator::ReduceByAbout => format!("{value}左右"),
            Comparator::ReduceByAtLeast => format!("比峰值下降{value}%以上"),
            other => other.zh().to_owned(),
        };
        assert_eq!(expected, printed, "{id}");
        assert_eq!(target.modality.map(Modality::zh), Some(modality), "{id}");
        assert_eq!(target.footnote.is_empty(), !printed.ends_with('*'), "{id}");
        let row = format!(" | {printed} | {modality} |");
        assert!(target.source.quote.ends_with(&row), "{id}: {}", target.source.quote);
    }
}

#[test]
fn bases_of_table_2() {
    let with_base = |base: Option<Base>| -> Vec<u16> {
        let targets = of_table(&BEIJING_14FYP).filter(|target| target.base == base);
        targets.filter_map(|target| target.no).collect()
    };
    assert_eq!(with_base(Some(Base::Peak)), [1]);
    assert_eq!(with_base(Some(Base::Year { year: 2020, value: None })), [2, 5, 8, 12]);
}

#[test]
fn rows_are_complete_and_in_order() {
    let mut ids = BTreeSet::new();
    for plan in Plan::all() {
        for target in plan.targets() {
            let id = target.id;
            assert!(ids.insert(id), "{id} twice");
            assert_eq!(plan.target_of_id(id), Some(target));
            assert!(target.value.is_some() || !target.comparator.takes_value(), "{id}");
            assert!(target.value.is_none() || target.comparator.may_have_value(), "{id}");
            assert_eq!(target.high.is_some(), target.comparator == Comparator::Range, "{id}");
            assert!(target.high >= target.value || target.high.is_none(), "{id}");
            assert_eq!((target.first_year, target.last_year), (plan.first_year, plan.last_year));
            assert_eq!(target.source.document, plan.document);
            assert_eq!(target.source.id, id);
            assert!(!target.name.is_empty() && !target.source.quote.is_empty());
            assert!(target.due_year().is_none_or(|due| due >= target.first_year), "{id}");
            let is_higher = target.comparator == Comparator::MeetHigherLevelRequirement;
            assert_eq!(target.higher.is_some(), is_higher, "{id}");
            assert!(target.higher.is_some() || target.higher_id.is_empty(), "{id}");
            for lang in [Lang::Zh, Lang::En] {
                assert!(!target.say(lang).to_string().is_empty());
            }
        }
        // The rows of a table come first, in its order.
        for (target, no) in of_table(plan).zip(1..) {
            assert_eq!(target.no, Some(no));
            assert_eq!(plan.target(no), Some(target));
            assert_eq!(target.due.unwrap().to_string(), format!("{}-12-31", plan.last_year));
            assert!(target.source.quote.starts_with(&format!("| {no} | ")), "{}", target.id);
            assert!(!target.note.is_empty());
        }
        let first = plan.targets().iter().position(|target| target.no.is_none());
        assert_eq!(first.unwrap_or(plan.targets().len()), of_table(plan).count());
    }
    assert_eq!(ids.len(), 351);
}

#[test]
fn as_many_targets_as_the_documents_print() {
    let counts: Vec<_> = Plan::all().iter().map(|plan| (plan.code, plan.targets().len())).collect();
    let expected = [
        ("beijing-13fyp", 16),
        ("beijing-14fyp", 173),
        ("miyun-14fyp", 91),
        ("air-2021", 34),
        ("water-2021", 25),
        ("soil-2021", 7),
        ("carbon", 2),
        ("beautiful-beijing", 3),
    ];
    assert_eq!(counts, expected);
    let targets = || Plan::all().iter().flat_map(|plan| plan.targets());
    assert_eq!(targets().filter(|target| target.due.is_none()).count(), 63);
    // Every word of the register is used, and each names a target of a higher level that there is.
    for comparator in Comparator::ALL {
        assert!(targets().any(|target| target.comparator == *comparator), "{comparator}");
    }
    for target in targets().filter(|target| !target.higher_id.is_empty()) {
        let upper = BEIJING_14FYP.target_of_id(target.higher_id).unwrap();
        assert_eq!(upper.indicator, target.indicator, "{}", target.id);
    }
}

#[test]
fn only_one_target_of_the_tables_is_observed_elsewhere() {
    for target in Plan::all().iter().flat_map(|plan| of_table(plan)) {
        assert_eq!(target.place, Place::BEIJING);
        if target.id == "TGT-0049" {
            assert_eq!(target.observed_at, Place::of("five_river_systems"));
            assert_eq!(target.statistic, Statistic::ShareOfRiverLength);
        } else {
            assert_eq!(target.observed_at, target.place, "{}", target.id);
        }
    }
}

#[test]
fn figures_of_table_1() {
    let figures: Vec<_> = BEIJING_14FYP.observations().collect();
    assert_eq!(figures.len(), 7 + 16);
    assert!(figures.iter().eq(&BEIJING_13FYP.observations().collect::<Vec<_>>()));
    let ids: BTreeSet<_> = figures.iter().map(|figure| figure.source.id).collect();
    assert_eq!(ids.len(), figures.len());
    assert!(ids.iter().all(|id| id.starts_with("OBS-")));
}

#[test]
fn plans_by_code() {
    for plan in Plan::all() {
        assert_eq!(Plan::of(plan.code).unwrap().title_zh, plan.title_zh);
        let is_issued = plan.document == BEIJING_14FYP.document;
        assert_eq!(plan.issued.map(|day| day.to_string()), is_issued.then(|| "2021-11-28".to_owned()));
        assert_eq!(plan.observations().count(), if is_issued { 23 } else { 0 });
        assert!(plan.target(0).is_none() && plan.target(17).is_none());
    }
    assert_eq!(Plan::of("").unwrap_err().code.as_ref(), "");
    assert_ne!(BEIJING_14FYP.say(Lang::Zh).to_string(), BEIJING_14FYP.say(Lang::En).to_string());
}
