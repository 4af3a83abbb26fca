//! Limits as printed: tables with rows and columns.

use eqs::gb3838::{Gb3838, WaterItem};
use eqs::{
    Citation, Clause, Confirmation, Indicator, Lang, Limit, Phrase as _, Requirement, Scope, Standing,
};

use crate::limits::axes::{self, Layout};
use crate::table::{Block, Grid};

/// The most names before a condition.
const NAMED: usize = 8;

/// A table: limits whose rows have columns in common.
struct Table {
    layout: Layout,
    standing: Standing,
    columns: Vec<String>,
    rows: Vec<Row>,
}

struct Row {
    layout: Layout,
    standing: Standing,
    key: (Option<Indicator>, Option<Citation>, String),
    /// Each with the name of its column.
    cells: Vec<(String, Limit)>,
}

/// The tables of limits of one edition, in their order, without titles.
pub(crate) fn blocks(limits: &[Limit], lang: Lang) -> Vec<Block> {
    tables(limits, lang).iter().map(|table| table.block(lang)).collect()
}

fn tables(limits: &[Limit], lang: Lang) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for row in rows(limits, lang) {
        let fits = |table: &&mut Table| {
            let shares = row.cells.iter().any(|(column, _)| table.columns.contains(column));
            shares
                && table.layout == row.layout
                && table.standing == row.standing
                && table.rows.last().is_none_or(|last| last.is_printed_with(&row))
        };
        if let Some(table) = tables.last_mut().filter(|table| fits(table)) {
            table.push(row);
        } else {
            let (layout, standing) = (row.layout, row.standing);
            let mut table = Table { layout, standing, columns: Vec::new(), rows: Vec::new() };
            table.push(row);
            tables.push(table);
        }
    }
    tables
}

fn rows(limits: &[Limit], lang: Lang) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for limit in limits {
        let (layout, standing) = (axes::layout(limit), limit.standing);
        let text = axes::row(limit, lang);
        let key = match layout {
            Layout::Items => (Some(limit.indicator), Some(limit.citation), text),
            Layout::Indices => (None, None, text),
            Layout::Frequencies => (None, Some(limit.citation), text),
        };
        let cell = (axes::column(limit, lang), *limit);
        let same = |row: &&mut Row| row.layout == layout && row.standing == standing && row.key == key;
        match rows.iter_mut().find(same) {
            Some(row) => row.cells.push(cell),
            None => rows.push(Row { layout, standing, key, cells: vec![cell] }),
        }
    }
    // Columns of HJ 633 begin at different nodes.
    if rows.iter().all(|row| row.layout == Layout::Indices) {
        rows.sort_by_key(|row| row.key.2.parse::<u16>().unwrap_or_default());
    }
    rows
}

impl Table {
    /// Adds a row; a new column goes behind the one that it follows in the row.
    fn push(&mut self, row: Row) {
        let mut place = 0_usize;
        for (column, _) in &row.cells {
            if let Some(at) = self.columns.iter().position(|own| own == column) {
                place = at;
            } else {
                self.columns.insert(place.min(self.columns.len()), column.clone());
            }
            place = place.saturating_add(1);
        }
        self.rows.push(row);
    }

    fn limits(&self) -> impl Iterator<Item = &Limit> {
        self.rows.iter().flat_map(|row| row.cells.iter().map(|(_, limit)| limit))
    }

