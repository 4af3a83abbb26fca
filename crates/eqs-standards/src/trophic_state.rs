//! 总站生字〔2001〕090号 Method of assessment and grades of eutrophication of lakes and reservoirs (湖泊（水库）富营养化
//! 评价方法及分级技术规定): parameters and bands of the comprehensive trophic level index TLI(Σ) (综合营养状态指数).

mod parameter;

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{Clause, Decimal, Indicator, Medium, TrophicState, Unit};

pub use self::parameter::TrophicParameter;
use crate::reading::cell;
use crate::reading::grades::{self, Grade, grade_of};
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of the method; there is one here, of 2001. Its first day is not known: it is given as the last of
    /// the year.
    ///
    /// # Example
    /// ```
    /// use eqs_core::TrophicState;
    /// use eqs_standards::trophic_state::TrophicStates;
    ///
    /// let method = TrophicStates::named("2001")?;
    /// assert_eq!(method.state("50".parse()?).unwrap().grade, TrophicState::Mesotrophic);
    /// assert_eq!(method.state("50.1".parse()?).unwrap().grade, TrophicState::LightlyEutrophic);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct TrophicStates, "../data/trophic-state/editions.csv", ["2001"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "总站生字〔2001〕090号",
    code: "trophic_state",
    medium: Medium::Water,
    sources: SourceList::Water,
    timeline: &TIMELINE,
    limits: |edition| {
        Box::new(STATES.iter().map(move |row| {
            row.limit(edition, Medium::Water, (INDEX, Unit::NONE), Scope::Trophic { state: row.grade })
        }))
    },
};

const INDEX: Indicator = Indicator::of("trophic_level_index");

eqs_core::table! {
    static STATES: [Grade<TrophicState>] =
        "../data/trophic-state/2001-bands.csv", "state,values,confirmation,sources,note", state;
}

const _: () = grades::expect_partition(&STATES);

impl TrophicStates {
    /// The states from the poorest in nutrients to the richest.
    #[must_use]
    pub const fn states(self) -> &'static [Grade<TrophicState>] {
        &STATES
    }

    /// The parameters in the order of the print: chlorophyll a first, which the others were correlated with.
    #[must_use]
    pub const fn parameters(self) -> &'static [TrophicParameter] {
        &parameter::PARAMETERS
    }

    /// The parameter of an indicator.
    #[must_use]
    pub fn parameter(self, indicator: Indicator) -> Option<&'static TrophicParameter> {
        self.parameters().iter().find(|parameter| parameter.indicator == indicator)
    }

    /// The state of a value of TLI(Σ), as it stands: a printed one is compared as printed.
    #[must_use]
    pub fn state(self, index: Decimal) -> Option<&'static Grade<TrophicState>> {
        grade_of(&STATES, index)
    }
}

const fn state(reader: &mut Reader) -> Grade<TrophicState> {
    grades::row(TrophicState::read(reader), EDITIONS[0].cite(Clause::Whole), reader)
}
