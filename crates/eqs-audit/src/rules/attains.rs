//! Rules `attains` and `count_attaining`: standards, by `eqs-assess`, in the edition of each year.

use eqs_assess::attainment::{Attainment, Figure, attainment};
use eqs_assess::observation::Yardstick;
use eqs_assess::surface_water::{WaterOptions, surface_water};
use eqs_core::{
    AirGrade, Comparison, DayNight, Decimal, End, Finding, Fraction, Interval, Judgement, NoiseZone, Outcome,
    Quantity, Relation, Rounding, SoundLevel, Statistic, Unit, WaterBody, WaterGrade,
};
use eqs_standards::gb3096::Gb3096;

use crate::claim::Claim;
use crate::evidence::Evidence;
use crate::key::Key;
use crate::register::Register;
use crate::result::{Computed, Missing, Part, Truth};
use crate::rules::{each_year, last_day};
use crate::term::Stated;

pub(super) fn attains(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let places = match register.places_of(claim.subject) {
        Ok(places) => places,
        Err(missing) => return part.lacking(missing),
    };
    let mut truth = Truth::Certain;
    for key in each_year(claim.subject) {
        for place in &places {
            if let Some(attained) = truth_of(register, claim, key.at(*place), &mut part) {
                let exceeds = claim.stated == Stated::Exceeds;
                let stands = if exceeds { attained.not() } else { attained };
                if stands == Truth::Impossible {
                    part.against.push(key.at(*place));
                }
                truth = truth.and(stands);
            }
        }
    }
    part.decided(truth)
}

pub(super) fn count(register: &Register<'_>, claim: &Claim, mut part: Part) -> Part {
    let Some(amount) = claim.amount else { return part.lacking(Missing::Criterion) };
    let places = match register.places_of(claim.subject) {
        Ok(places) => places,
        Err(missing) => return part.lacking(missing),
    };
    let (mut surely, mut perhaps) = (0_u32, 0_u32);
    let mut open = Part::new(claim);
    for place in &places {
        match truth_of(register, claim, claim.subject.at(*place), &mut open) {
            Some(Truth::Certain) => surely = surely.saturating_add(1),
            Some(Truth::Possible) | None => perhaps = perhaps.saturating_add(1),
            Some(Truth::Impossible) => part.against.push(claim.subject.at(*place)),
        }
    }
    (part.inputs, part.findings) = (open.inputs, open.findings);
    let (least, most) =
        (Fraction::from(i64::from(surely)), Fraction::from(i64::from(surely.saturating_add(perhaps))));
    let interval = Interval::between(least, most);
    let exact = (perhaps == 0).then_some(least);
    let Some(printed) = register.policy.interval(amount.quantity, amount.high, amount.bound) else {
        return part.lacking(Missing::TooLong);
    };
    part.held(Computed { exact, interval, unit: Unit::COUNT }, Some(printed));
    let truth = Truth::of_meeting(interval, printed);
    if truth != Truth::Certain {
        part.missing = open.missing;
    }
    part.decided(truth)
}

/// Whether the key attains the standard of the claim; `None` with what is missing noted.
pub(super) fn truth_of(register: &Register<'_>, claim: &Claim, key: Key, part: &mut Part) -> Option<Truth> {
    let evidence = part.look_up(register, key, claim)?;
    let judged = match claim.standard {
        "GB 3095" => air(claim, key, &evidence, part),
        "GB 3838" => water(claim, key, &evidence, part),
        "GB 3096" => noise(claim, key, &evidence, part),
        _ => Err(no_rule(claim, key)),
    };
    judged.map_err(|missing| part.missing.push(missing)).ok()
}

const fn no_rule(claim: &Claim, key: Key) -> Missing {
    Missing::RuleOf { standard: claim.standard, grade: claim.grade, key }
}

/// A statistic of a pollutant, by GB 3095 and the rounding of HJ 663.
fn air(claim: &Claim, key: Key, evidence: &Evidence, part: &mut Part) -> Result<Truth, Missing> {
    let grade = match claim.grade {
        "1" => AirGrade::One,
        "2" => AirGrade::Two,
        _ => return Err(no_rule(claim, key)),
    };
    let year = key.period.end_year().ok_or(Missing::Criterion)?;
    let standard = Yardstick::of_year(year, key.place).map_err(Missing::Edition)?.air;
    let mut judge = |figure: Figure| {
        let verdict = attainment(standard, grade, key.indicator, key.statistic, figure);
        let verdict = verdict.map_err(|_| no_rule(claim, key))?;
        part.findings.extend(
            verdict
                .findings
                .iter()
                .filter(|finding| !part.findings.contains(finding))
                .copied()
                .collect::<alloc::vec::Vec<_>>(),
        );
        match verdict.outcome {
            Outcome::Determined(Attainment::Met) => Ok(Truth::Certain),
            Outcome::Determined(Attainment::Exceeded) => Ok(Truth::Impossible),
            Outcome::Undetermined(reasons) => {
                let is_edge =
                    reasons.iter().any(|reason| matches!(reason, eqs_core::Reason::RoundingEdge { .. }));
                if is_edge { Ok(Truth::Possible) } else { Err(no_rule(claim, key)) }
            }
        }
    };
    match evidence.single {
        Some(quantity) => judge(Figure::Printed(quantity)),
        None => at_both_ends(evidence, |quantity| judge(Figure::Exact(quantity))),
    }
}

