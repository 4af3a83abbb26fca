//! `eqs bulletin`: the figures of a bulletin, judged.

use eqs::Medium;
use eqs::bulletin::{Bulletin, Figure};
use eqs::gb3095::Gb3095;
use eqs::observation::{Judged, Yardstick, judge};
use eqs::{Confirmation, Indicator, Lang, Phrase as _, Place, PlaceKind, Quantity, Statistic};
use serde::Serialize;

use crate::edition::{Editions, unknown};
use crate::error::{CliError, Location};
use crate::format::Answer;
use crate::judgement::Parts;
use crate::problem::Problem;
use crate::record;
use crate::table::{Block, Grid};
use crate::usage::Usage;

/// A bulletin with a judgement of each figure that a standard speaks of.
#[derive(Serialize)]
pub(crate) struct JudgedBulletin {
    code: &'static str,
    year: u16,
    title_zh: &'static str,
    title_en: &'static str,
    /// Air, then water.
    standards: [String; 2],
    /// Whether the edition for air was asked for by name.
    air_edition_is_chosen: bool,
    figures: Vec<JudgedFigure>,
    #[serde(skip)]
    bulletin: &'static Bulletin,
    #[serde(skip)]
    yardstick: Yardstick,
}

/// A figure and its parts.
#[derive(Serialize)]
pub(crate) struct JudgedFigure {
    #[serde(flatten)]
    pub(crate) figure: &'static Figure,
    pub(crate) judged: Option<Judged>,
}

/// The pollutants of the table of districts, in its order.
const OF_DISTRICTS: [Indicator; 4] = [Indicator::PM2_5, Indicator::NO2, Indicator::PM10, Indicator::SO2];

/// Judges a bulletin by the standards in force at the end of its year, or air by an edition of that name.
pub(crate) fn judge_bulletin(year: u16, by: Option<&str>) -> Result<JudgedBulletin, CliError> {
    let bulletin = Bulletin::of(year).map_err(|error| CliError::Usage(Usage::Other(error.to_string())))?;
    let mut yardstick = Yardstick::of_year(year, Place::BEIJING)
        .map_err(|error| CliError::refuse(Location::default(), Problem::NotInForce(error)))?;
    if let Some(name) = by {
        let edition = Editions::of(Gb3095::all().map(Gb3095::edition)).named(name)?;
        yardstick.air = Gb3095::named(edition.name).map_err(|error| unknown(&error))?;
    }
    let figures = bulletin.figures().iter().map(|figure| {
        let judged = judge(&figure.observation, &yardstick)
            .map_err(|error| CliError::refuse(Location::default(), Problem::Other(error.to_string())))?;
        Ok(JudgedFigure { figure, judged })
    });
    Ok(JudgedBulletin {
        code: bulletin.code,
        year,
        title_zh: bulletin.title_zh,
        title_en: bulletin.title_en,
        standards: [yardstick.air.edition().to_string(), yardstick.water.edition().to_string()],
        air_edition_is_chosen: by.is_some(),
        figures: figures.collect::<Result<_, CliError>>()?,
        bulletin,
        yardstick,
    })
}

impl Answer for JudgedBulletin {
    fn blocks(&self, lang: Lang) -> Vec<Block> {
        let mut blocks = self.summary(lang);
        blocks.push(self.others(lang));
        blocks.extend(Medium::ALL.iter().map(|medium| self.unjudged(*medium, lang)));
        blocks.retain(|block| !block.grid.rows.is_empty());
        blocks
    }

    fn records(&self, lang: Lang) -> Grid {
        let mut grid = record::grid();
        grid.rows.extend(self.figures.iter().map(|figure| record::of_figure(figure, lang)));
        grid
    }
}

impl JudgedBulletin {
    /// City, districts, water.
    pub(crate) fn summary(&self, lang: Lang) -> Vec<Block> {
        vec![self.city(lang), self.days(lang), self.districts(lang), self.water(lang), self.shares(lang)]
    }

    fn head(&self, lang: Lang) -> Vec<String> {
        let (air, water) = (self.yardstick.air.edition().say(lang), self.yardstick.water.edition().say(lang));
        let published = self.bulletin.published.say(lang);
        let chosen = if self.air_edition_is_chosen {
            lang.pick("（按指定版本）", " (as asked)")
        } else {
            lang.pick("（当年实施）", " (in force that year)")
        };
        let grade = self.yardstick.air_grade.say(lang);
        match lang {
            Lang::Zh => vec![
                format!("{}（{published}发布）", self.bulletin.publisher),
                format!("评价依据：{air} {grade}{chosen}，{water}"),
            ],
            Lang::En => vec![
                format!("{}, published {published}", self.code),
                format!("judged by {air} {grade}{chosen} and {water}"),
            ],
        }
    }

