//! Editions: days without holes, names, sources.

use eqs_core::{Edition, NaiveDate, Place};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::gb3838::Gb3838;
use eqs_standards::hj633::Hj633;
use eqs_standards::{STANDARDS, Standard};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_edition_begins_on_its_day_and_ends_before_the_next() {
    let days: Vec<_> = STANDARDS
        .iter()
        .flat_map(|standard| standard.editions().iter().map(move |edition| (standard, edition)))
        .map(|(standard, edition)| {
            let first = edition.first_day;
            assert_eq!(standard.on(first), Ok(edition));
            assert_ne!(standard.on(first.pred_opt().unwrap()).ok(), Some(edition));
            let last = standard.last_day(edition);
            if let Some(last) = last {
                assert_eq!(standard.on(last), Ok(edition));
                assert_eq!(
                    standard.on(last.succ_opt().unwrap()).unwrap().first_day,
                    last.succ_opt().unwrap()
                );
            } else {
                assert_eq!(standard.on(day("2199-12-31")), Ok(edition));
            }
            format!("{edition}: {first} to {}", last.map_or("-".to_owned(), |last| last.to_string()))
        })
        .collect();
    assert_eq!(
        days,
        [
            "GB 3095-1996: 1996-10-01 to 2000-01-05",
            "GB 3095-1996 amended 2000: 2000-01-06 to 2015-12-31",
            "GB 3095-2012: 2016-01-01 to 2018-08-31",
            "GB 3095-2012 amended 2018: 2018-09-01 to 2026-02-28",
            "GB 3095-2026 transition: 2026-03-01 to 2030-12-31",
            "GB 3095-2026 final: 2031-01-01 to -",
            "HJ 633-2012: 2016-01-01 to 2026-02-28",
            "HJ 633-2026: 2026-03-01 to -",
            "HJ 663-2013: 2013-10-01 to 2026-02-28",
            "HJ 663-2026: 2026-03-01 to -",
            "WHO AQG-2021: 2021-09-22 to -",
            "GB 3838-2002: 2002-06-01 to -",
            "GB/T 14848-2017: 2018-05-01 to -",
            "城市黑臭水体整治工作指南-2015: 2015-12-31 to -",
            "总站生字〔2001〕090号-2001: 2001-12-31 to -",
            "GB 15618-2018: 2018-08-01 to -",
            "GB 36600-2018: 2018-08-01 to -",
            "GB 3096-2008: 2008-10-01 to -",
            "HJ 640-2012: 2013-03-01 to -",
            "GB 8702-2014: 2015-01-01 to -",
            "HJ 192-2015: 2015-03-13 to -",
            "区域生态质量评价办法（试行）-2021: 2021-12-31 to -",
            "DB11/T 1877-2021: 2022-01-01 to 2025-12-31",
            "DB11/T 1877-2025: 2026-01-01 to -",
        ]
    );
}

#[test]
fn a_day_before_the_first_edition_is_refused_with_the_first_day() {
    let error = Gb3095::on(day("1996-09-30")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no edition of GB 3095 known here is in force on 1996-09-30 (the first begins on 1996-10-01)"
    );
    assert!(Hj633::on(day("2015-12-31")).is_err());
    assert!(Gb3838::on(day("2002-05-31")).is_err());
}

#[test]
fn an_unknown_edition_lists_those_that_exist() {
    let error = Gb3095::named("2026").unwrap_err();
    assert_eq!(
        error.to_string(),
        "GB 3095 has no edition `2026` here, only `1996`, `1996 amended 2000`, `2012`, `2012 amended 2018`, \
         `2026 transition`, `2026 final`"
    );
}

#[test]
fn every_edition_names_its_source_and_both_titles() {
    let editions: Vec<_> = STANDARDS.iter().flat_map(Standard::editions).collect();
    assert_eq!(editions.len(), 24);
    for Edition { title_zh, title_en, read_at, checked_on, first_day, issued, .. } in
        editions.into_iter().copied()
    {
        assert!(!title_zh.is_ascii() && title_en.is_ascii() && !read_at.is_empty());
        assert!(checked_on >= issued.unwrap_or(checked_on));
        assert!(issued.is_none_or(|issued| issued <= first_day));
    }
}

/// Beijing and its districts went ahead with the 2012 edition; other places and other days follow the country.
#[test]
fn beijing_reported_by_the_2012_edition_from_2013() {
    let name = |place, on| Gb3095::on_in(day(on), place).unwrap().edition().name;
    let district = Place::of("miyun");
    assert!(district.is_within(Place::BEIJING));
    let elsewhere = Place::all().find(|place| *place != Place::BEIJING && !place.is_within(Place::BEIJING));
    for (on, in_beijing, nationally) in [
        ("2012-12-31", "1996 amended 2000", "1996 amended 2000"),
        ("2013-01-01", "2012", "1996 amended 2000"),
        ("2015-12-31", "2012", "1996 amended 2000"),
        ("2016-01-01", "2012", "2012"),
        // The edition that went ahead does not hold up later ones.
        ("2018-09-01", "2012 amended 2018", "2012 amended 2018"),
        ("2031-01-01", "2026 final", "2026 final"),
    ] {
        assert_eq!(name(Place::BEIJING, on), in_beijing, "{on}");
        assert_eq!(name(district, on), in_beijing, "{on}");
        assert_eq!(Gb3095::on(day(on)).unwrap().edition().name, nationally, "{on}");
        assert!(elsewhere.is_none_or(|place| name(place, on) == nationally), "{on}");
    }
    assert!(Gb3095::on_in(day("1996-09-30"), Place::BEIJING).is_err());
    assert_eq!(Gb3095::adoptions().len(), 1);
}
