//! Rule `grade`: an index in the band of its grade.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::fmt::Display;

use eqs_core::{
    Citation, Comparison, Confirmation, DayNight, Decimal, End, Finding, Interval, Judgement, NaiveDate,
    NotInForce, Quantity, Relation,
};
use eqs_standards::hj192::Hj192;
use eqs_standards::hj640::{Hj640, Survey};
use eqs_standards::trophic_state::TrophicStates;
use eqs_standards::{Band, Edge, Grade};

use crate::claim::Claim;
use crate::key::Key;
use crate::register::Register;
use crate::result::{Computed, Missing, Part, Truth};
use crate::rules::last_day;

pub(super) fn grade(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let places = match register.places_of(claim.subject) {
        Ok(places) => places,
        Err(missing) => return part.lacking(missing),
    };
    let day = claim.subject.period.end_year().map_or(NaiveDate::MAX, last_day);
    let row = match row(claim, day) {
        Ok(row) => row,
        Err(edition) => return part.lacking(Missing::Edition(edition)),
    };
    let mut truth = Truth::Certain;
    for place in places {
        let key = claim.subject.at(place);
        let Some(evidence) = part.look_up(register, key, claim) else { continue };
        let Some(row) = &row else { continue };
        let Some((exact, interval)) = evidence.in_unit(evidence.unit) else {
            return part.lacking(Missing::TooLong);
        };
        let band = row.interval();
        part.held(Computed { exact, interval, unit: evidence.unit }, Some(band));
        part.findings.extend(evidence.single.into_iter().flat_map(|given| row.findings(key, given)));
        // Grades are given by the published index; in another band it can only have been before rounding.
        truth = truth.and(match exact {
            Some(published) if band.contains(published) => Truth::Certain,
            _ => Truth::of_meeting(interval, band),
        });
    }
    if row.is_none() {
        part.missing.push(Missing::Bands { standard: claim.standard, grade: claim.grade });
    }
    part.decided(truth)
}

/// The band of a grade, and where it stands.
struct Row {
    values: Band,
    citation: Citation,
    confirmation: Confirmation,
}

/// The row of the claim's grade; `None` where the standard's bands are not known here.
fn row(claim: &Claim, day: NaiveDate) -> Result<Option<Row>, NotInForce> {
    let code = claim.grade;
    Ok(match claim.standard {
        "HJ 192" => of_code(Hj192::on(day)?.grades(), code),
        "HJ 640 regional" => of_code(Hj640::on(day)?.grades(Survey::Region, DayNight::Day), code),
        "HJ 640 traffic" => of_code(Hj640::on(day)?.grades(Survey::Road, DayNight::Day), code),
        "TLI" => of_code(TrophicStates::on(day)?.states(), code),
        _ => None,
    })
}

fn of_code<T: Display>(grades: &[Grade<T>], code: &str) -> Option<Row> {
    let grade = grades.iter().find(|grade| grade.grade.to_string() == code)?;
    let Grade { values, citation, confirmation, .. } = *grade;
    Some(Row { values, citation, confirmation })
}

impl Row {
    fn interval(&self) -> Interval {
        let end = |edge: Edge| End { value: edge.value.to_fraction(), included: edge.included };
        Interval::new(self.values.low.map(end), self.values.high.map(end))
    }

    /// The published index against each edge.
    fn findings(&self, key: Key, given: Quantity) -> Vec<Finding> {
        let low = self
            .values
            .low
            .map(|edge| (if edge.included { Relation::AtLeast } else { Relation::Above }, edge.value));
        let high = self
            .values
            .high
            .map(|edge| (if edge.included { Relation::AtMost } else { Relation::Below }, edge.value));
        let finding = |(relation, value): (Relation, Decimal)| Finding {
            indicator: key.indicator,
            statistic: Some(key.statistic),
            given,
            compared: given,
            comparison: Comparison::FullValue,
            judgement: Judgement::Limit {
                limit: Quantity::new(value, given.unit),
                relation,
                met: relation.holds(given.value.cmp(&value)),
                multiple: None,
            },
            citation: self.citation,
            confirmation: self.confirmation,
        };
        low.into_iter().chain(high).map(finding).collect()
    }
}
