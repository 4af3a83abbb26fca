//! Statistics of hourly readings: vectors, edges of validity, calendars.

use eqs_assess::air::{
    AirStatistic, ChangeError, CompositeError, CompositeRule, Concentration, DailySeries, DayCounts, DaySpan,
    DayState, DaysError, HourLabel, HourlySeries, SeriesError, Shortfall, Sliding, Slot, YearRule, annual,
    attaining_days, change, city, composite, daily_indices, evaluate_year, longest_spell, mean, percentile,
    percentile_value, printed_change, ranks, three_year_mean,
};
use eqs_assess::aqi::ReadingProblem;
use eqs_assess::attainment::Attainment;
use eqs_core::{
    AirGrade, Decimal, Fraction, Indicator, Lang, NaiveDate, Note, Phrase, Pollutants, Quantity, Reason,
    ReferenceState, Rounding, Statistic, Unit,
};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::hj633::Hj633;

use crate::vectors::{self, Vector};

fn first(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap()
}

fn standard() -> Gb3095 {
    Gb3095::named("2012 amended 2018").unwrap()
}

/// Hours of readings in tenths.
fn hours(indicator: Indicator, first: NaiveDate, readings: Vec<Option<i32>>) -> HourlySeries {
    HourlySeries::from_slots(indicator, Unit::UG_PER_M3, 1, first, readings).unwrap()
}

/// A year whose days have these means, all of their hours alike; a day of `None` has 19 hours.
fn days(indicator: Indicator, first: NaiveDate, values: &[Option<i32>]) -> DailySeries {
    let day = |value: &Option<i32>| {
        (0..24).map(|hour| Some(value.unwrap_or(1)).filter(|_| value.is_some() || hour < 19)).collect()
    };
    let readings: Vec<Vec<Option<i32>>> = values.iter().map(day).collect();
    DailySeries::means(&hours(indicator, first, readings.concat()), standard())
}

fn tenths(text: &str) -> i32 {
    i32::try_from(text.parse::<Decimal>().unwrap().mantissa_at(1).unwrap()).unwrap()
}

fn fraction(text: &str) -> Fraction {
    match text.split_once('/') {
        Some((numerator, denominator)) => {
            Fraction::new(numerator.parse().unwrap(), denominator.parse().unwrap()).unwrap()
        }
        None => text.parse::<Decimal>().unwrap().to_fraction(),
    }
}

#[test]
fn every_vector_holds() {
    let vectors = vectors::read(include_str!("../data/air-statistics-vectors.csv"));
    let counts = [
        ("city_mean", 3),
        ("composite", 4),
        ("mda8", 6),
        ("percentile", 11),
        ("ratio", 7),
        ("three_year_mean", 3),
        ("validity", 6),
    ];
    assert_eq!(vectors::counts(&vectors), counts.into());
    for vector in &vectors {
        match vector.kind.as_str() {
            "percentile" => percentile_vector(vector),
            "mda8" => mda8_vector(vector),
            "city_mean" => city_vector(vector),
            "composite" => composite_vector(vector),
            "ratio" => ratio_vector(vector),
            "three_year_mean" => three_year_vector(vector),
            _ => validity_vector(vector),
        }
    }
}

fn percentile_vector(vector: &Vector) {
    let values = vector.column("input").strip_prefix("values=").unwrap();
    let values: Vec<Option<i32>> = match values.split_once("..") {
        Some((from, to)) => {
            (from.parse().unwrap()..=to.parse().unwrap()).map(|value: i32| Some(value * 10)).collect()
        }
        None => values.split(',').map(|value| Some(tenths(value))).collect(),
    };
    let series = days(Indicator::PM2_5, first(2024), &values);
    let percent = vector.column("mode").strip_prefix('p').unwrap().parse().unwrap();
    let value = percentile_value(&series, DaySpan::year(2024), percent);
    assert_eq!(value, Some(fraction(vector.parts("exact")["m"])), "{}", vector.id);
    if let Some(rounded) = vector.parts("expected").get("rounded") {
        assert_eq!(value.unwrap().round(1, Rounding::HalfEven).unwrap().to_string(), *rounded);
    }
}