    fn block(&self, lang: Lang) -> Block {
        let place = Place::of(self);
        let confirmation = self.single_confirmation();
        let mut grid = Grid::default();
        let mut columns: Vec<(String, Vec<String>)> = Vec::new();
        let mut numbers = Vec::new();
        let mut add = |head: &str, cells: Vec<String>| columns.push((head.to_owned(), cells));
        let of_first = |cell: &dyn Fn(&Limit) -> String| -> Vec<String> {
            let first = self.rows.iter().map(|row| row.cells.first());
            first.map(|first| first.map_or_else(String::new, |(_, limit)| cell(limit))).collect()
        };
        if let Some((head, cell)) = place.column(lang).filter(|_| self.layout != Layout::Indices) {
            add(head, of_first(&cell));
        }
        let items: Vec<Option<&WaterItem>> = self.rows.iter().map(Row::water_item).collect();
        let is_water = items.iter().any(Option::is_some);
        if is_water {
            let key = |item: Option<&WaterItem>| item.map_or("", |item| item.key).to_owned();
            add(lang.pick("列名", "key"), items.iter().copied().map(key).collect());
        }
        if self.layout == Layout::Items {
            add(lang.pick("项目", "indicator"), of_first(&|limit| axes::indicator(limit, lang)));
        }
        let names: Vec<_> = self.rows.iter().map(|row| row.key.2.clone()).collect();
        if !is_water && names.iter().any(|name| !name.is_empty()) {
            let scope = self.rows.iter().find(|row| !row.key.2.is_empty());
            let scope = scope.and_then(|row| row.cells.first()).map(|(_, limit)| limit.scope);
            add(scope.map_or("", |scope| axes::row_head(scope, lang)), names);
        }
        for column in &self.columns {
            let cell = |row: &Row| {
                let found = row.cells.iter().find(|(own, _)| own == column);
                found.map_or_else(String::new, |(_, limit)| axes::cell(limit, lang))
            };
            add(column, self.rows.iter().map(cell).collect());
        }
        if self.layout == Layout::Items {
            add(lang.pick("单位", "unit"), of_first(&|limit| limit.unit.to_string()));
        }
        if is_water {
            let role = |item: Option<&WaterItem>| {
                item.map_or_else(String::new, |item| item.role.say(lang).to_string())
            };
            add(lang.pick("作用", "role"), items.iter().copied().map(role).collect());
        }
        if confirmation.is_none() {
            add(lang.pick("确认", "confirmed"), self.rows.iter().map(Row::confirmations).collect());
        }
        for (at, (head, _)) in columns.iter().enumerate() {
            if self.columns.contains(head) {
                numbers.push(at);
            }
        }
        grid.header = columns.iter().map(|(head, _)| head.clone()).collect();
        grid.rows = (0..self.rows.len())
            .map(|at| columns.iter().map(|(_, cells)| cells.get(at).cloned().unwrap_or_default()).collect())
            .collect();
        grid.numbers = numbers;
        let line = self.line(&place, confirmation, lang);
        let lines = if line.is_empty() { Vec::new() } else { vec![line] };
        Block { title: String::new(), lines, grid, notes: self.notes(lang) }
    }

    /// What holds for the whole table.
    fn line(&self, place: &Place, confirmation: Option<Confirmation>, lang: Lang) -> String {
        let mut parts = place.line(lang);
        if self.standing != Standing::Binding {
            let standing = self.standing.say(lang);
            parts.push(format!("{}{standing}", lang.pick("性质：", "standing: ")));
        }
        if let Some(confirmation) = confirmation {
            parts.push(format!("{}{confirmation}", lang.pick("确认等级", "confirmation grade ")));
        }
        parts.join(lang.pick("；", "; "))
    }

    /// The grade of all cells, where it is one.
    fn single_confirmation(&self) -> Option<Confirmation> {
        let first = self.limits().next()?.confirmation;
        self.limits().all(|limit| limit.confirmation == first).then_some(first)
    }

    fn notes(&self, lang: Lang) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some(limit) =
            self.limits().find(|limit| matches!(limit.requirement, Requirement::Change { .. }))
        {
            let said = limit.requirement.say(lang);
            notes.push(format!("{}{}{said}", axes::cell(limit, lang), lang.pick("：", ": ")));
        }
        if self.limits().any(|limit| matches!(limit.scope, Scope::Who { .. })) {
            notes.push(
                lang.pick("IT：过渡时期目标；AQG：准则值", "IT: interim target; AQG: guideline level")
                    .to_owned(),
            );
        }
        if self
            .limits()
            .any(|limit| matches!(limit.requirement, Requirement::PowerLaw(law) if law.half_powers != 0))
        {
            notes.push(
                lang.pick("f：频率，以该行频率的单位计", "f: the frequency in the unit of the row")
                    .to_owned(),
            );
        }
        notes.extend(self.conditions(lang));
        notes
    }

    /// The conditions of limits, with what they hold for where that is not the whole table.
    fn conditions(&self, lang: Lang) -> Vec<String> {
        let mut conditions: Vec<&str> = Vec::new();
        for condition in self.limits().filter_map(|limit| limit.condition(lang)) {
            if !conditions.contains(&condition) {
                conditions.push(condition);
            }
        }
        let first = self.limits().next().map(|limit| limit.indicator);
        let is_by_row =
            self.layout == Layout::Frequencies || self.limits().all(|limit| Some(limit.indicator) == first);
        let said = conditions.into_iter().map(|condition| {
            let holds = |limit: &Limit| limit.condition(lang) == Some(condition);
            if self.limits().all(holds) {
                return condition.to_owned();
            }
            let mut names: Vec<String> = Vec::new();
            for (row, limit) in
                self.rows.iter().flat_map(|row| row.cells.iter().map(move |(_, limit)| (row, limit)))
            {
                let name = if is_by_row { row.key.2.clone() } else { limit.indicator.say(lang).to_string() };
                if holds(limit) && !names.contains(&name) {
                    names.push(name);
                }
            }
            names.retain(|name| !name.is_empty());
            if names.is_empty() || names.len() > NAMED {
                return condition.to_owned();
            }
            let colon = lang.pick("：", ": ");
            format!("{}{colon}{condition}", names.join(lang.pick("、", "; ")))
        });
        said.collect()
    }
}

