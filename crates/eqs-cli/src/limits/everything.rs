//! Everything that the program knows of limits, as one document.

mod gb3095;
mod hj633;
mod vocabulary;

use eqs::db11t1877::{Db11t1877, Word};
use eqs::hj663::Hj663;
use eqs::standards::SourceList;
use eqs::{Confirmation, Edition, Lang, Limit, Medium, NaiveDate, Query, STANDARDS, Standard};
use serde::Serialize;

use self::gb3095::AirRules;
use self::hj633::IndexRules;
use self::vocabulary::{IndicatorEntry, ItemKey, UnitEntry};
use crate::format::Answer;
use crate::limits::flat;
use crate::limits::unlimited::{Rules, rules};
use crate::table::{Block, Grid};

/// The id of the schema that the document keeps to.
pub(crate) const SCHEMA_ID: &str = "urn:eqs:limits:1";

/// The document.
#[derive(Debug, Serialize)]
pub(crate) struct Everything {
    schema: &'static str,
    program: Program,
    standards: Vec<StandardEntry>,
    limits: Vec<Limit>,
    gb3095: AirRules,
    hj633: Vec<IndexRules>,
    hj663: Vec<OfEdition<Rules>>,
    gb3838: Vec<ItemKey>,
    db11t1877: Words,
    indicators: Vec<IndicatorEntry>,
    units: Vec<UnitEntry>,
}

#[derive(Debug, Serialize)]
struct Program {
    name: &'static str,
    version: &'static str,
}

#[derive(Debug, Serialize)]
struct StandardEntry {
    number: &'static str,
    code: &'static str,
    medium: Medium,
    /// The list that the ids of its sources belong to.
    sources: SourceList,
    editions: Vec<EditionEntry>,
}

#[derive(Debug, Serialize)]
struct EditionEntry {
    name: &'static str,
    title_zh: &'static str,
    title_en: &'static str,
    issued: Option<NaiveDate>,
    first_day: NaiveDate,
    last_day: Option<NaiveDate>,
    replaces: &'static str,
    read_at: &'static str,
    confirmation: Confirmation,
    checked_on: NaiveDate,
    #[serde(skip)]
    edition: &'static Edition,
}

/// Rules with the name of their edition.
#[derive(Debug, Serialize)]
pub(crate) struct OfEdition<T> {
    edition: &'static str,
    #[serde(flatten)]
    rules: T,
}

#[derive(Debug, Serialize)]
struct Words {
    words: &'static [Word],
}

/// Collects everything.
pub(crate) fn everything() -> Everything {
    let hj663 = Hj663::all()
        .map(|standard| OfEdition { edition: standard.edition().name, rules: rules(standard, None) });
    Everything {
        schema: SCHEMA_ID,
        program: Program { name: "eqs", version: env!("CARGO_PKG_VERSION") },
        standards: STANDARDS.iter().map(StandardEntry::new).collect(),
        limits: Query::default().with_unconfirmed().iter().collect(),
        gb3095: gb3095::rules(),
        hj633: hj633::rules(),
        hj663: hj663.collect(),
        gb3838: vocabulary::keys(),
        // The words are those of every edition.
        db11t1877: Words { words: Db11t1877::all().last().map_or(&[], Db11t1877::words) },
        indicators: vocabulary::indicators(),
        units: vocabulary::units(),
    }
}

impl StandardEntry {
    fn new(standard: &'static Standard) -> Self {
        let editions = standard.editions().iter().map(|edition| EditionEntry {
            name: edition.name,
            title_zh: edition.title_zh,
            title_en: edition.title_en,
            issued: edition.issued,
            first_day: edition.first_day,
            last_day: standard.last_day(edition),
            replaces: edition.replaces,
            read_at: edition.read_at,
            confirmation: edition.confirmation,
            checked_on: edition.checked_on,
            edition,
        });
        Self {
            number: standard.number(),
            code: standard.code(),
            medium: standard.medium(),
            sources: standard.sources(),
            editions: editions.collect(),
        }
    }
}

impl Answer for Everything {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let header = match lang {
            Lang::Zh => ["标准", "简称", "要素", "版本", "起", "止", "A", "B", "C"],
            Lang::En => ["standard", "short name", "medium", "edition", "from", "to", "A", "B", "C"],
        };
        let mut grid = Grid::new(&header).numbers(&[6, 7, 8]);
        for standard in &self.standards {
            for (at, edition) in standard.editions.iter().enumerate() {
                let count = |grade| {
                    let own = self.limits.iter().filter(|limit| limit.edition == edition.edition);
                    let count = own.filter(|limit| limit.confirmation == grade).count();
                    if count == 0 { String::new() } else { count.to_string() }
                };
                let head = |text: &str| if at == 0 { text.to_owned() } else { String::new() };
                grid.rows.push(vec![
                    head(standard.number),
                    head(standard.code),
                    head(lang.pick(standard.medium.zh(), standard.medium.code())),
                    edition.name.to_owned(),
                    edition.first_day.to_string(),
                    edition.last_day.map_or_else(String::new, |day| day.to_string()),
                    count(Confirmation::A),
                    count(Confirmation::B),
                    count(Confirmation::C),
                ]);
            }
        }
        let (standards, limits) = (self.standards.len(), self.limits.len());
        let (indicators, units) = (self.indicators.len(), self.units.len());
        let version = self.program.version;
        let title = match lang {
            Lang::Zh => format!("eqs {version} 的全部限值"),
            Lang::En => format!("all limits of eqs {version}"),
        };
        let line = match lang {
            Lang::Zh => {
                format!(
                    "标准{standards}项，限值{limits}条，指标{indicators}个，单位{units}个；A、B、C：各确认等级的限值条数"
                )
            }
            Lang::En => format!(
                "{standards} standards, {limits} limits, {indicators} indicators, {units} units; A, B, C: limits of each grade of confirmation"
            ),
        };
        let note = lang.pick(
            "--format json 给出全部内容，--schema 给出其格式；--format csv 每行一条限值",
            "--format json gives all of it, --schema describes that; --format csv gives a row a limit",
        );
        vec![Block { title, lines: vec![line], grid, notes: vec![note.to_owned()] }]
    }

    fn records(&self, lang: Lang) -> Grid {
        flat::records(&self.limits, lang)
    }
}
