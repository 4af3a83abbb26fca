//! Air quality index (空气质量指数, AQI): HJ 633-2012 and HJ 633-2026.

use alloc::vec::Vec;
use core::fmt;

pub use eqs_standards::hj633::{Entry, Report};

use eqs_core::{
    AqiLevel, Comparison, Decimal, DecimalError, Finding, Fraction, Judgement, Lang, Note, Outcome, Phrase,
    Pollutants, Quantity, QuantityError, Reason, Rounding, Segment, Unit, Verdict,
};
use eqs_standards::hj633::{Column, EntryRule, Hj633};

/// What a report knows about one entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// A concentration.
    Value(Quantity),
    /// Measured, but missing or invalid.
    #[default]
    Missing,
    /// Not in the station's monitoring plan (printed as `/`).
    NotMonitored {
        /// Whether for three consecutive years no day of light pollution or worse was led by the pollutant, as
        /// the records of the place show (HJ 633-2026 5.3.2). Where it was, or nobody knows, the pollutant
        /// counts as missing.
        clean_record: bool,
    },
}

/// The readings of one place and one day or hour.
///
/// Entries that a report does not use, such as the 8 h ozone in an hourly report, may be given and are ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readings {
    report: Report,
    entries: [Reading; Entry::ALL.len()],
    excess: ExcessDigits,
}

/// What is done with a concentration that has more digits than the edition keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExcessDigits {
    /// It is refused: a published hourly or daily value has the edition's digits, so more of them point to a
    /// wrong unit or an unfinished mean.
    #[default]
    Refuse,
    /// It is rounded half to even first, as HJ 633-2026 4.2.2 and 4.2.3 prescribe for means (for the 2012
    /// edition the digits follow from HJ 663-2013, grade B). The verdict shows both values.
    Round,
}

/// The index of one place and one day or hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Aqi {
    /// The index: the largest sub-index.
    pub value: u16,
    /// Its level.
    pub level: AqiLevel,
    /// The primary pollutants (首要污染物): all with the largest sub-index, none at 50 or below.
    pub primary: Pollutants,
    /// The exceeding pollutants (超标污染物), sub-index above 100; only the 2012 edition names them.
    pub exceeding: Option<Pollutants>,
}

/// A sub-index (空气质量分指数, IAQI) with its derivation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SubIndex {
    /// The index, rounded up.
    pub index: u16,
    /// The index before rounding.
    pub exact: Fraction,
    /// The segment of the column; `None` above its last node.
    pub segment: Option<Segment>,
}

/// A reading that no index can be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {problem}", .entry.code())]
#[non_exhaustive]
pub struct AqiError {
    /// The entry.
    pub entry: Entry,
    /// What is wrong with its value.
    pub problem: ReadingProblem,
}

/// What is wrong with a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadingProblem {
    /// The concentration is below 0.
    #[error("{0} is negative, expected a concentration of 0 or more")]
    Negative(Quantity),
    /// The unit is no unit of concentration in air, or the value has no exact decimal in the column's unit.
    #[error(transparent)]
    Unit(QuantityError),
    /// More digits than the edition keeps, and they are not zero.
    #[error("{given} has more decimal places than the {places} that the edition keeps in {unit}")]
    ExcessDigits {
        /// The value.
        given: Quantity,
        /// The places that the edition keeps.
        places: u8,
        /// The unit in which they count.
        unit: Unit,
    },
    /// The value is too large to be rounded to the edition's places.
    #[error("{0} is too large")]
    TooLarge(Quantity),
    /// The exact value has too many digits to be rounded to the edition's places.
    #[error("{0} has too many digits")]
    TooLong(Fraction),
}

/// The highest index there is (HJ 633-2026 4.1.1).
const TOP: u16 = 500;

impl Readings {
    /// No readings yet: every entry is missing.
    #[must_use]
    pub const fn new(report: Report) -> Self {
        Self { report, entries: [Reading::Missing; Entry::ALL.len()], excess: ExcessDigits::Refuse }
    }

