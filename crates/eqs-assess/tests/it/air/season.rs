//! Seasons.

use eqs_assess::air::{AirStatistic, DaySpan, Season, change, mean};
use eqs_core::{Confirmation, Indicator, Lang, NaiveDate, Phrase, Statistic};

use super::{days, first, hours, standard};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn the_four_seasons_follow_on_each_other() {
    let winter = DaySpan::season(2023, Season::Winter);
    assert_eq!((winter.first, winter.last), (day(2022, 12, 1), day(2023, 2, 28)));
    let mut last = winter.last;
    for season in [Season::Spring, Season::Summer, Season::Autumn] {
        let span = DaySpan::season(2023, season);
        assert_eq!(span.first, last.succ_opt().unwrap());
        last = span.last;
    }
    assert_eq!(last, day(2023, 11, 30));
    assert_eq!(DaySpan::season(2023, Season::Summer).say(Lang::En).to_string(), "2023 summer");
    assert_eq!(winter.say(Lang::En).to_string(), "2022/2023 winter");
    assert_eq!(
        DaySpan { last: day(2023, 2, 27), ..winter }.say(Lang::En).to_string(),
        "2022-12-01 to 2023-02-27"
    );
    assert_eq!(Season::confirmation(), Confirmation::C);
}

#[test]
fn a_winter_has_days_of_two_years() {
    // From December 2022 on: 31 days of 10, 31 of 20, 28 of 30.
    let values = [(31, 100), (31, 200), (28, 300)].map(|(days, value)| vec![Some(value); days]).concat();
    let series = days(Indicator::PM2_5, day(2022, 12, 1), &values);
    let of = |year| mean(&series, DaySpan::season(year, Season::Winter), Statistic::Mean, standard());
    let winter: AirStatistic = of(2023);
    assert_eq!((winter.value.unwrap().to_string().as_str(), winter.days), ("59/3", 90));
    assert_eq!(
        winter.say(Lang::Zh).to_string(),
        "2022/2023年冬季PM2.5平均值为19.6667 µg/m³，90天中有效90天（未见有效性规定）"
    );
    assert_eq!((of(2024).value, of(2022).value), (None, None));
}

#[test]
fn winters_with_and_without_29_february() {
    let winter = |year: u16, days_of: usize| {
        let span = DaySpan::season(year, Season::Winter);
        mean(
            &days(Indicator::PM2_5, span.first, &vec![Some(100); days_of]),
            span,
            Statistic::Mean,
            standard(),
        )
    };
    let since = change(&winter(2024, 91), &winter(2023, 90)).unwrap();
    assert_eq!(since.say(Lang::Zh).to_string(), "与2022/2023年冬季持平");
}

#[test]
fn profiles_of_a_season() {
    let hours =
        hours(Indicator::O3, first(2024), (0..60 * 24 + 24).map(|hour| Some(hour % 24 * 10)).collect());
    let winter = hours.hour_of_day(DaySpan::season(2024, Season::Winter));
    assert_eq!((winter[15].value.unwrap().to_string().as_str(), winter[15].count), ("15", 60));
    assert_eq!(hours.hour_of_day(DaySpan::season(2024, Season::Spring))[15].count, 1);
    // December belongs to the winter of a span, whichever year it ends.
    let series = days(Indicator::PM2_5, day(2023, 11, 30), &[Some(100), Some(200), None, Some(400)]);
    let whole = DaySpan { first: first(2023), last: day(2024, 12, 31) };
    let [spring, summer, autumn, winter] = series.season_of_year(whole);
    assert_eq!((spring.count, summer.count, autumn.count, winter.count), (0, 0, 1, 2));
    assert_eq!(winter.value.unwrap().to_string(), "30");
    let months = series.month_of_year(whole);
    assert_eq!(months.map(|month| month.count), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    assert_eq!(months[10].value.unwrap().to_string(), "10");
}
