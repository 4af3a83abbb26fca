//! Rows of claims.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use eqs_core::load::{Cells, Declared, Kind, Loaded, Misread, Problem, Sheet, Spot, list, term};
use eqs_core::{Indicator, Place};

use super::problem::Own;
use crate::claim::Claim;
use crate::term::{Rule, Stated};

/// The columns of `claims`.
pub(super) const CLAIMS: Kind = Kind {
    code,
    empty,
    expected: &EXPECTED,
    ..Kind::new(
        Claim::HEADER,
        &["id", "line", "medium", "rule", "place", "indicator", "statistic", "period", "relation", "quote"],
    )
};

/// What [`Claim::parse`] expects, in Chinese.
const EXPECTED: [(&str, &str); 24] = [
    ("a whole number, as for every count", "整数（计数没有小数）"),
    ("an upper end that is not below the value", "不小于下限的上限"),
    ("an amount without a sign; the relation says which way", "不带正负号的数量（方向由 relation 表示）"),
    ("the unit count", "单位 count"),
    ("a number from 1 in the unit rank", "单位为 rank、不小于1的名次"),
    ("two parts at least", "至少两个组成部分"),
    ("no upper end without a value", "空单元格（没有下限就没有上限）"),
    ("no unit without a value", "空单元格（没有数值就没有单位）"),
    ("the unit of the value", "数值的单位"),
    (
        "a rule for claims; restated figures are compared without one",
        "用于说法的规则（重复公布的数值不需要规则）",
    ),
    ("a relation that the rule knows", "该规则所用的关系"),
    ("the value that the rule compares with", "该规则所比较的数值"),
    ("what the subject is compared with, in a column base_…", "比较的对象（base_ 开头的列）"),
    ("the parts", "各组成部分"),
    ("a standard or a plan", "标准或规划"),
    ("a span of years such as 2016-2020", "年份区间，如 2016-2020"),
    ("% for a share", "%（比例的单位）"),
    ("a base before the period of the subject", "早于所述时段的基期"),
    ("a base other than the subject itself", "所述对象以外的比较对象"),
    ("at most 12 parts", "不超过12个组成部分"),
    ("symbols of indicators, separated by `;`", "以 `;` 分隔的指标代码"),
    ("codes of places, separated by `;`", "以 `;` 分隔的地点代码"),
    ("numbers of targets, separated by `;`", "以 `;` 分隔的目标序号"),
    ("an empty cell, because the rule takes no parts", "空单元格（该规则不取组成部分）"),
];

/// The claims of a document: all parts of each, or none.
pub(super) fn claims(sheet: &Sheet, document: &str, declared: &Declared) -> Loaded<Claim> {
    let mut rows = sheet.read(document, declared, Claim::parse);
    let mut spots: BTreeMap<String, Option<Spot>> = BTreeMap::new();
    for (id, spot) in rows.refused_cells("id").filter(|(id, _)| !id.is_empty()) {
        spots.entry(id.to_string()).or_insert(spot);
    }
    rows.refuse("id", |claim, _| {
        spots.get(claim.source.id).map(|at| Problem::beside(&Own::OtherPart { at: *at }))
    });
    rows.loaded()
}

fn code(cells: Cells<'_>, column: &str, text: &str) -> Option<Result<String, Misread>> {
    let code = match column {
        "rule" => rule(text),
        "relation" => term(Stated::ALL.iter().map(|stated| (stated.code(), stated.zh())), text),
        "parts" => return Some(parts(cells, text)),
        _ => return None,
    };
    Some(code.map(str::to_string).map_err(Misread::from))
}

fn rule(text: &str) -> Result<&'static str, Problem> {
    // Figures that are printed more than once are compared without a claim.
    let rules = Rule::ALL.iter().filter(|rule| **rule != Rule::Restated);
    term(rules.map(|rule| (rule.code(), rule.zh())), text)
}

/// The codes of the parts, whose kind depends on the rule.
fn parts(cells: Cells<'_>, text: &str) -> Result<String, Misread> {
    let rule = rule(cells.text("rule")).ok().and_then(Rule::from_code);
    let codes = list(text).map(|name| {
        let code = match rule {
            Some(Rule::Between) => cells.declared.place(name).map(Place::code),
            Some(Rule::Sum | Rule::First) => cells.declared.indicator(name).map(Indicator::symbol),
            _ => Ok(name),
        };
        code.map_err(|problem| Misread { problem, name: Some(name.to_string()) })
    });
    Ok(codes.collect::<Result<Vec<&str>, _>>()?.join(";"))
}

fn empty(cells: Cells<'_>, column: &str) -> String {
    match column {
        "bound" => "exact",
        "part" => "1",
        "claim" => cells.text("quote"),
        _ => "",
    }
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_two_terms() {
        for known in [
            Rule::ALL.iter().map(|term| [term.code(), term.zh()]).collect::<Vec<_>>(),
            Stated::ALL.iter().map(|term| [term.code(), term.zh()]).collect(),
        ] {
            let all = known.iter().map(|[code, zh]| (*code, *zh));
            for [code, zh] in &known {
                assert_eq!([term(all.clone(), code), term(all.clone(), zh)], [Ok(*code), Ok(*code)]);
            }
        }
        assert!(rule("restated").is_err());
    }

    #[test]
    fn every_expectation_has_its_chinese() {
        let code = include_str!("../claim.rs").lines().filter(|line| !line.trim_start().starts_with("//"));
        let code: String = code.map(str::trim).collect();
        let marks = ["expected: \"", "Err(\""];
        let found = marks.iter().flat_map(|mark| code.split(mark).skip(1));
        let found: Vec<_> = found.filter_map(|rest| rest.split('"').next()).collect();
        assert!(found.len() >= EXPECTED.len(), "{found:?}");
        for english in found {
            assert!(EXPECTED.iter().any(|(words, _)| *words == english), "{english}");
        }
    }
}
