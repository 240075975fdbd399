//! A screen that is told: a sentence at the top, the rest below, as far as there is room.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::App;
use crate::look::Role;
use crate::words::paragraph::wrap;

/// Columns of a paragraph that reads well.
const MOST: usize = 100;

/// Draws paragraphs from the line `scroll` on; the first is the answer.
pub(super) fn draw(
    app: &App,
    paragraphs: &[String],
    scroll: usize,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let width = usize::from(area.width).saturating_sub(2).min(MOST);
    let mut lines = Vec::new();
    for (number, text) in paragraphs.iter().enumerate() {
        let role = match number {
            0 => Role::Title,
            _ => Role::Text,
        };
        let rows = wrap(text, width).into_iter();
        lines.extend(rows.map(|row| Line::styled(format!(" {row}"), app.look.style(role))));
        if number == 0 {
            lines.push(Line::default());
        }
    }
    let last = lines.len().saturating_sub(usize::from(area.height));
    let shown = lines.into_iter().skip(scroll.min(last));
    for (row, line) in area.rows().zip(shown) {
        frame.render_widget(line, row);
    }
}
