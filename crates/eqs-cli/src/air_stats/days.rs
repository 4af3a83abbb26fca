//! The days of a place by their index.

use eqs::air::{DailySeries, DayCounts, DayIndex, DaySpan, DaysError, daily_indices, longest_spell};
use eqs::hj633::Hj633;
use eqs::{Fraction, Lang, NaiveDate, NotInForce, Phrase as _, Pollutants, Rounding};
use serde::Serialize;

use super::args::Standards;
use super::day_change::{self, DaysCompared};
use super::pollutant::POLLUTANTS;
use super::results::PlaceTable;
use crate::problem::Problem;
use crate::table::Grid;

/// The columns of the table after those of the place.
const COLUMNS: [&str; 30] = [
    "first",
    "last",
    "days_of_span",
    "level_1",
    "level_2",
    "level_3",
    "level_4",
    "level_5",
    "level_6",
    "indexed",
    "with_missing",
    "excluded_days",
    "good",
    "good_percent",
    "heavy",
    "heavy_percent",
    "primary_so2",
    "primary_no2",
    "primary_co",
    "primary_o3",
    "primary_pm10",
    "primary_pm25",
    "mostly",
    "good_spell_first",
    "good_spell_days",
    "heavy_spell_first",
    "heavy_spell_days",
    "edition",
    "index_edition",
    "reason",
];

/// The days of a span by the level of their index.
#[derive(Serialize)]
pub(crate) struct IndexDays {
    pub(crate) span: DaySpan,
    /// The editions of HJ 633, each from the day on from which it is in force.
    pub(crate) editions: Vec<&'static str>,
    /// What there is of days; `None` where no edition is in force.
    pub(crate) counted: Option<Counted>,
    /// The changes to the year that it is compared with, if that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) compared: Option<DaysCompared>,
    /// Why there is none.
    reason_zh: String,
    reason_en: String,
}

/// What is counted of the days of a span.
#[derive(Serialize)]
pub(crate) struct Counted {
    pub(crate) counts: DayCounts,
    indexed: u16,
    good: u16,
    heavy: u16,
    /// The share of the calendar days, in percent.
    good_percent: Option<Fraction>,
    heavy_percent: Option<Fraction>,
    /// Primary on most days.
    mostly: Pollutants,
    /// The longest spell.
    good_spell: Option<DaySpan>,
    heavy_spell: Option<DaySpan>,
}

impl IndexDays {
    /// Counts the days of a span, each by the edition of its day.
    pub(crate) fn of(
        series: &[DailySeries],
        span: DaySpan,
        standards: &Standards,
    ) -> Result<Self, DaysError> {
        let (mut editions, mut days): (Vec<&str>, Vec<DayIndex>) = (Vec::new(), Vec::new());
        for part in parts(span, standards) {
            let (part, standard) = match part {
                Ok(part) => part,
                Err(error) => return Ok(Self::none(span, error)),
            };
            editions.push(standard.edition().name);
            days.extend(daily_indices(series, part, standard)?);
        }
        let counts = DayCounts::of(span, &days)?;
        let counted = Counted {
            indexed: counts.determined(),
            good: counts.good(),
            heavy: counts.heavy(),
            good_percent: counts.share(counts.good()),
            heavy_percent: counts.share(counts.heavy()),
            mostly: counts.mostly(),
            good_spell: longest_spell(&days, |index| index.level.is_good()),
            heavy_spell: longest_spell(&days, |index| index.level.is_heavy()),
            counts,
        };
        let (reason_zh, reason_en) = (String::new(), String::new());
        Ok(Self { span, editions, counted: Some(counted), compared: None, reason_zh, reason_en })
    }

    fn none(span: DaySpan, error: NotInForce) -> Self {
        let problem = Problem::NotInForce(error);
        let (reason_zh, reason_en) = (problem.say(Lang::Zh).to_string(), problem.say(Lang::En).to_string());
        Self { span, editions: Vec::new(), counted: None, compared: None, reason_zh, reason_en }
    }

    /// Why there are no counts.
    fn reason(&self, lang: Lang) -> String {
        lang.pick(&self.reason_zh, &self.reason_en).to_owned()
    }

    /// By which editions the days have their index.
    pub(crate) fn line(&self, lang: Lang) -> Option<String> {
        let said = |name: &&str| Some(Hj633::named(name).ok()?.edition().say(lang).to_string());
        let said: Vec<_> = self.editions.iter().filter_map(said).collect();
        let said = said.join(lang.pick("；", "; "));
        (!said.is_empty()).then(|| format!("{}{said}", lang.pick("指数：", "index by ")))
    }

    /// The table for reading.
    pub(crate) fn grid(&self, lang: Lang) -> Grid {
        let header = match lang {
            Lang::Zh => ["级别", "天数", "占日历天数（%）"],
            Lang::En => ["level", "days", "% of calendar days"],
        };
        let mut grid = Grid::new(&header).numbers(&[1, 2]);
        let Some(Counted { counts, indexed, good, heavy, .. }) = &self.counted else {
            return grid;
        };
        let mut row = |name: String, days: u16| {
            grid.rows.push(vec![name, days.to_string(), percent(counts.share(days))]);
        };
        for (level, days) in counts.levels {
            row(level.say(lang).to_string(), days);
        }
        row(lang.pick("优良", "good in all").into(), *good);
        row(lang.pick("重度及以上污染", "heavy in all").into(), *heavy);
        row(lang.pick("有指数", "with an index").into(), *indexed);
        grid
    }

