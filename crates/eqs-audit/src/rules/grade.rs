//! Rule `grade`: an index in the band of its grade.

use alloc::string::ToString;
use core::fmt::Display;

use eqs_core::{DayNight, End, Interval, NaiveDate, NotInForce};
use eqs_standards::Grade;
use eqs_standards::hj192::Hj192;
use eqs_standards::hj640::{Hj640, Survey};
use eqs_standards::trophic_state::TrophicStates;

use crate::claim::Claim;
use crate::register::Register;
use crate::result::{Computed, Missing, Part, Truth};

pub(super) fn grade(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let places = match register.places_of(claim.subject) {
        Ok(places) => places,
        Err(missing) => return part.lacking(missing),
    };
    let year = claim.subject.period.end_year();
    let day =
        year.and_then(|year| NaiveDate::from_ymd_opt(i32::from(year), 12, 31)).unwrap_or(NaiveDate::MAX);
    let band = match band(claim, day) {
        Ok(band) => band,
        Err(edition) => return part.lacking(Missing::Edition(edition)),
    };
    let mut truth = Truth::Certain;
    for place in places {
        let Some(evidence) = part.look_up(register, claim.subject.at(place), claim) else { continue };
        let Some(band) = band else { continue };
        let Some((exact, interval)) = evidence.in_unit(evidence.unit) else {
            return part.lacking(Missing::TooLong);
        };
        part.held(Computed { exact, interval, unit: evidence.unit }, Some(band));
        // Grades are given by the published index; in another band it can only have been before rounding.
        truth = truth.and(match exact {
            Some(published) if band.contains(published) => Truth::Certain,
            _ => Truth::of_meeting(interval, band),
        });
    }
    if band.is_none() {
        part.missing.push(Missing::Bands { standard: claim.standard, grade: claim.grade });
    }
    part.decided(truth)
}

/// The band of the claim's grade; `None` where the standard's bands are not known here.
fn band(claim: &Claim, day: NaiveDate) -> Result<Option<Interval>, NotInForce> {
    let code = claim.grade;
    Ok(match claim.standard {
        "HJ 192" => of_code(Hj192::on(day)?.grades(), code),
        "HJ 640 regional" => of_code(Hj640::on(day)?.grades(Survey::Region, DayNight::Day), code),
        "HJ 640 traffic" => of_code(Hj640::on(day)?.grades(Survey::Road, DayNight::Day), code),
        "TLI" => of_code(TrophicStates::on(day)?.states(), code),
        _ => None,
    })
}

fn of_code<T: Display>(grades: &[Grade<T>], code: &str) -> Option<Interval> {
    let band = grades.iter().find(|grade| grade.grade.to_string() == code)?.values;
    let end = |edge: eqs_standards::Edge| End { value: edge.value.to_fraction(), included: edge.included };
    Some(Interval::new(band.low.map(end), band.high.map(end)))
}
