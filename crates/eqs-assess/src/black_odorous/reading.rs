//! The degree of one reading of the four indicators.

use alloc::vec::Vec;
use core::fmt;

use eqs_core::{
    Citation, Confirmation, Decimal, Indicator, Lang, Note, Outcome, Phrase, Quantity, Reason, Relation,
    Unit, Verdict,
};
use eqs_standards::Band;
use eqs_standards::black_odorous::{BlackOdorousItem, BlackOdorousWater};

use super::error::BlackOdorousError;

/// The transparency.
const SD: Indicator = Indicator::of("SD");

eqs_core::vocabulary! {
    /// How black and odorous water is, with what is not.
    pub enum Degree {
        /// Not black and odorous (未达黑臭).
        None = "none", "未达黑臭", "not black and odorous";
        /// Lightly (轻度黑臭).
        Light = "light", "轻度黑臭", "lightly black and odorous";
        /// Heavily (重度黑臭).
        Heavy = "heavy", "重度黑臭", "heavily black and odorous";
    }
}

/// One indicator of a reading held against the values of both degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct DegreeFinding {
    /// The indicator.
    pub indicator: Indicator,
    /// The value as given.
    pub given: Quantity,
    /// The value in the unit of the guideline.
    pub compared: Quantity,
    /// The values of the light degree; for the transparency of shallow water those by its depth.
    pub light: Band,
    /// The values of the heavy degree.
    pub heavy: Band,
    /// The degree.
    pub degree: Degree,
    /// Where it is laid down.
    pub citation: Citation,
    /// How well the values are confirmed, or the end of the light degree where the value lies on it, or the rule for shallow
    /// water.
    pub confirmation: Confirmation,
}

/// The degree of one reading: the worst of its indicators.
///
/// The inner ends of the light degree belong to it (10 cm, 0.2 mg/L, −200 mV, 15 mg/L), its outer ends do not: 25 cm,
/// 2.0 mg/L and 8.0 mg/L by one program (grade B), 50 mV by analogy (grade C, noted).
///
/// In water shallower than 25 cm 40 % of the depth stands for the 10 cm, and the depth for the 25 cm, so that water that is
/// clear to its bottom is not black and odorous (grade B, noted); water of exactly 25 cm has the same ends either way. A
/// transparency below 25 cm without a depth is taken as one of deeper water, and noted.
///
/// A reading without any indicator is undetermined.
///
/// # Errors
/// [`BlackOdorousError`] for a negative value, a unit that does not convert, an indicator that is none of the four or
/// is given twice, and a depth that is not above 0.
///
/// # Example
/// ```
/// use eqs_assess::black_odorous::{Degree, reading};
/// use eqs_core::{Indicator, Quantity, Unit};
/// use eqs_standards::black_odorous::BlackOdorousWater;
///
/// let guideline = BlackOdorousWater::named("2015")?;
/// let cm = |text| Quantity::parse(text, Unit::of("cm"));
/// let degree = |transparency, depth| {
///     let verdict = reading(guideline, &[(Indicator::of("SD"), transparency)], Some(depth));
///     verdict.map(|verdict| verdict.outcome.determined().copied())
/// };
/// assert_eq!(degree(cm("9")?, cm("100")?)?, Some(Degree::Heavy));
/// assert_eq!(degree(cm("9")?, cm("20")?)?, Some(Degree::Light)); // 8 cm and more of 20 cm
/// assert!(degree(cm("-1")?, cm("100")?).is_err());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
pub fn reading(
    guideline: BlackOdorousWater,
    values: &[(Indicator, Quantity)],
    depth: Option<Quantity>,
) -> Result<Verdict<Degree, DegreeFinding>, BlackOdorousError> {
    let depth = depth.map(in_centimetres).transpose()?;
    for (at, (indicator, _)) in values.iter().enumerate() {
        if guideline.item(*indicator).is_none() {
            return Err(BlackOdorousError::NotInTable(*indicator));
        }
        if values.iter().take(at).any(|(earlier, _)| earlier == indicator) {
            return Err(BlackOdorousError::Twice(*indicator));
        }
    }
    let (mut findings, mut notes) = (Vec::with_capacity(values.len()), Vec::new());
    for item in guideline.items() {
        let value = values.iter().find(|(indicator, _)| *indicator == item.indicator);
        if let Some((_, given)) = value {
            let finding = finding(item, *given, depth)?;
            notes.extend(note(item, &finding, depth));
            findings.push(finding);
        }
    }
    let outcome = match findings.iter().map(|finding| finding.degree).max() {
        Some(worst) => Outcome::Determined(worst),
        None => Outcome::Undetermined(alloc::vec![Reason::NothingAssessed]),
    };
    Ok(Verdict { outcome, findings, notes })
}

