//! A [`Target`] as a sentence.

use core::fmt;

use eqs_core::{Decimal, Lang, Phrase, Quantity};

use crate::comparator::Comparator;
use crate::target::{Base, Target};

impl Phrase for Target {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match lang {
            Lang::Zh => write!(f, "{}{}：", self.place.say(lang), self.name)?,
            Lang::En => {
                let (place, indicator) = (self.place.say(lang), self.indicator.say(lang));
                write!(f, "{place}, {indicator}, {}: ", self.statistic.say(lang))?;
            }
        }
        self.write_requirement(lang, f)?;
        match self.base {
            Some(Base::Peak) => f.write_str(lang.pick("，与峰值相比", " against the peak"))?,
            Some(Base::Year { year, .. }) if self.comparator.is_relative() => match lang {
                Lang::Zh => write!(f, "，与{year}年相比")?,
                Lang::En => write!(f, " against {year}")?,
            },
            _ => {}
        }
        match (lang, self.due) {
            (Lang::Zh, Some(due)) => write!(f, "（至{due}）"),
            (Lang::Zh, None) => f.write_str("（未写明期限）"),
            (Lang::En, Some(due)) => write!(f, " by {due}"),
            (Lang::En, None) => f.write_str(", no due day"),
        }
    }
}

impl Target {
    fn write_requirement(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.comparator.say(lang);
        if let Some(level) = self.higher {
            return match lang {
                Lang::Zh => write!(f, "达到{}的要求", level.say(lang)),
                Lang::En => write!(f, "meet the requirement of {}", level.say(lang)),
            };
        }
        if let Some(standard) = self.standard {
            return self.write_standard(&standard.say(lang), lang, f);
        }
        let Some(quantity) = self.quantity().filter(|_| self.comparator.may_have_value()) else {
            return write!(f, "{words}");
        };
        let high = self.high.map(|high| Quantity::new(high, self.unit));
        let quantity = quantity.say(lang);
        match (self.comparator, lang) {
            (Comparator::Range, Lang::Zh) => {
                write!(f, "{quantity}")?;
                high.map_or(Ok(()), |high| write!(f, "至{}", high.say(lang)))
            }
            (Comparator::Range, Lang::En) => {
                write!(f, "{words} {quantity}")?;
                high.map_or(Ok(()), |high| write!(f, " and {}", high.say(lang)))
            }
            (Comparator::About, Lang::Zh) => write!(f, "{quantity}左右"),
            (Comparator::ReduceByAbout, Lang::Zh) => write!(f, "下降{quantity}左右"),
            (Comparator::ReduceByAtLeast, Lang::Zh) => write!(f, "下降{quantity}以上"),
            (Comparator::IncreaseByAbout, Lang::Zh) => write!(f, "增长{quantity}左右"),
            (Comparator::PeakBefore, Lang::Zh) => write!(f, "{}年前达峰", self.number()),
            (Comparator::Complete, Lang::Zh) => write!(f, "{}年前完成", self.number()),
            (Comparator::Complete, Lang::En) => write!(f, "complete before {}", self.number()),
            (Comparator::NotInBottom, Lang::Zh) => write!(f, "退出后{}名", self.number()),
            (Comparator::NotInBottom | Comparator::PeakBefore, Lang::En) => {
                write!(f, "{words} {}", self.number())
            }
            (Comparator::Eliminate | Comparator::RankFirst, _) => write!(f, "{words}"),
            _ => write!(f, "{words} {quantity}"),
        }
    }

    fn write_standard(
        &self,
        standard: &dyn fmt::Display,
        lang: Lang,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let grade = self.grade;
        match (lang, self.comparator, grade.is_empty()) {
            (Lang::Zh, _, true) => write!(f, "达到{standard}"),
            (Lang::En, _, true) => write!(f, "meet {standard}"),
            (Lang::Zh, Comparator::BetterThanGrade, false) => write!(f, "优于{standard}的{grade}级"),
            (Lang::En, Comparator::BetterThanGrade, false) => {
                write!(f, "better than {standard} grade {grade}")
            }
            (Lang::Zh, Comparator::AtLeastClass, false) => write!(f, "不劣于{standard}的{grade}类"),
            (Lang::En, Comparator::AtLeastClass, false) => {
                write!(f, "not worse than {standard} class {grade}")
            }
            (Lang::Zh, _, false) => write!(f, "达到{standard}的{grade}级"),
            (Lang::En, _, false) => write!(f, "meet {standard} grade {grade}"),
        }
    }

    /// The number without its unit.
    fn number(&self) -> impl fmt::Display + use<> {
        self.value.unwrap_or(Decimal::ZERO)
    }
}
