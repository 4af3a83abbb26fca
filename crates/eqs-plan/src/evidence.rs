//! [`Evidence`]: the observations that may decide a target, one figure a year.

#![expect(clippy::result_large_err, reason = "a reason is made once and moved into the verdict")]

use alloc::vec::Vec;
use core::borrow::Borrow;

use eqs_core::{
    Bound, Comparison, Decimal, Fraction, Interval, NaiveDate, Note, Observation, Period, Quantity, Reason,
    Statistic,
};

use crate::levels::in_levels;
use crate::rank::{is_ranked, ranks};
use crate::target::{Base, Target, ends_year, year};

/// The observations of a target's place, indicator and statistic for complete years up to the due year, those before
/// the plan included: they are bases and never decide.
///
/// They are sorted, so that their order never matters.
pub(crate) struct Evidence {
    /// In the unit of the figures.
    target: Target,
    /// Whether the target asks for a change and the figures are levels.
    has_levels: bool,
    entries: Vec<Entry>,
    /// The figures behind ranks that were worked out, by year.
    ranked: Vec<(u16, Note)>,
    last: u16,
}

/// What all observations of one year say together.
#[derive(Clone)]
pub(crate) struct Figure {
    /// The first of them, in printed unit and places.
    pub(crate) given: Quantity,
    /// The same in the unit of the target; as given if that has no finite decimal.
    pub(crate) compared: Quantity,
    /// How it has to be compared.
    pub(crate) comparison: Comparison,
    /// What they say for certain.
    pub(crate) certain: Interval,
    /// Each different one of them.
    pub(crate) used: Vec<Note>,
}

/// One observation; ordered so that figures themselves come first and approximations last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    year: u16,
    is_approximate: bool,
    bound: Bound,
    value: Decimal,
    high: Option<Decimal>,
    unit: eqs_core::Unit,
    places: u8,
    period: Period,
}

impl Evidence {
    /// Keeps what may decide `target` on `day`, and what came before.
    pub(crate) fn new<'a, O: Borrow<Observation<'a>>>(
        target: &Target,
        observations: impl IntoIterator<Item = O>,
        day: NaiveDate,
    ) -> Self {
        let observations: Vec<O> = observations.into_iter().collect();
        let levels = in_levels(target, &observations);
        let target = levels.unwrap_or(*target);
        let read = observations.iter().filter_map(|observation| Entry::new(&target, observation.borrow()));
        let (entries, ranked) = if is_ranked(&target) {
            let own = read.filter(|entry| entry.unit != target.unit).map(|entry| (entry.year, entry.note()));
            let ranked = own.collect();
            let ranks = ranks(&target, observations.iter().map(Borrow::borrow));
            (ranks.iter().filter_map(|rank| Entry::new(&target, rank)).collect(), ranked)
        } else {
            (read.collect::<Vec<Entry>>(), Vec::new())
        };
        let mut entries: Vec<Entry> = entries
            .into_iter()
            .filter(|entry| entry.year <= last_complete_year(day))
            .filter(|entry| target.due_year().is_none_or(|due| entry.year <= due))
            .collect();
        entries.sort_unstable();
        let last = last_complete_year(day);
        let last = target.due_year().map_or(last, |due| due.min(last));
        Self { target, has_levels: levels.is_some(), entries, ranked, last }
    }

    /// Whether the target asks for a change and the figures are levels of single years.
    pub(crate) const fn has_levels(&self) -> bool {
        self.has_levels
    }

    /// The last year that is over on the day and may have a figure.
    pub(crate) const fn last(&self) -> u16 {
        self.last
    }

    /// The years within the plan that have a figure, in order.
    pub(crate) fn years(&self) -> Vec<u16> {
        let years = self.entries.iter().map(|entry| entry.year);
        let mut years: Vec<u16> = years.filter(|year| *year >= self.target.first_year).collect();
        years.dedup();
        years
    }

    /// What the observations of `year` say together.
    ///
    /// # Errors
    /// - [`Reason::NoObservation`] if there is none;
    /// - [`Reason::WrongUnit`] if one does not convert to the unit of the target;
    /// - [`Reason::Conflict`] if two have no value in common. An approximation (约) agrees with a figure that
    ///   leaves its printed value open.
    pub(crate) fn figure(&self, year: u16) -> Result<Figure, Reason> {
        self.figure_of(year, |_| true)
    }

    /// The same of those observations that speak of one year only.
    pub(crate) fn of_one_year(&self, year: u16) -> Result<Figure, Reason> {
        self.figure_of(year, |period| matches!(period, Period::Year(_)))
    }

    /// The same of those observations that speak of all years of the plan up to this one.
    pub(crate) fn of_all_years(&self, year: u16) -> Result<Figure, Reason> {
        self.figure_of(year, |period| !matches!(period, Period::Year(_)))
    }

