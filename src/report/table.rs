//! Tables in 80 columns.
//!
//! A column may wrap; a cell may hold a tab, at which the cells of its column line up (`46⇥[22–73]`).
//! A table that is still too wide is printed in several parts, each with the first column again.

use unicode_width::UnicodeWidthStr;

use super::look::{Look, WIDTH};
use crate::words::paragraph::{hang, indent_rest, wrap};

/// Which side the text of a column leans on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Align {
    Left,
    Right,
}

/// One column: its heading and how its cells are set.
#[derive(Clone, Debug)]
pub struct Column {
    title: String,
    align: Align,
    /// Whether cells may be broken over lines, and how narrow the column may become.
    wraps: Option<usize>,
    /// Spaces before the continuation of a broken cell.
    hang: usize,
    /// Whether the heading may be broken over lines so that it widens nothing.
    tall: bool,
}

impl Column {
    fn new(title: impl Into<String>, align: Align) -> Self {
        Self {
            title: title.into(),
            align,
            wraps: None,
            hang: 0,
            tall: false,
        }
    }

    /// A column of words that may be broken over lines when the table is too wide.
    #[must_use]
    pub fn words(title: impl Into<String>) -> Self {
        Self {
            wraps: Some(14),
            ..Self::new(title, Align::Left)
        }
    }

    /// The names of rows: broken over lines like words, but kept readable.
    #[must_use]
    pub fn label(title: impl Into<String>) -> Self {
        Self {
            wraps: Some(22),
            hang: 2,
            ..Self::new(title, Align::Left)
        }
    }

    /// A column of short texts that are never broken.
    #[must_use]
    pub fn short(title: impl Into<String>) -> Self {
        Self::new(title, Align::Left)
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(title: impl Into<String>) -> Self {
        Self::new(title, Align::Right)
    }

    /// The same with a heading that is broken over lines rather than widening the column.
    #[must_use]
    pub fn tall(self) -> Self {
        Self { tall: true, ..self }
    }

    fn title_width(&self) -> usize {
        if !self.tall {
            return self.title.width();
        }
        let longest = self
            .title
            .split_whitespace()
            .map(UnicodeWidthStr::width)
            .max();
        longest.unwrap_or(0).max(TALL.min(self.title.width()))
    }
}

#[derive(Clone, Debug)]
enum Row {
    Cells(Vec<String>),
    Heading(String),
    /// A sentence under the row before it.
    Note(String),
}

/// Columns and rows, ready to be set in lines.
#[derive(Clone, Debug)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Row>,
    indent: usize,
}

/// A value with its range, ready to line up with the others of its column.
#[must_use]
pub fn aligned(value: &str) -> String {
    value.replacen(" [", "\t[", 1)
}

const GAP: usize = 2;
/// Width that a tall heading may take.
const TALL: usize = 14;

impl Table {
    /// An empty table of these columns.
    #[must_use]
    pub fn new(columns: Vec<Column>) -> Self {
        Self {
            columns,
            rows: Vec::new(),
            indent: 0,
        }
    }

    /// The same table, so many spaces from the left edge.
    #[must_use]
    pub fn indented(self, indent: usize) -> Self {
        Self { indent, ..self }
    }

