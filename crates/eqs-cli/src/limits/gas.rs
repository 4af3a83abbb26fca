//! Gases in parts per billion against limits in mass per volume of air.

use eqs::gb3095::{Gb3095, StateRule};
use eqs::{
    Citation, Edition, Fraction, GasConcentration, Indicator, Lang, Limit, Phrase as _, Quantity,
    ReferenceState, Rounding, Unit,
};
use serde::Serialize;

/// A mixing ratio as mass per volume, at the state of temperature and pressure that the limit is printed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Converted {
    /// Four significant digits, in the unit of the limit.
    pub(crate) quantity: Quantity,
    state: ReferenceState,
    citation: Citation,
    /// Not rounded.
    #[serde(skip)]
    pub(crate) number: Fraction,
}

/// Whether a unit is one of mixing ratios in air.
pub(crate) fn is_ratio(unit: Unit) -> bool {
    unit.converts_to(const { Unit::of("ppb") })
}

/// The state at which the concentrations of a limit are given; known for GB 3095 alone.
pub(crate) fn state(limit: &Limit) -> Option<StateRule> {
    let is_of_gb3095 = limit.edition.standard == "GB 3095";
    let standard = Gb3095::named(limit.edition.name).ok().filter(|_| is_of_gb3095);
    standard?.reference_state(limit.indicator)
}

impl Converted {
    /// `None` where the value is no mixing ratio, or there is no way from it to the unit of the limit.
    pub(crate) fn of(value: Quantity, limit: &Limit) -> Option<Self> {
        if !is_ratio(value.unit) || !limit.unit.converts_to(Unit::UG_PER_M3) {
            return None;
        }
        let StateRule { state, citation, .. } = state(limit)?;
        let micrograms = GasConcentration::from_mixing_ratio(limit.indicator, value, state).ok()?;
        let factor = limit.unit.factor().checked_div(Unit::UG_PER_M3.factor())?;
        let number = micrograms.checked_div(factor)?;
        let mut rounded = (0..=9).filter_map(|places| number.round(places, Rounding::HalfEven).ok());
        let rounded = rounded.find(|rounded| rounded.mantissa().unsigned_abs() >= 1000);
        let rounded = rounded.or_else(|| number.round(9, Rounding::HalfEven).ok())?;
        Some(Self { quantity: Quantity::new(rounded, limit.unit), state, citation, number })
    }
}

/// To what a value was converted, each state once.
pub(crate) fn notes(value: Quantity, converted: impl Iterator<Item = Converted>, lang: Lang) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for Converted { quantity, state, citation, .. } in converted {
        let (state, citation) = (state.say(lang), citation.say(lang));
        let note = match lang {
            Lang::Zh => format!("{value} ≈ {quantity}（{state}，{citation}）"),
            Lang::En => format!("{value} ≈ {quantity} at {state} ({citation})"),
        };
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// How concentrations are given in two editions of GB 3095, where that differs: those of an indicator, else of gases.
pub(crate) fn change(
    before: &Edition,
    after: &Edition,
    indicator: Option<Indicator>,
    lang: Lang,
) -> Option<String> {
    let state = |edition: &Edition| {
        let standard = Gb3095::named(edition.name).ok().filter(|_| edition.standard == "GB 3095")?;
        standard.reference_state(indicator.unwrap_or(Indicator::O3))
    };
    let (before, after) = (state(before)?, state(after)?);
    if before.state == after.state {
        return None;
    }
    let name = indicator
        .map_or_else(|| lang.pick("气态污染物", "gases").to_owned(), |own| own.say(lang).to_string());
    let say = |state: ReferenceState| match state.kelvin() {
        Some(_) => state.code().to_owned(),
        None => state.say(lang).to_string(),
    };
    let (citation, before, after) = (after.citation.say(lang), say(before.state), say(after.state));
    Some(match lang {
        Lang::Zh => format!("{name}：{before} → {after}（{citation}）；前后数值不能直接比较"),
        Lang::En => {
            format!(
                "{name}: {before} → {after} ({citation}): values before and after do not compare as they stand"
            )
        }
    })
}
