//! Days and labels of hours.

use eqs::NaiveDate;

/// An hour as a file labels it: by its end, from 0 to 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hour(u8);

/// Reads `2026-03-01` or `20260301`.
pub(crate) fn parse_day(text: &str) -> Option<NaiveDate> {
    let (year, month, day) = match text.len() {
        8 => (text.get(..4)?, text.get(4..6)?, text.get(6..)?),
        10 => {
            let (month, day) = (text.get(4..7)?.strip_prefix('-')?, text.get(7..)?.strip_prefix('-')?);
            (text.get(..4)?, month, day)
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(digits(year)?.try_into().ok()?, digits(month)?, digits(day)?)
}

/// A number of digits alone.
pub(crate) fn digits(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|digit| digit.is_ascii_digit()))
}

/// Reads `5`, `05`, `05:00` or `05:00:00`: full hours from 0 to 24.
pub(crate) fn parse_hour(text: &str) -> Option<Hour> {
    let (hour, rest) = text.split_once(':').map_or((text, None), |(hour, rest)| (hour, Some(rest)));
    if !matches!(rest, None | Some("00" | "00:00")) {
        return None;
    }
    let is_number = matches!(hour.len(), 1 | 2) && hour.bytes().all(|digit| digit.is_ascii_digit());
    let hour = hour.parse().ok().filter(|hour| is_number && *hour <= 24)?;
    Some(Hour(hour))
}

/// Reads `2026-03-01T05`, `2026-03-01 05:00` or, without an hour, `2026-03-01`.
pub(crate) fn parse_time(text: &str) -> Option<(NaiveDate, Option<Hour>)> {
    match text.split_once(['T', ' ']) {
        None => Some((parse_day(text)?, None)),
        Some((day, hour)) => Some((parse_day(day)?, Some(parse_hour(hour)?))),
    }
}

impl Hour {
    /// The number, 0 to 24.
    pub(crate) const fn number(self) -> u8 {
        self.0
    }

    /// The day that the hour belongs to: the one before for hour 0, which closes it.
    pub(crate) fn day(self, label: NaiveDate) -> Option<NaiveDate> {
        if self.0 == 0 { label.pred_opt() } else { Some(label) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(time: &str, expected: Option<&str>) {
        let day = parse_time(time).and_then(|(day, hour)| hour?.day(day));
        assert_eq!(day.map(|day| day.to_string()).as_deref(), expected, "{time}");
    }

    #[test]
    fn hour_zero_closes_the_day_before() {
        check("2026-03-01T00", Some("2026-02-28"));
        check("2026-03-01 00:00:00", Some("2026-02-28"));
        check("20260301T01", Some("2026-03-01"));
        check("2026-02-28 24:00", Some("2026-02-28"));
        check("2026-01-01T00", Some("2025-12-31"));
    }

    #[test]
    fn what_is_no_label_of_an_hour_is_refused() {
        for time in [
            "",
            "2026-03-01",
            "2026-03-01T",
            "2026-03-01T25",
            "2026-03-01T00:30",
            "2026-03-01T00Z",
            "2026-03-01T00:00+08:00",
            "2026-02-30T01",
            "2026-3-1T01",
            "2026-03-01T+1",
            "2026-03-01T001",
            "2026-03-01T 1",
            "２026-03-01T01",
            "2026_03_01T01",
        ] {
            check(time, None);
        }
    }

    #[test]
    fn days() {
        assert_eq!(parse_day("20240229"), parse_day("2024-02-29"));
        for text in ["20230229", "2024-2-29", "+2024-2-9", "2024年2月9", "2024/02/29", "-2024029"] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
