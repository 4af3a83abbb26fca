//! Results as sentences: for each rule one of each status, where the shipped documents have one.

use alloc::collections::BTreeMap;

use eqs_audit::{Audit, Audited, Rule, Status};
use eqs_core::{Lang, Phrase};

/// The first result by the rule of its first part and status, the shortest ones first.
fn examples() -> BTreeMap<(Rule, Status), Audited> {
    let mut examples = BTreeMap::new();
    let mut results = Audit::shipped().results();
    results.sort_by_key(|result| result.parts.len());
    for result in results {
        let part = &result.parts[0];
        examples.entry((part.rule, result.status)).or_insert(result);
    }
    examples
}

fn said(lang: Lang) -> String {
    let lines = examples()
        .into_iter()
        .map(|((rule, _), result)| format!("{rule}\n  {} {}", result.id, result.say(lang)));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn every_rule_has_an_example() {
    let rules: Vec<Rule> = examples().into_keys().map(|(rule, _)| rule).collect();
    assert!(Rule::ALL.iter().all(|rule| rules.contains(rule)), "{rules:?}");
}

#[test]
fn results_of_each_rule_and_status() {
    insta::assert_snapshot!("results_zh", said(Lang::Zh));
    insta::assert_snapshot!("results_en", said(Lang::En));
}

/// Whoever edits the bulletin reads these.
#[test]
fn contested_results() {
    let said = |lang| {
        let contested = Audit::shipped().results().into_iter();
        let contested = contested.filter(|result| result.status == Status::Contested);
        contested.map(|result| format!("{}: {}", result.id, result.say(lang))).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!("contested_zh", said(Lang::Zh));
    insta::assert_snapshot!("contested_en", said(Lang::En));
}
