//! Hours and days that are excluded: what is left, what is counted, and what cannot be excluded.

use eqs_assess::air::{
    CityError, DailySeries, DayCounts, DaySpan, DayState, DaysError, DustRule, Exclusion, ExclusionCause,
    ExclusionError, HourlySeries, SeriesError, Shortfall, Slot, annual, city, daily_indices, mean,
};
use eqs_core::{
    AirGrade, Indicator, Lang, NaiveDate, Note, Phrase as _, Pollutants, Quantity, Statistic, Unit,
};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::hj633::Hj633;
use proptest::prelude::*;

use ExclusionCause::{Dust, ExceptionalEvent};

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 1).unwrap()
}

fn day(at: usize) -> NaiveDate {
    first() + chrono::Days::new(at as u64)
}

fn slot(at: usize, hour: u8) -> Slot {
    Slot { day: day(at), hour }
}

fn standard() -> Gb3095 {
    Gb3095::named("2012 amended 2018").unwrap()
}

fn series(indicator: Indicator, readings: Vec<Option<i32>>) -> HourlySeries {
    HourlySeries::from_slots(indicator, Unit::UG_PER_M3, 0, first(), readings).unwrap()
}

/// Whole days of a value each.
fn hours(indicator: Indicator, values: &[i32]) -> HourlySeries {
    series(indicator, values.iter().flat_map(|value| [Some(*value); 24]).collect())
}

fn daily(hours: &HourlySeries) -> DailySeries {
    match hours.indicator() {
        Indicator::O3 => DailySeries::max_of_eight_hours(hours, standard()),
        _ => DailySeries::means(hours, standard()),
    }
}

fn exclusion(cause: ExclusionCause, first: Slot, last: Slot) -> Exclusion {
    Exclusion::new(cause, first, last).unwrap()
}

fn states(days: &DailySeries) -> Vec<&'static str> {
    days.iter().map(|(_, value)| value.state.code()).collect()
}

#[test]
fn what_is_no_exclusion() {
    let new = |first, last| Exclusion::new(Dust, first, last);
    assert_eq!(new(slot(0, 5), slot(0, 4)), Err(ExclusionError::Reversed(slot(0, 5), slot(0, 4))));
    assert_eq!(new(slot(1, 0), slot(0, 23)), Err(ExclusionError::Reversed(slot(1, 0), slot(0, 23))));
    assert_eq!(new(slot(0, 0), slot(0, 24)), Err(ExclusionError::NoSuchHour(slot(0, 24))));
    assert_eq!(new(slot(0, 24), slot(1, 0)), Err(ExclusionError::NoSuchHour(slot(0, 24))));
    let span = DaySpan { first: day(1), last: day(0) };
    assert_eq!(Exclusion::days(Dust, span), Err(ExclusionError::Reversed(slot(1, 0), slot(0, 23))));
    let one = new(slot(0, 5), slot(0, 5)).unwrap();
    assert_eq!((one.cause(), one.first(), one.last()), (Dust, slot(0, 5), slot(0, 5)));
    assert_eq!(one.of(Pollutants::default()), Err(ExclusionError::NoPollutants));
    let mixed = [Indicator::PM10, Indicator::O3].into_iter().collect();
    assert_eq!(one.of(mixed), Err(ExclusionError::NotConcerned(Dust, Indicator::O3)));
    assert_eq!(one.of(mixed).unwrap_err().to_string(), "dust does not concern O3");
}

