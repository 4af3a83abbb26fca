//! Plans from files.

use eqs_core::load::{Declared, InputFile, RefusedRow};
use eqs_core::{Lang, NaiveDate, Phrase as _, Place};
use eqs_plan::load::{Directory, load};
use eqs_plan::{Base, Comparator, Level, LinkKind, Modality, Norm, Policy, evaluate};

mod bad_input;
mod shipped;

/// The files of a directory, and what they declare.
fn of(texts: &[(&str, &str)]) -> Result<Directory, RefusedRow> {
    let file = |(path, text): &(&str, &str)| InputFile { path: (*path).into(), bytes: (*text).into() };
    let files: Vec<_> = texts.iter().map(file).collect();
    load(&files, &Declared::load(&files)?)
}

fn loaded(texts: &[(&str, &str)]) -> Directory {
    of(texts).unwrap()
}

const PLANS: &str = "code,title_zh,title_en,first_year,last_year\nlake,湖泊规划,plan of the lake,2026,2030\n";
const TARGETS: &str = "id,medium,place,indicator,statistic,unit,comparator,target,due\n";

#[test]
fn what_is_not_said_is_filled_in() {
    let text = format!("{TARGETS}L-1,air,shanghai,PM2.5,annual_mean,µg/m³,at_most,28,2030\n");
    let directory = loaded(&[("plans.csv", PLANS), ("targets/lake.csv", &text)]);
    assert_eq!(directory.refused(), []);
    let [plan] = directory.plans() else { panic!() };
    assert_eq!((plan.document, plan.number, plan.issued), ("lake", "", None));
    let [target] = plan.targets() else { panic!() };
    assert_eq!((target.source.document, target.source.line, target.source.quote), ("lake", 2, ""));
    assert_eq!((target.no, target.modality, target.base, target.high), (None, None, None, None));
    assert_eq!((target.observed_at, target.name), (target.place, "颗粒物(粒径≤2.5µm)"));
    assert_eq!((target.first_year, target.last_year), (2026, 2030));
    assert_eq!(target.due, NaiveDate::from_ymd_opt(2030, 12, 31));
}

#[test]
fn words_in_either_language_and_names_of_their_own() {
    let places = "code,zh,en,kind,within\nlake_side,湖滨区,Lakeside,district,china\n";
    let targets = r#"[
        {"id": "L-1", "medium": "大气", "place": "湖滨区", "indicator": "细颗粒物", "statistic": "年均值",
         "unit": "微克/立方米", "base_period": "2025年", "comparator": "稳步提升", "modality": "约束性", "due": 2030},
        {"id": "L-2", "medium": "water", "place": "Lakeside", "observed_at": "上海市", "indicator": "PM2.5",
         "statistic": "annual_mean", "unit": "µg/m³", "base_period": "2025:38.0", "comparator": "下降不少于",
         "target": 10, "modality": null},
        {"id": "L-3", "medium": "climate", "place": "lake_side", "indicator": "carbon_emission",
         "statistic": "annual_total", "unit": "%", "base_period": "峰值", "comparator": "reduce_by_at_least",
         "target": "10", "due": "2030-06-30"},
        {"id": "L-4", "medium": "water", "place": "lake_side", "indicator": "water_class", "statistic": "class",
         "unit": "water_class", "comparator": "达到标准", "standard": "水功能区水质要求", "grade": "III"},
        {"id": "L-5", "medium": "air", "place": "lake_side", "indicator": "PM2.5", "statistic": "annual_mean",
         "unit": "µg/m³", "comparator": "达到上级要求", "higher": "国家:TGT-0046"}
    ]"#;
    let links = "lower,upper,relation\nL-1,TGT-0046,区级目标服从市级目标\nL-2,L-1,restates\n";
    let directory = loaded(&[
        ("places.csv", places),
        ("plans.csv", PLANS),
        ("targets/lake.json", targets),
        ("links.csv", links),
        ("observations/ignored.csv", "of another crate"),
    ]);
    assert_eq!(directory.refused(), []);
    let target = |id: &str| directory.target(id).unwrap();
    let year = |value: &str| Base::Year { year: 2025, value: value.parse().ok() };
    assert_eq!(
        (target("L-1").comparator, target("L-1").modality),
        (Comparator::ImproveSteadily, Some(Modality::Binding))
    );
    assert_eq!((target("L-1").base, target("L-2").base), (Some(year("")), Some(year("38.0"))));
    assert_eq!((target("L-2").observed_at, target("L-2").due), (Place::of("shanghai"), None));
    assert_eq!(target("L-3").base, Some(Base::Peak));
    assert_eq!((target("L-4").standard, target("L-4").grade), (Some(Norm::WaterFunctionZone), "III"));
    assert_eq!((target("L-5").higher, target("L-5").higher_id), (Some(Level::National), "TGT-0046"));
    let links: Vec<_> = directory.links().iter().map(|link| (link.lower, link.upper, link.kind)).collect();
    assert_eq!(links, [("L-1", "TGT-0046", LinkKind::DistrictOf), ("L-2", "L-1", LinkKind::Restates)]);

    let baselines: Vec<_> = directory.baselines().collect();
    let [base] = &baselines[..] else { panic!("{baselines:?}") };
    assert_eq!((base.quantity.to_string().as_str(), base.source.line), ("38.0 µg/m³", 2));
}

#[test]
fn figures_without_plans_are_a_directory() {
    let links = "lower,upper,relation\nTGT-0205,TGT-0046,district_of\n";
    let directory = loaded(&[("observations/figures.csv", "of another crate"), ("links.csv", links)]);
    assert!(directory.plans().is_empty() && directory.refused().is_empty());
    assert_eq!((directory.links().len(), directory.baselines().count()), (1, 0));
}

#[test]
fn no_due_day_has_a_reason() {
    let text = "id,medium,place,indicator,statistic,unit,comparator,target\nL-1,air,shanghai,PM2.5,annual_mean,µg/m³,at_most,28\n";
    let directory = loaded(&[("plans.csv", PLANS), ("targets/lake.csv", text)]);
    let day = NaiveDate::from_ymd_opt(2030, 12, 31).unwrap();
    let none: [eqs_core::Observation<'_>; 0] = [];
    let verdict = evaluate(directory.target("L-1").unwrap(), none, day, &Policy::default());
    assert_eq!(verdict.outcome.determined(), None);
    assert!(!verdict.say(Lang::En).to_string().is_empty());
}
