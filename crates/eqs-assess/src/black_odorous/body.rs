//! The degree of a water body and of its stretches, from its monitoring points.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Clause, Lang, Outcome, Phrase, Reason, Verdict};
use eqs_standards::black_odorous::BlackOdorousWater;

use super::point::too_few;
use super::reading::Degree;
use super::share::HeavyShare;

/// The share of heavy points that makes a water body heavy.
const SHARE: [u8; 1] = [60];

/// How many consecutive heavy points make a heavy stretch.
const CONSECUTIVE: usize = 3;

/// The degree of a water body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct BlackOdorousBody {
    /// The degree of the whole.
    pub degree: Degree,
    /// The stretches that are heavy, where the whole is not.
    pub heavy_stretches: Vec<Stretch>,
}

/// A stretch between two monitoring points, counted from 1 along the water.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Stretch {
    /// The first point.
    pub first: usize,
    /// The last point.
    pub last: usize,
}

/// The degree of a water body by its points, in their order along the water: heavy if at least 60 % of the points are,
/// otherwise light, with the stretches between three or more consecutive heavy points.
///
/// Our reading: a water body of which no point has either degree is not black and odorous. Fewer than three points are
/// noted (grade B); none at all is undetermined.
///
/// # Example
/// ```
/// use eqs_assess::black_odorous::Degree::{Heavy, Light};
/// use eqs_assess::black_odorous::water_body;
/// use eqs_core::{Lang, Phrase};
/// use eqs_standards::black_odorous::BlackOdorousWater;
///
/// let points = [Light, Heavy, Heavy, Heavy, Light, Light];
/// let verdict = water_body(BlackOdorousWater::named("2015")?, &points);
/// assert_eq!(
///     verdict.say(Lang::Zh).to_string(),
///     "轻度黑臭，第2至4点之间重度黑臭：6个监测点中3个为重度黑臭（城市黑臭水体整治工作指南 (2015) 全文）。"
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[must_use]
pub fn water_body(guideline: BlackOdorousWater, points: &[Degree]) -> Verdict<BlackOdorousBody, HeavyShare> {
    let citation = guideline.edition().cite(Clause::Whole);
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let all = count(points.len());
    let heavy = count(points.iter().filter(|degree| **degree == Degree::Heavy).count());
    let share = HeavyShare::new(None, (heavy, all), &SHARE, citation);
    let outcome = match points.iter().max() {
        None => Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]),
        Some(_) if share.reached.is_some() => {
            Outcome::Determined(BlackOdorousBody { degree: Degree::Heavy, heavy_stretches: Vec::new() })
        }
        Some(worst) => Outcome::Determined(BlackOdorousBody {
            degree: (*worst).min(Degree::Light),
            heavy_stretches: heavy_stretches(points),
        }),
    };
    let is_undetermined = outcome.determined().is_none();
    let findings = if is_undetermined { Vec::new() } else { alloc::vec![share] };
    let notes = too_few("监测点数", "monitoring points", all, citation).filter(|_| !is_undetermined);
    Verdict { outcome, findings, notes: notes.into_iter().collect() }
}

fn heavy_stretches(points: &[Degree]) -> Vec<Stretch> {
    let mut end = 0_usize;
    let runs = points.chunk_by(|one, next| one == next).map(|run| {
        let first = end.saturating_add(1);
        end = end.saturating_add(run.len());
        (run, Stretch { first, last: end })
    });
    let is_heavy = |run: &[Degree]| run.len() >= CONSECUTIVE && run.first() == Some(&Degree::Heavy);
    runs.filter(|(run, _)| is_heavy(run)).map(|(_, stretch)| stretch).collect()
}

impl Phrase for BlackOdorousBody {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.degree.write(lang, f)?;
        for Stretch { first, last } in &self.heavy_stretches {
            match lang {
                Lang::Zh => write!(f, "，第{first}至{last}点之间重度黑臭")?,
                Lang::En => write!(f, ", heavily between points {first} and {last}")?,
            }
        }
        Ok(())
    }
}
