//! Every figure is complete, and none is lost or counted twice.

use alloc::collections::BTreeSet;

use eqs_bulletin::{Bulletin, Document, Query};
use eqs_core::Medium;
use eqs_core::{Bound, Lang, Period, Phrase};

#[test]
fn counts() {
    let counts = |code| {
        let document = Document::named(code).unwrap();
        let of = |medium| document.select(Query::new().medium(medium)).count();
        (document.figures().len(), Medium::ALL.iter().map(|medium| of(*medium)).collect::<Vec<_>>())
    };
    // Air, water, soil, noise, fields, radiation, ecology, climate, waste, governance, economy.
    assert_eq!(counts("bulletin-2021"), (206, vec![108, 29, 2, 8, 0, 0, 45, 3, 2, 9, 0]));
    assert_eq!(counts("bulletin-2024"), (172, vec![100, 21, 3, 8, 0, 0, 17, 8, 0, 15, 0]));
    assert_eq!(counts("plan-beijing-14fyp"), (65, vec![21, 16, 3, 4, 0, 0, 10, 5, 0, 5, 1]));
    assert_eq!(counts("plan-miyun-14fyp"), (25, vec![11, 2, 3, 0, 0, 0, 8, 0, 1, 0, 0]));
    assert_eq!(counts("action-plans-2021"), (1, vec![0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    assert!(Bulletin::all().iter().all(|bulletin| bulletin.printed_limits().len() == 6));
    assert!(Document::named("bulletin-2022").is_none());
}

/// A bulletin is one of the documents, with the same figures.
#[test]
fn bulletins_are_documents() {
    for bulletin in Bulletin::all() {
        let document = Document::named(bulletin.code).unwrap();
        assert_eq!(document.figures(), bulletin.figures());
        assert_eq!((document.title_zh, document.publisher), (bulletin.title_zh, bulletin.publisher));
    }
}

#[test]
fn ids_are_unique_over_all_documents() {
    let mut ids = BTreeSet::new();
    let figures = Document::all().iter().flat_map(Document::observations);
    let limits = Bulletin::all().iter().flat_map(Bulletin::printed_limits);
    for source in figures.map(|observation| observation.source).chain(limits.map(|limit| limit.source)) {
        assert!(ids.insert(source.id), "{} twice", source.id);
    }
    assert_eq!(ids.len(), 206 + 172 + 65 + 25 + 1 + 6 + 6);
    // Every number from 1 to 481: nothing of the register is left out.
    assert_eq!(ids.last(), Some(&"OBS-0481"));
}

#[test]
fn every_figure_has_a_source_and_both_names() {
    for document in Document::all() {
        assert_eq!(document.observations().len(), document.figures().len());
        for figure in document.figures() {
            let observation = &figure.observation;
            let id = observation.source.id;
            assert_eq!(observation.source.document, document.code, "{id}");
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
    for document in Document::all() {
        assert!(document.observations().map(|observation| observation.source.line).is_sorted());
    }
}

#[test]
fn the_value_stands_in_the_quote() {
    // Written in words, negated or counted instead of printed as digits.
    let in_words =
        ["OBS-0102", "OBS-0109", "OBS-0114", "OBS-0315", "OBS-0320", "OBS-0321", "OBS-0333", "OBS-0451"];
    // 万平方米 is held as hectares: the same digits.
    for document in Document::all() {
        for figure in document.figures() {
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
    let bounded: Vec<_> = Document::all()
        .iter()
        .flat_map(Document::observations)
        .filter(|observation| observation.bound != Bound::Exact)
        .map(|observation| (observation.source.id, observation.bound))
        .collect();
    assert_eq!(
        bounded,
        [
            ("OBS-0393", Bound::Nearly),
            ("OBS-0396", Bound::About),
            ("OBS-0397", Bound::About),
            ("OBS-0398", Bound::Above),
            ("OBS-0399", Bound::Above),
            ("OBS-0405", Bound::Above),
            ("OBS-0408", Bound::AtLeast),
            ("OBS-0411", Bound::Above),
            ("OBS-0414", Bound::AtLeast),
            ("OBS-0445", Bound::Above),
            ("OBS-0446", Bound::Above),
            ("OBS-0447", Bound::AtLeast),
            ("OBS-0450", Bound::Above),
            ("OBS-0102", Bound::Above),
            ("OBS-0109", Bound::Nil),
            ("OBS-0114", Bound::Nil),
            ("OBS-0124", Bound::Above),
            ("OBS-0135", Bound::AtLeast),
            ("OBS-0176", Bound::Nearly),
            ("OBS-0177", Bound::AtLeast),
            ("OBS-0181", Bound::Above),
            ("OBS-0192", Bound::Above),
            ("OBS-0193", Bound::Above),
            ("OBS-0196", Bound::Above),
            ("OBS-0199", Bound::Above),
            ("OBS-0200", Bound::About),
            ("OBS-0206", Bound::Nearly),
            ("OBS-0212", Bound::Above),
            ("OBS-0309", Bound::AtLeast),
            ("OBS-0315", Bound::Nil),
            ("OBS-0320", Bound::Nil),
            ("OBS-0341", Bound::Above),
            ("OBS-0362", Bound::Above),
            ("OBS-0382", Bound::Above),
            ("OBS-0385", Bound::Nearly),
            ("OBS-0386", Bound::Above),
        ]
    );
}

#[test]
fn periods_end_in_the_year_of_the_bulletin() {
    for bulletin in Bulletin::all() {
        for observation in bulletin.observations() {
            match observation.period {
                Period::Words(words) => assert_eq!(words, "上世纪末以来"),
                // What the plan for the years to come contains.
                Period::Years(2021, 2025) => {
                    assert!(["OBS-0201", "OBS-0202"].contains(&observation.source.id));
                }
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
    assert_eq!(bulletin.observations().chain([&own]).count(), 207);
}

#[test]
fn unknown_years_are_refused() {
    for year in [0, 2020, 2022, 2023, u16::MAX] {
        assert_eq!(Bulletin::of(year).unwrap_err().year, year);
    }
}
