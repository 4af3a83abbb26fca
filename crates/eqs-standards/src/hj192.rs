//! HJ 192 Technical criterion for ecosystem status evaluation (生态环境状况评价技术规范): grades of the ecological
//! state index EI, and of its change.
//!
//! The index is not computed here, and is none of the two others with a similar name ([`crate::eqi`],
//! [`crate::db11t1877`]).

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{ChangeDegree, Clause, Decimal, EiGrade, Indicator, Medium, Unit};

use crate::reading::cell;
use crate::reading::grades::{self, Grade, grade_of};
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of HJ 192; there is one here, of 2015.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{ChangeDegree, EiGrade};
    /// use eqs_standards::hj192::Hj192;
    ///
    /// let standard = Hj192::named("2015")?;
    /// assert_eq!(standard.grade("75.0".parse()?).unwrap().grade, EiGrade::Excellent);
    /// assert_eq!(standard.grade("74.9".parse()?).unwrap().grade, EiGrade::Good);
    /// // 71.8 after 70.8, in points
    /// assert_eq!(standard.change("1.0".parse()?).unwrap().grade, ChangeDegree::Slight);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct Hj192, "../data/hj192/editions.csv", ["2015"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "HJ 192",
    code: "hj192",
    medium: Medium::Ecology,
    sources: SourceList::Land,
    timeline: &TIMELINE,
    limits: |edition| {
        let grades = GRADES.iter().map(move |row| {
            row.limit(edition, Medium::Ecology, (INDEX, Unit::NONE), Scope::Ei { ei_grade: row.grade })
        });
        let changes = CHANGES.iter().map(move |row| {
            row.limit(edition, Medium::Ecology, (CHANGE, Unit::NONE), Scope::Change { change: row.grade })
        });
        Box::new(grades.chain(changes))
    },
};

const INDEX: Indicator = Indicator::of("ecological_state_index");
const CHANGE: Indicator = Indicator::of("ecological_state_index_change");

eqs_core::table! {
    static GRADES: [Grade<EiGrade>] =
        "../data/hj192/2015-grades.csv", "grade,values,confirmation,sources,note", grade;
}

eqs_core::table! {
    static CHANGES: [Grade<ChangeDegree>] =
        "../data/hj192/2015-changes.csv", "change,values,confirmation,sources,note", change;
}

const _: () = grades::expect_partition(&GRADES);
const _: () = grades::expect_partition(&CHANGES);

impl Hj192 {
    /// The grades from the best to the worst.
    #[must_use]
    pub const fn grades(self) -> &'static [Grade<EiGrade>] {
        &GRADES
    }

    /// The grade of a value of EI.
    #[must_use]
    pub fn grade(self, ei: Decimal) -> Option<&'static Grade<EiGrade>> {
        grade_of(&GRADES, ei)
    }

    /// The degree of a change of EI: later minus earlier, in points, without its sign.
    #[must_use]
    pub fn change(self, points: Decimal) -> Option<&'static Grade<ChangeDegree>> {
        grade_of(&CHANGES, points.abs())
    }

    /// The degrees of change from none to the largest.
    #[must_use]
    pub const fn changes(self) -> &'static [Grade<ChangeDegree>] {
        &CHANGES
    }
}

const fn grade(reader: &mut Reader) -> Grade<EiGrade> {
    grades::row(EiGrade::read(reader), EDITIONS[0].cite(CLAUSE), reader)
}

const fn change(reader: &mut Reader) -> Grade<ChangeDegree> {
    grades::row(ChangeDegree::read(reader), EDITIONS[0].cite(CLAUSE), reader)
}

/// The chapter on the index and its grades; the numbers of the two tables are not confirmed.
const CLAUSE: Clause = Clause::Chapter("5");