    fn city(&self, lang: Lang) -> Block {
        let header = match lang {
            Lang::Zh => ["指标", "统计量", "数值", "限值", "结论", "超标倍数", "依据", "行"],
            Lang::En => ["indicator", "statistic", "value", "limit", "verdict", "multiple", "rule", "line"],
        };
        let mut grid = Grid::new(&header).numbers(&[2, 3, 5, 7]);
        let (mut notes, mut grades) = (Vec::new(), Vec::new());
        let mut seen: Vec<(Indicator, Statistic, Quantity)> = Vec::new();
        for figure in &self.figures {
            let observation = &figure.figure.observation;
            let is_headline = figure.figure.medium == Medium::Air
                && observation.place == Place::BEIJING
                && figure.judged.is_some()
                && figure.figure.note != "综述"; // the summary ahead of the chapters
            let key = (observation.indicator, observation.statistic, observation.quantity);
            // The text of a bulletin repeats its headline figures.
            if !is_headline || seen.contains(&key) {
                continue;
            }
            seen.push(key);
            let parts = Parts::new(figure.judged.as_ref(), lang);
            if !parts.reason.is_empty() {
                notes.push(format!(
                    "{}{}{}",
                    observation.indicator.say(lang),
                    lang.pick("：", ": "),
                    parts.reason
                ));
            }
            grid.rows.push(vec![
                observation.indicator.say(lang).to_string(),
                observation.statistic.say(lang).to_string(),
                record::value(observation, lang),
                parts.limit,
                parts.verdict,
                parts.multiple,
                parts.rule,
                observation.source.line.to_string(),
            ]);
            grades.push(parts.confirmation);
        }
        let title = lang.pick(self.title_zh, self.title_en).to_owned();
        let mut lines = self.head(lang);
        lines.extend(grade(&mut grid, &grades, lang));
        Block { title, lines, grid, notes }
    }

    /// Days of the city, of which no standard speaks.
    fn days(&self, lang: Lang) -> Block {
        let header = match lang {
            Lang::Zh => ["指标", "统计量", "数值", "行"],
            Lang::En => ["indicator", "statistic", "value", "line"],
        };
        let mut grid = Grid::new(&header).numbers(&[2, 3]);
        for figure in self.figures.iter().filter(|figure| is_of_days(figure)) {
            let observation = &figure.figure.observation;
            grid.rows.push(vec![
                observation.indicator.say(lang).to_string(),
                observation.statistic.say(lang).to_string(),
                record::value(observation, lang),
                observation.source.line.to_string(),
            ]);
        }
        let title = match lang {
            Lang::Zh => format!("天数，{}年", self.year),
            Lang::En => format!("days, {}", self.year),
        };
        Block { title, grid, ..Block::default() }
    }

    fn districts(&self, lang: Lang) -> Block {
        let mut grid = Grid::new(&[lang.pick("区", "district")]).numbers(&[1, 2, 3, 4]);
        grid.header.extend(OF_DISTRICTS.iter().map(Indicator::to_string));
        let mut places: Vec<Place> = Vec::new();
        for figure in self.figures.iter().filter(|figure| is_of_district(figure)) {
            if !places.contains(&figure.figure.observation.place) {
                places.push(figure.figure.observation.place);
            }
        }
        let of_districts = self.figures.iter().filter(|figure| is_of_district(figure));
        let grades: Vec<_> =
            of_districts.map(|figure| Parts::new(figure.judged.as_ref(), lang).confirmation).collect();
        let single = single_grade(&grades);
        for place in places {
            let cells = OF_DISTRICTS.iter().map(|indicator| {
                let figure = self.figures.iter().find(|figure| {
                    let observation = &figure.figure.observation;
                    is_of_district(figure)
                        && observation.place == place
                        && observation.indicator == *indicator
                });
                figure.map_or_else(String::new, |figure| {
                    let Parts { mark, confirmation, .. } = Parts::new(figure.judged.as_ref(), lang);
                    let grade = confirmation.filter(|_| single.is_none());
                    let grade = grade.map_or_else(String::new, |grade| format!(" {grade}"));
                    format!("{} {mark}{grade}", figure.figure.observation.quantity.value)
                })
            });
            grid.rows.push(core::iter::once(place.say(lang).to_string()).chain(cells).collect());
        }
        let title = match lang {
            Lang::Zh => format!("各区年均浓度，{}年（µg/m³）", self.year),
            Lang::En => format!("annual means of the districts, {} (µg/m³)", self.year),
        };
        let mut notes =
            vec![lang.pick("✓ 达标，✗ 超标，? 无法判定", "✓ met, ✗ exceeded, ? undetermined").to_owned()];
        if single.is_none() && !grades.is_empty() {
            notes.push(lang.pick(GRADES.0, GRADES.1).to_owned());
        }
        let lines = single.map(|single| of_all(single, lang)).into_iter().collect();
        Block { title, lines, grid, notes }
    }

