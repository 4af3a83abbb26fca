//! Claims that cannot stand beside the others.

use eqs_audit::{Audit, Policy, Refusal};
use eqs_core::{Lang, Phrase};

use crate::given::{claims, figures};

fn refused(figure_rows: &[&str], claim_rows: &[&str]) -> Vec<(&'static str, Refusal)> {
    let (figures, claims) = (figures(figure_rows), claims(claim_rows));
    let audit = Audit::new(&figures, &claims, Policy::DEFAULT);
    let refused: Vec<_> =
        audit.refused().iter().map(|refused| (refused.source.id, refused.refusal)).collect();
    // What is set aside has no result, and all others have one.
    let results = audit.results();
    for claim in &claims {
        let is_refused = refused.iter().any(|(id, _)| *id == claim.source.id);
        assert_eq!(results.iter().any(|result| result.id == claim.source.id), !is_refused);
    }
    for (_, refusal) in &refused {
        assert_ne!(refusal.say(Lang::Zh).to_string(), refusal.say(Lang::En).to_string());
    }
    refused
}

const NOW: &str = "beijing PM2.5 annual_mean 2021 33 µg/m³";
const FELL: &str = "change beijing PM2.5 annual_mean 2021 decrease 13.2 % base=2020";

#[test]
fn what_fits_is_kept() {
    assert_eq!(refused(&[NOW], &[FELL, &FELL.replace("2020", "2019")]), []);
    // Two parts of one claim.
    assert_eq!(
        refused(
            &[NOW],
            &[&format!("{FELL} id=C9"), &format!("{} id=C9 part=2", FELL.replace("2020", "2019"))]
        ),
        []
    );
}

/// A claim goes as a whole, and no row of it goes unnamed.
#[test]
fn the_other_parts_of_a_refused_claim() {
    let days = FELL.replace("13.2 %", "13 d").replace("2020", "2018");
    let rows = [format!("{FELL} id=C9"), format!("{days} id=C9 part=2")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let refused = refused(&[NOW], &rows);
    assert!(matches!(refused[..], [("C9", Refusal::Unit { .. }), ("C9", Refusal::OtherPart)]), "{refused:?}");
}

#[test]
fn an_id_that_stands_twice() {
    let rows = [format!("{FELL} id=C9"), format!("{} id=C9", FELL.replace("2020", "2019")), FELL.to_string()];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    // Both rows are named: nobody knows which is meant.
    assert_eq!(refused(&[NOW], &rows), [("C9", Refusal::IdTwice), ("C9", Refusal::OtherPart)]);
    // In two documents it is two ids.
    let rows = [format!("{FELL} id=C9"), format!("{FELL} id=C9 document=plan")];
    let audit_rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(refused(&[NOW], &audit_rows), []);
}

#[test]
fn two_amounts_for_one_change_on_one_line() {
    let rows = [format!("{FELL} line=7"), format!("{} line=7", FELL.replace("13.2", "14.2"))];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(refused(&[NOW], &rows), [("C2", Refusal::Overlap { with: "C1" })]);
}

#[test]
fn a_base_that_comes_back() {
    let above = |place: &str, base: &str| {
        format!("change {place} PM2.5 annual_mean 2021 above 1.0 % base_place={base}")
    };
    let rows = [above("miyun", "yanqing"), above("yanqing", "huairou"), above("huairou", "miyun")];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(refused(&[NOW], &rows), [("C3", Refusal::Circular { with: "C1" })]);
    assert_eq!(refused(&[NOW], &rows[..2]), []);
}

#[test]
fn a_unit_that_does_not_fit() {
    let unit = |unit: &str| {
        let claim = FELL.replace('%', unit);
        refused(&[NOW], &[&claim]).len()
    };
    assert_eq!((unit("%"), unit("µg/m³"), unit("mg/m³"), unit("times")), (0, 0, 0, 0));
    assert_eq!((unit("mg/L"), unit("percentage_point"), unit("dB(A)")), (1, 1, 1));
}
