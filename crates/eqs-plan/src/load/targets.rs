//! Rows of plans and of targets.

use alloc::format;
use alloc::string::{String, ToString as _};

use eqs_core::Place;
use eqs_core::cell::split_once;
use eqs_core::load::{Cells, Kind, Misread, Problem, term};

use crate::comparator::Comparator;
use crate::modality::Modality;
use crate::norm::{Level, Norm};
use crate::plan::Plan;
use crate::target::Target;

/// The columns of `plans`.
pub(super) const PLANS: Kind = Kind {
    empty: |cells, column| match column {
        "document" => cells.text("code").to_string(),
        _ => String::new(),
    },
    expected: &EXPECTED,
    ..Kind::new(Plan::HEADER, &["code", "title_zh", "title_en", "first_year", "last_year"])
};

/// The columns of `targets`.
pub(super) const TARGETS: Kind = Kind {
    code,
    empty,
    expected: &EXPECTED,
    ..Kind::new(Target::HEADER, &["id", "medium", "place", "indicator", "statistic", "unit", "comparator"])
};

/// What [`Target::parse`] and [`Plan::parse`] expect, in Chinese.
const EXPECTED: [(&str, &str); 32] = [
    ("a year that is not behind the plan", "不晚于规划末年的年份"),
    ("a day from the first year of the plan on", "不早于规划首年的日期"),
    ("a year that is not before the first one", "不早于首年的年份"),
    ("the number that this comparator takes", "该比较词所需的数值"),
    ("an empty cell: this comparator takes no number", "空单元格（该比较词不取数值）"),
    ("the upper number of the range", "区间的上限"),
    ("an empty cell: only a range has an upper number", "空单元格（只有区间才有上限）"),
    ("an upper number that is not below the lower one", "不小于下限的上限"),
    (
        "a year such as 2020, one with its figure such as 2020:38, `peak` or an empty cell",
        "年份（如 2020）、带数值的年份（如 2020:38）、`peak` 或空单元格",
    ),
    ("a year", "年份"),
    ("a year that is not after the due one", "不晚于完成年份的年份"),
    ("`rank`, the unit of ranks", "`rank`（名次的单位）"),
    ("`calendar_year`, the unit of years", "`calendar_year`（年份的单位）"),
    (
        "a unit of classes: `water_class`, `air_class`, `grade`",
        "类别的单位：`water_class`、`air_class`、`grade`",
    ),
    (
        "a unit of classes: `water_class`, `air_class`, `grade`, `star`",
        "类别的单位：`water_class`、`air_class`、`grade`、`star`",
    ),
    ("`%`, the unit of shares", "`%`（比例的单位）"),
    ("`d`, the unit of days", "`d`（天数的单位）"),
    ("`a`, the unit of numbers of years", "`a`（年数的单位）"),
    ("a unit of length", "长度单位"),
    ("a unit of area", "面积单位"),
    ("a unit of counts", "计数单位"),
    ("a unit of concentrations in air", "空气中浓度的单位"),
    ("a unit of what the mean is made of, such as `µg/m³`", "所平均之量的单位，如 `µg/m³`"),
    ("a unit of amounts, such as `t`", "总量的单位，如 `t`"),
    ("a unit of volume", "体积单位"),
    ("a unit of deposition", "沉降量单位"),
    ("a unit of prices", "价格单位"),
    ("`-`, for an index has no unit", "`-`（指数没有单位）"),
    ("a number of 0 or more, as only a change may be below", "不小于0的数值（只有变化量可为负）"),
    ("a whole number, as for every count", "整数（计数没有小数）"),
    ("at most the 366 days of a year", "不超过全年366天的天数"),
    ("a share from 0 to 100 %", "0至100 %的比例"),
];

/// The code of a term of a vocabulary.
macro_rules! of {
    ($vocabulary:ident, $text:expr) => {
        term($vocabulary::ALL.iter().map(|term| (term.code(), term.zh())), $text)
    };
}

fn code(cells: Cells<'_>, column: &str, text: &str) -> Option<Result<String, Misread>> {
    let code: Result<&str, Problem> = match column {
        "observed_at" => cells.declared.place(text).map(Place::code),
        "comparator" => of!(Comparator, text),
        "modality" if text != "none" => of!(Modality, text),
        "standard" => of!(Norm, text),
        "base_period" if text == "峰值" => Ok("peak"),
        "base_period" => Ok(text.strip_suffix('年').unwrap_or(text)),
        "higher" => return Some(higher(text).map_err(Misread::from)),
        "due" => return Some(Ok(day(text))),
        _ => return None,
    };
    Some(code.map(str::to_string).map_err(Misread::from))
}

/// A level, and behind a colon an id.
fn higher(text: &str) -> Result<String, Problem> {
    let (level, id) = split_once(text, b':');
    let level = of!(Level, level)?;
    Ok(id.map_or_else(|| level.to_string(), |id| format!("{level}:{id}")))
}

/// The last day of a year (2025, 2025年, 2025年底); other texts as they are.
fn day(text: &str) -> String {
    let year = text.strip_suffix('底').unwrap_or(text);
    let year = year.strip_suffix('年').unwrap_or(year);
    if year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) {
        format!("{year}-12-31")
    } else {
        text.to_string()
    }
}

fn empty(cells: Cells<'_>, column: &str) -> String {
    match column {
        "document" => cells.document.to_string(),
        "line" => cells.spot().number().to_string(),
        "observed_at" => cells
            .declared
            .place(cells.text("place"))
            .map_or_else(|_| String::new(), |place| place.to_string()),
        "modality" => "none".to_string(),
        "name" => cells.indicator_zh("indicator").to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeMap;
    use alloc::vec::Vec;

    use super::*;
    use crate::link::LinkKind;

    #[test]
    fn every_expectation_has_its_chinese() {
        let code = [include_str!("../row.rs"), include_str!("../fit.rs")];
        let code = code.iter().flat_map(|code| code.lines());
        let code: String = code.map(str::trim).filter(|line| !line.starts_with("//")).collect();
        let marks =
            ["expected: \"", "Err(\"", "Some(\"", "(12, \"", "(13, \"", "), \"", "),\"", "(is_mean, \""];
        let found = marks.iter().flat_map(|mark| code.split(mark).skip(1));
        let found: Vec<_> = found.filter_map(|rest| rest.split('"').next()).collect();
        assert!(found.len() >= EXPECTED.len(), "{found:?}");
        for english in found {
            assert!(EXPECTED.iter().any(|(words, _)| *words == english), "{english}");
        }
    }

    #[test]
    fn no_name_means_two_terms() {
        macro_rules! check {
            ($($vocabulary:ident),+) => {$({
                let mut names = BTreeMap::new();
                for term in $vocabulary::ALL {
                    for name in [term.code(), term.zh()] {
                        assert_eq!(*names.entry(name).or_insert(term), term, "{name}");
                    }
                }
            })+};
        }
        check!(Comparator, Modality, Norm, Level, LinkKind);
    }

    #[test]
    fn days() {
        for (text, expected) in
            [("2025", "2025-12-31"), ("2025年底", "2025-12-31"), ("2025-06-30", "2025-06-30"), ("25", "25")]
        {
            assert_eq!(day(text), expected);
        }
    }
}
