//! Changes of numbers of days between years (优良天数、重污染天数的变化).

use core::fmt;

use eqs_core::{Fraction, Lang, Phrase, Rounding};

use super::change::{ChangeError, answers};
use super::days::DayCounts;
use super::span::DaySpan;

/// The change of a number of days, and of their share of the calendar days, against the same span of an earlier year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct DayChange {
    /// The span that is compared with.
    pub base: DaySpan,
    /// The difference in days; below 0 where there are fewer. One span may have a day more, 29 February.
    pub days: i32,
    /// The difference of the shares, in percentage points, exact.
    pub points: Fraction,
    /// The days that have no index, of the earlier and of the later span: none of them counts as good or heavy.
    pub without_index: [i64; 2],
}

impl DayCounts {
    /// The change of a number of days against the counts of the same span of an earlier year
    /// ([`DaySpan::in_year`]). By which edition of HJ 633 the days of each have their index is for the caller to know.
    ///
    /// # Errors
    /// [`ChangeError::NotEarlier`], [`ChangeError::Spans`], [`ChangeError::TooLong`].
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, DayCounts, DaySpan, HourlySeries, daily_indices};
    /// use eqs_core::{Indicator, Lang, NaiveDate, Phrase, Unit};
    /// use eqs_standards::{gb3095::Gb3095, hj633::Hj633};
    ///
    /// let counts = |year, good: usize| {
    ///     let span = DaySpan::year(year);
    ///     let readings = (0..366 * 24).map(|hour| Some(if hour < good * 24 { 75 } else { 76 })).collect();
    ///     let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, span.first, readings).unwrap();
    ///     let days = DailySeries::means(&hours, Gb3095::named("2012 amended 2018").unwrap());
    ///     DayCounts::of(span, &daily_indices(&[days], span, Hj633::named("2012").unwrap()).unwrap()).unwrap()
    /// };
    /// let change = counts(2024, 290).change_since(&counts(2023, 271), DayCounts::good)?;
    /// assert_eq!((change.days, change.points.to_string()), (19, "66640/13359".to_owned())); // 290/366 - 271/365
    /// assert_eq!(change.say(Lang::En).to_string(), "19 days more (+5.0 percentage points) than in 2023");
    /// # Ok::<(), eqs_assess::air::ChangeError>(())
    /// ```
    pub fn change_since(&self, base: &Self, days: impl Fn(&Self) -> u16) -> Result<DayChange, ChangeError> {
        answers(self.span, base.span)?;
        let (later, earlier) = (days(self), days(base));
        let points = self.share(later).zip(base.share(earlier));
        let points = points.and_then(|(later, earlier)| later.checked_sub(earlier));
        let without_index = |counts: &Self| counts.span.days().saturating_sub(counts.determined().into());
        Ok(DayChange {
            base: base.span,
            days: i32::from(later).saturating_sub(earlier.into()),
            points: points.ok_or(ChangeError::TooLong)?,
            without_index: [base, self].map(without_index),
        })
    }
}

impl Phrase for DayChange {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (base, number) = (self.base.say(lang), self.days.unsigned_abs());
        match (lang, self.days) {
            (Lang::Zh, 0) => write!(f, "与{base}天数相同")?,
            (Lang::Zh, 1..) => write!(f, "较{base}增加{number}天")?,
            (Lang::Zh, _) => write!(f, "较{base}减少{number}天")?,
            (Lang::En, 0) => f.write_str("as many days")?,
            (Lang::En, days) => {
                let unit = if number == 1 { "day" } else { "days" };
                write!(f, "{number} {unit} {}", if days > 0 { "more" } else { "fewer" })?;
            }
        }
        if let Ok(points) = self.points.round(1, Rounding::HalfEven) {
            let sign = if self.points.is_negative() { "" } else { "+" };
            match lang {
                Lang::Zh => write!(f, "（{sign}{points}个百分点）")?,
                Lang::En => write!(f, " ({sign}{points} percentage points)")?,
            }
        }
        match (lang, self.days) {
            (Lang::Zh, _) => {}
            (Lang::En, 0) => write!(f, " as in {base}")?,
            (Lang::En, _) => write!(f, " than in {base}")?,
        }
        let [earlier, later] = self.without_index;
        match lang {
            _ if (earlier, later) == (0, 0) => Ok(()),
            Lang::Zh => write!(f, "，无指数的天数前为{earlier}、后为{later}"),
            Lang::En => write!(f, ", while {earlier} days then and {later} now have no index"),
        }
    }
}
