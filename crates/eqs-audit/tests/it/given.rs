//! Figures and claims from one line of words each.

use eqs_audit::{Audit, Audited, Claim, Missing, Part, Policy, Status};
use eqs_bulletin::Figure;
use eqs_core::cell::Names;

/// The members of `districts`, in the order of places.
pub(crate) const DISTRICTS: [&str; 17] = [
    "dongcheng",
    "xicheng",
    "chaoyang",
    "haidian",
    "fengtai",
    "shijingshan",
    "mentougou",
    "fangshan",
    "tongzhou",
    "shunyi",
    "changping",
    "daxing",
    "pinggu",
    "huairou",
    "miyun",
    "yanqing",
    "bda",
];

/// Figures of one document, `place indicator statistic period value unit [bound]` each, with the ids F1, F2, ... and
/// the lines 1, 2, ...; a range is `20~30`. Further columns are `key=value`.
pub(crate) fn figures(rows: &[&str]) -> Vec<Figure> {
    rows.iter().enumerate().map(|(at, row)| figure(&format!("F{0} line={0} {row}", at + 1))).collect()
}

fn figure(text: &str) -> Figure {
    let (words, settings) = words(text);
    let cell = |at: usize| words.get(at).copied().unwrap_or_default();
    let value = |key: &str, other: &'static str| setting(&settings, key).unwrap_or(other);
    let (low, high) = cell(5).split_once('~').unwrap_or((cell(5), ""));
    let row = [
        value("id", cell(0)),
        value("line", ""),
        "air",
        cell(1),
        cell(2),
        cell(3),
        cell(4),
        low,
        high,
        cell(6),
        if cell(7).is_empty() { "exact" } else { cell(7) },
        "",
        "数值",
        "引文",
    ];
    let document = value("document", "bulletin");
    Figure::parse(&row, document, Names::NONE).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

/// Claims of one document, `rule place indicator statistic period relation [value unit [bound]]` each, with the ids C1,
/// C2, ... and the lines 101, 102, ...; a range is `20~30`. Further columns are `key=value`.
pub(crate) fn claims(rows: &[&str]) -> Vec<Claim> {
    rows.iter().enumerate().map(|(at, row)| claim(&format!("C{} line={} {row}", at + 1, at + 101))).collect()
}

fn claim(text: &str) -> Claim {
    let (words, settings) = words(text);
    let cell = |at: usize| words.get(at).copied().unwrap_or_default();
    let value = |key: &str, other: &'static str| setting(&settings, key).unwrap_or(other);
    let (low, high) = cell(7).split_once('~').unwrap_or((cell(7), ""));
    let row = [
        value("id", cell(0)),
        value("part", "1"),
        value("line", ""),
        "air",
        cell(1),
        cell(2),
        cell(3),
        cell(4),
        cell(5),
        cell(6),
        low,
        high,
        cell(8),
        if cell(9).is_empty() { "exact" } else { cell(9) },
        value("base_place", ""),
        value("base_indicator", ""),
        value("base_statistic", ""),
        value("base", ""),
        value("parts", ""),
        value("standard", "").replace('_', " ").leak(),
        value("grade", "").replace('_', " ").leak(),
        "",
        "陈述",
        "引文",
    ];
    let document = value("document", "bulletin");
    Claim::parse(&row, document, Names::NONE).unwrap_or_else(|fault| panic!("{text}: {fault:?}"))
}

/// The words without `=`, and the settings with it; the last of a key counts.
fn words(text: &str) -> (Vec<&'static str>, Vec<(&'static str, &'static str)>) {
    let text: &'static str = String::from(text).leak();
    let (settings, words): (Vec<_>, Vec<_>) = text.split_whitespace().partition(|word| word.contains('='));
    (words, settings.into_iter().filter_map(|setting| setting.split_once('=')).collect())
}

fn setting(settings: &[(&'static str, &'static str)], wanted: &str) -> Option<&'static str> {
    settings.iter().rev().find(|(key, _)| *key == wanted).map(|(_, value)| *value)
}

/// All results of claims over figures.
pub(crate) fn audit(figures: &[Figure], claims: &[Claim]) -> Vec<Audited> {
    let audit = Audit::new(figures, claims, Policy::DEFAULT);
    assert_eq!(audit.refused(), []);
    audit.results()
}

/// The one part of the one claim over figures.
pub(crate) fn part(figure_rows: &[&str], claim_row: &str) -> Part {
    let mut results = audit(&figures(figure_rows), &claims(&[claim_row]));
    results.retain(|result| result.id == "C1");
    assert_eq!(results.len(), 1);
    results.remove(0).parts.remove(0)
}

/// What becomes of the one claim over figures: `confirmed certain`, `contested possible`, `undecidable`.
pub(crate) fn fate(figure_rows: &[&str], claim_row: &str) -> String {
    fate_of(&part(figure_rows, claim_row))
}

/// What became of a part.
pub(crate) fn fate_of(part: &Part) -> String {
    assert_eq!(part.strength.is_none(), part.status == Status::Undecidable);
    assert!(part.status != Status::Undecidable || !part.missing.is_empty(), "nothing is said to be missing");
    match part.strength {
        Some(strength) => format!("{} {strength}", part.status),
        None => part.status.to_string(),
    }
}

/// What a claim over figures lacks: the keys of the figures, in English.
pub(crate) fn lacking(figure_rows: &[&str], claim_row: &str) -> Vec<String> {
    let part = part(figure_rows, claim_row);
    assert_eq!(part.status, Status::Undecidable);
    part.missing.iter().map(named).collect()
}

fn named(missing: &Missing) -> String {
    use eqs_core::{Lang, Phrase as _};
    match missing {
        Missing::Figure(key) | Missing::Members(key) => key.say(Lang::En).to_string(),
        Missing::Conflict { key, .. } => format!("conflict: {}", key.say(Lang::En)),
        Missing::NotComparable { because, .. } => because.en().to_string(),
        Missing::Bands { standard, grade } => format!("bands: {standard} {grade}"),
        Missing::RuleOf { standard, grade, .. } => format!("rule: {standard} {grade}"),
        Missing::Edition(_) => "edition".to_string(),
        Missing::Target { no, .. } => format!("target {no}"),
        Missing::Plan(plan) => format!("plan {plan}"),
        Missing::Negative(key) => format!("negative: {}", key.say(Lang::En)),
        other => format!("{other:?}"),
    }
}

/// The status of each claim by id.
pub(crate) fn statuses(results: &[Audited]) -> Vec<(&str, Status)> {
    results.iter().map(|result| (result.id.as_str(), result.status)).collect()
}
