//! Writing into a part of a buffer, and never outside it.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::text::{fit, letters, measured};
use crate::look::{Look, Role};

/// A pen over an area. Places are counted from its top left corner and may lie outside of it, where
/// nothing is written.
pub(super) struct Pen<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    look: Look,
}

impl<'a> Pen<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect, look: Look) -> Self {
        let area = area.intersection(buffer.area);
        Self { buffer, area, look }
    }

    pub(super) fn width(&self) -> i32 {
        i32::from(self.area.width)
    }

    pub(super) fn height(&self) -> i32 {
        i32::from(self.area.height)
    }

    /// A pen over a part of this one.
    pub(super) fn part(&mut self, x: i32, y: i32, width: i32, height: i32) -> Pen<'_> {
        let inside = |from: i32, most: i32| from.clamp(0, most);
        let (left, top) = (inside(x, self.width()), inside(y, self.height()));
        let right = inside(x.saturating_add(width), self.width()).max(left);
        let bottom = inside(y.saturating_add(height), self.height()).max(top);
        let short = |value: i32| u16::try_from(value).unwrap_or(0);
        let area = Rect {
            x: self.area.x + short(left),
            y: self.area.y + short(top),
            width: short(right - left),
            height: short(bottom - top),
        };
        Pen {
            buffer: self.buffer,
            area,
            look: self.look,
        }
    }

    /// Writes the text from `x` on and returns the place after it.
    pub(super) fn text(&mut self, x: i32, y: i32, text: &str, role: Role) -> i32 {
        self.styled(x, y, text, self.look.style(role))
    }

    /// Writes the text in a style that is none of one role.
    pub(super) fn styled(&mut self, x: i32, y: i32, text: &str, style: Style) -> i32 {
        let shown = self.look.text(text);
        let mut at = x;
        for (letter, width) in letters(&shown) {
            let width = i32::try_from(width).unwrap_or(1);
            if at >= 0 && at + width <= self.width() {
                self.letter(at, y, &letter, width, style);
            }
            at += width;
        }
        at
    }

    fn letter(&mut self, x: i32, y: i32, letter: &str, width: i32, style: Style) {
        if let Some(cell) = self.cell(x, y) {
            cell.set_symbol(letter).set_style(style);
        }
        for covered in 1..width {
            if let Some(cell) = self.cell(x + covered, y) {
                cell.set_symbol(" ").set_style(style);
            }
        }
    }

    /// Writes the text into `columns` columns, shortened if it must be.
    pub(super) fn fitted(&mut self, x: i32, y: i32, columns: i32, text: &str, role: Role) -> i32 {
        let columns = usize::try_from(columns).unwrap_or(0);
        let text = fit(text, columns, self.look).into_owned();
        self.text(x, y, &text, role)
    }

    /// Writes the text so that it ends before `end`.
    pub(super) fn ending(&mut self, end: i32, y: i32, text: &str, role: Role) {
        let width = measured(&self.look.text(text));
        self.text(end - i32::try_from(width).unwrap_or(0), y, text, role);
    }

    /// Writes a glyph from `from` up to but not including `to`.
    pub(super) fn across(&mut self, from: i32, to: i32, y: i32, glyph: &str, role: Role) {
        let style = self.look.style(role);
        for x in from.max(0)..to.min(self.width()) {
            self.glyph(x, y, glyph, style);
        }
    }

    /// Writes a glyph from `from` down to but not including `to`.
    pub(super) fn down(&mut self, x: i32, from: i32, to: i32, glyph: &str, role: Role) {
        let style = self.look.style(role);
        for y in from.max(0)..to.min(self.height()) {
            self.glyph(x, y, glyph, style);
        }
    }

    /// Writes a glyph of one column.
    pub(super) fn glyph(&mut self, x: i32, y: i32, glyph: &str, style: Style) {
        if let Some(cell) = self.cell(x, y) {
            cell.set_symbol(glyph).set_style(style);
        }
    }

    /// Changes the style of what stands there.
    pub(super) fn restyle(&mut self, from: i32, to: i32, y: i32, role: Role) {
        let style = self.look.style(role);
        for x in from.max(0)..to.min(self.width()) {
            if let Some(cell) = self.cell(x, y) {
                cell.set_style(style);
            }
        }
    }

    /// Makes what stands there stand out within a selection.
    pub(super) fn emphasise(&mut self, from: i32, to: i32, y: i32) {
        let style = Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED));
        for x in from.max(0)..to.min(self.width()) {
            if let Some(cell) = self.cell(x, y) {
                cell.set_style(style);
            }
        }
    }

    fn cell(&mut self, x: i32, y: i32) -> Option<&mut Cell> {
        if x < 0 || y < 0 || x >= self.width() || y >= self.height() {
            return None;
        }
        let place = Position {
            x: self.area.x + u16::try_from(x).ok()?,
            y: self.area.y + u16::try_from(y).ok()?,
        };
        self.buffer.cell_mut(place)
    }
}
