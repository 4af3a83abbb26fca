//! A [`Progress`] as a sentence.

use core::fmt;

use eqs_core::{Fraction, Interval, Lang, Phrase, Unit};

use super::{Basis, Progress, Way};
use crate::course::Point;
use crate::number::{Difference, Number};

impl Phrase for Progress {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.outcome.write(lang, f)?;
        let method = self.method.say(lang);
        write!(f, "{}{method}{}", lang.pick("（", " ("), lang.pick("）", ")"))?;
        if let Some(way) = &self.way {
            f.write_str(lang.pick("：", ": "))?;
            way.write(lang, f)?;
            if let Some(basis) = self.basis {
                f.write_str(lang.pick("；", "; "))?;
                basis.write_in(way, lang, f)?;
            }
        }
        f.write_str(lang.pick("。", "."))
    }
}

impl Phrase for Way {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |point: Point| (point.year, Number(point.value, self.unit));
        let ((from_year, from), (to_year, to)) = (number(self.base), number(self.latest));
        let (due, goal) = number(self.goal);
        let relation = self.relation.say(lang);
        let (from, to, goal) = (from.say(lang), to.say(lang), goal.say(lang));
        match lang {
            Lang::Zh => write!(f, "{from_year}年{from}，{to_year}年{to}，{due}年应{relation}{goal}"),
            Lang::En => {
                write!(f, "{from} in {from_year}, {to} in {to_year}, {relation} {goal} needed in {due}")
            }
        }
    }
}

impl Basis {
    fn write_in(self, way: &Way, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |value: Fraction| Number(value, way.unit);
        // Both ends of a root show the same digits.
        let low = |interval: Interval| interval.low().map_or(Fraction::ZERO, |low| low.value);
        let due = way.goal.year;
        match self {
            Self::Path(level) => {
                let level = number(level);
                let level = level.say(lang);
                match lang {
                    Lang::Zh => write!(f, "按时间进度应为{level}"),
                    Lang::En => write!(f, "{level} on the path"),
                }
            }
            Self::Rates { observed, required } => {
                let rate = |rate: Interval| Number(low(rate), Unit::PERCENT);
                let (observed, required) = (rate(observed), rate(required));
                let (observed, required) = (observed.say(lang), required.say(lang));
                match lang {
                    Lang::Zh => write!(f, "年均变化{observed}，所需{required}"),
                    Lang::En => write!(f, "{observed} a year, {required} required"),
                }
            }
            Self::Compound(level) => {
                let level = number(low(level));
                let level = level.say(lang);
                match lang {
                    Lang::Zh => write!(f, "照此速度{due}年为{level}"),
                    Lang::En => write!(f, "{level} in {due} at this rate"),
                }
            }
            Self::Line { since, slope, projected } => {
                let (slope, projected) = (Difference(slope, way.unit), number(projected));
                let (slope, projected) = (slope.say(lang), projected.say(lang));
                match lang {
                    Lang::Zh => write!(f, "{since}年以来每年变化{slope}，照此{due}年为{projected}"),
                    Lang::En => write!(f, "{slope} a year since {since}, which gives {projected} in {due}"),
                }
            }
        }
    }
}