fn mda8_vector(vector: &Vector) {
    let readings = vector.column("input").strip_prefix("hours=").unwrap();
    let readings: Vec<_> = readings.split(',').map(|value| (value != "NA").then(|| tenths(value))).collect();
    let expected = vector.parts("expected");
    for edition in ["2012 amended 2018", "2026 transition"] {
        let series = hours(Indicator::O3, first(2024), readings.clone());
        let day = DailySeries::max_of_eight_hours(&series, Gb3095::named(edition).unwrap())
            .of(first(2024))
            .unwrap();
        let exact = vector.parts("exact");
        assert_eq!(day.count.to_string(), exact["valid_windows"], "{}", vector.id);
        assert_eq!(day.value, Some(fraction(exact["max"])), "{}", vector.id);
        assert_eq!(day.shortfall.is_none(), expected["valid"] == "yes", "{}", vector.id);
    }
}

fn city_vector(vector: &Vector) {
    let (name, values) = vector
        .column("input")
        .split_once("_stations=")
        .or(vector.column("input").split_once("_mda8_stations="))
        .unwrap();
    let name = name.strip_suffix("_mda8").unwrap_or(name);
    let points: Vec<DailySeries> = values
        .split(',')
        .map(|value| days(name.parse().unwrap(), first(2024), &[Some(tenths(value))]))
        .collect();
    let city = city(&points).unwrap();
    let span = DaySpan { first: first(2024), last: first(2024) };
    let value = mean(&city, span, Statistic::DailyMean, standard());
    assert_eq!(value.value, Some(fraction(vector.column("exact"))), "{}", vector.id);
    assert_eq!(
        value.rounded(0).unwrap().value.to_string(),
        vector.parts("expected")["city"],
        "{}",
        vector.id
    );
}

fn composite_vector(vector: &Vector) {
    let concentration = |(symbol, value): (&str, &str)| {
        let unit = if symbol == "CO" { Unit::MG_PER_M3 } else { Unit::UG_PER_M3 };
        Concentration::printed(symbol.parse().unwrap(), Quantity::parse(value, unit).unwrap())
    };
    let concentrations: Vec<_> = vector.parts("input").into_iter().map(concentration).collect();
    let is_new = vector.column("edition").starts_with("transition");
    let edition = if is_new { "2026 transition" } else { "2012 amended 2018" };
    let standard = Gb3095::named(edition).unwrap();
    let index = composite(&concentrations, standard, CompositeRule::SumOfSix).unwrap();
    let (exact, expected) = (vector.parts("exact"), vector.parts("expected"));
    assert_eq!(index.value.to_string(), expected["sum"], "{}", vector.id);
    assert_eq!(
        index.value.round(2, Rounding::HalfEven).unwrap().to_string(),
        expected["rounded"],
        "{}",
        vector.id
    );
    assert_eq!(index.largest.to_string(), expected["largest"].replace('+', ";"), "{}", vector.id);
    for (indicator, term) in &index.terms {
        assert_eq!(term.to_string(), exact[format!("I_{indicator}").as_str()], "{}", vector.id);
    }
    // Rounded sub-indices give another index: which digits count is not known.
    let rounded = index.terms.iter().map(|(_, term)| term.round(2, Rounding::HalfEven).unwrap());
    let sum = rounded.reduce(|sum, term| sum.checked_add(term).unwrap()).unwrap();
    assert_eq!(sum.to_string(), exact["sum_of_rounded_sub_indices"], "{}", vector.id);
}

