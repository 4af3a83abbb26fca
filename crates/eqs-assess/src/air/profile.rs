//! Profiles: means by hour of the day (日变化) and by month of the year (季节变化).

use eqs_core::Fraction;

use super::daily::DailySeries;
use super::hourly::{HOURS, HourlySeries};
use super::period;
use super::span::DaySpan;

/// The mean of one hour of the day or one month of the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct ProfileMean {
    /// The exact mean; `None` where there is none.
    pub value: Option<Fraction>,
    /// The hours or days behind it.
    pub count: u32,
}

impl HourlySeries {
    /// The mean of each hour of the day over the days of a span, from the one that begins at midnight on; of all readings
    /// that there are.
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DaySpan, HourlySeries};
    /// use eqs_core::{Indicator, NaiveDate, Unit};
    ///
    /// let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    /// let readings = (0..48).map(|hour| (hour != 24).then_some(hour)).collect();
    /// let hours = HourlySeries::from_slots(Indicator::O3, Unit::UG_PER_M3, 0, first, readings)?;
    /// let profile = hours.hour_of_day(DaySpan::year(2024));
    /// assert_eq!((profile[0].value.unwrap().to_string(), profile[0].count), ("0".into(), 1));
    /// assert_eq!((profile[1].value.unwrap().to_string(), profile[1].count), ("13".into(), 2));
    /// # Ok::<(), eqs_assess::air::SeriesError>(())
    /// ```
    #[must_use]
    pub fn hour_of_day(&self, span: DaySpan) -> [ProfileMean; HOURS] {
        let mut sums = [(0_i64, 0_u32); HOURS];
        let days = self.first.iter_days().zip(self.by_day());
        for (_, readings) in days.filter(|(day, _)| (span.first..=span.last).contains(day)) {
            for (sum, reading) in sums.iter_mut().zip(readings) {
                sum.0 = sum.0.saturating_add((*reading).max(0).into());
                sum.1 = sum.1.saturating_add(u32::from(*reading >= 0));
            }
        }
        let scale = 10_i128.saturating_pow(self.places.into());
        sums.map(|(sum, count)| ProfileMean {
            value: scale.checked_mul(count.into()).and_then(|scale| Fraction::new(sum.into(), scale)),
            count,
        })
    }
}

impl DailySeries {
    /// The mean of the valid days of each month, from January on, over the years of a span. Whether a month has enough
    /// days is not asked; [`mean`](super::mean()) of a [`DaySpan::month`] does.
    #[must_use]
    pub fn month_of_year(&self, span: DaySpan) -> [ProfileMean; 12] {
        let mut sums = [(Some(0_i128), 0_u32); 12];
        let own = self
            .span()
            .map(|own| DaySpan { first: own.first.max(span.first), last: own.last.min(span.last) });
        for (month, days) in own.into_iter().flat_map(DaySpan::months) {
            let at = usize::from(month.saturating_sub(1));
            let Some((sum, number)) = sums.get_mut(at) else { continue };
            // A month whose sum does not fit leaves the whole without a value.
            let (total, count) =
                period::sum(self.in_span(days)).map_or((None, 0), |(sum, count)| (Some(sum), count));
            *sum = sum.zip(total).and_then(|(sum, total)| sum.checked_add(total));
            *number = number.saturating_add(count.into());
        }
        sums.map(|(sum, count)| ProfileMean {
            value: sum.and_then(|sum| Fraction::new(sum, self.scale.checked_mul(count.into())?)),
            count,
        })
    }
}