fn in_centimetres(depth: Quantity) -> Result<Decimal, BlackOdorousError> {
    let impossible = BlackOdorousError::Depth(depth);
    let depth = depth.convert_to(Unit::of("cm")).map_err(|_| impossible)?.value;
    if depth.is_negative() || depth.is_zero() { Err(impossible) } else { Ok(depth) }
}

fn finding(
    item: &BlackOdorousItem,
    given: Quantity,
    depth: Option<Decimal>,
) -> Result<DegreeFinding, BlackOdorousError> {
    let indicator = item.indicator;
    if given.value.is_negative() && given.unit.kind() != "electric potential" {
        return Err(BlackOdorousError::Negative { indicator, given });
    }
    let compared =
        given.convert_to(item.unit).map_err(|error| BlackOdorousError::Unit { indicator, error })?;
    let (light, heavy, rule) = match depth.filter(|depth| is_shallow(item, *depth)) {
        Some(depth) => {
            let part = depth.to_fraction().checked_mul(Decimal::new(4, 1).to_fraction());
            let line = part.and_then(eqs_core::Fraction::to_decimal);
            let line = line.ok_or(BlackOdorousError::Depth(Quantity::new(depth, item.unit)))?;
            let light = Band::between(line, true, depth, false);
            (light, Band::of(Relation::Below, line), Confirmation::B)
        }
        None => (item.light, item.heavy, Confirmation::A),
    };
    let edge = if is_outer_end(item, compared.value) { item.edge_confirmation } else { Confirmation::A };
    let degree = if heavy.contains(compared.value) {
        Degree::Heavy
    } else if light.contains(compared.value) {
        Degree::Light
    } else {
        Degree::None
    };
    let confirmation = item.confirmation.max(rule).max(edge);
    Ok(DegreeFinding {
        indicator,
        given,
        compared,
        light,
        heavy,
        degree,
        citation: item.citation,
        confirmation,
    })
}

/// Whether the depth sets the ends of the transparency: below the 25 cm of the table.
fn is_shallow(item: &BlackOdorousItem, depth: Decimal) -> bool {
    item.indicator == SD && item.light.high.is_some_and(|clear| depth < clear.value)
}

/// Whether the value is the end of the light degree towards good water.
fn is_outer_end(item: &BlackOdorousItem, value: Decimal) -> bool {
    let ends = [item.light.low, item.light.high].into_iter().flatten();
    ends.filter(|edge| !edge.included).any(|edge| edge.value == value)
}

/// What is to be said of a value where a reading of ours decides.
fn note(item: &BlackOdorousItem, finding: &DegreeFinding, depth: Option<Decimal>) -> Option<Note> {
    let value = finding.compared.value;
    match depth {
        Some(depth) if is_shallow(item, depth) => Some(Note::Reading {
            word: "水深不足25 cm时透明度按水深的40%取值",
            word_en: "in water shallower than 25 cm 40 % of the depth",
            zh: "以水深的40%代替10 cm，以水深代替25 cm",
            en: "40 % of the depth stands for 10 cm, and the depth for 25 cm",
        }),
        None if is_shallow(item, value) => Some(Note::Reading {
            word: "透明度",
            word_en: "transparency",
            zh: "未给出水深，按不浅于25 cm判定",
            en: "no depth is given, that of water of 25 cm or deeper",
        }),
        _ if item.edge_confirmation == Confirmation::C && is_outer_end(item, value) => Some(Note::Reading {
            word: "-200–50 mV",
            word_en: "-200–50 mV",
            zh: "不含50 mV",
            en: "without 50 mV itself",
        }),
        _ => None,
    }
}

impl Phrase for DegreeFinding {
    fn write(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (indicator, given, degree) =
            (self.indicator.say(lang), self.given.say(lang), self.degree.say(lang));
        write!(f, "{indicator}{}{given}", lang.pick("", " "))?;
        if self.given != self.compared {
            write!(f, "{}{}", lang.pick("，即", ", that is "), self.compared.say(lang))?;
        }
        let (light, heavy, citation) = (self.light, self.heavy, self.citation.say(lang));
        match lang {
            Lang::Zh => write!(f, "，{degree}（轻度{light}，重度{heavy}；{citation}")?,
            Lang::En => write!(f, ", {degree} (light {light}; heavy {heavy}; {citation}")?,
        }
        if self.confirmation != Confirmation::A {
            let grade = self.confirmation;
            write!(f, "{}{grade}", lang.pick("；确认等级", "; confirmation grade "))?;
        }
        f.write_str(lang.pick("）", ")"))
    }
}
