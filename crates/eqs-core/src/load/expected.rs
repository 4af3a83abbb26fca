//! What cells were expected to hold, in Chinese.

use alloc::format;
use alloc::string::ToString as _;

use super::problem::Words;

/// The English words of [`cell`](mod@crate::cell) and their Chinese.
const WORDS: [(&str, &str); 13] = [
    ("a text", "文字"),
    ("a decimal number, the cell is empty", "十进制数，单元格为空"),
    ("a decimal number", "十进制数"),
    ("a decimal number of at most 18 digits", "不超过18位的十进制数"),
    ("a decimal number or an empty cell", "十进制数或空单元格"),
    ("a whole number from 0 to 65535", "0至65535的整数"),
    ("a whole number from 1 to 65535", "1至65535的整数"),
    ("a day as YYYY-MM-DD", "YYYY-MM-DD 形式的日期"),
    ("a day as YYYY-MM-DD or an empty cell", "YYYY-MM-DD 形式的日期或空单元格"),
    ("a unit of units.csv", "units.csv 中的单位"),
    ("a unit of units.csv or an empty cell", "units.csv 中的单位或空单元格"),
    ("a symbol of substances.csv or indicators.csv", "substances.csv 或 indicators.csv 中的代码"),
    ("a code of places.csv", "places.csv 中的代码"),
];

/// What was expected; English words that neither this crate nor `others` have stand for their Chinese.
pub(super) fn expected(english: &str, others: &[(&str, &str)]) -> Words {
    let zh = if let Some(terms) = english.strip_prefix("one of ") {
        format!("其一：{}", terms.replace(", ", "、"))
    } else {
        let found = WORDS.iter().chain(others).find(|(words, _)| *words == english);
        found.map_or(english, |(_, chinese)| chinese).to_string()
    };
    Words { zh, en: english.to_string() }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;

    #[test]
    fn every_expectation_of_cells_has_its_chinese() {
        let code: alloc::string::String =
            include_str!("../cell.rs").lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let found: Vec<_> = code.split("Err(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(found.len() >= WORDS.len(), "{found:?}");
        for english in found {
            assert_ne!(expected(english, &[]).zh, english);
        }
    }
}
