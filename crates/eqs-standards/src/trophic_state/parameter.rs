//! The parameters of the index: formula and correlation with chlorophyll a.

use eqs_core::table::Reader;
use eqs_core::{Confirmation, Decimal, Indicator, Unit};

use crate::reading::cell;

/// A parameter of TLI(Σ): TLI(j) = 10 (constant + factor · ln value), and how closely it goes with chlorophyll a.
///
/// # Example
/// ```
/// use eqs_core::Indicator;
/// use eqs_standards::trophic_state::TrophicStates;
///
/// let method = TrophicStates::named("2001")?;
/// let depth = method.parameter(Indicator::of("SD")).unwrap();
/// assert_eq!((depth.constant.to_string().as_str(), depth.factor.to_string().as_str()), ("5.118", "-1.94"));
/// assert_eq!(method.parameter(Indicator::PH).map(|row| row.indicator), None);
/// # Ok::<(), eqs_core::UnknownEdition>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrophicParameter {
    /// What is measured.
    pub indicator: Indicator,
    /// The unit that the formula takes. Chlorophyll a is printed in mg/m³ of water, which are µg/L.
    pub unit: Unit,
    /// The number that the logarithm is added to.
    pub constant: Decimal,
    /// The number that the natural logarithm is multiplied by.
    pub factor: Decimal,
    /// The correlation with chlorophyll a, r.
    pub r: Decimal,
    /// Its square as printed; exact.
    pub r_squared: Decimal,
    /// How well the row is confirmed.
    pub confirmation: Confirmation,
    /// The ids of the sources, separated by `;`.
    pub sources: &'static str,
    /// What else is to be said of the row; empty where nothing is.
    pub note: &'static str,
}

eqs_core::table! {
    pub(super) static PARAMETERS: [TrophicParameter] = "../../data/trophic-state/2001-parameters.csv",
        "parameter,unit,constant,factor,r,r_squared,confirmation,sources,note", row;
}

const fn row(reader: &mut Reader) -> TrophicParameter {
    let (indicator, unit) = (reader.indicator(), reader.unit());
    let (constant, factor, r, r_squared) =
        (reader.decimal(), reader.decimal(), reader.decimal(), reader.decimal());
    let cell::Origin { confirmation, sources, note } = cell::origin(reader);
    TrophicParameter { indicator, unit, constant, factor, r, r_squared, confirmation, sources, note }
}
