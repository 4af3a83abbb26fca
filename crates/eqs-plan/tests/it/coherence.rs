//! Linked targets against each other.

use alloc::collections::BTreeMap;

use eqs_core::{Decimal, Fraction, Indicator, Lang, Observation, Phrase, Place, Quantity, Unit};
use eqs_plan::{
    Agreement, BEIJING_14FYP, Base, Coherence, Comparator, Field, Link, LinkKind, Modality, Norm, Obstacle,
    Policy, Target, coherence,
};
use proptest::prelude::*;

use crate::given::{day, figure, of_id};

fn of_link(link: &Link) -> Coherence<'static> {
    let (lower, upper) = (link.lower().unwrap(), link.upper().unwrap());
    coherence(lower, upper, link.kind, BEIJING_14FYP.observations(), &Policy::default())
}

/// The code of the agreement, or those of the obstacles.
fn code(found: &Coherence<'_>) -> String {
    let obstacles: Vec<_> = found.obstacles.iter().map(|obstacle| obstacle.code()).collect();
    found.agreement.map_or_else(|| obstacles.join("+"), |agreement| agreement.code().to_owned())
}

#[test]
fn all_links_by_kind_and_outcome() {
    let mut counts = BTreeMap::<_, usize>::new();
    for link in Link::all() {
        *counts.entry((link.kind, code(&of_link(link)))).or_default() += 1;
    }
    let counts: Vec<_> =
        counts.iter().map(|((kind, code), count)| format!("{kind} {code} {count}")).collect();
    assert_eq!(
        counts,
        [
            "district_of by_reference 8",
            "district_of laxer 1",
            "district_of lower_in_words 2",
            "district_of lower_in_words+upper_in_words 1",
            "district_of other_base 1",
            "district_of other_indicator 4",
            "district_of other_indicator+lower_not_printed 5",
            "district_of other_indicator+upper_not_printed 1",
            "district_of other_standard 1",
            "district_of other_statistic 1",
            "district_of part_of 20",
            "district_of reworded 2",
            "district_of same 22",
            "district_of standard_against_number 2",
            "district_of stricter 6",
            "district_of upper_in_words 2",
            "district_of upper_not_printed 1",
            "year_of lower_in_words 3",
            "year_of lower_not_printed 1",
            "year_of other_indicator 3",
            "year_of other_indicator+lower_not_printed 4",
            "year_of other_standard 1",
            "year_of other_statistic 3",
            "year_of part_of 1",
            "year_of same 4",
            "year_of step 6",
            "restates reworded 7",
            "restates same 15",
        ]
    );
}

/// Miyun is to treat 91 % of its sewage, Beijing 98 %. That the districts of the centre make up for it is possible;
/// that the district asks for less is what is printed.
#[test]
fn the_contested_links() {
    let contested =
        Link::all().iter().map(of_link).filter(|found| found.agreement.is_some_and(|is| !is.is_coherent()));
    let contested: Vec<_> = contested.map(|found| (found.lower.id, found.upper.id, code(&found))).collect();
    assert_eq!(contested, [("TGT-0264", "TGT-0116", "laxer".to_owned())]);
}

/// The table prints `>`, the text 以上; everything else that is restated is the same.
#[test]
fn what_is_reworded_where_it_is_restated() {
    let restated = Link::all().iter().filter(|link| link.kind == LinkKind::Restates).map(of_link);
    let reworded: Vec<_> = restated.filter(|found| found.agreement == Some(Agreement::Reworded)).collect();
    let ids: Vec<_> = reworded.iter().map(|found| found.lower.id).collect();
    assert_eq!(ids, ["TGT-0024", "TGT-0025", "TGT-0026", "TGT-0027", "TGT-0039", "TGT-0040", "TGT-0280"]);
    for found in &reworded[..6] {
        assert_eq!(found.differences, [Field::Relation, Field::Modality]);
    }
    assert_eq!(reworded[6].differences, [Field::Statistic, Field::Unit, Field::Due]);
}

