//! Targets and plans from the cells of a row.

use eqs_core::cell::{Fault, Names};
use eqs_core::table::{Reader, same};
use eqs_core::{Confirmation, Decimal, Medium, NaiveDate, Period, Source, Statistic, cell};

use crate::comparator::Comparator;
use crate::fit;
use crate::modality::optional_modality;
use crate::norm::{optional_level, optional_norm};
use crate::plan::Plan;
use crate::target::{Base, Target};

impl Target {
    /// The columns of a file of targets.
    pub const HEADER: &'static str = "id,document,line,no,medium,place,observed_at,indicator,statistic,unit,\
        base_period,comparator,target,high,due,modality,standard,grade,higher,footnote,note,name,quote";

    /// The target of one row of [`Target::HEADER`] of a plan of these years, every name as its code; `names` are those
    /// beside the registries.
    ///
    /// # Errors
    /// [`Fault`] at the first cell that is not what its column holds, a number that the comparator does not take or
    /// that is missing, a range that falls, a base behind the plan or the due day, a due day before the plan, and a
    /// unit or a number that the comparator or the statistic cannot have: a rank in %, a share above 100 %, a negative
    /// concentration.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Lang, Phrase, cell::Names};
    /// use eqs_plan::Target;
    ///
    /// let row = |due| {
    ///     ["T-1", "plan-15fyp", "12", "", "air", "beijing", "beijing", "PM2.5", "annual_mean", "µg/m³", "", "at_most",
    ///         "28", "", due, "none", "", "", "", "", "", "PM2.5年均浓度", "28微克/立方米以下"]
    /// };
    /// let target = Target::parse(&row("2030-12-31"), (2026, 2030), Names::NONE)?;
    /// assert_eq!(target.say(Lang::En).to_string(), "Beijing, PM2.5, annual mean: at most 28 µg/m³ by 2030-12-31");
    /// let fault = Target::parse(&row("2025-12-31"), (2026, 2030), Names::NONE).unwrap_err();
    /// assert_eq!(fault.expected, "a day from the first year of the plan on");
    /// # Ok::<(), eqs_core::cell::Fault>(())
    /// ```
    pub const fn parse(
        cells: &[&'static str; 23],
        (first_year, last_year): (u16, u16),
        names: Names<'_>,
    ) -> Result<Self, Fault> {
        let (id, document) = (cell!(cells[0], cell::required), cell!(cells[1], cell::required));
        let (line, no) = (cell!(cells[2], cell::ordinal), cell!(cells[3], cell::optional_number));
        let medium = cell!(cells[4], Medium::of_cell);
        let (place, observed_at) = (cell!(cells[5], cell::place, names), cell!(cells[6], cell::place, names));
        let indicator = cell!(cells[7], cell::indicator, names);
        let (statistic, unit) = (cell!(cells[8], Statistic::of_cell), cell!(cells[9], cell::unit));
        let (base, comparator) = (cell!(cells[10], base), cell!(cells[11], Comparator::of_cell));
        let (value, high) =
            (cell!(cells[12], cell::optional_decimal), cell!(cells[13], cell::optional_decimal));
        let (due, modality) = (cell!(cells[14], cell::optional_date), cell!(cells[15], optional_modality));
        let (standard, (higher, higher_id)) =
            (cell!(cells[16], optional_norm), cell!(cells[18], optional_level));
        let name = cell!(cells[21], cell::required);
        if let Some(fault) = misfit(comparator, value, high) {
            return Err(fault);
        }
        if let Some(Base::Year { year, .. }) = base
            && year > last_year
        {
            return Err(Fault { column: 10, expected: "a year that is not behind the plan" });
        }
        if let Some(due) = due
            && let Some(first) = NaiveDate::from_ymd_opt(first_year as i32, 1, 1)
            && due.signed_duration_since(first).num_days() < 0
        {
            return Err(Fault { column: 14, expected: "a day from the first year of the plan on" });
        }
        let source = Source { document, id, line, quote: cells[22] };
        let target = Self {
            id,
            no,
            medium,
            place,
            observed_at,
            indicator,
            statistic,
            unit,
            base,
            comparator,
            value,
            high,
            first_year,
            last_year,
            due,
            modality,
            standard,
            grade: cells[17],
            higher,
            higher_id,
            name,
            footnote: cells[19],
            note: cells[20],
            source,
            confirmation: Confirmation::B,
        };
        match fit::fault(&target) {
            Some(fault) => Err(fault),
            None => Ok(target),
        }
    }

    pub(crate) const fn read<const FIRST: u16, const LAST: u16>(reader: &mut Reader) -> Self {
        let cells = reader.row();
        match Self::parse(&cells, (FIRST, LAST), Names::NONE) {
            Ok(target) => Self { confirmation: Confirmation::A, ..target },
            Err(fault) => reader.fault(&cells, fault),
        }
    }
}

impl Plan {
    /// The columns of a file of plans.
    pub const HEADER: &'static str = "code,title_zh,title_en,document,number,issued,first_year,last_year";

    /// The plan of one row of [`Plan::HEADER`], with its targets.
    ///
    /// # Errors
    /// [`Fault`] at the first cell that is not what its column holds, and years that are not in their order.
    pub const fn parse(cells: &[&'static str; 8], targets: &'static [Target]) -> Result<Self, Fault> {
        let (first_year, last_year) = (cell!(cells[6], year), cell!(cells[7], year));
        if last_year < first_year {
            return Err(Fault { column: 7, expected: "a year that is not before the first one" });
        }
        Ok(Self {
            code: cell!(cells[0], cell::required),
            title_zh: cell!(cells[1], cell::required),
            title_en: cell!(cells[2], cell::required),
            document: cell!(cells[3], cell::required),
            number: cells[4],
            issued: cell!(cells[5], cell::optional_date),
            first_year,
            last_year,
            targets,
        })
    }
}

/// The number of a target: present where the comparator takes one, and only where it may; the upper one exactly in a
/// range.
const fn misfit(comparator: Comparator, value: Option<Decimal>, high: Option<Decimal>) -> Option<Fault> {
    let (column, expected) = match (value, high) {
        (None, _) if comparator.takes_value() => (12, "the number that this comparator takes"),
        (Some(_), _) if !comparator.may_have_value() => {
            (12, "an empty cell: this comparator takes no number")
        }
        (_, None) if matches!(comparator, Comparator::Range) => (13, "the upper number of the range"),
        (_, Some(_)) if !matches!(comparator, Comparator::Range) => {
            (13, "an empty cell: only a range has an upper number")
        }
        (Some(value), Some(high)) if high.compare(value).is_lt() => {
            (13, "an upper number that is not below the lower one")
        }
        _ => return None,
    };
    Some(Fault { column, expected })
}

/// An empty cell, `peak`, a year (`2020`), or a year with its figure (`2020:38`).
const fn base(cell: &'static str) -> Result<Option<Base>, &'static str> {
    let (period, figure) = cell::split_once(cell, b':');
    let value = match figure {
        Some(figure) => cell::optional_decimal(figure),
        None => Ok(None),
    };
    match (Period::parse(period), value) {
        _ if cell.is_empty() => Ok(None),
        _ if same(cell, "peak") => Ok(Some(Base::Peak)),
        (Period::Year(year), Ok(value)) => Ok(Some(Base::Year { year, value })),
        _ => Err("a year such as 2020, one with its figure such as 2020:38, `peak` or an empty cell"),
    }
}

/// A year of four digits.
const fn year(cell: &'static str) -> Result<u16, &'static str> {
    match Period::parse(cell) {
        Period::Year(year) => Ok(year),
        _ => Err("a year"),
    }
}
