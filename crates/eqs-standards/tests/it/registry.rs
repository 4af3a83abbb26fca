//! The registry of standards: names that parse back, and scopes that tell limits apart.

use std::collections::BTreeSet;

use eqs_core::Citation;
use eqs_standards::{STANDARDS, Standard};

use crate::reading::compiled;

#[test]
fn numbers_and_codes_are_unique_and_parse_back() {
    let mut names = BTreeSet::new();
    for standard in STANDARDS {
        for name in [standard.number(), standard.code()] {
            assert!(
                names.insert(name.to_lowercase().replace([' ', '/', '_'], "")) || name == standard.code()
            );
            let crowded = name.replace([' ', '/'], "").to_uppercase();
            for spelling in [name.to_owned(), name.to_lowercase(), crowded] {
                let parsed: &Standard = spelling.parse().unwrap();
                assert_eq!(parsed.number(), standard.number(), "{spelling}");
            }
        }
        assert!(
            standard
                .code()
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        );
    }
    // Numbers that are written like their codes but for blanks and slashes count once.
    let numbers: BTreeSet<_> = STANDARDS.iter().map(Standard::number).collect();
    let codes: BTreeSet<_> = STANDARDS.iter().map(Standard::code).collect();
    assert_eq!((numbers.len(), codes.len()), (16, 16));
}

#[test]
fn no_edition_of_a_number_is_taken_for_the_number() {
    let error = "GB 3838-2022".parse::<&Standard>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "no tables of `GB 3838-2022` here, only of GB 3095, HJ 633, HJ 663, WHO AQG, GB 3838, GB/T 14848, \
         城市黑臭水体整治工作指南, 总站生字〔2001〕090号, GB 15618, GB 36600, GB 3096, HJ 640, GB 8702, HJ 192, \
         区域生态质量评价办法（试行）, DB11/T 1877"
    );
    for text in ["", "GB", "3838", "GB3838 "] {
        assert_eq!(text.parse::<&Standard>().is_ok(), text == "GB3838 ", "{text}");
    }
}

#[test]
fn limits_belong_to_their_edition_medium_and_standard() {
    let mut seen = 0;
    for standard in STANDARDS {
        for edition in standard.editions() {
            assert_eq!(Standard::of(edition), Some(standard));
            for limit in standard.limits(edition) {
                assert_eq!((limit.edition, limit.medium), (edition, standard.medium()));
                let Citation::Standard { standard: number, edition: name, .. } = limit.citation else {
                    panic!()
                };
                assert_eq!((number, name), (standard.number(), edition.name));
                seen += 1;
            }
            for other in STANDARDS.iter().filter(|other| *other != standard) {
                assert_eq!(other.limits(edition).count(), 0);
            }
        }
    }
    assert_eq!(seen, compiled::limits().count());
}

/// No two limits of an edition have one indicator and one scope, nor one indicator and one shown scope: [`Reading`]
/// refuses the latter, with the printed row of farmland in place of its land uses, which are compared here.
///
/// [`Reading`]: crate::reading::cell::Reading
#[test]
fn indicator_and_scope_name_one_limit() {
    let mut keys = BTreeSet::new();
    for limit in compiled::limits() {
        let key = (limit.edition.to_string(), limit.indicator, limit.scope.to_string());
        assert!(keys.insert(key), "{limit:?}");
    }
    assert_eq!(keys.len(), 1722);
    let limits: Vec<_> = compiled::limits().collect();
    for (at, one) in limits.iter().enumerate() {
        let twin = limits[at + 1..].iter().find(|other| {
            one.edition == other.edition && one.indicator == other.indicator && one.scope == other.scope
        });
        assert_eq!(twin, None);
    }
}
