//! Rows of links.

use alloc::string::ToString as _;

use eqs_core::cell::{self, Fault};
use eqs_core::load::{Kind, Misread, term};

use crate::link::{Link, LinkKind};

/// The columns of `links`.
pub(super) const LINKS: Kind = Kind {
    code: |_, column, text| {
        let kinds = LinkKind::ALL.iter().map(|kind| (kind.code(), kind.zh()));
        (column == "relation").then(|| term(kinds, text).map(str::to_string).map_err(Misread::from))
    },
    expected: &[("another target than the lower one", "不同于 lower 的目标")],
    ..Kind::new("lower,upper,relation", &["lower", "upper", "relation"])
};

/// The link of a row.
pub(super) fn link(cells: &[&'static str; 3]) -> Result<Link, Fault> {
    let (lower, upper) =
        (eqs_core::cell!(cells[0], cell::required), eqs_core::cell!(cells[1], cell::required));
    if lower == upper {
        return Err(Fault { column: 1, expected: "another target than the lower one" });
    }
    Ok(Link { lower, upper, kind: eqs_core::cell!(cells[2], LinkKind::of_cell) })
}
