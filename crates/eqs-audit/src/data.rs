//! The claims of the shipped documents, read while compiling.

use eqs_core::table::Reader;

use crate::claim::Claim;

macro_rules! claims {
    ($($name:ident, $read:ident, $document:literal, $path:literal;)+) => {
        $(
            const fn $read(reader: &mut Reader) -> Claim {
                Claim::read(reader, $document)
            }

            eqs_core::table! {
                static $name: [Claim] = $path, Claim::HEADER, $read;
            }
        )+

        static TABLES: &[&[Claim]] = &[$(&$name),+];

        /// The claims of every document, in printed order.
        pub(crate) fn claims() -> impl Iterator<Item = &'static Claim> + Clone {
            TABLES.iter().copied().flatten()
        }
    };
}

claims! {
    PLAN_BEIJING, plan_beijing, "plan-beijing-14fyp", "../data/plan-beijing-14fyp.csv";
    PLAN_MIYUN, plan_miyun, "plan-miyun-14fyp", "../data/plan-miyun-14fyp.csv";
    ACTIONS, actions, "action-plans-2021", "../data/action-plans-2021.csv";
    BULLETIN_2021, bulletin_2021, "bulletin-2021", "../data/bulletin-2021.csv";
    BULLETIN_2024, bulletin_2024, "bulletin-2024", "../data/bulletin-2024.csv";
}

impl Claim {
    /// The claims of the shipped documents, in printed order.
    ///
    /// # Example
    /// ```
    /// use eqs_audit::Claim;
    /// assert!(Claim::shipped().any(|claim| claim.source.id == "VRD-0001"));
    /// ```
    pub fn shipped() -> impl Iterator<Item = &'static Self> + Clone {
        claims()
    }
}
