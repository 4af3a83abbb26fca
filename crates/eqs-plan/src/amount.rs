//! [`Amount`]: a quantified part of a task.

use core::fmt;

use eqs_core::{Decimal, Quantity, Unit};

/// A quantified part of a measure, as printed, such as 50家 or 70%以上.
///
/// # Example
/// ```
/// use eqs_plan::{Amount, Task};
///
/// let task = Task::of("TSK-0072").unwrap();
/// let plain: Vec<_> = task.amounts().filter_map(Amount::plain).collect();
/// let plain: Vec<_> = plain.iter().map(|(count, unit)| format!("{count} {unit}")).collect();
/// assert_eq!(plain, ["3 座", "350 公里", "40 公里", "12 亿立方米"]);
///
/// assert_eq!(Amount::new("70%以上").plain(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount<'t>(&'t str);

/// Words behind a number of things, each of which is one; the same behind 万 are ten thousand.
const COUNTING: [&str; 12] = ["家", "条", "条段", "座", "个", "个区", "个村", "辆", "辆次", "人", "名", "位"];

/// Words that say how the number is meant; then it is no plain count.
const BOUNDS: [&str; 4] = ["以上", "以下", "以内", "左右"];

impl<'t> Amount<'t> {
    /// The part as printed.
    #[must_use]
    pub const fn new(printed: &'t str) -> Self {
        Self(printed)
    }

    /// The part as printed.
    #[must_use]
    pub const fn printed(self) -> &'t str {
        self.0
    }

    /// The number in a unit of the registry: 家, 条 and 座 are counts, 公里 are km. How it is meant (以上, 左右) is said by
    /// the printed form alone. `None` without a number, or where no unit fits.
    ///
    /// # Example
    /// ```
    /// use eqs_plan::Amount;
    /// let quantity = |printed| Amount::new(printed).quantity().map(|quantity| quantity.to_string());
    /// assert_eq!(quantity("50家").unwrap(), "50 count");
    /// assert_eq!(quantity("350公里").unwrap(), "350 km");
    /// assert_eq!(quantity("150万辆次以上").unwrap(), "150 10^4count");
    /// assert_eq!(quantity("5.1吨/平方公里·月以内").unwrap(), "5.1 t/(km²·month)");
    /// assert_eq!(quantity("20蒸吨"), None);
    /// ```
    #[must_use]
    pub fn quantity(self) -> Option<Quantity> {
        let bound = BOUNDS.iter().find_map(|bound| self.0.strip_suffix(bound));
        let (count, word) = Amount(bound.unwrap_or(self.0)).plain()?;
        let counts = |word: &str| COUNTING.contains(&word);
        let unit = match word.strip_prefix('万') {
            _ if counts(word) => Unit::COUNT,
            Some(word) if counts(word) => Unit::of("10^4count"),
            _ => word.parse().ok()?,
        };
        Some(Quantity::new(count, unit))
    }

    /// The count and its unit word as printed (`50`, `家`); `None` if the part is not just that, as in 70%以上.
    #[must_use]
    pub fn plain(self) -> Option<(Decimal, &'t str)> {
        let digits = self.0.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
        let (count, unit) = self.0.split_at_checked(digits)?;
        let is_plain = !count.ends_with('.')
            && BOUNDS.iter().all(|bound| !unit.contains(bound))
            && !unit.contains(|letter: char| letter.is_ascii_digit());
        Decimal::parse(count).ok().filter(|_| is_plain).map(|count| (count, unit))
    }
}

impl fmt::Display for Amount<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

/// The printed form, with count and unit where it is plain, and the same in a unit of the registry.
#[cfg(feature = "serde")]
impl serde::Serialize for Amount<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let plain = self.plain();
        let mut amount = serializer.serialize_struct("Amount", 4)?;
        amount.serialize_field("printed", self.0)?;
        amount.serialize_field("count", &plain.map(|(count, _)| count))?;
        amount.serialize_field("unit", &plain.map(|(_, unit)| unit))?;
        amount.serialize_field("quantity", &self.quantity())?;
        amount.end()
    }
}
