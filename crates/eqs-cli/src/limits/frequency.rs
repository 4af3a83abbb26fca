//! GB 8702 at one frequency.

use core::cmp::Ordering;

use eqs::gb8702::{Field, FieldLimit, Gb8702};
use eqs::{Decimal, Edition, Lang, Limit, Phrase as _, Quantity, Rounding, Scope};
use serde::Serialize;

/// What a formula comes to at a frequency.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct AtFrequency {
    pub(crate) frequency: Quantity,
    /// Rounded down where it is not exact.
    pub(crate) value: Quantity,
    pub(crate) is_exact: bool,
    /// Whether two rows own the frequency; the value is the smaller one then.
    pub(crate) at_shared_end: bool,
    #[serde(skip)]
    field: Field,
    #[serde(skip)]
    limit: FieldLimit,
}

impl AtFrequency {
    /// What the formula of `limit` comes to; `None` for a limit that is none.
    pub(crate) fn of(limit: &Limit, frequency: Option<Quantity>) -> Option<Self> {
        let field = Field::ALL.iter().find(|field| field.indicator() == limit.indicator)?;
        if is_overhead_line(limit) { None } else { Self::new(limit.edition, *field, frequency?) }
    }

    fn new(edition: &Edition, field: Field, frequency: Quantity) -> Option<Self> {
        if edition.standard != "GB 8702" {
            return None;
        }
        let limit = Gb8702::named(edition.name).ok()?.limit(field, frequency).ok()??;
        let value = down(&limit)?;
        let is_exact = limit.compare(value).is_ok_and(Ordering::is_eq);
        // Zeros behind the last digit say that there are no others; only an exact value may drop them.
        let value = if is_exact { Quantity::new(without_zeros(value.value), value.unit) } else { value };
        Some(Self { frequency, value, is_exact, at_shared_end: limit.at_shared_end, field, limit })
    }

    /// Whether a value keeps the limit, by the exact one.
    pub(crate) fn is_kept_by(&self, value: Quantity) -> Option<bool> {
        self.limit.compare(value).ok().map(Ordering::is_ge)
    }

    /// `≈ 27.38 V/m`.
    pub(crate) fn text(&self) -> String {
        format!("{}{}", if self.is_exact { "" } else { "≈ " }, self.value)
    }

    fn note(&self, lang: Lang) -> String {
        let (name, value, frequency) = (self.field.say(lang), self.text(), self.frequency);
        let down = if self.is_exact {
            ""
        } else {
            lang.pick("（舍去至四位有效数字）", " (rounded down)")
        };
        match lang {
            Lang::Zh => format!("{frequency} 时{name}：{value}{down}"),
            Lang::En => format!("{name} at {frequency}: {value}{down}"),
        }
    }
}

/// The limits at a frequency as numbers, for the fields that were found.
pub(crate) fn notes(
    edition: &Edition,
    limits: &[Limit],
    frequency: Option<Quantity>,
    lang: Lang,
) -> Vec<String> {
    let Some(frequency) = frequency else { return Vec::new() };
    let is_found = |field: &&Field| {
        limits.iter().any(|limit| limit.indicator == field.indicator() && !is_overhead_line(limit))
    };
    let fields = Field::ALL.iter().filter(is_found);
    let found: Vec<_> = fields.filter_map(|field| AtFrequency::new(edition, *field, frequency)).collect();
    let mut notes: Vec<String> = found.iter().map(|at| at.note(lang)).collect();
    if found.iter().any(|at| at.at_shared_end) {
        notes.push(match lang {
            Lang::Zh => format!("{frequency} 为两行共有的端点，取较小者：本程序的约定，未经确认"),
            Lang::En => format!(
                "{frequency} belongs to two rows, the smaller value is taken: a convention of ours, not confirmed"
            ),
        });
    }
    notes
}

const fn is_overhead_line(limit: &Limit) -> bool {
    matches!(limit.scope, Scope::Frequency { overhead_line: true, .. })
}

/// The least number of four digits.
const FOUR_DIGITS: u64 = 1000;

/// The limit with four significant digits, rounded down: a limit rounded up would allow more than the standard does.
fn down(limit: &FieldLimit) -> Option<Quantity> {
    let digits = |value: Quantity| value.value.mantissa().unsigned_abs();
    let mut rounded = (0..=9).filter_map(|places| limit.round(places, Rounding::Truncate));
    let found = rounded.find(|value| digits(*value) >= FOUR_DIGITS);
    let value = found.or_else(|| limit.round(9, Rounding::Truncate))?;
    if value.value.places() > 0 || limit.compare(value).is_ok_and(Ordering::is_eq) {
        return Some(value);
    }
    // A whole number of more digits keeps the first four.
    let excess = digits(value).checked_ilog10()?.saturating_sub(FOUR_DIGITS.ilog10());
    let places = i8::try_from(excess).ok()?.checked_neg()?;
    Some(Quantity::new(value.value.round(places, Rounding::Truncate).ok()?, value.unit))
}

fn without_zeros(value: Decimal) -> Decimal {
    value.round(value.significant_places().cast_signed(), Rounding::Truncate).unwrap_or(value)
}