#[test]
fn a_cause_concerns_pollutants() {
    let of = |exclusion: Exclusion| {
        ["SO2", "NO2", "CO", "O3", "PM10", "PM2.5", "TSP", "Pb"]
            .into_iter()
            .filter(|symbol| exclusion.concerns(Indicator::of(symbol)))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let dust = exclusion(Dust, slot(0, 0), slot(0, 3));
    let event = exclusion(ExceptionalEvent, slot(0, 0), slot(0, 3));
    let only = |indicator: Indicator| Pollutants::default().with(indicator);
    assert_eq!(of(dust), "PM10 PM2.5 TSP");
    assert_eq!(of(dust.of(only(Indicator::PM10)).unwrap()), "PM10");
    assert_eq!(of(event), "SO2 NO2 CO O3 PM10 PM2.5 TSP Pb");
    assert_eq!(of(event.of(only(Indicator::O3)).unwrap()), "O3");
    // Dust leaves the gases as they are.
    let gas = hours(Indicator::NO2, &[30]);
    assert_eq!(gas.excluding(&[dust]), gas);
    assert_eq!(gas.excluding(&[event]).excluded(), 4);
    let days = daily(&gas);
    assert_eq!(days.excluding(&[dust]), Ok(days));
}

#[test]
fn excluded_hours_are_counted_up_to_the_year() {
    // Four hours leave 20, five leave 19 and take the day out.
    let pm10 = hours(Indicator::PM10, &[10, 20, 40, 80]);
    let dust = [
        exclusion(Dust, slot(0, 20), slot(0, 23)),
        exclusion(Dust, slot(1, 3), slot(1, 7)),
        exclusion(Dust, slot(2, 0), slot(2, 23)),
    ];
    let rest = pm10.excluding(&dust);
    assert_eq!((rest.excluded(), rest.readings().flatten().count()), (33, 63));
    let days = daily(&rest);
    assert_eq!(states(&days), ["valid", "excluded", "excluded", "valid"]);
    let of = |at| days.of(day(at)).unwrap();
    assert_eq!(
        [0, 1, 2, 3].map(|at| (of(at).excluded_hours, of(at).count)),
        [(4, 20), (5, 19), (24, 0), (0, 24)]
    );
    assert_eq!([of(1).shortfall, of(2).shortfall], [None, None]);
    let january = mean(&days, DaySpan::month(2024, 1), Statistic::Mean, standard());
    assert_eq!((january.days, january.excluded, january.excluded_hours), (2, 2, 33));
    assert_eq!(
        january.say(Lang::En).to_string(),
        "2024-01: PM10, mean 45 µg/m³, 2 valid days of 31, 2 excluded, 33 hours excluded, not valid: 2 of 27 days \
         (GB 3095-2012 amended 2018 table 4)"
    );
    assert_eq!(
        january.say(Lang::Zh).to_string(),
        "2024年1月PM10平均值为45 µg/m³，31天中有效2天，另剔除2天，剔除33小时，数据不足：2天，至少应有27天（GB 3095-2012（\
         含2018年修改单）表4）"
    );
    let of_day = |at| mean(&days, DaySpan { first: day(at), last: day(at) }, Statistic::Mean, standard());
    assert!(of_day(3).say(Lang::En).to_string().contains("1 valid day of 1 "), "{}", of_day(3).say(Lang::En));
    assert_eq!((of_day(0).excluded, of_day(0).excluded_hours), (0, 4));
    // An hour that is missing anyway is not excluded, nor one outside of the series.
    let nothing = series(Indicator::PM10, vec![None; 24]);
    assert_eq!(nothing.excluding(&dust), nothing);
    let before = Slot { day: first().pred_opt().unwrap(), hour: 5 };
    assert_eq!(pm10.excluding(&[exclusion(Dust, before, before)]), pm10);
    assert_eq!(pm10.excluding(&[exclusion(Dust, before, slot(0, 0))]).excluded(), 1);
    assert_eq!(pm10.excluding(&[exclusion(Dust, slot(3, 23), slot(9, 0))]).excluded(), 1);
}

#[test]
fn a_day_that_was_not_valid_is_not_excluded() {
    let readings = (0..24).map(|hour| (hour < 19).then_some(10)).collect();
    let days =
        daily(&series(Indicator::PM10, readings).excluding(&[exclusion(Dust, slot(0, 0), slot(0, 8))]));
    let value = days.of(first()).unwrap();
    assert_eq!((value.state, value.excluded_hours), (DayState::Invalid, 9));
    assert_eq!(value.shortfall.unwrap().say(Lang::En).to_string(), "10 of 20 hours");
}

#[test]
fn an_excluded_hour_is_not_read_again() {
    let mut rest = hours(Indicator::PM10, &[10]).excluding(&[exclusion(Dust, slot(0, 0), slot(0, 0))]);
    let reading = Quantity::parse("9", Unit::UG_PER_M3).unwrap();
    assert_eq!(rest.set(slot(0, 0), reading), Err(SeriesError::Twice(slot(0, 0))));
}

#[test]
fn days_are_excluded_as_a_whole() {
    let readings = [[Some(10); 24], [Some(900); 24], [Some(20); 24], [None; 24]].concat();
    let days = daily(&series(Indicator::PM10, readings));
    let dust = |first, last| Exclusion::days(Dust, DaySpan { first: day(first), last: day(last) }).unwrap();
    // The second day, and the fourth, which is not valid anyway.
    let without = days.excluding(&[dust(1, 1), dust(3, 9)]).unwrap();
    assert_eq!(states(&without), ["valid", "excluded", "valid", "invalid"]);
    assert_eq!(without.of(day(1)).unwrap().value, days.of(day(1)).unwrap().value);
    let year = mean(&without, DaySpan::year(2024), Statistic::AnnualMean, standard());
    assert_eq!((year.value.unwrap().to_string().as_str(), year.days), ("15", 2));
    assert_eq!((year.excluded, year.excluded_hours), (1, 0));
    for (first, last) in [(slot(1, 0), slot(2, 22)), (slot(1, 1), slot(2, 23)), (slot(7, 4), slot(7, 5))] {
        let part = exclusion(Dust, first, last);
        assert_eq!(days.excluding(&[dust(1, 1), part]), Err(ExclusionError::NotWholeDays(first, last)));
    }
}

#[test]
fn excluded_hours_and_days_reach_the_city() {
    let one = hours(Indicator::PM10, &[100, 200, 300]);
    let dust = [exclusion(Dust, slot(0, 0), slot(0, 23)), exclusion(Dust, slot(1, 0), slot(1, 1))];
    let rest = one.excluding(&dust);
    let both = city(&[daily(&rest), daily(&rest)]).unwrap();
    assert_eq!(states(&both), ["excluded", "valid", "valid"]);
    let month = mean(&both, DaySpan::month(2024, 1), Statistic::Mean, standard());
    assert_eq!((month.days, month.excluded, month.excluded_hours), (2, 1, 52));
    let mixed = city(&[daily(&rest), daily(&one)]).unwrap();
    let value = mixed.of(first()).unwrap();
    assert_eq!((value.count, value.state, value.excluded_hours), (1, DayState::Valid, 24));
}

#[test]
fn points_that_are_no_city() {
    let pm10 = daily(&hours(Indicator::PM10, &[1]));
    assert_eq!(city(&[]), Err(CityError::NoPoints));
    let error = city(&[pm10.clone(), daily(&hours(Indicator::NO2, &[1]))]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "24h_mean of PM10 in µg/m³ beside 24h_mean of NO2 in µg/m³, expected one of these"
    );
    // On day n the first n points are valid: the parts of a mean take in every number up to 150.
    let point = |at: usize| {
        let values = (0..150).map(|day| (at <= day).then_some(1));
        daily(&series(Indicator::PM10, values.flat_map(|value| [value; 24]).collect()))
    };
    let points: Vec<_> = (0..150).map(point).collect();
    assert_eq!(city(&points), Err(CityError::TooLong(150)));
}

#[test]
fn a_city_day_without_a_valid_point_says_so() {
    let some = series(Indicator::PM10, (0..48).map(|hour| (hour < 42).then_some(9)).collect());
    let city = city(&[daily(&some)]).unwrap();
    assert_eq!((city.of(day(0)).unwrap().shortfall, states(&city)), (None, vec!["valid", "invalid"]));
    let lacking = city.of(day(1)).unwrap().shortfall.unwrap();
    assert_eq!(lacking, Shortfall::NoPoint);
    assert_eq!(
        [Lang::Zh, Lang::En].map(|lang| lacking.say(lang).to_string()),
        ["没有有效点位", "no valid point"]
    );
}

#[test]
fn days_that_are_valid_by_exceedance_are_told() {
    let readings = |day: usize| (0..24).map(move |hour| (day > 0 || hour < 12).then_some(200));
    let ozone = daily(&series(Indicator::O3, (0..366).flat_map(readings).collect()));
    assert_eq!(states(&ozone)[..2], ["valid_by_exceedance", "valid"]);
    let year = annual(&ozone, 2024, standard()).pop().unwrap();
    assert_eq!((year.days, year.by_exceedance), (366, 1));
    assert!(year.say(Lang::En).to_string().ends_with("366 valid days of 366 (1 by exceedance)"));
    assert!(year.say(Lang::Zh).to_string().ends_with("366天中有效366天（其中1天因超标而有效）"));
    let is_told = |days: &DailySeries| {
        let verdict = annual(days, 2024, standard())[0].attains(standard(), AirGrade::Two).unwrap();
        assert!(verdict.outcome.determined().is_some());
        verdict.notes.iter().any(|note| matches!(note, Note::Reading { word: "因超标而有效", .. }))
    };
    assert!(is_told(&ozone));
    assert!(!is_told(&daily(&hours(Indicator::O3, &[200; 366]))));
    let whole = daily(&hours(Indicator::O3, &[10; 366]));
    assert_eq!(states(&city(&[ozone.clone(), whole]).unwrap())[..2], ["valid_by_exceedance", "valid"]);
    // Hours that are excluded leave too few, and no exceedance.
    let event = exclusion(ExceptionalEvent, slot(0, 0), slot(0, 9));
    let short = series(Indicator::O3, readings(0).collect());
    let value = daily(&short.excluding(&[event])).of(first()).unwrap();
    assert_eq!((value.state, value.excluded_hours), (DayState::Excluded, 10));
}

#[test]
fn days_with_an_excluded_pollutant_are_counted() {
    let span = DaySpan { first: day(0), last: day(2) };
    let event = Exclusion::days(ExceptionalEvent, DaySpan { first: day(1), last: day(1) }).unwrap();
    let all = [Indicator::PM10, Indicator::O3].map(|indicator| hours(indicator, &[20, 400, 20]));
    let of = |cause: &[Exclusion]| {
        let series = all.each_ref().map(|hours| daily(&hours.excluding(cause)));
        let days = daily_indices(&series, span, Hj633::named("2012").unwrap()).unwrap();
        (DayCounts::of(span, &days).unwrap(), days)
    };
    let (counts, days) = of(&[event]);
    assert_eq!((counts.determined(), counts.excluded), (2, 1));
    assert_eq!(days[1].excluded.to_string(), "O3;PM10");
    assert!(
        counts.say(Lang::En).to_string().ends_with(
            "; 2 days of 3 have an index, 2 with a pollutant missing, 1 with a pollutant excluded"
        )
    );
    assert!(counts.say(Lang::Zh).to_string().ends_with("，1天剔除部分污染物数据"));
    let (counts, _) = of(&[]);
    assert_eq!((counts.determined(), counts.excluded), (3, 0));
    let said = counts.say(Lang::En).to_string();
    assert!(said.contains(", 1 day heavily polluted, 0 days "), "{said}");
    let one = DayCounts::of(DaySpan { first: day(0), last: day(0) }, &days).unwrap();
    assert!(one.say(Lang::En).to_string().contains("; 1 day of 1 has an index"));
}

#[test]
fn nothing_is_counted_twice() {
    let pm10 = daily(&hours(Indicator::PM10, &[20, 40]));
    let span = DaySpan { first: day(0), last: day(1) };
    let standard = Hj633::named("2012").unwrap();
    let error = daily_indices(&[pm10.clone(), pm10.clone()], span, standard).unwrap_err();
    assert_eq!(error, DaysError::SeriesTwice(Indicator::PM10, Statistic::DailyMean));
    let mut days = daily_indices(&[pm10], span, standard).unwrap();
    days.push(days[0].clone());
    assert_eq!(DayCounts::of(span, &days), Err(DaysError::DayTwice(first())));
    // Outside of the span it does not count at all.
    let second = DaySpan { first: day(1), last: day(1) };
    assert_eq!(DayCounts::of(second, &days).unwrap().determined(), 1);
}

const DAYS: usize = 6;

/// Hours of which a twelfth is missing.
/// Above 150, and twice the mean of six hours of which none is missing.
#[test]
fn dust_is_proposed_from_its_two_bounds_on() {
    let proposed = |before: [Option<i32>; 6], last: i32| {
        let mut readings = [before.as_slice(), &[Some(last)]].concat();
        readings.resize(24, None);
        let of = |indicator, unit, places| {
            let series =
                HourlySeries::from_slots(indicator, unit, places, first(), readings.clone()).unwrap();
            DustRule::TwiceSixHours.proposes(&series)
        };
        assert_eq!(of(Indicator::PM2_5, Unit::UG_PER_M3, 0), []);
        let slots = of(Indicator::PM10, Unit::UG_PER_M3, 0);
        assert_eq!(of(Indicator::PM10, Unit::MG_PER_M3, 3), slots);
        assert!(slots.iter().all(|own| *own == slot(0, 6)));
        slots.len()
    };
    assert_eq!([proposed([Some(75); 6], 150), proposed([Some(75); 6], 151)], [0, 1]);
    assert_eq!([proposed([Some(76); 6], 151), proposed([Some(76); 6], 152)], [0, 1]);
    let mut before = [Some(1); 6];
    assert_eq!(proposed(before, 900), 1);
    before[3] = None;
    assert_eq!(proposed(before, 900), 0);
}

fn readings() -> impl Strategy<Value = Vec<Option<i32>>> {
    proptest::collection::vec(proptest::option::weighted(0.92, 0_i32..400), DAYS * 24)
}

/// A few exclusions, some of them outside of the series.
fn exclusions() -> impl Strategy<Value = Vec<Exclusion>> {
    let one = (any::<bool>(), 0..DAYS * 24 + 10, 0_usize..30).prop_map(|(is_dust, at, more)| {
        let slot = |at: usize| slot(at / 24, u8::try_from(at % 24).unwrap());
        exclusion(if is_dust { Dust } else { ExceptionalEvent }, slot(at), slot(at + more))
    });
    proptest::collection::vec(one, 0..4)
}

fn pollutant() -> impl Strategy<Value = Indicator> {
    prop_oneof![Just(Indicator::O3), Just(Indicator::PM2_5)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn excluding_nothing_changes_nothing(readings in readings(), indicator in pollutant()) {
        let hours = series(indicator, readings);
        prop_assert_eq!(&hours.excluding(&[]), &hours);
        let days = daily(&hours);
        prop_assert_eq!(days.excluding(&[]), Ok(days));
    }

    #[test]
    fn neither_order_nor_repetition_matters(
        readings in readings(), indicator in pollutant(), mut all in exclusions(),
    ) {
        let hours = series(indicator, readings);
        let once = hours.excluding(&all);
        prop_assert_eq!(&once.excluding(&all), &once);
        prop_assert_eq!(&all.iter().fold(hours.clone(), |rest, one| rest.excluding(&[*one])), &once);
        all.reverse();
        prop_assert_eq!(&hours.excluding(&all), &once);
        prop_assert_eq!(&hours.excluding(&[all.clone(), all].concat()), &once);
    }

    #[test]
    fn no_other_day_or_pollutant_changes(
        readings in readings(), indicator in pollutant(), all in exclusions(),
    ) {
        let hours = series(indicator, readings);
        let (before, after) = (daily(&hours), daily(&hours.excluding(&all)));
        for at in 0..DAYS {
            let is_touched = |one: &Exclusion| {
                one.concerns(indicator) && (one.first().day..=one.last().day).contains(&day(at))
            };
            if !all.iter().any(is_touched) {
                prop_assert_eq!(before.of(day(at)), after.of(day(at)));
            }
        }
    }

    #[test]
    fn a_mean_without_hours_is_that_of_a_series_that_never_had_them(readings in readings(), all in exclusions()) {
        let hours = series(Indicator::PM10, readings.clone());
        let is_left = |at: usize| {
            let slot = slot(at / 24, u8::try_from(at % 24).unwrap());
            !all.iter().any(|one| (one.first()..=one.last()).contains(&slot))
        };
        let left = readings.iter().enumerate().map(|(at, reading)| reading.filter(|_| is_left(at)));
        let (rest, plain) = (hours.excluding(&all), series(Indicator::PM10, left.collect()));
        prop_assert!(rest.readings().eq(plain.readings()));
        prop_assert_eq!(
            rest.excluded() as usize,
            hours.readings().flatten().count() - plain.readings().flatten().count()
        );
        for ((_, own), (_, other)) in daily(&rest).iter().zip(daily(&plain).iter()) {
            prop_assert_eq!((own.value, own.count, own.state.is_valid()), (other.value, other.count, other.state.is_valid()));
        }
    }
}