/// So many days of 75 µg/m³ of PM2.5 (index 100) or of 300 (heavy pollution), and the rest in between.
fn ratio_vector(vector: &Vector) {
    let input = vector.parts("input");
    let days_of: usize = input["days"].parse().unwrap();
    let (number, value) = match input.get("good_days") {
        Some(number) => (number, 75),
        None => (&input["heavy_days"], 300),
    };
    let number: usize = number.parse().unwrap();
    let values: Vec<Option<i32>> =
        (0..days_of).map(|day| Some(if day < number { value * 10 } else { 1000 })).collect();
    let begin = first(if days_of == 366 { 2024 } else { 2021 });
    let span = DaySpan { first: begin, last: begin + chrono::Days::new(days_of as u64 - 1) };
    let series = days(Indicator::PM2_5, begin, &values);
    let indices = daily_indices(&[series], span, Hj633::named("2012").unwrap()).unwrap();
    let counts = DayCounts::of(span, &indices).unwrap();
    let counted = if value == 75 { counts.good() } else { counts.heavy() };
    assert_eq!(usize::from(counted), number, "{}", vector.id);
    let share = counts.share(counted).unwrap();
    assert_eq!(share.to_string(), vector.column("exact"), "{}", vector.id);
    let printed = share.round(1, Rounding::HalfEven).unwrap().to_string();
    assert_eq!(printed, vector.parts("expected")["percent"], "{}", vector.id);
}

fn three_year_vector(vector: &Vector) {
    let means: Vec<i32> =
        vector.parts("input")["annual_means"].split(',').map(|mean| mean.parse().unwrap()).collect();
    let year = |(year, mean): (u16, &i32)| {
        let series = days(Indicator::PM2_5, first(year.into()), &[Some(mean * 10); 365]);
        mean_of(&series, DaySpan::year(year))
    };
    let years: Vec<AirStatistic> = (2021..).zip(&means).map(year).collect();
    let mean = three_year_mean([&years[0], &years[1], &years[2]]).unwrap();
    assert!(mean.is_valid);
    assert_eq!(mean.value.to_string(), vector.column("exact"), "{}", vector.id);
    for (key, places) in [("one_decimal", 1), ("whole", 0)] {
        let rounded = mean.value.round(places, Rounding::HalfEven).unwrap();
        assert_eq!(rounded.to_string(), vector.parts("expected")[key], "{}", vector.id);
    }
    let gap = three_year_mean([&years[0], &years[2], &years[1]]);
    assert_eq!(gap, Err(ChangeError::Spans(DaySpan::year(2021), DaySpan::year(2023))));
}

fn mean_of(series: &DailySeries, span: DaySpan) -> AirStatistic {
    mean(series, span, Statistic::AnnualMean, standard())
}

fn validity_vector(vector: &Vector) {
    let valid = vector.parts("expected")["valid"] == "yes";
    let input = vector.parts("input");
    let got = match vector.column("mode") {
        "24h" => {
            let given: usize = input["hours"].parse().unwrap();
            let readings = (0..24).map(|hour| (hour < given).then_some(1)).collect();
            let day = DailySeries::means(&hours(Indicator::PM2_5, first(2024), readings), standard());
            day.of(first(2024)).unwrap().shortfall.is_none()
        }
        "8h" => {
            let given: usize = input["hours_in_window"].parse().unwrap();
            let readings = (0..24).map(|hour| (hour < given).then_some(1)).collect();
            let series = hours(Indicator::O3, first(2024), readings);
            DailySeries::max_of_eight_hours(&series, standard()).of(first(2024)).unwrap().count > 0
        }
        _ => {
            let [total, least, february] =
                ["days", "min_month", "feb"].map(|key| input[key].parse().unwrap());
            year_of(total, least, february).shortfalls.is_empty()
        }
    };
    assert_eq!(got, valid, "{}", vector.id);
}

/// The mean of a year that is not a leap year with so many days in all, at least `least` in each month, one of which has
/// no more, and so many in February.
fn year_of(total: usize, least: usize, february: usize) -> AirStatistic {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut given = lengths;
    given[1] = february;
    given[3] = least;
    let mut rest = given.iter().sum::<usize>() - total;
    for month in [0, 2, 4, 5, 6, 7, 8, 9, 10, 11] {
        let less = rest.min(given[month] - 27);
        given[month] -= less;
        rest -= less;
    }
    assert_eq!(rest, 0);
    let values: Vec<Option<i32>> = lengths
        .iter()
        .zip(given)
        .flat_map(|(length, given)| (0..*length).map(move |day| (day < given).then_some(100)))
        .collect();
    mean(
        &days(Indicator::PM2_5, first(2023), &values),
        DaySpan::year(2023),
        Statistic::AnnualMean,
        standard(),
    )
}