impl Row {
    /// Whether two rows may stand in one table: not if they are items of two printed ones.
    fn is_printed_with(&self, other: &Self) -> bool {
        let clause = |row: &Self| axes::clause(&row.cells.first()?.1);
        match (clause(self), clause(other)) {
            (Some(Clause::Table { table: one, .. }), Some(Clause::Table { table: other, .. })) => {
                one == other
            }
            _ => true,
        }
    }

    /// The item of GB 3838 table 1 that the row is.
    fn water_item(&self) -> Option<&'static WaterItem> {
        let (_, limit) = self.cells.first()?;
        if !matches!(limit.scope, Scope::SurfaceWater { .. }) {
            return None;
        }
        let standard = Gb3838::named(limit.edition.name).ok()?;
        let Scope::SurfaceWater { body, .. } = limit.scope else { return None };
        standard.items().iter().find(|item| item.indicator == limit.indicator && item.body == body)
    }

    /// The grades of the cells, one for all if they are the same.
    fn confirmations(&self) -> String {
        let mut grades: Vec<_> = self.cells.iter().map(|(_, limit)| limit.confirmation.code()).collect();
        if grades.iter().all(|grade| Some(grade) == grades.first()) {
            grades.truncate(1);
        }
        grades.join(" / ")
    }
}

/// What the rows of a table have in common of their places.
enum Place {
    /// All are items of one printed table.
    Table(&'static str),
    /// All have one place.
    Clause(Clause),
    /// They stand at several places.
    Several,
}

impl Place {
    fn of(table: &Table) -> Self {
        let clauses: Vec<Clause> = table.limits().filter_map(axes::clause).collect();
        let printed = |clause: &Clause| match *clause {
            Clause::Table { table, item } if !item.is_empty() => Some(table),
            _ => None,
        };
        match clauses.first() {
            Some(first) if clauses.len() > 1 && clauses.iter().all(|clause| clause == first) => {
                Self::Clause(*first)
            }
            Some(first) if clauses.iter().all(|clause| printed(clause) == printed(first)) => {
                printed(first).map_or(Self::Clause(*first), Self::Table)
            }
            _ => Self::Several,
        }
    }

    fn line(&self, lang: Lang) -> Vec<String> {
        match self {
            Self::Table(table) => vec![Clause::Table { table, item: "" }.say(lang).to_string()],
            Self::Clause(clause) => vec![clause.say(lang).to_string()],
            Self::Several => Vec::new(),
        }
    }

    /// The column of the places, where they differ.
    fn column(&self, lang: Lang) -> Option<(&'static str, impl Fn(&Limit) -> String + use<>)> {
        let (head, is_item) = match self {
            Self::Table(_) => (lang.pick("序号", "item"), true),
            Self::Clause(_) => return None,
            Self::Several => (lang.pick("出处", "where"), false),
        };
        Some((head, move |limit: &Limit| match axes::clause(limit) {
            Some(Clause::Table { item, .. }) if is_item => item.to_owned(),
            clause => clause.map_or_else(String::new, |clause| clause.say(lang).to_string()),
        }))
    }
}
