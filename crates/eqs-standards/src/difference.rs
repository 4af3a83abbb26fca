//! What changes between two editions, and what begins or ends within a span of days.

use alloc::vec::Vec;

use eqs_core::{AirTier, Edition, NaiveDate};

use crate::limit::Limit;
use crate::scope::Scope;
use crate::standard::{STANDARDS, Standard};

/// A limit that differs between two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Difference {
    /// The limit of the earlier edition; `None` if it has none.
    pub before: Option<Limit>,
    /// The limit of the later edition; `None` if it has none.
    pub after: Option<Limit>,
    /// What became of it.
    pub kind: DifferenceKind,
}

eqs_core::vocabulary! {
    /// What became of a limit from one edition to another.
    pub enum DifferenceKind {
        /// A new limit.
        Added = "added", "新增", "added";
        /// No longer a limit.
        Removed = "removed", "取消", "removed";
        /// Stricter.
        Tightened = "tightened", "加严", "tightened";
        /// Laxer.
        Relaxed = "relaxed", "放宽", "relaxed";
        /// Changed without a stricter side: another force, another form.
        Changed = "changed", "变更", "changed";
    }
}

/// What changes from one edition or stage to another, in the order of the tables; values that are equal in different
/// units are not different.
///
/// Limits are matched by indicator and scope, a limit for every grade with that of each. What is compared are the
/// printed values: that the amendment of 2018 gives the same number to gases at another temperature is not seen here
/// ([`Gb3095::reference_state`](crate::gb3095::Gb3095::reference_state)).
///
/// # Example
/// ```
/// use eqs_core::Lang;
/// use eqs_standards::{DifferenceKind, difference, gb3095::Gb3095};
///
/// let [transition, last] = ["2026 transition", "2026 final"].map(|name| Gb3095::named(name).unwrap().edition());
/// let changes = difference(transition, last);
/// assert!(changes.iter().all(|change| change.kind == DifferenceKind::Tightened));
/// assert_eq!(changes[0].before.unwrap().value().unwrap().to_string(), "60 µg/m³");
/// assert_eq!(changes[0].after.unwrap().value().unwrap().to_string(), "20 µg/m³");
/// ```
#[must_use]
pub fn difference(before: &'static Edition, after: &'static Edition) -> Vec<Difference> {
    let limits = |edition| -> Vec<Limit> {
        Standard::of(edition).map_or_else(Vec::new, |standard| standard.limits(edition).collect())
    };
    let (before, after) = (limits(before), limits(after));
    let changed = before.iter().flat_map(|old| {
        let mut successors = after.iter().filter(|new| speaks_of_the_same(old, new)).peekable();
        let removed = successors.peek().is_none().then_some(None);
        let successors = successors.map(Some).chain(removed);
        successors.filter_map(|new| {
            let kind = kind(old, new)?;
            Some(Difference { before: Some(*old), after: new.copied(), kind })
        })
    });
    let added = after.iter().filter(|new| !before.iter().any(|old| speaks_of_the_same(old, new)));
    let added = added.map(|new| Difference { before: None, after: Some(*new), kind: DifferenceKind::Added });
    changed.chain(added).collect()
}

/// Whether two limits are for the same thing; a limit for every grade is one for each.
fn speaks_of_the_same(one: &Limit, other: &Limit) -> bool {
    let is_same_scope = match (one.scope, other.scope) {
        (
            Scope::Air { averaging, tier: AirTier::Every },
            Scope::Air { averaging: own, tier: AirTier::One | AirTier::Two | AirTier::Three },
        )
        | (
            Scope::Air { averaging, tier: AirTier::One | AirTier::Two | AirTier::Three },
            Scope::Air { averaging: own, tier: AirTier::Every },
        ) => averaging == own,
        (one, other) => one == other,
    };
    one.indicator == other.indicator && is_same_scope
}

fn kind(before: &Limit, after: Option<&Limit>) -> Option<DifferenceKind> {
    let Some(after) = after else { return Some(DifferenceKind::Removed) };
    match after.compare_strictness(before) {
        Some(order) if order.is_eq() => {
            (before.standing != after.standing).then_some(DifferenceKind::Changed)
        }
        Some(order) if order.is_lt() => Some(DifferenceKind::Tightened),
        Some(_) => Some(DifferenceKind::Relaxed),
        None if before.requirement == after.requirement && before.unit == after.unit => {
            (before.standing != after.standing).then_some(DifferenceKind::Changed)
        }
        None => Some(DifferenceKind::Changed),
    }
}

/// The first or the last day of an edition or stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Change {
    /// The day.
    pub day: NaiveDate,
    /// Whether the edition begins or ends.
    pub event: Event,
    /// The edition.
    pub edition: &'static Edition,
}

eqs_core::vocabulary! {
    /// What happens to an edition on a day.
    pub enum Event {
        /// The last day in force.
        Ends = "ends", "施行的最后一日", "last day in force";
        /// The first day in force.
        Begins = "begins", "自此日起施行", "first day in force";
    }
}

/// What ends or begins from `first` to `last`, both included, in the order of days.
///
/// # Example
/// ```
/// use eqs_core::NaiveDate;
/// use eqs_standards::{Event, changes_between};
///
/// let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
/// let changes = changes_between(day(2030, 1, 1), day(2031, 12, 31));
/// assert_eq!((changes[0].day, changes[0].event), (day(2030, 12, 31), Event::Ends));
/// assert_eq!(changes[0].edition.to_string(), "GB 3095-2026 transition");
/// assert_eq!((changes[1].day, changes[1].event), (day(2031, 1, 1), Event::Begins));
/// ```
#[must_use]
pub fn changes_between(first: NaiveDate, last: NaiveDate) -> Vec<Change> {
    let mut changes: Vec<Change> = STANDARDS
        .iter()
        .flat_map(|standard| standard.editions().iter().map(move |edition| (standard, edition)))
        .flat_map(|(standard, edition)| {
            let begins = Change { day: edition.first_day, event: Event::Begins, edition };
            let ends = standard.last_day(edition).map(|day| Change { day, event: Event::Ends, edition });
            core::iter::once(begins).chain(ends)
        })
        .filter(|change| (first..=last).contains(&change.day))
        .collect();
    changes.sort_by_key(|change| (change.day, change.event));
    changes
}
