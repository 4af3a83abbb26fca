//! [`Figure`]: one printed figure of a bulletin.

use eqs_core::table::Reader;
use eqs_core::{Bound, Medium, Observation, Period, Quantity, Source, Statistic};

/// A figure that a bulletin prints.
///
/// # Example
/// ```
/// use eqs_bulletin::Bulletin;
/// use eqs_core::Medium;
///
/// let figure = Bulletin::of(2024)?.figures().iter().find(|figure| figure.medium == Medium::Water).unwrap();
/// assert_eq!(figure.name, "高锰酸盐指数");
/// assert_eq!(figure.observation.quantity.to_string(), "3.40 mg/L");
/// # Ok::<(), eqs_bulletin::UnknownBulletin>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Figure {
    /// Place, indicator, statistic, period, value with unit and bound, and where it is printed.
    pub observation: Observation<'static>,
    /// What it is about.
    pub medium: Medium,
    /// The indicator as the register of the documents names it.
    pub name: &'static str,
    /// What else the words around the figure say: `扣除沙尘影响`, `计数：个`, `综述`; mostly empty.
    pub note: &'static str,
}

/// The columns of `data/<year>.csv`.
pub(crate) const HEADER: &str =
    "id,line,medium,place,indicator,statistic,period,value,high,unit,bound,note,name,quote";

impl Figure {
    /// Reads one row of [`HEADER`].
    pub(crate) const fn read(reader: &mut Reader, document: &'static str) -> Self {
        let (id, line) = (reader.required(), reader.number());
        let medium = Medium::read(reader);
        let (place, indicator, statistic) = (reader.place(), reader.indicator(), Statistic::read(reader));
        let period = Period::parse(reader.required());
        let (value, high, unit) = (reader.decimal(), reader.optional_decimal(), reader.unit());
        let (bound, note, name) = (Bound::read(reader), reader.text(), reader.required());
        let source = Source { document, id, line, quote: reader.required() };
        let quantity = Quantity::new(value, unit);
        Self {
            observation: Observation { place, indicator, statistic, period, quantity, high, bound, source },
            medium,
            name,
            note,
        }
    }
}
