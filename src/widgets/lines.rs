//! Paragraphs that break at the edge of their area.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use crate::look::{Look, Role};
use crate::words::paragraph::wrap;

/// Paragraphs one below the other, each with its role.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// The paragraphs; an empty one is an empty line.
    pub paragraphs: &'a [(String, Role)],
    /// Lines that are out of sight above.
    pub top: usize,
    /// How it looks.
    pub look: Look,
}

impl Lines<'_> {
    /// How many lines it takes at this width.
    #[must_use]
    pub fn height(&self, width: u16) -> usize {
        let paragraphs = self.paragraphs.iter();
        paragraphs
            .map(|(text, _)| self.wrapped(text, width).len())
            .sum()
    }

    fn wrapped(&self, text: &str, width: u16) -> Vec<String> {
        wrap(&self.look.text(text), usize::from(width))
    }
}

impl Widget for &Lines<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut pen = Pen::new(buffer, area, self.look);
        let lines = self.paragraphs.iter().flat_map(|(text, role)| {
            let lines = self.wrapped(text, area.width).into_iter();
            lines.map(|line| (line, *role))
        });
        for (row, (line, role)) in (0..pen.height()).zip(lines.skip(self.top)) {
            pen.text(0, row, &line, role);
        }
    }
}
