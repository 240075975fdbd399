//! A bar for a share, such as a probability.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use crate::look::{Look, Role};

/// A bar that fills its line where the share is 1.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// The share, 0..1.
    pub share: f64,
    /// Whether it is held in place; a mark at the end of the line says so.
    pub pinned: bool,
    /// What it shows.
    pub role: Role,
    /// How it looks.
    pub look: Look,
}

impl Bar {
    /// The bar as text of at most `columns` columns, without the mark.
    #[must_use]
    pub fn text(&self, columns: usize) -> String {
        let bars = self.look.glyphs().bars;
        let share = if self.share.is_finite() {
            self.share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        let eighths = (share * columns as f64 * 8.0).round() as usize;
        // A share that is not nothing must not look like nothing.
        let eighths = eighths.max(if share > 0.0 { 3 } else { 0 });
        let [.., full] = bars;
        let mut text = full.repeat((eighths / 8).min(columns));
        if eighths / 8 < columns && eighths % 8 > 0 {
            text.push_str(bars.get(eighths % 8).copied().unwrap_or(" "));
        }
        text.trim_end().to_owned()
    }
}

impl Widget for &Bar {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let mut pen = Pen::new(buffer, area, self.look);
        let room = if self.pinned && pen.width() > 2 { 2 } else { 0 };
        let columns = usize::try_from(pen.width() - room).unwrap_or(0);
        pen.text(0, 0, &self.text(columns), self.role);
        if room > 0 {
            pen.ending(pen.width(), 0, self.look.glyphs().pin, Role::Muted);
        }
    }
}
