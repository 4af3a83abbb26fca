//! HJ 640 Technical specifications for environmental noise monitoring (环境噪声监测技术规范 城市声环境常规监测): grades of
//! regional noise and of road-traffic noise.

use alloc::boxed::Box;

use eqs_core::table::Reader;
use eqs_core::{Clause, DayNight, Decimal, Indicator, Medium, NoiseGrade, Unit};

use crate::reading::band::Band;
use crate::reading::cell;
use crate::reading::grades::{Grade, expect_partition, grade_of};
use crate::scope::Scope;
use crate::standard::{SourceList, Standard};

cell::editions! {
    /// An edition of HJ 640; there is one here, of 2012.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{DayNight, NoiseGrade};
    /// use eqs_standards::hj640::{Hj640, Survey};
    ///
    /// let standard = Hj640::named("2012")?;
    /// let grade = standard.grade(Survey::Region, DayNight::Day, "53.7".parse()?).unwrap();
    /// assert_eq!(grade.grade, NoiseGrade::Two);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub struct Hj640, "../data/hj640/editions.csv", ["2012"];
}

pub(crate) static STANDARD: Standard = Standard {
    number: "HJ 640",
    code: "hj640",
    medium: Medium::Noise,
    sources: SourceList::Land,
    timeline: &TIMELINE,
    limits: |edition| {
        let surveys =
            Survey::ALL.iter().flat_map(|survey| DayNight::ALL.iter().map(move |period| (*survey, *period)));
        Box::new(surveys.flat_map(move |(survey, period)| {
            table(survey, period).iter().map(move |row| {
                let measured = (survey.indicator(), const { Unit::of("dB(A)") });
                row.limit(edition, Medium::Noise, measured, Scope::NoiseGrade { period, grade: row.grade })
            })
        }))
    },
};

eqs_core::vocabulary! {
    /// What a mean level is of.
    pub enum Survey {
        /// The grid of the built-up area (区域声环境), chapter 4.
        Region = "region", "区域声环境", "regional noise";
        /// The roads (道路交通声环境), chapter 5.
        Road = "road", "道路交通声环境", "road-traffic noise";
    }
}

impl Survey {
    /// The indicator of the mean level.
    #[must_use]
    pub const fn indicator(self) -> Indicator {
        match self {
            Self::Region => const { Indicator::of("regional_noise") },
            Self::Road => const { Indicator::of("road_traffic_noise") },
        }
    }
}

/// A row as printed: the grade by day and by night.
type Row = [Grade<NoiseGrade>; 2];

const HEADER: &str = "grade,grade_zh,word_zh,day,night,unit,confirmation_day,confirmation_night,\
                      sources_day,sources_night,note";

eqs_core::table! {
    static REGION: [Row] = "../data/hj640/2012-region.csv", HEADER, region;
}

eqs_core::table! {
    static ROAD: [Row] = "../data/hj640/2012-road.csv", HEADER, road;
}

static REGION_DAY: [Grade<NoiseGrade>; 5] = column(&REGION, 0);
static REGION_NIGHT: [Grade<NoiseGrade>; 5] = column(&REGION, 1);
static ROAD_DAY: [Grade<NoiseGrade>; 5] = column(&ROAD, 0);
static ROAD_NIGHT: [Grade<NoiseGrade>; 5] = column(&ROAD, 1);

impl Hj640 {
    /// The grades of a mean level in dB(A), from the best to the worst.
    #[must_use]
    pub fn grades(self, survey: Survey, period: DayNight) -> &'static [Grade<NoiseGrade>] {
        table(survey, period)
    }

    /// The grade of a mean level in dB(A).
    #[must_use]
    pub fn grade(
        self,
        survey: Survey,
        period: DayNight,
        level: Decimal,
    ) -> Option<&'static Grade<NoiseGrade>> {
        grade_of(table(survey, period), level)
    }
}

fn table(survey: Survey, period: DayNight) -> &'static [Grade<NoiseGrade>] {
    match (survey, period) {
        (Survey::Region, DayNight::Day) => &REGION_DAY,
        (Survey::Region, DayNight::Night) => &REGION_NIGHT,
        (Survey::Road, DayNight::Day) => &ROAD_DAY,
        (Survey::Road, DayNight::Night) => &ROAD_NIGHT,
    }
}

#[expect(clippy::indexing_slicing, reason = "five rows of two columns")]
const fn column(rows: &[Row; 5], at: usize) -> [Grade<NoiseGrade>; 5] {
    let grades = [rows[0][at], rows[1][at], rows[2][at], rows[3][at], rows[4][at]];
    expect_partition(&grades);
    grades
}

const fn region(reader: &mut Reader) -> Row {
    row(Clause::Chapter("4"), reader)
}

const fn road(reader: &mut Reader) -> Row {
    row(Clause::Chapter("5"), reader)
}

const fn row(clause: Clause, reader: &mut Reader) -> Row {
    let grade = NoiseGrade::read(reader);
    reader.required();
    reader.required();
    let values = [Band::read(reader), Band::read(reader)];
    cell::decibels(reader);
    let confirmations = [reader.confirmation(), reader.confirmation()];
    let sources = [reader.required(), reader.required()];
    let citation = EDITIONS[0].cite(clause);
    let day = Grade {
        grade,
        values: values[0],
        citation,
        confirmation: confirmations[0],
        sources: sources[0],
        note: "",
    };
    let day = Grade { note: reader.text(), ..day };
    [day, Grade { values: values[1], confirmation: confirmations[1], sources: sources[1], ..day }]
}
