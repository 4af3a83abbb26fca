//! Seasons (季节).

use chrono::Datelike as _;
use eqs_core::Confirmation;

use super::span::DaySpan;

eqs_core::vocabulary! {
    /// A season of three months.
    pub enum Season {
        /// March to May.
        Spring = "spring", "春季", "spring";
        /// June to August.
        Summer = "summer", "夏季", "summer";
        /// September to November.
        Autumn = "autumn", "秋季", "autumn";
        /// December of the year before to February.
        Winter = "winter", "冬季", "winter";
    }
}

impl Season {
    /// How well these months are confirmed: no standard that was read names seasons (grade C). The 季平均 of GB 3095 is the
    /// mean of a calendar quarter.
    #[must_use]
    pub const fn confirmation() -> Confirmation {
        Confirmation::C
    }

    /// The season of a month, 1 to 12.
    pub(super) const fn of_month(month: u8) -> Self {
        match month {
            3..=5 => Self::Spring,
            6..=8 => Self::Summer,
            9..=11 => Self::Autumn,
            _ => Self::Winter,
        }
    }
}

impl DaySpan {
    /// A season of a year. The winter of a year begins with December of the year before, so that the four follow on each
    /// other and January and February are of their own year.
    ///
    /// No rule on the least days of a season is known: a mean over it has no [`AirStatistic::rule`](super::AirStatistic::rule).
    ///
    /// # Example
    /// ```
    /// use eqs_assess::air::{DaySpan, Season};
    /// use eqs_core::{Lang, NaiveDate, Phrase};
    ///
    /// let winter = DaySpan::season(2024, Season::Winter);
    /// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    /// assert_eq!((winter.first, winter.last), (day(2023, 12, 1), day(2024, 2, 29)));
    /// assert_eq!(winter.say(Lang::Zh).to_string(), "2023/2024年冬季");
    /// assert_eq!(winter.in_year(2022), DaySpan::season(2023, Season::Winter));
    /// ```
    #[must_use]
    pub fn season(year: u16, season: Season) -> Self {
        let before = year.saturating_sub(1);
        let (first, last) = match season {
            Season::Spring => ((year, 3), 5),
            Season::Summer => ((year, 6), 8),
            Season::Autumn => ((year, 9), 11),
            Season::Winter => ((before, 12), 2),
        };
        Self { first: Self::month(first.0, first.1).first, last: Self::month(year, last).last }
    }

    /// The season and year that it is, if it is one.
    pub(super) fn as_season(self) -> Option<(u16, Season)> {
        let season = Season::of_month(u8::try_from(self.last.month()).ok()?);
        let year = u16::try_from(self.last.year()).ok()?;
        (self == Self::season(year, season)).then_some((year, season))
    }
}