/// The 15 districts share the 50 enterprises among themselves, and none is left.
#[test]
fn the_parts_of_a_whole_add_up_to_it() {
    let parts = Link::all().iter().filter(|link| link.upper == "TGT-0285").map(of_link);
    let sum = parts.map(|found| found.share.unwrap()).reduce(|one, two| one.checked_add(two).unwrap());
    assert_eq!(sum, Some(Fraction::from(1)));
}

#[test]
fn sentences() {
    let said = |lang| {
        let lines = Link::all().iter().map(|link| of_link(link).say(lang).to_string());
        lines.collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("coherence_zh", said(Lang::Zh));
    insta::assert_snapshot!("coherence_en", said(Lang::En));
}

#[test]
fn vocabularies_have_both_names() {
    for (code, zh, en) in Agreement::ALL
        .iter()
        .map(|term| (term.code(), term.zh(), term.en()))
        .chain(Obstacle::ALL.iter().map(|term| (term.code(), term.zh(), term.en())))
        .chain(Field::ALL.iter().map(|term| (term.code(), term.zh(), term.en())))
    {
        assert!(!code.is_empty() && !zh.is_ascii() && en.is_ascii(), "{code}");
    }
}

/// A target of 30 µg/m³ of PM2.5 in Miyun, or what is made of it, under one of Beijing.
fn pm25(comparator: Comparator, value: &str) -> Target {
    Target { comparator, value: Some(value.parse().unwrap()), ..of_id("TGT-0205") }
}

#[track_caller]
fn check(lower: &Target, upper: &Target, kind: LinkKind, expected: &str) {
    checked(lower, upper, kind, &[], expected);
}

#[track_caller]
fn checked(lower: &Target, upper: &Target, kind: LinkKind, figures: &[Observation<'_>], expected: &str) {
    let found = coherence(lower, upper, kind, figures, &Policy::default());
    assert_eq!(code(&found), expected, "{}", found.say(Lang::En));
    assert_eq!(found.agreement.is_none(), !found.obstacles.is_empty());
}

#[test]
fn a_level_at_below_and_above_the_edge() {
    use Comparator::{About, Above, AtLeast, AtMost, Below, Range};
    let kind = LinkKind::DistrictOf;
    for (lower, upper, expected) in [
        ((AtMost, "29.9"), (AtMost, "30"), "stricter"),
        ((AtMost, "30"), (AtMost, "30"), "same"),
        ((AtMost, "30.0"), (AtMost, "30"), "same"),
        ((AtMost, "30.1"), (AtMost, "30"), "laxer"),
        ((Below, "30"), (AtMost, "30"), "reworded"),
        ((AtMost, "30"), (Below, "30"), "reworded"),
        ((AtLeast, "30.1"), (AtLeast, "30"), "stricter"),
        ((AtLeast, "29.9"), (AtLeast, "30"), "laxer"),
        ((AtLeast, "30"), (Above, "30"), "reworded"),
        // 左右 lets 5 % more through: 30 to 31.5.
        ((About, "30"), (AtMost, "30"), "reworded"),
        ((About, "30"), (AtMost, "31.6"), "stricter"),
        ((About, "30"), (AtMost, "31.5"), "tolerance_decides"),
        ((About, "30"), (AtMost, "31.4"), "tolerance_decides"),
        ((About, "30"), (AtMost, "29.9"), "laxer"),
        ((AtMost, "31.5"), (About, "30"), "tolerance_decides"),
        ((AtMost, "31.6"), (About, "30"), "laxer"),
        ((AtMost, "29.9"), (About, "30"), "stricter"),
        ((About, "29.9"), (About, "30"), "stricter"),
        // The opposite direction.
        ((AtLeast, "31"), (AtMost, "30"), "differs"),
        ((AtLeast, "29"), (AtMost, "30"), "overlaps"),
        ((AtLeast, "30"), (AtMost, "30"), "overlaps"),
    ] {
        check(&pm25(lower.0, lower.1), &pm25(upper.0, upper.1), kind, expected);
    }
    let range = Target { high: Some(Decimal::new(35, 0)), ..pm25(Range, "25") };
    check(&range, &range, kind, "same");
    check(&range, &pm25(AtMost, "35"), kind, "reworded");
    check(&range, &pm25(AtMost, "34"), kind, "laxer");
}

#[test]
fn words_stand_for_their_numbers_or_are_the_same_or_nothing() {
    use Comparator::{
        AtMost, BasicallyComplete, BasicallyEliminate, Complete, DeclineContinuously, Eliminate,
        ImproveSteadily, Qualitative,
    };
    let kind = LinkKind::DistrictOf;
    let rate = |comparator| Target { comparator, value: None, ..of_id("TGT-0270") };
    check(&rate(Complete), &rate(BasicallyComplete), kind, "stricter");
    check(&rate(BasicallyComplete), &rate(Complete), kind, "laxer");
    check(&rate(Eliminate), &rate(BasicallyEliminate), kind, "stricter");
    check(
        &rate(Eliminate),
        &Target { comparator: AtMost, value: Some(Decimal::ZERO), ..rate(Eliminate) },
        kind,
        "reworded",
    );
    check(&rate(ImproveSteadily), &rate(ImproveSteadily), kind, "same");
    check(&rate(ImproveSteadily), &rate(DeclineContinuously), kind, "lower_in_words+upper_in_words");
    check(&rate(Qualitative), &rate(Qualitative), kind, "lower_in_words+upper_in_words");
    check(&rate(Complete), &rate(ImproveSteadily), kind, "upper_in_words");
}

#[test]
fn what_measures_something_else_is_not_compared() {
    use Comparator::{AtMost, IncreaseByAbout, ReduceByAbout};
    let kind = LinkKind::DistrictOf;
    let pm25 = pm25(AtMost, "30");
    check(&Target { indicator: Indicator::PM10, ..pm25 }, &pm25, kind, "other_indicator");
    check(&Target { statistic: eqs_core::Statistic::Mean, ..pm25 }, &pm25, kind, "other_statistic");
    check(&Target { unit: Unit::MG_PER_L, ..pm25 }, &pm25, kind, "other_unit");
    check(
        &Target { standard: Some(Norm::Gb3095), comparator: Comparator::MeetStandard, value: None, ..pm25 },
        &pm25,
        kind,
        "standard_against_number",
    );

    let intensity = of_id("TGT-0198"); // 21 % below 2020
    let year = |year| Some(Base::Year { year, value: None });
    check(&Target { base: year(2015), ..intensity }, &intensity, kind, "other_base");
    check(&Target { base: Some(Base::Peak), ..intensity }, &intensity, kind, "other_base");
    check(&Target { base: None, ..intensity }, &intensity, kind, "same"); // the year before the plan
    let about = |comparator| Target { comparator, ..intensity };
    check(&about(ReduceByAbout), &about(IncreaseByAbout), kind, "differs");
}

#[test]
fn an_amount_is_part_of_the_whole() {
    let (lower, upper) = (of_id("TGT-0201"), of_id("TGT-0055")); // 430 t of 13,800 t
    let tonnes = |value: &str| Target { value: Some(value.parse().unwrap()), ..lower };
    for kind in [LinkKind::DistrictOf, LinkKind::YearOf] {
        check(&tonnes("13799.9"), &upper, kind, "part_of");
        check(&tonnes("13800"), &upper, kind, "part_of");
        check(&tonnes("13800.1"), &upper, kind, "more_than_whole");
    }
    let found =
        coherence(&lower, &upper, LinkKind::DistrictOf, [] as [Observation<'_>; 0], &Policy::default());
    assert_eq!(found.share, Fraction::new(430, 13800));
    // A level is no part: 50万辆 of a stock of 200万辆.
    let found = of_link(Link::all().iter().find(|link| link.lower == "TGT-0303").unwrap());
    assert_eq!((found.agreement, found.share), (Some(Agreement::Step), None));
}

#[test]
fn a_year_lies_between_the_base_year_and_the_last() {
    let (lower, upper) = (of_id("TGT-0340"), of_id("TGT-0051")); // 92 %, above 95 %
    let kind = LinkKind::YearOf;
    for (base, expected) in [
        ("91.9", "step"),
        ("92", "step"),
        ("92.1", "worsens"),
        (">90", "step"),
        ("≥93", "worsens"),
        ("约95", "step"),
    ] {
        checked(&lower, &upper, kind, &[figure(&upper, 2020, base)], expected);
    }
    // Only the year before the plan counts; of figures that disagree the one that allows more.
    checked(&lower, &upper, kind, &[figure(&upper, 2019, "99")], "step");
    checked(&lower, &upper, kind, &[figure(&upper, 2020, "99"), figure(&upper, 2020, "90")], "step");
    let with = |value: i64| Target { value: Some(Decimal::new(value, 0)), ..lower };
    checked(&with(96), &upper, kind, &[figure(&upper, 2020, "99")], "stricter");
    // A concentration runs the other way.
    let upper = of_id("TGT-0046");
    let year = Target { due: Some(day("2021-12-31")), last_year: 2021, ..pm25(Comparator::AtMost, "38") };
    checked(&year, &upper, kind, &[figure(&upper, 2020, "38")], "step");
    checked(&year, &upper, kind, &[figure(&upper, 2020, "37.9")], "worsens");
}

#[test]
fn due_days_must_fit() {
    let upper = of_id("TGT-0144");
    let due = |text: &str| Target { due: Some(day(text)), ..of_id("TGT-0278") };
    for (lower, kind, expected) in [
        ("2025-12-30", LinkKind::DistrictOf, "stricter"),
        ("2025-12-31", LinkKind::DistrictOf, "stricter"),
        ("2026-01-01", LinkKind::DistrictOf, "later"),
        ("2021-01-01", LinkKind::YearOf, "stricter"),
        ("2020-12-31", LinkKind::YearOf, "before_plan"),
        ("2026-01-01", LinkKind::YearOf, "later"),
        ("2025-12-31", LinkKind::Restates, "differs"),
    ] {
        check(&due(lower), &upper, kind, expected);
    }
    check(&Target { due: None, ..upper }, &upper, LinkKind::DistrictOf, "same");
    // Laxer is said before later, and later although the rest is words.
    let lax = Target { value: Some(Decimal::new(44, 0)), ..due("2026-01-01") };
    check(&lax, &upper, LinkKind::DistrictOf, "laxer");
    let words = Target { comparator: Comparator::ImproveSteadily, value: None, ..due("2026-01-01") };
    check(&words, &upper, LinkKind::DistrictOf, "later");
    let other = Target { indicator: Indicator::PM10, ..due("2026-01-01") };
    check(&other, &upper, LinkKind::DistrictOf, "other_indicator");
}

#[test]
fn what_is_restated_must_be_the_same_in_every_field_that_both_print() {
    let (text, table) = (of_id("TGT-0022"), of_id("TGT-0044")); // 18 % below 2020
    let restates = |lower: Target, expected| check(&lower, &table, LinkKind::Restates, expected);
    let year = |year| Some(Base::Year { year, value: None });
    restates(text, "same");
    restates(Target { modality: Some(Modality::Strive), ..text }, "same");
    restates(Target { due: None, ..text }, "same");
    restates(Target { base: None, ..text }, "same");
    restates(Target { comparator: Comparator::ReduceByAtLeast, ..text }, "reworded");
    restates(Target { value: Some(Decimal::new(181, 1)), ..text }, "differs");
    restates(Target { value: Some(Decimal::new(180, 1)), ..text }, "same");
    restates(Target { base: year(2015), ..text }, "differs");
    restates(Target { due: Some(day("2030-12-31")), ..text }, "differs");
    restates(Target { comparator: Comparator::IncreaseByAbout, ..text }, "differs");
    restates(Target { place: Place::of("miyun"), ..text }, "same"); // a part of the place
    restates(Target { place: Place::of("china"), ..text }, "same"); // and the other way round
    restates(Target { place: Place::of("hebei"), ..text }, "differs");

    let class = of_id("TGT-0213");
    let of_other = Target { standard: Some(Norm::WaterObjective), ..class };
    check(&of_other, &class, LinkKind::Restates, "differs");
}

#[test]
fn a_requirement_resolves_to_the_target_that_it_names() {
    let (lower, upper) = (of_id("TGT-0199"), of_id("TGT-0045"));
    let kind = LinkKind::DistrictOf;
    check(&lower, &upper, kind, "by_reference");
    check(&Target { higher_id: "", ..lower }, &upper, kind, "lower_not_printed");
    check(&Target { higher_id: "TGT-0046", ..lower }, &upper, kind, "lower_not_printed");
    check(
        &lower,
        &Target { comparator: Comparator::MeetHigherLevelRequirement, ..upper },
        kind,
        "upper_not_printed",
    );
    check(&Target { due: Some(day("2026-12-31")), ..lower }, &upper, kind, "later");
}

#[test]
fn a_tolerance_in_another_unit_decides_nothing() {
    let policy = Policy::default().about_tolerance(Quantity::parse("2", Unit::UG_PER_M3).unwrap());
    let (lower, upper) = (pm25(Comparator::AtMost, "27"), of_id("TGT-0046"));
    let found = coherence(&lower, &upper, LinkKind::DistrictOf, [] as [Observation<'_>; 0], &policy);
    assert_eq!(found.obstacles, [Obstacle::PolicyUnit]);
}

/// A number so long that it cannot be brought to the base unit is said to be so.
#[test]
fn a_long_number_is_no_panic() {
    for value in ["999999999999999999", "0.000000000000000001"] {
        let long = Target { value: Some(value.parse().unwrap()), ..of_id("TGT-0143") };
        for kind in LinkKind::ALL {
            let found = coherence(&long, &long, *kind, [] as [Observation<'_>; 0], &Policy::default());
            assert!(matches!(code(&found).as_str(), "same" | "part_of" | "too_long"), "{}", code(&found));
        }
    }
}

fn comparator() -> impl Strategy<Value = Comparator> {
    use Comparator::{About, Above, AtLeast, AtMost, Below};
    prop::sample::select(&[About, Above, AtLeast, AtMost, Below][..])
}

fn level() -> impl Strategy<Value = Target> {
    (comparator(), 1_i64..400).prop_map(|(comparator, tenths)| Target {
        comparator,
        value: Some(Decimal::new(tenths, 1)),
        ..of_id("TGT-0205")
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_target_is_the_same_as_itself(at in any::<prop::sample::Index>(), kind in prop::sample::select(LinkKind::ALL)) {
        let targets: Vec<Target> = eqs_plan::Plan::all().iter().flat_map(|plan| plan.targets()).copied().collect();
        let target = at.get(&targets);
        let found = coherence(target, target, kind, [] as [Observation<'_>; 0], &Policy::default());
        prop_assert!(found.differences.is_empty());
        prop_assert!(found.agreement.is_none_or(Agreement::is_coherent), "{}", code(&found));
        prop_assert_eq!(found.agreement.is_none(), !found.obstacles.is_empty());
    }

    #[test]
    fn what_is_stricter_one_way_is_laxer_the_other_way(one in level(), other in level()) {
        let of = |lower, upper| {
            coherence(lower, upper, LinkKind::DistrictOf, [] as [Observation<'_>; 0], &Policy::default())
        };
        let (there, back) = (of(&one, &other), of(&other, &one));
        let opposite = match there.agreement {
            Some(Agreement::Stricter) => Some(Agreement::Laxer),
            Some(Agreement::Laxer) => Some(Agreement::Stricter),
            same => same,
        };
        prop_assert_eq!(back.agreement, opposite);
        prop_assert_eq!(there.obstacles, back.obstacles);
    }

    #[test]
    fn another_unit_changes_nothing(one in level(), other in level(), kind in prop::sample::select(LinkKind::ALL)) {
        let milligrams = Unit::MG_PER_M3;
        let converted = one.quantity().unwrap().convert_to(milligrams).unwrap();
        let same = Target { value: Some(converted.value), unit: milligrams, ..one };
        let of = |lower: &Target, upper: &Target| {
            let found = coherence(lower, upper, kind, [] as [Observation<'_>; 0], &Policy::default());
            (found.agreement, found.obstacles, found.differences)
        };
        prop_assert_eq!(of(&same, &other), of(&one, &other));
        prop_assert_eq!(of(&other, &same), of(&other, &one));
    }
}