    /// Annual means over sections, by class.
    fn water(&self, lang: Lang) -> Block {
        let header = match lang {
            Lang::Zh => ["指标", "统计量", "数值", "类别", "依据", "行"],
            Lang::En => ["indicator", "statistic", "value", "class", "rule", "line"],
        };
        let mut grid = Grid::new(&header).numbers(&[2, 5]);
        let mut grades = Vec::new();
        for figure in self.figures.iter().filter(|figure| is_of_water(figure)) {
            let observation = &figure.figure.observation;
            let parts = Parts::new(figure.judged.as_ref(), lang);
            grid.rows.push(vec![
                observation.indicator.say(lang).to_string(),
                observation.statistic.say(lang).to_string(),
                record::value(observation, lang),
                parts.verdict,
                parts.rule,
                observation.source.line.to_string(),
            ]);
            grades.push(parts.confirmation);
        }
        let lines = grade(&mut grid, &grades, lang).into_iter().collect();
        let title = match lang {
            Lang::Zh => format!("地表水，{}年", self.year),
            Lang::En => format!("surface water, {}", self.year),
        };
        Block { title, lines, grid, ..Block::default() }
    }

    /// Shares of river length, lake area and storage.
    fn shares(&self, lang: Lang) -> Block {
        let header = match lang {
            Lang::Zh => ["对象", "指标", "统计量", "数值", "行"],
            Lang::En => ["of", "indicator", "statistic", "value", "line"],
        };
        let mut grid = Grid::new(&header).numbers(&[3, 4]);
        for figure in self.figures.iter().filter(|figure| is_share_of_water(figure)) {
            let observation = &figure.figure.observation;
            grid.rows.push(vec![
                observation.place.say(lang).to_string(),
                observation.indicator.say(lang).to_string(),
                observation.statistic.say(lang).to_string(),
                record::value(observation, lang),
                observation.source.line.to_string(),
            ]);
        }
        let title = match lang {
            Lang::Zh => format!("河流、湖泊、水库，{}年", self.year),
            Lang::En => format!("rivers, lakes and reservoirs, {}", self.year),
        };
        Block { title, grid, ..Block::default() }
    }

    /// Judged figures of places that are neither the city nor a district.
    fn others(&self, lang: Lang) -> Block {
        let header = match lang {
            Lang::Zh => ["地点", "指标", "数值", "限值", "结论", "超标倍数", "行"],
            Lang::En => ["place", "indicator", "value", "limit", "verdict", "multiple", "line"],
        };
        let mut grid = Grid::new(&header).numbers(&[2, 3, 5, 6]);
        let mut grades = Vec::new();
        for figure in &self.figures {
            let observation = &figure.figure.observation;
            if figure.judged.is_none()
                || figure.figure.medium != Medium::Air
                || observation.place == Place::BEIJING
                || is_of_district(figure)
            {
                continue;
            }
            let parts = Parts::new(figure.judged.as_ref(), lang);
            grid.rows.push(vec![
                observation.place.say(lang).to_string(),
                observation.indicator.say(lang).to_string(),
                record::value(observation, lang),
                parts.limit,
                parts.verdict,
                parts.multiple,
                observation.source.line.to_string(),
            ]);
            grades.push(parts.confirmation);
        }
        let lines = grade(&mut grid, &grades, lang).into_iter().collect();
        let title = lang.pick("其他地点", "other places").to_owned();
        Block { title, lines, grid, ..Block::default() }
    }

