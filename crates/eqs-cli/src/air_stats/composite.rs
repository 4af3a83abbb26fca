//! Composite indices of places, and their ranks.

use eqs::air::{
    AirStatistic, Change, Composite, CompositeError, CompositeRule, Concentration, DaySpan, ranks,
};
use eqs::gb3095::Gb3095;
use eqs::{Decimal, Fraction, Indicator, Lang, Phrase as _, Rounding};
use serde::Serialize;

use super::change::{answering, compared, rounded};
use super::exclusions::{Kept, counted};
use super::pollutant::POLLUTANTS;
use super::results::{PlaceTable, PlaceYear};
use crate::table::Grid;

/// The places of a composite index as it is printed and ranked.
const PLACES: i8 = 2;

/// The columns of the table after those of the place.
const COLUMNS: [&str; 20] = [
    "first",
    "last",
    "composite",
    "rank",
    "ranked",
    "largest",
    "term_so2",
    "term_no2",
    "term_co",
    "term_o3",
    "term_pm10",
    "term_pm25",
    "edition",
    "limits",
    "excluded",
    "reason",
    "change",
    "change_percent",
    "base_first",
    "base_last",
];

/// The composite index of a span.
#[derive(Serialize)]
pub(crate) struct CompositeEntry {
    pub(crate) span: DaySpan,
    /// The index of the exact concentrations.
    pub(crate) composite: Option<Composite>,
    /// The index as it is printed and ranked.
    pub(crate) printed: Option<Decimal>,
    /// Whether every concentration is valid.
    pub(crate) is_valid: bool,
    /// The rank among the places with a valid index of the same span, the best first; equal printed indices share one.
    pub(crate) rank: Option<usize>,
    /// The number of these places.
    pub(crate) ranked: usize,
    /// The change to the year that it is compared with, if that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) compared: Option<CompositeCompared>,
    /// What is excluded of each pollutant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    excluded: Vec<ExcludedOf>,
    reasons_zh: Vec<String>,
    reasons_en: Vec<String>,
}

/// An index against that of the same days of the year that it is compared with.
#[derive(Serialize)]
pub(crate) struct CompositeCompared {
    /// The days of the later year; of a span that is not over, those from the first to the last that rows are of.
    span: DaySpan,
    #[serde(flatten)]
    change: Change,
    sentence_zh: String,
    sentence_en: String,
}

/// What is excluded of a pollutant.
#[derive(Serialize)]
struct ExcludedOf {
    indicator: Indicator,
    days: u16,
    hours: u32,
}

impl CompositeEntry {
    /// The index of the statistics of a span, by the limits of an edition.
    pub(crate) fn of(span: DaySpan, statistics: &[AirStatistic], judge: Gb3095) -> Self {
        let taken: Vec<_> = statistics.iter().filter(|own| Concentration::exact(own).is_some()).collect();
        let index = Composite::of(statistics, judge, CompositeRule::SumOfSix);
        let [reasons_zh, reasons_en] = [Lang::Zh, Lang::En].map(|lang| {
            let refused = index.as_ref().err().map(|error| refusal(error, lang));
            refused.into_iter().chain(taken.iter().filter_map(|own| lacking(own, lang))).collect()
        });
        let composite = index.ok();
        let printed = composite.as_ref().and_then(|index| round(index.value));
        Self {
            span,
            printed,
            is_valid: composite.as_ref().is_some_and(Composite::is_valid),
            composite,
            rank: None,
            ranked: 0,
            compared: None,
            excluded: taken.iter().filter_map(|own| ExcludedOf::of(own)).collect(),
            reasons_zh,
            reasons_en,
        }
    }