    /// Adds a row, one cell for each column; missing cells stay empty.
    pub fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        let mut cells: Vec<String> = cells.into_iter().map(Into::into).collect();
        cells.resize(self.columns.len(), String::new());
        self.rows.push(Row::Cells(cells));
    }

    /// Adds a heading across the table.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.rows.push(Row::Heading(text.into()));
    }

    /// Adds a sentence under the last row, across the table.
    pub fn note(&mut self, text: impl Into<String>) {
        self.rows.push(Row::Note(text.into()));
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.rows.iter().any(|row| matches!(row, Row::Cells(_)))
    }

    /// The lines of the table, none wider than 80 columns.
    #[must_use]
    pub fn lines(&self, look: Look) -> Vec<String> {
        let shown = self.shown(look);
        let mut lines = Vec::new();
        for part in shown.parts() {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            part.set(look, &mut lines);
        }
        lines
    }

    /// The same table in letters that the terminal can show.
    fn shown(&self, look: Look) -> Self {
        let mut shown = self.clone();
        for column in &mut shown.columns {
            column.title = look.text(&column.title);
        }
        for row in &mut shown.rows {
            match row {
                Row::Cells(cells) => cells.iter_mut().for_each(|cell| *cell = look.text(cell)),
                Row::Heading(text) | Row::Note(text) => *text = look.text(text),
            }
        }
        shown
    }

    /// Tables that fit, each with the first column and some of the others.
    fn parts(&self) -> Vec<Self> {
        let mut parts = Vec::new();
        let mut chosen: Vec<usize> = vec![0];
        for index in 1..self.columns.len() {
            chosen.push(index);
            if chosen.len() > 2 && self.pick(&chosen).narrowest_width() > WIDTH {
                chosen.pop();
                parts.push(self.pick(&chosen));
                chosen = vec![0, index];
            }
        }
        parts.push(self.pick(&chosen));
        parts
    }

    fn pick(&self, chosen: &[usize]) -> Self {
        let columns = chosen
            .iter()
            .filter_map(|&i| self.columns.get(i).cloned())
            .collect();
        let rows = self.rows.iter().map(|row| match row {
            Row::Cells(cells) => Row::Cells(
                chosen
                    .iter()
                    .filter_map(|&i| cells.get(i).cloned())
                    .collect(),
            ),
            Row::Heading(_) | Row::Note(_) => row.clone(),
        });
        Self {
            columns,
            rows: rows.collect(),
            indent: self.indent,
        }
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| match row {
            Row::Cells(cells) => cells.get(column).map(String::as_str),
            Row::Heading(_) | Row::Note(_) => None,
        })
    }

    /// Width of the part of the column's cells before the tab.
    fn before_tab(&self, column: usize) -> usize {
        self.cells(column)
            .filter_map(|cell| cell.split_once('\t'))
            .map(|(before, _)| before.width())
            .max()
            .unwrap_or(0)
    }

    fn natural_widths(&self) -> Vec<usize> {
        let width = |(index, column): (usize, &Column)| {
            let before = self.before_tab(index);
            let widest = self.cells(index).map(|cell| match cell.split_once('\t') {
                Some((_, after)) => before + 1 + after.width(),
                None => cell.width(),
            });
            widest.max().unwrap_or(0).max(column.title_width())
        };
        self.columns.iter().enumerate().map(width).collect()
    }

    fn narrowest_width(&self) -> usize {
        let widths = self.natural_widths();
        let least = self
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, &width)| column.wraps.map_or(width, |least| width.min(least)));
        least.sum::<usize>() + self.spaces()
    }

    fn spaces(&self) -> usize {
        self.indent + GAP * self.columns.len().saturating_sub(1)
    }

    /// Widths that fit, taken from the widest wrapping columns first.
    fn widths(&self) -> Vec<usize> {
        let mut widths = self.natural_widths();
        let room = WIDTH.saturating_sub(self.spaces());
        while widths.iter().sum::<usize>() > room {
            let widest = self.columns.iter().zip(widths.iter_mut());
            let widest =
                widest.filter(|(column, width)| column.wraps.is_some_and(|least| **width > least));
            let Some((_, width)) = widest.max_by_key(|(_, width)| **width) else {
                break;
            };
            *width -= 1;
        }
        widths
    }

    fn set(&self, look: Look, lines: &mut Vec<String>) {
        let widths = self.widths();
        if self.columns.iter().any(|column| !column.title.is_empty()) {
            let titles: Vec<String> = self.columns.iter().map(|c| c.title.clone()).collect();
            lines.extend(self.set_row(&titles, &widths));
        }
        for row in &self.rows {
            match row {
                Row::Cells(cells) => lines.extend(self.set_row(cells, &widths)),
                Row::Note(text) => {
                    let pad = " ".repeat(self.indent + 4);
                    lines.extend(hang(&pad, text, WIDTH));
                }
                Row::Heading(text) => {
                    let room = WIDTH - self.indent;
                    let pad = " ".repeat(self.indent);
                    lines.extend(
                        wrap(text, room)
                            .iter()
                            .map(|l| format!("{pad}{}", look.bold(l))),
                    );
                }
            }
        }
    }

    fn set_row(&self, cells: &[String], widths: &[usize]) -> Vec<String> {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .zip(widths)
            .zip(&self.columns)
            .map(|((cell, &width), column)| {
                if cell.width() > width {
                    indent_rest(cell, column.hang, width)
                } else {
                    vec![cell.clone()]
                }
            })
            .collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        (0..height)
            .map(|line| self.set_line(&wrapped, widths, line))
            .collect()
    }

    fn set_line(&self, wrapped: &[Vec<String>], widths: &[usize], line: usize) -> String {
        let mut text = " ".repeat(self.indent);
        for (index, (cell, &width)) in wrapped.iter().zip(widths).enumerate() {
            if index > 0 {
                text.push_str(&" ".repeat(GAP));
            }
            let cell = cell.get(line).map_or("", String::as_str);
            text.push_str(&self.pad(cell, index, width));
        }
        text.trim_end().to_owned()
    }

    fn pad(&self, cell: &str, column: usize, width: usize) -> String {
        let before_tab = self.before_tab(column);
        if let Some((before, after)) = cell.split_once('\t') {
            let lead = " ".repeat(before_tab.saturating_sub(before.width()));
            let text = format!("{lead}{before} {after}");
            return format!("{text}{}", " ".repeat(width.saturating_sub(text.width())));
        }
        let space = " ".repeat(width.saturating_sub(cell.width()));
        match self.columns.get(column).map(|c| c.align) {
            Some(Align::Right) if before_tab == 0 => format!("{space}{cell}"),
            // A single number in a column of ranges stands under the other middles.
            Some(Align::Right) if cell.width() <= before_tab => {
                let lead = " ".repeat(before_tab - cell.width());
                let tail = " ".repeat(width.saturating_sub(before_tab));
                format!("{lead}{cell}{tail}")
            }
            _ => format!("{cell}{space}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_line_up_at_their_middle() {
        let mut table = Table::new(vec![Column::words(""), Column::numbers("2040")]);
        table.row(["poor women", "46\t[22–73]"]);
        table.row(["other men", "8\t[3–17]"]);
        table.row(["all", "9"]);
        let lines = table.lines(Look::default());
        assert_eq!(
            lines,
            [
                "            2040",
                "poor women  46 [22–73]",
                "other men    8 [3–17]",
                "all          9",
            ]
        );
    }

    #[test]
    fn long_words_wrap_and_no_line_is_wider_than_eighty_columns() {
        let mut table = Table::new(vec![Column::short("id"), Column::words("meaning")]);
        table.row([
            "price_decline".to_owned(),
            "the cost of being online falls ".repeat(9),
        ]);
        let lines = table.lines(Look::default());
        assert!(lines.len() > 3);
        assert!(lines.iter().all(|line| line.width() <= WIDTH));
    }

    #[test]
    fn a_table_of_too_many_columns_comes_in_parts_that_repeat_the_first_column() {
        let titles = (0..8).map(|i| Column::numbers(format!("option number {i}")));
        let mut table = Table::new(
            std::iter::once(Column::words("who"))
                .chain(titles)
                .collect(),
        );
        table.row(std::iter::repeat_n("everybody", 9));
        let lines = table.lines(Look::default());
        assert!(lines.iter().all(|line| line.width() <= WIDTH));
        assert_eq!(
            lines.iter().filter(|line| line.starts_with("who")).count(),
            2
        );
    }
}
