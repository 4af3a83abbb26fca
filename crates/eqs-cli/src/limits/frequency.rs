//! GB 8702 at one frequency.

use eqs::gb8702::{Field, FieldLimit, Gb8702};
use eqs::{Edition, Lang, Limit, Phrase as _, Quantity, Rounding, Scope};

/// The limits at a frequency as numbers, for the fields that were found.
pub(crate) fn notes(
    edition: &Edition,
    limits: &[Limit],
    frequency: Option<Quantity>,
    lang: Lang,
) -> Vec<String> {
    let Some(frequency) = frequency.filter(|_| edition.standard == "GB 8702") else { return Vec::new() };
    let is_found = |field: &&Field| {
        limits.iter().any(|limit| limit.indicator == field.indicator() && !is_overhead_line(limit))
    };
    let fields = Field::ALL.iter().filter(is_found);
    let found: Vec<(Field, FieldLimit)> =
        fields.filter_map(|field| Some((*field, limit(edition, *field, frequency)?))).collect();
    let mut notes: Vec<String> =
        found.iter().map(|(field, limit)| note(*field, frequency, limit, lang)).collect();
    if found.iter().any(|(_, limit)| limit.at_shared_end) {
        notes.push(match lang {
            Lang::Zh => format!("{frequency} 为两行共有的端点，取较小者：本程序的约定，未经确认"),
            Lang::En => format!(
                "{frequency} belongs to two rows, the smaller value is taken: a convention of ours, not confirmed"
            ),
        });
    }
    notes
}

/// The limit that holds for the field of `limit` at a frequency.
pub(crate) fn at(limit: &Limit, frequency: Quantity) -> Option<FieldLimit> {
    let field = Field::ALL.iter().find(|field| field.indicator() == limit.indicator)?;
    if is_overhead_line(limit) { None } else { self::limit(limit.edition, *field, frequency) }
}

fn limit(edition: &Edition, field: Field, frequency: Quantity) -> Option<FieldLimit> {
    Gb8702::named(edition.name).ok()?.limit(field, frequency).ok()?
}

const fn is_overhead_line(limit: &Limit) -> bool {
    matches!(limit.scope, Scope::Frequency { overhead_line: true, .. })
}

fn note(field: Field, frequency: Quantity, limit: &FieldLimit, lang: Lang) -> String {
    // Three places, without zeros behind the last digit.
    let rounded = limit.round(3, Rounding::HalfEven);
    let rounded = rounded.and_then(|value| {
        let places = value.value.significant_places().cast_signed();
        Some(Quantity::new(value.value.round(places, Rounding::HalfEven).ok()?, value.unit))
    });
    let is_exact = rounded.is_some_and(|value| limit.compare(value).is_ok_and(core::cmp::Ordering::is_eq));
    let value = rounded.map_or_else(String::new, |value| value.to_string());
    let (name, sign) = (field.say(lang), if is_exact { "" } else { "≈ " });
    match lang {
        Lang::Zh => format!("{frequency} 时{name}：{sign}{value}"),
        Lang::En => format!("{name} at {frequency}: {sign}{value}"),
    }
}