/// A class that is printed, or one item of surface water, by GB 3838.
fn water(claim: &Claim, key: Key, evidence: &Evidence, part: &mut Part) -> Result<Truth, Missing> {
    let wanted = WaterGrade::from_code(claim.grade).ok_or_else(|| no_rule(claim, key))?;
    if key.statistic == Statistic::Class && evidence.unit == Unit::of("water_class") {
        let number = WaterGrade::ALL.iter().position(|grade| *grade == wanted).unwrap_or_default();
        let limit = i64::try_from(number).unwrap_or_default().saturating_add(1);
        let limit = Interval::exactly(Fraction::from(limit));
        return Ok(Truth::of(evidence.interval.relates(Relation::AtMost, limit)));
    }
    let year = key.period.end_year().ok_or(Missing::Criterion)?;
    let standard = Yardstick::of_year(year, key.place).map_err(Missing::Edition)?.water;
    let judge = |quantity: Quantity| {
        let sample = [(key.indicator, quantity)];
        let verdict = surface_water(standard, WaterBody::River, &sample, WaterOptions::default());
        let verdict = verdict.map_err(|_| no_rule(claim, key))?;
        let section = verdict.outcome.determined().ok_or_else(|| no_rule(claim, key))?;
        Ok((Truth::of(Some(section.grade <= wanted)), verdict.findings))
    };
    if let Some(published) = evidence.single {
        part.findings.extend(judge(published)?.1);
    }
    // The standard compares values as they are, so that what a figure was before rounding matters.
    at_both_ends(evidence, |quantity| judge(quantity).map(|(truth, _)| truth))
}

/// A level in a zone, by GB 3096.
fn noise(claim: &Claim, key: Key, evidence: &Evidence, part: &mut Part) -> Result<Truth, Missing> {
    let unknown = || no_rule(claim, key);
    let (zone, period) = claim.grade.split_once(' ').ok_or_else(unknown)?;
    let zone = NoiseZone::from_code(zone).ok_or_else(unknown)?;
    let period = DayNight::from_code(period).ok_or_else(unknown)?;
    let year = key.period.end_year().ok_or(Missing::Criterion)?;
    let standard = Gb3096::on(last_day(year)).map_err(Missing::Edition)?;
    let limit = standard.limit(zone, period, SoundLevel::Equivalent).ok_or_else(unknown)?;
    let value = limit.value().ok_or_else(unknown)?;
    let (_, open) = evidence.in_unit(value.unit).ok_or(Missing::TooLong)?;
    let truth = Truth::of(open.relates(Relation::AtMost, Interval::exactly(value.value.to_fraction())));
    if let Some(given) = evidence.single {
        part.findings.push(Finding {
            indicator: key.indicator,
            statistic: Some(key.statistic),
            given,
            compared: given,
            comparison: Comparison::FullValue,
            judgement: Judgement::Limit {
                limit: value,
                relation: Relation::AtMost,
                met: given.compare(value).is_ok_and(core::cmp::Ordering::is_le),
                multiple: None,
            },
            citation: limit.citation,
            confirmation: limit.confirmation,
        });
    }
    Ok(truth)
}

/// The condition at both ends of the evidence; as every limit cuts the values in two, that decides for all between.
fn at_both_ends(
    evidence: &Evidence,
    mut judge: impl FnMut(Quantity) -> Result<Truth, Missing>,
) -> Result<Truth, Missing> {
    let (_, open) = evidence.in_unit(evidence.unit).ok_or(Missing::TooLong)?;
    let (Some(low), Some(high)) =
        (inner(open.low(), Rounding::Up, 1), inner(open.high(), Rounding::Truncate, -1))
    else {
        return Ok(Truth::Possible);
    };
    let low = judge(Quantity::new(low, evidence.unit))?;
    let high = judge(Quantity::new(high, evidence.unit))?;
    Ok(if low == high { low } else { Truth::Possible })
}

/// The end, or the next value inwards of more places than any limit has, if it does not belong to the interval.
fn inner(end: Option<End>, inwards: Rounding, step: i64) -> Option<Decimal> {
    const PLACES: u8 = 9;
    let End { value, included } = end?;
    match value.to_decimal() {
        Some(value) if included => Some(value),
        Some(value) => {
            let mantissa = i64::try_from(value.mantissa_at(PLACES)?).ok()?;
            Decimal::try_new(mantissa.checked_add(step)?, PLACES).ok()
        }
        None => value.round(9, inwards).ok(),
    }
}
