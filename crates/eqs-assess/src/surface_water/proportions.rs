//! [`ClassCounts`]: how many sections have each class, and what that says of a river (断面水质类别比例法).

use core::fmt;

use eqs_core::table::Reader;
use eqs_core::{Confirmation, Decimal, Fraction, Lang, Phrase, WaterGrade, WaterStatus};

/// How many sections, or lakes, have each grade.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::ClassCounts;
/// use eqs_core::{WaterGrade, WaterStatus};
///
/// let sections = [WaterGrade::II, WaterGrade::II, WaterGrade::III, WaterGrade::IV];
/// let counts: ClassCounts = sections.into_iter().collect();
/// assert_eq!(counts.good().unwrap().to_string(), "3/4");
/// assert_eq!(counts.status(), Some(WaterStatus::Good)); // 75 % is good
/// # assert_eq!(ClassCounts::default().status(), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassCounts([usize; 6]);

impl ClassCounts {
    /// How many have this grade.
    #[must_use]
    pub fn of(self, grade: WaterGrade) -> usize {
        WaterGrade::ALL.iter().zip(self.0).find(|(other, _)| **other == grade).map_or(0, |(_, count)| count)
    }

    /// How many there are.
    #[must_use]
    pub fn total(self) -> usize {
        self.0.iter().fold(0, |sum: usize, count| sum.saturating_add(*count))
    }

    /// G: the share of classes I to III (优良比例), 1 for all; `None` of none.
    #[must_use]
    pub fn good(self) -> Option<Fraction> {
        let good = [WaterGrade::I, WaterGrade::II, WaterGrade::III];
        self.share(good.iter().fold(0, |sum: usize, grade| sum.saturating_add(self.of(*grade))))
    }

    /// D: the share of those worse than class V (劣V类比例), 1 for all; `None` of none.
    #[must_use]
    pub fn worse_than_v(self) -> Option<Fraction> {
        self.share(self.of(WaterGrade::WorseThanV))
    }

    fn share(self, count: usize) -> Option<Fraction> {
        Fraction::new(i128::try_from(count).ok()?, i128::try_from(self.total()).ok()?)
    }

    /// The status of so many sections; see [`status_of_shares`]. `None` of none.
    #[must_use]
    pub fn status(self) -> Option<WaterStatus> {
        Some(status_of_shares(self.good()?, self.worse_than_v()?))
    }
}

impl FromIterator<WaterGrade> for ClassCounts {
    fn from_iter<T: IntoIterator<Item = WaterGrade>>(grades: T) -> Self {
        let mut counts = Self::default();
        for grade in grades {
            let own = WaterGrade::ALL.iter().zip(&mut counts.0).find(|(other, _)| **other == grade);
            if let Some((_, count)) = own {
                *count = count.saturating_add(1);
            }
        }
        counts
    }
}

impl Phrase for ClassCounts {
    /// The two shares, with at most two decimals.
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(good), Some(worse)) = (self.good(), self.worse_than_v()) else {
            return f.write_str(lang.pick("没有类别", "no classes"));
        };
        let (good, worse) = (Percent(good), Percent(worse));
        match lang {
            Lang::Zh => write!(f, "I–III类占{good}，劣V类占{worse}"),
            Lang::En => write!(f, "{good} of classes I to III, {worse} worse than V"),
        }
    }
}

/// A share in per cent, with at most two decimals.
pub(super) struct Percent(pub(super) Fraction);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.checked_mul(Fraction::from(100)) {
            Some(percent) => write!(f, "{}%", percent.shown(2)),
            None => write!(f, "{}", self.0),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ClassCounts {
    /// As a map from each grade to its count.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(WaterGrade::ALL.iter().zip(self.0))
    }
}

/// A row of the table: ends in per cent of all sections, the lower one included, the upper one not.
#[derive(Clone, Copy)]
struct Row {
    status: WaterStatus,
    good: [Option<Decimal>; 2],
    worse_than_v: [Option<Decimal>; 2],
}

eqs_core::table! {
    static TABLE: [Row] = "../../data/river-status.csv",
        "status,good_from,good_below,worse_than_v_from,worse_than_v_below,confirmation,sources", row;
}

const fn row(reader: &mut Reader) -> Row {
    let row = Row {
        status: WaterStatus::read(reader),
        good: [reader.optional_decimal(), reader.optional_decimal()],
        worse_than_v: [reader.optional_decimal(), reader.optional_decimal()],
    };
    let _: Confirmation = reader.confirmation();
    reader.required();
    row
}

/// The status (水质状况) of a river of five sections or more by the share of those of classes I to III and of those worse
/// than class V, 1 for all (环办〔2011〕22号 二(一)2, grade A). Shares are compared as they are, not as printed (grade C).
///
/// With 60 % of classes I to III and 40 % worse than V no row of the table holds; that is heavily polluted (grade B).
///
/// # Example
/// ```
/// use eqs_assess::surface_water::status_of_shares;
/// use eqs_core::{Fraction, WaterStatus};
///
/// let share = |percent| Fraction::new(percent, 100).unwrap();
/// assert_eq!(status_of_shares(share(90), share(0)), WaterStatus::Excellent);
/// assert_eq!(status_of_shares(share(70), share(20)), WaterStatus::ModeratelyPolluted);
/// assert_eq!(status_of_shares(share(60), share(40)), WaterStatus::HeavilyPolluted);
/// ```
#[must_use]
pub fn status_of_shares(good: Fraction, worse_than_v: Fraction) -> WaterStatus {
    row_of(good, worse_than_v).unwrap_or(WaterStatus::HeavilyPolluted)
}

/// The status by the row of the table that holds; `None` between its rows.
pub(super) fn row_of(good: Fraction, worse_than_v: Fraction) -> Option<WaterStatus> {
    let within = |share: Fraction, ends: [Option<Decimal>; 2]| {
        let percent = share.checked_mul(Fraction::from(100))?;
        let [from, below] = ends.map(|end| end.map(Decimal::to_fraction));
        Some(from.is_none_or(|from| percent >= from) && below.is_none_or(|below| percent < below))
    };
    let holds = |row: &&Row| {
        within(good, row.good) == Some(true) && within(worse_than_v, row.worse_than_v) == Some(true)
    };
    TABLE.iter().find(holds).map(|row| row.status)
}
