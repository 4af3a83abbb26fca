//! Changes of the numbers of good and of heavy days.

use eqs::air::{DayChange, DayCounts, DaySpan, DaysError};
use eqs::{Lang, Phrase as _};
use serde::Serialize;

use super::args::Standards;
use super::change::{answering, rounded};
use super::days::IndexDays;
use super::results::PlaceYear;

/// The columns of the changes.
pub(crate) const COLUMNS: [&str; 8] = [
    "good_change",
    "good_points",
    "heavy_change",
    "heavy_points",
    "base_first",
    "base_last",
    "base_indexed",
    "base_index_edition",
];

/// The days of a year against the same days of the year that it is compared with.
#[derive(Serialize)]
pub(crate) struct DaysCompared {
    /// The days of the later year, from the first to the last that there are rows of.
    span: DaySpan,
    good: DayChange,
    heavy: DayChange,
    /// The days of the other year that have an index, and the editions by which they have it.
    base_indexed: u16,
    base_editions: Vec<&'static str>,
    sentences_zh: Vec<String>,
    sentences_en: Vec<String>,
}

impl DaysCompared {
    /// Compares the days of two years; `None` unless those days of the other year were asked for and both have counts.
    pub(crate) fn of(
        place: &PlaceYear<'_>,
        before: &PlaceYear<'_>,
        standards: &Standards,
    ) -> Result<Option<Self>, DaysError> {
        let Some((span, base)) = answering(place.span, &[], place, before) else {
            return Ok(None);
        };
        let now = IndexDays::of(&place.series(), span, standards)?;
        let base = IndexDays::of(&before.series(), base, standards)?;
        Ok(Self::between(span, &now, base))
    }

    fn between(span: DaySpan, now: &IndexDays, base: IndexDays) -> Option<Self> {
        let (later, earlier) = (&now.counted.as_ref()?.counts, base.counted?.counts);
        let good = later.change_since(&earlier, DayCounts::good).ok()?;
        let heavy = later.change_since(&earlier, DayCounts::heavy).ok()?;
        let [sentences_zh, sentences_en] = [Lang::Zh, Lang::En].map(|lang| {
            let said = [
                ("优良", "good days", &good, later.good()),
                ("重度及以上污染", "heavy days", &heavy, later.heavy()),
            ];
            let said = said.map(|(zh, en, change, days)| {
                let (span, change) = (span.say(lang), change.say(lang));
                match lang {
                    Lang::Zh => format!("{span}{zh}{days}天，{change}"),
                    Lang::En => format!("{en}, {span}: {days}, {change}"),
                }
            });
            said.to_vec()
        });
        let (base_indexed, base_editions) = (earlier.determined(), base.editions);
        Some(Self { span, good, heavy, base_indexed, base_editions, sentences_zh, sentences_en })
    }

    /// The cells of the changes.
    pub(crate) fn cells(&self) -> [String; 8] {
        let DaySpan { first, last } = self.good.base;
        [
            self.good.days.to_string(),
            rounded(self.good.points, 1),
            self.heavy.days.to_string(),
            rounded(self.heavy.points, 1),
            first.to_string(),
            last.to_string(),
            self.base_indexed.to_string(),
            self.base_editions.join("; "),
        ]
    }

    /// The changes in words.
    pub(crate) fn sentences(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Zh => &self.sentences_zh,
            Lang::En => &self.sentences_en,
        }
    }
}
