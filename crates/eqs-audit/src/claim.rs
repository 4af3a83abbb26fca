//! [`Claim`]: one statement of a document, as far as it can be computed.

use eqs_core::cell::{Fault, Names};
use eqs_core::table::{Reader, same};
use eqs_core::{Bound, Decimal, Indicator, Medium, Period, Place, Quantity, Source, Statistic, Unit, cell};

use crate::key::Key;
use crate::term::{Rule, Stated};

/// The most operands in the column `parts`.
pub const MOST_PARTS: usize = 12;

/// One part of a statement of a document. Parts of one id are one claim: it holds if all of them hold.
///
/// # Example
/// ```
/// use eqs_audit::{Claim, Rule, Stated};
/// use eqs_core::cell::Names;
///
/// let row = [
///     "C-1", "1", "12", "air", "change", "beijing", "PM2.5", "annual_mean", "2025", "decrease", "11.5", "", "%",
///     "exact", "", "", "", "2024", "", "", "", "", "PM2.5年平均浓度", "同比下降11.5%",
/// ];
/// let claim = Claim::parse(&row, "bulletin-2025", Names::NONE)?;
/// assert_eq!((claim.rule, claim.stated), (Rule::Change, Stated::Decrease));
/// assert_eq!(claim.base.unwrap().period, eqs_core::Period::Year(2024));
/// # Ok::<(), eqs_core::cell::Fault>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Claim {
    /// Where it is printed; the id is that of the claim.
    pub source: Source<'static>,
    /// The number of the part.
    pub part: u16,
    /// What it is about.
    pub medium: Medium,
    /// What is computed.
    pub rule: Rule,
    /// Of what it speaks.
    pub subject: Key,
    /// The relation that it states.
    pub stated: Stated,
    /// The printed amount.
    pub amount: Option<Amount>,
    /// What the subject is compared with.
    pub base: Option<Key>,
    /// Further operands.
    pub parts: Parts,
    /// The standard or plan that is referred to; mostly empty.
    pub standard: &'static str,
    /// Its class, grade or zone.
    pub grade: &'static str,
    /// What has to be said of the reading; mostly empty.
    pub note: &'static str,
    /// The claim in the words of the register.
    pub words: &'static str,
}

/// A printed amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Amount {
    /// The amount; the lower end of a range.
    pub quantity: Quantity,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// How it bounds the value.
    pub bound: Bound,
}

/// The operands of the column `parts`; what they are depends on the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
pub enum Parts {
    /// There are none.
    None,
    /// Indicators, of rules `sum` and `first`.
    Indicators([Option<Indicator>; MOST_PARTS]),
    /// Places, of rule `between`.
    Places([Option<Place>; MOST_PARTS]),
    /// Numbers of targets, of rule `target`.
    Targets([Option<u16>; MOST_PARTS]),
}

impl Claim {
    /// The columns of a file of claims.
    pub const HEADER: &'static str = "id,part,line,medium,rule,place,indicator,statistic,period,relation,value,high,\
        unit,bound,base_place,base_indicator,base_statistic,base_period,parts,standard,grade,note,claim,quote";

