//! How many rows, items and limits the printed tables have.

use std::collections::BTreeSet;

use eqs_core::{Citation, Clause, Confirmation, Indicator};
use eqs_standards::gb3095::Gb3095;
use eqs_standards::hj633::{Hj633, Report};
use eqs_standards::{Limit, STANDARDS, Standing};

use crate::reading::compiled;

/// The limits and the items of a table of an edition.
fn count(edition: &str, wanted: &str) -> (usize, usize) {
    let table = |limit: &Limit| match limit.citation {
        Citation::Standard { clause: Clause::Table { table, .. }, .. } => table,
        Citation::Standard { clause: Clause::TableNote { .. }, .. } => "note",
        Citation::Standard { clause: Clause::Section(place) | Clause::Chapter(place), .. } => place,
        Citation::Standard { clause: Clause::Whole, .. } => "whole",
        other => panic!("{other:?}"),
    };
    let limits: Vec<_> = compiled::limits()
        .filter(|limit| limit.edition.to_string() == edition && table(limit) == wanted)
        .collect();
    let items: BTreeSet<_> = limits.iter().map(|limit| format!("{:?}", limit.citation)).collect();
    (limits.len(), items.len())
}

#[test]
fn every_table_has_the_limits_and_items_of_the_print() {
    for (edition, table, limits, items) in [
        ("GB 3095-1996", "1", 57, 10),
        ("GB 3095-1996 amended 2000", "1", 48, 9),
        ("GB 3095-2012", "1", 28, 6),
        ("GB 3095-2012", "2", 18, 4),
        ("GB 3095-2012", "A.1", 10, 5),
        ("GB 3095-2012 amended 2018", "1", 28, 6),
        ("GB 3095-2012 amended 2018", "2", 18, 4),
        ("GB 3095-2012 amended 2018", "A.1", 10, 5),
        ("GB 3095-2026 transition", "1", 28, 6),
        ("GB 3095-2026 transition", "2", 18, 4),
        ("GB 3095-2026 transition", "A.1", 10, 5),
        ("GB 3095-2026 final", "1", 28, 6),
        ("GB 3095-2026 final", "2", 18, 4),
        ("GB 3095-2026 final", "A.1", 10, 5),
        // Eight full columns of eight nodes, one of five, one of six.
        ("HJ 633-2012", "1", 75, 1),
        ("HJ 633-2026", "3", 75, 1),
        ("WHO AQG-2021", "0.1", 38, 10),
        // 26 rows of five cells, saturation with oxygen for class I only.
        ("GB 3838-2002", "1", 126, 24),
        ("GB 3838-2002", "2", 5, 5),
        ("GB 3838-2002", "3", 80, 80),
        ("GB/T 14848-2017", "1", 39 * 5, 39),
        ("GB/T 14848-2017", "2", 54 * 5, 54),
        // Six items of two land uses, two items of one; four ranges of pH.
        ("GB 15618-2018", "1", (6 * 2 + 2) * 4, 8),
        ("GB 15618-2018", "2", 3, 3),
        ("GB 15618-2018", "3", 5 * 4, 5),
        ("GB 36600-2018", "1", 45 * 4, 45),
        ("GB 36600-2018", "2", 40 * 4, 40),
        ("GB 3096-2008", "1", 6 * 2, 6),
        ("GB 3096-2008", "5.4", 6, 1),
        ("GB 3096-2008", "5.3", 2, 1),
        ("HJ 640-2012", "4", 2 * 5, 1),
        ("HJ 640-2012", "5", 2 * 5, 1),
        // Three fields in six rows, four in five.
        ("GB 8702-2014", "1", 6 * 3 + 5 * 4, 11),
        ("GB 8702-2014", "note", 1, 1),
        ("HJ 192-2015", "5", 5 + 4, 1),
        ("区域生态质量评价办法（试行）-2021", "whole", 5 + 4, 1),
        ("总站生字〔2001〕090号-2001", "whole", 5, 1),
        ("城市黑臭水体整治工作指南-2015", "whole", 4 * 2, 1),
    ] {
        assert_eq!(count(edition, table), (limits, items), "{edition} table {table}");
    }
    assert_eq!(compiled::limits().count(), 1722);
    assert_eq!(STANDARDS.len(), 16);
}

#[test]
fn only_table_a_1_is_informative_and_only_who_is_for_comparison() {
    for limit in compiled::limits() {
        let expected = match limit.edition.standard {
            "GB 3095" if format!("{:?}", limit.citation).contains("A.1") => Standing::Informative,
            "WHO AQG" => Standing::Comparison,
            "HJ 633" | "HJ 640" | "HJ 192" | "城市黑臭水体整治工作指南" | "总站生字〔2001〕090号" => {
                Standing::Grading
            }
            standard if standard.starts_with("区域生态质量") => Standing::Grading,
            _ => Standing::Binding,
        };
        assert_eq!(limit.standing, expected, "{limit:?}");
    }
}

/// How many cells are of which grade of confirmation.
#[test]
fn grades_of_confirmation() {
    let count = |grade| compiled::limits().filter(|limit| limit.confirmation == grade).count();
    assert_eq!(Confirmation::ALL.iter().map(|grade| count(*grade)).collect::<Vec<_>>(), [1613, 99, 10]);
    let unconfirmed = compiled::limits().filter(|limit| limit.confirmation == Confirmation::C);
    let standards: BTreeSet<_> = unconfirmed.map(|limit| limit.edition.standard).collect();
    assert_eq!(standards, BTreeSet::from(["区域生态质量评价办法（试行）", "城市黑臭水体整治工作指南"]));
}

#[test]
fn tables_beside_the_limits() {
    for standard in Gb3095::all() {
        let rules = standard.validity_rules().count();
        let expected = if standard.edition().name.starts_with("1996") { 0 } else { 29 };
        assert_eq!(rules, expected, "{}", standard.edition());
    }
    for (name, daily, groups) in [("2012", 7, 0), ("2026", 6, 6)] {
        let standard = Hj633::named(name).unwrap();
        assert_eq!(standard.columns().len(), 10);
        assert_eq!(standard.columns().iter().map(|column| column.nodes().count()).sum::<usize>(), 75);
        assert_eq!(standard.categories().len(), 6);
        assert_eq!(standard.entries(Report::Daily).count(), daily);
        assert_eq!(standard.entries(Report::Hourly).count(), 6);
        assert_eq!(Indicator::all().filter_map(|own| standard.sensitive_groups(own)).count(), groups);
    }
}
