//! Tables for people.

use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle, presets};

/// A part of a printed answer: a title, lines of text, a table, and lines below it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    /// The title.
    pub(crate) title: String,
    /// What stands between title and table.
    pub(crate) lines: Vec<String>,
    /// The table.
    pub(crate) grid: Grid,
    /// What stands below the table.
    pub(crate) notes: Vec<String>,
}

/// Rows of cells under a header.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grid {
    /// The header.
    pub(crate) header: Vec<String>,
    /// The rows.
    pub(crate) rows: Vec<Vec<String>>,
    /// The columns that hold numbers.
    pub(crate) numbers: Vec<usize>,
}

/// The width of tables that hold sentences. A fixed one: what a table looks like does not depend on the terminal.
const WIDTH: u16 = 120;

/// Rules only around the header and at the end.
const COMPACT: TableStyle = presets::UTF8_HORIZONTAL_ONLY.row_separator(LineStyle::none());

impl Grid {
    /// An empty grid under a header.
    pub(crate) fn new(header: &[&str]) -> Self {
        Self { header: header.iter().map(|name| (*name).to_owned()).collect(), ..Self::default() }
    }

    /// The same grid, with these columns set to the right.
    pub(crate) fn numbers(self, numbers: &[usize]) -> Self {
        Self { numbers: numbers.into(), ..self }
    }

    /// The lines of the table. One that is wider than [`WIDTH`] is wrapped, with a rule between its rows.
    fn lines(&self) -> Vec<String> {
        let lines = lines_of(&self.table(COMPACT));
        // The first line is the rule above the header, as wide as the table.
        if lines.first().is_none_or(|rule| rule.chars().count() <= usize::from(WIDTH)) {
            return lines;
        }
        let mut table = self.table(presets::UTF8_HORIZONTAL_ONLY);
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
        lines_of(&table)
    }

    /// The lines of the table, as wide as it is.
    pub(crate) fn wide_lines(&self) -> Vec<String> {
        lines_of(&self.table(COMPACT))
    }

    fn table(&self, style: TableStyle) -> Table {
        let mut table = Table::new();
        table.load_style(style).set_header(&self.header).add_rows(&self.rows);
        for column in &self.numbers {
            if let Some(column) = table.column_mut(*column) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        table
    }
}

fn lines_of(table: &Table) -> Vec<String> {
    table.lines().map(|line| line.trim_end().to_owned()).collect()
}

impl Block {
    /// The lines of the block.
    pub(crate) fn text(&self) -> Vec<String> {
        let mut text = vec![self.title.clone()];
        text.extend(self.lines.iter().cloned());
        if !self.grid.rows.is_empty() {
            text.extend(self.grid.lines());
        }
        text.extend(self.notes.iter().cloned());
        text
    }
}
