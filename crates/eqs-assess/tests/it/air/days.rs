//! Days by their index.

use chrono::Datelike as _;
use eqs_assess::air::{ChangeError, DayCounts, DaySpan, daily_indices, longest_spell};
use eqs_core::{AqiLevel, Fraction, Indicator, Lang, NaiveDate, Phrase};
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
    let counts = DayCounts::of(span, &indices).unwrap();
    assert_eq!((counts.determined(), counts.good(), counts.heavy(), counts.span.days()), (7, 6, 1, 9));
    assert_eq!(counts.mostly().to_string(), "PM2.5");
}

/// The counts of the days up to one of a year, of which so many are good and the others are not.
fn to_date(last: NaiveDate, good: usize, others: usize) -> DayCounts {
    let values = [vec![Some(100); good], vec![Some(1000); others]].concat();
    let series = days(Indicator::PM2_5, first(last.year()), &values);
    let span = DaySpan::to_date(last);
    DayCounts::of(span, &daily_indices(&[series], span, Hj633::named("2012").unwrap()).unwrap()).unwrap()
}

#[test]
fn numbers_of_days_change_with_29_february() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let (now, last) = (to_date(day(2024, 2, 29), 40, 20), to_date(day(2023, 2, 28), 40, 19));
    let good = now.change_since(&last, DayCounts::good).unwrap();
    // 40/60 - 40/59, in percent.
    assert_eq!((good.days, good.points), (0, Fraction::new(-200, 177).unwrap()));
    assert_eq!(
        good.say(Lang::En).to_string(),
        "as many days (-1.1 percentage points) as in 2023-01-01 to 2023-02-28"
    );
    assert_eq!(good.say(Lang::Zh).to_string(), "与2023-01-01至2023-02-28天数相同（-1.1个百分点）");
    let bad = now.change_since(&last, |counts| counts.days_of(AqiLevel::Three)).unwrap();
    assert_eq!(bad.say(Lang::Zh).to_string(), "较2023-01-01至2023-02-28增加1天（+1.1个百分点）");
    assert!(matches!(last.change_since(&now, DayCounts::good), Err(ChangeError::NotEarlier(..))));
    let march = to_date(day(2023, 3, 1), 40, 20);
    assert!(matches!(now.change_since(&march, DayCounts::good), Err(ChangeError::Spans(..))));
}

#[test]
fn days_without_an_index_are_named_in_a_change() {
    let last = |year| NaiveDate::from_ymd_opt(year, 1, 10).unwrap();
    let change = to_date(last(2024), 7, 0).change_since(&to_date(last(2023), 8, 2), DayCounts::good).unwrap();
    assert_eq!((change.days, change.without_index), (-1, [0, 3]));
    assert_eq!(
        change.say(Lang::En).to_string(),
        "1 day fewer (-10.0 percentage points) than in 2023-01-01 to 2023-01-10, while 0 days then and 3 now have no index"
    );
}
