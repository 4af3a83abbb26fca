//! The shipped claims over other figures.

use eqs_audit::{Audit, Audited, Claim, Key, Part, Policy, Remark, Rule, Status, Strength};
use eqs_bulletin::{Document, Figure};
use eqs_core::{Bound, Decimal, Statistic};

fn figures() -> Vec<Figure> {
    Document::all().iter().flat_map(Document::figures).copied().collect()
}

fn status(figures: &[Figure], id: &str) -> Status {
    let claims: Vec<Claim> = Claim::shipped().copied().collect();
    let audit = Audit::new(figures, &claims, Policy::DEFAULT);
    audit.results().iter().find(|result| result.id == id).unwrap().status
}

fn with(id: &str, value: &str) -> Vec<Figure> {
    let mut figures = figures();
    let figure = figures.iter_mut().find(|figure| figure.observation.source.id == id).unwrap();
    figure.observation.quantity.value = value.parse().unwrap();
    figures
}

fn without(ids: &[&str]) -> Vec<Figure> {
    let mut figures = figures();
    figures.retain(|figure| !ids.contains(&figure.observation.source.id));
    figures
}

#[test]
fn one_figure_decides() {
    // 61.1 % of 14 reservoirs, and of 18.
    assert_eq!(status(&figures(), "CHK-0013"), Status::Contested);
    assert_eq!(status(&with("OBS-0322", "18"), "CHK-0013"), Status::Confirmed);
    assert_eq!(status(&without(&["OBS-0322"]), "CHK-0013"), Status::Undecidable);
    // A mean of the city outside those of its two parts; the range of the districts has no figures.
    assert_eq!(status(&figures(), "VRD-0091"), Status::Contested);
    assert_eq!(status(&with("OBS-0346", "52.6"), "VRD-0091"), Status::Undecidable);
    // 290 of 366 days.
    assert_eq!(status(&figures(), "VRD-0053"), Status::Confirmed);
    assert_eq!(status(&with("OBS-0226", "291"), "VRD-0053"), Status::Contested);
    // PM2.5 of 2021 against the 38 µg/m³ of 2020 that the plan prints twice.
    assert_eq!(status(&figures(), "CHG-0001"), Status::Confirmed);
    assert_eq!(status(&with("OBS-0001", "35"), "CHG-0001"), Status::Contested);
    // Without either figure, other statements still imply one.
    assert_eq!(status(&without(&["OBS-0001"]), "CHG-0001"), Status::Confirmed);
    assert_eq!(status(&without(&["OBS-0391", "OBS-0429"]), "CHG-0001"), Status::Confirmed);
    // The two print other values: nothing can be told.
    assert_eq!(status(&with("OBS-0391", "40"), "CHG-0001"), Status::Undecidable);
    assert_eq!(status(&with("OBS-0391", "40"), "AGREE/OBS-0391/OBS-0429"), Status::Contested);
}

/// Without any figure nothing is confirmed but what statements of rates say of one another.
#[test]
fn nothing_is_confirmed_without_figures() {
    let results = Audit::new([], Claim::shipped(), Policy::DEFAULT).results();
    assert!(results.len() >= 270);
    for result in results {
        let rests_on_rates = |part: &Part| {
            let is_rate =
                |key: Key| matches!(key.statistic, Statistic::AnnualRate | Statistic::CumulativeChange);
            !part.inputs.is_empty() && part.inputs.iter().all(|input| is_rate(input.key))
        };
        if result.status != Status::Undecidable {
            assert!(result.parts.iter().all(rests_on_rates), "{}", result.id);
        }
    }
}

/// Each printed input matters: a rate that was confirmed is not confirmed once its subject is another number.
#[test]
fn no_rate_is_confirmed_whatever_is_printed() {
    let shipped = figures();
    let mut changed = 0;
    for result in Audit::shipped().results() {
        let [part] = &result.parts[..] else { continue };
        let is_rate = part.rule == Rule::Change && part.amount.is_some() && part.status == Status::Confirmed;
        let bounds = part.amount.is_some_and(|amount| amount.bound != Bound::Exact);
        if !is_rate || bounds {
            continue;
        }
        let mut figures = shipped.clone();
        for figure in figures.iter_mut().filter(|figure| Key::of(&figure.observation) == part.subject) {
            let value = figure.observation.quantity.value;
            figure.observation.quantity.value = Decimal::new(value.mantissa() * 3 + 5, value.places());
        }
        assert_ne!(status(&figures, &result.id), Status::Confirmed, "{}", result.id);
        changed += 1;
    }
    assert!(changed > 20, "{changed}");
}

fn one(id: &str) -> Audited {
    Audit::shipped().results().into_iter().find(|result| result.id == id).unwrap()
}

/// An implied base is no firmer than a printed one: what it leaves open counts.
#[test]
fn an_implied_base_makes_nothing_certain_that_it_leaves_open() {
    for id in ["CHG-0007", "CHG-0008", "CHG-0012", "CHG-0049", "CHG-0050", "CHG-0052"] {
        assert_eq!(one(id).strength, Some(Strength::Possible), "{id}");
    }
    // Days are counted.
    assert_eq!(one("CHG-0014").strength, Some(Strength::Certain));
}

/// 主要污染指标继续降低 in the summary of a bulletin rests on its own chapter, which is no second witness.
#[test]
fn a_summary_does_not_confirm_itself() {
    for id in ["CHG-0025", "CHG-0064"] {
        assert_eq!(one(id).status, Status::Undecidable, "{id}");
    }
}

/// 无劣V类 is no rounded 0 %.
#[test]
fn none_at_all_is_exactly_none() {
    let Some(Remark::Implies(base)) = one("CHG-0071").parts[0].remarks.first().cloned() else { panic!() };
    assert_eq!(base.interval.to_string(), "(44.05, 44.15)");
}