    /// A concentration in the unit in which the entry is published: CO in mg/m³, the others in µg/m³.
    ///
    /// # Errors
    /// Those of [`Decimal::parse`] if `text` is no decimal.
    pub fn with(self, entry: Entry, text: &str) -> Result<Self, DecimalError> {
        let unit = if matches!(entry, Entry::Co) { Unit::MG_PER_M3 } else { Unit::UG_PER_M3 };
        Quantity::parse(text, unit).map(|value| self.reading(entry, Reading::Value(value)))
    }

    /// Any reading, in any unit of concentration in air.
    #[must_use]
    pub fn reading(mut self, entry: Entry, reading: Reading) -> Self {
        for (slot, other) in self.entries.iter_mut().zip(Entry::ALL) {
            if *other == entry {
                *slot = reading;
            }
        }
        self
    }

    /// What is done with more digits than the edition keeps.
    #[must_use]
    pub const fn excess_digits(mut self, excess: ExcessDigits) -> Self {
        self.excess = excess;
        self
    }

    /// The report that the readings are for.
    #[must_use]
    pub const fn report(&self) -> Report {
        self.report
    }

    /// The reading of an entry.
    #[must_use]
    pub fn get(&self, entry: Entry) -> Reading {
        self.entries
            .iter()
            .zip(Entry::ALL)
            .find(|(_, other)| **other == entry)
            .map_or(Reading::Missing, |(r, _)| *r)
    }
}

/// The index, its level and the primary pollutants.
///
/// Sub-indices by formula (1) and the integer rule (2012: 4.2 and 6.2; 2026: 4.2.4 and 4.2.6), the largest of
/// them by formula (2), primary pollutants above 50 (2012: 4.4.2; 2026: 3.3 and 4.3.1). In the 2026 edition a
/// missing pollutant keeps an index of 100 or less back (5.3.1), and one outside the monitoring plan does so
/// unless its record is clean (5.3.2); the verdict is then undetermined and the reason carries the index. The
/// 2012 edition has no such rule: the others decide, and a note names what is missing. It calculates no index for
/// SO2 1 h and O3 8 h above their last node and reports the pollutant by its other entry (table 1 notes 2 and 3);
/// where that has no value, nothing is decided.
///
/// Hourly particulates use the daily columns: in 2026 by 4.2.4, under 2012 as the national publication did
/// (grade B, flagged).
///
/// # Errors
/// [`AqiError`] if a concentration is negative, stands in a unit that does not convert, has more digits than the
/// edition keeps while [`ExcessDigits::Refuse`] is set, or is too large to be rounded.
///
/// # Example
/// ```
/// use eqs_assess::aqi::{Entry, Readings, Report, aqi};
/// use eqs_standards::hj633::Hj633;
///
/// let hour = Readings::new(Report::Hourly).with(Entry::Pm2_5, "43")?.with(Entry::O3OneHour, "29")?;
/// let old = aqi(&Hj633::named("2012")?, &hour)?;
/// assert_eq!(old.outcome.determined().unwrap().value, 60);
/// let new = aqi(&Hj633::named("2026")?, &hour)?;
/// assert!(new.outcome.determined().is_none()); // four pollutants are missing and 66 is not above 100
///
/// let negative = Readings::new(Report::Hourly).with(Entry::Pm2_5, "-1")?;
/// assert!(aqi(&Hj633::named("2026")?, &negative).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn aqi(standard: &Hj633, readings: &Readings) -> Result<Verdict<Aqi>, AqiError> {
    let mut findings = Vec::with_capacity(Entry::ALL.len());
    let mut notes = Vec::new();
    let [mut missing, mut unmonitored, mut present] = [Pollutants::default(); 3];
    let (mut absent, mut without_index) = (Vec::new(), Vec::new());
    for rule in standard.entries(readings.report) {
        let indicator = rule.entry.indicator();
        let Some(column) = standard.column(indicator, rule.column) else {
            continue;
        };
        match readings.get(rule.entry) {
            Reading::Value(given) => {
                present = present.with(indicator);
                let value = concentration(rule, column.unit, given, readings.excess)
                    .map_err(|problem| AqiError { entry: rule.entry, problem })?;
                match sub_index(column, value.compared.value) {
                    Some(index) => findings.push(finding(rule, column, given, value, index)),
                    None => without_index.push(column),
                }
            }
            Reading::NotMonitored { clean_record: true } => unmonitored = unmonitored.with(indicator),
            Reading::NotMonitored { clean_record: false } | Reading::Missing => {
                missing = missing.with(indicator);
                absent.push(rule);
            }
        }
    }
    // Of a pollutant with two entries one may be missing.
    for rule in absent {
        let indicator = rule.entry.indicator();
        if present.contains(indicator) {
            notes.push(Note::MissingEntry { indicator, column: rule.column });
        }
    }
    let unmonitored = unmonitored.without(present);
    if !unmonitored.is_empty() {
        let rule = standard.missing_rule().map(|rules| rules.not_monitored);
        notes.push(Note::NotMonitored { pollutants: unmonitored, rule });
    }
    let missing = missing.without(present);
    let outcome = outcome(*standard, &findings, &without_index, missing, &mut notes);
    Ok(Verdict { outcome, findings, notes })
}

