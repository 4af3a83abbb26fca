//! City values (城市值): the means of the daily values of its points, HJ 663 (2026: table A.2).

use alloc::vec::Vec;

use eqs_core::{Indicator, NaiveDate, Statistic, Unit};

use super::daily::{DailySeries, Day, DayState, Least};

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

/// Points that have no city value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CityError {
    /// There are none.
    #[error("no points, expected at least one")]
    NoPoints,
    /// They are not of one pollutant, statistic and unit.
    #[error("{} of {} in {} beside {} of {} in {}, expected one of these", .one.1, .one.0, .one.2, .other.1, .other.0, .other.2)]
    Unlike {
        /// Those of the first point.
        one: (Indicator, Statistic, Unit),
        /// Those of another.
        other: (Indicator, Statistic, Unit),
    },
    /// A number does not fit 128 bits.
    #[error("the means of {0} points have too many digits")]
    TooLong(usize),
}

/// The daily values of a city or district: for each day the mean over the points that are valid then. Of ozone these
/// are the points' daily maxima.
///
/// Which points count is the caller's choice ([`PointType::counts_for_city`]). How many points a day needs is not
/// confirmed; one is enough, and [`DayValue::count`](super::DayValue::count) tells. Points that the caller excludes on a
/// day take no part; if no other is valid the day is excluded.
///
/// # Errors
/// [`CityError`]. Up to 40 points always fit 128 bits, whatever is missing; more of them do unless very different
/// numbers of points are valid from day to day.
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
/// let city = city(&[point(34), point(35), point(36), point(37)])?;
/// assert_eq!(city.of(day).unwrap().value.unwrap().to_string(), "71/2");
/// # Ok::<(), eqs_assess::air::CityError>(())
/// ```
pub fn city(points: &[DailySeries]) -> Result<DailySeries, CityError> {
    let one = points.first().ok_or(CityError::NoPoints)?;
    let kind = |series: &DailySeries| (series.indicator, series.statistic, series.unit);
    if let Some(other) = points.iter().find(|point| kind(point) != kind(one)) {
        return Err(CityError::Unlike { one: kind(one), other: kind(other) });
    }
    means(one, points).ok_or(CityError::TooLong(points.len()))
}

/// The means of points of one kind; `None` if a number does not fit.
fn means(one: &DailySeries, points: &[DailySeries]) -> Option<DailySeries> {
    let first: NaiveDate = points.iter().map(|point| point.first).min()?;
    let common = points.iter().try_fold(1, |scale, point| common_multiple(scale, point.scale))?;
    let mut sums: Vec<Sum> = Vec::new();
    for point in points {
        let factor = common.checked_div(point.scale)?;
        let offset = usize::try_from(point.first.signed_duration_since(first).num_days()).ok()?;
        let length = offset.checked_add(point.days.len())?;
        sums.resize(sums.len().max(length), Sum::default());
        for (sum, day) in sums.iter_mut().skip(offset).zip(&point.days) {
            sum.hours = sum.hours.saturating_add(day.excluded);
            if day.is_valid() {
                sum.parts = sum.parts.checked_add(day.parts.checked_mul(factor)?)?;
                sum.points = sum.points.saturating_add(1);
            }
            sum.has_exceedance |= day.state == DayState::ValidByExceedance;
            sum.is_excluded |= day.state == DayState::Excluded;
        }
    }
    // The scale takes in each number of points that occurs, so that every mean is whole.
    let mut counts: Vec<u16> = sums.iter().map(|sum| sum.points).filter(|points| *points > 0).collect();
    counts.sort_unstable();
    counts.dedup();
    let wide = counts.iter().try_fold(1, |scale, count| common_multiple(scale, (*count).into()))?;
    let day = |sum: &Sum| {
        let share = wide.checked_div(sum.points.into());
        let parts = share.map_or(Some(0), |share| sum.parts.checked_mul(share))?;
        let state = match sum {
            Sum { has_exceedance: true, .. } => DayState::ValidByExceedance,
            Sum { points: 1.., .. } => DayState::Valid,
            // A day without a point that counts is left out if the caller excludes one that would.
            Sum { is_excluded: true, .. } => DayState::Excluded,
            _ => DayState::Invalid,
        };
        Some(Day { parts, count: sum.points, state, excluded: sum.hours })
    };
    Some(DailySeries {
        first,
        scale: common.checked_mul(wide)?,
        days: sums.iter().map(day).collect::<Option<_>>()?,
        least: Some(Least::OnePoint),
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
    /// Whether one of them is so by exceedance.
    has_exceedance: bool,
    /// Whether the caller excludes one.
    is_excluded: bool,
    /// The hours that the caller excludes.
    hours: u32,
}

fn common_multiple(one: i128, other: i128) -> Option<i128> {
    let (mut a, mut b) = (one, other);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b)?);
    }
    one.checked_div(a)?.checked_mul(other)
}
