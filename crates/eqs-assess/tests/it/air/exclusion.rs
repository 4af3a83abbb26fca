//! Hours and days that are left out.

use eqs_assess::air::{DailySeries, DaySpan, Exclusion, ExclusionCause, Slot, city, mean};
use eqs_core::{Indicator, Lang, Phrase, Statistic};

use super::{days, first, hours, mean_of, standard};

#[test]
fn excluded_days_and_hours() {
    let series = days(Indicator::PM10, first(2024), &[Some(100), Some(9000), Some(200), None]);
    let day = |at: u64| first(2024) + chrono::Days::new(at);
    let exclusion = |first, last| Exclusion { cause: ExclusionCause::Dust, first, last };
    let slot = |at, hour| Slot { day: day(at), hour };
    // The second day and the fourth, which is not valid anyway; the third not as a whole.
    let dust = [exclusion(slot(1, 0), slot(2, 11)), exclusion(slot(3, 0), slot(9, 23))];
    let without = series.excluding(&dust);
    let states: Vec<_> = without.iter().map(|(_, value)| value.state.code()).collect();
    assert_eq!(states, ["valid", "excluded", "valid", "invalid"]);
    let year = mean_of(&without, DaySpan::year(2024));
    assert_eq!((year.value.unwrap().to_string().as_str(), year.days, year.excluded), ("15", 2, 1));
    assert_eq!(mean_of(&series, DaySpan::year(2024)).excluded, 0);

    let hourly = hours(Indicator::PM10, first(2024), vec![Some(5); 48]);
    let (rest, excluded) =
        hourly.excluding(&[exclusion(slot(0, 20), slot(1, 3)), exclusion(slot(0, 23), slot(0, 23))]);
    assert_eq!((excluded, rest.readings().flatten().count()), (8, 40));
    let before = Slot { day: day(0).pred_opt().unwrap(), hour: 5 };
    assert_eq!(hourly.excluding(&[exclusion(before, slot(0, 0))]).1, 1);
    assert_eq!(hourly.excluding(&[exclusion(before, before)]).1, 0);
    assert_eq!(hourly.excluding(&[exclusion(slot(1, 99), slot(8, 99))]).1, 0);
    let days = DailySeries::means(&rest.excluding(&[exclusion(slot(0, 0), slot(0, 0))]).0, standard());
    let said = |at| days.of(day(at)).unwrap().shortfall.map(|lacking| lacking.say(Lang::En).to_string());
    assert_eq!((said(0), said(1)), (Some("19 of 20 hours".to_owned()), None));
}

#[test]
fn a_day_of_excluded_points_is_excluded_in_the_city() {
    let series = days(Indicator::PM10, first(2024), &[Some(100), Some(200)]);
    let exclusion = Exclusion {
        first: Slot { day: first(2024), hour: 0 },
        last: Slot { day: first(2024), hour: 23 },
        cause: ExclusionCause::Dust,
    };
    let excluded = series.excluding(&[exclusion]);
    let both = city(&[excluded.clone(), excluded.clone()]).unwrap();
    let month = mean(&both, DaySpan::month(2024, 1), Statistic::Mean, standard());
    assert_eq!((month.days, month.excluded), (1, 1));
    let one = city(&[excluded, series]).unwrap();
    assert_eq!(one.of(first(2024)).unwrap().count, 1);
}
