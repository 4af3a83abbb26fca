//! Averaging times of limits, and the periods that figures speak of.

use core::fmt;

use crate::lang::{Lang, Phrase};

crate::vocabulary! {
    /// Averaging time of a limit or a break point (平均时间), GB 3095 clause 3.
    pub enum Averaging {
        /// Annual mean (年平均).
        Annual = "annual", "年平均", "annual mean";
        /// Mean of a calendar quarter (季平均).
        Seasonal = "seasonal", "季平均", "quarterly mean";
        /// Monthly mean (月平均).
        Monthly = "monthly", "月平均", "monthly mean";
        /// Mean of a natural day; GB 3095-2012 prints 24小时平均, GB 3095-2026 日平均.
        Day = "24h", "日平均", "daily mean";
        /// Sliding mean of eight hours (8小时滑动平均).
        EightHours = "8h", "8小时平均", "8 h mean";
        /// Largest sliding mean of eight hours of a day (日最大8小时平均).
        DailyMax8h = "mda8", "日最大8小时平均", "daily maximum 8 h mean";
        /// Mean of one hour (1小时平均).
        Hour = "1h", "1小时平均", "1 h mean";
        /// Mean of the growing season of plants (植物生长季平均).
        GrowingSeason = "growing_season", "植物生长季平均", "growing-season mean";
        /// Mean of the daily maximum 8 h means over the six months in a row with the highest running mean (WHO).
        PeakSeason = "peak_season", "高峰季平均", "peak-season mean";
    }
}

/// The period that a figure speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Period {
    /// A calendar year.
    Year(u16),
    /// The years from the first to the second, both included.
    Years(u16, u16),
    /// All years up to and including this one.
    UpTo(u16),
    /// A span that the document names in words only.
    Words(&'static str),
}

impl Period {
    /// Reads `2021`, `2016-2020` or `至2021`; anything else is kept as words.
    #[must_use]
    pub const fn parse(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        // 至 is three bytes of UTF-8.
        if let [0xE8, 0x87, 0xB3, rest @ ..] = bytes
            && let Some(year) = year(rest)
        {
            return Self::UpTo(year);
        }
        if let Some((from, [b'-', to @ ..])) = bytes.split_at_checked(4)
            && let (Some(from), Some(to)) = (year(from), year(to))
            && from <= to
        {
            return Self::Years(from, to);
        }
        match year(bytes) {
            Some(year) => Self::Year(year),
            None => Self::Words(text),
        }
    }

    /// The year in which the period ends, where it ends in one.
    #[must_use]
    pub const fn end_year(self) -> Option<u16> {
        match self {
            Self::Year(year) | Self::Years(_, year) | Self::UpTo(year) => Some(year),
            Self::Words(_) => None,
        }
    }
}

/// Four digits.
#[expect(clippy::arithmetic_side_effects, reason = "four digits stay below 10,000")]
const fn year(digits: &[u8]) -> Option<u16> {
    let mut year = 0;
    let mut left = digits;
    if digits.len() != 4 {
        return None;
    }
    while let [digit, rest @ ..] = left {
        if !digit.is_ascii_digit() {
            return None;
        }
        year = year * 10 + (*digit - b'0') as u16;
        left = rest;
    }
    Some(year)
}

impl Phrase for Period {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, self) {
            (Lang::Zh, Self::Year(year)) => write!(f, "{year}年"),
            (Lang::En, Self::Year(year)) => write!(f, "{year}"),
            (Lang::Zh, Self::Years(from, to)) => write!(f, "{from}–{to}年"),
            (Lang::En, Self::Years(from, to)) => write!(f, "{from}–{to}"),
            (Lang::Zh, Self::UpTo(year)) => write!(f, "至{year}年"),
            (Lang::En, Self::UpTo(year)) => write!(f, "up to {year}"),
            (_, Self::Words(words)) => f.write_str(words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_as_the_registers_write_them() {
        assert_eq!(Period::parse("2024"), Period::Year(2024));
        assert_eq!(Period::parse("2016-2020"), Period::Years(2016, 2020));
        assert_eq!(Period::parse("至2021"), Period::UpTo(2021));
        assert_eq!(Period::parse("上世纪末以来"), Period::Words("上世纪末以来"));
        assert_eq!(Period::parse("peak").end_year(), None);
        assert_eq!(Period::parse("2020-2016"), Period::Words("2020-2016"));
    }
}
