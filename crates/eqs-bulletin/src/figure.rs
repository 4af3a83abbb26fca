//! [`Figure`]: one printed figure of a bulletin.

use eqs_core::cell::{Fault, Names};
use eqs_core::table::{Reader, same};
use eqs_core::{Bound, Decimal, Medium, Observation, Period, Quantity, Source, Statistic, Unit, cell};

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

impl Figure {
    /// The columns of a file of figures.
    pub const HEADER: &'static str =
        "id,line,medium,place,indicator,statistic,period,value,high,unit,bound,note,name,quote";

    /// The figure of one row of [`Figure::HEADER`], every name as its code; `names` are those beside the registries.
    ///
    /// # Errors
    /// [`Fault`] at the first cell that is not what its column holds, a value that its kind of figure does not allow
    /// included: a count or a number of days has no decimal places, a share is not above 100 %, and a range
    /// rises.
    ///
    /// # Example
    /// ```
    /// use eqs_bulletin::Figure;
    /// use eqs_core::cell::Names;
    ///
    /// let row = |value| {
    ///     ["1", "12", "air", "beijing", "good_air_days", "days", "2025", value, "", "d", "exact", "", "优良天数", "优良天数"]
    /// };
    /// let figure = Figure::parse(&row("311"), "bulletin-2025", Names::NONE)?;
    /// assert_eq!(figure.observation.quantity.to_string(), "311 d");
    /// let fault = Figure::parse(&row("311.5"), "bulletin-2025", Names::NONE).unwrap_err();
    /// assert_eq!(fault.expected, "a whole number, as for every count");
    /// # Ok::<(), eqs_core::cell::Fault>(())
    /// ```
    pub const fn parse(
        cells: &[&'static str; 14],
        document: &'static str,
        names: Names<'_>,
    ) -> Result<Self, Fault> {
        let (_, medium) = (cell!(cells[0], cell::required), cell!(cells[2], Medium::of_cell));
        let (name, _) = (cell!(cells[12], cell::required), cell!(cells[13], cell::required));
        match observation(cells, document, names) {
            Ok(observation) => Ok(Self { observation, medium, name, note: cells[11] }),
            Err(fault) => Err(fault),
        }
    }

    pub(crate) const fn read(reader: &mut Reader, document: &'static str) -> Self {
        let cells = reader.row();
        match Self::parse(&cells, document, Names::NONE) {
            Ok(figure) => figure,
            Err(fault) => reader.fault(&cells, fault),
        }
    }
}

/// What is observed in a row of [`Figure::HEADER`], whether or not it has an id, a medium, a name and a quote.
pub(crate) const fn observation(
    cells: &[&'static str; 14],
    document: &'static str,
    names: Names<'_>,
) -> Result<Observation<'static>, Fault> {
    let line = cell!(cells[1], cell::ordinal);
    let place = cell!(cells[3], cell::place, names);
    let indicator = cell!(cells[4], cell::indicator, names);
    let statistic = cell!(cells[5], Statistic::of_cell);
    let period = Period::parse(cell!(cells[6], cell::required));
    let (value, high) = (cell!(cells[7], cell::decimal), cell!(cells[8], cell::optional_decimal));
    let unit = cell!(cells[9], cell::unit);
    let bound = cell!(cells[10], Bound::of_cell);
    if let Some(expected) = misfit(value, statistic, period, unit) {
        return Err(Fault { column: 7, expected });
    }
    if let Some(high) = high {
        if high.compare(value).is_lt() {
            return Err(Fault { column: 8, expected: "an upper end that is not below the value" });
        }
        if let Some(expected) = misfit(high, statistic, period, unit) {
            return Err(Fault { column: 8, expected });
        }
    }
    let quantity = Quantity::new(value, unit);
    let source = Source { document, id: cells[0], line, quote: cells[13] };
    Ok(Observation { place, indicator, statistic, period, quantity, high, bound, source })
}

/// What the statistic would allow instead of the value.
const fn misfit(value: Decimal, statistic: Statistic, period: Period, unit: Unit) -> Option<&'static str> {
    let is_change = matches!(statistic, Statistic::CumulativeChange | Statistic::AnnualRate);
    let is_share = same(unit.symbol(), "%");
    if unit.counts() && value.places() > 0 {
        Some("a whole number, as for every count")
    } else if unit.counts() && value.is_negative() {
        Some("a count of 0 or more")
    } else if value.is_negative()
        && !is_change
        && (same(unit.kind(), "mass in air") || same(unit.kind(), "mass in water"))
    {
        Some("a concentration of 0 or more")
    } else if matches!(statistic, Statistic::Days)
        && matches!(period, Period::Year(_))
        && value.compare(Decimal::new(366, 0)).is_gt()
    {
        Some("at most the 366 days of a year")
    } else if is_share && !is_change && (value.is_negative() || value.compare(Decimal::new(100, 0)).is_gt()) {
        Some("a share from 0 to 100 %")
    } else {
        None
    }
}
