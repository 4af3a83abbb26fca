//! What is missing, and what else is to be said.

use core::fmt;

use eqs_core::{Lang, Phrase};

use super::number::{Open, Suffix};
use crate::result::{Missing, Remark};

impl Phrase for Missing {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, lang) {
            (Self::Figure(key), Lang::Zh) => write!(f, "缺{}", key.say(lang)),
            (Self::Figure(key), Lang::En) => write!(f, "no figure of {}", key.say(lang)),
            (Self::Elsewhere(key), Lang::Zh) => write!(f, "除本句外没有别处公布{}", key.say(lang)),
            (Self::Elsewhere(key), Lang::En) => {
                write!(f, "no figure of {} but that of the statement itself", key.say(lang))
            }
            (Self::Conflict { key, one, other }, _) => {
                let key = key.say(lang);
                match lang {
                    Lang::Zh => write!(f, "{key}有两个互相矛盾的数值"),
                    Lang::En => write!(f, "two figures of {key} contradict each other"),
                }?;
                if let (Some(one), Some(other)) = (one, other) {
                    let (one, other) = (one.say(lang), other.say(lang));
                    match lang {
                        Lang::Zh => write!(f, "（{one}、{other}）"),
                        Lang::En => write!(f, " ({one}, {other})"),
                    }?;
                }
                Ok(())
            }
            (Self::NotComparable { other, because, .. }, Lang::Zh) => {
                write!(f, "与{}不可比：{}", other.say(lang), because.zh())
            }
            (Self::NotComparable { other, because, .. }, Lang::En) => {
                write!(f, "not comparable with {}: {}", other.say(lang), because.en())
            }
            (Self::Members(key), Lang::Zh) => write!(f, "不知{}由哪些成员组成", key.place.zh()),
            (Self::Members(key), Lang::En) => write!(f, "the members of {} are not known", key.place.en()),
            (Self::Bands { standard, grade }, Lang::Zh) => write!(f, "{standard} “{grade}”的分级界限未知"),
            (Self::Bands { standard, grade }, Lang::En) => {
                write!(f, "the band of “{grade}” in {standard} is not known")
            }
            (Self::RuleOf { standard, grade, key }, Lang::Zh) => {
                write!(f, "没有以{standard} {grade}评价{}的方法", key.say(lang))
            }
            (Self::RuleOf { standard, grade, key }, Lang::En) => {
                write!(f, "no rule here holds {} against {standard} {grade}", key.say(lang))
            }
            (Self::Edition(error), Lang::Zh) => eqs_core::Reason::NotInForce(*error).write(lang, f),
            (Self::Edition(error), Lang::En) => write!(f, "{error}"),
            (Self::Target { no, reason }, _) => {
                match lang {
                    Lang::Zh => write!(f, "目标{no}无法判定"),
                    Lang::En => write!(f, "target {no} is not decided"),
                }?;
                match reason {
                    Some(reason) => {
                        write!(f, "{}{}", lang.pick("：", ": "), reason.say(lang))
                    }
                    None => Ok(()),
                }
            }
            (Self::Plan(plan), Lang::Zh) => write!(f, "没有规划{plan}"),
            (Self::Plan(plan), Lang::En) => write!(f, "there is no plan {plan} here"),
            (Self::Negative(key), Lang::Zh) => write!(f, "{}或其基数可能为负或为0，不能相除", key.say(lang)),
            (Self::Negative(key), Lang::En) => {
                write!(f, "{} or its base may be negative or 0 and cannot be divided", key.say(lang))
            }
            (Self::Criterion, Lang::Zh) => f.write_str("没有可计算的判据"),
            (Self::Criterion, Lang::En) => f.write_str("there is no measure to compute it by"),
            (Self::TooLong, Lang::Zh) => f.write_str("数字过长"),
            (Self::TooLong, Lang::En) => f.write_str("a number is too long"),
        }
    }
}

impl Phrase for Remark {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, lang) {
            (Self::Implies(input), _) => {
                let (key, unit) = (input.key.say(lang), Suffix(input.unit));
                let interval = Open(input.interval, 2);
                match lang {
                    Lang::Zh => write!(f, "由本句可推算{key}：{interval}{unit}"),
                    Lang::En => write!(f, "the statement implies {interval}{unit} for {key}"),
                }
            }
            (Self::Read { words, percent, .. }, Lang::Zh) => write!(f, "“{words}”按{percent}%理解（非官方）"),
            (Self::Read { words_en, percent, .. }, Lang::En) => {
                write!(f, "“{words_en}” read as {percent}% (not official)")
            }
            (Self::NoBase(key), Lang::Zh) => {
                write!(f, "没有与之相符的{}：数值不能为负，比例不能超过100%", key.say(lang))
            }
            (Self::NoBase(key), Lang::En) => {
                write!(f, "no {} could agree, being negative or a share above 100%", key.say(lang))
            }
            (Self::Fits { number, of }, Lang::Zh) => write!(f, "相符的最小总数是{of}（其中{number}）"),
            (Self::Fits { number, of }, Lang::En) => {
                write!(f, "the smallest total that would fit is {of} ({number} of them)")
            }
            (Self::PercentOrPoints, Lang::Zh) => f.write_str("单位“%”按百分比和百分点均可理解"),
            (Self::PercentOrPoints, Lang::En) => f.write_str("% may mean per cent or percentage points"),
            (Self::Note(note), Lang::Zh) => write!(f, "注：{note}"),
            (Self::Note(note), Lang::En) => write!(f, "note: {note}"),
        }
    }
}
