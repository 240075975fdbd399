//! Impact by uncertainty: five by five cells with the letters of what stands in each.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use crate::look::{Look, Role};

/// Cells across and up.
const SIDE: u8 = 5;

/// Something that stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridItem {
    /// How far to the right, 1..=5.
    pub across: u8,
    /// How far up, 1..=5.
    pub up: u8,
    /// The letter that stands for it.
    pub letter: String,
    /// How it is written.
    pub role: Role,
}

/// A grid of five by five cells.
#[derive(Clone, Copy, Debug)]
pub struct Grid<'a> {
    /// What stands in it.
    pub items: &'a [GridItem],
    /// The cell where the reader is, across and up.
    pub selected: Option<(u8, u8)>,
    /// What grows to the right.
    pub across: &'a str,
    /// What grows upwards.
    pub up: &'a str,
    /// How it looks.
    pub look: Look,
}

/// Where the cells are.
struct Cells {
    left: i32,
    top: i32,
    wide: i32,
    high: i32,
    ruled: bool,
}

impl Cells {
    fn new(width: i32, height: i32) -> Self {
        let side = i32::from(SIDE);
        let left = if width >= side * 2 + 2 { 2 } else { 0 };
        let named = height >= side + 3;
        let (top, bottom) = if named { (1, 2) } else { (0, 0) };
        let high = ((height - top - bottom) / side).clamp(1, 4);
        let wide = ((width - left) / side).clamp(1, 16);
        Self {
            left,
            top,
            wide,
            high,
            ruled: high > 1 && wide > 3,
        }
    }

    fn corner(&self, across: u8, up: u8) -> (i32, i32) {
        let x = self.left + (i32::from(across) - 1) * self.wide;
        let y = self.top + (i32::from(SIDE) - i32::from(up)) * self.high;
        (x, y)
    }
}

impl Widget for &Grid<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut pen = Pen::new(buffer, area, self.look);
        let cells = Cells::new(pen.width(), pen.height());
        self.axes(&mut pen, &cells);
        for up in 1..=SIDE {
            for across in 1..=SIDE {
                self.cell(&mut pen, &cells, (across, up));
            }
        }
    }
}

impl Grid<'_> {
    fn axes(&self, pen: &mut Pen<'_>, cells: &Cells) {
        let side = i32::from(SIDE);
        let (right, bottom) = (
            cells.left + side * cells.wide,
            cells.top + side * cells.high,
        );
        let glyphs = self.look.glyphs();
        if cells.left > 0 {
            pen.down(1, cells.top, bottom, glyphs.vertical, Role::Muted);
            for up in 1..=SIDE {
                let (_, y) = cells.corner(1, up);
                pen.text(0, y, &up.to_string(), Role::Muted);
            }
        }
        if cells.top > 0 {
            pen.fitted(0, 0, pen.width(), self.up, Role::Muted);
            pen.across(cells.left, right, bottom, glyphs.horizontal, Role::Muted);
            pen.text(cells.left - 1, bottom, glyphs.bottom_left, Role::Muted);
            for across in 1..=SIDE {
                let (x, _) = cells.corner(across, 1);
                pen.text(x + 1, bottom + 1, &across.to_string(), Role::Muted);
            }
            let end = pen.width().min(right);
            pen.ending(end, bottom, &format!(" {}", self.across), Role::Muted);
        }
    }

    fn cell(&self, pen: &mut Pen<'_>, cells: &Cells, place: (u8, u8)) {
        let (x, y) = cells.corner(place.0, place.1);
        let rule = i32::from(cells.ruled);
        let mut inside = pen.part(x, y, cells.wide - rule, cells.high);
        let items = self.items.iter();
        let here = items.filter(|item| (item.across, item.up) == place);
        let (mut column, mut row) = (i32::from(cells.wide > 2), 0);
        let mut empty = true;
        for item in here {
            empty = false;
            if column >= inside.width() {
                (column, row) = (i32::from(cells.wide > 2), row + 1);
            }
            column = inside.text(column, row, &item.letter, item.role) + 1;
        }
        if empty {
            let dot = self.look.glyphs().dot;
            inside.text(i32::from(cells.wide > 2), 0, dot, Role::Muted);
        }
        if self.selected == Some(place) {
            let wide = inside.width();
            for row in 0..inside.height() {
                inside.restyle(0, wide, row, Role::Selected);
            }
        }
    }
}
