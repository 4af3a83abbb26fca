//! The tables for reading.

use eqs::air::DayState;
use eqs::gb3095::Gb3095;
use eqs::{AirGrade, Lang, Note, Phrase as _, Pollutants, Statistic};

use super::change::Compared;
use super::composite;
use super::entry::Entry;
use super::exclusions::{Kept, counted};
use super::results::{Collected, PlaceTable};
use super::sheet::{header, records};
use crate::format::Answer;
use crate::judgement::Parts;
use crate::table::{Block, Grid};

impl Answer for Collected<'_> {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let mut blocks: Vec<Block> = self.places.iter().map(|place| place.block(lang)).collect();
        let refused = self.refused;
        if let Some(block) = blocks.last_mut().filter(|_| refused > 0) {
            block.notes.push(match lang {
                Lang::Zh => format!("{}行中有{refused}处被拒，均按缺测处理", self.rows),
                Lang::En => {
                    format!("{refused} refusals in {} rows; what was refused counts as missing", self.rows)
                }
            });
        }
        blocks
    }

    fn records(&self, lang: Lang) -> Grid {
        let rows = self.places.iter().flat_map(|place| records(place, lang)).collect();
        Grid { rows, ..Grid::new(&header(self.table)) }
    }
}

impl PlaceTable {
    fn block(&self, lang: Lang) -> Block {
        let mut title = vec![self.city.clone()];
        match &self.station {
            Some(station) => title.push(station.clone()),
            None if self.stations == 1 => title.push(lang.pick("1个点位", "1 station").into()),
            None => title.push(match lang {
                Lang::Zh => format!("{}个点位", self.stations),
                Lang::En => format!("{} stations", self.stations),
            }),
        }
        title.push(self.year.to_string());
        if self.kept == Kept::Rest {
            title.push(lang.pick("剔除后", "without the hours excluded").into());
        }
        title.retain(|part| !part.is_empty());
        let said = |name: &str| {
            Gb3095::named(name)
                .map_or_else(|_| name.to_owned(), |standard| standard.edition().say(lang).to_string())
        };
        let valid = format!("{}{}", lang.pick("有效性：", "valid by "), said(self.edition));
        // The composite index knows the limits of grade 2 alone.
        let grade = if self.composites.is_empty() { self.grade } else { AirGrade::Two };
        let judge = match lang {
            Lang::Zh => format!("限值：{} {}", said(self.judged_by), grade.say(lang)),
            Lang::En => format!("limits of {} {}", said(self.judged_by), grade.say(lang)),
        };
        let by = match &self.index_days {
            Some(days) => days.line(lang),
            None => Some(judge),
        };
        let line = [Some(valid), by].into_iter().flatten().collect::<Vec<_>>().join(lang.pick("；", "; "));
        let grid = match &self.index_days {
            Some(days) => days.grid(lang),
            None if !self.composites.is_empty() => composite::grid(&self.composites, lang),
            None if !self.days.is_empty() => self.days(lang),
            None => self.statistics(lang),
        };
        let overall = self.overall.as_ref().map(|year| {
            let verdict = year.overall.outcome.determined();
            let verdict = verdict
                .map_or(lang.pick("无法判定", "undetermined").into(), |met| met.say(lang).to_string());
            format!("{}{}{verdict}", year.rule.say(lang), lang.pick("：", ": "))
        });
        let index = self.index_days.iter().flat_map(|days| days.notes(lang));
        Block {
            title: title.join(" "),
            lines: vec![line],
            grid,
            notes: overall
                .into_iter()
                .chain(self.remarks(lang))
                .chain(index)
                .chain(self.compared(lang))
                .chain(composite::notes(&self.composites, lang))
                .collect(),
        }
    }

    fn statistics(&self, lang: Lang) -> Grid {
        let header = match lang {
            Lang::Zh => ["时段", "指标", "统计量", "数值", "有效天数", "限值", "结论", "超标倍数", "说明"],
            Lang::En => {
                ["period", "indicator", "statistic", "value", "days", "limit", "verdict", "multiple", "why"]
            }
        };
        let mut grid = Grid::new(&header).numbers(&[3, 4, 5, 7]);
        grid.rows = self.statistics.iter().map(|entry| row(entry, lang)).collect();
        if self.kept == Kept::Rest {
            grid.header.push(lang.pick("剔除", "excluded").into());
            for (row, Entry { statistic, .. }) in grid.rows.iter_mut().zip(&self.statistics) {
                row.push(counted(statistic.excluded, statistic.excluded_hours, lang).unwrap_or_default());
            }
        }
        let changes = self.statistics.iter().map(|entry| entry.change.as_ref().map(Compared::percent));
        grid.add_changes(changes.collect(), lang);
        grid
    }

