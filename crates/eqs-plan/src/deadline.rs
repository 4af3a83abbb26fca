//! [`Deadline`]: until when a task is to be done, and [`Due`]: how far that is on a day.

use core::fmt;

use chrono::Datelike as _;
use eqs_core::table::{Reader, same};
use eqs_core::{Lang, NaiveDate, Phrase};

const LONG_TERM: &str = "长期实施";

/// Until when a task is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Deadline {
    /// Until the end of this day.
    On(NaiveDate),
    /// All the time (长期实施).
    LongTerm,
    /// The cell is empty in the source.
    NotPrinted,
}

/// How far the deadline of a task is on a day. Whether the task was done is not known from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Due {
    /// The deadline has passed.
    Overdue {
        /// The days since.
        days: u32,
    },
    /// The deadline is this day.
    Today,
    /// The deadline is to come.
    In {
        /// The days until then.
        days: u32,
    },
    /// All the time (长期实施).
    LongTerm,
    /// No deadline is printed.
    NotPrinted,
}

impl Deadline {
    /// Reads the words of a plan for `year`: 年底前, 6月底前, 11月15日前, 供暖季前（11月15日前）, 长期实施.
    ///
    /// 前 counts the day itself: what is to be done 年底前 may be done on 31 December. Words without a day, such as
    /// 供暖季前 alone, are not guessed.
    ///
    /// # Example
    /// ```
    /// use eqs_core::NaiveDate;
    /// use eqs_plan::Deadline;
    ///
    /// let day = |month, day| NaiveDate::from_ymd_opt(2021, month, day).map(Deadline::On);
    /// assert_eq!(Deadline::of_words("年底前", 2021), day(12, 31));
    /// assert_eq!(Deadline::of_words("6月底前", 2021), day(6, 30));
    /// assert_eq!(Deadline::of_words("供暖季前（11月15日前）", 2021), day(11, 15));
    /// assert_eq!(Deadline::of_words("长期实施", 2021), Some(Deadline::LongTerm));
    /// assert_eq!(Deadline::of_words("", 2021), Some(Deadline::NotPrinted));
    /// assert_eq!(Deadline::of_words("供暖季前", 2021), None);
    /// ```
    #[must_use]
    pub fn of_words(words: &str, year: u16) -> Option<Self> {
        match words.trim() {
            "" => return Some(Self::NotPrinted),
            LONG_TERM => return Some(Self::LongTerm),
            _ => {}
        }
        let words = words.trim().strip_suffix('）').unwrap_or(words.trim());
        let words = words.rsplit_once('（').map_or(words, |(_, day)| day).strip_suffix('前')?;
        let (month, rest) = match words.split_once('月') {
            Some((month, rest)) => (number(month)?, rest),
            None => (12, words.strip_prefix('年')?),
        };
        let first = NaiveDate::from_ymd_opt(year.into(), month, 1)?;
        let day = match rest {
            "底" => first.num_days_in_month().into(),
            _ if words.contains('月') => number(rest.strip_suffix('日')?)?,
            _ => return None,
        };
        NaiveDate::from_ymd_opt(year.into(), month, day).map(Self::On)
    }

    /// The day, where there is one.
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::On(day) => Some(day),
            Self::LongTerm | Self::NotPrinted => None,
        }
    }

    /// How far the deadline is on a day.
    ///
    /// # Example
    /// ```
    /// use eqs_core::NaiveDate;
    /// use eqs_plan::{Deadline, Due};
    ///
    /// let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    /// let deadline = Deadline::On(day("2021-11-15"));
    /// assert_eq!(deadline.due_on(day("2021-11-15")), Due::Today);
    /// assert_eq!(deadline.due_on(day("2021-12-31")), Due::Overdue { days: 46 });
    /// assert!(deadline.due_on(day("2021-11-01")).is_within(14));
    /// ```
    #[must_use]
    pub fn due_on(self, day: NaiveDate) -> Due {
        let due = match self {
            Self::On(due) => due,
            Self::LongTerm => return Due::LongTerm,
            Self::NotPrinted => return Due::NotPrinted,
        };
        let left = due.signed_duration_since(day).num_days();
        let days = u32::try_from(left.unsigned_abs()).unwrap_or(u32::MAX);
        match left {
            0 => Due::Today,
            1.. => Due::In { days },
            _ => Due::Overdue { days },
        }
    }

    /// The next two cells of a table: the day, if there is one, and the printed words.
    pub(crate) const fn read(reader: &mut Reader) -> (Self, &'static str) {
        let (day, words) = (reader.optional_date(), reader.text());
        let deadline = match day {
            Some(day) if !words.is_empty() => Self::On(day),
            None if same(words, LONG_TERM) => Self::LongTerm,
            None if words.is_empty() => Self::NotPrinted,
            _ => reader.refuse("a day with its words, 长期实施 without a day, or two empty cells"),
        };
        (deadline, words)
    }
}

impl Due {
    /// Whether the deadline is the day itself or one of the `days` after it.
    #[must_use]
    pub const fn is_within(self, days: u32) -> bool {
        match self {
            Self::Today => true,
            Self::In { days: left } => left <= days,
            Self::Overdue { .. } | Self::LongTerm | Self::NotPrinted => false,
        }
    }
}

/// A number of one or two ASCII digits.
fn number(digits: &str) -> Option<u32> {
    let is_number = matches!(digits.len(), 1 | 2) && digits.bytes().all(|digit| digit.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

impl Phrase for Due {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (lang, self) {
            (Lang::Zh, Self::Overdue { days }) => write!(f, "期限已过{days}天"),
            (Lang::En, Self::Overdue { days: 1 }) => f.write_str("due 1 day ago"),
            (Lang::En, Self::Overdue { days }) => write!(f, "due {days} days ago"),
            (_, Self::Today) => f.write_str(lang.pick("今日到期", "due today")),
            (Lang::Zh, Self::In { days }) => write!(f, "{days}天后到期"),
            (Lang::En, Self::In { days: 1 }) => f.write_str("due in 1 day"),
            (Lang::En, Self::In { days }) => write!(f, "due in {days} days"),
            (_, Self::LongTerm) => f.write_str(lang.pick("长期实施", "long-term")),
            (_, Self::NotPrinted) => f.write_str(lang.pick("未印完成时限", "no deadline printed")),
        }
    }
}

impl Phrase for Deadline {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(f, "{day}"),
            Self::LongTerm => Due::LongTerm.write(lang, f),
            Self::NotPrinted => Due::NotPrinted.write(lang, f),
        }
    }
}

/// As in the tables: the day, `long-term` or nothing.
impl fmt::Display for Deadline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::On(day) => write!(f, "{day}"),
            Self::LongTerm => f.write_str("long-term"),
            Self::NotPrinted => Ok(()),
        }
    }
}
