//! Profiles: means by hour of the day (日变化) by month and by season of the year (季节变化).

use eqs_core::Fraction;

use super::daily::DailySeries;
use super::hourly::{HOURS, HourlySeries};
use super::period;
use super::season::Season;
use super::span::DaySpan;

/// The mean of one hour of the day, or of one month or season of the year.
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
    /// that there are. The profile of a season is that of its [`DaySpan::season`].
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
        self.by_month(span, |month| month.saturating_sub(1).into())
    }

    /// The same of each [`Season`], in their order: from spring on, over the years of a span. Of one winter that crosses a
    /// year, [`mean`](super::mean()) of a [`DaySpan::season`].
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DailySeries, DaySpan, HourlySeries};
    /// use eqs_core::{Indicator, NaiveDate, Unit};
    /// use eqs_standards::gb3095::Gb3095;
    ///
    /// // 10 in January and February, 20 in March, 40 in the first days of April.
    /// let first = NaiveDate::from_ymd_opt(2023, 1, 1).unwrap();
    /// let days = [(59, 10), (31, 20), (9, 40)].iter().flat_map(|(days, value)| vec![Some(*value); days * 24]);
    /// let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, first, days.collect())?;
    /// let days = DailySeries::means(&hours, Gb3095::named("2012 amended 2018")?);
    /// let [spring, summer, _, winter] = days.season_of_year(DaySpan::year(2023));
    /// assert_eq!((spring.value.unwrap().to_string().as_str(), spring.count), ("49/2", 40));
    /// assert_eq!((winter.value.unwrap().to_string().as_str(), winter.count), ("10", 59));
    /// assert_eq!(summer.value, None);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn season_of_year(&self, span: DaySpan) -> [ProfileMean; 4] {
        self.by_month(span, |month| match Season::of_month(month) {
            Season::Spring => 0,
            Season::Summer => 1,
            Season::Autumn => 2,
            Season::Winter => 3,
        })
    }

    /// The means of parts of the year, by the part that a month belongs to.
    fn by_month<const N: usize>(&self, span: DaySpan, part: impl Fn(u8) -> usize) -> [ProfileMean; N] {
        let mut sums = [(Some(0_i128), 0_u32); N];
        let own = self
            .span()
            .map(|own| DaySpan { first: own.first.max(span.first), last: own.last.min(span.last) });
        for (month, days) in own.into_iter().flat_map(DaySpan::months) {
            let Some((sum, number)) = sums.get_mut(part(month)) else { continue };
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
