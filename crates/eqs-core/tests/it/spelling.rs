//! What is offered for a name that no indicator has.

use std::collections::BTreeSet;

use eqs_core::{Indicator, UnknownIndicator};
use proptest::prelude::*;
use proptest::sample::select;

fn unknown(text: &str) -> UnknownIndicator {
    text.parse::<Indicator>().unwrap_err()
}

/// The names that are offered are exactly these.
#[track_caller]
fn check(text: &str, offered: &[&str]) {
    let suggestions = unknown(text).suggestions();
    assert_eq!(suggestions.iter().map(|(name, _)| *name).collect::<Vec<_>>(), offered, "{text}");
}

#[test]
fn a_letter_wrong_missing_or_too_much() {
    check("PM2,5", &["PM2.5"]);
    check("Chlorofom", &["chloroform"]);
    check("Dissolved oxigen", &["Dissolved oxygen"]);
    check("臭气", &["臭氧"]);
    check("氨蛋", &["氨氮"]);
    check("苯胺类", &["苯胺"]);
    check("甲本", &["甲醛", "甲苯"]);
}

#[test]
fn of_names_that_differ_in_case_alone_no_others_are_offered() {
    check("so2", &["SO2"]);
    check("NOX", &["NOx"]);
    check("cO", &["CO", "Co"]);
}

#[test]
fn spaces_marks_and_full_width_letters_are_no_difference() {
    check(" 臭氧\n", &["臭氧"]);
    check("ＰＭ２．６", &["PM2.5"]);
    check("PM₂,₅", &["PM2.5"]);
    check("PM_{2,5}", &["PM2.5"]);
}

#[test]
fn nothing_is_offered_for_nonsense() {
    for text in ["", " ", "_", "x", "水", "哈哈", "qqqq", "hello", "PM3", "无此指标"] {
        check(text, &[]);
        assert_eq!(unknown(text).to_string(), format!("unknown indicator `{text}`"));
    }
    // In no time: nothing is counted over a text that is far longer than every name.
    check(&"臭氧".repeat(1_000_000), &[]);
}

#[test]
fn three_are_offered_where_more_are_as_near() {
    check("总氢", &["总磷", "总氮", "总铬"]);
    check("Cx", &["CO", "Cd", "Cu"]);
}

proptest! {
    #[test]
    fn a_symbol_with_one_letter_changed_is_offered(
        symbol in select(Indicator::all().filter(|indicator| indicator.symbol().len() >= 4).collect::<Vec<_>>()),
        at in any::<prop::sample::Index>(),
        letter in "[a-zA-Z0-9甲]",
    ) {
        let at = at.index(symbol.symbol().len());
        let text: String = [&symbol.symbol()[..at], &letter, &symbol.symbol()[at + 1..]].concat();
        // The changed text may be a name itself (NO2-N), or one but for its case (No3-N).
        if let Err(error) = text.parse::<Indicator>() {
            let suggestions = error.suggestions();
            prop_assert!(
                suggestions.iter().any(|(name, indicator)| *indicator == symbol || name.eq_ignore_ascii_case(&text)),
                "{} {:?}", text, suggestions,
            );
        }
    }

    #[test]
    fn every_name_that_is_offered_is_one_and_each_of_another_indicator(
        name in select(names()), at in any::<prop::sample::Index>(), letter in "[a-z甲总氯]?",
    ) {
        let mut letters: Vec<String> = name.chars().map(String::from).collect();
        let at = at.index(letters.len());
        letters[at] = letter;
        if let Err(error) = letters.concat().parse::<Indicator>() {
            let suggestions = error.suggestions();
            prop_assert!(suggestions.len() <= 3);
            let distinct: BTreeSet<_> = suggestions.iter().map(|(_, indicator)| indicator).collect();
            prop_assert_eq!(distinct.len(), suggestions.len());
            for (name, indicator) in suggestions {
                prop_assert_eq!(name.parse(), Ok(indicator));
            }
        }
    }
}

/// Every spelling of every indicator.
fn names() -> Vec<&'static str> {
    let all = Indicator::all();
    all.flat_map(|one| [one.symbol(), one.zh(), one.en()].into_iter().chain(one.aliases())).collect()
}

/// The registry number of the Chemical Abstracts Service is a name, too; each belongs to one substance.
#[test]
fn cas_numbers_are_read() {
    assert_eq!("7439-92-1".parse(), Ok(Indicator::of("Pb")));
    assert_eq!("75-01-4".parse(), Ok(Indicator::of("vinyl_chloride")));
    let mut seen = std::collections::BTreeSet::new();
    for indicator in Indicator::all() {
        if let Some(cas) = indicator.cas() {
            assert!(seen.insert(cas), "{cas}");
            assert_eq!(cas.parse(), Ok(indicator));
        }
    }
}
