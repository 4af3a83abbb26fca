//! A statistic with what becomes of it.

use eqs::air::{AirStatistic, DailySeries, DaySpan, mean, percentile};
use eqs::{
    Attainment, Figure, Fraction, Indicator, Lang, Phrase as _, Quantity, Rounding, Statistic, Unit, Verdict,
    attainment,
};
use serde::Serialize;

use super::args::Table;
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
    /// What becomes of a whole and valid year.
    pub(crate) verdict: Option<Verdict<Attainment>>,
    sentence_zh: String,
    sentence_en: String,
}

impl Entry {
    /// The statistics of a pollutant that belong to a table.
    pub(crate) fn all(
        days: &DailySeries,
        indicator: Indicator,
        refused: u32,
        span: DaySpan,
        table: Table,
        place: &PlaceYear<'_>,
    ) -> Vec<Self> {
        let standard = place.edition;
        let is_mean = !matches!(indicator, Indicator::CO | Indicator::O3);
        let mut statistics = Vec::new();
        if is_mean {
            let name = if table == Table::Annual { Statistic::AnnualMean } else { Statistic::Mean };
            statistics.push(mean(days, span, name, standard));
        }
        if table == Table::Annual || !is_mean {
            let (name, percent) = percentile_of(indicator);
            statistics.push(percentile(days, span, percent, name, standard));
        }
        statistics.into_iter().map(|statistic| Self::new(statistic, refused, place)).collect()
    }

    fn new(statistic: AirStatistic, refused: u32, place: &PlaceYear<'_>) -> Self {
        let AirStatistic { indicator, unit, .. } = statistic;
        let digits = place.judge.evaluated_by().and_then(|hj663| hj663.digits(indicator));
        let more = digits.map_or(PLACES, |digits| digits.places.cast_signed().saturating_add(1));
        let printed = statistic.value.and_then(|value| round(value, more, unit));
        let rounded = statistic.value.and_then(|value| place.rounded(value, indicator, unit));
        let is_whole = statistic.span == DaySpan::year(place.year) && statistic.shortfalls.is_empty();
        let compared = rounded.or_else(|| Some(Quantity::new(statistic.value?.to_decimal()?, unit)));
        let verdict = compared.filter(|_| is_whole).and_then(|value| {
            attainment(place.judge, place.grade, indicator, statistic.statistic, Figure::Exact(value)).ok()
        });
        let mut entry = Self {
            statistic,
            printed,
            rounded,
            refused,
            verdict,
            sentence_zh: String::new(),
            sentence_en: String::new(),
        };
        entry.sentence_zh = entry.sentence(Lang::Zh);
        entry.sentence_en = entry.sentence(Lang::En);
        entry
    }

    /// What the statistic lacks.
    pub(crate) fn shortfall(&self, lang: Lang) -> String {
        let said = self.statistic.shortfalls.iter().map(|shortfall| shortfall.say(lang).to_string());
        said.collect::<Vec<_>>().join(lang.pick("；", "; "))
    }

    fn sentence(&self, lang: Lang) -> String {
        match &self.verdict {
            Some(verdict) => verdict.say(lang).to_string(),
            None => self.shortfall(lang),
        }
    }
}

/// The percentile of daily values by which a pollutant is evaluated (HJ 663).
fn percentile_of(indicator: Indicator) -> (Statistic, u8) {
    match indicator {
        Indicator::SO2 | Indicator::NO2 => (Statistic::P98OfDailyMeans, 98),
        Indicator::O3 => (Statistic::P90OfDailyMax8h, 90),
        _ => (Statistic::P95OfDailyMeans, 95),
    }
}

fn round(value: Fraction, places: i8, unit: Unit) -> Option<Quantity> {
    Some(Quantity::new(value.round(places, Rounding::HalfEven).ok()?, unit))
}
