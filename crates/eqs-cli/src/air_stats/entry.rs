//! A statistic with what becomes of it.

use eqs::air::{AirStatistic, DaySpan};
use eqs::{Attainment, Fraction, Lang, Phrase as _, Quantity, Rounding, Unit, Verdict};
use serde::Serialize;

use super::change::Compared;
use super::results::PlaceYear;

/// The places of values where no rule gives any.
const PLACES: i8 = 3;

/// A statistic of a pollutant over some days.
#[derive(Serialize)]
pub(crate) struct Entry {
    #[serde(flatten)]
    pub(crate) statistic: AirStatistic,
    /// The value with one place more than is compared.
    pub(crate) printed: Option<Quantity>,
    /// The value as it is compared.
    pub(crate) rounded: Option<Quantity>,
    /// The refused readings of the pollutant in the year.
    pub(crate) refused: u32,
    /// Whether a whole year attains.
    pub(crate) verdict: Option<Verdict<Attainment>>,
    /// The change to the year before, if that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) change: Option<Compared>,
    /// The places of the printed value.
    #[serde(skip)]
    pub(crate) places: i8,
    sentence_zh: String,
    sentence_en: String,
}

impl Entry {
    /// A statistic of a pollutant of which so many readings were refused.
    pub(crate) fn new(statistic: AirStatistic, refused: u32, place: &PlaceYear<'_>) -> Self {
        let AirStatistic { indicator, unit, .. } = statistic;
        let digits = place.judge.evaluated_by().and_then(|hj663| hj663.digits(indicator));
        let more = digits.map_or(PLACES, |digits| digits.places.cast_signed().saturating_add(1));
        let printed = statistic.value.and_then(|value| round(value, more, unit));
        let rounded = statistic.value.and_then(|value| place.rounded(value, indicator, unit));
        let is_year = statistic.span == DaySpan::year(place.year);
        let verdict = is_year.then(|| statistic.attains(place.judge, place.grade).ok()).flatten();
        let say = |lang| match &verdict {
            Some(verdict) => format!("{}{}{}", statistic.say(lang), lang.pick("；", "; "), verdict.say(lang)),
            None => statistic.say(lang).to_string(),
        };
        let (sentence_zh, sentence_en) = (say(Lang::Zh), say(Lang::En));
        Self {
            statistic,
            printed,
            rounded,
            refused,
            verdict,
            change: None,
            places: more,
            sentence_zh,
            sentence_en,
        }
    }

    /// The same with its change to the year before.
    pub(crate) fn with(self, change: Option<Compared>) -> Self {
        Self { change, ..self }
    }

    /// What the statistic lacks.
    pub(crate) fn shortfall(&self, lang: Lang) -> String {
        let said = self.statistic.shortfalls.iter().map(|shortfall| shortfall.say(lang).to_string());
        said.collect::<Vec<_>>().join(lang.pick("；", "; "))
    }
}

fn round(value: Fraction, places: i8, unit: Unit) -> Option<Quantity> {
    Some(Quantity::new(value.round(places, Rounding::HalfEven).ok()?, unit))
}
