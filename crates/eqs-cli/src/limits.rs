//! `eqs limits`: the tables of a standard.

use eqs::gb3095::{AirLimit, Gb3095};
use eqs::gb3838::{Gb3838, Role, WaterItem, WaterLimits};
use eqs::hj633::{Category, Column, Hj633, Node};
use eqs::{
    AirGrade, Averaging, Citation, Confirmation, Edition, Indicator, Lang, NaiveDate, Phrase as _, Unit,
    WaterBody, WaterClass,
};
use serde::Serialize;

use crate::args::LimitsArgs;
use crate::edition::{Standard, unknown};
use crate::error::{CliError, Location};
use crate::format::Answer;
use crate::problem::Problem;
use crate::table::{Block, Grid};

/// The tables of one edition, or what they say of one indicator.
#[derive(Serialize)]
pub(crate) struct Limits {
    edition: &'static Edition,
    last_day: Option<NaiveDate>,
    #[serde(skip)]
    symbol: Option<Indicator>,
    #[serde(flatten)]
    tables: Tables,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Tables {
    Air { limits: Vec<AirLimit> },
    Aqi { break_points: Vec<BreakPoints>, categories: &'static [Category] },
    Water { items: Vec<ItemLimits> },
}

/// A column of HJ 633.
#[derive(Serialize)]
struct BreakPoints {
    indicator: Indicator,
    averaging: Averaging,
    unit: Unit,
    nodes: Vec<Node>,
    /// The index above the last node; none: no index is calculated there.
    index_above: Option<u16>,
    /// The rule for that.
    above: Citation,
    citation: Citation,
}

/// A row of GB 3838 table 1.
#[derive(Serialize)]
struct ItemLimits {
    indicator: Indicator,
    key: &'static str,
    zh: &'static str,
    body: Option<WaterBody>,
    unit: Unit,
    /// Classes I to V as printed: a limit with its relation, an interval, or empty.
    limits: Vec<String>,
    role: Role,
    citation: Citation,
    confirmation: Confirmation,
}

/// Looks up what a request asks for.
pub(crate) fn limits(request: &LimitsArgs) -> Result<Limits, CliError> {
    let symbol = request.symbol.as_deref().map(|text| {
        text.parse::<Indicator>()
            .map_err(|_| CliError::refuse(Location::option("--symbol", text), Problem::UnknownIndicator))
    });
    let symbol = symbol.transpose()?;
    let (standard, behind_number) = Standard::parse(&request.standard).map_err(CliError::Usage)?;
    let edition = standard.edition(behind_number, &request.edition)?;
    let is_wanted = |indicator: Indicator| symbol.is_none_or(|symbol| symbol == indicator);
    let named = |error| unknown(&error);
    let (tables, last_day) = match standard {
        Standard::Gb3095 => {
            let standard = Gb3095::named(edition.name).map_err(named)?;
            let limits = standard.limits().filter(|limit| is_wanted(limit.indicator)).collect();
            (Tables::Air { limits }, standard.last_day())
        }
        Standard::Hj633 => {
            let standard = Hj633::named(edition.name).map_err(named)?;
            let columns = standard.columns().iter().filter(|column| is_wanted(column.indicator));
            let break_points = columns.map(BreakPoints::from).collect();
            (Tables::Aqi { break_points, categories: standard.categories() }, standard.last_day())
        }
        Standard::Gb3838 => {
            let standard = Gb3838::named(edition.name).map_err(named)?;
            let items = standard.items().iter().filter(|item| is_wanted(item.indicator));
            (Tables::Water { items: items.map(ItemLimits::from).collect() }, None)
        }
    };
    Ok(Limits { edition, last_day, symbol, tables })
}

impl From<&Column> for BreakPoints {
    fn from(column: &Column) -> Self {
        let Column { indicator, averaging, unit, citation, above, .. } = *column;
        Self {
            indicator,
            averaging,
            unit,
            nodes: column.nodes().collect(),
            index_above: above.index,
            above: above.citation,
            citation,
        }
    }
}

impl From<&WaterItem> for ItemLimits {
    fn from(item: &WaterItem) -> Self {
        let limits = match item.limits {
            WaterLimits::Each { relation, limits } => {
                let cell = |limit| format!("{} {limit}", relation.say(Lang::En));
                limits.iter().map(|limit| limit.map_or_else(String::new, cell)).collect()
            }
            WaterLimits::Range { low, high } => vec![format!("{low}–{high}"); WaterClass::ALL.len()],
            WaterLimits::Change => vec![String::new(); WaterClass::ALL.len()],
        };
        let WaterItem { indicator, key, zh, body, unit, role, citation, confirmation, .. } = *item;
        Self { indicator, key, zh, body, unit, limits, role, citation, confirmation }
    }
}

impl Answer for Limits {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let title =
            format!("{} {}", self.edition.say(lang), lang.pick(self.edition.title_zh, self.edition.title_en));
        let mut lines = vec![in_force(self.edition, self.last_day, lang)];
        let (mut first, second) = match &self.tables {
            Tables::Air { limits } => (air_grid(limits, lang), None),
            Tables::Aqi { break_points, categories } => {
                (aqi_grid(break_points), Some(category_block(categories, lang)))
            }
            Tables::Water { items } => (water_grid(items, lang), None),
        };
        if first.rows.is_empty() {
            let symbol = self.symbol.map(|symbol| symbol.say(lang).to_string()).unwrap_or_default();
            lines.push(format!("{}{symbol}", lang.pick("没有限值：", "no limit for ")));
            first = Grid::default();
        }
        let notes = match &self.tables {
            Tables::Aqi { break_points, .. } => above_last_nodes(break_points, lang),
            _ => Vec::new(),
        };
        let first = Block { title, lines, grid: first, notes };
        core::iter::once(first).chain(second.filter(|_| self.symbol.is_none())).collect()
    }

    fn records(&self, lang: Lang) -> Grid {
        let own = [self.edition.standard.to_owned(), self.edition.name.to_owned()];
        let mut grid = match &self.tables {
            Tables::Air { limits } => air_records(limits, lang),
            Tables::Aqi { break_points, .. } => aqi_records(break_points, lang),
            Tables::Water { items } => water_records(items, lang),
        };
        grid.header.splice(..0, ["standard".to_owned(), "edition".to_owned()]);
        for row in &mut grid.rows {
            row.splice(..0, own.clone());
        }
        grid
    }
}

fn in_force(edition: &Edition, last_day: Option<NaiveDate>, lang: Lang) -> String {
    let first = edition.first_day;
    match (lang, last_day) {
        (Lang::Zh, None) => format!("自{first}起实施"),
        (Lang::Zh, Some(last)) => format!("自{first}起实施，至{last}"),
        (Lang::En, None) => format!("in force from {first}"),
        (Lang::En, Some(last)) => format!("in force from {first} to {last}"),
    }
}

fn air_grid(limits: &[AirLimit], lang: Lang) -> Grid {
    let header = match lang {
        Lang::Zh => ["污染物", "平均时间", "一级", "二级", "单位", "出处", "确认"],
        Lang::En => ["pollutant", "averaging time", "grade 1", "grade 2", "unit", "where", "confirmed"],
    };
    let mut grid = Grid::new(&header).numbers(&[2, 3]);
    let mut last = None;
    for limit in limits {
        let value = limit.quantity.value.to_string();
        let of_grade = |grade| if limit.grade == grade { value.clone() } else { String::new() };
        let key = Some((limit.indicator, limit.averaging));
        match grid.rows.last_mut().filter(|_| last == key) {
            // The grades of a row come one after the other.
            Some(row) => {
                if let Some(cell) = row.get_mut(3) {
                    *cell = of_grade(AirGrade::Two);
                }
            }
            None => grid.rows.push(vec![
                limit.indicator.to_string(),
                limit.averaging.say(lang).to_string(),
                of_grade(AirGrade::One),
                of_grade(AirGrade::Two),
                limit.quantity.unit.to_string(),
                limit.citation.say(lang).to_string(),
                limit.confirmation.to_string(),
            ]),
        }
        last = key;
    }
    grid
}

fn air_records(limits: &[AirLimit], lang: Lang) -> Grid {
    let mut grid =
        Grid::new(&["symbol", "averaging", "grade", "limit", "unit", "citation", "confirmation", "note"]);
    grid.rows.extend(limits.iter().map(|limit| {
        vec![
            limit.indicator.to_string(),
            limit.averaging.to_string(),
            limit.grade.to_string(),
            limit.quantity.value.to_string(),
            limit.quantity.unit.to_string(),
            limit.citation.say(lang).to_string(),
            limit.confirmation.to_string(),
            limit.note.to_owned(),
        ]
    }));
    grid
}

/// As printed: one row an index, one column a pollutant and averaging time.
fn aqi_grid(columns: &[BreakPoints]) -> Grid {
    let mut grid = Grid::new(&["IAQI"]).numbers(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    let heads =
        columns.iter().map(|column| format!("{} {}\n{}", column.indicator, column.averaging, column.unit));
    grid.header.extend(heads);
    let mut indices: Vec<u16> =
        columns.iter().flat_map(|column| &column.nodes).map(|node| node.index).collect();
    indices.sort_unstable();
    indices.dedup();
    for index in indices {
        let cells = columns.iter().map(|column| {
            let node = column.nodes.iter().find(|node| node.index == index);
            node.map_or_else(String::new, |node| node.concentration.to_string())
        });
        grid.rows.push(core::iter::once(index.to_string()).chain(cells).collect());
    }
    grid
}

/// What holds above the last node of each column.
fn above_last_nodes(columns: &[BreakPoints], lang: Lang) -> Vec<String> {
    let mut rules: Vec<(Option<u16>, Citation)> = Vec::new();
    for column in columns {
        let rule = (column.index_above, column.above);
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    let note = |rule: &(Option<u16>, Citation)| {
        let columns = columns.iter().filter(|column| (column.index_above, column.above) == *rule);
        let names: Vec<_> =
            columns.map(|column| format!("{} {}", column.indicator, column.averaging)).collect();
        let (names, citation) = (names.join(lang.pick("、", ", ")), rule.1.say(lang));
        match (lang, rule.0) {
            (Lang::Zh, Some(index)) => format!("高于末端节点时分指数取{index}（{citation}）：{names}"),
            (Lang::Zh, None) => format!("高于末端节点时不计算分指数（{citation}）：{names}"),
            (Lang::En, Some(index)) => {
                format!("above the last node the index is {index} ({citation}): {names}")
            }
            (Lang::En, None) => format!("above the last node there is no index ({citation}): {names}"),
        }
    };
    rules.iter().map(note).collect()
}

fn aqi_records(columns: &[BreakPoints], lang: Lang) -> Grid {
    let mut grid = Grid::new(&["symbol", "averaging", "unit", "iaqi", "concentration", "citation"]);
    for column in columns {
        grid.rows.extend(column.nodes.iter().map(|node| {
            vec![
                column.indicator.to_string(),
                column.averaging.to_string(),
                column.unit.to_string(),
                node.index.to_string(),
                node.concentration.to_string(),
                column.citation.say(lang).to_string(),
            ]
        }));
    }
    grid
}

fn category_block(categories: &[Category], lang: Lang) -> Block {
    let header = match lang {
        Lang::Zh => ["AQI", "级别", "类别", "颜色"],
        Lang::En => ["AQI", "level", "category", "colour"],
    };
    let mut grid = Grid::new(&header);
    grid.rows.extend(categories.iter().map(|category| {
        let range = match category.high {
            Some(high) => format!("{}–{high}", category.low),
            None => format!("≥ {}", category.low),
        };
        let Category { level, level_zh, category_zh, category_en, color_zh, hex, .. } = *category;
        match lang {
            Lang::Zh => vec![range, level_zh.into(), category_zh.into(), color_zh.into()],
            Lang::En => vec![range, level.to_string(), category_en.into(), hex.into()],
        }
    }));
    let title = lang.pick("空气质量指数类别", "categories of the index").to_owned();
    Block { title, grid, ..Block::default() }
}

fn water_grid(items: &[ItemLimits], lang: Lang) -> Grid {
    let header = match lang {
        Lang::Zh => ["列名", "项目", "水体", "单位", "I", "II", "III", "IV", "V", "作用"],
        Lang::En => ["key", "item", "body", "unit", "I", "II", "III", "IV", "V", "role"],
    };
    let mut grid = Grid::new(&header);
    grid.rows.extend(items.iter().map(|item| {
        let mut row = vec![
            item.key.to_owned(),
            lang.pick(item.zh, item.indicator.symbol()).to_owned(),
            item.body.map_or_else(String::new, |body| body.say(lang).to_string()),
            item.unit.to_string(),
        ];
        row.extend(item.limits.iter().cloned());
        row.push(item.role.say(lang).to_string());
        row
    }));
    grid
}

fn water_records(items: &[ItemLimits], lang: Lang) -> Grid {
    let mut grid = Grid::new(&[
        "symbol",
        "key",
        "body",
        "unit",
        "I",
        "II",
        "III",
        "IV",
        "V",
        "role",
        "citation",
        "confirmation",
    ]);
    grid.rows.extend(items.iter().map(|item| {
        let body = item.body.map_or("", WaterBody::code);
        let mut row = vec![item.indicator.to_string(), item.key.into(), body.into(), item.unit.to_string()];
        row.extend(item.limits.iter().cloned());
        row.extend([
            item.role.to_string(),
            item.citation.say(lang).to_string(),
            item.confirmation.to_string(),
        ]);
        row
    }));
    grid
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::EditionArgs;

    #[track_caller]
    fn check(standard: &str, edition: Option<&str>, expected: Result<&str, u8>) {
        let edition = EditionArgs { on: None, edition: edition.map(Into::into) };
        let found = limits(&LimitsArgs { standard: standard.into(), edition, symbol: None });
        let found = found.as_ref().map(|limits| limits.edition.name).map_err(CliError::exit_code);
        assert_eq!(found, expected, "{standard}");
    }

    #[test]
    fn standards_and_editions_as_people_type_them() {
        check("GB 3095-2012", None, Ok("2012"));
        check("gb3095-2026-final", None, Ok("2026 final"));
        check("GB 3838—2002", None, Ok("2002")); // as Chinese documents print it
        check("GB3095", Some("2026_transition"), Ok("2026 transition"));
        check("GB 3095", Some("2012-amended-2018"), Ok("2012 amended 2018"));
        check("HJ 633", Some("2026"), Ok("2026"));
        check("GB 3095", Some("2026"), Err(2));
        check("GB 3095", Some("20"), Err(2));
        check("GB 3095", None, Err(2));
        check("GB 3095-2012", Some("2012"), Err(2));
        check("GB 3096", Some("2008"), Err(2));
    }
}
