//! The sentences of verdicts, in both languages.

use eqs_assess::aqi::{Entry, ExcessDigits, Reading, Readings, Report, aqi};
use eqs_assess::attainment::{Figure, attainment};
use eqs_assess::surface_water::{HeavyMetals, surface_water};
use eqs_core::{AirGrade, Indicator, Lang, Phrase, Quantity, Statistic, Unit, Verdict, WaterBody};
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
            surface_water(Gb3838::named("2002").unwrap(), body, &sample, HeavyMetals::Named).unwrap();
        said += &both(body.en(), &verdict);
    }
    insta::assert_snapshot!(said);
}

#[test]
#[cfg(feature = "serde")]
fn json() {
    let sample = [(Indicator::CODMN, Quantity::parse("7.20", Unit::MG_PER_L).unwrap())];
    let standard = Gb3838::named("2002").unwrap();
    let verdict = surface_water(standard, WaterBody::River, &sample, HeavyMetals::Named).unwrap();
    insta::assert_snapshot!(serde_json::to_string_pretty(&verdict).unwrap());
}