    /// What belongs to the verdicts, each remark once, with the pollutants whose verdicts have it.
    fn remarks(&self, lang: Lang) -> Vec<String> {
        let mut remarks: Vec<(Note, Pollutants)> = Vec::new();
        for entry in &self.statistics {
            let own = Pollutants::default().with(entry.statistic.indicator);
            for note in entry.verdict.iter().flat_map(|verdict| &verdict.notes) {
                match remarks.iter_mut().find(|(other, _)| other == note) {
                    Some((_, pollutants)) => *pollutants = pollutants.iter().chain(own.iter()).collect(),
                    None => remarks.push((*note, own)),
                }
            }
        }
        let say = |(note, pollutants): &(Note, Pollutants)| {
            format!("{}{}{}", pollutants.say(lang), lang.pick("：", ": "), note.say(lang))
        };
        remarks.iter().map(say).collect()
    }

    /// What the changes compare where it is not what the table shows.
    fn compared(&self, lang: Lang) -> Vec<String> {
        let partial = |entry: &Entry| {
            let change = entry.change.as_ref().filter(|change| change.span != entry.statistic.span)?;
            Some(change.note(lang))
        };
        let mut notes: Vec<String> = self.statistics.iter().filter_map(partial).collect();
        notes.dedup();
        notes
    }

    fn days(&self, lang: Lang) -> Grid {
        let header = match lang {
            Lang::Zh => ["日期", "指标", "数值", "小时数或滑动平均数", "说明"],
            Lang::En => ["day", "indicator", "value", "hours or windows", "why"],
        };
        let entries = self.days.iter().flat_map(|day| day.values.iter().map(|entry| (day.day, entry)));
        let rows = entries.map(|(day, entry)| {
            let rounded = entry.rounded.map_or_else(|| "–".into(), |value| value.say(lang).to_string());
            let hours = counted(0, entry.value.excluded_hours, lang).map(|hours| match lang {
                Lang::Zh => format!("剔除{hours}"),
                Lang::En => format!("{hours} excluded"),
            });
            // That a day is excluded is told by its hours.
            let is_told = hours.is_some() && entry.value.state == DayState::Excluded;
            let remark = entry.remark(lang).filter(|_| !is_told);
            let why: Vec<_> = remark.into_iter().chain(hours).collect();
            vec![
                day.to_string(),
                entry.indicator.say(lang).to_string(),
                rounded,
                entry.value.count.to_string(),
                why.join(lang.pick("，", ", ")),
            ]
        });
        Grid { rows: rows.collect(), ..Grid::new(&header).numbers(&[2, 3]) }
    }
}

impl Grid {
    /// Adds a column of changes in percent, if there is any.
    pub(super) fn add_changes(&mut self, changes: Vec<Option<String>>, lang: Lang) {
        if changes.iter().all(Option::is_none) {
            return;
        }
        self.numbers.push(self.header.len());
        self.header.push(lang.pick("变化（%）", "change %").into());
        for (row, change) in self.rows.iter_mut().zip(changes) {
            row.push(change.unwrap_or_default());
        }
    }
}

fn row(entry: &Entry, lang: Lang) -> Vec<String> {
    let statistic = &entry.statistic;
    let verdict = entry.verdict.as_ref();
    let parts = verdict
        .map(|verdict| Parts::of(verdict, lang, |attainment| attainment.say(lang).to_string()))
        .unwrap_or_default();
    vec![
        statistic.span.say(lang).to_string(),
        statistic.indicator.say(lang).to_string(),
        short(statistic.statistic, lang),
        entry.printed.map_or_else(|| "–".into(), |value| value.say(lang).to_string()),
        format!("{}/{}", statistic.days, statistic.span.days()),
        parts.limit,
        parts.verdict,
        parts.multiple,
        why(entry, parts.reason, lang),
    ]
}

/// The first thing that is lacking, and how many more there are; otherwise why nothing is decided.
fn why(entry: &Entry, reason: String, lang: Lang) -> String {
    let Some((first, others)) = entry.statistic.shortfalls.split_first() else {
        return reason;
    };
    match (others.len(), lang) {
        (0, _) => first.say(lang).to_string(),
        (more, Lang::Zh) => format!("{}；另{more}项", first.say(lang)),
        (more, Lang::En) => format!("{}; +{more}", first.say(lang)),
    }
}

/// The name of a statistic, without what the pollutant tells.
fn short(statistic: Statistic, lang: Lang) -> String {
    let percent = match statistic {
        Statistic::P98OfDailyMeans => 98,
        Statistic::P95OfDailyMeans => 95,
        Statistic::P90OfDailyMax8h => 90,
        statistic => return statistic.say(lang).to_string(),
    };
    match lang {
        Lang::Zh => format!("第{percent}百分位数"),
        Lang::En => format!("{percent}th percentile"),
    }
}
