//! Sliding means (滑动平均) of 24 and of 8 hours, hour by hour.

use eqs_core::Fraction;

use super::hourly::{HOURS, HourlySeries, Slot, sum};

eqs_core::vocabulary! {
    /// Which hours a sliding mean takes in.
    pub enum Sliding {
        /// The hour and the 23 before it.
        Hours24 = "24h", "24小时滑动平均", "sliding 24 h mean";
        /// The hour and the seven before it, whatever their day (GB 3095).
        Hours8 = "8h", "8小时滑动平均", "sliding 8 h mean";
        /// The same within the natural day, as the real-time publication shows it: the hour that ends at 01:00 begins
        /// anew, and before 08:00 there are fewer than eight (practice; no rule was read).
        Hours8OfDay = "8h_of_day", "当日8小时滑动平均", "sliding 8 h mean within the day";
    }
}

/// A sliding mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SlidingMean {
    /// The last hour of the window.
    pub slot: Slot,
    /// The exact mean of the hours that there are; `None` where there is none.
    pub value: Option<Fraction>,
    /// How many hours there are.
    pub hours: u16,
    /// How many hours the window has: fewer than its name says at the beginning of a series or day.
    pub window: u16,
}

impl HourlySeries {
    /// The sliding means of all hours. How many hours make one valid is left to the caller: GB 3095 table 4 asks for 6 of
    /// 8, and for windows of 24 hours no rule was read.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{HourlySeries, Sliding};
    /// use eqs_core::{Indicator, NaiveDate, Unit};
    ///
    /// let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    /// let readings = (0..48).map(Some).collect();
    /// let hours = HourlySeries::from_slots(Indicator::O3, Unit::UG_PER_M3, 0, day, readings)?;
    /// // The second hour of the second day: seven hours of it and the day before, or the two of the day.
    /// let at = |sliding| hours.sliding(sliding).nth(25).unwrap().value.unwrap().to_string();
    /// assert_eq!((at(Sliding::Hours8), at(Sliding::Hours8OfDay)), ("43/2".into(), "49/2".into()));
    /// # Ok::<(), eqs_assess::air::SeriesError>(())
    /// ```
    pub fn sliding(&self, sliding: Sliding) -> impl Iterator<Item = SlidingMean> {
        let scale = 10_i128.saturating_pow(self.places.into());
        (0..self.readings.len()).map(move |at| {
            let window = match sliding {
                Sliding::Hours24 => HOURS,
                Sliding::Hours8 => 8,
                Sliding::Hours8OfDay => (at % HOURS).saturating_add(1).min(8),
            };
            let end = at.saturating_add(1);
            let readings = self.readings.get(end.saturating_sub(window)..end).unwrap_or_default();
            let (sum, hours) = sum(readings);
            SlidingMean {
                slot: self.slot(at),
                value: scale.checked_mul(hours.into()).and_then(|scale| Fraction::new(sum.into(), scale)),
                hours,
                window: u16::try_from(readings.len()).unwrap_or_default(),
            }
        })
    }
}
