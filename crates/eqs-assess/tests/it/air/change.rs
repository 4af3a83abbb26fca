//! Changes between years.

use eqs_assess::air::{ChangeError, DaySpan, States, change, printed_change, three_year_mean};
use eqs_core::{
    AirGrade, Fraction, Indicator, Lang, NaiveDate, Phrase, Quantity, Reason, ReferenceState, Statistic, Unit,
};

use super::{days, first, mean_of, standard};

#[test]
fn spans_of_other_years() {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    assert_eq!(DaySpan::year(2024).in_year(2023), DaySpan::year(2023));
    assert_eq!(DaySpan::month(2023, 2).in_year(2024), DaySpan::month(2024, 2));
    assert_eq!(DaySpan::quarter(2024, 1).in_year(2021), DaySpan::quarter(2021, 1));
    let winter = DaySpan { first: day(2023, 11, 15), last: day(2024, 2, 29) };
    assert_eq!(winter.in_year(2022), DaySpan { first: day(2022, 11, 15), last: day(2023, 2, 28) });
    let leap = DaySpan { first: day(2024, 2, 29), last: day(2024, 3, 15) };
    assert_eq!(leap.in_year(2023), DaySpan { first: day(2023, 2, 28), last: day(2023, 3, 15) });
    assert_eq!(winter.say(Lang::Zh).to_string(), "2023-11-15至2024-02-29");
    assert_eq!(DaySpan::month(2024, 2).say(Lang::Zh).to_string(), "2024年2月");
}

#[test]
fn changes() {
    let year = |year: u16, value| {
        let days_of = usize::try_from(DaySpan::year(year).days()).unwrap();
        let series = days(Indicator::NO2, first(year.into()), &vec![Some(value); days_of]);
        mean_of(&series, DaySpan::year(year))
    };
    let (now, last, base) = (year(2024, 255), year(2023, 255), year(2013, 560));
    let same = change(&now, &last).unwrap();
    assert_eq!(same.say(Lang::Zh).to_string(), "与2023年持平");
    let since = change(&now, &base).unwrap();
    assert_eq!(since.percent, Fraction::new(-6100, 112));
    assert_eq!(
        since.say(Lang::Zh).to_string(),
        "较2013年下降54.5%（30.5 µg/m³），前者的状态为273 K、101.325 kPa，后者为298.15 K、1013.25 hPa，未作换算"
    );
    assert_eq!(since.states, Some([ReferenceState::Standard, ReferenceState::Reference].map(States::One)));
    assert!(since.is_valid && same.states.is_none());
    assert_eq!(change(&year(2025, 1), &year(2024, 0)).unwrap().percent, None);
    let month = mean_of(&days(Indicator::NO2, first(2023), &[Some(1); 31]), DaySpan::month(2023, 1));
    assert_eq!(change(&now, &month), Err(ChangeError::Spans(now.span, month.span)));
    let mut other = last.clone();
    other.statistic = Statistic::Mean;
    assert_eq!(change(&now, &other), Err(ChangeError::Unlike));
    let nothing = mean_of(&days(Indicator::NO2, first(2023), &[]), DaySpan::year(2023));
    assert_eq!(change(&now, &nothing), Err(ChangeError::NoValue(DaySpan::year(2023))));
    let verdict = nothing.attains(standard(), AirGrade::Two).unwrap();
    assert!(matches!(verdict.outcome.reasons(), [Reason::TooLittleData { rule: None, .. }]));
    let figure = |text| Quantity::parse(text, Unit::UG_PER_M3).unwrap();
    assert_eq!(printed_change(figure("1"), figure("0")), None);
    assert_eq!(printed_change(figure("1"), Quantity::parse("1", Unit::MG_PER_L).unwrap()), None);
}

#[test]
fn what_is_compared_is_earlier() {
    let year =
        |year: u16| mean_of(&days(Indicator::NO2, first(year.into()), &[Some(10); 365]), DaySpan::year(year));
    let (now, next) = (year(2023), year(2025));
    assert_eq!(change(&now, &now), Err(ChangeError::NotEarlier(now.span, now.span)));
    let error = change(&now, &next).unwrap_err();
    assert_eq!(
        error.to_string(),
        "2023-01-01 to 2023-12-31 is not later than 2025-01-01 to 2025-12-31, with which it is compared"
    );
}

#[test]
fn changes_and_means_with_2018_name_two_states() {
    let year = |year: u16| {
        mean_of(&days(Indicator::NO2, first(year.into()), &[Some(400); 365]), DaySpan::year(year))
    };
    let years = [year(2017), year(2018), year(2019)];
    let since = change(&years[2], &years[1]).unwrap();
    assert_eq!(
        since.say(Lang::En).to_string(),
        "the same as in 2018, given at 273 K and 101.325 kPa before 2018-09-01 and 298.15 K and 1013.25 hPa from then \
         on, then at 298.15 K and 1013.25 hPa; nothing was converted"
    );
    let states = three_year_mean([&years[0], &years[1], &years[2]]).unwrap().states;
    assert!(matches!(
        states,
        [
            Some(States::One(ReferenceState::Standard)),
            Some(States::Mixed { .. }),
            Some(States::One(ReferenceState::Reference))
        ]
    ));
}
