//! Every limit says what it is, where it stands and how well it is confirmed, in both languages.

use eqs_core::{Citation, Confirmation, Lang, Phrase};
use eqs_standards::{Requirement, SourceList, Standard};

use crate::reading::compiled;

#[test]
fn every_limit_has_unit_clause_sources_and_both_names() {
    for limit in compiled::limits() {
        let (indicator, citation) = (limit.indicator, limit.citation);
        assert!(!indicator.zh().is_empty() && !indicator.en().is_empty());
        for lang in [Lang::Zh, Lang::En] {
            assert!(!limit.scope.say(lang).to_string().is_empty(), "{limit:?}");
            assert!(!limit.scope.column(lang).is_empty(), "{limit:?}");
            let said = limit.say(lang).to_string();
            assert!(said.contains(&citation.say(lang).to_string()), "{said}");
            assert!(said.contains(&indicator.say(lang).to_string()), "{said}");
            assert!(said.contains(&limit.requirement.say(lang).to_string()), "{said}");
        }
        let Citation::Standard { clause, .. } = citation else { panic!("{limit:?}") };
        assert!(!format!("{clause:?}").contains("table: \"\"") && !format!("{clause:?}").contains("(\"\")"));
    }
}

/// Ids of the list that the standard's medium has; only what nobody printed has none.
#[test]
fn sources_are_ids_of_one_list() {
    let mut without = 0;
    for limit in compiled::limits() {
        if limit.sources == "-" {
            assert_eq!(limit.confirmation, Confirmation::C, "{limit:?}");
            without += 1;
            continue;
        }
        // Whether 50 mV is black and odorous is not confirmed, though the number is.
        let is_open_end = limit.indicator.symbol() == "ORP";
        assert!(limit.confirmation < Confirmation::C || is_open_end, "{limit:?}");
        let list = Standard::of(limit.edition).unwrap().sources();
        let prefix = if list == SourceList::Land { "LS" } else { "S" };
        for id in limit.sources.split(';') {
            let number = id.strip_prefix(prefix).unwrap_or_else(|| panic!("{limit:?}"));
            assert!(number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit()), "{limit:?}");
        }
    }
    assert_eq!(without, 9);
}

/// Limits without a unit are pH, words and indices.
#[test]
fn only_numbers_without_a_dimension_have_no_unit() {
    for limit in compiled::limits().filter(|limit| limit.unit.symbol() == "-") {
        let is_word = matches!(limit.requirement, Requirement::Absent | Requirement::Present);
        let symbol = limit.indicator.symbol();
        let is_index = symbol.contains("index") || symbol.starts_with("eqi") || symbol == "pH";
        assert!(is_word || is_index, "{limit:?}");
    }
}

/// A condition that no limit has any more is a note that was changed in one file only.
#[test]
fn every_condition_is_the_note_of_a_limit() {
    let mut reader = csv::Reader::from_reader(include_str!("../../data/conditions.csv").as_bytes());
    let mut conditions = 0;
    for row in reader.records().map(Result::unwrap) {
        let limit = compiled::limits().find(|limit| limit.note == &row[0]);
        let limit = limit.unwrap_or_else(|| panic!("{}", &row[0]));
        assert_eq!((limit.condition(Lang::En), limit.condition(Lang::Zh)), (Some(&row[0]), Some(&row[1])));
        conditions += 1;
    }
    assert_eq!(conditions, 27);
    assert!(compiled::limits().any(|limit| !limit.note.is_empty() && limit.condition(Lang::En).is_none()));
}
