//! What GB 3095 says beside its limits.

use eqs::gb3095::{Adoption, Gb3095, StateRule, ValidityRule};
use eqs::{Indicator, ReferenceState};
use serde::Serialize;

/// Rules and early adoptions.
#[derive(Debug, Serialize)]
pub(crate) struct AirRules {
    editions: Vec<OfEdition>,
    adoptions: &'static [Adoption],
}

#[derive(Debug, Serialize)]
struct OfEdition {
    edition: &'static str,
    reference_states: Vec<StateOf>,
    /// Table 4.
    validity: Vec<ValidityRule>,
}

#[derive(Debug, Serialize)]
struct StateOf {
    indicator: Indicator,
    /// In kelvin; `null` at the time of monitoring.
    kelvin: Option<eqs::Decimal>,
    #[serde(flatten)]
    rule: StateRule,
}

/// Those of all editions.
pub(super) fn rules() -> AirRules {
    let editions = Gb3095::all().map(|standard| OfEdition {
        edition: standard.edition().name,
        reference_states: Indicator::all()
            .filter_map(|indicator| {
                let rule = standard.reference_state(indicator)?;
                Some(StateOf { indicator, kelvin: ReferenceState::kelvin(rule.state), rule })
            })
            .collect(),
        validity: standard.validity_rules().collect(),
    });
    AirRules { editions: editions.collect(), adoptions: Gb3095::adoptions() }
}