    /// Compares the index of these statistics with that of the other year, both by the same limits.
    pub(crate) fn compare(
        &self,
        statistics: &[AirStatistic],
        place: &PlaceYear<'_>,
        before: &PlaceYear<'_>,
    ) -> Option<CompositeCompared> {
        let (span, base) = answering(self.span, statistics, place, before)?;
        let of = |place: &PlaceYear<'_>, judge, span| {
            Composite::of(&place.evaluated(span), judge, CompositeRule::SumOfSix).ok()
        };
        let change = of(place, place.judge, span)?.change_since(&of(before, place.judge, base)?).ok()?;
        let [sentence_zh, sentence_en] = [Lang::Zh, Lang::En].map(|lang| change.say(lang).to_string());
        Some(CompositeCompared { span, change, sentence_zh, sentence_en })
    }

    /// Why there is no index, or what it lacks.
    fn reasons(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Zh => &self.reasons_zh,
            Lang::En => &self.reasons_en,
        }
    }

    /// The first of the reasons, and how many more there are.
    fn why(&self, lang: Lang) -> String {
        let Some((first, others)) = self.reasons(lang).split_first() else { return String::new() };
        format!("{first}{}", more(others.len(), lang))
    }

    /// What is excluded, pollutant by pollutant.
    fn excluded(&self, lang: Lang) -> String {
        let said = self.excluded.iter().filter_map(|own| {
            let counted = counted(own.days, own.hours, lang)?;
            Some(format!("{}{}{counted}", own.indicator.say(lang), lang.pick("：", ": ")))
        });
        said.collect::<Vec<_>>().join(lang.pick("；", "; "))
    }

    fn cells(&self, place: &PlaceTable, lang: Lang) -> Vec<String> {
        let number = |number: Option<Decimal>| number.map_or_else(String::new, |number| number.to_string());
        let mut cells = vec![
            self.span.first.to_string(),
            self.span.last.to_string(),
            number(self.printed),
            self.rank.map_or_else(String::new, |rank| rank.to_string()),
            self.ranked.to_string(),
            self.composite.as_ref().map_or_else(String::new, |index| index.largest.to_string()),
        ];
        for pollutant in &POLLUTANTS {
            let term = self.composite.as_ref().and_then(|index| {
                index.terms.iter().find(|(indicator, _)| *indicator == pollutant.indicator)
            });
            cells.push(number(term.and_then(|(_, term)| round(*term))));
        }
        cells.extend([
            place.edition.to_owned(),
            place.judged_by.to_owned(),
            self.excluded(lang),
            self.reasons(lang).join(lang.pick("；", "; ")),
        ]);
        cells.extend(self.compared.as_ref().map(CompositeCompared::cells).unwrap_or_default());
        cells
    }
}

impl CompositeCompared {
    fn cells(&self) -> [String; 4] {
        let Change { base, difference, .. } = self.change;
        [rounded(difference, PLACES), self.percent(), base.first.to_string(), base.last.to_string()]
    }

    /// The change in percent with one place.
    fn percent(&self) -> String {
        self.change.percent.map_or_else(String::new, |percent| rounded(percent, 1))
    }

    /// What is compared, where it is not what the table shows.
    fn note(&self, of: DaySpan, lang: Lang) -> Option<String> {
        (self.span != of).then(|| compared(self.span, self.change.base, lang))
    }
}

impl ExcludedOf {
    fn of(statistic: &AirStatistic) -> Option<Self> {
        let AirStatistic { indicator, excluded: days, excluded_hours: hours, .. } = *statistic;
        (days > 0 || hours > 0).then_some(Self { indicator, days, hours })
    }
}

/// Gives each valid index its rank among those of the same span and readings.
pub(crate) fn rank(places: &mut [PlaceTable]) {
    let mut spans: Vec<DaySpan> =
        places.iter().flat_map(|place| &place.composites).map(|entry| entry.span).collect();
    spans.sort_unstable();
    spans.dedup();
    for (span, kept) in spans.into_iter().flat_map(|span| Kept::ALL.map(|kept| (span, kept))) {
        let of_kept = places.iter_mut().filter(|place| place.kept == kept);
        let of_span = of_kept.flat_map(|place| &mut place.composites);
        let mut entries: Vec<_> = of_span.filter(|entry| entry.span == span).collect();
        let is_ranked = |entry: &CompositeEntry| entry.printed.filter(|_| entry.is_valid);
        let values: Vec<Decimal> = entries.iter().filter_map(|entry| is_ranked(entry)).collect();
        let mut ranks = ranks(&values).into_iter();
        for entry in &mut entries {
            entry.ranked = values.len();
            entry.rank = is_ranked(entry).and_then(|_| ranks.next());
        }
    }
}