    /// The claim of one row of [`Claim::HEADER`], every name as its code; `names` are those beside the registries.
    ///
    /// # Errors
    /// [`Fault`] at the first cell that is not what its column holds, an operand that the rule needs and that is not
    /// there, a relation that the rule does not know, and a subject that is its own base or comes before it.
    pub const fn parse(
        cells: &[&'static str; 24],
        document: &'static str,
        names: Names<'_>,
    ) -> Result<Self, Fault> {
        let (id, part) = (cell!(cells[0], cell::required), cell!(cells[1], cell::ordinal));
        let line = cell!(cells[2], cell::ordinal);
        let medium = cell!(cells[3], Medium::of_cell);
        let rule = cell!(cells[4], Rule::of_cell);
        let subject = Key {
            place: cell!(cells[5], cell::place, names),
            indicator: cell!(cells[6], cell::indicator, names),
            statistic: cell!(cells[7], Statistic::of_cell),
            period: Period::parse(cell!(cells[8], cell::required)),
        };
        let stated = cell!(cells[9], Stated::of_cell);
        let (value, high) =
            (cell!(cells[10], cell::optional_decimal), cell!(cells[11], cell::optional_decimal));
        let unit = cell!(cells[12], cell::optional_unit);
        let bound = cell!(cells[13], Bound::of_cell);
        let amount = match amount(value, high, unit, bound) {
            Ok(amount) => amount,
            Err(fault) => return Err(fault),
        };
        let base = match base(subject, cells, names) {
            Ok(base) => base,
            Err(fault) => return Err(fault),
        };
        let parts = match parts(rule, cells[18], names) {
            Ok(parts) => parts,
            Err(expected) => return Err(Fault { column: 18, expected }),
        };
        let source = Source { document, id, line, quote: cell!(cells[23], cell::required) };
        let claim = Self {
            source,
            part,
            medium,
            rule,
            subject,
            stated,
            amount,
            base,
            parts,
            standard: cells[19],
            grade: cells[20],
            note: cells[21],
            words: cell!(cells[22], cell::required),
        };
        match claim.misfit() {
            Some(fault) => Err(fault),
            None => Ok(claim),
        }
    }

    pub(crate) const fn read(reader: &mut Reader, document: &'static str) -> Self {
        let cells = reader.row();
        match Self::parse(&cells, document, Names::NONE) {
            Ok(claim) => claim,
            Err(fault) => reader.fault(&cells, fault),
        }
    }

    /// What the rule needs and does not find.
    const fn misfit(&self) -> Option<Fault> {
        use Stated as S;
        let related = match self.rule {
            Rule::Change => matches!(
                self.stated,
                S::Increase | S::Decrease | S::Above | S::Below | S::Unchanged | S::Stable
            ),
            Rule::Value => matches!(self.stated, S::Equal | S::Above | S::Below | S::AtLeast | S::AtMost),
            Rule::Trend => matches!(self.stated, S::Increase | S::Decrease),
            Rule::Attains => matches!(self.stated, S::Meets | S::Exceeds),
            Rule::Rank | Rule::Record => matches!(self.stated, S::Highest | S::Lowest),
            Rule::First | Rule::Grade | Rule::Target | Rule::Qualitative => matches!(self.stated, S::Meets),
            Rule::CountAttaining
            | Rule::Range
            | Rule::Sum
            | Rule::Share
            | Rule::CountableShare
            | Rule::Between => matches!(self.stated, S::Equal),
            Rule::Restated => {
                return Some(Fault {
                    column: 4,
                    expected: "a rule for claims; restated figures are compared without one",
                });
            }
        };
        if !related {
            return Some(Fault { column: 9, expected: "a relation that the rule knows" });
        }
        let needs_amount = matches!(
            self.rule,
            Rule::Value | Rule::CountAttaining | Rule::Range | Rule::Share | Rule::CountableShare
        );
        if needs_amount && self.amount.is_none() {
            return Some(Fault { column: 10, expected: "the value that the rule compares with" });
        }
        if let (Rule::CountAttaining, Some(amount)) = (self.rule, self.amount)
            && !same(amount.quantity.unit.symbol(), "count")
        {
            return Some(Fault { column: 12, expected: "the unit count" });
        }
        if let (Rule::Rank, Some(amount)) = (self.rule, self.amount)
            && !(same(amount.quantity.unit.symbol(), "rank") && amount.quantity.value.mantissa() > 0)
        {
            return Some(Fault { column: 12, expected: "a number from 1 in the unit rank" });
        }
        let needs_base = matches!(
            self.rule,
            Rule::Change | Rule::Rank | Rule::Record | Rule::First | Rule::Share | Rule::CountableShare
        );
        if needs_base && self.base.is_none() {
            return Some(Fault {
                column: 17,
                expected: "what the subject is compared with, in a column base_…",
            });
        }
        if matches!(self.rule, Rule::Sum | Rule::Between) && matches!(self.parts, Parts::None) {
            return Some(Fault { column: 18, expected: "the parts" });
        }
        if let Parts::Places([_, second, ..]) = &self.parts
            && second.is_none()
        {
            return Some(Fault { column: 18, expected: "two parts at least" });
        }
        let needs_standard = matches!(
            self.rule,
            Rule::Attains | Rule::CountAttaining | Rule::First | Rule::Grade | Rule::Target
        );
        if needs_standard && self.standard.is_empty() {
            return Some(Fault { column: 19, expected: "a standard or a plan" });
        }
        if matches!(self.rule, Rule::Trend) && !matches!(self.subject.period, Period::Years(..)) {
            return Some(Fault { column: 8, expected: "a span of years such as 2016-2020" });
        }
        if matches!(self.rule, Rule::Share | Rule::CountableShare)
            && let Some(amount) = self.amount
            && !same(amount.quantity.unit.symbol(), "%")
        {
            return Some(Fault { column: 12, expected: "% for a share" });
        }
        None
    }
}

const fn amount(
    value: Option<Decimal>,
    high: Option<Decimal>,
    unit: Option<Unit>,
    bound: Bound,
) -> Result<Option<Amount>, Fault> {
    let Some(value) = value else {
        return if high.is_some() {
            Err(Fault { column: 11, expected: "no upper end without a value" })
        } else if unit.is_some() {
            Err(Fault { column: 12, expected: "no unit without a value" })
        } else {
            Ok(None)
        };
    };
    let Some(unit) = unit else {
        return Err(Fault { column: 12, expected: "the unit of the value" });
    };
    if let Some(high) = high
        && high.compare(value).is_lt()
    {
        return Err(Fault { column: 11, expected: "an upper end that is not below the value" });
    }
    if value.is_negative() {
        return Err(Fault { column: 10, expected: "an amount without a sign; the relation says which way" });
    }
    if unit.counts() && (value.places() > 0 || matches!(high, Some(high) if high.places() > 0)) {
        return Err(Fault { column: 10, expected: "a whole number, as for every count" });
    }
    Ok(Some(Amount { quantity: Quantity::new(value, unit), high, bound }))
}

/// The base: what is not given is that of the subject.
const fn base(subject: Key, cells: &[&'static str; 24], names: Names<'_>) -> Result<Option<Key>, Fault> {
    let place = cell!(cells[14], cell::optional_place, names);
    let indicator = cell!(cells[15], cell::optional_indicator, names);
    let statistic = if cells[16].is_empty() { None } else { Some(cell!(cells[16], Statistic::of_cell)) };
    let period = if cells[17].is_empty() { None } else { Some(Period::parse(cells[17])) };
    if place.is_none() && indicator.is_none() && statistic.is_none() && period.is_none() {
        return Ok(None);
    }
    let is_own_history = place.is_none() && indicator.is_none() && statistic.is_none();
    if is_own_history
        && let Some(period) = period
        && let (Some(own), Some(base)) = (subject.period.end_year(), period.end_year())
        && base >= own
    {
        return Err(Fault { column: 17, expected: "a base before the period of the subject" });
    }
    let same_place = match place {
        Some(place) => same(place.code(), subject.place.code()),
        None => true,
    };
    let same_indicator = match indicator {
        Some(indicator) => same(indicator.symbol(), subject.indicator.symbol()),
        None => true,
    };
    let same_statistic = match statistic {
        Some(statistic) => same(statistic.code(), subject.statistic.code()),
        None => true,
    };
    if same_place && same_indicator && same_statistic && (period.is_none() || same(cells[17], cells[8])) {
        return Err(Fault { column: 14, expected: "a base other than the subject itself" });
    }
    Ok(Some(Key {
        place: match place {
            Some(place) => place,
            None => subject.place,
        },
        indicator: match indicator {
            Some(indicator) => indicator,
            None => subject.indicator,
        },
        statistic: match statistic {
            Some(statistic) => statistic,
            None => subject.statistic,
        },
        period: match period {
            Some(period) => period,
            None => subject.period,
        },
    }))
}

/// Codes separated by `;`.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "the index is below the length")]
const fn parts(rule: Rule, cell: &'static str, names: Names<'_>) -> Result<Parts, &'static str> {
    if cell.is_empty() {
        return Ok(Parts::None);
    }
    let (mut indicators, mut places, mut targets) =
        ([None; MOST_PARTS], [None; MOST_PARTS], [None; MOST_PARTS]);
    let (mut rest, mut index) = (cell, 0);
    loop {
        if index == MOST_PARTS {
            return Err("at most 12 parts");
        }
        let (code, tail) = cell::split_once(rest, b';');
        match rule {
            Rule::Sum | Rule::First => match cell::indicator(code, names) {
                Ok(indicator) => indicators[index] = Some(indicator),
                Err(_) => return Err("symbols of indicators, separated by `;`"),
            },
            Rule::Between => match cell::place(code, names) {
                Ok(place) => places[index] = Some(place),
                Err(_) => return Err("codes of places, separated by `;`"),
            },
            Rule::Target => match cell::number(code) {
                Ok(number) => targets[index] = Some(number),
                Err(_) => return Err("numbers of targets, separated by `;`"),
            },
            _ => return Err("an empty cell, because the rule takes no parts"),
        }
        index += 1;
        match tail {
            Some(tail) => rest = tail,
            None => break,
        }
    }
    Ok(match rule {
        Rule::Between => Parts::Places(places),
        Rule::Target => Parts::Targets(targets),
        _ => Parts::Indicators(indicators),
    })
}