#[test]
fn every_month_that_lacks_days_is_named() {
    let year = year_of(340, 26, 24);
    let months: Vec<_> = year
        .shortfalls
        .iter()
        .map(|shortfall| match shortfall {
            Shortfall::DaysOfMonth { month, given, least, .. } => (*month, *given, *least),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(months, [(2, 24, 25), (4, 26, 27)]);
    let months = year_of(323, 27, 25).shortfalls;
    assert!(matches!(months[..], [Shortfall::Days { given: 323, least: 324, .. }]), "{months:?}");
}

#[test]
fn months_by_themselves() {
    let values: Vec<Option<i32>> = (0..366).map(|day| (day != 31).then_some(100)).collect();
    let series = days(Indicator::PM2_5, first(2024), &values);
    let month = |month| mean(&series, DaySpan::month(2024, month), Statistic::Mean, standard());
    assert_eq!((month(2).days, month(2).shortfalls.len()), (28, 0)); // February of a leap year
    assert_eq!((month(1).days, DaySpan::month(2024, 2).days()), (31, 29));
    assert_eq!(DaySpan::quarter(2024, 4).days(), 92);
    assert_eq!(DaySpan::year(2023).days() + DaySpan::year(2024).days(), 731);
}

#[test]
fn hours_that_close_the_day_before() {
    let day = first(2024);
    let mut series =
        HourlySeries::new(Indicator::PM2_5, Unit::UG_PER_M3, 0, day.pred_opt().unwrap(), 2).unwrap();
    let reading = eqs_core::Quantity::parse("75", Unit::UG_PER_M3).unwrap();
    series.set(HourLabel::End.slot(day, 0).unwrap(), reading).unwrap();
    let days = DailySeries::means(&series, standard());
    assert_eq!(days.of(day.pred_opt().unwrap()).unwrap().count, 1);
    assert_eq!(days.of(day).unwrap().count, 0);
}

#[test]
fn windows_of_the_real_time_publication_begin_with_the_day() {
    let readings = (0..48).map(|hour| (hour != 30).then_some(hour * 10)).collect();
    let series = hours(Indicator::O3, first(2024), readings);
    let at = |sliding, hour: usize| {
        let mean = series.sliding(sliding).nth(hour).unwrap();
        assert_eq!(usize::from(mean.slot.hour), hour % 24);
        (mean.value.unwrap().to_string(), mean.hours, mean.window)
    };
    assert_eq!(at(Sliding::Hours8OfDay, 24), ("24".to_owned(), 1, 1));
    assert_eq!(at(Sliding::Hours8OfDay, 31), ("190/7".to_owned(), 7, 8)); // 24 to 31 without 30
    assert_eq!(at(Sliding::Hours8, 31), at(Sliding::Hours8OfDay, 31));
    assert_eq!(at(Sliding::Hours8, 24), ("41/2".to_owned(), 8, 8));
    assert_eq!(at(Sliding::Hours24, 29), ("35/2".to_owned(), 24, 24));
    assert_eq!(at(Sliding::Hours24, 0), ("0".to_owned(), 1, 1));
    let largest = DailySeries::max_of_hours(&series);
    let value = largest.of(first(2024)).unwrap();
    assert_eq!((value.value.unwrap().to_string(), value.state), ("23".to_owned(), DayState::Valid));
}

/// Ozone of two stations of Beijing on 2020-03-31, hours that end at 01 to 12 o'clock, 1 h and 8 h as published
/// (`eqs-cli/tests/data/NOTICE.md`).
#[test]
fn published_real_time_means_of_eight_hours() {
    const STATIONS: [[(i32, i64); 12]; 2] = [
        [
            (43, 43),
            (39, 41),
            (37, 40),
            (40, 40),
            (47, 41),
            (42, 41),
            (33, 40),
            (34, 39),
            (41, 39),
            (45, 40),
            (45, 41),
            (60, 43),
        ],
        [
            (49, 49),
            (46, 48),
            (48, 48),
            (44, 47),
            (48, 47),
            (47, 47),
            (40, 46),
            (43, 46),
            (47, 45),
            (45, 45),
            (53, 46),
            (64, 48),
        ],
    ];
    for published in STATIONS {
        let day = NaiveDate::from_ymd_opt(2020, 3, 31).unwrap();
        let mut series = HourlySeries::new(Indicator::O3, Unit::UG_PER_M3, 0, day, 1).unwrap();
        for (hour, (value, _)) in (1..).zip(published) {
            let reading = Quantity::new(Decimal::new(value.into(), 0), Unit::UG_PER_M3);
            series.set(HourLabel::End.slot(day, hour).unwrap(), reading).unwrap();
        }
        for (mean, (_, printed)) in series.sliding(Sliding::Hours8OfDay).zip(published) {
            let mean = mean.value.unwrap().round(0, Rounding::HalfEven).unwrap();
            assert_eq!(mean.mantissa(), printed);
        }
    }
}

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
    assert_eq!(since.states, Some([ReferenceState::Standard, ReferenceState::Reference]));
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
fn what_has_no_composite_index() {
    let of = |symbol: &str, unit| {
        Concentration::printed(symbol.parse().unwrap(), Quantity::parse("1", unit).unwrap())
    };
    let mut given: Vec<_> =
        ["SO2", "NO2", "O3", "PM10", "PM2.5"].map(|symbol| of(symbol, Unit::UG_PER_M3)).into();
    let index = |given: &[Concentration]| composite(given, standard(), CompositeRule::SumOfSix);
    let co = [Indicator::CO].into_iter().collect::<Pollutants>();
    assert_eq!(index(&given).unwrap_err(), CompositeError::Missing(co));
    given.push(of("CO", Unit::MG_PER_L));
    let (indicator, given_unit, expected) = (Indicator::CO, Unit::MG_PER_L, Unit::MG_PER_M3);
    assert_eq!(index(&given).unwrap_err(), CompositeError::Unit { indicator, given: given_unit, expected });
    given[5] = of("CO", Unit::MG_PER_M3);
    assert!(index(&given).is_ok());
    given.push(of("NO2", Unit::UG_PER_M3));
    assert_eq!(index(&given).unwrap_err(), CompositeError::Twice(Indicator::NO2));
    let new = Gb3095::named("1996 amended 2000").unwrap();
    let error = composite(&given[..6], new, CompositeRule::SumOfSix).unwrap_err();
    assert_eq!(error, CompositeError::NoLimit(Indicator::O3));
    given[0].value = Fraction::from(-1);
    assert_eq!(index(&given).unwrap_err(), CompositeError::Negative(given[0].indicator));
    assert_eq!(ranks::<i32>(&[]), [0; 0]);
    assert_eq!(ranks(&[Fraction::new(1, 3), Fraction::new(2, 6), None]), [2, 2, 1]);
}

#[test]
fn a_day_of_another_unit_has_no_index() {
    let water = HourlySeries::from_slots(Indicator::PM2_5, Unit::MG_PER_L, 1, first(2024), vec![Some(1); 24])
        .unwrap();
    let days = DailySeries::means(&water, standard());
    let error = daily_indices(&[days], DaySpan::month(2024, 1), Hj633::named("2026").unwrap()).unwrap_err();
    let DaysError::Index(error) = error else { panic!("{error}") };
    assert!(matches!(error.problem, ReadingProblem::Unit(_)), "{error}");
}

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

#[test]
fn editions_without_a_rule() {
    let series = days(Indicator::CO, first(2024), &[Some(10)]);
    let known = annual(&series, 2024, standard());
    assert_eq!((known.len(), known[0].shortfalls.len(), known[0].rule.is_some()), (1, 1, true));
    // Nothing on the days behind a percentile of CO was found for 2026; 1996 evaluates nothing here.
    let open = annual(&series, 2024, Gb3095::named("2026 transition").unwrap());
    assert_eq!((open[0].shortfalls.len(), open[0].rule), (0, None));
    assert!(annual(&series, 2024, Gb3095::named("1996").unwrap()).is_empty());
    let old = Gb3095::named("1996").unwrap();
    assert_eq!(mean(&series, DaySpan::year(2024), Statistic::AnnualMean, old).rounded_by(old), Ok(None));
}

#[test]
fn what_a_series_refuses() {
    let new = |places, days| HourlySeries::new(Indicator::CO, Unit::MG_PER_M3, places, first(2024), days);
    assert_eq!(new(7, 1).unwrap_err(), SeriesError::TooManyPlaces(7));
    let slots = |readings| {
        HourlySeries::from_slots(Indicator::CO, Unit::MG_PER_M3, 1, first(2024), readings).unwrap_err()
    };
    assert_eq!(slots(vec![Some(1); 25]), SeriesError::NotWholeDays(25));
    let mut readings = vec![Some(1); 48];
    readings[30] = Some(-4);
    let slot = |day, hour| Slot { day: first(2024) + chrono::Days::new(day), hour };
    assert_eq!(slots(readings.clone()), SeriesError::Negative { value: -4, slot: slot(1, 6) });
    readings[30] = Some(i32::MIN);
    assert!(matches!(slots(readings), SeriesError::Negative { .. }));

    let mut series = new(1, 2).unwrap();
    let mut set = |slot, text, unit| series.set(slot, Quantity::parse(text, unit).unwrap());
    let (mg, ug) = (Unit::MG_PER_M3, Unit::UG_PER_M3);
    assert_eq!(set(slot(0, 0), "0.8", mg), Ok(()));
    assert_eq!(set(slot(0, 0), "0.8", mg), Err(SeriesError::Twice(slot(0, 0))));
    assert_eq!(set(slot(2, 0), "0.8", mg), Err(SeriesError::Outside(slot(2, 0))));
    assert_eq!(set(slot(0, 24), "0.8", mg), Err(SeriesError::Outside(slot(0, 24))));
    assert!(matches!(set(slot(0, 1), "-0.8", mg), Err(SeriesError::Negative { value: -8, .. })));
    for (text, unit) in [("0.85", mg), ("850", ug), ("0.8", Unit::MG_PER_L), ("999999999999", mg)] {
        assert!(matches!(set(slot(0, 1), text, unit), Err(SeriesError::Digits { .. })), "{text} {unit}");
    }
    assert_eq!(set(slot(0, 1), "800", ug), Ok(()));
    assert_eq!(series.readings().flatten().collect::<Vec<_>>(), [8, 8]);
}

#[test]
fn forty_points_fit_whatever_is_missing() {
    // On each day another number of points is valid, with 20 to 24 hours of readings of three digits and a decimal.
    let point = |at: usize| {
        let reading = |day: usize, hour: usize| {
            let is_there = at <= day % 40 && hour < 20 + (at + day) % 5;
            is_there.then(|| i32::try_from((at * 7919 + day * 104_729 + hour * 1_299_709) % 9999).unwrap())
        };
        let readings = (0..366).flat_map(|day| (0..24).map(move |hour| reading(day, hour))).collect();
        DailySeries::means(&hours(Indicator::PM2_5, first(2024), readings), standard())
    };
    let points: Vec<DailySeries> = (0..40).map(point).collect();
    let city = city(&points).unwrap();
    let counts: std::collections::BTreeSet<u16> = city.iter().map(|(_, value)| value.count).collect();
    assert_eq!(counts.len(), 40);
    for statistic in annual(&city, 2024, standard()) {
        assert!(statistic.is_valid());
        let verdict = statistic.attains(standard(), AirGrade::Two).unwrap();
        assert!(verdict.outcome.determined().is_some());
        assert!(change(&statistic, &statistic).is_ok());
    }
}

#[test]
fn a_year_is_judged_by_its_own_days() {
    let standard = Gb3095::named("2026 transition").unwrap();
    let series = days(Indicator::PM2_5, first(2026), &[Some(100); 365]);
    let grade = AirGrade::Two;
    // A mean of some days is no annual mean, whatever it is called.
    let some =
        mean(&series, DaySpan { first: first(2026), last: first(2026) }, Statistic::AnnualMean, standard);
    assert!(matches!(
        some.attains(standard, grade).unwrap().outcome.reasons(),
        [Reason::TooLittleData { .. }]
    ));
    let year = mean(&series, DaySpan::year(2026), Statistic::AnnualMean, standard);
    assert_eq!(year.attains(standard, grade).unwrap().outcome.determined(), Some(&Attainment::Met));
    // Statistics of another year are passed over, and of two that disagree neither counts.
    let of = |year: u16, statistics: &[AirStatistic]| {
        let year = evaluate_year(year, statistics, standard, grade, YearRule::OneEach).unwrap();
        assert_eq!(year.overall.outcome.determined(), None);
        year.items.iter().filter(|item| item.outcome.determined().is_some()).count()
    };
    let higher = mean(
        &days(Indicator::PM2_5, first(2026), &[Some(110); 365]),
        DaySpan::year(2026),
        Statistic::AnnualMean,
        standard,
    );
    assert_eq!((of(2026, core::slice::from_ref(&year)), of(2025, core::slice::from_ref(&year))), (1, 0));
    assert_eq!((of(2026, &[year.clone(), year.clone()]), of(2026, &[year, higher])), (1, 0));
}

#[test]
fn a_statistic_without_a_rule_says_so() {
    // HJ 663-2026 is not known to say how many days a percentile of CO needs.
    let standard = Gb3095::named("2026 transition").unwrap();
    let readings = vec![Some(5); 365 * 24];
    let hours = HourlySeries::from_slots(Indicator::CO, Unit::MG_PER_M3, 1, first(2026), readings).unwrap();
    let year = annual(&DailySeries::means(&hours, standard), 2026, standard);
    assert_eq!((year.len(), year[0].rule), (1, None));
    let verdict = year[0].attains(standard, AirGrade::Two).unwrap();
    assert_eq!(verdict.outcome.determined(), Some(&Attainment::Met));
    assert!(verdict.notes.iter().any(|note| matches!(note, Note::Reading { word: "数据有效性", .. })));
}

#[test]
fn days_in_a_unit_of_another_kind_attain_nothing() {
    let hours =
        HourlySeries::from_slots(Indicator::PM2_5, Unit::of("mg/L"), 0, first(2024), vec![Some(1); 24])
            .unwrap();
    let days = DailySeries::means(&hours, standard());
    assert_eq!(attaining_days(&days, DaySpan::year(2024), standard(), AirGrade::Two), None);
}

#[test]
fn an_exceedance_with_few_windows_is_one_that_would_be_judged_so() {
    // Nine windows of at most 160.33, which is rounded to 160 and attains; 160.67 is rounded to 161.
    for (last, valid) in [(162, false), (164, true)] {
        let reading = |hour| (hour < 16).then_some(if hour == 15 { last * 10 } else { 1600 });
        let readings = (0..24).map(|hour| reading(hour).filter(|_| hour != 14 && hour != 13)).collect();
        let series = hours(Indicator::O3, first(2024), readings);
        let day = DailySeries::max_of_eight_hours(&series, standard()).of(first(2024)).unwrap();
        let state = if valid { DayState::ValidByExceedance } else { DayState::Invalid };
        assert_eq!((day.state, day.shortfall.is_none()), (state, valid), "{day:?}");
    }
}

#[test]
fn a_percentile_is_what_its_statistic_says() {
    let series = days(Indicator::PM2_5, first(2024), &[Some(100); 366]);
    let of = |statistic| percentile(&series, DaySpan::year(2024), statistic, standard()).is_some();
    assert!(of(Statistic::P95OfDailyMeans) && of(Statistic::P98OfDailyMeans));
    assert!(!of(Statistic::P90OfDailyMax8h) && !of(Statistic::AnnualMean));
}

#[test]
fn more_days_than_are_counted() {
    let error = HourlySeries::new(Indicator::O3, Unit::UG_PER_M3, 0, first(2024), usize::MAX).unwrap_err();
    assert_eq!(error, SeriesError::TooManyDays(usize::MAX));
}
