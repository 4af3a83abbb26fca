//! The degree of a monitoring point, from its readings.

use alloc::vec::Vec;

use eqs_core::{Citation, Clause, Confirmation, Indicator, Note, Outcome, Reason, Verdict};
use eqs_standards::black_odorous::BlackOdorousWater;

use super::error::BlackOdorousError;
use super::reading::{Degree, DegreeFinding};
use super::share::HeavyShare;

/// The share of heavy readings of one indicator that makes a point heavy, and that of two or more.
const SHARES: [u8; 2] = [60, 30];

/// How many rounds of monitoring there should be, and how many points (grade B).
const LEAST: u32 = 3;

/// How many readings of an indicator at a point have which degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Tally {
    /// The indicator.
    pub indicator: Indicator,
    /// Readings that are not black and odorous.
    pub none: u32,
    /// Readings of the light degree.
    pub light: u32,
    /// Readings of the heavy degree.
    pub heavy: u32,
}

impl Tally {
    /// Counts the findings of all readings at a point.
    #[must_use]
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a DegreeFinding>) -> Vec<Self> {
        let mut tallies: Vec<Self> = Vec::new();
        for &DegreeFinding { indicator, degree, .. } in findings {
            let at = tallies.iter().position(|tally| tally.indicator == indicator);
            let at = at.unwrap_or_else(|| {
                tallies.push(Self { indicator, none: 0, light: 0, heavy: 0 });
                tallies.len().saturating_sub(1)
            });
            if let Some(tally) = tallies.get_mut(at) {
                let count = match degree {
                    Degree::None => &mut tally.none,
                    Degree::Light => &mut tally.light,
                    Degree::Heavy => &mut tally.heavy,
                };
                *count = count.saturating_add(1);
            }
        }
        tallies
    }

    /// The number of readings.
    #[must_use]
    pub const fn readings(self) -> u32 {
        self.none.saturating_add(self.light).saturating_add(self.heavy)
    }
}

/// The degree of a monitoring point: heavy if at least 60 % of the readings of one indicator are, or at least 30 % of those
/// of two or more; otherwise light.
///
/// The guideline speaks of water that is black and odorous. Our reading: a point of which no reading has either degree is
/// not. Fewer than three readings of an indicator, one a round, are noted (grade B); a point without any is undetermined.
///
/// # Errors
/// [`BlackOdorousError`] for an indicator that is none of the four or is given twice.
///
/// # Example
/// ```
/// use eqs_assess::black_odorous::{Degree, Tally, point};
/// use eqs_core::Indicator;
/// use eqs_standards::black_odorous::BlackOdorousWater;
///
/// let guideline = BlackOdorousWater::named("2015")?;
/// let oxygen = Tally { indicator: Indicator::DO, none: 0, light: 7, heavy: 3 };
/// let ammonia = Tally { indicator: Indicator::NH3_N, none: 2, light: 5, heavy: 3 };
/// assert_eq!(point(guideline, &[oxygen])?.outcome.determined(), Some(&Degree::Light));
/// assert_eq!(point(guideline, &[oxygen, ammonia])?.outcome.determined(), Some(&Degree::Heavy));
/// assert!(point(guideline, &[oxygen, oxygen]).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn point(
    guideline: BlackOdorousWater,
    tallies: &[Tally],
) -> Result<Verdict<Degree, HeavyShare>, BlackOdorousError> {
    for (at, Tally { indicator, .. }) in tallies.iter().enumerate() {
        if guideline.item(*indicator).is_none() {
            return Err(BlackOdorousError::NotInTable(*indicator));
        }
        if tallies.iter().take(at).any(|earlier| earlier.indicator == *indicator) {
            return Err(BlackOdorousError::Twice(*indicator));
        }
    }
    let citation = guideline.edition().cite(Clause::Whole);
    let of_item = |indicator| tallies.iter().find(move |tally| tally.indicator == indicator);
    let counted: Vec<_> = guideline
        .items()
        .iter()
        .filter_map(|item| of_item(item.indicator))
        .filter(|tally| tally.readings() > 0)
        .collect();
    let Some(fewest) = counted.iter().map(|tally| tally.readings()).min() else {
        return Ok(Verdict {
            outcome: Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]),
            findings: Vec::new(),
            notes: Vec::new(),
        });
    };
    let share = |tally: &&Tally| {
        HeavyShare::new(Some(tally.indicator), (tally.heavy, tally.readings()), &SHARES, citation)
    };
    let findings: Vec<_> = counted.iter().map(share).collect();
    let is_one_enough = findings.iter().any(|share| share.reached == Some(60));
    let degree = if is_one_enough || findings.iter().filter(|share| share.reached.is_some()).count() >= 2 {
        Degree::Heavy
    } else if counted.iter().any(|tally| tally.none < tally.readings()) {
        Degree::Light
    } else {
        Degree::None
    };
    let notes = too_few("监测次数", "rounds of monitoring", fewest, citation).into_iter().collect();
    Ok(Verdict { outcome: Outcome::Determined(degree), findings, notes })
}

/// The note that there are fewer points or rounds than three.
pub(super) fn too_few(what: &'static str, what_en: &'static str, given: u32, rule: Citation) -> Option<Note> {
    let note = Note::TooFew { what, what_en, given, needed: LEAST, rule, confirmation: Confirmation::B };
    (given < LEAST).then_some(note)
}
