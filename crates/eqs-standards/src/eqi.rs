//! 区域生态质量评价办法（试行）: classes of the ecological quality index EQI (生态质量指数), and degrees of its change.
//!
//! **All edges are from memory (grade C).** Every published pair of value and class that was found agrees with them,
//! and none contradicts, but no text could be read. [`Query`](crate::Query) leaves them out unless asked for.

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{Clause, Decimal, EqiChange, EqiClass, Indicator, Medium, Unit};

use crate::reading::cell;
use crate::reading::grades::{self, Grade, grade_of};
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of the method; there is one here, of 2021. Its first day is not known: it is given as the last of
    /// the year.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{Confirmation, EqiClass};
    /// use eqs_standards::eqi::Eqi;
    ///
    /// let class = Eqi::named("2021")?.unconfirmed_class("59.77".parse()?).unwrap();
    /// assert_eq!((class.grade, class.confirmation), (EqiClass::Two, Confirmation::C));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct Eqi, "../data/eqi/editions.csv", ["2021"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "区域生态质量评价办法（试行）",
    code: "eqi",
    medium: Medium::Ecology,
    sources: SourceList::Land,
    timeline: &TIMELINE,
    limits: |edition| {
        let grades = GRADES.iter().map(move |row| {
            row.limit(edition, Medium::Ecology, (INDEX, Unit::NONE), Scope::Eqi { eqi_class: row.grade })
        });
        let changes = CHANGES.iter().map(move |row| {
            row.limit(
                edition,
                Medium::Ecology,
                (CHANGE, Unit::NONE),
                Scope::EqiChange { eqi_change: row.grade },
            )
        });
        Box::new(grades.chain(changes))
    },
};

const INDEX: Indicator = Indicator::of("eqi");
const CHANGE: Indicator = Indicator::of("eqi_change");

eqs_core::table! {
    static GRADES: [Grade<EqiClass>] =
        "../data/eqi/2021-classes.csv", "class,values,confirmation,sources,note", grade;
}

eqs_core::table! {
    static CHANGES: [Grade<EqiChange>] =
        "../data/eqi/2021-changes.csv", "change,values,confirmation,sources,note", change;
}

const _: () = grades::expect_partition(&GRADES);
const _: () = grades::expect_partition(&CHANGES);

impl Eqi {
    /// The classes from the best to the worst, grade C.
    #[must_use]
    pub const fn unconfirmed_classes(self) -> &'static [Grade<EqiClass>] {
        &GRADES
    }

    /// The class of a value of EQI, grade C.
    #[must_use]
    pub fn unconfirmed_class(self, eqi: Decimal) -> Option<&'static Grade<EqiClass>> {
        grade_of(&GRADES, eqi)
    }

    /// The degree of a change of EQI: later minus earlier, in points, without its sign; grade C.
    #[must_use]
    pub fn unconfirmed_change(self, points: Decimal) -> Option<&'static Grade<EqiChange>> {
        grade_of(&CHANGES, points.abs())
    }

    /// The degrees of change from none to the largest, grade C.
    #[must_use]
    pub const fn unconfirmed_changes(self) -> &'static [Grade<EqiChange>] {
        &CHANGES
    }
}

const fn grade(reader: &mut Reader) -> Grade<EqiClass> {
    grades::row(EqiClass::read(reader), EDITIONS[0].cite(CLAUSE), reader)
}

const fn change(reader: &mut Reader) -> Grade<EqiChange> {
    grades::row(EqiChange::read(reader), EDITIONS[0].cite(CLAUSE), reader)
}

/// The whole document: no clause is known.
const CLAUSE: Clause = Clause::Whole;
