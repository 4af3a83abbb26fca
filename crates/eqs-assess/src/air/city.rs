//! City values (城市值): the means of the daily values of its points, HJ 663 (2026: table A.2).

use alloc::vec::Vec;

use eqs_core::NaiveDate;

use super::daily::{DailySeries, Day, DayState};

eqs_core::vocabulary! {
    /// What a monitoring point is for (环境空气质量监测点类型), HJ 664.
    pub enum PointType {
        /// An urban evaluation point (城市点).
        Urban = "urban", "城市点", "urban point";
        /// A regional point (区域点).
        Regional = "regional", "区域点", "regional point";
        /// A background point (背景点).
        Background = "background", "背景点", "background point";
        /// A point beside sources (污染监控点).
        PollutionMonitoring = "pollution_monitoring", "污染监控点", "pollution monitoring point";
        /// A point beside roads (路边交通点).
        Traffic = "traffic", "路边交通点", "traffic point";
    }
}

impl PointType {
    /// Whether points of the type make up the value of a city: urban ones alone (grade B).
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::PointType;
    /// let city: Vec<_> = PointType::ALL.iter().filter(|point| point.counts_for_city()).collect();
    /// assert_eq!(city, [&PointType::Urban]);
    /// ```
    #[must_use]
    pub const fn counts_for_city(self) -> bool {
        matches!(self, Self::Urban)
    }
}

/// The daily values of a city or district: for each day the mean over the points that are valid then. Of ozone these
/// are the points' daily maxima. `None` without points, if they are not of one pollutant, statistic and unit, or if a
/// number does not fit 128 bits. Up to 40 points always fit, whatever is missing; more of them do unless very different
/// numbers of points are valid from day to day.
///
/// Which points count is the caller's choice ([`PointType::counts_for_city`]). How many points a day needs is not
/// confirmed; one is enough, and [`DayValue::count`](super::DayValue::count) tells. Points that the caller excludes on a
/// day take no part; if no other is valid the day is excluded.
///
/// # Example
/// ```
/// use eqs_assess::air::{DailySeries, HourlySeries, city};
/// use eqs_core::{Indicator, NaiveDate, Unit};
/// use eqs_standards::gb3095::Gb3095;
///
/// let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
/// let point = |value| {
///     let hours = HourlySeries::from_slots(Indicator::PM2_5, Unit::UG_PER_M3, 0, day, vec![Some(value); 24]);
///     DailySeries::means(&hours.unwrap(), Gb3095::named("2026 transition").unwrap())
/// };
/// let city = city(&[point(34), point(35), point(36), point(37)]).unwrap();
/// assert_eq!(city.of(day).unwrap().value.unwrap().to_string(), "71/2");
/// ```
#[must_use]
pub fn city(points: &[DailySeries]) -> Option<DailySeries> {
    let one = points.first()?;
    let kind = |series: &DailySeries| (series.indicator, series.statistic, series.unit);
    if points.iter().any(|point| kind(point) != kind(one)) {
        return None;
    }
    let first: NaiveDate = points.iter().map(|point| point.first).min()?;
    let common = points.iter().try_fold(1, |scale, point| common_multiple(scale, point.scale))?;
    let mut sums: Vec<Sum> = Vec::new();
    for point in points {
        let factor = common.checked_div(point.scale)?;
        let offset = usize::try_from(point.first.signed_duration_since(first).num_days()).ok()?;
        let length = offset.checked_add(point.days.len())?;
        sums.resize(sums.len().max(length), Sum::default());
        for (sum, day) in sums.iter_mut().skip(offset).zip(&point.days) {
            match day.state {
                DayState::Valid => {
                    sum.parts = sum.parts.checked_add(day.parts.checked_mul(factor)?)?;
                    sum.points = sum.points.saturating_add(1);
                }
                DayState::Excluded => sum.is_excluded = true,
                DayState::Invalid => {}
            }
        }
    }
    // The scale takes in each number of points that occurs, so that every mean is whole.
    let mut counts: Vec<u16> = sums.iter().map(|sum| sum.points).filter(|points| *points > 0).collect();
    counts.sort_unstable();
    counts.dedup();
    let wide = counts.iter().try_fold(1, |scale, count| common_multiple(scale, (*count).into()))?;
    let day = |sum: &Sum| {
        let Sum { parts, points, is_excluded } = *sum;
        let parts = wide.checked_div(points.into()).map_or(Some(0), |share| parts.checked_mul(share))?;
        let day = Day::new(parts, points, true);
        // A day without a point that counts is left out if the caller excludes one that would.
        Some(if is_excluded && points == 0 { Day { state: DayState::Excluded, ..day } } else { day })
    };
    Some(DailySeries {
        first,
        scale: common.checked_mul(wide)?,
        days: sums.iter().map(day).collect::<Option<_>>()?,
        least: None,
        ..one.without_days()
    })
}

/// The points of a day.
#[derive(Clone, Copy, Default)]
struct Sum {
    /// The sum of those that are valid.
    parts: i128,
    /// How many these are.
    points: u16,
    /// Whether the caller excludes one.
    is_excluded: bool,
}

fn common_multiple(one: i128, other: i128) -> Option<i128> {
    let (mut a, mut b) = (one, other);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b)?);
    }
    one.checked_div(a)?.checked_mul(other)
}
