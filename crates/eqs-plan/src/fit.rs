//! Which units and numbers a target may have: those that its comparator and its statistic can be compared with.

use eqs_core::cell::Fault;
use eqs_core::table::same;
use eqs_core::{Decimal, Medium, NaiveDate, Statistic, Unit};

use crate::comparator::Comparator;
use crate::target::{Base, Target};

const UNIT: usize = 9;
const BASE: usize = 10;
const VALUE: usize = 12;
const HIGH: usize = 13;

/// Kinds of units that classes are counted in; the best class has the smallest number.
const CLASSES: &[&str] = &["water class", "air class", "grade"];
/// Kinds of units that no amount and no level has.
const MARKS: &[&str] = &[
    "difference of shares",
    "date",
    "rank",
    "green-building star",
    "water class",
    "air class",
    "grade",
    "count per year",
];

/// What does not fit in a target: its unit, its numbers, or its base year.
pub(crate) const fn fault(target: &Target) -> Option<Fault> {
    if let Some(expected) = unit_misfit(target) {
        return Some(Fault { column: UNIT, expected });
    }
    let base = match target.base {
        Some(Base::Year { value, .. }) => value,
        _ => None,
    };
    let mut numbers: &[(usize, Option<Decimal>)] =
        &[(BASE, base), (VALUE, target.value), (HIGH, target.high)];
    while let [(column, number), rest @ ..] = numbers {
        if let Some(number) = number
            && let Some(expected) = number_misfit(target, *number)
        {
            return Some(Fault { column: *column, expected });
        }
        numbers = rest;
    }
    if let (Some(Base::Year { year: base, .. }), Some(due)) = (target.base, target.due)
        && let Some(first) = NaiveDate::from_ymd_opt(base as i32, 1, 1)
        && first.signed_duration_since(due).num_days() > 0
    {
        return Some(Fault { column: BASE, expected: "a year that is not after the due one" });
    }
    None
}

/// The unit that the comparator needs, or that the statistic would have with a number.
const fn unit_misfit(target: &Target) -> Option<&'static str> {
    let unit = target.unit;
    let is_class = matches!(target.statistic, Statistic::Class);
    match target.comparator {
        Comparator::RankFirst | Comparator::NotInBottom => {
            if is_of(unit, &["rank"]) {
                None
            } else {
                Some("`rank`, the unit of ranks")
            }
        }
        Comparator::PeakBefore => {
            if is_of(unit, &["date"]) {
                None
            } else {
                Some("`calendar_year`, the unit of years")
            }
        }
        Comparator::AtLeastClass => class_misfit(unit),
        Comparator::MeetGrade if is_class => class_misfit(unit),
        // A class of a standard that any statistic meets; and the year in which all is finished.
        Comparator::MeetStandard | Comparator::MeetGrade | Comparator::BetterThanGrade
            if is_of(unit, CLASSES) =>
        {
            None
        }
        Comparator::Complete if is_of(unit, &["date"]) => None,
        _ if target.comparator.is_change() && is_of(unit, &["share"]) => None,
        _ if target.value.is_none() => None,
        _ => statistic_misfit(target.statistic, target.medium, unit),
    }
}

const fn class_misfit(unit: Unit) -> Option<&'static str> {
    if is_of(unit, CLASSES) { None } else { Some("a unit of classes: `water_class`, `air_class`, `grade`") }
}

