//! Days by their index.

use eqs_assess::air::{DayCounts, DaySpan, daily_indices, longest_spell};
use eqs_core::{Indicator, Lang, Phrase};
use eqs_standards::hj633::Hj633;

use super::{days, first};

#[test]
fn spells_end_with_a_day_that_has_no_index() {
    let values = [Some(100), Some(100), None, Some(100), Some(100), Some(100), Some(2000), Some(100)];
    let series = days(Indicator::PM2_5, first(2024), &values);
    let span = DaySpan { first: first(2024), last: first(2024) + chrono::Days::new(8) };
    let indices = daily_indices(&[series], span, Hj633::named("2012").unwrap()).unwrap();
    assert_eq!(indices.len(), 9);
    let spell = longest_spell(&indices, |index| index.level.is_good()).unwrap();
    assert_eq!(spell.say(Lang::En).to_string(), "2024-01-04 to 2024-01-06");
    assert_eq!(longest_spell(&indices, |index| index.value > 300), None);
    let counts = DayCounts::of(span, &indices);
    assert_eq!((counts.determined(), counts.good(), counts.heavy(), counts.span.days()), (7, 6, 1, 9));
    assert_eq!(counts.mostly().to_string(), "PM2.5");
}
