//! Notes that are conditions: when a limit is in force, or how it is read.

use eqs_core::Lang;
use eqs_core::table::Reader;

use crate::limit::Limit;

#[derive(Clone, Copy)]
struct Condition {
    en: &'static str,
    zh: &'static str,
}

eqs_core::table! {
    static CONDITIONS: [Condition] = "../data/conditions.csv", "note,zh", condition;
}

impl Limit {
    /// The note of the limit where it is a condition of its force or of its reading; other notes say where a cell comes
    /// from.
    ///
    /// # Example
    /// ```
    /// use eqs_core::{ConstructionLand, Indicator, Lang, SoilValue};
    /// use eqs_standards::gb36600::Gb36600;
    /// let arsenic = Gb36600::named("2018")?
    ///     .limit(Indicator::of("As"), ConstructionLand::FirstType, SoilValue::Screening)
    ///     .unwrap();
    /// assert!(arsenic.condition(Lang::Zh).unwrap().contains("背景值"));
    /// # Ok::<(), eqs_core::UnknownEdition>(())
    /// ```
    #[must_use]
    pub fn condition(&self, lang: Lang) -> Option<&'static str> {
        let condition = CONDITIONS.iter().find(|condition| condition.en == self.note)?;
        Some(lang.pick(condition.zh, condition.en))
    }
}

const fn condition(reader: &mut Reader) -> Condition {
    Condition { en: reader.required(), zh: reader.required() }
}
