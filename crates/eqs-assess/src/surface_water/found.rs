//! What is found of the items of a sample, and what follows for the section.

use alloc::vec::Vec;

use eqs_core::{
    Comparison, Decimal, Finding, Fraction, Indicator, Judgement, Note, Outcome, Quantity, Reason, Relation,
    Rounding, Unit, Verdict, WaterClass, WaterGrade,
};
use eqs_standards::gb3838::{Gb3838, Role, WaterItem, WaterLimits};

use super::item::{exceedance_multiple, grades_below};
use super::main_pollutant::{MainPollutant, first_three, priority};
use super::number::Known;
use super::options::WaterOptions;
use super::section::SurfaceWater;

/// What is found of the items of a sample, in the order of the table.
pub(super) struct Found {
    options: WaterOptions,
    findings: Vec<Finding>,
    pub(super) notes: Vec<Note>,
    assessed: Vec<Assessed>,
    /// The assessed items that exceed class III, with whether they come first.
    over: Vec<(bool, MainPollutant)>,
}

/// The grades that an assessed item may have.
struct Assessed {
    indicator: Indicator,
    best: WaterGrade,
    worst: WaterGrade,
    /// Why they are not one, if they are not.
    open: Open,
}

/// What leaves the grade of an item open.
#[derive(Clone, Copy)]
enum Open {
    /// It was not detected; the detection limit, where it is given.
    NotDetected(Option<Quantity>),
    /// The saturation of oxygen is not known.
    Saturation,
}

impl Assessed {
    /// Why its grade is open.
    fn reason(&self) -> Reason {
        match self.open {
            Open::NotDetected(limit) => {
                let Self { indicator, best, worst, .. } = *self;
                Reason::NotDetected { indicator, limit, best, worst }
            }
            Open::Saturation => Reason::NoSaturation,
        }
    }
}

impl Found {
    pub(super) fn new(options: WaterOptions, items: usize) -> Self {
        Self {
            options,
            findings: Vec::with_capacity(items),
            notes: Vec::new(),
            assessed: Vec::with_capacity(items),
            over: Vec::new(),
        }
    }

    /// An item by its limits.
    pub(super) fn item(&mut self, item: &WaterItem, known: Known) {
        let grades = match known.comparison {
            Comparison::BelowDetectionLimit => grades_below(item, known.compared.value),
            _ => known.number.grade(item, WaterClass::I).map(|grade| (grade, grade)),
        };
        let Some((best, worst)) = grades else {
            self.notes.push(Note::NotAssessed(item.indicator));
            return;
        };
        let open = Open::NotDetected(Some(known.given));
        self.graded(item, known, Assessed { indicator: item.indicator, best, worst, open });
    }

    /// Dissolved oxygen where class I is a saturation in per cent; `None`: it is not known. What was not detected is judged
    /// by its detection limit in mg/L, which no saturation of 90 % goes with.
    pub(super) fn oxygen(
        &mut self,
        standard: Gb3838,
        item: &WaterItem,
        known: Known,
        saturation: Option<Fraction>,
    ) {
        let mut alternative = standard.items().iter().filter(|item| item.role == Role::Alternative);
        let limit = alternative.next().and_then(|row| Some((row, row.limit(WaterClass::I)?)));
        let (Some((row, limit)), false) = (limit, known.comparison == Comparison::BelowDetectionLimit) else {
            return self.item(item, known);
        };
        let other = known.number.grade(item, WaterClass::II).unwrap_or(WaterGrade::WorseThanV);
        let is_met = saturation.map(|percent| percent >= limit.value.to_fraction());
        let indicator = item.indicator;
        let (best, worst) = match is_met {
            Some(true) => (WaterGrade::I, WaterGrade::I),
            Some(false) => (other, other),
            None => (WaterGrade::I, other),
        };
        self.graded(item, known, Assessed { indicator, best, worst, open: Open::Saturation });
        if let (Some(percent), Some(met)) = (saturation, is_met) {
            self.findings.extend(saturation_finding(row, limit, percent, met));
        }
        self.notes.push(Note::Reading {
            word: "溶解氧I类限值",
            word_en: "class I of dissolved oxygen",
            zh: "饱和率90%；由水温推算时，饱和浓度为468/(31.6+T)，按海平面计",
            en: "a saturation of 90 %; by the temperature, 468 / (31.6 + T) mg/L saturate water at sea level",
        });
    }

