//! Standards without limits: the digits of HJ 663, the words of DB11/T 1877.

use eqs::db11t1877::{Db11t1877, Word};
use eqs::hj663::{Digits, Hj663, ResultDigits, StatisticValidity};
use eqs::{Averaging, Edition, Indicator, Lang, NaiveDate, Phrase as _, Standard, Statistic};
use serde::Serialize;

use crate::format::Answer;
use crate::limits::found::in_force;
use crate::table::{Block, Grid};

/// What is known of an edition.
#[derive(Debug, Serialize)]
pub(crate) struct Tables {
    edition: &'static Edition,
    last_day: Option<NaiveDate>,
    #[serde(flatten)]
    content: Content,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Content {
    Hj663(Rules),
    Words { words: &'static [Word] },
}

/// The rules of an edition of HJ 663.
#[derive(Debug, Serialize)]
pub(crate) struct Rules {
    digits: Vec<Digits>,
    result_digits: Vec<&'static ResultDigits>,
    validity: Vec<&'static StatisticValidity>,
    evaluated: Vec<Evaluated>,
}

/// A statistic with the averaging time of the limit that it is held against.
#[derive(Debug, Serialize)]
struct Evaluated {
    indicator: Indicator,
    statistic: Statistic,
    averaging: Averaging,
}

/// The tables of an edition without limits; `None` for a standard with limits, or for an indicator that it does not
/// name.
pub(crate) fn tables(
    standard: &Standard,
    edition: &'static Edition,
    indicator: Option<Indicator>,
) -> Option<Tables> {
    let content = match standard.code() {
        "hj663" => {
            let rules = rules(Hj663::named(edition.name).ok()?, indicator);
            Content::Hj663(Some(rules).filter(|rules| indicator.is_none() || !rules.digits.is_empty())?)
        }
        "db11t1877" if indicator.is_none() => {
            Content::Words { words: Db11t1877::named(edition.name).ok()?.words() }
        }
        _ => return None,
    };
    Some(Tables { edition, last_day: standard.last_day(edition), content })
}

/// The rules of an edition, of one indicator or of all.
pub(crate) fn rules(standard: Hj663, only: Option<Indicator>) -> Rules {
    let indicators = || Indicator::all().filter(move |own| only.is_none_or(|only| only == *own));
    let validity = indicators().flat_map(|indicator| {
        Statistic::ALL.iter().filter_map(move |statistic| standard.validity(indicator, *statistic))
    });
    let evaluated = indicators().flat_map(|indicator| {
        Statistic::ALL.iter().filter_map(move |statistic| {
            let averaging = standard.limit_for(indicator, *statistic)?;
            Some(Evaluated { indicator, statistic: *statistic, averaging })
        })
    });
    Rules {
        digits: indicators().filter_map(|indicator| standard.digits(indicator)).collect(),
        result_digits: standard.result_digits().collect(),
        validity: validity.collect(),
        evaluated: evaluated.collect(),
    }
}

impl Answer for Tables {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let mut blocks = match &self.content {
            Content::Hj663(rules) => rules.blocks(lang),
            Content::Words { words } => vec![words_block(words, lang)],
        };
        if let Some(first) = blocks.first_mut() {
            let title = lang.pick(self.edition.title_zh, self.edition.title_en);
            first.title = format!("{} {title}", self.edition.say(lang));
            first.lines.insert(0, in_force(self.edition, self.last_day, false, lang));
        }
        blocks
    }

    fn records(&self, lang: Lang) -> Grid {
        match &self.content {
            Content::Hj663(rules) => rules.records(lang),
            Content::Words { words } => {
                let mut grid = Grid::new(&["kind", "zh", "en", "confirmation", "sources", "note"]);
                grid.rows.extend(words.iter().map(|word| {
                    [word.kind.code(), word.zh, word.en, word.confirmation.code(), word.sources, word.note]
                        .map(str::to_owned)
                        .into()
                }));
                grid
            }
        }
    }
}

impl Rules {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let header = match lang {
            Lang::Zh => ["污染物", "单位", "评价前修约至小数位", "原始数据", "统计结果", "出处", "确认"],
            Lang::En => {
                ["pollutant", "unit", "places compared", "raw data", "statistics", "where", "confirmed"]
            }
        };
        let places = |places: Option<u8>| places.map_or_else(String::new, |places| places.to_string());
        let mut digits = Grid::new(&header).numbers(&[2, 3, 4]);
        digits.rows.extend(self.digits.iter().map(|row| {
            vec![
                row.indicator.to_string(),
                row.unit.to_string(),
                row.places.to_string(),
                places(row.raw),
                places(row.statistics),
                row.citation.say(lang).to_string(),
                row.confirmation.to_string(),
            ]
        }));
        let header = match lang {
            Lang::Zh => ["结果", "单位", "小数位", "出处", "确认"],
            Lang::En => ["result", "unit", "places", "where", "confirmed"],
        };
        let mut results = Grid::new(&header).numbers(&[2]);
        results.rows.extend(self.result_digits.iter().map(|row| {
            vec![
                row.result.say(lang).to_string(),
                row.unit.to_string(),
                row.places.to_string(),
                row.citation.say(lang).to_string(),
                row.confirmation.to_string(),
            ]
        }));
        let header = match lang {
            Lang::Zh => ["污染物", "统计量", "至少", "个数", "出处", "确认"],
            Lang::En => ["pollutant", "statistic", "at least", "of", "where", "confirmed"],
        };
        let mut validity = Grid::new(&header).numbers(&[2]);
        validity.rows.extend(self.validity.iter().map(|row| {
            vec![
                row.indicator.to_string(),
                row.statistic.say(lang).to_string(),
                row.least.to_string(),
                row.requirement.say(lang).to_string(),
                row.citation.say(lang).to_string(),
                row.confirmation.to_string(),
            ]
        }));
        let digits = Block { grid: digits, ..Block::default() };
        let results = Block {
            title: lang.pick("评价结果的小数位", "places of results").to_owned(),
            grid: results,
            ..Block::default()
        };
        let validity = Block {
            title: lang.pick("统计量的数据有效性", "least data behind a statistic").to_owned(),
            grid: validity,
            ..Block::default()
        };
        let header = match lang {
            Lang::Zh => ["污染物", "统计量", "对照的限值"],
            Lang::En => ["pollutant", "statistic", "held against the limit of the"],
        };
        let mut evaluated = Grid::new(&header);
        evaluated.rows.extend(self.evaluated.iter().map(|row| {
            let (statistic, averaging) = (row.statistic.say(lang), row.averaging.say(lang));
            vec![row.indicator.to_string(), statistic.to_string(), averaging.to_string()]
        }));
        let evaluated = Block {
            title: lang.pick("评价的统计量", "statistics that are evaluated").to_owned(),
            grid: evaluated,
            ..Block::default()
        };
        [digits, results, validity, evaluated]
            .into_iter()
            .filter(|block| !block.grid.rows.is_empty())
            .collect()
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = Grid::new(&[
            "symbol",
            "unit",
            "places",
            "raw",
            "statistics",
            "citation",
            "confirmation",
            "sources",
        ]);
        let places = |places: Option<u8>| places.map_or_else(String::new, |places| places.to_string());
        grid.rows.extend(self.digits.iter().map(|row| {
            vec![
                row.indicator.to_string(),
                row.unit.to_string(),
                row.places.to_string(),
                places(row.raw),
                places(row.statistics),
                row.citation.say(lang).to_string(),
                row.confirmation.to_string(),
                row.sources.to_owned(),
            ]
        }));
        grid
    }
}

fn words_block(words: &[Word], lang: Lang) -> Block {
    let header = match lang {
        Lang::Zh => ["词类", "中文", "英文（本程序所译）", "确认"],
        Lang::En => ["kind", "Chinese", "English, by us", "confirmed"],
    };
    let mut grid = Grid::new(&header);
    grid.rows.extend(words.iter().map(|word| {
        let kind = word.kind.say(lang).to_string();
        vec![kind, word.zh.to_owned(), word.en.to_owned(), word.confirmation.to_string()]
    }));
    let line = lang.pick(
        "仅有公报所用的词；指标、权重、公式和分级的数值未能查得",
        "words that the bulletins use; its indicators, weights, formula and the numbers of its grades could not be read",
    );
    Block { lines: vec![line.to_owned()], grid, ..Block::default() }
}
