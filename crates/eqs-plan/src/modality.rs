//! [`Modality`]: how binding a target is.

use eqs_core::table::same;

eqs_core::vocabulary! {
    /// How binding a target is: by the table (指标属性), or by the verb in the text.
    pub enum Modality {
        /// Binding (约束性).
        Binding = "binding", "约束性", "binding";
        /// Expected (预期性).
        Expected = "expected", "预期性", "expected";
        /// To be striven for (力争).
        Strive = "strive", "力争", "strive";
        /// To be endeavoured (努力).
        Endeavour = "endeavour", "努力", "endeavour";
        /// In principle (原则上).
        InPrinciple = "in_principle", "原则上", "in principle";
        /// Forecast (预计).
        Forecast = "forecast", "预计", "forecast";
        /// Encouraged (鼓励).
        Encourage = "encourage", "鼓励", "encourage";
    }
}

/// A modality, or `none` where the document says nothing of the kind.
pub(crate) const fn optional_modality(cell: &str) -> Result<Option<Modality>, &'static str> {
    match Modality::of_cell(cell) {
        Ok(modality) => Ok(Some(modality)),
        Err(_) if same(cell, "none") => Ok(None),
        Err(expected) => Err(expected),
    }
}