/// The sub-index of a concentration in the unit of `column`, as it is: formula (1), rounded up.
///
/// `None` where the edition calculates no index from this column (above the last node of SO2 1 h and O3 8 h in
/// 2012) and for a negative concentration.
///
/// # Example
/// ```
/// use eqs_assess::aqi::sub_index;
/// use eqs_core::{Averaging, Indicator};
/// use eqs_standards::hj633::Hj633;
///
/// let standard = Hj633::named("2012")?;
/// let co = standard.column(Indicator::CO, Averaging::Day).unwrap();
/// assert_eq!(sub_index(co, "2.2".parse()?).unwrap().index, 55); // 64-bit floats give 56
/// let so2 = standard.column(Indicator::SO2, Averaging::Hour).unwrap();
/// assert_eq!(sub_index(so2, "801".parse()?), None);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn sub_index(column: &Column, concentration: Decimal) -> Option<SubIndex> {
    if concentration.is_negative() {
        return None;
    }
    let Some(segment) = column.segment(concentration) else {
        let index = column.above.index?;
        return Some(SubIndex { index, exact: Fraction::from(i64::from(index)), segment: None });
    };
    let exact = interpolate(&segment, concentration)?;
    let index = u16::try_from(exact.round(0, Rounding::Up).ok()?.mantissa()).ok()?;
    Some(SubIndex { index, exact, segment: Some(segment) })
}

/// Formula (1): IAQI = (`IAQI_hi` − `IAQI_lo`) / (`BP_hi` − `BP_lo`) · (C − `BP_lo`) + `IAQI_lo`.
fn interpolate(segment: &Segment, concentration: Decimal) -> Option<Fraction> {
    let Segment { concentration_low: low, concentration_high: high, index_low, index_high } = *segment;
    let places = concentration.places().max(low.places()).max(high.places());
    let at = |value: Decimal| value.mantissa_at(places);
    let (above, width) = (at(concentration)?.checked_sub(at(low)?)?, at(high)?.checked_sub(at(low)?)?);
    let rise = i128::from(index_high.checked_sub(index_low)?);
    let numerator = rise.checked_mul(above)?.checked_add(i128::from(index_low).checked_mul(width)?)?;
    Fraction::new(numerator, width)
}

/// A concentration in the unit of its column.
#[derive(Clone, Copy)]
struct Concentration {
    compared: Quantity,
    is_rounded: bool,
}

/// The concentration in the unit of the column and with the digits of the edition.
fn concentration(
    rule: &EntryRule,
    unit: Unit,
    given: Quantity,
    excess: ExcessDigits,
) -> Result<Concentration, ReadingProblem> {
    if given.value.is_negative() {
        return Err(ReadingProblem::Negative(given));
    }
    let converted = given.convert_to(unit).map_err(ReadingProblem::Unit)?;
    let places = rule.places;
    if !converted.value.exceeds_places(places) {
        return Ok(Concentration { compared: converted, is_rounded: false });
    }
    match excess {
        ExcessDigits::Refuse => Err(ReadingProblem::ExcessDigits { given, places, unit }),
        ExcessDigits::Round => converted
            .value
            .round(places.cast_signed(), Rounding::HalfEven)
            .map(|value| Concentration { compared: Quantity::new(value, unit), is_rounded: true })
            .map_err(|_| ReadingProblem::TooLarge(given)),
    }
}

