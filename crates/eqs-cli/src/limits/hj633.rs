//! What HJ 633 says beside its break points.

use eqs::hj633::{Category, Column, Hj633};
use eqs::{Citation, Edition, Indicator, Lang, Limit, Phrase as _, Scope, SensitiveGroup};

use crate::limits::axes;
use crate::table::{Block, Grid};

/// The edition of HJ 633, if it is one.
fn standard(edition: &Edition) -> Option<Hj633> {
    if edition.standard == "HJ 633" { Hj633::named(edition.name).ok() } else { None }
}

/// What holds above the last node of each column that is shown.
pub(crate) fn above_last_nodes(edition: &Edition, limits: &[Limit], lang: Lang) -> Vec<String> {
    let Some(standard) = standard(edition) else { return Vec::new() };
    let is_shown = |column: &&Column| {
        limits.iter().any(|limit| {
            limit.indicator == column.indicator
                && matches!(limit.scope, Scope::Index { averaging, .. } if averaging == column.averaging)
        })
    };
    let columns: Vec<&Column> = standard.columns().iter().filter(is_shown).collect();
    let mut rules: Vec<(Option<u16>, Citation)> = Vec::new();
    for column in &columns {
        let rule = (column.above.index, column.above.citation);
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    let note = |rule: &(Option<u16>, Citation)| {
        let columns = columns.iter().filter(|column| (column.above.index, column.above.citation) == *rule);
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

/// The categories of the index.
pub(crate) fn categories(edition: &Edition, lang: Lang) -> Option<Block> {
    let categories = standard(edition)?.categories();
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
    let cited =
        categories.first().map(|category| category.citation.say(lang).to_string()).unwrap_or_default();
    let title = match lang {
        Lang::Zh => format!("空气质量指数类别（{cited}）"),
        Lang::En => format!("categories of the index ({cited})"),
    };
    Some(Block { title, grid, ..Block::default() })
}

/// Whom a pollutant concerns first where its sub-index exceeds 100.
pub(crate) fn sensitive_groups(edition: &Edition, only: Option<Indicator>, lang: Lang) -> Option<Block> {
    let standard = standard(edition)?;
    let mut grid = Grid::new(&[lang.pick("污染物", "pollutant")]);
    grid.header.extend(
        SensitiveGroup::ALL.iter().map(|group| axes::wrapped(lang.pick(group.zh(), group.en()), axes::HEAD)),
    );
    let mut cited = None;
    let mut pollutants: Vec<Indicator> = Vec::new();
    for column in standard.columns() {
        let is_wanted = only.is_none_or(|only| only == column.indicator);
        if !is_wanted || pollutants.contains(&column.indicator) {
            continue;
        }
        pollutants.push(column.indicator);
        if let Some(row) = standard.sensitive_groups(column.indicator) {
            cited = Some(row.citation);
            let mark =
                |group: &SensitiveGroup| if row.groups().any(|own| own == *group) { "✓" } else { "" };
            let marks = SensitiveGroup::ALL.iter().map(|group| mark(group).to_owned());
            grid.rows.push(core::iter::once(column.indicator.to_string()).chain(marks).collect());
        }
    }
    let cited = cited?.say(lang).to_string();
    let title = match lang {
        Lang::Zh => format!("分指数大于100时的敏感人群（{cited}）"),
        Lang::En => format!("sensitive groups where a sub-index exceeds 100 ({cited})"),
    };
    Some(Block { title, grid, ..Block::default() })
}
