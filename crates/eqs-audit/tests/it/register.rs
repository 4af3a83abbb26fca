//! Every row of the register of statements has one result. `tests/data/register.csv` holds id, document, line and,
//! for statements of change, the printed change of its tables `changes.csv` and `verdicts.csv`, copied apart from the
//! claims.

use alloc::collections::BTreeMap;

use eqs_audit::{Audit, Audited, Rule};

/// Words, not a figure, stand in the register for these changes: 个位数 is a value below 10, 保持稳定 has no amount.
const IN_WORDS: [(&str, &str, &str); 7] = [
    ("CHG-0044", "", "10"),
    ("CHG-0116", "", "10"),
    ("CHG-0075", "0", ""),
    // Only the two ends are printed.
    ("CHG-0120", "42.1", ""),
    ("CHG-0122", "2.4", ""),
    ("CHG-0129", "1030.2", ""),
    ("CHG-0135", "39", ""),
];

struct Row {
    id: &'static str,
    document: &'static str,
    line: u16,
    change: &'static str,
}

fn register() -> Vec<Row> {
    let mut lines = include_str!("../data/register.csv").lines();
    assert_eq!(lines.next(), Some("id,document,line,change_value"));
    let row = |line: &'static str| match line.split(',').collect::<Vec<_>>()[..] {
        [id, document, line, change] => Row { id, document, line: line.parse().unwrap(), change },
        _ => panic!("{line}"),
    };
    lines.map(row).collect()
}

fn results() -> Vec<Audited> {
    let audit = Audit::shipped();
    assert_eq!(audit.refused(), []);
    audit.results()
}

#[test]
fn every_row_has_one_result_where_it_is_printed() {
    let (register, results) = (register(), results());
    assert_eq!(register.len(), 138 + 132);
    let mut by_id: BTreeMap<&str, Vec<&Audited>> = BTreeMap::new();
    for result in &results {
        by_id.entry(&result.id).or_default().push(result);
    }
    for Row { id, document, line, .. } in register {
        let found = by_id.remove(id).unwrap_or_default();
        let places: Vec<_> = found.iter().map(|found| (found.source.document, found.source.line)).collect();
        assert_eq!(places, [(document, line)], "{id}");
        assert!(found.iter().all(|found| !found.parts.is_empty()), "{id}");
    }
    // What is left checks the documents against themselves and each other.
    assert!(by_id.keys().all(|id| id.starts_with("CHK-") || id.starts_with("AGREE/")), "{:?}", by_id.keys());
}

#[test]
fn every_printed_change_is_that_of_the_claim() {
    let results = results();
    let changes = register().into_iter().filter(|row| row.id.starts_with("CHG-"));
    for Row { id, change, .. } in changes {
        let result = results.iter().find(|result| result.id == id).unwrap();
        let amounts = result.parts.iter().filter_map(|part| part.amount);
        let amounts: Vec<String> = amounts.map(|amount| amount.quantity.value.to_string()).collect();
        let expected = match IN_WORDS.iter().find(|(exception, ..)| *exception == id) {
            Some((_, registered, claimed)) => {
                assert_eq!(change, *registered, "{id}");
                *claimed
            }
            None => change,
        };
        assert!(amounts.iter().all(|amount| amount == expected), "{id}: {amounts:?} for {expected:?}");
        assert_eq!(amounts.is_empty(), expected.is_empty(), "{id}");
    }
}

/// A result is no better than its parts, and nothing is undecidable without a word on what is missing.
#[test]
fn every_result_follows_from_its_parts() {
    for result in results() {
        let worst = result.parts.iter().map(|part| match part.status.code() {
            "contested" => 2,
            "undecidable" => 1,
            _ => 0,
        });
        let worst = worst.max().map(|worst| ["confirmed", "undecidable", "contested"][worst]);
        assert_eq!(Some(result.status.code()), worst, "{}", result.id);
        for part in &result.parts {
            let is_open = part.status.code() == "undecidable";
            assert_eq!(part.strength.is_none(), is_open, "{}", result.id);
            assert!(!is_open || !part.missing.is_empty(), "{}", result.id);
            assert!(part.rule != Rule::Qualitative || is_open, "{}", result.id);
        }
    }
}
