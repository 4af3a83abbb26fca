//! [`Link`]: which target bounds which.

use eqs_core::table::Reader;

use crate::plan::Plan;
use crate::target::Target;

eqs_core::vocabulary! {
    /// How one target depends on another.
    pub enum LinkKind {
        /// A district's target under the municipal one (区级目标服从市级目标).
        DistrictOf = "district_of", "区级目标服从市级目标", "district target under the municipal one";
        /// A year's target under the five-year one (年度目标服从五年目标).
        YearOf = "year_of", "年度目标服从五年目标", "target of a year under the five-year one";
        /// The text of a plan restates its table (正文重申表中目标).
        Restates = "restates", "正文重申表中目标", "restates a target of the table";
    }
}

/// Which target bounds which. Where the two speak of different indicators only the dependency is meant: their numbers
/// are not to be compared.
///
/// # Example
/// ```
/// use eqs_plan::{Link, LinkKind};
///
/// // Miyun's 27 µg/m³ of PM2.5 stand under Beijing's 35.
/// let link = Link::all().iter().find(|link| link.lower == "TGT-0205").unwrap();
/// assert_eq!(link.kind, LinkKind::DistrictOf);
/// let (lower, upper) = (link.lower().unwrap(), link.upper().unwrap());
/// assert_eq!(lower.indicator, upper.indicator);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Link {
    /// The id of the target that depends.
    pub lower: &'static str,
    /// The id of the target that it depends on.
    pub upper: &'static str,
    /// How.
    pub kind: LinkKind,
}

const fn link(reader: &mut Reader) -> Link {
    Link { lower: reader.required(), upper: reader.required(), kind: LinkKind::read(reader) }
}

eqs_core::table! {
    static LINKS: [Link] = "../data/links.csv", "lower,upper,relation", link;
}

impl Link {
    /// All links, in the order of the file.
    #[must_use]
    pub const fn all() -> &'static [Self] {
        &LINKS
    }

    /// The target that depends; a test holds every id of the table to one.
    #[must_use]
    pub fn lower(&self) -> Option<&'static Target> {
        target(self.lower)
    }

    /// The target that it depends on; a test holds every id of the table to one.
    #[must_use]
    pub fn upper(&self) -> Option<&'static Target> {
        target(self.upper)
    }
}

fn target(id: &str) -> Option<&'static Target> {
    Plan::all().iter().find_map(|plan| plan.target_of_id(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_are_targets_and_no_link_stands_twice() {
        let links = Link::all();
        for (at, link) in links.iter().enumerate() {
            assert!(link.lower().is_some() && link.upper().is_some() && link.lower != link.upper, "{link:?}");
            let ends = |link: &Link| (link.lower, link.upper);
            assert!(links.iter().skip(at + 1).all(|other| ends(other) != ends(link)), "{link:?}");
        }
        let of = |kind| links.iter().filter(|link| link.kind == kind).count();
        assert_eq!([LinkKind::DistrictOf, LinkKind::YearOf, LinkKind::Restates].map(of), [80, 26, 22]);
    }
}
