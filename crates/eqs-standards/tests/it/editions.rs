//! Editions without holes, and the vectors by date.

use eqs_core::{AirGrade, Averaging, Edition, Indicator, NaiveDate};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::gb3838::Gb3838;
use eqs_standards::hj633::Hj633;
use eqs_standards::hj663::Hj663;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn every_vector_holds() {
    let mut reader = csv::Reader::from_reader(include_str!("../data/edition-vectors.csv").as_bytes());
    let mut seen = 0;
    for row in reader.records().map(Result::unwrap) {
        let (id, standard, what, input, expected) = (&row[0], &row[2], &row[4], &row[5], &row[7]);
        let date: NaiveDate = input.strip_prefix("date=").unwrap().parse().unwrap();
        let (kind, value) = expected.split_once('=').unwrap();
        match (standard, kind) {
            // The 1996 edition has no table here yet: before 2016 the national edition is not known.
            ("GB 3095", "edition") if value == "GB 3095-1996" => assert!(Gb3095::on(date).is_err(), "{id}"),
            ("GB 3095", "edition") => {
                assert!(Gb3095::on(date).unwrap().edition().to_string().starts_with(value), "{id}");
            }
            ("HJ 633", "edition") => {
                assert_eq!(Hj633::on(date).unwrap().edition().to_string(), value, "{id}");
            }
            ("GB 3095", "limit") => {
                assert_eq!(what, "PM2.5 24h grade 2", "{id}");
                let limit = Gb3095::on(date).unwrap().limit(Indicator::PM2_5, Averaging::Day, AirGrade::Two);
                assert_eq!(limit.unwrap().quantity.value.to_string(), value, "{id}");
            }
            other => panic!("{id}: no runner for {other:?}"),
        }
        seen += 1;
    }
    assert_eq!(seen, 10);
}

#[test]
fn each_edition_ends_on_the_day_before_the_next() {
    let editions: Vec<_> = Gb3095::all().collect();
    assert_eq!(editions.len(), 4);
    for pair in editions.windows(2) {
        let next = pair[1].edition().first_day;
        assert_eq!(pair[0].last_day(), next.pred_opt());
        assert_eq!(Gb3095::on(next).unwrap(), pair[1]);
        assert_eq!(Gb3095::on(next.pred_opt().unwrap()).unwrap(), pair[0]);
    }
    assert_eq!(editions[2].last_day(), Some(day(2030, 12, 31)));
    assert_eq!(editions[3].last_day(), None);
}

#[test]
fn a_day_before_the_first_edition_is_refused_with_the_first_day() {
    let error = Gb3095::on(day(2015, 12, 31)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no edition of GB 3095 known here is in force on 2015-12-31 (the first begins on 2016-01-01)"
    );
    assert!(Hj633::on(day(2015, 12, 31)).is_err());
    assert!(Hj663::on(day(2013, 9, 30)).is_err());
    assert!(Gb3838::on(day(2002, 5, 31)).is_err());
    assert!(Gb3838::on(day(2002, 6, 1)).is_ok());
}

#[test]
fn an_unknown_edition_lists_those_that_exist() {
    let error = Gb3095::named("2026").unwrap_err();
    assert_eq!(
        error.to_string(),
        "GB 3095 has no edition `2026` here, only `2012`, `2012 amended 2018`, `2026 transition`, `2026 final`"
    );
}

#[test]
fn every_edition_names_its_source_and_both_titles() {
    let editions = Gb3095::all().map(Gb3095::edition);
    let editions = editions.chain(Hj633::all().map(|standard| standard.edition()));
    let named = [Hj663::named("2013"), Hj663::named("2026")].map(|standard| standard.unwrap().edition());
    let editions = editions.chain(named).chain([Gb3838::named("2002").unwrap().edition()]);
    for Edition { title_zh, title_en, read_at, checked_on, first_day, issued, .. } in editions.copied() {
        assert!(!title_zh.is_ascii() && title_en.is_ascii() && !read_at.is_empty());
        assert!(checked_on >= issued.unwrap_or(checked_on));
        assert!(issued.is_none_or(|issued| issued <= first_day));
    }
}
