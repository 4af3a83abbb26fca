//! `docs/data.md` lists every cell that is not of grade A.

use eqs_core::{Confirmation, Lang, Phrase};
use eqs_standards::STANDARDS;

/// A cell that loses its grade, or a new one below A, has to be explained on that page.
#[test]
fn every_cell_below_a_is_listed() {
    let page = include_str!("../../../../docs/data.md");
    let (_, section) = page.split_once("## 5. Cells and rules of grade B").unwrap();
    let (section, _) = section.split_once("Rules and other rows").unwrap();
    let mut listed = 0;
    for standard in STANDARDS {
        for edition in standard.editions() {
            for limit in standard.limits(edition).filter(|limit| limit.confirmation > Confirmation::A) {
                // The amendment of 2018 changed no limit: its cells are those of 2012.
                let edition = format!("{edition}").replace(" amended 2018", "");
                let cell = format!("`{}` {}", limit.scope, limit.requirement.say(Lang::En));
                let mut rows = section.lines().filter(|row| {
                    row.starts_with(&format!("| {edition} | {} |", limit.indicator)) && row.contains(&cell)
                });
                let row = rows.next().unwrap_or_else(|| panic!("{edition} {} {cell}", limit.indicator));
                assert!(row.contains(&format!("| {} |", limit.confirmation)), "{row}");
                assert!(rows.next().is_none(), "{cell} twice");
                listed += 1;
            }
        }
    }
    // 16 cells of 2012 hold for the amended edition, too.
    assert_eq!(
        listed - 16,
        section
            .lines()
            .filter(|row| row.starts_with("| "))
            .skip(1)
            .map(|row| row.matches('`').count() / 2)
            .sum::<usize>()
    );
}
