//! How far something has come, with words beside it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::bar::Bar;
use super::pen::Pen;
use super::text::width;
use crate::look::{Look, Role};

/// A bar on a track with words to its right, such as the share done and the time left.
#[derive(Clone, Copy, Debug)]
pub struct Gauge<'a> {
    /// The share that is done, 0..1.
    pub share: f64,
    /// What stands beside it.
    pub words: &'a str,
    /// How it looks.
    pub look: Look,
}

impl Widget for &Gauge<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut pen = Pen::new(buffer, area, self.look);
        let words = i32::try_from(width(self.words, self.look)).unwrap_or(0);
        let track = (pen.width() - words - 2).min(40);
        if track < 4 {
            pen.fitted(0, 0, pen.width(), self.words, Role::Text);
            return;
        }
        let bar = Bar {
            share: self.share,
            pinned: false,
            role: Role::Text,
            look: self.look,
        };
        let glyphs = self.look.glyphs();
        pen.across(0, track, 0, glyphs.dot, Role::Muted);
        let columns = usize::try_from(track).unwrap_or(0);
        pen.text(0, 0, &bar.text(columns), Role::Text);
        pen.text(track + 2, 0, self.words, Role::Text);
    }
}