    /// Figures of a medium that stand in no other table.
    fn unjudged(&self, medium: Medium, lang: Lang) -> Block {
        let header = match lang {
            Lang::Zh => ["对象", "指标", "统计量", "数值", "行"],
            Lang::En => ["of", "indicator", "statistic", "value", "line"],
        };
        let mut grid = Grid::new(&header).numbers(&[3, 4]);
        for figure in &self.figures {
            let observation = &figure.figure.observation;
            let is_elsewhere = figure.judged.is_some() || is_of_days(figure) || is_share_of_water(figure);
            if is_elsewhere || figure.figure.medium != medium {
                continue;
            }
            grid.rows.push(vec![
                observation.place.say(lang).to_string(),
                observation.indicator.say(lang).to_string(),
                observation.statistic.say(lang).to_string(),
                format!("{}{}", observation.bound.say(lang), record::value(observation, lang)),
                observation.source.line.to_string(),
            ]);
        }
        let title = match lang {
            Lang::Zh => format!("其他数据：{}", medium.zh()),
            Lang::En => format!("other figures, not judged: {}", medium.en()),
        };
        Block { title, grid, ..Block::default() }
    }
}

/// Says how well the judgements are confirmed: in a line where all are alike, else in a column.
fn grade(grid: &mut Grid, grades: &[Option<Confirmation>], lang: Lang) -> Option<String> {
    if let Some(single) = single_grade(grades) {
        return Some(of_all(single, lang));
    }
    if grades.iter().all(Option::is_none) {
        return None;
    }
    grid.header.push(lang.pick("确认", "grade").to_owned());
    for (row, grade) in grid.rows.iter_mut().zip(grades) {
        row.push(grade.map_or_else(String::new, |grade| grade.to_string()));
    }
    Some(lang.pick(GRADES.0, GRADES.1).to_owned())
}

/// What the letters mean.
const GRADES: (&str, &str) = (
    "确认等级：A 原文或两个来源，B 单一来源，C 未经确认（就所用限值和规则而言）",
    "grade of confirmation of the limits and rules used: A text or two sources, B one source, C not confirmed",
);

/// The grade of all judgements, where it is one.
fn single_grade(grades: &[Option<Confirmation>]) -> Option<Confirmation> {
    let mut found = grades.iter().flatten();
    let first = found.next()?;
    found.all(|grade| grade == first).then_some(*first)
}

fn of_all(grade: Confirmation, lang: Lang) -> String {
    let note = match grade {
        Confirmation::A => "",
        Confirmation::B => lang.pick("（单一来源）", " (one source)"),
        Confirmation::C => lang.pick("（未经确认）", " (not confirmed)"),
    };
    format!("{}{grade}{note}", lang.pick("确认等级", "confirmation grade "))
}

fn is_of_days(figure: &JudgedFigure) -> bool {
    let observation = &figure.figure.observation;
    observation.place == Place::BEIJING
        && matches!(observation.statistic, Statistic::Days | Statistic::ShareOfDays)
}

fn is_of_district(figure: &JudgedFigure) -> bool {
    let observation = &figure.figure.observation;
    let is_area = matches!(observation.place.kind(), PlaceKind::District | PlaceKind::FunctionalArea);
    figure.judged.is_some() && is_area && OF_DISTRICTS.contains(&observation.indicator)
}

fn is_of_water(figure: &JudgedFigure) -> bool {
    figure.figure.medium == Medium::Water && figure.judged.is_some()
}

fn is_share_of_water(figure: &JudgedFigure) -> bool {
    let is_share = matches!(
        figure.figure.observation.statistic,
        Statistic::ShareOfRiverLength | Statistic::ShareOfLakeArea | Statistic::ShareOfStorage
    );
    is_share && figure.figure.medium == Medium::Water
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grades_that_differ_have_a_column() {
        let mut grid = Grid::new(&["line"]);
        grid.rows = ["1", "2", "3"].map(|line| vec![line.to_owned()]).into();
        let grades = [Some(Confirmation::A), None, Some(Confirmation::C)];
        assert_eq!(grade(&mut grid, &grades, Lang::Zh).as_deref(), Some(GRADES.0));
        assert_eq!(grid.header, ["line", "确认"]);
        assert_eq!(grid.rows, [["1", "A"], ["2", ""], ["3", "C"]]);
    }

    #[test]
    fn one_grade_has_a_line() {
        let mut grid = Grid::new(&["line"]);
        assert_eq!(grade(&mut grid, &[None], Lang::En), None);
        let grades = [Some(Confirmation::C), None];
        assert_eq!(
            grade(&mut grid, &grades, Lang::En).as_deref(),
            Some("confirmation grade C (not confirmed)")
        );
        assert_eq!(grid.header, ["line"]);
    }
}
