//! What cells were expected to hold, in Chinese.

use alloc::format;
use alloc::string::{String, ToString as _};

/// The English words of [`eqs_core::cell::Fault`] and their Chinese.
const WORDS: [(&str, &str); 39] = [
    ("a text", "文字"),
    ("a decimal number, the cell is empty", "十进制数，单元格为空"),
    ("a decimal number", "十进制数"),
    ("a decimal number of at most 18 digits", "不超过18位的十进制数"),
    ("a decimal number or an empty cell", "十进制数或空单元格"),
    ("a whole number from 0 to 65535", "0至65535的整数"),
    ("a whole number from 1 to 65535", "1至65535的整数"),
    ("a count of 0 or more", "不小于0的计数"),
    ("a concentration of 0 or more", "不小于0的浓度"),
    ("at most the 366 days of a year", "不超过全年366天的天数"),
    ("an amount without a sign; the relation says which way", "不带正负号的数量（方向由 relation 表示）"),
    ("the unit count", "单位 count"),
    ("a number from 1 in the unit rank", "单位为 rank、不小于1的名次"),
    ("two parts at least", "至少两个组成部分"),
    ("a unit of units.csv", "units.csv 中的单位"),
    ("a unit of units.csv or an empty cell", "units.csv 中的单位或空单元格"),
    ("a symbol of substances.csv or indicators.csv", "substances.csv 或 indicators.csv 中的代码"),
    ("a code of places.csv", "places.csv 中的代码"),
    ("a whole number, as for every count", "整数（计数没有小数）"),
    ("a share from 0 to 100 %", "0至100 %的比例"),
    ("an upper end that is not below the value", "不小于下限的上限"),
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

/// The Chinese of what was expected; the English where there is none.
pub(super) fn expected(english: &str) -> String {
    if let Some(terms) = english.strip_prefix("one of ") {
        return format!("其一：{}", terms.replace(", ", "、"));
    }
    let found = WORDS.iter().find(|(words, _)| *words == english);
    found.map_or(english, |(_, chinese)| chinese).to_string()
}