fn finding(
    rule: &EntryRule,
    column: &Column,
    given: Quantity,
    value: Concentration,
    index: SubIndex,
) -> Finding {
    let mut confirmation = rule.confirmation;
    let comparison = if value.is_rounded {
        confirmation = confirmation.max(rule.digits_confirmation);
        Comparison::Rounded { places: rule.places, rounding: Rounding::HalfEven, rule: rule.digits }
    } else {
        Comparison::FullValue
    };
    let SubIndex { index, exact, segment } = index;
    // Above the last node the rule for that sets the index, not the column.
    let citation = if segment.is_some() { column.citation } else { column.above.citation };
    if segment.is_none() {
        confirmation = confirmation.max(column.above.confirmation);
    }
    Finding {
        indicator: column.indicator,
        statistic: None,
        given,
        compared: value.compared,
        comparison,
        judgement: Judgement::Index { column: column.averaging, segment, exact, index },
        citation,
        confirmation,
    }
}

fn outcome(
    standard: Hj633,
    findings: &[Finding],
    without_index: &[&Column],
    missing: Pollutants,
    notes: &mut Vec<Note>,
) -> Outcome<Aqi> {
    let indices = || {
        findings.iter().filter_map(|finding| match finding.judgement {
            Judgement::Index { index, .. } => Some((finding.indicator, index)),
            _ => None,
        })
    };
    let highest = indices().map(|(_, index)| index).max();
    // Its pollutant may have an index from the entry that the edition falls back to; and no index is above 500.
    let is_covered = |column: &Column| {
        highest == Some(TOP) || indices().any(|(indicator, _)| indicator == column.indicator)
    };
    let (covered, open): (Vec<&Column>, Vec<&Column>) =
        without_index.iter().copied().partition(|column| is_covered(column));
    notes.extend(covered.into_iter().map(|column| Note::NoIndexAbove {
        indicator: column.indicator,
        column: column.averaging,
        node: last_node(column),
        rule: column.above.citation,
    }));
    if !open.is_empty() {
        let reason = |column: &Column| Reason::NoIndexAbove {
            indicator: column.indicator,
            column: column.averaging,
            node: last_node(column),
            rule: column.above.citation,
        };
        return Outcome::Undetermined(open.into_iter().map(reason).collect());
    }
    let Some(value) = highest else {
        return Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]);
    };
    if !missing.is_empty() {
        if let (Some(rules), true) = (standard.missing_rule(), value <= 100) {
            let reason = Reason::MissingNotAbove100 { missing, index: value, rule: rules.missing };
            return Outcome::Undetermined(alloc::vec![reason]);
        }
        notes.push(Note::Missing(missing));
    }
    if value == 0 && standard.categories().first().is_some_and(|first| first.low > 0) {
        notes.push(Note::IndexZero);
    }
    let Some(category) = standard.category(value) else {
        return Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]);
    };
    let with_index = |wanted: &dyn Fn(u16) -> bool| {
        indices().filter(|(_, index)| wanted(*index)).map(|(indicator, _)| indicator).collect::<Pollutants>()
    };
    Outcome::Determined(Aqi {
        value,
        level: category.level,
        primary: if value > 50 { with_index(&|index| index == value) } else { Pollutants::default() },
        exceeding: standard.names_exceeding().then(|| with_index(&|index| index > 100)),
    })
}

fn last_node(column: &Column) -> Quantity {
    let value = column.last_node().map_or(Decimal::ZERO, |node| node.concentration);
    Quantity::new(value, column.unit)
}

impl Phrase for Aqi {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AQI {}", self.value)?;
        match lang {
            Lang::Zh => write!(f, "，{}（{}）", self.level.level_zh(), self.level.zh())?,
            Lang::En => write!(f, ", level {} ({})", self.level.code(), self.level.en())?,
        }
        if self.primary.is_empty() {
            return Ok(());
        }
        f.write_str(lang.pick("，首要污染物", ", primary pollutant "))?;
        self.primary.write(lang, f)
    }
}