    fn figure_of(&self, year: u16, counts: impl Fn(Period) -> bool) -> Result<Figure, Reason> {
        let entries = self.entries.iter().filter(|entry| entry.year == year && counts(entry.period));
        let first = entries.clone().next().ok_or_else(|| self.missing(Some(year)))?;
        let mut figure = Figure {
            given: first.quantity(),
            compared: first.quantity().convert_to(self.target.unit).unwrap_or(first.quantity()),
            comparison: match (first.bound, first.high) {
                (Bound::Exact, None) => Comparison::FullValue,
                (bound, high) => Comparison::Bounded { bound, high },
            },
            certain: Interval::ALL,
            used: Vec::new(),
        };
        let mut earlier: Vec<(Quantity, Interval)> = Vec::new();
        for entry in entries {
            let (given, needed) = (entry.quantity(), self.target.unit);
            let (low, high) = entry.ends(needed).ok_or(Reason::WrongUnit { given, needed })?;
            if entry.is_impossible(&self.target, low, high) {
                return Err(Reason::Impossible(given));
            }
            if low > high {
                let other = Quantity::new(entry.high.unwrap_or(entry.value), entry.unit);
                return Err(Reason::Conflict { one: given, other });
            }
            let certain = Interval::certain(low, high, entry.bound);
            let said = if entry.is_approximate { Interval::between(low, high) } else { certain };
            if let Some((one, _)) = earlier.iter().find(|(_, other)| other.intersection(said).is_empty()) {
                return Err(Reason::Conflict { one: *one, other: given });
            }
            earlier.push((given, said));
            figure.certain = figure.certain.intersection(certain);
            if !figure.used.contains(&entry.note()) {
                figure.used.push(entry.note());
            }
        }
        let ranked = self.ranked.iter().filter(|(of, _)| *of == year).map(|(_, note)| *note);
        figure.used.splice(0..0, ranked);
        Ok(figure)
    }

    /// The highest of what the figures of the years up to this one say at least, in the unit of the target: the peak is
    /// no lower.
    ///
    /// # Errors
    /// Those of [`Evidence::figure`] of any of these years.
    pub(crate) fn peak(&self, through: u16) -> Result<Option<(Quantity, Vec<Note>)>, Reason> {
        let mut years: Vec<u16> = self.entries.iter().map(|entry| entry.year).collect();
        years.retain(|year| *year <= through);
        years.dedup();
        let mut peak: Option<(Quantity, Vec<Note>)> = None;
        for year in years {
            let figure = self.figure(year)?;
            let lowest = figure.certain.low().and_then(|low| low.value.to_decimal());
            let Some(lowest) = lowest else { continue };
            if peak.as_ref().is_none_or(|(peak, _)| peak.value.compare(lowest).is_lt()) {
                peak = Some((Quantity::new(lowest, self.target.unit), figure.used));
            }
        }
        Ok(peak)
    }

    /// The reason that a year, or any year, has no figure.
    pub(crate) const fn missing(&self, year: Option<u16>) -> Reason {
        missing(&self.target, year)
    }
}

/// The reason that a year, or any year, has no figure of the target.
pub(crate) const fn missing(target: &Target, year: Option<u16>) -> Reason {
    Reason::NoObservation {
        indicator: target.indicator,
        statistic: target.statistic,
        place: target.observed_at,
        year,
    }
}

impl Entry {
    fn new(target: &Target, observation: &Observation<'_>) -> Option<Self> {
        let wanted = (target.observed_at, target.indicator, target.statistic);
        if (observation.place, observation.indicator, observation.statistic) != wanted {
            return None;
        }
        Some(Self {
            year: decided_year(target, observation.period)?,
            is_approximate: observation.bound == Bound::About,
            bound: observation.bound,
            value: observation.quantity.value,
            high: observation.high,
            unit: observation.quantity.unit,
            places: observation.quantity.value.places(),
            period: observation.period,
        })
    }

    const fn quantity(&self) -> Quantity {
        Quantity::new(self.value, self.unit)
    }

    const fn note(&self) -> Note {
        Note::Used { period: self.period, quantity: self.quantity(), high: self.high, bound: self.bound }
    }

    /// Whether the figure is negative, which only a change may be, or a share above 100 %. A level in per cent of a
    /// base year is no share.
    fn is_impossible(&self, target: &Target, low: Fraction, high: Fraction) -> bool {
        let is_change = matches!(target.statistic, Statistic::CumulativeChange | Statistic::AnnualRate);
        let is_level = target.comparator.is_change() && target.base != Some(Base::Peak);
        let is_share = self.unit.kind() == eqs_core::Unit::PERCENT.kind() && !is_level;
        !is_change && (low.is_negative() || (is_share && low.max(high) > Fraction::from(100)))
    }

    /// Both ends in `unit`, exactly; `None` if the unit is of another kind.
    fn ends(&self, unit: eqs_core::Unit) -> Option<(Fraction, Fraction)> {
        self.quantity().check_unit(unit).ok()?;
        let factor = self.unit.factor().checked_div(unit.factor())?;
        let end = |value: Decimal| value.to_fraction().checked_mul(factor);
        Some((end(self.value)?, end(self.high.unwrap_or(self.value))?))
    }
}

/// The last year that is over on `day`, its last day included.
fn last_complete_year(day: NaiveDate) -> u16 {
    if ends_year(day) { year(day) } else { year(day).saturating_sub(1) }
}

/// The year of which a figure of `period` speaks: a calendar year, be it before the plan, or for a cumulative
/// statistic the last year of a span that begins with the plan, or behind the base year of a change.
fn decided_year(target: &Target, period: Period) -> Option<u16> {
    let begins = match target.statistic {
        Statistic::CumulativeChange => {
            target.base_year().map_or(target.first_year, |base| base.saturating_add(1))
        }
        _ => target.first_year,
    };
    let is_cumulative = matches!(target.statistic, Statistic::CumulativeChange | Statistic::CumulativeTotal);
    match period {
        Period::Year(year) if Some(year) == target.base_year() => Some(year),
        Period::Years(first, last) if is_cumulative || target.adds_up() => (first == begins).then_some(last),
        Period::Year(year) if is_cumulative => (year == begins).then_some(year),
        Period::Year(year) => Some(year),
        _ => None,
    }
}
