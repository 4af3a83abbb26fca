//! Figures that look alike and are not comparable.

use eqs_core::{Statistic, table::Reader};

use crate::key::Key;
use crate::result::Different;

/// Indicators whose names or purposes look alike and whose methods differ.
#[derive(Clone, Copy)]
struct Lookalike {
    indicator: eqs_core::Indicator,
    group: &'static str,
}

const fn lookalike(reader: &mut Reader) -> Lookalike {
    let row = Lookalike { indicator: reader.indicator(), group: reader.required() };
    reader.skip(1);
    row
}

eqs_core::table! {
    static LOOKALIKES: [Lookalike] = "../data/lookalikes.csv", "indicator,group,note", lookalike;
}

/// Why the two are not comparable; `None` if nothing speaks against it.
pub(crate) fn difference(one: Key, other: Key) -> Option<Different> {
    let group = |key: Key| LOOKALIKES.iter().find(|row| row.indicator == key.indicator).map(|row| row.group);
    // Of a share whose whole the indicator names nothing is known here.
    let names_whole = |key: Key| key.statistic.is_share() && key.statistic != Statistic::Share;
    let are_shares = names_whole(one) && names_whole(other);
    if one.indicator != other.indicator && group(one).is_some() && group(one) == group(other) {
        Some(Different::Method)
    } else if are_shares && one.statistic != other.statistic {
        Some(Different::Whole)
    } else {
        None
    }
}
