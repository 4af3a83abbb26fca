//! Changes to the year before.

use eqs::air::{AirStatistic, Change, DaySpan, change, evaluated};
use eqs::{Fraction, Lang, Phrase as _, Rounding};
use serde::Serialize;

use super::results::{PlaceYear, common};

/// The columns of a change.
pub(crate) const COLUMNS: [&str; 5] = ["change", "change_percent", "base_first", "base_last", "base_days"];

/// A statistic against the same days of the year before.
#[derive(Serialize)]
pub(crate) struct Compared {
    /// The days of the later year; of a year that is not over, those from the first to the last that rows are of.
    pub(crate) span: DaySpan,
    /// The valid days of them.
    pub(crate) days: u16,
    /// Those of the year before.
    base_days: u16,
    /// The stations of the year before.
    base_stations: usize,
    /// The exact change.
    #[serde(flatten)]
    pub(crate) change: Change,
    sentence_zh: String,
    sentence_en: String,
}

impl Compared {
    /// Compares a statistic of the pollutant at this place of the list; `None` unless the year before was read.
    pub(crate) fn of(
        now: &AirStatistic,
        pollutant: usize,
        place: &PlaceYear<'_>,
        before: &PlaceYear<'_>,
    ) -> Option<Self> {
        if before.year.checked_add(1) != Some(place.year) {
            return None;
        }
        // Among the statistics of a pollutant, which are the same for every span.
        let of = |place: &PlaceYear<'_>, span| {
            let days = place.days.get(pollutant)?.as_ref()?;
            Some(evaluated(days, span, place.edition))
        };
        let at = of(place, now.span)?.iter().position(|own| own.statistic == now.statistic)?;
        let partial = if now.is_valid() { now.span } else { common(place.covered?, now.span)? };
        let now = of(place, partial)?.into_iter().nth(at)?;
        let base = partial.in_year(before.year);
        if common(before.span, base) != Some(base) {
            return None;
        }
        let base = of(before, base)?.into_iter().nth(at)?;
        let change = change(&now, &base).ok()?;
        let [sentence_zh, sentence_en] = [Lang::Zh, Lang::En].map(|lang| change.say(lang).to_string());
        Some(Self {
            span: now.span,
            days: now.days,
            base_days: base.days,
            base_stations: before.stations,
            change,
            sentence_zh,
            sentence_en,
        })
    }

    /// The cells of a change.
    pub(crate) fn cells(&self, places: i8) -> [String; 5] {
        let DaySpan { first, last } = self.change.base;
        let rounded = |value: Fraction, places| {
            value
                .round(places, Rounding::HalfEven)
                .map_or_else(|_| value.to_string(), |value| value.to_string())
        };
        [
            rounded(self.change.difference, places),
            self.percent(),
            first.to_string(),
            last.to_string(),
            self.base_days.to_string(),
        ]
    }

    /// The change in percent with one place.
    pub(crate) fn percent(&self) -> String {
        let percent = self.change.percent.and_then(|percent| percent.round(1, Rounding::HalfEven).ok());
        percent.map_or_else(String::new, |percent| percent.to_string())
    }

    /// What is compared with what.
    pub(crate) fn note(&self, lang: Lang) -> String {
        let (now, base) = (self.span.say(lang), self.change.base.say(lang));
        match lang {
            Lang::Zh => format!("变化：{now}与{base}相比"),
            Lang::En => format!("changes: {now} against {base}"),
        }
    }
}
