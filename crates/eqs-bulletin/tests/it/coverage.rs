//! Every figure is complete, and none is lost or counted twice.

use alloc::collections::BTreeSet;

use eqs_bulletin::{Bulletin, Query};
use eqs_core::Medium;
use eqs_core::{Bound, Lang, Period, Phrase};

#[test]
fn counts() {
    let counts = |year| {
        let bulletin = Bulletin::of(year).unwrap();
        let of = |medium| bulletin.select(Query::new().medium(medium)).count();
        (bulletin.figures().len(), of(Medium::Air), of(Medium::Water), bulletin.printed_limits().len())
    };
    assert_eq!(counts(2021), (137, 108, 29, 6));
    assert_eq!(counts(2024), (121, 100, 21, 6));
}

#[test]
fn ids_are_unique_over_all_bulletins() {
    let mut ids = BTreeSet::new();
    for bulletin in Bulletin::all() {
        let figures = bulletin.observations().map(|observation| observation.source);
        for source in figures.chain(bulletin.printed_limits().iter().map(|limit| limit.source)) {
            assert!(ids.insert(source.id), "{} twice", source.id);
        }
    }
    assert_eq!(ids.len(), 137 + 121 + 6 + 6);
}

#[test]
fn every_figure_has_a_source_and_both_names() {
    for bulletin in Bulletin::all() {
        assert_eq!(bulletin.observations().len(), bulletin.figures().len());
        for figure in bulletin.figures() {
            let observation = &figure.observation;
            let id = observation.source.id;
            assert_eq!(observation.source.document, bulletin.code, "{id}");
            assert!(observation.source.line > 0 && !observation.source.quote.is_empty(), "{id}");
            assert!(observation.source.quote.chars().count() <= 60, "{id}");
            assert!(!figure.name.is_empty(), "{id}");
            assert!(observation.high.is_none_or(|high| high > observation.quantity.value), "{id}");
            for lang in [Lang::Zh, Lang::En] {
                assert!(!observation.say(lang).to_string().is_empty(), "{id}");
            }
        }
    }
}

#[test]
fn figures_stand_in_printed_order() {
    for bulletin in Bulletin::all() {
        assert!(bulletin.observations().map(|observation| observation.source.line).is_sorted());
    }
}

#[test]
fn the_value_stands_in_the_quote() {
    // Written in words, negated or counted instead of printed as digits.
    let in_words = ["OBS-0102", "OBS-0109", "OBS-0114", "OBS-0315", "OBS-0320", "OBS-0321", "OBS-0333"];
    // 万平方米 is held as hectares: the same digits.
    for bulletin in Bulletin::all() {
        for figure in bulletin.figures() {
            let observation = &figure.observation;
            let printed = observation.source.quote.contains(&observation.quantity.value.to_string());
            assert_eq!(printed, !in_words.contains(&observation.source.id), "{}", observation.source.id);
            if let Some(high) = observation.high {
                assert!(observation.source.quote.contains(&high.to_string()), "{}", observation.source.id);
            }
        }
    }
}

#[test]
fn bounds_that_the_words_give() {
    let bounded: Vec<_> = Bulletin::all()
        .iter()
        .flat_map(Bulletin::observations)
        .filter(|observation| observation.bound != Bound::Exact)
        .map(|observation| (observation.source.id, observation.bound))
        .collect();
    assert_eq!(
        bounded,
        [
            ("OBS-0102", Bound::Above),
            ("OBS-0135", Bound::AtLeast),
            ("OBS-0176", Bound::Nearly),
            ("OBS-0177", Bound::AtLeast),
            ("OBS-0181", Bound::Above),
            ("OBS-0192", Bound::Above),
            ("OBS-0193", Bound::Above),
            ("OBS-0212", Bound::Above),
            ("OBS-0309", Bound::AtLeast),
            ("OBS-0362", Bound::Above),
        ]
    );
}

#[test]
fn periods_end_in_the_year_of_the_bulletin() {
    for bulletin in Bulletin::all() {
        for observation in bulletin.observations() {
            match observation.period {
                Period::Words(words) => assert_eq!(words, "上世纪末以来"),
                period => assert_eq!(period.end_year(), Some(bulletin.year), "{}", observation.source.id),
            }
        }
    }
}

#[test]
fn observations_chain_with_shorter_lived_ones() {
    let bulletin = Bulletin::of(2021).unwrap();
    let words = String::from("own");
    let mut own = bulletin.figures()[0].observation;
    own.source.document = &words;
    assert_eq!(bulletin.observations().chain([&own]).count(), 138);
}

#[test]
fn unknown_years_are_refused() {
    for year in [0, 2020, 2022, 2023, u16::MAX] {
        assert_eq!(Bulletin::of(year).unwrap_err().year, year);
    }
}
