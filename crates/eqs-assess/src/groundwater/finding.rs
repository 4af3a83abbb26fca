//! [`GroundWaterFinding`]: one indicator of a sample held against its row.

use core::fmt;

use eqs_core::{
    Citation, Confirmation, Fraction, Indicator, Judgement, Lang, Measured, Phrase, Quantity, WaterGrade,
};

use super::item::PossibleClasses;
use super::value::GroundWaterValue;

/// One indicator of a sample held against its row of the table. The full value is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GroundWaterFinding {
    /// The indicator.
    pub indicator: Indicator,
    /// The value as given.
    pub given: GroundWaterValue,
    /// The value in the unit of the limits.
    pub compared: GroundWaterValue,
    /// Its class, or those that it may have.
    pub classes: PossibleClasses,
    /// The limit of class III, where it is one number.
    pub class_iii: Option<Quantity>,
    /// How far class III is exceeded, where it is and a multiple is defined.
    pub multiple: Option<Fraction>,
    /// Where the row stands.
    pub citation: Citation,
    /// How well row and rule are confirmed: B for what is not detected and for radioactivity of class IV, else that of
    /// the row.
    pub confirmation: Confirmation,
}

impl Phrase for GroundWaterFinding {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (indicator, given) = (self.indicator.say(lang), self.given.say(lang));
        write!(f, "{indicator}{}{given}", lang.pick("", " "))?;
        if self.given != self.compared {
            let compared = self.compared.say(lang);
            write!(f, "{}{compared}", lang.pick("，即", ", that is "))?;
        }
        let is_below = matches!(self.given, GroundWaterValue::Measured(Measured::Below(_)));
        if self.given != self.compared || is_below {
            f.write_str(lang.pick("", ","))?;
        }
        match self.classes.known() {
            Some(class) => {
                let (grade, class_iii) = (WaterGrade::from(class), self.class_iii);
                Judgement::WaterGrade { grade, class_iii, multiple: self.multiple, reference_only: false }
                    .write(lang, f)?;
            }
            None => write!(f, "{}{}", lang.pick("，", " is "), self.classes.say(lang))?,
        }
        let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
        write!(f, "{open}{}", self.citation.say(lang))?;
        if self.confirmation != Confirmation::A {
            let grade = self.confirmation;
            write!(f, "{}{grade}", lang.pick("；确认等级", "; confirmation grade "))?;
        }
        f.write_str(close)
    }
}
