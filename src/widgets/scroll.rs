//! Keeping a selection in view, and showing that there is more.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use crate::look::{Look, Role};

/// The first line in view that moves least from `top` and shows `line` of `count` lines in a
/// window of `height`.
#[must_use]
pub fn keep_in_view(top: usize, line: usize, height: usize, count: usize) -> usize {
    let height = height.max(1);
    let lowest = count.saturating_sub(height);
    let line = line.min(count.saturating_sub(1));
    let top = top.min(line).max((line + 1).saturating_sub(height));
    top.min(lowest)
}

/// A mark on the right edge that shows which part is in view; nothing if all of it is.
#[derive(Clone, Copy, Debug)]
pub struct Scrollbar {
    /// The first line in view.
    pub top: usize,
    /// How many lines there are.
    pub count: usize,
    /// How it looks.
    pub look: Look,
}

impl Widget for &Scrollbar {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut pen = Pen::new(buffer, area, self.look);
        let (x, height) = (pen.width() - 1, pen.height());
        let window = usize::try_from(height).unwrap_or(0);
        if window == 0 || self.count <= window {
            return;
        }
        let glyphs = self.look.glyphs();
        let share = |lines: usize| (lines * window).div_euclid(self.count);
        let top = self.top.min(self.count - window);
        let long = share(window).max(1);
        let last = top + window >= self.count;
        let start = if last { window - long } else { share(top) };
        pen.down(x, 0, height, glyphs.vertical, Role::Muted);
        let place = |line: usize| i32::try_from(line).unwrap_or(0);
        pen.down(
            x,
            place(start),
            place(start + long),
            glyphs.thumb,
            Role::Text,
        );
    }
}
