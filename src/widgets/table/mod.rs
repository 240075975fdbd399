//! Tables: columns that never shift, rows that never wrap, a selection that is always in view.

mod widths;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::scroll::keep_in_view;
use super::text::{fit, width};
use crate::look::{Look, Role};
use widths::{Shown, shown};

/// A column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What stands above it.
    pub title: String,
    /// Whether it holds numbers, which end at the same place.
    pub right: bool,
    /// The columns to which its texts may be shortened where there is little room; never if none.
    pub least: Option<u16>,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A text for each column, each with its role.
    Cells(Vec<(String, Role)>),
    /// One text over the whole width, such as the name of a group.
    Heading(String),
}

impl Row {
    /// A row of ordinary texts.
    #[must_use]
    pub fn plain(texts: impl IntoIterator<Item = String>) -> Self {
        Self::Cells(texts.into_iter().map(|text| (text, Role::Text)).collect())
    }
}

/// A table. It sorts nothing.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// The columns. The first always stays in view.
    pub columns: &'a [Column],
    /// The rows.
    pub rows: &'a [Row],
    /// The row where the reader is.
    pub selected: Option<usize>,
    /// The column where the reader is.
    pub column: Option<usize>,
    /// Whether keys go to the table.
    pub focused: bool,
    /// The first row in view; another one if the selection would be out of sight.
    pub top: usize,
    /// How it looks.
    pub look: Look,
}

impl Table<'_> {
    /// The first row in view in an area of this height: that of last time if the selection allows.
    #[must_use]
    pub fn scrolled(&self, height: u16) -> usize {
        let height = usize::from(height.saturating_sub(titles(height)));
        let line = self.selected.unwrap_or(self.top);
        keep_in_view(self.top, line, height, self.rows.len())
    }

    /// The row that stands at this line of the area, so that it can be pointed at.
    #[must_use]
    pub fn row_at(&self, line: u16, area: Rect) -> Option<usize> {
        let above = titles(area.height);
        let line = line.checked_sub(area.y)?.checked_sub(above)?;
        let row = self.scrolled(area.height) + usize::from(line);
        (line + above < area.height && row < self.rows.len()).then_some(row)
    }
}

/// Lines for the titles of the columns.
fn titles(height: u16) -> u16 {
    u16::from(height > 1)
}

impl Widget for &Table<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        let mut pen = Pen::new(buffer, area, self.look);
        let above = i32::from(titles(area.height));
        let window = usize::try_from(pen.height() - above).unwrap_or(0);
        let overflows = self.rows.len() > window && pen.width() > 8;
        let room = pen.width() - if overflows { 2 } else { 0 };
        let shown = shown(self, room);
        if above > 0 {
            self.titles(&mut pen, &shown, room);
        }
        let top = self.scrolled(area.height);
        let rows = self.rows.iter().enumerate().skip(top).take(window);
        for (line, (index, row)) in (above..).zip(rows) {
            self.row(&mut pen.part(0, line, room, 1), &shown, row);
            if self.selected == Some(index) {
                self.select(&mut pen, &shown, line, room);
            }
        }
        if overflows {
            let glyphs = self.look.glyphs();
            let (x, last) = (pen.width() - 1, pen.height() - 1);
            if top > 0 {
                pen.text(x, above, glyphs.up, Role::Key);
            }
            if top + window < self.rows.len() {
                pen.text(x, last, glyphs.down, Role::Key);
            }
        }
    }
}

impl Table<'_> {
    fn titles(&self, pen: &mut Pen<'_>, shown: &Shown, room: i32) {
        let mut pen = pen.part(0, 0, room, 1);
        for place in &shown.places {
            let Some(column) = self.columns.get(place.column) else {
                continue;
            };
            let here = self.focused && self.column == Some(place.column);
            let role = if here { Role::Focus } else { Role::Muted };
            self.cell(&mut pen, place, column.right, &column.title, role);
        }
        let glyphs = self.look.glyphs();
        if shown.before {
            let after_first = shown
                .places
                .first()
                .map_or(0, |place| place.x + place.width);
            pen.text(after_first, 0, glyphs.left, Role::Key);
        }
        if shown.after {
            pen.text(room - 1, 0, glyphs.right, Role::Key);
        }
    }

    fn row(&self, pen: &mut Pen<'_>, shown: &Shown, row: &Row) {
        match row {
            Row::Heading(text) => {
                pen.fitted(0, 0, pen.width(), text, Role::Title);
            }
            Row::Cells(cells) => {
                for place in &shown.places {
                    let column = self.columns.get(place.column);
                    if let (Some(column), Some((text, role))) = (column, cells.get(place.column)) {
                        self.cell(pen, place, column.right, text, *role);
                    }
                }
            }
        }
    }

    fn cell(&self, pen: &mut Pen<'_>, place: &widths::Place, right: bool, text: &str, role: Role) {
        let columns = usize::try_from(place.width).unwrap_or(0);
        let text = fit(text, columns, self.look);
        let taken = i32::try_from(width(&text, self.look)).unwrap_or(0);
        let aside = if right { place.width - taken } else { 0 };
        pen.text(place.x + aside, 0, &text, role);
    }

    fn select(&self, pen: &mut Pen<'_>, shown: &Shown, line: i32, room: i32) {
        let role = if self.focused {
            Role::Selected
        } else {
            Role::Focus
        };
        pen.restyle(0, room, line, role);
        let place = shown
            .places
            .iter()
            .find(|place| self.column == Some(place.column));
        if let Some(place) = place.filter(|_| self.focused) {
            pen.emphasise(place.x, place.x + place.width, line);
        }
    }
}
