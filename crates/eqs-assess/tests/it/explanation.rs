//! The sentences of verdicts, in both languages.

use std::fmt::Write as _;

use eqs_assess::air::{DailySeries, DaySpan, Exclusion, ExclusionCause, HourlySeries, annual, mean};
use eqs_assess::aqi::{Entry, ExcessDigits, Reading, Readings, Report, aqi};
use eqs_assess::attainment::{Figure, attainment};
use eqs_assess::surface_water::{WaterOptions, surface_water};
use eqs_core::{AirGrade, Indicator, Lang, NaiveDate, Phrase, Quantity, Statistic, Unit, Verdict, WaterBody};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::gb3838::Gb3838;
use eqs_standards::hj633::Hj633;

fn both<T: Phrase>(title: &str, verdict: &Verdict<T>) -> String {
    format!("# {title}\n{}\n{}\n\n", verdict.say(Lang::Zh), verdict.say(Lang::En))
}

#[test]
fn index() {
    let mut said = String::new();
    let hour = Readings::new(Report::Hourly)
        .with(Entry::Pm2_5, "61.5")
        .unwrap()
        .with(Entry::Pm10, "6450")
        .unwrap()
        .with(Entry::So2, "801")
        .unwrap()
        .with(Entry::O3OneHour, "80")
        .unwrap()
        .reading(Entry::Co, Reading::NotMonitored { clean_record: true })
        .excess_digits(ExcessDigits::Round);
    for edition in ["2012", "2026"] {
        said += &both(edition, &aqi(&Hj633::named(edition).unwrap(), &hour).unwrap());
    }
    let clean = Readings::new(Report::Hourly).with(Entry::Pm2_5, "43").unwrap();
    said += &both("2026, kept back", &aqi(&Hj633::named("2026").unwrap(), &clean).unwrap());
    insta::assert_snapshot!(said);
}

#[test]
fn annual_statistics() {
    let mut said = String::new();
    for (indicator, statistic, figure) in [
        (Indicator::PM2_5, Statistic::AnnualMean, "30.5"),
        (Indicator::O3, Statistic::P90OfDailyMax8h, "171"),
        (Indicator::CO, Statistic::AnnualMean, "0.9"),
    ] {
        for edition in ["2012", "2026 transition", "2026 final"] {
            let figure = Figure::Printed(Quantity::parse(figure, Unit::UG_PER_M3).unwrap());
            let standard = Gb3095::named(edition).unwrap();
            let verdict = attainment(standard, AirGrade::Two, indicator, statistic, figure).unwrap();
            said += &both(&format!("{indicator} {edition}"), &verdict);
        }
    }
    insta::assert_snapshot!(said);
}

#[test]
fn section() {
    let sample: Vec<_> =
        [("pH", "7.6", Unit::NONE), ("DO", "2.5", Unit::MG_PER_L), ("COD", "33", Unit::MG_PER_L)]
            .into_iter()
            .chain([("NH3-N", "2.6", Unit::MG_PER_L), ("TN", "3.0", Unit::MG_PER_L)])
            .map(|(symbol, value, unit)| (Indicator::of(symbol), Quantity::parse(value, unit).unwrap()))
            .collect();
    let mut said = String::new();
    for body in [WaterBody::River, WaterBody::Lake] {
        let verdict =
            surface_water(Gb3838::named("2002").unwrap(), body, &sample, WaterOptions::default()).unwrap();
        said += &both(body.en(), &verdict);
    }
    insta::assert_snapshot!(said);
}

/// A month of particulates with 21 hours on most days, its last days short of hours, and one left out.
fn march() -> (DailySeries, HourlySeries) {
    let first = NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
    let reading = |hour: i32| (hour % 24 < 21 && (hour < 600 || hour % 24 > 5)).then_some(20 + hour % 7);
    let readings: Vec<_> = (0..31 * 24).map(reading).collect();
    let hours =
        |indicator| HourlySeries::from_slots(indicator, Unit::UG_PER_M3, 0, first, readings.clone()).unwrap();
    let days = DailySeries::means(&hours(Indicator::PM10), Gb3095::named("2012 amended 2018").unwrap());
    let dust = DaySpan { first, last: first };
    let dust = Exclusion::days(ExclusionCause::Dust, dust).unwrap();
    (days.excluding(&[dust]).unwrap(), hours(Indicator::O3))
}

#[test]
fn air_statistics() {
    let standard = Gb3095::named("2012 amended 2018").unwrap();
    let (days, ozone) = march();
    let mut said = String::new();
    let mut say = |title: &str, phrase: &dyn Phrase| {
        write!(said, "# {title}\n{}\n{}\n\n", Said(phrase, Lang::Zh), Said(phrase, Lang::En)).unwrap();
    };
    let last = NaiveDate::from_ymd_opt(2024, 3, 31).unwrap();
    say("hours", &days.of(last).unwrap().shortfall.unwrap());
    let ozone = DailySeries::max_of_eight_hours(&ozone, standard);
    say("windows", &ozone.of(last).unwrap().shortfall.unwrap());
    for span in
        [DaySpan::year(2024), DaySpan::quarter(2024, 1), DaySpan::month(2024, 3), DaySpan::month(2025, 3)]
    {
        say("mean", &mean(&days, span, Statistic::Mean, standard));
    }
    say("to date", &mean(&days, DaySpan::to_date(last), Statistic::Mean, standard));
    for statistic in annual(&ozone, 2024, standard) {
        say("percentile", &statistic);
        say("attainment", &statistic.attains(standard, AirGrade::Two).unwrap());
    }
    insta::assert_snapshot!(said);
}

#[test]
#[cfg(feature = "serde")]
fn air_statistics_json() {
    let standard = Gb3095::named("2012 amended 2018").unwrap();
    let (days, _) = march();
    let month = mean(&days, DaySpan::month(2024, 3), Statistic::Mean, standard);
    let day = days.of(NaiveDate::from_ymd_opt(2024, 3, 31).unwrap());
    insta::assert_snapshot!(serde_json::to_string_pretty(&(month, day)).unwrap());
}

/// A phrase in a language.
pub(crate) struct Said<'a>(pub(crate) &'a dyn Phrase, pub(crate) Lang);

impl std::fmt::Display for Said<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.write(self.1, f)
    }
}

#[test]
#[cfg(feature = "serde")]
fn json() {
    let sample = [(Indicator::CODMN, Quantity::parse("7.20", Unit::MG_PER_L).unwrap())];
    let standard = Gb3838::named("2002").unwrap();
    let verdict = surface_water(standard, WaterBody::River, &sample, WaterOptions::default()).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&verdict).unwrap());
}
