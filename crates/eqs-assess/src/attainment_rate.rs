//! Attainment rates (达标率) of sections and of drinking-water sources.

use core::fmt;

use eqs_core::{Confirmation, Decimal, Fraction, Lang, Phrase, Quantity, Rounding, Unit};

use crate::air::statistic::convert;

/// How much of what was assessed attains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AttainmentRate {
    /// The number of sections or sources that attain, or the volume of these.
    pub attained: Fraction,
    /// The number or volume of all that were assessed.
    pub assessed: Fraction,
    /// The unit of both.
    pub unit: Unit,
    /// How many are undetermined: they are not assessed, and on neither side.
    pub undetermined: usize,
    /// How well the rate is confirmed: by number C, by volume B.
    pub confirmation: Confirmation,
}

/// A volume that a rate cannot be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttainmentRateError {
    /// It is below 0, or no volume.
    #[error("{0} is not a volume of water of 0 or more")]
    NoVolume(Quantity),
    /// A number does not fit 128 bits.
    #[error("the volumes have too many digits")]
    TooLong,
}

/// The rate by number: sections (水功能区达标率) or sources (水源达标率) that attain, of those that were assessed. Grade C.
///
/// `None` stands for what is undetermined.
///
/// # Example
/// ```
/// use eqs_assess::attainment_rate::attainment_rate;
/// use eqs_core::{Lang, Phrase};
///
/// let rate = attainment_rate([Some(true), Some(false), Some(true), None]);
/// assert_eq!(rate.percent().unwrap().to_string(), "200/3");
/// assert_eq!(rate.say(Lang::Zh).to_string(), "达标率66.7%（3个中2个达标，另有1个无法判定；确认等级C）");
/// ```
#[must_use]
pub fn attainment_rate(attained: impl IntoIterator<Item = Option<bool>>) -> AttainmentRate {
    let (mut yes, mut all, mut undetermined) = (0_i64, 0_i64, 0_usize);
    for one in attained {
        yes = yes.saturating_add(i64::from(one == Some(true)));
        all = all.saturating_add(i64::from(one.is_some()));
        undetermined = undetermined.saturating_add(usize::from(one.is_none()));
    }
    AttainmentRate {
        attained: Fraction::from(yes),
        assessed: Fraction::from(all),
        unit: Unit::COUNT,
        undetermined,
        confirmation: Confirmation::C,
    }
}

/// The rate of sources by volume (水量达标率): the volume of water taken from sources that attain, of the volume of all that
/// were assessed. Grade B.
///
/// # Errors
/// [`AttainmentRateError`].
///
/// # Example
/// ```
/// use eqs_assess::attainment_rate::attainment_rate_by_volume;
/// use eqs_core::{Quantity, Unit};
///
/// let volume = |figure| Quantity::parse(figure, Unit::of("10^4m³")).unwrap();
/// let rate = attainment_rate_by_volume([(volume("93.72"), Some(false)), (volume("451.05"), Some(true))])?;
/// assert_eq!(rate.printed().unwrap().to_string(), "82.8");
/// # Ok::<(), eqs_assess::attainment_rate::AttainmentRateError>(())
/// ```
pub fn attainment_rate_by_volume(
    sources: impl IntoIterator<Item = (Quantity, Option<bool>)>,
) -> Result<AttainmentRate, AttainmentRateError> {
    let unit = Unit::of("10^4m³");
    let (mut yes, mut all, mut undetermined) = (Fraction::ZERO, Fraction::ZERO, 0_usize);
    for (given, attained) in sources {
        if !given.unit.converts_to(unit) || given.value.is_negative() {
            return Err(AttainmentRateError::NoVolume(given));
        }
        let volume =
            convert(given.value.to_fraction(), given.unit, unit).ok_or(AttainmentRateError::TooLong)?;
        let Some(attained) = attained else {
            undetermined = undetermined.saturating_add(1);
            continue;
        };
        all = all.checked_add(volume).ok_or(AttainmentRateError::TooLong)?;
        if attained {
            yes = yes.checked_add(volume).ok_or(AttainmentRateError::TooLong)?;
        }
    }
    Ok(AttainmentRate { attained: yes, assessed: all, unit, undetermined, confirmation: Confirmation::B })
}

impl AttainmentRate {
    /// The rate in per cent, exact; `None` where nothing was assessed.
    #[must_use]
    pub fn percent(self) -> Option<Fraction> {
        self.attained.checked_div(self.assessed)?.checked_mul(Fraction::from(100))
    }

    /// The rate with one decimal, half to even; `None` where nothing was assessed.
    #[must_use]
    pub fn printed(self) -> Option<Decimal> {
        self.percent()?.round(1, Rounding::HalfEven).ok()
    }
}

impl Phrase for AttainmentRate {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(percent) = self.printed() else {
            return f.write_str(lang.pick("没有可供评价的对象", "nothing was assessed"));
        };
        let (attained, assessed) = (self.attained.shown(4), self.assessed.shown(4));
        let unit = if self.unit == Unit::COUNT {
            lang.pick("个", "")
        } else {
            lang.pick(self.unit.zh(), self.unit.en())
        };
        match lang {
            Lang::Zh => write!(f, "达标率{percent}%（{assessed}{unit}中{attained}{unit}达标"),
            Lang::En if unit.is_empty() => write!(f, "attainment rate {percent}% ({attained} of {assessed}"),
            Lang::En => write!(f, "attainment rate {percent}% ({attained} of {assessed} {unit}"),
        }?;
        match (lang, self.undetermined) {
            (_, 0) => Ok(()),
            (Lang::Zh, undetermined) => write!(f, "，另有{undetermined}个无法判定"),
            (Lang::En, undetermined) => write!(f, ", and {undetermined} undetermined"),
        }?;
        let grade = self.confirmation;
        match lang {
            Lang::Zh => write!(f, "；确认等级{grade}）"),
            Lang::En => write!(f, "; confirmation grade {grade})"),
        }
    }
}