    /// What stands below it.
    pub(crate) fn notes(&self, lang: Lang) -> Vec<String> {
        let Some(counted) = &self.counted else {
            return vec![self.reason(lang)];
        };
        let mut notes = Vec::new();
        let primary: Vec<_> = counted.counts.primary.iter().filter(|(_, days)| *days > 0).collect();
        if !primary.is_empty() {
            let said = primary.iter().map(|(indicator, days)| match lang {
                Lang::Zh => format!("{} {days}天", indicator.say(lang)),
                Lang::En => format!("{} {days}", indicator.say(lang)),
            });
            let said = said.collect::<Vec<_>>().join(lang.pick("，", ", "));
            notes.push(format!("{}{said}", lang.pick("首要污染物：", "days as primary pollutant: ")));
        }
        let spells = [
            (counted.good_spell, "最长连续优良", "longest spell of good days"),
            (counted.heavy_spell, "最长连续重度及以上污染", "longest spell of heavy days"),
        ];
        for (spell, zh, en) in spells {
            let Some(spell) = spell else { continue };
            let DaySpan { first, last } = spell;
            notes.push(match lang {
                Lang::Zh => format!("{zh}：{}天，{first}至{last}", spell.days()),
                Lang::En => format!("{en}: {}, {first} to {last}", spell.days()),
            });
        }
        let DayCounts { with_missing, excluded, .. } = counted.counts;
        match (lang, with_missing) {
            (_, 0) => {}
            (Lang::Zh, days) => notes.push(format!("{days}天的指数缺少某些污染物")),
            (Lang::En, 1) => notes.push("1 day has an index while a pollutant is missing".into()),
            (Lang::En, days) => notes.push(format!("{days} days have an index while a pollutant is missing")),
        }
        match (lang, excluded) {
            (_, 0) => {}
            (Lang::Zh, days) => notes.push(format!("{days}天剔除某些污染物")),
            (Lang::En, 1) => notes.push("1 day is excluded of a pollutant".into()),
            (Lang::En, days) => notes.push(format!("{days} days are excluded of a pollutant")),
        }
        notes.extend(self.compared.iter().flat_map(|compared| compared.sentences(lang)).cloned());
        notes
    }

    /// The cells of its row.
    fn cells(&self, edition: &str, lang: Lang) -> Vec<String> {
        let mut cells =
            vec![self.span.first.to_string(), self.span.last.to_string(), self.span.days().to_string()];
        if let Some(counted) = &self.counted {
            let counts = &counted.counts;
            cells.extend(counts.levels.iter().map(|(_, days)| days.to_string()));
            cells
                .extend([counted.indexed, counts.with_missing, counts.excluded].map(|days| days.to_string()));
            cells.extend([counted.good.to_string(), percent(counted.good_percent)]);
            cells.extend([counted.heavy.to_string(), percent(counted.heavy_percent)]);
            let primary = POLLUTANTS.iter().map(|pollutant| {
                let of = counts.primary.iter().find(|(indicator, _)| *indicator == pollutant.indicator);
                of.map_or_else(String::new, |(_, days)| days.to_string())
            });
            cells.extend(primary);
            cells.push(counted.mostly.to_string());
            for spell in [counted.good_spell, counted.heavy_spell] {
                cells.push(spell.map_or_else(String::new, |spell| spell.first.to_string()));
                cells.push(spell.map_or_else(|| "0".into(), |spell| spell.days().to_string()));
            }
        }
        // All but the last three.
        cells.resize(COLUMNS.len().saturating_sub(3), String::new());
        cells.extend([edition.to_owned(), self.editions.join("; "), self.reason(lang)]);
        cells.extend(self.compared.as_ref().map(DaysCompared::cells).unwrap_or_default());
        cells
    }
}

/// The columns of the table.
pub(crate) fn header(place: &[&'static str]) -> Vec<&'static str> {
    place.iter().copied().chain(COLUMNS).chain(day_change::COLUMNS).collect()
}

/// The row of a place.
pub(crate) fn record(names: Vec<String>, place: &PlaceTable, days: &IndexDays, lang: Lang) -> Vec<String> {
    names.into_iter().chain(days.cells(place.edition, lang)).collect()
}

/// The parts of a span that each have one edition, or the first day's refusal.
fn parts(span: DaySpan, standards: &Standards) -> Vec<Result<(DaySpan, Hj633), NotInForce>> {
    let mut parts: Vec<Result<(DaySpan, Hj633), NotInForce>> = Vec::new();
    let is_before = |day: &NaiveDate| *day <= span.last;
    for day in span.first.iter_days().take_while(is_before) {
        match (standards.of_day(day), parts.last_mut()) {
            (Ok(standard), Some(Ok((part, own)))) if *own == standard => part.last = day,
            (Ok(standard), _) => parts.push(Ok((DaySpan { first: day, last: day }, standard))),
            (Err(error), _) => return vec![Err(error)],
        }
    }
    parts
}

/// A share in percent with one place.
fn percent(share: Option<Fraction>) -> String {
    let rounded = share.and_then(|share| share.round(1, Rounding::HalfEven).ok());
    rounded.map_or_else(String::new, |share| share.to_string())
}
