//! One section or point (断面、点位): the worst of its items.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{Indicator, Lang, Note, Phrase, Verdict, WaterBody, WaterGrade};
use eqs_standards::gb3838::{Gb3838, Role, WaterItem};

use super::found::Found;
use super::main_pollutant::{MainPollutant, write_main};
use super::number::Known;
use super::options::{OxygenReading, WaterOptions};
use super::oxygen;
use super::sample::{SurfaceWaterError, check};
use super::value::WaterValue;

/// The judgement of one section or point.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct SurfaceWater {
    /// The worst grade of the assessed items.
    pub grade: WaterGrade,
    /// The items that have this grade, in the order of the table.
    pub deciding: Vec<Indicator>,
    /// The main pollution indicators (主要污染指标), at most three; none for class III and better.
    pub main: Vec<MainPollutant>,
}

/// The class of a sample of one section or point, by the worst of its assessed items (环办〔2011〕22号 二(一)1).
///
/// A sample has a [`Quantity`](eqs_core::Quantity), a [`Measured`](eqs_core::Measured) or a [`WaterValue`] for each item. The 21 assessed
/// items of table 1 set the class; total nitrogen (lakes), faecal coliforms and the second
/// reading of dissolved oxygen (saturation) are reported beside it, water temperature and the total nitrogen of
/// rivers are not assessed and noted. Full values are compared. Items that exceed class III are listed as main
/// pollution indicators where the section is worse than class III: cyanide and heavy metals first, then by
/// grade, then by multiple, at most three; items without a multiple (dissolved oxygen, pH) stand behind those
/// of the same grade that have one (our reading, noted), equal ones in the order of the table (our reading).
/// [`WaterOptions`] changes what may be read otherwise.
///
/// What was not detected is class I if its detection limit is not above that of class I; otherwise it is anything from
/// class I to the class of the detection limit (grade B), and the section is determined only if another item is no
/// better than that. A sample without any assessed item is undetermined.
///
/// # Errors
/// [`SurfaceWaterError`] for a value that is negative or cannot be, a unit that does not convert, an indicator that table
/// 1 does not have, an item given twice, and numbers with too many digits.
///
/// # Example
/// ```
/// use eqs_assess::surface_water::{WaterOptions, surface_water};
/// use eqs_core::{Indicator, Lang, Measured, Phrase, Quantity, Unit, WaterBody};
/// use eqs_standards::gb3838::Gb3838;
///
/// let standard = Gb3838::named("2002")?;
/// let sample = [
///     (Indicator::CODMN, Quantity::parse("13.2", Unit::MG_PER_L)?),
///     (Indicator::NH3_N, Quantity::parse("0.34", Unit::MG_PER_L)?),
/// ];
/// let verdict = surface_water(standard, WaterBody::River, &sample, WaterOptions::default())?;
/// let section = verdict.outcome.determined().unwrap();
/// assert_eq!(section.say(Lang::Zh).to_string(), "V类（中度污染），主要污染指标：高锰酸盐指数(1.20)");
///
/// let sample = [(Indicator::of("Hg"), Measured::parse("0.0002L", Unit::MG_PER_L)?.unwrap())];
/// let verdict = surface_water(standard, WaterBody::River, &sample, WaterOptions::default())?;
/// assert_eq!(
///     verdict.outcome.say(Lang::En).to_string(),
///     "undetermined (Hg not detected below 0.0002 mg/L: from class I to class IV)"
/// );
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn surface_water<V: Into<WaterValue> + Copy>(
    standard: Gb3838,
    body: WaterBody,
    sample: &[(Indicator, V)],
    options: WaterOptions,
) -> Result<Verdict<SurfaceWater>, SurfaceWaterError> {
    check(standard, sample)?;
    let value_of = |item: &WaterItem| {
        sample.iter().find(|(indicator, _)| *indicator == item.indicator).map(|(_, value)| (*value).into())
    };
    let by_saturation = options.oxygen == OxygenReading::Saturation
        && sample.iter().any(|(indicator, _)| *indicator == Indicator::DO);
    let mut found = Found::new(options, sample.len());
    for item in standard.items() {
        let Some(value) = value_of(item) else { continue };
        if !item.is_for(body) {
            if standard.item(item.indicator, body).is_none() {
                found.notes.push(Note::NotAssessed(item.indicator));
            }
            continue;
        }
        if by_saturation && item.role == Role::Alternative {
            continue; // it stands beside the oxygen in mg/L
        }
        let Some(known) = Known::of(standard, item, value, options.digits)? else {
            found.not_detected(item);
            continue;
        };
        if by_saturation && item.indicator == Indicator::DO {
            let saturation = oxygen::of_sample(standard, sample)?;
            found.oxygen(standard, item, known, saturation);
        } else {
            found.item(item, known);
        }
        if matches!(value, WaterValue::Mean { with_halves: true, .. }) {
            found.notes.push(Note::HalfDetectionLimit(item.indicator));
        }
    }
    Ok(found.verdict())
}

impl Phrase for SurfaceWater {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (grade, status) = (self.grade.say(lang), self.grade.status());
        let status = status.say(lang);
        write!(f, "{grade}{}{status}{}", lang.pick("（", " ("), lang.pick("）", ")"))?;
        write_main(&self.main, lang, f)
    }
}
