//! Which columns a file has.

use alloc::string::String;
use alloc::vec::Vec;

use eqs_bulletin::Figure;
use eqs_core::spelling::{nearest, plain};

use super::error::Problem;
use crate::claim::Claim;

/// The columns of a kind of file.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// The names, separated by commas; rows are kept in this order.
    header: &'static str,
    /// Those that must be there, and whose cells must not be empty.
    required: &'static [&'static str],
}

impl Columns {
    /// Of `observations`.
    pub(super) const FIGURES: Self = Self {
        header: Figure::HEADER,
        required: &[
            "id",
            "line",
            "medium",
            "place",
            "indicator",
            "statistic",
            "period",
            "value",
            "unit",
            "quote",
        ],
    };

    /// Of `claims`.
    pub(super) const CLAIMS: Self = Self {
        header: Claim::HEADER,
        required: &[
            "id",
            "line",
            "medium",
            "rule",
            "place",
            "indicator",
            "statistic",
            "period",
            "relation",
            "quote",
        ],
    };

    /// Of `places`.
    pub(super) const PLACES: Self = Self {
        header: "code,zh,en,kind,within,aliases,confirmation",
        required: &["code", "zh", "en", "kind"],
    };

    /// Of `indicators`.
    pub(super) const INDICATORS: Self =
        Self { header: "symbol,zh,en,better,aliases", required: &["symbol", "zh", "en", "better"] };

    /// The names in order.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> + Clone {
        self.header.split(',')
    }

    /// The name of a column.
    pub(super) fn name(self, column: usize) -> &'static str {
        self.names().nth(column).unwrap_or_default()
    }

    /// The column of this name.
    pub(super) fn find(self, name: &str) -> Result<usize, Problem> {
        self.names().position(|other| other == name).ok_or_else(|| {
            let names = self.names().map(|name| (name, name));
            let offer = nearest(name, names, |name| plain(name).flat_map(char::to_lowercase).collect());
            Problem::UnknownColumn { offer: offer.into_iter().map(|(name, _)| name).collect() }
        })
    }

    /// Whether the column must be there.
    pub(super) fn is_required(self, name: &str) -> bool {
        self.required.contains(&name)
    }

    /// The columns that must be there and are not among `given`.
    pub(super) fn missing(self, given: &[String]) -> Vec<&'static str> {
        let is_given = |name: &&str| given.iter().any(|other| other == name);
        self.required.iter().copied().filter(|name| !is_given(name)).collect()
    }
}