/// The unit that numbers of the statistic have. What the indicator measures is not known here, so that only a unit
/// which no indicator could have is refused.
const fn statistic_misfit(statistic: Statistic, medium: Medium, unit: Unit) -> Option<&'static str> {
    let (fits, expected) = match statistic {
        Statistic::ShareOfDays
        | Statistic::ShareOfRiverLength
        | Statistic::ShareOfLakeArea
        | Statistic::ShareOfStorage
        | Statistic::ShareOfSections
        | Statistic::ShareOfReservoirs
        | Statistic::ShareOfArea
        | Statistic::ShareOfLocalEmission
        | Statistic::Share => (is_of(unit, &["share"]), "`%`, the unit of shares"),
        Statistic::Days => (is_of(unit, &["days"]), "`d`, the unit of days"),
        Statistic::Years => (is_of(unit, &["years"]), "`a`, the unit of numbers of years"),
        Statistic::Length => (is_of(unit, &["length"]), "a unit of length"),
        Statistic::Area => (is_of(unit, &["area"]), "a unit of area"),
        Statistic::Count | Statistic::CumulativeCount => {
            (is_of(unit, &["count", "count per year", "rank"]), "a unit of counts")
        }
        Statistic::P98OfDailyMeans | Statistic::P95OfDailyMeans | Statistic::P90OfDailyMax8h => {
            (is_of(unit, &["mass in air", "mixing ratio"]), "a unit of concentrations in air")
        }
        Statistic::HourlyMean
        | Statistic::DailyMean
        | Statistic::DailyMax8h
        | Statistic::DailyMax1h
        | Statistic::AnnualMean
        | Statistic::AnnualMeanOfSections
        | Statistic::RangeOfAnnualMeans
        | Statistic::EqualAnnualMeans => {
            let is_air = matches!(medium, Medium::Air);
            let is_number = is_of(unit, &["number", "share"]);
            let is_count = is_of(unit, &["count", "days", "years"]);
            let is_mean = !(is_number && is_air || is_count || is_of(unit, MARKS));
            (is_mean, "a unit of what the mean is made of, such as `µg/m³`")
        }
        Statistic::AnnualTotal | Statistic::CumulativeTotal => {
            (!is_of(unit, &["number", "share"]) && !is_of(unit, MARKS), "a unit of amounts, such as `t`")
        }
        Statistic::AnnualMeanStorage | Statistic::PeakStorage => {
            (is_of(unit, &["volume"]), "a unit of volume")
        }
        Statistic::MonthlyDeposition => (is_of(unit, &["dustfall", "deposition"]), "a unit of deposition"),
        Statistic::MeanPrice => (is_of(unit, &["price"]), "a unit of prices"),
        Statistic::Index => (is_of(unit, &["number"]), "`-`, for an index has no unit"),
        Statistic::Class => (
            is_of(unit, CLASSES) || is_of(unit, &["green-building star"]),
            "a unit of classes: `water_class`, `air_class`, `grade`, `star`",
        ),
        Statistic::CumulativeChange | Statistic::AnnualRate | Statistic::Mean | Statistic::Ratio => {
            (true, "")
        }
    };
    if fits { None } else { Some(expected) }
}

/// What the number would have to be.
const fn number_misfit(target: &Target, number: Decimal) -> Option<&'static str> {
    let is_change = matches!(target.statistic, Statistic::CumulativeChange | Statistic::AnnualRate);
    // A level in per cent of the base year, or the change of one, may be above 100 %.
    let is_level = target.comparator.is_change();
    if number.is_negative() && !is_change {
        Some("a number of 0 or more, as only a change may be below")
    } else if target.unit.counts() && number.significant_places() > 0 {
        Some("a whole number, as for every count")
    } else if matches!(target.statistic, Statistic::Days)
        && is_of(target.unit, &["days"])
        && is_above(number, 366)
    {
        Some("at most the 366 days of a year")
    } else if target.statistic.is_share() && !is_level && is_above(number, 100) {
        Some("a share from 0 to 100 %")
    } else {
        None
    }
}

const fn is_above(number: Decimal, limit: i64) -> bool {
    number.compare(Decimal::new(limit, 0)).is_gt()
}

/// Whether the unit is of one of these kinds.
const fn is_of(unit: Unit, kinds: &[&str]) -> bool {
    let mut rest = kinds;
    while let [kind, others @ ..] = rest {
        if same(unit.kind(), kind) {
            return true;
        }
        rest = others;
    }
    false
}
