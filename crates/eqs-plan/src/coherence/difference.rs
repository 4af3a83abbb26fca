//! In what two linked targets differ, field by field.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Lang, Phrase, Quantity, Statistic};

use super::agreement::Field;
use super::region::numbers;
use crate::link::LinkKind;
use crate::target::{Base, Target};

/// The fields in which the two differ. Where the indicator differs nothing else is compared, and the place is only
/// where one restates the other: a district is never the city.
pub(super) fn differences(lower: &Target, upper: &Target, kind: LinkKind) -> Vec<Field> {
    let differs = |field: Field| match field {
        Field::Place => kind == LinkKind::Restates && lower.place != upper.place,
        Field::Indicator => lower.indicator != upper.indicator,
        Field::Statistic => lower.statistic != upper.statistic,
        Field::Relation => lower.comparator != upper.comparator,
        Field::Number => lower.unit.converts_to(upper.unit) && numbers(lower) != numbers(upper),
        Field::Unit => !lower.unit.converts_to(upper.unit),
        Field::Base => base(lower) != base(upper),
        Field::Due => lower.due != upper.due,
        Field::Modality => lower.modality != upper.modality,
        Field::Standard => (lower.standard, lower.grade) != (upper.standard, upper.grade),
        Field::Requirement => (lower.higher, lower.higher_id) != (upper.higher, upper.higher_id),
    };
    if differs(Field::Indicator) {
        return alloc::vec![Field::Indicator];
    }
    Field::ALL.iter().copied().filter(|field| differs(*field)).collect()
}

/// The base without its figure: that is evidence and not what is asked for.
pub(super) fn base(target: &Target) -> (Option<u16>, bool) {
    (target.base_year(), target.base == Some(Base::Peak))
}

/// Whether both measure one thing: days and their share of the year do.
pub(super) fn is_one_measure(one: Statistic, other: Statistic) -> bool {
    const DAYS: [Statistic; 2] = [Statistic::Days, Statistic::ShareOfDays];
    one == other || (DAYS.contains(&one) && DAYS.contains(&other))
}

/// Whether two targets that restate each other contradict each other in the field: both print it, and neither covers
/// what the other says. Relation, number and unit are compared as sets of values instead.
pub(super) fn contradicts(field: Field, lower: &Target, upper: &Target) -> bool {
    match field {
        Field::Place => !lower.place.is_within(upper.place) && !upper.place.is_within(lower.place),
        Field::Due => lower.due.is_some() && upper.due.is_some(),
        Field::Standard => lower.standard.is_some() && upper.standard.is_some(),
        Field::Requirement => lower.higher.is_some() && upper.higher.is_some(),
        Field::Base => base(lower) != (None, false) && base(upper) != (None, false),
        Field::Indicator
        | Field::Statistic
        | Field::Relation
        | Field::Number
        | Field::Unit
        | Field::Modality => false,
    }
}

/// A field of a target, for a sentence.
pub(super) struct Printed<'t>(pub(super) &'t Target, pub(super) Field);

impl Phrase for Printed<'_> {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(target, field) = *self;
        let none = lang.pick("未印出", "not printed");
        match field {
            Field::Place => target.place.write(lang, f),
            Field::Indicator => target.indicator.write(lang, f),
            Field::Statistic => target.statistic.write(lang, f),
            Field::Relation => target.comparator.write(lang, f),
            Field::Number => match (target.quantity(), target.high) {
                (Some(low), Some(high)) => {
                    let high = Quantity::new(high, target.unit);
                    write!(f, "{}–{}", low.value, high.say(lang))
                }
                (Some(quantity), None) => quantity.write(lang, f),
                (None, _) => f.write_str(none),
            },
            Field::Unit => target.unit.write(lang, f),
            Field::Base => match (target.base, target.base_year()) {
                (Some(Base::Peak), _) => f.write_str(lang.pick("峰值", "the peak")),
                (_, Some(year)) => write!(f, "{year}"),
                _ => f.write_str(none),
            },
            Field::Due => match target.due {
                Some(due) => write!(f, "{due}"),
                None => f.write_str(none),
            },
            Field::Modality => match target.modality {
                Some(modality) => modality.write(lang, f),
                None => f.write_str(none),
            },
            Field::Standard => match target.standard {
                Some(standard) if target.grade.is_empty() => standard.write(lang, f),
                Some(standard) => write!(f, "{} {}", standard.say(lang), target.grade),
                None => f.write_str(none),
            },
            Field::Requirement => match target.higher {
                Some(level) if target.higher_id.is_empty() => level.write(lang, f),
                Some(level) => write!(f, "{} {}", level.say(lang), target.higher_id),
                None => f.write_str(none),
            },
        }
    }
}