/// The columns of the table.
pub(crate) fn header(place: &[&'static str]) -> Vec<&'static str> {
    place.iter().copied().chain(COLUMNS).collect()
}

/// A row of a place.
pub(crate) fn record(
    names: Vec<String>,
    place: &PlaceTable,
    entry: &CompositeEntry,
    lang: Lang,
) -> Vec<String> {
    names.into_iter().chain(entry.cells(place, lang)).collect()
}

/// The table for reading.
pub(crate) fn grid(entries: &[CompositeEntry], lang: Lang) -> Grid {
    let header = match lang {
        Lang::Zh => ["时段", "综合指数", "排名", "最大单项", "说明"],
        Lang::En => ["period", "composite", "rank", "largest", "why"],
    };
    let row = |entry: &CompositeEntry| {
        vec![
            entry.span.say(lang).to_string(),
            entry.printed.map_or_else(|| "–".into(), |index| index.to_string()),
            entry.rank.map_or_else(|| "–".into(), |rank| format!("{rank}/{}", entry.ranked)),
            entry.composite.as_ref().map_or_else(String::new, |index| index.largest.say(lang).to_string()),
            entry.why(lang),
        ]
    };
    let mut grid = Grid { rows: entries.iter().map(row).collect(), ..Grid::new(&header).numbers(&[1, 2]) };
    if entries.iter().any(|entry| !entry.excluded.is_empty()) {
        grid.header.push(lang.pick("剔除", "excluded").into());
        grid.rows.iter_mut().zip(entries).for_each(|(row, entry)| row.push(entry.excluded(lang)));
    }
    let changes = entries.iter().map(|entry| entry.compared.as_ref().map(CompositeCompared::percent));
    grid.add_changes(changes.collect(), lang);
    grid
}

/// What stands below it.
pub(crate) fn notes(entries: &[CompositeEntry], lang: Lang) -> Vec<String> {
    let note = |entry: &CompositeEntry| entry.compared.as_ref()?.note(entry.span, lang);
    let mut notes: Vec<_> = entries.iter().filter_map(note).collect();
    notes.dedup();
    notes
}

/// What a statistic lacks.
fn lacking(statistic: &AirStatistic, lang: Lang) -> Option<String> {
    let (first, others) = statistic.shortfalls.split_first()?;
    let (indicator, first) = (statistic.indicator.say(lang), first.say(lang));
    Some(format!("{indicator}{}{first}{}", lang.pick("：", ": "), more(others.len(), lang)))
}

/// How many more reasons there are.
fn more(number: usize, lang: Lang) -> String {
    match (number, lang) {
        (0, _) => String::new(),
        (_, Lang::Zh) => format!("；另{number}项"),
        (_, Lang::En) => format!("; +{number}"),
    }
}

/// Why there is no index.
fn refusal(error: &CompositeError, lang: Lang) -> String {
    match (lang, error) {
        (Lang::Zh, CompositeError::Missing(pollutants)) => format!("没有{}的浓度", pollutants.say(lang)),
        (Lang::Zh, CompositeError::NoLimit(indicator)) => format!("该版本没有{}的限值", indicator.say(lang)),
        (Lang::Zh, _) => format!("无法计算：{error}"),
        (Lang::En, _) => error.to_string(),
    }
}

/// An index or sub-index as it is printed.
fn round(value: Fraction) -> Option<Decimal> {
    value.round(PLACES, Rounding::HalfEven).ok()
}
