//! Changes to the year before, or to a base year.

use core::slice;

use eqs::air::{AirStatistic, Change, DaySpan, change};
use eqs::{Fraction, Lang, Phrase as _, Rounding};
use serde::Serialize;

use super::results::{PlaceYear, common};

/// The days of a span that are compared: all, if its statistics have as many as a rule asks for, else those from the first
/// to the last that there are rows of; and the same days of the other year, if they were asked for.
pub(crate) fn answering(
    span: DaySpan,
    statistics: &[AirStatistic],
    place: &PlaceYear<'_>,
    before: &PlaceYear<'_>,
) -> Option<(DaySpan, DaySpan)> {
    let is_whole = statistics.iter().all(AirStatistic::is_valid)
        && statistics.iter().any(|statistic| statistic.rule.is_some());
    let span = if is_whole { span } else { common(place.covered?, span)? };
    let base = span.in_year(before.year);
    (common(before.span, base) == Some(base)).then_some((span, base))
}

/// What is compared with what.
pub(crate) fn compared(now: DaySpan, base: DaySpan, lang: Lang) -> String {
    let (now, base) = (now.say(lang), base.say(lang));
    match lang {
        Lang::Zh => format!("变化：{now}与{base}相比"),
        Lang::En => format!("changes: {now} against {base}"),
    }
}

/// A number to so many places.
pub(crate) fn rounded(value: Fraction, places: i8) -> String {
    value.round(places, Rounding::HalfEven).map_or_else(|_| value.to_string(), |value| value.to_string())
}

/// The columns of a change.
pub(crate) const COLUMNS: [&str; 5] = ["change", "change_percent", "base_first", "base_last", "base_days"];

/// A statistic against the same days of the year that it is compared with.
#[derive(Serialize)]
pub(crate) struct Compared {
    /// The days of the later year; of a span that is not over, those from the first to the last that rows are of.
    pub(crate) span: DaySpan,
    /// The valid days of them.
    pub(crate) days: u16,
    /// Those of the other year.
    base_days: u16,
    /// The stations of the other year.
    base_stations: usize,
    /// The exact change.
    #[serde(flatten)]
    pub(crate) change: Change,
    sentence_zh: String,
    sentence_en: String,
}

impl Compared {
    /// Compares a statistic of the pollutant at this place of the list; `None` unless those days of the other year were asked
    /// for.
    pub(crate) fn of(
        now: &AirStatistic,
        pollutant: usize,
        place: &PlaceYear<'_>,
        before: &PlaceYear<'_>,
    ) -> Option<Self> {
        // Among the statistics of a pollutant, which are the same for every span.
        let of = |place: &PlaceYear<'_>, span| {
            let days = place.days.get(pollutant)?.as_ref()?;
            Some(place.of_days(days, span))
        };
        let at = of(place, now.span)?.iter().position(|own| own.statistic == now.statistic)?;
        let (span, base) = answering(now.span, slice::from_ref(now), place, before)?;
        let now = of(place, span)?.into_iter().nth(at)?;
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
        self.change.percent.map_or_else(String::new, |percent| rounded(percent, 1))
    }

    /// What is compared with what.
    pub(crate) fn note(&self, lang: Lang) -> String {
        compared(self.span, self.change.base, lang)
    }
}