    /// An item that was not detected, without a detection limit.
    pub(super) fn not_detected(&mut self, item: &WaterItem) {
        let (indicator, best, worst) = (item.indicator, WaterGrade::I, WaterGrade::WorseThanV);
        if item.role == Role::Assessed {
            self.assessed.push(Assessed { indicator, best, worst, open: Open::NotDetected(None) });
        }
        self.notes.push(Note::NoDetectionLimit(indicator));
    }

    fn graded(&mut self, item: &WaterItem, known: Known, grades: Assessed) {
        let Assessed { indicator, best: grade, worst, .. } = grades;
        let is_one = grade == worst;
        let multiple = (is_one && grade > WaterGrade::III)
            .then(|| exceedance_multiple(item, known.number.to_fraction()))
            .flatten();
        let reference_only = item.role != Role::Assessed;
        self.findings.push(Finding {
            indicator,
            statistic: None,
            given: known.given,
            compared: known.compared,
            comparison: known.comparison,
            judgement: if is_one {
                let class_iii = item.limit(WaterClass::III);
                Judgement::WaterGrade { grade, class_iii, multiple, reference_only }
            } else {
                Judgement::WaterGrades { best: grade, worst, reference_only }
            },
            citation: item.citation,
            confirmation: item.confirmation.max(known.confirmation),
        });
        if (grade == WaterGrade::I || grade == WaterGrade::WorseThanV) && is_unit_doubtful(item, known) {
            self.notes.push(Note::UnitDoubtful { indicator, given: known.given });
        }
        if reference_only {
            return;
        }
        if is_one && grade > WaterGrade::III {
            let first = priority(item, self.options.heavy_metals);
            self.over.push((first, MainPollutant { indicator, grade, multiple }));
        }
        self.assessed.push(grades);
    }

    /// The section is what its worst item is, if that is no better than what any other may be.
    pub(super) fn verdict(mut self) -> Verdict<SurfaceWater> {
        let assessed = &self.assessed;
        let outcome = match assessed.iter().map(|item| item.best).max() {
            None => Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]),
            Some(grade) if assessed.iter().any(|item| item.worst > grade) => Outcome::Undetermined(
                assessed.iter().filter(|item| item.worst > grade).map(Assessed::reason).collect(),
            ),
            Some(grade) => {
                let deciding = assessed.iter().filter(|item| item.best == grade);
                let deciding = deciding.map(|item| item.indicator).collect();
                let main = first_three(self.over, self.options.heavy_metals, &mut self.notes);
                Outcome::Determined(SurfaceWater { grade, deciding, main })
            }
        };
        Verdict { outcome, findings: self.findings, notes: self.notes }
    }
}

/// The saturation beside its limit, with as many digits as leave it on its side.
fn saturation_finding(row: &WaterItem, limit: Quantity, percent: Fraction, met: bool) -> Option<Finding> {
    let alike = |places| {
        let shown = percent.round(places, Rounding::HalfEven).ok()?;
        (Relation::AtLeast.holds(shown.cmp(&limit.value)) == met).then_some(shown)
    };
    let shown = Quantity::new((1..=18).find_map(alike)?, row.unit);
    Some(Finding {
        indicator: row.indicator,
        statistic: None,
        given: shown,
        compared: shown,
        comparison: Comparison::FullValue,
        judgement: Judgement::Limit { limit, relation: Relation::AtLeast, met, multiple: None },
        citation: row.citation,
        confirmation: row.confirmation,
    })
}

/// Whether the unit may have been mistaken, mg/L for µg/L or the reverse: a value above a hundred times the limit of class
/// V, or above 0 and below a thousandth of that of class I. The bounds are ours (grade C) and decide nothing.
fn is_unit_doubtful(item: &WaterItem, known: Known) -> bool {
    let WaterLimits::Each { relation: Relation::AtMost, limits: [Some(strictest), .., Some(laxest)] } =
        item.limits
    else {
        return false;
    };
    let scaled = |limit: Decimal, factor, places| {
        let mantissa = limit.mantissa().checked_mul(factor)?;
        Decimal::try_new(mantissa, limit.places().checked_add(places)?).ok()
    };
    let is_above = || scaled(laxest, 100, 0).is_some_and(|above| known.number.order(above).is_gt());
    let is_below = || {
        let below = scaled(strictest, 1, 3).is_some_and(|below| known.number.order(below).is_lt());
        below && known.number.order(Decimal::ZERO).is_gt()
    };
    item.unit == Unit::MG_PER_L
        && known.comparison != Comparison::BelowDetectionLimit
        && (is_above() || is_below())
}
